// Package figure draws the book's figures as inline SVG: links, words and classes, no colours and no script.
// It owns where a mark stands, what is written beside it and what happens when there are too many; it
// refuses to decide what an event is or where its link leads, and it knows no page. The author's own pictures
// it only measures ([PictureSize]), so that a page can keep their place while they load.
//
// # The chronology
//
// A [Panel] is one chapter's events on a scale of their own. Each event takes a row or shares one:
//
//	● 26 May  Second summit          a day
//	▬▬▬ First summit                 a month, a year, an interval: a bar as long as what is known
//	◄▬ by 1 Jun  Envoys meet         known only not to be later
//
// Filled means happened, hollow planned, half filled (with a query mark behind the words) disputed; the
// shapes carry it, colour repeats it. A label stands right of its mark, left of it where the edge is near, and
// above it where the mark fills the width; rows are filled from the top, so that labels stack only where
// they would collide. Widths are reckoned from a table for wide sans-serif faces and err on the large side.
//
// The scale is broken where nothing is dated for long, so that four weeks stay readable in a chapter that
// also recalls the year 2007 (see scale.go). An event known only to the year does not stretch a scale made by
// days and months: its bar is cut at the edge with an arrow, or gets a short stretch of its own.
//
// More than [Most] events are drawn period by period (week, month, quarter, year …, the finest that leaves at
// most Most marks): an event alone in its period keeps its words, others become one mark with their number,
// which leads to the first of them. [Caption] says so. A panel therefore never grows with the book.
//
// # For everyone
//
// The figure is drawn twice, wide and narrow, and the style sheet shows the one that fits its column; the
// other is display: none and so is out of reach for everybody. Links inside role="img" cannot be reached, and
// hiding a figure that holds links from assistive technology is an error, so the drawing is role="group"
// with a name, ticks and rules in it are aria-hidden, and each mark is a link named by its full date, state
// and text. The table beside the figure says the same; nothing stands in the figure alone. Rows are tall
// enough for a target of 24 px. A [Panel] marked Compact has neither words nor links and is one image.
//
// Same panel, same bytes: coordinates are whole tenths of a unit, reckoned in integers.
package figure

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
)

// Most is how many marks a panel has at most; more events are drawn period by period.
const Most = 24

// Panel is one chronology with a scale of its own.
type Panel struct {
	ID       string // of the element, unique on the page; "" for none
	Title    string // names the drawing: "Chronology of the 2018 summits"
	From, To edtf.Date
	Events   []Mark // in any order
	Language string // BCP 47, of the dates
	Compact  bool   // marks only: no words, no links
}

// Mark is one event of a panel.
type Mark struct {
	Date  edtf.Date
	State book.State
	Label string // the event in plain text; shortened by [Short] in the drawing, whole in its name
	Href  string // where the mark leads; "" for nowhere
}

// FromEvents makes marks of events; href gives the address of each.
func FromEvents(events []book.Event, href func(book.Event) string) []Mark {
	marks := make([]Mark, len(events))
	for i, e := range events {
		marks[i] = Mark{Date: e.Date, State: e.State, Label: e.Plain, Href: href(e)}
	}
	return marks
}

// Chronology draws a panel as a <div class="chronology"> of inline SVG. It is nil when no event has a date.
func Chronology(p Panel) []byte {
	items, _ := gather(p)
	if len(items) == 0 {
		return nil
	}
	var b bytes.Buffer
	b.WriteString(`<div class="chronology`)
	if p.Compact {
		b.WriteString(" compact")
	}
	b.WriteByte('"')
	if p.ID != "" {
		b.WriteString(` id="` + escape(p.ID) + `"`)
	}
	b.WriteString(">\n")
	for _, f := range []format{wide, narrow} {
		if p.Compact {
			f = f.compacted()
		}
		drawing{format: f, panel: &p, items: items}.write(&b)
	}
	b.WriteString("</div>\n")
	return b.Bytes()
}

// Caption explains, in plain text, the marks that occur in a panel, and no others: "Filled: happened. Hollow:
// planned when the source was written." It is "" when there is nothing to draw.
func Caption(p Panel) string {
	items, total := gather(p)
	if len(items) == 0 {
		return ""
	}
	var has struct{ happened, planned, disputed, bar, open, many, joined bool }
	for _, it := range items {
		has.happened = has.happened || it.state == book.Happened
		has.planned = has.planned || it.state == book.Planned
		has.disputed = has.disputed || it.state == book.Disputed
		has.bar = has.bar || it.first < it.last && it.count == 1 && !it.openStart && !it.openEnd
		has.open = has.open || it.openStart || it.openEnd
		has.joined = has.joined || it.joined
		has.many = has.many || it.count > 1
	}
	scale := newScale(items, p, wide)
	var says []string
	say := func(when bool, text string) {
		if when {
			says = append(says, text)
		}
	}
	say(has.happened, "Filled: happened.")
	say(has.planned, "Hollow: planned when the source was written.")
	say(has.disputed && !has.joined, "Half filled: disputed.")
	say(has.joined, "Half filled: disputed, or of more than one kind.")
	say(has.bar, "Bar: it took longer, or the day is not known.")
	say(has.open || clips(items, scale), "Arrow: it began earlier or goes on.")
	say(len(scale.segments) > 1, "The scale is broken where nothing is dated.")
	say(has.many, "Of "+strconv.Itoa(total)+" events those of one period are drawn as one mark with their number.")
	if missing := len(p.Events) - total; missing > 0 {
		say(true, "Not drawn: "+counted(missing)+" without a date.")
	}
	return strings.Join(says, " ")
}

// item is what one mark shows: an event, or several of one period.
type item struct {
	first, last        int64 // days as edtf.Day.Number counts; what is known of an open interval
	openStart, openEnd bool
	state              book.State
	count              int
	joined             bool // of events in different states
	day                bool // exactly a day, or open towards one
	date               edtf.Date
	label, href        string
}

// gather turns events into items in the order of their dates, joined where there are too many. It also says
// how many events have a date.
func gather(p Panel) (items []item, dated int) {
	items = make([]item, 0, len(p.Events))
	for _, m := range p.Events {
		if it, ok := newItem(m); ok {
			items = append(items, it)
		}
	}
	slices.SortStableFunc(items, func(a, b item) int {
		return cmp.Or(edtf.Compare(a.date, b.date), cmp.Compare(a.label, b.label), cmp.Compare(a.href, b.href))
	})
	dated = len(items)
	if dated > Most {
		items = join(items)
	}
	return items, dated
}

func newItem(m Mark) (item, bool) {
	it := item{state: m.State, count: 1, date: m.Date, label: m.Label, href: m.Href}
	known := m.Date
	switch {
	case m.Date.OpenStart():
		it.openStart, known = true, m.Date.End()
	case m.Date.OpenEnd():
		it.openEnd, known = true, m.Date.Start()
	}
	if known.IsZero() {
		return item{}, false
	}
	it.first, it.last = known.First().Number(), known.Last().Number()
	it.day = known.Precision() == edtf.PrecisionDay
	if it.last < it.first { // an interval written backwards is reported elsewhere
		it.first, it.last = it.last, it.first
	}
	return it, true
}
