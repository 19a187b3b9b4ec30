package changes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// minor reports whether two texts differ in wording alone. When in doubt they do not.
func minor(was, now string) bool {
	a, b := tokens(was), tokens(now)
	return alikeButFor(a, b, joinedUp) || strings.ContainsAny(was+now, "-‐‑") && alikeButFor(a, b, takenApart)
}

// hyphens are dealt with in two ways: "co-operate" is "cooperate", and "well-known" is "well known".
type hyphens bool

const (
	joinedUp   hyphens = false
	takenApart hyphens = true
)

// alikeButFor compares two texts word by word: each is the same, or spelt otherwise.
func alikeButFor(a, b []token, h hyphens) bool {
	x, y := weighty(a, h), weighty(b, h)
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if x[i] != y[i] && !sameWord(x[i], y[i]) {
			return false
		}
	}
	return true
}

// weighty are the tokens that carry meaning, each in one form: typography does not count, nor does punctuation but
// question marks, quotation marks and symbols.
func weighty(list []token, h hyphens) []string {
	out := make([]string, 0, len(list))
	for _, t := range list {
		switch t.kind {
		case mark:
			out = append(out, t.text)
		case number:
			out = append(out, evenDashes(norm.NFC.String(t.text)))
		case word:
			text := plainWord(norm.NFC.String(t.text))
			if h == takenApart {
				out = append(out, strings.FieldsFunc(text, func(r rune) bool { return r == '-' })...)
			} else {
				out = append(out, strings.ReplaceAll(text, "-", ""))
			}
		case sign:
			if s := weight(t.text); s != "" {
				out = append(out, s)
			}
		}
	}
	return out
}

// weight is a sign in one form, "" when it is mere punctuation.
func weight(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '‹', '›', '\'', '「', '」', '『', '』':
		return `"`
	case '?', '？', '¿':
		return "?"
	case '/', '&', '%', '‰', '@', '#', '*', '¶', '§', '\uFFFC', utf8.RuneError:
		return s
	}
	if unicode.IsPunct(r) || unicode.IsSpace(r) || r == '\u200B' || r == '\u2060' || r == '\u00AD' || r == '\uFEFF' {
		return ""
	}
	return s
}

// plainWord has one sort of hyphens and no apostrophes.
func plainWord(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '\'', '’', 'ʼ':
			return -1
		case '‐', '‑':
			return '-'
		}
		return r
	}, s)
}

func evenDashes(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '‐', '‑', '–', '−':
			return '-'
		}
		return r
	}, s)
}

// sameWord reports whether two words that are not written alike are one: but for capitals, or for one letter.
func sameWord(a, b string) bool {
	low, high := strings.ToLower(a), strings.ToLower(b)
	if low == high {
		return !capitalMatters(a, b, low)
	}
	return a == low && b == high && respelt(a, b)
}

// twoWords are those that a capital makes another word of.
var twoWords = []string{"august", "bill", "china", "earth", "god", "job", "march", "mark", "may", "nice", "polish", "reading", "state", "turkey", "will"}

// capitalMatters reports whether a capital makes another word: may and May, us and US.
func capitalMatters(a, b, folded string) bool {
	if strings.ContainsFunc(a, unicode.IsDigit) {
		return true
	}
	if _, found := slices.BinarySearch(twoWords, folded); found {
		return true
	}
	capitals := func(s string) bool { return s == strings.ToUpper(s) && s != strings.ToLower(s) }
	return capitals(a) != capitals(b) && utf8.RuneCountInString(folded) <= 4
}
