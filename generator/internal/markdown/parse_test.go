package markdown

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata")

// library is a target of a small book: people are entries, what is named "gone" is not there.
func library(o Options) book.Target {
	return book.Target{
		Link: func(l book.Link) (book.Ref, bool) {
			href := l.URL
			if l.To != "" {
				href = string(l.To) + ".html"
			}
			if l.To == o.ID {
				href = ""
			}
			if l.Fragment != "" {
				href += "#" + l.Fragment
			}
			return book.Ref{Href: href, Title: "The title of " + string(l.To), Entry: l.To == "envoy"}, l.To != "gone"
		},
		Cite: func(c book.Citation) (string, string, bool) {
			return string(c.Source) + ".html", "7 " + paras(c.Paras), c.Source != "gone"
		},
		Numbered: o.Kind == book.Article,
	}
}

// TestParse reads testdata/*.txtar: after the options ("kind: note") a page, and what is made of it.
func TestParse(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	p := New()
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			o := options(t, string(a.Comment))
			page := a.Files[0]
			text, diags := p.Parse(diag.NewSource(page.Name, string(page.Data)), 0, o)
			got := []txtar.File{page}
			for _, f := range []struct{ name, data string }{
				{"html", markup(t, text, library(o))}, {"text", plain(text)}, {"facts", findings(text, string(page.Data))}, {"diagnostics", list(t, diags)},
			} {
				if f.data != "" {
					got = append(got, txtar.File{Name: f.name, Data: []byte(f.data)})
				}
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(&txtar.Archive{Comment: a.Comment, Files: got}), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want, got := txtar.Format(a), txtar.Format(&txtar.Archive{Comment: a.Comment, Files: got}); !bytes.Equal(got, want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func options(t *testing.T, comment string) Options {
	t.Helper()
	o := Options{Kind: book.Note, ID: "here"}
	for line := range strings.Lines(comment) {
		key, value, ok := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "kind":
			for _, k := range book.Kinds {
				if k.String() == value {
					o.Kind = k
				}
			}
		case "title":
			o.Title = value
		case "language":
			o.Language = value
		default:
			if ok {
				t.Fatalf("unknown option %q", key)
			}
		}
	}
	return o
}

func markup(t *testing.T, x *book.Text, to book.Target) string {
	t.Helper()
	var b strings.Builder
	for _, s := range x.Sections {
		if s.Title != "" || s.Role != book.Plain {
			fmt.Fprintf(&b, "== %s (%s, %d)\n", s.Title, s.ID, s.Role)
		}
		if s.Body != nil {
			if err := s.Body.Render(&b, to); err != nil {
				t.Fatal(err)
			}
		}
	}
	if x.Footnotes != nil {
		b.WriteString("== footnotes\n")
		if err := x.Footnotes.Render(&b, to); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func plain(x *book.Text) string {
	var b strings.Builder
	for _, s := range x.Sections {
		if s.Body != nil {
			b.WriteString(s.Body.Text() + "\n")
		}
	}
	return b.String()
}

// findings lists the facts of a page, a line each; what stands at a place comes last.
func findings(x *book.Text, source string) string {
	var b strings.Builder
	at := func(s diag.Span) string { return fmt.Sprintf("%q", source[s.Start:s.End]) }
	anchors := func(list []book.Citation) (names []string) {
		for _, c := range list {
			names = append(names, c.Anchor)
		}
		return names
	}
	for _, e := range x.Events {
		key := ""
		if e.Key != "" {
			key = " id=" + e.Key
		}
		fmt.Fprintf(&b, "event %s %s %s working=%q%s %q %v %s\n", e.Anchor, e.Date, e.State, e.Working, key, e.Plain, anchors(e.Cites), at(e.At))
	}
	for _, p := range x.Points {
		fmt.Fprintf(&b, "point %s %q %v %s\n", p.Anchor, p.Plain, anchors(p.Cites), at(p.At))
	}
	for _, q := range x.Questions {
		fmt.Fprintf(&b, "question %s %q %s\n", q.Anchor, q.Plain, at(q.At))
	}
	for _, a := range x.Alerts {
		fmt.Fprintf(&b, "%s %s sort=%q title=%q %q %v %s\n", a.Kind, a.Anchor, a.Sort, a.Title, a.Plain, anchors(a.Cites), at(a.At))
	}
	for _, c := range x.Citations {
		fmt.Fprintf(&b, "citation %s %s %v locator=%q prefix=%q suffix=%q section=%q context=%q %s\n", c.Anchor, c.Source, c.Paras, c.Locator, c.Prefix,
			c.Suffix, c.Section, c.Context, at(c.At))
	}
	for _, q := range x.Quotations {
		fmt.Fprintf(&b, "quotation %q %s block=%v %s\n", q.Words, q.Cite.Anchor, q.Block, at(q.At))
	}
	for _, l := range x.Links {
		fmt.Fprintf(&b, "link to=%q url=%q fragment=%q wiki=%v label=%q %s\n", l.To, l.URL, l.Fragment, l.Wiki, l.Label, at(l.At))
	}
	if x.Paragraphs > 0 {
		fmt.Fprintf(&b, "paragraphs %d\n", x.Paragraphs)
	}
	return b.String()
}

func list(t *testing.T, diags []diag.Diagnostic) string {
	t.Helper()
	var b strings.Builder
	for _, d := range diag.Sort(diags) {
		if err := d.Print(&b); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func TestSpansCountFrontMatter(t *testing.T) {
	t.Parallel()
	const file = "---\ntitle: Ärger\n---\n\nÄ [@x ¶0] and [[gone]].\n"
	src := diag.NewSource("content/notes/a.md", file)
	text, diags := New().Parse(src, strings.Index(file, "\n\n")+1, Options{Kind: book.Note, ID: "a"})
	if len(diags) != 1 || diags[0].Line != 5 || diags[0].Column != 6 || diags[0].Excerpt != "Ä [@x ¶0] and [[gone]]." {
		t.Errorf("diagnostics %+v", diags)
	}
	if at := text.Links[0].At; file[at.Start:at.End] != "[[gone]]" || at.Source != src {
		t.Errorf("the link stands at %q", file[at.Start:at.End])
	}
}

func TestTargets(t *testing.T) {
	t.Parallel()
	const source = "### Sub\n\nA [@x ¶2]\\\n[up](#sub)[^1].\n\n---\n\n[^1]: Note.\n"
	text, _ := New().Parse(diag.NewSource("a.md", source), 0, Options{Kind: book.Article, ID: "a"})
	to := library(Options{ID: "a"})
	to.Anchor = func(id string) string { return "a." + id }
	to.Shift, to.XHTML, to.Numbered = 2, true, true
	const want = `<h4 id="a.sub">Sub</h4>
<p id="a.p1" data-para="1"><a class="pn" href="#a.p1" aria-label="Paragraph 1">¶1</a> A <a class="cite" id="a.c1" data-source="x" data-para="2" href="x.html">7 2</a><br />
<a href="#sub">up</a><sup class="fn" id="a.fnref1"><a href="#a.fn1" role="doc-noteref" aria-label="Footnote 1">1</a></sup>.</p>
<hr />
== footnotes
<section class="footnotes" role="group" aria-label="Footnotes">
<ol>
<li id="a.fn1"><p>Note. <a class="back" href="#a.fnref1" role="doc-backlink" aria-label="Back to reference 1">↩︎</a></p>
</li>
</ol>
</section>
`
	if got := markup(t, text, to); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	var b strings.Builder
	if err := text.Sections[0].Body.Render(&b, book.Target{}); err != nil || !strings.Contains(b.String(), "<p>A [@x ¶2]<br>\nup<sup") {
		t.Errorf("a target that resolves nothing: %v\n%s", err, b.String())
	}
}

// TestConcurrentUse runs one Parser and one Text from several goroutines; the race detector judges.
func TestConcurrentUse(t *testing.T) {
	t.Parallel()
	p := New()
	sources := []string{prose(1), note(), "<b>x</b>\n\n```go\nfunc f() {}\n```\n\n```json\n{\"a\": 1}\n```\n"}
	var want []string
	for _, s := range sources {
		text, _ := New().Parse(diag.NewSource("a.md", s), 0, Options{Kind: book.Note, ID: "a"})
		want = append(want, whole(t, text, everywhere))
	}
	shared, _ := p.Parse(diag.NewSource("a.md", note()), 0, Options{Kind: book.Note, ID: "a"})
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			for n := range 30 {
				k := (i + n) % len(sources)
				text, _ := p.Parse(diag.NewSource("a.md", sources[k]), 0, Options{Kind: book.Note, ID: "a"})
				if got := whole(t, text, everywhere); got != want[k] {
					t.Errorf("source %d differs", k)
					return
				}
				if got := whole(t, shared, everywhere); got != want[1] {
					t.Error("the shared text differs")
					return
				}
			}
		})
	}
	group.Wait()
}

// TestDeepNesting feeds what could take a stack or an age, and wants it back as balanced markup.
func TestDeepNesting(t *testing.T) {
	t.Parallel()
	const n = 3_000
	for name, source := range map[string]string{
		"quotes":     strings.Repeat(">", n),
		"lists":      strings.Repeat("- ", n),
		"brackets":   strings.Repeat("[", n) + strings.Repeat("]", n),
		"wiki":       strings.Repeat("[[a", n),
		"citations":  strings.Repeat("[@", n) + strings.Repeat("@a [", n),
		"emphasis":   strings.Repeat("*a **b ", n) + strings.Repeat("c** d*", n),
		"images":     strings.Repeat("![a", n) + strings.Repeat("](b)", n),
		"addresses":  strings.Repeat("[a](", n),
		"raw":        strings.Repeat("<div>\n\n", n) + strings.Repeat("<b>", n),
		"quotations": strings.Repeat("“a ", n) + strings.Repeat("b” [@c ¶1] ", n/10),
		"entities":   strings.Repeat("&", n),
		"notes":      strings.Repeat("^[a", n) + strings.Repeat("]", n),
		"open notes": strings.Repeat("^[", 20*n),
		"fences":     strings.Repeat(":::\n", n),
		"handles":    strings.Repeat("@a-1 [p. 3; -@b-", n),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text, diags := New().Parse(diag.NewSource("a.md", source+"\n"), 0, Options{Kind: book.Note, ID: "a"})
			to := everywhere
			to.XHTML = true
			if err := balanced(whole(t, text, to)); err != nil {
				t.Error(err)
			}
			if len(diags) > most {
				t.Errorf("%d diagnostics", len(diags))
			}
		})
	}
}
