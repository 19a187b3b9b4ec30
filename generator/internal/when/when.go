// Package when finds the date expressions of running text and says what they come to.
//
//	Find("The board met on Tuesday.", edtf.MustParse("2021-07-29"), "en")
//	// "Tuesday" DATE 2021-07-27, certain: "the Tuesday before 29 July 2021"
//
// It owns the words for dates, times, durations and what returns, in English, German and Korean, and what they mean
// in an article of a given date. Values are TIMEX3's (https://timeml.github.io/site/publications/specs.html), dates
// are EDTF's. It refuses to guess: what is counted from a date of publication that is not known stays unresolved, or
// keeps XXXX for its year; it is never counted from today. It knows no events and no places, and reads one paragraph
// without the others.
//
// How a text becomes expressions:
//
//	text → sentences of tokens (token.go) → words with classes (lexicon.go, english.go, german.go, korean.go)
//	     → the longest pattern at each place (pattern.go) → the rule's reading (a file for each family)
//
// A rule is a row of a table: a pattern such as "[<edge>] <month> <year>" and a function that makes a reading of the
// match or declines it. The patterns of a language are compiled to one tree when its first text is read. Everything
// is linear in the text; a sentence longer than sentenceLimit tokens is read in pieces.
//
// A weekday, a month or a day without a year is the last one up to the publication, unless the words about it speak
// of what is to come (tense.go): the nearest verb or adjective that tells, before the expression in its sentence, else
// behind it. "since" forces the past. A month takes its year from one stated earlier in its sentence. "The next
// day" and "a year earlier" are counted from what was named last, and are uncertain for it.
//
// Infer goes the other way: from what a text without a date tells as past and as planned to the range in which it must
// have appeared.
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
