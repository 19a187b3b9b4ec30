package when

// tense is whether words tell of what was or of what will be.
type tense int8

const (
	unknown tense = iota
	past
	future
)

// reach is how many tokens before and behind an expression its tense is looked for.
const reach = 30

// tenseOf is the tense of the words about an expression: the nearest cue before it in its clause, else the nearest
// behind it. A participle after "be" or "to be" leaves it to what stands before: "will be announced".
func (r *reader) tenseOf(first, end int) tense {
	t, _ := r.told(first, end)
	return t
}

// told is the tense of the words about an expression, and whether the word that tells it is beyond doubt.
func (r *reader) told(first, end int) (t tense, plain bool) {
	if t := r.prepositionTense(first); t != unknown {
		return t, true
	}
	if r.g.verbLast {
		return r.lastCue(end), false
	}
	for i := first - 1; i >= 0 && i > first-reach; i-- {
		if r.tokens[i].class&barrier != 0 {
			break
		}
		if t := r.cue(i); t != unknown {
			return t, r.plain(i)
		}
	}
	for i := end; i < len(r.tokens) && i < end+reach; i++ {
		if r.tokens[i].class&barrier != 0 {
			break
		}
		if t := r.cue(i); t != unknown {
			return r.behind(i, t), r.plain(i)
		}
	}
	if r.is(first-1, "by", "until", "till") {
		return future, true
	}
	return unknown, false
}

// plain reports whether a cue is a verb in the past that has no other reading: "began", "reopened in", but not
// "combined".
func (r *reader) plain(i int) bool {
	c := r.class(i)
	return c&pastCue != 0 && (c&byForm == 0 || r.namely(i+1))
}

// behind corrects the tense of a cue behind an expression: "On Friday the council planned …" tells of Friday's planning.
func (r *reader) behind(i int, t tense) tense {
	if r.is(i, "planned", "scheduled", "expected", "intended") && !r.is(i-1, "is", "are", "be", "not") {
		return past
	}
	return t
}

// lastCue is the tense of the last cue of a sentence, where the verb stands last.
func (r *reader) lastCue(end int) tense {
	for i := len(r.tokens) - 1; i >= end && i > len(r.tokens)-reach; i-- {
		if t := r.cue(i); t != unknown {
			return t
		}
	}
	return unknown
}

// cueBehind is the tense of the nearest cue among some tokens behind an expression.
func (r *reader) cueBehind(end, width int) tense {
	for i := end; i < len(r.tokens) && i < end+width && r.tokens[i].class&barrier == 0; i++ {
		if t := r.cue(i); t != unknown {
			return r.behind(i, t)
		}
	}
	return unknown
}

// prepositionTense is the tense that the words right before an expression settle alone: "since", "postponed until", "as
// early as".
func (r *reader) prepositionTense(first int) tense {
	switch {
	case r.sinceBefore(first):
		return past
	case first > 1 && r.is(first-1, "until", "till"):
		return future
	case r.is(first-1, "as") && r.is(first-2, "early", "soon", "late") && r.is(first-3, "as"):
		return future
	}
	return unknown
}

// cue is the tense that one token tells.
func (r *reader) cue(i int) tense {
	c := r.tokens[i].class
	switch {
	case c&futureCue != 0:
		return r.futureAt(i)
	case c&pastCue == 0:
		return unknown
	}
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		if r.is(k, "be", "to", "werden") {
			return unknown
		}
	}
	return past
}

// futureAt is the tense of a word that tells of what will be, but for uses that do not: "had been scheduled", "plans"
// as a noun, "would have met".
func (r *reader) futureAt(i int) tense {
	switch {
	case r.is(i-1, "been") && r.is(i-2, "had"):
		return past
	case r.is(i, "set") && !r.is(i+1, "to", "for"):
		return past
	case r.is(i, "plan", "plans") && !r.is(i+1, "to", "for"):
		return unknown
	case r.is(i, "would", "should") && r.is(i+1, "have"):
		return unknown
	}
	return future
}

// sinceBefore reports whether "since" stands before a token, which forces the past.
func (r *reader) sinceBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		if r.is(k, "since", "seit") {
			return true
		}
	}
	return false
}

// ahead decides between the last occurrence of what a match names and the next, which lie so many days back and ahead.
// What is told as past or future is looked for there, unless it lies much farther off and the word that tells it
// is in doubt; what is not told is the nearest, leaning to the past.
func (r *reader) ahead(m match, back, ahead int) bool {
	const lean, told, plainly = 60, 200, 320
	weight := told
	t, plain := r.told(m.first, m.end)
	if plain {
		weight = plainly
	}
	switch {
	case r.sinceBefore(m.first):
		return false
	case t == past:
		back -= weight
	case t == future:
		ahead -= weight
	default:
		back -= lean
	}
	return ahead < back
}
