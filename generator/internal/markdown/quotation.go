package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	textm "github.com/yuin/goldmark/text"

	"briefbook/generator/internal/book"
)

// quoted is words in quotation marks, or in a <q>, that a citation supports: one that follows at once or later in the
// sentence, or one elsewhere.
type quoted struct {
	ast.BaseInline
	cite        *citation // nil of a <q> that nothing supports
	start, stop int
	element     bool // a <q>, of which the tags are the marks
	beside      bool // its seal stands beside it, not behind the citation
}

// Kind is that of all our nodes.
func (*quoted) Kind() ast.NodeKind { return kind }

// Dump prints the node for debugging.
func (q *quoted) Dump(source []byte, level int) { ast.DumpHelper(q, source, level, nil, nil) }

// longestQuotation is how far before a citation the opening mark is looked for, in bytes.
const longestQuotation = 8000

// openers gives the marks that open what the key closes.
var openers = map[rune]string{
	'"': `"`, '\'': "'", '”': "“„", '“': "„", '’': "‘‚", '‘': "‚", '»': "«", '«': "»", '›': "‹", '‹': "›", '」': "「", '』': "『",
}

// wrapQuotations finds the quotations among the children of n and gives each a node of its own.
func (c *conversion) wrapQuotations(n ast.Node) {
	if q, ok := n.(*quoted); c.Kind != book.Article && (!ok || !q.element) {
		wrapElements(n, c.source)
	}
	for i := n.FirstChild(); i != nil; i = i.NextSibling() {
		cite, ok := i.(*citation)
		if !ok || cite.words != nil || cite.block {
			continue
		}
		if q := elementBefore(cite, c.source); q != nil {
			q.cite, cite.words = cite, q
			continue
		}
		if end, ok := closingMark(cite, c.source); ok {
			if start, ok := openingMark(end, c.source); ok {
				wrapQuotation(pair{start: start, end: end, cite: cite})
			}
		}
	}
	c.wrapAfar(n)
}

// A spot is a byte of the source within a text node: a quotation mark of size bytes.
type spot struct {
	text *ast.Text
	at   int
	size int
	mark rune
}

// leadsUp takes off the end of a text what may stand between a closing mark and the citation: blanks, and before them
// one mark of punctuation.
func leadsUp(value []byte) []byte {
	value = bytes.TrimRight(value, " \t\r\n")
	if r, _ := lastGlyph(value); openers[r] != "" {
		return value
	}
	if n := len(value); n > 0 && strings.IndexByte(".,;:", value[n-1]) >= 0 {
		value = value[:n-1]
	}
	return value
}

// closingMark finds the closing mark directly before a citation.
func closingMark(cite *citation, source []byte) (spot, bool) {
	t, ok := cite.PreviousSibling().(*ast.Text)
	if !ok {
		return spot{}, false
	}
	value := leadsUp(t.Segment.Value(source))
	r, size := lastGlyph(value)
	if _, ok := openers[r]; !ok {
		return spot{}, false
	}
	return spot{t, t.Segment.Start + len(value) - size, size, r}, true
}

// elementBefore is the <q> directly before a citation, or nil.
func elementBefore(cite *citation, source []byte) *quoted {
	before := cite.PreviousSibling()
	if t, ok := before.(*ast.Text); ok && len(leadsUp(t.Segment.Value(source))) == 0 {
		before = t.PreviousSibling()
	}
	if q, ok := before.(*quoted); ok && q.cite == nil {
		return q
	}
	return nil
}

// openingMark looks back from a closing mark through its siblings.
func openingMark(end spot, source []byte) (spot, bool) {
	marks, depth := openers[end.mark], 0
	straight := end.mark == '"' || end.mark == '\''
	for n := ast.Node(end.text); n != nil; n = n.PreviousSibling() {
		if _, ok := n.(*quoted); ok {
			return spot{}, false
		}
		t, ok := n.(*ast.Text)
		if !ok {
			continue
		}
		stop := t.Segment.Stop
		if t == end.text {
			stop = end.at
		}
		for stop > t.Segment.Start {
			r, size := lastGlyph(source[t.Segment.Start:stop])
			stop -= size
			if end.at-stop > longestQuotation {
				return spot{}, false
			}
			switch {
			case strings.ContainsRune(marks, r):
				s := spot{t, stop, size, r}
				switch {
				case straight && opensStraight(s, source):
					return s, true
				case straight && r == '"':
					return spot{}, false
				case straight:
				case depth == 0:
					return s, true
				default:
					depth--
				}
			case r == end.mark && r != '’' && r != '‘':
				depth++
			}
		}
	}
	return spot{}, false
}

// opensStraight reports whether a straight mark opens rather than closes: a word follows it, none precedes it.
func opensStraight(s spot, source []byte) bool {
	next, _ := glyph(source[s.at+s.size:])
	if unicode.IsSpace(next) {
		return false
	}
	if s.at == s.text.Segment.Start {
		_, text := s.text.PreviousSibling().(*ast.Text)
		return s.text.PreviousSibling() == nil || text
	}
	last, _ := utf8.DecodeLastRune(source[s.text.Segment.Start:s.at])
	return unicode.IsSpace(last) || strings.ContainsRune("([{-–—/“‘„«'\"", last)
}

// wrapQuotation moves what stands between the marks, marks included, into a node of its own before the text
// that leads up to the citation.
func wrapQuotation(p pair) {
	start, end, parent := p.start, p.end, p.start.text.Parent()
	q := &quoted{cite: p.cite, start: p.from(), stop: p.to(), beside: p.beside}
	q.SetPos(start.at)
	if !p.beside {
		p.cite.words = q
	}
	if p.link != nil {
		parent = p.link.Parent()
		parent.ReplaceChild(parent, p.link, q)
		q.AppendChild(q, p.link)
		return
	}
	tail := splitText(parent, end.text, q.stop)
	head := start.text
	if start.at > head.Segment.Start {
		head = splitText(parent, head, start.at)
		if start.text == end.text {
			end.text = head
		}
	}
	parent.InsertBefore(parent, head, q)
	for i := ast.Node(head); i != nil && i != ast.Node(tail); {
		next := i.NextSibling()
		parent.RemoveChild(parent, i)
		q.AppendChild(q, i)
		i = next
	}
}

// splitText cuts a text at byte at of the source and returns the second half, which keeps the line break.
func splitText(parent ast.Node, t *ast.Text, at int) *ast.Text {
	rest := ast.NewTextSegment(textm.NewSegment(at, t.Segment.Stop))
	rest.SetSoftLineBreak(t.SoftLineBreak())
	rest.SetHardLineBreak(t.HardLineBreak())
	t.SetSoftLineBreak(false)
	t.SetHardLineBreak(false)
	t.Segment = t.Segment.WithStop(at)
	parent.InsertAfter(parent, t, rest)
	return rest
}

// quoted converts a quotation in the line.
func (c *conversion) quoted(n *quoted) {
	if n.cite == nil {
		c.inlines(n)
		return
	}
	p := &n.cite.parts[0]
	c.put(`<span class="quoted"`)
	c.quotedFrom(p)
	c.put(">")
	c.inlines(n)
	c.put("</span>")
	if c.linked {
		return
	}
	words := c.words(n)
	_, first := utf8.DecodeRuneInString(words)
	_, last := utf8.DecodeLastRuneInString(words)
	if first+last > len(words) {
		return
	}
	i := c.quotation(n.cite, book.Quotation{
		Words: strings.TrimSpace(words[first : len(words)-last]), At: c.reading.span(n.start, n.stop),
	})
	if n.beside {
		c.hole(holeSeal, i)
		return
	}
	n.cite.seals = append(n.cite.seals, i)
}

// quotation notes a quotation and gives its number. Its citation is filled in when that has been converted.
func (c *conversion) quotation(cite *citation, q book.Quotation) int {
	i := len(c.text.Quotations)
	c.text.Quotations = append(c.text.Quotations, q)
	at, besides := -1, 0
	if cite.converted {
		at, besides = cite.at, len(cite.parts)-1
	}
	c.facts.quotations, c.facts.besides = append(c.facts.quotations, at), append(c.facts.besides, besides)
	cite.quotations = append(cite.quotations, i)
	return i
}

// seal leaves room for what a target says of the quotations whose citation has been put. That of a block quote stands
// behind the full stop.
func (c *conversion) seal(cite *citation) {
	for _, i := range cite.seals {
		c.hole(holeSeal, i)
	}
}

// renumber gives the seals the numbers that quotations have when those without a citation are gone, and takes away
// those of such.
func (c *conversion) renumber(pieces []piece) {
	gone := make([]uint32, len(c.facts.quotations))
	n := uint32(0)
	for i, cite := range c.facts.quotations {
		if gone[i] = n; cite < 0 {
			n++
		}
	}
	for i := range pieces {
		p := &pieces[i]
		switch {
		case n == 0 || p.kind != holeSeal:
		case c.facts.quotations[p.arg] < 0:
			p.kind, p.arg = holeSkip, 0
		default:
			p.arg -= gone[p.arg]
		}
	}
}

// quotedFrom puts the attributes that name the source of quoted words.
func (c *conversion) quotedFrom(p *part) {
	c.put(` data-source="`)
	c.quote(string(p.Source))
	if len(p.Paras) > 0 {
		c.put(`" data-para="`, paras(p.Paras))
	}
	c.put(`"`)
}
