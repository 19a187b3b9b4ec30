package lint

import "strings"

// judgement looks for likelihood and confidence in one sentence of a judgement: a reader cannot tell whether the
// doubt is about what will be or about the evidence. The words are those of ICD 203 (Intelligence Community
// Directive, 2 January 2015, D.6.e.2).
func (c *check) judgement(s sentence) {
	list := terms(s.text)
	sureAt, chance := -1, -1
	for i, t := range list {
		switch {
		case t.is("confidence", "confident") && graded(list, i):
			sureAt = i
		case chance < 0 && likelihood(list, i):
			chance = i
		}
	}
	if sureAt < 0 || chance < 0 {
		return
	}
	c.report(finding{Likelihood, s.at + list[sureAt].start, s.at + list[sureAt].end,
		"the sentence gives both a likelihood (" + list[chance].word + ") and a confidence", "say how likely it is, and in a sentence of its own with what confidence"})
}

// graded reports whether the confidence of term i is that of the writer: "high confidence", "confidence: low",
// "confident that".
func graded(list []term, i int) bool {
	if list[i].is("confident") {
		return true
	}
	for k := max(0, i-2); k < min(len(list), i+5); k++ {
		if list[k].is("low", "moderate", "medium", "high", "higher", "lower", "limited", "full", "much", "little") {
			return true
		}
	}
	return i == 0 || list[i-1].is("with", "our", "our", "editors")
}

// likelihood reports whether a term is, or begins, a word of likelihood.
func likelihood(list []term, i int) bool {
	switch strings.ToLower(list[i].word) {
	case "likely", "unlikely", "probable", "improbable", "probably", "likelihood", "probability", "remote":
		return true
	case "chance", "odds":
		return i > 0 && list[i-1].is("no", "even", "good", "poor", "slim", "fair", "little")
	case "almost", "nearly", "virtually":
		return i+1 < len(list) && list[i+1].is("certain", "certainly")
	}
	return false
}
