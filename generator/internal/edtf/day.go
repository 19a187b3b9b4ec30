package edtf

import (
	"cmp"
	"math"
	"time"
)

// Day is a day of the proleptic Gregorian calendar. Year 0 is 1 BC.
type Day struct {
	Year       int32
	Month, Day uint8
}

// DayMin and DayMax stand for open ends; no written date reaches them.
var (
	DayMin = Day{math.MinInt32, 1, 1}
	DayMax = Day{math.MaxInt32, 12, 31}
)

// Compare is negative when d is before e, 0 when they are the same day.
func (d Day) Compare(e Day) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Date is d as a date of day precision.
func (d Day) Date() Date {
	return Date{start: point{year: d.Year, month: d.Month, day: d.Day, form: day}}
}

// Valid reports whether the calendar has such a day.
func (d Day) Valid() bool {
	return d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= daysIn(d.Year, d.Month)
}

// Weekday is the day of the week.
func (d Day) Weekday() time.Weekday {
	const thursday = int64(time.Thursday) // 1 January 1970
	return time.Weekday(((d.Number()+thursday)%7 + 7) % 7)
}

// Number counts days from 1 January 1970, for distances and axes.
func (d Day) Number() int64 {
	// Years are counted from March, so that a leap day ends its year; 400 years have 146,097 days.
	y, m := int64(d.Year), int64(d.Month)-3
	if m < 0 {
		y, m = y-1, m+12
	}
	era := floor(y, 400)
	y -= era * 400
	return era*146_097 + y*365 + y/4 - y/100 + (153*m+2)/5 + int64(d.Day) - 1 - 719_468
}

// Add is the day n days later, earlier for a negative n.
func (d Day) Add(n int) Day {
	z := d.Number() + int64(n) + 719_468
	era := floor(z, 146_097)
	z -= era * 146_097
	y := (z - z/1_460 + z/36_524 - z/146_096) / 365
	z -= y*365 + y/4 - y/100
	m := (5*z + 2) / 153
	out := Day{Year: int32(era*400 + y), Month: uint8(m + 3), Day: uint8(z - (153*m+2)/5 + 1)}
	if m >= 10 {
		out.Year, out.Month = out.Year+1, uint8(m-9)
	}
	return out
}

func floor(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func lastOf(year int32, month uint8) Day { return Day{year, month, daysIn(year, month)} }

func daysIn(year int32, month uint8) uint8 {
	if month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		return 29
	}
	return [...]uint8{1: 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month]
}
