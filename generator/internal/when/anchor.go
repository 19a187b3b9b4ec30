package when

import (
	"fmt"

	"briefbook/generator/internal/edtf"
)

// grain is how fine a time is known.
type grain uint8

const (
	none grain = iota
	byYear
	byMonth
	byDay
)

// anchor is the time that relative words are counted from: usually the date of publication.
type anchor struct {
	day    edtf.Day // its first day
	grain  grain
	unsure bool   // it was itself marked as uncertain or approximate
	name   string // as working mentions it: "12 February 2014"
}

// anchored makes an anchor of a date of publication. Of an interval it keeps what both ends have in common.
func anchored(d edtf.Date) anchor {
	if d.IsZero() || d.OpenStart() || d.OpenEnd() {
		return anchor{}
	}
	first, last := d.First(), d.Last()
	a := anchor{day: first, unsure: d.Uncertain() || d.Approximate(), name: d.Text("en")}
	switch {
	case first == last:
		a.grain, a.name = byDay, first.Date().Text("en")
	case first.Year == last.Year && first.Month == last.Month:
		a.grain = byMonth
	case first.Year == last.Year:
		a.grain = byYear
	}
	return a
}

// span is a unit of time.
type span uint8

const (
	seconds span = iota
	minutes
	hours
	days
	weeks
	months
	quarters
	years
	decades
	centuries
	weekends
	nights
	fortnights
	moments // "time", "period": of no length
)

// code is the letter of a unit in a TIMEX3 duration, with the factor it is written with.
func (u span) code() (prefix, letter string, factor int) {
	switch u {
	case seconds:
		return "PT", "S", 1
	case minutes:
		return "PT", "M", 1
	case hours:
		return "PT", "H", 1
	case days:
		return "P", "D", 1
	case weeks:
		return "P", "W", 1
	case months:
		return "P", "M", 1
	case quarters:
		return "P", "Q", 1
	case years:
		return "P", "Y", 1
	case decades:
		return "P", "Y", 10
	case centuries:
		return "P", "Y", 100
	case weekends:
		return "P", "WE", 1
	case nights:
		return "P", "NI", 1
	case fortnights:
		return "P", "W", 2
	}
	return "P", "X", 1
}

// wants is how fine an anchor must be known to count units from it.
func (u span) wants() grain {
	switch u {
	case years, decades, centuries:
		return byYear
	case months, quarters:
		return byMonth
	}
	return byDay
}

// period is the unit of the calendar n after the one the anchor lies in, as a TIMEX3 value; "" when the anchor
// is not known finely enough.
func (a anchor) period(u span, n int) string {
	if a.grain < u.wants() || a.grain == none {
		return ""
	}
	y, m := int(a.day.Year), int(a.day.Month)
	switch u {
	case days, nights:
		return dayValue(a.day.Add(n))
	case weeks:
		return weekValue(a.day.Add(7 * n))
	case fortnights:
		return weekValue(a.day.Add(14 * n))
	case weekends:
		return weekValue(a.day.Add(7*n)) + "-WE"
	case months:
		return monthValue(shiftMonth(y, m, n))
	case quarters:
		y, m = shiftMonth(y, m, 3*n)
		return quarterValue(y, (m+2)/3)
	case years:
		return yearValue(y + n)
	case decades:
		return fmt.Sprintf("%03dX", y/10+n)
	case centuries:
		return fmt.Sprintf("%02dXX", y/100+n)
	}
	return ""
}

// shiftMonth is the month n after one.
func shiftMonth(y, m, n int) (year, month int) {
	m += 12*y + n - 1
	return m / 12, m%12 + 1
}

func dayValue(d edtf.Day) string {
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

func monthValue(y, m int) string { return fmt.Sprintf("%04d-%02d", y, m) }

func yearValue(y int) string { return fmt.Sprintf("%04d", y) }

func quarterValue(y, q int) string { return fmt.Sprintf("%04d-Q%d", y, q) }

// weekValue is the ISO week of a day: "2014-W06".
func weekValue(d edtf.Day) string {
	thursday := d.Add(3 - (int(d.Weekday())+6)%7)
	first := edtf.Day{Year: thursday.Year, Month: 1, Day: 1}
	return fmt.Sprintf("%04d-W%02d", thursday.Year, (thursday.Number()-first.Number())/7+1)
}

// weekStart is the Monday of an ISO week.
func weekStart(y, week int) edtf.Day {
	d := edtf.Day{Year: int32(y), Month: 1, Day: 4}
	return d.Add(7*(week-1) - (int(d.Weekday())+6)%7)
}
