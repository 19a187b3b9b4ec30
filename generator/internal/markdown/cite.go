package markdown

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// citation converts a group of citations. In a link, where none can stand, the author's words are kept.
func (c *conversion) citation(n *citation) {
	if c.linked {
		c.fail(c.reading.span(n.Pos(), n.stop), fault{"bad-citation", "a citation cannot stand in a link", "put it behind the link"})
		c.escape(n.written)
		return
	}
	n.converted, n.at = true, len(c.page.cites)
	for _, i := range n.quotations {
		c.facts.quotations[i], c.facts.besides[i] = n.at, len(n.parts)-1
	}
	if len(n.parts) == 1 && n.parts[0].Prefix == "" && n.parts[0].Suffix == "" {
		kind := holeCite
		if n.named {
			kind = holeNamed
		}
		c.cite(kind, &n.parts[0], n.written)
		return
	}
	from := len(c.out)
	c.escape(n.written)
	c.cut(holeCites, 0, from)
	for i := range n.parts {
		p := &n.parts[i]
		if i > 0 {
			c.put(between)
		}
		if p.Prefix != "" {
			c.escape(p.Prefix)
			c.put(" ")
		}
		c.cite(holeCite, p, p.written)
		if p.Suffix != "" {
			c.put(", ")
			c.escape(p.Suffix)
		}
	}
	c.hole(holeCitesEnd, 0)
}

// cite puts one citation.
func (c *conversion) cite(kind hole, p *part, written string) {
	n := len(c.page.cites)
	p.Anchor = c.anchor("c" + strconv.Itoa(n+1))
	p.Section = c.sectionTitle()
	c.page.cites = append(c.page.cites, p.Citation)
	from := len(c.out)
	c.escape(written)
	c.cut(kind, n, from)
}

// longestContext is how many characters of a statement are kept with its citation.
const longestContext = 160

// contexts gives each citation put since f began the statement it supports.
func (c *conversion) contexts(f *fragment) {
	f = c.preview(c.end(f))
	s := stripper{pieces: f.pieces}
	f.each(s.static, s.hole)
	text := strings.ReplaceAll(string(s.b), "\n", " ")
	for _, m := range s.marks {
		c.page.cites[m.cite].Context = shorten(statement(text, m.at), longestContext)
	}
}

// preview is a copy of a fragment of which the page is not finished.
func (c *conversion) preview(f *fragment) *fragment {
	pieces := slices.Clone(c.pieces[f.first:f.last])
	for i := range pieces {
		pieces[i].at -= f.lo
	}
	return &fragment{
		page: &page{html: string(c.out[f.lo:f.hi]), pieces: pieces, links: c.page.links, cites: c.page.cites},
		hi:   f.hi - f.lo, last: f.last - f.first,
	}
}

// reach is how many bytes around a citation its statement is looked for.
const reach = 1000

// statement is the sentence in which, or at the end of which, byte at of a text stands.
func statement(text string, at int) string {
	from, to := max(at-reach, 0), min(at+reach, len(text))
	for from > 0 && !utf8.RuneStart(text[from]) {
		from--
	}
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	text, at = text[from:to], at-from
	head := strings.TrimRightFunc(text[:at], unicode.IsSpace)
	if sentenceEnd(head) {
		return strings.TrimSpace(head[sentenceStart(head[:len(head)-1]):])
	}
	start, end := sentenceStart(head), len(text)
	for i := at; i < len(text); i++ {
		if text[i] == ' ' && sentenceEnd(text[:i]) && startsSentence(text[i+1:]) {
			end = i
			break
		}
	}
	return strings.TrimSpace(text[start:end])
}

// sentenceStart is where the last sentence of text begins.
func sentenceStart(text string) int {
	for i := len(text) - 1; i > 0; i-- {
		if text[i] == ' ' && startsSentence(text[i+1:]) && sentenceEnd(text[:i]) {
			return i + 1
		}
	}
	return 0
}

// sentenceEnd reports whether text ends like a sentence: a full stop that is not that of an abbreviation, and
// any quotation marks behind it.
func sentenceEnd(text string) bool {
	text = strings.TrimRight(text, `"'”’»“)`)
	last, size := utf8.DecodeLastRuneInString(text)
	switch last {
	case '!', '?', '…', '。':
		return true
	case '.':
		return !book.Abbreviates(text[:len(text)-size])
	}
	return false
}

func startsSentence(text string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, `"'“‘«„(`))
	return !unicode.IsLower(first)
}

// shorten cuts a text of more than most characters at a space.
func shorten(text string, most int) string {
	if len(text) <= most || utf8.RuneCountInString(text) <= most {
		return text
	}
	cut, whole := 0, false
	for i, r := range text {
		if cut++; cut == most {
			text, whole = text[:i], r == ' '
			break
		}
	}
	if i := strings.LastIndexByte(text, ' '); !whole && i > len(text)/2 {
		text = text[:i]
	}
	return strings.TrimRight(text, " ,;:") + "…"
}
