package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"briefbook/generator/internal/book"
)

// A proser reads the running text off a tree that has been converted.
type proser struct {
	*conversion
	prose  book.Prose
	text   []byte         // of all blocks
	seams  []book.Seam    // of all blocks
	quoted []book.Stretch // of all blocks
	ends   []extent
}

// extent is where a block's share of each list ends.
type extent struct{ text, seams, quoted int }

// readProse is the running text of a page with its places.
func (c *conversion) readProse(doc ast.Node) *book.Prose {
	p := &proser{conversion: c, text: make([]byte, 0, len(c.source))}
	p.prose.Source = c.src
	p.container(doc, book.Block{})
	all, from := string(p.text), extent{}
	for i, to := range p.ends {
		b := &p.prose.Blocks[i]
		b.Text, b.Seams = all[from.text:to.text], p.seams[from.seams:to.seams]
		b.Quoted = p.quoted[from.quoted:to.quoted]
		from = to
	}
	return &p.prose
}

// container reads the blocks in a node; like is what they have in common. A comment speaks of the paragraph it is
// attached to, else of the block that follows, else of all of the container.
func (p *proser) container(n ast.Node, like book.Block) {
	first, before, top := len(p.ends), len(p.ends), n.Kind() == ast.KindDocument
	var waiting []int
	for b := n.FirstChild(); b != nil; b = b.NextSibling() {
		if h, ok := b.(*ast.HTMLBlock); ok {
			if i := p.comment(h); i >= 0 {
				r := &p.prose.Remarks[i]
				previous := b.PreviousSibling()
				r.From, r.To = len(p.ends), len(p.ends)
				if previous != nil && ast.IsParagraph(previous) && !b.HasBlankPreviousLines() {
					r.From = before
				}
				if next := b.NextSibling(); r.From == r.To || next != nil && !next.HasBlankPreviousLines() {
					waiting = append(waiting, i)
				}
			}
			continue
		}
		if h, ok := b.(*ast.Heading); ok && top && h.Level <= 2 {
			like.Role = p.role(p.words(h))
		}
		before = len(p.ends)
		p.block(b, like)
		for _, i := range waiting {
			p.prose.Remarks[i].To = len(p.ends)
		}
		waiting = waiting[:0]
	}
	for _, i := range waiting {
		if r := &p.prose.Remarks[i]; !top && r.From == len(p.ends) {
			r.From, r.To = first, len(p.ends)
		}
	}
}

// block reads one block.
func (p *proser) block(n ast.Node, like book.Block) {
	switch n := n.(type) {
	case *ast.Heading:
		like.Heading = true
		p.leaf(n, like)
	case *ast.Paragraph, *ast.TextBlock, *east.TableCell:
		p.leaf(n, like)
	case *ast.ListItem:
		if m := marker[eventMarker](n); m != nil {
			like.Date, like.State, like.Working = m.date, m.state, m.working
		}
		p.container(n, like)
	case *ast.Blockquote:
		if m := marker[alertMarker](n); m != nil {
			like.Judgement = m.word == "judgement"
			p.alertTitle(n, m.title, like)
		} else if _, cited := n.Attribute(citedName); cited {
			like.Cited = true
		}
		p.container(n, like)
	case *ast.List, *east.Table, *east.TableHeader, *east.TableRow, *east.FootnoteList, *east.Footnote:
		p.container(n, like)
	}
}

// alertTitle reads the title in the line of the marker.
func (p *proser) alertTitle(n *ast.Blockquote, title string, like book.Block) {
	start := max(n.Pos(), 0)
	at := bytes.LastIndex(p.source[start:p.firstLine(start)], []byte(title))
	if title == "" || at < 0 {
		return
	}
	like.Heading = true
	p.add(start+at, []byte(title))
	p.end(like)
}

// leaf reads a block of inline content.
func (p *proser) leaf(n ast.Node, like book.Block) {
	remarks := len(p.prose.Remarks)
	p.line(n)
	for i := remarks; i < len(p.prose.Remarks); i++ {
		p.prose.Remarks[i].From, p.prose.Remarks[i].To = len(p.ends), len(p.ends)+1
	}
	if len(p.prose.Remarks) > remarks || len(p.seams) > p.begun().seams {
		p.end(like)
	}
}

// begun is where the block in work begins.
func (p *proser) begun() extent {
	if len(p.ends) == 0 {
		return extent{}
	}
	return p.ends[len(p.ends)-1]
}

// end finishes the block in work. Its seams and stretches are counted from the start of its own text.
func (p *proser) end(b book.Block) {
	from := p.begun()
	if len(p.seams) == from.seams { // of comments alone
		p.seams = append(p.seams, book.Seam{At: from.text, Source: p.base})
	}
	for i := from.seams; i < len(p.seams); i++ {
		p.seams[i].At -= from.text
	}
	for i := from.quoted; i < len(p.quoted); i++ {
		p.quoted[i].Start -= from.text
		p.quoted[i].End -= from.text
	}
	p.ends = append(p.ends, extent{len(p.text), len(p.seams), len(p.quoted)})
	p.prose.Blocks = append(p.prose.Blocks, b)
}

// add adds words that stand at byte at of the body.
func (p *proser) add(at int, words []byte) {
	at += p.base
	from := p.begun().seams
	if n := len(p.seams); n == from || p.seams[n-1].Source+len(p.text)-p.seams[n-1].At != at {
		p.seams = append(p.seams, book.Seam{At: len(p.text), Source: at})
	}
	p.text = append(p.text, words...)
}

// line reads inline content.
func (p *proser) line(n ast.Node) {
	for i := n.FirstChild(); i != nil; i = i.NextSibling() {
		switch i := i.(type) {
		case *ast.Text:
			p.run(i.Segment.Start, i.Segment.Stop)
			if i.SoftLineBreak() || i.HardLineBreak() {
				p.add(i.Segment.Stop, []byte{' '})
			}
		case *ast.Link, *ast.Emphasis, *east.Strikethrough:
			p.line(i)
		case *quoted:
			from := len(p.text)
			p.line(i)
			if i.cite != nil {
				p.quoted = append(p.quoted, book.Stretch{Start: from, End: len(p.text)})
			}
		case *wiki:
			p.wikiLabel(i)
		case *ast.RawHTML:
			p.inlineComment(i)
		case *ast.CodeSpan, *ast.Image, *ast.AutoLink:
			p.add(max(i.Pos(), 0), []byte("\uFFFC"))
		}
	}
}

// run reads text of the source, its escapes and references resolved.
func (p *proser) run(from, to int) {
	for from < to {
		length := bytes.IndexAny(p.source[from:to], `\&`)
		if length < 0 {
			p.add(from, p.source[from:to])
			return
		}
		if length > 0 {
			p.add(from, p.source[from:from+length])
			from += length
		}
		switch {
		case p.source[from] == '\\' && from+1 < to && util.IsPunct(p.source[from+1]):
			p.add(from+1, p.source[from+1:from+2])
			from += 2
		case p.source[from] == '&':
			if words, n := reference(p.source[from:to]); n > 0 {
				p.add(from, []byte(words))
				from += n
				continue
			}
			fallthrough
		default:
			p.add(from, p.source[from:from+1])
			from++
		}
	}
}

// wikiLabel reads the words of a link to a page.
func (p *proser) wikiLabel(w *wiki) {
	written := p.source[w.Pos():w.stop]
	if bar := bytes.IndexByte(written, '|'); bar >= 0 {
		label := bytes.TrimSuffix(written[bar+1:], []byte("]]"))
		lead := len(label) - len(bytes.TrimLeft(label, " "))
		start := w.Pos() + bar + 1 + lead
		p.run(start, start+len(bytes.TrimSpace(label)))
		return
	}
	p.add(w.Pos(), []byte("\uFFFC"))
}

// comment notes a block that is a comment, and returns its number, or -1.
func (p *proser) comment(n *ast.HTMLBlock) int {
	if n.HTMLBlockType != ast.HTMLBlockType2 || n.Lines().Len() == 0 && !n.HasClosure() {
		return -1
	}
	start := max(n.Pos(), 0)
	stop := start
	if n.Lines().Len() > 0 {
		stop = n.Lines().At(n.Lines().Len() - 1).Stop
	}
	if n.HasClosure() {
		stop = max(stop, n.ClosureLine.Stop)
	}
	return p.remark(start, stop)
}

func (p *proser) inlineComment(n *ast.RawHTML) {
	if n.Segments.Len() > 0 {
		p.remark(n.Segments.At(0).Start, n.Segments.At(n.Segments.Len()-1).Stop)
	}
}

// remark notes the comment that begins in a range of the body.
func (p *proser) remark(start, stop int) int {
	written := string(p.source[start:stop])
	open := strings.Index(written, "<!--")
	end := strings.Index(written, "-->")
	if open < 0 || strings.TrimSpace(written[:open]) != "" || end < open+len("<!--") {
		return -1
	}
	p.prose.Remarks = append(p.prose.Remarks, book.Remark{
		Text: written[open+len("<!--") : end], At: p.reading.span(start+open, start+end+len("-->")),
	})
	return len(p.prose.Remarks) - 1
}
