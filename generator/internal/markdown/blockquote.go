package markdown

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"briefbook/generator/internal/book"
)

// blockquote converts a block quote: set apart by a marker, quoted when a citation supports it, or plain.
func (c *conversion) blockquote(n *ast.Blockquote) {
	if m := marker[alertMarker](n); m != nil {
		c.alert(n, m)
		return
	}
	c.put("<blockquote")
	beside := -1
	if c.cited {
		if cite, away := c.supports(n); cite != nil {
			n.SetAttribute(citedName, true)
			c.put(` class="quoted"`)
			c.quotedFrom(&cite.parts[0])
			beside = c.blockQuotations(n, cite, away)
		}
	}
	c.put(">\n")
	c.blocks(n)
	if beside >= 0 {
		c.hole(holeSeal, beside)
	}
	c.put("</blockquote>\n")
}

// citedName is the attribute of a block quote that a citation supports.
var citedName = []byte("cited")

// supports is the citation that supports a block quote: its last words, what stands alone below it, what its last
// footnote begins with, or what leads up to it. away says that the seal cannot stand behind the citation.
func (c *conversion) supports(n *ast.Blockquote) (cite *citation, away bool) {
	if cite = closingCitation(n.LastChild(), c.source); cite != nil {
		return cite, false
	}
	if cite = c.below(n); cite != nil {
		return cite, false
	}
	if cite = c.closingNote(n.LastChild()); cite != nil {
		return cite, true
	}
	return c.above(n), true
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

// blockQuotations notes the quotations of a block quote: each run of paragraphs up to a citation, and what is left,
// which another citation supports. It gives the number of the quotation that has its seal under the block, or -1.
func (c *conversion) blockQuotations(n *ast.Blockquote, cite *citation, away bool) int {
	var words []string
	start, stop := -1, 0
	note := func(cite *citation) int {
		cite.block = true
		i := c.quotation(cite, book.Quotation{
			Words: unmarked(strings.Join(words, " ")), Block: true,
			At: c.reading.span(start, start+len(bytes.TrimRight(c.source[start:max(start, stop)], " \t\r\n>"))),
		})
		words, start = nil, -1
		return i
	}
	for b := n.FirstChild(); b != nil; b = b.NextSibling() {
		if start < 0 {
			start = max(b.Pos(), n.Pos())
		}
		last := closingCitation(b, c.source)
		if w := c.quotedWords(b, last, len(words) == 0); w != "" {
			words = append(words, w)
		}
		if stop = blockEnd(b, stop); last != nil {
			stop = last.Pos()
			last.seals = append(last.seals, note(last))
		}
	}
	switch {
	case len(words) == 0:
	case away:
		return note(cite)
	default:
		cite.seals = append(cite.seals, note(cite))
	}
	return -1
}

// blockEnd is where the last line of a block ends, or where the block before it did when it has none.
func blockEnd(b ast.Node, before int) int {
	if b.Type() == ast.TypeInline || b.Lines().Len() == 0 {
		return before
	}
	return b.Lines().At(b.Lines().Len() - 1).Stop
}

// quotedWords are the words of a block that are quoted: all but a name under them, "— Herald [@id ¶2]". What begins
// the quotation is no name.
func (c *conversion) quotedWords(b ast.Node, last *citation, begins bool) string {
	if last == nil {
		return c.words(b)
	}
	line := ast.Node(last)
	for line.PreviousSibling() != nil {
		if t, ok := line.PreviousSibling().(*ast.Text); ok && (t.SoftLineBreak() || t.HardLineBreak()) {
			break
		}
		line = line.PreviousSibling()
	}
	first := line.PreviousSibling() == nil
	if first && begins || !names(c.wordsIn(b, line, last)) {
		return c.words(b)
	}
	if first {
		return ""
	}
	return c.wordsIn(b, b.FirstChild(), line)
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
