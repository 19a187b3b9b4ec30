// Package shingle finds texts that share their words: copies of one text and versions of one story. A shingle is a
// run of five words; how much of the smaller text's shingles stand in the other is their containment.
package shingle

// The measures of kinship, as containment.
const (
	Same    = .8 // and more: the same text
	Version = .5 // and more: versions of one story
)

// Index holds texts by name. The zero value is empty and ready.
type Index struct{}

// Match is a held text that shares shingles with another.
type Match struct {
	Name        string
	Containment float64 // 0–1, of the smaller text in the larger
}

// Add puts a text into the index.
func (x *Index) Add(name string, paragraphs []string) {}

// Near lists the held texts that share at least half of the shingles, nearest first.
func (x *Index) Near(paragraphs []string) []Match { return nil }
