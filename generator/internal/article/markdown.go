package article

import (
	"fmt"
	"slices"
	"strings"

	"briefbook/generator/internal/book"
)

// readMarkdown splits a text in Markdown into blocks. Front matter goes to a receipt and gives its values; headings
// are headings, the first of level 1 the title. Marks of headings, quotations, emphasis and links are set aside as
// "markup", so that the paragraphs read as they are meant and no character is lost.
func (p *page) readMarkdown(text string) {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	i := p.frontMatter(lines)
	fenced := false
	for i < len(lines) {
		line := strings.TrimSpace(lines[i])
		first := i
		i++
		if line == "" {
			continue
		}
		if strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~") {
			fenced = !fenced
			p.markup(first+1, line)
			continue
		}
		if ruled(line) || strings.HasPrefix(line, ":::") && !strings.Contains(line, ". ") {
			p.markup(first+1, line)
			continue
		}
		if n := hashes(line); n > 0 && !fenced {
			p.heading(first+1, n, line)
			continue
		}
		for i < len(lines) && !fenced && continues(lines[i-1], lines[i]) {
			line += " " + strings.TrimSpace(lines[i])
			i++
		}
		if i < len(lines) && !fenced && underline(lines[i]) && i == first+1 {
			p.markup(i+1, strings.TrimSpace(lines[i]))
			p.heading(first+1, 0, line)
			i++
			continue
		}
		p.paragraph(first+1, i, line)
	}
}

// ruled recognises "---" and "***" alone on a line.
func ruled(line string) bool {
	bare := strings.ReplaceAll(line, " ", "")
	return len(bare) >= 3 && (strings.Trim(bare, "-") == "" || strings.Trim(bare, "*") == "" || strings.Trim(bare, "_") == "")
}

func underline(line string) bool {
	line = strings.TrimSpace(line)
	return len(line) >= 3 && (strings.Trim(line, "=") == "" || strings.Trim(line, "-") == "")
}

// hashes is the level of a heading, 0 for none.
func hashes(line string) int {
	n := len(line) - len(strings.TrimLeft(line, "#"))
	if n > 6 || n < len(line) && line[n] != ' ' {
		return 0
	}
	return n
}

// continues reports whether next goes on with the paragraph of line: neither it nor line ends it, and it is no
// heading, list item, quotation or rule.
func continues(line, next string) bool {
	next = strings.TrimRight(next, " ")
	trimmed := strings.TrimSpace(next)
	if trimmed == "" || strings.HasSuffix(line, "  ") || strings.HasSuffix(line, `\`) || hashes(trimmed) > 0 || item(trimmed) > 0 || ruled(trimmed) ||
		underline(trimmed) || strings.HasPrefix(trimmed, ">") || strings.HasPrefix(trimmed, "```") || strings.HasPrefix(trimmed, ":::") {
		return false
	}
	// Clippers write a paragraph as one line; what is wrapped is of some length.
	kind, _ := fieldAt(trimmed)
	return len(line) >= 50 && len(line) <= 120 && kind == fieldNone
}

// item is the length of the mark of a list item or a quotation, 0 for none.
func item(line string) int {
	switch {
	case strings.HasPrefix(line, "- "), strings.HasPrefix(line, "* "), strings.HasPrefix(line, "+ "), strings.HasPrefix(line, "> "):
		return 2
	case strings.HasPrefix(line, ">"):
		return 1
	}
	if n := len(line) - len(strings.TrimLeft(line, "0123456789")); n > 0 && n <= 3 && (strings.HasPrefix(line[n:], ". ") || strings.HasPrefix(line[n:], ") ")) {
		return n + 2
	}
	return 0
}

// wholeLink is the address of a text that is one link.
func wholeLink(s string) (url string, n int) {
	if !strings.HasPrefix(s, "[") {
		return "", 0
	}
	middle, end := link(s, 0)
	if end != len(s) {
		return "", 0
	}
	return webAddress(s[middle+2 : end-1])
}

// markup sets a piece of Markdown aside.
func (p *page) markup(line int, text string) {
	p.peeled = append(p.peeled, book.Receipt{First: line, Last: line, Reason: "markup", Text: text})
}

// heading adds a heading without its marks.
func (p *page) heading(line, level int, text string) {
	bare, marks := unmarked(strings.TrimSpace(text[level:]))
	if level > 0 {
		marks = append([]string{text[:level]}, marks...)
	}
	if tail := strings.TrimRight(bare, "# "); level > 0 && tail != bare {
		marks = append(marks, strings.TrimSpace(bare[len(tail):]))
		bare = tail
	}
	if len(marks) > 0 {
		p.markup(line, strings.Join(marks, " "))
	}
	if bare == "" {
		return
	}
	if url, n := wholeLink(strings.TrimSpace(text[level:])); n > 0 && p.title.Text == "" {
		p.keepAddress(url, fmt.Sprintf("link of the heading, line %d", line))
	}
	b := newBlock(line, line, bare)
	b.heading = true
	p.blocks = append(p.blocks, b)
	last := &p.blocks[len(p.blocks)-1]
	if strings.ContainsFunc(bare, forbidden) {
		return
	}
	if level <= 1 && p.title.Text == "" || p.title.Text == bare && folded(bare) != "" && last.role == undecided && !p.entitled() {
		basis := at("heading", last)
		if p.title.Text == bare {
			basis += "; " + p.title.Basis
		}
		p.title = book.Value{Text: bare, Basis: basis}
		last.role = headline
	}
}

// entitled reports whether a block is the title already.
func (p *page) entitled() bool { return p.entitledFrom(0) }

// entitledFrom reports whether block from or a later one is the title.
func (p *page) entitledFrom(from int) bool {
	return slices.ContainsFunc(p.blocks[from:], func(b block) bool { return b.role == headline })
}

// paragraph adds a paragraph without its marks.
func (p *page) paragraph(first, last int, text string) {
	var marks []string
	for n := item(text); n > 0; n = item(text) {
		marks = append(marks, strings.TrimSpace(text[:n]))
		text = strings.TrimSpace(text[n:])
	}
	bare, more := unmarked(text)
	if url, n := wholeLink(text); n > 0 && p.title.Text == "" && hostOf(bare) == hostOf(url) {
		p.keepAddress(url, fmt.Sprintf("link, line %d", first)) // a site's name that leads to the text
	}
	if marks = append(marks, more...); len(marks) > 0 {
		p.markup(first, strings.Join(marks, " "))
	}
	if bare == "" {
		return
	}
	p.blocks = append(p.blocks, newBlock(first, last, bare))
	if strings.HasPrefix(text, "![") { // what is said of a picture
		if _, end := link(text, 1); end > 0 && braced(text, end) == len(text) {
			p.blocks[len(p.blocks)-1].setAside("caption", 1)
		}
	}
}

// unmarked takes the marks of emphasis, code, links and pictures out of a line and lists them.
func unmarked(s string) (text string, marks []string) {
	if !strings.ContainsAny(s, "*_`[\\") {
		return s, nil
	}
	var b strings.Builder
	closes := map[int]int{} // where a link's words end, its address
	for i := 0; i < len(s); {
		if end, ok := closes[i]; ok {
			marks = append(marks, s[i:end])
			i = end
			continue
		}
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s) && strings.IndexByte("\\`*_{}[]()#+-.!>|", s[i+1]) >= 0:
			marks = append(marks, `\`)
			b.WriteByte(s[i+1])
			i += 2
		case c == '*' || c == '`' || c == '_' && (i == 0 || i+1 == len(s) || !wordByte(s[i-1]) || !wordByte(s[i+1])):
			n := len(s[i:]) - len(strings.TrimLeft(s[i:], string(c)))
			marks = append(marks, s[i:i+n])
			i += n
		case c == '[' || c == '!' && strings.HasPrefix(s[i+1:], "["):
			open := i
			if c == '!' {
				open++
			}
			middle, end := link(s, open)
			if end == 0 && c == '[' {
				middle, end = pictureLink(s, i)
			}
			if end == 0 {
				b.WriteByte(c)
				i++
				continue
			}
			marks = append(marks, s[i:open+1])
			closes[middle] = braced(s, end)
			i = open + 1
		default:
			b.WriteByte(c)
			i++
		}
	}
	return strings.TrimSpace(b.String()), marks
}

func wordByte(c byte) bool {
	return c >= 0x80 || c >= '0' && c <= '9' || (c|0x20) >= 'a' && (c|0x20) <= 'z'
}

// braced is where the list in braces ends that may follow a link: "{.logo width=640}".
func braced(s string, end int) int {
	const longest = 200
	if !strings.HasPrefix(s[end:], "{") {
		return end
	}
	if i := strings.IndexByte(beginning(s[end:], longest), '}'); i > 0 {
		return end + i + 1
	}
	return end
}

// pictureLink is link for a link whose words are a picture: "[![A ferry](a.jpg)](address)".
func pictureLink(s string, open int) (middle, end int) {
	const longest = 500
	if !strings.HasPrefix(s[open:], "[![") {
		return 0, 0
	}
	_, inner := link(s, open+2)
	if inner == 0 || !strings.HasPrefix(s[inner:], "](") {
		return 0, 0
	}
	i := strings.IndexByte(beginning(s[inner:], longest), ')')
	if i < 0 {
		return 0, 0
	}
	return inner, inner + i + 1
}

// link finds where the words of "[words](address)" end and where all of it does, 0 for no link. Long ones are none.
func link(s string, open int) (middle, end int) {
	const longest = 500
	near := beginning(s[open:], longest)
	i := strings.Index(near, "](")
	if i < 0 || strings.Contains(near[1:i], "[") {
		return 0, 0
	}
	tail := beginning(s[open+i:], 4*longest)
	j := strings.IndexByte(tail, ')')
	if j < 0 || strings.Contains(tail[:j], "\n") {
		return 0, 0
	}
	return open + i, open + i + j + 1
}
