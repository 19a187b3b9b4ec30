package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// piece is a block of a page with what its elements say of it.
type piece struct {
	block
	around
	letters int // without blanks
	named   int // of them, within an element whose class name is the hint
	linked  int // of them, within links
	bold    int // within <b> and the like
	chosen  int // where the main text was found
	links   int
	inner   *html.Node // the block element it is directly in
}

// around is what the elements around a text say of it.
type around struct {
	unfit   string     // why an element can hold no article, "" when it can
	area    *html.Node // the outermost element with that reason
	hint    string     // what a class name says, "" for nothing
	hinted  *html.Node // the element with that class name
	level   int        // 1 to 6 in a heading
	quote   bool
	listed  bool // of a list
	table   bool
	pre     bool
	link    bool
	strong  bool
	chrome  bool // nav, footer, aside …
	article *html.Node
}

// splitter walks a tree and gathers pieces.
type splitter struct {
	tree   *tree
	chosen []bool // texts, by number
	pieces []piece
	now    piece
	words  []byte
	glued  bool // the next word continues the last: no blank between
	breaks int  // <br> in a row
	rows   []*html.Node
}

// split gives the pieces of a page in order.
func (t *tree) split(chosen []bool) []piece {
	s := splitter{tree: t, chosen: chosen}
	if t.caption != nil {
		s.children(t.caption, around{unfit: "page_title", area: t.caption})
		s.flush()
	}
	s.element(t.body, around{})
	s.flush()
	return s.pieces
}

func (s *splitter) children(n *html.Node, a around) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			s.text(c, a)
		case html.ElementNode:
			s.element(c, a)
		}
	}
}

func (s *splitter) element(n *html.Node, a around) {
	if n.DataAtom == atom.Br {
		s.glued = false
		if s.breaks++; s.breaks == 2 {
			s.flush()
		}
		return
	}
	if n.DataAtom == atom.Img {
		return
	}
	if void(n.DataAtom) {
		if !inline(n.DataAtom) {
			s.flush()
		}
		return
	}
	inner := s.tree.enter(n, a)
	if inner.unfit != a.unfit && (inline(n.DataAtom) || detached(n.DataAtom)) && len(s.words) > 0 {
		s.aside(n, inner)
		return
	}
	flat := inline(n.DataAtom) || cell(n) && len(s.rows) > 0 && s.rows[len(s.rows)-1] == n.Parent
	if !flat {
		s.flush()
	}
	if n.DataAtom == atom.Tr && plainRow(n) {
		s.rows = append(s.rows, n)
		defer func() { s.rows = s.rows[:len(s.rows)-1] }()
	}
	if inner.link && !a.link {
		s.now.links++
	}
	s.glued = s.glued && (inline(n.DataAtom))
	s.children(n, inner)
	if !flat {
		s.flush()
	} else if !inline(n.DataAtom) {
		s.glued = false
	}
}

// detached are elements within a line of text that are no part of it.
func detached(a atom.Atom) bool {
	return a == atom.Svg || a == atom.Button || a == atom.Select || a == atom.Canvas || a == atom.Template
}

// aside reads an element within a paragraph that is no part of it, as a piece that comes before.
func (s *splitter) aside(n *html.Node, inner around) {
	now, words, glued, breaks := s.now, s.words, s.glued, s.breaks
	s.now, s.words, s.glued = piece{}, nil, false
	s.children(n, inner)
	s.flush()
	s.now, s.words, s.glued, s.breaks = now, words, glued, breaks
}

func cell(n *html.Node) bool { return n.DataAtom == atom.Td || n.DataAtom == atom.Th }

// plainRow reports whether a row of a table is one of data: short cells without blocks, which are read as one
// line.
func plainRow(row *html.Node) bool {
	size := 0
	for c := row.FirstChild; c != nil; c = c.NextSibling {
		for t := c.FirstChild; t != nil; t = t.NextSibling {
			if t.Type == html.ElementNode && (!inline(t.DataAtom) || t.FirstChild != nil && t.FirstChild.NextSibling != nil) {
				return false
			}
			if t.Type == html.TextNode {
				size += len(t.Data)
			} else if t.FirstChild != nil {
				size += len(t.FirstChild.Data)
			}
		}
	}
	return size < 400
}

// text adds what a reader sees of a text, one blank for any white space.
func (s *splitter) text(n *html.Node, a around) {
	inner := strings.TrimSpace(n.Data)
	if inner == "" {
		s.glued = s.glued && n.Data == ""
		return
	}
	s.breaks = 0
	i := textNumber(n)
	before := strings.Index(n.Data, inner)
	if len(s.words) == 0 {
		s.now.around, s.now.first, s.now.inner = a, s.tree.texts[i].first, n.Parent
		for inline(s.now.inner.DataAtom) && s.now.inner.Parent != nil {
			s.now.inner = s.now.inner.Parent
		}
	}
	s.now.first, s.now.last = min(s.now.first, s.tree.texts[i].first), max(s.now.last, s.tree.texts[i].last)
	glued := s.glued && before == 0
	letters := 0
	for word := range strings.FieldsSeq(inner) {
		if len(s.words) > 0 && !glued {
			s.words = append(s.words, ' ')
		}
		s.words, glued = append(s.words, word...), false
		letters += utf8.RuneCountInString(word)
	}
	s.glued = before+len(inner) == len(n.Data)
	s.now.letters += letters
	if a.link {
		s.now.linked += letters
	}
	if a.hint != "" {
		s.now.named += letters
	}
	if a.strong {
		s.now.bold += letters
	}
	if i < len(s.chosen) && s.chosen[i] {
		s.now.chosen += letters
	}
}

// flush ends the piece that was being gathered.
func (s *splitter) flush() {
	s.breaks, s.glued = 0, false
	if len(s.words) > 0 {
		p := s.now
		p.block = newBlock(p.first, p.last, string(s.words))
		p.heading = p.level > 0
		if 10*p.named < 8*p.letters {
			p.hint, p.hinted = "", nil // a name or a date within a paragraph
		}
		s.pieces = append(s.pieces, p)
	}
	s.now, s.words = piece{}, s.words[:0]
}

// enter is what is around the content of n, when a is around n.
func (t *tree) enter(n *html.Node, a around) around {
	if why := t.unfit[n]; why != "" && a.unfit == "" {
		a.unfit, a.area = why, n
	}
	if a.hint == "" {
		if hint := hintOf(n); hint != "" {
			a.hint, a.hinted = hint, n
		}
	}
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		a.level = int(n.Data[1] - '0')
	case atom.Blockquote:
		a.quote = true
	case atom.Li, atom.Dt, atom.Dd:
		a.listed = true
	case atom.Table:
		a.table = true
	case atom.Pre:
		a.pre = true
	case atom.A:
		a.link = a.link || attribute(n, "href") != ""
	case atom.B, atom.Strong:
		a.strong = true
	case atom.Article, atom.Main:
		a.article = n
	}
	return a
}

// whyUnfit says why an element can hold no article.
func whyUnfit(n *html.Node) string {
	if hidden(n) {
		return "hidden"
	}
	switch n.DataAtom {
	case atom.Nav:
		return "navigation"
	case atom.Footer:
		return "page_footer"
	case atom.Aside:
		return "page_aside"
	case atom.Form:
		return "form"
	case atom.Button, atom.Select, atom.Textarea, atom.Fieldset:
		return "form"
	case atom.Dialog:
		return "dialog"
	case atom.Figcaption:
		return "caption"
	case atom.Title:
		return "page_title"
	}
	switch attribute(n, "role") {
	case "navigation", "menu", "menubar":
		return "navigation"
	case "complementary":
		return "page_aside"
	case "dialog", "alertdialog":
		return "dialog"
	case "contentinfo":
		return "page_footer"
	case "search":
		return "form"
	}
	return ""
}

// hidden reports whether an element is one that readers do not see. Its text is kept in a receipt, for what a
// script would show is not known.
func hidden(n *html.Node) bool {
	if n.Data == "annotation" || n.Data == "annotation-xml" { // of a formula, in another notation
		return true
	}
	switch n.DataAtom {
	case atom.Template, atom.Svg, atom.Video, atom.Audio, atom.Canvas, atom.Object:
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			if a.Val == "true" {
				return true
			}
		case "style":
			if undisplayed(a.Val) {
				return true
			}
		}
	}
	return false
}

// undisplayed finds "display: none" and "visibility: hidden" in a style.
func undisplayed(style string) bool {
	for rule := range strings.SplitSeq(style, ";") {
		name, value, _ := strings.Cut(rule, ":")
		name = strings.ToLower(strings.TrimSpace(name))
		value = strings.ToLower(strings.TrimFunc(value, unicode.IsSpace))
		if name == "display" && strings.HasPrefix(value, "none") || name == "visibility" && strings.HasPrefix(value, "hidden") {
			return true
		}
	}
	return false
}
