package site_test

import (
	"fmt"
	"html"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
	"briefbook/layouts"
)

// library is a book in memory. What is asked of it is written down, since asking is depending.
type library struct {
	info    book.Info
	edition book.Edition
	pages   []*book.Page // in order
	byID    map[book.ID]*book.Page
	texts   map[book.ID]*book.Original
	set     *layouts.Set
	static  []string
	changes book.Changes
	joined  []book.Joined  // the chronology, where tellings are joined
	rests   *book.Coverage // nil for an empty one
	asked   map[string]int
	check   func(*book.Checked) // what came of checking; nil for nothing
	namings map[book.ID][]book.Naming
	linked  func(on book.ID, html string, href func(book.Head) string) string // nil links nothing
}

func newLibrary(t testing.TB, info book.Info) *library {
	t.Helper()
	// The print page is another output's; what it lacks is not for these tests to say.
	set, err := layouts.Parse(layouts.Over(fstest.MapFS{"print.html": {}}))
	if err != nil {
		t.Fatal(err)
	}
	return &library{info: info, edition: book.Public, byID: map[book.ID]*book.Page{}, texts: map[book.ID]*book.Original{}, set: set,
		asked: map[string]int{}}
}

func (l *library) note(what string, id book.ID) {
	if l.asked != nil {
		l.asked[what+" "+string(id)]++
	}
}

func (l *library) add(p *book.Page) *book.Page {
	if p.Meta == nil {
		p.Meta = &book.Meta{}
	}
	p.Meta.ID, p.Meta.Kind, p.Meta.Title = p.ID, p.Kind, p.Title
	if p.Text == nil {
		p.Text = &book.Text{}
	}
	if p.Kind == book.Article && p.Meta.Card == nil {
		p.Meta.Card = &book.Card{Publisher: p.Credit, Rights: "digest"}
	}
	if p.Meta.Card != nil {
		p.Status = p.Meta.Card.Status
	}
	p.Route = p.Kind.Route() + "/" + string(p.ID) + ".html"
	for _, q := range slices.Backward(l.pages) {
		if q.Kind == p.Kind {
			prev, next := q.Head, p.Head
			p.Prev, q.Next = &prev, &next
			break
		}
	}
	if in, ok := l.byID[p.Chapter]; ok {
		h := in.Head
		p.In = &h
	}
	l.pages = append(l.pages, p)
	l.byID[p.ID] = p
	return p
}

func (l *library) Info() book.Info   { return l.info }
func (l *library) For() book.Edition { return l.edition }

func (l *library) Chapters() []book.ChapterHead {
	l.note("chapters", "")
	var list []book.ChapterHead
	for _, p := range l.pages {
		if p.Kind == book.Chapter {
			c := book.ChapterHead{Head: p.Head, Number: len(list) + 1, From: p.Meta.From, To: p.Meta.To, Status: p.Meta.Status}
			c.Sources, c.Notes = len(l.Shelf(book.Article, p.ID)), len(l.Shelf(book.Note, p.ID))
			list = append(list, c)
		}
	}
	return list
}

func (l *library) Page(id book.ID) (*book.Page, bool) {
	l.note("page", id)
	p, ok := l.byID[id]
	return p, ok
}

func (l *library) Meta(id book.ID) (*book.Meta, bool) {
	l.note("meta", id)
	p, ok := l.byID[id]
	if !ok {
		return nil, false
	}
	return p.Meta, true
}

func (l *library) Head(id book.ID) (book.Head, bool) {
	l.note("head", id)
	p, ok := l.byID[id]
	if !ok {
		return book.Head{}, false
	}
	return p.Head, true
}

func (l *library) Shelf(kind book.Kind, chapter book.ID) []book.Head {
	l.note("shelf "+kind.String(), chapter)
	var list []book.Head
	for _, p := range l.pages {
		if p.Kind == kind && (kind.IsEntry() || p.Chapter == chapter) {
			list = append(list, p.Head)
		}
	}
	return list
}

func (l *library) Original(id book.ID) (*book.Original, bool) {
	o, ok := l.texts[id]
	return o, ok
}

func (l *library) each(from book.ID, yield func(*book.Page)) {
	for _, p := range l.pages {
		if from == "" && (p.Kind == book.Chapter || p.Kind == book.Note) || p.ID == from {
			yield(p)
		}
	}
}

func (l *library) Events(from book.ID) (list []book.Dated) {
	l.note("events", from)
	l.each(from, func(p *book.Page) {
		for _, e := range p.Text.Events {
			list = append(list, book.Dated{Event: e, On: p.Head})
		}
	})
	return list
}

func (l *library) Alerts(kind book.AlertKind) (list []book.Said) {
	l.each("", func(p *book.Page) {
		for _, a := range p.Text.Alerts {
			if a.Kind == kind {
				list = append(list, book.Said{Alert: a, On: p.Head})
			}
		}
	})
	return list
}

func (l *library) Questions() (list []book.Asked) {
	l.each("", func(p *book.Page) {
		for _, q := range p.Text.Questions {
			list = append(list, book.Asked{Question: q, On: p.Head})
		}
	})
	return list
}

func (l *library) Hidden(book.ID) bool { return false }

func (l *library) CitedAt(id book.ID) (list []book.Mention) {
	for _, p := range l.pages {
		for _, c := range p.Text.Citations {
			if c.Source == id {
				list = append(list, book.Mention{Citation: c, On: p.Head})
			}
		}
	}
	return list
}

func (l *library) LinkedFrom(id book.ID) (list []book.Head) {
	for _, p := range l.pages {
		if slices.ContainsFunc(p.Text.Links, func(k book.Link) bool { return k.To == id }) {
			list = append(list, p.Head)
		}
	}
	return list
}

func (l *library) Template(w io.Writer, name string, data any) error {
	return l.set.Execute(w, name, data)
}

func (l *library) Assets() []string { return l.static }

func (l *library) Asset(name string) ([]byte, bool) {
	return []byte(name), slices.Contains(l.static, name)
}

// words is a body in a small language: "[[id]]" links, "[@id 2]" cites, "{" and "}" hold HTML as it is.
// What stands in curly quotation marks before a citation is a quotation; "⟨" and "⟩" are brackets in it.
type words struct {
	text   string
	first  int // citation
	quoted int // quotation
}

func (b words) Text() string { return strings.NewReplacer("[[", "", "]]", "").Replace(b.text) }

func (b words) Render(w io.Writer, to book.Target) error {
	n, q := b.first, b.quoted
	rest := b.text
	for rest != "" {
		i := strings.IndexByte(rest, '[')
		if i < 0 {
			break
		}
		fmt.Fprint(w, bracketed.Replace(rest[:i]))
		quotation := strings.HasSuffix(rest[:i], "” ")
		end := strings.IndexByte(rest, ']')
		inner := rest[i+1 : end]
		rest = rest[end+1:]
		if id, ok := strings.CutPrefix(inner, "["); ok {
			rest = rest[1:]
			ref, ok := to.Link(book.Link{To: book.ID(id), Wiki: true})
			if !ok {
				fmt.Fprint(w, id)
				continue
			}
			fmt.Fprintf(w, `<a href="%s" class="entry" data-entry="%s">%s</a>`, ref.Href, id, html.EscapeString(ref.Title))
			continue
		}
		c := citation(inner)
		n++
		href, mark, ok := to.Cite(c)
		if !ok {
			fmt.Fprint(w, inner)
			continue
		}
		fate := ""
		if to.Fate != nil && to.Fate(c) != "" {
			fate = ", " + to.Fate(c)
		}
		anchor := "c" + strconv.Itoa(n)
		if to.Anchor != nil {
			anchor = to.Anchor(anchor)
		}
		fmt.Fprintf(w, `<span class="cites"><a class="cite" id="%s" data-source="%s" data-para="%d" href="%s">%s</a></span>`,
			anchor, c.Source, c.Paras[0].First, href, mark+fate)
		if quotation {
			if to.Seal != nil {
				fmt.Fprint(w, to.Seal(q))
			}
			q++
		}
	}
	_, err := io.WriteString(w, rest)
	return err
}

var bracketed = strings.NewReplacer("⟨", "[", "⟩", "]")

// citation reads "@id 2" or "@id 2-3".
func citation(s string) book.Citation {
	id, para, _ := strings.Cut(strings.TrimPrefix(s, "@"), " ")
	a, b, _ := strings.Cut(para, "-")
	r := book.Range{}
	r.First, _ = strconv.Atoi(a)
	if r.Last = r.First; b != "" {
		r.Last, _ = strconv.Atoi(b)
	}
	return book.Citation{Source: book.ID(id), Paras: []book.Range{r}, Locator: "¶" + para}
}

// text builds a body's facts as parsing would.
type text struct {
	*book.Text
	cites int
}

func newText() *text { return &text{Text: &book.Text{}} }

func (t *text) body(s, section string) words {
	b := words{text: s, first: t.cites, quoted: len(t.Quotations)}
	for rest := s; ; {
		before, after, ok := strings.Cut(rest, "[")
		if !ok {
			return b
		}
		inner, next, _ := strings.Cut(after, "]")
		rest = next
		if id, ok := strings.CutPrefix(inner, "["); ok {
			t.Links = append(t.Links, book.Link{To: book.ID(id), Wiki: true})
			continue
		}
		t.cites++
		c := citation(inner)
		c.Anchor, c.Section, c.Context = "c"+strconv.Itoa(t.cites), section, b.Text()[:min(60, len(b.Text()))]
		t.Citations = append(t.Citations, c)
		if before, ok := strings.CutSuffix(before, "” "); ok {
			t.Quotations = append(t.Quotations, book.Quotation{Words: bracketed.Replace(before[strings.LastIndex(before, "“")+len("“"):]), Cite: c,
				Block: strings.Contains(before, "<blockquote>")})
		}
	}
}

func (t *text) section(role book.SectionRole, id, title, s string) {
	sec := book.Section{ID: id, Title: title, Role: role}
	if s != "" {
		sec.Body = t.body(s, title)
	}
	t.Sections = append(t.Sections, sec)
}

func (t *text) point(s string) {
	t.Points = append(t.Points, book.Point{Anchor: "k" + strconv.Itoa(len(t.Points)+1), What: t.body(s, "Key points")})
}

func (t *text) event(date string, state book.State, working, s string) {
	d, err := edtf.Parse(date)
	if err != nil {
		panic(err)
	}
	t.Events = append(t.Events, book.Event{Anchor: "e" + strconv.Itoa(len(t.Events)+1), Date: d, State: state, Working: working,
		What: t.body(s, "Chronology"), Plain: words{text: s}.Text()})
}

func day(s string) edtf.Date {
	d, err := edtf.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

func (l *library) Quotations(on book.ID) (list []book.Checked) {
	l.note("quotations", on)
	return l.checked(on)
}

func (l *library) checked(on book.ID) (list []book.Checked) {
	if p, ok := l.byID[on]; ok {
		for i, q := range p.Text.Quotations {
			c := book.Checked{Quotation: q, On: p.Head, Index: i}
			if l.check != nil {
				l.check(&c)
			}
			list = append(list, c)
		}
	}
	return list
}

func (l *library) QuotedFrom(source book.ID) (list []book.Checked) {
	for _, p := range l.pages {
		for _, c := range l.checked(p.ID) {
			if c.Cite.Source == source {
				list = append(list, c)
			}
		}
	}
	return list
}
func (l *library) NamedAt(id book.ID) []book.Named {
	l.note("named", id)
	for _, p := range l.pages {
		if p.ID == id {
			return book.ByPage(l.namings[id], p.Head)
		}
	}
	return nil
}

func (l *library) Earlier() book.Earlier  { return l.changes.Earlier }
func (l *library) Changes() *book.Changes { return &l.changes }
func (l *library) Changed() (substantive, minor int) {
	for _, c := range l.changes.List {
		if c.Minor {
			minor++
		} else {
			substantive++
		}
	}
	return substantive, minor
}
func (l *library) Chronology() (list []book.Joined) {
	if l.joined != nil {
		return l.joined
	}
	for _, d := range l.Events("") {
		list = append(list, book.Joined{Dated: d})
	}
	return list
}

func (l *library) Linked(on book.ID, html string, href func(book.Head) string) string {
	if l.linked == nil {
		return html
	}
	return l.linked(on, html, href)
}

func (l *library) DifferAt(source book.ID) []book.Said {
	return slices.DeleteFunc(l.Alerts(book.Difference), func(a book.Said) bool {
		return !slices.ContainsFunc(a.Cites, func(c book.Citation) bool { return c.Source == source })
	})
}

func (l *library) Coverage() *book.Coverage {
	if l.rests == nil {
		return &book.Coverage{}
	}
	return l.rests
}
