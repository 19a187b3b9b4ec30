package print

import (
	"slices"
	"strconv"
	"strings"

	"briefbook/generator/internal/book"
)

// entryPart is a part that lists one kind of entry.
type entryPart struct {
	kind      book.Kind
	id, title string
}

var entryParts = []entryPart{
	{book.Person, "at-people", "Who’s who"},
	{book.Organisation, "at-organisations", "Organisations"},
	{book.Place, "at-places", "Places"},
	{book.Term, "at-glossary", "Glossary"},
}

func (e entryPart) write(v *volume, p part) {
	heads := v.lib.Shelf(e.kind, "")
	v.opening(p, book.Count(len(heads), "entry", "entries"))
	v.raw("<div class=\"entries\">\n")
	for _, h := range heads {
		if page, ok := v.lib.Page(h.ID); ok && v.err == nil {
			v.entry(page)
		}
	}
	v.raw("</div>\n")
	v.endPart()
}

func (v *volume) entry(p *book.Page) {
	v.raw(`<section class="item" id="`)
	v.text(pageID(p.ID))
	v.raw("\">\n<h3>")
	v.text(p.Title)
	e := p.Meta.Entry
	if e != nil && e.Korean != "" {
		v.raw(` <span class="korean" lang="ko">`)
		v.text(e.Korean)
		v.raw("</span>")
	}
	v.raw("</h3>\n")
	if e != nil {
		v.about(e)
	}
	if p.Text != nil {
		g := v.on(p.ID, 2)
		v.plainSections(p, g, g.target())
	}
	v.seeAlso(e)
	v.mentions("Named in ", v.lib.LinkedFrom(p.ID))
	v.raw("</section>\n")
}

// about writes what the front matter says: other names, position, offices.
func (v *volume) about(e *book.Entry) {
	if len(e.Variants) > 0 {
		v.element("p", "variants", "Also "+strings.Join(e.Variants, " · "))
	}
	if e.HasPoint {
		v.element("p", "variants", book.Position(e.Lat, e.Lon))
	}
	if len(e.Roles) == 0 {
		return
	}
	v.raw("<ul class=\"roles\">\n")
	for _, r := range e.Roles {
		v.raw("<li>")
		v.text(r.Role)
		if when := v.span(r.From, r.To); when != "" {
			v.raw(` <span class="when">`)
			v.text(when)
			v.raw("</span>")
		}
		if h, ok := v.lib.Head(r.Source); ok {
			v.raw(" ")
			v.link("tabs", "#"+pageID(h.ID), "tab "+strconv.Itoa(h.Tab))
		}
		v.raw("</li>\n")
	}
	v.raw("</ul>\n")
}

func (v *volume) seeAlso(e *book.Entry) {
	if e == nil {
		return
	}
	first := true
	for _, id := range e.See {
		h, ok := v.lib.Head(id)
		if !ok {
			continue
		}
		if first {
			v.raw(`<p class="mentions">See also `)
			first = false
		} else {
			v.raw(", ")
		}
		v.link("", "#"+pageID(h.ID), h.Title)
	}
	if !first {
		v.raw("</p>\n")
	}
}

// mentions lists pages by their titles, sources by their tabs. Entries are named only where nothing else is:
// they are read from the text to the entry, not from entry to entry.
func (v *volume) mentions(words string, on []book.Head) {
	told := slices.DeleteFunc(slices.Clone(on), func(h book.Head) bool { return h.Kind.IsEntry() })
	if len(told) > 0 {
		on = told
	}
	if len(on) == 0 {
		return
	}
	v.raw(`<p class="mentions">`)
	v.text(words)
	some := false
	next := func() {
		if some {
			v.raw(", ")
		}
		some = true
	}
	var tabs []book.Head
	for _, h := range on {
		if h.Kind == book.Article {
			tabs = append(tabs, h)
			continue
		}
		next()
		v.link("", "#"+pageID(h.ID), h.Title)
	}
	byTab(tabs)
	for i := 0; i < len(tabs); {
		last := i
		for last+1 < len(tabs) && tabs[last+1].Tab == tabs[last].Tab+1 {
			last++
		}
		next()
		if i == 0 {
			v.raw(map[bool]string{true: "tab ", false: "tabs "}[len(tabs) == 1])
		}
		v.link("", "#"+pageID(tabs[i].ID), strconv.Itoa(tabs[i].Tab))
		if last > i {
			v.raw("–")
			v.link("", "#"+pageID(tabs[last].ID), strconv.Itoa(tabs[last].Tab))
		}
		i = last + 1
	}
	v.raw("</p>\n")
}
