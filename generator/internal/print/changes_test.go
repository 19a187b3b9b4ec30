package print

import (
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

func TestWhatChanged(t *testing.T) {
	t.Parallel()
	l := harbour(book.Public)
	if page := made(t, l); strings.Contains(page, "What changed") || strings.Contains(page, "changes.css") {
		t.Error("changes are told, and no edition is on record")
	}
	both := func(text string) book.Piece { return book.Piece{Text: text, Was: true, Now: true} }
	l.changes = book.Changes{Earlier: book.Earlier{Name: "First edition", AsOf: "2018"}, List: []book.Change{
		{Kind: book.Altered, What: "event", Page: "2018-quay", Title: "The shared quay", Was: "1 May", Now: "1 June", Woven: []book.Piece{
			both("On 1 "), {Text: "May", Was: true}, {Text: " "}, {Text: "June", Now: true}, both(" the councils agreed "),
			{Cite: "ledger", Text: "¶1", Was: true}, {Text: " "}, {Cite: "ledger", Text: "¶2", Now: true}}},
		{Kind: book.Withdrawn, What: "page", Page: "lost", Title: "A <lost> note", Was: "A <lost> note", Woven: []book.Piece{{Text: "A <lost> note", Was: true}}},
		{Kind: book.Altered, What: "statement", Minor: true, Page: "2018-quay", Was: "quay", Now: "Quay", Woven: []book.Piece{{Text: "wording only", Now: true}}},
	}}
	page := made(t, l)
	for _, want := range []string{
		`<h2>What changed</h2>`, "2 changes of substance, 1 of wording, since the First edition (information as of 2018).", `<h3><a href="#on-2018-quay">The shared quay</a></h3>`,
		`<p class="label">Event altered</p>`, `On 1 <del>May</del> <ins>June</ins> the councils agreed <del><a class="cite" data-source="ledger" data-para="1" href="#on-ledger">1 ¶1</a></del> <ins><a class="cite" data-source="ledger" data-para="2" href="#on-ledger">1 ¶2</a></ins>`,
		"<h3>A &lt;lost&gt; note</h3>", `<li class="withdrawn"><p class="label">Page withdrawn</p>`, `href="#at-changes"`, `assets/changes.css`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q", want)
		}
	}
	if strings.Contains(page, "wording only") {
		t.Error("changes of wording are spelt out")
	}
}
