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
	const limit = 60
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
	day        edtf.Day
	other      edtf.Day // with day and month exchanged, where that is as good a reading; else zero
	text       string   // as written
	start, end int
	weekday    time.Weekday // written before or after it
	named      bool         // a weekday is
	order      order        // what its numbers prove
}

// order says what stands first in a numeric date.
type order uint8

const (
	unproven order = iota
	dayFirst
	monthFirst
)

// mismatch reports whether the weekday beside the date is another than the calendar's.
func (s stamp) mismatch() bool { return s.named && s.weekday != s.day.Weekday() }

// unclear reports whether nobody can tell the day from the month.
func (s stamp) unclear() bool { return s.other != edtf.Day{} }

func (s stamp) String() string { return s.day.Date().String() }

// stamps finds the dates of day precision in a header line.
func stamps(s string) []stamp {
	list := tokens(s)
	var out []stamp
	for i := 0; i < len(list); i++ {
		d := dateReader{s, list[i:]}
		st, used := d.read()
		if used == 0 {
			continue
		}
		st.start, st.end = list[i].start, list[i+used-1].end
		if i > 0 && glued(s, list[i-1].end, st.start) {
			continue // a part of a number: 555-2014-02-12
		}
		st.readWeekday(s, list, i, i+used)
		st.decide()
		st.end = isoTime(s, st.end)
		st.text = s[st.start:st.end]
		out = append(out, st)
		for i++; i < len(list) && list[i].start < st.end; i++ {
		}
		i--
	}
	return out
}

// dateIn finds the first date in a header line whose day and month are clear.
func dateIn(s string) (stamp, bool) {
	for _, st := range stamps(s) {
		if !st.unclear() {
			return st, true
		}
	}
	return stamp{}, false
}

func glued(s string, from, to int) bool {
	return from > 0 && (s[from:to] == "-" || s[from:to] == "/") && s[from-1] >= '0' && s[from-1] <= '9'
}

// isoTime is the end of the clock and zone that follow a date without a blank: "2014-02-12T06:07+09:00".
func isoTime(s string, end int) int {
	if end+2 >= len(s) || s[end] != 'T' || s[end+1] < '0' || s[end+1] > '9' {
		return end
	}
	for end++; end < len(s) && strings.IndexByte("0123456789:.+-Z", s[end]) >= 0; {
		end++
	}
	return end
}

// readWeekday looks for a weekday beside the date, which are the tokens from i up to end.
func (s *stamp) readWeekday(line string, list []token, i, end int) {
	near := func(gap string) bool { return len(gap) <= 3 && strings.Trim(gap, " ,.(（\u00a0") == "" }
	if i > 0 && near(line[list[i-1].end:s.start]) {
		s.weekday, s.named = weekday(list[i-1].text)
	}
	if end < len(list) && !s.named {
		gap := line[s.end:list[end].start]
		if s.weekday, s.named = weekday(list[end].text); s.named && (!near(gap) || len(list[end].text) == 2 && gap == " ") {
			s.named = false // "12.02.2014 so" is no Sunday
		}
		if !s.named && (gap == "(" || gap == " (") { // 2014년 2월 12일(수)
			s.weekday, s.named = weekdayMark(list[end].text)
		}
	}
}

// decide lets a weekday choose between two readings.
func (s *stamp) decide() {
	if !s.unclear() || !s.named {
		return
	}
	first, second := s.weekday == s.day.Weekday(), s.weekday == s.other.Weekday()
	if first != second {
		if second {
			s.day = s.other
		}
		s.other = edtf.Day{}
	}
}

// dateReader reads a date at the first of its tokens.
type dateReader struct {
	s    string
	list []token
}

func (d dateReader) at(i int) token {
	if i < len(d.list) {
		return d.list[i]
	}
	return token{number: -1}
}

// gap is what stands between token i and the next.
func (d dateReader) gap(i int) string {
	if i+1 >= len(d.list) {
		return "\n"
	}
	return d.s[d.list[i].end:d.list[i+1].start]
}

// loose reports whether a gap may stand within a date that has its month in words.
func loose(gap string) bool { return len(gap) <= 4 && strings.Trim(gap, " .,-/'’\u00a0") == "" }

func year(t token) bool { return t.number >= 1000 && t.number <= 2999 && t.end-t.start == 4 }

// read gives the date and how many tokens it takes, 0 for none.
func (d dateReader) read() (st stamp, used int) {
	a := d.at(0)
	if _, named := month(a.text); named {
		return d.monthFirst()
	}
	switch {
	case a.number < 0 || len(d.list) < 3:
		return stamp{}, 0
	case year(a):
		return d.yearFirst()
	case a.number > 31 || a.number == 0:
		return stamp{}, 0
	}
	if d.at(1).number >= 0 {
		return d.numeric()
	}
	i := 1
	for ordinal(d.at(i).text) || d.at(i).text == "of" || d.at(i).text == "de" {
		i++
	}
	y := i + 1
	for d.at(y).text == "of" || d.at(y).text == "de" || d.at(y).text == "del" {
		y++
	}
	for j := range y {
		if !loose(d.gap(j)) {
			return stamp{}, 0
		}
	}
	return d.build(d.at(y), d.at(i), a, y+1) // 29 Jul 2021, 25th of September 2020, 4 de marzo de 2019
}

// monthFirst reads "February 12, 2014" and "Feb. 12th 2014".
func (d dateReader) monthFirst() (stamp, int) {
	y := 2
	if ordinal(d.at(2).text) {
		y = 3
	}
	for j := range y {
		if !loose(d.gap(j)) {
			return stamp{}, 0
		}
	}
	return d.build(d.at(y), d.at(0), d.at(1), y+1)
}

// yearFirst reads "2014-02-12", "2014. 2. 12.", "2014년 2월 12일", "2014年2月12日".
func (d dateReader) yearFirst() (stamp, int) {
	switch mark := d.at(1).text; {
	case mark == "년" && d.at(3).text == "월" && d.at(5).text == "일", mark == "年" && d.at(3).text == "月" && d.at(5).text == "日":
		return d.build(d.at(0), d.at(2), d.at(4), 6)
	case d.at(1).number > 0 && d.at(2).number > 0 && d.at(2).end-d.at(2).start <= 2:
		first, second := strings.TrimSpace(d.gap(0)), strings.TrimSpace(d.gap(1))
		if first == second && (first == "-" || first == "/" || first == ".") {
			return d.build(d.at(0), d.at(1), d.at(2), 3)
		}
	}
	return stamp{}, 0
}

// numeric reads "12.02.2014", day first by its dots, and "03/04/2021", whose order nobody can tell.
func (d dateReader) numeric() (stamp, int) {
	a, b, y := d.at(0), d.at(1), d.at(2)
	first, second := strings.TrimSpace(d.gap(0)), strings.TrimSpace(d.gap(1))
	if first != second || first != "." && first != "/" && first != "-" {
		return stamp{}, 0
	}
	st, used := d.build(y, b, a, 3)
	swapped, again := d.build(y, a, b, 3)
	switch {
	case used == 0:
		if swapped.order = monthFirst; first == "." {
			swapped.order = unproven
		}
		return swapped, again
	case again == 0 && first != ".":
		st.order = dayFirst
	case again != 0 && a.number != b.number && first != ".":
		st.other = swapped.day
	}
	return st, used
}

func (d dateReader) build(y, m, day token, used int) (stamp, int) {
	n := m.number
	if named, ok := month(m.text); ok {
		n = named
	}
	if n < 1 || n > 12 || day.number < 1 || day.number > 31 || !year(y) {
		return stamp{}, 0
	}
	out := stamp{day: edtf.Day{Year: int32(y.number), Month: uint8(n), Day: uint8(day.number)}}
	if !out.day.Valid() {
		return stamp{}, 0
	}
	return out, used
}

// compact reads "20140212", which is only a date where a label says so.
func compact(s string) (stamp, bool) {
	if s = strings.TrimSpace(s); len(s) != 8 || strings.Trim(s, "0123456789") != "" {
		return stamp{}, false
	}
	list := stamps(s[:4] + "-" + s[4:6] + "-" + s[6:])
	if len(list) == 0 {
		return stamp{}, false
	}
	return list[0], true
}

// anniversary reads a day and a month without a year: "March 4", "4. März", "3월 4일". It gives the tokens used.
func (d dateReader) anniversary() (m, day, used int) {
	a, b := d.at(0), d.at(1)
	if n, ok := month(a.text); ok && b.number >= 1 && b.number <= 31 && loose(d.gap(0)) {
		if ordinal(d.at(2).text) {
			return n, b.number, 3
		}
		return n, b.number, 2
	}
	if a.number < 1 || a.number > 31 {
		return 0, 0, 0
	}
	if (b.text == "월" || b.text == "月") && d.at(2).number >= 1 && d.at(2).number <= 31 && a.number <= 12 {
		return a.number, d.at(2).number, 4
	}
	i := 1
	if ordinal(b.text) {
		i = 2
	}
	if n, ok := month(d.at(i).text); ok && loose(d.gap(0)) {
		return n, a.number, i + 1
	}
	return 0, 0, 0
}
