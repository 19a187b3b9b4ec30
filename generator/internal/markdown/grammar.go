package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"briefbook/generator/internal/diag"
)

// deepest is how far blocks nest. A line of ten thousand ">" must not make ten thousand block quotes.
const deepest = 100

// kind is that of the nodes we add to goldmark's tree; they are told apart by their Go type.
var kind = ast.NewNodeKind("Book")

// grammar is goldmark's parser with our syntax. Ours comes before what it would be taken for: an event before
// the link reference definition, a citation before the link.
func grammar() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(attributed{parser.NewSetextHeadingParser()}, 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(shallow{parser.NewListParser()}, 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(attributed{parser.NewATXHeadingParser()}, 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(shallow{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(htmlParser{parser.NewHTMLBlockParser()}, 900),
			util.Prioritized(shallow{extension.NewFootnoteBlockParser()}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(extension.NewFootnoteParser(), 101),
			util.Prioritized(noteParser{}, 102),
			util.Prioritized(wikiParser{}, 150),
			util.Prioritized(citationParser{}, 160),
			util.Prioritized(linkParser{parser.NewLinkParser()}, 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(parser.NewEmphasisParser(), 500),
			util.Prioritized(extension.NewStrikethroughParser(), 500),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(fenceTransformer{}, 40),
			util.Prioritized(markerTransformer{}, 50),
			util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(pandocTransformer{}, 500),
			util.Prioritized(quoteTransformer{}, 600),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
		),
	)
}

// shallow is a parser of containers that stops opening them when too many are open.
type shallow struct{ parser.BlockParser }

// Open opens a block unless too many are open.
func (s shallow) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if len(pc.OpenedBlocks()) >= deepest {
		return nil, parser.NoChildren
	}
	return s.BlockParser.Open(parent, reader, pc)
}

// linkParser is goldmark's, with the limit of the CommonMark reference implementation on parentheses that are
// open in an address. Without it "[a](" many times over takes time with its square.
type linkParser struct{ parser.InlineParser }

// Parse reads a link unless too many parentheses are open in its address.
func (p linkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if len(line) > 1 && line[0] == ']' && line[1] == '(' {
		open := 0
		for _, c := range line[1:] {
			switch c {
			case '(':
				open++
			case ')':
				open--
			}
			if open > 32 {
				return nil
			}
			if open == 0 || c == ' ' {
				break
			}
		}
	}
	return p.InlineParser.Parse(parent, block, pc)
}

// CloseBlock forgets brackets that stayed open.
func (p linkParser) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	if c, ok := p.InlineParser.(parser.CloseBlocker); ok {
		c.CloseBlock(parent, block, pc)
	}
}

// reading is goldmark's context for one page, with the file it comes from and what is wrong with it.
type reading struct {
	parser.Context
	src    *diag.Source
	base   int // of the body in src
	diags  []diag.Diagnostic
	plain  bool // raw HTML is text
	cited  bool // the page has citations
	pandoc pandoc
}

// span is a range of the body as a place in the file.
func (r *reading) span(start, stop int) diag.Span { return r.src.Span(r.base+start, r.base+stop) }

// most is how many diagnostics one page gets. Finding the line of each takes time.
const most = 500

// A fault is what is wrong at some place.
type fault struct{ code, text, hint string }

// fail reports an error, warn a warning.
func (r *reading) fail(at diag.Span, f fault) { r.report(diag.Errorf, at, f) }
func (r *reading) warn(at diag.Span, f fault) { r.report(diag.Warnf, at, f) }

func (r *reading) report(make func(diag.Span, string, string, ...any) diag.Diagnostic, at diag.Span, f fault) {
	if len(r.diags) < most {
		r.diags = append(r.diags, make(at, f.code, "%s", f.text).WithHint("%s", f.hint))
	}
}

// markerTransformer takes markers off the beginning of a paragraph before its inlines are parsed: "[!KIND]"
// in a block quote, a date in a list item. What they say is kept with the parent.
type markerTransformer struct{}

// Transform looks at one paragraph.
func (markerTransformer) Transform(n *ast.Paragraph, reader text.Reader, pc parser.Context) {
	if n.PreviousSibling() != nil {
		return
	}
	r, ok := pc.(*reading)
	if !ok {
		return
	}
	switch parent := n.Parent().(type) {
	case *ast.Blockquote:
		r.takeAlert(parent, n, reader.Source())
	case *ast.ListItem:
		r.takeEvent(parent, n, reader.Source())
	}
}

// markerName is the attribute under which a parent keeps its marker.
const markerName = "marker"

// marker returns what markerTransformer left with n.
func marker[T any](n ast.Node) *T {
	if n.Attributes() == nil {
		return nil
	}
	v, _ := n.AttributeString(markerName)
	m, _ := v.(*T)
	return m
}
