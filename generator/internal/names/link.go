package names

import (
	"html"
	"slices"
	"strings"

	"briefbook/generator/internal/book"
)

// Link gives a piece of HTML with a link on the first mention of each entry that it does not link already. Everything
// else keeps its bytes. own is the entry whose page it is, "" for none; href gives the address of an entry's page, or
// false when this edition has none.
//
// Links go on names and forms made from them, never on a bare surname, a misspelling, or words that two entries could
// claim; never into a link, a heading, code, a quotation (its words are the source's, and are checked one by one), a
// drawing, a time or anything a reader fills in.
func (g *Gazetteer) Link(text string, own book.ID, href func(book.ID) (string, bool)) string {
	p := page{html: text}
	p.plain.Grow(len(text))
	p.read()
	mentions, _ := g.Find([]string{p.plain.String()})
	if len(mentions) == 0 {
		return text
	}
	done := map[book.ID]bool{own: true}
	for _, id := range p.linked {
		done[book.ID(html.UnescapeString(id))] = true
	}
	var out strings.Builder
	at, run := 0, 0
	for _, m := range mentions {
		if m.Class != book.ByName && m.Class != book.ByForm || done[m.Entry] {
			continue
		}
		for run < len(p.runs) && p.runs[run].plainEnd <= m.Start {
			run++
		}
		start, end, ok := p.span(run, m)
		if !ok {
			continue
		}
		done[m.Entry] = true
		address, ok := href(m.Entry)
		if !ok {
			continue
		}
		if at == 0 {
			out.Grow(len(text) + 128)
		}
		out.WriteString(text[at:start])
		out.WriteString(`<a class="entry" data-entry="` + html.EscapeString(string(m.Entry)) + `" href="` + html.EscapeString(address) + `">`)
		out.WriteString(text[start:end])
		out.WriteString("</a>")
		at = end
	}
	if at == 0 {
		return text
	}
	out.WriteString(text[at:])
	return out.String()
}

// page is a piece of HTML read as plain text. Elements that stand apart are parted by a zero byte, which no name has.
type page struct {
	html   string
	plain  strings.Builder
	runs   []run
	linked []string // entries linked by hand, as their attributes say
	closed string   // element that keeps links out, "" for none
	depth  int      // how many of its name are open
}

// run is a stretch of the plain text with its place in the HTML: either byte for byte, or one character written as a
// reference.
type run struct {
	plain, plainEnd int
	html, htmlEnd   int
	open            bool // may hold a link
	reference       bool
}

// span gives where a mention stands in the HTML, if no tag comes between and a link may stand there. The mention
// begins in run i.
func (p *page) span(i int, m Mention) (start, end int, ok bool) {
	if i == len(p.runs) || p.runs[i].plain > m.Start || p.runs[i].reference && p.runs[i].plain < m.Start {
		return 0, 0, false
	}
	start = p.runs[i].html + m.Start - p.runs[i].plain
	for ; p.runs[i].open; i++ {
		r := &p.runs[i]
		switch {
		case m.End == r.plainEnd:
			return start, r.htmlEnd, true
		case m.End < r.plainEnd:
			return start, r.html + m.End - r.plain, !r.reference
		case i+1 == len(p.runs) || p.runs[i+1].html != r.htmlEnd:
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// read makes the plain text.
func (p *page) read() {
	s := p.html
	for i := 0; i < len(s); {
		next := strings.IndexAny(s[i:], "<&")
		if next < 0 {
			p.put(i, len(s))
			return
		}
		next += i
		p.put(i, next)
		if s[next] == '&' {
			i = p.reference(next)
		} else {
			i = p.tag(next)
		}
	}
}

// put takes over text as it is.
func (p *page) put(from, to int) {
	if from == to {
		return
	}
	at := p.plain.Len()
	p.plain.WriteString(p.html[from:to])
	p.runs = append(p.runs, run{plain: at, plainEnd: at + to - from, html: from, htmlEnd: to, open: p.closed == ""})
}

// referenceMost is the length of the longest character reference that is read.
const referenceMost = 12

// reference takes over a character reference, or an ampersand that begins none.
func (p *page) reference(i int) int {
	end := strings.IndexByte(p.html[i:min(len(p.html), i+referenceMost)], ';')
	if end < 0 {
		p.put(i, i+1)
		return i + 1
	}
	end += i + 1
	text := html.UnescapeString(p.html[i:end])
	if text == p.html[i:end] || strings.IndexByte(text, 0) >= 0 {
		p.put(i, i+1)
		return i + 1
	}
	at := p.plain.Len()
	p.plain.WriteString(text)
	p.runs = append(p.runs, run{plain: at, plainEnd: at + len(text), html: i, htmlEnd: end, open: p.closed == "", reference: true})
	return end
}

func (p *page) part() { p.plain.WriteByte(0) }

// tag reads a tag, comment or declaration and gives its end. A "<" that begins none is text.
func (p *page) tag(i int) int {
	s := p.html
	rest := s[i+1:]
	switch {
	case strings.HasPrefix(rest, "!--"):
		if end := strings.Index(s[i+4:], "-->"); end >= 0 {
			return i + 4 + end + 3
		}
		return len(s)
	case rest == "" || rest[0] != '/' && rest[0] != '!' && rest[0] != '?' && !letter(rest[0]):
		p.put(i, i+1)
		return i + 1
	}
	end := tagEnd(s, i+1)
	from := i + 1
	closing := rest[0] == '/'
	if closing {
		from++
	}
	to := from
	for to < end && (letter(s[to]) || s[to] >= '0' && s[to] <= '9') {
		to++
	}
	name := strings.ToLower(s[from:to])
	if !inline(name) || strings.Contains(s[to:end], `class="cite`) {
		p.part()
	}
	if closing {
		p.shut(name)
		return end
	}
	if at := strings.Index(s[to:end], `data-entry="`); at >= 0 {
		if id, _, ok := strings.Cut(s[to+at+len(`data-entry="`):end], `"`); ok {
			p.linked = append(p.linked, id)
		}
	}
	return p.opened(name, s[to:end], end)
}

// opened notes that an element begins whose tag has these attributes and ends at end.
func (p *page) opened(name, attributes string, end int) int {
	switch name {
	case "script", "style", "textarea", "title", "noscript", "svg", "math", "template", "iframe":
		return closeOf(p.html, name, end)
	}
	switch {
	case p.closed == name:
		p.depth++
	case p.closed == "" && (bars(name) || hasClass(attributes, "quoted")) && !void(name):
		p.closed, p.depth = name, 1
	}
	return end
}

// shut notes that an element ends.
func (p *page) shut(name string) {
	if p.closed != name {
		return
	}
	if p.depth--; p.depth == 0 {
		p.closed = ""
	}
}

// bars reports whether an element keeps links out.
func bars(name string) bool {
	switch name {
	case "a", "code", "pre", "kbd", "samp", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "q", "time", "button", "label", "select",
		"option", "summary", "object", "audio", "video":
		return true
	}
	return false
}

// inline reports whether an element stands within a line, so that a word may go on behind its tag.
func inline(name string) bool {
	switch name {
	case "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small",
		"span", "strong", "sub", "time", "u", "var", "wbr":
		return true
	}
	return false
}

func void(name string) bool {
	switch name {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr":
		return true
	}
	return false
}

// hasClass reports whether attributes give a class.
func hasClass(attributes, class string) bool {
	_, rest, ok := strings.Cut(attributes, `class="`)
	if !ok {
		return false
	}
	list, _, _ := strings.Cut(rest, `"`)
	return slices.Contains(strings.Fields(list), class)
}

// tagEnd gives the end of a tag: behind the first ">" outside quotation marks.
func tagEnd(s string, i int) int {
	for i < len(s) {
		switch c := s[i]; c {
		case '>':
			return i + 1
		case '"', '\'':
			end := strings.IndexByte(s[i+1:], c)
			if end < 0 {
				return len(s)
			}
			i += end + 2
		default:
			i++
		}
	}
	return len(s)
}

// closeOf gives where the tag begins that closes an element whose content is not read.
func closeOf(s, name string, from int) int {
	for i := from; ; {
		at := strings.Index(s[i:], "</")
		if at < 0 {
			return len(s)
		}
		i += at + 2
		if len(s)-i >= len(name) && strings.EqualFold(s[i:i+len(name)], name) {
			return i - 2
		}
	}
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
