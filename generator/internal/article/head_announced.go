package article

import "strings"

// announcedNames reads an author whose name stands on the line below the word for it: "Written by", "Mara Lindqvist".
func (p *page) announcedNames() {
	first, last := p.span()
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.role != undecided || b.words > 2 || i+1 == len(p.blocks) || i > first && i < last || !announcement(b.text) {
			continue
		}
		next := &p.blocks[i+1]
		if next.role != undecided {
			continue
		}
		c := readCredit(next.text)
		if len(c.names) == 0 || c.strangers > 0 || next.words > 12 {
			continue
		}
		p.keepCredit(credit{by: true, names: c.names, agencies: c.agencies}, next)
		b.drop("byline")
		next.drop("byline")
	}
}

func announcement(s string) bool {
	switch strings.ToLower(strings.Trim(s, " :|-–—")) {
	case "by", "written by", "author", "authors", "von", "autor", "autorin", "reported by", "words by", "story by", "text", "par", "por", "글", "기자":
		return true
	}
	return false
}
