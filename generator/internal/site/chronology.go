package site

import (
	"cmp"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
	"briefbook/generator/internal/figure"
)

// eventsPerPage is how many events a page of the chronology holds.
const eventsPerPage = 500

// Timeline is events as a table, and the figure that goes with it.
type Timeline struct {
	Label   string // of the table: "Chronology of the 2018 summits"
	Caption string
	Years   []Year
	Figure  Figure
}

// Figure is a drawing with its caption.
type Figure struct {
	Title   string
	Numeral string
	Href    string // of the chapter it draws, "" on the chapter's own page
	SVG     template.HTML
	Caption string
}

// Year is the events of one year. The label is "" where years are not set apart.
type Year struct {
	Label  string
	Events []Event
}

// Event is a row of a chronology.
type Event struct {
	ID      string
	Date    Moment
	State   string // "happened", "planned", "disputed"
	Word    string // printed before what is not a plain event: "Planned"
	Working string
	HTML    template.HTML
	On      *Anchor // the page that tells it, nil on that page
}

// Chronology is a page of the book's chronology.
type Chronology struct {
	Frame    Frame
	Opening  Opening
	Timeline *Timeline
	Split    []Shelf
	Figures  []Figure
	Legend   string
	Pager    *Pager
}

func (s *sheet) event(e book.Event, to book.Target) (Event, error) {
	body, err := renderTo(e.What, to)
	if err != nil {
		return Event{}, err
	}
	v := Event{ID: e.Anchor, Date: s.moment(e.Date), State: e.State.String(), Working: working(e.Working), HTML: body}
	if e.State != book.Happened {
		v.Word = strings.ToUpper(v.State[:1]) + v.State[1:]
	}
	return v, nil
}

// working says how a date was found, unless the author said no more than that.
func working(how string) string {
	if how == "" || how == "derived" || how == "inferred" {
		return how
	}
	return "derived: " + how
}

// timelineOf is the chronology of one page. An event told within the text has its anchor there; its row leads
// to it.
func (s *sheet) timelineOf(p *book.Page, seen inlined) (*Timeline, error) {
	events := slices.Clone(p.Text.Events)
	slices.SortStableFunc(events, func(a, b book.Event) int { return edtf.Compare(a.Date, b.Date) })
	t := &Timeline{Label: "Chronology: " + p.Title, Caption: book.Tally(events)}
	year := Year{Events: make([]Event, 0, len(events))}
	for _, e := range events {
		to := s.target()
		if seen.has(e.Anchor) {
			to = s.apart("row")
		}
		v, err := s.event(e, to)
		if err != nil {
			return nil, err
		}
		if seen.has(e.Anchor) {
			v.ID, v.On = apartID("row", e.Anchor), &Anchor{Href: "#" + e.Anchor, Text: "in the text"}
		}
		year.Events = append(year.Events, v)
	}
	t.Years = []Year{year}
	panel := s.panel(p.Head, events, func(e book.Event) string { return "#" + e.Anchor })
	panel.From, panel.To = p.Meta.From, p.Meta.To
	t.Figure = draw(panel, p.Title)
	return t, nil
}

// panel is the events of one page, ready to be drawn.
func (s *sheet) panel(on book.Head, events []book.Event, href func(book.Event) string) figure.Panel {
	return figure.Panel{ID: "figure-" + string(on.ID), Title: "Chronology: " + on.Title, Language: s.info.Language,
		Events: figure.FromEvents(events, href)}
}

func draw(p figure.Panel, title string) Figure {
	return Figure{Title: title, SVG: template.HTML(figure.Chronology(p)), Caption: figure.Caption(p)}
}

// legend is what the captions of several figures say, each sentence once. The figures lose their own.
func legend(figures []Figure) string {
	var said []string
	for i := range figures {
		for _, sentence := range strings.SplitAfter(figures[i].Caption, ". ") {
			if sentence = strings.TrimSpace(sentence); sentence != "" && !slices.Contains(said, sentence) {
				said = append(said, sentence)
			}
		}
		figures[i].Caption = ""
	}
	return strings.Join(said, " ")
}

// panels draws one figure for each chapter that tells events; compact ones have neither words nor links.
func (s *sheet) panels(chapters []book.ChapterHead, compact bool) []Figure {
	var list []Figure
	for _, c := range chapters {
		dated := s.lib.Events(c.ID)
		if len(dated) == 0 {
			continue
		}
		events := make([]book.Event, len(dated))
		for i, d := range dated {
			events[i] = d.Event
		}
		route := s.href(c.Head)
		panel := s.panel(c.Head, events, func(e book.Event) string { return route + "#" + e.Anchor })
		panel.From, panel.To, panel.Compact = c.From, c.To, compact
		f := draw(panel, c.Title)
		if f.SVG == "" {
			continue
		}
		f.Numeral, f.Href = ordinal(c.Number), route
		list = append(list, f)
	}
	return list
}

func chronologyFiles(lib book.Library) []book.File {
	files := []book.File{{Path: "chronology.html", Write: chronology}}
	if len(lib.Events("")) <= eventsPerPage {
		return files
	}
	chapters := lib.Chapters()
	for _, in := range told(lib, chapters) {
		for page := 1; (page-1)*eventsPerPage < len(in.events); page++ {
			files = append(files, book.File{Path: partPath("chronology", chapters, in.chapter, page),
				Write: func(w io.Writer, lib book.Library) error { return chronologyPart(w, lib, in.chapter, page) }})
		}
	}
	return files
}

// account is the events told in one chapter and its notes, by date.
type account struct {
	chapter book.ID
	number  int
	title   string
	events  []book.Dated
}

// told shares out all events among the chapters in which they are told; those of unfiled notes come last.
func told(lib book.Library, chapters []book.ChapterHead) []account {
	at := make(map[book.ID]int, len(chapters))
	list := make([]account, len(chapters)+1)
	for i, c := range chapters {
		at[c.ID] = i
		list[i] = account{chapter: c.ID, number: c.Number, title: c.Title}
	}
	list[len(chapters)].title = "Unfiled"
	for _, d := range byDate(lib.Events("")) {
		in := d.On.Chapter
		if d.On.Kind == book.Chapter {
			in = d.On.ID
		}
		i, ok := at[in]
		if !ok {
			i = len(chapters)
		}
		list[i].events = append(list[i].events, d)
	}
	return slices.DeleteFunc(list, func(a account) bool { return len(a.events) == 0 })
}

func byDate(events []book.Dated) []book.Dated {
	sorted := slices.Clone(events)
	slices.SortStableFunc(sorted, func(a, b book.Dated) int { return edtf.Compare(a.Date, b.Date) })
	return sorted
}

func (s *sheet) chronologyView(route, title string, total int) Chronology {
	v := Chronology{Frame: s.frame(route, title, "chronology"), Opening: newOpening(title)}
	v.Frame.Description = "What happened, what was planned and what is disputed, by date."
	v.Opening.Where = []Anchor{{Href: "index.html", Text: "Contents"}}
	v.Opening.Facts = append([]Fact{{Text: book.Count(total, "event", "events"), Strong: true}}, s.asOf()...)
	return v
}

func chronology(w io.Writer, lib book.Library) error {
	s := newSheet(lib, "chronology.html")
	all := byDate(lib.Events(""))
	chapters := lib.Chapters()
	v := s.chronologyView("chronology.html", "Chronology", len(all))
	if len(all) > eventsPerPage {
		for _, in := range told(lib, chapters) {
			shelf := Shelf{Href: partPath("chronology", chapters, in.chapter, 1), Title: in.title,
				Numeral: numeral(in.number), Count: book.Count(len(in.events), "event", "events")}
			v.Split = append(v.Split, shelf)
		}
	} else if len(all) > 0 {
		t, err := s.timeline(all)
		if err != nil {
			return err
		}
		v.Timeline = t
	}
	v.Figures = s.panels(chapters, false)
	v.Legend = legend(v.Figures)
	return s.show(w, "chronology.html", v)
}

func chronologyPart(w io.Writer, lib book.Library, chapter book.ID, page int) error {
	chapters := lib.Chapters()
	route := partPath("chronology", chapters, chapter, page)
	s := newSheet(lib, route)
	list := told(lib, chapters)
	i := slices.IndexFunc(list, func(a account) bool { return a.chapter == chapter })
	if i < 0 {
		return nil
	}
	in := list[i]
	v := s.chronologyView(route, "Chronology: "+in.title, len(in.events))
	v.Opening.Where = append(v.Opening.Where, Anchor{Href: "chronology.html", Text: "Chronology"})
	v.Opening.Title, v.Opening.Numeral = in.title, numeral(in.number)
	v.Pager = pager(len(in.events), eventsPerPage, page, func(n int) string { return partPath("chronology", chapters, chapter, n) },
		func(from, to int) string {
			return yearOf(in.events[from-1].Date) + "–" + cmp.Or(yearOf(in.events[to-1].Date), "undated")
		})
	from := min((page-1)*eventsPerPage, len(in.events))
	t, err := s.timeline(in.events[from:min(from+eventsPerPage, len(in.events))])
	if err != nil {
		return err
	}
	v.Timeline = t
	return s.show(w, "chronology.html", v)
}

// timeline is a table of events from several pages, set apart by year.
func (s *sheet) timeline(all []book.Dated) (*Timeline, error) {
	t := &Timeline{Label: "Chronology"}
	plain := make([]book.Event, len(all))
	for i, d := range all {
		plain[i] = d.Event
		v, err := s.event(d.Event, s.apart(d.On.ID))
		if err != nil {
			return nil, err
		}
		v.ID = apartID(d.On.ID, d.Anchor)
		v.On = &Anchor{Href: s.href(d.On) + "#" + d.Anchor, Text: d.On.Title}
		label := cmp.Or(yearOf(d.Date), "Undated")
		if n := len(t.Years); n == 0 || t.Years[n-1].Label != label {
			t.Years = append(t.Years, Year{Label: label})
		}
		last := &t.Years[len(t.Years)-1]
		last.Events = append(last.Events, v)
	}
	t.Caption = book.Tally(plain)
	return t, nil
}

// yearOf is the year a date is filed under: that of its end where it has no beginning, "" when unknown.
func yearOf(d edtf.Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.OpenStart() && d.OpenEnd():
		return ""
	case d.OpenStart():
		return fmt.Sprint(d.End().First().Year)
	}
	return fmt.Sprint(d.First().Year)
}

// apart renders bodies of several pages on one: their ids are told apart by the page they come from.
func (s *sheet) apart(id book.ID) book.Target {
	to := s.target()
	to.Anchor = func(anchor string) string { return apartID(id, anchor) }
	return to
}

func apartID(id book.ID, anchor string) string { return string(id) + "--" + anchor }
