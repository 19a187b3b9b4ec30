package when

import (
	"fmt"
	"time"

	"briefbook/generator/internal/edtf"
)

// seasonRules read seasons and the holidays of which the day can be reckoned.
func seasonRules() []rule {
	return []rule{
		{"[the] [<edge> [-]] [in] [the] <season> [of] <year>", seasonOf},
		{"[the] [<edge> [-]] <side> <season>", sideSeason},
		{"[the] <season> of <side> year", sideSeason},
		{"[<edge>] the [<edge> [-]] <season>", bareSeason},
		{"[<edge> [-]] in [the] [<edge> [-]] <season>", bareSeason},
		{"[the] [<side>] <holiday> [day|eve] [<year>]", festival},
		{"[the] [<side>] <holiday> ' s|day|eve [day|eve] [<year>]", festival},
		{"[<side>] new year ' s day|eve [<year>]", newYear},
	}
}

// seasonCode is the code of a season in a TIMEX3 value.
func (r *reader) seasonCode(m match) string {
	return [...]string{"SP", "SU", "FA", "WI"}[r.tokens[m.at(season, 0)].value]
}

// seasonOf reads "the winter of 2010".
func seasonOf(r *reader, m match) (reading, bool) {
	value := fmt.Sprintf("%04d-%s", r.yearAt(m.at(year, 0)), r.seasonCode(m))
	x := reading{kind: Date, value: value, certainty: Certain}
	if r.is(m.first, "in", "im") {
		x.first, x.end = m.first+1, m.end
	}
	return x, true
}

// sideSeason reads "last summer".
func sideSeason(r *reader, m match) (reading, bool) {
	if r.anchor.grain < byMonth {
		return r.unresolved("XXXX-" + r.seasonCode(m)), true
	}
	n, s := r.tokens[m.at(side, 0)].value, r.tokens[m.at(season, 0)].value
	y := int(r.anchor.day.Year) + n
	now := (int(r.anchor.day.Month) + 9) % 12 / 3 // 0 for spring, from March
	if r.tokens[m.end-1].class&season != 0 {
		switch {
		case n < 0 && s < now && r.anchor.day.Month > 2, n > 0 && s > now:
			y -= n
		}
	}
	x := r.counted(m, fmt.Sprintf("%04d-%s", y, r.seasonCode(m)))
	x.tense = sign(n)
	return x, true
}

// bareSeason reads "in the spring", "the summer".
func bareSeason(r *reader, m match) (reading, bool) {
	x := reading{kind: Date, value: "XXXX-" + r.seasonCode(m), certainty: NeedsDate}
	if r.is(m.first, "in", "im") {
		x.first, x.end = m.first+1, m.end
	}
	i := m.at(season, 0)
	if r.class(i+1)&(unit|units|part) != 0 || r.is(i+1, "of") || r.is(i, "fall") && !r.is(i-2, "in", "this", "by", "during") {
		return reading{}, false
	}
	if r.anchor.grain < byMonth {
		return x, true
	}
	middle := 3*r.tokens[i].value + 4 // April, July, October, January
	y, where := r.nearestMonth(m, (middle-1)%12+1)
	if middle > 12 && y > int(r.anchor.day.Year)-1 && where != "before" || middle > 12 {
		y--
	}
	x.value = fmt.Sprintf("%04d-%s", y, r.seasonCode(m))
	x.certainty, x.working = Uncertain, "the "+r.text(i)+" nearest "+r.anchor.name
	return x, true
}

// The holidays.
const (
	christmas = iota
	thanksgiving
	easter
	halloween
	valentine
)

// festival reads "Christmas Eve", "last Thanksgiving", "Easter 2013".
func festival(r *reader, m match) (reading, bool) {
	i := m.at(holiday, 0)
	if !r.tokens[i].capital || r.is(m.end, "island", "tree", "trees", "islands", "present", "presents", "card", "cards", "rising") {
		return reading{}, false
	}
	h, eve := r.tokens[i].value, r.is(m.end-1, "eve") || r.is(m.end-2, "eve")
	at := func(y int) edtf.Day {
		d := feast(h, y)
		if eve {
			d = d.Add(-1)
		}
		return d
	}
	return r.yearly(m, at)
}

// newYear reads "New Year's Eve".
func newYear(r *reader, m match) (reading, bool) {
	eve := r.is(m.end-1, "eve") || r.is(m.end-2, "eve")
	return r.yearly(m, func(y int) edtf.Day {
		if eve {
			return edtf.Day{Year: int32(y), Month: 12, Day: 31}
		}
		return edtf.Day{Year: int32(y), Month: 1, Day: 1}
	})
}

// feast is the day of a holiday in a year.
func feast(h, y int) edtf.Day {
	switch h {
	case thanksgiving:
		first := edtf.Day{Year: int32(y), Month: 11, Day: 1}
		return first.Add((int(time.Thursday)-int(first.Weekday())+7)%7 + 21)
	case easter:
		return easterSunday(y)
	case halloween:
		return edtf.Day{Year: int32(y), Month: 10, Day: 31}
	case valentine:
		return edtf.Day{Year: int32(y), Month: 2, Day: 14}
	}
	return edtf.Day{Year: int32(y), Month: 12, Day: 25}
}

// easterSunday reckons Easter by the Gregorian rule: the Sunday after the full moon of the cycle of nineteen years.
func easterSunday(y int) edtf.Day {
	golden, century := y%19, y/100
	epact := (century - century/4 - (8*century+13)/25 + 19*golden + 15) % 30
	moon := epact - epact/28*(1-epact/28*(29/(epact+1))*((21-golden)/11))
	weekday := (y + y/4 + moon + 2 - century + century/4) % 7
	fromMarch := moon - weekday
	mm := 3 + (fromMarch+40)/44
	return edtf.Day{Year: int32(y), Month: uint8(mm), Day: uint8(fromMarch + 28 - 31*(mm/4))}
}

// yearly is a day that returns every year: of the year named, else the nearest as the words about it tell.
func (r *reader) yearly(m match, at func(int) edtf.Day) (reading, bool) {
	if i := m.at(year, 0); i >= 0 {
		return reading{kind: Date, value: dayValue(at(r.yearAt(i))), certainty: Certain}, true
	}
	if r.anchor.grain < byDay {
		return r.unresolved("unresolved"), true
	}
	before := at(int(r.anchor.day.Year))
	after := at(int(r.anchor.day.Year) + 1)
	if before.Compare(r.anchor.day) > 0 {
		before, after = at(int(r.anchor.day.Year)-1), before
	}
	now := r.anchor.day.Number()
	ahead := r.ahead(m, int(now-before.Number()), int(after.Number()-now))
	if i := m.at(side, 0); i >= 0 {
		ahead = r.tokens[i].value > 0 || r.tokens[i].value == 0 && ahead
	}
	x := r.counted(m, dayValue(before))
	if ahead {
		x = r.counted(m, dayValue(after))
	}
	return x, true
}
