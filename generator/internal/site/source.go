package site

import (
	"cmp"
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"

	"briefbook/generator/internal/book"
)

// mentionsMost is how many citing statements a source's page lists.
const mentionsMost = 400

// Source is the page of one source.
type Source struct {
	Frame     Frame
	Opening   Opening
	Contents  []Anchor
	Warning   string // the source was superseded, corrected or withdrawn
	Instead   *Anchor
	Facts     []Particular
	Digest    []Section
	Text      []Section // the full text, paragraphs numbered; empty when rights or the copy at hand forbid it
	TextLang  string
	TextNote  string // why there is none
	Footnotes template.HTML
	Quoted    Quoting
	Differ    Differs
	Citing    Citing
	Cited     []Cited
	Checks    []string // what to look at in the text; this and the rest only in the internal edition
	Broken    []Anchor // the paragraphs with marks of damage
	Dates     TextDates
	Aside     Aside
	Untouched string // address of the untouched original
	Copy      string // what copying a paragraph number puts before the number
	Turn      Turn
}

// Particular is one line of a source's or entry's particulars.
type Particular struct {
	Name   string
	Text   string
	Note   string // smaller, behind the text
	Href   string
	Extern bool // the address leads out of the book
	Time   string
	Code   bool
	Hash   bool // shown clipped, copied whole
	Lang   string
}

// Cited is a paragraph of a source with the statements that rest on it.
type Cited struct {
	Para     int    // 0 for the source as a whole
	ID       string // "p4" where no paragraph of the text carries it, else ""
	Href     string // of the paragraph where the text is shown
	Mentions []Mention
}

// Mention is a statement that cites.
type Mention struct {
	Href    string
	On      string // title of its page
	Section string
	Context string
	Paras   string // where more than the one paragraph is cited
}

func source(w io.Writer, lib book.Library, id book.ID) error {
	p, ok := lib.Page(id)
	if !ok {
		return nil
	}
	s := newSheet(lib, p.Route)
	v := Source{Frame: s.frame(p.Route, "Tab "+strconv.Itoa(p.Tab)+": "+p.Title, "sources"), Turn: s.turn(p, "Sources")}
	v.Opening = s.sourceOpening(p)
	original, has := lib.Original(id)
	if !has {
		original = nil
	}
	v.Facts = s.particulars(p, original)
	if err := s.sourceText(&v, p, original); err != nil {
		return err
	}
	v.Frame.Description = described(&v, original)
	s.standing(&v, p)
	s.quotedHere(&v, p, original)
	v.Differ = s.differs(lib.DifferAt(id))
	s.citing(&v, p)
	shown := 0
	if original != nil {
		shown = len(original.Paragraphs)
	} else if len(v.Text) > 0 {
		shown = p.Text.Paragraphs
	}
	s.citedAt(&v, lib.CitedAt(id), shown)
	if lib.For() == book.Internal && original != nil {
		v.Checks, v.Broken = s.checks(p, original), broken(original)
		v.Dates, v.Aside = s.textDates(original), aside(original.Receipts)
		if original.File != "" {
			v.Untouched = s.root + original.File
		}
	}
	v.Contents = sourceContents(&v)
	if len(v.Text) > 0 {
		v.Frame.Script = "copy.js"
		v.Copy = copyLine(s, p)
	}
	return s.show(w, "source.html", v)
}

// described begins as the digest does, else as the text; what the editors have put into the text is left out.
func described(v *Source, original *book.Original) string {
	sections := v.Digest
	if original == nil {
		sections = append(sections, v.Text...)
	}
	for _, sec := range sections {
		if says := beginning(sec.HTML, 200); says != "" {
			return says
		}
	}
	if original == nil || len(original.Paragraphs) == 0 {
		return ""
	}
	return excerpt(original.Paragraphs[0], 200)
}

func (s *sheet) sourceOpening(p *book.Page) Opening {
	o := newOpening(p.Title)
	if o.Made = p.Made; !o.Made { // the words of a source stay as they are
		o.Title = p.Title
	}
	o.Numeral = ordinal(p.Tab)
	if lang := p.Meta.Card.Language; lang != "" && lang != s.info.Language {
		o.Lang = lang
	}
	o.Where = append([]Anchor{{Href: s.root + "sources.html", Text: "Sources"}}, s.within(p)...)
	credit := p.Credit
	if credit == "" {
		credit = "Publisher unknown"
	}
	o.Facts = append(o.Facts, Fact{Text: credit, Strong: true})
	if p.Date.IsZero() {
		o.Facts = append(o.Facts, Fact{Text: "undated"})
	} else {
		o.Facts = append(o.Facts, Fact{Text: p.Date.Text(s.info.Language)})
	}
	if by := p.Meta.Card.Byline; len(by) > 0 {
		o.Facts = append(o.Facts, Fact{Text: "by " + strings.Join(by, ", ")})
	}
	return o
}

// sourceText puts the digest and, where it may and can be shown, the full text.
func (s *sheet) sourceText(v *Source, p *book.Page, original *book.Original) error {
	card := p.Meta.Card
	s.page = p.ID
	to := s.target()
	// A card with full rights and no captured original is the text itself.
	own := p.IsText() && original == nil
	to.Numbered = own
	var sections []Section
	for i, sec := range p.Text.Sections {
		body, err := renderTo(sec.Body, to)
		if err != nil {
			return err
		}
		if sec.Title == "" && strings.TrimSpace(string(body)) == "" {
			continue
		}
		if !own {
			body = s.named(p.ID, body)
		}
		id := sec.ID
		if id == "" && sec.Title != "" {
			id = "s" + strconv.Itoa(i+1)
		}
		sections = append(sections, Section{ID: id, Title: sec.Title, HTML: body})
	}
	var err error
	if v.Footnotes, err = s.footnotes(p.Text); err != nil {
		return err
	}
	if own {
		v.Text = sections
		return nil
	}
	v.Digest = sections
	if original == nil {
		v.TextNote = withheld(card, s.lib.For())
		return nil
	}
	to.Numbered = true
	if s.lib.For() == book.Internal {
		to.Gloss = s.gloss(original)
	}
	text, err := renderTo(original.Body, to)
	if err != nil {
		return err
	}
	v.Text = []Section{{HTML: text}}
	if lang := original.Language; lang != "" && lang != s.info.Language {
		v.TextLang = lang
	}
	return nil
}

// withheld says why the full text is not there.
func withheld(card *book.Card, edition book.Edition) string {
	switch {
	case edition == book.Internal || card.Rights == "full":
		return "The captured text was not at hand when this edition was made; paragraph numbers refer to it."
	case card.URL != "" || card.ArchivedURL != "":
		return "This edition holds a digest and short quotations. Paragraph numbers refer to the text as published."
	}
	return "This edition holds a digest and short quotations. Paragraph numbers refer to the captured text."
}

// standing warns when a source no longer stands as it did.
func (s *sheet) standing(v *Source, p *book.Page) {
	switch p.Meta.Card.Status {
	case "superseded":
		v.Warning = "This source has been superseded."
	case "corrected":
		v.Warning = "The publisher has corrected this source."
	case "withdrawn":
		v.Warning = "The publisher has withdrawn this source."
	default:
		return
	}
	if h, ok := s.lib.Head(p.Meta.Card.SupersededBy); ok {
		v.Instead = &Anchor{Href: s.href(h), Text: "Tab " + ordinal(h.Tab) + ": " + h.Title}
	}
}

// citedAt gathers the statements by the first paragraph they cite. Paragraphs beyond those shown get their
// anchor here, so that every citation leads to something.
func (s *sheet) citedAt(v *Source, all []book.Mention, shown int) {
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b book.Mention) int { return cmp.Compare(first(a), first(b)) })
	for i, m := range sorted {
		n := first(m)
		if i == 0 || n != v.Cited[len(v.Cited)-1].Para {
			c := Cited{Para: n}
			switch {
			case n > shown:
				c.ID = "p" + strconv.Itoa(n)
			case n > 0:
				c.Href = "#p" + strconv.Itoa(n)
			}
			v.Cited = append(v.Cited, c)
		}
		if i >= mentionsMost {
			continue
		}
		to := &v.Cited[len(v.Cited)-1]
		to.Mentions = append(to.Mentions, s.mention(m))
	}
}

func first(m book.Mention) int {
	if len(m.Paras) == 0 {
		return 0
	}
	return m.Paras[0].First
}

func (s *sheet) mention(m book.Mention) Mention {
	v := Mention{Href: s.href(m.On), On: m.On.Title, Section: m.Section, Context: m.Context}
	if m.Anchor != "" {
		v.Href += "#" + m.Anchor
	}
	if len(m.Paras) > 1 || len(m.Paras) == 1 && m.Paras[0].Last > m.Paras[0].First {
		v.Paras = "¶" + book.Paragraphs(m.Paras)
	}
	return v
}

func sourceContents(v *Source) []Anchor {
	var list []Anchor
	if len(v.Digest) > 0 {
		list = append(list, Anchor{"#at-digest", "Digest"})
	}
	if len(v.Text) > 0 {
		list = append(list, Anchor{"#at-text", "Text"})
	}
	if len(v.Dates.Rows) > 0 {
		list = append(list, Anchor{"#at-dates", "Dates in the text"})
	}
	if len(v.Quoted.Quotes) > 0 {
		list = append(list, Anchor{"#at-quoted", "Quoted"})
	}
	if len(v.Differ.List) > 0 {
		list = append(list, Anchor{"#at-differ", "Differs"})
	}
	if len(v.Cited) > 0 {
		list = append(list, Anchor{"#at-cited", "Cited at"})
	}
	if v.Aside.Count > 0 {
		list = append(list, Anchor{"#at-aside", "Set aside"})
	}
	return list
}

// copyLine is a citation without its paragraph: `Evening Courier, "Ferry talks resume", 3 May 2019`.
func copyLine(s *sheet, p *book.Page) string {
	line := "“" + p.Title + "”"
	if p.Credit != "" {
		line = p.Credit + ", " + line
	}
	if !p.Date.IsZero() {
		line += ", " + p.Date.Text(s.info.Language)
	}
	return line
}
