// Package shingle finds texts that share their words: copies of one text and versions of one story. A shingle is a
// run of five words; how much of the smaller text's shingles stand in the other is their containment. It is counted
// exactly, over all shingles: sketches such as SimHash and MinHash are too coarse for articles of a few hundred words.
//
// Words are folded first, so that typography does not matter: compatibility forms and case are undone, and only
// letters and digits count, so that “Moon’s” and "Moon's" are the same two words. A Chinese character or a kana is a
// word of its own, because nothing else parts words there. Paragraphs do not matter either. A text of fewer than five
// words has one shingle, the whole of it: it is found in its equal and in nothing else.
//
// The room owns likeness, not what follows from it: texts are never merged here. It knows no dates and no files.
//
//	var x shingle.Index
//	x.Add("post-2019-03-04", shingle.Of(paragraphs))
//	x.Near(shingle.Of(others)) // [{post-2019-03-04 0.83}]: the same text, since it is Same and more
//
// An index is a table from each shingle, as 64 bits, to the texts that have it. (That two of the three million
// shingles of ten thousand articles share their bits has a probability of one in four million.) Shingles that many
// texts share, a publisher's boilerplate, are kept as sets of bits and counted 64 texts at a time: for every
// thousand texts such a shingle costs a query about what a rare one costs, and none is left out to save time.
package shingle

import (
	"cmp"
	"slices"
)

// The measures of kinship, as containment.
const (
	Same    = .8 // and more: the same text
	Version = .5 // and more: versions of one story
)

// Index holds texts by name. The zero value is empty and ready. It is for one goroutine at a time.
type Index struct {
	names []string
	sizes []uint32 // how many different shingles each text has
	table table
	tally tally
}

// Match is a held text that shares shingles with another.
type Match struct {
	Name        string
	Containment float64 // 0–1, of the smaller text in the larger
}

// Add puts a text into the index. A name that is there already is there twice.
func (x *Index) Add(name string, shingles Set) {
	text := uint32(len(x.names))
	x.names = append(x.names, name)
	x.sizes = append(x.sizes, uint32(len(shingles)))
	for _, s := range shingles {
		x.table.add(s, text)
	}
}

// Near lists the held texts that share at least half of their shingles with a text, nearest first, and equally near ones by name.
func (x *Index) Near(shingles Set) []Match {
	x.tally.begin(len(x.names))
	for _, s := range shingles {
		x.table.count(s, &x.tally)
	}
	var out []Match
	x.tally.each(func(text, shared int) {
		smaller := min(int(x.sizes[text]), len(shingles))
		if c := float64(shared) / float64(smaller); c >= Version {
			out = append(out, Match{x.names[text], c})
		}
	})
	slices.SortStableFunc(out, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.Containment, a.Containment), cmp.Compare(a.Name, b.Name))
	})
	return out
}
