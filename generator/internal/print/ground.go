package print

import (
	"strconv"
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/figure"
)

// ground is where text of one page of the book is put: it renames ids, resolves links and citations, and
// remembers which ids it has given out, so that an event told in the text is not given its id again by a table.
type ground struct {
	v      *volume
	prefix string // "on-2018-summits--"
	given  map[string]bool
	notes  *notes // nil where citations show tab and paragraph
	shift  int
	page   book.ID // whose text it is

	checked []book.Checked // the quotations of that page, once they were asked for
	asked   bool
}

func (v *volume) ground(prefix string, shift int) *ground {
	return &ground{v: v, prefix: prefix, given: make(map[string]bool), shift: shift}
}

// on is the ground of a page standing in its own place.
func (v *volume) on(id book.ID, shift int) *ground { return v.ground(pageID(id)+"--", shift).of(id) }

// of says whose text is put on a ground.
func (g *ground) of(id book.ID) *ground {
	g.page = id
	return g
}

func (g *ground) anchor(id string) string {
	id = g.prefix + id
	g.given[id] = true
	return id
}

// target renders for this ground, with raised numbers where it has notes.
func (g *ground) target() book.Target {
	to := book.Target{Link: g.v.resolve, Cite: g.v.cite, Brief: true, Anchor: g.anchor, Shift: g.shift, Fate: g.v.fate, Seal: g.seal}
	if g.notes != nil {
		to.Cite = func(c book.Citation) (string, string, bool) { return g.notes.cite(g, c) }
	}
	return to
}

// aside renders what is shown apart from the text; what the text has shown already gets other ids.
func (g *ground) aside(anchor string) (to book.Target, id string) {
	own := g.prefix + anchor
	to = g.target()
	to.Cite = g.v.cite
	if g.given[own] {
		again := "at-again--" + g.prefix
		to.Anchor = func(id string) string { return again + id }
		return to, ""
	}
	return to, own
}

// resolve leads to what stands on this page. A static file is reached from the root.
func (v *volume) resolve(l book.Link) (book.Ref, bool) {
	if l.To == "" {
		ref := book.Ref{Href: outward(l)}
		if l.IsStatic() {
			ref.Width, ref.Height = figure.PictureSize(v.lib, l.URL)
		}
		return ref, true
	}
	h, ok := v.lib.Head(l.To)
	if !ok {
		return book.Ref{Title: book.Withheld}, l.Wiki && l.Label == "" && v.lib.Hidden(l.To)
	}
	href := "#" + pageID(l.To)
	if l.Fragment != "" && (h.Kind != book.Article || v.shows(l.To, l.Fragment)) {
		href += "--" + l.Fragment
	}
	return book.Ref{Href: href, Title: h.Title, Entry: h.Kind.IsEntry()}, true
}

// outward is an address that is not a page's. Static files lie beside print.html.
func outward(l book.Link) string {
	href := l.URL
	if l.Fragment != "" && !strings.Contains(href, "#") {
		href += "#" + l.Fragment
	}
	return href
}

// cite shows tab and paragraph: "3 ¶2".
func (v *volume) cite(c book.Citation) (href, mark string, ok bool) {
	h, ok := v.lib.Head(c.Source)
	if !ok {
		return "", book.Withheld, v.lib.Hidden(c.Source)
	}
	mark = strconv.Itoa(h.Tab)
	if len(c.Paras) > 0 {
		mark += " ¶" + book.Paragraphs(c.Paras)
	}
	return v.cited(c), mark, true
}

// fate says what became of a cited source that no longer stands as it did.
func (v *volume) fate(c book.Citation) string {
	h, _ := v.lib.Head(c.Source)
	return h.Status
}

// cited is the address of the paragraph that a citation means, of the whole source when this edition does not
// show the paragraph.
func (v *volume) cited(c book.Citation) string {
	href := "#" + pageID(c.Source)
	if len(c.Paras) > 0 {
		if n := c.Paras[0].First; n >= 1 && n <= v.paragraphsOf(c.Source) {
			href += "--p" + strconv.Itoa(n)
		}
	}
	return href
}

// shows reports whether a source's text on this page has the paragraph that a fragment names. Other anchors of
// an article are those of its card and stand here.
func (v *volume) shows(id book.ID, fragment string) bool {
	digits, ok := strings.CutPrefix(fragment, "p")
	n, err := strconv.Atoi(digits)
	if !ok || err != nil {
		return true
	}
	return n >= 1 && n <= v.paragraphsOf(id)
}

// paragraphsOf is how many numbered paragraphs of a source stand on this page.
func (v *volume) paragraphsOf(id book.ID) int {
	n, asked := v.shown[id]
	if asked {
		return n
	}
	if o, ok := v.lib.Original(id); ok {
		n = len(o.Paragraphs)
	} else if p, ok := v.lib.Page(id); ok && p.IsText() {
		n = p.Text.Paragraphs
	}
	v.shown[id] = n
	return n
}
