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

// quoted is words in quotation marks that a citation follows, at once or later in the sentence.
type quoted struct {
	ast.BaseInline
	cite        *citation
	start, stop int
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
func wrapQuotations(n ast.Node, source []byte) {
	for i := n.FirstChild(); i != nil; i = i.NextSibling() {
		if cite, ok := i.(*citation); ok && cite.words == nil && !cite.block {
			if end, ok := closingMark(cite, source); ok {
				if start, ok := openingMark(end, source); ok {
					wrapQuotation(n, cite, start, end)
				}
			}
		}
	}
	wrapAfar(n, source)
}

// A spot is a byte of the source within a text node: a quotation mark of size bytes.
type spot struct {
	text *ast.Text
	at   int
	size int
	mark rune
}

// closingMark finds the closing mark directly before a citation. Spaces and one mark of punctuation may stand
// between them.
func closingMark(cite *citation, source []byte) (spot, bool) {
	t, ok := cite.PreviousSibling().(*ast.Text)
	if !ok {
		return spot{}, false
	}
	value := bytes.TrimRight(source[t.Segment.Start:t.Segment.Stop], " \t\r\n")
	if n := len(value); n > 0 && strings.IndexByte(".,;:", value[n-1]) >= 0 {
		value = value[:n-1]
	}
	r, size := utf8.DecodeLastRune(value)
	if _, ok := openers[r]; !ok {
		return spot{}, false
	}
	return spot{t, t.Segment.Start + len(value) - size, size, r}, true
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
			r, size := utf8.DecodeLastRune(source[t.Segment.Start:stop])
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
	next, _ := utf8.DecodeRune(source[s.at+s.size:])
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
func wrapQuotation(parent ast.Node, cite *citation, start, end spot) {
	q := &quoted{cite: cite, start: start.at, stop: end.at + end.size}
	q.SetPos(start.at)
	cite.words = q
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
	c.quotation(n.cite, book.Quotation{
		Words: strings.TrimSpace(words[first : len(words)-last]), At: c.reading.span(n.start, n.stop),
	})
}

// quotation notes a quotation; its citation is filled in when it has been converted.
func (c *conversion) quotation(cite *citation, q book.Quotation) {
	c.text.Quotations = append(c.text.Quotations, q)
	c.facts.quotations, c.facts.besides = append(c.facts.quotations, -1), append(c.facts.besides, 0)
	cite.quotations = append(cite.quotations, len(c.text.Quotations))
}

// seal leaves room for what a target says of a quotation whose citation has been put. That of a block quote stands
// behind the full stop.
func (c *conversion) seal(cite *citation) {
	for _, n := range cite.quotations {
		if c.facts.quotations[n-1] >= 0 {
			c.hole(holeSeal, n-1)
		}
	}
}

// renumber gives the seals the numbers that quotations have when those without a citation are gone.
func (c *conversion) renumber(pieces []piece) {
	gone := make([]uint32, len(c.facts.quotations))
	n := uint32(0)
	for i, cite := range c.facts.quotations {
		if gone[i] = n; cite < 0 {
			n++
		}
	}
	for i := range pieces {
		if n > 0 && pieces[i].kind == holeSeal {
			pieces[i].arg -= gone[pieces[i].arg]
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

// blockquote converts a block quote: set apart by a marker, quoted when its last words are a citation, or plain.
func (c *conversion) blockquote(n *ast.Blockquote) {
	if m := marker[alertMarker](n); m != nil {
		c.alert(n, m)
		return
	}
	c.put("<blockquote")
	if c.cited {
		if last := closingCitation(n.LastChild(), c.source); last != nil {
			c.put(` class="quoted"`)
			c.quotedFrom(&last.parts[0])
			c.blockQuotations(n)
		}
	}
	c.put(">\n")
	c.blocks(n)
	c.put("</blockquote>\n")
}

// closingCitation is the citation that ends a paragraph, or nil. A full stop may follow it.
func closingCitation(n ast.Node, source []byte) *citation {
	if n == nil || !ast.IsParagraph(n) {
		return nil
	}
	last := n.LastChild()
	if t, ok := last.(*ast.Text); ok && len(bytes.Trim(t.Segment.Value(source), " .")) == 0 {
		last = t.PreviousSibling()
	}
	cite, _ := last.(*citation)
	return cite
}

// blockQuotations notes the quotations of a block quote: each run of paragraphs up to a citation.
func (c *conversion) blockQuotations(n *ast.Blockquote) {
	var words []string
	start := -1
	for b := n.FirstChild(); b != nil; b = b.NextSibling() {
		if start < 0 {
			start = max(b.Pos(), n.Pos())
		}
		if w := c.words(b); w != "" {
			words = append(words, w)
		}
		last := closingCitation(b, c.source)
		if last == nil {
			continue
		}
		last.block = true
		c.quotation(last, book.Quotation{
			Words: unmarked(strings.Join(words, " ")), Block: true,
			At: c.reading.span(start, start+len(bytes.TrimRight(c.source[start:max(start, last.Pos())], " \t\r\n>"))),
		})
		words, start = nil, -1
	}
}

// unmarked takes off the dash before the citation and quotation marks around the whole.
func unmarked(words string) string {
	words = strings.TrimRight(words, " —–-")
	first, n := utf8.DecodeRuneInString(words)
	last, m := utf8.DecodeLastRuneInString(words)
	if n+m <= len(words) && strings.ContainsRune(openers[last], first) {
		return strings.TrimSpace(words[n : len(words)-m])
	}
	return words
}
