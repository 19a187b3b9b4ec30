package site

import (
	"html/template"
	"io"

	"briefbook/generator/internal/book"
)

// Chapter is the page of one chapter.
type Chapter struct {
	Frame     Frame
	Opening   Opening
	Contents  []Anchor
	Sections  []Section
	Footnotes template.HTML
	Differ    Differs // told elsewhere
	Notes     Short
	Sources   Short
	Turn      Turn
}

// Turn leads to the neighbours of a page.
type Turn struct {
	Label      string // of the navigation: "Chapters"
	Prev, Next *Leaf
}

// Leaf is a neighbour.
type Leaf struct {
	Href, Title string
	Mark        string // its numeral, may be ""
}

func chapter(w io.Writer, lib book.Library, id book.ID) error {
	p, ok := lib.Page(id)
	if !ok {
		return nil
	}
	s := newSheet(lib, p.Route)
	v := Chapter{Frame: s.frame(p.Route, p.Title, "chapters"), Opening: newOpening(p.Title)}
	v.Frame.Description = excerpt(bottomLine(p.Text), 200)
	chapters := lib.Chapters()
	at := 0
	for i, c := range chapters {
		if c.ID == id {
			at = i
		}
	}
	s.chapterOpening(&v.Opening, chapters, at)
	var err error
	if v.Sections, err = s.sections(p); err != nil {
		return err
	}
	if len(p.Text.Events) > 0 && !hasRole(v.Sections, roleEvents) {
		t, err := s.timelineOf(p, shown(v.Sections))
		if err != nil {
			return err
		}
		v.Sections = append(v.Sections, Section{ID: "at-chronology", Title: "Chronology", Role: roleEvents, Events: t})
	}
	if v.Footnotes, err = s.footnotes(p.Text); err != nil {
		return err
	}
	v.Notes = s.short(lib.Shelf(book.Note, id), registers[1].at(chapters, id), "notes of this chapter")
	v.Sources = s.short(lib.Shelf(book.Article, id), registers[0].at(chapters, id), "sources of this chapter")
	v.Differ = s.touching(id)
	v.Contents = contents(v.Sections)
	if len(v.Differ.List) > 0 {
		v.Contents = append(v.Contents, Anchor{Href: "#at-differ", Text: "Differences told elsewhere"})
	}
	if v.Notes.All > 0 {
		v.Contents = append(v.Contents, Anchor{Href: "#at-notes", Text: "Notes"})
	}
	if v.Sources.All > 0 {
		v.Contents = append(v.Contents, Anchor{Href: "#at-sources", Text: "Sources"})
	}
	v.Turn = Turn{Label: "Chapters"}
	if at > 0 {
		v.Turn.Prev = s.chapterLeaf(chapters[at-1])
	}
	if at+1 < len(chapters) {
		v.Turn.Next = s.chapterLeaf(chapters[at+1])
	}
	return s.show(w, "chapter.html", v)
}

func (s *sheet) chapterOpening(o *Opening, chapters []book.ChapterHead, at int) {
	c := chapters[at]
	o.Numeral = ordinal(c.Number)
	o.Where = []Anchor{
		{Href: s.root + "index.html", Text: "Contents"},
		{Text: "Chapter " + ordinal(c.Number) + " of " + ordinal(len(chapters))},
	}
	if span := s.span(c.From, c.To); span != "" {
		o.Facts = append(o.Facts, Fact{Text: span, Strong: true})
	}
	o.Facts = append(o.Facts, Fact{Text: book.Count(c.Sources, "source", "sources"), Href: "#at-sources"})
	if c.Sources == 0 {
		o.Facts[len(o.Facts)-1].Href = ""
	}
	o.Facts = append(o.Facts, s.asOf()...)
	o.Status = c.Status
}

func (s *sheet) chapterLeaf(c book.ChapterHead) *Leaf {
	return &Leaf{Href: s.href(c.Head), Title: c.Title, Mark: ordinal(c.Number)}
}

// turn leads to the neighbours of a page of any other kind.
func (s *sheet) turn(p *book.Page, label string) Turn {
	return Turn{Label: label, Prev: s.leaf(p.Prev), Next: s.leaf(p.Next)}
}

func (s *sheet) leaf(h *book.Head) *Leaf {
	if h == nil {
		return nil
	}
	l := &Leaf{Href: s.href(*h), Title: h.Title}
	if h.Kind == book.Article {
		l.Mark = ordinal(h.Tab)
	}
	return l
}

func hasRole(sections []Section, role string) bool {
	for _, sec := range sections {
		if sec.Role == role {
			return true
		}
	}
	return false
}

// shown is what the sections hold already.
func shown(sections []Section) inlined {
	var in inlined
	for _, sec := range sections {
		in.html = append(in.html, string(sec.HTML))
	}
	return in
}
