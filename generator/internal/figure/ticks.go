package figure

import (
	"fmt"
	"strconv"
	"strings"

	"briefbook/generator/internal/edtf"
)

// tick is a mark of the scale: a rule with a label at its right, or under it in the middle for a single day.
type tick struct {
	x       int64
	label   string
	centred bool
	over    string // the larger unit, on a line of its own: "2018" under "Apr"
	overX   int64
	hair    bool // a rule through the drawing
}

// steps are the distances ticks may have, from fine to coarse.
var steps = []period{
	{days: 1}, {days: 2}, {days: 5}, {days: 10}, {months: 1}, {months: 2}, {months: 3}, {months: 6},
	{years: 1}, {years: 2}, {years: 5}, {years: 10}, {years: 20}, {years: 50}, {years: 100}, {years: 200}, {years: 500},
	{years: 1000}, {years: 2000}, {years: 5000}, {years: 10_000}, {years: 100_000}, {years: 1_000_000},
}

// room is the width that one label of such ticks needs, in thousandths of the size of the face.
func (p period) room() int64 {
	switch {
	case p.days > 0:
		return 2600
	case p.months > 0:
		return 2800
	}
	return 3300
}

// choose finds the finest ticks whose labels stand apart.
func (s segment) choose(f format) period {
	for _, p := range steps {
		if p.roughly()*s.width >= s.days()*p.room()*f.face/1000 && (!s.stub || p.years > 0) {
			return p
		}
	}
	return steps[len(steps)-1]
}

// ticks are those of all segments, with the labels that have room.
func (s scale) ticks(f format, language string) []tick {
	var out []tick
	for _, g := range s.segments {
		out = append(out, s.ticksOf(g, language)...)
	}
	return separated(out, f)
}

// roughly is the shortest length of a period in days.
func (p period) roughly() int64 { return p.days + 28*p.months + 365*p.years }

func (s scale) ticksOf(g segment, language string) []tick {
	var out []tick
	step := g.step
	add := func(number int64, label, over string) {
		t := tick{x: s.edge(number), label: label, over: over, hair: true}
		t.overX = t.x
		if step.days > 0 {
			t.x, t.centred = s.noon(number), true
		}
		out = append(out, t)
	}
	last := "" // the larger unit that was said last
	fresh := func(over string) string {
		if over == last {
			return ""
		}
		last = over
		return over
	}
	if step.days > 0 {
		for n := g.first; n <= g.last; n++ {
			if d := dayOf(n); onStep(int64(d.Day), step.days) {
				add(n, strconv.Itoa(int(d.Day)), fresh(monthDate(d).Short(language)))
			}
		}
		return out
	}
	first := dayOf(g.first)
	months, size := int64(first.Year)*12+int64(first.Month)-1, step.months+12*step.years
	if step.years > 0 && g.stub { // a stub is too short for anything but its own first year
		return []tick{{x: g.x, label: yearText(first, language), overX: g.x, hair: true}}
	}
	for months += mod(-months, size); monthStart(months) <= g.last; months += size {
		number := monthStart(months)
		if number < g.first { // the segment starts within a month
			continue
		}
		d := dayOf(number)
		if step.years > 0 {
			add(number, yearText(d, language), "")
		} else {
			add(number, monthText(d, language), fresh(yearText(d, language)))
		}
	}
	if len(out) == 0 {
		out = append(out, tick{x: g.x, label: yearText(first, language), overX: g.x, hair: true})
	}
	return out
}

// onStep picks days of the month that read well: 1, 3, 5 …; 1, 5, 10 … 25; 1, 10, 20.
func onStep(day, step int64) bool {
	switch step {
	case 1:
		return true
	case 2:
		return day%2 == 1 && day < 31
	}
	return day == 1 || day%step == 0 && day < 30
}

// separated drops labels that would touch their neighbours or leave the drawing. Of the larger unit the
// later one is kept, for it holds for more of what follows.
func separated(ticks []tick, f format) []tick {
	end, over := int64(-1<<40), -1
	for i := range ticks {
		t := &ticks[i]
		w := textWidth(t.label, f.face)
		left := t.x + f.offset
		if t.centred {
			left = t.x - w/2
		}
		if left < end || left < 0 || left+w > f.width {
			t.label = ""
		} else {
			end = left + w + f.face/3
		}
		if t.over == "" {
			continue
		}
		ow := textWidth(t.over, f.face)
		if t.overX+f.offset+ow > f.width {
			t.overX = f.width - f.offset - ow
		}
		if over >= 0 && ticks[over].overX+textWidth(ticks[over].over, f.face)+f.face/2 > t.overX {
			ticks[over].over = ""
		}
		over = i
	}
	return ticks
}

func monthDate(d edtf.Day) edtf.Date {
	return parsed(d.Year, fmt.Sprintf("-%02d", d.Month))
}

// yearText is a year as its language prints it.
func yearText(d edtf.Day, language string) string { return parsed(d.Year, "").Short(language) }

// monthText is a month without its year.
func monthText(d edtf.Day, language string) string {
	return without(monthDate(d).Short(language), yearText(d, language))
}

// without takes the year off a short date.
func without(short, year string) string {
	return strings.Trim(strings.Replace(short, year, "", 1), " ,")
}

// parsed is a year, or a month when more is "-06".
func parsed(year int32, more string) edtf.Date {
	text := fmt.Sprintf("%04d", year)
	switch {
	case year < -9999 || year > 9999:
		text, more = "Y"+strconv.Itoa(int(year)), ""
	case year < 0:
		text = fmt.Sprintf("-%04d", -year)
	}
	d, err := edtf.Parse(text + more)
	if err != nil {
		return edtf.Date{}
	}
	return d
}
