package changes

import (
	"cmp"
	"slices"
	"strings"

	"briefbook/generator/internal/book"
)

// Settle finds for what came and went on the pages where it went and came from, and lists all that differs. The
// parts are given in the order in which they are to be told.
func Settle(parts []Part) []book.Change {
	s := settling{parts: make([]Part, len(parts)), renamed: map[book.ID]book.ID{}}
	for i, p := range parts {
		if p.Empty() {
			s.parts[i] = p
			continue
		}
		p.Pairs, p.Gone, p.Come = slices.Clone(p.Pairs), slices.Clone(p.Gone), slices.Clone(p.Come)
		s.parts[i] = p
	}
	s.rename()
	s.follow(s.exact)
	s.follow(s.alike)
	return s.list()
}

// settling is the work of Settle.
type settling struct {
	parts   []Part
	renamed map[book.ID]book.ID // pages that are the same but for their id
	moves   []move
}

// move is a pair of items on different pages.
type move struct {
	was, now Item
	part, at int    // where it stands now
	from     string // title of the page it comes from
	renamed  bool   // it is the page that moved, not a statement
}

// loose is an item that is not settled, by the numbers of its part and within it.
type loose struct{ part, n int }

func (s *settling) gone() (list []loose) {
	for i := range s.parts {
		for n := range s.parts[i].Gone {
			list = append(list, loose{i, n})
		}
	}
	return list
}

func (s *settling) come() (list []loose) {
	for i := range s.parts {
		for n := range s.parts[i].Come {
			list = append(list, loose{i, n})
		}
	}
	return list
}

// rename finds pages that have another id and say of themselves the same, and compares the two.
func (s *settling) rename() {
	lost := s.whole(func(p *Part) []Placed { return p.Gone })
	found := s.whole(func(p *Part) []Placed { return p.Come })
	for c, i := range found {
		if _, ok := lost[c]; !ok || i == none || lost[c] == none {
			delete(found, c)
		}
	}
	for j := range s.parts {
		now := &s.parts[j]
		h := headIn(now.Come)
		if h == nil || !now.Whole {
			continue
		}
		if n, ok := found[h.content()]; !ok || n != j {
			continue
		}
		i := lost[h.content()]
		was := &s.parts[i]
		old := headIn(was.Gone)
		s.renamed[old.Page] = h.Page
		s.moves = append(s.moves, move{was: *old, now: *h, part: j, renamed: true})
		both := OnPage(items(was.Gone), items(now.Come))
		both.Title = now.Title
		s.parts[i], s.parts[j] = Part{Title: was.Title}, both
	}
}

// whole are the pages that came, or went, as a whole, by what they say of themselves; none where two say the same.
func (s *settling) whole(list func(*Part) []Placed) map[content]int {
	pages := map[content]int{}
	for i := range s.parts {
		h := headIn(list(&s.parts[i]))
		if h == nil || !s.parts[i].Whole {
			continue
		}
		c := h.content()
		if _, twice := pages[c]; twice {
			pages[c] = none
		} else {
			pages[c] = i
		}
	}
	return pages
}

func headIn(list []Placed) *Item {
	for i := range list {
		if list[i].isHead() {
			return &list[i].Item
		}
	}
	return nil
}

func items(list []Placed) []Item {
	out := make([]Item, len(list))
	for i := range list {
		out[i] = list[i].Item
	}
	return out
}

// follow takes the pairs that find gives out of what is loose.
func (s *settling) follow(find func(gone, come []loose) [][2]loose) {
	gone, come := s.gone(), s.come()
	if len(gone) == 0 || len(come) == 0 {
		return
	}
	taken := map[loose]bool{}
	left := map[loose]bool{}
	for _, p := range find(gone, come) {
		was, now := s.parts[p[0].part].Gone[p[0].n], s.parts[p[1].part].Come[p[1].n]
		s.moves = append(s.moves, move{was.Item, now.Item, p[1].part, now.At, s.parts[p[0].part].Title, false})
		left[p[0]], taken[p[1]] = true, true
	}
	if len(taken) == 0 {
		return
	}
	for i := range s.parts {
		s.parts[i].Gone = without(s.parts[i].Gone, i, left)
		s.parts[i].Come = without(s.parts[i].Come, i, taken)
	}
}

func without(list []Placed, part int, settled map[loose]bool) []Placed {
	kept := list[:0]
	for n := range list {
		if !settled[loose{part, n}] {
			kept = append(kept, list[n])
		}
	}
	return kept
}

// exact finds what stands on another page word for word.
func (s *settling) exact(gone, come []loose) (pairs [][2]loose) {
	places := map[content][]loose{}
	for _, l := range gone {
		i := &s.parts[l.part].Gone[l.n].Item
		if !i.isHead() && i.What != Heading {
			places[i.content()] = append(places[i.content()], l)
		}
	}
	for _, l := range come {
		c := s.parts[l.part].Come[l.n].content()
		if list := places[c]; len(list) > 0 {
			pairs = append(pairs, [2]loose{list[0], l})
			places[c] = list[1:]
		}
	}
	return pairs
}

// alike finds what stands on another page in nearly the same words. Digests stay where they are.
func (s *settling) alike(gone, come []loose) (pairs [][2]loose) {
	free := func(i *Item) bool { return !i.isHead() && i.What != Heading && i.What != Digest }
	gone = slices.DeleteFunc(gone, func(l loose) bool { return !free(&s.parts[l.part].Gone[l.n].Item) })
	come = slices.DeleteFunc(come, func(l loose) bool { return !free(&s.parts[l.part].Come[l.n].Item) })
	if len(gone) == 0 || len(come) == 0 {
		return nil
	}
	a := newAlikes(len(gone), len(come))
	for n, l := range gone {
		a.was[n] = newBag(&s.parts[l.part].Gone[l.n].Item)
	}
	for n, l := range come {
		a.now[n] = newBag(&s.parts[l.part].Come[l.n].Item)
	}
	a.byWords()
	for _, p := range a.best(plenty) {
		pairs = append(pairs, [2]loose{gone[p[0]], come[p[1]]})
	}
	return pairs
}

// told is a change with its place in the list.
type told struct {
	book.Change
	part, at int
}

// list puts together all that is to be told.
func (s *settling) list() []book.Change {
	var all []told
	for i := range s.parts {
		p := &s.parts[i]
		for _, pair := range p.Pairs {
			c := pair.told
			if before := s.follows(pair.Was.Text); before != pair.Was.Text {
				c = altered(&pair.Was, &pair.Now, before)
			}
			c.Title = p.Title
			if pair.Moved {
				c.Minor, c.Note = true, "moved within the page"
			}
			all = append(all, told{c, i, pair.At})
		}
		all = append(all, s.came(p, i)...)
	}
	for _, m := range s.moves {
		c := altered(&m.was, &m.now, s.follows(m.was.Text))
		c.Title = s.parts[m.part].Title
		switch {
		case m.renamed:
			c.Minor, c.Note = true, "its id was “"+string(m.was.Page)+"”"
		case m.was.same(&m.now):
			c.Minor = true
			fallthrough
		default:
			c.Note = strings.TrimSuffix("moved from “"+m.from+"”; "+c.Note, "; ")
		}
		all = append(all, told{c, m.part, m.at})
	}
	slices.SortStableFunc(all, func(a, b told) int {
		return cmp.Or(cmp.Compare(weightOf(a.Minor), weightOf(b.Minor)), cmp.Compare(a.part, b.part), cmp.Compare(a.at, b.at))
	})
	list := make([]book.Change, len(all))
	for i := range all {
		list[i] = all[i].Change
	}
	return list
}

func weightOf(minor bool) int {
	if minor {
		return 1
	}
	return 0
}

// came lists what was added to a page and withdrawn from it: one by one, or as one when the page itself came or
// went.
func (s *settling) came(p *Part, part int) (all []told) {
	for _, kind := range [...]book.ChangeKind{book.Added, book.Withdrawn} {
		list := p.Come
		if kind == book.Withdrawn {
			list = p.Gone
		}
		head := headIn(list)
		for n := range list {
			i := &list[n].Item
			if p.Whole && head != nil && i != head {
				continue
			}
			c := book.Change{Kind: kind, What: i.What, Page: i.Page, Title: p.Title}
			if kind == book.Added {
				c.Now, c.Anchor = i.Text, i.Anchor
			} else {
				c.Was = i.Text
			}
			if i == head && p.Whole {
				c.Note = extent(list)
			}
			c.Woven = woven(c.Was, c.Now)
			all = append(all, told{c, part, list[n].At})
		}
	}
	return all
}

// extent is what came or went with a page: "with 2 key points, 14 statements".
func extent(list []Placed) string {
	of := map[string]int{}
	for i := range list {
		of[list[i].What]++
	}
	var out []string
	for _, what := range whats {
		if n := of[what]; n > 0 && what != Page && what != Source && what != Heading && what != Digest {
			out = append(out, book.Count(n, what, what+"s"))
		}
	}
	if len(out) == 0 {
		return ""
	}
	return "with " + strings.Join(out, ", ")
}
