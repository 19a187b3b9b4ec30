package when

import "fmt"

// decadeRules read decades, centuries and ranges of years.
func decadeRules() []rule {
	return []rule{
		{"[the] [<edge> [-] [to] [-] [<edge> [-]]] <year> s", decade},
		{"[the] [<edge> [-]] <year> ' s", decade},
		{"[the] [<edge> [-]] ' <small> s", shortDecade},
		{"the [<edge> [-]] <small> s", shortDecade},
		{"[the] [<edge> [-]] twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties", namedDecade},
		{"[the] [<edge> [-]] <ordinal> [-] century", century},
		{"<year> - <year>|<small>", yearRange},
	}
}

// decade reads "the late 1990s".
func decade(r *reader, m match) (reading, bool) {
	i := m.at(year, 0)
	y := r.yearAt(i)
	if y%10 != 0 || !r.tokens[i].number || !r.tight(match{first: i, end: m.end}) {
		return reading{}, false
	}
	if y%100 == 0 && y < 2000 { // "the 1900s"
		return reading{kind: Date, value: fmt.Sprintf("%02dXX", y/100), certainty: Certain}, true
	}
	return reading{kind: Date, value: fmt.Sprintf("%03dX", y/10), certainty: Certain}, true
}

// shortDecade reads "the '60s".
func shortDecade(r *reader, m match) (reading, bool) {
	i := m.at(small, 0)
	t := r.tokens[i]
	if t.value%10 != 0 || t.value < 20 || t.ordinal || !r.tokens[m.end-1].glued || r.is(m.first-1, "in") && r.is(m.first, "his", "her", "their") {
		return reading{}, false
	}
	if r.is(i-1, "'", "’", "‘") && !t.glued {
		return reading{}, false
	}
	return reading{kind: Date, value: fmt.Sprintf("19%dX", t.value/10), certainty: Uncertain}, true
}

// namedDecade reads "the sixties".
func namedDecade(r *reader, m match) (reading, bool) {
	if !r.is(m.first, "the") || r.is(m.end, "percent") {
		return reading{}, false
	}
	n := 0
	switch r.text(m.end - 1)[:3] {
	case "twe":
		n = 2
	case "thi":
		n = 3
	case "for":
		n = 4
	case "fif":
		n = 5
	case "six":
		n = 6
	case "sev":
		n = 7
	case "eig":
		n = 8
	case "nin":
		n = 9
	default:
		return reading{}, false
	}
	return reading{kind: Date, value: fmt.Sprintf("19%dX", n), certainty: Uncertain}, true
}

// century reads "the 20th century".
func century(r *reader, m match) (reading, bool) {
	n := r.tokens[m.at(ordinal, 0)].value
	if n < 2 || n > 22 {
		return reading{}, false
	}
	return reading{kind: Date, value: fmt.Sprintf("%02dXX", n-1), certainty: Certain}, true
}

// yearRange reads "1950-53", "2016–2018".
func yearRange(r *reader, m match) (reading, bool) {
	from, last := r.yearAt(m.first), r.tokens[m.end-1]
	to := last.value
	if last.class&year == 0 {
		if to += from - from%100; last.end-last.start != 2 {
			return reading{}, false
		}
	}
	if r.tight(m) && !r.gluedAround(m) && last.end-last.start == 2 && last.value >= 1 && last.value <= 12 && to <= from {
		return reading{kind: Date, value: monthValue(from, last.value), certainty: Certain}, from > 1500 // "2018-06"
	}
	if !r.tight(m) || r.gluedAround(m) || r.isAmount(m.first) || to <= from || from < 1000 || to > 2199 || to-from > 400 {
		return reading{}, false
	}
	if last.class&year == 0 && to-from > 60 {
		return reading{}, false
	}
	return reading{kind: Duration, value: yearValue(from) + "/" + yearValue(to), certainty: Certain}, true
}
