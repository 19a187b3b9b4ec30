package print

import (
	"strconv"
	"strings"

	"briefbook/generator/internal/book"
)

// sources writes the register: every source by tab, with its digest or its text as the edition allows.
func (v *volume) sources(p part) {
	v.opening(p, p.rest+" in the order of their dates")
	for _, h := range v.tabs {
		if v.err != nil {
			return
		}
		if page, ok := v.lib.Page(h.ID); ok {
			v.source(page)
		}
	}
	v.endPart()
}

func (v *volume) source(p *book.Page) {
	card := p.Meta.Card
	if card == nil {
		card = &book.Card{}
	}
	v.raw(`<section class="source" id="`)
	v.text(pageID(p.ID))
	v.raw("\">\n<h3><span class=\"tab\"><span class=\"word\">Tab</span> ", strconv.Itoa(p.Tab), "</span> ")
	if card.Language != "" && card.Language != v.info.Language {
		v.raw(`<span lang="`)
		v.text(card.Language)
		v.raw(`">`)
		v.text(title(p.Head))
		v.raw("</span>")
	} else {
		v.text(title(p.Head))
	}
	v.raw("</h3>\n")
	v.credit(p, card)
	v.standing(card)
	g := v.on(p.ID, 2)
	if p.IsText() {
		v.fullText(p, g, card)
	} else {
		v.digest(p, g)
		v.original(p, g, card)
	}
	v.quotedFrom(p.ID)
	v.citedIn(p.ID)
	v.raw("</section>\n")
}

// credit writes who published the source, when, on what the date rests, and where it can be read.
func (v *volume) credit(p *book.Page, card *book.Card) {
	v.raw(`<p class="credit">`)
	if card.Publisher == "" && card.Agency == "" {
		v.raw("Publisher unknown")
	} else {
		v.text(joined(card.Publisher, card.Agency))
	}
	v.raw(" · ")
	v.when(p.Date)
	if basis := joinedBy(": ", card.DateBasis, card.DateNote); card.DateBasis != "stated" && basis != "" {
		v.text(" (" + basis + ")")
	}
	for _, fact := range []struct{ name, value string }{
		{"updated ", card.Updated.Text(v.info.Language)}, {"by ", strings.Join(card.Byline, ", ")},
		{"dateline ", card.Dateline}, {"held by ", card.Holder},
	} {
		if fact.value != "" {
			v.text(" · " + fact.name + fact.value)
		}
	}
	v.raw("</p>\n")
	for _, url := range []struct{ name, href string }{{"", card.URL}, {"archived: ", card.ArchivedURL}} {
		if url.href != "" {
			v.raw(`<p class="credit">`, url.name)
			v.address(url.href)
			v.raw("</p>\n")
		}
	}
}

func joined(parts ...string) string { return joinedBy(" / ", parts...) }

func joinedBy(mark string, parts ...string) string {
	var some []string
	for _, p := range parts {
		if p != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, mark)
}

// standing warns when a source no longer stands as it did.
func (v *volume) standing(card *book.Card) {
	says := map[string]string{
		"superseded": "This source has been superseded.",
		"corrected":  "The publisher has corrected this source.",
		"withdrawn":  "The publisher has withdrawn this source.",
	}[card.Status]
	if says == "" {
		return
	}
	v.raw(`<p class="warning"><b>`, says, "</b>")
	if h, ok := v.lib.Head(card.SupersededBy); ok {
		v.raw(" Read instead ")
		v.link("", "#"+pageID(h.ID), "tab "+strconv.Itoa(h.Tab))
		v.raw(".")
	}
	v.raw("</p>\n")
}

// digest writes what the editors say about a source.
func (v *volume) digest(p *book.Page, g *ground) {
	if p.Text == nil {
		return
	}
	v.raw("<div class=\"digest\">\n")
	v.plainSections(p, g, g.target())
	v.raw("</div>\n")
}

// fullText writes a card that is the text itself.
func (v *volume) fullText(p *book.Page, g *ground, card *book.Card) {
	if p.Text == nil {
		return
	}
	v.numbered(card.Language)
	to := g.target()
	to.Numbered = true
	v.plainSections(p, g, to)
	v.raw("</div>\n")
}

// numbered opens a text with numbered paragraphs, in its own language where that is not the book's.
func (v *volume) numbered(language string) {
	v.raw(`<div class="numbered"`)
	if language != "" && language != v.info.Language {
		v.raw(` lang="`)
		v.text(language)
		v.raw(`"`)
	}
	v.raw(">\n")
}

func (v *volume) plainSections(p *book.Page, g *ground, to book.Target) {
	for _, s := range p.Text.Sections {
		if s.Title != "" {
			v.raw("<h4")
			if s.ID != "" {
				v.raw(` id="`)
				v.text(g.anchor(s.ID))
				v.raw(`"`)
			}
			v.raw(">")
			v.text(s.Title)
			v.raw("</h4>\n")
		}
		v.body(s.Body, to)
	}
	v.body(p.Text.Footnotes, to)
}

// original writes the captured text where the edition holds it, and what cleaning set aside.
func (v *volume) original(p *book.Page, g *ground, card *book.Card) {
	o, ok := v.lib.Original(p.ID)
	if !ok {
		if card.Original != "" || card.URL != "" {
			v.element("p", "withheld", "Digest and short quotations only. Paragraph numbers refer to the text as published.")
		}
		return
	}
	v.numbered(o.Language)
	v.raw("<h4>Text</h4>\n")
	to := g.target()
	to.Numbered = true
	v.body(o.Body, to)
	v.raw("</div>\n")
	if v.lib.For() == book.Internal {
		v.setAside(o.Receipts)
	}
}

// setAside counts what cleaning set aside, by reason. Paper has no room for the blocks themselves.
func (v *volume) setAside(list []book.Receipt) {
	if len(list) == 0 {
		return
	}
	v.raw(`<p class="withheld">Set aside in cleaning: `, book.Count(len(list), "block", "blocks"), " – ")
	reasons, blocks := book.Reasons(list)
	for i, why := range reasons {
		if i > 0 {
			v.raw("; ")
		}
		v.text(why)
		if blocks[i] > 1 {
			v.raw(" (", book.Number(blocks[i]), ")")
		}
	}
	v.raw(".</p>\n")
}

// citedIn says which pages rest on a source, each once.
func (v *volume) citedIn(id book.ID) {
	var on []book.Head
	seen := make(map[book.ID]bool)
	for _, m := range v.lib.CitedAt(id) {
		if !seen[m.On.ID] {
			seen[m.On.ID] = true
			on = append(on, m.On)
		}
	}
	v.mentions("Cited in ", on)
}
