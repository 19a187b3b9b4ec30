package site

import (
	"html/template"
	"io"
	"strings"

	"briefbook/generator/internal/book"
)

// Entry is the page of a person, organisation, place or term.
type Entry struct {
	Frame     Frame
	Opening   Opening
	Kind      string
	Facts     []Particular
	Roles     []Role
	Sections  []Section
	Footnotes template.HTML
	See       []Related
	Mentioned Mentioned
	Turn      Turn
}

// Related is an entry to see also.
type Related struct{ ID, Href, Text string }

// Role is an office held, with the times for which sources report it.
type Role struct {
	Role  string
	Terms []Tenure
}

// Tenure is a time for which one source reports an office.
type Tenure struct{ When, Source, Cite, Mark string }

// Group is pages of one kind.
type Group struct {
	Title string
	Rows  []Row
	Left  int // how many more there are
}

// shelves names the list of each kind of page, and what is in it.
var shelves = [...]struct{ title, one, many string }{
	book.Chapter:      {"Chapters", "chapter", "chapters"},
	book.Article:      {"Sources", "source", "sources"},
	book.Note:         {"Notes", "note", "notes"},
	book.Person:       {"People", "person", "people"},
	book.Organisation: {"Organisations", "organisation", "organisations"},
	book.Place:        {"Places", "place", "places"},
	book.Term:         {"Glossary", "term", "terms"},
}

// listOf is the file of the list a kind of entry stands in.
func listOf(kind book.Kind) string {
	if kind == book.Term {
		return "glossary.html"
	}
	return kind.Route() + ".html"
}

func entry(w io.Writer, lib book.Library, id book.ID) error {
	p, ok := lib.Page(id)
	if !ok {
		return nil
	}
	s := newSheet(lib, p.Route)
	v := Entry{Frame: s.frame(p.Route, p.Title, strings.TrimSuffix(listOf(p.Kind), ".html")), Kind: p.Kind.String()}
	v.Frame.Description = excerpt(opening(p.Text), 200)
	v.Opening = newOpening(p.Title)
	v.Opening.Where = []Anchor{{Href: s.root + listOf(p.Kind), Text: shelves[p.Kind].title}}
	v.Turn = s.turn(p, shelves[p.Kind].title)
	if e := p.Meta.Entry; e != nil {
		s.about(&v, p, e)
	}
	var err error
	if v.Sections, err = s.sections(p); err != nil {
		return err
	}
	if v.Footnotes, err = s.footnotes(p.Text); err != nil {
		return err
	}
	v.Mentioned = s.mentioned(p.Head)
	pages := v.Mentioned.count()
	v.Opening.Facts = append([]Fact{{Text: "named on " + book.Count(pages, "page", "pages"), Href: "#at-linked"}}, s.asOf()...)
	if pages == 0 {
		v.Opening.Facts[0] = Fact{Text: "named on no other page"}
	}
	return s.show(w, "entry.html", v)
}

// about fills in what the front matter says.
func (s *sheet) about(v *Entry, p *book.Page, e *book.Entry) {
	v.Opening.Korean = e.Korean
	if len(e.Variants) > 0 {
		v.Facts = append(v.Facts, Particular{Name: "Also", Text: strings.Join(e.Variants, " · ")})
	}
	if e.HasPoint {
		v.Facts = append(v.Facts, Particular{Name: "Position", Text: book.Position(e.Lat, e.Lon)})
		if !e.Plot {
			v.Facts[len(v.Facts)-1].Note = "not drawn on maps"
		}
	}
	for _, r := range e.Roles {
		term := Tenure{When: s.span(r.From, r.To)}
		if h, ok := s.lib.Head(r.Source); ok {
			term.Cite, term.Mark, term.Source = s.href(h), ordinal(h.Tab), string(r.Source)
		}
		if n := len(v.Roles); n == 0 || v.Roles[n-1].Role != r.Role {
			v.Roles = append(v.Roles, Role{Role: r.Role})
		}
		last := &v.Roles[len(v.Roles)-1]
		last.Terms = append(last.Terms, term)
	}
	for _, id := range e.See {
		if h, ok := s.lib.Head(id); ok {
			v.See = append(v.See, Related{ID: string(id), Href: s.href(h), Text: h.Title})
		}
	}
}

// linkedFrom groups the pages that link to one.
func (s *sheet) linkedFrom(id book.ID) []Group {
	all := s.lib.LinkedFrom(id)
	var groups []Group
	for _, kind := range book.Kinds {
		g := Group{Title: shelves[kind].title}
		for _, h := range all {
			switch {
			case h.Kind != kind:
			case len(g.Rows) < inPage:
				g.Rows = append(g.Rows, s.row(h))
			default:
				g.Left++
			}
		}
		if g.Rows != nil {
			groups = append(groups, g)
		}
	}
	return groups
}
