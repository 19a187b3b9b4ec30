package site

import (
	"html/template"
	"io"

	"briefbook/generator/internal/book"
)

// Note is the page of one note.
type Note struct {
	Frame     Frame
	Opening   Opening
	Contents  []Anchor
	Sections  []Section
	Footnotes template.HTML
	Linked    []Group
	Turn      Turn
}

func note(w io.Writer, lib book.Library, id book.ID) error {
	p, ok := lib.Page(id)
	if !ok {
		return nil
	}
	s := newSheet(lib, p.Route)
	v := Note{Frame: s.frame(p.Route, p.Title, "notes"), Opening: newOpening(p.Title), Turn: s.turn(p, "Notes")}
	v.Frame.Description = excerpt(opening(p.Text), 200)
	v.Opening.Where = append([]Anchor{{Href: s.root + "notes.html", Text: "Notes"}}, s.within(p)...)
	if !p.Date.IsZero() {
		v.Opening.Facts = append(v.Opening.Facts, Fact{Text: s.moment(p.Date).Text, Strong: true})
	}
	v.Opening.Facts = append(v.Opening.Facts, Fact{Text: book.Count(citedSources(p.Text), "source cited", "sources cited")})
	v.Opening.Facts = append(v.Opening.Facts, s.asOf()...)
	var err error
	if v.Sections, err = s.sections(p); err != nil {
		return err
	}
	if v.Footnotes, err = s.footnotes(p.Text); err != nil {
		return err
	}
	v.Contents = contents(v.Sections)
	v.Linked = s.linkedFrom(id)
	return s.show(w, "note.html", v)
}

// within says in which chapter a page is filed. A note without one is on the whole book.
func (s *sheet) within(p *book.Page) []Anchor {
	if p.In == nil && p.Kind == book.Note {
		return []Anchor{{Text: wholeBook}}
	}
	if p.In == nil {
		return []Anchor{{Text: "Unfiled"}}
	}
	return []Anchor{{Href: s.href(*p.In), Text: p.In.Title}}
}

// opening is the text a page begins with, without markup: its bottom line where there is one.
func opening(t *book.Text) string {
	if line := bottomLine(t); line != "" {
		return line
	}
	for _, sec := range t.Sections {
		if sec.Body != nil {
			if text := sec.Body.Text(); text != "" {
				return text
			}
		}
	}
	return ""
}

// citedSources counts the sources a text rests on.
func citedSources(t *book.Text) int {
	seen := make(map[book.ID]bool)
	for _, c := range t.Citations {
		seen[c.Source] = true
	}
	return len(seen)
}
