package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// What is quoted may stand in HTML's own elements: a <q> in the line, or a <blockquote> that has its tags in lines of
// their own. What stands between is Markdown.

// wrapElements gives each <q> among the children of n a node of its own; one within another is a part of it.
func wrapElements(n ast.Node, source []byte) {
	var open []*ast.RawHTML
	for i := n.FirstChild(); i != nil; {
		next := i.NextSibling()
		if raw, ok := i.(*ast.RawHTML); ok {
			switch {
			case opensElement(raw, source):
				open = append(open, raw)
			case len(open) == 0 || !closesElement(raw, source):
			case len(open) > 1:
				open = open[:len(open)-1]
			default:
				wrapElement(n, open[0], raw)
				open = open[:0]
			}
		}
		i = next
	}
}

func wrapElement(parent ast.Node, first, last *ast.RawHTML) {
	q := &quoted{element: true, start: first.Segments.At(0).Start, stop: last.Segments.At(last.Segments.Len() - 1).Stop}
	q.SetPos(q.start)
	parent.InsertBefore(parent, first, q)
	for i := ast.Node(first); ; {
		next := i.NextSibling()
		parent.RemoveChild(parent, i)
		q.AppendChild(q, i)
		if i == ast.Node(last) {
			return
		}
		i = next
	}
}

// tagOf is a tag as it is written in one line, else nil.
func tagOf(raw *ast.RawHTML, source []byte) []byte {
	if raw.Segments.Len() != 1 {
		return nil
	}
	at := raw.Segments.At(0)
	return at.Value(source)
}

func opensElement(raw *ast.RawHTML, source []byte) bool {
	tag := tagOf(raw, source)
	return len(tag) > 2 && bytes.EqualFold(tag[:2], []byte("<q")) && bytes.IndexByte([]byte(" \t>"), tag[2]) >= 0
}

func closesElement(raw *ast.RawHTML, source []byte) bool {
	return bytes.EqualFold(tagOf(raw, source), []byte("</q>"))
}

// htmlParser is goldmark's parser of HTML blocks; a line that is a tag of <blockquote> is a block of its own.
type htmlParser struct{ parser.BlockParser }

// Continue goes on with a block.
func (p htmlParser) Continue(n ast.Node, reader text.Reader, pc parser.Context) parser.State {
	if block, ok := n.(*ast.HTMLBlock); ok {
		tag := blockTag(block, reader.Source())
		if r, ok := pc.(*reading); ok && !r.plain && (bytes.EqualFold(tag, quoteOpens) || bytes.EqualFold(tag, quoteCloses)) {
			return parser.Close
		}
	}
	return p.BlockParser.Continue(n, reader, pc)
}

var quoteOpens, quoteCloses = []byte("<blockquote>"), []byte("</blockquote>")

// quoteTransformer makes block quotes of what stands between the tags of a <blockquote> without attributes.
type quoteTransformer struct{}

// Transform changes the tree.
func (quoteTransformer) Transform(doc *ast.Document, reader text.Reader, pc parser.Context) {
	if r, ok := pc.(*reading); !ok || r.plain || !bytes.Contains(reader.Source(), []byte("blockquote")) {
		return
	}
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && n.Type() != ast.TypeInline {
			gatherQuotes(n, reader.Source())
		}
		if n.Type() == ast.TypeInline {
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
}

// gatherQuotes moves what stands between two tags among the children of n into a block quote.
func gatherQuotes(n ast.Node, source []byte) {
	var open ast.Node
	for i := n.FirstChild(); i != nil; {
		next := i.NextSibling()
		if block, ok := i.(*ast.HTMLBlock); ok {
			switch tag := blockTag(block, source); {
			case bytes.EqualFold(tag, quoteOpens):
				open = i
			case open != nil && bytes.EqualFold(tag, quoteCloses):
				q := ast.NewBlockquote()
				q.SetPos(open.Pos())
				n.ReplaceChild(n, open, q)
				for b := q.NextSibling(); b != i; b = q.NextSibling() {
					n.RemoveChild(n, b)
					q.AppendChild(q, b)
				}
				n.RemoveChild(n, i)
				open = nil
			}
		}
		i = next
	}
}

// blockTag is a block of HTML of one line, without the blanks around it.
func blockTag(n *ast.HTMLBlock, source []byte) []byte {
	if n.Lines().Len() != 1 || n.HasClosure() {
		return nil
	}
	at := n.Lines().At(0)
	return bytes.TrimSpace(at.Value(source))
}
