package article

import (
	"bytes"
	"slices"
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHTML splits a page into its block elements. It reads tokens and builds no tree: a broken page costs no
// more time than a sound one, and every block knows its lines. What a reader does not see (scripts, styles,
// attributes) is no text.
func (p *page) readHTML(text string) {
	p.page = true
	r := reader{page: p, line: 1}
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		kind := z.Next()
		if kind == html.ErrorToken { // the end, for a text in memory
			break
		}
		lines := bytes.Count(z.Raw(), []byte("\n"))
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			r.start(z)
		case html.EndTagToken:
			name, _ := z.TagName()
			r.end(atom.Lookup(name))
		case html.TextToken:
			r.text(string(z.Text()))
		}
		r.line += lines
	}
	r.flush()
	r.entitle()
}

// reader gathers the text of one block.
type reader struct {
	*page
	line        int // of the token being read
	first, last int // of the text gathered
	words       []byte
	glued       bool // the next word continues the last: no blank between
	breaks      int  // <br> in a row

	unseen  atom.Atom // the element whose text nobody sees
	within  []atom.Atom
	heading atom.Atom // h1–h6 being read
	h1      []int     // blocks
	caption int       // the block of <title>, from 1
	og      found
	site    string
}

// asides are elements that hold no article, with the reason on their receipts.
var asides = map[atom.Atom]string{
	atom.Nav: "navigation", atom.Footer: "page_footer", atom.Aside: "page_aside", atom.Form: "form",
	atom.Button: "form", atom.Select: "form", atom.Textarea: "form", atom.Dialog: "dialog",
	atom.Figcaption: "caption", atom.Title: "page_title",
}

// deepest is how many open asides are remembered; a page that never closes them costs no more.
const deepest = 50

func unseen(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Iframe, atom.Noembed, atom.Noframes, atom.Svg, atom.Math:
		return true
	}
	return false
}

func inline(a atom.Atom) bool {
	switch a {
	case atom.A, atom.Abbr, atom.B, atom.Bdi, atom.Bdo, atom.Cite, atom.Code, atom.Data, atom.Del, atom.Dfn, atom.Em, atom.Font,
		atom.I, atom.Img, atom.Ins, atom.Kbd, atom.Mark, atom.Q, atom.Rp, atom.Rt, atom.Ruby, atom.S, atom.Samp, atom.Small,
		atom.Span, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.U, atom.Var, atom.Wbr, 0:
		return true
	}
	return false
}

func (r *reader) start(z *html.Tokenizer) {
	name, more := z.TagName()
	tag := atom.Lookup(name)
	if r.unseen != 0 {
		return
	}
	switch {
	case tag == atom.Br:
		r.glued = false
		if r.breaks++; r.breaks == 2 {
			r.flush()
		}
		return
	case tag == atom.Meta && more:
		r.meta(attributes(z))
		return
	case tag == atom.Html && more:
		r.language = strings.TrimSpace(attributes(z)["lang"])
		return
	case inline(tag):
		return
	}
	r.flush()
	switch {
	case unseen(tag):
		r.unseen = tag
	case asides[tag] != "" && len(r.within) < deepest:
		r.within = append(r.within, tag)
	case isHeading(tag):
		r.heading = tag
	}
}

func (r *reader) end(tag atom.Atom) {
	if r.unseen != 0 {
		if tag == r.unseen {
			r.unseen = 0
		}
		return
	}
	if inline(tag) {
		return
	}
	r.flush()
	if isHeading(tag) {
		r.heading = 0
	}
	if i := slices.Index(r.within, tag); i >= 0 {
		r.within = r.within[:i]
	}
}

func isHeading(a atom.Atom) bool {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// text adds what a reader sees of a text, one blank for any white space.
func (r *reader) text(s string) {
	if r.unseen != 0 || s == "" {
		return
	}
	inner := strings.TrimSpace(s)
	if inner == "" {
		r.glued = false
		return
	}
	r.breaks = 0
	before := strings.Index(s, inner)
	if len(r.words) == 0 {
		r.first = r.line + strings.Count(s[:before], "\n")
	}
	r.last = r.line + strings.Count(s[:before+len(inner)], "\n")
	r.glued = r.glued && before == 0
	for word := range strings.FieldsSeq(inner) {
		if len(r.words) > 0 && !r.glued {
			r.words = append(r.words, ' ')
		}
		r.words, r.glued = append(r.words, word...), false
	}
	r.glued = before+len(inner) == len(s)
}

// flush ends the block that was being gathered.
func (r *reader) flush() {
	r.breaks, r.glued = 0, false
	if len(r.words) == 0 {
		return
	}
	b := newBlock(r.first, r.last, string(r.words))
	b.heading = r.heading != 0
	r.words = r.words[:0]
	n := len(r.blocks)
	if len(r.within) > 0 {
		tag := r.within[len(r.within)-1]
		// A form around a whole page is an old habit of some servers.
		if reason := asides[tag]; reason != "form" || !b.sentence() {
			b.drop(reason)
		}
		if tag == atom.Title && r.caption == 0 {
			r.caption = n + 1
		}
	} else if r.heading == atom.H1 {
		r.h1 = append(r.h1, n)
	}
	r.blocks = append(r.blocks, b)
}

func attributes(z *html.Tokenizer) map[string]string {
	out := map[string]string{}
	for {
		key, value, more := z.TagAttr()
		out[string(key)] = string(value)
		if !more {
			return out
		}
	}
}

// meta keeps what a page declares about its article.
func (r *reader) meta(a map[string]string) {
	name, content := a["property"], strings.TrimSpace(a["content"])
	if name == "" {
		name = a["name"]
	}
	if name == "" {
		name = a["itemprop"]
	}
	if content == "" || strings.ContainsFunc(content, forbidden) {
		return
	}
	v := found{content, "meta " + name}
	switch strings.ToLower(name) {
	case "og:title":
		r.og = v
	case "og:site_name":
		r.site = content
		r.publisher = append(r.publisher, v)
	case "article:published_time", "datepublished", "dc.date", "dc.date.issued", "date", "parsely-pub-date":
		if d, err := edtf.Parse(beginning(content, len("2014-02-12"))); err == nil && d.Precision() == edtf.PrecisionDay {
			r.dates = append(r.dates, found{d.String(), v.basis})
		}
	case "author", "article:author":
		if name, known := agency(content); known {
			r.agencies = append(r.agencies, found{name, v.basis})
		} else if person(content) {
			r.bylines = append(r.bylines, v)
		}
	}
}

// entitle takes the title of a page: the heading of level 1 that og:title repeats, else the only one, else
// <title> without the name of the site, else og:title.
func (r *reader) entitle() {
	pick := -1
	for _, i := range r.h1 {
		if folded(r.blocks[i].text) == folded(r.og.value) || len(r.h1) == 1 {
			pick = i
			break
		}
	}
	switch {
	case pick >= 0:
		r.page.entitle(&r.blocks[pick], at("heading", &r.blocks[pick]))
	case r.caption > 0:
		b := &r.blocks[r.caption-1]
		if n := suffix(b.text, r.site); n > 0 {
			tail := newBlock(b.first, b.last, b.text[len(b.text)-n:])
			tail.drop("site_name")
			b.become(strings.TrimSpace(b.text[:len(b.text)-n]))
			r.blocks = slices.Insert(r.blocks, r.caption, tail)
			b = &r.blocks[r.caption-1]
		}
		r.page.entitle(b, at("page title", b))
	case r.og.value != "":
		r.title = book.Value{Text: r.og.value, Basis: r.og.basis}
	}
}

// suffix is the length of " | Site" at the end of a page title.
func suffix(title, site string) int {
	rest, ok := strings.CutSuffix(title, site)
	bare := strings.TrimRight(rest, " |-–—·:»")
	if !ok || site == "" || bare == rest || bare == "" {
		return 0
	}
	return len(title) - len(bare)
}
