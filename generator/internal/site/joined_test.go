package site_test

import (
	"fmt"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

// harbour is a book of two chapters, a note and three sources, the last of them withdrawn.
func harbour(t *testing.T) *library {
	l := newLibrary(t, book.Info{Title: "Harbour", Language: "en"})
	l.add(&book.Page{Head: book.Head{ID: "one", Kind: book.Chapter, Title: "Chapter one"}})
	l.add(&book.Page{Head: book.Head{ID: "two", Kind: book.Chapter, Title: "Chapter two"}})
	l.add(&book.Page{Head: book.Head{ID: "fares", Kind: book.Note, Title: "On fares", Chapter: "two"}})
	for i, id := range []book.ID{"courier", "ledger", "post"} {
		p := &book.Page{Head: book.Head{ID: id, Kind: book.Article, Title: "Report " + string(id), Tab: i + 1, Chapter: "one"},
			Meta: &book.Meta{Card: &book.Card{Rights: "digest", Paragraphs: 5}}}
		if id == "post" {
			p.Meta.Card.Status = "withdrawn"
		}
		l.add(p)
	}
	return l
}

// tells puts an event on a page.
func (l *library) tells(on book.ID, date string, state book.State, says string) book.Dated {
	p := l.byID[on]
	x := text{Text: p.Text, cites: len(p.Text.Citations)}
	before := len(p.Text.Citations)
	x.event(date, state, "", says)
	e := &p.Text.Events[len(p.Text.Events)-1]
	e.Cites = p.Text.Citations[before:]
	return book.Dated{Event: *e, On: p.Head}
}

func holds(t *testing.T, files map[string]string, page string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(files[page], want) {
			t.Errorf("%s lacks %s", page, want)
		}
	}
}

func TestJoinedEvents(t *testing.T) {
	t.Parallel()
	l := harbour(t)
	l.joined = []book.Joined{
		{Dated: l.tells("one", "2019-05-03", book.Happened, "Ministers sign. [@courier 1]"),
			Also: []book.Dated{l.tells("fares", "2019-05", book.Happened, "They sign. [@courier 1] [@ledger 2]")}},
		{Dated: l.tells("two", "2019-06-21", book.Happened, "The boat leaves. [@post 1]"),
			Plans: []book.Dated{l.tells("one", "2019-06-14", book.Planned, "The boat is to leave. [@ledger 4]")}},
	}
	files := makeAll(t, l)
	page := files["chronology.html"]
	holds(t, files, "chronology.html",
		"2 events, 1 beside what had been planned",
		`<a class="told" href="chapters/one.html#e1">Chapter one</a>`,
		`<a class="told" href="notes/fares.html#e1">On fares <span class="says">(as May 2019)</span></a>`,
		`<a class="cite" data-source="ledger" data-para="2" href="sources/ledger.html#p2">2 ¶2</a>`,
		`Planned for <time datetime="2019-06-14">14 June 2019</time>`, `data-date="2019-06-14" data-state="planned"`, "The boat is to leave.", "The boat leaves.",
		"3 ¶1, withdrawn",
		`id="figure-one"`, `id="figure-two"`)
	if n := strings.Count(page, `<tr class="event`); n != 2 {
		t.Errorf("%d rows, want one for each event", n)
	}
	table, _, _ := strings.Cut(page, "</table>")
	if strings.Contains(table, "They sign.") {
		t.Error("an event is told twice")
	}
	if n := strings.Count(page, `data-source="courier"`); n != 1 {
		t.Errorf("the citation that both tellings share is there %d times", n)
	}
	// Each chapter draws what is told in it or its notes: the signing and the plan in the first, the signing and the boat
	// in the second; each figure is drawn twice, for wide and narrow columns.
	for id, want := range map[string]int{"one": 4, "two": 4} {
		_, drawn, _ := strings.Cut(page, `id="figure-`+id+`"`)
		drawn, _, _ = strings.Cut(drawn, "</div>")
		if n := strings.Count(drawn, `<a class="mark`); n != want {
			t.Errorf("the figure of %s has %d marks, want %d", id, n, want)
		}
	}
}

func TestDifferences(t *testing.T) {
	t.Parallel()
	l := harbour(t)
	say := func(on book.ID, sort, title string, sources ...book.ID) {
		text := l.byID[on].Text
		a := book.Alert{Kind: book.Difference, Sort: sort, Title: title, Anchor: fmt.Sprint("d", len(text.Alerts)+1), What: words{text: title + "."}, Plain: title + "."}
		for _, id := range sources {
			a.Cites = append(a.Cites, book.Citation{Source: id})
		}
		text.Alerts = append(text.Alerts, a)
	}
	say("two", "wording", "Pier or quay", "courier")
	say("one", "silence", "Who paid", "ledger")
	say("two", "conflict", "Which boat", "courier", "ledger")
	say("fares", "silence", "What it cost")
	say("fares", "", "Something else")
	files := makeAll(t, l)
	page := files["differences.html"]
	last := 0
	for _, want := range []string{`<a href="#at-conflict">conflict 1</a>`, `<a href="#at-silence">silence 2</a>`, `<a href="#at-other">other 1</a>`,
		`id="at-conflict"`, "Which boat", `id="at-silence"`, "Who paid", "What it cost", `id="at-wording"`, "Pier or quay", `id="at-other"`, "Something else"} {
		at := strings.Index(page[last:], want)
		if at < 0 {
			t.Fatalf("%s is not there, or not in its place", want)
		}
		last += at
	}
	holds(t, files, "differences.html", `<a href="chapters/two.html#d2">In context: Chapter two</a>`)
	holds(t, files, "sources/courier.html", `<a href="../chapters/two.html#d1">Pier or quay</a>`, `<a href="../chapters/two.html#d2">Which boat</a>`)
	if strings.Contains(files["sources/courier.html"], "Who paid") || strings.Contains(files["sources/post.html"], "at-differ") {
		t.Error("a source lists a difference that does not cite it")
	}
	// The first chapter's sources differ in the second; the second hears of its note.
	holds(t, files, "chapters/one.html", `<a href="../chapters/two.html#d2">Which boat</a>`)
	holds(t, files, "chapters/two.html", `<a href="../notes/fares.html#d1">What it cost</a>`)
	if strings.Contains(files["chapters/one.html"], "Who paid") {
		t.Error("a chapter lists the difference that it tells itself")
	}
}

func TestManyDifferences(t *testing.T) {
	t.Parallel()
	l := harbour(t)
	for i := range 250 {
		sort := "conflict"
		if i >= 120 {
			sort = "wording"
		}
		l.byID["one"].Text.Alerts = append(l.byID["one"].Text.Alerts, book.Alert{Kind: book.Difference, Sort: sort, Anchor: fmt.Sprint("d", i),
			Title: fmt.Sprint("Point ", i), What: words{}, Cites: []book.Citation{{Source: "courier"}}})
	}
	files := makeAll(t, l)
	holds(t, files, "differences.html", `<a href="differences-2.html#at-wording">wording 130</a>`, "Point 99")
	holds(t, files, "differences-2.html", `id="at-wording"`, "Point 120")
	holds(t, files, "sources/courier.html", `<a href="../differences.html">All points on which sources differ</a>`)
	if strings.Contains(files["sources/courier.html"], "Point 90<") {
		t.Error("a source's page grows with the book")
	}
}
