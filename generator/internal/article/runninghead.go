package article

import (
	"strings"
	"unicode"
)

// runningHeads sets aside what a printed page carries beside its number: the line that every page repeats.
func (p *page) runningHeads() {
	seen := map[string][]*block{}
	for i := range p.blocks {
		if b := &p.blocks[i]; b.role != gone || b.reason != "page_number" {
			continue
		}
		for _, j := range [...]int{i - 1, i + 1} {
			if j < 0 || j >= len(p.blocks) {
				continue
			}
			if b := &p.blocks[j]; b.role == undecided && !b.stop && b.words > 0 && b.words <= 14 {
				key := undigited(b.text)
				seen[key] = append(seen[key], b)
			}
		}
	}
	if len(seen) == 0 {
		return
	}
	first := undigited(p.blocks[0].text)
	for key, list := range seen {
		if len(list) < 2 && (key == "" || !strings.HasPrefix(first, key)) {
			continue
		}
		for _, b := range list {
			if b != &p.blocks[0] {
				b.drop("running_head")
			}
		}
	}
}

// undigited is a line as it is known again on other pages.
func undigited(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || unicode.IsPunct(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, beginning(s, 200))), " ")
}
