package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// How a byte of text is treated.
const (
	plainByte = iota
	markupByte
	controlByte
	returnByte
)

// treatment tells what a byte needs on its way into HTML.
var treatment = func() (t [256]uint8) {
	for c := range 0x20 {
		t[c] = controlByte
	}
	t['\t'], t['\n'], t['\r'] = plainByte, plainByte, returnByte
	t[0x7f] = controlByte
	t['&'], t['<'], t['>'], t['"'] = markupByte, markupByte, markupByte, markupByte
	return t
}()

func entity(c byte) string {
	switch c {
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '"':
		return "&quot;"
	}
	return "\uFFFD"
}

// blot overwrites what is not UTF-8, in place so that offsets stay, with NUL, which prints as U+FFFD.
func blot(b []byte) {
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			b[i] = 0
		}
		i += size
	}
}

// appendEscaped appends plain text as HTML. Control characters, which HTML forbids, become U+FFFD. Quotation
// marks are escaped in attributes only.
func appendEscaped[T string | []byte](dst []byte, s T, attribute bool) []byte {
	start := 0
	for i := 0; i < len(s); i++ {
		how := treatment[s[i]]
		if how == plainByte || s[i] == '"' && !attribute {
			continue
		}
		dst = append(dst, s[start:i]...)
		start = i + 1
		switch {
		case how != returnByte:
			dst = append(dst, entity(s[i])...)
		case start == len(s) || s[start] != '\n':
			dst = append(dst, '\n')
		}
	}
	return append(dst, s[start:]...)
}

// cleaned is text fit for a page: line ends are "\n", what HTML forbids is U+FFFD.
func cleaned(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x80 || treatment[r] == plainByte || treatment[r] == markupByte {
			return r
		}
		if r == '\r' {
			return -1
		}
		return utf8.RuneError
	}, s)
}

// resolve returns Markdown text with its backslash escapes and character references resolved. It is b itself
// when there are none.
func resolve(b []byte) []byte {
	first := -1
	for i, c := range b {
		if c == '\\' || c == '&' {
			first = i
			break
		}
	}
	if first < 0 {
		return b
	}
	dst := append(make([]byte, 0, len(b)), b[:first]...)
	for i := first; i < len(b); i++ {
		switch {
		case b[i] == '\\' && i+1 < len(b) && util.IsPunct(b[i+1]):
			i++
		case b[i] == '&':
			if text, n := reference(b[i:]); n > 0 {
				dst = append(dst, text...)
				i += n - 1
				continue
			}
		}
		dst = append(dst, b[i])
	}
	return dst
}

// longestReference is the length of the longest name of a character, and more than any number needs.
const longestReference = 40

// reference reads a character reference at the beginning of b: "&amp;", "&#8212;", "&#x2014;". n is its length,
// 0 when there is none.
func reference(b []byte) (text string, n int) {
	for n = 1; n < len(b) && n < longestReference && util.IsAlphaNumeric(b[n]) || n == 1 && len(b) > 1 && b[1] == '#'; n++ {
	}
	if n >= len(b) || b[n] != ';' || n < 2 {
		return "", 0
	}
	if b[1] != '#' {
		e, ok := util.LookUpHTML5EntityByName(string(b[1:n]))
		if !ok {
			return "", 0
		}
		return string(e.Characters), n + 1
	}
	digits, base := b[2:n], 10
	if len(digits) > 0 && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base = digits[1:], 16
	}
	if len(digits) > 7 {
		return "", 0
	}
	v, err := strconv.ParseUint(string(digits), base, 32)
	if err != nil {
		return "", 0
	}
	if v == 0 || !utf8.ValidRune(rune(v)) {
		v = utf8.RuneError
	}
	return string(rune(v)), n + 1
}

// glyph is the character at the start of Markdown text, as it reads, and how many bytes it is written in.
func glyph(b []byte) (r rune, size int) {
	switch {
	case len(b) > 1 && b[0] == '\\' && util.IsPunct(b[1]):
		return rune(b[1]), 2
	case len(b) > 1 && b[0] == '&':
		if text, n := reference(b); n > 0 {
			r, _ = utf8.DecodeRuneInString(text)
			return r, n
		}
	}
	return utf8.DecodeRune(b)
}

// lastGlyph is the character at the end of Markdown text. Of escaped characters it knows quotation marks.
func lastGlyph(b []byte) (r rune, size int) {
	r, size = utf8.DecodeLastRune(b)
	switch r {
	case ';':
		from := max(0, len(b)-longestReference)
		if i := bytes.LastIndexByte(b[from:], '&'); i >= 0 {
			if text, n := reference(b[from+i:]); n == len(b)-from-i {
				r, _ = utf8.DecodeRuneInString(text)
				return r, n
			}
		}
	case '"', '\'':
		slashes := 0
		for i := len(b) - 2; i >= 0 && b[i] == '\\'; i-- {
			slashes++
		}
		return r, size + slashes%2
	}
	return r, size
}
