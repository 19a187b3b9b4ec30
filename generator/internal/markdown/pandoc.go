package markdown

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// What pandoc's Markdown has besides citations, so that a note written for it reads the same here: inline notes
// "^[words]", attributes of headings "{#id .class}", and fenced divisions "::: {.class}", of which the content is kept
// and the fences are not. The place of the bibliography, "::: {#refs}", is dropped with the heading over it: the book
// has a bibliography of its own.

// pandoc is what one page has of it.
type pandoc struct {
	notes   []*east.Footnote // inline, in order
	words   ast.Node         // holds a paragraph for each, until its words are parsed
	scanned int              // bytes that were looked through for the end of a note in vain
	refs    []*ast.Heading   // that stand over the place of the bibliography
}

// The limits of inline notes on one page.
const (
	mostNotes   = 2000
	longestNote = 5000
	mostScanned = 1 << 20
)

// noteParser reads inline notes.
type noteParser struct{}

// Trigger is the beginning of a note.
func (noteParser) Trigger() []byte { return []byte{'^'} }

// Parse makes a footnote of "^[words]". Its words are parsed as a paragraph when the rest of the page is.
func (noteParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	r, ok := pc.(*reading)
	if !ok || len(line) < 3 || line[1] != '[' || len(r.pandoc.notes) >= mostNotes || r.pandoc.scanned > mostScanned {
		return nil
	}
	words, width := noteWords(block)
	if words == nil {
		r.pandoc.scanned += width
		return nil
	}
	doc := parent
	for doc.Parent() != nil {
		doc = doc.Parent()
	}
	if r.pandoc.words == nil {
		r.pandoc.words = ast.NewBlockquote()
		doc.AppendChild(doc, r.pandoc.words)
	}
	paragraph := ast.NewParagraph()
	paragraph.SetLines(words)
	r.pandoc.words.AppendChild(r.pandoc.words, paragraph)
	label := "\x00" + strconv.Itoa(len(r.pandoc.notes)) // none that an author can write
	note := east.NewFootnote([]byte(label))
	doc.AppendChild(doc, note)
	extension.NewFootnoteBlockParser().Close(note, block, pc) // takes it into the list
	r.pandoc.notes = append(r.pandoc.notes, note)
	block.Advance(width)
	return extension.NewFootnoteParser().Parse(parent, text.NewReader([]byte("[^"+label+"]")), pc)
}

// noteWords is what stands between the brackets of a note, and how far the reader must advance for all of it. Without
// a closing bracket there are no words.
func noteWords(block text.Reader) (words *text.Segments, width int) {
	startLine, startAt := block.Position()
	defer block.SetPosition(startLine, startAt)
	list, depth, skip := text.NewSegments(), 0, len("^[")
	for {
		line, at := block.PeekLine()
		if line == nil {
			return nil, width
		}
		for i := skip; i < len(line); i++ {
			if width+i > longestNote {
				return nil, width + i
			}
			switch line[i] {
			case '\\':
				i++
			case '[':
				depth++
			case ']':
				if depth--; depth < 0 {
					list.Append(text.NewSegment(at.Start+skip, at.Start+i))
					return list, width + i + 1
				}
			}
		}
		list.Append(at.WithStart(at.Start + skip))
		width += len(line)
		skip = 0
		block.AdvanceLine()
	}
}

// pandocTransformer puts inline notes where they belong and drops what stood over the bibliography.
type pandocTransformer struct{}

// Transform changes the tree before footnotes are numbered.
func (pandocTransformer) Transform(doc *ast.Document, _ text.Reader, pc parser.Context) {
	r, ok := pc.(*reading)
	if !ok {
		return
	}
	for _, n := range r.pandoc.notes {
		n.AppendChild(n, r.pandoc.words.FirstChild())
	}
	if r.pandoc.words != nil {
		doc.RemoveChild(doc, r.pandoc.words)
	}
	for _, h := range r.pandoc.refs {
		switch h.NextSibling().(type) {
		case nil, *ast.Heading, *east.FootnoteList:
			h.Parent().RemoveChild(h.Parent(), h)
		}
	}
}

// fenceTransformer drops the fences of divisions from paragraphs.
type fenceTransformer struct{}

// Transform looks at one paragraph.
func (fenceTransformer) Transform(n *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines, source := n.Lines(), reader.Source()
	some := false
	for i := 0; i < lines.Len() && !some; i++ {
		at := lines.At(i)
		_, some = fence(source[at.Start:at.Stop])
	}
	if !some {
		return
	}
	kept := text.NewSegments()
	for i := range lines.Len() {
		at := lines.At(i)
		attributes, ok := fence(source[at.Start:at.Stop])
		if !ok {
			kept.Append(at)
			continue
		}
		r, _ := pc.(*reading)
		if h, ok := n.PreviousSibling().(*ast.Heading); ok && r != nil && kept.Len() == 0 && strings.Contains(attributes, "#refs") {
			r.pandoc.refs = append(r.pandoc.refs, h)
		}
	}
	n.SetLines(kept)
	if kept.Len() == 0 {
		n.Parent().RemoveChild(n.Parent(), n)
	}
}

// fence reads a line that opens or closes a division: three colons or more, alone, or before a word or attributes.
func fence(line []byte) (attributes string, ok bool) {
	line = bytes.TrimSpace(line)
	if !bytes.HasPrefix(line, []byte(":::")) {
		return "", false
	}
	rest := strings.TrimSpace(strings.Trim(string(line), ":"))
	switch {
	case strings.HasPrefix(rest, "{"):
		inner, after, ok := braced(rest)
		return inner, ok && after == "" && isAttributes(inner)
	case strings.ContainsAny(rest, " \t"):
		return "", false
	}
	return rest, true
}

// isAttributes reports whether words are attributes: "#id", ".class", "-" or key=value, at least one.
func isAttributes(s string) bool {
	fields := strings.Fields(s)
	for _, f := range fields {
		if f != "-" && (len(f) < 2 || f[0] != '#' && f[0] != '.') && strings.IndexByte(f, '=') < 1 {
			return false
		}
	}
	return len(fields) > 0
}

// attributed is a parser of headings that takes attributes off their end. An id becomes that of the heading.
type attributed struct{ parser.BlockParser }

// Close finishes a heading.
func (a attributed) Close(n ast.Node, reader text.Reader, pc parser.Context) {
	a.BlockParser.Close(n, reader, pc)
	h, ok := n.(*ast.Heading)
	if !ok || h.Lines().Len() == 0 {
		return
	}
	last := h.Lines().Len() - 1
	at := h.Lines().At(last)
	line := bytes.TrimRight(reader.Source()[at.Start:at.Stop], " \t\r\n")
	open := bytes.LastIndexByte(line, '{')
	if open < 0 || line[len(line)-1] != '}' || !isAttributes(string(line[open+1:len(line)-1])) {
		return
	}
	for _, f := range strings.Fields(string(line[open+1 : len(line)-1])) {
		if f[0] == '#' {
			h.SetAttributeString("id", f[1:])
		}
	}
	h.Lines().Set(last, at.WithStop(at.Start+len(bytes.TrimRight(line[:open], " \t"))))
}

// headingID is the id of a heading: the author's, else one made of its words.
func (c *conversion) headingID(n *ast.Heading, words string) string {
	if v, ok := n.AttributeString("id"); ok {
		if id, ok := v.(string); ok && id != "" {
			return c.anchor(id)
		}
	}
	return c.anchor(slug(words))
}
