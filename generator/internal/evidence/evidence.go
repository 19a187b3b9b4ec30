// Package evidence says whether quoted words stand in the source they are ascribed to. It owns the rules by which
// two texts count as the same words, the verdicts, and quotes.lock, which carries them to where the sources are not.
// It refuses to take anything but typography for the same: case, spelling, order and numbers are strict.
//
// A quotation is looked up in the paragraphs it cites, then in the whole source, then in what cleaning set aside:
//
//	s := evidence.Of(original)
//	f := s.Check(`the ferry “ran” […] until dusk`, []book.Range{{First: 5, Last: 5}})
//	f.Verdict // Elided
//	f.Where   // where the words stand, in bytes of the paragraphs
//
// Where that fails, Nearest gives the passage that comes nearest, and a [Probe] picks out the few of ten thousand
// other sources in which to look.
//
// # What is the same
//
// Both texts are folded and looked for byte by byte; an offset map leads back. Folding evens out compatibility forms
// (NFKC), the shapes of quotation marks, runs of dashes with the blanks around them, white space, and drops what cannot
// be seen and addresses of the web in the source. A capture may have done more, and may be read in either way: a
// hyphen at the end of a line ("co-" and "operate") is the word's or the line's; a call of a note ("treaty.²", "[12]")
// is copied or not; U+FFFD is the dash, the apostrophe or the mark that its neighbours make likely, never nothing.
//
// A quotation begins and ends where a word does: not within a number, a compound with a hyphen, an abbreviation or a
// possessive. White space, quotation marks and dashes around it, and the punctuation that closes it, are the writer's;
// so is the case of its first letter, but for the capital of a name: "the board" may be quoted of "The board", "moon
// rose" not of "Moon rose" where Moon is a man.
//
// # What a writer may mark
//
//	[…] (...) . . .   words left out; the parts stand in order, at most 60 words apart
//	[T]he             a letter in the other case
//	[sic]             nothing
//	[Kim], agree[d]   up to six words of the source, or part of one; never words of two sentences
//
// Neither stands for a negation alone, or for one and another word: "did […] agree" is not what "did not agree" says.
// What the source itself has in brackets, or with dots, may be quoted as it stands. A quotation holds at least five
// words of the source, three of them in a row. One with brackets is Bracketed, whether or not it is also Elided.
package evidence

import (
	"strings"
	"sync"

	"briefbook/generator/internal/book"
)

const (
	fewest   = 5 // words of the source that a quotation holds at least
	fewInRow = 3 // and that stand next to each other
)

// Finding is what came of a check.
type Finding struct {
	Verdict book.Verdict
	Where   []book.Passage // where the parts of the quotation stand; none when they do not
	Reason  string         // of a quotation that is only in what was set aside: the receipt's reason, or "title"
}

// Source is a text in which quotations are looked up. It is folded when first asked, and may be asked by several at
// a time.
type Source struct {
	original *book.Original
	joined   string // the paragraphs, a line break between each two
	starts   []int  // byte at which each begins

	mu     sync.Mutex
	bodies [everything + 1]*folded
	beside []aside
}

// Of takes a cleaned text.
func Of(o *book.Original) *Source {
	s := &Source{original: o, joined: strings.Join(o.Paragraphs, "\n")}
	at := 0
	for _, p := range o.Paragraphs {
		s.starts = append(s.starts, at)
		at += len(p) + 1
	}
	return s
}

// body is the text folded with some leeway.
func (s *Source) body(with leeway) *folded {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.bodies[with] == nil {
		s.bodies[with] = fold(s.joined, with)
	}
	return s.bodies[with]
}

// Check looks up quoted words that cite some paragraphs of this source, or the whole of it when there are none.
func (s *Source) Check(words string, cited []book.Range) Finding {
	list := readings(words, strings.Contains(s.joined, "[sic]"))
	if len(list[len(list)-1].pieces) == 0 {
		return Finding{Verdict: book.TooShort}
	}
	if f, ok := s.look(list, cited); ok {
		return f
	}
	return s.elsewhere(list)
}

// Has reports whether the quotation stands in this source, wherever.
func (s *Source) Has(words string) (Finding, bool) {
	f, ok := s.look(readings(words, strings.Contains(s.joined, "[sic]")), nil)
	return f, ok && (f.Verdict.Holds() || f.Verdict == book.ElidedFar)
}
