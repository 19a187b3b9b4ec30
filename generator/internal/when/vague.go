package when

// vagueRules read references to the past, the present and the future that are no point on a calendar.
func vagueRules() []rule {
	return []rule{
		{"now|currently|nowadays", vaguely("PRESENT_REF", unknown)},
		{"right now", vaguely("PRESENT_REF", unknown)},
		{"at present", vaguely("PRESENT_REF", unknown)},
		{"at the moment", vaguely("PRESENT_REF", unknown)},
		{"at this|the present time|moment|point", vaguely("PRESENT_REF", unknown)},
		{"these days", vaguely("PRESENT_REF", unknown)},
		{"current", vaguely("PRESENT_REF", unknown)},
		{"[more|most] recently|lately", vaguely("PAST_REF", past)},
		{"[the] [more|most] recent|past <units>", recentUnits},
		{"the [recent] past", thePast},
		{"[the] [near] future", vaguely("FUTURE_REF", future)},
		{"[the] coming|upcoming|next <units>", comingUnits},
		{"once upon a time", vaguely("PAST_REF", past)},
	}
}

// vaguely reads words that always mean the same.
func vaguely(value string, t tense) func(*reader, match) (reading, bool) {
	return func(r *reader, m match) (reading, bool) {
		x := reading{kind: Date, value: value, certainty: Vague, tense: t}
		if r.is(m.first, "at") { // "at the moment" is found without its preposition
			x.first, x.end = m.first+1, m.end
		}
		if r.is(m.end, "that") && r.is(m.first, "now") || r.is(m.end, "as") && r.is(m.first, "soon") || r.is(m.first-1, "as", "how") {
			return reading{}, false
		}
		if r.is(m.end-1, "future") && r.is(m.end, "contract", "contracts") {
			return reading{}, false
		}
		return x, true
	}
}

// recentUnits reads "recent years".
func recentUnits(r *reader, m match) (reading, bool) {
	if span(r.tokens[m.end-1].value) == moments {
		return reading{}, false
	}
	return reading{kind: Date, value: "PAST_REF", certainty: Vague, tense: past}, true
}

// thePast reads "the past" when no noun follows it.
func thePast(r *reader, m match) (reading, bool) {
	if !r.sentenceEnds(m.end) && !r.is(m.end, "and", "to", "but", "or", "in", "when", "as", "for", "that", "it", "they", "he", "she", "been", "of", "have", "has", "with", "is", "was") {
		return reading{}, false
	}
	return reading{kind: Date, value: "PAST_REF", certainty: Vague, tense: past}, true
}

// comingUnits reads "the coming weeks".
func comingUnits(r *reader, m match) (reading, bool) {
	if span(r.tokens[m.end-1].value) == moments {
		return reading{}, false
	}
	return reading{kind: Duration, value: amount("X", span(r.tokens[m.end-1].value)), certainty: Vague, tense: future}, true
}
