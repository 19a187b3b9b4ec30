package article

import (
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// paragraphs is a cleaned text as a book.Body.
type paragraphs []string

// Text gives the paragraphs with blank lines between them.
func (p paragraphs) Text() string { return strings.Join(p, "\n\n") }

// Render writes each paragraph as <p>, numbered when the target asks for it.
func (p paragraphs) Render(w io.Writer, to book.Target) error {
	size := 0
	for _, text := range p {
		size += len(text) + 100
	}
	b := make([]byte, 0, size)
	for i, text := range p {
		if to.Numbered {
			b = numbered(b, i+1, to.Anchor)
		} else {
			b = append(b, "<p>"...)
		}
		b = append(escape(b, text), "</p>\n"...)
	}
	_, err := w.Write(b)
	return err
}

// numbered opens a paragraph that can be cited.
func numbered(b []byte, n int, anchor func(string) string) []byte {
	digits := strconv.Itoa(n)
	id := "p" + digits
	if anchor != nil {
		id = anchor(id)
	}
	b = escape(append(b, `<p id="`...), id)
	b = append(append(b, `" data-para="`...), digits...)
	b = escape(append(b, `"><a class="pn" href="#`...), id)
	b = append(append(b, `" aria-label="Paragraph `...), digits...)
	b = append(append(b, `">¶`...), digits...)
	return append(b, "</a> "...)
}

// escape appends s as text or attribute value. Characters that HTML and XML forbid become U+FFFD.
func escape(b []byte, s string) []byte {
	start := 0
	for i, r := range s {
		var with string
		switch {
		case r == '&':
			with = "&amp;"
		case r == '<':
			with = "&lt;"
		case r == '>':
			with = "&gt;"
		case r == '"':
			with = "&quot;"
		case forbidden(r):
			with = "\uFFFD"
		default:
			continue
		}
		b = append(append(b, s[start:i]...), with...)
		start = i + utf8.RuneLen(r)
	}
	return append(b, s[start:]...)
}
