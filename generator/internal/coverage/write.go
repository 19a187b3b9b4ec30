package coverage

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"briefbook/generator/internal/book"
)

// Write prints a coverage for people: how much rests on how many sources, then the lists, what needs a look first.
func Write(w io.Writer, c *book.Coverage) error {
	p := printer{w: bufio.NewWriter(w)}
	one, two, more := c.Rests()
	fallen := c.Fallen()
	p.sum(len(c.Statements), "statements")
	p.sum(len(one), "  on one independent source")
	p.sum(len(two), "  on two")
	p.sum(len(more), "  on three or more")
	p.sum(len(fallen), "  on a source that is superseded, corrected or withdrawn")
	p.sum(len(c.Unused), "sources that nothing cites")
	p.sum(c.Missing(), "paragraphs that nothing cites, of sources that are cited")
	p.sum(len(c.Bare), "chapters and notes without a source")
	p.statements("on a source that no longer stands as it did", fallen)
	p.statements("on one independent source", one)
	p.heads("sources that nothing cites", c.Unused)
	if len(c.Uncited) > 0 {
		p.line("\nparagraphs that nothing cites\n")
	}
	for _, g := range c.Uncited {
		p.line("  %s ¶%s of %d\n", g.Source.ID, book.Paragraphs(g.Paras), g.Of)
	}
	p.heads("chapters and notes without a source", c.Bare)
	p.statements("on two independent sources", two)
	p.statements("on three or more", more)
	if p.err != nil {
		return p.err
	}
	return p.w.Flush()
}

// printer writes until something goes wrong.
type printer struct {
	w   *bufio.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

func (p *printer) sum(n int, of string) { p.line("%6s %s\n", book.Number(n), of) }

func (p *printer) statements(title string, list []book.Statement) {
	if len(list) == 0 {
		return
	}
	p.line("\n%s\n", title)
	for _, s := range list {
		p.line("  %s#%s", s.On.ID, s.Anchor)
		if s.Section != "" {
			p.line(" %s", s.Section)
		}
		names := make([]string, len(s.Sources))
		for i, id := range s.Sources {
			names[i] = string(id)
		}
		p.line(": %s [%s]\n", s.Plain, strings.Join(names, ", "))
	}
}

func (p *printer) heads(title string, list []book.Head) {
	if len(list) == 0 {
		return
	}
	p.line("\n%s\n", title)
	for _, h := range list {
		p.line("  %s %s\n", h.ID, h.Title)
	}
}

// record is a line of JSON. Kind is "statement", "unused", "uncited" or "bare".
type record struct {
	Kind        string    `json:"kind"`
	Page        book.ID   `json:"page,omitempty"`
	Anchor      string    `json:"anchor,omitempty"`
	Section     string    `json:"section,omitempty"`
	Text        string    `json:"text,omitempty"`
	Sources     []book.ID `json:"sources,omitempty"`
	Independent int       `json:"independent,omitempty"`
	Fallen      []book.ID `json:"fallen,omitempty"`
	Source      book.ID   `json:"source,omitempty"`
	Title       string    `json:"title,omitempty"`
	Paragraphs  string    `json:"paragraphs,omitempty"`
	Of          int       `json:"of,omitempty"`
}

// WriteJSON prints one object a line for every statement, unused source, gap and page without sources.
func WriteJSON(w io.Writer, c *book.Coverage) error {
	buffered := bufio.NewWriter(w)
	out := json.NewEncoder(buffered)
	out.SetEscapeHTML(false)
	var err error
	put := func(r record) {
		if err == nil {
			err = out.Encode(r)
		}
	}
	for _, s := range c.Statements {
		put(record{Kind: "statement", Page: s.On.ID, Anchor: s.Anchor, Section: s.Section, Text: s.Plain, Sources: s.Sources,
			Independent: s.Independent, Fallen: s.Fallen})
	}
	for _, h := range c.Unused {
		put(record{Kind: "unused", Source: h.ID, Title: h.Title})
	}
	for _, g := range c.Uncited {
		put(record{Kind: "uncited", Source: g.Source.ID, Title: g.Source.Title, Paragraphs: book.Paragraphs(g.Paras), Of: g.Of})
	}
	for _, h := range c.Bare {
		put(record{Kind: "bare", Page: h.ID, Title: h.Title})
	}
	if err != nil {
		return fmt.Errorf("write coverage: %w", err)
	}
	return buffered.Flush()
}
