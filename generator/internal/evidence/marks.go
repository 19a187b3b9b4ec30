package evidence

import (
	"strings"

	"briefbook/generator/internal/book"
)

// matching pairs square brackets, outermost first: the byte of each opening one with that of the one that closes it.
// What stands alone is left to be text.
func matching(s string) map[int]int {
	if !strings.ContainsAny(s, "[［〔") {
		return nil
	}
	pairs := map[int]int{}
	var open []int
	for i, r := range s {
		switch r {
		case '[', '［', '〔':
			open = append(open, i)
		case ']', '］', '〕':
			if n := len(open); n > 0 {
				pairs[open[n-1]] = i
				open = open[:n-1]
			}
		}
	}
	return pairs
}

// holdsElision reports whether a mark of elision stands among other words in brackets.
func holdsElision(s string) bool {
	for i := range s {
		if book.Omission(s[i:]) > 0 {
			return true
		}
	}
	return false
}
