package print

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
)

func made(t testing.TB, l *shelfLibrary) string {
	t.Helper()
	var b bytes.Buffer
	for _, f := range Files(l) {
		if f.Path != "print.html" {
			t.Errorf("path %q", f.Path)
		}
		if err := f.Write(&b, l); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

var (
	ids   = regexp.MustCompile(`\sid="([^"]*)"`)
	hrefs = regexp.MustCompile(`\shref="#([^"]*)"`)
	tags  = regexp.MustCompile(`<(/?)([a-z][a-z0-9]*)[^>]*?(/?)>`)
)

// void elements have no end.
var void = map[string]bool{"meta": true, "link": true, "br": true, "img": true, "hr": true}

func TestEveryLinkStandsOnThePage(t *testing.T) {
	t.Parallel()
	for _, edition := range []book.Edition{book.Public, book.Internal} {
		page := made(t, harbour(edition))
		there := make(map[string]bool)
		for _, m := range ids.FindAllStringSubmatch(page, -1) {
			if there[m[1]] {
				t.Errorf("%s: id %q stands twice", edition, m[1])
			}
			there[m[1]] = true
			if !regexp.MustCompile(`^[A-Za-z]`).MatchString(m[1]) {
				t.Errorf("%s: id %q does not begin with a letter", edition, m[1])
			}
		}
		links := hrefs.FindAllStringSubmatch(page, -1)
		if len(links) < 60 {
			t.Errorf("%s: only %d links", edition, len(links))
		}
		for _, m := range links {
			if !there[m[1]] {
				t.Errorf("%s: #%s leads nowhere", edition, m[1])
			}
		}
		if strings.Contains(page, `href="chapters/`) || strings.Contains(page, ".html\"") && !strings.Contains(page, `rel="canonical"`) {
			t.Errorf("%s: a link leaves the page", edition)
		}
	}
}

func TestOneMainOneTitleAndBalancedTags(t *testing.T) {
	t.Parallel()
	page := made(t, harbour(book.Internal))
	for _, tag := range []string{"<main", "<h1", "</main>", "</html>"} {
		if n := strings.Count(page, tag); n != 1 {
			t.Errorf("%d times %s", n, tag)
		}
	}
	if strings.Contains(page, "style=\"") {
		t.Error("style in place")
	}
	var open []string
	for _, m := range tags.FindAllStringSubmatch(page, -1) {
		switch end, name := m[1] == "/", m[2]; {
		case void[name] || m[3] == "/":
		case !end:
			open = append(open, name)
		case len(open) == 0 || open[len(open)-1] != name:
			t.Fatalf("</%s> closes %v", name, open)
		default:
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("never closed: %v", open)
	}
}

func TestReadingOrder(t *testing.T) {
	t.Parallel()
	page := made(t, harbour(book.Public))
	at := 0
	for _, want := range []string{
		`class="cover"`, "<h1>The Two Harbours</h1>", "About this edition", `class="toc"`, `id="at-summary"`, `id="on-summary"`,
		`id="on-2018-quay"`, `id="on-2018-quay--bottom-line"`, `id="on-2018-quay--key-points"`, `id="on-2018-quay--wall"`,
		`id="on-2018-quay--chronology"`, `id="on-2018-quay--open"`, `id="on-2018-quay--silent"`, `id="on-2018-quay--at-citations"`,
		`id="on-2019-closure"`, `id="at-sources"`, `id="on-ledger"`, `id="on-pilot"`, `id="on-survey"`, `id="at-people"`,
		`id="at-organisations"`, `id="at-places"`, `id="at-glossary"`, `id="at-notes"`, `id="at-differences"`, `id="at-judgements"`,
		`id="at-chronology"`,
	} {
		i := strings.Index(page[at:], want)
		if i < 0 {
			t.Fatalf("%s is missing, or stands too early", want)
		}
		at += i
	}
}

func TestContentsListEveryPart(t *testing.T) {
	t.Parallel()
	page := made(t, harbour(book.Public))
	toc, _, _ := strings.Cut(page[strings.Index(page, `class="toc"`):], "</nav>")
	if got, want := strings.Count(toc, "<li>"), strings.Count(page, `<section class="stretch`); got != want || got == 0 {
		t.Errorf("%d lines for %d parts", got, want)
	}
}

func TestCitationsBecomeNotes(t *testing.T) {
	t.Parallel()
	page := made(t, harbour(book.Public))
	for name, want := range map[string]string{
		"a raised number":        `data-source="ledger" href="#on-2018-quay--at-note-1">1</a>`,
		"particulars once":       `<li id="on-2018-quay--at-note-1"><a href="#on-ledger">Tab 1</a>, The Harbour Ledger, <time datetime="2018-06-01">1 June 2018</time>, ¶1. <a class="url" href="https://ledger.example/`,
		"then a reference":       `<li id="on-2018-quay--at-note-2"><a href="#on-ledger">Tab 1</a> (note 1), ¶2. <a class="back"`,
		"no publisher":           `>Tab 3</a>, <time datetime="2019-08-20">20 August 2019</time>, ¶2.`,
		"paragraph on this page": `href="#on-survey--p2">Tab 3</a>`,
		"tab and ¶ in a table":   `href="#on-ledger">1 ¶1</a></span> <span class="working">derived: `,
		"numbers begin again":    `href="#on-2019-closure--at-note-1">1</a>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%s: no %s", name, want)
		}
	}
	if n := strings.Count(page, `href="#on-2019-closure--at-note-1">1</a>`); n != 2 {
		t.Errorf("equal citations share %d marks, want 2", n)
	}
	if !strings.Contains(page, `href="#on-2019-closure--c2" aria-label="Back to the text, place 2"`) {
		t.Error("no way back to the second place")
	}
}

func TestLinksOfTheText(t *testing.T) {
	t.Parallel()
	page := made(t, harbour(book.Public))
	for name, want := range map[string]string{
		"to a page":                        `<a href="#on-ada-brand">Ada Brand</a>`,
		"to a section":                     `<a href="#on-2019-closure--open">the questions</a>`,
		"to a paragraph that is shown":     `<a href="#on-survey--p2">the finding</a>`,
		"to a paragraph that is not shown": `<a href="#on-ledger">a paragraph that is not shown</a>`,
		"to nothing":                       ` and what is gone.`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%s: no %s", name, want)
		}
	}
}

func TestEventToldInTheTextKeepsItsIDThere(t *testing.T) {
	t.Parallel()
	page := made(t, harbour(book.Public))
	if !strings.Contains(page, `<span id="on-2018-quay--e-2018-09"></span>`) {
		t.Error("the text has lost its event")
	}
	if !strings.Contains(page, `<tr class="event happened" data-date="2018-09">`) {
		t.Error("the row of the same event has an id")
	}
	if !strings.Contains(page, `<tr class="event planned" id="on-2018-quay--e-2018-06-14" data-date="2018-06-14">`) {
		t.Error("the row of an event told nowhere else has none")
	}
}

func TestEditions(t *testing.T) {
	t.Parallel()
	public, internal := made(t, harbour(book.Public)), made(t, harbour(book.Internal))
	const text, marking = "Committees will meet three times", "internal – do not distribute"
	if strings.Contains(public, text) || strings.Contains(public, marking) {
		t.Error("the public edition holds what is internal")
	}
	for _, want := range []string{text, `<p class="marking">` + marking, `@bottom-left { content: "` + marking + `" }`, "noindex",
		`id="on-ledger--p2" data-para="2"`, "Set aside in cleaning: 3 blocks – a date put in front by a scraper; a paywall (2)."} {
		if !strings.Contains(internal, want) {
			t.Errorf("the internal edition lacks %s", want)
		}
	}
	if strings.Contains(internal, "canonical") || !strings.Contains(public, `<link rel="canonical" href="https://book.example/print.html">`) {
		t.Error("canonical address")
	}
}

// asked is a body that writes down how it is wanted.
type asked struct {
	prose
	targets *[]book.Target
}

func (a asked) Render(w io.Writer, to book.Target) error {
	*a.targets = append(*a.targets, to)
	return a.prose.Render(w, to)
}

// On paper nothing hovers; crossheads stand below "Text", which is a heading of level 4.
func TestHowACapturedTextIsWanted(t *testing.T) {
	t.Parallel()
	l := harbour(book.Internal)
	var targets []book.Target
	l.originals["ledger"].Body = asked{"One.", &targets}
	made(t, l)
	if len(targets) != 1 {
		t.Fatalf("rendered %d times", len(targets))
	}
	if to := targets[0]; !to.Numbered || to.Shift != 2 || to.Gloss != nil {
		t.Errorf("%+v", to)
	}
}

func TestHostileWords(t *testing.T) {
	t.Parallel()
	l := harbour(book.Public)
	bad := `</style><script>alert(1)</script>: "a\b" & javascript:x`
	l.info.Title, l.info.Subtitle = bad, bad
	l.add(book.Chapter, "bad", bad, func(p *book.Page) { p.Meta.Status = bad })
	l.add(book.Person, "badder", bad, func(p *book.Page) { p.Meta.Entry = &book.Entry{Variants: []string{bad}, Korean: bad} })
	page := made(t, l)
	if strings.Contains(page, "<script") || strings.Count(page, "</style>") != 1 {
		t.Error("markup got through")
	}
	if want := `content: "\3C /style\3E \3C script\3E alert(1)\3C /script\3E : \22 a\5C b\22  \26  javascript:x"`; !strings.Contains(page, want) {
		t.Errorf("no running head %s", want)
	}
}

func TestAskedForLittle(t *testing.T) {
	t.Parallel()
	l := warehouse(50)
	l.asked = make(map[book.ID]int)
	made(t, l)
	for id, n := range l.asked {
		if n > 2 {
			t.Errorf("%s was asked for %d times", id, n)
		}
	}
}

// countingWriter notes how much is written at a time.
type countingWriter struct{ calls, largest int }

func (c *countingWriter) Write(p []byte) (int, error) {
	c.calls++
	c.largest = max(c.largest, len(p))
	return len(p), nil
}

func TestStreams(t *testing.T) {
	t.Parallel()
	var c countingWriter
	if err := write(&c, warehouse(2000)); err != nil {
		t.Fatal(err)
	}
	if c.calls < 10 || c.largest > 1<<17 {
		t.Errorf("%d writes, the largest of %d bytes", c.calls, c.largest)
	}
}

type fullDisk struct{ left int }

var errFull = errors.New("no space left")

func (f *fullDisk) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestTroubleWhileWritingIsReported(t *testing.T) {
	t.Parallel()
	for _, left := range []int{0, 1 << 16, 1 << 18} {
		if err := write(&fullDisk{left}, warehouse(3000)); !errors.Is(err, errFull) {
			t.Errorf("after %d bytes: %v", left, err)
		}
	}
}

func TestSameBytes(t *testing.T) {
	t.Parallel()
	if made(t, harbour(book.Internal)) != made(t, harbour(book.Internal)) {
		t.Error("two books differ")
	}
}

func TestEmptyBook(t *testing.T) {
	t.Parallel()
	page := made(t, &shelfLibrary{edition: book.Public, info: book.Info{Title: "Nothing yet"}})
	if strings.Contains(page, `class="stretch`) || !strings.Contains(page, `<html lang="en">`) || !strings.Contains(page, "</html>") {
		t.Error(page)
	}
}

func TestMentions(t *testing.T) {
	t.Parallel()
	head := func(kind book.Kind, id string, tab int) book.Head {
		return book.Head{ID: book.ID(id), Kind: kind, Title: id, Tab: tab}
	}
	for _, c := range []struct {
		on   []book.Head
		want string
	}{
		{nil, ""},
		{[]book.Head{head(book.Article, "a", 4), head(book.Article, "b", 2), head(book.Article, "c", 3), head(book.Article, "d", 7)},
			`In tabs <a href="#on-b">2</a>–<a href="#on-a">4</a>, <a href="#on-d">7</a>`},
		{[]book.Head{head(book.Person, "p", 0), head(book.Chapter, "ch", 0), head(book.Article, "a", 1)},
			`In <a href="#on-ch">ch</a>, tab <a href="#on-a">1</a>`},
		{[]book.Head{head(book.Person, "p", 0)}, `In <a href="#on-p">p</a>`},
	} {
		var b bytes.Buffer
		v := &volume{w: bufio.NewWriter(&b)}
		v.mentions("In ", c.on)
		v.w.Flush()
		want := c.want
		if want != "" {
			want = `<p class="mentions">` + want + "</p>\n"
		}
		if b.String() != want {
			t.Errorf("got  %s\nwant %s", b.String(), want)
		}
	}
}

func TestLicence(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]string{
		"": "", "own-work": "", "public-domain": "Public domain", "cc-by-4.0": "CC BY 4.0",
	} {
		if got := licence(code); got != want {
			t.Errorf("%s: got %q, want %q", code, got, want)
		}
	}
}

func TestSpan(t *testing.T) {
	t.Parallel()
	v := &volume{info: book.Info{Language: "en"}}
	for _, c := range [][3]string{
		{"2018-04", "2018-09", "April 2018 – September 2018"}, {"2019", "2019", "2019"}, {"", "2019", "until 2019"}, {"2019", "", "since 2019"}, {"", "", ""},
	} {
		var from, to edtf.Date
		if c[0] != "" {
			from = edtf.MustParse(c[0])
		}
		if c[1] != "" {
			to = edtf.MustParse(c[1])
		}
		if got := v.span(from, to); got != c[2] {
			t.Errorf("%v: got %q", c, got)
		}
	}
}

func BenchmarkWarehouse(b *testing.B) {
	for _, n := range []int{100, 10_000} {
		l := warehouse(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := write(io.Discard, l); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
