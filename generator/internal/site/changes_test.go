package site_test

import (
	"fmt"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

// woven is words of both states, "-words" of the earlier, "+words" of the later one;
// a single blank is of neither.
func woven(list ...string) (out []book.Piece) {
	for _, s := range list {
		p := book.Piece{Text: s, Was: s != " ", Now: s != " "}
		if strings.HasPrefix(s, "-") {
			p.Text, p.Now = s[1:], false
		} else if strings.HasPrefix(s, "+") {
			p.Text, p.Was = s[1:], false
		}
		if id, ok := strings.CutPrefix(p.Text, "@"); ok {
			id, locator, _ := strings.Cut(id, " ")
			p.Cite, p.Text = book.ID(id), locator
		} else if id, ok := strings.CutPrefix(p.Text, "[["); ok {
			p.Page, p.Text = book.ID(id), ""
		}
		out = append(out, p)
	}
	return out
}

func TestWhatChanged(t *testing.T) {
	t.Parallel()
	l := sample(t)
	for name, text := range makeAll(t, l) {
		if strings.Contains(name, "changed") || document(name) && (strings.Contains(text, "what-changed") || strings.Contains(text, "changes.css")) {
			t.Errorf("%s tells of changes, and no edition is on record", name)
		}
	}
	l.info.BaseURL = "https://book.example/ferry/"
	l.changes = book.Changes{Earlier: book.Earlier{Name: "Draft edition", AsOf: "2021-07"}, List: []book.Change{
		{Kind: book.Altered, What: "event", Page: "2016-strike", Title: "The harbour strike", Anchor: "e2", Was: "11 February", Now: "12 February",
			Woven: woven("On ", "-11", " ", "+12", " February at ", "[[long-quay", " <they> walked out ", "-@courier ¶1", " ", "+@courier ¶2–3, 7", ".")},
		{Kind: book.Altered, What: "statement", Page: "2016-strike", Title: "The harbour strike", Was: "Old words", Now: "Other text", Woven: woven("-Old words", " ", "+Other text")},
		{Kind: book.Withdrawn, What: "statement", Page: "2016-strike", Title: "The harbour strike", Was: "Gone [@lost ¶4].", Woven: woven("-Gone ", "-@lost ¶4", "-.")},
		{Kind: book.Superseded, What: "source", Page: "courier", Title: "Quays fall silent as pilots walk out", Was: "Quays fall silent", Now: "Quays fall silent · superseded",
			Woven: woven("Quays fall silent", "+ · superseded")},
		{Kind: book.Added, What: "page", Page: "tariffs", Title: "What a crossing cost", Now: "What a crossing cost", Note: "with 2 statements", Woven: woven("+What a crossing cost")},
		{Kind: book.Withdrawn, What: "page", Page: "lost-note", Title: "A lost note", Was: "A lost note", Woven: woven("-A lost note")},
		{Kind: book.Altered, What: "digest", Minor: true, Page: "ledger", Title: "Ministers give themselves", Was: "accord", Now: "Accord", Woven: woven("-accord", " ", "+Accord")},
	}}
	files := makeAll(t, l)
	page := files["what-changed.html"]
	for _, want := range []string{
		"<b>6 changes of substance</b> · 1 of wording · since the Draft edition · information as of 11 March 2022",
		"otherwise than the Draft edition (information as of July 2021)",
		`<h2><a href="chapters/2016-strike.html">The harbour strike</a></h2>`,
		`<a href="chapters/2016-strike.html#e2">Event altered</a>`,
		`On <del>11</del> <ins>12</ins> February at <a class="entry" data-entry="long-quay" href="places/long-quay.html">Long Quay</a> &lt;they&gt; walked out <del><a class="cite" data-source="courier" href="sources/courier.html">1 ¶1</a></del>` +
			` <ins><a class="cite" data-source="courier" data-para="2-3,7" href="sources/courier.html#p2">1 ¶2–3, 7</a></ins>.`,
		"<b>Was</b> <del>Old words</del></p>\n<p class=\"redline\"><b>Now</b> <ins>Other text</ins>",
		`<p class="label">Statement withdrawn</p>`, `<del>Gone </del><del><span class="unshown">[lost ¶4]</span></del><del>.</del>`,
		`<h2><a href="sources.html">Sources</a></h2>`, `<a href="sources/courier.html">Source superseded</a>`,
		`<p class="of"><a href="notes/tariffs.html">What a crossing cost</a></p>`, `Page added</a> <span>with 2 statements</span>`, `<p class="of">A lost note</p>`,
		`<summary>1 change of wording`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in\n%s", want, page[strings.Index(page, "<main"):])
		}
	}
	if strings.Index(page, "Source superseded") > strings.Index(page, "<details") || strings.Index(page, "Digest altered") < strings.Index(page, "<details") {
		t.Error("what is of substance and what is not are not apart")
	}
	for name, want := range map[string]string{"index.html": `<a href="what-changed.html">what changed</a>`, "chapters/2016-strike.html": `<a href="../what-changed.html">What changed</a>`,
		"sitemap.xml": "https://book.example/ferry/what-changed.html"} {
		if !strings.Contains(files[name], want) {
			t.Errorf("%s does not lead to the page: no %q", name, want)
		}
	}

	l.changes.List = nil
	if page := makeAll(t, l)["what-changed.html"]; !strings.Contains(page, "states what the Draft edition stated") {
		t.Error("a book in which nothing changed does not say so")
	}
}

func TestManyChanges(t *testing.T) {
	t.Parallel()
	l := sample(t)
	l.changes.Name = "0.9"
	for i := range 400 {
		l.changes.List = append(l.changes.List, book.Change{Kind: book.Altered, What: "statement", Minor: i >= 200, Page: "2016-strike", Title: "The harbour strike",
			Was: "a", Now: "b", Woven: woven(fmt.Sprintf("Statement %d.", i))})
	}
	files := makeAll(t, l)
	for i, want := range []string{"Statement 149.", "Statement 150.", "Statement 399."} {
		name := []string{"what-changed.html", "what-changed-2.html", "what-changed-3.html"}[i]
		if !strings.Contains(files[name], want) || !strings.Contains(files[name], `<nav class="pager"`) || !strings.Contains(files[name], "since “0.9”") {
			t.Errorf("%s has no %q, or leads nowhere", name, want)
		}
	}
	if _, more := files["what-changed-4.html"]; more {
		t.Error("there is a page too many")
	}
	if !strings.Contains(files["what-changed-3.html"], "<details class=\"wording\" open>") || strings.Contains(files["what-changed-2.html"], "<details class=\"wording\" open>") {
		t.Error("wording is folded where there is nothing else, or open where there is")
	}
}
