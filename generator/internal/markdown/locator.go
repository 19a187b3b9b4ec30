package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// locatorWords announce paragraph numbers; longer ones stand before those they begin with.
var locatorWords = [...]string{"¶¶", "¶", "paragraphs", "paragraph", "paras.", "paras", "para.", "para", "pars.", "par.", "Absätze",
	"Absatz", "Abs."}

// locatorWord returns the length of the word that announces paragraph numbers at the beginning of s. Korean
// numbers come before their word: "2문단" has a word of length 0.
func locatorWord(s string) (length int, ok bool) {
	for _, w := range locatorWords {
		if rest, ok := strings.CutPrefix(s, w); ok {
			next, _ := utf8.DecodeRuneInString(rest)
			if unicode.IsLetter(next) && unicode.IsLetter(lastRune(w)) {
				continue
			}
			return len(w), true
		}
	}
	_, length = readRanges(s)
	return 0, length > 0 && counter(s[length:]) > 0
}

func lastRune(s string) rune { r, _ := utf8.DecodeLastRuneInString(s); return r }

// counter is the length of a Korean word for paragraph at the beginning of s.
func counter(s string) int {
	trimmed := strings.TrimLeft(s, " ")
	for _, w := range [...]string{"문단", "단락"} {
		if strings.HasPrefix(trimmed, w) {
			return len(s) - len(trimmed) + len(w)
		}
	}
	return 0
}

// readLocator reads "¶1–3, 5, as before": the paragraphs, the length of the locator and what follows. paras is
// nil when it cannot be read.
func readLocator(s string) (paras []book.Range, length int, rest string) {
	word, ok := locatorWord(s)
	if !ok {
		return nil, 0, ""
	}
	length = word
	for length < len(s) && s[length] == ' ' {
		length++
	}
	paras, n := readRanges(s[length:])
	if n == 0 {
		return nil, 0, ""
	}
	length += n
	if word == 0 {
		length += counter(s[length:])
	}
	next, _ := utf8.DecodeRuneInString(s[length:])
	if length < len(s) && next != ',' && !unicode.IsSpace(next) && next != '.' && next != ')' {
		return nil, 0, ""
	}
	return paras, length, strings.TrimLeft(s[length:], ", \n\t")
}

// A tail is what stands behind the id of a citation.
type tail struct {
	paras   []book.Range
	locator string // as written: "¶1–3"
	suffix  string // words, locators that count no paragraphs among them: "pp. 33–35 and *passim*"
	rest    int    // how many bytes at the end of the text the suffix takes
	page    bool   // the suffix begins with a bare number
}

// readTail reads " ¶2, as before", ", pp. 33-35", "{¶4}, suffix", "". False when paragraphs seem to be meant and cannot be
// read.
func readTail(s string) (t tail, ok bool) {
	trimmed := strings.TrimLeftFunc(s, func(r rune) bool { return r == ',' || unicode.IsSpace(r) })
	if inner, after, braced := braced(trimmed); braced {
		t.suffix = strings.TrimLeft(after, ", \n\t")
		t.rest = len(t.suffix)
		if _, marked := locatorWord(inner); marked {
			paras, length, rest := readLocator(inner)
			t.paras, t.locator = paras, inner[:length]
			t.suffix = strings.TrimSpace(rest + " " + t.suffix)
			return t, paras != nil
		}
		t.rest = len(trimmed)
		t.suffix = strings.TrimPrefix(strings.TrimSpace(inner)+", "+t.suffix, ", ")
		t.suffix = strings.TrimSuffix(t.suffix, ", ")
		return t, true
	}
	word, marked := locatorWord(trimmed)
	first, _ := utf8.DecodeRuneInString(trimmed)
	t.suffix, t.rest = trimmed, len(trimmed)
	switch {
	case trimmed == "":
	case marked && (len(trimmed) < len(s) || word == 0 || first == '¶'):
		paras, length, suffix := readLocator(trimmed)
		t.paras, t.locator, t.suffix, t.rest = paras, trimmed[:length], suffix, len(suffix)
		return t, paras != nil
	case len(trimmed) == len(s), unicode.IsDigit(first) && !strings.HasPrefix(s, ","):
		return t, false
	case unicode.IsDigit(first):
		t.page = true
	}
	return t, true
}

// braced cuts "{locator} rest".
func braced(s string) (inner, after string, ok bool) {
	if !strings.HasPrefix(s, "{") {
		return "", "", false
	}
	return strings.Cut(s[1:], "}")
}

// highest is the last paragraph number that can be meant.
const highest = 99999

// readRanges reads "1–3, 5 and ¶7": paragraph numbers and runs of them. n is their length, 0 when the first
// cannot be read or a run goes backwards.
func readRanges(s string) (list []book.Range, n int) {
	for {
		at := n
		if len(list) > 0 {
			at += separator(s[n:])
			if at == n {
				return list, n
			}
		}
		at += len(s[at:]) - len(strings.TrimLeft(s[at:], " ¶"))
		first, digits := readNumber(s[at:])
		if digits == 0 {
			return list, n
		}
		at += digits
		last := first
		if dash := dashLength(s[at:]); dash > 0 {
			last, digits = readNumber(s[at+dash:])
			if digits == 0 {
				return nil, 0
			}
			at += dash + digits
		}
		if first < 1 || last < first {
			return nil, 0
		}
		list, n = append(list, book.Range{First: first, Last: last}), at
	}
}

// separator is the length of what may stand between two paragraph numbers.
func separator(s string) int {
	for _, sep := range [...]string{", ", ",", " and ", " und ", " & "} {
		if strings.HasPrefix(s, sep) {
			return len(sep)
		}
	}
	return 0
}

// dashLength is the length of a dash, with a paragraph sign that repeats: "–¶".
func dashLength(s string) int {
	for _, dash := range [...]string{"–", "—", "-", "‐", "‑", " – ", " - ", " to ", " bis "} {
		if rest, ok := strings.CutPrefix(s, dash); ok {
			if strings.HasPrefix(rest, "¶") {
				return len(dash) + len("¶")
			}
			return len(dash)
		}
	}
	return 0
}

func readNumber(s string) (value, digits int) {
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		value = value*10 + int(s[digits]-'0')
		digits++
		if value > highest {
			return 0, 0
		}
	}
	return value, digits
}
