package markdown

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

// prose is an article of about 550 words in nine paragraphs, n makes it differ.
func prose(n int) string {
	var b strings.Builder
	b.WriteString("---\ntitle: An article\n---\n")
	for p := range 9 {
		for s := range 5 {
			switch (n + p + s) % 4 {
			case 0:
				fmt.Fprintf(&b, "The envoy of district %d told the council that the crossing would stay open. ", n+s)
			case 1:
				b.WriteString("\"No decision has been made about the second bridge,\" a spokesperson said. ")
			case 2:
				b.WriteString("Observers doubted it because the *river* had risen after a week of rain. ")
			case 3:
				b.WriteString("A month later both sides' engineers met at the northern bank, and parted. ")
			}
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

const proseBody = len("---\ntitle: An article\n---\n")

// note is a page of the same size with what notes have.
func note() string {
	var b strings.Builder
	for p := range 9 {
		fmt.Fprintf(&b, "## Part %d\n\nThe crossing at [[north-bank]] stayed closed [@herald-%d ¶2]. It was \"a decision of both "+
			"councils\" [@herald-%d ¶4; @wire-2 ¶1–3], says the [registry](../places/registry.md).\n\n- 2018-05-0%d (planned): the "+
			"envoys meet [@wire-2 ¶5]\n- 2018-06: nothing\n\n> [!JUDGEMENT]\n> It is likely to stay closed.\n\n", p, p, p, p+1)
	}
	return b.String()
}

func BenchmarkGoldmarkAlone(b *testing.B) {
	source := []byte(prose(1)[proseBody:])
	g := grammar()
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		r := &reading{Context: parser.NewContext(), src: diag.NewSource("a.md", "")}
		g.Parse(text.NewReader(source), parser.WithContext(r))
	}
}

func BenchmarkParseArticle(b *testing.B) {
	src := diag.NewSource("a.md", prose(1))
	p := New()
	b.SetBytes(int64(len(src.Text)))
	b.ReportAllocs()
	for b.Loop() {
		p.Parse(src, proseBody, Options{Kind: book.Article, ID: "a"})
	}
}

func BenchmarkParseNote(b *testing.B) {
	src := diag.NewSource("a.md", note())
	p := New()
	b.SetBytes(int64(len(src.Text)))
	b.ReportAllocs()
	for b.Loop() {
		p.Parse(src, 0, Options{Kind: book.Note, ID: "a"})
	}
}

func BenchmarkRender(b *testing.B) {
	for _, bench := range []struct{ name, source string }{{"article", prose(1)[proseBody:]}, {"note", note()}} {
		b.Run(bench.name, func(b *testing.B) {
			t, _ := New().Parse(diag.NewSource("a.md", bench.source), 0, Options{Kind: book.Article, ID: "a"})
			b.ReportAllocs()
			for b.Loop() {
				for _, s := range t.Sections {
					if err := s.Body.Render(io.Discard, everywhere); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

// BenchmarkRetained reports what a parsed article keeps of the heap, beside the size of its HTML.
func BenchmarkRetained(b *testing.B) {
	const articles = 1000
	p := New()
	for b.Loop() {
		var before, after runtime.MemStats
		kept := make([]*book.Text, articles)
		runtime.GC()
		runtime.ReadMemStats(&before)
		size := 0
		for i := range kept {
			kept[i], _ = p.Parse(diag.NewSource("a.md", prose(i)), proseBody, Options{Kind: book.Article, ID: "a"})
			size += len(kept[i].Sections[0].Body.(*fragment).html)
		}
		runtime.GC()
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/articles, "B/article")
		b.ReportMetric(float64(size)/articles, "html-B/article")
		runtime.KeepAlive(kept)
	}
}

// everywhere is a target in which everything is found.
var everywhere = book.Target{
	Link: func(l book.Link) (book.Ref, bool) { return book.Ref{Href: "x.html", Title: "Title", Entry: true}, true },
	Cite: func(c book.Citation) (string, string, bool) { return "../sources/x.html#p2", "3 ¶2", true },
}
