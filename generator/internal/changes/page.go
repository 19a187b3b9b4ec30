package changes

import (
	"slices"

	"briefbook/generator/internal/book"
)

// Part is what comparing one page came to.
type Part struct {
	Title string // of the page as it is now, else as it was
	Pairs []Pair // say different things, or stand in another order
	Gone  []Placed
	Come  []Placed
	Whole bool // the page itself came or went
}

// Pair is an item as it was and as it is now.
type Pair struct {
	Was, Now Item
	At       int  // its place among what is told of the page
	Moved    bool // it stands elsewhere than it did

	told book.Change // of the pair by itself
}

// Placed is an item that has no counterpart on its page.
type Placed struct {
	Item
	At int
}

// Empty reports whether the page is as it was.
func (p *Part) Empty() bool { return len(p.Pairs)+len(p.Gone)+len(p.Come) == 0 }

// OnPage compares a page with what it was.
func OnPage(was, now []Item) Part {
	m := matching{was: was, now: now, to: make([]int, len(was)), from: make([]int, len(now))}
	for i := range m.to {
		m.to[i] = none
	}
	for j := range m.from {
		m.from[j] = none
	}
	m.heads()
	m.equal()
	stayed := rising(m.to)
	m.alike()
	return m.part(stayed)
}

const none = -1

// matching finds for the items of a page what they were.
type matching struct {
	was, now []Item
	to, from []int // the other's number, or none
}

func (m *matching) pair(i, j int) { m.to[i], m.from[j] = j, i }

// heads pairs what says what the page is.
func (m *matching) heads() {
	i := slices.IndexFunc(m.was, func(x Item) bool { return x.isHead() })
	j := slices.IndexFunc(m.now, func(x Item) bool { return x.isHead() })
	if i >= 0 && j >= 0 {
		m.pair(i, j)
	}
}

// equal pairs what is the same, in order.
func (m *matching) equal() {
	places := make(map[content][]int, len(m.now))
	for j := range m.now {
		if m.from[j] == none {
			c := m.now[j].content()
			places[c] = append(places[c], j)
		}
	}
	for i := range m.was {
		if m.to[i] != none {
			continue
		}
		c := m.was[i].content()
		if list := places[c]; len(list) > 0 {
			m.pair(i, list[0])
			places[c] = list[1:]
		}
	}
}

// alike pairs of what is left what is most alike.
func (m *matching) alike() {
	var gone, come []int
	for i, j := range m.to {
		if j == none {
			gone = append(gone, i)
		}
	}
	for j, i := range m.from {
		if i == none {
			come = append(come, j)
		}
	}
	if len(gone) == 0 || len(come) == 0 {
		return
	}
	a := newAlikes(len(gone), len(come))
	for n, i := range gone {
		a.was[n] = newBag(&m.was[i])
	}
	for n, j := range come {
		a.now[n] = newBag(&m.now[j])
	}
	a.byWords()
	for _, p := range m.opposite(gone, come) {
		a.add(p[0], p[1])
	}
	for _, p := range a.best(enough) {
		m.pair(gone[p[0]], come[p[1]])
	}
}

// opposite are the numbers in gone and come of what stands opposite each other: the n-th of one sort after one
// neighbour that both states have.
func (m *matching) opposite(gone, come []int) (pairs [][2]int) {
	type place struct {
		after int // the neighbour's number in now
		what  string
		nth   int
	}
	count := map[place]int{}
	next := func(after int, what string) place {
		p := place{after: after, what: what}
		count[p]++
		p.nth = count[p]
		return p
	}
	places := map[place]int{}
	for n, at, after := 0, 0, none; n < len(come); n++ {
		for ; at < come[n]; at++ {
			if m.from[at] != none {
				after = at
			}
		}
		places[next(after, m.now[come[n]].What)] = n
	}
	clear(count)
	for n, at, after := 0, 0, none; n < len(gone); n++ {
		for ; at < gone[n]; at++ {
			if m.to[at] != none {
				after = m.to[at]
			}
		}
		if k, ok := places[next(after, m.was[gone[n]].What)]; ok {
			pairs = append(pairs, [2]int{n, k})
		}
	}
	return pairs
}

// part puts together what differs.
func (m *matching) part(stayed []bool) Part {
	var p Part
	was, now := headOf(m.was), headOf(m.now)
	p.Whole = (was == nil) != (now == nil) && (len(m.was) == 0 || len(m.now) == 0)
	switch {
	case now != nil:
		p.Title = now.Title
	case was != nil:
		p.Title = was.Title
	}
	last := none
	for i, j := range m.to {
		if j == none {
			p.Gone = append(p.Gone, Placed{m.was[i], 2*last + 1})
			continue
		}
		last = j
		moved := m.was[i].same(&m.now[j]) && !stayed[i]
		if moved || !m.was[i].same(&m.now[j]) {
			p.Pairs = append(p.Pairs, Pair{m.was[i], m.now[j], 2 * j, moved, altered(&m.was[i], &m.now[j], m.was[i].Text)})
		}
	}
	for j, i := range m.from {
		if i == none {
			p.Come = append(p.Come, Placed{m.now[j], 2 * j})
		}
	}
	return p
}

// headOf is the item that says what a page is, nil without one.
func headOf(items []Item) *Item {
	for i := range items {
		if items[i].isHead() {
			return &items[i]
		}
	}
	return nil
}

// rising marks a longest run of items whose counterparts stand in the same order: what is paired and not marked has
// moved.
func rising(to []int) []bool {
	marked := make([]bool, len(to))
	before := make([]int, len(to))
	var ends []int // of the best run of each length: its last item
	for i, j := range to {
		if j == none {
			continue
		}
		k, _ := slices.BinarySearchFunc(ends, j, func(e, j int) int { return to[e] - j })
		before[i] = none
		if k > 0 {
			before[i] = ends[k-1]
		}
		if k == len(ends) {
			ends = append(ends, i)
		} else {
			ends[k] = i
		}
	}
	if len(ends) > 0 {
		for i := ends[len(ends)-1]; i != none; i = before[i] {
			marked[i] = true
		}
	}
	return marked
}
