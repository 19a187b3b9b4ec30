package site

import (
	"slices"
	"strings"

	"briefbook/generator/internal/book"
)

// Differ is a point on which sources differ, as the pages that it touches list it.
type Differ struct {
	Sort, Says string
	Href, On   string
}

// Differs are such points, cut to what a page can hold.
type Differs struct {
	List []Differ
	More *Anchor // where all are, nil when these are all
}

// differs lists the points with a link to where each is told.
func (s *sheet) differs(said []book.Said) Differs {
	var v Differs
	if len(said) > inPage {
		v.More = &Anchor{Href: s.root + "differences.html", Text: "All points on which sources differ"}
		said = said[:inPage]
	}
	for _, a := range said {
		says := a.Title
		if says == "" {
			says = excerpt(strings.Join(strings.Fields(a.Plain), " "), 120)
		}
		v.List = append(v.List, Differ{Sort: a.Sort, Says: says, Href: s.href(a.On) + "#" + a.Anchor, On: a.On.Title})
	}
	return v
}

// touching are the differences that concern a chapter and are not told in its essay: those of its notes, and those
// about its sources.
func (s *sheet) touching(chapter book.ID) Differs {
	all := slices.Clone(s.lib.Alerts(book.Difference))
	return s.differs(slices.DeleteFunc(all, func(a book.Said) bool {
		if a.On.ID == chapter {
			return true
		}
		return a.On.Chapter != chapter && !slices.ContainsFunc(a.Cites, func(c book.Citation) bool {
			h, ok := s.lib.Head(c.Source)
			return ok && h.Chapter == chapter
		})
	}))
}
