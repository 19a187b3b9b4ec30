package generator

import (
	"context"
	"encoding/binary"
	"io"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/coverage"
	"briefbook/generator/internal/memo"
)

// Coverage writes what the statements of the book rest on, as [Options] cut it: for people, or as one JSON object a
// line. It writes no book and reports no diagnostics; those are for [Generator.Check].
func (g *Generator) Coverage(ctx context.Context, w io.Writer, asJSON bool) error {
	if err := g.settle(ctx, nil); err != nil {
		return err
	}
	found := library{g.steps, g.store.Outside()}.Coverage()
	if asJSON {
		return coverage.WriteJSON(w, found)
	}
	return coverage.Write(w, found)
}

// Coverage implements [book.Library]. What it gives is shared by all who ask.
func (l library) Coverage() *book.Coverage {
	return memo.Get(l.r, l.s.coverageKey(), l.s.coverage).Coverage
}

// covered is the coverage of the book.
type covered struct {
	*book.Coverage
	sum memo.Sum
}

func (c covered) Sum() memo.Sum { return c.sum }

func (s *steps) coverageKey() memo.Key { return memo.Key{Kind: kindCoverage} }

// coverage asks every page what it cites and every source where it comes from. The captured texts are asked for only
// where two sources that are cited together might be copies.
func (s *steps) coverage(r *memo.Run) covered {
	byID := memo.Get(r, s.treeKey(), s.tree).byID
	var pages []coverage.Page
	var sources []coverage.Source
	order := memo.Get(r, s.outlineKey(), s.outline)
	order.All(func(h book.Head) bool {
		f := byID[h.ID]
		key, read := s.readKey(f), s.read(f)
		p := coverage.Page{Head: h, Text: memo.Part(r, key, read, factsPart, (*page).Text)}
		if h.Kind == book.Article || h.Kind.IsEntry() {
			m := memo.Part(r, key, read, metaPart, (*page).Meta)
			if m.Entry != nil {
				for _, role := range m.Entry.Roles {
					p.Uses = append(p.Uses, role.Source)
				}
			}
			if c := m.Card; c != nil {
				sources = append(sources, coverage.Source{Head: h, Publisher: c.Publisher, Agency: c.Agency, Fingerprints: c.Fingerprints,
					Paragraphs: resolver{s, r}.Paragraphs(h.ID)})
			}
		}
		pages = append(pages, p)
		return true
	})
	found := coverage.Of(pages, sources, coverage.Copies(func(id book.ID) []string {
		if c := s.original(r, id); c.Original != nil {
			return c.Paragraphs
		}
		return nil
	}))
	heads := order.Sum()
	return covered{found, memo.SumOf(append(coverageBytes(found), heads[:]...))}
}

// coverageBytes are equal for coverages that are equal but for the heads of their pages.
func coverageBytes(c *book.Coverage) []byte {
	var b []byte
	text := func(list ...string) {
		for _, s := range list {
			b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
		}
	}
	number := func(n int) { b = binary.AppendVarint(b, int64(n)) }
	number(len(c.Statements))
	for i := range c.Statements {
		s := &c.Statements[i]
		text(string(s.On.ID), s.Anchor, s.Section, s.Plain)
		number(s.Independent)
		for _, list := range [][]book.ID{s.Sources, s.Fallen} {
			number(len(list))
			for _, id := range list {
				text(string(id))
			}
		}
	}
	for _, heads := range [][]book.Head{c.Unused, c.Bare} {
		number(len(heads))
		for i := range heads {
			text(string(heads[i].ID))
		}
	}
	for _, g := range c.Uncited {
		text(string(g.Source.ID), book.Paragraphs(g.Paras))
		number(g.Of)
	}
	return b
}

// Text is what the page says.
func (p *page) Text() *book.Text { return p.text }
