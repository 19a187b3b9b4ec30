package figure

import "slices"

// format is one of the two ways a panel is drawn. Lengths are tenths of a unit; a unit is a pixel at the
// width the drawing is made for.
type format struct {
	class  string
	width  int64
	margin int64 // kept free at both ends
	gap    int64 // between segments
	least  int64 // width of a stub and of the shortest segment
	row    int64 // height of a row
	face   int64 // size of the text
	radius int64 // of a mark
	offset int64 // between a mark or rule and its words
	limit  int   // characters of a label
	axis   int64 // height of the scale's labels
	mute   bool  // no words
}

// The formats: one for a column of text, one for a phone.
var (
	wide = format{class: "wide", width: 6600, margin: 60, gap: 280, least: 480, row: 240, face: 130, radius: 45,
		offset: 60, limit: 42, axis: 420}
	narrow = format{class: "narrow", width: 3200, margin: 50, gap: 180, least: 420, row: 280, face: 135, radius: 48,
		offset: 50, limit: 30, axis: 450}
)

// compacted is f without words beside the marks.
func (f format) compacted() format {
	f.mute, f.row = true, f.radius*3
	return f
}

// placed is an item with its place in the drawing.
type placed struct {
	item
	from, to        int64 // of the mark
	cutLeft, cutEnd bool  // the bar is cut and ends in an arrow
	row             int   // of the words
	above           bool  // the mark stands in the next row
	when, label     string
	textX, textW    int64 // left end and width of the words
}

// box is all that a placed item covers sideways, in each of its rows.
func (p placed) box() (left, right int64) {
	if p.textW == 0 {
		return p.from, p.to
	}
	return min(p.from, p.textX), max(p.to, p.textX+p.textW)
}

func (p placed) rows() int {
	if p.above {
		return 2
	}
	return 1
}

// place gives each item a row and its words a side, in the order of the dates, and counts the rows. What
// follows closely stands in the same row or lower, so that a run of events reads as stairs; after a pause of a
// sixth of the width the search begins at the top again.
func place(items []item, s scale, f format, language string) ([]placed, int) {
	out := make([]placed, 0, len(items))
	var rows rack
	top, before := 0, int64(0)
	for _, it := range items {
		p := placed{item: it}
		p.from, p.to, p.cutLeft, p.cutEnd = s.extent(it, f)
		if !f.mute {
			p.when, p.label = it.words(language, f.limit, s.yearly(it.first))
			p.settle(f)
		}
		left, right := p.box()
		if p.from-before > f.width/6 {
			top = 0
		}
		p.row = rows.put(span{left - f.face/2, right + f.face/2}, top, p.rows())
		top, before = p.row, p.from
		out = append(out, p)
	}
	return out, len(rows)
}

// extent is where the mark of an item begins and ends, and whether it is cut.
func (s scale) extent(it item, f format) (from, to int64, cutLeft, cutEnd bool) {
	h := s.hull()
	cutLeft, cutEnd = it.first < h.first || it.openStart, it.last > h.last || it.openEnd
	from, to = s.edge(it.first), s.edge(it.last+1)
	if it.day {
		from = s.noon(it.first)
		to = from
	}
	reach := 8 * f.radius // how far an open bar runs
	switch {
	case it.openStart && it.openEnd:
		from, to = from-reach, to+reach
	case it.openStart:
		from = to - reach
	case it.openEnd:
		to = from + reach
	}
	if to-from < 2*f.radius { // too short to be seen: a mark around its middle
		from = (from+to)/2 - f.radius
		to = from + 2*f.radius
	}
	const line = 12 // half the outline, rounded up
	if from < line {
		from, to = line, max(to, line+2*f.radius)
	}
	if to > f.width-line {
		from, to = min(from, f.width-line-2*f.radius), f.width-line
	}
	return from, to, cutLeft, cutEnd
}

// settle puts the words right of the mark, else left of it, else above.
func (p *placed) settle(f format) {
	room := f.width - f.offset
	p.textW = p.measure(f)
	for p.textW > room && p.when != "" { // only a very long date or a wide script
		p.when = ""
		p.textW = p.measure(f)
	}
	for runes := []rune(p.label); p.textW > room && len(runes) > 1; p.textW = p.measure(f) {
		runes = runes[:len(runes)-1]
		p.label = string(runes) + "…"
	}
	switch {
	case p.to+f.offset+p.textW <= f.width:
		p.textX = p.to + f.offset
	case p.from-f.offset-p.textW >= 0:
		p.textX = p.from - f.offset - p.textW
	default:
		p.above = true
		p.textX = max(0, min(p.from, f.width-p.textW))
	}
}

// measure reckons the width of an item's words, with a space between date and label.
func (p *placed) measure(f format) int64 {
	w := textWidth(p.label, f.face)
	if p.when != "" {
		w += textWidth(p.when+"  ", f.face)
	}
	return w
}

// rack is the rows from the top, each with the stretches that are taken.
type rack [][]span

// put takes the first place from a row on where a stretch is free in as many rows as asked, and names its row.
func (r *rack) put(s span, at, rows int) int {
	for ; ; at++ {
		for len(*r) < at+rows {
			*r = append(*r, nil)
		}
		if r.free(at, rows, s) {
			for i := at; i < at+rows; i++ {
				(*r)[i] = append((*r)[i], s)
			}
			return at
		}
	}
}

func (r rack) free(at, rows int, s span) bool {
	for i := at; i < at+rows; i++ {
		if slices.ContainsFunc(r[i], func(o span) bool { return o.first < s.last && s.first < o.last }) {
			return false
		}
	}
	return true
}
