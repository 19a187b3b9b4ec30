package when

import (
	"strings"

	"briefbook/generator/internal/edtf"
)

// relativeRules read days, weeks, months and years that are counted from another day.
func relativeRules() []rule {
	return []rule{
		{"[<edge> [on]] <relative>", relativeDay},
		{"[<edge>] <relative> [' s] [<edge>] <part>", relativeDay},
		{"[<edge>] this <part>", thisPart},
		{"last night", thisPart},
		{"overnight", thisPart},
		{"the day before yesterday", beyond},
		{"the day after tomorrow", beyond},
		{"[the] [<edge> [in]] <side> <unit>", sideUnit},
		{"[<edge>] this past|coming <unit>", sideUnit},
		{"[<edge> in] the <unit>", theUnit},
		{"the end|beginning|start|middle|rest|close|remainder of <side> <unit>", sideUnit},
		{"[the] end|beginning|start|middle|rest|close|remainder of the <unit>", theUnit},
		{"the weekend", sideUnit},
		{"[<about>] <count> [and a half] <unit>|<units> ago", ago},
		{"[<about>] a|an <unit> ago", ago},
		{"a|an|the|one <unit> ago|earlier", ago},
		{"<unit> - ago|earlier", ago},
		{"[<about>] <count> <unit>|<units> earlier|previously", ago},
		{"[<about>] a few|couple of <units> ago", someAgo},
		{"[<about>] a few|couple <units> ago", someAgo},
		{"[<about>] <some> <units> ago", someAgo},
		{"<units> ago", someAgo},
		{"[not] long ago", someAgo},
		{"[just] a|some <some> <units> ago", someAgo},
		{"[the] same|that same day|week|month|year", sameUnit},
		{"[<edge>] that day|week|month|year", sameUnit},
		{"the next|following|previous day|week|month|year", nextUnit},
		{"the day|week|month|year before|after", nextUnit},
		{"<count> <units> later", later},
		{"a|one <unit> later", later},
		{"<count> <units> from now|today", fromNow},
		{"a <unit> from now|today", fromNow},
	}
}

// relativeDay reads "yesterday", "late today", "tomorrow morning".
func relativeDay(r *reader, m match) (reading, bool) {
	i := m.at(relative, 0)
	n := r.tokens[i].value
	if r.is(i, "morgen") && r.is(i-1, "am", "jeden", "guten", "diesen", "vom") {
		return reading{}, false
	}
	x := r.period(m, days, n%tonight)
	if m.has(part) {
		return x.during(r.partAt(m)), true
	}
	if n >= tonight {
		return x.during("NI"), true
	}
	return x, true
}

// tonight is added to the value of a relative word that means the night of its day.
const tonight = 100

// thisPart reads "this morning", "last night".
func thisPart(r *reader, m match) (reading, bool) {
	n, code := 0, "NI"
	if r.is(m.first, "last") {
		n = -1
	}
	if m.has(part) {
		code = r.partAt(m)
	}
	return r.period(m, days, n).during(code), true
}

// beyond reads "the day after tomorrow".
func beyond(r *reader, m match) (reading, bool) {
	return r.period(m, days, 2*r.tokens[m.end-1].value), true
}

// sideUnit reads "last week", "later this month", "the current quarter".
func sideUnit(r *reader, m match) (reading, bool) {
	u, n := span(r.tokens[m.end-1].value), 0
	if i := m.at(side, 0); i >= 0 {
		n = r.tokens[i].value
	} else if m.end-m.first >= 3 {
		n = r.tokens[m.end-2].value
	}
	if u >= moments || u < days || u == nights {
		return reading{}, false
	}
	if r.is(m.end-2, "past") && u != weekends && !r.is(m.end-3, "this") || r.is(m.end-2, "last") && u >= decades && u <= centuries {
		x := r.lasting(m, "1", u)
		x.tense = past
		return x, true
	}
	if u == days && r.is(m.end-2, "following", "coming", "previous", "next") || u == quarters && r.is(m.end, "of") {
		return reading{}, false
	}
	if r.is(m.end-2, "following", "previous") && r.is(m.end-3, "the") && r.memory.grain != none {
		return nextUnit(r, match{first: m.end - 3, end: m.end})
	}
	if r.is(m.first, "the") && r.is(m.end-2, "weekend", "the") && r.tenseOf(m.first, m.end) != future {
		n = -weekendOver(r.anchor)
	}
	x := r.period(m, u, n)
	r.edged(m, &x)
	return x, true
}

// weekendOver is 1 when the weekend spoken of is that of the week before: early in the week.
func weekendOver(a anchor) int {
	if a.grain == byDay && a.day.Weekday() >= 1 && a.day.Weekday() <= 5 {
		return 1
	}
	return 0
}

// edged settles what "earlier" and "later" add: the tense, and doubt when even the period is not known, for the
// words may stem from an older draft.
func (r *reader) edged(m match, x *reading) {
	switch {
	case r.is(m.first, "earlier"):
		x.tense = past
	case r.is(m.first, "later"):
		x.tense = future
	default:
		return
	}
	if x.certainty == NeedsDate {
		x.certainty = Uncertain
	}
}

// theUnit reads "the year" where it means the year of publication: "of the year", "earlier in the year".
func theUnit(r *reader, m match) (reading, bool) {
	u := span(r.tokens[m.end-1].value)
	if m.end-m.first == 2 && !(u == years && r.is(m.first-1, "of") && r.is(m.first-2, "half", "quarter", "end", "months", "rest", "part")) {
		return reading{}, false
	}
	if u != weeks && u != months && u != years || r.is(m.end, "of") {
		return reading{}, false
	}
	x := r.period(m, u, 0)
	r.edged(m, &x)
	return x, true
}

// ago reads "two weeks ago", "a year earlier". A year before a quarter just named is that quarter of the year before.
func ago(r *reader, m match) (reading, bool) {
	n, u := r.quantity(m)
	if n < 0 || u >= moments {
		return reading{}, false
	}
	if u < days {
		x := r.lasting(m, "", u)
		x.tense = past
		return x, true
	}
	if r.tokens[m.first].class&unit != 0 && r.is(m.end-2, "-") && u != years {
		return reading{}, false
	}
	if u == years && n == 1 && r.quarter.grain != none {
		a := r.quarter
		a.day.Year--
		return reading{kind: Date, value: a.period(quarters, 0), certainty: Uncertain, tense: past, derived: true, working: "a year before the quarter last named"}, true
	}
	from := r.anchor
	if r.is(m.end-1, "earlier") && u <= weeks && r.memory.grain == byDay && len(r.found) > 0 {
		from = r.memory
	}
	return r.away(m, from, u, -n), true
}

// away is the period n units from an anchor.
func (r *reader) away(m match, from anchor, u span, n int) reading {
	value := from.period(u, n)
	if value == "" {
		x := r.unresolved("unresolved")
		x.tense = sign(n)
		return x
	}
	if u == decades {
		value = yearValue(int(from.day.Year) + 10*n)
	}
	x := reading{kind: Date, value: value, certainty: r.sure(), tense: sign(n), working: r.words(m) + ", counted from " + from.name}
	if from.unsure {
		x.certainty = Uncertain
	}
	return x
}

// quantity is the number and unit of a match; -1 for a fraction.
func (r *reader) quantity(m match) (int, span) {
	u := span(r.tokens[m.at(unit|units, 0)].value)
	i := m.at(count, 0)
	if i < 0 {
		return 1, u
	}
	if r.tokens[i].decimal && r.tokens[i].count == 0 {
		return -1, u
	}
	return r.tokens[i].count, u
}

// someAgo reads "several years ago".
func someAgo(r *reader, m match) (reading, bool) {
	return reading{kind: Date, value: "PAST_REF", certainty: Vague, tense: past}, true
}

// sameUnit reads "that year", "the same day".
func sameUnit(r *reader, m match) (reading, bool) {
	return r.fromMemory(m, 0)
}

// nextUnit reads "the next day", "the week before".
func nextUnit(r *reader, m match) (reading, bool) {
	n := 1
	if r.is(m.first+1, "previous") || r.is(m.end-1, "before") {
		n = -1
	}
	if r.is(m.end-1, "before", "after") && !r.sentenceEnds(m.end) {
		return reading{}, false
	}
	if r.is(m.first+1, "next") && r.tokens[m.end-1].value > int(days) && r.memory.grain == none {
		return sideUnit(r, m)
	}
	return r.fromMemory(m, n)
}

// fromMemory is the unit n after the date last named.
func (r *reader) fromMemory(m match, n int) (reading, bool) {
	i := m.at(unit, 0)
	if i < 0 {
		i = m.end - 1
		if r.class(i)&unit == 0 {
			i--
		}
	}
	from, u := r.memory, span(r.tokens[i].value)
	if from.period(u, n) == "" {
		from = r.anchor
	}
	x := r.away(m, from, u, n)
	if x.tense = unknown; x.certainty == Certain {
		x.certainty = Uncertain
	}
	return x, true
}

// later reads "two days later", counted from the date last named.
func later(r *reader, m match) (reading, bool) {
	n, u := r.quantity(m)
	if n < 0 || u < days || u >= moments || r.memory.period(u, n) == "" {
		x := r.lasting(m, "", u)
		x.end = m.end - 1
		x.first = m.first
		return x, n >= 0
	}
	x := r.away(m, r.memory, u, n)
	x.tense = unknown
	return x, true
}

// fromNow reads "two weeks from now".
func fromNow(r *reader, m match) (reading, bool) {
	n, u := r.quantity(m)
	if n < 0 || u < days || u >= moments {
		return reading{}, false
	}
	return r.away(m, r.anchor, u, n), true
}

// dayAt is the first day of a value of day precision.
func dayAt(value string) (edtf.Day, bool) {
	d := place(value)
	return d.First(), !d.IsZero() && strings.Count(value, "-") == 2
}
