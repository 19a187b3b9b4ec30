package site_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"briefbook/generator/internal/article"
	"briefbook/generator/internal/book"
	"briefbook/generator/internal/site"
)

// marked puts a time on the first place where words stand in a paragraph.
func marked(t testing.TB, o *book.Original, para int, words string, m book.Mark) book.Mark {
	t.Helper()
	m.Para, m.Start = para, strings.Index(o.Paragraphs[para-1], words)
	if m.Start < 0 {
		t.Fatalf("no %q in paragraph %d", words, para)
	}
	m.End = m.Start + len(words)
	return m
}

// capture is a captured text with something of everything.
func capture(t testing.TB) *book.Original {
	o := &book.Original{
		Title: book.Value{Text: "Pilots stay ashore"}, Publisher: book.Value{Text: "Evening Courier Online", Basis: "domain, line 1"},
		Agency: book.Value{Text: "Northern Wire", Basis: "byline, line 3"}, Date: book.Value{Basis: "2016-02-12 (line 1); 2016-02-13 (line 3)"},
		Language: "en", SHA256: strings.Repeat("9af0", 16), File: "originals/courier.html.txt", Size: 6120,
		Flags: []string{"date_conflict", "mojibake", "tide_tables_missing"},
		Paragraphs: []string{
			"The pilots of the Sound stayed ashore on Friday, and the morning boat lay at the quay with nobody to take it out.",
			"Talks were to begin on Tuesday \uFFFD the minister said so on Friday <twice>.",
			"For seven years nobody had struck; in the sixth week of 2009 somebody nearly did.",
		},
		Headings: []book.Heading{{Before: 2, Text: "What the minister said"}},
		Receipts: []book.Receipt{
			{First: 1, Last: 1, Reason: "scraper_date_prefix", Text: "date 2016-02-12"},
			{First: 9, Last: 12, Reason: "paywall_notice", Text: "Read on & on\nfor nothing <b>today</b>"},
			{First: 14, Last: 90, Reason: "harbour_dues", Text: strings.Repeat("dues of the harbour ", 60)},
		},
	}
	lost := strings.Index(o.Paragraphs[1], "\uFFFD")
	o.Marks = []book.Mark{{Para: 2, Start: lost, End: lost + 3, Kind: book.Sic, Note: "character lost in capture"}}
	return article.Marked(o, []book.Mark{
		marked(t, o, 1, "on Friday", book.Mark{When: day("2016-02-12"), Note: "the Friday of publication"}),
		marked(t, o, 2, "on Tuesday", book.Mark{Value: "2016-02-16", Note: "the Tuesday after 12 February 2016"}),
		marked(t, o, 2, "on Friday", book.Mark{When: day("2016-02-12"), Note: "the Friday of publication"}),
		marked(t, o, 3, "seven years", book.Mark{Value: "P7Y"}),
		marked(t, o, 3, "the sixth week of 2009", book.Mark{Value: "2009-W06"}),
		marked(t, o, 3, "2009", book.Mark{Value: "2009"}),
	})
}

func TestInternalSourcePage(t *testing.T) {
	t.Parallel()
	l := sample(t)
	l.edition = book.Internal
	l.texts["courier"] = capture(t)
	page := made(t, l, "sources/courier.html")
	for name, want := range map[string]string{
		"a crosshead":                    `<h3 class="crosshead">What the minister said</h3>`,
		"a date":                         `<time class="when" datetime="2016-02-12" title="12 February 2016 – the Friday of publication">on Friday</time>`,
		"its working in the margin":      `<span class="side" aria-hidden="true">12 February 2016 – the Friday of publication</span>`,
		"a span of time":                 `<span class="when" title="7 years">seven years</span>`,
		"a week":                         `<time class="when" datetime="2009-W06" title="week 6 of 2009">the sixth week of 2009</time>`,
		"damage":                         `<span class="sic"> <span class="unseen">editor’s mark: </span>[character lost in capture]</span>`,
		"a flag":                         `<li>Characters were lost or garbled before the text was captured.</li>`,
		"a flag with its evidence":       `<li>The capture gives different dates of publication: 2016-02-12 (line 1); 2016-02-13 (line 3).</li>`,
		"a flag without words":           `<li>Tide tables missing.</li>`,
		"another agency":                 `<li>Agency: the card has “Sound Press”, the text “Northern Wire” (byline, line 3).</li>`,
		"another title":                  `<li>Title: the card has “Quays fall silent as pilots walk out”, the text “Pilots stay ashore”.</li>`,
		"damaged paragraphs":             `<li>Damage is marked in <a href="#p2">¶2</a></li>`,
		"dates, equal ones once":         `<th scope="row">“on Friday”</th><td><time datetime="2016-02-12">12 February 2016</time> <span class="working">the Friday of publication</span></td><td class="paras"><a href="#p1">¶1</a> <a href="#p2">¶2</a></td>`,
		"a span in the table":            `<th scope="row">“seven years”</th><td>7 years</td>`,
		"the untouched original":         `<a href="../originals/courier.html.txt">courier.txt</a> <span class="working">– untouched, web page, shown as its source, 6.1 kB</span>`,
		"the original beside receipts":   `The whole capture is in <a href="../originals/courier.html.txt">the untouched original</a>.`,
		"the hash":                       `<dd class="hash" title="` + strings.Repeat("9af0", 16) + `"><code>`,
		"reasons":                        `3 blocks of the capture are not part of the article: a date put in front by a scraper; a paywall; harbour dues.`,
		"a receipt":                      `<p class="why"><b>a paywall</b> <span class="lines">lines 9–12 · <code>paywall_notice</code></span></p>`,
		"its text":                       "<p class=\"taken\">Read on &amp; on\nfor nothing &lt;b&gt;today&lt;/b&gt;</p>",
		"the rest of a long one, folded": `<summary>880 characters more</summary>`,
		"the way there":                  `<a href="#at-dates">Dates in the text</a>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%s: no %s", name, want)
		}
	}
	for name, wrong := range map[string]string{
		"a publisher with a word more is no other": "Publisher: the card",
		"a number that is the text explains it":    `title="2009"`,
		"a mark that overlaps":                     `datetime="2009">2009`,
	} {
		if strings.Contains(page, wrong) {
			t.Errorf("%s: %s", name, wrong)
		}
	}
	if strings.Count(page, `<span class="side"`) != 2 {
		t.Errorf("%d words in the margin, want 2: each once", strings.Count(page, `<span class="side"`))
	}
	// Without a digest the description is the text's, without what the editors put there.
	l.byID["courier"].Text = &book.Text{}
	if page := made(t, l, "sources/courier.html"); !strings.Contains(page, `content="The pilots of the Sound stayed ashore on Friday, and the morning boat`) {
		t.Error("the description is not the text's beginning")
	}
}

// The public edition tells nothing of how a text was captured and cleaned, in full texts too.
func TestPublicSourcePage(t *testing.T) {
	t.Parallel()
	l := sample(t)
	l.texts["ledger"] = capture(t)
	page := made(t, l, "sources/ledger.html")
	if !strings.Contains(page, `id="p2" data-para="2"`) || !strings.Contains(page, `class="crosshead"`) {
		t.Error("the full text is not there")
	}
	for _, wrong := range []string{"To look at", "at-dates", "at-aside", "untouched", "originals/", `title="12 February`, `class="side"`, "paywall"} {
		if strings.Contains(page, wrong) {
			t.Errorf("the page has %q", wrong)
		}
	}
}

// A text with thousands of dates and of blocks set aside makes a page that is not much longer than the text.
func TestSourcePageStaysSane(t *testing.T) {
	t.Parallel()
	l := sample(t)
	l.edition = book.Internal
	o := &book.Original{Language: "en", File: "originals/courier.txt"}
	var marks []book.Mark
	for i := range 50 {
		var b strings.Builder
		for j := range 100 {
			n := 1000 + 100*(i%20) + j
			marks = append(marks, book.Mark{Para: i + 1, Start: b.Len(), End: b.Len() + 4, Value: strconv.Itoa(n), Note: fmt.Sprint("the year ", n, " of the harbour board")})
			fmt.Fprintf(&b, "%d was a year with boats in it. ", n)
		}
		o.Paragraphs = append(o.Paragraphs, b.String())
	}
	for i := range 2000 {
		o.Receipts = append(o.Receipts, book.Receipt{First: i + 1, Last: i + 1, Reason: fmt.Sprint("reason_", i%9), Text: strings.Repeat("set aside ", 2000)})
	}
	o = article.Marked(o, marks)
	l.texts["courier"] = o
	page := made(t, l, "sources/courier.html")
	for _, want := range []string{
		"and 1,880 more expressions", "and 1,9", `reason 4 <span class="times">222</span>`, "2,000 blocks of the capture are not part of the article.",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q", want)
		}
	}
	if text := len(o.Body.Text()); len(page) > text+600_000 {
		t.Errorf("a page of %d bytes for a text of %d", len(page), text)
	}
	if n := strings.Count(page, `<span class="side"`); n > 40 {
		t.Errorf("%d words in the margin", n)
	}
	if n := strings.Count(page, `datetime=`); n < 5000 {
		t.Errorf("only %d dates are marked", n)
	}
}

// TestFlagsHaveWords looks at every flag that cleaning knows.
func TestFlagsHaveWords(t *testing.T) {
	t.Parallel()
	for _, flag := range flags(t) {
		l := sample(t)
		l.edition = book.Internal
		l.texts["courier"] = article.Marked(&book.Original{Paragraphs: []string{"A boat."}, Flags: []string{flag}}, nil)
		page := made(t, l, "sources/courier.html")
		if plain := strings.ReplaceAll(flag, "_", " "); !strings.Contains(page, "To look at") || strings.Contains(strings.ToLower(page), "<li>"+plain+".</li>") {
			t.Errorf("%s has no words", flag)
		}
	}
}

// flags are the values of the constants FlagX of the room that cleans.
func flags(t *testing.T) (list []string) {
	t.Helper()
	files, err := filepath.Glob("../article/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files of article: %v", err)
	}
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 || !strings.HasPrefix(spec.Names[0].Name, "Flag") {
				return true
			}
			if lit, ok := spec.Values[0].(*ast.BasicLit); ok {
				flag, err := strconv.Unquote(lit.Value)
				if err != nil {
					t.Fatal(err)
				}
				list = append(list, flag)
			}
			return true
		})
	}
	if len(list) < 20 {
		t.Fatalf("only %d flags were found", len(list))
	}
	return list
}

// made is one page of a book.
func made(t *testing.T, l *library, name string) string {
	t.Helper()
	var b strings.Builder
	for _, f := range site.Files(l) {
		if f.Path == name {
			if err := f.Write(&b, l); err != nil {
				t.Fatal(err)
			}
		}
	}
	return b.String()
}
