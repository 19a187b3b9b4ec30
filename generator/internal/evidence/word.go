package evidence

import (
	"unicode"
	"unicode/utf8"
)

// A word is a run of letters and digits, with what joins them: the apostrophe of "don't", the stops of "U.S." and
// "1,000.5". The parts of a compound with a hyphen are words of their own when they are counted, but a quotation does
// not begin or end between them. In scripts without blanks every character is a word.

// nextWord finds the first word of a folded text at or after byte i; start is len(s) when there is none.
func nextWord(s string, i int) (start, end int) {
	for start = i; start < len(s); {
		r, size := utf8.DecodeRuneInString(s[start:])
		if unspaced(r) {
			return start, start + size
		}
		if letter(r) && !unicode.IsMark(r) {
			return start, wordEnd(s, start)
		}
		start += size
	}
	return len(s), len(s)
}

// wordEnd is where the word ends that begins at byte start.
func wordEnd(s string, start int) int {
	short := true // one letter since the start or the last stop
	var left rune
	for i := start; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if letter(r) {
			short = i == start || left == '.'
			left, i = r, i+size
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[i+size:])
		between := digit(left) && digit(next) && (r == '.' || r == ',' || r == ':' || r == '/')
		if !between && (r != '\'' || !unicode.IsLetter(left) || !unicode.IsLetter(next)) && (r != '.' || !short || !unicode.IsLetter(left) || !letter(next)) {
			return i
		}
		left, i = r, i+size
	}
	return len(s)
}

// count counts the words of a folded text, and stops one after most when most is not below 0.
func count(s string, most int) int {
	n := 0
	for start, end := nextWord(s, 0); start < len(s) && (most < 0 || n <= most); start, end = nextWord(s, end) {
		n++
	}
	return n
}

// inside reports whether a word, a number or a compound with a hyphen goes on over byte i of the folded text, so that
// a quotation cannot begin or end there.
func (f *folded) inside(i int) bool {
	if i <= 0 || i >= len(f.text) {
		return false
	}
	before, size := utf8.DecodeLastRuneInString(f.text[:i])
	after, width := utf8.DecodeRuneInString(f.text[i:])
	if unicode.IsMark(after) || letter(before) && letter(after) {
		return true
	}
	if letter(after) && f.joint(i-size, i) {
		return true
	}
	return letter(before) && f.joint(i, i+width)
}

// joint reports whether the character of the folded text from byte at to byte end joins what stands around it.
func (f *folded) joint(at, end int) bool {
	left, size := utf8.DecodeLastRuneInString(f.text[:at])
	r, _ := utf8.DecodeRuneInString(f.text[at:])
	right, _ := utf8.DecodeRuneInString(f.text[end:])
	digits, letters := digit(left) && digit(right), letter(left) && letter(right)
	switch r {
	case '-':
		return f.hyphenated(at, end, left, right)
	case '\'':
		own, _ := utf8.DecodeRuneInString(f.raw[f.start(at):])
		return letters && unicode.IsLetter(right) && apostrophe(own)
	case '.':
		earlier, _ := utf8.DecodeLastRuneInString(f.text[:at-size])
		return digits || letters && unicode.IsLetter(left) && unicode.IsLetter(right) && !letter(earlier)
	case ',', ':', '/':
		return digits
	case '%', '‰', '°':
		return digit(left)
	case '&', '@', '_', utf8.RuneError:
		return letters
	}
	return currency(r) && (digit(left) || digit(right))
}

// hyphenated reports whether the dash at a byte is a hyphen within a compound, a range of numbers, or a minus.
func (f *folded) hyphenated(at, end int, left, right rune) bool {
	if !letter(right) {
		return false
	}
	own, size := utf8.DecodeRuneInString(f.raw[f.start(at):])
	if f.start(end)-f.start(at) != size { // longer, or with blanks
		return false
	}
	if letter(left) {
		return hyphen(own) || own == utf8.RuneError || digit(left) && digit(right)
	}
	return digit(right) && minus(own)
}
