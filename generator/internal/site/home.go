package site

import (
	"html/template"
	"io"
	"slices"
	"strconv"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
)

// summary is the id of the note whose bottom line and key points speak for the whole book.
const summary = "summary"

// detailed is up to how many chapters the front page draws events with their words.
const detailed = 8

// Home is the front page.
type Home struct {
	Frame    Frame
	Title    string
	Subtitle string
	Edition  string
	Evidence []Fact // how much stands behind the book
	Lead     []Section
	Rest     *Anchor // the summary as a page of its own
	Chapters []Opener
	Unfiled  []Fact // sources that fit no chapter
	Notes    Short  // those on the whole book
	Figures  []Figure
	Legend   string
}

// Opener is a chapter as the front page announces it.
type Opener struct {
	Number int
	Href   string
	Title  string
	Span   string // "February 2016 – September 2018"
	Facts  []Fact
	Status string
	Line   template.HTML // its bottom line
}

func home(w io.Writer, lib book.Library) error {
	s := newSheet(lib, "index.html")
	v := Home{Title: s.info.Title, Subtitle: s.info.Subtitle, Edition: string(lib.For())}
	v.Frame = s.frame("index.html", "", "home")
	v.Frame.Description = s.info.Subtitle
	chapters := lib.Chapters()
	if err := s.openers(&v, chapters); err != nil {
		return err
	}
	if p, ok := lib.Page(summary); ok && p.Text != nil {
		lead, err := s.summary(p)
		if err != nil {
			return err
		}
		v.Lead = lead
		v.Rest = &Anchor{Href: s.href(p.Head), Text: p.Title}
		if line := bottomLine(p.Text); line != "" {
			v.Frame.Description = excerpt(line, 200)
		}
	}
	v.Figures = s.panels(chapters, lib.Chronology(), len(chapters) > detailed)
	v.Legend = legend(v.Figures)
	return s.show(w, "index.html", v)
}

// openers fills in the chapters and what they rest on together.
func (s *sheet) openers(v *Home, chapters []book.ChapterHead) error {
	sources, notes := 0, 0
	for _, c := range chapters {
		o := Opener{Number: c.Number, Href: s.href(c.Head), Title: c.Title, Span: s.span(c.From, c.To), Status: c.Status}
		o.Facts = append(o.Facts, Fact{Text: book.Count(c.Sources, "source", "sources")})
		if c.Notes > 0 {
			o.Facts = append(o.Facts, Fact{Text: book.Count(c.Notes, "note", "notes")})
		}
		if p, ok := s.lib.Page(c.ID); ok && p.Text != nil {
			line, err := s.line(p)
			if err != nil {
				return err
			}
			o.Line = line
		}
		sources, notes = sources+c.Sources, notes+c.Notes
		v.Chapters = append(v.Chapters, o)
	}
	loose, whole := len(s.lib.Shelf(book.Article, "")), s.lib.Shelf(book.Note, "")
	stray := len(whole)
	whole = slices.DeleteFunc(slices.Clone(whole), func(h book.Head) bool { return h.ID == summary })
	v.Notes = s.short(whole, registers[1].at(chapters, ""), "notes on the whole book")
	v.Evidence = []Fact{{Text: book.Count(sources+loose, "source", "sources"), Href: "sources.html"}}
	if notes+stray > 0 {
		v.Evidence = append(v.Evidence, Fact{Text: book.Count(notes+stray, "note", "notes"), Href: "notes.html"})
	}
	if loose > 0 {
		v.Unfiled = append(v.Unfiled, Fact{Text: book.Count(loose, "source", "sources"), Href: registers[0].at(chapters, "") + "#unfiled"})
	}
	return nil
}

// line is the bottom line of a chapter.
func (s *sheet) line(p *book.Page) (template.HTML, error) {
	for _, sec := range p.Text.Sections {
		if sec.Role == book.BottomLine {
			line, err := renderTo(sec.Body, s.apart(p.ID))
			return s.named(p.ID, line), err
		}
	}
	return "", nil
}

// bottomLine is the bottom line without markup, for descriptions.
func bottomLine(t *book.Text) string {
	for _, sec := range t.Sections {
		if sec.Role == book.BottomLine && sec.Body != nil {
			return sec.Body.Text()
		}
	}
	return ""
}

// summary keeps the bottom line and the key points of the summary; the rest is on its own page.
func (s *sheet) summary(p *book.Page) ([]Section, error) {
	all, err := s.sections(p)
	if err != nil {
		return nil, err
	}
	var lead []Section
	for _, sec := range all {
		if sec.Role == roleLead || sec.Role == rolePoints {
			lead = append(lead, sec)
		}
	}
	return lead, nil
}

// span prints the time a chapter covers.
func (s *sheet) span(from, to edtf.Date) string {
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case from.IsZero():
		return "to " + to.Text(s.info.Language)
	case to.IsZero():
		return "from " + from.Text(s.info.Language)
	}
	a, b := from.Text(s.info.Language), to.Text(s.info.Language)
	if a == b {
		return a
	}
	return a + " – " + b
}

// ordinal prints a chapter's number.
func ordinal(n int) string { return strconv.Itoa(n) }
