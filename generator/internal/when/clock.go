package when

import "fmt"

// clockRules read times of day, with their day and without.
func clockRules() []rule {
	const zone = " [est|edt|et|gmt|utc|cet|pst|pdt|pt|local [time]] "
	const moment = "<small> [: <small>] a.m.|p.m.|am|pm" + zone
	const exact = "<small> : <small> [: <small>] [gmt|utc|uhr]"
	return []rule{
		{moment, clock},
		{"noon|midnight|midday", clock},
		{moment + "[,] [on] <weekday>", clockOnWeekday},
		{"noon|midnight|midday [on] <weekday>", clockOnWeekday},
		{"[<weekday>] " + exact, clock},
		{moment + "[,] <relative>", clockOnRelative},
		{"noon|midnight|midday <relative>", clockOnRelative},
		{"<weekday> at " + moment, clockOnWeekday},
		{moment + "[,] [on] <month> [.] <day> [,] [<year>]", clockOnDate},
		{moment + "[,] [on] <day> [of] <month> [.] [<year>]", clockOnDate},
		{exact + "[,] [on] <month> [.] <day> [,] [<year>]", clockOnDate},
		{"<month> [.] <day> [,] [<year>] [,] [at] " + moment, clockOnDate},
		{"<month> [.] <day> , <year> [,] [at] " + exact, clockOnDate},
		{"<day> <month> [.] [,] <year> [,] [at] " + exact, clockOnDate},
		{"<year> - <small> - <small> t|, " + exact, isoClock},
		{"<year> - <small> - <small> " + exact, isoClock},
		{"<small> in the <part>", clockInPart},
	}
}

// hour reads the time of day of a match from a token on: "T15:21". seconds are left out.
func (r *reader) hour(m match, from int) (string, bool) {
	h, mm, seen := 0, 0, false
	for i := from; i < m.end; i++ {
		t := r.tokens[i]
		switch {
		case r.is(i, "noon", "midday"):
			return "T12:00", true
		case r.is(i, "midnight"):
			return "T24:00", true
		case r.is(i, ":") && seen && i+1 < m.end && r.tokens[i+1].number:
			if r.tokens[i+1].end-r.tokens[i+1].start != 2 || !t.glued || !r.tokens[i+1].glued {
				return "", false
			}
			mm = r.tokens[i+1].value
			from = m.end
		case t.number && !seen && t.class&small != 0 && (i+1 < m.end && r.clockSign(i+1)):
			h, seen = t.value, true
		}
		if seen && from == m.end {
			break
		}
	}
	for i := m.first; i < m.end; i++ {
		switch {
		case r.is(i, "p.m.", "p.m", "pm") && h < 12:
			h += 12
		case r.is(i, "a.m.", "a.m", "am") && h == 12:
			h = 0
		}
	}
	return fmt.Sprintf("T%02d:%02d", h, mm), seen && h < 25 && mm < 60
}

// clockSign reports whether a token follows the hour of a time of day.
func (r *reader) clockSign(i int) bool {
	return r.is(i, ":", "a.m.", "a.m", "am", "p.m.", "p.m", "pm", "uhr")
}

// clock reads "10:35 a.m.": of the day named in the sentence, else of the day of publication.
func clock(r *reader, m match) (reading, bool) {
	at, ok := r.hour(m, m.first)
	if !ok || r.tokens[m.first].glued && !r.opens(m.first-1) {
		return reading{}, false
	}
	if m.has(weekday) {
		return clockOnWeekday(r, m)
	}
	if r.is(m.first+1, ":") && !r.hasMeridiem(m) && !r.is(m.first-1, "at", "um", "by", "until", "till", "from", "since", "around", "about", "(", ",") {
		return reading{}, false
	}
	day, certainty, working := r.clockDay()
	return reading{kind: Time, value: day + at, certainty: certainty, working: working}, true
}

// hasMeridiem reports whether a match says which half of the day is meant, or a zone.
func (r *reader) hasMeridiem(m match) bool {
	for i := m.first; i < m.end; i++ {
		if r.is(i, "a.m.", "a.m", "am", "p.m.", "p.m", "pm", "gmt", "utc", "uhr", "noon", "midday", "midnight") {
			return true
		}
	}
	return false
}

// clockDay is the day that a time of day without one belongs to.
func (r *reader) clockDay() (value string, c Certainty, working string) {
	for k := len(r.found) - 1; k >= r.since; k-- {
		if f := r.found[k]; f.Type == Date {
			if d, ok := dayAt(f.Value); ok {
				return dayValue(d), f.Certainty, "on the day named in the sentence"
			}
		}
	}
	if r.anchor.grain < byDay {
		return "XXXX-XX-XX", NeedsDate, ""
	}
	return dayValue(r.anchor.day), Uncertain, "on the day of publication"
}

// at sets the time of day of a reading.
func (x reading) at(hour string, ok bool) (reading, bool) {
	if x.value == "unresolved" {
		x.value = "XXXX-XX-XX"
	}
	x.kind, x.value = Time, x.value+hour
	return x, ok
}

// clockOnWeekday reads "10 p.m. Wednesday".
func clockOnWeekday(r *reader, m match) (reading, bool) {
	hour, timed := r.hour(m, m.first)
	x, ok := r.weekday(m, 0)
	return x.at(hour, ok && timed)
}

// clockOnRelative reads "noon yesterday".
func clockOnRelative(r *reader, m match) (reading, bool) {
	hour, timed := r.hour(m, m.first)
	n := r.tokens[m.at(relative, 0)].value
	return r.period(m, days, n%tonight).at(hour, timed)
}

// clockOnDate reads "February 12, 2014 06:07", "5 p.m. on Nov. 6".
func clockOnDate(r *reader, m match) (reading, bool) {
	from := m.first
	if r.tokens[from].class&month != 0 {
		from = m.at(day, 0) + 1
	} else if m.at(day, 0) == from {
		from = m.at(month, 0)
	}
	hour, timed := r.hour(m, from)
	x, ok := r.dayOfMonth(m)
	return x.at(hour, ok && timed)
}

// isoClock reads "2014-02-12 06:07", with a T or a blank.
func isoClock(r *reader, m match) (reading, bool) {
	x, ok := r.writtenOut(r.yearAt(m.first), r.tokens[m.first+2].value, r.tokens[m.first+4].value)
	hour, timed := r.hour(m, m.first+5)
	return x.at(hour, ok && timed)
}

// clockInPart reads "4 in the morning".
func clockInPart(r *reader, m match) (reading, bool) {
	h := r.tokens[m.first].value
	if h < 1 || h > 12 {
		return reading{}, false
	}
	if p := r.tokens[m.at(part, 0)].value; p != morning && h < 12 && (p != night || h > 5) {
		h += 12
	}
	day, certainty, working := r.clockDay()
	return reading{kind: Time, value: fmt.Sprintf("%sT%02d:00", day, h), certainty: certainty, working: working}, true
}
