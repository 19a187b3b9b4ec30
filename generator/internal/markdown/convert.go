package markdown

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"briefbook/generator/internal/book"
)

// A desk is what conversions need to work and can be used again. Nothing that outlives a conversion may point
// to it.
type desk struct {
	source []byte
	out    []byte
	pieces []piece
	ids    map[string]int
}

func (d *desk) clear(source string) {
	d.source = append(d.source[:0], source...)
	if !utf8.Valid(d.source) {
		blot(d.source)
	}
	d.out, d.pieces = d.out[:0], d.pieces[:0]
	clear(d.ids)
}

// A conversion turns one tree into one page.
type conversion struct {
	*Parser
	Options
	*reading
	*desk
	setter
	page  *page
	text  *book.Text
	facts facts

	depth   int  // of inline markup
	inside  int  // containers around a block; 0 at the top
	linked  bool // in a link
	raw     []rawElement
	levels  []int // headings that are open, as written
	noted   map[[2]int]bool
	notes   map[int]*citation // with which footnotes begin, nil until asked for
	beyond  *citation         // supports what is quoted in the line and has no citation there
	counted struct{ judgements, differences, questions, points, tables int }
}

// facts are ranges of citations, to be cut out when the list has its final place and every context is known.
type facts struct {
	events, points, alerts [][2]int
	quotations             []int // -1 while the citation is not converted
	besides                []int // citations of the same group behind that one
}

// finish gives the page its final form.
func (c *conversion) finish() *book.Text {
	p, t := c.page, c.text
	p.html = string(c.out)
	p.pieces = append(make([]piece, 0, len(c.pieces)), c.pieces...)
	c.renumber(p.pieces)
	p.links, p.cites = slices.Clip(p.links), slices.Clip(p.cites)
	t.Links, t.Citations = p.links, p.cites
	t.Anchors = slices.Sorted(maps.Keys(c.ids))
	for i, r := range c.facts.events {
		t.Events[i].Cites = p.cites[r[0]:r[1]:r[1]]
		t.Events[i].Plain = inline(t.Events[i].What)
	}
	for i, r := range c.facts.points {
		t.Points[i].Cites = p.cites[r[0]:r[1]:r[1]]
		t.Points[i].Plain = inline(t.Points[i].What)
	}
	for i, r := range c.facts.alerts {
		t.Alerts[i].Cites = p.cites[r[0]:r[1]:r[1]]
		t.Alerts[i].Plain = inline(t.Alerts[i].What)
	}
	for i := range t.Questions {
		t.Questions[i].Plain = inline(t.Questions[i].What)
	}
	kept := t.Quotations[:0]
	for i, n := range c.facts.quotations {
		if n >= 0 {
			if t.Quotations[i].Block {
				p.cites[n].Context = shorten(t.Quotations[i].Words, longestContext)
			}
			t.Quotations[i].Cite = p.cites[n]
			if k := n + 1 + c.facts.besides[i]; k > n+1 {
				t.Quotations[i].Also = p.cites[n+1 : k : k]
			}
			kept = append(kept, t.Quotations[i])
		}
	}
	t.Quotations = kept
	for i := range t.Sections {
		if f, ok := t.Sections[i].Body.(*fragment); ok && f.empty() {
			t.Sections[i].Body = nil
		}
	}
	return t
}

// inline is the text of a body on one line.
func inline(b book.Body) string { return strings.ReplaceAll(b.Text(), "\n", " ") }

// begin opens a fragment, end closes it.
func (c *conversion) begin() *fragment {
	return &fragment{page: c.page, lo: uint32(len(c.out)), first: uint32(len(c.pieces))}
}

func (c *conversion) end(f *fragment) *fragment {
	f.hi, f.last = uint32(len(c.out)), uint32(len(c.pieces))
	return f
}

func (c *conversion) put(s ...string) {
	for _, s := range s {
		c.out = append(c.out, s...)
	}
}

// escape puts plain text into content.
func (c *conversion) escape(s string) { c.out = appendEscaped(c.out, s, false) }

// quote puts plain text into an attribute.
func (c *conversion) quote(s string) { c.out = appendEscaped(c.out, s, true) }

// hole makes a hole without bytes; cut makes one of the bytes put since from.
func (c *conversion) hole(kind hole, arg int) {
	c.pieces = append(c.pieces, piece{at: uint32(len(c.out)), arg: uint32(arg), kind: kind})
}

func (c *conversion) cut(kind hole, arg, from int) {
	c.pieces = append(c.pieces, piece{at: uint32(from), n: uint32(len(c.out) - from), arg: uint32(arg), kind: kind})
}

// id puts an id, or a reference to one of this page.
func (c *conversion) id(id string) {
	from := len(c.out)
	c.put(id)
	c.cut(holeAnchor, 0, from)
}

// mute puts words that are not the author's.
func (c *conversion) mute(words string) {
	from := len(c.out)
	c.escape(words)
	c.cut(holeMute, 0, from)
}

// void puts an element without content.
func (c *conversion) void(tag string) {
	c.put("<", tag)
	c.hole(holeVoid, 0)
	c.put(">")
}

// aside puts what do converts where only its own fragment shows it.
func (c *conversion) aside(do func()) *fragment {
	at := len(c.pieces)
	from := len(c.out)
	c.hole(holeSkip, 0)
	f := c.begin()
	do()
	c.pieces[at].n = uint32(len(c.out) - from)
	c.pieces[at].arg = uint32(len(c.pieces) - at - 1)
	return c.end(f)
}

// blocks converts the children of a container.
func (c *conversion) blocks(n ast.Node) {
	c.inside++
	base := len(c.raw)
	for b := n.FirstChild(); b != nil; b = b.NextSibling() {
		c.block(b, base)
	}
	c.closeRaw(base)
	c.inside--
}

// block converts one block. Raw elements above base may be open.
func (c *conversion) block(n ast.Node, base int) {
	if len(c.raw) > base {
		c.closeForBlock(base)
	}
	switch n := n.(type) {
	case *ast.Paragraph:
		c.paragraph()
		if c.cited {
			c.beyond = c.alone(n)
		}
		c.leaf(n)
		c.beyond = nil
		c.put("</p>\n")
	case *ast.TextBlock:
		c.leaf(n)
		if n.NextSibling() != nil {
			c.put("\n")
		}
	case *ast.Heading:
		c.heading(n)
	case *ast.Blockquote:
		c.blockquote(n)
	case *ast.List:
		c.list(n, nil)
	case *ast.CodeBlock:
		c.code(n, "")
	case *ast.FencedCodeBlock:
		c.code(n, string(n.Language(c.source)))
	case *ast.HTMLBlock:
		c.rawBlock(n, base)
	case *ast.ThematicBreak:
		c.void("hr")
		c.put("\n")
	case *east.Table:
		c.table(n)
	}
}

// paragraph opens a paragraph, counted when it stands at the top.
func (c *conversion) paragraph() {
	if c.inside > 0 || len(c.raw) > 0 {
		c.put("<p>")
		return
	}
	c.text.Paragraphs++
	c.hole(holeParagraph, c.text.Paragraphs)
}

// leaf converts a block of inline content and finds the statements that its citations support.
func (c *conversion) leaf(n ast.Node) {
	f, cites := c.begin(), len(c.page.cites)
	c.setter = setter{last: ' '}
	c.inlines(n)
	if len(c.page.cites) > cites {
		c.contexts(f)
	}
}

// heading converts a heading within a section. Levels are made to follow one another without a gap.
func (c *conversion) heading(n *ast.Heading) {
	for len(c.levels) > 0 && c.levels[len(c.levels)-1] >= n.Level {
		c.levels = c.levels[:len(c.levels)-1]
	}
	c.levels = append(c.levels, n.Level)
	level := 1 + len(c.levels)
	c.put("<")
	c.hole(holeHeading, level)
	c.put(` id="`)
	c.id(c.headingID(n, c.words(n)))
	c.put(`">`)
	c.leaf(n)
	c.put("</")
	c.hole(holeHeading, level)
	c.put(">\n")
}

// list converts a list. Items that take accepts are gathered elsewhere; a list of which nothing is left is not
// put at all.
func (c *conversion) list(n *ast.List, take func(*ast.ListItem) bool) {
	tag := "ul"
	if n.IsOrdered() {
		tag = "ol"
	}
	open := false
	for i := n.FirstChild(); i != nil; i = i.NextSibling() {
		item := i.(*ast.ListItem)
		if take != nil && take(item) {
			continue
		}
		if !open {
			c.put("<", tag)
			if n.IsOrdered() && n.Start != 1 {
				c.put(` start="`, strconv.Itoa(n.Start), `"`)
			}
			c.put(">\n")
			open = true
		}
		if e := marker[eventMarker](item); e != nil {
			c.event(item, e)
			continue
		}
		c.put("<li>")
		c.blocks(item)
		c.put("</li>\n")
	}
	if open {
		c.put("</", tag, ">\n")
	}
}

// code converts a code block. It can be scrolled with the keyboard.
func (c *conversion) code(n ast.Node, language string) {
	lines := n.Lines()
	var b []byte
	for i := range lines.Len() {
		s := lines.At(i)
		b = append(b, s.Value(c.source)...)
	}
	c.put(`<pre tabindex="0"`)
	if language != "" {
		c.put(` class="chroma"`)
	}
	c.put("><code")
	if language != "" {
		c.put(` class="language-`)
		c.quote(strings.Map(classLetter, language))
		c.put(`"`)
	}
	c.put(">")
	if language == "" {
		c.out = appendEscaped(c.out, b, false)
	} else {
		c.out = c.painter.Append(c.out, language, cleaned(string(b)))
	}
	c.put("</code></pre>\n")
}

// classLetter keeps what a class may hold.
func classLetter(r rune) rune {
	if r <= ' ' || strings.ContainsRune(`"'<>&`, r) {
		return -1
	}
	return r
}
