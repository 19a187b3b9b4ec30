package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// table converts a table in a frame that scrolls, by keyboard too. The frame is named after the header; it is a
// group and no landmark, for a page may hold dozens.
func (c *conversion) table(n *east.Table) {
	c.counted.tables++
	c.put(`<div class="scroll" role="group" tabindex="0" aria-label="Table `, strconv.Itoa(c.counted.tables))
	sep := ": "
	if head := n.FirstChild(); head != nil {
		for cell := head.FirstChild(); cell != nil; cell = cell.NextSibling() {
			if words := c.words(cell); words != "" {
				c.put(sep)
				c.quote(words)
				sep = ", "
			}
		}
	}
	c.put("\">\n<table>\n")
	body := false
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		if _, head := row.(*east.TableHeader); head {
			c.put("<thead>\n")
			c.row(row, true)
			c.put("</thead>\n")
			continue
		}
		if !body {
			c.put("<tbody>\n")
			body = true
		}
		c.row(row, false)
	}
	if body {
		c.put("</tbody>\n")
	}
	c.put("</table>\n</div>\n")
}

// row converts a row. A citation alone in its cell supports the row.
func (c *conversion) row(n ast.Node, head bool) {
	f, cites := c.begin(), len(c.page.cites)
	c.put("<tr>")
	var beyond []*citation
	if c.cited {
		beyond = inRow(n)
	}
	for i, k := n.FirstChild(), 0; i != nil; i, k = i.NextSibling(), k+1 {
		cell, ok := i.(*east.TableCell)
		if !ok {
			continue
		}
		tag, scope := "td", ""
		if head && cell.HasChildren() {
			tag, scope = "th", ` scope="col"`
		}
		c.put("<", tag, scope)
		if cell.Alignment != east.AlignNone {
			c.put(` class="`, cell.Alignment.String(), `"`)
		}
		c.put(">")
		if beyond != nil {
			c.beyond = beyond[k]
		}
		c.leaf(cell)
		c.beyond = nil
		c.put("</", tag, ">")
	}
	c.put("</tr>\n")
	c.end(f)
	for i := cites; i < len(c.page.cites); i++ {
		if c.page.cites[i].Context == "" {
			c.page.cites[i].Context = shorten(inline(c.preview(f)), longestContext)
		}
	}
}
