package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// invisible reports whether a character cannot be seen and parts nothing.
func invisible(r rune) bool {
	switch {
	case r < 0x80:
		return false
	case r >= '\u200b' && r <= '\u200f', r >= '\u202a' && r <= '\u202e', r >= '\u2060' && r <= '\u206f', r >= '\ufe00' && r <= '\ufe0f':
		return true
	}
	switch r {
	case '\u00ad', '\u034f', '\u061c', '\u180e', '\ufeff':
		return true
	}
	return false
}

// dash reports whether a character is a hyphen, a dash or a minus.
func dash(r rune) bool {
	switch {
	case r == '-', r >= '\u2010' && r <= '\u2015', r == '\u2212', r == '\u2e3a', r == '\u2e3b', r == '\ufe58', r == '\ufe63', r == '\uff0d':
		return true
	}
	return false
}

// hyphen reports whether a dash joins the parts of a word rather than parting words.
func hyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

// minus reports whether a dash may be the sign of a number.
func minus(r rune) bool {
	return r == '-' || r == '\u2012' || r == '\u2013' || r == '\u2212' || r == '\ufe63' || r == '\uff0d'
}

// quotationMark reports whether a character is one of those that open or close a quotation, or an apostrophe, or a
// prime, with which both are written.
func quotationMark(r rune) bool {
	switch r {
	case '\'', '"', '`', '´', '‘', '’', '‚', '‛', '“', '”', '„', '‟', '′', '″', '‴', '‵', '‶', '«', '»', '‹', '›',
		'「', '」', '『', '』', '《', '》', '〈', '〉', '〝', '〞', '〟', 'ʹ', 'ʻ', 'ʼ', 'ʽ', '＂', '＇', '｢', '｣', '﹁', '﹂', '﹃', '﹄':
		return true
	}
	return false
}

// apostrophe reports whether a quotation mark may stand within a word.
func apostrophe(r rune) bool {
	switch r {
	case '\'', '`', '´', '‘', '’', '‛', '′', 'ʹ', 'ʻ', 'ʼ', 'ʽ', '＇', utf8.RuneError:
		return true
	}
	return false
}

// unspaced reports whether a character belongs to a script that puts no blanks between words. There a word may begin
// or end at any character, and each is counted as a word.
func unspaced(r rune) bool {
	return r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// letter reports whether a character is part of a word between blanks.
func letter(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)) && !unspaced(r)
}

// digit reports whether a character is a decimal digit of any script.
func digit(r rune) bool { return unicode.IsDigit(r) }

// currency reports whether a character is the sign of a currency.
func currency(r rune) bool { return r == '$' || r >= 0x80 && unicode.Is(unicode.Sc, r) }

// superscript reports whether a character is a raised digit.
func superscript(r rune) bool {
	return r == '¹' || r == '²' || r == '³' || r == '⁰' || r >= '⁴' && r <= '⁹'
}

// closing reports whether a character is punctuation with which a writer ends a quotation.
func closing(r rune) bool {
	switch r {
	case '.', ',', ';', ':', '!', '?', '。', '、', '，', '；', '：', '！', '？', '．', '｡':
		return true
	}
	return false
}

// web is the length of an address of the web at the start of s, without the punctuation behind it.
func web(s string) int {
	if len(s) < len("http://x") || s[0]|0x20 != 'h' {
		return 0
	}
	scheme := strings.Index(s[:len("https://")], "://")
	if scheme < 0 || !strings.EqualFold(s[:scheme], "http") && !strings.EqualFold(s[:scheme], "https") {
		return 0
	}
	n := strings.IndexFunc(s, unicode.IsSpace)
	if n < 0 {
		n = len(s)
	}
	return len(strings.TrimRight(s[:n], ".,;:!?)]}>'\"’”»"))
}
