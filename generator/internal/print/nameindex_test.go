package print

import (
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

func TestIndexOfNames(t *testing.T) {
	t.Parallel()
	l := harbour(book.Public)
	ledger, pilot, quay, summary, dates := l.pages["ledger"].Head, l.pages["pilot"].Head, l.pages["2018-quay"].Head, l.pages["summary"].Head, l.pages["on-dates"].Head
	l.namings = map[book.ID][]book.Naming{
		"ada-brand": {{On: quay, Section: "The wall", Anchor: "wall"}, {On: pilot, Para: 2, Anchor: "p2"}, {On: ledger, Para: 3}, {On: ledger, Para: 2}, {On: ledger, Para: 5},
			{On: summary, Section: "Key points"}, {On: dates}},
		"old-mole": {{On: pilot, Para: 1, Reading: book.AsGovernment}, {On: ledger, Section: "Digest"}},
	}
	page := made(t, l)
	_, page, ok := strings.Cut(page, `id="at-index"`)
	if !ok {
		t.Fatal("there is no index")
	}
	at := 0
	for _, want := range []string{
		"<h3>A</h3>",
		`<li><a class="heading" href="#on-ada-brand">Ada Brand</a> <a class="tabs" href="#on-ledger">1</a> ¶2–3, 5; <a class="tabs" href="#on-pilot">2</a> ¶2 – <a href="#on-2018-quay">ch.` + "\u00a0" + `1</a>, ` +
			`<a href="#on-summary">Summary</a>, <a href="#on-on-dates">On the dates</a> – <i>see also</i> <a href="#on-north-council">North Council</a></li>`,
		`<li>Brand <i>see</i> <a href="#on-ada-brand">Ada Brand</a></li>`,
		"<li>the harbour mistress <i>see</i>",
		`>The Old Mole</a> <a class="tabs" href="#on-ledger">1</a> – <i>as government</i> <a class="tabs" href="#on-pilot">2</a> ¶1</li>`,
		"<h3>ㅇ</h3>", `<li><span lang="ko">아다 브란트</span> <i>see</i>`,
	} {
		i := strings.Index(page[at:], want)
		if i < 0 {
			t.Fatalf("%s is missing, or stands too early, in\n%s", want, page)
		}
		at += i
	}
}
