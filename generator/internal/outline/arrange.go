package outline

import (
	"cmp"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/edtf"
	"briefbook/generator/internal/memo"
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
		a.out.captured = a.out.captured || m.Card != nil && m.Card.Original != ""
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
		h.Status = m.Card.Status
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
	buffer = append(buffer[:0], 0)
	if o.captured {
		buffer[0] = 1
	}
	o.All(func(h book.Head) bool {
		buffer = append(append(buffer, byte(h.Kind)), h.ID...)
		return true
	})
	o.order = memo.SumOf(buffer)
}
