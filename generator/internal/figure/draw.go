package figure

import (
	"bytes"
	"fmt"
	"strconv"

	"briefbook/generator/internal/book"
)

// drawing writes one panel in one format.
type drawing struct {
	format
	panel *Panel
	items []item
}

func (d drawing) write(b *bytes.Buffer) {
	s := newScale(d.items, *d.panel, d.format)
	marks, rows := place(d.items, s, d.format, d.panel.Language)
	ticks := s.ticks(d.format, d.panel.Language)
	floor := int64(rows) * d.row
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" class="%s" viewBox="0 0 %s %s" role="%s" aria-label="%s">`+"\n",
		d.class, tenths(d.width), tenths(floor+d.axis), d.role(), escape(d.name()))
	d.axisLines(b, s, ticks, floor)
	for _, m := range marks {
		d.mark(b, m)
	}
	b.WriteString("</svg>\n")
}

func (d drawing) role() string {
	if d.mute {
		return "img"
	}
	return "group"
}

func (d drawing) name() string {
	n := 0
	for _, it := range d.items {
		n += it.count
	}
	if d.panel.Title == "" {
		return counted(n)
	}
	return d.panel.Title + ", " + counted(n)
}

// axisLines writes the scale: hairlines through the rows, the line with its breaks, labels in one or two lines.
func (d drawing) axisLines(b *bytes.Buffer, s scale, ticks []tick, floor int64) {
	line := floor + 40
	b.WriteString(`<g class="scale" aria-hidden="true">`)
	b.WriteString(`<path class="hair" d="`)
	for _, t := range ticks {
		if t.label != "" {
			fmt.Fprintf(b, "M%s 0V%s", tenths(t.x), tenths(line))
		}
	}
	b.WriteString(`"/><path class="axis" d="`)
	for i, g := range s.segments {
		fmt.Fprintf(b, "M%s %sH%s", tenths(g.x), tenths(line), tenths(g.end()))
		if i > 0 { // two strokes in the gap
			middle := (s.segments[i-1].end() + g.x) / 2
			for _, x := range []int64{middle - 20, middle + 20} {
				fmt.Fprintf(b, "M%s %sL%s %s", tenths(x-20), tenths(line+50), tenths(x+20), tenths(line-50))
			}
		}
	}
	b.WriteString("\"/>\n")
	for _, t := range ticks {
		d.tickLabels(b, t, line)
	}
	b.WriteString("</g>\n")
}

func (d drawing) tickLabels(b *bytes.Buffer, t tick, line int64) {
	first, second := line+d.face+40, line+2*d.face+90
	if t.label != "" {
		x, anchor := t.x+d.offset/2, ""
		if t.centred {
			x, anchor = t.x, ` class="middle"`
		}
		fmt.Fprintf(b, `<text%s x="%s" y="%s">%s</text>`, anchor, tenths(x), tenths(first), escape(t.label))
	}
	if t.over != "" {
		fmt.Fprintf(b, `<text class="over" x="%s" y="%s">%s</text>`, tenths(t.overX+d.offset/2), tenths(second), escape(t.over))
	}
}

// mark writes an item: the area that answers to a pointer, the shape, the words.
func (d drawing) mark(b *bytes.Buffer, m placed) {
	class := "mark " + m.state.String()
	if m.date.Approximate() || m.date.Uncertain() {
		class += " vague"
	}
	link := m.href != "" && !d.mute
	if link {
		fmt.Fprintf(b, `<a class="%s" href="%s" aria-label="%s">`, class, escape(m.href), escape(m.spoken(d.panel.Language)))
	} else {
		fmt.Fprintf(b, `<g class="%s">`, class)
	}
	top := int64(m.row) * d.row
	if !d.mute {
		fmt.Fprintf(b, "<title>%s</title>", escape(m.name(d.panel.Language)))
		left, right := m.box()
		fmt.Fprintf(b, `<rect class="hit" x="%s" y="%s" width="%s" height="%s"/>`,
			tenths(left), tenths(top), tenths(right-left), tenths(d.row*int64(m.rows())))
	}
	base, middle := top+d.row/2, top+d.row/2
	if m.above { // the pair stands in the middle of its two rows
		base, middle = top+d.row*7/10, top+d.row*13/10
	}
	d.shape(b, m, middle)
	if m.textW > 0 {
		fmt.Fprintf(b, `<text x="%s" y="%s">`, tenths(m.textX), tenths(base+d.face*36/100))
		if m.when != "" {
			b.WriteString(`<tspan class="when">` + escape(m.when) + "</tspan>\u2002")
		}
		b.WriteString(escape(m.label) + "</text>")
	}
	if link {
		b.WriteString("</a>\n")
	} else {
		b.WriteString("</g>\n")
	}
}

// shape writes a circle for a day and a bar for anything longer, with an arrow where it is cut.
func (d drawing) shape(b *bytes.Buffer, m placed, y int64) {
	r := d.radius
	if m.to-m.from <= 2*r && !m.cutLeft && !m.cutEnd {
		x := (m.from + m.to) / 2
		fmt.Fprintf(b, `<circle class="shape" cx="%s" cy="%s" r="%s"/>`, tenths(x), tenths(y), tenths(r))
		if m.state == book.Disputed {
			fmt.Fprintf(b, `<path class="half" d="M%s %sA%s %s 0 0 0 %s %sz"/>`,
				tenths(x), tenths(y-r), tenths(r), tenths(r), tenths(x), tenths(y+r))
		}
		return
	}
	half := r * 6 / 10
	fmt.Fprintf(b, `<path class="shape bar" d="%s"/>`, outline(m.from, m.to, y, half, m.cutLeft, m.cutEnd))
	if m.state == book.Disputed {
		fmt.Fprintf(b, `<path class="half" d="%s"/>`, outline(m.from, (m.from+m.to)/2, y, half, m.cutLeft, false))
	}
}

// outline is a bar from left to right around y, of height 2h; a cut end is pointed.
func outline(left, right, y, h int64, cutLeft, cutEnd bool) string {
	tip := min(3*h, (right-left)/2)
	path := ""
	if cutLeft {
		path = fmt.Sprintf("M%s %sL%s %s", tenths(left), tenths(y), tenths(left+tip), tenths(y-h))
	} else {
		path = fmt.Sprintf("M%s %sV%s", tenths(left), tenths(y+h), tenths(y-h))
	}
	if cutEnd {
		path += fmt.Sprintf("H%sL%s %sL%s %s", tenths(right-tip), tenths(right), tenths(y), tenths(right-tip), tenths(y+h))
	} else {
		path += fmt.Sprintf("H%sV%s", tenths(right), tenths(y+h))
	}
	if cutLeft {
		path += "H" + tenths(left+tip)
	}
	return path + "z"
}

// tenths writes a length: 1234 is "123.4".
func tenths(n int64) string {
	text := strconv.FormatInt(n/10, 10)
	if n < 0 && n > -10 {
		text = "-0"
	}
	if n%10 == 0 {
		return text
	}
	return text + "." + strconv.FormatInt(max(n%10, -(n%10)), 10)
}
