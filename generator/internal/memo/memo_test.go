package memo

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"briefbook/generator/internal/diag"
)

// The steps of a toy book: every page shows the titles of all pages of its folder.
const (
	kParse Kind = iota + 1
	kOutline
	kSite
	kPage // lazy
)

type str string

func (s str) Sum() Sum { return SumOf([]byte(s)) }

// doc is a page's text; its part "title" is the first line.
type doc string

func (d doc) Sum() Sum        { return SumOf([]byte(d)) }
func (d doc) PartSum(any) Sum { return SumOf([]byte(d.title())) }
func (d doc) title() string   { line, _, _ := strings.Cut(string(d), "\n"); return line }

type titles map[string]string

func (t titles) Sum() Sum {
	names := make([]string, 0, len(t))
	for n := range t {
		names = append(names, n)
	}
	slices.Sort(names)
	var b bytes.Buffer
	for _, n := range names {
		fmt.Fprintf(&b, "%q=%q\n", n, t[n])
	}
	return SumOf(b.Bytes())
}

func (t titles) PartSum(part any) Sum {
	title, ok := t[part.(string)]
	return SumOf(fmt.Appendf(nil, "%v %s", ok, title))
}

func parse(name string) func(*Run) doc {
	return func(r *Run) doc {
		b, err := r.ReadFile(name)
		if err != nil {
			r.Report(diag.Errorf(diag.NewSource(name, "").Whole(), "missing", "%s is missing", name))
		}
		if strings.Contains(string(b), "BAD") {
			r.Report(diag.Errorf(diag.NewSource(name, string(b)).Span(0, 1), "bad", "a bad page"))
		}
		return doc(b)
	}
}

func outline(r *Run) titles {
	return titlesStep(r, func(t titles) titles { return t }, nil)
}

func titlesStep[P any](r *Run, pick func(titles) P, part any) P {
	do := func(r *Run) titles {
		list, _ := r.ReadDir("content")
		out := titles{}
		for _, e := range list {
			name := path.Join("content", e.Name())
			out[name] = Part(r, Key{kParse, name}, parse(name), "title", doc.title)
		}
		return out
	}
	if part == nil {
		return pick(Get(r, Key{kOutline, ""}, do))
	}
	return Part(r, Key{kOutline, ""}, do, part, pick)
}

func page(r *Run, name string) str {
	layout, err := r.ReadFile("layouts/page.html")
	if err != nil {
		layout = []byte("default")
	}
	text := Get(r, Key{kParse, name}, parse(name))
	out := string(layout) + "|" + string(text)
	// "see X" shows X's title: a part of the outline.
	for _, word := range strings.Fields(string(text)) {
		if to, ok := strings.CutPrefix(word, "see:"); ok {
			to = "content/" + to
			out += "|" + titlesStep(r, func(t titles) string { return t[to] }, to)
		}
	}
	return str(out)
}

func list(r *Run) str {
	var names []string
	for n := range outline(r) {
		names = append(names, n)
	}
	slices.Sort(names)
	return str(strings.Join(names, "\n"))
}

// build asks for the list of pages and for every page, and returns all bytes.
func build(s *Store, pages map[string]bool) string {
	names := string(Ask(s, Key{kSite, ""}, list))
	now := map[string]bool{}
	var out strings.Builder
	for _, n := range strings.Fields(names) {
		now[n] = true
		out.WriteString(string(Ask(s, Key{kPage, n}, func(r *Run) str { return page(r, n) })))
		out.WriteByte('\n')
	}
	for n := range pages {
		if !now[n] {
			s.Drop(Key{kPage, n})
			delete(pages, n)
		}
	}
	for n := range now {
		pages[n] = true
	}
	for _, d := range s.Diagnostics() {
		_ = d.Print(&out)
	}
	return out.String()
}

func lazy(k Kind) bool { return k == kPage }

func TestRounds(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{}
	put := func(name, text string) { files[name] = &fstest.MapFile{Data: []byte(text)} }
	for i := range 200 {
		put(fmt.Sprintf("content/%03d.md", i), fmt.Sprintf("Title %d\nbody see:007.md", i))
	}
	s, pages := New(files, lazy), map[string]bool{}
	build(s, pages)
	s.Ran()

	for _, step := range []struct {
		what string
		edit func() []string
		want int // steps run
	}{
		{"nothing", func() []string { return nil }, 0},
		{"body", func() []string {
			put("content/009.md", "Title 9\nnew see:007.md")
			return []string{"content/009.md"}
		}, 2}, // parse, page: the title is the same
		{"title shown nowhere", func() []string {
			put("content/009.md", "Renamed\nnew see:007.md")
			return []string{"content/009.md"}
		}, 3 + 1}, // parse, outline, list (same sum), page
		{"title shown by 200", func() []string {
			put("content/007.md", "Seven\nbody see:007.md")
			return []string{"content/007.md"}
		}, 3 + 200},
		{"layout appears where there was none", func() []string {
			put("layouts/page.html", "mine")
			return []string{"layouts/page.html"}
		}, 200},
		{"layout vanishes, nobody says where", func() []string {
			delete(files, "layouts/page.html")
			return Everywhere
		}, 200},
		{"page added", func() []string {
			put("content/999.md", "Extra\n")
			return []string{"content/999.md"}
		}, 4}, // outline, parse, list, page
		{"page removed", func() []string {
			delete(files, "content/999.md")
			return []string{"content/999.md"}
		}, 3}, // parse (gone), outline, list
		{"bad page", func() []string {
			put("content/003.md", "Title 3\nBAD")
			return []string{"content"}
		}, 2}, // parse, page
		{"touched, not changed", func() []string { return []string{"content/003.md", "content", "layouts"} }, 0},
	} {
		s.Look(step.edit())
		got := build(s, pages)
		if ran := s.Ran(); ran != step.want {
			t.Errorf("%s: %d steps ran, want %d", step.what, ran, step.want)
		}
		if want := build(New(files, lazy), map[string]bool{}); got != want {
			t.Errorf("%s: warm and cold differ", step.what)
		}
	}
	if got := len(s.Diagnostics()); got != 1 {
		t.Errorf("%d diagnostics, want the bad page's one, kept through later rounds", got)
	}
}

// A page that nobody asks for again keeps nothing in the book that it had once asked for.
func TestDiagnosticsOfWhatOnlyAMarkedStepHeld(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{"content/a.md": {Data: []byte("A\n")}, "content/b.md": {Data: []byte("B\nBAD")}}
	s := New(files, lazy)
	build(s, map[string]bool{})
	delete(files, "content/b.md")
	s.Look([]string{"content/b.md"})
	if got := s.Diagnostics(); len(got) != 0 {
		t.Errorf("%d diagnostics of a page that is gone: %v", len(got), got[0].Text)
	}
}

// After any sequence of edits an incremental build must equal a clean one, diagnostics included.
func TestWarmEqualsCold(t *testing.T) {
	t.Parallel()
	for seed := range uint64(300) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		files := fstest.MapFS{"content/0.md": {Data: []byte("t\n")}}
		warm, pages := New(files, lazy), map[string]bool{}
		build(warm, pages)
		for range 8 {
			var places []string
			for range 1 + rnd.IntN(3) {
				name := fmt.Sprintf("content/%d.md", rnd.IntN(6))
				switch rnd.IntN(5) {
				case 0:
					delete(files, name)
				case 1:
					name = "layouts/page.html"
					files[name] = &fstest.MapFile{Data: fmt.Append(nil, rnd.IntN(3))}
				case 2:
					name = "layouts/page.html"
					delete(files, name)
				default:
					text := fmt.Sprintf("T%d\nbody%d see:%d.md", rnd.IntN(3), rnd.IntN(3), rnd.IntN(6))
					if rnd.IntN(4) == 0 {
						text += " BAD"
					}
					files[name] = &fstest.MapFile{Data: []byte(text)}
				}
				places = append(places, name)
			}
			if rnd.IntN(3) == 0 {
				places = Everywhere
			}
			warm.Look(places)
			if rnd.IntN(4) == 0 {
				continue // nobody asks after this round
			}
			got, want := build(warm, pages), build(New(files, lazy), map[string]bool{})
			if got != want {
				t.Fatalf("seed %d: warm\n%s\ncold\n%s", seed, got, want)
			}
		}
		for n := range pages {
			warm.Drop(Key{kPage, n})
		}
		warm.Drop(Key{kSite, ""})
		if len(warm.steps) != 0 || len(warm.leafs) != 0 {
			t.Fatalf("seed %d: %d steps and %d leaves left when nobody asks", seed, len(warm.steps), len(warm.leafs))
		}
	}
}

func TestAskTogether(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{}
	for i := range 50 {
		files[fmt.Sprintf("content/%d.md", i)] = &fstest.MapFile{Data: []byte("T see:1.md see:2.md")}
	}
	s := New(files, lazy)
	ask := func() {
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				for i := range 50 {
					n := fmt.Sprintf("content/%d.md", i)
					Ask(s, Key{kPage, n}, func(r *Run) str { return page(r, n) })
				}
			})
		}
		wg.Wait()
	}
	ask()
	if ran := s.Ran(); ran != 50+50+1 {
		t.Errorf("%d steps ran, want each once: 101", ran)
	}
	files["content/1.md"] = &fstest.MapFile{Data: []byte("U see:1.md")}
	s.Look([]string{"content/1.md"})
	s.Ran()
	ask()
	if ran := s.Ran(); ran != 50 {
		t.Errorf("%d pages remade, want each once: 50", ran)
	}
}

func TestRanks(t *testing.T) {
	t.Parallel()
	for name, kind := range map[string]Kind{"upward": kSite, "level": kOutline, "lazy": kPage} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("a step may ask only for lower, eager kinds")
				}
			}()
			Ask(New(fstest.MapFS{}, lazy), Key{kOutline, ""}, func(r *Run) str {
				return Get(r, Key{kind, "x"}, func(*Run) str { return "" })
			})
		})
	}
}

type counting struct {
	fs.FS
	reads *int
}

func (c counting) ReadFile(name string) ([]byte, error) {
	*c.reads++
	return fs.ReadFile(c.FS, name)
}

// A body edit in a large book must not visit the book.
func BenchmarkBodyEdit(b *testing.B) {
	files := fstest.MapFS{}
	for i := range 10_000 {
		files[fmt.Sprintf("content/%05d.md", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "Title %d\nbody see:00007.md", i)}
	}
	reads := 0
	s, pages := New(counting{files, &reads}, lazy), map[string]bool{}
	build(s, pages)
	reads = 0
	for i := 0; b.Loop(); i++ {
		name := "content/05000.md"
		files[name] = &fstest.MapFile{Data: fmt.Appendf(nil, "Title 5000\nbody %d", i)}
		s.Look([]string{name})
		Ask(s, Key{kPage, name}, func(r *Run) str { return page(r, name) })
	}
	b.ReportMetric(float64(reads)/float64(b.N), "reads/op")
}
