package evidence

import "strings"

// mostSlight is how many words may be left out with a negation among them for its loss to turn a statement round: "has
// [not yet] confirmed". What is longer is taken to be left out as a whole, with what it denies.
const mostSlight = 2

// drops reports whether a run of the source, in the place of which the quotation has a mark of elision or the
// writer's brackets, is little else than a negation.
func drops(between string) bool {
	return count(between, mostSlight) <= mostSlight && holdsDenial(between)
}

// mayStand reports whether the brackets before the piece may stand for a run of the source: not where one of the two
// holds a negation, of which the other knows nothing.
func (p *piece) mayStand(between string) bool {
	if p.denies {
		return holdsDenial(between)
	}
	return !drops(between)
}

// holdsDenial reports whether a folded text holds a negation.
func holdsDenial(text string) bool {
	for start, end := nextWord(text, 0); start < len(text); start, end = nextWord(text, end) {
		switch word := strings.ToLower(text[start:end]); word {
		case "not", "no", "never", "nor", "neither", "none", "nobody", "nothing", "nowhere", "without", "cannot",
			"nicht", "nie", "niemals", "niemand", "nichts", "ohne", "weder", "kein", "keine", "keinen", "keinem", "keiner", "keines",
			"jamais", "aucun", "aucune", "sans":
			return true
		default:
			if strings.HasSuffix(word, "n't") {
				return true
			}
		}
	}
	return false
}
