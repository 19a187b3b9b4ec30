package article

import (
	"slices"
	"strings"
	"time"

	"briefbook/generator/internal/edtf"
)

// dayOf reads the day of a machine's date, as it is written in its own time zone: "2019-03-04T09:15:00+09:00",
// "20190304", "Mon, 04 Mar 2019 09:15:00 GMT". "" is none, or one that can be read in two ways.
func dayOf(s string) string {
	s = strings.TrimSpace(s)
	if len(s) < 8 || len(s) > 60 {
		return ""
	}
	if figures(beginning(s, 8)) > 0 && (len(s) == 8 || s[8] == 'T') {
		s = s[:4] + "-" + s[4:6] + "-" + s[6:8]
	}
	if len(s) >= 10 && figures(s[:4]) > 0 && (s[4] == '-' || s[4] == '/') && (len(s) == 10 || s[10] == 'T' || s[10] == ' ') {
		return day(s[:4] + "-" + s[5:7] + "-" + s[8:10])
	}
	if stamp, ok := dateIn(s); ok {
		return day(stamp.String())
	}
	return ""
}

// day is s when it is a day that a page may have appeared on.
func day(s string) string {
	if d, err := edtf.Parse(s); err != nil || d.Precision() != edtf.PrecisionDay || d.String() != s || s < "1900" || s >= "2100" {
		return ""
	}
	return s
}

// settleDates decides between the days of publication that a page states: what it declares, what it shows, what
// stands in its address. Days that are one apart agree, for time zones differ. Where others contradict, the
// best founded counts if it weighs twice as much as the next; if not, the day is unknown. Both are flagged.
func (p *page) settleDates() {
	list := p.declared.published
	for _, f := range p.dates {
		if len(list) == 0 || near(f.value, list[0].value) || !slices.ContainsFunc(p.declared.modified, func(m found) bool { return m.value == f.value }) {
			list = append(list, dated{f, likely}) // else it is the day of the last change that shows
		}
	}
	for _, u := range p.declared.urls {
		if s := dayInAddress(u.value); s != "" {
			list = append(list, dated{found{s, "address"}, likely})
			break
		}
	}
	if len(list) == 0 {
		return
	}
	best, second, pick := 0, 0, -1
	for i, d := range list {
		sum, seen := 0, map[string]bool{}
		for _, e := range list {
			kind, _, _ := strings.Cut(e.basis, " ")
			if near(d.value, e.value) && !seen[kind] {
				sum, seen[kind] = sum+e.weight, true
			}
		}
		switch {
		case sum > best:
			if pick >= 0 && !near(list[pick].value, d.value) {
				second = max(second, best)
			}
			best, pick = sum, i
		case !near(list[pick].value, d.value):
			second = max(second, sum)
		}
	}
	if second > 0 {
		p.doubt(FlagDateConflict)
	}
	pick = p.shownDay(list, pick)
	p.dates = nil
	for _, d := range list {
		if second > 0 && best < 2*second || d.value == list[pick].value {
			p.dates = append(p.dates, d.found)
		}
	}
}

// shownDay prefers the day that a reader is shown to the one before it that the page declares: machines write the time
// of Greenwich, where it may still be yesterday. If the page says that it was changed on the day shown, that day is none.
func (p *page) shownDay(list []dated, pick int) int {
	value := list[pick].value
	for i, d := range list {
		shown := slices.ContainsFunc(p.dates, func(f found) bool { return f == d.found })
		changed := slices.ContainsFunc(p.declared.modified, func(m found) bool { return m.value == d.value })
		if shown && !changed && d.value > value && near(d.value, value) {
			return i
		}
	}
	return pick
}

// near reports whether two days are the same or one apart.
func near(a, b string) bool {
	if a == b {
		return true
	}
	d, err := time.Parse(time.DateOnly, a)
	e, err2 := time.Parse(time.DateOnly, b)
	return err == nil && err2 == nil && d.Sub(e).Abs() <= 24*time.Hour
}

// dayInAddress finds "/2019/03/04/" or "/2019-03-04" in an address.
func dayInAddress(s string) string {
	for i := 0; i+9 < len(s); i++ {
		if s[i] != '/' && s[i] != '-' && s[i] != '_' || figures(s[i+1:min(i+5, len(s))]) < 1990 {
			continue
		}
		rest := s[i+1:]
		if len(rest) >= 10 && rest[4] == rest[7] && (rest[4] == '/' || rest[4] == '-') && (len(rest) == 10 || figures(rest[10:11]) < 0) {
			if d := day(rest[:4] + "-" + rest[5:7] + "-" + rest[8:10]); d != "" {
				return d
			}
		}
	}
	return ""
}
