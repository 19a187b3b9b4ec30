package figure

import (
	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
)

// period is a calendar unit for joining events: a number of days, months or years.
type period struct {
	days, months, years int64
}

// periods from fine to coarse.
var periods = []period{
	{days: 7}, {months: 1}, {months: 3}, {years: 1}, {years: 5}, {years: 10}, {years: 50}, {years: 100}, {years: 1000},
}

// span is the unit of the period that holds a day, as day numbers, both ends included.
func (p period) span(number int64) (first, last int64) {
	if p.days > 0 {
		const monday = 4 // 5 January 1970
		first = number - mod(number-monday, p.days)
		return first, first + p.days - 1
	}
	d := dayOf(number)
	months := int64(d.Year)*12 + int64(d.Month) - 1
	size := p.months + 12*p.years
	months -= mod(months, size)
	return monthStart(months), monthStart(months+size) - 1
}

// join draws together the events of one period: the finest period that leaves at most Most marks, and the
// coarsest in any case. An event that lasts longer than a period is its own unit.
func join(items []item) []item {
	var out []item
	for i, p := range periods {
		if out = p.join(items, i == len(periods)-1); len(out) <= Most {
			return out
		}
	}
	return out[:Most:Most] // spread over more than 24,000 years
}

func (p period) join(items []item, all bool) []item {
	type unit struct{ first, last int64 }
	at := make(map[unit]int)
	var out []item
	for _, it := range items {
		u := unit{}
		u.first, u.last = p.span(it.first)
		if it.last > u.last && !all {
			u = unit{it.first, it.last}
		}
		i, ok := at[u]
		if !ok {
			at[u] = len(out)
			out = append(out, it)
			continue
		}
		out[i] = out[i].with(it)
	}
	return out
}

// with is the mark of both; it leads where the first led and covers what both cover.
func (i item) with(o item) item {
	if i.state != o.state {
		i.state, i.joined = book.Disputed, true
	}
	i.count += o.count
	i.first, i.last = min(i.first, o.first), max(i.last, o.last)
	i.openStart, i.openEnd = i.openStart || o.openStart, i.openEnd || o.openEnd
	i.day = i.first == i.last
	return i
}

func mod(a, b int64) int64 { return (a%b + b) % b }

// epoch is the day that edtf.Day.Number counts from.
var epoch = edtf.Day{Year: 1970, Month: 1, Day: 1}

func dayOf(number int64) edtf.Day { return epoch.Add(int(number)) }

// monthStart is the number of the first day of a month, counted from January of the year 0.
func monthStart(months int64) int64 {
	m := mod(months, 12)
	return edtf.Day{Year: int32((months - m) / 12), Month: uint8(m + 1), Day: 1}.Number()
}
