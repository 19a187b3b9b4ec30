package site

import (
	"io"

	"briefbook/generator/internal/book"
)

// register is the list of sources or of notes: one page with a part for each chapter, or, from more than
// whole entries on, a page of chapters and for each of these pages of its own.
type register struct {
	kind  book.Kind
	base  string // "sources"
	blurb string
	write func(io.Writer, book.Library, book.ID) error // of one page in it
}

var registers = [...]register{
	{book.Article, "sources", "Every source has a tab number, by date. A citation such as “3 ¶2” means tab 3, second paragraph.", source},
	{book.Note, "notes", "Notes are written by the editors; what they state is cited to the sources.", note},
}

// Register is a page of a register.
type Register struct {
	Frame    Frame
	Opening  Opening
	Blurb    string
	Sources  bool
	Exchange bool    // of sources: there are files for reference managers
	Parts    []Part  // the entries, chapter by chapter
	Split    []Shelf // or the chapters, when each has pages of its own
	Pager    *Pager
}

// Part is the entries of one chapter.
type Part struct {
	ID, Title, Numeral, Href string
	Rows                     []Row
}

// Shelf is a chapter in a split register.
type Shelf struct {
	Href, Title, Numeral, Span, Count string
}

// stack is what is filed under one chapter, or under none.
type stack struct {
	chapter book.ID
	number  int
	title   string
	head    book.Head
	span    string
	heads   []book.Head
}

// stacks asks for the shelves of all chapters and the unfiled one; empty ones are left out.
func (r register) stacks(s *sheet) (list []stack, total int) {
	put := func(st stack) {
		if len(st.heads) > 0 {
			list = append(list, st)
			total += len(st.heads)
		}
	}
	for _, c := range s.lib.Chapters() {
		put(r.of(s, c))
	}
	put(r.rest(s))
	return list, total
}

// stack is what is filed under one chapter; what is under none, where there is no such chapter.
func (r register) stack(s *sheet, chapter book.ID) stack {
	for _, c := range s.lib.Chapters() {
		if c.ID == chapter {
			return r.of(s, c)
		}
	}
	return r.rest(s)
}

func (r register) of(s *sheet, c book.ChapterHead) stack {
	return stack{chapter: c.ID, number: c.Number, title: c.Title, head: c.Head, span: s.span(c.From, c.To), heads: s.lib.Shelf(r.kind, c.ID)}
}

func (r register) rest(s *sheet) stack {
	return stack{title: r.unfiled(), heads: s.lib.Shelf(r.kind, "")}
}

// wholeBook is what notes without a chapter are about.
const wholeBook = "On the whole book"

// unfiled names what has no chapter: for a source a gap in the filing, for a note its subject.
func (r register) unfiled() string {
	if r.kind == book.Note {
		return wholeBook
	}
	return "Unfiled"
}

// split reports whether the chapters have pages of their own.
func (r register) split(chapters []book.ChapterHead) bool {
	filed := 0
	for _, c := range chapters {
		if r.kind == book.Article {
			filed += c.Sources
		} else {
			filed += c.Notes
		}
	}
	return filed > whole
}

// at is where the list of a chapter begins, from the root.
func (r register) at(chapters []book.ChapterHead, chapter book.ID) string {
	if r.split(chapters) {
		return partPath(r.base, chapters, chapter, 1)
	}
	return r.base + ".html"
}

func (r register) files(lib book.Library) []book.File {
	s := newSheet(lib, "")
	stacks, _ := r.stacks(s)
	files := []book.File{{Path: r.base + ".html", Write: r.front}}
	chapters := lib.Chapters()
	split := r.split(chapters)
	for _, st := range stacks {
		for _, h := range st.heads {
			files = append(files, on(h.ID, h.Route, r.write))
		}
		if !split && len(st.heads) <= whole {
			continue
		}
		for page := range pages(len(st.heads), perPage) {
			files = append(files, book.File{Path: partPath(r.base, chapters, st.chapter, page),
				Write: func(w io.Writer, lib book.Library) error { return r.part(w, lib, st.chapter, page) }})
		}
	}
	return files
}

func (r register) view(s *sheet, route, title string, total int) Register {
	v := Register{Frame: s.frame(route, title, r.base), Opening: newOpening(title), Blurb: r.blurb, Sources: r.kind == book.Article}
	v.Frame.Description = r.blurb
	v.Exchange = v.Sources && total > 0
	v.Opening.Where = []Anchor{{Href: "index.html", Text: "Contents"}}
	v.Opening.Facts = append([]Fact{{Text: book.Count(total, shelves[r.kind].one, shelves[r.kind].many), Strong: true}}, s.asOf()...)
	return v
}

// front writes the first page.
func (r register) front(w io.Writer, lib book.Library) error {
	route := r.base + ".html"
	s := newSheet(lib, route)
	stacks, total := r.stacks(s)
	v := r.view(s, route, shelves[r.kind].title, total)
	chapters := lib.Chapters()
	split := r.split(chapters)
	for _, st := range stacks {
		if split || len(st.heads) > whole {
			v.Split = append(v.Split, Shelf{Href: partPath(r.base, chapters, st.chapter, 1), Title: st.title, Numeral: numeral(st.number),
				Span: st.span, Count: book.Count(len(st.heads), shelves[r.kind].one, shelves[r.kind].many)})
			continue
		}
		part := Part{ID: "in-" + string(st.chapter), Title: st.title, Numeral: numeral(st.number), Rows: s.rows(st.heads)}
		if st.chapter == "" {
			part.ID = "unfiled"
		} else {
			part.Href = s.href(st.head)
		}
		v.Parts = append(v.Parts, part)
	}
	return s.show(w, "register.html", v)
}

// part writes a page of one chapter's list.
func (r register) part(w io.Writer, lib book.Library, chapter book.ID, page int) error {
	chapters := lib.Chapters()
	route := partPath(r.base, chapters, chapter, page)
	s := newSheet(lib, route)
	st := r.stack(s, chapter)
	heads, part := st.heads, Part{Numeral: numeral(st.number)}
	if chapter != "" {
		part.Href = s.href(st.head)
	}
	v := r.view(s, route, shelves[r.kind].title+": "+st.title, len(heads))
	v.Opening.Title = st.title
	v.Opening.Where = append(v.Opening.Where, Anchor{Href: r.base + ".html", Text: shelves[r.kind].title})
	v.Pager = leaf{len(heads), perPage, page}.pager(func(n int) string { return partPath(r.base, chapters, chapter, n) }, func(from, to int) string {
		if r.kind == book.Article {
			from, to = heads[from-1].Tab, heads[to-1].Tab
		}
		return byNumber(from, to)
	})
	part.Rows = s.rows(onPage(heads, perPage, page))
	if chapter == "" {
		v.Opening.ID = "unfiled"
	}
	v.Parts = []Part{part}
	return s.show(w, "register.html", v)
}

func numeral(n int) string {
	if n == 0 {
		return ""
	}
	return ordinal(n)
}
