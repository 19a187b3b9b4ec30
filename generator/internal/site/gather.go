package site

import (
	"cmp"
	"html/template"
	"io"
	"slices"
	"strings"

	"briefbook/generator/internal/book"
)

// gathering is a page that brings together what chapters and notes say of one sort.
type gathering struct {
	base, title, one, many, blurb string
	sorted                        bool // by the sort of difference rather than by the page that tells it
	total                         func(book.Library) int
	of                            func(*sheet) ([]Remark, error)
}

var gatherings = [...]gathering{
	{"differences", "Where sources differ", "point", "points",
		"Points on which the sources contradict one another, or are not equally certain or precise.", true,
		func(lib book.Library) int { return len(lib.Alerts(book.Difference)) },
		func(s *sheet) ([]Remark, error) { return s.remarks(book.Difference) }},
	{"questions", "Open questions", "question", "questions", "What the sources leave open.", false,
		func(lib book.Library) int { return len(lib.Questions()) }, (*sheet).questions},
	{"judgements", "Editors’ judgements", "judgement", "judgements",
		"Assessments by the editors, set apart from what the sources report.", false,
		func(lib book.Library) int { return len(lib.Alerts(book.Judgement)) },
		func(s *sheet) ([]Remark, error) { return s.remarks(book.Judgement) }},
}

// remarksPerPage is how many remarks a page holds.
const remarksPerPage = 100

// Gathering is such a page.
type Gathering struct {
	Frame   Frame
	Opening Opening
	Blurb   string
	Sorts   []Fact // how many there are of each sort, with the way there
	Pages   []Saying
	Pager   *Pager
	None    string
}

// Saying is the remarks of one page, or those of one sort.
type Saying struct {
	ID      string // of a sort: "at-silence"
	On      Anchor
	Says    string // what a sort means
	Remarks []Remark
}

// Remark is a judgement, a difference or a question.
type Remark struct {
	ID    string
	Kind  string
	Sort  string
	Title string
	Href  string // where it stands in its text
	On    string // title of the page that tells it, where that is not the heading above
	HTML  template.HTML
	on    book.Head
}

func (s *sheet) remarks(kind book.AlertKind) ([]Remark, error) {
	said := s.lib.Alerts(kind)
	list := make([]Remark, len(said))
	for i, a := range said {
		body, err := renderTo(a.What, s.apart(a.On.ID))
		if err != nil {
			return nil, err
		}
		list[i] = Remark{ID: apartID(a.On.ID, a.Anchor), Kind: a.Kind.String(), Sort: a.Sort, Title: a.Title,
			Href: s.href(a.On) + "#" + a.Anchor, HTML: body, on: a.On}
	}
	return list, nil
}

func (s *sheet) questions() ([]Remark, error) {
	asked := s.lib.Questions()
	list := make([]Remark, len(asked))
	for i, q := range asked {
		body, err := renderTo(q.What, s.apart(q.On.ID))
		if err != nil {
			return nil, err
		}
		list[i] = Remark{ID: apartID(q.On.ID, q.Anchor), Kind: "question", Href: s.href(q.On) + "#" + q.Anchor, HTML: body, on: q.On}
	}
	return list, nil
}

func (g gathering) path(page int) string {
	if page == 1 {
		return g.base + ".html"
	}
	return g.base + "-" + ordinal(page) + ".html"
}

func (g gathering) files(lib book.Library) []book.File {
	total := g.total(lib)
	var files []book.File
	for page := range pages(max(total, 1), remarksPerPage) {
		files = append(files, book.File{Path: g.path(page),
			Write: func(w io.Writer, lib book.Library) error { return g.page(w, lib, page) }})
	}
	return files
}

func (g gathering) page(w io.Writer, lib book.Library, page int) error {
	s := newSheet(lib, g.path(page))
	all, err := g.of(s)
	if err != nil {
		return err
	}
	v := Gathering{Frame: s.frame(g.path(page), g.title, g.base), Opening: newOpening(g.title), Blurb: g.blurb}
	v.Frame.Description = g.blurb
	v.Opening.Where = []Anchor{{Href: "index.html", Text: "Contents"}}
	v.Opening.Facts = append([]Fact{{Text: book.Count(len(all), g.one, g.many), Strong: true}}, s.asOf()...)
	if g.sorted {
		slices.SortStableFunc(all, func(a, b Remark) int { return book.DifferingRank(a.Sort) - book.DifferingRank(b.Sort) })
		v.Sorts = g.sorts(all)
	}
	v.Pager = leaf{len(all), remarksPerPage, page}.pager(g.path, byNumber)
	if len(all) == 0 {
		v.None = "None is recorded in this edition."
	}
	for _, r := range onPage(all, remarksPerPage, page) {
		n := len(v.Pages)
		switch {
		case g.sorted && (n == 0 || v.Pages[n-1].ID != sortID(r.Sort)):
			kind := book.Differing[book.DifferingRank(r.Sort)]
			v.Pages = append(v.Pages, Saying{ID: sortID(r.Sort), On: Anchor{Text: book.Capital(cmp.Or(kind.Sort, "other"))}, Says: kind.Says})
		case !g.sorted && (n == 0 || v.Pages[n-1].Remarks[0].on.ID != r.on.ID):
			v.Pages = append(v.Pages, Saying{On: Anchor{Href: s.href(r.on), Text: r.on.Title}})
		}
		if g.sorted {
			r.On = r.on.Title
		}
		last := &v.Pages[len(v.Pages)-1]
		last.Remarks = append(last.Remarks, r)
	}
	return s.show(w, "gathering.html", v)
}

// sortID is the anchor of a sort of difference.
func sortID(sort string) string {
	return "at-" + cmp.Or(book.Differing[book.DifferingRank(sort)].Sort, "other")
}

// sorts counts sorted differences by their sort, and leads to the first of each.
func (g gathering) sorts(all []Remark) []Fact {
	var list []Fact
	for i := 0; i < len(all); {
		id, first := sortID(all[i].Sort), i
		for i < len(all) && sortID(all[i].Sort) == id {
			i++
		}
		href := "#" + id
		if len(all) > remarksPerPage {
			href = g.path(first/remarksPerPage+1) + href
		}
		list = append(list, Fact{Text: strings.TrimPrefix(id, "at-") + " " + book.Number(i-first), Href: href})
	}
	return list
}
