package book

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Abbreviates reports whether a full stop behind a text is that of an abbreviation or an initial, and ends no sentence.
func Abbreviates(text string) bool {
	word := text[strings.LastIndexByte(text, ' ')+1:]
	word = strings.TrimLeft(word, "\"'“‘«„([")
	switch word {
	case "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Lt", "Col", "Capt", "Sen", "Rep", "Gov", "St", "Jr", "No", "no", "vs", "cf", "p", "pp", "para", "paras",
		"approx", "Nr", "Art", "bzw", "ca", "evtl", "z":
		return true
	}
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsUpper(r) || strings.Contains(word, ".") && !strings.ContainsAny(word, "0123456789")
}
