package site

import (
	"strconv"

	"briefbook/generator/internal/book"
)

// Mentioned is where an entry is named: sources by tab with their paragraphs, then the book's own pages by kind.
type Mentioned struct {
	Sources []MentionRow
	Left    int // sources not listed
	Pages   []MentionGroup
}

// MentionGroup is pages of one kind.
type MentionGroup struct {
	Title string
	Rows  []MentionRow
	Left  int
}

// MentionRow is one page that names an entry.
type MentionRow struct {
	Row
	ID         string // of the first row of a chapter: "at-in-2014-talks"
	InTitle    bool
	Paras      []Anchor
	Government []Anchor
	Sections   []Anchor
	Written    []string
}

// placesPerRow is how many paragraphs or sections a row shows.
const placesPerRow = 24

// mentioned lists where an entry is named. Pages that only link to it are listed as well.
func (s *sheet) mentioned(h book.Head) Mentioned {
	named := s.lib.NamedAt(h.ID)
	seen := make(map[book.ID]bool, len(named))
	for _, n := range named {
		seen[n.On.ID] = true
	}
	for _, on := range s.lib.LinkedFrom(h.ID) {
		if !seen[on.ID] && on.ID != h.ID {
			named = append(named, book.Named{On: on})
		}
	}
	var v Mentioned
	sources := book.SourcesOf(named)
	for i, n := range sources {
		if i == inPage {
			v.Left = len(sources) - inPage
			break
		}
		row := s.mentionRow(n)
		if i == 0 || sources[i-1].On.Chapter != n.On.Chapter {
			row.ID = mentionsIn(n.On.Chapter)
		}
		v.Sources = append(v.Sources, row)
	}
	for _, kind := range book.Kinds {
		g := MentionGroup{Title: shelves[kind].title}
		for _, n := range named {
			switch {
			case n.On.Kind != kind || kind == book.Article:
			case len(g.Rows) < inPage:
				g.Rows = append(g.Rows, s.mentionRow(n))
			default:
				g.Left++
			}
		}
		if g.Rows != nil {
			v.Pages = append(v.Pages, g)
		}
	}
	return v
}

// mentionsIn is the id of the first source of a chapter in the list of an entry's mentions.
func mentionsIn(chapter book.ID) string {
	if chapter == "" {
		return "at-unfiled"
	}
	return "at-in-" + string(chapter)
}

func (s *sheet) mentionRow(n book.Named) MentionRow {
	v := MentionRow{Row: s.row(n.On), InTitle: n.Title && n.On.Kind == book.Article, Written: n.Written}
	v.Paras, v.Government = s.paraLinks(n.On, n.Paras), s.paraLinks(n.On, n.Government)
	for _, sec := range n.Sections[:min(len(n.Sections), placesPerRow)] {
		v.Sections = append(v.Sections, Anchor{Href: s.place(n.On, sec.Anchor), Text: sec.Title})
	}
	return v
}

// paraLinks links runs of paragraphs: "2", "5–6".
func (s *sheet) paraLinks(on book.Head, list []book.ParaRun) []Anchor {
	var links []Anchor
	for _, r := range list[:min(len(list), placesPerRow)] {
		links = append(links, Anchor{Href: s.place(on, r.Anchor), Text: book.Paragraphs([]book.Range{r.Range})})
	}
	if n := len(list) - placesPerRow; n > 0 {
		links = append(links, Anchor{Href: s.href(on), Text: "and " + strconv.Itoa(n) + " more"})
	}
	return links
}

// place is the address of an anchor on a page, or of the page when there is none.
func (s *sheet) place(on book.Head, anchor string) string {
	if anchor == "" {
		return s.href(on)
	}
	return s.href(on) + "#" + anchor
}

// count says how many pages name the entry.
func (m Mentioned) count() int {
	n := len(m.Sources) + m.Left
	for _, g := range m.Pages {
		n += len(g.Rows) + g.Left
	}
	return n
}
