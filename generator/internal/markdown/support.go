package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// Where the citation of a quotation may stand, if not in its line: in another cell of its row, in the footnote that is
// called behind it, alone or behind a name in the paragraph that follows, or in the line that leads up to a block quote.

// citedIn is the citation with which a footnote begins: "[@id ¶2]", "See [@id ¶2], which …"; or nil.
func (c *conversion) citedIn(link *east.FootnoteLink) *citation {
	if c.notes == nil {
		c.notes = map[int]*citation{}
		root := ast.Node(link)
		for root.Parent() != nil {
			root = root.Parent()
		}
		for n := root.LastChild().FirstChild(); n != nil; n = n.NextSibling() {
			if note, ok := n.(*east.Footnote); ok {
				c.notes[note.Index] = opening(note.FirstChild(), c.source)
			}
		}
	}
	return c.notes[link.Index]
}

// mostLead is how many words may stand before the citation with which a footnote begins.
const mostLead = 3

// opening is the citation with which a paragraph begins.
func opening(n ast.Node, source []byte) *citation {
	if n == nil || !ast.IsParagraph(n) {
		return nil
	}
	first := n.FirstChild()
	if t, ok := first.(*ast.Text); ok {
		lead := t.Segment.Value(source)
		if len(bytes.Fields(lead)) > mostLead || bytes.ContainsAny(lead, "\"“”«»") {
			return nil
		}
		first = t.NextSibling()
	}
	cite, _ := first.(*citation)
	return cite
}

// inRow gives for each cell of a row the citation that supports what is quoted in it and has none: that of the next
// cell that has one, else of the one before.
func inRow(row ast.Node) []*citation {
	var list []*citation
	some := false
	for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
		var cite *citation
		for i := cell.FirstChild(); i != nil && cite == nil; i = i.NextSibling() {
			cite, _ = i.(*citation)
		}
		list, some = append(list, cite), some || cite != nil
	}
	if !some {
		return nil
	}
	out := make([]*citation, len(list))
	var near *citation
	for i := len(list) - 1; i >= 0; i-- {
		if list[i] != nil {
			near = list[i]
		} else {
			out[i] = near
		}
	}
	near = nil
	for i, cite := range list {
		if cite != nil {
			near = cite
		} else if out[i] == nil {
			out[i] = near
		}
	}
	return out
}

// below is the citation that stands alone, or behind a dash and a name, in the paragraph after a block: "— Herald
// [@id ¶2]"; or nil.
func (c *conversion) below(n ast.Node) *citation {
	next := n.NextSibling()
	cite := closingCitation(next, c.source)
	if cite == nil {
		return nil
	}
	if words := c.wordsIn(next, next.FirstChild(), cite); strings.Trim(words, dashes) != "" && !names(words) {
		return nil
	}
	return cite
}

// above is the citation in the sentence that leads up to a block, at the end of the paragraph before it: "As @id [¶2]
// has it:"; or nil.
func (c *conversion) above(n ast.Node) *citation {
	before := n.PreviousSibling()
	if before == nil || !ast.IsParagraph(before) {
		return nil
	}
	last, ok := before.LastChild().(*ast.Text)
	if !ok || !bytes.HasSuffix(bytes.TrimRight(last.Segment.Value(c.source), " \t"), []byte(":")) {
		return nil
	}
	for i := before.LastChild(); i != nil; i = i.PreviousSibling() {
		switch i := i.(type) {
		case *citation:
			if i.words != nil || len(i.quotations) > 0 {
				return nil
			}
			return i
		case *ast.Text:
			value := string(i.Segment.Value(c.source))
			if sentenceStart(value) > 0 || i != last && sentenceEnd(strings.TrimSpace(value)) {
				return nil
			}
		case *quoted:
			return nil
		}
	}
	return nil
}

// alone is the citation below a paragraph that has none of its own.
func (c *conversion) alone(n ast.Node) *citation {
	if next := n.NextSibling(); next == nil || !ast.IsParagraph(next) || next.ChildCount() > 3 {
		return nil
	}
	for i := n.FirstChild(); i != nil; i = i.NextSibling() {
		if _, ok := i.(*citation); ok {
			return nil
		}
	}
	return c.below(n)
}

// closingNote is the citation in the footnote that is called at the end of a paragraph.
func (c *conversion) closingNote(n ast.Node) *citation {
	if n == nil || !ast.IsParagraph(n) {
		return nil
	}
	last := n.LastChild()
	if t, ok := last.(*ast.Text); ok && len(bytes.Trim(t.Segment.Value(c.source), " .")) == 0 {
		last = t.PreviousSibling()
	}
	if link, ok := last.(*east.FootnoteLink); ok {
		return c.citedIn(link)
	}
	return nil
}

// mostName is how many words a name may have under a quotation, mostPlain how many of them in a script without capitals.
const mostName, mostPlain = 8, 3

// dashes are what may stand before a citation or a name.
const dashes = "—–―- "

// names reports whether words are a dash and a name, such as stands under a quotation, and can be no part of it: each
// word has a capital, but for a few.
func names(words string) bool {
	name := strings.TrimLeft(words, dashes)
	if name == words || name == "" {
		return false
	}
	list := strings.Fields(name)
	if len(list) > mostName || strings.ContainsAny(name, "!?;:") {
		return false
	}
	caseless := 0
	for _, w := range list {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(“\"‘'"))
		if unicode.Is(unicode.Lo, first) {
			caseless++
		}
		if caseless > mostPlain {
			return false
		}
		if !unicode.IsLower(first) {
			continue
		}
		switch strings.TrimRight(w, ",") {
		case "of", "the", "for", "in", "and", "at", "on", "a", "to", "de", "von", "der", "die", "und", "la", "le", "du", "des":
		default:
			return false
		}
	}
	return true
}
