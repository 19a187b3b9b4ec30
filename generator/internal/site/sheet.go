package site

import (
	"html/template"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
	"briefbook/generator/internal/figure"
	"briefbook/generator/internal/tie"
)

// sheet is one page while it is being made: whom to ask, and how to reach the root of the output from it.
type sheet struct {
	lib  book.Library
	info book.Info
	root string // "" at the root, "../" one folder down

	page    book.ID                    // the page of the book that is being shown, "" for a list
	checked map[book.ID][]book.Checked // the quotations of the pages that were asked for
	numbers map[book.ID]int            // of the chapters, once asked for
}

func newSheet(lib book.Library, route string) *sheet {
	return &sheet{lib: lib, info: lib.Info(), root: strings.Repeat("../", strings.Count(route, "/"))}
}

// Frame is what every page carries around its own matter.
type Frame struct {
	Shell       Shell
	Title       string // of the page, as <title> has it
	Description string
	Canonical   string       // "" without a base URL
	Script      string       // of a page that has one, relative to the assets
	Style       template.CSS // rules that depend on what the page holds
	Subject     *Subject     // the work a page is about, nil for none
}

// Shell is the part of a frame that many pages have in common: running head and foot are made once for each.
type Shell struct {
	Root     string // prefix of every link: "../"
	Lang     string
	Book     string // title of the book
	Section  string // the part of the running head that is current
	AsOf     Moment
	Edition  string // the edition's own name, may be ""
	Licence  string
	Marking  string
	Internal bool
	Changes  bool // there is a page that says what changed
}

// Moment is a date as shown and as machines read it.
type Moment struct {
	Text string // "June 2020"
	HTML string // for the datetime attribute, "" where HTML has no form for it
	EDTF string
}

// Anchor is a link with its words.
type Anchor struct{ Href, Text string }

// Opening is how a page begins: where it stands, what it is called, as of when, on what evidence.
type Opening struct {
	ID      string   // of the heading, "" for none
	Where   []Anchor // the way here; an empty Href is plain text
	Numeral string   // of a chapter or source
	Title   string
	Made    bool   // the title was supplied and stands in brackets, as in a library's catalogue
	Lang    string // of the title where it is not the book's
	Long    bool   // set in a smaller size
	Korean  string
	Facts   []Fact
	Status  string // where things stood at a chapter's close
}

// Fact is one item of the line under a title.
type Fact struct {
	Text   string
	Href   string
	Strong bool
}

// long is the number of characters from which a title is set smaller.
const long = 56

func newOpening(title string) Opening {
	return Opening{Title: tie.Text(title), Long: utf8.RuneCountInString(title) > long}
}

// frame fills the frame of the page with this route. The title is the page's own, "" on the front page.
func (s *sheet) frame(route, title, section string) Frame {
	shell := Shell{
		Root: s.root, Lang: s.info.Language, Book: s.info.Title, Section: section,
		AsOf: s.moment(s.info.AsOf), Edition: s.info.Edition, Marking: s.info.Marking,
		Internal: s.lib.For() == book.Internal, Changes: s.lib.Earlier().There(),
	}
	if shell.Lang == "" {
		shell.Lang = "en"
	}
	if s.info.Licence != "" {
		shell.Licence = book.LicenceName(s.info.Licence)
	}
	f := Frame{Shell: shell, Title: s.info.Title}
	if title != "" {
		f.Title = title + " – " + s.info.Title
	}
	if s.info.BaseURL != "" && !shell.Internal {
		f.Canonical = s.info.BaseURL + strings.TrimSuffix(route, "index.html")
	}
	return f
}

// moment prepares a date for a template.
func (s *sheet) moment(d edtf.Date) Moment {
	if d.IsZero() {
		return Moment{}
	}
	return Moment{Text: d.Text(s.info.Language), HTML: d.HTML(), EDTF: d.String()}
}

// asOf is the fact every list begins with, none when the book does not say.
func (s *sheet) asOf() []Fact {
	if s.info.AsOf.IsZero() {
		return nil
	}
	return []Fact{{Text: "information as of " + s.info.AsOf.Text(s.info.Language)}}
}

// href is the address of a page, from this one.
func (s *sheet) href(h book.Head) string { return s.root + h.Route }

// target is how bodies are rendered on this page.
func (s *sheet) target() book.Target {
	to := book.Target{Link: s.link, Cite: s.cite, Brief: true, Fate: s.fate}
	if s.page != "" {
		to.Seal = s.seals(s.page)
	}
	return to
}

// link resolves a link to a page or to a static file, which lies at the root.
func (s *sheet) link(l book.Link) (book.Ref, bool) {
	ref := book.Ref{Href: s.root + l.URL}
	if l.To != "" {
		h, ok := s.lib.Head(l.To)
		if !ok {
			return book.Ref{Title: book.Withheld}, l.Wiki && l.Label == "" && s.lib.Hidden(l.To)
		}
		ref = book.Ref{Href: s.href(h), Title: h.Title, Entry: h.Kind.IsEntry()}
	} else if !l.IsStatic() {
		ref.Href = l.URL
	} else {
		ref.Width, ref.Height = figure.PictureSize(s.lib, l.URL)
	}
	if l.Fragment != "" {
		ref.Href += "#" + l.Fragment
	}
	return ref, true
}

// cite resolves a citation to the source's page and its tab number.
func (s *sheet) cite(c book.Citation) (href, mark string, ok bool) {
	h, ok := s.lib.Head(c.Source)
	if !ok {
		return "", book.Withheld, s.lib.Hidden(c.Source)
	}
	href, mark = s.href(h), strconv.Itoa(h.Tab)
	if len(c.Paras) > 0 {
		href += "#p" + strconv.Itoa(c.Paras[0].First)
		mark += " ¶" + book.Paragraphs(c.Paras)
	}
	return href, mark, true
}

// fate says what became of a cited source.
func (s *sheet) fate(c book.Citation) string {
	h, _ := s.lib.Head(c.Source)
	return h.Status
}

// render gives a body as HTML for this page; a nil body is empty.
func (s *sheet) render(body book.Body) (template.HTML, error) {
	return renderTo(body, s.target())
}

func renderTo(body book.Body, to book.Target) (template.HTML, error) {
	if body == nil {
		return "", nil
	}
	var b strings.Builder
	b.Grow(2048)
	if err := body.Render(&b, to); err != nil {
		return "", err
	}
	if to.Numbered { // the words of a source stay as they are
		return template.HTML(b.String()), nil
	}
	return template.HTML(tie.Text(b.String())), nil
}

// show writes the page a layout makes of a view.
func (s *sheet) show(w io.Writer, layout string, view any) error {
	return s.lib.Template(w, layout, view)
}
