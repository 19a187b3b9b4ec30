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
		`<a href="chapters/one.html">Chapter one</a>`, `<span class="section">Key points</span> <a href="chapters/one.html#c1">They signed.</a>`,
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

// TestListsOfEvidenceDoNotGrow holds the pages of the coverage and of the bibliography to the size they have in a book
// that fills them: four times the sources and statements make more pages, not longer ones.
func TestListsOfEvidenceDoNotGrow(t *testing.T) {
	t.Parallel()
	largest := func(size int) map[string]int {
		l := newLibrary(t, book.Info{Title: "Many", Language: "en"})
		l.edition, l.rests = book.Internal, &book.Coverage{}
		on := l.add(&book.Page{Head: book.Head{ID: "talks", Kind: book.Chapter, Title: "The talks"}}).Head
		for i := range size {
			h := l.add(&book.Page{Head: book.Head{ID: book.ID(fmt.Sprintf("s%06d", i)), Kind: book.Article, Title: fmt.Sprintf("Report %06d", i),
				Tab: i + 1, Credit: "Courier", Chapter: on.ID}}).Head
			l.rests.Unused, l.rests.Bare = append(l.rests.Unused, h), append(l.rests.Bare, h)
			l.rests.Uncited = append(l.rests.Uncited, book.Gap{Source: h, Paras: []book.Range{{First: 2, Last: 3}}, Of: 5})
			l.rests.Statements = append(l.rests.Statements, book.Statement{On: on, Anchor: fmt.Sprintf("c%06d", i), Section: fmt.Sprintf("Part %06d", i),
				Plain: fmt.Sprintf("Statement %06d.", i), Sources: []book.ID{h.ID}, Independent: 1})
		}
		most := map[string]int{}
		for name, text := range makeSome(t, l, "coverage", "bibliography") {
			if list, _, _ := strings.Cut(strings.TrimSuffix(name, ".html"), "-"); strings.HasSuffix(name, ".html") {
				most[list] = max(most[list], len(text))
			}
		}
		return most
	}
	full, more := largest(800), largest(3200)
	for list, size := range full {
		if more[list] > size+size/10 {
			t.Errorf("a page of the %s has %d bytes in a book of 800 sources, %d in one of 3200", list, size, more[list])
		}
	}
	if len(full) != 2 {
		t.Errorf("there are pages of %v", full)
	}
}

func TestStatementsAreGroupedByPage(t *testing.T) {
	t.Parallel()
	l := harbour(t)
	l.edition = book.Internal
	one, fares := l.byID["one"].Head, l.byID["fares"].Head
	l.rests = &book.Coverage{}
	for i, at := range []struct {
		on      book.Head
		section string
	}{{one, "Key points"}, {one, "Key points"}, {one, "After"}, {fares, ""}, {fares, "After"}} {
		l.rests.Statements = append(l.rests.Statements, book.Statement{On: at.on, Anchor: fmt.Sprint("c", i), Section: at.section,
			Plain: fmt.Sprintf("Statement %d.", i), Sources: []book.ID{"courier"}, Independent: 1})
	}
	page := makeAll(t, l)["coverage.html"]
	for words, want := range map[string]int{
		`<tr class="on">`: 2, `<span class="section">Key points</span>`: 1, `<span class="section">After</span>`: 2,
		`<a href="chapters/one.html">Chapter one</a></th>`: 1, `<a href="notes/fares.html#c3">Statement 3.</a>`: 1,
	} {
		if n := strings.Count(page, words); n != want {
			t.Errorf("%d times %s, want %d", n, words, want)
		}
	}
}
