package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// partsMost is the number of words of the longest name looked for misspelt.
const partsMost = 4

// typos finds names of which one word is misspelt. A name of n words is filed n times, each time under its other
// words and the place of the one left out; words that are right lead to the few names that one word could be of.
type typos struct {
	names  []typoName
	files  []typoFile
	heads  []int32         // by the key's low bits: the first file, none for none
	first  [1 << 10]uint64 // which words can stand first in a name, as tree.front
	second [1 << 10]uint64 // and second
}

type typoName struct {
	parts [partsMost]string // in small letters
	n     int
	entry int32
}

type typoFile struct {
	key  uint64
	name int32
	next int32
}

func (t *typos) grow(names int) {
	t.names = make([]typoName, 0, names)
	t.files = make([]typoFile, 0, 3*names)
}

// add files a person's name.
func (t *typos) add(name string, entry int32) {
	n := typoName{entry: entry}
	var shown [partsMost]string
	for w := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == ' ' || r == '-' || r == '‐' || r == '‑' }) {
		if n.n == partsMost || strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) >= 0 {
			return
		}
		n.parts[n.n], shown[n.n] = strings.ToLower(w), w
		n.n++
	}
	if n.n < 2 || !startsUpper(shown[0]) {
		return
	}
	first, second := beginning(shown[0]), beginning(shown[1])
	t.first[first/64] |= 1 << (first % 64)
	t.second[second/64] |= 1 << (second % 64)
	for miss := range n.n {
		if utf8.RuneCountInString(n.parts[miss]) > 2 {
			t.files = append(t.files, typoFile{key: partsKey(n.parts[:n.n], miss), name: int32(len(t.names))})
		}
	}
	t.names = append(t.names, n)
}

// arrange makes the names findable, once all are filed.
func (t *typos) arrange() {
	size := 64
	for size < len(t.files) {
		size *= 2
	}
	t.heads = make([]int32, size)
	for i := range t.heads {
		t.heads[i] = none
	}
	for i := range t.files {
		h := &t.heads[t.files[i].key&uint64(size-1)]
		t.files[i].next, *h = *h, int32(i)
	}
}

func (t *typos) mayFollow(word string) bool {
	b := beginning(word)
	return t.second[b/64]>>(b%64)&1 != 0
}

func (t *typos) mayLead(word string) bool {
	b := beginning(word)
	return t.first[b/64]>>(b%64)&1 != 0
}

// partsKey is the key of all words but one.
func partsKey(parts []string, miss int) uint64 {
	h := uint64(miss*8 + len(parts))
	for i, p := range parts {
		if i == miss {
			h = h*0x9E3779B97F4A7C15 + 1
			continue
		}
		w := uint64(hashBasis)
		for _, r := range p {
			w = (w ^ uint64(unicode.ToLower(r))) * hashPrime
		}
		h = (h ^ w) * 0xC2B2AE3D27D4EB4F
		h ^= h >> 31
	}
	return h
}

// misspelt looks for a misspelt name of which the word from i to end is the first, rightly spelt, or the second after
// one that is not.
func (f *finder) misspelt(i, end int) (hit, bool) {
	t := &f.g.typos
	lead, follow := t.mayLead(f.s[i:end]), t.mayFollow(f.s[i:end])
	if !lead && !follow {
		return hit{}, false
	}
	var ends [partsMost]int
	var parts [partsMost]string
	parts[0], ends[0] = f.s[i:end], end
	n := 1
	for ; n < partsMost; n++ {
		start, sep := between(f.s, ends[n-1])
		if start == len(f.s) || sep != ' ' && sep != '-' {
			break
		}
		ends[n] = wordEnd(f.s, start)
		if ends[n]-start > 40 {
			break
		}
		parts[n] = f.s[start:ends[n]]
	}
	if lead && startsUpper(parts[0]) {
		for k := n; k >= 2; k-- {
			for miss := 1; miss < k; miss++ {
				if entry, ok := t.meant(parts[:k], miss); ok {
					return hit{start: i, end: ends[k-1], claims: none, typo: entry}, true
				}
			}
		}
	}
	if !follow || f.last[0] < f.done || f.last[1]-f.last[0] > 40 || !startsUpper(f.s[f.last[0]:]) || !f.startsHere(f.last[0]) {
		return hit{}, false
	}
	if start, sep := between(f.s, f.last[1]); start != i || sep != ' ' && sep != '-' {
		return hit{}, false
	}
	all := [partsMost + 1]string{f.s[f.last[0]:f.last[1]]}
	copy(all[1:], parts[:])
	for k := min(n+1, partsMost); k >= 2; k-- {
		if entry, ok := t.meant(all[:k], 0); ok {
			return hit{start: f.last[0], end: ends[k-2], claims: none, typo: entry}, true
		}
	}
	return hit{}, false
}

// meant gives the one entry with a name of which these words differ by a slip in one word. Of two it gives neither.
func (t *typos) meant(parts []string, miss int) (int32, bool) {
	if len(t.files) == 0 {
		return none, false
	}
	key, found := partsKey(parts, miss), int32(none)
	for i := t.heads[key&uint64(len(t.heads)-1)]; i != none; i = t.files[i].next {
		if t.files[i].key != key {
			continue
		}
		if n := &t.names[t.files[i].name]; n.n == len(parts) && n.entry != found && slip(n.parts[miss], parts[miss]) {
			if found != none {
				return none, false
			}
			found = n.entry
		}
	}
	return found, found != none
}

// slip reports whether a word is a name's word with one letter missing, added, changed or swapped. The first letter
// must be right, and the word long enough that it is not another.
func slip(right, word string) bool {
	var a, b [24]rune
	n, m := runes(&a, right), runes(&b, word)
	if n < 3 || m < 3 || n > len(a)-1 || m > len(b)-1 || a[0] != b[0] {
		return false
	}
	i := 1
	for i < min(n, m) && a[i] == b[i] {
		i++
	}
	same := func(x, y []rune) bool { return string(x) == string(y) }
	switch {
	case m == n-1:
		return same(a[i+1:n], b[i:m])
	case m == n+1:
		return same(a[i:n], b[i+1:m]) && !(i == n && b[n] == 's')
	case m != n || i == n:
		return false
	case i+1 < n && a[i] == b[i+1] && a[i+1] == b[i]:
		return same(a[i+2:n], b[i+2:m])
	}
	return n > 3 && same(a[i+1:n], b[i+1:m])
}

// runes puts the letters of a word, small, into a; it stops when a is full.
func runes(a *[24]rune, word string) int {
	n := 0
	for _, r := range word {
		if n == len(a) {
			break
		}
		a[n] = unicode.ToLower(r)
		n++
	}
	return n
}
