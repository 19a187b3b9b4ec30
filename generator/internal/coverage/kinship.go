package coverage

import (
	"cmp"
	"slices"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/shingle"
)

// kinship knows which sources depend on one another. It remembers what it has compared.
type kinship struct {
	sources []Source
	at      map[book.ID]int
	origins []int      // a number for each name, 0 for none
	prints  [][]string // fingerprints in ascending order, sorted when first asked for
	copies  func(a, b book.ID) bool
	known   map[[2]int]bool
}

func newKinship(sources []Source, copies func(a, b book.ID) bool) *kinship {
	k := &kinship{
		sources: sources, at: make(map[book.ID]int, len(sources)), origins: make([]int, len(sources)),
		prints: make([][]string, len(sources)), copies: copies, known: map[[2]int]bool{},
	}
	numbers := map[string]int{}
	for i := range sources {
		s := &sources[i]
		k.at[s.ID] = i
		if name := folded(cmp.Or(s.Agency, s.Publisher)); name != "" {
			if numbers[name] == 0 {
				numbers[name] = len(numbers) + 1
			}
			k.origins[i] = numbers[name]
		}
	}
	return k
}

// nearest bounds the comparisons in one statement: each source is compared with so many that are cited before it. No
// sentence that somebody reads has as many.
const nearest = 64

// independent is how many of the sources are independent of each other. Dependence is handed on: a copy of a copy is
// of the first one's origin.
func (k *kinship) independent(ids []book.ID) int {
	if len(ids) < 2 {
		return len(ids)
	}
	group := make([]int, len(ids)) // the place of an earlier member of the same group, or its own
	root := func(i int) int {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	count := len(ids)
	join := func(i, j int) {
		if i, j = root(i), root(j); i != j {
			group[max(i, j)] = min(i, j)
			count--
		}
	}
	first := map[int]int{} // of each origin
	for i, id := range ids {
		group[i] = i
		n := k.at[id]
		if origin := k.origins[n]; origin != 0 {
			if at, seen := first[origin]; seen {
				join(at, i)
			} else {
				first[origin] = i
			}
		}
		for j := max(0, i-nearest); j < i; j++ {
			if root(i) != root(j) && k.copy(n, k.at[ids[j]]) {
				join(i, j)
			}
		}
	}
	return count
}

// copy reports whether one of two sources is a copy of the other.
func (k *kinship) copy(a, b int) bool {
	pair := [2]int{min(a, b), max(a, b)}
	is, known := k.known[pair]
	if !known {
		is = shared(k.printsOf(a), k.printsOf(b)) || k.copies != nil && k.copies(k.sources[pair[0]].ID, k.sources[pair[1]].ID)
		k.known[pair] = is
	}
	return is
}

func (k *kinship) printsOf(i int) []string {
	if k.prints[i] == nil && len(k.sources[i].Fingerprints) > 0 {
		k.prints[i] = slices.Sorted(slices.Values(k.sources[i].Fingerprints))
	}
	return k.prints[i]
}

// shared reports whether four fifths of the shorter of two ascending lists are in the longer.
func shared[T cmp.Ordered](a, b []T) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := cmp.Compare(a[i], b[j]); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			both, i, j = both+1, i+1, j+1
		}
	}
	return both > 0 && float64(both) >= shingle.Same*float64(len(a))
}

// Copies reports whether two sources have one text, by the words that they share. text gives the paragraphs of a
// source, none when its text is not at hand; it is asked once for each source.
func Copies(text func(book.ID) []string) func(a, b book.ID) bool {
	sets := map[book.ID]shingle.Set{}
	of := func(id book.ID) shingle.Set {
		set, known := sets[id]
		if !known {
			set = shingle.Of(text(id))
			sets[id] = set
		}
		return set
	}
	return func(a, b book.ID) bool { return shared(of(a), of(b)) }
}
