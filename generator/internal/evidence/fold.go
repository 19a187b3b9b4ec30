package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded is a text without what typography may change, and the way back: at[i] is where in the text as it stands
// the character lies that byte i of the folded text came from; at has one entry more for the end.
type folded struct {
	text string
	at   []int32
}

// fold takes away what two typesetters may do differently: compatibility forms and ligatures (NFKC), the shapes of
// quotation marks and apostrophes, dashes of any length with the blanks around them (U+FFFD, where a dash was lost,
// is one), runs of white space, zero-width characters and soft hyphens, an address of the web in the middle of a
// sentence. Case, spelling, order and numbers stay.
func fold(s string) folded {
	f := folder{out: make([]byte, 0, len(s)), at: make([]int32, 0, len(s)+1)}
	for i := 0; i < len(s); {
		if n := address(s[i:]); n > 0 {
			f.put(' ', i)
			i += n
			continue
		}
		if c := s[i]; c < utf8.RuneSelf && (i+1 == len(s) || s[i+1] < utf8.RuneSelf) {
			f.put(rune(c), i)
			i++
			continue
		}
		n := norm.NFKC.NextBoundaryInString(s[i:], true)
		for _, r := range norm.NFKC.String(s[i : i+n]) {
			f.put(r, i)
		}
		i += n
	}
	f.at = append(f.at, int32(len(s)))
	return folded{string(f.out), f.at}
}

// folder gathers a folded text.
type folder struct {
	out []byte
	at  []int32
}

func (f *folder) put(r rune, from int) {
	last := byte(0)
	if n := len(f.out); n > 0 {
		last = f.out[n-1]
	}
	switch {
	case invisible(r):
		return
	case unicode.IsSpace(r):
		if last == ' ' || last == '-' {
			return
		}
		r = ' '
	case dash(r):
		if last == ' ' { // blanks before a dash go
			f.out, f.at = f.out[:len(f.out)-1], f.at[:len(f.at)-1]
			if n := len(f.out); n > 0 && f.out[n-1] == '-' {
				return
			}
		} else if last == '-' {
			return
		}
		r = '-'
	case quotationMark(r):
		r = '\''
	}
	n := len(f.out)
	f.out = utf8.AppendRune(f.out, r)
	for range len(f.out) - n {
		f.at = append(f.at, int32(from))
	}
}

func invisible(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u200e', '\u200f':
		return true
	}
	return false
}

func dash(r rune) bool {
	switch {
	case r == '-', r >= '\u2010' && r <= '\u2015', r == '\u2212', r == '\ufe58', r == '\ufe63', r == '\uff0d', r == utf8.RuneError:
		return true
	}
	return false
}

func quotationMark(r rune) bool {
	switch r {
	case '\'', '"', '`', '´', '‘', '’', '‚', '‛', '“', '”', '„', '‟', '′', '″', '«', '»', '‹', '›', '「', '」', '『', '』':
		return true
	}
	return false
}

// address is the length of a web address at the start of s.
func address(s string) int {
	if s[0] != 'h' || !strings.HasPrefix(s, "http://") && !strings.HasPrefix(s, "https://") {
		return 0
	}
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return i
	}
	return len(s)
}

// letter reports whether r is part of a word. Han and Kana are written without blanks: there any character may
// begin or end one.
func letter(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// apart reports whether a word may begin or end at byte i of s.
func apart(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i:])
	return i == 0 || i == len(s) || !letter(before) || !letter(after)
}

// wordCount counts runs of letters and digits.
func wordCount(s string) int {
	n, in := 0, false
	for _, r := range s {
		now := unicode.IsLetter(r) || unicode.IsDigit(r) || in && (unicode.IsMark(r) || r == '\'')
		if now && !in {
			n++
		}
		in = now
	}
	return n
}
