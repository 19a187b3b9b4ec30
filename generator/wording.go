package generator

import (
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/intake"
	"briefbook/generator/internal/lint"
	"briefbook/generator/internal/memo"
	"briefbook/generator/internal/names"
)

// wording reports what takes the whole book to tell of one page's words: acronyms that no entry explains; and names of
// an entry that are not looked for.
func (s *steps) wording(r *memo.Run, f intake.File, p *page) {
	if p.meta.Entry != nil {
		ordinary(r, "name", p.meta, p.meta.Title)
		ordinary(r, "variants", p.meta, p.meta.Entry.Variants...)
	}
	r.Report(p.facts.Unexplained(s.source(r, f), func(acronym string) bool {
		return memo.Part(r, s.gazetteerKey(), s.gazetteer, acronymPart(acronym), func(g gazetteer) bool { return g.acronyms[acronym] })
	})...)
}

// ordinary reports the names under a key that nearly every text would have.
func ordinary(r *memo.Run, key string, m *book.Meta, list ...string) {
	for _, name := range list {
		if strings.TrimSpace(name) != "" && names.Ordinary(name) {
			r.Report(diag.Warnf(m.At(key), "ordinary-name", "%q is not looked for: nearly every text has it", name).
				WithHint("give a longer name, as in \"X (company)\", or leave it out; an abbreviation is written in capitals"))
		}
	}
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
