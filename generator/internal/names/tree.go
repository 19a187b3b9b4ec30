package names

import (
	"unicode"
	"unicode/utf8"
)

// manner says how a form stands to its entry.
type manner uint8

const (
	asGiven manner = iota // a name or variant
	asForm                // made from one
	surname
)

// tree holds all forms word by word. A form is the path of its words; each step is keyed by the node it leaves, what
// stands between the words, and the word, so that a text is compared with all forms at once.
type tree struct {
	keys  []uint64 // open addressing; 0 is free
	next  []int32  // node a step leads to
	used  int
	nodes []node
	claim []claim
	front [1 << 10]uint64      // which beginnings of Latin words can begin a form
	hangs [11172/64 + 1]uint64 // which first syllables can
}

// node is the end of some words.
type node struct {
	claims int32 // the first of its claims, none for none
	bare   bool  // a form ends with the last word
	tailed bool  // a form ends with a full stop behind it
	named  bool  // a form is not a surname alone
}

// claim is an entry's claim to a form. Claims to the same form make a list.
type claim struct {
	entry int32
	next  int32
	as    manner
	tail  string // what follows the last word: the "." of "U.S."
	words uint8  // number of words
}

const none = -1

func (t *tree) grow(forms int) {
	size := 1 << 8
	for size < forms*4 {
		size *= 2
	}
	t.keys, t.next = make([]uint64, size), make([]int32, size)
	t.nodes = append(make([]node, 0, forms*3), node{claims: none})
	t.claim = make([]claim, 0, forms*2)
}

// step gives the node one word further, or none.
func (t *tree) step(key uint64) int32 {
	mask := uint64(len(t.keys) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		switch t.keys[i] {
		case key:
			return t.next[i]
		case 0:
			return none
		}
	}
}

func (t *tree) insert(key uint64, to int32) {
	mask := uint64(len(t.keys) - 1)
	i := key & mask
	for t.keys[i] != 0 {
		i = (i + 1) & mask
	}
	t.keys[i], t.next[i] = key, to
	if t.used++; t.used*2 > len(t.keys) {
		keys, next := t.keys, t.next
		t.keys, t.next, t.used = make([]uint64, 2*len(keys)), make([]int32, 2*len(keys)), 0
		for j, k := range keys {
			if k != 0 {
				t.insert(k, next[j])
			}
		}
	}
}

// put adds a form of an entry. A form without words is left out.
func (t *tree) put(form string, entry int32, as manner) {
	from, words, at := int32(0), 0, 0
	for {
		start, sep := between(form, at)
		if start == len(form) {
			break
		}
		if words == 0 {
			sep = 0
		}
		end := wordEnd(form, start)
		h := hash(form[start:end])
		if words == 0 {
			t.announce(form[start:end])
		}
		key := stepKey(from, sep, h)
		to := t.step(key)
		if to == none {
			to = int32(len(t.nodes))
			t.nodes = append(t.nodes, node{claims: none})
			t.insert(key, to)
		}
		from, at = to, end
		words++
	}
	if words == 0 {
		return
	}
	tail := form[at:]
	if tail != "." {
		tail = "" // a closing bracket or the like
	}
	n := &t.nodes[from]
	n.bare, n.tailed, n.named = n.bare || tail == "", n.tailed || tail != "", n.named || as != surname
	// Entries come one after the other, so that one's own claims stand first.
	for c := n.claims; c != none && t.claim[c].entry == entry; c = t.claim[c].next {
		if k := &t.claim[c]; k.tail == tail {
			k.as = min(k.as, as)
			return
		}
	}
	t.claim = append(t.claim, claim{entry: entry, next: n.claims, as: as, tail: tail, words: uint8(min(words, 200))})
	n.claims = int32(len(t.claim) - 1)
}

// announce notes how a word that begins a form looks.
func (t *tree) announce(word string) {
	if s, ok := syllable(word); ok {
		t.hangs[s/64] |= 1 << (s % 64)
		return
	}
	b := beginning(word)
	t.front[b/64] |= 1 << (b % 64)
}

// may reports whether a Latin word can begin a form. It is cheap and errs on the side of yes.
func (t *tree) may(word string) bool {
	b := beginning(word)
	return t.front[b/64]>>(b%64)&1 != 0
}

func (t *tree) mayHang(s uint) bool { return t.hangs[s/64]>>(s%64)&1 != 0 }

// beginning folds the first two bytes, the last and the length of a word into 16 bits.
func beginning(word string) uint {
	n := len(word)
	b := uint(word[0])*0x1F35 ^ uint(word[n-1])*0x59 ^ uint(n)*0x3D1
	if n > 1 {
		b ^= uint(word[1]) * 0xA3D
	}
	return b & 0xFFFF
}

// syllable gives the number of the Hangul syllable a word begins with.
func syllable(word string) (uint, bool) {
	r, _ := utf8.DecodeRuneInString(word)
	return uint(r - 0xAC00), isHangul(r)
}

func isHangul(r rune) bool { return r >= 0xAC00 && r <= 0xD7A3 }

// isWord reports whether a rune can stand within a word.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return wordByte[r] != 0
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

var wordByte = [256]uint8{
	'0': 1, '1': 1, '2': 1, '3': 1, '4': 1, '5': 1, '6': 1, '7': 1, '8': 1, '9': 1,
	'A': 1, 'B': 1, 'C': 1, 'D': 1, 'E': 1, 'F': 1, 'G': 1, 'H': 1, 'I': 1, 'J': 1, 'K': 1, 'L': 1, 'M': 1,
	'N': 1, 'O': 1, 'P': 1, 'Q': 1, 'R': 1, 'S': 1, 'T': 1, 'U': 1, 'V': 1, 'W': 1, 'X': 1, 'Y': 1, 'Z': 1,
	'a': 1, 'b': 1, 'c': 1, 'd': 1, 'e': 1, 'f': 1, 'g': 1, 'h': 1, 'i': 1, 'j': 1, 'k': 1, 'l': 1, 'm': 1,
	'n': 1, 'o': 1, 'p': 1, 'q': 1, 'r': 1, 's': 1, 't': 1, 'u': 1, 'v': 1, 'w': 1, 'x': 1, 'y': 1, 'z': 1,
}

// wordEnd gives the end of the word that begins at i. Hangul and other letters are words apart.
func wordEnd(s string, i int) int {
	if hangulAt(s, i) {
		for i += 3; i < len(s) && hangulAt(s, i); {
			i += 3
		}
		return i
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	for i += size; i < len(s); i += size {
		if wordByte[s[i]] != 0 {
			size = 1
			continue
		}
		var r rune
		if r, size = utf8.DecodeRuneInString(s[i:]); !isWord(r) || isHangul(r) {
			break
		}
	}
	return i
}

// hangulAt reports whether a syllable of Hangul, three bytes long, begins at i.
func hangulAt(s string, i int) bool {
	if s[i] < 0xEA || s[i] > 0xED || i+2 >= len(s) {
		return false
	}
	r := rune(s[i]&15)<<12 | rune(s[i+1]&63)<<6 | rune(s[i+2]&63)
	return isHangul(r) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80
}

// wordStart gives the start of the word that ends at i.
func wordStart(s string, i int) int {
	r, size := utf8.DecodeLastRuneInString(s[:i])
	hang := isHangul(r)
	for i -= size; i > 0; i -= size {
		if r, size = utf8.DecodeLastRuneInString(s[:i]); !isWord(r) || isHangul(r) != hang {
			break
		}
	}
	return i
}

// gapMost is how many characters may stand between two words of a name, white space counted once.
const gapMost = 3

// between gives the start of the next word from i on, and a key of what stands before it, in which all white space
// is a space, all apostrophes one and all hyphens one. Where more stands between than a name can have, the start is
// the length of s.
func between(s string, i int) (start int, sep uint64) {
	if i+1 < len(s) && s[i] == ' ' && wordByte[s[i+1]] != 0 {
		return i + 1, ' '
	}
	marks, space := 0, false
	for i < len(s) {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case isWord(r):
			return i, sep
		case r == 0:
			return len(s), 0
		case unicode.IsSpace(r):
			if space {
				i += size
				continue
			}
			space, r = true, ' '
		default:
			space = false
		}
		if marks++; marks > gapMost {
			return len(s), 0
		}
		sep, i = sep<<21|uint64(plainMark(r)), i+size
	}
	return i, 0
}

// plainMark gives one for all apostrophes and one for all hyphens.
func plainMark(r rune) rune {
	switch r {
	case '’', 'ʼ', '‘', '`', '´':
		return '\''
	case '‐', '‑', '–':
		return '-'
	}
	return r
}

const (
	hashBasis = 0xcbf29ce484222325
	hashPrime = 0x100000001b3
)

// hash is FNV-1a.
func hash(word string) uint64 {
	h := uint64(hashBasis)
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * hashPrime
	}
	return h
}

func stepKey(node int32, sep, word uint64) uint64 {
	h := word ^ sep*0x9E3779B97F4A7C15 ^ uint64(node+1)*0xC2B2AE3D27D4EB4F
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	h ^= h >> 32
	return h | 1
}

func hasHangul(s string) bool {
	for _, r := range s {
		if isHangul(r) {
			return true
		}
	}
	return false
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
