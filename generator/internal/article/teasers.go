package article

import (
	"strings"

	"briefbook/generator/internal/book"
)

// teasers sets aside what a front page, a topic page or a list of results says of its articles: sentences that break off
// with an ellipsis, or a single short sentence under each of many titles. No two of them stand together, as the
// paragraphs of an article do, and nothing above them says who wrote them, or when.
func (p *page) teasers() {
	const several, short = 3, 38
	var list []*block
	cut, lone := 0, 0
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.role == body {
			return
		}
		if b.role == headline && brokenOff(b.text) {
			list, cut = append(list, b), cut+1
		}
		if b.role != undecided || b.words < 6 || !b.stop || question(b) {
			continue
		}
		list = append(list, b)
		switch {
		case brokenOff(b.text):
			cut++
		case b.words > short || sentencesOf(b.text) > 2:
			return
		case p.underTitle(i):
			lone++
		}
	}
	n, days := len(list), p.differentDays()
	broken := cut >= several && 3*cut >= 2*n
	single := cut+lone == n && len(p.bylines)+len(p.agencies) == 0 && (n >= several+2 && days == 0 || n >= several && days >= several)
	if !broken && !single {
		return
	}
	for _, b := range list {
		if b.role == headline {
			p.title = book.Value{}
		}
		b.drop("teaser")
	}
}

// differentDays counts the days that lines of the text give for its publication.
func (p *page) differentDays() int {
	seen := map[string]bool{}
	for _, f := range p.dates {
		seen[f.value] = true
	}
	return len(seen)
}

// brokenOff reports a text that ends in an ellipsis.
func brokenOff(s string) bool {
	s = strings.TrimRight(s, " ]")
	return strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…")
}

func sentencesOf(s string) int {
	return 1 + strings.Count(s, ". ") + strings.Count(s, "! ") + strings.Count(s, "? ")
}

// underTitle reports whether block i stands under a line that may be a title, and no paragraph follows.
func (p *page) underTitle(i int) bool {
	if i == 0 {
		return false
	}
	j := i - 1
	for j > 0 && p.blocks[j].role == gone && (heads(p.blocks[j].reason) || p.blocks[j].reason == "age_line") {
		j--
	}
	above := &p.blocks[j]
	if above.role != undecided && above.role != headline && above.reason != "kicker" || above.stop && !question(above) || above.words < least {
		return false
	}
	return i+1 == len(p.blocks) || !p.blocks[i+1].sentence()
}
