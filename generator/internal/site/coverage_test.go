package site_test

import (
	"fmt"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

func TestCoverage(t *testing.T) {
	t.Parallel()
	l := harbour(t)
	one, ledger, fares := l.byID["one"].Head, l.byID["ledger"].Head, l.byID["fares"].Head
	l.rests = &book.Coverage{
		Statements: []book.Statement{
			{On: one, Anchor: "c1", Section: "Key points", Plain: "They signed.", Sources: []book.ID{"courier", "ledger"}, Independent: 2},
			{On: one, Anchor: "c3", Plain: "It sank.", Sources: []book.ID{"courier", "post"}, Independent: 1, Fallen: []book.ID{"post"}},
		},
		Unused: []book.Head{ledger}, Bare: []book.Head{fares},
		Uncited: []book.Gap{{Source: ledger, Paras: []book.Range{{First: 2, Last: 3}, {First: 5, Last: 5}}, Of: 5}},
	}
	if files := makeAll(t, l); files["coverage.html"] != "" || strings.Contains(files["index.html"], "coverage") {
		t.Error("the public edition speaks of the coverage")
	}
	l.edition = book.Internal
	files := makeAll(t, l)
	holds(t, files, "index.html", `<a href="coverage.html">What statements rest on</a>`)
	holds(t, files, "coverage.html",
		`<th scope="row"><a href="#at-one">on one independent source</a></th><td class="right">1</td><td class="right share">50 %</td>`,
		`<th scope="row"><a href="#at-gaps">Paragraphs that nothing cites, of sources that are cited</a></th><td class="right">3</td>`,
		`<a class="told" href="chapters/one.html#c1">Chapter one, Key points</a>`,
		`href="sources/post.html">3<span class="fate">, withdrawn</span></a> <span class="of">1 of 2 independent</span>`,
		"<td>¶2–3, 5</td>", `<a href="notes/fares.html">On fares</a>`)
	page := files["coverage.html"]
	if strings.Index(page, "It sank.") > strings.Index(page, "They signed.") {
		t.Error("what rests on one source comes first")
	}
	files["print.html"] = ""
	for _, name := range assetNames(t) {
		files["assets/"+name] = ""
	}
	for _, name := range []string{"chapters/one.html", "print.html"} { // its statements are not in the pages of this test
		for _, id := range []string{"c1", "c3"} {
			files[name] += fmt.Sprintf("<p id=%q></p>", id)
		}
	}
	follow(t, files)
}

func TestCoverageIsSplit(t *testing.T) {
	t.Parallel()
	l := harbour(t)
	l.edition = book.Internal
	l.rests = &book.Coverage{}
	for i := range 700 {
		on := l.byID["one"].Head
		if i%7 == 0 {
			on = l.byID["fares"].Head
		}
		l.rests.Statements = append(l.rests.Statements, book.Statement{On: on, Anchor: fmt.Sprint("c", i), Plain: fmt.Sprintf("Statement %d.", i),
			Sources: []book.ID{"courier"}, Independent: 1})
	}
	files := makeAll(t, l)
	holds(t, files, "coverage.html", `<a href="coverage-one.html">Chapter one</a>`, "600 statements, 600 on one source",
		`<a href="coverage-two.html">Chapter two</a>`, "100 statements")
	holds(t, files, "coverage-one.html", "Statement 1.", `href="coverage-one-2.html">301–600</a>`)
	holds(t, files, "coverage-one-2.html", "Statement 699.")
	holds(t, files, "coverage-two.html", "Statement 0.")
	if strings.Contains(files["coverage.html"], "Statement 1.") {
		t.Error("the first page lists what the others list")
	}
}
