package markdown

import (
	"slices"
	"strings"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

// phrasing are the elements of raw HTML that may stand in a line.
var phrasing = []string{"a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q",
	"rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var", "wbr"}

// flow are the elements of raw HTML that stand on their own. Headings are not among them: a page has its outline
// from Markdown.
var flow = []string{"blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "hr", "li", "ol", "p", "pre",
	"summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}

// parents says in what an element must stand.
var parents = map[string][]string{
	"caption": {"table"}, "thead": {"table"}, "tbody": {"table"}, "tfoot": {"table"}, "tr": {"thead", "tbody", "tfoot", "table"},
	"td": {"tr"}, "th": {"tr"}, "li": {"ul", "ol"}, "dt": {"dl"}, "dd": {"dl"}, "summary": {"details"}, "figcaption": {"figure"},
	"rt": {"ruby"}, "rp": {"ruby"},
}

// holders are the raw elements that Markdown blocks may stand in.
var holders = []string{"blockquote", "dd", "details", "div", "figure", "li", "td", "th"}

// policy is what is left of raw HTML.
func policy() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements(phrasing...)
	p.AllowElements(flow...)
	p.AllowAttrs("class", "id", "title", "lang", "dir").Globally()
	p.AllowAttrs("href").OnElements("a")
	p.AllowAttrs("src", "alt").OnElements("img")
	p.AllowAttrs("colspan", "rowspan").Matching(bluemonday.Integer).OnElements("td", "th")
	p.AllowAttrs("scope").Matching(bluemonday.CellAlign).OnElements("th")
	p.AllowAttrs("start").Matching(bluemonday.Integer).OnElements("ol")
	p.AllowAttrs("open").OnElements("details")
	p.AllowNoAttrs().OnElements("a", "span")
	p.AllowURLSchemes("http", "https", "mailto", "tel")
	p.AllowRelativeURLs(true)
	p.RequireParseableURLs(true)
	return p
}

// reserved are classes by which the tool's own markup is known.
var reserved = []string{"alert", "alert-kind", "alert-title", "back", "cite", "cites", "entry", "event", "fn", "footnotes", "pn", "quoted",
	"scroll", "state", "when", "working"}

// A rawElement is an element of raw HTML that is open.
type rawElement struct {
	tag   string
	close func() // nil for "</tag>"
}

// rawBlock converts a block of raw HTML.
func (c *conversion) rawBlock(n *ast.HTMLBlock, base int) {
	var b strings.Builder
	start, stop := max(n.Pos(), 0), 0
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		b.Write(s.Value(c.source))
		stop = s.Stop
	}
	if n.HasClosure() {
		b.Write(n.ClosureLine.Value(c.source))
		stop = max(stop, n.ClosureLine.Stop)
	}
	text := b.String()
	if n.HTMLBlockType == ast.HTMLBlockType2 && strings.HasSuffix(strings.TrimSpace(text), "-->") && strings.Count(text, "<!--") == 1 {
		return
	}
	if c.Kind == book.Article {
		c.paragraph()
		c.escape(strings.TrimSpace(text))
		c.put("</p>\n")
		return
	}
	text = strings.TrimRight(text, " \r\n")
	at := c.reading.span(start, max(start, min(stop, start+len(text))))
	if strings.Contains(text, "[@") {
		c.warn(at, fault{"bad-citation", "a citation within a block of HTML is not read", "write the block in Markdown, or set its tags in lines of their own with a blank line between"})
	}
	c.rawHTML(text, base, true, at)
	c.closeForBlock(base)
	c.put("\n")
}

// rawInline converts one tag of raw HTML in a line.
func (c *conversion) rawInline(n *ast.RawHTML, base int) {
	var b strings.Builder
	start, stop := max(n.Pos(), 0), 0
	for i := range n.Segments.Len() {
		s := n.Segments.At(i)
		if i == 0 {
			start = s.Start
		}
		b.Write(s.Value(c.source))
		stop = s.Stop
	}
	text := b.String()
	switch {
	case strings.HasPrefix(text, "<!--"):
	case c.Kind == book.Article:
		c.escape(text)
	default:
		c.rawHTML(text, base, false, c.reading.span(start, stop))
	}
}

// rawHTML sanitises raw HTML and puts what is left, balanced: an element is closed where the Markdown around it
// ends, an end without a beginning is dropped. Links and images go the way of those of Markdown.
func (c *conversion) rawHTML(text string, base int, block bool, at diag.Span) {
	clean := c.policy().Sanitize(text)
	gone := removed(text, clean)
	z := html.NewTokenizer(strings.NewReader(clean))
	for z.Next() != html.ErrorToken {
		t := z.Token()
		switch t.Type {
		case html.TextToken:
			c.escape(t.Data)
		case html.StartTagToken, html.SelfClosingTagToken:
			gone = append(gone, c.openRaw(t, base, block, at)...)
		case html.EndTagToken:
			if !c.endRaw(t.Data, base) {
				gone = append(gone, "</"+t.Data+">")
			}
		}
	}
	if len(gone) > 0 {
		slices.Sort(gone)
		what := strings.Join(slices.Compact(gone), ", ")
		c.warn(at, fault{"raw-html-removed", "not allowed here and left out: " + what, "text and simple markup are kept"})
	}
}

// removed lists the tags and attributes of text that are not in clean.
func removed(text, clean string) []string {
	left := map[string]int{}
	parts := func(s string, each func(string)) {
		z := html.NewTokenizer(strings.NewReader(s))
		for z.Next() != html.ErrorToken {
			t := z.Token()
			if t.Type != html.StartTagToken && t.Type != html.SelfClosingTagToken {
				continue
			}
			each("<" + t.Data + ">")
			for _, a := range t.Attr {
				each(a.Key)
			}
		}
	}
	parts(clean, func(s string) { left[s]++ })
	var gone []string
	parts(text, func(s string) {
		if left[s]--; left[s] < 0 {
			gone = append(gone, s)
		}
	})
	return gone
}

// openRaw puts a start tag where it may stand and returns what had to be left out of it.
func (c *conversion) openRaw(t html.Token, base int, block bool, at diag.Span) (gone []string) {
	tag := t.Data
	inline := slices.Contains(phrasing, tag)
	if !inline && !block || len(c.raw) >= deepestInline {
		return []string{"<" + tag + ">"}
	}
	if !inline {
		c.closePhrasing(base)
	}
	if in := parents[tag]; in != nil {
		i := len(c.raw) - 1
		for i >= base && !slices.Contains(in, c.raw[i].tag) {
			i--
		}
		if i < base {
			return []string{"<" + tag + ">"}
		}
		c.closeRaw(i + 1)
	}
	switch tag {
	case "a":
		return c.openRawLink(t, at)
	case "img":
		c.picture(attribute(t, "src"), attribute(t, "alt"), attribute(t, "title"), at)
		return nil
	}
	c.put("<", tag)
	gone = c.rawAttributes(t)
	switch tag {
	case "br", "hr", "wbr":
		c.hole(holeVoid, 0)
		c.put(">")
		return gone
	}
	c.put(">")
	c.raw = append(c.raw, rawElement{tag: tag})
	return gone
}

// openRawLink opens a link of raw HTML.
func (c *conversion) openRawLink(t html.Token, at diag.Span) (gone []string) {
	href := attribute(t, "href")
	if c.linked || href == "" {
		return []string{"<a>"}
	}
	closing := c.openLink(href, attribute(t, "title"), "", at)
	if closing == nil {
		return nil
	}
	c.linked = true
	c.raw = append(c.raw, rawElement{"a", func() { c.linked = false; closing() }})
	return nil
}

func attribute(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// rawAttributes puts the attributes of a tag. Ids are unique and unlike those the tool gives; classes are not
// those of the tool.
func (c *conversion) rawAttributes(t html.Token) (gone []string) {
	seen := map[string]bool{}
	for _, a := range t.Attr {
		if seen[a.Key] {
			continue
		}
		seen[a.Key] = true
		switch a.Key {
		case "id":
			if a.Val == "" || a.Val != slug(a.Val) || c.ids[a.Val] > 0 {
				gone = append(gone, "id")
				continue
			}
			c.put(` id="`)
			c.id(c.anchor(a.Val))
			c.put(`"`)
		case "class":
			kept := slices.DeleteFunc(strings.Fields(a.Val), func(s string) bool { return slices.Contains(reserved, s) })
			if len(kept) == 0 {
				gone = append(gone, "class")
				continue
			}
			c.put(` class="`)
			c.quote(strings.Join(kept, " "))
			c.put(`"`)
		case "open":
			c.put(" open")
			c.hole(holeBoolean, 0)
		default:
			c.put(" ", a.Key, `="`)
			c.quote(a.Val)
			c.put(`"`)
		}
	}
	return gone
}

// endRaw closes an element and what is open in it; false when it is not open here.
func (c *conversion) endRaw(tag string, base int) bool {
	for i := len(c.raw) - 1; i >= base; i-- {
		if c.raw[i].tag == tag {
			c.closeRaw(i)
			return true
		}
	}
	return false
}

// closeRaw closes the raw elements above base.
func (c *conversion) closeRaw(base int) {
	for len(c.raw) > base {
		last := c.raw[len(c.raw)-1]
		c.raw = c.raw[:len(c.raw)-1]
		if last.close != nil {
			last.close()
			continue
		}
		c.put("</", last.tag, ">")
	}
}

// closePhrasing closes what a block cannot stand in.
func (c *conversion) closePhrasing(base int) {
	for i := base; i < len(c.raw); i++ {
		if tag := c.raw[i].tag; tag == "p" || tag == "pre" || slices.Contains(phrasing, tag) {
			c.closeRaw(i)
		}
	}
}

// closeForBlock closes raw elements that a Markdown block cannot stand in.
func (c *conversion) closeForBlock(base int) {
	c.closePhrasing(base)
	for len(c.raw) > base && !slices.Contains(holders, c.raw[len(c.raw)-1].tag) {
		c.closeRaw(len(c.raw) - 1)
	}
}
