package names

import (
	"io"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

// plain is a body that is its own text.
type plain string

func (p plain) Text() string { return string(p) }
func (p plain) Render(w io.Writer, _ book.Target) error {
	_, err := io.WriteString(w, string(p))
	return err
}

func page1(id book.ID) (string, bool) { return "../x/" + string(id) + ".html", id != "lisbon" }

func TestLink(t *testing.T) {
	t.Parallel()
	g := New(cast)
	const weber = `<a class="entry" data-entry="weber" href="../x/weber.html">Clara Weber</a>`
	for _, c := range []struct{ html, want string }{
		{"", ""},
		{"<p>Nobody.</p>", ""},
		{"<p>Clara Weber and Clara Weber</p>", "<p>" + weber + " and Clara Weber</p>"},
		{"Clara Weber", weber},
		{`<h2>Clara Weber</h2><p>x <em>Clara Weber</em></p>`, `<h2>Clara Weber</h2><p>x <em>` + weber + `</em></p>`},
		{`<p><a href="x">Clara Weber</a>, Clara Weber</p>`, `<p><a href="x">Clara Weber</a>, ` + weber + `</p>`},
		{`<p>Clara Weber <a class="entry" data-entry="weber" href="y">she</a></p>`, ""},
		{`<p><span class="quoted" data-x="1">said <b>Clara Weber</b> <span>Clara Weber</span></span> Clara Weber</p>`,
			`<p><span class="quoted" data-x="1">said <b>Clara Weber</b> <span>Clara Weber</span></span> ` + weber + `</p>`},
		{`<blockquote><p>Clara Weber</p></blockquote>`, ""},
		{`<pre><code>Clara Weber</code></pre><svg><text>Clara Weber</text></svg><script>"Clara Weber"</script><!-- Clara Weber -->`, ""},
		{`<p title="Clara Weber > x">Clara</p><p>Weber</p>`, ""},
		{"<p>Clara <em>Weber</em></p>", ""},
		{"<p>xClara Weber</p><p><em>x</em>Clara Weber</p>", ""},
		{"<p>the tides&nbsp;ministry &amp; Yu Ki-t&rsquo;ae</p>", `<p>the <a class="entry" data-entry="mint" href="../x/mint.html">tides&nbsp;ministry</a> &amp; <a class="entry" data-entry="yoo" href="../x/yoo.html">Yu Ki-t&rsquo;ae</a></p>`},
		{"<p>Lisbon</p>", ""},
		{"<p>Clara Webber, Weber</p>", ""},
		{`<p>Long Quay<span class="cites"><a class="cite" href="#">3</a></span></p>`, `<p><a class="entry" data-entry="quay" href="../x/quay.html">Long Quay</a><span class="cites"><a class="cite" href="#">3</a></span></p>`},
		{"<p>Long Quay<sup>1</sup></p>", `<p><a class="entry" data-entry="quay" href="../x/quay.html">Long Quay</a><sup>1</sup></p>`},
		{"1 < 2 & Clara Weber <", "1 < 2 & " + weber + " <"},
		{"<p>Clara Weber", "<p>" + weber},
		{"<a>Clara Weber", ""},
	} {
		want := c.want
		if want == "" {
			want = c.html
		}
		if got := g.Link(c.html, "", page1); got != want {
			t.Errorf("%s\n got %s\nwant %s", c.html, got, want)
		}
	}
	if got := g.Link("<p>Clara Weber</p>", "weber", page1); strings.Contains(got, "href") {
		t.Errorf("a page links to itself: %s", got)
	}
}

// FuzzLink: links are put in and nothing else is changed.
func FuzzLink(f *testing.F) {
	for _, s := range []string{"<p>Clara Weber</p>", "<a b='\"", "&amp;Long Quay&#32;<", "<!--", "<svg></sv", "한서연은<em>은</em>", "\x00Han\xffSeo-yeon <span class=\"quoted"} {
		f.Add(s)
	}
	g := New(cast)
	f.Fuzz(func(t *testing.T, s string) {
		got := g.Link(s, "", page1)
		for {
			from := strings.Index(got, `<a class="entry" data-entry="`)
			if from < 0 || strings.Contains(s, `<a class="entry"`) {
				break
			}
			to := strings.Index(got[from:], "</a>") + from
			open := strings.IndexByte(got[from:], '>') + from
			got = got[:from] + got[open+1:to] + got[to+4:]
		}
		if got != s && !strings.Contains(s, `<a class="entry"`) {
			t.Errorf("%q became %q", s, got)
		}
	})
}

// FuzzFind: mentions are in order, apart, and within the text.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"Han Seo-yeon met Han.", "한서연은 한국은행에서", "Clra Weber", "N.M.", "Han Seo-yeon \xff Han\u00ad", "Weber Clara Weber von der Heide"} {
		f.Add(s, "Weber")
	}
	g := New(cast)
	f.Fuzz(func(t *testing.T, a, b string) {
		text := []string{a, b}
		mentions, open := g.Find(text)
		para, at := 0, 0
		for _, m := range mentions {
			if m.Para != para {
				para, at = m.Para, 0
			}
			if m.Start < at || m.End <= m.Start || m.End > len(text[m.Para]) {
				t.Fatalf("%q: %+v", text, m)
			}
			at = m.End
		}
		for _, o := range open {
			if text[o.Para][o.Start:o.End] != o.Words || len(o.Holders) == 0 {
				t.Fatalf("%q: %+v", text, o)
			}
		}
	})
}

func BenchmarkLink(b *testing.B) {
	g := New(crowd(5000))
	text := "<p>" + strings.ReplaceAll(prose, ". ", `.</p><p>A <em>line</em> more &amp; another <a href="x">one</a>. `) + "</p>"
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		g.Link(text, "", page1)
	}
}
