// Package edtf reads, orders and prints dates that say how precise and how sure they are: the Extended
// Date/Time Format, levels 0 and 1, as the Library of Congress describes it and ISO 8601-2 adopted it
// (https://www.loc.gov/standards/datetime/).
//
// What it takes:
//
//	2014-02-12  2014-02  2014          a day, a month, a year
//	2010?  2018-05~  2018-05-26%       uncertain, approximate, both: about the date as a whole
//	201X  20XX  2004-XX  2004-06-XX    unspecified digits
//	2014-21 … 2014-24                  spring, summer, autumn, winter
//	2014-02-03/2014-02-09              an interval, both ends included
//	../2014-02-12  2014-02-12/..       an interval open at one end
//	/2014-02-12  2014-02-12/           an interval with an unknown end
//	-0044  Y170000002                  years before 1 BC (0000) and beyond four digits
//	2014-02-12T06:07                   a time of day, with or without seconds and zone; still a day
//
// What it refuses: level 2 (sets, qualified parts, exponents), days that no calendar has, and guessing.
// A [Date] is never more precise than what was written, in print as in comparisons: "2020-06" prints as
// "June 2020" and can mean any day from the 1st to the 30th.
//
// A value is parsed once, compared and printed often; it is small, comparable with == and fit for map keys:
//
//	d, err := edtf.Parse("../2014-02-12")
//	d.Text("en")    // "by 12 February 2014"
//	d.Last()        // {2014 2 12}
package edtf

import "cmp"

// Date is a date in EDTF. The zero Date is an unknown date.
type Date struct {
	start point
	end   point // of an interval; its form is absent otherwise
	clock clock
}

// A point is a date without an interval: the whole of most dates, one end of an interval.
type point struct {
	year       int32 // with unspecified digits as zeros
	month, day uint8 // month 21–24 for a season
	form       form
	doubt      doubt
}

// form is how a point is written. The forms with unspecified parts come after those without.
type form uint8

const (
	absent     form = iota
	unknownEnd      // nothing before or after the slash
	openEnd         // ".."
	day             // 2014-02-12
	month           // 2014-02
	season          // 2014-21
	year            // 2014
	decade          // 201X
	century         // 20XX
	anyDay          // 2014-02-XX
	anyMonth        // 2014-XX
	anyDate         // 2014-XX-XX
)

// doubt holds the qualifiers: "?", "~", and both for "%".
type doubt uint8

const (
	uncertain doubt = 1 << iota
	approximate
)

// clock is a time of day as written.
type clock struct {
	hour, minute, second uint8
	form                 clockForm
	offset               int16 // minutes east of UTC
}

type clockForm uint8

const (
	clockSeconds clockForm = 1 << iota
	clockUTC               // "Z"
	clockHours             // "+09"
	clockMinutes           // "+09:00"
	clockThere             // there is a time of day
)

// Precision says how narrow a date is.
type Precision uint8

// The precisions. A date with unspecified digits has the precision of what is specified: "2004-06-XX" is
// known to the month.
const (
	PrecisionNone Precision = iota // the zero Date
	PrecisionDay
	PrecisionMonth
	PrecisionSeason
	PrecisionYear
	PrecisionDecade
	PrecisionCentury
	PrecisionInterval
)

var precisions = [...]Precision{
	absent: PrecisionNone, unknownEnd: PrecisionNone, openEnd: PrecisionNone,
	day: PrecisionDay, month: PrecisionMonth, anyDay: PrecisionMonth, season: PrecisionSeason,
	year: PrecisionYear, anyMonth: PrecisionYear, anyDate: PrecisionYear,
	decade: PrecisionDecade, century: PrecisionCentury,
}

// Precision says how narrow d is.
func (d Date) Precision() Precision {
	if d.IsInterval() {
		return PrecisionInterval
	}
	return precisions[d.start.form]
}

// IsZero reports whether the date is unknown.
func (d Date) IsZero() bool { return d == Date{} }

// Approximate reports whether d, or an end of it, is marked "~" or "%".
func (d Date) Approximate() bool { return (d.start.doubt|d.end.doubt)&approximate != 0 }

// Uncertain reports whether d, or an end of it, is marked "?" or "%".
func (d Date) Uncertain() bool { return (d.start.doubt|d.end.doubt)&uncertain != 0 }

// IsInterval reports whether d was written with a slash.
func (d Date) IsInterval() bool { return d.end.form != absent }

// OpenStart reports whether d is an interval with an open or unknown start.
func (d Date) OpenStart() bool { return d.IsInterval() && d.start.form <= openEnd }

// OpenEnd reports whether d is an interval with an open or unknown end.
func (d Date) OpenEnd() bool { return d.IsInterval() && d.end.form <= openEnd }

// Start is the start of an interval, unknown when it is open, and d itself when d is no interval.
func (d Date) Start() Date {
	if !d.IsInterval() {
		return d
	}
	return alone(d.start)
}

// End is the end of an interval, unknown when it is open, and d itself when d is no interval.
func (d Date) End() Date {
	if !d.IsInterval() {
		return d
	}
	return alone(d.end)
}

func alone(p point) Date {
	if p.form <= openEnd {
		return Date{}
	}
	return Date{start: p}
}

// First is the earliest day d can mean: [DayMin] for an open start and for the unknown date. A qualifier
// does not widen a date. Seasons are those of the northern hemisphere in whole months, spring from March;
// winter begins in December of its year.
func (d Date) First() Day { return d.start.first() }

// Last is the latest day d can mean: [DayMax] for an open end and for the unknown date.
func (d Date) Last() Day {
	if d.IsInterval() {
		return d.end.last()
	}
	return d.start.last()
}

func (p point) first() Day {
	switch p.form {
	case day:
		return Day{p.year, p.month, p.day}
	case month, anyDay:
		return Day{p.year, p.month, 1}
	case season:
		return Day{p.year, 3 * (p.month - 20), 1}
	case year, anyMonth, anyDate:
		return Day{p.year, 1, 1}
	case decade, century:
		low, _ := p.years()
		return Day{low, 1, 1}
	}
	return DayMin
}

func (p point) last() Day {
	switch p.form {
	case day:
		return Day{p.year, p.month, p.day}
	case month, anyDay:
		return lastOf(p.year, p.month)
	case season:
		if p.month == 24 {
			return lastOf(p.year+1, 2)
		}
		return lastOf(p.year, 3*(p.month-20)+2)
	case year, anyMonth, anyDate:
		return Day{p.year, 12, 31}
	case decade, century:
		_, high := p.years()
		return Day{high, 12, 31}
	}
	return DayMax
}

// years are the first and last year of a decade or century.
func (p point) years() (low, high int32) {
	wide := int32(9)
	if p.form == century {
		wide = 99
	}
	if p.year < 0 {
		return p.year - wide, p.year
	}
	return p.year, p.year + wide
}

// filed is the day a date stands under in a chronology: its first day, but for an open start the first day
// of its end, the only day that is known.
func (d Date) filed() Day {
	if d.OpenStart() {
		return d.end.first()
	}
	return d.First()
}

// Compare orders dates for a chronology; it is 0 only for equal dates. Dates stand by their first day; an
// interval with an open start stands by its end, before what happened then ("by 12 February" before the
// talks of 12 February); of dates that begin together the narrower comes first. Unknown dates come last.
func Compare(a, b Date) int {
	if a == b {
		return 0
	}
	if az, bz := a.IsZero(), b.IsZero(); az || bz {
		return truth(az) - truth(bz)
	}
	if c := a.filed().Compare(b.filed()); c != 0 {
		return c
	}
	if c := truth(b.OpenStart()) - truth(a.OpenStart()); c != 0 {
		return c
	}
	if c := a.Last().Compare(b.Last()); c != 0 {
		return c
	}
	return cmp.Or(a.clock.compare(b.clock), a.start.compare(b.start), a.end.compare(b.end))
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (p point) compare(q point) int {
	return cmp.Or(cmp.Compare(p.form, q.form), cmp.Compare(p.year, q.year), cmp.Compare(p.month, q.month),
		cmp.Compare(p.day, q.day), cmp.Compare(p.doubt, q.doubt))
}

func (c clock) compare(o clock) int {
	return cmp.Or(cmp.Compare(c.form&clockThere, o.form&clockThere), cmp.Compare(c.hour, o.hour),
		cmp.Compare(c.minute, o.minute), cmp.Compare(c.second, o.second),
		cmp.Compare(c.form, o.form), cmp.Compare(c.offset, o.offset))
}

// Within reports whether d is filed between from and to, both included: its first day (of an open start: its
// end's) is not before the first day of from and not after the last of to. An unknown or open from or to
// is no limit; an unknown d is within nothing.
func (d Date) Within(from, to Date) bool {
	if d.IsZero() {
		return false
	}
	at := d.filed()
	return at.Compare(from.First()) >= 0 && at.Compare(to.Last()) <= 0
}
