package article

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
)

// decode gives the text of raw and flags every encoding but UTF-8, and every byte that has no meaning. UTF-8
// is tried first, because what is valid UTF-8 is hardly ever anything else; a page's own declaration only
// counts when it is not.
func (p *page) decode(raw []byte, page bool) string {
	if text, ok := decode16(raw); ok {
		p.flag(FlagUTF16)
		return text
	}
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	if utf8.Valid(raw) {
		return string(raw)
	}
	if page {
		// Without a declaration the answer is one of these two; both are tried below, with more care.
		encoding, name, _ := charset.DetermineEncoding(raw[:min(len(raw), 1024)], "")
		if name != "utf-8" && name != "windows-1252" {
			if text, err := encoding.NewDecoder().Bytes(raw); err == nil {
				p.flag(FlagCharset)
				return strings.ToValidUTF8(string(text), "\uFFFD")
			}
		}
	}
	if windows1252(raw) {
		if text, err := charmap.Windows1252.NewDecoder().Bytes(raw); err == nil {
			p.flag(FlagWindows1252)
			return string(text)
		}
	}
	p.flag(FlagInvalidUTF8)
	return replaced(raw)
}

// windows1252 reports whether raw is a text in one byte per character: no byte above ASCII is part of valid
// UTF-8, and none is among the five that Windows-1252 leaves undefined.
func windows1252(raw []byte) bool {
	for len(raw) > 0 {
		r, n := utf8.DecodeRune(raw)
		if n > 1 || r == utf8.RuneError && bytes.IndexByte([]byte("\x81\x8d\x8f\x90\x9d"), raw[0]) >= 0 {
			return false
		}
		raw = raw[n:]
	}
	return true
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

// decode16 decodes UTF-16 with a byte order mark, and without one where every other byte of the beginning
// is zero, as in a Western text.
func decode16(raw []byte) (string, bool) {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe}):
		order, raw = binary.LittleEndian, raw[2:]
	case bytes.HasPrefix(raw, []byte{0xfe, 0xff}):
		order, raw = binary.BigEndian, raw[2:]
	default:
		zeros := [2]int{}
		head := raw[:min(len(raw), 200)&^1]
		for i, c := range head {
			if c == 0 {
				zeros[i&1]++
			}
		}
		enough := len(head)/2 - len(head)/8
		switch {
		case len(head) < 8:
			return "", false
		case zeros[1] >= enough && zeros[0] == 0:
			order = binary.LittleEndian
		case zeros[0] >= enough && zeros[1] == 0:
			order = binary.BigEndian
		default:
			return "", false
		}
	}
	units := make([]uint16, 0, len(raw)/2+1)
	for ; len(raw) >= 2; raw = raw[2:] {
		units = append(units, order.Uint16(raw))
	}
	if len(raw) == 1 {
		units = append(units, 0xfffd) // half a character
	}
	return string(utf16.Decode(units)), true
}
