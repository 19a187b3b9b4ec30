package book

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Omission is the length of the mark of an omission with which a text begins, 0 when it begins with none: "…", "...",
// ". . .", with a fourth dot or more, in brackets or not.
func Omission(text string) int {
	open, size := utf8.DecodeRuneInString(text)
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
		return dots(text)
	}
	n := size + blanks(text[size:])
	inner := dots(text[n:])
	n += inner
	n += blanks(text[n:])
	if inner == 0 || !strings.HasPrefix(text[n:], shut) {
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

// IsRemark reports whether what a writer put in brackets within a quotation says something of the words and stands
// for none: "sic", "emphasis added".
func IsRemark(inside string) bool {
	switch strings.ToLower(strings.Trim(inside, " !*_")) {
	case "sic", "emphasis added", "italics added", "emphasis in original":
		return true
	}
	return false
}

// remark is the length of such a bracket with which a text begins, else 0.
func remark(text string) int {
	if text == "" || text[0] != '[' {
		return 0
	}
	end := strings.IndexByte(text[:min(len(text), longestBracket)], ']')
	if end < 0 || !IsRemark(text[1:end]) {
		return 0
	}
	return end + 1
}
