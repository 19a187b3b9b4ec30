package names

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Ordinary reports whether a name or variant is not looked for because nearly every text would have it: a single letter,
// digits alone, two small letters, a word that holds sentences together (the, in, and). In capitals it is a name: IT, US.
// With more in brackets it is looked for as a whole: X (company).
func Ordinary(name string) bool {
	name = strings.TrimSpace(name)
	return core(name) == name && ordinary(name)
}

func ordinary(name string) bool { return !usable(name) || isGlue(name) }

// core is a name without its "(…)".
func core(name string) string {
	if open := strings.LastIndexAny(name, "(（"); open > 0 && (strings.HasSuffix(name, ")") || strings.HasSuffix(name, "）")) {
		return strings.TrimSpace(name[:open])
	}
	return name
}

// isGlue reports whether a word holds sentences together, and is not written in capitals.
func isGlue(word string) bool {
	if len(word) > longestGlue || utf8.RuneCountInString(word) > 1 && allUpper(word) {
		return false
	}
	_, ok := slices.BinarySearch(glue, strings.ToLower(word))
	return ok
}

// longestGlue is the length of the longest of these words, in bytes.
const longestGlue = 6

// glue are such words of English and German, in small letters; sorted.
var glue = []string{
	"a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "auf", "aus", "be", "been", "before", "bei", "but", "by", "can",
	"could", "das", "dem", "der", "des", "did", "die", "do", "does", "each", "ein", "eine", "for", "from", "für", "had", "has", "have", "he",
	"her", "here", "him", "his", "how", "i", "if", "in", "into", "is", "ist", "it", "its", "just", "me", "mit", "more", "most", "my", "nach", "no", "nor",
	"not", "now", "of", "off", "on", "only", "or", "other", "our", "out", "over", "she", "should", "sie", "so", "some", "such", "than", "that",
	"the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "too", "und", "under", "up", "us", "very", "von", "was",
	"we", "were", "what", "when", "where", "which", "while", "who", "why", "with", "would", "yet", "you", "your",
}
