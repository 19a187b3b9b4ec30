package article

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
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

// Marked is a copy of o with more marks, its body set anew. Marks that overlap one of o's own, or one before them,
// are left out, and so are those that lie outside the text.
func Marked(o *book.Original, marks []book.Mark) *book.Original {
	out := *o
	sorted := slices.Clone(marks)
	slices.SortStableFunc(sorted, inText)
	out.Marks = make([]book.Mark, 0, len(o.Marks)+len(sorted))
	own := o.Marks
	for _, m := range sorted {
		if m.Para < 1 || m.Para > len(o.Paragraphs) || !stands(m, o.Paragraphs[m.Para-1]) {
			continue
		}
		for len(own) > 0 && inText(own[0], m) <= 0 {
			out.Marks, own = append(out.Marks, own[0]), own[1:]
		}
		if len(own) > 0 && overlap(m, own[0]) || len(out.Marks) > 0 && overlap(out.Marks[len(out.Marks)-1], m) {
			continue
		}
		out.Marks = append(out.Marks, m)
	}
	out.Marks = append(out.Marks, own...)
	out.Body = set(&out)
	return &out
}

// inText orders marks as their places stand in the text.
func inText(a, b book.Mark) int {
	return cmp.Or(cmp.Compare(a.Para, b.Para), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

// overlap reports whether b, which does not begin before a, begins within it.
func overlap(a, b book.Mark) bool { return a.Para == b.Para && b.Start < a.End }

// stands reports whether a mark lies in its paragraph and cuts no character.
func stands(m book.Mark, text string) bool {
	cut := func(at int) bool { return at < len(text) && !utf8.RuneStart(text[at]) }
	return m.Start >= 0 && m.Start <= m.End && m.End <= len(text) && !cut(m.Start) && !cut(m.End) &&
		(m.Kind == book.Sic || m.Start < m.End)
}

// set makes the body of a cleaned text.
func set(o *book.Original) book.Body {
	s := setting{paragraphs: o.Paragraphs, headings: o.Headings, marks: o.Marks, spans: spansOf(o.Quoted)}
	if primary, _, _ := strings.Cut(o.Language, "-"); primary != "" && primary != "en" {
		s.tongue = ` lang="en"`
	}
	return s
}

// setting is a cleaned text as a book.Body.
type setting struct {
	paragraphs []string
	headings   []book.Heading
	marks      []book.Mark
	spans      []span // in order of the text
	tongue     string // attribute of what is said in English within a text that is not
}

// Text gives paragraphs and crossheads with blank lines between them.
func (s setting) Text() string {
	if len(s.headings) == 0 {
		return strings.Join(s.paragraphs, "\n\n")
	}
	var all []string
	rest := s.headings
	for i, text := range s.paragraphs {
		for ; len(rest) > 0 && rest[0].Before <= i+1; rest = rest[1:] {
			all = append(all, rest[0].Text)
		}
		all = append(all, text)
	}
	for _, h := range rest {
		all = append(all, h.Text)
	}
	return strings.Join(all, "\n\n")
}

// Render writes each paragraph as <p>, numbered when the target asks for it, and each crosshead as a heading of
// level 3. A date expression is a <time>, or a span where HTML has no form for its value; damage is followed by
// what the editors say of it, in brackets; in a numbered text what the book quotes stands in spans.
func (s setting) Render(w io.Writer, to book.Target) error {
	size := 120 * (len(s.headings) + 2*len(s.marks) + len(s.spans))
	for _, text := range s.paragraphs {
		size += len(text) + 100
	}
	b := make([]byte, 0, size)
	headings, marks, spans := s.headings, s.marks, s.spans
	for i, text := range s.paragraphs {
		for ; len(headings) > 0 && headings[0].Before <= i+1; headings = headings[1:] {
			b = s.crosshead(b, headings[0].Text, to.Shift)
		}
		if to.Numbered {
			b = numbered(b, i+1, to.Anchor)
		} else {
			b = append(b, "<p>"...)
		}
		n := 0
		for n < len(marks) && marks[n].Para <= i+1 {
			n++
		}
		run := galley{text: text, anchor: to.Anchor}
		k := 0
		for k < len(spans) && spans[k].Para <= i+1 {
			k++
		}
		if to.Numbered {
			run.rest = spans[:k]
		}
		b = append(s.line(b, &run, marks[:n], to.Gloss), "</p>\n"...)
		marks, spans = marks[n:], spans[k:]
	}
	for _, h := range headings {
		b = s.crosshead(b, h.Text, to.Shift)
	}
	_, err := w.Write(b)
	return err
}

// crosshead sets a heading within the text.
func (setting) crosshead(b []byte, text string, shift int) []byte {
	level := byte('0' + min(max(3+shift, 1), 6))
	b = append(append(append(b, "<h"...), level), ` class="crosshead">`...)
	return append(append(append(escape(b, text), "</h"...), level), ">\n"...)
}

// line sets a paragraph with its marks.
func (s setting) line(b []byte, run *galley, marks []book.Mark, gloss func(book.Mark) (string, string)) []byte {
	text, at, said := run.text, 0, ""
	for _, m := range marks {
		if !stands(m, text) || m.Start < at {
			continue
		}
		b = run.put(b, m.Start)
		if m.Kind == book.Sic {
			b = s.damage(b, run, m)
			b = s.sic(b, m.Note, m.Note == said)
			if next, _ := utf8.DecodeRuneInString(text[m.End:]); m.End < len(text) && !unicode.IsSpace(next) {
				b = append(b, ' ') // within the span, so that it is no part of the text
			}
			b = append(b, "</span>"...)
			said = m.Note
		} else {
			b = s.dated(b, run, m, gloss)
		}
		at = m.End
	}
	return run.put(b, len(text))
}

// damage sets damaged text.
func (setting) damage(b []byte, run *galley, m book.Mark) []byte {
	if m.Start == m.End {
		return b
	}
	return append(run.put(append(b, `<span class="damage">`...), m.End), "</span>"...)
}

// sic opens an editorial mark and says what is wrong; again says it in short.
func (s setting) sic(b []byte, note string, again bool) []byte {
	b = append(append(append(b, `<span class="sic"`...), s.tongue...), `> <span class="unseen">editor’s mark: `...)
	if again {
		return append(escape(b, note), `</span><span aria-hidden="true">[sic]</span>`...)
	}
	return append(escape(append(b, "</span>["...), note), ']')
}

// dated sets a date expression, and behind it the words for the margin.
func (s setting) dated(b []byte, run *galley, m book.Mark, gloss func(book.Mark) (string, string)) []byte {
	hover, margin := "", ""
	if gloss != nil {
		hover, margin = gloss(m)
	}
	name, value := "time", cmp.Or(m.When.HTML(), m.Value)
	if !datetime(value) {
		name, value = "span", ""
	}
	b = append(append(append(b, '<'), name...), ` class="when"`...)
	if value != "" {
		b = append(escape(append(b, ` datetime="`...), value), '"')
	}
	if hover != "" {
		b = append(escape(append(b, ` title="`...), hover), '"')
	}
	b = append(append(append(run.put(append(b, '>'), m.End), "</"...), name...), '>')
	if margin != "" {
		b = append(append(append(b, `<span class="side"`...), s.tongue...), ` aria-hidden="true">`...)
		b = append(escape(b, margin), "</span>"...)
	}
	return b
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

// escape appends s as text or attribute value. What HTML and XML forbid becomes U+FFFD.
func escape(b []byte, s string) []byte {
	start := 0
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
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
		case r == utf8.RuneError && size == 1, forbidden(r):
			with = "\uFFFD"
		default:
			i += size
			continue
		}
		b = append(append(b, s[start:i]...), with...)
		i += size
		start = i
	}
	return append(b, s[start:]...)
}
