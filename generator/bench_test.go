package generator

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// corpus is the content folder of a large book: its benchmarks are run with
//
//	go test ./generator -run '^$' -bench Corpus -corpus DIR/content
var corpus = flag.String("corpus", "", "content folder of a large book for the Corpus benchmarks")

// bookDir returns a large book to play with: the corpus, or a made one of a thousand articles.
func bookDir(b *testing.B) string {
	b.Helper()
	if *corpus != "" {
		return *corpus
	}
	dir := filepath.Join(b.TempDir(), "content")
	put := func(name, text string) {
		full := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	put("book.yaml", "title: A large book\n")
	put("chapters/one.md", "---\ntitle: One\nfrom: 2018\nto: 2018\n---\nA chapter.\n")
	words := strings.Repeat("The envoys of both sides crossed the bridge and spoke of the ferry for three hours. ", 9)
	for i := range 1000 {
		put(fmt.Sprintf("articles/a%04d.md", i), fmt.Sprintf("---\ntitle: Article %d\npublisher: Herald\ndate: 2018-%02d-%02d\nrights: full\nlicence: own-work\n---\n%s\n\n%s\n\n%s\n",
			i, 1+i%12, 1+i%28, words, words, words))
	}
	for i := range 100 {
		put(fmt.Sprintf("notes/n%03d.md", i), fmt.Sprintf("---\ntitle: Note %d\nchapter: one\n---\n%s [@a%04d ¶1]\n\nSee [that](../articles/a%04d.md).\n", i, words, i*7, i*3))
	}
	return dir
}

func open(b *testing.B, content, out, cache string) *Generator {
	b.Helper()
	g, err := New(Options{Content: content, Out: out, Cache: cache})
	if err != nil {
		b.Fatal(err)
	}
	return g
}

func build(b *testing.B, g *Generator) Summary {
	b.Helper()
	sum, _, err := g.Build(context.Background(), nil)
	if err != nil {
		b.Fatal(err)
	}
	return sum
}

// BenchmarkCorpusCold builds a book into an empty folder.
func BenchmarkCorpusCold(b *testing.B) {
	content, out := bookDir(b), filepath.Join(b.TempDir(), "public")
	for b.Loop() {
		b.StopTimer()
		if err := os.RemoveAll(out); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		build(b, open(b, content, out, ""))
	}
}

// BenchmarkCorpusUnchanged builds a book again that is as it was, as a new process does.
func BenchmarkCorpusUnchanged(b *testing.B) {
	content, out, cache := bookDir(b), filepath.Join(b.TempDir(), "public"), b.TempDir()
	build(b, open(b, content, out, cache))
	for b.Loop() {
		if sum := build(b, open(b, content, out, cache)); sum.Written != 0 {
			b.Fatalf("%d files written", sum.Written)
		}
	}
}

// BenchmarkCorpusEdit saves one article and asks for its page, as a preview does: with another body, and with
// another title. Reported are the median and the 95th percentile of a round in milliseconds.
func BenchmarkCorpusEdit(b *testing.B) {
	for _, what := range []string{"body", "title"} {
		b.Run(what, func(b *testing.B) {
			content := bookDir(b)
			list, err := filepath.Glob(filepath.Join(content, "articles", "*.md"))
			if err != nil || len(list) == 0 {
				b.Fatal("no articles")
			}
			name := list[len(list)/2]
			was, err := os.ReadFile(name)
			if err != nil {
				b.Fatal(err)
			}
			defer os.WriteFile(name, was, 0o644)
			g := open(b, content, "unused", "")
			s := newShow(g)
			s.round(context.Background(), nil)
			id := strings.TrimSuffix(filepath.Base(name), ".md")
			page := "sources/" + id + ".html"
			if _, ok, err := s.File(page); !ok || err != nil {
				b.Fatalf("%s: %v, %v", page, ok, err)
			}
			var times []time.Duration
			for i := 0; b.Loop(); i++ {
				mark := fmt.Sprintf("edit number %d", i)
				text := append(slices.Clone(was), []byte("\n"+mark+"\n")...)
				if what == "title" {
					text = bytes.Replace(was, []byte("title: "), fmt.Appendf(nil, "title: %d ", i), 1)
					mark = fmt.Sprint(i)
				}
				if err := os.WriteFile(name, text, 0o644); err != nil {
					b.Fatal(err)
				}
				start := time.Now()
				s.round(context.Background(), []string{"content/articles/" + id + ".md"})
				data, _, err := s.File(page)
				times = append(times, time.Since(start))
				if err != nil || !bytes.Contains(data, []byte(mark)) {
					b.Fatalf("the page does not show the edit: %v", err)
				}
			}
			slices.Sort(times)
			b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "median-ms")
			b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "p95-ms")
		})
	}
}
