package generator

import (
	"fmt"
	"slices"
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/evidence"
	"briefbook/generator/internal/intake"
	"briefbook/generator/internal/memo"
)

// folded is a source as quotations are looked up in it; without a text where its original is not at hand.
type folded struct {
	*evidence.Source
	sha256 string
	sum    memo.Sum
}

func (f folded) Sum() memo.Sum { return f.sum }

// folded prepares a source for checking quotations from it.
func (s *steps) folded(r *memo.Run, id book.ID) folded {
	f, ok := s.file(r, id)
	if !ok || f.Kind != book.Article {
		return folded{}
	}
	return memo.Get(r, memo.Key{Kind: kindFolded, Name: f.Path}, func(r *memo.Run) folded {
		p := memo.Get(r, s.readKey(f), s.read(f))
		if text := s.sourceText(r, f, p); text != nil {
			return folded{Source: evidence.Of(text), sha256: text.SHA256, sum: memo.SumOf(fmt.Append(nil, s.original(r, id).sum, p.sum))}
		}
		return folded{}
	})
}

// quotes are the quotations of one page with what came of checking them.
type quotes struct {
	list []book.Checked
	sum  memo.Sum
}

func (q quotes) Sum() memo.Sum { return q.sum }

func (s *steps) quotesKey(f intake.File) memo.Key { return memo.Key{Kind: kindQuotes, Name: f.Path} }

// quotes checks the quotations of one page.
func (s *steps) quotes(f intake.File) func(*memo.Run) quotes {
	return func(r *memo.Run) quotes {
		text := memo.Get(r, s.readKey(f), s.read(f)).text
		out := quotes{list: make([]book.Checked, len(text.Quotations))}
		for i, q := range text.Quotations {
			out.list[i] = book.Checked{Quotation: q, On: book.Head{ID: f.ID, Kind: f.Kind}, Index: i}
			s.verify(r, &out.list[i])
		}
		var b strings.Builder
		for i := range out.list {
			c := &out.list[i]
			fmt.Fprintf(&b, "%q %t %q %q %q %q %q %v %q %q %q %q\n", c.Words, c.Block, c.Cite.Source, c.Cite.Locator, c.Cite.Anchor, c.Cite.Section,
				c.Verdict, c.Where, c.Day, c.Against, c.Found, c.Anchor)
		}
		out.sum = memo.SumOf([]byte(b.String()))
		return out
	}
}

// verify looks a quotation up: in its source, else in the others; where the original is not at hand, in quotes.lock.
// What is wrong is reported.
func (s *steps) verify(r *memo.Run, c *book.Checked) {
	c.Cite = s.bearing(r, *c)
	id := c.Cite.Source
	h, ok := s.head(r, id)
	if !ok || h.Kind != book.Article {
		return // said of the citation
	}
	f, _ := s.file(r, id)
	if n := evidence.Words(c.Words); n > longestQuotation && s.allowed(r, f) != "full" {
		r.Report(diag.Warnf(c.At, "quote-long", "the quotation has %d words of %s; without a licence %d are the most", n, id, longestQuotation).
			WithHint("shorten it, or say some of it in your own words"))
	}
	locked, found := s.locked(r, c)
	source := s.folded(r, id)
	if source.Source == nil {
		if found {
			c.Verdict, c.Against = locked.Verdict, s.card(r, id).SHA256
			s.tell(r, c, finding{})
			return
		}
		s.unverified(r, c)
		return
	}
	at := finding{Finding: source.Check(c.Words, c.Cite.Paras)}
	c.Verdict, c.Where, c.Against = at.Verdict, at.Where, source.sha256
	if c.Verdict == book.NotFound {
		if at.other, at.otherWhere = s.elsewhere(r, c); at.other != "" {
			c.Verdict, c.Found = book.InOtherSource, at.other
		} else {
			at.nearest, at.near = source.Nearest(c.Words)
		}
	}
	if len(c.Where) > 0 && source.sha256 != "" && s.shown(r, id) {
		c.Anchor = "w-" + evidence.Hash(c.Words)[:8]
	}
	s.tell(r, c, at)
}

// bearing is, of the citations of a group ("words" [@a ¶1; @b ¶2]), the first whose source has the words; else the
// first of all.
func (s *steps) bearing(r *memo.Run, c book.Checked) book.Citation {
	first := c.Cite
	if len(c.Also) == 0 {
		return first
	}
	for _, cite := range append([]book.Citation{first}, c.Also...) {
		c.Cite = cite
		if source := s.folded(r, cite.Source); source.Source != nil {
			if source.Check(c.Words, cite.Paras).Verdict.Holds() {
				return cite
			}
		} else if _, found := s.locked(r, &c); found {
			return cite
		}
	}
	return first
}

// card is that of a source.
func (s *steps) card(r *memo.Run, id book.ID) *book.Card {
	if f, ok := s.file(r, id); ok && f.Kind == book.Article {
		return s.meta(r, f).Card
	}
	return &book.Card{}
}

// shown reports whether the page of a source with a captured text shows it.
func (s *steps) shown(r *memo.Run, id book.ID) bool {
	f, _ := s.file(r, id)
	return s.edition == book.Internal || s.allowed(r, f) == "full"
}

// allowed is what the rights of a source allow: "full" or "digest".
func (s *steps) allowed(r *memo.Run, f intake.File) string {
	in := memo.Part(r, s.infoKey(), s.info, rightsPart{}, func(i info) book.Info { return i.Info })
	return rights(s.meta(r, f).Card, in)
}

// elsewhere looks for another source that has the words.
func (s *steps) elsewhere(r *memo.Run, c *book.Checked) (found book.ID, where []book.Passage) {
	probe := evidence.ProbeFor(c.Words)
	for _, o := range memo.Get(r, heldKey, s.held).list {
		if o.id == c.Cite.Source || !probe.May(o.Original) {
			continue
		}
		if f, ok := evidence.Of(o.Original).Has(c.Words); ok {
			return o.id, f.Where
		}
	}
	return "", nil
}

// held are the captured texts at hand, in reading order.
type held struct {
	list []heldText
	sum  memo.Sum
}

type heldText struct {
	id book.ID
	*book.Original
}

func (h held) Sum() memo.Sum { return h.sum }

var heldKey = memo.Key{Kind: kindHeld}

func (s *steps) held(r *memo.Run) (out held) {
	var sums []byte
	s.order(r).All(func(h book.Head) bool {
		if h.Kind != book.Article {
			return true
		}
		if o := s.original(r, h.ID); o.Original != nil {
			out.list = append(out.list, heldText{h.ID, o.Original})
			sums = append(append(sums, h.ID...), o.sum[:]...)
		}
		return true
	})
	out.sum = memo.SumOf(sums)
	return out
}

// finding is what came of looking for a quotation, with what may help its author.
type finding struct {
	evidence.Finding
	nearest    evidence.Nearest
	near       bool
	other      book.ID
	otherWhere []book.Passage
}

// tell reports a quotation that does not stand as it should.
func (s *steps) tell(r *memo.Run, c *book.Checked, f finding) {
	id := c.Cite.Source
	switch c.Verdict {
	case book.NotFound:
		d := diag.Errorf(c.At, "quote-not-found", "the quotation is not in %s", id)
		if f.near {
			d = d.WithHint("%s", f.nearest)
		}
		r.Report(d)
	case book.InOtherSource:
		r.Report(diag.Errorf(c.At, "quote-other-source", "the quotation is not in %s but in %s", id, f.other).
			WithHint("cite [@%s ¶%s] directly behind the words", f.other, book.Paragraphs(book.ParagraphsOf(f.otherWhere))))
	case book.OnlyInDropped:
		d := diag.Errorf(c.At, "quote-only-dropped", "these words are not the article's: they stand in what was set aside of %s", id)
		switch f.Reason {
		case "": // the lock does not say
		case "title":
			d = diag.Errorf(c.At, "quote-only-dropped", "these words are the title of %s and stand nowhere in its text", id).
				WithHint("quote the text, or name the title without quotation marks")
		default:
			d = d.WithHint("it was set aside as %s", book.Receipt{Reason: f.Reason}.Why())
		}
		r.Report(d)
	case book.SpansMetadata:
		r.Report(diag.Errorf(c.At, "quote-spans-metadata", "the quotation runs from the article of %s into its title or what was set aside", id).
			WithHint("quote the words of the article alone"))
	case book.WrongParagraph:
		r.Report(diag.Warnf(c.At, "quote-wrong-paragraph", "the quotation is not in ¶%s of %s", book.Paragraphs(c.Cite.Paras), id).
			WithHint("it is in ¶%s", book.Paragraphs(book.ParagraphsOf(c.Where))))
	case book.ElidedFar:
		r.Report(diag.Warnf(c.At, "quote-elided-far", "the parts of the quotation stand more than 60 words apart in %s", id).
			WithHint("make two quotations of it"))
	case book.TooShort:
		r.Report(diag.Warnf(c.At, "quote-too-short", "fewer than five words: that they stand in %s proves little", id).
			WithHint("quote more, or say it in your own words"))
	case book.TooFew:
		r.Report(diag.Warnf(c.At, "quote-few-words", "fewer than five words of this quotation are those of %s", id).
			WithHint("quote more, or say it in your own words"))
	}
}

// quoted are all quotations of the book by their source.
type quoted struct {
	all  []book.Checked
	from map[book.ID][]book.Checked
	sums map[book.ID]memo.Sum
	sum  memo.Sum
}

func (q *quoted) Sum() memo.Sum { return q.sum }

// quotedPart are the quotations from one source.
type quotedPart book.ID

// PartSum implements memo.Parted for quotedPart.
func (q *quoted) PartSum(part any) memo.Sum { return q.sums[book.ID(part.(quotedPart))] }

func (s *steps) quotedKey() memo.Key { return memo.Key{Kind: kindQuoted} }

// quoted gathers the quotations of all pages, and reports what is quoted too much of.
func (s *steps) quoted(r *memo.Run) *quoted {
	q := &quoted{from: map[book.ID][]book.Checked{}, sums: map[book.ID]memo.Sum{}}
	byID := memo.Get(r, s.treeKey(), s.tree).byID
	var pages strings.Builder
	sums := map[book.ID]*strings.Builder{}
	s.order(r).All(func(h book.Head) bool {
		f := byID[h.ID]
		if s.quotations(r, f) == 0 {
			return true
		}
		of := memo.Get(r, s.quotesKey(f), s.quotes(f))
		fmt.Fprintf(&pages, "%s %x\n", h.ID, of.sum)
		for _, c := range of.list {
			q.all = append(q.all, c)
			q.from[c.Cite.Source] = append(q.from[c.Cite.Source], c)
			if sums[c.Cite.Source] == nil {
				sums[c.Cite.Source] = &strings.Builder{}
			}
			fmt.Fprintf(sums[c.Cite.Source], "%s %x %d\n", h.ID, of.sum, c.Index)
		}
		return true
	})
	for id, b := range sums {
		q.sums[id] = memo.SumOf([]byte(b.String()))
	}
	q.sum = memo.SumOf([]byte(pages.String()))
	s.capped(r, q)
	return q
}

// quotations is how many quotations a page has.
func (s *steps) quotations(r *memo.Run, f intake.File) int {
	return memo.Part(r, s.readKey(f), s.read(f), quotationsPart, func(p *page) int { return len(p.text.Quotations) })
}

// Quotations implements [book.Library].
func (l library) Quotations(on book.ID) []book.Checked {
	f, ok := l.s.file(l.r, on)
	if !ok || l.s.quotations(l.r, f) == 0 {
		return nil
	}
	list := memo.Get(l.r, l.s.quotesKey(f), l.s.quotes(f)).list
	return headed(l, list, func(c *book.Checked) *book.Head { return &c.On })
}

// QuotedFrom implements [book.Library].
func (l library) QuotedFrom(source book.ID) []book.Checked {
	list := memo.Part(l.r, l.s.quotedKey(), l.s.quoted, quotedPart(source), func(q *quoted) []book.Checked { return q.from[source] })
	return headed(l, list, func(c *book.Checked) *book.Head { return &c.On })
}

// The caps on what a public edition quotes of a source whose rights allow a digest only.
const (
	longestQuotation = 30 // words
	mostQuoted       = 50 // words of a source
	mostShare        = .15
)

// capped reports sources of which more is quoted than a book should that has no licence for them.
func (s *steps) capped(r *memo.Run, q *quoted) {
	byID := memo.Get(r, s.treeKey(), s.tree).byID
	var ids []book.ID
	for id := range q.from {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		f, ok := byID[id]
		if !ok || f.Kind != book.Article || s.allowed(r, f) == "full" {
			continue
		}
		var where [][]book.Passage
		var words []string
		text := s.folded(r, id)
		for i := range q.from[id] {
			c := &q.from[id][i]
			where, words = append(where, c.Where), append(words, c.Words)
			n := evidence.ShareOf(words...)
			if text.Source != nil {
				n = text.Share(where...)
			}
			if n > mostQuoted {
				r.Report(diag.Warnf(c.At, "quote-cap", "with this quotation the book has %d words of %s; without a licence %d are the most", n, id, mostQuoted).
					WithHint("quote less of this source"))
				break
			}
			if text.Source != nil && float64(n) > mostShare*float64(text.Words()) {
				r.Report(diag.Warnf(c.At, "quote-cap", "with this quotation the book has %d of the %d words of %s; without a licence 15 %% are the most", n, text.Words(), id).
					WithHint("quote less of this source"))
				break
			}
		}
	}
}
