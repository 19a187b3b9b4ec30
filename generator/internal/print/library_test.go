package print

import (
	"fmt"
	"html"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
	"briefbook/layouts"
)

// prose is text in a tiny markup, enough to stand for the rooms that make bodies: "{cite pilot 2 c1}" is a
// citation with its anchor, "{seal 0}" what stands behind the first quotation, "{link quay#p2 the quay}" a link,
// "{id x}" an id, blank lines part paragraphs.
type prose string

func (p prose) Text() string { return string(p) }

func (p prose) Render(w io.Writer, to book.Target) error {
	for i, para := range strings.Split(string(p), "\n\n") {
		open := "<p>"
		if to.Numbered {
			id := to.Anchor("p" + strconv.Itoa(i+1))
			open = fmt.Sprintf(`<p id="%s" data-para="%d"><a class="pn" href="#%s" aria-label="Paragraph %d">¶%d</a> `, id, i+1, id, i+1, i+1)
		}
		if _, err := io.WriteString(w, open+p.line(para, to)+"</p>\n"); err != nil {
			return err
		}
	}
	return nil
}

func (p prose) line(s string, to book.Target) string {
	var b strings.Builder
	for s != "" {
		before, rest, ok := strings.Cut(s, "{")
		b.WriteString(html.EscapeString(before))
		if !ok {
			break
		}
		mark, after, _ := strings.Cut(rest, "}")
		s = after
		f := strings.Fields(mark)
		switch f[0] {
		case "id":
			fmt.Fprintf(&b, `<span id="%s"></span>`, to.Anchor(f[1]))
		case "seal":
			if n, err := strconv.Atoi(f[1]); err == nil && to.Seal != nil {
				b.WriteString(to.Seal(n))
			}
		case "cite":
			c := cite(f[1], f[2], f[3])
			href, words, ok := to.Cite(c)
			if !ok {
				b.WriteString(html.EscapeString("[@" + f[1] + "]"))
				continue
			}
			fmt.Fprintf(&b, `<span class="cites"><a class="cite" id="%s" data-source="%s" href="%s">%s</a></span>`, to.Anchor(f[3]), f[1], href, words)
		case "link":
			id, fragment, _ := strings.Cut(f[1], "#")
			ref, ok := to.Link(book.Link{To: book.ID(id), Fragment: fragment})
			words := html.EscapeString(strings.Join(f[2:], " "))
			if !ok {
				b.WriteString(words)
				continue
			}
			fmt.Fprintf(&b, `<a href="%s">%s</a>`, ref.Href, words)
		}
	}
	return b.String()
}

// inline is prose without a paragraph around it.
type inline string

func (i inline) Text() string { return string(i) }

func (i inline) Render(w io.Writer, to book.Target) error {
	_, err := io.WriteString(w, prose("").line(string(i), to))
	return err
}

func cite(source, para, anchor string) book.Citation {
	c := book.Citation{Source: book.ID(source), Anchor: anchor}
	if n, err := strconv.Atoi(para); err == nil {
		c.Paras = []book.Range{{First: n, Last: n}}
	}
	return c
}

// shelfLibrary is a library over plain values.
type shelfLibrary struct {
	info      book.Info
	edition   book.Edition
	pages     map[book.ID]*book.Page
	order     []book.ID
	originals map[book.ID]*book.Original
	changes   book.Changes
	joined    []book.Joined   // the chronology, where tellings are joined
	asked     map[book.ID]int // pages asked for
	essays    []*book.Page    // chapters and notes
	check     func(*book.Checked)
	namings   map[book.ID][]book.Naming
}

func (l *shelfLibrary) Info() book.Info             { return l.info }
func (l *shelfLibrary) For() book.Edition           { return l.edition }
func (l *shelfLibrary) Asset(string) ([]byte, bool) { return nil, false }
func (l *shelfLibrary) Assets() []string            { return nil }

func (l *shelfLibrary) Page(id book.ID) (*book.Page, bool) {
	p, ok := l.pages[id]
	if l.asked != nil {
		l.asked[id]++
	}
	return p, ok
}

func (l *shelfLibrary) Meta(id book.ID) (*book.Meta, bool) {
	p, ok := l.Page(id)
	if !ok {
		return nil, false
	}
	return p.Meta, true
}

func (l *shelfLibrary) Head(id book.ID) (book.Head, bool) {
	if p, ok := l.pages[id]; ok {
		return p.Head, true
	}
	return book.Head{}, false
}

func (l *shelfLibrary) Chapters() []book.ChapterHead {
	var out []book.ChapterHead
	for _, id := range l.order {
		if p := l.pages[id]; p.Kind == book.Chapter {
			out = append(out, book.ChapterHead{Head: p.Head, Number: len(out) + 1, From: p.Meta.From, To: p.Meta.To, Status: p.Meta.Status,
				Sources: len(l.Shelf(book.Article, id)), Notes: len(l.Shelf(book.Note, id))})
		}
	}
	return out
}

func (l *shelfLibrary) Shelf(kind book.Kind, chapter book.ID) []book.Head {
	var out []book.Head
	for _, id := range l.order {
		h := l.pages[id].Head
		if h.Kind == kind && (kind.IsEntry() || h.Chapter == chapter) {
			out = append(out, h)
		}
	}
	return out
}

func (l *shelfLibrary) Original(id book.ID) (*book.Original, bool) {
	o, ok := l.originals[id]
	return o, ok
}

func (l *shelfLibrary) each(do func(*book.Page)) {
	for _, p := range l.essays {
		do(p)
	}
}

func (l *shelfLibrary) Events(from book.ID) (out []book.Dated) {
	l.each(func(p *book.Page) {
		for _, e := range p.Text.Events {
			if from == "" || from == p.ID {
				out = append(out, book.Dated{Event: e, On: p.Head})
			}
		}
	})
	return out
}

func (l *shelfLibrary) Alerts(kind book.AlertKind) (out []book.Said) {
	l.each(func(p *book.Page) {
		for _, a := range p.Text.Alerts {
			if a.Kind == kind {
				out = append(out, book.Said{Alert: a, On: p.Head})
			}
		}
	})
	return out
}

func (l *shelfLibrary) Questions() (out []book.Asked) { return nil }

func (l *shelfLibrary) Hidden(book.ID) bool { return false }

func (l *shelfLibrary) CitedAt(id book.ID) (out []book.Mention) {
	l.each(func(p *book.Page) {
		for _, c := range p.Text.Citations {
			if c.Source == id {
				out = append(out, book.Mention{Citation: c, On: p.Head})
			}
		}
	})
	return out
}

func (l *shelfLibrary) LinkedFrom(id book.ID) []book.Head {
	var out []book.Head
	for _, from := range l.order {
		p := l.pages[from]
		if p.Text != nil && slices.ContainsFunc(p.Text.Links, func(k book.Link) bool { return k.To == id }) {
			out = append(out, p.Head)
		}
	}
	return out
}

var parsed = sync.OnceValues(func() (*layouts.Set, error) { return layouts.Parse(layouts.Over(nil)) })

func (l *shelfLibrary) Template(w io.Writer, name string, data any) error {
	set, err := parsed()
	if err != nil {
		return err
	}
	return set.Execute(w, name, data)
}

func (l *shelfLibrary) add(kind book.Kind, id, title string, fill func(*book.Page)) {
	p := &book.Page{Head: book.Head{ID: book.ID(id), Kind: kind, Title: title, Route: kind.Route() + "/" + id + ".html"}}
	p.Meta = &book.Meta{ID: p.ID, Kind: kind, Title: title}
	p.Text = &book.Text{}
	switch {
	case kind == book.Article:
		p.Meta.Card = &book.Card{Rights: "digest"}
	case kind.IsEntry():
		p.Meta.Entry = &book.Entry{}
	}
	if fill != nil {
		fill(p)
	}
	l.pages[p.ID] = p
	if kind == book.Chapter || kind == book.Note {
		l.essays = append(l.essays, p)
	}
	l.order = append(l.order, p.ID)
}

func section(role book.SectionRole, id, title, text string) book.Section {
	s := book.Section{ID: id, Title: title, Role: role}
	if text != "" {
		s.Body = prose(text)
	}
	return s
}

func event(date string, state book.State, text, plain string) book.Event {
	return book.Event{Anchor: "e-" + strings.NewReplacer("/", "-", ".", "").Replace(date), Date: edtf.MustParse(date), State: state,
		What: inline(text), Plain: plain}
}

func (l *shelfLibrary) Quotations(on book.ID) (list []book.Checked) {
	if p, ok := l.pages[on]; ok {
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

func (l *shelfLibrary) QuotedFrom(source book.ID) (list []book.Checked) {
	for _, id := range l.order {
		for _, c := range l.Quotations(id) {
			if c.Cite.Source == source {
				list = append(list, c)
			}
		}
	}
	return list
}
func (l *shelfLibrary) DifferAt(book.ID) []book.Said { return nil }
func (l *shelfLibrary) NamedAt(id book.ID) []book.Named {
	h, _ := l.Head(id)
	return book.ByPage(l.namings[id], h)
}
func (l *shelfLibrary) Coverage() *book.Coverage { return &book.Coverage{} }
func (l *shelfLibrary) Changes() *book.Changes   { return &l.changes }
func (l *shelfLibrary) Chronology() (list []book.Joined) {
	if l.joined != nil {
		return l.joined
	}
	for _, d := range l.Events("") {
		list = append(list, book.Joined{Dated: d})
	}
	return list
}

func (l *shelfLibrary) Linked(_ book.ID, html string, _ func(book.Head) string) string { return html }

func (l *shelfLibrary) Earlier() book.Earlier { return l.changes.Earlier }

func (l *shelfLibrary) Changed() (substantive, minor int) {
	for _, c := range l.changes.List {
		if c.Minor {
			minor++
		} else {
			substantive++
		}
	}
	return substantive, minor
}
