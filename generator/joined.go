package generator

import (
	"slices"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/memo"
	"briefbook/generator/internal/outline"
)

// Chronology implements [book.Library].
func (l library) Chronology() []book.Joined {
	list := slices.Clone(memo.Part(l.r, l.s.refsKey(), l.s.refs, outline.JoinedPart{}, (*outline.Refs).Chronology))
	on := func(d *book.Dated) *book.Head { return &d.On }
	for i := range list {
		j := &list[i]
		j.On, _ = l.Head(j.On.ID)
		j.Also, j.Plans = headed(l, j.Also, on), headed(l, j.Plans, on)
	}
	return list
}

// DifferAt implements [book.Library].
func (l library) DifferAt(source book.ID) []book.Said {
	part := outline.DifferPart(source)
	list := memo.Part(l.r, l.s.refsKey(), l.s.refs, part, func(r *outline.Refs) []book.Said { return r.DifferAt(source) })
	return headed(l, list, func(a *book.Said) *book.Head { return &a.On })
}
