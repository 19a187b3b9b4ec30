package when

import (
	"fmt"

	"briefbook/generator/internal/edtf"
)

// monthRules read months and years.
func monthRules() []rule {
	return []rule{
		{"[<edge> [-] [in]] <month> [.] [,] [of] <year>", writtenMonth},
		{"[<edge> [-]] <month> [.] [of] <side> year", sideYearMonth},
		{"[<edge> [-] [in]] <side> <month> [.]", sideMonth},
		{"[<edge> [-] [in]] <month> [.]", bareMonth},
		{"[the] end|beginning|start|middle of <month> [.] [<year>]", bareMonth},
		{"[<edge> [-] [in]] <year>", bareYear},
		{"[the] end|beginning|start|middle of <year>", bareYear},
		{"the year <year>", bareYear},
		{"post|pre - <year>", bareYear},
		{"year - end|ended", yearEnd},
		{"year|year-end|years end", yearEnd},
		{"year ' s end", yearEnd},
		{"the end of the year", yearEnd},
	}
}

// writtenMonth reads "February 2014".
func writtenMonth(r *reader, m match) (reading, bool) {
	if r.wordly(m) || r.gluedAround(m) {
		return reading{}, false
	}
	value := monthValue(r.yearAt(m.at(year, 0)), r.tokens[m.at(month, 0)].value)
	return reading{kind: Date, value: value, certainty: Certain}, true
}

// sideYearMonth reads "June last year".
func sideYearMonth(r *reader, m match) (reading, bool) {
	mm, n := r.tokens[m.at(month, 0)].value, r.tokens[m.at(side, 0)].value
	if r.anchor.grain < byYear {
		return r.unresolved(fmt.Sprintf("XXXX-%02d", mm)), true
	}
	x := r.counted(m, monthValue(int(r.anchor.day.Year)+n, mm))
	x.tense = sign(n)
	return x, true
}

// sideMonth reads "last April", "next March".
func sideMonth(r *reader, m match) (reading, bool) {
	mm, n := r.tokens[m.at(month, 0)].value, r.tokens[m.at(side, 0)].value
	if !r.tokens[m.at(month, 0)].capital {
		return reading{}, false
	}
	if r.anchor.grain < byMonth {
		return r.unresolved(fmt.Sprintf("XXXX-%02d", mm)), true
	}
	y, now := int(r.anchor.day.Year), int(r.anchor.day.Month)
	switch {
	case n < 0 && mm >= now:
		y--
	case n > 0 && mm <= now:
		y++
	}
	x := r.counted(m, monthValue(y, mm))
	x.tense = sign(n)
	return x, true
}

// bareMonth reads "April": of a year named before it in the sentence, else the nearest.
func bareMonth(r *reader, m match) (reading, bool) {
	i := m.at(month, 0)
	t := r.tokens[i]
	if r.wordly(m) || !t.capital || r.inName(m, i) {
		return reading{}, false
	}
	if t.class&abbreviated != 0 && !r.is(i+1, ".") {
		return reading{}, false
	}
	behind := m.end
	if r.is(behind, ".") {
		behind++
	}
	if r.class(behind)&day != 0 && r.dayLike(behind) { // a day that no calendar has: "Feb. 30"
		return reading{}, false
	}
	if k := m.at(year, 0); k >= 0 {
		return writtenMonth(r, m)
	}
	if y, ok := r.yearInSentence(m); ok {
		return reading{kind: Date, value: monthValue(y, t.value), certainty: Certain,
			working: fmt.Sprintf("%s of %d, the year named in the sentence", r.text(i), y)}, true
	}
	if r.anchor.grain < byMonth {
		return r.unresolved(fmt.Sprintf("XXXX-%02d", t.value)), true
	}
	y, where := r.nearestMonth(m, t.value)
	x := reading{kind: Date, value: monthValue(y, t.value), certainty: r.sure()}
	x.working = fmt.Sprintf("the %s %s %s", r.text(i), where, r.anchor.name)
	return x, true
}

// nearestMonth is the year of a month that is named without one, and how it lies to the publication.
func (r *reader) nearestMonth(m match, mm int) (y int, where string) {
	y = int(r.anchor.day.Year)
	ahead := (mm - int(r.anchor.day.Month) + 12) % 12
	if ahead == 0 {
		return y, "of"
	}
	back := 12 - ahead
	if r.ahead(m, 30*back, 30*ahead) {
		y, _ = shiftMonth(y, int(r.anchor.day.Month), ahead)
		return y, "after"
	}
	y, _ = shiftMonth(y, int(r.anchor.day.Month), -back)
	return y, "before"
}

// dayOfYear is a day named without a year.
func (r *reader) dayOfYear(m match, mm, d int) (reading, bool) {
	name := fmt.Sprintf("%d %s", d, monthNames[mm-1])
	if y, ok := r.yearInSentence(m); ok {
		x, ok := r.writtenOut(y, mm, d)
		x.working = fmt.Sprintf("%s of %d, the year named in the sentence", name, y)
		return x, ok
	}
	if _, ok := r.writtenOut(2000, mm, d); !ok {
		return reading{}, false
	}
	if r.anchor.grain < byMonth {
		return r.unresolved(fmt.Sprintf("XXXX-%02d-%02d", mm, d)), true
	}
	from := r.anchor.day
	before := edtf.Day{Year: from.Year, Month: uint8(mm), Day: uint8(d)}
	if before.Compare(from) > 0 {
		before.Year--
	}
	after := before
	after.Year++
	choice, where := before, "before"
	back, ahead := int(from.Number()-before.Number()), int(after.Number()-from.Number())
	if r.ahead(m, back, ahead) {
		choice, where = after, "after"
	}
	if !choice.Valid() {
		return reading{}, false
	}
	x := reading{kind: Date, value: dayValue(choice), certainty: r.sure()}
	x.working = fmt.Sprintf("the %s %s %s", name, where, r.anchor.name)
	if choice == from {
		x.working = "the day of publication"
	}
	return x, true
}

var monthNames = [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September",
	"October", "November", "December"}

// inName reports whether the name of a month is part of another name or another word: "April Lake", "May said".
func (r *reader) inName(m match, i int) bool {
	if i+1 < len(r.tokens) && r.tokens[i+1].capital && r.tokens[i+1].class&(month|weekday) == 0 && !r.namely(m.first-1) {
		return true
	}
	if i > 0 && m.first == i && r.tokens[i-1].capital && r.tokens[i-1].class&(month|namely) == 0 && r.tokens[i-1].class&closing == 0 {
		return i > 1
	}
	if r.tokens[i].class&link == 0 { // only names that are words as well: May, March, August
		return false
	}
	if m.first != i || r.namely(i-1) || r.is(i-1, ",", "and", "or", "to", "und", "oder") && r.afterDate(i-1) {
		return false
	}
	return true
}

// namely reports whether a token is a preposition before dates.
func (r *reader) namely(i int) bool { return r.class(i)&namely != 0 }

// afterDate reports whether the expression found last ends at a token.
func (r *reader) afterDate(i int) bool {
	return len(r.found) > r.since && (r.found[len(r.found)-1].end == i || r.found[len(r.found)-1].end == i-1)
}

// yearInSentence is a year that a month or day takes from its sentence: one stated before it, "In 2018, in April and
// May", or one at the end of the list or range that it begins, "between 5 May and 3 June 2012".
func (r *reader) yearInSentence(m match) (int, bool) {
	if y := r.yearBehind(m.end); y > 0 {
		return y, true
	}
	for k := len(r.found) - 1; k >= r.since; k-- {
		f := r.found[k]
		if f.Type != Date || len(f.Value) < 4 {
			continue
		}
		last := r.tokens[f.end-1]
		if last.class&year != 0 && last.number && (len(f.Value) > 4 || r.is(f.first-1, "in", "of", "for", "im", "jahr")) {
			return last.year, m.first-f.end < reach/2 && r.tenseOf(m.first, m.end) != future
		}
		if f.Working == "" || !containsNamed(f.Working) {
			return 0, false
		}
		return atoi(f.Value[:4]), true
	}
	return 0, false
}

// containsNamed reports whether a date took its year from its sentence.
func containsNamed(working string) bool {
	const named = "the year named in the sentence"
	return len(working) > len(named) && working[len(working)-len(named):] == named
}

// yearBehind is the year of a date that stands behind "and", "to" or a dash after token i, 0 when there is none.
func (r *reader) yearBehind(i int) int {
	if !r.is(i, "and", "to", "through", "until", "till", "-", "–", "und", "bis", "or", "oder") {
		return 0
	}
	named := false
	for k := i + 1; k < len(r.tokens) && k < i+6; k++ {
		switch c := r.tokens[k].class; {
		case c&year != 0 && named:
			return r.tokens[k].year
		case c&month != 0:
			named = true
		case c&(day|weekday) == 0 && !r.is(k, ",", ".", "the"):
			return 0
		}
	}
	return 0
}

// bareYear reads "2018", "early 2018".
func bareYear(r *reader, m match) (reading, bool) {
	i := m.at(year, 0)
	t := r.tokens[i]
	y := r.yearAt(i)
	if t.number && (y < 1500 || y > 2100 || r.gluedAround(m) && !r.is(m.first, "post", "pre") || r.isAmount(i)) {
		return reading{}, false
	}
	if m.first == i && t.number && y < 1700 && !r.namely(i-1) {
		return reading{}, false
	}
	return reading{kind: Date, value: yearValue(y), certainty: Certain}, true
}

// isAmount reports whether four digits are an amount or a mark: "$1987", "2000 people", "No. 2014", "page 1990".
func (r *reader) isAmount(i int) bool {
	if r.is(i-1, "$", "£", "€", "#", "¥", "₩", "page", "no", "number", "seite", "about", "nearly", "almost", "over", "room", "flight", "apt", "suite", "box") {
		return true
	}
	if r.is(i-1, ".") && r.is(i-2, "no", "p", "pp", "nr") {
		return true
	}
	if r.class(i+1)&(unit|units) != 0 && !r.is(i+1, "season") {
		return !r.namely(i - 1)
	}
	return r.is(i+1, "people", "percent", "%", "feet", "foot", "miles", "mile", "meters", "metres", "km", "kilometers", "kilometres", "euros",
		"dollars", "tons", "tonnes", "troops", "soldiers", "block", "hp", "pounds", "kilograms", "kg", "points", "hours", "times", "jobs",
		"others", "men", "women", "children", "workers", "employees", "members", "homes", "deaths", "cases", "copies", "shares", "cars",
		"menschen", "euro", "prozent", "meter", "kilometer", "mann", "personen", "won", "yen", "square", "acres", "hectares", "gmt", "hrs")
}

// yearEnd reads "year-end", "the end of the year".
func yearEnd(r *reader, m match) (reading, bool) {
	if r.is(m.end-1, "ended") {
		return reading{}, false
	}
	return r.period(m, years, 0), true
}
