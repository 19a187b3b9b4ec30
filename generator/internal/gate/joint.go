package gate

import (
	"unicode"
	"unicode/utf8"
)

// The hyphens beside "-" at which a word may be divided at the end of a line.
const (
	hyphen     = '\u2010'
	softHyphen = '\u00ad'
)

// margin is how many blanks may stand before the other half of a divided word.
const margin = 24

// mayGoOn reports whether a word may go on behind the "-" or "_" that begins b: a quick look.
func mayGoOn(b []byte) bool {
	switch b[1] | 0x20 {
	case 's', 't', 'l', 'v', 'r', '\r' | 0x20, '\n' | 0x20, ' ', '\t' | 0x20:
		return true
	}
	return false
}

// goesOn reports whether a word whose last letter is given goes on behind a "-" or "_", and behind how many bytes more:
// one divided at the end of a line, or one of which an address has left the apostrophe out ("israel-s-story", "don-t").
// The "s" and the half of a word are the rest of the word. A compound divided at its hyphen counts as one word then.
func goesOn(mark byte, rest []byte, last byte) (skip int, on bool) {
	if mark == '-' {
		if n := half(rest); n > 0 {
			return n, true
		}
	}
	return 0, ending(rest, last)
}

// half is how many bytes stand before the other half of a word, 0 when there is none: a small letter on the next line.
func half(rest []byte) int {
	lines, i := 0, 0
	for ; i < len(rest) && i < margin; i++ {
		switch rest[i] {
		case '\n':
			lines++
			continue
		case ' ', '\t', '\r':
			continue
		}
		break
	}
	if lines != 1 || i == len(rest) {
		return 0
	}
	if r, _ := utf8.DecodeRune(rest[i:]); !unicode.IsLower(r) {
		return 0
	}
	return i
}

// ending reports whether a text begins with what stands behind an apostrophe in English, and nothing more of a word.
func ending(rest []byte, last byte) bool {
	n := 0
	for n < len(rest) && n < 3 && usual[rest[n]] == inner {
		n++
	}
	if n < len(rest) && usual[rest[n]] == special && rest[n] != 0 { // a letter, or a tag in the midst of a word
		return false
	}
	switch n {
	case 1:
		return rest[0]|0x20 == 's' || rest[0]|0x20 == 't' && last == 'n'
	case 2:
		switch string([]byte{rest[0] | 0x20, rest[1] | 0x20}) {
		case "ll", "ve":
			return true
		case "re":
			return last == 'e' || last == 'y' || last == 'u'
		}
	}
	return false
}
