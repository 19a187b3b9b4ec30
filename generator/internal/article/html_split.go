package article

import (
	"strings"
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
	unfit  string     // why an element can hold no article, "" when it can
	hint   string     // what a class name says, "" for nothing
	hinted *html.Node // the element with that class name
	level  int        // 1 to 6 in a heading
	quote  bool
	listed bool       // of a list
	table  *html.Node // the innermost
	wall   *html.Node // the element that its class name calls a paywall
	link   bool
	strong bool
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
	begun  bool // a paragraph of the main text has been seen
	broken bool // a line of the piece has ended
	rows   []*html.Node
}

// split gives the pieces of a page in order.
func (t *tree) split(chosen []bool) []piece {
	s := splitter{tree: t, chosen: chosen}
	if t.caption != nil {
		s.children(t.caption, around{unfit: "page_title"})
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
		if s.breaks++; s.breaks == 2 || s.briefLine() || s.boldLine() {
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
	if inner.unfit != a.unfit && (inline(n.DataAtom) || detached(n.DataAtom)) && len(s.words) > 0 || inner.hint == "caption" && a.hint == "" && inline(n.DataAtom) {
		s.aside(n, inner)
		return
	}
	if permalink(n) {
		inner.unfit = "permalink"
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

// briefLine reports whether what stands before a line break is a line by itself, such as a date over a text, and not
// the first of a paragraph whose lines are broken by hand. Once the text has begun no line is.
func (s *splitter) briefLine() bool {
	const widest = 50
	s.broken = s.broken || s.begun || len(s.words) > widest || stops(string(s.words))
	return !s.broken
}

// boldLine reports whether what stands before a line break is a few bold words by themselves: the heading of the
// paragraph whose first line they are.
func (s *splitter) boldLine() bool {
	text := string(s.words)
	return s.begun && s.now.bold > 0 && s.now.bold == s.now.letters && s.now.linked == 0 && words(text) <= 14 && !stops(text) && !strings.HasSuffix(text, ":") &&
		!leadsElsewhere(strings.ToLower(text)) && !label(strings.ToLower(text))
}

// detached are elements within a line of text that are no part of it.
func detached(a atom.Atom) bool {
	return a == atom.Svg || a == atom.Button || a == atom.Select || a == atom.Canvas || a == atom.Template
}

// permalink recognises the sign beside a heading that links to it.
func permalink(n *html.Node) bool {
	if n.DataAtom != atom.A || n.FirstChild == nil || n.FirstChild != n.LastChild || n.FirstChild.Type != html.TextNode {
		return false
	}
	switch strings.TrimSpace(n.FirstChild.Data) {
	case "¶", "#", "§", "🔗":
		return true
	}
	return false
}

// aside reads an element within a paragraph that is no part of it, as a piece that comes before.
func (s *splitter) aside(n *html.Node, inner around) {
	outer := *s
	s.now, s.words, s.glued, s.broken = piece{}, nil, false, false
	s.children(n, inner)
	s.flush()
	outer.pieces, outer.begun = s.pieces, s.begun
	*s = outer
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
	s.breaks, s.glued, s.broken = 0, false, false
	if len(s.words) > 0 {
		p := s.now
		p.block = newBlock(p.first, p.last, string(s.words))
		p.heading = p.level > 0
		if 10*p.named < 8*p.letters {
			p.hint, p.hinted = "", nil // a name or a date within a paragraph
		}
		s.begun = s.begun || p.sentence() && 2*p.chosen > p.letters
		s.pieces = append(s.pieces, p)
	}
	s.now, s.words = piece{}, s.words[:0]
}

// enter is what is around the content of n, when a is around n.
func (t *tree) enter(n *html.Node, a around) around {
	if why := t.unfit[n]; why != "" && a.unfit == "" {
		a.unfit = why
	}
	if a.hint == "" {
		if hint := hintOf(n); hint != "" {
			a.hint, a.hinted = hint, n
		}
	}
	if a.wall == nil && wallElement(n) {
		a.wall = n
	}
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		a.level = int(n.Data[1] - '0')
	case atom.Blockquote:
		a.quote = true
	case atom.Li, atom.Dt, atom.Dd:
		a.listed = true
	case atom.Table:
		a.table = n
	case atom.A:
		a.link = a.link || attribute(n, "href") != ""
	case atom.B, atom.Strong:
		a.strong = true
	}
	return a
}
