package article

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// Fingerprints names each paragraph by eight hexadecimal digits, the beginning of the SHA-256 of its words with
// one blank between them. They say whether a paragraph is the one that was cited, and nothing of what it says.
func Fingerprints(paragraphs []string) []string {
	out := make([]string, len(paragraphs))
	for i, text := range paragraphs {
		sum := sha256.Sum256([]byte(strings.Join(strings.Fields(text), " ")))
		out[i] = hex.EncodeToString(sum[:4])
	}
	return out
}

// Marked is a copy of o with more marks, its body set anew. Marks that overlap one of o's own are left out.
func Marked(o *book.Original, marks []book.Mark) *book.Original {
	out := *o
	out.Body = set(&out)
	return &out
}

// set makes the body of a cleaned text.
func set(o *book.Original) book.Body { return paragraphs(o.Paragraphs) }

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
