package site

import (
	"strings"

	"briefbook/generator/internal/book"
)

// Lists of statements name the page that makes them once, before the first, and the section before the first of each.

// CitedOn is what one page rests on a paragraph of a source.
type CitedOn struct {
	On       Anchor
	Mentions []Mention
}

// Pages are the statements by page. A statement that says in which section it stands is the first there.
func (c Cited) Pages() []CitedOn {
	var list []CitedOn
	section := ""
	for _, m := range c.Mentions {
		page, _, _ := strings.Cut(m.Href, "#")
		n := len(list)
		if n == 0 || list[n-1].On.Href != page {
			list = append(list, CitedOn{On: Anchor{Href: page, Text: m.On}})
			section, n = "", n+1
		}
		if m.Section == section {
			m.Section = ""
		} else {
			section = m.Section
		}
		list[n-1].Mentions = append(list[n-1].Mentions, m)
	}
	return list
}

// RestedOn is the statements of one page.
type RestedOn struct {
	On         Anchor
	Statements []Rested
}

// add puts a statement behind the others of its page and section, which are then not said again.
func (r *Resting) add(on book.Head, href string, st Rested) {
	n := len(r.Pages)
	if n == 0 || r.Pages[n-1].On.Href != href {
		r.Pages = append(r.Pages, RestedOn{On: Anchor{Href: href, Text: on.Title}})
		r.section, n = "", n+1
	}
	if st.Section == r.section {
		st.Section = ""
	} else {
		r.section = st.Section
	}
	to := &r.Pages[n-1]
	to.Statements = append(to.Statements, st)
}
