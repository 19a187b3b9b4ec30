package when

import (
	"fmt"
)

// quarterRules read quarters, halves and fiscal years.
func quarterRules() []rule {
	return []rule{
		{"[fiscal [-]] <ordinal> - quarter", quarter},
		{"[the|its] [fiscal [-]] <ordinal> [fiscal] quarter [[of] <side> year]", quarter},
		{"[the] [fiscal [-]] <ordinal> [-] quarter [of] [fiscal] <year>", quarter},
		{"[the] <year> [fiscal] <ordinal> [-] quarter", quarter},
		{"<side> year ' s [fiscal] <ordinal> [-] quarter", quarter},
		{"[the] year - ago|earlier <ordinal> [-] quarter", quarterBefore},
		{"[the] [year - ago|earlier] quarter|period", quarterBefore},
		{"[the|its] latest|recent|current [fiscal] quarter|period", latestQuarter},
		{"[the] most recent quarter|period", latestQuarter},
		{"[the] <year> quarter|period", yearPeriod},
		{"q <small> [of] <year>", shortQuarter},
		{"q <small>", shortQuarter},
		{"<year> q <small>", shortQuarter},
		{"[the] first|second|<edge> [-] half [of] <year>", halfYear},
		{"[the] first|second half of <side>|the year", halfYear},
		{"[the] first [-] half [of <side> year]", halfYear},
		{"[the] second [-] half", halfYear},
		{"[the] fiscal [year] <year>", fiscalYear},
		{"[the] <edge> fiscal [year] <year>", fiscalYear},
		{"[the|its] current|this|last|next fiscal year", sideUnitFiscal},
		{"[the|its] [fiscal|full|financial] year ended|ending", yearEnding},
		{"the full year", sideUnitFiscal},
	}
}

// quarter reads "the third quarter of 2013": of the year named, else the latest that may be meant.
func quarter(r *reader, m match) (reading, bool) {
	q := r.tokens[m.at(ordinal, 0)].value
	if q < 1 || q > 4 {
		return reading{}, false
	}
	if i := m.at(year, 0); i >= 0 {
		return reading{kind: Date, value: quarterValue(r.yearAt(i), q), certainty: Certain}, true
	}
	if r.anchor.grain < byMonth {
		return r.unresolved(fmt.Sprintf("XXXX-Q%d", q)), true
	}
	y := int(r.anchor.day.Year)
	if i := m.at(side, 0); i >= 0 {
		return r.counted(m, quarterValue(y+r.tokens[i].value, q)), true
	}
	if now := (int(r.anchor.day.Month) + 2) / 3; q > now+1 && r.tenseOf(m.first, m.end) != future {
		y--
	}
	x := r.counted(m, quarterValue(y, q))
	x.certainty = Uncertain
	return x, true
}

// quarterBefore reads "the year-ago quarter", "the quarter": the quarter last named, and that of the year before.
func quarterBefore(r *reader, m match) (reading, bool) {
	a := r.quarter
	if a.grain == none {
		if r.anchor.grain < byMonth || m.end-m.first <= 1 || r.is(m.end-1, "period") && m.end-m.first <= 2 {
			return reading{}, false
		}
		a = r.anchor
		y, mm := shiftMonth(int(a.day.Year), int(a.day.Month), -3)
		a.day.Year, a.day.Month = int32(y), uint8(mm)
	}
	if m.end-m.first <= 2 && !r.is(m.first, "the") {
		return reading{}, false
	}
	if r.is(m.end-1, "period") && m.end-m.first <= 2 {
		return reading{}, false
	}
	if m.end-m.first > 2 {
		a.day.Year--
	}
	if i := m.at(ordinal, 0); i >= 0 {
		if q := r.tokens[i].value; q <= 4 {
			a.day.Month = uint8(3 * q)
		}
	}
	return reading{kind: Date, value: a.period(quarters, 0), certainty: Uncertain, derived: true, working: "by the quarter last named"}, true
}

// latestQuarter reads "the latest quarter", "the current quarter".
func latestQuarter(r *reader, m match) (reading, bool) {
	for i := m.first; i < m.end; i++ {
		if r.is(i, "current") {
			if r.is(m.end-1, "period") {
				return reading{}, false
			}
			return r.period(m, quarters, 0), true
		}
	}
	if r.quarter.grain != none {
		return reading{kind: Date, value: r.quarter.period(quarters, 0), certainty: Uncertain, working: "the quarter last named"}, true
	}
	if r.is(m.end-1, "period") {
		return reading{}, false
	}
	return r.period(m, quarters, -1), true
}

// yearPeriod reads "the 2013 quarter": that quarter of the year named.
func yearPeriod(r *reader, m match) (reading, bool) {
	y := r.yearAt(m.at(year, 0))
	if r.quarter.grain == none {
		if r.is(m.end-1, "quarter") {
			return reading{}, false
		}
		return reading{kind: Date, value: yearValue(y), certainty: Certain}, true
	}
	a := r.quarter
	a.day.Year = int32(y)
	return reading{kind: Date, value: a.period(quarters, 0), certainty: Uncertain, derived: true, working: "the quarter last named, of that year"}, true
}

// shortQuarter reads "Q3 2013".
func shortQuarter(r *reader, m match) (reading, bool) {
	t := r.tokens[m.at(small, 0)]
	q := t.value
	if !t.glued || q < 1 || q > 4 || t.end-t.start > 1 {
		return reading{}, false
	}
	if i := m.at(year, 0); i >= 0 {
		return reading{kind: Date, value: quarterValue(r.yearAt(i), q), certainty: Certain}, true
	}
	if r.anchor.grain < byMonth {
		return r.unresolved(fmt.Sprintf("XXXX-Q%d", q)), true
	}
	y := int(r.anchor.day.Year)
	if now := (int(r.anchor.day.Month) + 2) / 3; q > now && r.tenseOf(m.first, m.end) != future {
		y--
	}
	return r.counted(m, quarterValue(y, q)), true
}

// halfYear reads "the first half of 2013".
func halfYear(r *reader, m match) (reading, bool) {
	h := 1
	for i := m.first; i < m.end; i++ {
		if r.is(i, "second", "late", "latter") {
			h = 2
		}
	}
	if i := m.at(year, 0); i >= 0 {
		return reading{kind: Date, value: fmt.Sprintf("%04d-H%d", r.yearAt(i), h), certainty: Certain}, true
	}
	if !m.has(side) && !r.is(m.end-1, "year") { // "the first half" of a match or of a list
		return reading{}, false
	}
	if r.anchor.grain < byYear {
		return r.unresolved(fmt.Sprintf("XXXX-H%d", h)), true
	}
	y := int(r.anchor.day.Year)
	if i := m.at(side, 0); i >= 0 {
		y += r.tokens[i].value
	}
	return r.counted(m, fmt.Sprintf("%04d-H%d", y, h)), true
}

// fiscalYear reads "fiscal 2013".
func fiscalYear(r *reader, m match) (reading, bool) {
	return reading{kind: Date, value: yearValue(r.yearAt(m.at(year, 0))), certainty: Certain}, true
}

// yearEnding reads "the year" before the day that it ends on.
func yearEnding(r *reader, m match) (reading, bool) {
	r.quarter = anchor{}
	x := r.lasting(m, "1", years)
	x.first, x.end = m.first, m.end-1
	return x, m.end-m.first > 2
}

// sideUnitFiscal reads "last fiscal year", "the full year".
func sideUnitFiscal(r *reader, m match) (reading, bool) {
	n := 0
	switch {
	case r.is(m.end-3, "last"):
		n = -1
	case r.is(m.end-3, "next"):
		n = 1
	}
	return r.period(m, years, n), true
}
