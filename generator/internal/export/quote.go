package export

import (
	"strings"
	"unicode"
)

// A mark is a quotation mark in a text, as runes count.
type mark struct {
	at     int
	single bool
}

// curled sets quotation marks and apostrophes as a printer would: double outside, single inside these, and so on;
// depth is how many stand around the text. It also gives the bytes of the closing marks that the text ends in.
func curled(text string, depth int) (set string, closing int) {
	if !strings.ContainsAny(text, "'\"‘’“”") {
		return text, 0
	}
	runes := []rune(text)
	opens, closes := paired(runes)
	var b strings.Builder
	for i, r := range runes {
		switch {
		case opens[i]:
			b.WriteString([...]string{"“", "‘"}[depth%2])
			depth++
		case closes[i]:
			depth--
			b.WriteString([...]string{"”", "’"}[depth%2])
			closing += len("”")
			continue
		case r == '\'':
			b.WriteString("’")
		case r == '"' && opening(runes, i):
			b.WriteString("“")
		case r == '"':
			b.WriteString("”")
		default:
			b.WriteRune(r)
		}
		closing = 0
	}
	return b.String(), closing
}

// paired finds the quotation marks that belong together; what is left over is an apostrophe or stands as it is.
func paired(runes []rune) (opens, closes map[int]bool) {
	opens, closes = map[int]bool{}, map[int]bool{}
	var open []mark
	waiting := map[bool]int{} // how many of open are single, and double
	for i, r := range runes {
		single := r == '\'' || r == '‘' || r == '’'
		if !single && r != '"' && r != '“' && r != '”' {
			continue
		}
		if r != '‘' && r != '“' && waiting[single] > 0 && ending(runes, i) {
			for { // what was opened since has no partner
				last := open[len(open)-1]
				open = open[:len(open)-1]
				waiting[last.single]--
				if last.single == single {
					opens[last.at], closes[i] = true, true
					break
				}
			}
			continue
		}
		if r != '’' && r != '”' && opening(runes, i) {
			open = append(open, mark{i, single})
			waiting[single]++
		}
	}
	return opens, closes
}

// opening reports whether a mark can open a quotation: something follows at once, and no word goes before.
func opening(runes []rune, i int) bool {
	return i+1 < len(runes) && !unicode.IsSpace(runes[i+1]) &&
		(i == 0 || !unicode.IsLetter(runes[i-1]) && !unicode.IsDigit(runes[i-1]) && !strings.ContainsRune(".,?!;:)", runes[i-1]))
}

// ending reports whether a mark can close one: something goes before, and no word follows.
func ending(runes []rune, i int) bool {
	return i > 0 && !unicode.IsSpace(runes[i-1]) &&
		(i+1 == len(runes) || !unicode.IsLetter(runes[i+1]) && !unicode.IsDigit(runes[i+1]))
}
