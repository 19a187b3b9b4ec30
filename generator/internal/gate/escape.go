package gate

import (
	"html"
	"unicode/utf8"
)

// char is a character as it was written.
type char struct {
	r       rune
	size    int  // bytes
	encoded bool // as an escape
}

// decode reads the character at the beginning of b. An escaped "&" may begin a reference itself: HTML is escaped
// again when it is put into a feed or into JSON.
func (l *lexer) decode(b []byte) char {
	var c char
	switch b[0] {
	case '&':
		c = reference(b)
	case '%':
		c = percent(b)
	case '\\':
		switch {
		case l.css:
			c = styleEscape(b)
		case l.class == bibtex, l.class == richText:
			c = command(b, l.class == richText)
		default:
			c = escape(b)
		}
	default:
		r, n := utf8.DecodeRune(b)
		return char{r, n, false}
	}
	if c.r == '&' && c.encoded {
		var again [40]byte
		again[0] = '&'
		copy(again[1:], b[c.size:])
		if inner := reference(again[:]); inner.encoded {
			return char{inner.r, c.size + inner.size - 1, true}
		}
	}
	return c
}

// reference decodes a character reference of HTML.
func reference(b []byte) char {
	plain := char{'&', 1, false}
	i, r := 1, rune(0)
	if b[1] == '#' {
		i, r = 2, 0
		radix := 10
		if b[2]|0x20 == 'x' {
			i, radix = 3, 16
		}
		start := i
		for ; i < start+8 && hex(b[i]) < radix; i++ {
			r = r*rune(radix) + rune(hex(b[i]))
		}
		if i == start || b[i] != ';' {
			return plain
		}
		return char{r, i + 1, true}
	}
	for i < 33 && (lower(b[i]) >= 'a' && lower(b[i]) <= 'z' || digit(rune(b[i]))) {
		i++
	}
	if i == 1 || b[i] != ';' {
		return plain
	}
	if r = named(b[1:i]); r == 0 {
		return plain
	}
	return char{r, i + 1, true}
}

// named is the character of a name, 0 when it is none.
func named(name []byte) rune {
	switch string(name) {
	case "amp":
		return '&'
	case "lt":
		return '<'
	case "gt":
		return '>'
	case "quot":
		return '"'
	case "apos":
		return '\''
	case "nbsp":
		return ' '
	case "shy":
		return '\u00ad'
	case "rsquo":
		return '’'
	case "ldquo", "rdquo":
		return '”'
	case "ndash", "mdash":
		return '–'
	}
	said := "&" + string(name) + ";"
	text := html.UnescapeString(said)
	if text == said {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

// percent decodes a character of an address: one to four bytes, each a "%" and two digits.
func percent(b []byte) char {
	var raw [utf8.UTFMax]byte
	n := 0
	for n < len(raw) && b[3*n] == '%' && hex(b[3*n+1]) < 16 && hex(b[3*n+2]) < 16 {
		raw[n] = byte(hex(b[3*n+1])<<4 | hex(b[3*n+2]))
		n++
	}
	if n == 0 {
		return char{'%', 1, false}
	}
	r, size := utf8.DecodeRune(raw[:n])
	return char{r, 3 * size, true}
}

// escape decodes what follows a backslash in JSON and JavaScript, with one more backslash before it, too.
func escape(b []byte) char {
	i := 1
	if b[1] == '\\' && b[2]|0x20 == 'u' {
		i = 2
	}
	switch b[i] {
	case 'u':
		if b[i+1] == '{' {
			if r, n := hexadecimal(b[i+2:], 6); n > 0 && b[i+2+n] == '}' {
				return char{r, i + 3 + n, true}
			}
		} else if r, n := hexadecimal(b[i+1:], 4); n == 4 {
			return char{r, i + 5, true}
		}
	case 'x':
		if r, n := hexadecimal(b[i+1:], 2); n == 2 {
			return char{r, i + 3, true}
		}
	case 'n', 't', 'r', 'b', 'f', 'v':
		return char{' ', i + 1, true}
	default:
		if i == 1 && b[1] < utf8.RuneSelf && usual[b[1]] != inner && b[1] > ' ' {
			return char{rune(b[1]), 2, true}
		}
	}
	return char{'\\', 1, false}
}

// styleEscape decodes what follows a backslash in CSS: up to six digits, and a blank that ends them.
func styleEscape(b []byte) char {
	r, n := hexadecimal(b[1:], 6)
	if n == 0 {
		return char{'\\', 1, false}
	}
	n++
	if b[n] == ' ' {
		n++
	}
	return char{r, n, true}
}

// hexadecimal reads up to most digits.
func hexadecimal(b []byte, most int) (r rune, n int) {
	for n < most && hex(b[n]) < 16 {
		r = r<<4 | rune(hex(b[n]))
		n++
	}
	return r, n
}

// hex is the value of a digit, 16 when it is none.
func hex(b byte) int {
	switch {
	case b >= '0' && b <= '9':
		return int(b - '0')
	case b|0x20 >= 'a' && b|0x20 <= 'f':
		return int(b|0x20-'a') + 10
	}
	return 16
}
