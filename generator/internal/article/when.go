package article

import (
	"strings"
	"time"
	"unicode"

	"briefbook/generator/internal/edtf"
)

// token is a run of letters or of digits.
type token struct {
	start, end int
	text       string // lower case
	number     int    // of digits, else -1
}

// tokens splits the beginning of a line; more than a header line holds is not looked at.
func tokens(s string) []token {
	const limit = 40
	var out []token
	start, class := 0, 0
	end := func(i int) {
		if class != 0 {
			t := token{start: start, end: i, text: strings.ToLower(s[start:i]), number: -1}
			if class == 2 && i-start <= 8 {
				t.number = 0
				for _, c := range []byte(t.text) {
					t.number = t.number*10 + int(c-'0')
				}
			}
			out = append(out, t)
		}
	}
	for i, r := range s {
		now := 0
		switch {
		case r >= '0' && r <= '9':
			now = 2
		case unicode.IsLetter(r) || unicode.IsMark(r):
			now = 1
		}
		if now != class {
			end(i)
			start, class = i, now
			if len(out) == limit {
				return out
			}
		}
	}
	end(len(s))
	return out
}

// stamp is a full date in a header line: s[start:end].
type stamp struct {
	date       edtf.Date
	start, end int
	weekday    string // written before or after it, "" when there is none
}

// mismatch reports whether the weekday beside the date is another than the calendar's.
func (s stamp) mismatch() bool {
	return s.weekday != "" && weekdays[s.weekday] != s.date.First().Weekday()
}

// dateIn finds the first date of day precision in a header line. What can be read in two ways (03/04/2021)
// is not read at all.
func dateIn(s string) (stamp, bool) {
	list := tokens(s)
	for i := range list {
		day, used, ok := dayAt(s, list[i:])
		if !ok {
			continue
		}
		out := stamp{date: day.Date(), start: list[i].start, end: list[i+used-1].end}
		for j := max(i-1, 0); j <= min(i+used, len(list)-1); j++ {
			if _, ok := weekdays[list[j].text]; ok {
				out.weekday = list[j].text
			}
		}
		return out, true
	}
	return stamp{}, false
}

// dayAt reads a date at the first token and says how many tokens it takes.
func dayAt(s string, list []token) (day edtf.Day, used int, ok bool) {
	at := func(i int) token {
		if i < len(list) {
			return list[i]
		}
		return token{number: -1}
	}
	a, b, c := at(0), at(1), at(2)
	year := func(t token) bool { return t.number >= 1000 && t.number <= 2999 && t.end-t.start == 4 }
	build := func(y, m, d token, used int) (edtf.Day, int, bool) {
		month := m.number
		if named, ok := months[m.text]; ok {
			month = named
		}
		if month < 1 || month > 12 || d.number < 1 || d.number > 31 || !year(y) {
			return edtf.Day{}, 0, false
		}
		out := edtf.Day{Year: int32(y.number), Month: uint8(month), Day: uint8(d.number)}
		return out, used, out.Valid()
	}
	gap := func(i int) string { return s[at(i).end:at(i+1).start] }
	_, monthFirst := months[a.text]
	switch {
	case a.text == "" || b.text == "" || c.text == "":
		return edtf.Day{}, 0, false
	case year(a) && b.text == "년" && at(3).text == "월": // 2014년 2월 12일
		return build(a, c, at(4), 6-truth(at(5).text != "일"))
	case year(a) && b.number > 0 && (gap(0) == "-" || gap(0) == "/" || strings.TrimSpace(gap(0)) == "."):
		return build(a, b, c, 3)
	case monthFirst && ordinal(c.text):
		return build(at(3), a, b, 4)
	case monthFirst: // February 12, 2014
		return build(c, a, b, 3)
	case a.number > 0 && b.number > 0 && strings.TrimSpace(gap(0)) == "." && strings.TrimSpace(gap(1)) == ".":
		return build(c, b, a, 3) // 12.02.2014
	case a.number > 0:
		i := 1
		for ordinal(at(i).text) || at(i).text == "of" {
			i++
		}
		if _, named := months[at(i).text]; named { // 29 Jul 2021, 25th of September 2020
			return build(at(i+1), at(i), a, i+2)
		}
	}
	return edtf.Day{}, 0, false
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

func ordinal(s string) bool { return s == "st" || s == "nd" || s == "rd" || s == "th" }

// months by name and abbreviation, English and German.
var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
	"nov": 11, "dec": 12,
	"januar": 1, "februar": 2, "märz": 3, "mai": 5, "juni": 6, "juli": 7, "oktober": 10, "dezember": 12,
	"mär": 3, "okt": 10, "dez": 12,
}

var weekdays = map[string]time.Weekday{
	"monday": time.Monday, "tuesday": time.Tuesday, "wednesday": time.Wednesday, "thursday": time.Thursday,
	"friday": time.Friday, "saturday": time.Saturday, "sunday": time.Sunday,
	"mon": time.Monday, "tue": time.Tuesday, "tues": time.Tuesday, "wed": time.Wednesday, "thu": time.Thursday,
	"thur": time.Thursday, "thurs": time.Thursday, "fri": time.Friday, "sat": time.Saturday, "sun": time.Sunday,
	"montag": time.Monday, "dienstag": time.Tuesday, "mittwoch": time.Wednesday, "donnerstag": time.Thursday,
	"freitag": time.Friday, "samstag": time.Saturday, "sonntag": time.Sunday,
}
