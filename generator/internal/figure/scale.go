package figure

import (
	"cmp"
	"slices"
)

// span is a run of days by number, both ends included.
type span struct{ first, last int64 }

func (s span) days() int64 { return s.last - s.first + 1 }

// segment is an unbroken piece of the scale. Positions are tenths of a unit.
type segment struct {
	span
	x, width int64
	stub     bool   // a short stretch for what is known only to the year
	step     period // between its ticks
}

func (s segment) end() int64 { return s.x + s.width }

// scale maps days to positions, evenly inside a segment.
type scale struct{ segments []segment }

// The rules of the scale, in days.
const (
	coarse     = 300 // an event that may have been on any of so many days does not stretch the scale
	shortest   = 60  // a gap of fewer days is never left out
	mostBreaks = 4
	mostStubs  = 3
)

// newScale chooses what the panel shows. Events known to a few weeks or better make the scale; where nothing
// is dated for half as long again as all that is shown, the scale is broken. What is known only to the
// year gets a stub of its own outside of it, and is cut where it overlaps. When such dates prevail, they make
// the scale like any others.
func newScale(items []item, p Panel, f format) scale {
	core, stubs := divide(items)
	pieces := breakUp(core)
	pieces = rounded(pieces)
	pieces = reached(pieces, p)
	segments := make([]segment, 0, len(pieces)+len(stubs))
	for _, s := range pieces {
		segments = append(segments, segment{span: s})
	}
	for _, s := range merged(stubs) {
		segments = append(segments, segment{span: s, stub: true})
	}
	slices.SortFunc(segments, func(a, b segment) int { return cmp.Compare(a.first, b.first) })
	return scale{spread(apart(segments), f)}
}

// apart cuts stubs where rounding made a neighbour reach into them.
func apart(segments []segment) []segment {
	for i := 1; i < len(segments); i++ {
		a, b := &segments[i-1], &segments[i]
		switch {
		case a.last < b.first:
		case a.stub:
			a.last = b.first - 1
		default:
			b.first = a.last + 1
		}
	}
	return slices.DeleteFunc(segments, func(s segment) bool { return s.days() < 1 })
}

// divide separates the dates that make the scale from those that get a stub. Coarse dates that overlap the
// others are in neither: they are cut.
func divide(items []item) (core, stubs []span) {
	var all, rough []span
	for _, it := range items {
		s := span{it.first, it.last}
		all = append(all, s)
		if s.days() > coarse {
			rough = append(rough, s)
		} else {
			core = append(core, s)
		}
	}
	if len(core)*3 < len(all) {
		return merged(all), nil
	}
	core = merged(core)
	hull := span{core[0].first, core[len(core)-1].last}
	for _, s := range rough {
		if s.last < hull.first || s.first > hull.last {
			stubs = append(stubs, s)
		}
	}
	if len(merged(stubs)) > mostStubs {
		return merged(all), nil
	}
	return core, stubs
}

// merged sorts spans and unites those that touch.
func merged(spans []span) []span {
	sorted := slices.SortedFunc(slices.Values(spans), func(a, b span) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.last, b.last))
	})
	var out []span
	for _, s := range sorted {
		if n := len(out); n > 0 && s.first <= out[n-1].last+1 {
			out[n-1].last = max(out[n-1].last, s.last)
			continue
		}
		out = append(out, s)
	}
	return out
}

// breakUp leaves out the longest gaps between sorted, disjoint spans.
func breakUp(spans []span) []span {
	type gap struct {
		after int
		days  int64
	}
	var gaps []gap
	for i := 1; i < len(spans); i++ {
		gaps = append(gaps, gap{i - 1, spans[i].first - spans[i-1].last - 1})
	}
	slices.SortStableFunc(gaps, func(a, b gap) int { return cmp.Compare(b.days, a.days) })
	left := spans[len(spans)-1].last - spans[0].first + 1
	broken := make(map[int]bool)
	for _, g := range gaps {
		if g.days < shortest || len(broken) == mostBreaks || g.days*2 <= 3*(left-g.days) {
			break
		}
		left -= g.days
		broken[g.after] = true
	}
	out := []span{spans[0]}
	for i := 1; i < len(spans); i++ {
		if broken[i-1] {
			out = append(out, spans[i])
			continue
		}
		out[len(out)-1].last = spans[i].last
	}
	return out
}

// rounded widens the pieces to whole months, years when they are long, and a lone short one by a day or two.
func rounded(pieces []span) []span {
	if len(pieces) == 1 && pieces[0].days() <= 16 {
		margin := 1 + pieces[0].days()/8
		return []span{{pieces[0].first - margin, pieces[0].last + margin}}
	}
	for i, s := range pieces {
		unit := period{months: 1}
		if s.days() > 6*366 {
			unit = period{years: 1}
		}
		pieces[i].first, _ = unit.span(s.first)
		_, pieces[i].last = unit.span(s.last)
	}
	return merged(pieces)
}

// reached widens the scale to the panel's own ends when they are near.
func reached(pieces []span, p Panel) []span {
	var shown int64
	for _, s := range pieces {
		shown += s.days()
	}
	if !p.From.IsZero() && !p.From.OpenStart() {
		if from := p.From.First().Number(); pieces[0].first-from <= shown/4 {
			pieces[0].first = min(pieces[0].first, from)
		}
	}
	if n := len(pieces) - 1; !p.To.IsZero() && !p.To.OpenEnd() {
		if to := p.To.Last().Number(); to-pieces[n].last <= shown/4 {
			pieces[n].last = max(pieces[n].last, to)
		}
	}
	return pieces
}

// spread gives segments their place: stubs and the shortest pieces a fixed width, the rest by their days.
func spread(segments []segment, f format) []segment {
	room := f.width - 2*f.margin - int64(len(segments)-1)*f.gap
	fixed := make([]bool, len(segments))
	var days int64
	for i := range segments {
		if segments[i].stub && len(segments) > 1 {
			fixed[i] = true
			room -= f.least
			continue
		}
		days += segments[i].days()
	}
	for again := true; again; {
		again = false
		for i, s := range segments {
			if !fixed[i] && days > s.days() && s.days()*room < f.least*days {
				fixed[i], again = true, true
				room, days = room-f.least, days-s.days()
			}
		}
	}
	x := f.margin
	for i := range segments {
		s := &segments[i]
		s.x, s.width = x, f.least
		if !fixed[i] {
			s.width = s.days() * room / days
		}
		x = s.end() + f.gap
		s.step = s.choose(f)
	}
	return segments
}

// edge is the position of the start of a day; days in a gap share the gap out, days beyond stand at the ends.
func (s scale) edge(number int64) int64 {
	for i, g := range s.segments {
		switch {
		case number < g.first && i == 0:
			return g.x
		case number < g.first:
			before := s.segments[i-1]
			missing := g.first - before.last - 1
			return before.end() + (number-before.last-1)*(g.x-before.end())/max(missing, 1)
		case number <= g.last:
			return g.x + (number-g.first)*g.width/g.days()
		}
	}
	return s.segments[len(s.segments)-1].end()
}

// yearly reports whether the scale has no ticks finer than years at a day.
func (s scale) yearly(number int64) bool {
	for _, g := range s.segments {
		if number <= g.last {
			return g.step.years > 0
		}
	}
	return true
}

// noon is the position of the middle of a day.
func (s scale) noon(number int64) int64 { return (s.edge(number) + s.edge(number+1)) / 2 }

// hull is all that the scale covers.
func (s scale) hull() span { return span{s.segments[0].first, s.segments[len(s.segments)-1].last} }

// clips reports whether a bar reaches beyond the scale.
func clips(items []item, s scale) bool {
	h := s.hull()
	return slices.ContainsFunc(items, func(it item) bool { return it.first < h.first || it.last > h.last })
}
