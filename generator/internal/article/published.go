package article

import (
	"slices"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
)

// stamped is a date with what it rests on.
type stamped struct {
	stamp
	update bool // of the last change, not of publication
	basis  string
}

// doubt flags the date.
func (p *page) doubt(flag string) {
	p.flag(flag)
	p.doubts = append(p.doubts, flag)
}

// settleStamps lets the other dates of a text decide how a numeric one is to be read, and takes the date of a dateline
// where there is no other: it says when a report was filed, which may be some days before it was published.
//
// The bare date above a title is the day of the newspaper or of the visit: another below it goes before.
func (p *page) settleStamps() {
	if len(p.dates)+len(p.unclear) == 0 || len(p.dates) > 0 && !p.apart() {
		p.dates = append(p.above, p.dates...)
	}
	p.above = nil
	waiting := p.unclear
	p.unclear = nil
	unread := slices.ContainsFunc(waiting, func(s stamped) bool { return !s.update })
	for _, s := range waiting {
		p.keepDate(p.settle(s))
	}
	for _, s := range p.filed {
		switch s = p.settle(s); {
		case s.unclear():
			p.unclear = append(p.unclear, s)
		case len(p.dates) == 0 && !unread, len(p.dates) > 0 && !p.page && p.clashes(s):
			p.keepDate(s)
		}
	}
}

// apart reports whether a date above the title is another than those below it.
func (p *page) apart() bool {
	return slices.ContainsFunc(p.above, func(f found) bool { return f.value != p.dates[0].value })
}

// clashes reports whether a dateline says the day of publication, or a day that it cannot be reconciled with: one
// that is later, or more than a week before.
func (p *page) clashes(s stamped) bool {
	known, err := edtf.Parse(p.dates[0].value)
	days := known.First().Number() - s.day.Number()
	return err == nil && (days <= 0 || days > 7)
}

// published is the date of publication and that of the last change. A date whose day and month nobody can tell apart
// is unknown; its basis says where it stands.
func (p *page) published() (date, changed book.Value) {
	date, changed = agreed(p.dates), agreed(p.updates)
	if len(p.dates) > 0 && date.Text == "" {
		p.doubt(FlagDateConflict)
	}
	for _, s := range p.unclear {
		to := &date
		if s.update {
			to = &changed
		}
		mine := s.text + " (" + s.basis + ")"
		switch {
		case to.Text == "" && to.Basis == "":
			to.Basis = mine
			p.doubt(FlagAmbiguousDay)
		case to.Text != "" && !p.page: // neither reading is that day
			*to = book.Value{Basis: to.Text + " (" + to.Basis + "); " + mine}
			p.doubt(FlagDateConflict)
		}
	}
	return date, changed
}

// settle lets other dates of the text decide between two readings of one.
func (p *page) settle(s stamped) stamped {
	if !s.unclear() {
		return s
	}
	first, second := p.supports(s.day), p.supports(s.other)
	if first == second {
		first, second = slices.Contains(p.orders, dayFirst), slices.Contains(p.orders, monthFirst)
	}
	if first == second {
		return s
	}
	if second {
		s.day = s.other
	}
	s.other = edtf.Day{}
	return s
}

// supports reports whether another date of the text is that day, or a dateline one beside it.
func (p *page) supports(day edtf.Day) bool {
	is := day.Date().String()
	for _, f := range slices.Concat(p.dates, p.updates) {
		if f.value == is {
			return true
		}
	}
	for _, s := range p.filed {
		if n := s.day.Number() - day.Number(); !s.unclear() && n >= -1 && n <= 1 {
			return true
		}
	}
	if slices.Contains(p.days, [2]int{int(day.Month), int(day.Day)}) {
		return true
	}
	return slices.ContainsFunc(p.urls, func(f found) bool {
		s, ok := dateIn(f.value)
		return ok && s.day == day
	})
}
