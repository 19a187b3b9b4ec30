// Package when finds the date expressions of running text and says what they come to: "last Tuesday" in an
// article of 29 July 2021 is 2021-07-27. Values are TIMEX3's, dates are EDTF's; what cannot be known stays
// unresolved, never today.
package when

import (
	"strings"
	"sync"

	"briefbook/generator/internal/edtf"
)

// Type says what an expression denotes, in TIMEX3's words.
type Type string

// The types of expression.
const (
	Date     Type = "DATE"
	Time     Type = "TIME"
	Duration Type = "DURATION"
	Set      Type = "SET"
)

// Certainty says how far a value can be trusted.
type Certainty string

// The certainties.
const (
	Certain   Certainty = "certain"   // written out, or counted from the date of publication
	Uncertain Certainty = "uncertain" // the nearest reading of several
	Vague     Certainty = "vague"     // "recently": no point on a calendar
	NeedsDate Certainty = "needs_dct" // counted from a date of publication that is not known
)

// Expression is a date expression in a text.
type Expression struct {
	Start, End int // bytes of the text
	Text       string
	Type       Type
	Value      string    // TIMEX3: "2018-W06", "P7Y", "PAST_REF", "XXXX-05-25"; "unresolved" when nothing is known
	When       edtf.Date // of a date or range on the calendar, else zero
	Certainty  Certainty
	Working    string // how a value that is not written out was reached: "the Tuesday before 29 July 2021"
	Planned    bool   // the words about it speak of what is to come
}

// Find gives the date expressions of one paragraph in order; they do not overlap. published is the date the text
// appeared, zero when it is not known. language is BCP 47; English, German and Korean are read.
func Find(text string, published edtf.Date, language string) []Expression {
	g := grammarOf(language)
	found := readAll(text, anchored(published), g)
	if len(found) == 0 {
		return nil
	}
	all := make([]Expression, len(found))
	for i, f := range found {
		all[i] = f.Expression
	}
	return all
}

// neutral is the grammar of every other language: dates in digits.
var neutral = sync.OnceValue(func() *grammar {
	l := lexicon{entries: map[string]entry{}}
	l.punctuation()
	return compile(l, []rule{{"<year> - <small> - <small>", isoDay}})
})

// grammarOf is the grammar of a language; a text whose language is not known is read as English.
func grammarOf(language string) *grammar {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	switch base {
	case "en", "":
		return english()
	case "de":
		return german()
	case "ko":
		return korean()
	}
	return neutral()
}

// Evidence is a sentence that an inference rests on.
type Evidence struct {
	Para     int    // number of the paragraph, from 1
	Sentence string // as it stands
	Says     string // what follows from it: "after 25 May"
}
