package when

import (
	"fmt"
	"time"

	"briefbook/generator/internal/edtf"
)

// weekdayRules read days of the week, alone and with a part of the day.
func weekdayRules() []rule {
	return []rule{
		{"[<edge> [on]] <weekday>", bareWeekday},
		{"this|last|next|this past|coming <weekday>", sideWeekday},
		{"[this|the] <side> <weekday>", sideWeekday},
		{"<weekday> <side> week", weekdayOfWeek},
		{"<weekday> of <side> week", weekdayOfWeek},
		{"<side> week on <weekday>", weekdayOfWeek},
		{"[<edge>] [<side>] <weekday> [' s] [<edge>] <part>", weekdayPart},
		{"<part> of [<side>] <weekday>", weekdayPart},
		{"[the] [<edge>] <part> of [<weekday> [,]] [<side>] <month> [.] <day> [, <year>]", partOfDate},
		{"[<weekday> [,]] <month> [.] <day> [, <year>] [at] <part>", partOfDate},
	}
}

// bareWeekday reads "Tuesday": the latest up to the day of publication, unless the words about it speak of what is
// to come.
func bareWeekday(r *reader, m match) (reading, bool) {
	i := m.at(weekday, 0)
	t := r.tokens[i]
	if !t.capital || t.end-t.start < len("Monday") {
		return reading{}, false
	}
	return r.weekday(m, 0)
}

// sideWeekday reads "last Tuesday", "next Friday".
func sideWeekday(r *reader, m match) (reading, bool) {
	if !r.tokens[m.at(weekday, 0)].capital {
		return reading{}, false
	}
	return r.weekday(m, r.tokens[m.end-2].value)
}

// weekday is the day of the week of a match: before the day of publication for a negative side, after it for a
// positive one, as the words about it tell for 0.
func (r *reader) weekday(m match, which int) (reading, bool) {
	day := time.Weekday(r.tokens[m.at(weekday, 0)].value)
	if r.anchor.grain < byDay {
		x := r.unresolved(fmt.Sprintf("XXXX-WXX-%d", (int(day)+6)%7+1))
		x.tense = sign(which)
		return x, true
	}
	from := r.anchor.day
	back := (int(from.Weekday()-day) + 7) % 7
	t := sign(which)
	if which == 0 {
		t = r.weekdayTense(m)
	}
	d, where := from.Add(-back), "before"
	switch {
	case t == future && (back > 0 || which > 0):
		d, where = from.Add(7-back), "after"
	case which < 0 && back == 0:
		d = from.Add(-7)
	}
	x := reading{kind: Date, value: dayValue(d), certainty: r.sure(), tense: sign(which)}
	x.working = fmt.Sprintf("the %s %s %s", day, where, r.anchor.name)
	if d == from {
		x.working = "the day of publication"
	}
	return x, true
}

// weekdayTense is the tense of a weekday: the future only when a cue for it stands near and no word of report
// stands between, "said on Monday that it would".
func (r *reader) weekdayTense(m match) tense {
	if t := r.prepositionTense(m.first); t != unknown {
		return t
	}
	if r.g.verbLast {
		return r.lastCue(m.end)
	}
	if r.is(m.end, "'", "’") && r.is(m.end+1, "s") {
		return unknown
	}
	for i := m.first - 1; i >= 0 && i > m.first-12; i-- {
		if r.class(i)&reporting != 0 {
			return past
		}
		if t := r.cue(i); t != unknown {
			return t
		}
		if r.is(i, ";", "\"", "”") {
			break
		}
	}
	if m.first > 3 {
		return unknown
	}
	return r.cueBehind(m.end, 12)
}

// weekdayOfWeek reads "Tuesday last week".
func weekdayOfWeek(r *reader, m match) (reading, bool) {
	day, n := r.tokens[m.at(weekday, 0)].value, r.tokens[m.at(side, 0)].value
	if r.anchor.grain < byDay {
		return r.unresolved("unresolved"), true
	}
	x := r.counted(m, dayValue(monday(r.anchor.day).Add(7*n+(day+6)%7)))
	x.tense = sign(n)
	return x, true
}

// monday is the first day of the week of a day.
func monday(d edtf.Day) edtf.Day { return d.Add(-(int(d.Weekday()) + 6) % 7) }

// weekdayPart reads "Friday night", "late Sunday evening".
func weekdayPart(r *reader, m match) (reading, bool) {
	which := 0
	if i := m.at(side, 0); i >= 0 {
		which = r.tokens[i].value
	}
	if !r.tokens[m.at(weekday, 0)].capital {
		return reading{}, false
	}
	x, ok := r.weekday(m, which)
	return x.during(r.partAt(m)), ok
}

// partOfDate reads "the night of Oct. 23".
func partOfDate(r *reader, m match) (reading, bool) {
	x, ok := r.dayOfMonth(m)
	return x.during(r.partAt(m)), ok
}

// dayOfMonth is the day that a match names by month and number, with a year or without.
func (r *reader) dayOfMonth(m match) (reading, bool) {
	mm, d := r.tokens[m.at(month, 0)].value, r.tokens[m.at(day, 0)].value
	if i := m.at(year, 0); i >= 0 {
		return r.writtenOut(r.yearAt(i), mm, d)
	}
	return r.dayOfYear(m, mm, d)
}

// partAt is the code of the part of the day in a match: "NI".
func (r *reader) partAt(m match) string {
	return partCode(r.tokens[m.at(part, 0)].value)
}

// partCode is the code of a part of the day in a TIMEX3 value.
func partCode(p int) string {
	switch p {
	case morning:
		return "MO"
	case afternoon:
		return "AF"
	case evening:
		return "EV"
	case night:
		return "NI"
	}
	return "12:00"
}

// The parts of a day.
const (
	morning   = 0
	noon      = 1
	afternoon = 2
	evening   = 3
	night     = int(nights) // the word is a unit as well, with one value
)

// during narrows a day to a part of it.
func (x reading) during(code string) reading {
	x.kind = Time
	if x.value == "unresolved" {
		x.value = "XXXX-XX-XX"
	}
	x.value += "T" + code
	return x
}
