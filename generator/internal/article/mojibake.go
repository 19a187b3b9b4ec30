package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// windows is what Windows-1252 makes of the bytes 0x80 to 0x9F; the five without a meaning stand as control
// characters, as most decoders leave them.
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"

// mojibake is the number of bytes at the start of s that are UTF-8 which was taken for Windows-1252, 0 when there
// are none. Â, Ã, â and ð tell by themselves ("Ã©", "â€™"). Other letters, which may stand before a quotation mark
// with good right, need two such characters in a row ("ì„œìš¸").
func mojibake(s string) int {
	n := 0
	for {
		one := misread(s[n:], n > 0)
		if one == 0 {
			return n
		}
		n += one
	}
}

func misread(s string, again bool) int {
	lead, size := utf8.DecodeRuneInString(s)
	if lead < 0xc2 || lead > 0xf4 {
		return 0
	}
	if lead == 'Â' && strings.HasPrefix(s[size:], " ") {
		return size // of a no-break space that was made a blank since
	}
	if strings.HasPrefix(s, "â€\"") || lead == 'â' && strings.HasPrefix(s[size:], "€ ") {
		return size + len("€") // of a closing quotation mark, whose last byte has no meaning and was left out
	}
	r, n := undone(s)
	switch {
	case n == 0 || unicode.IsControl(r):
		return 0
	case again || lead == 'Â' || lead == 'â' || lead == 'ð':
		return n
	case lead == 'Ã':
		// "Ö" ends in a dash: before a blank it is one.
		before, _ := utf8.DecodeLastRuneInString(s[:n])
		if after, _ := utf8.DecodeRuneInString(s[n:]); strings.ContainsRune("‘’“”–—»", before) && !unicode.IsLetter(after) {
			return 0
		}
		return n
	}
	if next, m := undone(s[n:]); m == 0 || unicode.IsControl(next) {
		return 0
	}
	return n
}

// undone makes the character again that was misread, and says how many bytes of s it was made of.
func undone(s string) (r rune, n int) {
	lead, n := utf8.DecodeRuneInString(s)
	var room [utf8.UTFMax]byte
	b := append(room[:0], byte(lead))
	more := 0
	switch {
	case lead >= 0xc2 && lead < 0xe0:
		more = 1
	case lead >= 0xe0 && lead < 0xf0:
		more = 2
	case lead >= 0xf0 && lead <= 0xf4:
		more = 3
	default:
		return 0, 0
	}
	for range more {
		r, size := utf8.DecodeRuneInString(s[n:])
		c, ok := trailing(r)
		if !ok {
			return 0, 0
		}
		b, n = append(b, c), n+size
	}
	r, size := utf8.DecodeRune(b)
	if r == utf8.RuneError || size != len(b) {
		return 0, 0
	}
	return r, n
}

// trailing is the byte from 0x80 to 0xBF that r was read from.
func trailing(r rune) (byte, bool) {
	if r >= 0xa0 && r <= 0xbf {
		return byte(r), true
	}
	c := byte(0x80)
	for _, w := range windows {
		if w == r {
			return c, true
		}
		c++
	}
	return 0, false
}
