package site_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

// telling says where the sample names whom, as finding would.
func telling(l *library) {
	courier, ledger, memo, strike, tariffs := l.byID["courier"].Head, l.byID["ledger"].Head, l.byID["memo"].Head, l.byID["2016-strike"].Head, l.byID["tariffs"].Head
	l.namings = map[book.ID][]book.Naming{
		"ada-holm": {
			{On: strike, Section: "Key points", Anchor: "key-points", Words: "Ada Holm"},
			{On: courier, Para: 4, Anchor: "p4", Words: "Ada Holm"}, {On: courier, Para: 5, Anchor: "p5", Words: "Holm", Class: book.BySurname},
			{On: courier, Para: 2, Words: "Aba Holm", Class: book.ByTypo}, {On: courier, Section: "Digest", Anchor: "at-digest", Words: "Ada Holm"},
			{On: ledger, Para: 0, Words: "Holm", Class: book.BySurname}, {On: ledger, Para: 1, Anchor: "p1", Words: "ADA HOLM", Class: book.ByForm},
			{On: tariffs, Words: "Ada Holm"},
		},
		"han-seo-yeon": {{On: memo, Para: 2, Anchor: "p2", Words: "한서연은", Class: book.ByForm}},
		"long-quay": {{On: courier, Para: 1, Anchor: "p1", Words: "Long Quay"}, {On: courier, Para: 3, Anchor: "p3", Words: "Long Quay", Reading: book.AsGovernment},
			{On: strike, Section: "The walk-out", Anchor: "the-walk-out", Words: "Long Quay"}},
	}
}

func TestWhereAnEntryIsMentioned(t *testing.T) {
	t.Parallel()
	l := sample(t)
	telling(l)
	files := makeAll(t, l)
	for _, c := range []struct{ page, want string }{
		{"people/ada-holm.html", `<li id="at-in-2016-strike"><span class="mark">1</span>`},
		{"people/ada-holm.html", `<a href="../sources/courier.html">¶2</a>`},
		{"people/ada-holm.html", `, <a href="../sources/courier.html#p4">4–5</a>`},
		{"people/ada-holm.html", `“Aba Holm”`},
		{"people/ada-holm.html", `<a href="../chapters/2016-strike.html#key-points">Key points</a>`},
		{"people/ada-holm.html", `<time datetime="2016-02-12">`},
		{"people/ada-holm.html", "named on 4 pages"},
		{"people/han-seo-yeon.html", `“한서연은”`},
		{"places/long-quay.html", `<i>as government</i> <a href="../sources/courier.html#p3">¶3</a>`},
		{"index-of-names.html", `<a class="heading" href="people/ada-holm.html">Holm, Ada</a>`},
		{"index-of-names.html", `<span class="other" lang="ko">홀름</span> <i>see</i> <a class="entry" data-entry="ada-holm" href="people/ada-holm.html">Ada Holm</a>`},
		{"index-of-names.html", `<h2 lang="ko">ㅎ</h2>`},
		{"index-of-names.html", `<i>see also</i> <a class="entry" data-entry="harbour-board"`},
		{"index-of-names.html", `<a href="chapters/2016-strike.html" title="The harbour strike">ch. 1</a>: <a href="chapters/2016-strike.html#key-points">Key points</a>`},
		{"people.html", `<a href="people/ada-holm.html#at-in-2016-strike" aria-label="3: Ada Holm in chapter 1">3</a>`},
		{"people.html", `<td class="level-1"><a href="people/han-seo-yeon.html#at-in-2019-accord"`},
	} {
		if !strings.Contains(files[c.page], c.want) {
			t.Errorf("%s lacks %s", c.page, c.want)
		}
	}
	if strings.Contains(files["people/ada-holm.html"], ">Digest<") || strings.Contains(files["people/ada-holm.html"], "ADA HOLM") {
		t.Error("a digest is told beside the paragraphs, or capitals as another spelling")
	}
	if strings.Contains(files["places.html"], "at-matrix") || strings.Index(files["index-of-names.html"], ">ㄱ<") < strings.Index(files["index-of-names.html"], ">P<") {
		t.Error("places have a matrix, or Hangul does not come last")
	}
	all := files
	all["print.html"] = ""
	for name := range sheetNames {
		all["assets/"+name] = ""
	}
	follow(t, all)
}

// sheetNames are the stylesheets and scripts a page asks for.
var sheetNames = map[string]bool{"type.css": true, "page.css": true, "parts.css": true, "evidence.css": true, "names.css": true, "figure.css": true,
	"code.css": true, "print.css": true, "copy.js": true}

// TestNamesAreLinkedOnceInASection gives what Linked is asked: each section as a whole, key points together.
func TestNamesAreLinkedOnceInASection(t *testing.T) {
	t.Parallel()
	l := sample(t)
	var points []string
	l.linked = func(on book.ID, html string, href func(book.Head) string) string {
		if on == "2016-strike" && strings.Contains(html, "walked out on 12") {
			points = append(points, html)
		}
		if on == "memo" {
			t.Errorf("the text of a source is given to be linked: %s", html)
		}
		return strings.Replace(html, "minister", `<a href="`+href(l.byID["ada-holm"].Head)+`">minister</a>`, 1)
	}
	files := makeAll(t, l)
	if len(points) != 1 || strings.Count(points[0], "\x00") != 1 {
		t.Errorf("key points were given as %q", points)
	}
	text := files["chapters/2016-strike.html"]
	if !strings.Contains(text, `then <a href="../people/ada-holm.html">minister</a>`) || strings.Contains(text, "\x00") {
		t.Error("the links are not on the page")
	}
}

func TestLongIndexOfNames(t *testing.T) {
	t.Parallel()
	l := newLibrary(t, book.Info{Title: "Names", Language: "en"})
	var chapters []book.Head
	for i := range 20 {
		chapters = append(chapters, l.add(&book.Page{Head: book.Head{ID: book.ID(fmt.Sprint("c", i)), Kind: book.Chapter, Title: fmt.Sprint("Part ", i)}}).Head)
	}
	crowd(l, "c0", 60)
	l.namings = map[book.ID][]book.Naming{}
	for i := range 420 {
		id := book.ID(fmt.Sprint("a", i))
		l.add(&book.Page{Head: book.Head{ID: id, Kind: book.Person, Title: fmt.Sprintf("Aal %03d", i)}, Meta: &book.Meta{Entry: &book.Entry{Korean: fmt.Sprint("강", i)}}})
		for k := range 1 + i%60 {
			l.namings[id] = append(l.namings[id], book.Naming{On: l.byID[book.ID(fmt.Sprint("c0-s", k))].Head, Para: 1 + k})
		}
	}
	_ = chapters
	files := makeAll(t, l)
	for page, want := range map[string]string{
		"index-of-names.html": `href="index-of-names-a.html"`, "index-of-names-a.html": "Aal 399</a>", "index-of-names-a-page-2.html": "Aal 400</a>",
		"index-of-names-hangul-1-page-2.html": "강99</span>", "people-a.html": "chapters 9 to 16", "people/a59.html": "and 20 more sources",
	} {
		if !strings.Contains(files[page], want) {
			t.Errorf("%s lacks %s", page, want)
		}
	}
	if strings.Contains(files["index-of-names.html"], "Aal") {
		t.Error("the index lists what its letters list")
	}
	if n := strings.Count(files["people-a.html"], `<tr><th scope="row">`); n != 60*3 {
		t.Errorf("the matrix has %d rows", n)
	}
	if !strings.Contains(files["index-of-names-a.html"], `people/a59.html#at-linked">and 36 more sources</a>`) {
		t.Error("nothing leads to the sources that a line leaves out")
	}
	for _, m := range regexp.MustCompile(`href="#([^"]+)"`).FindAllStringSubmatch(files["index-of-names-a.html"], -1) {
		if !strings.Contains(files["index-of-names-a.html"], `id="`+m[1]+`"`) {
			t.Errorf("#%s leads nowhere", m[1])
		}
	}
}
