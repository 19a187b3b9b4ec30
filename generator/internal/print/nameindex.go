package print

import (
	"slices"
	"strconv"

	"briefbook/generator/internal/book"
)

// indexedMost is how many sources, and how many pages of the book's own, a line of the index names.
const indexedMost = 60

// nameIndex writes the index of names: by letter, each name with the sources that name it, by tab and paragraph, and
// the chapters and notes.
func (v *volume) nameIndex(p part) {
	lines := book.NameIndex(book.Entries(v.lib), v.lib.Meta)
	v.opening(p, "a numeral is a tab, ¶ a paragraph of its text")
	v.raw("<div class=\"name-index\">\n")
	letter := ""
	for _, l := range lines {
		if v.err != nil {
			return
		}
		if l.Letter != letter {
			if letter != "" {
				v.raw("</ul>\n")
			}
			letter = l.Letter
			v.element("h3", "", letter)
			v.raw("<ul>\n")
		}
		v.indexLine(l)
	}
	if letter != "" {
		v.raw("</ul>\n")
	}
	v.raw("</div>\n")
	v.endPart()
}

func (v *volume) indexLine(l book.IndexLine) {
	v.raw("<li>")
	if l.See {
		v.indexed(l.Words)
		v.raw(" <i>see</i> ")
		v.link("", "#"+pageID(l.Of.ID), l.Of.Title)
		v.raw("</li>\n")
		return
	}
	v.link("heading", "#"+pageID(l.Of.ID), l.Words)
	named := v.lib.NamedAt(l.Of.ID)
	v.indexTabs(named)
	v.indexPages(named)
	v.seeToo(l.Meta.Entry)
	v.raw("</li>\n")
}

// indexed writes a name, marked as Korean where it is in Hangul.
func (v *volume) indexed(words string) {
	if !book.InHangul(words) {
		v.text(words)
		return
	}
	v.raw(`<span lang="ko">`)
	v.text(words)
	v.raw("</span>")
}

// indexTabs writes the sources by tab, and after them those in which the name of a capital stands for a government.
func (v *volume) indexTabs(named []book.Named) {
	sources := book.SourcesOf(named)
	left := max(0, len(sources)-indexedMost)
	sources = sources[:len(sources)-left]
	lead := " "
	tab := func(n book.Named, paras []book.ParaRun) {
		v.raw(lead)
		lead = "; "
		v.link("tabs", "#"+pageID(n.On.ID), strconv.Itoa(n.On.Tab))
		if len(paras) > 0 {
			ranges := make([]book.Range, len(paras))
			for i, p := range paras {
				ranges[i] = p.Range
			}
			v.text(" ¶" + book.Paragraphs(ranges))
		}
	}
	for _, n := range sources {
		if len(n.Paras) > 0 || len(n.Government) == 0 {
			tab(n, n.Paras)
		}
	}
	if left > 0 {
		v.text(" and " + book.Count(left, "more tab", "more tabs"))
	}
	lead = " – <i>as government</i> "
	for _, n := range sources {
		if len(n.Government) > 0 {
			tab(n, n.Government)
		}
	}
}

// indexPages writes the chapters by number and the notes by title.
func (v *volume) indexPages(named []book.Named) {
	lead, n := " – ", 0
	for _, on := range named {
		if on.On.Kind != book.Chapter && on.On.Kind != book.Note {
			continue
		}
		if n++; n > indexedMost {
			break
		}
		words := on.On.Title
		if i := slices.IndexFunc(v.parts, func(p part) bool { return p.chapter.ID == on.On.ID }); i >= 0 {
			words = "ch.\u00a0" + v.parts[i].numeral
		}
		v.raw(lead)
		v.link("", "#"+pageID(on.On.ID), words)
		lead = ", "
	}
}

func (v *volume) seeToo(e *book.Entry) {
	if e == nil {
		return
	}
	lead := " – <i>see also</i> "
	for _, id := range e.See {
		if h, ok := v.lib.Head(id); ok {
			v.raw(lead)
			v.link("", "#"+pageID(h.ID), h.Title)
			lead = ", "
		}
	}
}
