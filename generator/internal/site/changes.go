package site

import (
	"html/template"
	"io"
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/tie"
)

// changesPerPage is how many changes a page holds.
const changesPerPage = 150

// WhatChanged is the page that tells what changed since an earlier edition.
type WhatChanged struct {
	Frame   Frame
	Opening Opening
	Since   string // "the First edition"
	AsOf    string // of that edition, in words; may be ""
	None    bool
	Groups  []ChangedPlace // of substance
	Minor   []ChangedPlace // of wording
	Minors  int            // how many on this page
	Open    bool           // the page has only those
	Pager   *Pager
}

// ChangedPlace is a page, or a shelf of the book, with what changed there.
type ChangedPlace struct {
	On      Anchor // Href is "" for a page that went
	Changes []Altered
}

// Altered is one change.
type Altered struct {
	Title *Anchor // of the page, where a place is a shelf
	Kind  string  // "added": the class
	Label string  // "Event altered"
	Href  string  // where it stands
	Note  string
	Woven template.HTML // both states in one, or the only one
	Was   template.HTML // when they stand one after the other
	Now   template.HTML
}

func changesPath(page int) string {
	if page == 1 {
		return "what-changed.html"
	}
	return "what-changed-" + ordinal(page) + ".html"
}

// changeFiles are the pages on what changed. A book without an earlier edition on record has none.
func changeFiles(lib book.Library) []book.File {
	if !lib.Earlier().There() {
		return nil
	}
	substantive, minor := lib.Changed()
	var files []book.File
	for page := range pages(max(substantive+minor, 1), changesPerPage) {
		files = append(files, book.File{Path: changesPath(page),
			Write: func(w io.Writer, lib book.Library) error { return whatChanged(w, lib, page) }})
	}
	return files
}

func whatChanged(w io.Writer, lib book.Library, page int) error {
	s := newSheet(lib, changesPath(page))
	earlier := lib.Earlier()
	substantive, minor := lib.Changed()
	all := lib.Changes().List
	v := WhatChanged{Frame: s.frame(changesPath(page), "What changed", "changes"), Opening: newOpening("What changed"),
		Since: earlier.Called(s.info.Language), None: len(all) == 0}
	v.Frame.Description = "What changed since " + v.Since + ", statement by statement."
	if earlier.Name != "" {
		v.AsOf = earlier.Date(s.info.Language)
	}
	v.Opening.Where = []Anchor{{Href: "index.html", Text: "Contents"}}
	v.Opening.Facts = []Fact{{Text: book.Count(substantive, "change", "changes") + " of substance", Strong: true}}
	if minor > 0 {
		v.Opening.Facts = append(v.Opening.Facts, Fact{Text: book.Number(minor) + " of wording"})
	}
	v.Opening.Facts = append(append(v.Opening.Facts, Fact{Text: "since " + v.Since}), s.asOf()...)
	v.Pager = leaf{len(all), changesPerPage, page}.pager(changesPath, byNumber)
	here := onPage(all, changesPerPage, page)
	first := 0
	for first < len(here) && !here[first].Minor {
		first++
	}
	v.Groups, v.Minor = s.places(here[:first]), s.places(here[first:])
	v.Minors, v.Open = len(here)-first, first == 0
	return s.show(w, "changes.html", v)
}

// places puts changes that follow one another on one page, or on one shelf, together.
func (s *sheet) places(list []book.Change) (out []ChangedPlace) {
	last, title := "", book.ID("")
	for i := range list {
		c := &list[i]
		on, shelf, key := s.placeOf(c)
		if key != last || len(out) == 0 {
			out, last, title = append(out, ChangedPlace{On: on}), key, ""
		}
		a := s.altered(c)
		if c.Whole() { // its title says it all
			a.Woven, title = "", ""
		}
		if shelf && c.Page != title && c.What != "source" {
			title = c.Page
			a.Title = &Anchor{Text: c.Title}
			if h, ok := s.lib.Head(c.Page); ok {
				a.Title.Href = s.href(h)
			}
		}
		here := &out[len(out)-1]
		here.Changes = append(here.Changes, a)
	}
	return out
}

// placeOf is where a change is told: under its page, or under the shelf of sources or entries it stands on.
func (s *sheet) placeOf(c *book.Change) (on Anchor, shelf bool, key string) {
	h, there := s.lib.Head(c.Page)
	switch {
	case c.Whole():
		return Anchor{Text: "Pages"}, true, "pages"
	case c.What == "source" || c.What == "digest" || there && h.Kind == book.Article:
		return Anchor{Href: s.root + "sources.html", Text: "Sources"}, true, "sources"
	case there && h.Kind.IsEntry():
		return Anchor{Href: s.root + listOf(h.Kind), Text: shelves[h.Kind].title}, true, h.Kind.Route()
	case there:
		return Anchor{Href: s.href(h), Text: h.Title}, false, string(c.Page)
	}
	on.Text = c.Title
	if on.Text == "" {
		on.Text = string(c.Page)
	}
	return on, false, string(c.Page)
}

func (s *sheet) altered(c *book.Change) Altered {
	a := Altered{Kind: c.Kind.String(), Label: c.Label(), Note: c.Note}
	if h, ok := s.lib.Head(c.Page); ok && c.Kind != book.Withdrawn {
		a.Href = s.href(h)
		if c.Anchor != "" {
			a.Href += "#" + c.Anchor
		}
	}
	if !c.Rewritten() {
		a.Woven = s.woven(c.Woven, true, true)
		return a
	}
	a.Was, a.Now = s.woven(c.Woven, true, false), s.woven(c.Woven, false, true)
	return a
}

// woven sets the words of one state or both, with what went and what came marked.
func (s *sheet) woven(list []book.Piece, was, now bool) template.HTML {
	var b strings.Builder
	for p, element := range book.Redline(list, was, now) {
		if element == "" {
			s.piece(&b, p)
			continue
		}
		b.WriteString("<" + element + ">")
		s.piece(&b, p)
		b.WriteString("</" + element + ">")
	}
	return template.HTML(tie.Text(b.String()))
}

// piece sets words, a citation or the title of a page.
func (s *sheet) piece(b *strings.Builder, p book.Piece) {
	link := func(class, href, text string) {
		b.WriteString(`<a` + class + ` href="` + template.HTMLEscapeString(href) + `">` + template.HTMLEscapeString(text) + "</a>")
	}
	switch {
	case p.Cite != "":
		c := p.Citation()
		href, mark, ok := s.cite(c)
		if !p.Now { // the page of the source need not have the paragraph any more
			href, _, _ = strings.Cut(href, "#")
			c.Paras = nil
		}
		switch {
		case href != "":
			link(c.Hooks(), href, mark)
		case ok:
			b.WriteString(`<span class="unshown">(` + mark + `)</span>`)
		default:
			b.WriteString(`<span class="unshown">[` + template.HTMLEscapeString(strings.TrimSpace(string(p.Cite)+" "+p.Text)) + `]</span>`)
		}
	case p.Page != "":
		h, ok := s.lib.Head(p.Page)
		switch {
		case ok:
			class := ""
			if h.Kind.IsEntry() {
				class = ` class="entry" data-entry="` + template.HTMLEscapeString(string(h.ID)) + `"`
			}
			link(class, s.href(h), h.Title)
		case s.lib.Hidden(p.Page):
			b.WriteString(book.Withheld)
		default:
			b.WriteString(template.HTMLEscapeString(string(p.Page)))
		}
	default:
		b.WriteString(template.HTMLEscapeString(p.Text))
	}
}
