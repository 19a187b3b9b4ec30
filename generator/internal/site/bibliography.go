package site

import (
	"html/template"
	"io"
	"slices"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/export"
)

// citedPerPage is how many sources a page of the bibliography cites; each stands there twice.
const citedPerPage = 100

const bibliographyBlurb = "Every source as other works cite it, by tab and in two styles. Each list can be copied as it stands."

// Bibliography is a page of the bibliography.
type Bibliography struct {
	Frame    Frame
	Opening  Opening
	Contents []Anchor
	Blurb    string
	Exchange bool // there are files for reference managers
	Styles   []Style
	Split    []Shelf // or the chapters, when each has pages of its own
	Pager    *Pager
}

// Style is the list in one style.
type Style struct {
	ID, Title, Note string
	Works           []Work
}

// Work is a source in a bibliography.
type Work struct {
	Href  string // of its page
	Tab   string
	Title string // for the link of its tab
	HTML  template.HTML
	COinS string // what reference managers read; in the first list only
	Lang  string
}

// bibliographyFiles are the bibliography and the same in the exchange formats. It is split where the register of
// sources would be at its size: by chapter, then by page.
func bibliographyFiles(lib book.Library) []book.File {
	files := []book.File{{Path: "bibliography.html", Write: bibliography}}
	for _, format := range export.Formats {
		files = append(files, book.File{Path: "bibliography" + format.Extension(), Write: func(w io.Writer, lib book.Library) error {
			return format.Write(w, export.All(lib))
		}})
	}
	s := newSheet(lib, "")
	stacks, total := registers[0].stacks(s)
	if total <= citedPerPage {
		return files
	}
	chapters := lib.Chapters()
	for _, st := range stacks {
		for page := range pages(len(st.heads), citedPerPage) {
			files = append(files, book.File{Path: partPath("bibliography", chapters, st.chapter, page),
				Write: func(w io.Writer, lib book.Library) error { return bibliographyPart(w, lib, st.chapter, page) }})
		}
	}
	return files
}

// bibliography writes the first page: the lists, or the chapters that have lists of their own.
func bibliography(w io.Writer, lib book.Library) error {
	s := newSheet(lib, "bibliography.html")
	stacks, total := registers[0].stacks(s)
	v := s.bibliography("bibliography.html", "Bibliography", total)
	if total <= citedPerPage {
		var heads []book.Head
		for _, st := range stacks {
			heads = append(heads, st.heads...)
		}
		slices.SortStableFunc(heads, func(a, b book.Head) int { return a.Tab - b.Tab })
		v.fill(s, heads)
		return s.show(w, "bibliography.html", v)
	}
	chapters := lib.Chapters()
	for _, st := range stacks {
		v.Split = append(v.Split, Shelf{Href: partPath("bibliography", chapters, st.chapter, 1), Title: st.title, Numeral: numeral(st.number),
			Span: st.span, Count: book.Count(len(st.heads), shelves[book.Article].one, shelves[book.Article].many)})
	}
	return s.show(w, "bibliography.html", v)
}

// bibliographyPart writes a page of one chapter's sources.
func bibliographyPart(w io.Writer, lib book.Library, chapter book.ID, page int) error {
	chapters := lib.Chapters()
	route := partPath("bibliography", chapters, chapter, page)
	s := newSheet(lib, route)
	st := registers[0].stack(s, chapter)
	heads := st.heads
	v := s.bibliography(route, "Bibliography: "+st.title, len(heads))
	v.Opening.Title, v.Opening.Numeral = st.title, numeral(st.number)
	v.Opening.Where = append(v.Opening.Where, Anchor{Href: "bibliography.html", Text: "Bibliography"})
	v.Pager = leaf{len(heads), citedPerPage, page}.pager(func(n int) string { return partPath("bibliography", chapters, chapter, n) },
		func(from, to int) string { return byNumber(heads[from-1].Tab, heads[to-1].Tab) })
	v.fill(s, onPage(heads, citedPerPage, page))
	return s.show(w, "bibliography.html", v)
}

func (s *sheet) bibliography(route, title string, total int) *Bibliography {
	v := &Bibliography{Frame: s.frame(route, title, "sources"), Opening: newOpening(title), Blurb: bibliographyBlurb}
	v.Frame.Description = bibliographyBlurb
	v.Opening.Where = []Anchor{{Href: "index.html", Text: "Contents"}, {Href: "sources.html", Text: "Sources"}}
	v.Opening.Facts = append([]Fact{{Text: book.Count(total, shelves[book.Article].one, shelves[book.Article].many), Strong: true}}, s.asOf()...)
	v.Exchange = total > 0
	return v
}

// fill cites the sources in both styles.
func (v *Bibliography) fill(s *sheet, heads []book.Head) {
	if len(heads) == 0 {
		return
	}
	dated := Style{ID: "at-author-date", Title: "Author–date", Note: "Chicago, 17th edition: a reference list. In the text the first of them is cited as "}
	noted := Style{ID: "at-notes", Title: "Notes and bibliography", Note: "Chicago, 17th edition: a bibliography, beside numbered notes in the text."}
	for h, r := range export.Records(s.lib, heads) {
		work := Work{Href: s.href(h), Tab: ordinal(h.Tab), Title: h.Title}
		if r.Language != s.info.Language {
			work.Lang = r.Language
		}
		if len(dated.Works) == 0 {
			dated.Note += r.InText().Text() + "."
		}
		work.HTML = cited(r.Entry())
		noted.Works = append(noted.Works, work)
		work.HTML, work.COinS = cited(r.Reference()), r.OpenURL()
		dated.Works = append(dated.Works, work)
	}
	v.Styles = []Style{dated, noted}
	v.Contents = []Anchor{{"#" + dated.ID, dated.Title}, {"#" + noted.ID, noted.Title}}
}

// cited is a citation as it stands in a page.
func cited(l export.Line) template.HTML { return template.HTML(l.HTML()) }
