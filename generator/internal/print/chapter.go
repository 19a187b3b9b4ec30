package print

import (
	"slices"
	"strconv"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
	"briefbook/generator/internal/figure"
)

// summary is the id of the note that speaks for the whole book; the front page of the site shows it too.
const summary = "summary"

// summary writes what a hurried reader needs: the book's own summary, then each chapter's bottom line.
func (v *volume) summary(p part) {
	v.opening(p)
	v.raw("<div class=\"text\">\n")
	g := v.on(summary, 1)
	n := g.annotate()
	if page, ok := v.lib.Page(summary); ok && page.Text != nil {
		v.raw(`<div id="`, pageID(summary), "\">\n")
		v.sections(page, g)
		v.raw("</div>\n")
	}
	for _, c := range v.lib.Chapters() {
		page, ok := v.lib.Page(c.ID)
		if !ok || page.Text == nil {
			continue
		}
		v.raw("<section class=\"brief\">\n<h3>")
		v.raw(`<span class="mark">`, strconv.Itoa(c.Number), "</span> ")
		v.link("", "#"+pageID(c.ID), c.Title)
		v.raw("</h3>\n")
		brief := v.ground("at-summary--"+string(c.ID)+"--", 2).of(c.ID)
		brief.notes = n
		for _, s := range page.Text.Sections {
			if s.Role == book.BottomLine {
				v.body(s.Body, brief.target())
			}
		}
		v.raw("</section>\n")
	}
	n.write("h3")
	v.raw("</div>\n")
	v.endPart()
}

// chapter writes a chapter with its notes.
func (v *volume) chapter(p part) {
	page, ok := v.lib.Page(p.chapter.ID)
	if !ok {
		return
	}
	status := p.chapter.Status
	if status != "" {
		status = "at close: " + status
	}
	v.opening(p, p.rest, book.Count(p.chapter.Sources, "source", "sources"), v.asOf(), status)
	if page.Text != nil {
		v.raw("<div class=\"text\">\n")
		g := v.on(page.ID, 1)
		n := g.annotate()
		v.sections(page, g)
		n.write("h3")
		v.raw("</div>\n")
	}
	v.endPart()
}

func (v *volume) asOf() string {
	if v.info.AsOf.IsZero() {
		return ""
	}
	return "information as of " + v.info.AsOf.Text(v.info.Language)
}

// sections writes the text of a chapter or note: bottom line and key points first, then the rest as written,
// the chronology where the author put it or else before the silences and open questions.
func (v *volume) sections(p *book.Page, g *ground) {
	var first, rest, last []book.Section
	told := len(p.Text.Events) == 0
	for _, s := range p.Text.Sections {
		switch s.Role {
		case book.BottomLine, book.KeyPoints:
			first = append(first, s)
		case book.Silences, book.OpenQuestions:
			last = append(last, s)
		case book.ChronologyList:
			told = true
			rest = append(rest, s)
		default:
			rest = append(rest, s)
		}
	}
	if !told && p.Kind == book.Chapter {
		rest = append(rest, book.Section{ID: "chronology", Title: "Chronology", Role: book.ChronologyList})
	}
	for i, s := range slices.Concat(first, rest, last) {
		v.section(p, s, g, i)
	}
	if p.Text.Footnotes != nil {
		v.body(p.Text.Footnotes, g.target())
	}
}

var sectionClasses = [...]string{
	book.Plain: "plain", book.BottomLine: "lead", book.KeyPoints: "key", book.ChronologyList: "chronicle",
	book.OpenQuestions: "questions", book.Silences: "silences",
}

func (v *volume) section(p *book.Page, s book.Section, g *ground, i int) {
	v.raw(`<section class="`, sectionClasses[s.Role], `"`)
	if s.ID != "" {
		v.raw(` id="`)
		v.text(g.anchor(s.ID))
		v.raw(`"`)
	}
	v.raw(">\n")
	v.element("h"+strconv.Itoa(2+g.shift), "", s.Title)
	v.body(s.Body, g.target())
	switch s.Role {
	case book.KeyPoints:
		v.points(p.Text.Points, g)
	case book.OpenQuestions:
		v.questions(p.Text.Questions, g)
	case book.ChronologyList:
		v.chronicle(p, g)
	}
	v.raw("</section>\n")
}

func (v *volume) points(points []book.Point, g *ground) {
	for i, p := range points {
		v.item(i, p.Anchor, p.What, g)
	}
	if len(points) > 0 {
		v.raw("</ol>\n")
	}
}

// questions lists those that were gathered from their list; one set apart in the text stands there.
func (v *volume) questions(all []book.Question, g *ground) {
	n := 0
	for _, q := range all {
		if !g.given[g.prefix+q.Anchor] {
			v.item(n, q.Anchor, q.What, g)
			n++
		}
	}
	if n > 0 {
		v.raw("</ol>\n")
	}
}

// item writes an item of a numbered list, and opens the list before the first.
func (v *volume) item(i int, anchor string, what book.Body, g *ground) {
	if i == 0 {
		v.raw("<ol class=\"points\">\n")
	}
	v.raw("<li")
	if anchor != "" {
		v.raw(` id="`)
		v.text(g.anchor(anchor))
		v.raw(`"`)
	}
	v.raw(">")
	v.body(what, g.target())
	v.raw("</li>\n")
}

// chronicle writes the figure and the table of one page's events.
func (v *volume) chronicle(p *book.Page, g *ground) {
	events := slices.Clone(p.Text.Events)
	slices.SortStableFunc(events, func(a, b book.Event) int { return edtf.Compare(a.Date, b.Date) })
	if len(events) == 0 {
		return
	}
	panel := figure.Panel{
		ID: g.prefix + "at-figure", Title: "Chronology: " + p.Title, From: p.Meta.From, To: p.Meta.To, Language: v.info.Language,
		Events: figure.FromEvents(events, func(e book.Event) string { return "#" + g.prefix + e.Anchor }),
	}
	if drawing := figure.Chronology(panel); drawing != nil {
		// A figure element around an SVG becomes a second figure without a text in a tagged PDF.
		v.raw("<div class=\"drawing\">\n", string(drawing))
		v.element("p", "caption", figure.Caption(panel))
		v.raw("</div>\n")
	}
	v.raw("<table class=\"events\">\n")
	v.element("caption", "", book.Tally(events)+". Every date is as precise as its source.")
	v.raw("<thead>\n<tr><th scope=\"col\">Date</th><th scope=\"col\">Event</th></tr>\n</thead>\n<tbody>\n")
	for _, e := range events {
		to, id := g.aside(e.Anchor)
		v.event(e, to, id)
		v.raw("</td></tr>\n")
	}
	v.raw("</tbody>\n</table>\n")
}

// event writes a row up to the end of what its last cell says.
func (v *volume) event(e book.Event, to book.Target, id string) {
	v.raw(`<tr class="event `, e.State.String(), `"`)
	if id != "" {
		v.raw(` id="`)
		v.text(id)
		v.raw(`"`)
	}
	v.raw(` data-date="`)
	v.text(e.Date.String())
	v.raw(`"><th scope="row"><span class="dot" aria-hidden="true"></span>`)
	v.when(e.Date)
	v.raw("</th><td>")
	if e.State != book.Happened {
		v.raw(`<b class="state">`, states[e.State], "</b> ")
	}
	v.body(e.What, to)
	if e.Working != "" {
		v.raw(` <span class="working">derived: `)
		v.text(e.Working)
		v.raw("</span>")
	}
}

var states = [...]string{book.Happened: "Happened", book.Planned: "Planned", book.Disputed: "Disputed"}

// notes writes all notes but the summary, chapter by chapter.
func (v *volume) notes(p part) {
	v.opening(p)
	under := func(name string, heads []book.Head) {
		heads = slices.DeleteFunc(slices.Clone(heads), func(h book.Head) bool { return h.ID == summary })
		for i, h := range heads {
			if i > 0 {
				name = ""
			}
			v.noteText(h.ID, name)
		}
	}
	for _, c := range v.lib.Chapters() {
		under(strconv.Itoa(c.Number)+" · "+c.Title, v.lib.Shelf(book.Note, c.ID))
	}
	under("On the book as a whole", v.lib.Shelf(book.Note, ""))
	v.endPart()
}

// noteText writes one note; name is that of its chapter, said once.
func (v *volume) noteText(id book.ID, name string) {
	page, ok := v.lib.Page(id)
	if !ok {
		return
	}
	v.element("p", "group", name)
	v.raw(`<section class="text note" id="`)
	v.text(pageID(id))
	v.raw("\">\n")
	v.element("h3", "", page.Title)
	v.facts(page.Date.Text(v.info.Language))
	if page.Text != nil {
		g := v.on(id, 2)
		n := g.annotate()
		v.sections(page, g)
		n.write("h4")
	}
	v.raw("</section>\n")
}
