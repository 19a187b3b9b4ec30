package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The case of a quotation's first letter is the writer's: "The board voted" goes into his sentence as "the board
// voted". But only the capital with which a sentence begins may be lost, not that of a name.

// lowers reports whether the piece begins with a small letter where byte i of a text has a capital one.
func (p *piece) lowers(text string, i int) bool {
	if !p.bare || len(p.free) == 0 || p.free[0] != 0 {
		return false
	}
	own, _ := utf8.DecodeRuneInString(p.text)
	its, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLower(own) && unicode.IsUpper(its)
}

// opens reports whether a sentence, a quotation or a paragraph begins at byte i of a folded text.
func opens(f *folded, i int) bool {
	before := strings.TrimRight(f.text[:i], " ")
	last, _ := utf8.DecodeLastRuneInString(before)
	if before == "" || strings.ContainsRune(".!?:'(…。", last) {
		return true
	}
	at := f.start(i)
	return strings.ContainsRune(f.raw[len(strings.TrimRightFunc(f.raw[:at], unicode.IsSpace)):at], '\n')
}

// named is 1 when the piece's first word is a name by what the text does with it: it has its capital in the middle of a
// sentence and is nowhere written small. Else it is 2.
func (p *piece) named(text string) int {
	small := p.text[:len(p.text)-len(strings.TrimLeftFunc(p.text, wordy))]
	if small == "" || count(small, 0) == 0 {
		return 2
	}
	first, size := utf8.DecodeRuneInString(small)
	capital := string(unicode.ToUpper(first)) + small[size:]
	if word(text, small, false) {
		return 2
	}
	if word(text, capital, true) {
		return 1
	}
	return 2
}

// word reports whether a text has a word; within says that small letters, or a comma, must stand before it.
func word(text, w string, within bool) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], w)
		if i < 0 {
			return false
		}
		i += at
		at = i + len(w)
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[at:])
		if wordy(before) || wordy(after) {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:i], " "))
		if !within || wordy(last) || last == ',' {
			return true
		}
	}
}
