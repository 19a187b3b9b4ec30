package generator

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
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
	titles   map[book.ID]string
	acronyms map[string]bool // that an entry explains
	sum      memo.Sum
}

func (g gazetteer) Sum() memo.Sum { return g.sum }

// acronymPart is whether an entry explains an acronym.
type acronymPart string

// PartSum implements memo.Parted for acronymPart.
func (g gazetteer) PartSum(part any) memo.Sum {
	return memo.SumOf(fmt.Append(nil, g.acronyms[string(part.(acronymPart))]))
}

func (s *steps) gazetteerKey() memo.Key { return memo.Key{Kind: kindGazetteer} }

func (s *steps) gazetteer(r *memo.Run) gazetteer {
	byID := memo.Get(r, s.treeKey(), s.tree).byID
	var entries []names.Entry
	titles, acronyms := map[book.ID]string{}, map[string]bool{}
	var b strings.Builder
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
				fmt.Fprintf(&b, "%q %d %q %q %q %q\n", e.ID, e.Kind, e.Name, e.Variants, e.Korean, e.Sort)
			}
		}
		return true
	})
	return gazetteer{names.New(entries), titles, acronyms, memo.SumOf([]byte(b.String()))}
}

// named is who is named on one page and, of a source, in its text.
type named struct {
	list []sighting // by entry, then as they stand
	sum  memo.Sum
}

// sighting is a mention of an entry on one page, as little of it as must be kept of many.
type sighting struct {
	entry           book.ID
	section, anchor string
	words           string // "" when they are the entry's name
	para            int32
	class           book.NameClass
	reading         book.Reading
}

func (n named) Sum() memo.Sum { return n.sum }

func (s *steps) namedKey(f intake.File) memo.Key { return memo.Key{Kind: kindNamed, Name: f.Path} }

// named finds the mentions of entries. A source's text and the book's own words about it are two texts: a surname
// is whose it is in the one or in the other.
func (s *steps) named(f intake.File) func(*memo.Run) named {
	return func(r *memo.Run) named {
		g := memo.Get(r, s.gazetteerKey(), s.gazetteer)
		p := memo.Get(r, s.readKey(f), s.read(f))
		on := book.Head{ID: f.ID, Kind: f.Kind, Title: p.meta.Title, Made: p.meta.Made}
		var out named
		take := func(list []book.Naming, asked []names.Question) {
			for i := range list {
				out.list = append(out.list, g.sighted(&list[i]))
			}
			for _, q := range asked {
				r.Report(ambiguous(p.meta, q))
			}
		}
		text := s.sourceText(r, f, p)
		if text != nil {
			take(g.InOriginal(on, text))
		}
		if text == nil || !p.isText() {
			take(g.InText(on, p.text))
		}
		slices.SortStableFunc(out.list, func(a, b sighting) int { return strings.Compare(string(a.entry), string(b.entry)) })
		var b []byte
		for i := range out.list {
			b = out.list[i].append(b)
		}
		out.sum = memo.SumOf(b)
		return out
	}
}

// isText reports whether the page of a source is its text, and not a digest of it.
func (p *page) isText() bool {
	return p.meta.Card != nil && p.meta.Card.Original == "" && p.meta.Card.Rights == "full"
}

// sourceText is the text of a source: the captured one where that is at hand, or that of the page itself.
func (s *steps) sourceText(r *memo.Run, f intake.File, p *page) *book.Original {
	if f.Kind != book.Article {
		return nil
	}
	if c := s.original(r, f.ID); c.Original != nil {
		return c.Original
	}
	if p.isText() {
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
	for _, text := range []string{string(n.entry), n.section, n.anchor, n.words} {
		b = append(append(b, text...), 0)
	}
	return append(binary.AppendVarint(b, int64(n.para)), byte(n.class), byte(n.reading))
}

// sighted keeps a mention. Words that are the entry's name are not kept twice.
func (g gazetteer) sighted(n *book.Naming) sighting {
	out := sighting{entry: n.Entry, section: n.Section, anchor: n.Anchor, words: n.Words, para: int32(n.Para), class: n.Class, reading: n.Reading}
	if n.Words == g.titles[n.Entry] {
		out.words = ""
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
	on   book.ID
	list []sighting
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
		list := memo.Get(r, s.namedKey(f), s.named(f)).list
		for len(list) > 0 {
			entry, n := list[0].entry, 1
			for n < len(list) && list[n].entry == entry {
				n++
			}
			b := append(written[entry], h.ID...)
			for i := range list[:n] {
				b = list[i].append(b)
			}
			written[entry] = b
			l.of[entry] = append(l.of[entry], appearance{h.ID, list[:n:n]})
			list = list[n:]
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
func (l library) NamedAt(entry book.ID) []book.Naming {
	at := memo.Part(l.r, l.s.rollKey(), l.s.roll, namedPart(entry), func(r *roll) []appearance { return r.of[entry] })
	if len(at) == 0 {
		return nil
	}
	name, _ := l.Head(entry)
	var list []book.Naming
	for _, a := range at {
		on, _ := l.Head(a.on)
		carried := on.Kind != book.Article || l.carried(a.on)
		for _, n := range a.list {
			named := book.Naming{Entry: entry, On: on, Para: int(n.para), Section: n.section, Anchor: n.anchor,
				Words: cmp.Or(n.words, name.Title), Class: n.class, Reading: n.reading}
			if n.para > 0 && !carried {
				named.Anchor = ""
			}
			list = append(list, named)
		}
	}
	return list
}

// carried reports whether the page of a source carries its paragraphs.
func (l library) carried(id book.ID) bool {
	f, ok := l.s.file(l.r, id)
	return ok && (l.s.allowed(l.r, f) == "full" || l.s.edition == book.Internal && l.s.original(l.r, id).Original != nil)
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
