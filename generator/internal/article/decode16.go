package article

import (
	"bytes"
	"encoding/binary"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// decode16 decodes UTF-16 with a byte order mark, and without one where the bytes leave no doubt.
func decode16(raw []byte) (string, bool) {
	switch {
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe}):
		return units(raw[2:], binary.LittleEndian), true
	case bytes.HasPrefix(raw, []byte{0xfe, 0xff}):
		return units(raw[2:], binary.BigEndian), true
	}
	if order := orderOf(raw); order != nil {
		return units(raw, order), true
	}
	return "", false
}

// orderOf finds the byte order of UTF-16 without a mark, nil for anything else. Blanks, digits and line ends have
// a zero byte in any language, and nothing but UTF-16 has zeros: read the right way round the beginning must be
// characters to print, and hold more blanks and stops than the other way round. What is valid UTF-8 with few
// zeros and no other controls is UTF-8.
func orderOf(raw []byte) binary.ByteOrder {
	const sample = 2000
	head := raw[:min(len(raw), sample)&^1]
	zeros, controls := 0, 0
	for _, c := range head {
		switch {
		case c == 0:
			zeros++
		case c < ' ' && c != '\n' && c != '\r' && c != '\t':
			controls++
		}
	}
	if len(head) < 8 || zeros == 0 {
		return nil
	}
	if 8*zeros < len(head) && 50*controls < len(head) && utf8.Valid(raw[:cut(raw, sample)]) {
		return nil
	}
	var order binary.ByteOrder = binary.LittleEndian
	right, stops := printed(head, order)
	other, otherStops := printed(head, binary.BigEndian)
	if otherStops > stops {
		order, right, stops, otherStops = binary.BigEndian, other, otherStops, stops
	}
	if 100*right >= 95*(len(head)/2) && stops > 2*otherStops {
		return order
	}
	return nil
}

// cut is the end of the last whole character in the first n bytes.
func cut(raw []byte, n int) int {
	if len(raw) <= n {
		return len(raw)
	}
	for n > 0 && !utf8.RuneStart(raw[n]) {
		n--
	}
	return n
}

// printed counts the units of UTF-16 that are characters to print, blanks or line ends, or halves of one; and of
// them the blanks, stops and letters of ASCII.
func printed(raw []byte, order binary.ByteOrder) (n, stops int) {
	for ; len(raw) >= 2; raw = raw[2:] {
		r := rune(order.Uint16(raw))
		common := r >= ' ' && r < 0x7f || r == '\n' || r == '\r' || r == '\t' || r == 0x3001 || r == 0x3002 || r == 0xff0c
		if common {
			stops++
		}
		if common || unicode.IsPrint(r) || r == 0xa0 || r == 0x3000 || utf16.IsSurrogate(r) {
			n++
		}
	}
	return n, stops
}

// units decodes UTF-16. Half a character at the end becomes U+FFFD.
func units(raw []byte, order binary.ByteOrder) string {
	list := make([]uint16, 0, len(raw)/2+1)
	for ; len(raw) >= 2; raw = raw[2:] {
		list = append(list, order.Uint16(raw))
	}
	if len(raw) == 1 {
		list = append(list, 0xfffd)
	}
	return string(utf16.Decode(list))
}
