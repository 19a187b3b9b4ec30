package article

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/korean"
)

// decode gives the text of raw and flags every encoding but UTF-8, and every byte that has no meaning. UTF-8
// is tried first, because what is valid UTF-8 is hardly ever anything else; a page's own declaration only
// counts when it is not. Then come the encodings that tell themselves: UTF-8 with single bytes of something
// else, which stays UTF-8; Korean in two bytes a syllable; Western text in one byte a character. Anything else
// is not guessed at: each byte without a meaning becomes U+FFFD.
func (p *page) decode(raw []byte, page bool) string {
	if text, ok := decode16(raw); ok {
		p.flag(FlagUTF16)
		return text
	}
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	if utf8.Valid(raw) {
		return string(raw)
	}
	s := survey(raw)
	if page && s.sequences < s.strays {
		if text, ok := declaredText(raw); ok {
			p.flag(FlagCharset)
			return text
		}
	}
	switch {
	case s.sequences > 0 && s.sequences >= s.strays, s.strays <= 3 && cutShort(raw):
	case s.korean():
		if text, err := korean.EUCKR.NewDecoder().Bytes(raw); err == nil {
			p.flag(FlagCharset)
			return string(text)
		}
	case s.western():
		if text, err := charmap.Windows1252.NewDecoder().Bytes(raw); err == nil {
			p.flag(FlagWindows1252)
			return string(text)
		}
	}
	p.flag(FlagInvalidUTF8)
	return replaced(raw)
}

// declaredText decodes a page by the encoding it declares. An answer with more than a few bytes that have no
// meaning in it is none.
func declaredText(raw []byte) (string, bool) {
	e, name := declaredCharset(raw)
	if e == nil || name == "utf-8" || name == "windows-1252" || strings.HasPrefix(name, "utf-16") || name == "replacement" {
		return "", false
	}
	text, err := e.NewDecoder().Bytes(raw)
	if err != nil {
		return "", false
	}
	text = bytes.ToValidUTF8(text, []byte("\uFFFD"))
	bad := bytes.Count(text, []byte("\uFFFD"))
	return string(text), bad <= 2 || 50*bad < len(text)-ascii(text)
}

// declaredCharset finds the encoding in an XML declaration or a meta element at the beginning of a page.
func declaredCharset(raw []byte) (encoding.Encoding, string) {
	head := bytes.ToLower(raw[:min(len(raw), 8192)])
	for len(head) > 0 {
		start := bytes.IndexByte(head, '<')
		if start < 0 {
			break
		}
		head = head[start+1:]
		end := bytes.IndexByte(head, '>')
		if end < 0 {
			break
		}
		key := ""
		switch tag := head[:end]; {
		case bytes.HasPrefix(tag, []byte("?xml")):
			key = "encoding"
		case bytes.HasPrefix(tag, []byte("meta")):
			key = "charset"
		}
		if label := labelAfter(head[:end], key); label != "" {
			if e, name := charset.Lookup(label); e != nil {
				return e, name
			}
		}
	}
	return nil, ""
}

// labelAfter is the name that follows "charset=" or "encoding=" in a tag.
func labelAfter(tag []byte, key string) string {
	if key == "" {
		return ""
	}
	i := bytes.Index(tag, []byte(key))
	if i < 0 {
		return ""
	}
	rest := strings.TrimLeft(string(tag[i+len(key):]), " \t\r\n")
	rest, ok := strings.CutPrefix(rest, "=")
	if !ok {
		return ""
	}
	rest = strings.TrimLeft(rest, " \t\r\n\"'")
	if end := strings.IndexAny(rest, " \t\r\n\"';/?"); end >= 0 {
		rest = rest[:end]
	}
	return rest
}

// bytesSeen says what the bytes of a text are that is not UTF-8.
type bytesSeen struct {
	letters   int // of ASCII
	sequences int // characters of several bytes in UTF-8
	strays    int // bytes that UTF-8 has no meaning for
	undefined int // of them, bytes that Windows-1252 leaves undefined
	syllables int // pairs of bytes that are Hangul in KS X 1001
	pairs     int // pairs of bytes that are anything in CP949
	odd       int // high bytes that are in no pair
}

// survey counts.
func survey(raw []byte) bytesSeen {
	var s bytesSeen
	for rest := raw; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		switch {
		case n > 1:
			s.sequences++
		case r == utf8.RuneError:
			s.strays++
			if bytes.IndexByte([]byte("\x81\x8d\x8f\x90\x9d"), rest[0]) >= 0 {
				s.undefined++
			}
		case r|0x20 >= 'a' && r|0x20 <= 'z':
			s.letters++
		}
		rest = rest[n:]
	}
	for i := 0; i < len(raw); i++ {
		lead := raw[i]
		if lead < 0x80 {
			continue
		}
		if i+1 == len(raw) || !paired(lead, raw[i+1]) {
			s.odd++
			continue
		}
		s.pairs++
		if lead >= 0xb0 && lead <= 0xc8 && raw[i+1] >= 0xa1 {
			s.syllables++
		}
		i++
	}
	return s
}

// paired reports whether two bytes are a character of CP949.
func paired(lead, c byte) bool {
	if lead < 0x81 || lead == 0xff {
		return false
	}
	return c >= 0xa1 && c <= 0xfe || lead <= 0xc6 && (c >= 0x81 && c <= 0xa0 || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')
}

// korean reports whether the high bytes are nearly all syllables of Hangul, two bytes each. One may be cut at
// the end of the text.
func (s bytesSeen) korean() bool {
	return s.syllables >= 2 && 10*s.syllables >= 7*s.pairs && (s.odd <= 1 || 100*s.odd < s.pairs)
}

// western reports whether the text may be one byte a character: none of the bytes that Windows-1252 leaves
// undefined, and most of the letters plain, as in every Western language. Russian is not.
func (s bytesSeen) western() bool {
	return s.undefined == 0 && s.strays+2*s.sequences <= s.letters
}

// cutShort reports whether the only damage is a character of UTF-8 of which the end is missing with the end of
// the text.
func cutShort(raw []byte) bool {
	for n := 1; n <= 3 && n <= len(raw); n++ {
		if c := raw[len(raw)-n]; utf8.RuneStart(c) {
			return c >= 0xc2 && utf8.Valid(raw[:len(raw)-n]) && n < 5 && ascii(raw) < len(raw)-n
		}
	}
	return false
}

// ascii counts bytes of ASCII.
func ascii(s []byte) int {
	n := 0
	for _, c := range s {
		if c < 0x80 {
			n++
		}
	}
	return n
}

// replaced puts one U+FFFD for each byte that has no meaning, so that the damage can be counted.
func replaced(raw []byte) string {
	var b strings.Builder
	b.Grow(len(raw))
	for len(raw) > 0 {
		r, n := utf8.DecodeRune(raw)
		b.WriteRune(r)
		raw = raw[n:]
	}
	return b.String()
}
