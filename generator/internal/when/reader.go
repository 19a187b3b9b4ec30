package when

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"briefbook/generator/internal/edtf"
)

// reading is what a rule makes of a match.
type reading struct {
	kind       Type
	value      string
	certainty  Certainty
	working    string
	tense      tense // set when the words themselves tell: "next week"
	first, end int   // tokens, when they are not those of the match
	derived    bool  // from the quarter last named, which stays what it is
}

// finding is an expression with what only this room needs to know of it.
type finding struct {
	Expression
	tense      tense
	first, end int // tokens of its sentence
	sentence   extent
}

// extent is where a sentence stands in its paragraph, in bytes.
type extent struct{ start, end int }

// reader reads one paragraph.
type reader struct {
	g        *grammar
	scan     scanner
	hunt     search
	tokens   []token // of the sentence at hand
	anchor   anchor  // the date of publication
	memory   anchor  // the date last named
	quarter  anchor  // the quarter last named
	sentence extent
	since    int // index in found of the first expression of the sentence
	found    []finding
}

// readAll finds the expressions of a paragraph.
func readAll(text string, a anchor, g *grammar) []finding {
	r := &reader{g: g, anchor: a, scan: scanner{text: text, words: g.lexicon}, hunt: search{g: g}}
	for r.scan.next() {
		r.tokens = r.scan.tokens
		r.hunt.tokens = r.tokens
		r.sentence = extent{r.tokens[0].start, r.tokens[len(r.tokens)-1].end}
		r.since = len(r.found)
		r.counts()
		for i := 0; i < len(r.tokens); {
			i = r.readAt(i)
		}
	}
	return r.found
}

// readAt tries the rules at a token and gives the token to go on from.
func (r *reader) readAt(i int) int {
	for _, h := range r.hunt.from(i) {
		x, ok := r.g.rules[h.rule].read(r, h.match)
		if !ok {
			continue
		}
		if x.end == 0 {
			x.first, x.end = h.first, h.end
		}
		if r.is(x.end-1, ".") && r.class(x.end-2)&abbreviated == 0 { // the full stop of the sentence
			x.end--
		}
		r.keep(x)
		return x.end
	}
	return i + 1
}

// keep notes what a rule made.
func (r *reader) keep(x reading) {
	f := finding{tense: x.tense, first: x.first, end: x.end, sentence: r.sentence}
	if f.tense == unknown {
		f.tense = r.tenseOf(x.first, x.end)
	}
	start, end := r.tokens[x.first].start, r.tokens[x.end-1].end
	f.Expression = Expression{Start: start, End: end, Text: r.scan.text[start:end], Type: x.kind,
		Value: x.value, Certainty: x.certainty, Working: x.working}
	if x.kind == Date || x.kind == Time || x.kind == Duration && strings.Contains(x.value, "/") {
		f.When = place(x.value)
	}
	f.Planned = f.tense == future && x.kind != Set && !r.over(f.When)
	if !x.derived {
		r.remember(f)
	}
	r.found = append(r.found, f)
}

// over reports whether a date lies before the publication.
func (r *reader) over(d edtf.Date) bool {
	return r.anchor.grain == byDay && !d.IsZero() && d.Last().Compare(r.anchor.day) < 0
}

// remember keeps a date for the expressions that are counted from it: "the next day".
func (r *reader) remember(f finding) {
	if f.When.IsZero() || f.Type == Duration {
		return
	}
	a := anchored(f.When)
	a.unsure = true
	if strings.Contains(f.Value, "-Q") {
		r.quarter = a
		r.quarter.grain = byMonth
		return
	}
	if a.grain != none {
		r.memory = a
	}
}

// is reports whether a token is one of some words, whatever its case.
func (r *reader) is(i int, names ...string) bool {
	if i < 0 || i >= len(r.tokens) {
		return false
	}
	written := r.text(i)
	for _, name := range names {
		if len(name) == len(written) && (name[0]^written[0])&^0x20 == 0 && strings.EqualFold(written, name) {
			return true
		}
	}
	return false
}

// text is a token as written.
func (r *reader) text(i int) string { return r.scan.text[r.tokens[i].start:r.tokens[i].end] }

// words is a match as written, in one line.
func (r *reader) words(m match) string {
	return strings.Join(strings.Fields(r.scan.text[r.tokens[m.first].start:r.tokens[m.end-1].end]), " ")
}

// class is what a token can be, nothing outside the sentence.
func (r *reader) class(i int) class {
	if i < 0 || i >= len(r.tokens) {
		return 0
	}
	return r.tokens[i].class
}

// tight reports whether nothing stands between the tokens of a match.
func (r *reader) tight(m match) bool {
	for i := m.first + 1; i < m.end; i++ {
		if !r.tokens[i].glued {
			return false
		}
	}
	return true
}

// gluedAround reports whether a match is part of a longer run of characters: "A-2018", "2018.5".
func (r *reader) gluedAround(m match) bool {
	if i := m.first; r.tokens[i].glued && (!r.opens(i-1) || r.tokens[i-1].glued && r.tokens[i-2].number) {
		return true
	}
	if m.end >= len(r.tokens) || !r.tokens[m.end].glued {
		return false
	}
	if m.end+1 < len(r.tokens) && r.tokens[m.end+1].glued && r.is(m.end, "-", "/", ".", ",", ":") {
		return r.tokens[m.end+1].number
	}
	return r.is(m.end, "%", "_", "@", "#")
}

// opens reports whether a token is a mark after which something new begins.
func (r *reader) opens(i int) bool {
	t := r.tokens[i]
	c, _ := utf8.DecodeRuneInString(r.scan.text[t.start:])
	return strings.ContainsRune("([{\"“”‘’'«»„—–;:,…<>=*|~·`", c) || isHangul(c)
}

// sentenceEnds reports whether the sentence, or a clause of it, ends at a token.
func (r *reader) sentenceEnds(i int) bool {
	return i >= len(r.tokens) || r.tokens[i].class&(stop|closing) != 0 || r.is(i, ",", ";")
}

// yearAt is the year of a token.
func (r *reader) yearAt(i int) int { return r.tokens[i].year }

// wordly reports whether the name of a month in a match is another word: "may 5 people", "march 30 miles".
func (r *reader) wordly(m match) bool {
	i := m.at(month, 0)
	return i > 0 && r.tokens[i].glued && !r.opens(i-1) && !r.is(i-1, "/", "-")
}

// writtenOut is a day that is written out, if the calendar has it.
func (r *reader) writtenOut(y, m, d int) (reading, bool) {
	date := edtf.Day{Year: int32(y), Month: uint8(m), Day: uint8(d)}
	if m < 1 || m > 12 || !date.Valid() {
		return reading{}, false
	}
	return reading{kind: Date, value: dayValue(date), certainty: Certain}, true
}

// unresolved is a date that cannot be known without the date of publication.
func (r *reader) unresolved(value string) reading {
	return reading{kind: Date, value: value, certainty: NeedsDate}
}

// counted is a date that was counted from the date of publication.
func (r *reader) counted(m match, value string) reading {
	return reading{kind: Date, value: value, certainty: r.sure(), working: r.words(m) + ", counted from " + r.anchor.name}
}

// sure is how certain a date counted from the date of publication is.
func (r *reader) sure() Certainty {
	if r.anchor.unsure {
		return Uncertain
	}
	return Certain
}

// period is the unit n after that of the date of publication.
func (r *reader) period(m match, u span, n int) reading {
	value := r.anchor.period(u, n)
	if value == "" {
		x := r.unresolved("unresolved")
		x.tense = sign(n)
		return x
	}
	x := r.counted(m, value)
	x.tense = sign(n)
	return x
}

// sign is the tense of what lies n units away.
func sign(n int) tense {
	switch {
	case n < 0:
		return past
	case n > 0:
		return future
	}
	return unknown
}

// amount writes a number of units as a TIMEX3 duration.
func amount(n string, u span) string {
	prefix, letter, factor := u.code()
	if factor > 1 && n != "X" {
		n = fmt.Sprint(atoi(n) * factor)
	}
	return prefix + n + letter
}
