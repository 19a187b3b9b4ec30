// Package when finds the date expressions of running text and says what they come to: "last Tuesday" in an
// article of 29 July 2021 is 2021-07-27. Values are TIMEX3's, dates are EDTF's; what cannot be known stays
// unresolved, never today.
package when

import "briefbook/generator/internal/edtf"

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
func Find(text string, published edtf.Date, language string) []Expression { return nil }

// Evidence is a sentence that an inference rests on.
type Evidence struct {
	Para     int    // number of the paragraph, from 1
	Sentence string // as it stands
	Says     string // what follows from it: "after 25 May"
}

// Infer gives the range in which a text without a date must have appeared, as far as its own sentences tell: after
// the last thing that had happened, before the first that was still planned. ok is false when they tell nothing.
func Infer(paragraphs []string, language string) (published edtf.Date, evidence []Evidence, ok bool) {
	return edtf.Date{}, nil, false
}
