// Package outline gives every page its place: which chapter it is filed under, its number, its neighbours, its
// address in the output; and, once the bodies are read, who cites and links to whom.
//
// [Arrange] makes the order from the front matter alone, so that an edit of a body cannot disturb it.
// [Gather] makes the cross-reference tables from what the bodies state. [Check] compares one page's links and
// citations with both. All three are pure functions of their arguments.
//
// An [Outline] and a [Refs] are depended on by parts (see [memo.Parted]): a page asks for the heads it shows,
// not for the book.
package outline

import (
	"cmp"
	"encoding/binary"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/edtf"
	"briefbook/generator/internal/memo"
)

// An Outline is the order of the book in one edition.
type Outline struct {
	places   map[book.ID]*place
	chapters []book.ChapterHead
	shelves  map[Shelf]*shelf
	sum      memo.Sum
	order    memo.Sum // of the ids in reading order
}

// A place is one page in the order.
type place struct {
	meta       *book.Meta
	head       book.Head
	prev, next *place
	in         *place
	sum        memo.Sum // of the head
}

// A shelf is a list of pages with its fingerprint.
type shelf struct {
	heads []book.Head
	sum   memo.Sum
}

// Shelf names a list: all pages of a kind in a chapter. For articles and notes the empty chapter means the
// unfiled ones; for the other kinds it is always empty.
type Shelf struct {
	Kind    book.Kind
	Chapter book.ID
}

// The parts of an Outline that can be depended on.
type (
	// HeadPart is the head of a page, or its absence.
	HeadPart book.ID
	// PlacePart is a page's head, neighbours and chapter.
	PlacePart book.ID
	// ChaptersPart is the list of chapters.
	ChaptersPart struct{}
	// OrderPart is which pages there are in which order, whatever their titles.
	OrderPart struct{}
)

// Arrange files articles and notes into chapters and puts every page in its place. An explicit chapter wins
// over the date; an article that fits none is unfiled, and reported. Order: what the author said, then date,
// then id, so that two machines always print the same book. In the public edition drafts are not there.
func Arrange(metas []*book.Meta, info book.Info, edition book.Edition) (*Outline, []diag.Diagnostic) {
	a := arranger{out: &Outline{places: make(map[book.ID]*place, len(metas)), shelves: map[Shelf]*shelf{}}, drafts: map[book.ID]bool{}}
	byKind := map[book.Kind][]*place{}
	for _, m := range metas {
		if m.Draft && edition == book.Public {
			a.drafts[m.ID] = true
			continue
		}
		p := &place{meta: m, head: head(m)}
		a.out.places[m.ID] = p
		byKind[m.Kind] = append(byKind[m.Kind], p)
	}
	a.order(byKind, info.Language)
	a.number(byKind[book.Chapter])
	for _, kind := range []book.Kind{book.Article, book.Note} {
		for _, p := range byKind[kind] {
			a.file(p)
		}
	}
	for i, p := range byKind[book.Article] {
		p.head.Tab = i + 1
	}
	for _, list := range byKind {
		for i, p := range list {
			if i > 0 {
				p.prev, list[i-1].next = list[i-1], p
			}
		}
	}
	a.shelve(byKind)
	return a.out, a.diags
}

type arranger struct {
	out      *Outline
	chapters []*place
	drafts   map[book.ID]bool
	diags    []diag.Diagnostic
}

func head(m *book.Meta) book.Head {
	h := book.Head{
		ID: m.ID, Kind: m.Kind, Title: m.Title, Date: m.Date, Sort: m.Title, Made: m.Made,
		Route: m.Kind.Route() + "/" + string(m.ID) + ".html",
	}
	if m.Card != nil {
		h.Credit = cmp.Or(m.Card.Publisher, m.Card.Agency)
	}
	if m.Entry != nil && m.Entry.Sort != "" {
		h.Sort = m.Entry.Sort
	}
	return h
}

// order sorts the pages of each kind.
func (a *arranger) order(byKind map[book.Kind][]*place, lang string) {
	byID := func(p, q *place) int { return cmp.Compare(p.head.ID, q.head.ID) }
	slices.SortFunc(byKind[book.Chapter], func(p, q *place) int {
		return cmp.Or(orderOf(p.meta.Order, q.meta.Order), edtf.Compare(p.meta.From, q.meta.From), byID(p, q))
	})
	slices.SortFunc(byKind[book.Article], func(p, q *place) int {
		return cmp.Or(edtf.Compare(p.head.Date, q.head.Date), byID(p, q))
	})
	slices.SortFunc(byKind[book.Note], func(p, q *place) int {
		return cmp.Or(orderOf(p.meta.Order, q.meta.Order), edtf.Compare(p.head.Date, q.head.Date), byID(p, q))
	})
	collator := collate.New(language.Make(lang), collate.IgnoreCase)
	var buffer collate.Buffer
	for kind, list := range byKind {
		if !kind.IsEntry() {
			continue
		}
		keys := make(map[*place][]byte, len(list))
		for _, p := range list {
			keys[p] = collator.KeyFromString(&buffer, p.head.Sort)
		}
		slices.SortFunc(list, func(p, q *place) int {
			return cmp.Or(slices.Compare(keys[p], keys[q]), byID(p, q))
		})
	}
}

// orderOf compares order numbers; 0 means that none was given and comes last.
func orderOf(a, b int) int {
	if (a == 0) != (b == 0) {
		return cmp.Compare(b, a)
	}
	return cmp.Compare(a, b)
}

func (a *arranger) number(chapters []*place) {
	a.chapters = chapters
	for i, p := range chapters {
		a.out.chapters = append(a.out.chapters, book.ChapterHead{
			Head: p.head, Number: i + 1, From: p.meta.From, To: p.meta.To, Status: p.meta.Status,
		})
	}
}

// file finds the chapter of an article or note.
func (a *arranger) file(p *place) {
	p.in = a.chapterOf(p)
	if p.in != nil {
		p.head.Chapter = p.in.head.ID
	}
}

func (a *arranger) chapterOf(p *place) *place {
	if want := p.meta.Chapter; want != "" {
		if c := a.out.places[want]; c != nil && c.head.Kind == book.Chapter {
			return c
		}
		if a.drafts[want] {
			return nil
		}
		d := diag.Errorf(p.meta.At("chapter"), "unknown-chapter", "there is no chapter %q", want)
		ids := func(yield func(string) bool) {
			for _, c := range a.chapters {
				if !yield(string(c.head.ID)) {
					return
				}
			}
		}
		if near := diag.Near(string(want), ids); near != "" {
			d = d.WithHint("did you mean %q?", near)
		} else {
			d = d.WithHint("chapters are the files in content/chapters")
		}
		a.diags = append(a.diags, d)
	}
	if !p.head.Date.IsZero() {
		for _, c := range a.chapters {
			if (!c.meta.From.IsZero() || !c.meta.To.IsZero()) && p.head.Date.Within(c.meta.From, c.meta.To) {
				return c
			}
		}
	}
	if p.head.Kind == book.Article && p.meta.Chapter == "" && len(a.chapters) > 0 {
		d := diag.Warnf(p.meta.At("date"), "unfiled", "%s fits no chapter", p.head.ID)
		switch {
		case p.head.Date.IsZero():
			d = d.WithHint("give it a date, or a chapter: \"chapter: %s\"", a.chapters[0].head.ID)
		default:
			d = d.WithHint("no chapter's from–to holds %s; name one: \"chapter: %s\"", p.head.Date, a.chapters[0].head.ID)
		}
		a.diags = append(a.diags, d)
	}
	return nil
}

// shelve makes the lists and the fingerprints.
func (a *arranger) shelve(byKind map[book.Kind][]*place) {
	o := a.out
	of := func(p *place) Shelf {
		key := Shelf{Kind: p.head.Kind}
		if key.Kind == book.Article || key.Kind == book.Note {
			key.Chapter = p.head.Chapter
		}
		return key
	}
	count := map[Shelf]int{}
	for _, kind := range book.Kinds {
		for _, p := range byKind[kind] {
			count[of(p)]++
		}
	}
	var buffer, all []byte
	sums := map[Shelf][]byte{}
	for _, kind := range book.Kinds {
		for _, p := range byKind[kind] {
			buffer = appendHead(buffer[:0], &p.head)
			p.sum = memo.SumOf(buffer)
			key := of(p)
			s := o.shelves[key]
			if s == nil {
				s = &shelf{heads: make([]book.Head, 0, count[key])}
				o.shelves[key] = s
			}
			s.heads = append(s.heads, p.head)
			sums[key] = append(sums[key], p.sum[:]...)
			all = append(all, p.sum[:]...)
		}
	}
	for key, b := range sums {
		o.shelves[key].sum = memo.SumOf(b)
	}
	for i := range o.chapters {
		c := &o.chapters[i]
		c.Sources = count[Shelf{book.Article, c.ID}]
		c.Notes = count[Shelf{book.Note, c.ID}]
	}
	all = append(all, o.chaptersBytes()...)
	o.sum = memo.SumOf(all)
	buffer = buffer[:0]
	o.All(func(h book.Head) bool {
		buffer = append(append(buffer, byte(h.Kind)), h.ID...)
		return true
	})
	o.order = memo.SumOf(buffer)
}

// Sum implements memo.Value.
func (o *Outline) Sum() memo.Sum { return o.sum }

// PartSum implements memo.Parted for HeadPart, PlacePart, ChaptersPart, OrderPart and Shelf.
func (o *Outline) PartSum(part any) memo.Sum {
	switch part := part.(type) {
	case HeadPart:
		return o.headSum(o.places[book.ID(part)])
	case PlacePart:
		p := o.places[book.ID(part)]
		if p == nil {
			return memo.Sum{}
		}
		b := make([]byte, 0, 64)
		for _, q := range []*place{p, p.prev, p.next, p.in} {
			sum := o.headSum(q)
			b = append(b, sum[:]...)
		}
		return memo.SumOf(b)
	case ChaptersPart:
		return memo.SumOf(o.chaptersBytes())
	case OrderPart:
		return o.order
	case Shelf:
		if s := o.shelves[part]; s != nil {
			return s.sum
		}
		return memo.Sum{}
	}
	panic("outline: unknown part")
}

func (o *Outline) headSum(p *place) memo.Sum {
	if p == nil {
		return memo.Sum{}
	}
	return p.sum
}

func (o *Outline) chaptersBytes() []byte {
	var b []byte
	for i := range o.chapters {
		c := &o.chapters[i]
		b = appendHead(b, &c.Head)
		b = appendText(b, c.From.String(), c.To.String(), c.Status)
		b = binary.AppendVarint(b, int64(c.Number))
		b = binary.AppendVarint(b, int64(c.Sources))
		b = binary.AppendVarint(b, int64(c.Notes))
	}
	return b
}

// Head is what a link to a page needs; false when the page is not in this edition.
func (o *Outline) Head(id book.ID) (book.Head, bool) {
	if p := o.places[id]; p != nil {
		return p.head, true
	}
	return book.Head{}, false
}

// Page puts a page's front matter in its place. Text is left to the caller.
func (o *Outline) Page(id book.ID) (*book.Page, bool) {
	p := o.places[id]
	if p == nil {
		return nil, false
	}
	of := func(q *place) *book.Head {
		if q == nil {
			return nil
		}
		h := q.head
		return &h
	}
	return &book.Page{Head: p.head, Meta: p.meta, Prev: of(p.prev), Next: of(p.next), In: of(p.in)}, true
}

// Meta is the front matter of a page.
func (o *Outline) Meta(id book.ID) (*book.Meta, bool) {
	if p := o.places[id]; p != nil {
		return p.meta, true
	}
	return nil, false
}

// Chapters are the chapters in reading order. The caller must not change the list.
func (o *Outline) Chapters() []book.ChapterHead { return o.chapters }

// List is a shelf's pages in their order. The caller must not change the list.
func (o *Outline) List(s Shelf) []book.Head {
	if list := o.shelves[s]; list != nil {
		return list.heads
	}
	return nil
}

// All yields every page in reading order: chapters, then sources by tab, notes and entries.
func (o *Outline) All(yield func(book.Head) bool) {
	for _, kind := range book.Kinds {
		chapters := []book.ID{""}
		if kind == book.Article || kind == book.Note {
			chapters = chapters[:0]
			for i := range o.chapters {
				chapters = append(chapters, o.chapters[i].ID)
			}
			chapters = append(chapters, "")
		}
		for _, c := range chapters {
			for _, h := range o.List(Shelf{kind, c}) {
				if !yield(h) {
					return
				}
			}
		}
	}
}

// IDs yields every page's id.
func (o *Outline) IDs(yield func(string) bool) {
	o.All(func(h book.Head) bool { return yield(string(h.ID)) })
}

func appendText(b []byte, list ...string) []byte {
	for _, s := range list {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	return b
}

func appendHead(b []byte, h *book.Head) []byte {
	b = append(b, byte(h.Kind))
	if h.Made {
		b = append(b, 1)
	}
	b = binary.AppendVarint(b, int64(h.Tab))
	return appendText(b, string(h.ID), h.Title, h.Route, string(h.Chapter), h.Date.String(), h.Credit, h.Sort)
}
