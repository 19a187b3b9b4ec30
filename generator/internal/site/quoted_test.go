package site_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/article"
	"briefbook/generator/internal/book"
	"briefbook/generator/internal/site"
)

// quoting is the sample with a note that has a quotation of every verdict, and the words of some shown in the text.
func quoting(t testing.TB) *library {
	l := sample(t)
	o := capture(t)
	verdicts := map[string]book.Checked{
		"a quarrel about hours, not about money": {Verdict: book.Exact, Day: "2026-11-22", Against: o.SHA256},
		"stayed ashore on Friday, and the morning boat lay at the quay": {Verdict: book.Normalised, Where: within(o, 1, "stayed ashore on Friday, and the morning boat lay at the quay"),
			Against: o.SHA256, Anchor: "w-0000aaaa"},
		"the morning boat lay at the quay […] they said so on Friday": {Verdict: book.Elided, Where: append(within(o, 1, "the morning boat lay at the quay"), within(o, 2, "said so on Friday")...),
			Against: o.SHA256, Anchor: "w-0000bbbb"},
		"[The] morning boat lay at the quay":    {Verdict: book.Bracketed, Day: "2026-11-20", Against: o.SHA256},
		"the boats […] and the quays":           {Verdict: book.ElidedFar, Against: o.SHA256},
		"two crowns":                            {Verdict: book.TooShort, Against: o.SHA256},
		"[they] said [in town] so [they] said":  {Verdict: book.TooFew, Against: o.SHA256},
		"nobody had struck; in the sixth week":  {Verdict: book.WrongParagraph, Where: within(o, 3, "nobody had struck; in the sixth week"), Against: o.SHA256},
		"a word that nobody has <ever> printed": {Verdict: book.NotFound, Against: o.SHA256},
		"dues of the harbour dues":              {Verdict: book.OnlyInDropped, Against: o.SHA256},
		"no boat had run for fourteen months":   {Verdict: book.InOtherSource, Found: "ledger", Against: o.SHA256},
		"Pilots stay ashore The pilots of":      {Verdict: book.SpansMetadata, Against: o.SHA256},
	}
	l.check = func(c *book.Checked) {
		if known, ok := verdicts[c.Words]; ok {
			known.Quotation, known.On, known.Index = c.Quotation, c.On, c.Index
			if l.edition == book.Public {
				known.Anchor, known.Where = "", nil
			}
			*c = known
		}
	}
	x := newText()
	x.section(book.Plain, "", "", "<p>What the first report says, by the standing of each quotation.</p>")
	x.section(book.Plain, "as-it-stands", "As it stands", "<p>The pilots “stayed ashore on Friday, and the morning boat lay at the quay” [@courier 1]. It added that “⟨The⟩ morning boat lay at the quay” [@courier 1]; nobody asked why, “a matter without a record at all” [@courier 3] as it was.</p>"+
		"<blockquote><p>“the morning boat lay at the quay ⟨…⟩ they said so on Friday” [@courier 1-2]</p></blockquote>")
	x.section(book.Plain, "in-doubt", "In doubt", "<p>Of “the boats ⟨…⟩ and the quays” [@courier 2] less is known. The fare was “two crowns” [@courier 2], and “⟨they⟩ said ⟨in town⟩ so ⟨they⟩ said” [@courier 2]. That “nobody had struck; in the sixth week” [@courier 2] was news.</p>"+
		"<blockquote><p>“two crowns” [@courier 3]</p></blockquote>")
	x.section(book.Plain, "wrong", "Wrong", "<p>The book has “a word that nobody has <ever> printed” [@courier 2], “dues of the harbour dues” [@courier 2], “no boat had run for fourteen months” [@courier 3] and “Pilots stay ashore The pilots of” [@courier 1].</p>"+
		"<blockquote><p>“a word that nobody has <ever> printed” [@courier 2]</p></blockquote><blockquote><p>“a matter without a record at all” [@courier 3]</p></blockquote>")
	l.add(&book.Page{Head: book.Head{ID: "quoted", Kind: book.Note, Title: "What is quoted", Chapter: "2016-strike"}, Text: x.Text})
	var shown []book.Quoted
	for _, words := range slices.Sorted(maps.Keys(verdicts)) {
		if c := verdicts[words]; c.Anchor != "" {
			shown = append(shown, book.Quoted{Anchor: c.Anchor, Where: c.Where})
		}
	}
	l.texts["courier"] = article.Quoted(o, shown)
	return l
}

// within finds words in a paragraph.
func within(o *book.Original, para int, words string) []book.Passage {
	at := strings.Index(o.Paragraphs[para-1], words)
	if at < 0 {
		panic(words)
	}
	return []book.Passage{{Para: para, Start: at, End: at + len(words)}}
}

func TestSeals(t *testing.T) {
	t.Parallel()
	for _, edition := range []book.Edition{book.Internal, book.Public} {
		l := quoting(t)
		l.edition = edition
		if edition == book.Public {
			delete(l.texts, "courier")
		}
		files := makeAll(t, l)
		if dir := os.Getenv("SITE_OUT"); dir != "" {
			look(t, files, dir+"/"+string(edition))
		}
		files["print.html"] = ""
		for _, name := range append(assetNames(t), "courier") {
			files["assets/"+name] = ""
		}
		files["originals/courier.html.txt"] = ""
		follow(t, files)
		page := files["notes/quoted.html"]
		words, part := `href="../sources/courier.html#w-0000aaaa"`, `href="../sources/courier.html#w-0000bbbb"`
		if edition == book.Public {
			words = `href="../sources/courier.html#at-quoted-`
			part = words
			if strings.Contains(page, "#w-") {
				t.Error("the public edition leads to words that it does not show")
			}
		}
		for _, want := range []string{
			words, part,
			`title="word for word, typography aside, in tab 1, ¶1 · checked when this edition was made"><span aria-hidden="true">✓</span><span class="unseen">Quotation checked: word for word, typography aside, in tab 1, ¶1</span></a>`,
			`title="word for word, with the editors’ brackets, in tab 1, ¶1 · checked 20 November 2026"`,
			`<a class="seal unchecked" href="../sources/courier.html#at-quoted-`,
			`title="unchecked: the text of tab 1 was not at hand">unchecked</a>`,
			`<span class="checked holds"><span aria-hidden="true">✓</span> <a href="../sources/courier.html#`,
			`>word for word, with omissions marked, in tab 1, ¶1–2</a> · checked when this edition was made</span>`,
			`<span aria-hidden="true">≈ </span>its parts stand far apart in the source</a>`,
			`<span aria-hidden="true">≈ </span>too short to prove anything</a>`,
			`<span aria-hidden="true">✗ </span>not found in tab 1</a>`,
			`<span aria-hidden="true">✗ </span>not found in tab 1, but in tab 2</a>`,
			`<span class="checked fails"><span aria-hidden="true">✗</span> <a href="../sources/courier.html#at-quoted-`,
			`<span class="checked unchecked"><span aria-hidden="true">?</span> <a href="../sources/courier.html#at-quoted-`,
		} {
			if !strings.Contains(page, want) {
				t.Errorf("%s: no %s", edition, want)
			}
		}
		if edition == book.Internal && !strings.Contains(page, `</span>word for word, but in ¶3 of tab 1</a>`) {
			t.Error("the right paragraph is not named")
		}
		if strings.Count(page, `class="seal `)+strings.Count(page, `class="checked `) != 15 {
			t.Errorf("%d seals in the line, %d under block quotes", strings.Count(page, `class="seal `), strings.Count(page, `class="checked `))
		}
		if d := files["notes/quoted.html"]; strings.Contains(d[:strings.Index(d, "</head>")], "checked") {
			t.Error("a seal is in the description of the page")
		}
	}
}

func TestQuotedHere(t *testing.T) {
	t.Parallel()
	l := quoting(t)
	l.edition = book.Internal
	page := makeAll(t, l)["sources/courier.html"]
	for _, want := range []string{
		`<style>:root:has(#w-0000aaaa:target) .w-0000aaaa,:root:has(#w-0000bbbb:target) .w-0000bbbb{background:var(--found)}</style>`,
		`<a href="#at-quoted">Quoted</a>`, `<h2>Quoted in this book</h2>`,
		`17 quotations: 5 found word for word, 5 doubtful, 5 not found, 2 unchecked; `,
		`<span class="words w-0000aaaa" id="w-0000aaaa">`, `class="words w-0000aaaa w-0000bbbb" id="w-0000bbbb"`,
		`<a class="para" href="#w-0000bbbb">¶1–2</a> <q class="quoted" data-source="courier">“the morning boat lay at the quay […] they said so on Friday”</q>`,
		`<a class="para" href="#p4">¶4</a> <q class="quoted" data-source="courier">“a quarrel about hours, not about money”</q>`,
		`<b>word for word</b> · checked 22 November 2026 · <a href`, `Checked <span class="against">against SHA-256 <code title="` + strings.Repeat("9af0", 16) + `">9af09af09a…</code></span></p>`,
		`<a href="https://www.courier.example/2016/quays#:~:text=a%20quarrel%20about%20hours,not%20about%20money" rel="external noopener">on courier.example</a>`,
		`<a href="../chapters/2016-strike.html#c3">The harbour strike, Key points</a> · <a href="../chapters/2016-strike.html#c8">The harbour strike, The walk-out</a>`,
		`<b>not found in this source, but in another</b>: <a href="../sources/ledger.html">tab 2</a>`,
		`“a word that nobody has &lt;ever&gt; printed”`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s", want)
		}
	}
	if n := strings.Count(page, `<li id="at-quoted-`); n != 14 {
		t.Errorf("%d quotations are listed, the same words counted once", n)
	}
	// A quotation that fails is not said to be on the publisher's page.
	if _, after, _ := strings.Cut(page, "nobody has &lt;ever"); strings.Contains(after[:strings.Index(after, "</li>")], "courier.example") {
		t.Error("the publisher's page is said to have words that were not found")
	}
	l.edition = book.Public
	delete(l.texts, "courier")
	page = makeAll(t, l)["sources/courier.html"]
	if !strings.Contains(page, "words in all.") || strings.Contains(page, "<style>") {
		t.Error("the share of a text that is not at hand is given, or words that are not shown have a style")
	}
}

// TestQuotationsAreSplit fills the register until its chapters have pages of their own, and the list on a source's page
// until it is cut: every seal still leads somewhere.
func TestQuotationsAreSplit(t *testing.T) {
	t.Parallel()
	l := sample(t)
	x := newText()
	var body strings.Builder
	for i := range 450 {
		fmt.Fprintf(&body, "<p>It is “the boat number %d of them all” [@%s 1].</p>", i, [...]string{"courier", "ledger", "stray"}[i%3])
	}
	x.section(book.Plain, "all", "All", body.String())
	l.add(&book.Page{Head: book.Head{ID: "many", Kind: book.Note, Title: "Many"}, Text: x.Text})
	files := makeAll(t, l)
	for name, want := range map[string]int{"quotations.html": 0, "quotations-2016-strike.html": 150, "quotations-2019-accord.html": 150, "quotations-unfiled.html": 150} {
		if got := strings.Count(files[name], `<q class="quoted"`); got < want || got > want+2 {
			t.Errorf("%s has %d quotations, want %d", name, got, want)
		}
	}
	if got := strings.Count(files["sources/stray.html"], `<q class="quoted"`); got != 100 || !strings.Contains(files["sources/stray.html"], "and 50 more quotations") {
		t.Errorf("the source's page lists %d quotations", got)
	}
	files["print.html"] = ""
	for _, name := range assetNames(t) {
		files["assets/"+name] = ""
	}
	follow(t, files)
	// And one chapter's list in pages.
	x.section(book.Plain, "more", "More", strings.ReplaceAll(strings.ReplaceAll(body.String(), "@ledger", "@courier"), "number", "name"))
	files = makeAll(t, l)
	if a, b := files["quotations-2016-strike.html"], files["quotations-2016-strike-2.html"]; strings.Count(a, `<q class="quoted"`) != 200 ||
		!strings.Contains(b, "201–4") || !strings.Contains(a, `href="quotations-2016-strike-2.html"`) {
		t.Error("the chapter's list is not in pages")
	}
}

func TestASealAsksForItsPageOnce(t *testing.T) {
	t.Parallel()
	l := quoting(t)
	for _, f := range site.Files(l) {
		for what, once := range map[string]int{"notes/quoted.html": 1, "chapters/2019-accord.html": 0} {
			if f.Path != what {
				continue
			}
			clear(l.asked)
			if err := f.Write(&strings.Builder{}, l); err != nil {
				t.Fatal(err)
			}
			if n := l.asked["quotations quoted"]; n != once {
				t.Errorf("%s asks for the quotations %d times", what, n)
			}
		}
	}
}
