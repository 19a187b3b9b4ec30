package changes

import (
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
)

// Subject is a page of which the statements are wanted.
type Subject struct {
	Meta     *book.Meta // of a source with its rights filled in
	Text     *book.Text
	Language string             // of the book
	Hidden   func(book.ID) bool // whether a page is a draft: then it is not named
}

// State lists what a page states: first what it is, then its key points, events, alerts and questions, then the
// sentences of its text in order. The text of a source that is published in full is the source's own and no
// statement of the book.
func State(s Subject) []Item {
	w := &stating{Subject: s, gathered: map[string]bool{}}
	w.head()
	if (&book.Page{Meta: s.Meta}).IsText() || s.Text == nil {
		return w.items
	}
	t := s.Text
	for _, p := range t.Points {
		w.add(Item{What: KeyPoint, Anchor: p.Anchor}, "", p.What)
	}
	for _, e := range t.Events {
		w.add(Item{What: Event, Key: e.Key, Anchor: e.Anchor}, w.date(e), e.What)
	}
	for _, a := range t.Alerts {
		what, lead := Judgement, a.Title
		if a.Kind == book.Difference {
			what, lead = Difference, listed(", ", a.Sort, a.Title)
		}
		if lead != "" {
			lead += ": "
		}
		w.add(Item{What: what, Anchor: a.Anchor}, lead, a.What)
	}
	for _, q := range t.Questions {
		w.add(Item{What: Question, Anchor: q.Anchor}, "", q.What)
	}
	for i := range t.Sections {
		w.section(&t.Sections[i])
	}
	w.sentences(Statement, "", t.Footnotes)
	return w.items
}

// stating collects the items of a page.
type stating struct {
	Subject
	items    []Item
	gathered map[string]bool // anchors of what stands in the list already
}

// add puts what has an anchor of its own: the lead, then the words of the body.
func (w *stating) add(i Item, lead string, body book.Body) {
	w.gathered[i.Anchor] = true
	text, links := w.strip(body, nil).whole()
	if lead += text; lead != "" {
		i.Page, i.Text, i.Links = w.Meta.ID, oneLine(lead), links
		w.items = append(w.items, i)
	}
}

// date is how the text of an event begins.
func (w *stating) date(e book.Event) string {
	text := e.Date.Text(w.Language)
	if e.State != book.Happened {
		text += ", " + e.State.String()
	}
	if e.Working != "" {
		text += ", derived (" + e.Working + ")"
	}
	return text + ": "
}

func (w *stating) section(s *book.Section) {
	if s.Title != "" {
		w.items = append(w.items, Item{Page: w.Meta.ID, What: Heading, Text: oneLine(s.Title), Anchor: s.ID})
	}
	what := Statement
	switch {
	case s.Role == book.BottomLine:
		what = BottomLine
	case w.Meta.Kind == book.Article:
		what = Digest
	}
	w.sentences(what, s.ID, s.Body)
}

// sentences puts the sentences of a text, but for what is gathered from it.
func (w *stating) sentences(what, anchor string, body book.Body) {
	for _, b := range w.strip(body, w.gathered).blocks {
		if b.id != "" {
			anchor = b.id
		}
		sort := what
		if b.heading {
			sort = Heading
		}
		for _, s := range b.sentences() {
			at := anchor
			if s.anchor != "" {
				at = s.anchor
			}
			w.items = append(w.items, Item{Page: w.Meta.ID, What: sort, Text: s.text, Links: s.links, Anchor: at})
		}
	}
}

// head puts what the page is.
func (w *stating) head() {
	m := w.Meta
	i := Item{Page: m.ID, What: Page, Key: m.Kind.String(), Title: oneLine(m.Title)}
	if m.Made {
		i.Title = ""
	}
	parts := []string{i.Title}
	switch {
	case m.Card != nil:
		i.What, i.Key = Source, m.Card.Status
		parts = append(parts, w.card(m)...)
	case m.Entry != nil:
		parts = append(parts, w.entry(m.Entry)...)
	case m.Kind == book.Chapter:
		parts = append(parts, w.span(m.From, m.To), labelled("at close: ", m.Status))
	default:
		parts = append(parts, m.Date.Text(w.Language))
	}
	if m.Chapter != "" && !w.Hidden(m.Chapter) {
		i.Links = string(m.Chapter)
	}
	i.Text = oneLine(listed(separator, parts...))
	w.items = append(w.items, i)
}

// separator stands between the particulars of a page, its title the first.
const separator = " · "

// shownSum is how many digits of a fingerprint are told.
const shownSum = 12

// card is what the book knows of a source.
func (w *stating) card(m *book.Meta) []string {
	c := m.Card
	date := m.Date.Text(w.Language)
	if date != "" && c.DateBasis != "" && c.DateBasis != "stated" {
		date += ", " + c.DateBasis
	}
	rights := labelled("rights: ", listed(", ", c.Rights, c.Licence))
	count := ""
	if c.Paragraphs > 0 {
		count = book.Count(c.Paragraphs, "paragraph", "paragraphs")
	}
	status := c.Status
	if c.SupersededBy != "" && !w.Hidden(c.SupersededBy) {
		status += " by [[" + string(c.SupersededBy) + "]]"
	}
	return []string{
		c.Publisher, c.Agency, labelled("by ", strings.Join(c.Byline, ", ")), date, labelled("updated ", c.Updated.Text(w.Language)), c.Dateline,
		labelled("language: ", c.Language), c.URL, labelled("archived at ", c.ArchivedURL), rights, c.LicenceRef, c.Holder, c.Statement,
		labelled("licensed until ", c.Expires.Text(w.Language)), count, labelled("captured text ", c.SHA256[:min(shownSum, len(c.SHA256))]), status,
	}
}

// entry is what the book knows of a person, organisation, place or term.
func (w *stating) entry(e *book.Entry) []string {
	out := []string{e.Korean, labelled("also ", strings.Join(e.Variants, ", "))}
	for _, r := range e.Roles {
		text := listed(", ", r.Role, w.span(r.From, r.To))
		if r.Source != "" {
			text += " [@" + string(r.Source) + "]"
			if w.Hidden(r.Source) {
				text = listed(", ", r.Role, w.span(r.From, r.To)) + " [" + book.Withheld + "]"
			}
		}
		out = append(out, text)
	}
	if e.HasPoint {
		out = append(out, book.Position(e.Lat, e.Lon))
	}
	for _, id := range e.See {
		if !w.Hidden(id) {
			out = append(out, "see [["+string(id)+"]]")
		}
	}
	return out
}

func (w *stating) span(from, to edtf.Date) string {
	a, b := from.Text(w.Language), to.Text(w.Language)
	if a == b {
		return a
	}
	return a + "–" + b
}

func labelled(label, text string) string {
	if text == "" {
		return ""
	}
	return label + text
}

// listed joins what is not empty.
func listed(sep string, parts ...string) string {
	kept := make([]string, 0, len(parts))
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, sep)
}

// oneLine is a text with one blank for every run of white space and nothing that a line of a file cannot hold.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F || r == '\u2028' || r == '\u2029' || r == '\u0085' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.Fields(s), " ")
}

// target is how bodies are read for their statements: citations and names of pages are marks, and links lead to ids.
func (w *stating) target() book.Target {
	return book.Target{
		Cite: func(c book.Citation) (href, text string, ok bool) {
			if w.Hidden(c.Source) {
				return "#", "[" + book.Withheld + "]", true
			}
			text = "[@" + string(c.Source)
			locator := c.Locator
			if len(c.Paras) > 0 {
				locator = "¶" + book.Paragraphs(c.Paras)
			}
			if locator = strings.Trim(oneLine(locator), " ,;"); locator != "" {
				text += " " + strings.NewReplacer("[", "(", "]", ")").Replace(locator)
			}
			return "#", text + "]", true
		},
		Link: func(l book.Link) (book.Ref, bool) {
			switch {
			case l.To == "":
				return book.Ref{Href: l.URL}, !l.IsStatic()
			case w.Hidden(l.To):
				return book.Ref{Title: book.Withheld}, l.Wiki && l.Label == ""
			case l.Wiki && l.Label == "":
				return book.Ref{Title: "[[" + string(l.To) + "]]"}, true
			}
			return book.Ref{Href: string(l.To)}, true
		},
	}
}

// strip reads a body; a nil one is empty.
func (w *stating) strip(body book.Body, without map[string]bool) *stripped {
	s := &stripped{without: without}
	if body == nil {
		return s
	}
	if err := body.Render(s, w.target()); err != nil {
		panic("changes: a body refuses to be written to memory: " + err.Error())
	}
	s.close()
	return s
}
