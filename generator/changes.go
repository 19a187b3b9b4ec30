package generator

import (
	"context"
	"encoding/binary"
	"fmt"
	"hash/fnv"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/changes"
	"briefbook/generator/internal/intake"
	"briefbook/generator/internal/memo"
)

// Earlier implements [book.Library].
func (l library) Earlier() book.Earlier {
	return memo.Part(l.r, changedKey, l.s.changed, earlierPart, func(c changed) book.Earlier { return c.Earlier })
}

// Changed implements [book.Library].
func (l library) Changed() (substantive, minor int) {
	n := memo.Part(l.r, changedKey, l.s.changed, countPart, func(c changed) [2]int { return c.count })
	return n[0], n[1]
}

// Changes implements [book.Library]. What it gives is shared by all who ask.
func (l library) Changes() *book.Changes {
	return memo.Get(l.r, changedKey, l.s.changed).Changes
}

var changedKey = memo.Key{Kind: kindChanged}

// changed is what differs from the edition on record.
type changed struct {
	*book.Changes
	count [2]int // of substance, minor
	sum   memo.Sum
}

type changedPart uint8

const (
	earlierPart changedPart = iota
	countPart
)

func (c changed) Sum() memo.Sum { return c.sum }

// PartSum implements memo.Parted.
func (c changed) PartSum(part any) memo.Sum {
	if part.(changedPart) == earlierPart {
		return memo.SumOf(fmt.Appendf(nil, "%q %q", c.Name, c.AsOf))
	}
	return memo.SumOf(fmt.Append(nil, c.count))
}

// changed compares the book with the edition on record. Without one it asks for no page.
func (s *steps) changed(r *memo.Run) changed {
	was := memo.Get(r, recordedKey, s.recorded)
	if !was.there {
		return changed{Changes: &book.Changes{}}
	}
	differ := map[book.ID]differing{}
	for n := range shares {
		for _, p := range memo.Get(r, shareKey(n), s.share(n)).pages {
			differ[p.id] = p
		}
	}
	sum := fmt.Appendf(nil, "%q %q %v", was.Name, was.AsOf, was.own)
	var parts []changes.Part
	for _, id := range memo.Get(r, sequenceKey, s.sequence).ids {
		if p, ok := differ[id]; ok {
			parts = append(parts, p.Part)
			sum = append(sum, p.sum[:]...)
		}
	}
	c := changed{Changes: &book.Changes{Earlier: was.Earlier, List: changes.Settle(parts)}}
	if was.own && len(c.List) == 0 {
		return changed{Changes: &book.Changes{}}
	}
	for i := range c.List {
		d := &c.List[i]
		if s.edition == book.Public && changes.Reserve(d, func(id book.ID) bool { return s.draft(r, id) }) {
			sum = append(append(sum, d.Was...), 0)
		}
		if d.Minor {
			c.count[1]++
		} else {
			c.count[0]++
		}
	}
	c.sum = memo.SumOf(sum)
	return c
}

// draft reports whether an id is that of a page which is not finished.
func (s *steps) draft(r *memo.Run, id book.ID) bool {
	f, ok := s.file(r, id)
	return ok && s.meta(r, f).Draft
}

// The pages of a book are compared one by one and put together in shares, so that an edit of one page asks anew only
// for those of its share.
const shares = 96

var sequenceKey = memo.Key{Kind: kindSequence}

// sequence is all pages, those of the edition on record included, in the order in which changes are told.
type sequence struct {
	ids    []book.ID
	shares [shares][]book.ID
	sum    memo.Sum
}

func (q *sequence) Sum() memo.Sum { return q.sum }

func (s *steps) sequence(r *memo.Run) *sequence {
	var now []book.ID
	s.order(r).IDs(func(id string) bool {
		now = append(now, book.ID(id))
		return true
	})
	q := &sequence{ids: changes.Order(memo.Get(r, recordedKey, s.recorded).order, now)}
	var sum []byte
	for _, id := range q.ids {
		h := fnv.New32a()
		_, _ = h.Write([]byte(id)) // a hash takes everything
		n := h.Sum32() % shares
		q.shares[n] = append(q.shares[n], id)
		sum = append(append(sum, id...), 0)
	}
	q.sum = memo.SumOf(sum)
	return q
}

func shareKey(n int) memo.Key { return memo.Key{Kind: kindShare, Name: fmt.Sprint(n)} }

// share is what differs on some of the pages.
type share struct {
	pages []differing
	sum   memo.Sum
}

func (h share) Sum() memo.Sum { return h.sum }

func (s *steps) share(n int) func(*memo.Run) share {
	return func(r *memo.Run) (out share) {
		var sum []byte
		for _, id := range memo.Get(r, sequenceKey, s.sequence).shares[n] {
			d := memo.Get(r, memo.Key{Kind: kindDiffering, Name: string(id)}, s.differing(id))
			if !d.Empty() {
				out.pages = append(out.pages, d)
				sum = append(sum, d.sum[:]...)
			}
		}
		out.sum = memo.SumOf(sum)
		return out
	}
}

// differing is what differs on one page.
type differing struct {
	id book.ID
	changes.Part
	sum memo.Sum
}

func (d differing) Sum() memo.Sum { return d.sum }

func (s *steps) differing(id book.ID) func(*memo.Run) differing {
	return func(r *memo.Run) differing {
		was := memo.Part(r, recordedKey, s.recorded, recordedPart(id), func(o *onRecord) []changes.Item { return o.pages[id] })
		d := differing{id: id}
		var now []changes.Item
		_, made := s.head(r, id)
		f, there := s.file(r, id)
		draft := there && s.meta(r, f).Draft
		if made && !draft {
			now = s.stated(r, f)
		}
		d.Part = changes.OnPage(was, now)
		if draft && s.edition == book.Public {
			d.Withhold()
		}
		if !d.Empty() {
			d.sum = partSum(id, &d.Part)
		}
		return d
	}
}

// stated is what a page states. It names no draft.
func (s *steps) stated(r *memo.Run, f intake.File) []changes.Item {
	p := memo.Get(r, s.readKey(f), s.read(f))
	in := memo.Part(r, s.infoKey(), s.info, languagePart{}, func(i info) string { return i.Language })
	return changes.State(changes.Subject{
		Meta: library{s, r}.ruled(p.meta), Text: p.text, Language: in,
		Hidden: func(id book.ID) bool { return s.draft(r, id) },
	})
}

func partSum(id book.ID, p *changes.Part) memo.Sum {
	b := fmt.Appendf(nil, "%s %q %v", id, p.Title, p.Whole)
	item := func(i *changes.Item, at int, moved bool) {
		for _, text := range [...]string{string(i.Page), i.What, i.Key, i.Text, i.Links, i.Anchor} {
			b = append(binary.AppendUvarint(b, uint64(len(text))), text...)
		}
		b = fmt.Append(b, at, moved)
	}
	for i := range p.Pairs {
		item(&p.Pairs[i].Was, p.Pairs[i].At, p.Pairs[i].Moved)
		item(&p.Pairs[i].Now, 0, false)
	}
	b = append(b, "gone"...)
	for i := range p.Gone {
		item(&p.Gone[i].Item, p.Gone[i].At, false)
	}
	b = append(b, "come"...)
	for i := range p.Come {
		item(&p.Come[i].Item, p.Come[i].At, false)
	}
	return memo.SumOf(b)
}

// stateOf is what a whole book states, drafts left out, page by page in reading order.
func stateOf(ctx context.Context, store *memo.Store, s *steps) ([]changes.Item, error) {
	r := store.Outside()
	if _, err := r.ReadDir("content"); err != nil {
		return nil, fmt.Errorf("read the content: %w", cause(err))
	}
	tree := memo.Ask(store, s.treeKey(), s.tree)
	err := each(ctx, len(tree.Files), nil, func(i int) error {
		memo.Prepare(store, s.readKey(tree.Files[i]), s.read(tree.Files[i]))
		return nil
	})
	if err != nil {
		return nil, err
	}
	memo.Ask(store, s.outlineKey(), s.outline)
	var list []changes.Item
	s.order(r).All(func(h book.Head) bool {
		if f := tree.byID[h.ID]; !s.meta(r, f).Draft {
			list = append(list, s.stated(r, f)...)
		}
		return true
	})
	return list, nil
}
