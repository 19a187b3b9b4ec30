package site

import (
	"io"
	"strconv"

	"briefbook/generator/internal/book"
)

// Quotations is a page of the register of quotations: by source in the order of the tabs, split as registers are.
type Quotations struct {
	Frame   Frame
	Opening Opening
	Blurb   string
	Parts   []QuotedSource
	Split   []Shelf
	Pager   *Pager
	None    bool
}

// QuotedSource is a source with the quotations from it.
type QuotedSource struct {
	ID, Href, Mark, Title string
	Made                  bool
	Credit, Sum, When     string
	Hash                  Hash
	Quotes                []Quote
}

const quotationsBlurb = "Every quotation is compared with the text of its source, word by word; nothing but typography may differ. " +
	"The paragraph leads to the words where this edition shows them, else to what is said of them; " +
	"the name of a site leads to the publisher’s page, where most browsers show the words."

// quotedFrom is a source and the quotations from it, the same words once.
type quotedFrom struct {
	head   book.Head
	all    []book.Checked
	groups [][]book.Checked
}

// bundle is the quotations from the sources of one chapter.
type bundle struct {
	stack
	from   []quotedFrom
	groups int
}

func (s *sheet) bundle(st stack) bundle {
	b := bundle{stack: st}
	for _, h := range st.heads {
		if all := s.lib.QuotedFrom(h.ID); len(all) > 0 {
			q := quotedFrom{h, all, book.SameWords(all)}
			b.from = append(b.from, q)
			b.groups += len(q.groups)
		}
	}
	return b
}

// bundles lists the chapters from whose sources there are quotations.
func (s *sheet) bundles() (list []bundle, groups int) {
	stacks, _ := registers[0].stacks(s)
	for _, st := range stacks {
		if b := s.bundle(st); b.groups > 0 {
			list = append(list, b)
			groups += b.groups
		}
	}
	return list, groups
}

func quotationFiles(lib book.Library) []book.File {
	files := []book.File{{Path: "quotations.html", Write: quotations}}
	list, groups := newSheet(lib, "").bundles()
	if groups <= whole {
		return files
	}
	chapters := lib.Chapters()
	for _, b := range list {
		for page := range pages(b.groups, perPage) {
			files = append(files, book.File{Path: partPath("quotations", chapters, b.chapter, page),
				Write: func(w io.Writer, lib book.Library) error { return quotationsOf(w, lib, b.chapter, page) }})
		}
	}
	return files
}

func (s *sheet) quotationsView(route, title string, all []book.Checked) Quotations {
	v := Quotations{Frame: s.frame(route, title, "quotations"), Opening: newOpening(title), Blurb: quotationsBlurb, None: len(all) == 0}
	v.Frame.Description = sentence(book.TallyQuoted(all))
	v.Opening.Where = []Anchor{{Href: "index.html", Text: "Contents"}}
	v.Opening.Facts = append([]Fact{{Text: book.TallyQuoted(all), Strong: true}}, s.asOf()...)
	return v
}

// quotations writes the first page.
func quotations(w io.Writer, lib book.Library) error {
	const route = "quotations.html"
	s := newSheet(lib, route)
	list, groups := s.bundles()
	var all []book.Checked
	for _, b := range list {
		all = append(all, b.all()...)
	}
	v := s.quotationsView(route, "Quotations checked", all)
	chapters := lib.Chapters()
	for _, b := range list {
		if groups > whole {
			v.Split = append(v.Split, Shelf{Href: partPath("quotations", chapters, b.chapter, 1), Title: b.title, Numeral: numeral(b.number),
				Span: b.span, Count: book.TallyQuoted(b.all())})
			continue
		}
		v.Parts = append(v.Parts, s.quotedSources(b.from, 0, b.groups)...)
	}
	return s.show(w, "quotations.html", v)
}

// all is every quotation, wherever it stands.
func (b bundle) all() (list []book.Checked) {
	for _, q := range b.from {
		list = append(list, q.all...)
	}
	return list
}

// quotationsOf writes a page of one chapter's quotations.
func quotationsOf(w io.Writer, lib book.Library, chapter book.ID, page int) error {
	chapters := lib.Chapters()
	route := partPath("quotations", chapters, chapter, page)
	s := newSheet(lib, route)
	b := s.bundle(registers[0].stack(s, chapter))
	v := s.quotationsView(route, "Quotations checked: "+b.title, b.all())
	v.Opening.Title, v.Opening.Numeral = b.title, numeral(b.number)
	v.Opening.Where = append(v.Opening.Where, Anchor{Href: "quotations.html", Text: "Quotations checked"})
	v.Pager = leaf{b.groups, perPage, page}.pager(func(n int) string { return partPath("quotations", chapters, chapter, n) },
		byNumber)
	v.Parts = s.quotedSources(b.from, (page-1)*perPage, page*perPage)
	return s.show(w, "quotations.html", v)
}

// quotedSources tells of the quotations lo to hi of a chapter.
func (s *sheet) quotedSources(from []quotedFrom, lo, hi int) []QuotedSource {
	var list []QuotedSource
	n := 0
	for _, q := range from {
		a, b := max(lo-n, 0), min(hi-n, len(q.groups))
		n += len(q.groups)
		if a >= b {
			continue
		}
		tab := strconv.Itoa(q.head.Tab)
		v := QuotedSource{ID: "at-tab-" + tab, Href: s.href(q.head), Mark: tab, Title: q.head.Title, Made: q.head.Made, Credit: q.head.Credit,
			Sum: sentence(book.TallyQuoted(q.all) + "; " + quotedExtent(q.groups, nil))}
		var card *book.Card
		if m, ok := s.lib.Meta(q.head.ID); ok {
			card = m.Card
		}
		for _, g := range q.groups[a:b] {
			quote := s.quote(g, card, false)
			quote.ID = v.ID + "-" + quote.ID[len("at-quoted-"):]
			v.Quotes = append(v.Quotes, quote)
		}
		v.Hash, v.When = sameText(v.Quotes), sameDay(v.Quotes)
		list = append(list, v)
	}
	return list
}
