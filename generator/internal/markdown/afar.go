package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// A citation supports what is quoted in its sentence, also where words of the writer's stand between: "words", she
// said, and "more words" [@id ¶2]. What is shorter than fewestAfar words may be a title, or a word held with tongs.

const (
	fewestAfar = 5  // words of a quotation that is not directly before its citation
	mostOpen   = 16 // quotation marks that are open at once
	mostAfar   = 64 // quotations before one citation
)

// afar finds the quotations of a sentence.
type afar struct {
	source []byte
	open   []spot
	found  [][2]spot
	ended  bool // the line before ends like a sentence
}

// wrapAfar finds the quotations among the children of n of which words of the same sentence stand before the citation.
func wrapAfar(n ast.Node, source []byte) {
	a := afar{source: source}
	for i := n.FirstChild(); i != nil; i = i.NextSibling() {
		switch i := i.(type) {
		case *citation:
			a.attach(n, i)
		case *ast.Text:
			a.text(i)
		case *ast.Emphasis, *ast.Link:
			a.turn()
			a.whole(i)
		case *quoted: // it has its citation
		default:
			a.turn()
		}
	}
}

// attach gives the citation what was found before it, the last first: cutting a text leaves what is before as it is.
func (a *afar) attach(parent ast.Node, cite *citation) {
	for k := len(a.found) - 1; k >= 0 && !cite.block; k-- {
		start, end := a.found[k][0], a.found[k][1]
		if e := start.text.Parent(); e != parent {
			q := &quoted{cite: cite, start: start.at, stop: end.at + end.size}
			q.SetPos(start.at)
			parent.InsertBefore(parent, e, q)
			parent.RemoveChild(parent, e)
			q.AppendChild(q, e)
			cite.words = q
			continue
		}
		wrapQuotation(parent, cite, start, end)
	}
	a.found, a.open, a.ended = a.found[:0], a.open[:0], false
}

// turn begins the next sentence when the line before has ended one.
func (a *afar) turn() {
	if a.ended && len(a.open) == 0 {
		a.found = a.found[:0]
	}
	a.ended = false
}

func (a *afar) text(t *ast.Text) {
	value := string(t.Segment.Value(a.source))
	if a.ended && startsSentence(value) {
		a.turn()
	}
	a.ended = false
	before := outside(t.PreviousSibling(), false)
	for i, r := range value {
		switch {
		case r == ' ' && len(a.open) == 0 && len(a.found) > 0 && sentenceEnd(value[:i]) && i+1 < len(value) && startsSentence(value[i+1:]):
			a.found = a.found[:0]
		case marks(r):
			size := utf8.RuneLen(r)
			after, _ := utf8.DecodeRuneInString(value[i+size:])
			if i+size == len(value) {
				after = outside(t.NextSibling(), t.SoftLineBreak() || t.HardLineBreak())
			}
			a.mark(spot{t, t.Segment.Start + i, size, r}, before, after)
		}
		before = r
	}
	a.ended = t.SoftLineBreak() && sentenceEnd(strings.TrimRight(value, " "))
}

// outside stands for what is beside a text: a blank, or a letter where a link or the like goes on.
func outside(sibling ast.Node, broken bool) rune {
	if _, text := sibling.(*ast.Text); sibling == nil || text || broken {
		return ' '
	}
	return 'x'
}

// mark takes a quotation mark between two characters.
func (a *afar) mark(s spot, before, after rune) {
	opens := (unicode.IsSpace(before) || strings.ContainsRune("([{-–—/“‘„«'\"", before)) && !unicode.IsSpace(after) && !strings.ContainsRune(".,;:!?)]", after)
	if s.mark != '"' || !opens {
		for k := len(a.open) - 1; k >= 0; k-- {
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
	for n := len(a.found); n > 0 && a.found[n-1][0].at > start.at; n-- {
		a.found = a.found[:n-1]
	}
	if len(a.found) < mostAfar {
		a.found = append(a.found, [2]spot{start, end})
	}
}

// long reports whether there are words enough between two marks, and not too many.
func (a *afar) long(start, end spot) bool {
	if end.at-start.at > longestQuotation {
		return false
	}
	return len(strings.Fields(string(a.source[start.at+start.size:end.at]))) >= fewestAfar
}

// whole takes words that are emphasised or a link: a quotation when the marks stand within, at both ends.
func (a *afar) whole(n ast.Node) {
	first, _ := n.FirstChild().(*ast.Text)
	last, _ := n.LastChild().(*ast.Text)
	if first == nil || last == nil || len(a.open) > 0 {
		return
	}
	from, n1 := utf8.DecodeRune(first.Segment.Value(a.source))
	to, n2 := utf8.DecodeLastRune(last.Segment.Value(a.source))
	start, end := spot{first, first.Segment.Start, n1, from}, spot{last, last.Segment.Stop - n2, n2, to}
	if start.at < end.at && marks(from) && strings.ContainsRune(closers(from), to) && a.long(start, end) && len(a.found) < mostAfar {
		a.found = append(a.found, [2]spot{start, end})
	}
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
