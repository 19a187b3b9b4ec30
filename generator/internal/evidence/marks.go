package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// matching pairs square brackets, outermost first: the byte of each opening one with that of the one that closes it.
// What stands alone is left to be text.
func matching(s string) map[int]int {
	if !strings.ContainsAny(s, "[［〔") {
		return nil
	}
	pairs := map[int]int{}
	var open []int
	for i, r := range s {
		switch r {
		case '[', '［', '〔':
			open = append(open, i)
		case ']', '］', '〕':
			if n := len(open); n > 0 {
				pairs[open[n-1]] = i
				open = open[:n-1]
			}
		}
	}
	return pairs
}

// holdsElision reports whether a mark of elision stands among other words in brackets.
func holdsElision(s string) bool {
	for i := range s {
		if elided(s[i:]) > 0 {
			return true
		}
	}
	return false
}

// elided is the length of a mark of elision at the start of s: "…", "...", ". . .", with a fourth dot or more, in
// brackets or not.
func elided(s string) int {
	open, size := utf8.DecodeRuneInString(s)
	shut := ""
	switch open {
	case '[':
		shut = "]"
	case '(':
		shut = ")"
	case '［':
		shut = "］"
	case '（':
		shut = "）"
	case '〔':
		shut = "〕"
	default:
		return dots(s)
	}
	n := size + blanks(s[size:])
	inner := dots(s[n:])
	n += inner
	n += blanks(s[n:])
	if inner == 0 || !strings.HasPrefix(s[n:], shut) {
		return 0
	}
	return n + len(shut)
}

func blanks(s string) int { return len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace)) }

// dots is the length of dots at the start of s that count for three or more.
func dots(s string) int {
	n, worth := 0, 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '.' || r == '．':
			worth++
		case r == '‥':
			worth += 2
		case r == '…' || r == '⋯':
			worth += 3
		case worth > 0 && unicode.IsSpace(r):
			i += size
			continue
		default:
			i = len(s)
			continue
		}
		i += size
		n = i
	}
	if worth < 3 {
		return 0
	}
	return n
}
