package site_test

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/site"
)

// document reports whether a file is a page.
func document(name string) bool { return strings.HasSuffix(name, ".html") }

var drawings = regexp.MustCompile(`(?s)<svg.*?</svg>`)

func TestEveryPageHasItsLandmarks(t *testing.T) {
	t.Parallel()
	for name, text := range makeAll(t, sample(t)) {
		if !document(name) {
			continue
		}
		text = drawings.ReplaceAllString(text, "")
		for _, mark := range []string{"<main ", "<h1", "<title>", `<html lang="en">`, "</html>"} {
			if n := strings.Count(text, mark); n != 1 {
				t.Errorf("%s has %d of %q", name, n, mark)
			}
		}
		if name != "404.html" && (!strings.Contains(text, `class="skip" href="#main"`) || !strings.Contains(text, "<nav aria-label=")) {
			t.Errorf("%s: no skip link or navigation", name)
		}
		if strings.Contains(text, " style=") || strings.Contains(text, "/>") || strings.Contains(text, "ZgotmplZ") {
			t.Errorf("%s: a style attribute, a void element with a slash, or a refused value", name)
		}
		if strings.Contains(text, "noindex") && name != "404.html" || strings.Contains(text, "do not distribute") {
			t.Errorf("%s is marked internal in the public edition", name)
		}
		if m := regexp.MustCompile(`(?:href|src)="/[^"]*"`).FindString(text); m != "" {
			t.Errorf("%s: absolute address %s", name, m)
		}
	}
}

func TestInternalEditionSaysSoEverywhere(t *testing.T) {
	t.Parallel()
	l := sample(t)
	l.edition, l.info.BaseURL = book.Internal, "https://book.example/ferry/"
	files := makeAll(t, l)
	for name, text := range files {
		if document(name) && (!strings.Contains(text, "noindex") || !strings.Contains(text, "do not distribute")) {
			t.Errorf("%s does not say that it is internal", name)
		}
		if strings.Contains(text, `rel="canonical"`) {
			t.Errorf("%s has a canonical address", name)
		}
	}
	if files["robots.txt"] != "User-agent: *\nDisallow: /\n" {
		t.Errorf("robots.txt: %q", files["robots.txt"])
	}
	if _, ok := files["sitemap.xml"]; ok {
		t.Error("a site map leads to the internal edition")
	}
	if !strings.Contains(files["sources/ledger.html"], "NMK 12.5") {
		t.Error("no receipt of what was set aside")
	}
}

func TestBaseURL(t *testing.T) {
	t.Parallel()
	l := sample(t)
	if files := makeAll(t, l); strings.Contains(files["index.html"], "canonical") || files["sitemap.xml"] != "" ||
		strings.Contains(files["feed.xml"], `href="http`) || !strings.Contains(files["404.html"], "location.pathname") {
		t.Error("something is absolute without a base URL, or 404.html does not find its way")
	}
	l.info.BaseURL = "https://book.example/ferry/"
	files := makeAll(t, l)
	for name, want := range map[string]string{
		"index.html":                `<link rel="canonical" href="https://book.example/ferry/">`,
		"people/ada-holm.html":      `<link rel="canonical" href="https://book.example/ferry/people/ada-holm.html">`,
		"404.html":                  `href="/ferry/"`,
		"sitemap.xml":               "<loc>https://book.example/ferry/sources/courier.html</loc>",
		"feed.xml":                  `<link rel="self" href="https://book.example/ferry/feed.xml">`,
		"robots.txt":                "Sitemap: https://book.example/ferry/sitemap.xml",
		"chapters/2016-strike.html": `href="../sources/courier.html#p1"`,
	} {
		if !strings.Contains(files[name], want) {
			t.Errorf("%s lacks %s", name, want)
		}
	}
	for _, name := range []string{"feed.xml", "sitemap.xml"} {
		if err := xml.Unmarshal([]byte(files[name]), new(struct{})); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWhatPagesShow(t *testing.T) {
	t.Parallel()
	files := makeAll(t, sample(t))
	for _, c := range []struct{ page, want string }{
		{"index.html", `<time datetime="2022-03-11">11 March 2022</time>`},
		{"index.html", `<a href="sources.html#unfiled">`},
		{"index.html", `href="chapters/2016-strike.html">The harbour strike</a>`},
		{"chapters/2016-strike.html", `<li id="k1">`},
		{"chapters/2016-strike.html", `<tr class="event planned" id="e3" data-date="2016-02" data-state="planned">`},
		{"chapters/2016-strike.html", `<b class="state">Disputed:</b>`},
		{"chapters/2016-strike.html", "derived: fourteen months after February 2016"},
		{"chapters/2016-strike.html", `<span class="side" aria-hidden="true"><b>1</b> Evening Courier, <span>12 February 2016</span></span>`},
		{"chapters/2019-accord.html", `href="#at-chronology"`},
		{"sources/courier.html", `<div id="p4">`},
		{"sources/courier.html", "<code>9af0"},
		{"sources/courier.html", "digest and short quotations only"},
		{"sources/courier.html", "by Ada Holm, Per Lund"},
		{"sources/ledger.html", `<p id="p2" data-para="2">`},
		{"sources/ledger.html", `<dt><a href="#p3">¶3</a></dt>`},
		{"sources/ledger.html", "CC BY-SA 4.0"},
		{"sources/ledger.html", "derived: “last Tuesday” before the harbour fair"},
		{"sources/memo.html", "[Minutes of the harbour board]"},
		{"sources/memo.html", "The publisher has corrected this source."},
		{"sources/stray.html", "undated"},
		{"sources.html", `id="unfiled"`},
		{"notes.html", "On the whole book"},
		{"people/ada-holm.html", `<span class="korean" lang="ko">홀름</span>`},
		{"people/ada-holm.html", "2016 – May 2019"},
		{"people/ada-holm.html", `<a class="entry" data-entry="harbour-board" href="../organisations/harbour-board.html">Harbour Board</a>`},
		{"people.html", "Minister for the harbours"},
		{"places/long-quay.html", "57.1234° N, 2.5° W"},
		{"places/long-quay.html", `id="at-linked"`},
		{"glossary.html", "guiding of ships"},
		{"chronology.html", `<tr class="event happened" id="2016-strike--e2" data-date="2016-02-12"`},
		{"differences.html", "the third boat"},
		{"questions.html", "Who ended the strike?"},
		{"judgements.html", `href="chapters/2016-strike.html#a1"`},
	} {
		if !strings.Contains(files[c.page], c.want) {
			t.Errorf("%s lacks %s", c.page, c.want)
		}
	}
	if strings.Contains(files["sources/ledger.html"], "NMK 12.5") {
		t.Error("the public edition shows what cleaning set aside")
	}
}

// TestAskingIsDepending pins what a page may depend on: a source's page on no list and on no other page.
func TestAskingIsDepending(t *testing.T) {
	t.Parallel()
	l := sample(t)
	pages := map[string]book.File{}
	for _, f := range site.Files(l) {
		pages[f.Path] = f
	}
	for page, self := range map[string]string{"sources/courier.html": "courier", "people/ada-holm.html": "ada-holm", "notes/tariffs.html": "tariffs"} {
		clear(l.asked)
		if err := pages[page].Write(new(strings.Builder), l); err != nil {
			t.Fatal(err)
		}
		for what := range l.asked {
			if what != "page "+self && what != "named "+self && !strings.HasPrefix(what, "head ") {
				t.Errorf("%s asks for %q", page, what)
			}
		}
	}
}

// crowd adds sources to a chapter of a book.
func crowd(l *library, chapter book.ID, n int) {
	for i := range n {
		l.add(&book.Page{Head: book.Head{ID: book.ID(fmt.Sprintf("%s-s%d", chapter, i)), Kind: book.Article, Title: fmt.Sprint("Report ", i), Tab: i + 1, Chapter: chapter}})
	}
}

func TestLongRegisters(t *testing.T) {
	t.Parallel()
	l := newLibrary(t, book.Info{Title: "Long", Language: "en"})
	for _, id := range []book.ID{"talks", "talks-2", "unfiled", "quiet"} {
		l.add(&book.Page{Head: book.Head{ID: id, Kind: book.Chapter, Title: "On " + string(id)}})
	}
	crowd(l, "talks", 450)
	crowd(l, "talks-2", 30)
	crowd(l, "unfiled", 3)
	crowd(l, "", 2)
	files := makeAll(t, l)
	listed := map[string]int{}
	for name, text := range files {
		if strings.HasPrefix(name, "sources-") {
			found := regexp.MustCompile(`href="(sources/[^"]+)"`).FindAllStringSubmatch(text, -1)
			if len(found) > 200 {
				t.Errorf("%s lists %d", name, len(found))
			}
			for _, m := range found {
				listed[m[1]]++
			}
		}
	}
	if len(listed) != 485 {
		t.Errorf("%d sources are listed", len(listed))
	}
	for name, n := range listed {
		if n != 1 {
			t.Errorf("%s is listed %d times", name, n)
		}
	}
	for _, name := range []string{"sources-talks.html", "sources-talks--2.html", "sources-talks--3.html", "sources-talks-2.html", "sources-unfiled.html", "sources-unfiled-.html"} {
		if files[name] == "" {
			t.Errorf("no %s", name)
		}
		if !strings.Contains(files["sources.html"]+files["sources-talks.html"], `href="`+name+`"`) {
			t.Errorf("nothing leads to %s", name)
		}
	}
	if got := strings.Count(files["chapters/talks.html"], `<li><span class="mark">`); got != 40 {
		t.Errorf("the chapter lists %d of its sources", got)
	}
	if !strings.Contains(files["chapters/talks.html"], `<a href="../sources-talks.html">All 450 sources of this chapter</a>`) {
		t.Error("nothing leads to the rest of the chapter's sources")
	}
}

func TestLongListsOfNames(t *testing.T) {
	t.Parallel()
	l := newLibrary(t, book.Info{Title: "Names", Language: "en"})
	name := func(id, title string) {
		l.add(&book.Page{Head: book.Head{ID: book.ID(id), Kind: book.Person, Title: title}, Meta: &book.Meta{Entry: &book.Entry{}}})
	}
	for i := range 420 {
		name(fmt.Sprint("a", i), fmt.Sprint("Aal ", i))
	}
	name("e", "Émile")
	name("k", "한서연")
	name("r", "Юрий")
	name("n", "99 Luftballons")
	files := makeAll(t, l)
	for page, want := range map[string]string{
		"people-a.html": "Aal 399</a>", "people-a-page-2.html": "Aal 400</a>", "people-e.html": "Émile", "people-hangul-19.html": "한서연",
		"people-u042e.html": "Юрий", "people-0.html": "99 Luftballons",
	} {
		if !strings.Contains(files[page], want) {
			t.Errorf("%s lacks %s", page, want)
		}
		if !strings.Contains(page, "page") && !strings.Contains(files["people.html"], `href="`+page+`"`) {
			t.Errorf("people.html does not lead to %s", page)
		}
	}
	if strings.Contains(files["people.html"], "Aal") {
		t.Error("people.html lists what its letters list")
	}
}

func TestLongChronology(t *testing.T) {
	t.Parallel()
	l := newLibrary(t, book.Info{Title: "Events", Language: "en"})
	for _, id := range []book.ID{"one", "two"} {
		x := newText()
		for i := range 600 {
			x.event(fmt.Sprintf("%d-01", 1400+i), book.Happened, "", fmt.Sprint(id, " event ", i, "."))
		}
		l.add(&book.Page{Head: book.Head{ID: id, Kind: book.Chapter, Title: "On " + string(id)}, Text: x.Text})
	}
	files := makeAll(t, l)
	for page, want := range map[string]string{
		"chronology-one.html": "one event 499.", "chronology-one-2.html": "one event 500.", "chronology-two.html": "two event 0.",
		"chronology.html": `href="chronology-two.html"`,
	} {
		if !strings.Contains(files[page], want) {
			t.Errorf("%s lacks %q", page, want)
		}
	}
	if strings.Contains(files["chronology.html"], "event 0.") {
		t.Error("the first page lists what the others list")
	}
}

func TestEmptyBook(t *testing.T) {
	t.Parallel()
	files := makeAll(t, newLibrary(t, book.Info{Title: "Nothing yet"}))
	for _, name := range []string{"index.html", "sources.html", "chronology.html", "people.html", "glossary.html", "questions.html", "404.html", "feed.xml"} {
		if files[name] == "" {
			t.Errorf("no %s", name)
		}
	}
}

func TestSameInputSameBytes(t *testing.T) {
	t.Parallel()
	first, second := makeAll(t, sample(t)), makeAll(t, sample(t))
	for name, text := range first {
		if second[name] != text {
			t.Errorf("%s differs", name)
		}
	}
}

func TestStaticFileDoesNotReplaceAPage(t *testing.T) {
	t.Parallel()
	l := sample(t)
	l.static = []string{"assets/type.css", "index.html", "CNAME"}
	files := makeAll(t, l)
	if files["CNAME"] != "CNAME" || files["assets/type.css"] != "assets/type.css" || files["index.html"] == "index.html" {
		t.Error("assets and static files are not put where they belong")
	}
}
