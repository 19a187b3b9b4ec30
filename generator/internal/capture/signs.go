package capture

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plain undoes ligatures, which are one way to print two letters. A reader who searches for "office" must find it
// where it was set with one; no other character of the compatibility kind is the page's alone.
func plain(text string) string {
	if !strings.Contains(text, "\xef\xac") { // how each of them begins in UTF-8
		return text
	}
	return ligatures.Replace(text)
}

var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "ſt", "ﬆ", "st")

// ends reports whether a line ends a sentence.
func ends(text string) bool {
	text = strings.TrimRightFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsDigit(r) || unicode.In(r, unicode.Pe, unicode.Pf, unicode.Pi) || r == '"' || r == '\''
	})
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?:;…。！？", r)
}

// goesOn reports whether a line goes on with the sentence of the line before it.
func goesOn(before, text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return !ends(before) && unicode.IsLower(r)
}

// bullet reports whether a line opens with the mark of an item.
func bullet(text string) bool {
	r, size := utf8.DecodeRuneInString(text)
	return strings.ContainsRune("•‣▪◦●○■□◆◇▶►·–—-*", r) && strings.HasPrefix(text[size:], " ")
}

// address reports whether a line opens with an address of the web, as browsers print it at the foot of a page.
func address(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	return strings.Contains(first, "://") || strings.HasPrefix(first, "www.")
}

// contents reports whether a line is a row of a table of contents: dots that lead to a number.
func contents(text string) bool {
	rest := strings.TrimRightFunc(text, func(r rune) bool { return unicode.IsDigit(r) || unicode.IsSpace(r) })
	return len(rest) < len(text) && (strings.HasSuffix(rest, ". . .") || strings.HasSuffix(rest, "...") || strings.HasSuffix(rest, "…"))
}

// numbered reports whether a line opens with the number of an item: "1.", "12)", "(a)", "b)".
func numbered(text string) bool {
	mark, _, ok := strings.Cut(text, " ")
	if !ok || len(mark) < 2 || len(mark) > 5 {
		return false
	}
	inner := strings.TrimPrefix(mark, "(")
	last := inner[len(inner)-1]
	if inner = inner[:len(inner)-1]; last != ')' && (last != '.' || len(inner) < len(mark)-1) {
		return false
	}
	switch {
	case len(inner) == 0 || len(inner) > 3:
		return false
	case strings.Trim(inner, "0123456789") == "":
		return true
	}
	return len(inner) == 1 && unicode.IsLower(rune(inner[0]))
}
