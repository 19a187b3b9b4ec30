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
		for page := range pages(len(in.list), eventsPerPage) {
			files = append(files, book.File{Path: partPath("chronology", chapters, in.chapter, page),
				Write: func(w io.Writer, lib book.Library) error { return chronologyPart(w, lib, in.chapter, page) }})
		}
	}
	return files
}

// told shares out all events among the chapters in which they are first told; those of unfiled notes come last.
func told(all []book.Joined, chapters []book.ChapterHead) []portion[book.Joined] {
	return portions(all, chapters, "Unfiled", func(j book.Joined) book.Head { return j.On })
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
				Numeral: numeral(in.number), Count: book.Count(len(in.list), "event", "events")}
			v.Split = append(v.Split, shelf)
		}
	} else if len(all) > 0 {
		t, err := s.timeline(all)
		if err != nil {
			return err
		}
		v.Timeline, v.Opening.Facts = t, s.asOf() // how many there are stands above the table
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
	i := slices.IndexFunc(list, func(a portion[book.Joined]) bool { return a.chapter == chapter })
	if i < 0 {
		return nil
	}
	in := list[i]
	v := s.chronologyView(route, "Chronology: "+in.title, len(in.list))
	v.Opening.Where = append(v.Opening.Where, Anchor{Href: "chronology.html", Text: "Chronology"})
	v.Opening.Title, v.Opening.Numeral = in.title, numeral(in.number)
	v.Pager = leaf{len(in.list), eventsPerPage, page}.pager(func(n int) string { return partPath("chronology", chapters, chapter, n) },
		func(from, to int) string {
			return yearOf(in.list[from-1].Date) + "–" + cmp.Or(yearOf(in.list[to-1].Date), "undated")
		})
	t, err := s.timeline(onPage(in.list, eventsPerPage, page))
	if err != nil {
		return err
	}
	v.Timeline = t
	return s.show(w, "chronology.html", v)
}
