package article

import (
	"strings"
	"unicode"
)

// pageNumber recognises what a printed page carries at its head or foot: "- 4 -", "Page 4 of 6", "4/6".
func pageNumber(l *line) bool {
	if l.words == 0 || l.words > 4 || !strings.ContainsAny(l.lower, "0123456789") {
		return false
	}
	list := strings.FieldsFunc(l.lower, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	numbers := 0
	for i, word := range list {
		switch {
		case len(word) <= 4 && numeral(word):
			numbers++
		case i == 0 && (word == "page" || word == "p" || word == "seite" || word == "s"), i == 2 && (word == "of" || word == "von"):
		default:
			return false
		}
	}
	named := !numeral(list[0])
	return numbers == 1 && (named || strings.HasPrefix(l.lower, "-") && strings.HasSuffix(l.lower,
		"-") || strings.HasPrefix(l.lower, "–") && strings.HasSuffix(l.lower, "–")) ||
		numbers == 2 && (named || len(list) == 2 && strings.Contains(l.lower, "/"))
}
