package changes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sort says what a token is.
type sort uint8

const (
	word   sort = iota // letters, with apostrophes and hyphens between them
	number             // anything with a digit in it
	mark               // [@source ¶2] or [[page]]
	sign               // one other character
)

// token is a piece of a text that is there or not as a whole.
type token struct {
	text string
	kind sort
	gap  bool // a blank stands before it
}

// tokens cuts a text up. Joined with their blanks they are the text, but for the sort of blanks.
func tokens(s string) []token {
	list := make([]token, 0, len(s)/5)
	gap := false
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		if unicode.IsSpace(r) {
			gap = len(list) > 0
			s = s[size:]
			continue
		}
		n, kind := size, sign
		switch {
		case strings.HasPrefix(s, "[@"), strings.HasPrefix(s, "[["):
			if end := bracketed(s); end > 0 {
				n, kind = end, mark
			}
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			n, kind = run(s)
		case (r == '-' || r == '−' || r == '+') && digitAfter(s[size:]) && (gap || len(list) == 0):
			n, _ = run(s[size:])
			n, kind = n+size, number
		}
		list = append(list, token{s[:n], kind, gap})
		s, gap = s[n:], false
	}
	return list
}

// longestMark is how many bytes a citation or the name of a page takes at most.
const longestMark = 400

// bracketed is the length of the mark that s begins with, 0 when there is none.
func bracketed(s string) int {
	window := s[:min(len(s), longestMark)]
	if strings.HasPrefix(s, "[[") {
		if end := strings.Index(window, "]]"); end > 2 {
			return end + 2
		}
		return 0
	}
	if end := strings.IndexByte(window, ']'); end > 2 {
		return end + 1
	}
	return 0
}

// run is the length of the word or number that s begins with.
func run(s string) (n int, kind sort) {
	kind = word
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		switch {
		case unicode.IsDigit(r):
			kind = number
		case unicode.IsLetter(r), unicode.IsMark(r):
		case joins(r) && n > 0 && joined(s[n+size:], r):
		default:
			return n, kind
		}
		n += size
	}
	return n, kind
}

// joins reports whether a character may stand within a word or number.
func joins(r rune) bool {
	switch r {
	case '\'', '’', 'ʼ', '-', '‐', '‑', '–', '−', '.', ',', ':', '/':
		return true
	}
	return false
}

// joined reports whether a joining character holds together what is around it: apostrophes and hyphens do in words,
// the others before digits only.
func joined(rest string, by rune) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	switch by {
	case '\'', '’', 'ʼ', '-', '‐', '‑':
		return unicode.IsLetter(next) || unicode.IsDigit(next)
	}
	return unicode.IsDigit(next)
}

func digitAfter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}
