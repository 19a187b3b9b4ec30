package markdown

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"briefbook/generator/internal/book"
)

// roles are the headings that say what a section is for, in English, German and Korean; folded.
var roles = map[string]book.SectionRole{
	"bottom line": book.BottomLine, "auf einen blick": book.BottomLine, "fazit": book.BottomLine, "핵심 요약": book.BottomLine,
	"결론":         book.BottomLine,
	"key points": book.KeyPoints, "kernpunkte": book.KeyPoints, "kernaussagen": book.KeyPoints, "das wichtigste": book.KeyPoints,
	"요점": book.KeyPoints, "핵심 내용": book.KeyPoints,
	"chronology": book.ChronologyList, "chronologie": book.ChronologyList, "zeittafel": book.ChronologyList,
	"연표": book.ChronologyList, "일지": book.ChronologyList,
	"open questions": book.OpenQuestions, "offene fragen": book.OpenQuestions, "미해결 질문": book.OpenQuestions,
	"남은 질문":                            book.OpenQuestions,
	"what the sources are silent on":   book.Silences,
	"what its sources are silent on":   book.Silences,
	"worüber die quellen schweigen":    book.Silences,
	"wozu die quellen schweigen":       book.Silences,
	"자료가 말하지 않는 것":                     book.Silences,
	"what the sources do not say":      book.Silences,
	"what these sources are silent on": book.Silences,
}

// fold makes titles comparable: lower case, single spaces, no punctuation at the ends.
func fold(s string) string {
	s = strings.Join(strings.Fields(strings.ToLower(s)), " ")
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSpace(r) })
}

// role is what a section of that title is for. Only chapters and notes have such sections.
func (c *conversion) role(title string) book.SectionRole {
	if c.Kind != book.Chapter && c.Kind != book.Note {
		return book.Plain
	}
	return roles[fold(title)]
}

// document converts the tree, section by section.
func (c *conversion) document(doc ast.Node) {
	var body *fragment
	base := 0
	closing := func() {
		c.closeRaw(base)
		if body != nil {
			c.end(body)
		}
	}
	opening := func(s book.Section) {
		closing()
		body = c.begin()
		s.Body = body
		c.text.Sections = append(c.text.Sections, s)
	}
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			if n.Level == 1 && n.PreviousSibling() == nil && c.Title != "" && fold(c.words(n)) == fold(c.Title) {
				continue
			}
			if n.Level <= 2 {
				c.levels = append(c.levels[:0], 2)
				title := c.words(n)
				opening(book.Section{ID: c.headingID(n, title), Title: Typeset(title, c.Language), Role: c.role(title)})
				continue
			}
		case *ast.LinkReferenceDefinition:
			continue
		case *east.FootnoteList:
			closing()
			c.footnotes(n)
			return
		}
		if body == nil {
			opening(book.Section{})
		}
		if list, ok := n.(*ast.List); ok && len(c.raw) == 0 {
			c.gather(list)
			continue
		}
		c.block(n, base)
	}
	closing()
}

// sectionTitle is that of the section in work.
func (c *conversion) sectionTitle() string {
	if n := len(c.text.Sections); n > 0 {
		return c.text.Sections[n-1].Title
	}
	return ""
}

// gather converts a list at the top of a section. What the role of the section asks for is taken out.
func (c *conversion) gather(list *ast.List) {
	switch c.text.Sections[len(c.text.Sections)-1].Role {
	case book.ChronologyList:
		c.list(list, c.takeEventItem)
	case book.KeyPoints:
		c.list(list, c.takePoint)
	case book.OpenQuestions:
		c.list(list, c.takeQuestion)
	default:
		c.list(list, nil)
	}
}

func (c *conversion) takePoint(n *ast.ListItem) bool {
	c.counted.points++
	id, cites := c.anchor("k"+strconv.Itoa(c.counted.points)), len(c.page.cites)
	what := c.aside(func() { c.point(n) })
	c.text.Points = append(c.text.Points, book.Point{Anchor: id, What: what, At: c.reading.span(c.itemRange(n))})
	c.facts.points = append(c.facts.points, [2]int{cites, len(c.page.cites)})
	return true
}

func (c *conversion) takeQuestion(n *ast.ListItem) bool {
	c.counted.questions++
	id := c.anchor("q" + strconv.Itoa(c.counted.questions))
	what := c.aside(func() { c.point(n) })
	c.text.Questions = append(c.text.Questions, book.Question{Anchor: id, What: what, At: c.reading.span(c.itemRange(n))})
	return true
}

// point converts what is in a list item that is gathered as something else than an event. Its date, if it has
// one, makes a list of its own in it.
func (c *conversion) point(n *ast.ListItem) {
	if m := marker[eventMarker](n); m != nil {
		c.put("<ul>\n")
		c.event(n, m)
		c.put("</ul>\n")
		return
	}
	c.item(n)
}

// item converts what is in a gathered list item. One paragraph alone stands in the line, whether the list is
// tight or not.
func (c *conversion) item(n *ast.ListItem) {
	if only := n.FirstChild(); only != nil && only.NextSibling() == nil && ast.IsParagraph(only) {
		c.leaf(only)
		return
	}
	c.blocks(n)
}

// itemRange is where the first paragraph of a list item stands.
func (c *conversion) itemRange(n *ast.ListItem) (start, stop int) {
	start = max(n.Pos(), 0)
	stop = c.firstLine(start)
	if first := n.FirstChild(); first != nil && first.Lines() != nil && first.Lines().Len() > 0 {
		start = first.Lines().At(0).Start
		stop = max(start, first.Lines().At(first.Lines().Len()-1).Stop)
	}
	return start, stop
}
