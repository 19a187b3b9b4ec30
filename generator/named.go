package generator

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/intake"
	"briefbook/generator/internal/lint"
	"briefbook/generator/internal/memo"
	"briefbook/generator/internal/names"
)

// gazetteer is the names of all entries, ready to be looked for.
type gazetteer struct {
	*names.Gazetteer
	entries  []memo.Sum // of each
	titles   map[book.ID]string
	acronyms map[string]bool // that an entry explains
	sum      memo.Sum
}

func (g gazetteer) Sum() memo.Sum { return g.sum }

// acronymPart is whether an entry explains an acronym.
type acronymPart string

// anyPart is what does not depend on the entries there are: their being looked for.
type anyPart struct{}

// PartSum implements memo.Parted for acronymPart, for anyPart, and for the words of a page: the entries that may be
// named among them.
func (g gazetteer) PartSum(part any) memo.Sum {
	switch part := part.(type) {
	case acronymPart:
		return memo.SumOf(fmt.Append(nil, g.acronyms[string(part)]))
	case *names.Capitals:
		var b []byte
		for i := range g.entries {
			if g.Concerns(i, part) {
				b = append(b, g.entries[i][:]...)
			}
		}
		return memo.SumOf(b)
	}
	return memo.Sum{}
}

func (s *steps) gazetteerKey() memo.Key { return memo.Key{Kind: kindGazetteer} }

func (s *steps) gazetteer(r *memo.Run) gazetteer {
	byID := memo.Get(r, s.treeKey(), s.tree).byID
	var entries []names.Entry
	titles, acronyms := map[book.ID]string{}, map[string]bool{}
	var sums []memo.Sum
	var all []byte
	s.order(r).All(func(h book.Head) bool {
		if h.Kind.IsEntry() {
			if e, ok := names.Of(s.meta(r, byID[h.ID])); ok {
				entries = append(entries, e)
				titles[e.ID] = e.Name
				for _, name := range append([]string{e.Name}, e.Variants...) {
					for _, word := range lint.Acronyms(name) {
						acronyms[word] = true
					}
				}
				sum := memo.SumOf(fmt.Appendf(nil, "%q %d %q %q %q %q", e.ID, e.Kind, e.Name, e.Variants, e.Korean, e.Sort))
				sums, all = append(sums, sum), append(all, sum[:]...)
			}
		}
		return true
	})
	return gazetteer{names.New(entries), sums, titles, acronyms, memo.SumOf(all)}
}

// named is who is named on one page and, of a source, in its text.
type named struct {
	list    []sighting // by entry, then as they stand
	carried bool       // the page of a source carries its paragraphs
	sums    []memo.Sum // of what is said of each entry
	sum     memo.Sum
}

// sighting is a mention of an entry on one page, as little of it as must be kept of many.
type sighting struct {
	entry   book.ID
	words   string // "" when they are the entry's name
	at      *spot  // of a text of the book's own; nil in the paragraph of a source
	para    int32
	class   book.NameClass
	reading book.Reading
}

// spot is a section of a page.
type spot struct{ section, anchor string }

func (n named) Sum() memo.Sum { return n.sum }

func (s *steps) namedKey(f intake.File) memo.Key { return memo.Key{Kind: kindNamed, Name: f.Path} }

// named finds the mentions of entries. A source's text and the book's own words about it are two texts: a surname
// is whose it is in the one or in the other.
func (s *steps) named(f intake.File) func(*memo.Run) named {
	return func(r *memo.Run) named {
		whole := func(g gazetteer) gazetteer { return g }
		g := memo.Part(r, s.gazetteerKey(), s.gazetteer, anyPart{}, whole)
		words := &names.Capitals{}
		p := memo.Get(r, s.readKey(f), s.read(f))
		on := book.Head{ID: f.ID, Kind: f.Kind, Title: p.meta.Title, Made: p.meta.Made}
		var out named
		var last *spot
		take := func(list []book.Naming, asked []names.Question) {
			for i := range list {
				out.list = append(out.list, g.sighted(&list[i], &last))
			}
			for _, q := range asked {
				r.Report(ambiguous(p.meta, q))
			}
		}
		text := s.sourceText(r, f, p)
		out.carried = f.Kind != book.Article || s.allowed(r, f) == "full" || s.edition == book.Internal && s.original(r, f.ID).Original != nil
		if text != nil {
			take(g.InOriginal(on, text, words))
		}
		if text == nil || !s.isText(r, f, p) {
			take(g.InText(on, p.text, words))
		}
		slices.SortStableFunc(out.list, func(a, b sighting) int { return strings.Compare(string(a.entry), string(b.entry)) })
		memo.Part(r, s.gazetteerKey(), s.gazetteer, words, whole)
		out.seal()
		return out
	}
}

// seal takes the fingerprints.
func (n *named) seal() {
	n.list = slices.Clone(n.list) // as large as it is: those of all pages are kept
	var b, all []byte
	for rest := n.list; len(rest) > 0; {
		var of []sighting
		of, rest = ofOne(rest)
		b = strconv.AppendBool(b[:0], n.carried)
		for i := range of {
			b = of[i].append(b)
		}
		sum := memo.SumOf(b)
		n.sums, all = append(n.sums, sum), append(all, sum[:]...)
	}
	n.sum = memo.SumOf(all)
}

// ofOne parts the sightings of the first entry in a list from the rest.
func ofOne(list []sighting) (of, rest []sighting) {
	n := 1
	for n < len(list) && list[n].entry == list[0].entry {
		n++
	}
	return list[:n:n], list[n:]
}

// isText reports whether the page of a source is its text, and not a digest of it: because its card says so, even
// where the licence has run out since, or because the book does and the licence allows it.
func (s *steps) isText(r *memo.Run, f intake.File, p *page) bool {
	c := p.meta.Card
	return c != nil && c.Original == "" && (c.Rights == "full" || c.Rights == "" && s.allowed(r, f) == "full")
}

// sourceText is the text of a source: the captured one where that is at hand, or that of the page itself.
func (s *steps) sourceText(r *memo.Run, f intake.File, p *page) *book.Original {
	if f.Kind != book.Article {
		return nil
	}
	if c := s.original(r, f.ID); c.Original != nil {
		return c.Original
	}
	if s.isText(r, f, p) {
		return &book.Original{Title: book.Value{Text: p.meta.Title}, Paragraphs: p.text.Numbered()}
	}
	return nil
}

// ambiguous asks whose a name is that more than one could bear. Until that is said it is nobody's.
func ambiguous(m *book.Meta, q names.Question) diag.Diagnostic {
	holders := make([]string, len(q.Holders))
	for i, id := range q.Holders {
		holders[i] = string(id)
	}
	if q.Others {
		holders = append(holders, "somebody without a page")
	}
	where := "in its own words"
	if q.Para > 0 {
		where = fmt.Sprintf("from ¶%d on", q.Para)
	}
	return diag.Infof(m.At("title"), "ambiguous-name", "%q may be %s (%s): it is counted for nobody", q.Words, strings.Join(holders, " or "), where).
		WithHint("say in the digest who is meant, with a link")
}

// append writes a sighting, for its fingerprint.
func (n *sighting) append(b []byte) []byte {
	b = append(append(append(append(b, n.entry...), 0), n.words...), 0)
	if n.at != nil {
		b = append(append(append(append(b, n.at.section...), 0), n.at.anchor...), 1)
	}
	return append(binary.AppendVarint(b, int64(n.para)), byte(n.class), byte(n.reading))
}

// sighted keeps a mention. Words that are the entry's name are not kept twice, nor is the section of the mention before.
func (g gazetteer) sighted(n *book.Naming, last **spot) sighting {
	out := sighting{entry: n.Entry, para: int32(n.Para), class: n.Class, reading: n.Reading}
	if n.Words != g.titles[n.Entry] {
		out.words = strings.Clone(n.Words) // and not the text around them
	}
	if n.Para == 0 && n.Section+n.Anchor != "" {
		if at := (spot{n.Section, n.Anchor}); *last == nil || **last != at {
			*last = &at
		}
		out.at = *last
	}
	return out
}

// naming is the mention again, on a page that carries its paragraphs or does not.
func (n *sighting) naming(name string, carried bool) book.Naming {
	out := book.Naming{Entry: n.entry, Para: int(n.para), Words: cmp.Or(n.words, name), Class: n.class, Reading: n.reading}
	switch {
	case n.at != nil:
		out.Section, out.Anchor = n.at.section, n.at.anchor
	case n.para > 0 && carried:
		out.Anchor = "p" + strconv.Itoa(int(n.para))
	}
	return out
}

// roll is who is named where.
type roll struct {
	of   map[book.ID][]appearance
	sums map[book.ID]memo.Sum
	sum  memo.Sum
}

// appearance is an entry on one page.
type appearance struct {
	on      book.ID
	carried bool
	list    []sighting
}

func (l *roll) Sum() memo.Sum { return l.sum }

// namedPart is where one entry is named.
type namedPart book.ID

// PartSum implements memo.Parted for namedPart.
func (l *roll) PartSum(part any) memo.Sum { return l.sums[book.ID(part.(namedPart))] }

func (s *steps) rollKey() memo.Key { return memo.Key{Kind: kindRoll} }

func (s *steps) roll(r *memo.Run) *roll {
	l := &roll{of: map[book.ID][]appearance{}, sums: map[book.ID]memo.Sum{}}
	byID := memo.Get(r, s.treeKey(), s.tree).byID
	written := map[book.ID][]byte{}
	s.order(r).All(func(h book.Head) bool {
		f := byID[h.ID]
		on := memo.Get(r, s.namedKey(f), s.named(f))
		for i, rest := 0, on.list; len(rest) > 0; i++ {
			var of []sighting
			of, rest = ofOne(rest)
			entry := of[0].entry
			written[entry] = append(append(written[entry], h.ID...), on.sums[i][:]...)
			l.of[entry] = append(l.of[entry], appearance{h.ID, on.carried, of})
		}
		return true
	})
	var all []byte
	for _, id := range slices.Sorted(maps.Keys(written)) {
		sum := memo.SumOf(written[id])
		l.sums[id] = sum
		all = append(append(all, id...), sum[:]...)
	}
	l.sum = memo.SumOf(all)
	return l
}

// NamedAt implements [book.Library].
func (l library) NamedAt(entry book.ID) []book.Named {
	at := memo.Part(l.r, l.s.rollKey(), l.s.roll, namedPart(entry), func(r *roll) []appearance { return r.of[entry] })
	if len(at) == 0 {
		return nil
	}
	of, _ := l.Head(entry)
	pages := make([]book.Named, len(at))
	for i, a := range at {
		p := &pages[i]
		p.On, _ = l.Head(a.on)
		for k := range a.list {
			n := a.list[k].naming(of.Title, a.carried)
			p.Add(&n, of)
		}
		p.Settle()
	}
	return pages
}

// Linked implements [book.Library].
func (l library) Linked(on book.ID, html string, href func(book.Head) string) string {
	g := memo.Get(l.r, l.s.gazetteerKey(), l.s.gazetteer)
	return g.Link(html, on, func(id book.ID) (string, bool) {
		h, ok := l.Head(id)
		if !ok {
			return "", false
		}
		return href(h), true
	})
}
