package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// Text returns the fragment without markup, a line for each block. Citations, labels and numbers that are not
// the author's words are left out.
func (f *fragment) Text() string {
	s := stripper{b: make([]byte, 0, f.hi-f.lo), pieces: f.pieces}
	f.each(s.static, s.hole)
	return strings.TrimSpace(string(s.b))
}

// A stripper collects text from HTML of our making: tags are balanced and attributes hold no ">".
type stripper struct {
	pieces []piece
	b      []byte
	gap    byte // white space owed before the next word, 0 for none
	inTag  bool // a hole stands inside the tag
	pre    bool
	marks  []mark // where citations stood
}

type mark struct {
	at   int
	cite uint32
}

func (s *stripper) static(html string) {
	for html != "" {
		if s.inTag {
			end := strings.IndexByte(html, '>')
			if end < 0 {
				return
			}
			s.inTag = false
			html = html[end+1:]
			continue
		}
		next := strings.IndexByte(html, '<')
		if next < 0 {
			s.words(html)
			return
		}
		s.words(html[:next])
		html = html[next+1:]
		s.tag(html)
		s.inTag = true
	}
}

// tag notes what the tag that begins with html does to the text.
func (s *stripper) tag(html string) {
	end := 0
	html, closes := strings.CutPrefix(html, "/")
	for end < len(html) && (html[end] >= 'a' && html[end] <= 'z' || html[end] >= '0' && html[end] <= '9') {
		end++
	}
	switch html[:end] {
	case "pre":
		s.pre = !s.pre
		s.owe('\n')
	case "br", "td", "th", "img":
		s.owe(' ')
	case "q": // as browsers show it
		if closes {
			s.b = append(s.b, "”"...)
			return
		}
		s.pay()
		s.b = append(s.b, "“"...)
	case "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "rp", "rt",
		"ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr":
	default:
		s.owe('\n')
	}
}

func (s *stripper) owe(c byte) {
	if s.gap != '\n' {
		s.gap = c
	}
}

// pay writes the white space owed.
func (s *stripper) pay() {
	if s.gap != 0 && len(s.b) > 0 {
		for len(s.b) > 0 && s.b[len(s.b)-1] == ' ' {
			s.b = s.b[:len(s.b)-1]
		}
		s.b = append(s.b, s.gap)
	}
	s.gap = 0
}

// words appends text between tags.
func (s *stripper) words(html string) {
	for html != "" {
		c := html[0]
		if (c == '\n' || c == ' ') && !s.pre {
			if s.gap == 0 {
				s.gap = ' '
			}
			html = html[1:]
			continue
		}
		s.pay()
		end := strings.IndexAny(html, "&\n ")
		switch {
		case end < 0:
			end = len(html)
		case end == 0 && c == '&':
			text, n := unescape(html)
			s.b = append(s.b, text...)
			html = html[n:]
			continue
		case end == 0:
			end = 1
		}
		s.b = append(s.b, html[:end]...)
		html = html[end:]
	}
}

// unescape reads an entity of our making.
func unescape(html string) (text string, n int) {
	for _, e := range [...]struct{ entity, text string }{{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", `"`}} {
		if strings.HasPrefix(html, e.entity) {
			return e.text, len(e.entity)
		}
	}
	return "&", 1
}

func (s *stripper) hole(p piece, words string, i int) int {
	switch p.kind {
	case holeParagraph:
		s.owe('\n')
	case holeHeading:
		s.inTag = true
		s.owe('\n')
	case holeWiki:
		s.words(words)
	case holeImage:
		alt, _, _ := strings.Cut(words, "\x00")
		s.words(alt)
	case holeCite:
		s.cite(p.arg)
	case holeNamed:
		id, _, _ := strings.Cut(strings.TrimPrefix(words, "@"), " ")
		s.words(id)
		s.marks = append(s.marks, mark{len(s.b), p.arg})
	case holeCites:
		for i++; s.pieces[i].kind != holeCitesEnd; i++ {
			if s.pieces[i].kind == holeCite {
				s.cite(s.pieces[i].arg)
			}
		}
		return i
	}
	return 0
}

func (s *stripper) cite(n uint32) {
	if s.gap == ' ' {
		s.gap = 0
	}
	s.marks = append(s.marks, mark{len(s.b), n})
}

// words is the plain text of an inline node, without citations and footnotes.
func (c *conversion) words(n ast.Node) string { return c.wordsIn(n, n.FirstChild(), nil) }

// wordsIn is that of the children of a node from one up to another, to its end when that is nil. It goes through the
// tree without recursion, for what is nested too deep.
func (c *conversion) wordsIn(n, from, to ast.Node) string {
	var b []byte
	for at := from; at != nil && at != to; {
		down := at.FirstChild()
		switch at := at.(type) {
		case *ast.Text:
			value := at.Segment.Value(c.source)
			if at.Parent().Kind() != ast.KindCodeSpan {
				value = resolve(value)
			}
			b = append(b, value...)
			if at.SoftLineBreak() || at.HardLineBreak() {
				b = append(b, ' ')
			}
		case *ast.String:
			b = append(b, at.Value...)
		case *ast.AutoLink:
			b = append(b, at.Label(c.source)...)
		case *ast.RawHTML:
			if opensElement(at, c.source) || closesElement(at, c.source) {
				b = append(b, '"') // as browsers show it
			}
		case *wiki:
			b = append(b, at.words()...)
		case *citation:
			if len(b) > 0 && b[len(b)-1] == ' ' {
				b = b[:len(b)-1]
			}
		}
		if down != nil {
			at = down
			continue
		}
		for at != n && at.NextSibling() == nil {
			at = at.Parent()
		}
		if at == n {
			break
		}
		at = at.NextSibling()
	}
	return strings.Join(strings.Fields(cleaned(string(b))), " ")
}
