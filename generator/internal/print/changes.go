package print

import (
	"strings"

	"briefbook/generator/internal/book"
)

// changes writes what changed since an earlier edition. Changes of wording are counted only.
func (v *volume) changes(p part) {
	earlier := v.lib.Earlier()
	since := "since " + earlier.Called(v.info.Language)
	if earlier.Name != "" && earlier.AsOf != "" {
		since += " (information as of " + earlier.Date(v.info.Language) + ")"
	}
	substantive, minor := v.lib.Changed()
	v.opening(p, book.Count(substantive, "change", "changes")+" of substance, "+book.Number(minor)+" of wording, "+since+
		". Words taken out are struck through, words put in are underlined.")
	v.raw("<div class=\"text\">\n")
	list := v.lib.Changes().List
	open := false
	for i := range list {
		c := &list[i]
		if c.Minor || v.err != nil {
			break
		}
		if i == 0 || c.Page != list[i-1].Page || c.Page == "" {
			if open {
				v.raw("</ul>\n")
			}
			v.changedPage(c)
			v.raw("<ul class=\"changes\">\n")
			open = true
		}
		v.change(c)
	}
	if open {
		v.raw("</ul>\n")
	}
	v.raw("</div>\n")
	v.endPart()
}

// changedPage writes the title of the page that a change stands on.
func (v *volume) changedPage(c *book.Change) {
	h, ok := v.lib.Head(c.Page)
	if !ok {
		title := c.Title
		if title == "" {
			title = string(c.Page)
		}
		v.element("h3", "", title)
		return
	}
	v.raw("<h3>")
	v.link("", "#"+pageID(h.ID), h.Title)
	v.raw("</h3>\n")
}

func (v *volume) change(c *book.Change) {
	v.raw(`<li class="`, c.Kind.String(), `"><p class="label">`)
	v.text(c.Label())
	if c.Note != "" {
		v.raw(" <span>")
		v.text(c.Note)
		v.raw("</span>")
	}
	v.raw("</p>\n")
	switch {
	case c.Whole(): // its title says it all
	case c.Rewritten():
		v.raw(`<p class="redline"><b>Was</b> `)
		v.woven(c.Woven, true, false)
		v.raw("</p>\n<p class=\"redline\"><b>Now</b> ")
		v.woven(c.Woven, false, true)
		v.raw("</p>\n")
	default:
		v.raw(`<p class="redline">`)
		v.woven(c.Woven, true, true)
		v.raw("</p>\n")
	}
	v.raw("</li>\n")
}

// woven writes the words of one state or both, with what went and what came marked.
func (v *volume) woven(list []book.Piece, was, now bool) {
	for p, element := range book.Redline(list, was, now) {
		if element == "" {
			v.piece(p)
			continue
		}
		v.raw("<", element, ">")
		v.piece(p)
		v.raw("</", element, ">")
	}
}

// piece writes words, a citation or the title of a page.
func (v *volume) piece(p book.Piece) {
	switch {
	case p.Cite != "":
		c := p.Citation()
		href, mark, ok := v.cite(c)
		switch {
		case href != "":
			v.raw("<a", c.Hooks(), ` href="`)
			v.text(href)
			v.raw(`">`)
			v.text(mark)
			v.raw("</a>")
		case ok:
			v.text("(" + mark + ")")
		default:
			v.text("[" + strings.TrimSpace(string(p.Cite)+" "+p.Text) + "]")
		}
	case p.Page != "":
		h, ok := v.lib.Head(p.Page)
		switch {
		case ok:
			v.link("", "#"+pageID(h.ID), h.Title)
		case v.lib.Hidden(p.Page):
			v.text(book.Withheld)
		default:
			v.text(string(p.Page))
		}
	default:
		v.text(p.Text)
	}
}
