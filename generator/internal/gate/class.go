package gate

import (
	"unicode"
	"unicode/utf8"
)

// The classes of bytes.
const (
	apart   uint8 = iota // parts words
	inner                // a letter or digit of ASCII
	special              // to be looked at
	tagged               // parts words, and means something in a tag
)

type classes [256]uint8

var (
	usual    = classify("")
	bibtex   = classify("{}")    // {N}orth is one word there
	richText = classify("{}")    // and there; commands are written in another way
	written  = classify("*[]`~") // as is [T]he in Markdown
)

// classify gives the classes of bytes where some characters are nothing.
func classify(nothing string) *classes {
	var c classes
	for i := range c {
		switch b := byte(i); {
		case b|0x20 >= 'a' && b|0x20 <= 'z', b >= '0' && b <= '9':
			c[i] = inner
		case b >= utf8.RuneSelf, b == 0, b == '<', b == '&', b == '%', b == '\\', b == '\'':
			c[i] = special
		case b == '>', b == '=', b == '"', b == '-':
			c[i] = tagged
		}
	}
	for i := range len(nothing) {
		c[nothing[i]] = special
	}
	return &c
}

// sort says what a character is to a word.
type sort uint8

const (
	parting sort = iota
	letter
	single     // a word of its own: Han, kana
	slight     // the same, and of less weight: Thai, Lao, Khmer, Burmese
	mark       // belongs to the character before it
	nothing    // as if it were not there
	apostrophe // within a word where letters stand on both sides
)

// sortOf sorts a character beyond ASCII.
func sortOf(r rune) sort {
	switch {
	case r >= 0xac00 && r <= 0xd7a3: // Hangul
		return letter
	case r >= 0x4e00 && r <= 0x9fff:
		return single
	case r == 0x2019, r == 0x2018, r == 0x201b, r == 0x02bc, r == 0xff07, r == 0xb4:
		return apostrophe
	case r >= 0x2010 && r <= 0x2027:
		return parting
	case r == 0x3099, r == 0x309a, r == 0xff9e, r == 0xff9f: // voice of a kana
		return mark
	case r >= 0xfe00 && r <= 0xfe0f, r == 0x034f: // variation, joiner of graphemes
		return nothing
	case unicode.IsLetter(r):
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana), r == 0x30fc, r == 0xff70:
			return single
		case r >= 0x0e00 && unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
			return slight
		}
		return letter
	case unicode.IsDigit(r):
		return letter
	case unicode.IsMark(r):
		return mark
	case unicode.Is(unicode.Cf, r):
		return nothing
	}
	return parting
}
