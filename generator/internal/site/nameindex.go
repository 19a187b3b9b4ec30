package site

import (
	"io"
	"slices"

	"briefbook/generator/internal/book"
)

// NameIndex is the index of names, or one letter of it.
type NameIndex struct {
	Frame   Frame
	Opening Opening
	Letters []Letter
	Groups  []IndexGroup
	Pager   *Pager
}

// IndexGroup is the lines under one letter.
type IndexGroup struct {
	ID, Letter, Lang string
	Lines            []IndexLine
}

// IndexLine is an entry with its locators, or a name that only leads to one.
type IndexLine struct {
	ID         string
	Href, Text string
	Lang       string // of the heading where it is not the book's
	Korean     string
	See        *Related // the entry meant
	Sources    []Locator
	Left       int
	Government []Locator
	Told       []Teller
	Bare       bool // no text names it
	SeeAlso    []Related
}

// Locator is a source and its paragraphs.
type Locator struct {
	Href, Mark, Title string
	Paras             []Anchor
}

// Teller is a chapter or a note and its sections.
type Teller struct {
	Href, Text, Title string // "ch. 2"
	Sections          []Anchor
}

const (
	indexPath    = "index-of-names.html"
	indexTitle   = "Index of names"
	locatorsMost = 24 // sources of one line
	tellersMost  = 12
	passingsMost = 4 // sections of one page
)

// nameIndex lists all lines of the index.
func nameIndex(lib book.Library) []book.IndexLine {
	return book.NameIndex(book.Entries(lib), lib.Meta)
}

// byLetter splits the index.
func byLetter(lines []book.IndexLine) []initial[book.IndexLine] {
	return initials(lines, func(l book.IndexLine) string { return l.Words })
}

// nameIndexFiles are the index and, when it is long, its letters.
func nameIndexFiles(lib book.Library) []book.File {
	files := []book.File{{Path: indexPath, Write: writeNameIndex}}
	lines := nameIndex(lib)
	if len(lines) <= namesPerPage {
		return files
	}
	for _, g := range byLetter(lines) {
		for page := range pages(len(g.list), namesPerPage) {
			files = append(files, book.File{Path: letterPath(indexPath, g.slug, page), Write: func(w io.Writer, lib book.Library) error {
				return writeIndexLetter(w, lib, letterPage{g.slug, page})
			}})
		}
	}
	return files
}

func (s *sheet) indexView(route, title string, lines int) NameIndex {
	v := NameIndex{Frame: s.frame(route, title, "index-of-names"), Opening: newOpening(title)}
	v.Frame.Description = "Where the sources and the chapters of " + s.info.Title + " name whom and what."
	v.Opening.Where = []Anchor{{Href: "index.html", Text: "Contents"}}
	v.Opening.Facts = append([]Fact{{Text: book.Count(lines, "heading", "headings"), Strong: true}}, s.asOf()...)
	return v
}

func writeNameIndex(w io.Writer, lib book.Library) error {
	s := newSheet(lib, indexPath)
	lines := nameIndex(lib)
	v := s.indexView(indexPath, indexTitle, len(lines))
	for _, g := range byLetter(lines) {
		if len(lines) > namesPerPage {
			v.Letters = append(v.Letters, Letter{Href: letterPath(indexPath, g.slug, 1), Text: g.letter})
			continue
		}
		v.Letters = append(v.Letters, Letter{Href: "#letter-" + g.slug, Text: g.letter})
		v.Groups = append(v.Groups, s.indexGroup(g))
	}
	return s.show(w, "name-index.html", v)
}

func writeIndexLetter(w io.Writer, lib book.Library, at letterPage) error {
	route := letterPath(indexPath, at.slug, at.page)
	s := newSheet(lib, route)
	all := byLetter(nameIndex(lib))
	i := slices.IndexFunc(all, func(g initial[book.IndexLine]) bool { return g.slug == at.slug })
	if i < 0 {
		return nil
	}
	g := all[i]
	v := s.indexView(route, indexTitle+": "+g.letter, len(g.list))
	v.Opening.Where = append(v.Opening.Where, Anchor{Href: indexPath, Text: indexTitle})
	v.Pager = leaf{len(g.list), namesPerPage, at.page}.pager(func(n int) string { return letterPath(indexPath, at.slug, n) },
		func(from, to int) string { return all[i].list[from-1].Words + " – " + all[i].list[to-1].Words })
	g.list = onPage(g.list, namesPerPage, at.page)
	v.Groups = []IndexGroup{s.indexGroup(g)}
	for _, o := range all {
		v.Letters = append(v.Letters, Letter{Href: letterPath(indexPath, o.slug, 1), Text: o.letter, Current: o.slug == at.slug})
	}
	return s.show(w, "name-index.html", v)
}

func (s *sheet) indexGroup(g initial[book.IndexLine]) IndexGroup {
	v := IndexGroup{ID: "letter-" + g.slug, Letter: g.letter, Lang: korean(g.letter)}
	for _, l := range g.list {
		v.Lines = append(v.Lines, s.indexLine(l))
	}
	return v
}

// korean is the language of words in Hangul, "" of others.
func korean(words string) string {
	if book.InHangul(words) {
		return "ko"
	}
	return ""
}

func (s *sheet) indexLine(l book.IndexLine) IndexLine {
	v := IndexLine{Text: l.Words, Lang: korean(l.Words)}
	if l.See {
		v.See = &Related{ID: string(l.Of.ID), Href: s.href(l.Of), Text: l.Of.Title}
		return v
	}
	v.ID, v.Href = "at-"+string(l.Of.ID), s.href(l.Of)
	if e := l.Meta.Entry; e != nil {
		v.Korean = e.Korean
		for _, id := range e.See {
			if h, ok := s.lib.Head(id); ok {
				v.SeeAlso = append(v.SeeAlso, Related{ID: string(id), Href: s.href(h), Text: h.Title})
			}
		}
	}
	s.locate(&v, s.lib.NamedAt(l.Of.ID))
	v.Bare = len(v.Sources)+len(v.Government)+len(v.Told) == 0
	return v
}

// locate fills in where an entry is named: sources by tab, then chapters and notes.
func (s *sheet) locate(v *IndexLine, named []book.Named) {
	sources := book.SourcesOf(named)
	if n := len(sources) - locatorsMost; n > 0 {
		v.Left, sources = n, sources[:locatorsMost]
	}
	for _, n := range sources {
		l := Locator{Href: s.href(n.On), Mark: ordinal(n.On.Tab), Title: n.On.Title}
		if len(n.Government) > 0 {
			g := l
			g.Paras = s.paraLinks(n.On, n.Government)
			v.Government = append(v.Government, g)
		}
		if len(n.Paras) > 0 || len(n.Government) == 0 {
			l.Paras = s.paraLinks(n.On, n.Paras)
			v.Sources = append(v.Sources, l)
		}
	}
	for _, n := range named {
		if n.On.Kind != book.Chapter && n.On.Kind != book.Note || len(v.Told) == tellersMost {
			continue
		}
		t := Teller{Href: s.href(n.On), Text: n.On.Title, Title: n.On.Title}
		if number := s.chapterNumber(n.On.ID); number > 0 {
			t.Text = "ch.\u00a0" + ordinal(number)
		}
		for _, sec := range n.Sections[:min(len(n.Sections), passingsMost)] {
			t.Sections = append(t.Sections, Anchor{Href: s.place(n.On, sec.Anchor), Text: sec.Title})
		}
		v.Told = append(v.Told, t)
	}
}

// chapterNumber is the number of a chapter, 0 of any other page.
func (s *sheet) chapterNumber(id book.ID) int {
	if s.numbers == nil {
		s.numbers = make(map[book.ID]int)
		for _, c := range s.lib.Chapters() {
			s.numbers[c.ID] = c.Number
		}
	}
	return s.numbers[id]
}
