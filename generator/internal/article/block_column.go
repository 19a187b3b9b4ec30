package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// column is how wide the lines of a newspaper's column are: narrow ones, of which several break off within a word. It is 0
// of any other text.
func column(lines []string) int {
	const narrowest, widest, several = 24, 50, 3
	full, broken, followed := 0, 0, 0
	for i := 0; i+1 < len(lines); i++ {
		if lines[i] == "" || lines[i+1] == "" {
			continue
		}
		followed++
		if brokenWord(lines[i], lines[i+1]) {
			broken++
			full = max(full, utf8.RuneCountInString(lines[i]))
		}
	}
	if full < narrowest || full >= widest || broken < several || 15*broken < followed {
		return 0
	}
	return full
}

// brokenWord reports whether a line breaks off within a word that the next goes on with: a letter and a hyphen, then a
// small letter.
func brokenWord(line, next string) bool {
	bare, ok := strings.CutSuffix(line, "-")
	before, _ := utf8.DecodeLastRuneInString(bare)
	after, _ := utf8.DecodeRuneInString(next)
	return ok && unicode.IsLetter(before) && unicode.IsLower(after)
}

// joined makes one text of the lines of a paragraph. In a column a word that was broken is made whole, and the hyphen set
// aside.
func (p *page) joined(w width, lines []string, first int) string {
	if len(lines) == 1 || w == 0 || w >= 50 {
		return strings.Join(lines, " ")
	}
	var out strings.Builder
	for i, line := range lines {
		switch {
		case i+1 == len(lines):
			out.WriteString(line)
		case brokenWord(line, lines[i+1]):
			out.WriteString(strings.TrimSuffix(line, "-"))
			p.peeled = append(p.peeled, book.Receipt{First: first + i, Last: first + i, Reason: "separator", Text: "-"})
		default:
			out.WriteString(line + " ")
		}
	}
	return out.String()
}
