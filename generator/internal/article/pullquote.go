package article

import "strings"

// pullQuotes sets aside lines that a page prints large beside the paragraph they are taken from: their words stand in
// another paragraph, and hardly another line's do. A paragraph that holds several lines is a copy of them.
func (p *page) pullQuotes() {
	const lines, longest = 60, 300_000
	var paragraphs []quoted
	var candidates []int
	size := 0
	for i := range p.blocks {
		b := &p.blocks[i]
		if size += len(b.text); size > longest || len(candidates) == lines {
			break
		}
		if b.role != undecided {
			continue
		}
		if b.words >= 6 && b.words <= 45 && !b.heading {
			candidates = append(candidates, i)
		}
		if b.words > enough && b.words <= 250 && b.stop {
			paragraphs = append(paragraphs, quoted{block: b, text: quoteless(b.text)})
		}
	}
	for _, i := range candidates {
		b := &p.blocks[i]
		quote := strings.TrimRight(quoteless(b.text), ".,!?…-–— ")
		for k := range paragraphs {
			if q := &paragraphs[k]; q.block != b && q.block.words >= b.words+4 && strings.Contains(q.text, quote) {
				q.lines = append(q.lines, b)
				break
			}
		}
	}
	for _, q := range paragraphs {
		if len(q.lines) == 1 && q.block.role == undecided {
			q.lines[0].drop("pull_quote")
		}
	}
}

// quoted is a paragraph and the lines that repeat a part of it.
type quoted struct {
	block *block
	text  string
	lines []*block
}

// quoteless is a text without quotation marks around it and within, its blanks single.
func quoteless(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune("\"“”„«»‹›", r) {
			return -1
		}
		return r
	}, plain(s))
	return strings.Join(strings.Fields(s), " ")
}
