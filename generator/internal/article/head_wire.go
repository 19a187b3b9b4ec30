package article

import (
	"strings"

	"briefbook/generator/internal/book"
)

// wireMarks takes the signs off the lines that agencies send above a text: "^Ferry strike ends<", "^By MARA LINDQVIST=",
// "Ferry strike ends =". One sign counts where it can be nothing else, or where other lines have it.
func (p *page) wireMarks() {
	const above = 15
	list, seen := p.blocks[:min(len(p.blocks), above)], 0
	for i := range list {
		if start, end := wireSigns(list[i].text); start > 0 && end > 0 {
			seen++
		}
	}
	for i := range list {
		b := &list[i]
		if rest, ok := strings.CutPrefix(b.text, "+ "); ok && b.role == undecided && b.words >= least && !b.stop && !p.page {
			p.peel(b, len(b.text)-len(rest), "markup") // an article for subscribers
		}
		start, end := wireSigns(b.text)
		if b.role != undecided || start+end == 0 || seen == 0 && (start > 0 || b.words < least || !strings.HasSuffix(b.text, " =")) || p.page {
			continue
		}
		signs := b.text[:start] + b.text[len(b.text)-end:]
		p.peeled = append(p.peeled, book.Receipt{First: b.first, Last: b.last, Reason: "markup", Text: signs})
		b.become(strings.TrimSpace(b.text[start : len(b.text)-end]))
	}
}

// wireSigns is how many bytes at the start and at the end of a line are an agency's signs.
func wireSigns(s string) (start, end int) {
	if len(s) < 4 {
		return 0, 0
	}
	if s[0] == '^' {
		start = 1
	}
	if last := s[len(s)-1]; last == '=' || last == '<' && !strings.Contains(s, ">") {
		end = 1
	}
	return start, end
}
