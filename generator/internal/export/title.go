package export

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// english reports whether titles of a language are set in headline capitals. An unknown language counts as English,
// as it does in CSL.
func english(language string) bool {
	tag, _, _ := strings.Cut(strings.ToLower(language), "-")
	return tag == "" || tag == "en"
}

// headline gives a title the capitals of a headline: every word but the short connecting ones, those too at the
// beginning, at the end and after a colon or the end of a sentence. Words with a capital or a digit keep what they
// have: they are names, acronyms, or capitals already.
func headline(title string) string {
	var b strings.Builder
	b.Grow(len(title))
	end := strings.LastIndexByte(strings.TrimRight(title, " "), ' ') + 1
	start := true
	for at := 0; at < len(title); {
		n := strings.IndexByte(title[at:], ' ')
		if n < 0 {
			n = len(title) - at
		}
		if word := title[at : at+n]; word != "" {
			capitals(&b, word, start, at >= end)
			if lettered(word) {
				start = endsSentence(word)
			}
		}
		if at += n; at < len(title) {
			b.WriteByte(' ')
			at++
		}
	}
	return b.String()
}

// capitals writes a run of characters between blanks. Hyphens, dashes and strokes divide it.
func capitals(b *strings.Builder, run string, start, last bool) {
	name := false // the compound begins with a capital of its own: its other parts are as they should be
	for first := true; run != ""; first = false {
		n := strings.IndexFunc(run, func(r rune) bool { return r == '-' || r == '‐' || r == '–' || r == '—' || r == '/' })
		divider := 0
		if n < 0 {
			n = len(run)
		} else {
			_, divider = utf8.DecodeRuneInString(run[n:])
		}
		word := run[:n]
		hyphened := divider > 0 && (run[n] == '-' || strings.HasPrefix(run[n:], "‐"))
		if first && hyphened && !start {
			name = strings.IndexFunc(word, unicode.IsUpper) >= 0
		}
		switch {
		case name && !first:
			b.WriteString(word)
		case start && first, last && n == len(run) || hyphened && first:
			b.WriteString(capital(word, start && first))
		case connecting(core(word)):
			b.WriteString(word)
		default:
			b.WriteString(capital(word, false))
		}
		if divider > 0 && !hyphened {
			name = false
		}
		b.WriteString(run[n : n+divider])
		run = run[n+divider:]
	}
}

// capital raises the first letter of a word that has no capital and begins with a letter. A letter that stands
// alone, or before an apostrophe, is raised only where it must.
func capital(word string, must bool) string {
	at := strings.IndexFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	if at < 0 || strings.IndexFunc(word, unicode.IsUpper) >= 0 {
		return word
	}
	r, n := utf8.DecodeRuneInString(word[at:])
	next, _ := utf8.DecodeRuneInString(word[at+n:])
	if !unicode.IsLetter(r) || !must && !unicode.IsLetter(next) {
		return word
	}
	return word[:at] + string(unicode.ToTitle(r)) + word[at+n:]
}

// core is a word without the marks around it.
func core(word string) string {
	return strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func lettered(word string) bool { return core(word) != "" }

// connecting reports whether a word keeps its small letter inside a title.
func connecting(word string) bool {
	switch word {
	case "a", "about", "an", "and", "as", "at", "but", "by", "down", "for", "from", "in", "into", "nor", "of", "on",
		"onto", "or", "over", "so", "the", "till", "to", "up", "via", "with", "yet":
		return true
	}
	return false
}

// endsSentence reports whether a new sentence, or what follows a colon, begins after a word. The point of an
// abbreviation ends nothing.
func endsSentence(word string) bool {
	word = strings.TrimRightFunc(word, func(r rune) bool { return strings.ContainsRune(`"'”’)]»`, r) })
	switch {
	case ends(word, "?!:"):
		return true
	case !ends(word, ".") || strings.HasSuffix(word, ".."):
		return false
	}
	stem := core(word)
	if strings.ContainsRune(stem, '.') || utf8.RuneCountInString(stem) < 2 {
		return false
	}
	switch strings.ToLower(stem) {
	case "mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "lt", "capt", "sen", "gov", "rep", "rev", "jr", "sr",
		"vs", "no", "etc", "inc", "corp", "ltd", "dept":
		return false
	}
	return true
}
