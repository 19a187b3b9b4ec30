// Package outline gives every page its place: which chapter it is filed under, its number, its neighbours, its
// address in the output; and, once the bodies are read, who cites and links to whom.
//
// [Arrange] makes the order from the front matter alone, so that an edit of a body cannot disturb it.
// [Gather] makes the cross-reference tables from what the bodies state, and tells an event once that several pages
// tell ([book.Joined]). [Check] compares one page's links and citations with both, [Claims] reports what a page states
// on nobody's word. All are pure functions of their arguments.
//
// An [Outline] and a [Refs] are depended on by parts (see [memo.Parted]): a page asks for the heads it shows,
// not for the book.
package outline

import (
	"encoding/binary"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/memo"
)

// An Outline is the order of the book in one edition.
type Outline struct {
	places   map[book.ID]*place
	chapters []book.ChapterHead
	shelves  map[Shelf]*shelf
	sum      memo.Sum
	order    memo.Sum // of the ids in reading order
	captured bool     // some source has a captured original
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

// Captured reports whether any source of the book has a captured original. It is part of [OrderPart].
func (o *Outline) Captured() bool { return o.captured }

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
	return appendText(b, string(h.ID), h.Title, h.Route, string(h.Chapter), h.Date.String(), h.Credit, h.Sort, h.Status)
}
