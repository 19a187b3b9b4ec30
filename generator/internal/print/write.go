package print

import (
	"cmp"
	"html"
	"slices"
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
	"briefbook/generator/internal/tie"
)

// raw writes markup.
func (v *volume) raw(pieces ...string) {
	for _, s := range pieces {
		if v.err == nil {
			_, v.err = v.w.WriteString(s)
		}
	}
}

// text writes words, fit for content and for a quoted attribute.
func (v *volume) text(s string) { v.raw(html.EscapeString(s)) }

// element writes <tag class="…">words</tag>, and nothing when there are no words.
func (v *volume) element(tag, class, words string) {
	if words == "" {
		return
	}
	v.raw("<", tag)
	if class != "" {
		v.raw(` class="`, class, `"`)
	}
	v.raw(">")
	v.text(words)
	v.raw("</", tag, ">\n")
}

// link writes a link with words.
func (v *volume) link(class, href, words string) {
	v.raw("<a")
	if class != "" {
		v.raw(` class="`, class, `"`)
	}
	v.raw(` href="`)
	v.text(href)
	v.raw(`">`)
	v.text(words)
	v.raw("</a>")
}

// address writes a link to the web with its address as the words, so that paper shows it.
func (v *volume) address(url string) { v.link("url", url, url) }

// body writes formatted text.
func (v *volume) body(b book.Body, to book.Target) {
	if b == nil || v.err != nil {
		return
	}
	if to.Numbered { // the words of a source stay as they are
		v.err = b.Render(v.w, to)
		return
	}
	var text strings.Builder
	if v.err = b.Render(&text, to); v.err == nil {
		v.raw(tie.Text(text.String()))
	}
}

// opening writes the head of a part: numeral, title, one line of facts.
func (v *volume) opening(p part, facts ...string) {
	v.raw(`<section class="stretch `, p.page)
	if p.runsOn {
		v.raw(" runs-on")
	}
	v.raw(`" id="`)
	v.text(p.id)
	v.raw("\">\n<header class=\"opening\">\n")
	if p.numeral != "" {
		v.raw(`<p class="numeral" aria-hidden="true">`, p.numeral, "</p>\n")
	}
	v.element("h2", "", p.title)
	v.facts(facts...)
	v.raw("</header>\n")
}

// facts writes a line of facts, leaving out what is empty.
func (v *volume) facts(facts ...string) {
	facts = slices.DeleteFunc(facts, func(f string) bool { return f == "" })
	if len(facts) == 0 {
		return
	}
	v.raw(`<p class="facts">`)
	for i, f := range facts {
		if i > 0 {
			v.raw(" · ")
		}
		v.text(f)
	}
	v.raw("</p>\n")
}

func (v *volume) endPart() { v.raw("</section>\n") }

// when writes a date, for machines too where HTML has a form for it.
func (v *volume) when(d edtf.Date) {
	if machine := d.HTML(); machine != "" {
		v.raw(`<time datetime="`, machine, `">`)
		v.text(d.Text(v.info.Language))
		v.raw("</time>")
		return
	}
	v.text(cmp.Or(d.Text(v.info.Language), "undated"))
}

// span prints the limits of a chapter or an office: "February 2016 – September 2018".
func (v *volume) span(from, to edtf.Date) string {
	a, b := from.Text(v.info.Language), to.Text(v.info.Language)
	switch {
	case a == b:
		return a
	case a == "":
		return "until " + b
	case b == "":
		return "since " + a
	}
	return a + " – " + b
}

// title is a page's title, in brackets when it was supplied.
func title(h book.Head) string {
	if h.Made {
		return "[" + h.Title + "]"
	}
	return h.Title
}

func byTab(heads []book.Head) {
	slices.SortStableFunc(heads, func(a, b book.Head) int {
		return cmp.Or(cmp.Compare(a.Tab, b.Tab), cmp.Compare(a.ID, b.ID))
	})
}

// pageID is the id that a page of the book has here. It begins with a letter, whatever the page's own does.
func pageID(id book.ID) string { return "on-" + string(id) }
