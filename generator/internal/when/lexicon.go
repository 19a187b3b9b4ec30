package when

import "strings"

// word numbers the words that patterns name; 0 is any other.
type word uint16

// class is a set of things a token can be.
type class uint32

// The classes. Those of the first group are written in patterns by their name: "<month>".
const (
	number   class = 1 << iota // digits
	ordinal                    // "25th", "third"
	day                        // 1 to 31 in digits
	small                      // one or two digits
	year                       // four digits from 1000, or a year in words
	month                      // "January", "Jan"
	weekday                    // "Monday", "Mon"
	unit                       // "day" … "century"
	units                      // "days" … "centuries"
	season                     // "spring"
	part                       // of a day: "morning"
	side                       // "last", "this", "next"
	edge                       // "early", "late", "the end of"
	some                       // "several", "few"
	about                      // "nearly", "at least"
	holiday                    // "Christmas"
	count                      // a number in digits or words, one token or more
	relative                   // "yesterday", "heute"
	frequent                   // "daily", "jährlich"
	compound                   // "Dienstagabend": a day of the week and a part of it

	stop        // a full stop and its like
	barrier     // a semicolon: what stands behind it is another sentence
	closing     // a closing quotation mark or bracket
	abbreviated // written with a dot when capital: "Sept.", "Mr."
	numeral     // "twenty"
	pastCue     // tells of what was: "met", "ago"
	futureCue   // tells of what will be: "will", "scheduled"
	namely      // a preposition before a date: "in", "since"
	link        // a name of a month that is another word or a name as well: "may", "April"
	byForm      // a cue by its form alone: "ended", but "combined" as well
	reporting   // "said": tells nothing about when the thing said is
)

// className is what patterns write for a class.
func className(name string) class {
	switch name {
	case "number":
		return number
	case "ordinal":
		return ordinal
	case "day":
		return day
	case "small":
		return small
	case "year":
		return year
	case "month":
		return month
	case "weekday":
		return weekday
	case "unit":
		return unit
	case "units":
		return units
	case "season":
		return season
	case "part":
		return part
	case "side":
		return side
	case "edge":
		return edge
	case "some":
		return some
	case "about":
		return about
	case "holiday":
		return holiday
	case "count":
		return count
	case "relative":
		return relative
	case "frequent":
		return frequent
	case "compound":
		return compound
	}
	panic("when: no class " + name)
}

// entry is what the lexicon knows of a word.
type entry struct {
	word   word
	class  class
	value  int
	proper class // classes it has only when written with a capital letter
}

// lexicon knows the words of one language.
type lexicon struct {
	entries    map[string]entry
	numberDots bool // a dot follows an ordinal number and groups digits: "12. Februar", "1.000"
	verbLast   bool // the last verb of a sentence tells its tense

	past      func(string) bool // whether an unknown word looks like a verb in the past
	particles map[string]bool   // Korean: what can follow a noun
}

// longestWord is how long a word of a lexicon can be, in bytes.
const longestWord = 32

// find looks a word up, whatever its case; the zero entry when it is not known.
func (l lexicon) find(written string) entry {
	if len(written) > longestWord {
		return entry{}
	}
	var buffer [longestWord]byte
	lower := buffer[:len(written)]
	for i := range len(written) {
		c := written[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		} else if c >= 0x80 {
			return l.entries[strings.ToLower(written)]
		}
		lower[i] = c
	}
	return l.entries[string(lower)]
}

// set gives the words of a list a class, and the values first, first+1, … when there is a first.
func (l lexicon) set(c class, first int, list string) {
	for i, name := range strings.Fields(list) {
		l.merge(name, entry{class: c, value: first + i})
	}
}

// all gives every word of a list a class and the same value.
func (l lexicon) all(c class, value int, list string) {
	for _, name := range strings.Fields(list) {
		l.merge(name, entry{class: c, value: value})
	}
}

// cue adds a class to the words of a list and leaves their values.
func (l lexicon) cue(c class, list string) {
	for _, name := range strings.Fields(list) {
		e := l.entries[name]
		e.class |= c
		l.entries[name] = e
	}
}

// capital says that the words of a list have a class only with a capital letter.
func (l lexicon) capital(c class, list string) {
	for _, name := range strings.Fields(list) {
		e := l.entries[name]
		e.proper |= c
		l.entries[name] = e
	}
}

// merge adds to an entry; a value once given stays.
func (l lexicon) merge(name string, add entry) {
	name = strings.ReplaceAll(name, "_", " ")
	e, ok := l.entries[name]
	if e.class |= add.class; !ok {
		e.value = add.value
	}
	l.entries[name] = e
}

// punctuation adds the marks that every language has.
func (l lexicon) punctuation() {
	l.all(stop, 0, ". ! ? …")
	l.all(barrier, 0, ";")
	l.all(closing, 0, "\" ” ’ ' ) ] » “")
}
