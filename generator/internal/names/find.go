package names

import (
	"strings"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// finder looks through one text.
type finder struct {
	g    *Gazetteer
	text []string
	hits []hit
	para int
	s    string            // the paragraph
	done int               // end of the last hit in it
	last [2]int            // start and end of the Latin word before
	lang int8              // whether the text is German; 0 when not yet looked at
	low  int8              // whether the paragraph has small letters; 0 when not yet looked at
	full []int32           // who is named by more than a surname, sorted
	kin  map[int32][]int32 // those of them who bear a surname, by its first claim
	some [8]int32
}

// hit is a place where a form stands.
type hit struct {
	para, start, end int
	claims           int32 // list of those to the form; none for a misspelling
	tail             string
	glued            bool  // with a particle or an ending
	named            bool  // it is the name of an entry and not a surname alone
	typo             int32 // entry whose name is misspelt
}

// Find lists the mentions in a text in order, and what is open. The text is a list of paragraphs, the title first.
func (g *Gazetteer) Find(text []string) ([]Mention, []Open) {
	f := finder{g: g, text: text}
	for para, s := range text {
		f.para, f.s, f.done, f.low = para, s, 0, 0
		f.scan()
	}
	if len(f.hits) == 0 {
		return nil, nil
	}
	return f.resolve()
}

// scan goes through a paragraph word by word.
func (f *finder) scan() {
	s, t := f.s, &f.g.tree
	f.last = [2]int{-1, -1}
	for i := 0; i < len(s); {
		c := s[i]
		if wordByte[c] == 0 {
			if c < utf8.RuneSelf {
				i++
				continue
			}
			r, size := utf8.DecodeRuneInString(s[i:])
			if !isWord(r) {
				i += size
				continue
			}
			if isHangul(r) {
				end := wordEnd(s, i)
				if t.mayHang(uint(r-0xAC00)) && f.startsHere(i) {
					end = max(end, f.at(i, end))
				}
				i = end
				continue
			}
		}
		end := i + 1
		for end < len(s) && wordByte[s[end]] != 0 {
			end++
		}
		if end < len(s) && s[end] >= utf8.RuneSelf || c >= utf8.RuneSelf {
			end = wordEnd(s, i)
		}
		if c == 'h' || c == 'w' {
			if stop := addressEnd(s, i); stop > 0 {
				i = stop
				continue
			}
		}
		if f.worth(s[i:end]) && f.startsHere(i) {
			if stop := f.at(i, end); stop > end {
				i = stop
				continue
			}
		}
		f.last = [2]int{i, end}
		i = end
	}
}

// worth reports whether a Latin word is worth a closer look.
func (f *finder) worth(word string) bool {
	if f.g.tree.may(word) {
		return true
	}
	if c := word[0]; c < 'A' || c > 'Z' && c < utf8.RuneSelf {
		return false
	}
	return f.g.typos.mayFollow(word) || len(word) > 3 && word[len(word)-1] == 's' && f.g.tree.may(word[:len(word)-1])
}

// startsHere reports whether a name may begin at i: not after a letter, digit or full stop, an at sign or underscore.
func (f *finder) startsHere(i int) bool {
	if i == 0 {
		return true
	}
	switch c := f.s[i-1]; {
	case c == '.' || c == '@' || c == '_' || wordByte[c] != 0:
		return false
	case c < utf8.RuneSelf:
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(f.s[:i])
	return !isWord(r)
}

// at looks for a form at the word from i to end, notes it, and gives where it ends, or 0.
func (f *finder) at(i, end int) int {
	h, named := f.longest(i, end)
	if named && strings.EqualFold(f.s[i:end], "the") {
		// In "the North Korean leader" the longer name goes before "the North".
		if start, _ := between(f.s, end); start < h.end {
			if inner, ok := f.longest(start, wordEnd(f.s, start)); ok && inner.end > h.end {
				h = inner
			}
		}
	}
	if !named {
		if m, ok := f.initialled(i, end); ok {
			h = m
		} else if m, ok := f.misspelt(i, end); ok {
			h = m
		} else if h.claims == none {
			return 0
		}
	}
	h.para = f.para
	f.hits = append(f.hits, h)
	f.done = h.end
	return h.end
}

// longest follows the words from i on through the tree and gives the last form met, and whether it is the name of an
// entry and not merely a surname.
func (f *finder) longest(i, end int) (best hit, named bool) {
	best = hit{start: i, claims: none, typo: none}
	t, s := &f.g.tree, f.s
	node, start, sep := int32(0), i, uint64(0)
	for {
		if _, ok := syllable(s[start:end]); ok {
			f.prefixes(&best, node, sep, start, end)
		} else if f.genitive(s[start:end]) {
			f.claimed(&best, t.step(stepKey(node, sep, hash(s[start:end-1]))), end, true)
		}
		node = t.step(stepKey(node, sep, hash(s[start:end])))
		if node == none {
			break
		}
		f.claimed(&best, node, end, false)
		if start, sep = between(s, end); start == len(s) {
			break
		}
		end = wordEnd(s, start)
	}
	return best, best.named
}

// claimed takes a node as the best so far if a form ends there and may end in the text.
func (f *finder) claimed(best *hit, at int32, end int, glued bool) {
	if at == none || f.g.tree.nodes[at].claims == none {
		return
	}
	n, s, tail := &f.g.tree.nodes[at], f.s, ""
	if n.tailed && end < len(s) && s[end] == '.' && !f.wordAt(end+1) {
		tail = "."
	}
	if tail == "" && !n.bare || !f.fits(best.start, end) || junior(s[end:]) {
		return
	}
	if tail == "" && f.wordAt(end) {
		rest := s[end:min(wordEnd(s, end), end+48)]
		if _, ok := syllable(rest); !ok || !particles(s[best.start:end], rest, 3) {
			return
		}
		glued = true
	}
	best.claims, best.tail, best.end, best.glued, best.named = n.claims, tail, end+len(tail), glued, n.named
}

// junior reports whether what follows a name makes it that of a son or grandson.
func junior(rest string) bool {
	rest = strings.TrimPrefix(strings.TrimPrefix(rest, ","), " ")
	for _, word := range [...]string{"Jr", "Sr", "II", "III"} {
		if r, ok := strings.CutPrefix(rest, word); ok && (r == "" || !isWord(firstRune(r))) {
			return true
		}
	}
	return false
}

// initialled finds a person's name of two words with an initial between them: Clara B. Weber.
func (f *finder) initialled(i, end int) (hit, bool) {
	s, t := f.s, &f.g.tree
	if end+4 > len(s) || s[end] != ' ' || s[end+1] < 'A' || s[end+1] > 'Z' || s[end+2] != '.' {
		return hit{}, false
	}
	first := t.step(stepKey(0, 0, hash(s[i:end])))
	start, sep := between(s, end+3)
	if first == none || start == len(s) || sep != ' ' {
		return hit{}, false
	}
	stop := wordEnd(s, start)
	last := t.step(stepKey(first, ' ', hash(s[start:stop])))
	if last == none || !t.nodes[last].bare || !t.nodes[last].named || f.wordAt(stop) || junior(s[stop:]) {
		return hit{}, false
	}
	if c := t.nodes[last].claims; f.g.entries[t.claim[c].entry].kind != book.Person {
		return hit{}, false
	}
	return hit{start: i, end: stop, claims: t.nodes[last].claims, typo: none, named: true, glued: true}, true
}

// fits keeps a form of two or three capitals out of a line that is all capitals, where it may be any word.
func (f *finder) fits(start, end int) bool {
	if end-start > 3 || f.low > 0 || !isASCII(f.s[start:end]) {
		return true
	}
	if f.low == 0 {
		f.low = -1
		if len(f.s) < 12 || strings.IndexFunc(f.s, func(r rune) bool { return r >= 'a' && r <= 'z' || isHangul(r) }) >= 0 {
			f.low = 1
		}
	}
	return f.low > 0
}

func (f *finder) wordAt(i int) bool {
	if i >= len(f.s) {
		return false
	}
	if c := f.s[i]; c < utf8.RuneSelf {
		return wordByte[c] != 0 || c == '_'
	}
	r, _ := utf8.DecodeRuneInString(f.s[i:])
	return isWord(r)
}

// prefixMost is the number of syllables up to which the beginning of a Hangul word is looked up.
const prefixMost = 20

// prefixes looks up the beginnings of a word in Hangul: a name may have particles behind it. A single syllable is a
// name only when it stands alone.
func (f *finder) prefixes(best *hit, from int32, sep uint64, start, end int) {
	t, s := &f.g.tree, f.s
	h := uint64(hashBasis)
	for n, at := 1, start; n <= prefixMost && at+3 < end; n++ {
		for _, c := range []byte(s[at : at+3]) {
			h = (h ^ uint64(c)) * hashPrime
		}
		at += 3
		to := t.step(stepKey(from, sep, h))
		if to == none || t.nodes[to].claims == none || n == 1 && from == 0 {
			continue
		}
		c := t.nodes[to].claims
		if attached(s[start:at], s[at:min(end, at+48)], &f.g.entries[t.claim[c].entry]) {
			best.claims, best.tail, best.end, best.glued, best.named = c, "", at, true, t.nodes[to].named
		}
	}
}

// genitive reports whether a word may be a German genitive.
func (f *finder) genitive(word string) bool {
	n := len(word)
	if n < 4 || word[n-1] != 's' || strings.IndexByte("sxz", word[n-2]) >= 0 {
		return false
	}
	return f.german()
}

// german guesses whether the text is in German, from the small words among its first ones.
func (f *finder) german() bool {
	if f.lang == 0 {
		f.lang = -1
		if isGerman(f.text) {
			f.lang = 1
		}
	}
	return f.lang > 0
}

func isGerman(text []string) bool {
	german, words := 0, 0
	for _, s := range text {
		for w := range strings.FieldsSeq(s[:min(len(s), 2000)]) {
			switch w {
			case "der", "die", "das", "und", "ist", "nicht", "mit", "von", "dem", "den", "des", "ein", "eine", "im", "auf", "für", "sich", "zu":
				german++
			case "the", "and", "of", "to", "is", "in", "with", "on", "for", "from", "a", "by":
				german--
			}
			if words++; words == 300 {
				return german > 2
			}
		}
	}
	return german > 0
}

// addressEnd gives the end of an address of the web that begins at i, 0 when none does.
func addressEnd(s string, i int) int {
	rest := s[i:]
	if !strings.HasPrefix(rest, "http://") && !strings.HasPrefix(rest, "https://") && !strings.HasPrefix(rest, "www.") {
		return 0
	}
	if end := strings.IndexAny(rest, " \t\r\n\x00\u00a0"); end >= 0 {
		return i + end
	}
	return len(s)
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
