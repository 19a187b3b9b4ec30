// Package evidence says whether quoted words stand in the source they are ascribed to. It owns the rules by which
// two texts count as the same words, and the verdicts; it refuses to take anything but typography for the same:
// case, spelling, order and numbers are strict.
//
// A quotation is looked up in the paragraph it cites, then in the whole source, then in what cleaning set aside,
// then in the other sources:
//
//	s := evidence.Of(original)
//	f := s.Check(`the ferry “ran” […] until dusk`, []book.Range{{First: 5, Last: 5}})
//	f.Verdict    // Elided
//	f.Where     // where the words stand, in bytes of the paragraphs
//
// Both texts are folded first (see fold) and looked for with strings.Index; an offset map leads back. In the
// quotation "[…]" divides parts that must stand in order; "[T]he" changes a letter's case; "[sic]" is nothing; any
// other bracket stands for up to six words of the source. A quotation begins and ends at the edge of a word and
// holds at least five words of the source.
package evidence

import (
	"strings"

	"briefbook/generator/internal/book"
)

const (
	fewest   = 5  // words of the source that a quotation holds at least
	farthest = 60 // words between two parts at most
)

// Finding is what came of a check.
type Finding struct {
	Verdict book.Verdict
	Where   []book.Passage // where the parts of the quotation stand; none when they do not
	Reason  string         // of a quotation that is only in what was set aside: the receipt's reason
}

// Source is a text in which quotations are looked up, folded once.
type Source struct {
	original *book.Original
	body     folded
	starts   []int // byte of the joined paragraphs at which each begins
	joined   string
}

// Of folds a cleaned text.
func Of(o *book.Original) *Source {
	s := &Source{original: o, joined: strings.Join(o.Paragraphs, "\n")}
	at := 0
	for _, p := range o.Paragraphs {
		s.starts = append(s.starts, at)
		at += len(p) + 1
	}
	s.body = fold(s.joined)
	return s
}

// Check looks up quoted words that cite some paragraphs of this source, or the whole of it when there are none.
func (s *Source) Check(words string, cited []book.Range) Finding {
	q := read(words)
	if q.whole == "" {
		return Finding{Verdict: book.TooShort}
	}
	if f, ok := s.verbatim(q, words, cited); ok {
		return f
	}
	if f, ok := s.taken(q, cited); ok {
		return f
	}
	return s.elsewhere(q)
}

// Has reports whether the quotation stands in this source, wherever.
func (s *Source) Has(words string) (Finding, bool) {
	f := s.Check(words, nil)
	return f, f.Verdict.Holds() || f.Verdict == book.ElidedFar
}
