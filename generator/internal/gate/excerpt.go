package gate

import (
	"bytes"
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Excerpt gives the words of a piece of a file, the bytes of a Run, in a form to be shown: without tags and what no
// terminal should get, and at most so many bytes of it.
func Excerpt(piece []byte, size int) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || r == '\r' {
			return ' '
		}
		if r == utf8.RuneError || !unicode.IsPrint(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, excerpt(piece, size))
}

func excerpt(piece []byte, size int) string {
	var words shown
	l := newLexer(&words, new(list), new(list))
	l.whole(piece)
	l.stop()
	l.release()
	var b []byte
	last := int64(0)
	for _, w := range words {
		if between := piece[last:w.at]; len(between) < 16 && !bytes.ContainsAny(between, "<>") {
			b = append(b, between...)
		} else {
			b = append(b, ' ')
		}
		b = append(b, piece[w.at:w.end()]...)
		last = w.end()
		if len(b) > size {
			return html.UnescapeString(string(b[:len(b)-int(w.size)])) + "…"
		}
	}
	return html.UnescapeString(string(b))
}

// shown is a reader that keeps where the words are.
type shown []token

func (s *shown) read(words []token, from int) {
	for _, w := range words[from:] {
		if !w.isBreak() {
			*s = append(*s, w)
		}
	}
}
