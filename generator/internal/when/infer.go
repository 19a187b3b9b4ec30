package when

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/edtf"
)

// told is a date that a sentence of an undated text tells of as past or as planned. Without a year it stands for any
// year: then only month and day of first and last count, and their year is a leap year.
type told struct {
	first, last edtf.Day
	yearless    bool
	bare        bool // a year alone: tells that the text is not older
	event       bool // a year in the name of an event: "the 2019 Harbour Games"
	tense       tense
	Evidence
}

// anyYear is the year that dates without one are kept in.
const anyYear = 2000

// Infer gives the range in which a text without a date must have appeared, as far as its own sentences tell: not
// before the last thing that had happened, and before the first that was still planned. A day "a week after" a date
// counts as that later day. The year is the latest that the text itself tells as past, in a full date or in the name
// of an event; "in 2018" alone says rather that the text is of another year. Sentences about history, lines that are
// no sentences and contradictions yield nothing: ok is false when the rest leaves no range with a beginning. The
// range is an interval in EDTF, open at its end when nothing was planned.
func Infer(paragraphs []string, language string) (published edtf.Date, evidence []Evidence, ok bool) {
	all := collect(paragraphs, language)
	if whole, ok := inFullDates(all); ok {
		return whole.date(all)
	}
	if placed, ok := inYear(all); ok {
		return placed.date(all)
	}
	return edtf.Date{}, nil, false
}

// bounds are the first and last day on which a text can have appeared, and what they rest on.
type bounds struct {
	from, to edtf.Day // to is DayMax when it is open
	rests    []Evidence
}

// date is the bounds as a date, unless something else that the text tells contradicts them.
func (b bounds) date(all []told) (edtf.Date, []Evidence, bool) {
	if b.from.Compare(b.to) > 0 {
		return edtf.Date{}, nil, false
	}
	for _, t := range all {
		if t.yearless {
			continue
		}
		if t.tense == past && t.first.Compare(b.to) > 0 || t.tense == future && t.last.Compare(b.from) < 0 {
			return edtf.Date{}, nil, false
		}
	}
	slices.SortStableFunc(b.rests, func(x, y Evidence) int { return x.Para - y.Para })
	switch {
	case b.to == edtf.DayMax:
		return parsed(dayValue(b.from) + "/.."), b.rests, true
	case b.from == b.to:
		return b.from.Date(), b.rests, true
	}
	return parsed(dayValue(b.from) + "/" + dayValue(b.to)), b.rests, true
}

// inFullDates bounds a text by dates that name their year. Where others do not, the year may have been named
// because it is another: then they say nothing.
func inFullDates(all []told) (bounds, bool) {
	b := bounds{from: edtf.DayMin, to: edtf.DayMax}
	var after, before Evidence
	for _, t := range all {
		switch {
		case t.yearless:
			return b, false
		case t.bare || t.event:
		case t.tense == past && t.first.Compare(b.from) > 0:
			b.from, after = t.first, t.Evidence
		case t.tense == future && t.last.Add(-1).Compare(b.to) < 0:
			b.to, before = t.last.Add(-1), t.Evidence
		}
	}
	if b.from == edtf.DayMin {
		return b, false
	}
	if b.rests = []Evidence{after.saying("on or after " + b.from.Date().Text("en"))}; b.to != edtf.DayMax {
		b.rests = append(b.rests, before.saying("before "+b.to.Add(1).Date().Text("en")))
	}
	return b, true
}

// inYear bounds a text by a day told as past and a day told as planned that name no year, in the latest year that the text
// names.
func inYear(all []told) (bounds, bool) {
	year, ok := latestYear(all)
	if !ok {
		return bounds{}, false
	}
	last, next, ok := turn(all)
	if !ok {
		return bounds{}, false
	}
	from := following(last.first, year.first)
	to := following(next.last, from)
	return bounds{from: from, to: to.Add(-1), rests: []Evidence{
		year.saying(fmt.Sprintf("in %d or later", year.first.Year)),
		last.saying("on or after " + dayMonth(from)),
		next.saying("before " + dayMonth(to)),
	}}, true
}

// following is the first day with the month and day of one that is not before another.
func following(d, from edtf.Day) edtf.Day {
	for d.Year = from.Year; d.Compare(from) < 0 || !d.Valid(); d.Year++ {
	}
	return d
}

// dayMonth writes a day without its year.
func dayMonth(d edtf.Day) string { return fmt.Sprintf("%d %s", d.Day, monthNames[d.Month-1]) }

// saying is evidence for a statement.
func (e Evidence) saying(says string) Evidence {
	e.Says = says
	return e
}

// latestYear is the latest year told as past, if a full date or the name of an event tells it.
func latestYear(all []told) (told, bool) {
	var latest told
	found := false
	for _, t := range all {
		if t.tense == past && !t.yearless && (!found || t.first.Compare(latest.first) > 0 || t.first == latest.first && latest.bare) {
			latest, found = t, true
		}
	}
	return latest, found && !latest.bare
}

// turn finds, in the circle of a year, the place where the past ends and the planned begins: the last day told as past
// before the first planned. There must be one such place only; several contradict each other.
func turn(all []told) (last, next told, ok bool) {
	var circle []told
	for _, t := range all {
		if t.yearless {
			circle = append(circle, t)
		}
	}
	slices.SortStableFunc(circle, func(a, b told) int { return a.edge().Compare(b.edge()) })
	turns := 0
	for i, t := range circle {
		after := circle[(i+1)%len(circle)]
		if t.tense == past && after.tense == future {
			last, next = t, after
			turns++
		}
	}
	return last, next, turns == 1
}

// edge is the day of a date that bounds the text: the first of what is past, the last of what is planned.
func (t told) edge() edtf.Day {
	if t.tense == past {
		return t.first
	}
	return t.last
}

// collect gathers what the sentences of a text tell as past or as planned.
func collect(paragraphs []string, language string) []told {
	g := grammarOf(language)
	var all []told
	for i, text := range paragraphs {
		found := readAll(text, anchor{}, g)
		for k, f := range found {
			sentence := strings.TrimSpace(text[f.sentence.start:f.sentence.end])
			if f.tense == unknown || f.Type == Set || !tells(sentence) {
				continue
			}
			t, ok := dated(f.Value)
			if !ok {
				continue
			}
			if k > 0 && t.yearless && !g.looksAhead(sentence) {
				t.shift(text, found[k-1], f)
			}
			if t.event = t.bare && inEventName(text, f); t.event {
				t.bare = false
			}
			t.tense = f.tense
			t.Evidence = Evidence{Para: i + 1, Sentence: sentence}
			all = append(all, t)
		}
	}
	return all
}

// dated reads a TIMEX3 value as a date that can bound a text: a day, a month or a year.
func dated(value string) (told, bool) {
	day, _, timed := strings.Cut(value, "T")
	if strings.Contains(day, "/") {
		day, _, _ = strings.Cut(day, "/")
	}
	var t told
	rest, yearless := strings.CutPrefix(day, "XXXX")
	if yearless {
		day = fmt.Sprintf("%04d%s", anyYear, rest)
	}
	if timed && len(day) != len("2000-01-01") || len(day) < 4 || !isDigit(day[0]) {
		return t, false
	}
	d := parsed(day)
	if d.IsZero() || d.IsInterval() {
		return t, false
	}
	switch d.Precision() {
	case edtf.PrecisionDay, edtf.PrecisionMonth:
	case edtf.PrecisionYear:
		t.bare = true
	default:
		return t, false
	}
	t.first, t.last, t.yearless = d.First(), d.Last(), yearless
	return t, !yearless || !t.bare
}

// shift moves a day told as past by the duration before it: "two days after the fair ended 3 May" is 5 May.
func (t *told) shift(text string, before, date finding) {
	if t.first != t.last || date.tense != past || before.sentence != date.sentence || before.Type != Duration || date.first-before.end > 10 {
		return
	}
	between := strings.Fields(text[before.End:date.Start])
	if len(between) == 0 || between[0] != "after" && between[0] != "nach" {
		return
	}
	n := 0
	if _, err := fmt.Sscanf(before.Value, "P%dD", &n); err != nil {
		if _, err := fmt.Sscanf(before.Value, "P%dW", &n); err != nil || !strings.HasSuffix(before.Value, "W") {
			return
		}
		n *= 7
	} else if !strings.HasSuffix(before.Value, "D") {
		return
	}
	d := t.first.Add(n)
	d.Year = anyYear
	t.first, t.last = d, d
}

// looksAhead reports whether a sentence has a word that tells of what will be.
func (g *grammar) looksAhead(sentence string) bool {
	for word := range strings.FieldsSeq(sentence) {
		if g.find(strings.Trim(word, ".,;:!?\"'”’“")).class&futureCue != 0 {
			return true
		}
	}
	return false
}

// inEventName reports whether a year stands in the name of an event: before a name, "the 2019 Harbour Games", and not
// after a preposition.
func inEventName(text string, f finding) bool {
	rest := text[f.End:]
	after := strings.TrimLeft(rest, " ")
	r, _ := utf8.DecodeRuneInString(after)
	if len(after) == len(rest) || !unicode.IsUpper(r) && !isHangul(r) {
		return false
	}
	words := strings.Fields(text[f.sentence.start:f.Start])
	if len(words) == 0 {
		return true
	}
	switch strings.ToLower(words[len(words)-1]) {
	case "in", "since", "of", "by", "until", "from", "and", "im", "jahr", "seit", "bis":
		return false
	}
	return true
}

// tells reports whether a sentence is one, and tells of its own time: not of history, and not a line of rights.
func tells(sentence string) bool {
	end := strings.TrimRight(sentence, "\"'”’»)“")
	if !strings.HasSuffix(end, ".") && !strings.HasSuffix(end, "!") && !strings.HasSuffix(end, "?") {
		return false
	}
	for word := range strings.FieldsFuncSeq(strings.ToLower(sentence), func(r rune) bool { return !unicode.IsLetter(r) && r != '©' }) {
		switch word {
		case "since", "anniversary", "ago", "armistice", "war", "born", "founded", "copyright", "©", "updated", "archive", "related",
			"seit", "jahrestag", "waffenstillstand", "krieg", "geboren", "gegründet", "정전", "전쟁", "주년", "이후", "창설":
			return false
		}
	}
	return true
}
