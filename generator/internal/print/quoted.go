package print

import (
	"html"
	"strings"

	"briefbook/generator/internal/book"
)

// seal is what stands behind quotation n of the page whose text is put on the ground: a raised tick where the words are
// the source's, words where the reader must know more, and under a block quote a line. It leads to what the register of
// sources says. What came of checking is asked for with the first one.
func (g *ground) seal(n int) string {
	if !g.asked {
		g.checked, g.asked = g.v.lib.Quotations(g.page), true
	}
	if n < 0 || n >= len(g.checked) {
		return ""
	}
	return g.v.seal(g.checked[n])
}

func (v *volume) seal(c book.Checked) string {
	h, ok := v.lib.Head(c.Cite.Source)
	if !ok {
		return ""
	}
	other, _ := v.lib.Head(c.Found)
	standing, mark := c.Verdict.Standing(), c.Verdict.Mark()
	says, when := html.EscapeString(c.Telling(h.Tab, other.Tab)), html.EscapeString(c.When(v.info.Language))
	href := html.EscapeString("#" + pageID(h.ID) + "--" + c.Key())
	link := func(class, words string) string {
		return `<a` + class + ` href="` + href + `">` + words + `</a>`
	}
	switch {
	case c.Block:
		if when != "" {
			when = " · " + when
		}
		return `<span class="checked ` + standing + `"><span aria-hidden="true">` + mark + `</span> ` + link("", says) + when + `</span>`
	case c.Verdict.Holds():
		return link(` class="seal holds" aria-label="Quotation checked: `+says+`"`, mark)
	case c.Verdict == "":
		return link(` class="seal unchecked"`, html.EscapeString(c.Verdict.Says()))
	}
	return link(` class="seal `+standing+`"`, `<span aria-hidden="true">`+mark+"\u00a0</span>"+says)
}

// quotedFrom lists the quotations from a source, each once, with what came of checking it.
func (v *volume) quotedFrom(id book.ID) {
	all := v.lib.QuotedFrom(id)
	if len(all) == 0 {
		return
	}
	groups := book.SameWords(all)
	v.raw(`<p class="mentions sum">`, book.Capital(book.TallyQuoted(all)), ".")
	same := v.sameDay(groups)
	if same != "" {
		v.text(" " + book.Capital(same) + ".")
	}
	v.raw("</p>\n<ol class=\"quotes\">\n")
	for _, group := range groups {
		c := group[0]
		v.raw(`<li class="`, c.Verdict.Standing(), `" id="`)
		v.text(pageID(id) + "--" + c.Key())
		v.raw(`">`)
		if paras := c.Stands(); len(paras) > 0 {
			v.raw(`<span class="para">¶`, book.Paragraphs(paras), "</span> ")
		}
		v.raw("“")
		v.text(abridged(c.Words))
		v.raw(`” <span class="verdict"><span aria-hidden="true">`, c.Verdict.Mark(), "</span> ")
		v.text(c.Verdict.Says())
		if other, ok := v.lib.Head(c.Found); ok && c.Verdict == book.InOtherSource {
			v.raw(": ")
			v.link("", "#"+pageID(other.ID), "tab "+book.Number(other.Tab))
		}
		if when := c.When(v.info.Language); when != "" && same == "" {
			v.text(" · " + when)
		}
		v.raw("</span></li>\n")
	}
	v.raw("</ol>\n")
}

// sameDay is when all the quotations that were checked were checked; "" where that was not on one day.
func (v *volume) sameDay(groups [][]book.Checked) string {
	same := ""
	for _, g := range groups {
		when := g[0].When(v.info.Language)
		if when != "" && same != "" && when != same {
			return ""
		}
		if when != "" {
			same = when
		}
	}
	return same
}

// A quotation of more words than these is known in a list by its first and last ones.
const headWords, tailWords = 7, 5

func abridged(words string) string {
	f := strings.Fields(words)
	if len(f) <= headWords+tailWords+2 {
		return words
	}
	return strings.Join(f[:headWords], " ") + " … " + strings.Join(f[len(f)-tailWords:], " ")
}
