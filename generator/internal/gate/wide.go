package gate

import (
	"unicode/utf16"
	"unicode/utf8"
)

// wide decodes UTF-16, in pieces of any size. Places in such a file are told in the bytes it has as UTF-8.
type wide struct {
	on, big bool
	half    bool // a byte waits for its other one
	first   byte
	high    rune // a surrogate waits for its other one
}

// decode appends the text of p as UTF-8: at most three bytes for each two, and three more.
func (w *wide) decode(to, p []byte) []byte {
	for _, b := range p {
		if !w.half {
			w.first, w.half = b, true
			continue
		}
		w.half = false
		r := rune(w.first) | rune(b)<<8
		if w.big {
			r = rune(w.first)<<8 | rune(b)
		}
		switch {
		case w.high != 0:
			if both := utf16.DecodeRune(w.high, r); both != utf8.RuneError {
				to, w.high = utf8.AppendRune(to, both), 0
				continue
			}
			to, w.high = utf8.AppendRune(to, utf8.RuneError), 0
		}
		if utf16.IsSurrogate(r) {
			w.high = r
			continue
		}
		to = utf8.AppendRune(to, r)
	}
	return to
}

// narrow gives a text in UTF-8 that has the byte order mark of UTF-16, and any other as it is.
func narrow(raw []byte) []byte {
	if len(raw) < 2 || raw[0]^raw[1] != 0xfe^0xff || raw[0] != 0xfe && raw[0] != 0xff {
		return raw
	}
	w := wide{big: raw[0] == 0xfe}
	return w.decode(make([]byte, 0, len(raw)), raw[2:])
}
