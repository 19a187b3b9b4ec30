package site

import (
	"cmp"
	"io"
	"slices"

	"briefbook/generator/internal/book"
)

// eventsPerPage is how many events a page of the chronology holds.
const eventsPerPage = 500

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

func chronologyFiles(lib book.Library) []book.File {
	files := []book.File{{Path: "chronology.html", Write: chronology}}
	all := lib.Chronology()
	if len(all) <= eventsPerPage {
		return files
	}
	chapters := lib.Chapters()
	for _, in := range told(all, chapters) {
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
	events  []book.Joined
}

// told shares out all events among the chapters in which they are first told; those of unfiled notes come last.
func told(all []book.Joined, chapters []book.ChapterHead) []account {
	at := places(chapters)
	list := make([]account, len(chapters)+1)
	for i, c := range chapters {
		list[i] = account{chapter: c.ID, number: c.Number, title: c.Title}
	}
	list[len(chapters)].title = "Unfiled"
	for _, j := range all {
		i, ok := at[chapterOf(j.On)]
		if !ok {
			i = len(chapters)
		}
		list[i].events = append(list[i].events, j)
	}
	return slices.DeleteFunc(list, func(a account) bool { return len(a.events) == 0 })
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
	all := lib.Chronology()
	chapters := lib.Chapters()
	v := s.chronologyView("chronology.html", "Chronology", len(all))
	if len(all) > eventsPerPage {
		for _, in := range told(all, chapters) {
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
	v.Figures = s.panels(chapters, all, false)
	v.Legend = legend(v.Figures)
	return s.show(w, "chronology.html", v)
}

func chronologyPart(w io.Writer, lib book.Library, chapter book.ID, page int) error {
	chapters := lib.Chapters()
	route := partPath("chronology", chapters, chapter, page)
	s := newSheet(lib, route)
	list := told(lib.Chronology(), chapters)
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
