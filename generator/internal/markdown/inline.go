package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// deepestInline is how far emphasis, links and the like nest; what is deeper is text.
const deepestInline = 64

// inlines converts inline children.
func (c *conversion) inlines(n ast.Node) {
	if c.depth >= deepestInline {
		c.escape(c.words(n))
		return
	}
	if c.cited {
		c.wrapQuotations(n)
	}
	c.depth++
	base := len(c.raw)
	for i := n.FirstChild(); i != nil; i = i.NextSibling() {
		c.inline(i, base)
	}
	c.closeRaw(base)
	c.depth--
}

// wrapped converts inline children within an element.
func (c *conversion) wrapped(tag string, n ast.Node) {
	c.put("<", tag, ">")
	c.inlines(n)
	c.put("</", tag, ">")
}

// inline converts one inline node. Raw elements above base may be open.
func (c *conversion) inline(n ast.Node, base int) {
	switch n := n.(type) {
	case *ast.Text:
		next := byte(' ')
		if n.Segment.Stop < len(c.source) {
			next = c.source[n.Segment.Stop]
		}
		c.running(resolve(n.Segment.Value(c.source)), next)
		switch {
		case n.HardLineBreak():
			c.void("br")
			c.put("\n")
			c.last = ' '
		case n.SoftLineBreak():
			c.put("\n")
			c.last = ' '
		}
		if cite, ok := n.PreviousSibling().(*citation); ok && cite.block {
			c.seal(cite)
		}
	case *ast.Emphasis:
		c.wrapped([...]string{"em", "strong"}[min(n.Level, 2)-1], n)
	case *ast.CodeSpan:
		c.codeSpan(n)
	case *ast.Link:
		c.link(n)
	case *ast.Image:
		c.image(n)
	case *ast.AutoLink:
		c.autoLink(n)
	case *ast.RawHTML:
		c.rawInline(n, base)
	case *ast.String:
		c.out = appendEscaped(c.out, n.Value, false)
	case *east.Strikethrough:
		c.wrapped("del", n)
	case *east.FootnoteLink:
		c.footnoteLink(n)
	case *east.FootnoteBacklink:
		c.footnoteBacklink(n)
	case *wiki:
		c.wikiLink(n)
	case *citation:
		c.citation(n)
		if !n.block || n.NextSibling() == nil {
			c.seal(n)
		}
	case *quoted:
		c.quoted(n)
	}
}

// codeSpan converts code in the line; its line ends are spaces.
func (c *conversion) codeSpan(n *ast.CodeSpan) {
	c.put("<code>")
	for i := n.FirstChild(); i != nil; i = i.NextSibling() {
		t, ok := i.(*ast.Text)
		if !ok {
			continue
		}
		value := t.Segment.Value(c.source)
		if line, ok := bytes.CutSuffix(value, []byte("\n")); ok {
			c.out = appendEscaped(c.out, bytes.TrimSuffix(line, []byte("\r")), false)
			c.put(" ")
			continue
		}
		c.out = appendEscaped(c.out, value, false)
	}
	c.put("</code>")
	c.last = 'x'
}

func (c *conversion) footnoteLink(n *east.FootnoteLink) {
	number := strconv.Itoa(n.Index)
	if c.linked {
		c.mute(number)
		return
	}
	if c.noted == nil {
		c.noted = map[[2]int]bool{}
	}
	c.noted[[2]int{n.Index, n.RefIndex}] = true
	c.put(`<sup class="fn" id="`)
	c.id(footnoteReference(n.Index, n.RefIndex))
	c.put(`"><a href="#`)
	c.id("fn" + number)
	c.put(`" role="doc-noteref" aria-label="Footnote `, number, `">`)
	c.mute(number)
	c.put("</a></sup>")
}

// footnoteReference is the id of the place where a footnote is called.
func footnoteReference(index, use int) string {
	id := "fnref" + strconv.Itoa(index)
	if use > 0 {
		id += "-" + strconv.Itoa(use+1)
	}
	return id
}

func (c *conversion) footnoteBacklink(n *east.FootnoteBacklink) {
	if !c.noted[[2]int{n.Index, n.RefIndex}] {
		return
	}
	id := footnoteReference(n.Index, n.RefIndex)
	c.put(` <a class="back" href="#`)
	c.id(id)
	c.put(`" role="doc-backlink" aria-label="Back to reference `, id[len("fnref"):], `">`)
	c.mute("↩\uFE0E")
	c.put("</a>")
}

// footnotes converts the list at the end of the tree.
func (c *conversion) footnotes(list *east.FootnoteList) {
	f := c.begin()
	c.inside++
	// No landmark: on one page with others of their kind, as in print, they would need names of their own.
	c.put(`<section class="footnotes" role="group" aria-label="Footnotes">`, "\n<ol>\n")
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		note, ok := n.(*east.Footnote)
		if !ok {
			continue
		}
		c.put(`<li id="`)
		c.id("fn" + strconv.Itoa(note.Index))
		c.put(`">`)
		c.blocks(note)
		c.put("</li>\n")
	}
	c.put("</ol>\n</section>\n")
	c.inside--
	c.text.Footnotes = c.end(f)
}
