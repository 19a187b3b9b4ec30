package site

import (
	"io"
	"slices"
	"strconv"

	"briefbook/generator/internal/book"
)

const (
	// statementsPerPage is how many statements a page of the coverage lists; a book with no more has them on one.
	statementsPerPage = 300
	// coverageList bounds each of the other lists on such a page.
	coverageList = 200
)

// Coverage is a page that says what the book's statements rest on. Only the internal edition has it.
type Coverage struct {
	Frame   Frame
	Opening Opening
	Blurb   string
	Sums    []Sum
	Split   []Shelf
	Pager   *Pager
	Resting []Resting
	Unused  Cut
	Gaps    []Gap
	GapsCut int
	Bare    Cut
}

// Sum is a line of the table that comes first.
type Sum struct {
	What, Count, Share, Href string
	Under                    bool // a part of the line above
}

// Resting is statements that rest on equally many independent sources.
type Resting struct {
	ID, Title string
	Pages     []RestedOn

	section string // of the last statement
}

// Rested is a statement with its sources.
type Rested struct {
	Href, Section, Plain string // the section is "" where the statement before stands in it
	Tabs                 []CiteMark
	Independent          string // "1 of 2" where not all are independent, else ""
}

// Gap is a source with the paragraphs that nothing cites.
type Gap struct {
	Row
	Paras, Of string
}

// Cut is a list of pages cut to what a page can hold.
type Cut struct {
	Rows []Row
	Left int
}

func (s *sheet) cut(heads []book.Head) Cut {
	n := min(len(heads), coverageList)
	return Cut{Rows: s.rows(heads[:n]), Left: len(heads) - n}
}

// coverageFiles are the pages of the coverage: one, or, where there are too many statements for it, one with the sums and
// some for each chapter.
func coverageFiles(lib book.Library) []book.File {
	if lib.For() != book.Internal {
		return nil
	}
	files := []book.File{{Path: "coverage.html", Write: coverage}}
	c := lib.Coverage()
	if len(c.Statements) <= statementsPerPage {
		return files
	}
	chapters := lib.Chapters()
	for _, in := range shares(c, chapters) {
		for page := range pages(len(in.list), statementsPerPage) {
			files = append(files, book.File{Path: partPath("coverage", chapters, in.chapter, page),
				Write: func(w io.Writer, lib book.Library) error { return coveragePart(w, lib, in.chapter, page) }})
		}
	}
	return files
}

// shares are the statements of each chapter and its notes; those of entries and unfiled notes come last.
func shares(c *book.Coverage, chapters []book.ChapterHead) []portion[*book.Statement] {
	return portions(statements(c), chapters, "The whole book, names and terms", func(s *book.Statement) book.Head { return s.On })
}

// statements are all of them, where they stand.
func statements(c *book.Coverage) []*book.Statement {
	list := make([]*book.Statement, len(c.Statements))
	for i := range c.Statements {
		list[i] = &c.Statements[i]
	}
	return list
}

// The classes of statements, by how many independent sources they rest on.
var restings = [...]struct{ id, title, what string }{
	{"at-one", "On one independent source", "on one independent source"},
	{"at-two", "On two independent sources", "on two"},
	{"at-more", "On three or more independent sources", "on three or more"},
}

func class(s *book.Statement) int { return s.Support() - 1 }

// weakest puts the statements on the fewest sources first, else in reading order.
func weakest(list []*book.Statement) []*book.Statement {
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(a, b *book.Statement) int { return class(a) - class(b) })
	return sorted
}

// resting sets statements apart by their class.
func (s *sheet) resting(list []*book.Statement) []Resting {
	var out []Resting
	for _, st := range list {
		r := restings[class(st)]
		if n := len(out); n == 0 || out[n-1].ID != r.id {
			out = append(out, Resting{ID: r.id, Title: r.title})
		}
		out[len(out)-1].add(st.On, s.href(st.On), s.rested(st))
	}
	return out
}

func (s *sheet) rested(st *book.Statement) Rested {
	v := Rested{Href: s.href(st.On) + "#" + st.Anchor, Section: st.Section, Plain: st.Plain}
	var heads []book.Head
	for _, id := range st.Sources {
		if h, ok := s.lib.Head(id); ok {
			heads = append(heads, h)
		}
	}
	slices.SortStableFunc(heads, func(a, b book.Head) int { return a.Tab - b.Tab })
	for _, h := range heads {
		v.Tabs = append(v.Tabs, CiteMark{Href: s.href(h), Mark: strconv.Itoa(h.Tab), Source: string(h.ID), Fate: h.Status})
	}
	if st.Independent < len(st.Sources) {
		v.Independent = strconv.Itoa(st.Independent) + " of " + strconv.Itoa(len(st.Sources))
	}
	return v
}

func (s *sheet) coverageView(route, title string, statements int) Coverage {
	v := Coverage{Frame: s.frame(route, title, "coverage"), Opening: newOpening(title)}
	v.Frame.Description = "How many independent sources each statement rests on."
	v.Opening.Where = []Anchor{{Href: "index.html", Text: "Contents"}}
	v.Opening.Facts = append([]Fact{{Text: book.Count(statements, "statement", "statements"), Strong: true}}, s.asOf()...)
	return v
}

func coverage(w io.Writer, lib book.Library) error {
	s := newSheet(lib, "coverage.html")
	c, chapters := lib.Coverage(), lib.Chapters()
	v := s.coverageView("coverage.html", "What the statements rest on", len(c.Statements))
	v.Blurb = "A statement is a sentence with its citations. Copies of one text, and texts of one agency or publisher, count as one source."
	split := len(c.Statements) > statementsPerPage
	v.Sums = sums(c, split)
	if split {
		for _, in := range shares(c, chapters) {
			single := 0
			for _, st := range in.list {
				if class(st) == 0 {
					single++
				}
			}
			v.Split = append(v.Split, Shelf{Href: partPath("coverage", chapters, in.chapter, 1), Title: in.title, Numeral: numeral(in.number),
				Count: book.Count(len(in.list), "statement", "statements") + ", " + book.Number(single) + " on one source"})
		}
	} else {
		v.Resting = s.resting(weakest(statements(c)))
	}
	v.Unused, v.Bare = s.cut(c.Unused), s.cut(c.Bare)
	for _, g := range c.Uncited[:min(len(c.Uncited), coverageList)] {
		v.Gaps = append(v.Gaps, Gap{Row: s.row(g.Source), Paras: "¶" + book.Paragraphs(g.Paras), Of: book.Number(g.Of)})
	}
	v.GapsCut = len(c.Uncited) - len(v.Gaps)
	return s.show(w, "coverage.html", v)
}

func coveragePart(w io.Writer, lib book.Library, chapter book.ID, page int) error {
	chapters := lib.Chapters()
	route := partPath("coverage", chapters, chapter, page)
	s := newSheet(lib, route)
	list := shares(lib.Coverage(), chapters)
	i := slices.IndexFunc(list, func(in portion[*book.Statement]) bool { return in.chapter == chapter })
	if i < 0 {
		return nil
	}
	in := list[i]
	v := s.coverageView(route, "What the statements rest on: "+in.title, len(in.list))
	v.Opening.Where = append(v.Opening.Where, Anchor{Href: "coverage.html", Text: "What the statements rest on"})
	v.Opening.Title, v.Opening.Numeral = in.title, numeral(in.number)
	v.Pager = leaf{len(in.list), statementsPerPage, page}.pager(func(n int) string { return partPath("coverage", chapters, chapter, n) },
		byNumber)
	v.Resting = s.resting(onPage(weakest(in.list), statementsPerPage, page))
	return s.show(w, "coverage.html", v)
}

// sums is the table that comes first. Its lines lead to the lists, where these are on the same page.
func sums(c *book.Coverage, split bool) []Sum {
	var of [len(restings)]int
	for i := range c.Statements {
		of[class(&c.Statements[i])]++
	}
	line := func(what string, n int, list string) Sum {
		v := Sum{What: what, Count: book.Number(n)}
		if n > 0 && list != "" {
			v.Href = "#" + list
		}
		return v
	}
	all := []Sum{line("Statements", len(c.Statements), "")}
	for i, r := range restings {
		id := r.id
		if split {
			id = ""
		}
		part := line(r.what, of[i], id)
		part.Under = true
		if len(c.Statements) > 0 {
			part.Share = strconv.Itoa((of[i]*200+len(c.Statements))/(2*len(c.Statements))) + " %"
		}
		all = append(all, part)
	}
	part := line("on a source that is superseded, corrected or withdrawn", len(c.Fallen()), "")
	part.Under = true
	return append(all, part,
		line("Sources that nothing cites", len(c.Unused), "at-unused"),
		line("Paragraphs that nothing cites, of sources that are cited", c.Missing(), "at-gaps"),
		line("Chapters and notes without a source", len(c.Bare), "at-bare"))
}
