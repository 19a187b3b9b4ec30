package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a surname is, by the words beside it.
type part uint8

const (
	itself   part = iota // a surname standing for a person
	other                // part of a longer name, or no name
	namesake             // the surname of somebody else, who is named in full
)

// within judges a bare surname by its neighbours: another capitalised word beside it, other than a title, makes it
// part of a longer name.
func (f *finder) within(h *hit, kin []int32) part {
	s := f.text[h.para]
	if hasHangul(s[h.start:h.end]) {
		if utf8.RuneCountInString(s[h.start:h.end]) == 1 && (h.glued || !beforeOffice(s[h.end:])) {
			return other
		}
		return itself
	}
	if headline(s) {
		if after, at := wordAfter(s, h.end); after != "" && at+len(after) < len(s) && s[at+len(after)] == '-' && f.eastern(kin) && given(s, h.end) == 2 {
			return namesake
		}
		return itself
	}
	before, joined := wordBefore(s, h.start)
	after, next := wordAfter(s, h.end)
	eastern := f.eastern(kin)
	if eastern && after != "" && startsUpper(after) && !f.known(h, next) {
		if n := given(s, h.end); n == 2 {
			return namesake
		} else if n == 1 && !f.german() && !plainUpper(after) {
			return other
		}
	}
	if isMonth(s, h.start, h.end) || isGlue(s[h.start:h.end]) && beginsSentence(s, h.start) || houseOrFirm(after) && !f.known(h, next) {
		return other
	}
	if !f.german() && !eastern && joinsBehind(after) && !f.known(h, next) {
		return other
	}
	if lower := strings.ToLower(before); lower == "the" || lower == "a" || lower == "an" {
		if after == "" || startsUpper(after) && !plainUpper(after) || slices.Contains(smallWords, after) {
			return other
		}
		return itself
	}
	if f.german() && slices.Contains(germanArticles, strings.ToLower(before)) && !joined && (h.end == len(s) || s[h.end] != '-') {
		return other // a noun, where the surname is one
	}
	if before == "" || joined || !startsUpper(before) || eastern && len(before) < 2 {
		return itself
	}
	return f.behind(h, before)
}

// behind judges a surname behind a capitalised word.
func (f *finder) behind(h *hit, before string) part {
	s := f.text[h.para]
	start := h.start - 1 - len(before)
	switch {
	case isTitle(before) || f.german() && germanTitle(before) || plainUpper(before) || allUpper(before) || f.endsName(h.para, h.start-1):
		return itself
	case beginsSentence(s, start):
		if slices.Contains(openers, before) || strings.HasSuffix(before, "ly") || strings.HasSuffix(before, "ing") || strings.HasSuffix(before, "ed") {
			return itself
		}
		return other
	case f.german() && !slices.Contains(germanGiven, before) && nounBefore(s, start):
		return itself
	}
	return namesake
}

// eastern reports whether all of some people have their family name first.
func (f *finder) eastern(kin []int32) bool {
	return !slices.ContainsFunc(kin, func(e int32) bool { return !f.g.entries[e].familyFirst })
}

// known reports whether the word behind a hit begins another hit.
func (f *finder) known(h *hit, at int) bool {
	i, _ := slices.BinarySearchFunc(f.hits, hit{para: h.para, start: at}, compareHits)
	return i < len(f.hits) && f.hits[i].para == h.para && f.hits[i].start == at
}

// endsName reports whether a hit ends at a place.
func (f *finder) endsName(para, at int) bool {
	i, _ := slices.BinarySearchFunc(f.hits, hit{para: para, start: at}, compareHits)
	return i > 0 && f.hits[i-1].para == para && f.hits[i-1].end == at
}

func compareHits(a, b hit) int {
	if a.para != b.para {
		return a.para - b.para
	}
	return a.start - b.start
}

// wordBefore gives the word before i if a single space or a hyphen parts them; joined says that it is a hyphen.
func wordBefore(s string, i int) (word string, joined bool) {
	if i < 2 {
		return "", false
	}
	r, size := utf8.DecodeLastRuneInString(s[:i])
	end := i - size
	if joined = plainMark(r) == '-'; !joined && r != ' ' && r != '\u00a0' {
		return "", false
	}
	if r := lastRune(s[:end]); !isWord(r) {
		if r == '.' && end > 2 {
			if start := wordStart(s, end-1); start < end-1 && isTitle(s[start:end-1]) {
				return s[start : end-1], joined
			}
		}
		return "", joined
	}
	start := max(wordStart(s, end), end-60)
	return s[start:end], joined
}

// wordAfter gives the word behind i if a single space parts them, and where it begins.
func wordAfter(s string, i int) (string, int) {
	if i >= len(s) || s[i] != ' ' || i+1 >= len(s) {
		return "", 0
	}
	if r, _ := utf8.DecodeRuneInString(s[i+1:]); !isWord(r) {
		return "", 0
	}
	end := wordEnd(s, i+1)
	return s[i+1 : min(end, i+61)], i + 1
}

// given counts the syllables of a Korean given name behind a family name that ends at i: 2 for "Dae-jung", "Dae Jung"
// and "Daejung", 1 for a single one, 0 for what is no given name.
func given(s string, i int) int {
	word, at := wordAfter(s, i)
	n := syllables(word)
	if n == 0 || n > 2 {
		return 0
	}
	end := at + len(word)
	if n == 1 && end < len(s) && plainMark(firstRune(s[end:])) == '-' {
		_, size := utf8.DecodeRuneInString(s[end:])
		if start := end + size; start < len(s) && syllables(s[start:wordEnd(s, start)]) == 1 {
			return 2
		}
		return 0
	}
	if n == 1 {
		if next, _ := wordAfter(s, end); startsUpper(next) && syllables(next) == 1 && !plainUpper(next) {
			return 2
		}
	}
	return n
}

// headline reports whether a line has most of its longer words begin with capitals, so that capitals say nothing.
func headline(s string) bool {
	if len(s) > 240 || strings.HasSuffix(s, ".") || strings.Contains(s, ". ") {
		return false
	}
	upper, long := 0, 0
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !isWord(r) && r != '\'' && r != '’' && r != '-' }) {
		if len(w) < 4 {
			continue
		}
		if long++; startsUpper(w) {
			upper++
		}
	}
	return long > 2 && upper*4 > long*3
}

// beginsSentence reports whether a sentence or a quotation begins at i.
func beginsSentence(s string, i int) bool {
	before := strings.TrimRight(s[:i], " \u00a0\n\t")
	switch r := lastRune(before); r {
	case '.':
		return !endsTitle(before)
	case utf8.RuneError:
		return before == ""
	case '!', '?', ':', ';', '"', '“', '„', '«', '»', '”', '(', '–', '—', '\'', '‘', '\x00':
		return true
	}
	return false
}

func endsTitle(s string) bool {
	end := len(s) - 1
	return end > 0 && isWord(lastRune(s[:end])) && isTitle(s[wordStart(s, end):end])
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func allUpper(word string) bool {
	return strings.IndexFunc(word, unicode.IsLower) < 0
}
