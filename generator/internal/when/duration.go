package when

// durationRules read lengths of time.
func durationRules() []rule {
	return []rule{
		{"[<about>] <count> [more|full|straight|consecutive|additional|whole|further|long|solid|trading|business|working|calendar|such] <units>", counting},
		{"more|less|fewer than <count> [more|full] <units>", counting},
		{"no more|less|fewer than <count> <units>", counting},
		{"as many|long|much|little|few as <count> <units>", counting},
		{"at least|most <count> [more] <units>", counting},
		{"up to <count> [more] <units>", counting},
		{"[<about>] <count> to|or|- <count> <units>", counting},
		{"[<about>] <count> <small> / <small> <units>", mixed},
		{"<count> <unit>", spoken},
		{"[<about>] <count> - <unit> [- old]", hyphened},
		{"<count> - <unit> - long", hyphened},
		{"[<about>] a|an|one [full|single|whole|entire] <unit>", single},
		{"more|less than a|an|one <unit>", single},
		{"at least a|an|one <unit>", single},
		{"up to a|an|one <unit>", single},
		{"a <unit> or two", single},
		{"half a|an <unit>", half},
		{"[<about>] a half [-] <unit>", half},
		{"[<about>] a|an <unit> and a half", half},
		{"the [last|past|next|previous|coming|following|first|final] <count> <units>", sideCounting},
		{"[this|these] last|past|next|previous|coming|following|first|final <count> <units>", sideCounting},
		{"[the] last|past|next|previous|coming|following <some> <units>", sideSome},
		{"[the] last|past|next|coming|following few|couple <units>", sideSome},
		{"[the] last|past|next|coming|following couple of <units>", sideSome},
		{"[<about>] <some> [more] <units>", someUnits},
		{"[just|only|about] a <some> [more] <units>", someUnits},
		{"[<about>] a couple [of] [more] <units>", coupleUnits},
		{"[dozens|hundreds|thousands|tens of] <units>", bareUnits},
		{"decades - long|old", bareUnits},
		{"weeks - long|old", bareUnits},
		{"months - long|old", bareUnits},
		{"years - long|old", bareUnits},
		{"day - long", longUnit},
		{"week - long", longUnit},
		{"month - long", longUnit},
		{"year - long", longUnit},
		{"daylong|weeklong|monthlong|yearlong|decadelong", longUnit},
	}
}

// lasting is a duration of n units, of the number in the match when n is empty.
func (r *reader) lasting(m match, n string, u span) reading {
	if i := m.at(count, 0); n == "" && i >= 0 {
		n = r.numberAt(i)
	}
	if n == "" {
		n = "1"
	}
	return reading{kind: Duration, value: amount(n, u), certainty: Certain}
}

// counting reads "seven years", "at least 72 hours".
func counting(r *reader, m match) (reading, bool) {
	i := m.at(count, 0)
	u := span(r.tokens[m.at(units, 0)].value)
	if u == moments || r.tokens[i].count == 0 && !r.tokens[i].decimal || u == quarters {
		return reading{}, false
	}
	if r.tokens[i].class&year != 0 && r.tokens[i].number && r.is(i-1, "of") {
		return reading{}, false
	}
	return r.lasting(m, "", u), true
}

// mixed reads "5 1/2 hours".
func mixed(r *reader, m match) (reading, bool) {
	i := m.at(small, 0)
	if r.tokens[i].value != 1 || r.tokens[i+2].value != 2 || !r.tokens[i+2].glued {
		return reading{}, false
	}
	u, n := span(r.tokens[m.end-1].value), r.numberAt(m.at(count, 0))
	if u == hours {
		return reading{kind: Duration, value: "PT" + n + "H30M", certainty: Certain}, true
	}
	return r.lasting(m, n+".5", u), u > hours && u <= years && u != quarters
}

// spoken reads "five year low", "twenty minute", where the unit stands before a noun.
func spoken(r *reader, m match) (reading, bool) {
	i := m.at(count, 0)
	u := span(r.tokens[m.at(unit, 0)].value)
	t := r.tokens[i]
	if u == seconds || u > years || u == quarters || t.class&year != 0 || t.count < 2 || t.count > 1000 || t.decimal {
		return reading{}, false
	}
	return r.lasting(m, "", u), true
}

// hyphened reads "four-day", "13-year-old".
func hyphened(r *reader, m match) (reading, bool) {
	u := span(r.tokens[m.at(unit, 0)].value)
	if u == moments || u == quarters || !r.tight(match{first: m.at(count, 0), end: m.end}) {
		return reading{}, false
	}
	if u == years && (r.is(m.end-1, "old") || r.is(m.end+1, "old")) { // an age: "13-year-old"
		return reading{}, false
	}
	return r.lasting(m, "", u), true
}

// single reads "a day", where it measures time: "for a day", "a day after".
func single(r *reader, m match) (reading, bool) {
	u := span(r.tokens[m.at(unit, 0)].value)
	if u == moments || u == quarters || u == weekends || u == nights || u == seconds {
		return reading{}, false
	}
	if r.is(m.first, "a", "an", "one") && !r.measures(m) {
		return reading{}, false
	}
	return r.lasting(m, "1", u), true
}

// measures reports whether the words about "a day" make it a length of time.
func (r *reader) measures(m match) bool {
	if r.is(m.first-1, "for", "in", "over", "within", "than", "took", "last", "lasted", "takes", "take", "half", "after", "every", "spend", "spent",
		"about", "around", "nearly", "almost", "only", "just", "least", "once", "twice", "times", "some", "to") {
		return true
	}
	return r.is(m.end, "after", "before", "later", "earlier", "or", "and", "since", "from", "of", "in") && !r.is(m.end, "of", "in")
}

// half reads "half an hour", "a year and a half".
func half(r *reader, m match) (reading, bool) {
	u := span(r.tokens[m.at(unit, 0)].value)
	whole := r.is(m.end-1, "half")
	switch {
	case u == moments || u == seconds || u == quarters:
		return reading{}, false
	case u == hours && !whole:
		return reading{kind: Duration, value: "PT30M", certainty: Certain}, true
	case u == years && !whole:
		return reading{kind: Duration, value: "P6M", certainty: Certain}, true
	case whole:
		return r.lasting(m, "1.5", u), u != decades && u != centuries
	}
	return r.lasting(m, "0.5", u), u != decades && u != centuries
}

// sideCounting reads "the past three months".
func sideCounting(r *reader, m match) (reading, bool) {
	x, ok := counting(r, m)
	if ok && x.value != "P3M" { // a longer period is now the one compared with "a year earlier"
		r.quarter = anchor{}
	}
	for i := m.first; i < m.end && i < m.first+3; i++ {
		switch {
		case r.is(i, "last", "past", "previous"):
			x.tense = past
		case r.is(i, "next", "coming", "following"):
			x.tense = future
		}
	}
	return x, ok
}

// sideSome reads "the next several days".
func sideSome(r *reader, m match) (reading, bool) {
	x, ok := someUnits(r, m)
	x.tense = past
	if r.is(m.first, "next", "coming") || r.is(m.first+1, "next", "coming") {
		x.tense = future
	}
	return x, ok
}

// someUnits reads "several years", "a few days".
func someUnits(r *reader, m match) (reading, bool) {
	u := span(r.tokens[m.at(units, 0)].value)
	if u == moments || u == quarters || u == nights {
		return reading{}, false
	}
	return reading{kind: Duration, value: amount("X", u), certainty: Vague}, true
}

// coupleUnits reads "a couple of years".
func coupleUnits(r *reader, m match) (reading, bool) {
	u := span(r.tokens[m.at(units, 0)].value)
	if u == moments || u == quarters || u == nights {
		return reading{}, false
	}
	return reading{kind: Duration, value: amount("2", u), certainty: Uncertain}, true
}

// bareUnits reads "years", "weeks" where they measure time.
func bareUnits(r *reader, m match) (reading, bool) {
	i := m.at(units, 0)
	if i < 0 {
		i = m.first
	}
	u := span(r.tokens[i].value)
	if u == moments || u == quarters || u == nights || u == weekends || u == seconds {
		return reading{}, false
	}
	if m.end-m.first == 1 && !r.is(m.first-1, "for", "in", "over", "within", "after", "took", "taken", "of", "lasted", "last", "many", "spent", "by", "take") &&
		!r.is(m.end, "later", "before", "after", "of", "to", "earlier") {
		return reading{}, false
	}
	return reading{kind: Duration, value: amount("X", u), certainty: Vague}, true
}

// longUnit reads "day-long", "yearlong".
func longUnit(r *reader, m match) (reading, bool) {
	var u span
	switch r.text(m.first)[0] | 0x20 {
	case 'd':
		u = days
		if r.is(m.first, "decadelong") {
			u = decades
		}
	case 'w':
		u = weeks
	case 'm':
		u = months
	case 'y':
		u = years
	}
	return r.lasting(m, "1", u), true
}
