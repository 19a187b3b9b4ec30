package generator

import (
	"cmp"
	"slices"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/intake"
	"briefbook/generator/internal/memo"
	"briefbook/generator/internal/outline"
)

func (s *steps) outlineKey() memo.Key { return memo.Key{Kind: kindOutline} }

// outline arranges the book from everybody's front matter.
func (s *steps) outline(r *memo.Run) *outline.Outline {
	files := memo.Get(r, s.treeKey(), s.tree).Files
	metas := make([]*book.Meta, len(files))
	for i, f := range files {
		metas[i] = memo.Part(r, s.readKey(f), s.read(f), metaPart, (*page).Meta)
	}
	o, diags := outline.Arrange(metas, memo.Get(r, s.infoKey(), s.info).Info, s.edition)
	r.Report(diags...)
	return o
}

// order is the outline for one who needs only to know which pages there are in which order.
func (s *steps) order(r *memo.Run) *outline.Outline {
	whole := func(o *outline.Outline) *outline.Outline { return o }
	return memo.Part(r, s.outlineKey(), s.outline, outline.OrderPart{}, whole)
}

func (s *steps) head(r *memo.Run, id book.ID) (book.Head, bool) {
	h := memo.Part(r, s.outlineKey(), s.outline, outline.HeadPart(id), func(o *outline.Outline) book.Head {
		h, _ := o.Head(id)
		return h
	})
	return h, h.Kind != book.None
}

func (s *steps) refsKey() memo.Key { return memo.Key{Kind: kindRefs} }

// refs makes the cross-reference tables from what every page states.
func (s *steps) refs(r *memo.Run) *outline.Refs {
	byID := memo.Get(r, s.treeKey(), s.tree).byID
	var facts []outline.Facts
	s.order(r).All(func(h book.Head) bool {
		f := byID[h.ID]
		facts = append(facts, memo.Part(r, s.readKey(f), s.read(f), factsPart, func(p *page) outline.Facts {
			return outline.Facts{ID: h.ID, Kind: h.Kind, Text: p.text, Sum: p.factsSum}
		}))
		return true
	})
	return outline.Gather(facts)
}

// rights is what the card, else the book, allows; an expired or unlicensed "full" is a digest.
func rights(c *book.Card, in book.Info) string {
	r := cmp.Or(c.Rights, in.Rights)
	if r == "full" && (c.Unclear || !licensed(c.Licence) || expired(c, in)) {
		return "digest"
	}
	return r
}

// expired reports whether the licence of a source has run out, as far as the book knows the day: one that does not say
// as of when it is cannot tell.
func expired(c *book.Card, in book.Info) bool {
	return !c.Expires.IsZero() && (in.AsOf.IsZero() || c.Expires.Last().Compare(in.AsOf.Last()) < 0)
}

// licensed reports whether a licence lets a text be published whole.
func licensed(licence string) bool {
	return licence != "" && licence != "in-copyright" && licence != "unknown"
}

func (s *steps) checkKey(f intake.File) memo.Key { return memo.Key{Kind: kindCheck, Name: f.Path} }

// done is the value of a step that only reports.
type done struct{}

func (done) Sum() memo.Sum { return memo.Sum{1} }

// check compares what one page refers to with what there is.
func (s *steps) check(f intake.File) func(*memo.Run) done {
	return func(r *memo.Run) done {
		p := memo.Get(r, s.readKey(f), s.read(f))
		in := resolver{s, r}
		r.Report(outline.Check(p.text, in)...)
		r.Report(outline.Claims(p.meta, p.text)...)
		r.Report(outline.CheckMeta(p.meta, in)...)
		s.wording(r, f, p)
		if len(p.text.Quotations) > 0 {
			memo.Get(r, s.quotesKey(f), s.quotes(f))
		}
		memo.Get(r, s.spilledKey(f), s.spilled(f))
		if c := p.meta.Card; c != nil {
			if c.Original != "" {
				s.original(r, f.ID)
			}
			if c.Rights == "full" && !licensed(c.Licence) {
				r.Report(diag.Errorf(p.meta.At("rights"), "no-licence", "the licence does not allow the full text").
					WithHint("name one that does (own-work, public-domain, licensed, cc-…), or say \"rights: digest\""))
			}
			if info := memo.Get(r, s.infoKey(), s.info).Info; cmp.Or(c.Rights, info.Rights) == "full" && !c.Expires.IsZero() && info.AsOf.IsZero() {
				r.Report(diag.Warnf(p.meta.At("expires"), "no-as-of", "whether this licence still holds is not known: only the digest is published").
					WithHint("say in book.yaml as of when the book is: as_of"))
			}
		}
		return done{}
	}
}

// report asks for every page's check. Pages that an edition leaves out are not checked.
func (s *steps) report(r *memo.Run) done {
	byID := memo.Get(r, s.treeKey(), s.tree).byID
	o := s.order(r)
	if s.edition == book.Internal && o.Captured() {
		if _, err := r.ReadDir("originals"); err != nil {
			r.Report(diag.Infof(diag.Span{}, "no-originals", "the captured texts are not at hand: digests stand for them").
				WithHint("name their folder with --originals"))
		}
	}
	r.Report(s.idle(r)...)
	for _, name := range s.beside(r) {
		memo.Get(r, s.spilledBesideKey(name), s.spilledBeside(name))
	}
	o.All(func(h book.Head) bool {
		f := byID[h.ID]
		memo.Get(r, s.checkKey(f), s.check(f))
		return true
	})
	if s.blind(r) {
		s.sightless(r, memo.Get(r, s.quotedKey(), s.quoted).all)
	}
	s.headings(r)
	r.Report(memo.Part(r, s.refsKey(), s.refs, outline.TellingsPart{}, (*outline.Refs).Tellings)...)
	return done{}
}

// A resolver answers what a page refers to by asking the graph, so that its check is done again when an answer
// changes.
type resolver struct {
	s *steps
	r *memo.Run
}

func (in resolver) Head(id book.ID) (book.Head, bool) { return in.s.head(in.r, id) }

func (in resolver) Draft(id book.ID) bool {
	_, made := in.Head(id)
	_, there := in.s.file(in.r, id)
	return there && !made
}

func (in resolver) Paragraphs(id book.ID) int {
	f, ok := in.s.file(in.r, id)
	if !ok {
		return 0
	}
	if c := in.s.original(in.r, id); c.Original != nil {
		return len(c.Paragraphs)
	}
	key, read := in.s.readKey(f), in.s.read(f)
	c := memo.Part(in.r, key, read, metaPart, (*page).Meta).Card
	switch {
	case c == nil:
		return 0
	case c.Original != "" || c.Paragraphs > 0:
		return c.Paragraphs
	case c.Rights != "full":
		return 0
	}
	return memo.Part(in.r, key, read, lengthPart, func(p *page) int { return p.text.Paragraphs })
}

func (in resolver) Successor(id book.ID) book.ID {
	f, ok := in.s.file(in.r, id)
	if !ok {
		return ""
	}
	c := memo.Part(in.r, in.s.readKey(f), in.s.read(f), metaPart, (*page).Meta).Card
	if c == nil {
		return ""
	}
	return c.SupersededBy
}

func (in resolver) Moved(id book.ID, n int) string {
	moved := in.s.original(in.r, id).moved
	if n < 1 || n > len(moved) {
		return ""
	}
	return movedTo(n, moved[n-1])
}

func (in resolver) HasAnchor(id book.ID, anchor string) bool {
	f, ok := in.s.file(in.r, id)
	if !ok {
		return false
	}
	if f.Kind == book.Article {
		if n, is := paragraphNumber(anchor); is {
			return n <= in.Paragraphs(id)
		}
	}
	return memo.Part(in.r, in.s.readKey(f), in.s.read(f), anchorsPart, func(p *page) bool {
		return slices.Contains(p.text.Anchors, anchor)
	})
}

// paragraphNumber reads "p12".
func paragraphNumber(anchor string) (n int, ok bool) {
	if len(anchor) < 2 || len(anchor) > 7 || anchor[0] != 'p' {
		return 0, false
	}
	for _, c := range anchor[1:] {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, n > 0
}

func (in resolver) HasStatic(name string) bool {
	_, found := slices.BinarySearch(memo.Get(in.r, in.s.treeKey(), in.s.tree).Static, name)
	return found
}

func (in resolver) IDs(yield func(string) bool) {
	in.s.order(in.r).IDs(yield)
}
