package names

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Capitals is a digest of the words of a text that a name could lie in: those with a capital, in Hangul or in other
// scripts, and what follows them. By it a text is told that an entry cannot concern, so that a new name of one entry
// does not have all texts looked through. It errs on the side of yes.
type Capitals [64]uint64

func (c *Capitals) put(b uint) { c[b>>6&63] |= 1 << (b & 63) }

func (c *Capitals) has(b uint16) bool { return c[b>>6&63]>>(b&63)&1 != 0 }

// Add takes in the words of a text.
func (c *Capitals) Add(s string) {
	follows := false
	for i := 0; i < len(s); {
		b := s[i]
		if wordByte[b] == 0 && (b < utf8.RuneSelf || !wordRune(s[i:])) {
			i++
			continue
		}
		end := wordEnd(s, i)
		capital := b >= 'A' && b <= 'Z' || b >= utf8.RuneSelf
		if capital || follows {
			word := s[i:end]
			c.put(trait(word))
			if n := len(word); word[n-1] == 's' && n > 3 {
				c.put(trait(word[:n-1])) // a genitive
			}
		}
		follows, i = capital, end
	}
}

func wordRune(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isWord(r)
}

// trait folds what a word begins and ends with and its length into 12 bits, without regard to case; of Hangul only
// the first syllable, since particles may follow.
func trait(word string) uint {
	if s, ok := syllable(word); ok {
		return (s*0x9E5 ^ s>>5) & 0xFFF
	}
	n := len(word)
	b := uint(small(word[0]))*0x1F35 ^ uint(small(word[n-1]))*0x259 ^ uint(n)*0x3D1
	if n > 1 {
		b ^= uint(small(word[1])) * 0xA3D
	}
	return (b ^ b>>12) & 0xFFF
}

func small(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c | 0x20
	}
	return c
}

// traits are those of an entry: every text that it concerns has one of them.
type traits struct {
	list   []uint16
	always bool // it may concern any text
}

// form takes in a form of a name: its words with a capital must be in the text, of which the longest tells most.
func (t *traits) form(form string) {
	key := ""
	for at := 0; ; {
		start, _ := between(form, at)
		if start == len(form) {
			break
		}
		end := wordEnd(form, start)
		if c := form[start]; (c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf) && end-start > len(key) {
			key = form[start:end]
		}
		at = end
	}
	if key == "" {
		t.always = true
		return
	}
	t.put(key)
}

// misspelt takes in a name of which one word may be wrong: the first or the second must be in the text.
func (t *traits) misspelt(name string) {
	n := 0
	for w := range strings.FieldsFuncSeq(name, func(r rune) bool { return !isWord(r) }) {
		if !isASCII(w) {
			t.always = true
		}
		t.put(w)
		if n++; n == 2 {
			return
		}
	}
}

func (t *traits) put(word string) {
	if b := uint16(trait(word)); !slices.Contains(t.list, b) {
		t.list = append(t.list, b)
	}
}

// Concerns reports whether an entry, by its number in the list that [New] was given, may be named in a text.
func (g *Gazetteer) Concerns(entry int, text *Capitals) bool {
	t := &g.entries[entry].traits
	return t.always || slices.ContainsFunc(t.list, text.has)
}
