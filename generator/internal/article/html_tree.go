package article

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The bounds of a tree. Elements deeper than deepest are left out, their text is not; a value longer than
// widest is cut, for no rule reads further.
const (
	deepest = 200
	widest  = 2_000
)

// tree is a page as elements and texts. It is built from tokens by rules of its own, simpler than a
// browser's: every text of the page is in it once, in the order of the page, and a broken page costs no more
// time than a sound one. What is in scripts and styles is no text.
type tree struct {
	doc, head, body *html.Node
	caption         *html.Node          // <title>
	texts           []place             // of each text, by its number
	data            []string            // JSON-LD, as it stands
	nodes           int                 // elements and texts
	depths          int                 // the sum of their depths
	open            []*html.Node        // elements that are not closed, from <body> down
	counts          map[string]int      // of them, by name
	ended           map[*html.Node]bool // whose end came before that of a block within
	unfit           map[*html.Node]string
	over            int  // open elements that were left out
	title           bool // the text that follows is that of <title>
}

// place is the lines of a text without blanks around it, from 1.
type place struct{ first, last int }

// textKey is the key under which a text carries its number. Readers of the tree that copy it copy that too.
const textKey = "n"

// textNumber is the number of a text of the page, -1 for any other node.
func textNumber(n *html.Node) int {
	if n.Type != html.TextNode || len(n.Attr) == 0 || n.Attr[0].Key != textKey {
		return -1
	}
	i, err := strconv.Atoi(n.Attr[0].Val)
	if err != nil {
		return -1
	}
	return i
}

func element(name string) *html.Node {
	return &html.Node{Type: html.ElementNode, Data: name, DataAtom: atom.Lookup([]byte(name))}
}

// grow builds the tree of a page.
func grow(page string) *tree {
	t := &tree{doc: &html.Node{Type: html.DocumentNode}, head: element("head"), body: element("body"),
		counts: map[string]int{}, ended: map[*html.Node]bool{}}
	root := element("html")
	t.doc.AppendChild(root)
	root.AppendChild(t.head)
	root.AppendChild(t.body)
	t.open = append(t.open, t.body)
	z := html.NewTokenizer(strings.NewReader(page))
	line := 1
	skip := false // the text that follows belongs to an element nobody sees
	data := false // it is JSON-LD
	for {
		kind := z.Next()
		if kind == html.ErrorToken { // the end, for a text in memory
			return t
		}
		raw := z.Raw()
		breaks := bytes.Count(raw, []byte("\n"))
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			n := t.start(z, kind == html.SelfClosingTagToken)
			skip = unread(n.DataAtom)
			data = n.DataAtom == atom.Script && strings.HasPrefix(attribute(n, "type"), "application/ld+json")
		case html.EndTagToken:
			name, _ := z.TagName()
			t.end(string(name))
			skip, data = false, false
		case html.TextToken:
			switch {
			case data:
				t.data = append(t.data, string(raw))
			case !skip:
				at := placeOf(raw, line, breaks)
				t.text(string(z.Text()), at)
			}
			skip, data = false, false
		}
		line += breaks
	}
}

// placeOf finds the lines of a raw text that has a number of line breaks.
func placeOf(raw []byte, line, breaks int) place {
	if breaks == 0 {
		return place{line, line}
	}
	left := len(raw) - len(bytes.TrimLeftFunc(raw, unicode.IsSpace))
	right := len(bytes.TrimRightFunc(raw, unicode.IsSpace))
	if right <= left {
		return place{line, line}
	}
	return place{line + bytes.Count(raw[:left], []byte("\n")), line + breaks - bytes.Count(raw[right:], []byte("\n"))}
}

// start adds an element. One that is left out is returned all the same.
func (t *tree) start(z *html.Tokenizer, closed bool) *html.Node {
	name, more := z.TagName()
	n := element(string(name))
	if more {
		n.Attr = attributes(z)
	}
	switch n.DataAtom {
	case atom.Html, atom.Body:
		t.adopt(n)
		return n
	case atom.Head, atom.Frameset:
		return n
	case atom.Title:
		if t.counts["svg"] == 0 && t.caption == nil {
			t.title, t.caption = true, n
			t.head.AppendChild(n)
			t.nodes++
			return n
		}
	case atom.Meta, atom.Link, atom.Base:
		t.head.AppendChild(n)
		t.nodes++
		return n
	case atom.Script, atom.Style, atom.Noscript, atom.Iframe, atom.Noembed, atom.Noframes:
		return n
	}
	t.imply(n)
	if len(t.open) >= deepest {
		if !void(n.DataAtom) {
			t.over++
		}
		return n
	}
	t.add(n)
	if void(n.DataAtom) || closed && (n.DataAtom == atom.Svg || n.DataAtom == atom.Math || t.counts["svg"]+t.counts["math"] > 0) {
		return n
	}
	t.open = append(t.open, n)
	t.counts[n.Data]++
	return n
}

func (t *tree) add(n *html.Node) {
	t.open[len(t.open)-1].AppendChild(n)
	t.nodes++
	t.depths += len(t.open)
}

// adopt gives <html> and <body> the attributes that they do not have.
func (t *tree) adopt(n *html.Node) {
	to := t.body
	if n.DataAtom == atom.Html {
		to = t.body.Parent
	}
	for _, a := range n.Attr {
		if attribute(to, a.Key) == "" && len(to.Attr) < 50 {
			to.Attr = append(to.Attr, a)
		}
	}
}

func (t *tree) text(s string, at place) {
	n := &html.Node{Type: html.TextNode, Data: s}
	if strings.TrimSpace(s) != "" {
		n.Attr = []html.Attribute{{Key: textKey, Val: strconv.Itoa(len(t.texts))}}
		t.texts = append(t.texts, at)
	}
	if t.title {
		t.caption.AppendChild(n)
		t.nodes++
		return
	}
	t.add(n)
}

// imply closes what a start tag ends without saying so.
func (t *tree) imply(n *html.Node) {
	switch n.DataAtom {
	case atom.Li:
		t.closeWithin("li", "ul", "ol", "menu")
	case atom.Dt, atom.Dd:
		t.closeWithin("dt", "dl")
		t.closeWithin("dd", "dl")
	case atom.Option, atom.Optgroup:
		t.closeWithin("option", "select")
	case atom.Tr, atom.Tbody, atom.Thead, atom.Tfoot:
		t.closeWithin("tr", "table")
		if n.DataAtom != atom.Tr {
			t.closeWithin("tbody", "table")
			t.closeWithin("thead", "table")
		}
		return
	case atom.Td, atom.Th:
		t.closeWithin("td", "tr", "table")
		t.closeWithin("th", "tr", "table")
		return
	case atom.A, atom.Button:
		t.end(n.Data)
		return
	}
	if isHeading(n.DataAtom) && isHeading(t.open[len(t.open)-1].DataAtom) {
		t.end(t.open[len(t.open)-1].Data)
	}
	if !inline(n.DataAtom) && n.DataAtom != atom.Br {
		t.closeWithin("p", "td", "th", "table", "caption", "button", "object")
	}
}

// closeWithin closes the innermost element with a name, unless one of the bounds lies around what is open in it.
func (t *tree) closeWithin(name string, bounds ...string) {
	if t.counts[name] == 0 {
		return
	}
	for i := len(t.open) - 1; i > 0; i-- {
		if t.open[i].Data == name {
			t.pop(i)
			return
		}
		if slices.Contains(bounds, t.open[i].Data) {
			return
		}
	}
}

// end closes an element. The end of an inline element within which a block is open waits for the block's; the
// end of anything else does not reach out of a cell of a table.
func (t *tree) end(name string) {
	if t.title {
		t.title = false
		if name == "title" {
			return
		}
	}
	if t.over > 0 && t.held(atom.Lookup([]byte(name))) {
		t.over--
		return
	}
	if t.counts[name] == 0 {
		return
	}
	soft := inline(atom.Lookup([]byte(name)))
	for i := len(t.open) - 1; i > 0; i-- {
		n := t.open[i]
		if n.Data == name {
			t.pop(i)
			return
		}
		switch {
		case soft && !inline(n.DataAtom):
			t.endLater(i, name)
			return
		case n.DataAtom == atom.Td || n.DataAtom == atom.Th || n.DataAtom == atom.Table:
			if name != "table" && name != "tr" && name != "tbody" && name != "thead" && name != "tfoot" && name != "td" && name != "th" {
				return
			}
		}
	}
}

// held reports whether elements of a kind are held open.
func (t *tree) held(a atom.Atom) bool {
	return !void(a) && !unread(a) && a != atom.Html && a != atom.Body && a != atom.Head && a != atom.Frameset
}

// endLater remembers that an inline element ends, whose place is below i.
func (t *tree) endLater(i int, name string) {
	for ; i > 0; i-- {
		if n := t.open[i]; n.Data == name && !t.ended[n] {
			t.ended[n] = true
			return
		}
		if a := t.open[i].DataAtom; a == atom.Td || a == atom.Th || a == atom.Table {
			return
		}
	}
}

// pop closes the elements from place i on.
func (t *tree) pop(i int) {
	for len(t.open) > i || len(t.open) > 1 && t.ended[t.open[len(t.open)-1]] {
		n := t.open[len(t.open)-1]
		t.counts[n.Data]--
		delete(t.ended, n)
		t.open = t.open[:len(t.open)-1]
	}
}
