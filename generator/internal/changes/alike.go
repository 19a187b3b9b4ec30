package changes

import (
	"slices"
	"strings"
)

// bag is the words of an item, folded, each with how often it stands there.
type bag struct {
	item  *Item
	words map[string]int
	size  int
}

func newBag(i *Item) bag {
	b := bag{item: i, words: map[string]int{}}
	if i.Key != "" && !i.isHead() { // the author says what it is
		b.words["\x00"+i.Key]++
	}
	for _, t := range tokens(i.Text) {
		if t.kind == sign {
			continue
		}
		b.words[strings.ToLower(t.text)]++
		b.size++
	}
	return b
}

// likeness is the share of words that two items have in common, from 0 to 1, a little more for two of one sort.
func (b bag) likeness(c bag) float64 {
	if len(c.words) < len(b.words) {
		b, c = c, b
	}
	common := 0
	for w, n := range b.words {
		common += min(n, c.words[w])
	}
	score := 2 * float64(common) / float64(max(b.size+c.size, 1))
	if b.item.What == c.item.What {
		score += sameSort
		if b.item.Key != "" && b.item.Key == c.item.Key && !b.item.isHead() {
			score += sameKey
		}
	}
	return score
}

const (
	sameSort = .05 // what one sort is worth
	sameKey  = 1   // and an id in common, by which the author says that it is the same
	enough   = .45 // likeness on one page
	plenty   = .80 // on different pages

	// A word makes candidates of the items that have it as long as there are not more pairs of them.
	mostPairs = 48
)

// alikes are two lists of items and the pairs of them that are worth a look.
type alikes struct {
	was, now []bag
	pairs    map[[2]int]struct{}
}

func newAlikes(was, now int) *alikes {
	return &alikes{make([]bag, was), make([]bag, now), map[[2]int]struct{}{}}
}

func (a *alikes) add(i, j int) { a.pairs[[2]int{i, j}] = struct{}{} }

// byWords makes candidates of items with a word in common that few have.
func (a *alikes) byWords() {
	holders := map[string][]int{}
	for j := range a.now {
		for w := range a.now[j].words {
			holders[w] = append(holders[w], j)
		}
	}
	count := map[string]int{}
	for i := range a.was {
		for w := range a.was[i].words {
			if len(holders[w]) > 0 {
				count[w]++
			}
		}
	}
	for i := range a.was {
		for w := range a.was[i].words {
			if list := holders[w]; len(list)*count[w] <= mostPairs {
				for _, j := range list {
					a.add(i, j)
				}
			}
		}
	}
}

// best takes the pairs that are alike enough, the best first, each item once. Which of two lists is the old one
// makes no difference.
func (a *alikes) best(least float64) (out [][2]int) {
	type scored struct {
		i, j  int
		score float64
	}
	list := make([]scored, 0, len(a.pairs))
	for p := range a.pairs {
		if s := a.was[p[0]].likeness(a.now[p[1]]); s >= least {
			list = append(list, scored{p[0], p[1], s})
		}
	}
	slices.SortFunc(list, func(p, q scored) int {
		switch {
		case p.score != q.score && p.score > q.score:
			return -1
		case p.score != q.score:
			return 1
		case p.i+p.j != q.i+q.j:
			return p.i + p.j - q.i - q.j
		case apart(p.i, p.j) != apart(q.i, q.j):
			return apart(p.i, p.j) - apart(q.i, q.j)
		}
		return p.i - q.i
	})
	was, now := make([]bool, len(a.was)), make([]bool, len(a.now))
	for _, p := range list {
		if !was[p.i] && !now[p.j] {
			was[p.i], now[p.j] = true, true
			out = append(out, [2]int{p.i, p.j})
		}
	}
	return out
}

func apart(i, j int) int { return max(i-j, j-i) }
