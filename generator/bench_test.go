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

// corpusTexts is the folder of the captured texts of that book, if it has one.
var corpusTexts = flag.String("captures", "", "folder of captured texts for the Corpus benchmarks")

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
		put(fmt.Sprintf("articles/a%04d.md", i), fmt.Sprintf("---\ntitle: \"Article %d\"\npublisher: Herald\ndate: 2018-%02d-%02d\nrights: full\nlicence: own-work\n---\n%s\n\n%s\n\n%s\n",
			i, 1+i%12, 1+i%28, words, words, words))
	}
	for i := range 50 {
		put(fmt.Sprintf("people/p%02d.md", i), fmt.Sprintf("---\nname: \"Ann Ferry%c%c\"\n---\nA pilot.\n", 'a'+i/26, 'a'+i%26))
	}
	for i := range 100 {
		put(fmt.Sprintf("notes/n%03d.md", i), fmt.Sprintf("---\ntitle: Note %d\nchapter: one\n---\n%s [@a%04d ¶1]\n\nSee [that](../articles/a%04d.md).\n", i, words, i*7, i*3))
	}
	return dir
}

func open(b *testing.B, content, out, cache string) *Generator {
	b.Helper()
	g, err := New(Options{Content: content, Originals: *corpusTexts, Out: out, Cache: cache})
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

// looked are pages that an author has looked at before the edit: what they gather is kept up to date from then on.
var looked = []string{"index.html", "index-of-names.html", "bibliography.html", "chronology.html"}

// An edit is a change to one file and the page on which it is looked for.
type edit struct {
	what, file, page string
	change           func(was []byte, i int) (text []byte, shows string)
}

// edits are the changes that are measured: each is another one with every i.
func edits(b *testing.B, content string) []edit {
	b.Helper()
	middle := func(folder string) (name, id string) {
		list, err := filepath.Glob(filepath.Join(content, folder, "*.md"))
		if err != nil || len(list) == 0 {
			b.Fatalf("no %s", folder)
		}
		name = list[len(list)/2]
		return name, strings.TrimSuffix(filepath.Base(name), ".md")
	}
	article, source := middle("articles")
	note, noteID := middle("notes")
	person, who := middle("people")
	behind := func(words string) func([]byte, int) ([]byte, string) {
		return func(was []byte, i int) ([]byte, string) {
			mark := fmt.Sprintf("edit number %d", i)
			return append(slices.Clone(was), []byte("\n"+strings.Replace(words, "EDIT", mark, 1)+"\n")...), mark
		}
	}
	key := func(key string) func([]byte, int) ([]byte, string) {
		return func(was []byte, i int) ([]byte, string) {
			mark := fmt.Sprint("Number", i)
			return bytes.Replace(was, []byte(key+`: "`), fmt.Appendf(nil, `%s: "%s `, key, mark), 1), mark
		}
	}
	list := []edit{
		{"body", article, "sources/" + source + ".html", behind("EDIT")},
		{"title", article, "sources/" + source + ".html", key("title")},
		{"name", person, "people/" + who + ".html", key("name")},
		{"quotation", note, "notes/" + noteID + ".html", behind("EDIT: \"five words and some more\" [@" + source + " ¶1].")},
	}
	if *corpusTexts == "" {
		return list
	}
	texts, err := filepath.Glob(filepath.Join(*corpusTexts, "*.txt"))
	if err != nil || len(texts) == 0 {
		b.Fatal("no originals")
	}
	text := texts[len(texts)/2]
	return append(list, edit{"original", text, "sources/" + strings.TrimSuffix(filepath.Base(text), ".txt") + ".html",
		func(was []byte, i int) ([]byte, string) { return append(slices.Clone(was), fmt.Append(nil, i)...), "" }})
}

// BenchmarkCorpusEdit saves one file and asks for a page of it, as a preview does. Reported are the median and the 95th
// percentile of a round in milliseconds, and how many steps it took.
func BenchmarkCorpusEdit(b *testing.B) {
	content := bookDir(b)
	for _, e := range edits(b, content) {
		b.Run(e.what, func(b *testing.B) {
			was, err := os.ReadFile(e.file)
			if err != nil {
				b.Fatal(err)
			}
			defer os.WriteFile(e.file, was, 0o644)
			g := open(b, content, "unused", "")
			s := newShow(g)
			s.round(context.Background(), nil)
			for _, page := range append([]string{e.page}, looked...) {
				if _, ok, err := s.File(page); !ok || err != nil {
					b.Fatalf("%s: %v, %v", page, ok, err)
				}
			}
			name, _ := g.disk.Name(e.file)
			g.store.Ran()
			var times []time.Duration
			for i := 1; b.Loop(); i++ {
				text, shows := e.change(was, i)
				if err := os.WriteFile(e.file, text, 0o644); err != nil {
					b.Fatal(err)
				}
				start := time.Now()
				s.round(context.Background(), []string{name})
				data, _, err := s.File(e.page)
				times = append(times, time.Since(start))
				if err != nil || !bytes.Contains(data, []byte(shows)) {
					b.Fatalf("the page does not show the edit: %v", err)
				}
			}
			b.ReportMetric(float64(g.store.Ran())/float64(len(times)), "steps/op")
			slices.Sort(times)
			b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "median-ms")
			b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "p95-ms")
		})
	}
}
