package generator

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"briefbook/generator/internal/accession"
	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/intake"
	"briefbook/generator/internal/memo"
)

// Quote is a quotation and what came of checking it.
type Quote struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Article   string `json:"article"`
	Paragraph string `json:"paragraph"` // as cited: "6", "2–3"; "" when the whole article is
	Quote     string `json:"quote"`
	Verdict   string `json:"verdict"`  // "not_verified" when it could not be checked here
	Nearest   string `json:"nearest"`  // of one that is not found: the passage that comes nearest, with its paragraph
	FoundIn   string `json:"found_in"` // where the words stand: "reuters-2021-07-29 ¶6"
}

// Quotes lists all quotations of the book in reading order. Call it after Check.
func (g *Generator) Quotes(ctx context.Context) ([]Quote, error) {
	r, s := g.store.Outside(), g.steps
	all := memo.Get(r, s.quotedKey(), s.quoted).all
	list := make([]Quote, 0, len(all))
	for i := range all {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		c := &all[i]
		at := diag.Infof(c.At, "", "")
		q := Quote{
			File: at.File, Line: at.Line, Article: string(c.Cite.Source), Paragraph: book.Paragraphs(c.Cite.Paras),
			Quote: c.Words, Verdict: string(c.Verdict),
		}
		switch source := s.folded(r, c.Cite.Source); {
		case c.Verdict == "":
			q.Verdict = "not_verified"
		case c.Found != "":
			_, where := s.elsewhere(r, c)
			q.FoundIn = foundIn(c.Found, where)
		case c.Verdict == book.NotFound && source.Source != nil:
			if n, ok := source.Nearest(c.Words); ok {
				q.Nearest = n.String()
			}
		case len(c.Where) > 0:
			q.FoundIn = foundIn(c.Cite.Source, c.Where)
		}
		list = append(list, q)
	}
	return list, nil
}

func foundIn(id book.ID, where []book.Passage) string {
	return string(id) + " ¶" + book.Paragraphs(book.ParagraphsOf(where))
}

// Locked says what was done to quotes.lock.
type Locked struct {
	File    string
	Entries int
	Changed bool
}

// Lock writes quotes.lock anew from the quotations of the book, checked against the originals at hand. A quotation
// that was verified before as it is now keeps its day; entries that no quotation needs any more go. Those of drafts are
// there, too, so that the file is the same whichever edition is checked. day is today, ISO 8601. Call it after Check.
func (g *Generator) Lock(day string) (Locked, error) {
	r, s := g.store.Outside(), g.steps
	if _, err := r.ReadFile(lockFile); err != nil && !errors.Is(err, fs.ErrNotExist) { // what it holds would be lost
		return Locked{}, fmt.Errorf("read quotes.lock: %w", cause(err))
	}
	next := memo.Get(r, s.lockKey(), s.lock).Updated(g.withDrafts(), day)
	name := filepath.Join(g.o.Content, "quotes.lock")
	changed, err := accession.Replace(name, []byte(next.String()))
	if err != nil {
		return Locked{}, err
	}
	return Locked{File: name, Entries: len(next.Entries()), Changed: changed}, nil
}

// withDrafts are the quotations of all pages.
func (g *Generator) withDrafts() []book.Checked {
	r, s := g.store.Outside(), g.steps
	draft := func(f intake.File) bool { return s.meta(r, f).Draft }
	if s.edition != book.Internal && slices.ContainsFunc(memo.Get(r, s.treeKey(), s.tree).Files, draft) {
		s = &steps{edition: book.Internal, parser: s.parser}
		store := memo.New(g.disk, lazy)
		memo.Ask(store, s.outlineKey(), s.outline)
		r = store.Outside()
	}
	return memo.Get(r, s.quotedKey(), s.quoted).all
}
