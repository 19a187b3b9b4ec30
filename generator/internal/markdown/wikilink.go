package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"briefbook/generator/internal/book"
)

// wiki is [[id]], [[id#fragment]] or [[id|label]].
type wiki struct {
	ast.BaseInline
	to, fragment, label string
	stop                int
}

// Kind is that of all our nodes.
func (*wiki) Kind() ast.NodeKind { return kind }

// Dump prints the node for debugging.
func (w *wiki) Dump(source []byte, level int) { ast.DumpHelper(w, source, level, nil, nil) }

// words is what the author sees in the link.
func (w *wiki) words() string {
	if w.label != "" {
		return w.label
	}
	return w.to
}

type wikiParser struct{}

// Trigger is the beginning of a link.
func (wikiParser) Trigger() []byte { return []byte{'['} }

// Parse reads a wiki link; it stands on one line. In a table the bar before the label is written "\|".
func (wikiParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	r, ok := pc.(*reading)
	if !ok || len(line) < 3 || line[1] != '[' || line[2] == '[' {
		return nil
	}
	end := bytes.IndexAny(line[2:], "[]\n")
	if end < 0 {
		end = len(line) - 2
	}
	inner, rest := line[2:2+end], line[2+end:]
	if !bytes.HasPrefix(rest, []byte("]]")) {
		r.unclosedWiki(inner, rest, at.Start)
		return nil
	}
	if len(rest) > 2 && rest[2] == '(' {
		return nil
	}
	name, label, labelled := bytes.Cut(inner, []byte("|"))
	if bytes.ContainsAny(name, "*`<>!\"") {
		return nil // markup that CommonMark knows
	}
	to, fragment, _ := strings.Cut(strings.TrimSpace(strings.TrimSuffix(string(name), `\`)), "#")
	words := strings.TrimSpace(string(resolve(label)))
	stop := at.Start + 2 + end + 2
	if to == "" || labelled && words == "" {
		r.fail(r.span(at.Start, stop), fault{"bad-link", "the link names no page or has an empty label", "write [[id]] or [[id|label]]"})
		return nil
	}
	w := &wiki{to: to, fragment: fragment, label: words, stop: stop}
	w.SetPos(at.Start)
	block.Advance(2 + end + 2)
	return w
}

// unclosedWiki reports "[[id" without its end, unless it is likely to be something else.
func (r *reading) unclosedWiki(inner, rest []byte, start int) {
	if len(bytes.TrimSpace(inner)) == 0 || len(rest) > 1 && (rest[0] == '[' || rest[1] == '(' || rest[1] == '[') ||
		strings.IndexByte("^!@", inner[0]) >= 0 || bytes.IndexByte(rest, '(') >= 0 {
		return
	}
	stop := start + 2 + len(bytes.TrimRight(inner, " \r\n"))
	r.fail(r.span(start, stop), fault{"bad-link", "the link has no end", `close it with "]]"; in a table write [[id\|label]]`})
}

// wikiLink converts a wiki link.
func (c *conversion) wikiLink(n *wiki) {
	defer func() { c.last = 'x' }()
	if c.linked {
		c.escape(n.words())
		return
	}
	c.page.links = append(c.page.links, book.Link{
		To: idOf(n.to), Fragment: n.fragment, Wiki: true, Label: n.label, At: c.reading.span(n.Pos(), n.stop),
	})
	from := len(c.out)
	if n.label == "" {
		c.escape(n.to)
		c.cut(holeWiki, len(c.page.links)-1, from)
		return
	}
	c.hole(holeLink, len(c.page.links)-1)
	c.running([]byte(n.label), ' ')
	c.hole(holeLinkEnd, 0)
}
