package changes

import (
	"html"
	"strings"
)

// stripped reads the HTML of a body as it is written: the words of each block, where links lead, what has an id. It
// knows HTML of our own making, in which tags are balanced and attributes hold no ">".
type stripped struct {
	without map[string]bool // ids of elements that are left out

	blocks []block
	quoted int // block quotes around the place
	html   strings.Builder
}

// block is a run of text without a break.
type block struct {
	text    []byte
	heading bool
	quoted  bool   // within a block quote
	id      string // of the element, or the one before it
	marks   []place
}

// place is a link or an id at a byte of a text.
type place struct {
	at   int
	link string
	id   string // of a citation
}

// Write implements io.Writer.
func (s *stripped) Write(p []byte) (int, error) { return s.html.Write(p) }

// close reads what was written.
func (s *stripped) close() {
	rest := s.html.String()
	s.html.Reset()
	skip, depth := 0, 0 // within an element that is left out: how deep it lies
	for rest != "" {
		open := strings.IndexByte(rest, '<')
		if open < 0 {
			open = len(rest)
		}
		if skip == 0 && open > 0 {
			s.words(rest[:open])
		}
		if open == len(rest) {
			break
		}
		end := strings.IndexByte(rest[open:], '>')
		if end < 0 {
			break
		}
		tag := rest[open+1 : open+end]
		rest = rest[open+end+1:]
		name, attributes, _ := strings.Cut(tag, " ")
		switch {
		case strings.HasPrefix(name, "/"):
			if depth--; skip > 0 && depth < skip {
				skip = 0
			}
		case void(strings.TrimSuffix(name, "/")):
		default:
			depth++
			if skip == 0 && s.left(name, attributes) {
				skip = depth
			}
		}
		if skip == 0 {
			s.tag(name, attributes)
		}
	}
}

func void(name string) bool {
	switch name {
	case "br", "img", "hr", "wbr", "col", "input", "source", "area":
		return true
	}
	return false
}

// left reports whether an element is none of the book's statements, or is one that is listed already.
func (s *stripped) left(name, attributes string) bool {
	if id := attribute(attributes, "id"); id != "" && s.without[id] {
		return true
	}
	role := attribute(attributes, "role")
	return role == "doc-noteref" || role == "doc-backlink" || name == "svg" || attribute(attributes, "class") == "alert-kind"
}

// tag does what a tag does to the text.
func (s *stripped) tag(name, attributes string) {
	switch name {
	case "a":
		b := s.last()
		p := place{at: len(b.text), link: html.UnescapeString(attribute(attributes, "href"))}
		if class := attribute(attributes, "class"); class == "cite" || p.link == "#" {
			p = place{at: len(b.text), id: attribute(attributes, "id")}
		}
		if p.link != "" && p.link[0] != '#' || p.id != "" {
			b.marks = append(b.marks, p)
		}
	case "q":
		s.words("“")
	case "/q":
		s.words("”")
	case "br", "td", "th", "/td", "/th":
		s.words(" ")
	case "/a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "rp", "rt", "ruby", "s", "samp",
		"small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "/abbr", "/b", "/bdi", "/bdo", "/cite", "/code", "/data", "/del", "/dfn",
		"/em", "/i", "/ins", "/kbd", "/mark", "/rp", "/rt", "/ruby", "/s", "/samp", "/small", "/span", "/strong", "/sub", "/sup", "/time", "/u", "/var":
	default:
		switch name {
		case "blockquote":
			s.quoted++
		case "/blockquote":
			s.quoted--
		}
		heading := len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6'
		s.part(heading)
		if id := attribute(attributes, "id"); id != "" {
			s.last().id = id
		}
	}
}

// part begins another block.
func (s *stripped) part(heading bool) {
	if n := len(s.blocks); n > 0 && len(s.blocks[n-1].text) == 0 {
		s.blocks[n-1].heading, s.blocks[n-1].quoted = heading, s.quoted > 0
		return
	}
	s.blocks = append(s.blocks, block{heading: heading, quoted: s.quoted > 0})
}

func (s *stripped) last() *block {
	if len(s.blocks) == 0 {
		s.blocks = append(s.blocks, block{})
	}
	return &s.blocks[len(s.blocks)-1]
}

// words appends text, with one blank for every run of white space.
func (s *stripped) words(text string) {
	if strings.IndexByte(text, '&') >= 0 {
		text = html.UnescapeString(text)
	}
	b := s.last()
	for text != "" {
		end := strings.IndexAny(text, " \n\t\r\f\v")
		if end < 0 {
			b.text = append(b.text, text...)
			return
		}
		b.text = append(b.text, text[:end]...)
		if n := len(b.text); n > 0 && b.text[n-1] != ' ' {
			b.text = append(b.text, ' ')
		}
		text = text[end+1:]
	}
}

// whole is all the text as one line, and where it links to.
func (s *stripped) whole() (text, links string) {
	var parts, to []string
	for i := range s.blocks {
		b := &s.blocks[i]
		if t := oneLine(string(b.text)); t != "" {
			parts = append(parts, t)
		}
		for _, p := range b.marks {
			if p.link != "" {
				to = append(to, strings.Join(strings.Fields(p.link), "%20"))
			}
		}
	}
	return strings.Join(parts, " "), strings.Join(to, " ")
}

// attribute is the value of an attribute, "" when it is not there.
func attribute(attributes, name string) string {
	for rest := attributes; ; {
		i := strings.Index(rest, name+`="`)
		if i < 0 {
			return ""
		}
		value := rest[i+len(name)+2:]
		if i == 0 || rest[i-1] == ' ' {
			value, _, _ = strings.Cut(value, `"`)
			return value
		}
		rest = value
	}
}
