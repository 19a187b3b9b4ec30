package article

import (
	"slices"

	"briefbook/generator/internal/book"
)

// Lines is what a person decided about a captured text: lines that are the article's, and lines that are not.
// They stand in a file beside the text, named like it with ".lines" at the end:
//
//	sha256: 2d62…
//	keep: 6-8, 12
//	drop: 40-55
//
// They hold for the text with that SHA-256 only. Numbers count lines of the text from 1; keep wins over drop.
type Lines struct {
	SHA256     string // hex, of the raw text
	Keep, Drop []book.Range
}

// of gives the lines if they are meant for the text with this SHA-256.
func (l Lines) of(sum string) Lines {
	if l.SHA256 != sum {
		return Lines{}
	}
	return l
}

// override does what a person decided.
func (p *page) override() {
	if len(p.over.Keep)+len(p.over.Drop) == 0 {
		return
	}
	for i := range p.blocks {
		b := &p.blocks[i]
		switch {
		case within(p.over.Keep, b):
			b.role = body
		case within(p.over.Drop, b):
			b.drop("override")
		}
	}
}

func within(list []book.Range, b *block) bool {
	return slices.ContainsFunc(list, func(r book.Range) bool { return b.first >= r.First && b.last <= r.Last })
}
