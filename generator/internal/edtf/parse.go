package edtf

import (
	"errors"
	"fmt"
	"strings"
)

// Parse reads a date in EDTF, levels 0 and 1. The error says what is wrong and shows a valid form, in words
// fit for a diagnostic.
func Parse(s string) (Date, error) {
	if s == "" {
		return Date{}, errors.New("a date is missing, as in 2014-02-12")
	}
	if i := strings.IndexByte(s, '/'); i >= 0 {
		return interval(s, s[:i], s[i+1:])
	}
	var d Date
	var err error
	if i := strings.IndexByte(s, 'T'); i >= 0 {
		if d.clock, err = readClock(s[i+1:]); err != nil {
			return Date{}, err
		}
		if s = s[:i]; len(s) < len("2014-02-12") {
			return Date{}, fmt.Errorf("a time of day needs a whole date before it, as in 2014-02-12T06:07, not %q", s)
		}
	}
	if d.start, err = read(s); err != nil {
		return Date{}, err
	}
	if d.clock.form != 0 && (d.start.form != day || d.start.doubt != 0) {
		return Date{}, fmt.Errorf("a time of day needs a certain day before it, as in 2014-02-12T06:07, not %q", s)
	}
	return d, nil
}

// MustParse is Parse for tests and tables; it panics where Parse fails.
func MustParse(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic("edtf: " + err.Error())
	}
	return d
}

func interval(s, a, b string) (Date, error) {
	if strings.IndexByte(b, '/') >= 0 {
		return Date{}, fmt.Errorf("%q has too many slashes: a date is written 2014-02-12, an interval 2014-02-03/2014-02-09", s)
	}
	if strings.IndexByte(s, 'T') >= 0 {
		return Date{}, fmt.Errorf("an interval has no time of day, as in 2014-02-03/2014-02-09, not %q", s)
	}
	start, err := readEnd(a)
	if err != nil {
		return Date{}, err
	}
	end, err := readEnd(b)
	if err != nil {
		return Date{}, err
	}
	if start.form <= openEnd && end.form <= openEnd {
		return Date{}, fmt.Errorf("%q says nothing: an interval needs one known end, as in ../2014-02-12", s)
	}
	if start.first().Compare(end.last()) > 0 {
		return Date{}, fmt.Errorf("the interval %q ends before it starts; write the earlier date first, as in 2014-02-03/2014-02-09", s)
	}
	return Date{start: start, end: end}, nil
}

func readEnd(s string) (point, error) {
	switch s {
	case "":
		return point{form: unknownEnd}, nil
	case "..":
		return point{form: openEnd}, nil
	}
	return read(s)
}

// read reads a date without interval and time of day.
func read(s string) (point, error) {
	var p point
	whole := s
	switch s[len(s)-1] {
	case '?':
		p.doubt = uncertain
	case '~':
		p.doubt = approximate
	case '%':
		p.doubt = uncertain | approximate
	}
	if p.doubt != 0 {
		s = s[:len(s)-1]
	}
	rest, err := p.readYear(s)
	if err != nil {
		return p, explain(whole, err)
	}
	if rest == "" {
		return p, nil
	}
	if p.form != year || p.year > 9999 || p.year < -9999 {
		return p, explain(whole, errors.New("nothing can follow a decade, a century or a long year, as in 201X"))
	}
	if err := p.readMonth(rest); err != nil {
		return p, explain(whole, err)
	}
	return p, nil
}

// errForm is what cannot be read at all; explain looks for the reason.
var errForm = errors.New("write 2014-02-12, 2014-02 or 2014")

// readYear reads "2014", "-0044", "201X", "20XX" or "Y170000002" and returns what follows.
func (p *point) readYear(s string) (rest string, err error) {
	if s != "" && s[0] == 'Y' {
		return "", p.readLongYear(s[1:])
	}
	negative := s != "" && s[0] == '-'
	if negative {
		s = s[1:]
	}
	if len(s) < 4 {
		return "", errForm
	}
	blanks := 0
	for i := range 4 {
		switch c := s[i]; {
		case c == 'X' && i >= 2:
			blanks++
			p.year *= 10
		case c < '0' || c > '9' || blanks > 0:
			return "", errForm
		default:
			p.year = p.year*10 + int32(c-'0')
		}
	}
	p.form = [...]form{year, decade, century}[blanks]
	if negative {
		if p.year == 0 {
			return "", errors.New("year zero has no sign, as in 0000")
		}
		p.year = -p.year
	}
	return s[4:], nil
}

func (p *point) readLongYear(s string) error {
	digits := strings.TrimPrefix(s, "-")
	for i := range len(digits) {
		if digits[i] < '0' || digits[i] > '9' {
			return errors.New("only digits follow Y, as in Y170000002")
		}
		if i < 9 {
			p.year = p.year*10 + int32(digits[i]-'0')
		}
	}
	if len(digits) < 5 || len(digits) > 9 || digits[0] == '0' {
		return errors.New("Y is for years of five to nine digits, as in Y170000002; shorter years are written 2014")
	}
	if len(s) > len(digits) {
		p.year = -p.year
	}
	p.form = year
	return nil
}

// readMonth reads "-02", "-21", "-XX" and the day after a month.
func (p *point) readMonth(s string) error {
	if (len(s) != 3 && len(s) != 6) || s[0] != '-' || len(s) == 6 && s[3] != '-' {
		return errForm
	}
	if s[1:3] == "XX" {
		switch s[3:] {
		case "":
			p.form = anyMonth
		case "-XX":
			p.form = anyDate
		default:
			return errors.New("a day needs a month; write 2004-XX-XX when both are unspecified")
		}
		return nil
	}
	m, ok := two(s[1:3])
	switch {
	case !ok:
		return errForm
	case m >= 21 && m <= 24 && len(s) == 3:
		p.form, p.month = season, m
		return nil
	case m < 1 || m > 12:
		return fmt.Errorf("there is no month %s: months are 01 to 12, as in 2014-02, and seasons 21 to 24", s[1:3])
	}
	p.form, p.month = month, m
	if len(s) == 3 {
		return nil
	}
	if s[4:] == "XX" {
		p.form = anyDay
		return nil
	}
	p.form = day
	if p.day, ok = two(s[4:]); !ok {
		return errForm
	}
	if last := daysIn(p.year, m); p.day < 1 || p.day > last {
		return fmt.Errorf("there is no %s; the last day of that month is %s",
			printer{&english, false}.point(*p, nothing), lastOf(p.year, m).Date())
	}
	return nil
}

func two(s string) (uint8, bool) {
	if s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9' {
		return 0, false
	}
	return (s[0]-'0')*10 + s[1] - '0', true
}

// readClock reads what follows the "T": "06:07", "06:07:30", with "Z", "+09" or "+09:00".
func readClock(s string) (clock, error) {
	c := clock{form: clockThere}
	whole, ok := s, false
	take := func(limit uint8) (n uint8, fits bool) {
		if len(s) < 2 {
			return 0, false
		}
		n, fits = two(s[:2])
		s = s[2:]
		return n, fits && n < limit
	}
	colon := func() bool {
		if s == "" || s[0] != ':' {
			return false
		}
		s = s[1:]
		return true
	}
	if c.hour, ok = take(24); ok && colon() {
		c.minute, ok = take(60)
	} else {
		ok = false
	}
	if ok && colon() {
		c.form |= clockSeconds
		c.second, ok = take(60)
	}
	switch {
	case !ok:
		return c, fmt.Errorf("%q is not a time of day; write 06:07 or 06:07:30, as in 2014-02-12T06:07", whole)
	case s == "":
		return c, nil
	case s == "Z":
		c.form |= clockUTC
		return c, nil
	}
	sign := s[0]
	s = s[1:]
	hours, ok := take(24)
	minutes := uint8(0)
	form := clockHours
	if ok && colon() {
		form = clockMinutes
		minutes, ok = take(60)
	}
	if !ok || s != "" || sign != '+' && sign != '-' {
		return c, fmt.Errorf("%q does not end in a time zone; write Z or +09:00, as in 2014-02-12T06:07+09:00", whole)
	}
	c.form |= form
	c.offset = int16(hours)*60 + int16(minutes)
	if sign == '-' {
		c.offset = -c.offset
	}
	return c, nil
}
