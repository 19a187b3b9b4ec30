package when

import (
	"fmt"
	"strconv"
	"strings"

	"briefbook/generator/internal/edtf"
)

// place is the date on the calendar that a TIMEX3 value means, zero for a duration, a set, a vague reference and
// what is not resolved. Weeks, weekends, quarters and halves become intervals of days or months.
func place(value string) edtf.Date {
	if strings.HasPrefix(value, "P") || strings.HasPrefix(value, "XXXX") || len(value) < 4 || strings.HasSuffix(value, "_REF") {
		return edtf.Date{}
	}
	if from, to, ok := strings.Cut(value, "/"); ok {
		return parsed(from + "/" + to)
	}
	y, rest := value[:4], value[4:]
	n, err := strconv.Atoi(y)
	if err != nil || !strings.HasPrefix(rest, "-") {
		return parsed(value)
	}
	switch rest = rest[1:]; {
	case rest == "SP":
		return parsed(y + "-21")
	case rest == "SU":
		return parsed(y + "-22")
	case rest == "FA":
		return parsed(y + "-23")
	case rest == "WI":
		return parsed(y + "-24")
	case rest[0] == 'Q':
		q := int(rest[1] - '0')
		return parsed(fmt.Sprintf("%s-%02d/%s-%02d", y, 3*q-2, y, 3*q))
	case rest[0] == 'H':
		h := int(rest[1] - '0')
		return parsed(fmt.Sprintf("%s-%02d/%s-%02d", y, 6*h-5, y, 6*h))
	case rest[0] == 'W' && len(rest) >= 3:
		monday := weekStart(n, atoi(rest[1:3]))
		if strings.HasSuffix(rest, "-WE") {
			return parsed(dayValue(monday.Add(5)) + "/" + dayValue(monday.Add(6)))
		}
		return parsed(dayValue(monday) + "/" + dayValue(monday.Add(6)))
	}
	d := parsed(value)
	if day, _, timed := strings.Cut(value, "T"); timed && d.IsZero() { // "2014-02-12TEV", "2014-02-12T24:00"
		d = parsed(day)
	}
	return d
}

// parsed is a date in EDTF, zero when it is none.
func parsed(s string) edtf.Date {
	d, err := edtf.Parse(s)
	if err != nil {
		return edtf.Date{}
	}
	return d
}

// calendarRules read days of a month, with a year and without.
func calendarRules() []rule {
	return []rule{
		{"<year> - <small> - <small>", isoDay},
		{"<year> / <small> / <small>", isoDay},
		{"<year> . <small> . <small>", isoDay},
		{"[<weekday> [.] [,]] [the] [<edge> [-]] <month> [.] [the] <day> [,] [of] <year>", writtenDay},
		{"[<weekday> [.] [,]] [the] <day> [of] <month> [.] [,] [of] <year>", writtenDay},
		{"[<weekday> [.] [,]] [<about>] [<edge> [-]] <month> [.] [the] <day>", bareDay},
		{"[<weekday> [,]] [this] <side> <month> [.] <day>", bareDay},
		{"[<weekday> [.] [,] [the]] <day> [of] <month> [.]", bareDay},
		{"the <ordinal> of <month>", bareDay},
		{"<month> [.] <day> -|to <day> [,] [<year>]", dayRange},
		{"<day> -|to <day> [of] <month> [.] [<year>]", dayRange},
		{"<month> [.] <day> [,] [of] <side> year", sideDay},
		{"<day> [of] <month> [.] [,] [of] <side> year", sideDay},
		{"<small> / <small> / <small>|<year>", slashed},
		{"the <ordinal>", dayAlone},
		{"<weekday> [,] the <ordinal>", dayAlone},
	}
}

// isoDay reads "2014-02-12".
func isoDay(r *reader, m match) (reading, bool) {
	if !r.tight(m) {
		return reading{}, false
	}
	return r.writtenOut(r.yearAt(m.at(year, 0)), r.tokens[m.at(small, 0)].value, r.tokens[m.at(small, 1)].value)
}

// writtenDay reads "Monday, 12 February 2014".
func writtenDay(r *reader, m match) (reading, bool) {
	if r.wordly(m) {
		return reading{}, false
	}
	return r.writtenOut(r.yearAt(m.at(year, 0)), r.tokens[m.at(month, 0)].value, r.tokens[m.at(day, 0)].value)
}

// bareDay reads "February 12", a day of which the year is left to the reader.
func bareDay(r *reader, m match) (reading, bool) {
	i := m.at(day|ordinal, 0)
	if r.wordly(m) || r.tokens[i].value > 31 || !r.dayLike(i) {
		return reading{}, false
	}
	return r.dayOfYear(m, r.tokens[m.at(month, 0)].value, r.tokens[i].value)
}

// sideDay reads "February 12 last year".
func sideDay(r *reader, m match) (reading, bool) {
	mm, d := r.tokens[m.at(month, 0)].value, r.tokens[m.at(day, 0)].value
	if r.anchor.grain < byYear {
		return r.unresolved(fmt.Sprintf("XXXX-%02d-%02d", mm, d)), true
	}
	y := int(r.anchor.day.Year) + r.tokens[m.at(side, 0)].value
	return r.counted(m, fmt.Sprintf("%04d-%02d-%02d", y, mm, d)), true
}

// dayRange reads "3-5 June 2012", "June 3-5": days in a row of one month.
func dayRange(r *reader, m match) (reading, bool) {
	first, last, mm := r.tokens[m.at(day, 0)], r.tokens[m.at(day, 1)], r.tokens[m.at(month, 0)].value
	if last.value <= first.value || r.wordly(m) || !r.dayLike(m.at(day, 1)) {
		return reading{}, false
	}
	from, ok := r.dayOfMonth(m)
	if len(from.value) < len("2012-06-03") || !ok {
		return reading{}, false
	}
	to := fmt.Sprintf("%s-%02d-%02d", from.value[:4], mm, last.value)
	if d, ok := dayAt(to); !strings.HasPrefix(to, "XXXX") && (!ok || !d.Valid()) {
		return reading{}, false
	}
	from.kind, from.value = Duration, from.value+"/"+to
	return from, true
}

// slashed reads "3/25/98"; of "4/5/2013" nobody knows which is the month.
func slashed(r *reader, m match) (reading, bool) {
	if !r.tight(m) || m.first > 0 && r.tokens[m.first].glued {
		return reading{}, false
	}
	a, b := r.tokens[m.first].value, r.tokens[m.first+2].value
	y := r.tokens[m.end-1].value
	if r.tokens[m.end-1].class&year == 0 {
		if y += 1900; y < 1950 {
			y += 100
		}
	}
	if a > 12 {
		a, b = b, a
	}
	x, ok := r.writtenOut(y, a, b)
	if a <= 12 && b <= 12 && a != b {
		x.certainty = Uncertain
	}
	return x, ok
}

// dayAlone reads "the 25th", of the month last named.
func dayAlone(r *reader, m match) (reading, bool) {
	t := r.tokens[m.at(ordinal, 0)]
	if !t.number || t.value > 31 || !m.has(weekday) && !r.sentenceEnds(m.end) || r.memory.grain < byMonth {
		return reading{}, false
	}
	x, ok := r.writtenOut(int(r.memory.day.Year), int(r.memory.day.Month), t.value)
	x.certainty = Uncertain
	x.working = "in the month last named"
	return x, ok
}

// dayLike reports whether a number after the name of a month is a day, not the beginning of a count: "May 25
// percent".
func (r *reader) dayLike(i int) bool {
	if r.is(i+1, "percent", "%", "million", "billion", "people") {
		return false
	}
	return !r.is(i+1, "-") || !r.tokens[i+1].glued || i+2 >= len(r.tokens) || r.tokens[i+2].number || r.tokens[i+2].class&(units|unit) == 0
}
