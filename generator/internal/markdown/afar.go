package markdown

import (
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// A citation supports what is quoted in its sentence, also where words of the writer's stand between: "words", she
// said, and "more words" [@id ¶2]; or where it comes first: @id [¶2] has "words". So does one with which a footnote
// begins that is called in the sentence. What is shorter than fewestAfar words may be a title, or a word held with tongs.

const (
	fewestAfar = 5  // words of a quotation that is not directly before its citation
	mostOpen   = 16 // quotation marks that are open at once
	mostAfar   = 64 // quotations before one citation
	oneWord    = 60 // bytes that are enough to tell the end of a sentence, or the start of one
)

// pair is the marks of a quotation, or its element, with the citation that supports it.
type pair struct {
	start, end spot
	element    *quoted   // a <q>
	link       *ast.Link // that is quoted as a whole
	cite       *citation
	beside     bool
}

// from and to are where it begins and ends in the source.
func (p *pair) from() int {
	if p.element != nil {
		return p.element.start
	}
	return p.start.at
}

func (p *pair) to() int {
	if p.element != nil {
		return p.element.stop
	}
	return p.end.at + p.end.size
}

// afar finds the quotations of a sentence.
type afar struct {
	*conversion
	open    []spot
	base    int // marks that were open before the emphasis in work
	singles []single
	found   []pair
	done    []pair
	ended   bool      // the line before ends like a sentence
	idle    *citation // of this sentence; nothing stands before it that it supports
	beyond  *citation // supports what no other does
}

// wrapAfar finds the quotations among the children of n that do not stand directly before a citation.
func (c *conversion) wrapAfar(n ast.Node) {
	a := afar{conversion: c}
	if c.depth == 0 {
		a.beyond = c.beyond
	}
	for i := n.FirstChild(); i != nil; i = i.NextSibling() {
		a.node(i)
	}
	a.sentence()
	slices.SortStableFunc(a.done, func(p, q pair) int { return q.from() - p.from() })
	for _, p := range a.done { // the last first: cutting a text leaves what is before as it is
		if p.element != nil {
			p.element.cite, p.element.beside = p.cite, p.beside
			continue
		}
		wrapQuotation(p)
	}
}

func (a *afar) node(n ast.Node) {
	switch n := n.(type) {
	case *citation:
		a.citation(n)
	case *ast.Text:
		a.text(n)
	case *ast.Link:
		a.turn()
		a.whole(n)
	case *ast.Emphasis:
		a.base = len(a.open)
		within := ast.Node(n)
		for within.ChildCount() == 1 && within.FirstChild().Kind() == ast.KindEmphasis {
			within = within.FirstChild()
		}
		for t := within.FirstChild(); t != nil; t = t.NextSibling() {
			if t, ok := t.(*ast.Text); ok {
				a.text(t)
			}
		}
		a.open, a.base = a.open[:a.base], 0
	case *quoted:
		if n.cite == nil && len(a.found) < mostAfar && len(strings.Fields(a.words(n))) >= fewestAfar {
			a.found = append(a.found, pair{element: n})
		}
	case *east.FootnoteLink:
		if cite := a.citedIn(n); cite != nil {
			a.support(cite, true)
		}
	default:
		a.turn()
	}
}

// citation takes a citation.
func (a *afar) citation(cite *citation) {
	before, _ := cite.PreviousSibling().(*ast.Text)
	closed := before != nil && sentenceEnd(strings.TrimSpace(string(before.Segment.Value(a.source))))
	a.idle = nil
	if !cite.block {
		n := len(a.done)
		a.support(cite, cite.words != nil)
		if len(a.done) == n && cite.words == nil && !closed {
			a.idle = cite
		}
	}
	a.found, a.singles, a.open, a.ended = a.found[:0], a.singles[:0], a.open[:0], false
}

// support gives a citation what was found. The seal of the last quotation stands behind the citation that follows it,
// unless that is elsewhere, or has one.
func (a *afar) support(cite *citation, beside bool) {
	a.pairSingles()
	for i, p := range a.found {
		p.cite, p.beside = cite, beside || i < len(a.found)-1
		a.done = append(a.done, p)
	}
	a.found, a.singles = a.found[:0], a.singles[:0]
}

// sentence ends a sentence: what no citation follows is supported by the one before it, or by one beyond the line.
func (a *afar) sentence() {
	if a.idle == nil {
		a.idle = a.beyond
	}
	if a.idle != nil {
		a.support(a.idle, true)
	}
	a.found, a.singles, a.idle = a.found[:0], a.singles[:0], nil
}

// turn begins the next sentence when the line before has ended one.
func (a *afar) turn() {
	if a.ended && len(a.open) == 0 {
		a.sentence()
	}
	a.ended = false
}

func (a *afar) text(t *ast.Text) {
	value := t.Segment.Value(a.source)
	if a.ended && startsSentence(string(value[:min(len(value), oneWord)])) {
		a.turn()
	}
	a.ended = false
	before := outside(t.PreviousSibling(), false)
	for i := 0; i < len(value); {
		r, size := glyph(value[i:])
		next := i + size
		switch {
		case r == ' ' && a.waits() && next < len(value) && sentenceEnd(lastOf(value[:i])) && startsSentence(string(value[next:min(len(value), next+oneWord)])):
			a.sentence()
		case marks(r), singleMark(r):
			after := outside(t.NextSibling(), t.SoftLineBreak() || t.HardLineBreak())
			if next < len(value) {
				after, _ = glyph(value[next:])
			}
			a.mark(spot{t, t.Segment.Start + i, size, r}, before, after)
		}
		before, i = r, next
	}
	a.ended = t.SoftLineBreak() && sentenceEnd(strings.TrimRight(lastOf(value), " "))
}

// waits reports whether anything hangs on the end of the sentence.
func (a *afar) waits() bool {
	return len(a.open) == 0 && (len(a.found) > 0 || len(a.singles) > 0 || a.idle != nil)
}

// lastOf is as much of the end of a text as tells whether a sentence ends there.
func lastOf(value []byte) string { return string(value[max(0, len(value)-oneWord):]) }

// outside stands for what is beside a text: a blank, or a letter where a link or the like goes on.
func outside(sibling ast.Node, broken bool) rune {
	if _, text := sibling.(*ast.Text); sibling == nil || text || broken {
		return ' '
	}
	return 'x'
}

// mark takes a quotation mark between two characters.
func (a *afar) mark(s spot, before, after rune) {
	if singleMark(s.mark) {
		a.singles = append(a.singles, single{s, before, after})
		return
	}
	opens := (unicode.IsSpace(before) || strings.ContainsRune("([{-–—/“‘„«'\"", before)) && !unicode.IsSpace(after) && !strings.ContainsRune(".,;:!?)]", after)
	if s.mark != '"' || !opens {
		for k := len(a.open) - 1; k >= a.base; k-- {
			if !strings.ContainsRune(closers(a.open[k].mark), s.mark) {
				continue
			}
			a.close(k, s)
			return
		}
	}
	if (opens || strings.ContainsRune("“„«「『", s.mark)) && len(a.open) < mostOpen && closers(s.mark) != "" {
		a.open = append(a.open, s)
	}
}

// close takes the quotation that begins with open mark k. Those within it are a part of it; of one that is never closed
// they are quotations of their own.
func (a *afar) close(k int, end spot) {
	start := a.open[k]
	a.open = a.open[:k]
	if !a.long(start, end) {
		return
	}
	for n := len(a.found); n > 0 && a.found[n-1].from() > start.at; n-- {
		a.found = a.found[:n-1]
	}
	if len(a.found) < mostAfar {
		a.found = append(a.found, pair{start: start, end: end})
	}
}

// whole takes a link of which the words are a quotation, marks included: no citation can stand in it.
func (a *afar) whole(n *ast.Link) {
	first, _ := n.FirstChild().(*ast.Text)
	last, _ := n.LastChild().(*ast.Text)
	if first == nil || last == nil || len(a.open) > 0 || len(a.found) >= mostAfar {
		return
	}
	from, n1 := glyph(first.Segment.Value(a.source))
	to, n2 := lastGlyph(last.Segment.Value(a.source))
	start, end := spot{first, first.Segment.Start, n1, from}, spot{last, last.Segment.Stop - n2, n2, to}
	if start.at < end.at && marks(from) && strings.ContainsRune(closers(from), to) && a.long(start, end) {
		a.found = append(a.found, pair{start: start, end: end, link: n})
	}
}

// long reports whether there are words enough between two marks, and not too many.
func (a *afar) long(start, end spot) bool {
	if end.at-start.at > longestQuotation {
		return false
	}
	return len(strings.Fields(string(resolve(a.source[start.at+start.size:end.at])))) >= fewestAfar
}

func marks(r rune) bool { return r == '"' || r > 0x7f && closers(r) != "" || r == '」' || r == '』' }

// closers gives the marks that close what a double mark opens.
func closers(r rune) string {
	switch r {
	case '"', '＂':
		return string(r)
	case '“', '”':
		return "”"
	case '„':
		return "“”"
	case '«':
		return "»"
	case '»':
		return "«"
	case '「':
		return "」"
	case '『':
		return "』"
	}
	return ""
}
