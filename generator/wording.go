package generator

import (
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/intake"
	"briefbook/generator/internal/lint"
	"briefbook/generator/internal/memo"
)

// wording reports what takes the whole book to tell of one page's words: acronyms that no entry explains.
func (s *steps) wording(r *memo.Run, f intake.File, p *page) {
	r.Report(p.facts.Unexplained(s.source(r, f), func(acronym string) bool {
		return memo.Part(r, s.gazetteerKey(), s.gazetteer, acronymPart(acronym), func(g gazetteer) bool { return g.acronyms[acronym] })
	})...)
}

// headings reports people who have two entries.
func (s *steps) headings(r *memo.Run) {
	byID := memo.Get(r, s.treeKey(), s.tree).byID
	var people []lint.Person
	s.order(r).All(func(h book.Head) bool {
		if h.Kind != book.Person {
			return true
		}
		f := byID[h.ID]
		p := memo.Get(r, s.readKey(f), s.read(f))
		people = append(people, lint.Person{Meta: p.meta, Facts: p.facts, Source: s.source(r, f)})
		return true
	})
	r.Report(lint.Headings(people)...)
}

// source reads a page's file again, for a place in it.
func (s *steps) source(r *memo.Run, f intake.File) func() *diag.Source {
	return func() *diag.Source {
		data, _ := r.ReadFile(f.Path)
		return diag.NewSource(f.Path, strings.ToValidUTF8(string(data), "\uFFFD"))
	}
}
