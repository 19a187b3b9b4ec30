package site

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
	"briefbook/generator/internal/figure"
)

// Timeline is events as a table, and the figure that goes with it.
type Timeline struct {
	Label   string // of the table: "Chronology of the 2018 summits"
	Caption string
	Whole   bool // of the whole book: rows say where they are told
	Years   []Year
	Figure  Figure
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
	On      *Anchor // where the page itself tells it, nil when this is the place
	Told    []Telling
	Cites   []CiteMark // of the tellings that are not printed
	Plans   []Event    // what was planned, where this settles it
}

// Telling is a page that tells an event.
type Telling struct {
	Anchor
	Says string // where it says otherwise than the row: "as June 2019, disputed"
}

// CiteMark is a citation that stands outside of a body.
type CiteMark struct {
	Href, Mark, Source, Para, Fate string
}

func (s *sheet) event(e book.Event, to book.Target) (Event, error) {
	body, err := renderTo(e.What, to)
	if err != nil {
		return Event{}, err
	}
	v := Event{ID: e.Anchor, Date: s.moment(e.Date), State: e.State.String(), Working: working(e.Working), HTML: body}
	if e.State != book.Happened {
		v.Word = book.Capital(v.State)
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
			to.Seal = s.seals(p.ID)
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
	panel := s.panel(p.Head, figure.FromEvents(events, func(e book.Event) string { return "#" + e.Anchor }))
	panel.From, panel.To = p.Meta.From, p.Meta.To
	t.Figure = draw(panel, p.Title)
	return t, nil
}

// timeline is a table of events from several pages, set apart by year, each told once.
func (s *sheet) timeline(all []book.Joined) (*Timeline, error) {
	t := &Timeline{Label: "Chronology", Caption: book.TallyJoined(all), Whole: true}
	for _, j := range all {
		v, err := s.joined(j)
		if err != nil {
			return nil, err
		}
		label := cmp.Or(yearOf(j.Date), "Undated")
		if n := len(t.Years); n == 0 || t.Years[n-1].Label != label {
			t.Years = append(t.Years, Year{Label: label})
		}
		last := &t.Years[len(t.Years)-1]
		last.Events = append(last.Events, v)
	}
	return t, nil
}

// joined is the row of an event: as it was first told, with the plans beside it, all pages that tell it, and all
// sources.
func (s *sheet) joined(j book.Joined) (Event, error) {
	v, err := s.elsewhere(j.Dated)
	if err != nil {
		return Event{}, err
	}
	v.Told = []Telling{{Anchor: s.teller(j.Dated)}}
	seen := citesOf(nil, j.Cites)
	if len(j.Plans) > 0 && v.Word == "" {
		v.Word = book.Capital(v.State)
	}
	for i, d := range j.Plans {
		if i == 0 || d.Date != j.Plans[0].Date { // the same plan in other words needs no second place
			plan, err := s.elsewhere(d)
			if err != nil {
				return Event{}, err
			}
			v.Plans = append(v.Plans, plan)
			seen = citesOf(seen, d.Cites)
		} else {
			v.Cites, seen = s.further(v.Cites, seen, d.Cites)
		}
		v.Told = s.tell(v.Told, d, j.Plans[0])
	}
	for _, d := range j.Also {
		v.Cites, seen = s.further(v.Cites, seen, d.Cites)
		v.Told = s.tell(v.Told, d, j.Dated)
	}
	return v, nil
}

// elsewhere is an event as another page tells it.
func (s *sheet) elsewhere(d book.Dated) (Event, error) {
	v, err := s.event(d.Event, s.apart(d.On.ID))
	v.ID = apartID(d.On.ID, d.Anchor)
	return v, err
}

func (s *sheet) teller(d book.Dated) Anchor {
	return Anchor{Href: s.href(d.On) + "#" + d.Anchor, Text: d.On.Title}
}

// tell adds a page that tells an event, and in what it differs from the telling that is printed.
func (s *sheet) tell(list []Telling, d, printed book.Dated) []Telling {
	t := Telling{Anchor: s.teller(d)}
	if d.Date != printed.Date {
		t.Says = "as " + d.Date.Text(s.info.Language)
	}
	if d.State != printed.State {
		t.Says = strings.TrimPrefix(t.Says+", "+d.State.String(), ", ")
	}
	if t.Says == "" && slices.ContainsFunc(list, func(o Telling) bool { return o.Text == t.Text }) {
		return list
	}
	return append(list, t)
}

func citesOf(seen []string, cites []book.Citation) []string {
	for _, c := range cites {
		seen = append(seen, c.Place())
	}
	return seen
}

// further adds the citations that have not been seen.
func (s *sheet) further(list []CiteMark, seen []string, cites []book.Citation) ([]CiteMark, []string) {
	for _, c := range cites {
		href, mark, ok := s.cite(c)
		if !ok || href == "" || slices.Contains(seen, c.Place()) {
			continue
		}
		seen = append(seen, c.Place())
		list = append(list, CiteMark{Href: href, Mark: mark, Source: string(c.Source), Para: c.Para(), Fate: s.fate(c)})
	}
	return list, seen
}

// yearOf is the year a date is filed under: that of its end where it has no beginning, "" when unknown.
func yearOf(d edtf.Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.OpenStart() && d.OpenEnd():
		return ""
	case d.OpenStart():
		return ordinal(int(d.End().First().Year))
	}
	return ordinal(int(d.First().Year))
}

// apart renders bodies of several pages on one: their ids are told apart by the page they come from.
func (s *sheet) apart(id book.ID) book.Target {
	to := s.target()
	to.Anchor = func(anchor string) string { return apartID(id, anchor) }
	to.Seal = s.seals(id)
	return to
}

func apartID(id book.ID, anchor string) string { return string(id) + "--" + anchor }
