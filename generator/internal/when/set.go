package when

import "strings"

// setRules read what returns: "daily", "every week", "twice a month".
func setRules() []rule {
	const named = "mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays"
	return []rule{
		{"<frequent>", frequently},
		{"[almost|nearly] every|each [single] <unit>", every},
		{"every <count> <units>", every},
		{"every other <unit>", everyOther},
		{"every|each <weekday>", everyWeekday},
		{named, everyWeekday},
		{"[once|twice|times] a|an|per <unit>", perUnit},
	}
}

// frequently reads "daily".
func frequently(r *reader, m match) (reading, bool) {
	i := m.first
	if r.tokens[i].capital && r.class(i+1)&closing == 0 && i+1 < len(r.tokens) && r.tokens[i+1].capital { // "Daily News"
		return reading{}, false
	}
	if r.tokens[i].capital && i > 0 && r.tokens[i-1].capital {
		return reading{}, false
	}
	return reading{kind: Set, value: amount("1", span(r.tokens[i].value)), certainty: Certain}, true
}

// every reads "every day", "every two years".
func every(r *reader, m match) (reading, bool) {
	u := span(r.tokens[m.end-1].value)
	if u == moments {
		return reading{}, false
	}
	x := r.lasting(m, "", u)
	x.kind = Set
	return x, true
}

// everyOther reads "every other year".
func everyOther(r *reader, m match) (reading, bool) {
	u := span(r.tokens[m.end-1].value)
	return reading{kind: Set, value: amount("2", u), certainty: Certain}, u != moments
}

// everyWeekday reads "every Friday", "Fridays".
func everyWeekday(r *reader, m match) (reading, bool) {
	i := m.end - 1
	n := r.tokens[i].value
	if !m.has(weekday) {
		e := r.g.find(strings.TrimSuffix(r.text(i), "s"))
		n = e.value
	}
	return reading{kind: Set, value: "XXXX-WXX-" + string(rune('0'+(n+6)%7+1)), certainty: Certain}, r.tokens[i].capital
}

// perUnit reads "a year" after an amount: "$2 billion a year", "twice a month".
func perUnit(r *reader, m match) (reading, bool) {
	u := span(r.tokens[m.end-1].value)
	if u == moments || u == seconds || u == quarters || u == decades || u == centuries || r.is(m.end, "ago", "earlier", "later", "before", "after", "-") {
		return reading{}, false
	}
	counted := r.is(m.first, "once", "twice", "times", "per")
	if !counted && !r.afterAmount(m.first) {
		return reading{}, false
	}
	return reading{kind: Set, value: amount("1", u), certainty: Certain}, true
}

// afterAmount reports whether an amount stands shortly before a token: "40 interviews a day", "$1.2 million a year".
func (r *reader) afterAmount(i int) bool {
	if r.is(i-1, "than", "for", "in", "about", "nearly", "almost", "over", "within", "after", "only", "just", "as", "of", "at", "and") {
		return false
	}
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if r.tokens[k].number || r.is(k, "million", "billion", "hundreds", "dozens", "thousands") {
			return true
		}
		if r.class(k)&(stop|closing) != 0 || r.is(k, ",", "-") {
			return false
		}
	}
	return false
}
