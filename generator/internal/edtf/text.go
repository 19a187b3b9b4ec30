package edtf

import (
	"strconv"
	"strings"
)

// Text is the date as printed in running text, in the language of a BCP 47 tag (English, German, Korean;
// English for others), "" for an unknown date. Precision is never invented: "12 February 2014",
// "June 2020", "2007", "2010s", "3–9 February 2014", "by 12 February 2014", "about May 2018",
// "2010 (uncertain)".
func (d Date) Text(language string) string { return printer{tongueOf(language), false}.date(d) }

// Short is Text for narrow columns: "12 Feb 2014", "c. May 2018", "2010?". It leaves out a time of day.
func (d Date) Short(language string) string {
	d.clock = clock{}
	return printer{tongueOf(language), true}.date(d)
}

type printer struct {
	*tongue
	narrow bool
}

// A shared part is left out at one end of an interval, by the start where the year comes last and by the end
// where it comes first.
type shared uint8

const (
	nothing shared = iota
	sameYear
	sameMonth // and year
)

func (w printer) date(d Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.IsInterval():
		return w.interval(d.start, d.end)
	}
	s := w.qualified(d.start)
	if d.clock.form != 0 {
		s += ", " + string(d.clock.append(nil))
	}
	return s
}

func (w printer) interval(a, b point) string {
	phrase := func(wide, narrow string, p point) string {
		if w.narrow {
			wide = narrow
		}
		return fill(wide, w.qualified(p))
	}
	switch {
	case a.form == openEnd:
		return phrase(w.by, w.by, b)
	case a.form == unknownEnd:
		return phrase(w.until, w.untilShort, b)
	case b.form == openEnd:
		return phrase(w.since, w.since, a)
	case b.form == unknownEnd:
		return phrase(w.from, w.fromSh, a)
	case a == b:
		return w.qualified(a)
	case a.doubt|b.doubt != 0:
		return w.qualified(a) + " – " + w.qualified(b)
	}
	return w.between(a, b)
}

// between prints an interval, with what its ends share said once.
func (w printer) between(a, b point) string {
	same := nothing
	if a.year == b.year && a.year > 0 && a.form == b.form {
		switch {
		case a.form == day && a.month == b.month:
			same = sameMonth
		case a.form == day || a.form == month || a.form == season:
			same = sameYear
		}
	}
	join := " – "
	if same == sameMonth || a.form == year && b.form == year && a.year > 0 {
		join = "–"
	}
	if !w.hangul {
		return w.point(a, same) + join + w.point(b, nothing)
	}
	from := w.point(a, nothing)
	if same == sameYear && a.form == month {
		join = "–"
	}
	if join == "–" {
		from = strings.TrimRight(from, "년월일") // the unit follows the second number
	}
	return from + join + w.point(b, same)
}

func (w printer) qualified(p point) string {
	s := w.point(p, nothing)
	if p.doubt&approximate != 0 {
		if w.narrow {
			s = fill(w.aboutShort, s)
		} else {
			s = fill(w.about, s)
		}
	}
	if p.doubt&uncertain != 0 {
		if w.narrow {
			return s + "?"
		}
		return fill(w.uncertain, s)
	}
	return s
}

// point prints a date without qualifiers and without what is shared.
func (w printer) point(p point, same shared) string {
	switch p.form {
	case decade, century:
		return w.years(p)
	}
	if w.hangul {
		return w.hangulPoint(p, same)
	}
	var s string
	switch p.form {
	case day:
		s = strconv.Itoa(int(p.day)) + w.dot
		if same == sameMonth {
			return s
		}
		s += " " + w.month(p.month)
	case month, anyDay:
		s = w.month(p.month)
	case season:
		s = w.seasons[p.month-21]
	default:
		return w.year(p.year)
	}
	if same != nothing {
		return s
	}
	return s + " " + w.year(p.year)
}

func (w printer) month(m uint8) string {
	if w.narrow {
		return w.short[m-1]
	}
	return w.months[m-1]
}

// hangulPoint prints the year first: "2014년 2월 12일", in a narrow column "2014. 2. 12."
func (w printer) hangulPoint(p point, same shared) string {
	units := [...]string{"년", "월", "일"}
	if w.narrow && p.form != year && p.form != season && p.year > 0 {
		units = [...]string{".", ".", "."}
	}
	var parts []string
	if same == nothing {
		parts = append(parts, strings.TrimSuffix(w.year(p.year), "년")+units[0])
	}
	if same != sameMonth && (p.form == day || p.form == month || p.form == anyDay) {
		parts = append(parts, strconv.Itoa(int(p.month))+units[1])
	}
	switch p.form {
	case day:
		parts = append(parts, strconv.Itoa(int(p.day))+units[2])
	case season:
		parts = append(parts, w.seasons[p.month-21])
	}
	return strings.Join(parts, " ")
}

// year prints a year of the calendar; 0 is 1 BC.
func (w printer) year(y int32) string {
	if y <= 0 {
		return fill(w.before, strconv.Itoa(1-int(y)))
	}
	return strconv.Itoa(int(y))
}

// years prints a decade by its name and a century by its first and last year.
func (w printer) years(p point) string {
	low, high := p.years()
	switch {
	case p.form == decade && low > 0:
		return fill(w.decade, strconv.Itoa(int(low)))
	case low <= 0 && high > 0: // 0000 to 0009 or 0099
		return w.point(point{year: low, form: year}, nothing) + " – " + w.point(point{year: high, form: year}, nothing)
	case low <= 0:
		return fill(w.before, strconv.Itoa(1-int(low))+"–"+strconv.Itoa(1-int(high)))
	}
	s := strconv.Itoa(int(low)) + "–" + strconv.Itoa(int(high))
	if w.hangul {
		s += "년"
	}
	return s
}

// fill puts s where the phrase has its "%".
func fill(phrase, s string) string {
	before, after, _ := strings.Cut(phrase, "%")
	return before + s + after
}
