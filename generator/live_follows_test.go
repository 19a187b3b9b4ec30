package generator_test

import (
	"bufio"
	"context"
	"io/fs"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"briefbook/generator"
)

// touch is a change of the proven book and what must come of it.
type touch struct {
	name    string
	edition generator.Edition
	before  map[string]string // what else the book has; "" of a file that it has not
	change  map[string]string // file → text; "" removes it
	gone    []string          // pages
	shows   [][2]string       // page, words that it did not have
	loses   [][2]string       // page, words that it has no more
	says    []string          // told to the author, and not before
	hushes  []string          // told before, and no more
}

// Whatever a statement rests on, every page that shows it follows in the live preview, and so does what the author is
// told; and when the change is taken back everything is as it was.
func TestPreviewFollowsProof(t *testing.T) {
	t.Parallel()
	for _, c := range slices.Concat(touches, lockTouches(t), editionTouches(t)) {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := previewed(t, overlaid(proven, c.before), c.edition)
			before, said := w.follows()
			w.lay(c.change)
			after, says := w.follows()
			for _, page := range c.gone {
				if before[page] == "" {
					t.Errorf("there was no %s", page)
				}
				if status, _ := w.get(page); status != http.StatusNotFound {
					t.Errorf("%s: status %d", page, status)
				}
			}
			for _, p := range c.shows {
				if strings.Contains(before[p[0]], p[1]) || !strings.Contains(after[p[0]], p[1]) {
					t.Errorf("%s does not show now, and did not before: %s\n%s", p[0], p[1], after[p[0]])
				}
			}
			for _, p := range c.loses {
				if !strings.Contains(before[p[0]], p[1]) || strings.Contains(after[p[0]], p[1]) {
					t.Errorf("%s did not show before, or shows still: %s\n%s", p[0], p[1], after[p[0]])
				}
			}
			for _, words := range c.says {
				if strings.Contains(said, words) || !strings.Contains(says, words) {
					t.Errorf("not said now, or said before: %s\n%s", words, says)
				}
			}
			for _, words := range c.hushes {
				if !strings.Contains(said, words) || strings.Contains(says, words) {
					t.Errorf("not said before, or said still: %s\n%s", words, says)
				}
			}
			back := map[string]string{}
			for name := range c.change {
				back[name] = overlaid(proven, c.before)[name]
			}
			w.lay(back)
			again, saysAgain := w.follows()
			if !maps.Equal(again, before) || saysAgain != said {
				t.Error("the change is taken back, and the book is not as it was")
			}
		})
	}
}

// overlaid is a book with other files in it; those without text are left out.
func overlaid(book, other map[string]string) map[string]string {
	files := maps.Clone(book)
	maps.Copy(files, other)
	maps.DeleteFunc(files, func(_, text string) bool { return text == "" })
	return files
}

// lay writes files, and removes those without text.
func (w *writing) lay(files map[string]string) {
	w.t.Helper()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if files[name] == "" {
			w.must(os.Remove(w.path(name)))
			continue
		}
		w.save(name, files[name])
	}
}

// served is a file as the preview gives it, without what it adds to pages itself; "" when it gives none.
func (w *writing) served(name string) string {
	w.t.Helper()
	status, body := w.get(name)
	if status != http.StatusOK {
		return ""
	}
	if from := strings.Index(body, `<script src="/-/live.js"`); from >= 0 {
		end := from + strings.Index(body[from:], "</script>") + len("</script>")
		body = body[:from] + body[end:]
	}
	return body
}

// built makes the book as it lies there, anew.
func (w *writing) built() (files map[string]string, says string) {
	w.t.Helper()
	out := filepath.Join(w.t.TempDir(), "out")
	g, err := generator.New(generator.Options{Content: w.path("content"), Edition: w.edition, Out: out})
	w.must(err)
	_, diags, err := g.Build(context.Background(), nil)
	w.must(err)
	files = map[string]string{}
	w.must(filepath.WalkDir(out, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		rel, err := filepath.Rel(out, name)
		if err != nil || strings.HasPrefix(rel, ".") {
			return err
		}
		data, err := os.ReadFile(name)
		files[filepath.ToSlash(rel)] = string(data)
		return err
	}))
	return files, said(diags)
}

// follows waits until the preview shows in every file what a build makes, and says what it says.
func (w *writing) follows() (files map[string]string, says string) {
	w.t.Helper()
	files, says = w.built()
	differs := func() string {
		for _, name := range slices.Sorted(maps.Keys(files)) {
			if w.served(name) != files[name] {
				return name
			}
		}
		return ""
	}
	for end := time.Now().Add(patience); ; time.Sleep(5 * time.Millisecond) {
		name := ""
		if now := w.said(); now == says {
			if name = differs(); name == "" {
				return files, says
			}
		}
		switch {
		case time.Now().Before(end):
		case name == "":
			w.t.Fatalf("the preview says\n%s\na build says\n%s", w.said(), says)
		default:
			w.t.Fatalf("%s is not what a build makes:\n%s\nwant\n%s", name, w.served(name), files[name])
		}
	}
}

// An open page is told at once that a quotation in it fails, and that it holds again.
func TestPreviewTellsOfQuotations(t *testing.T) {
	t.Parallel()
	w := previewed(t, proven, generator.Internal)
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	ask, err := http.NewRequestWithContext(ctx, http.MethodGet, w.url+"-/events?page=notes/says.html", nil)
	w.must(err)
	answer, err := http.DefaultClient.Do(ask)
	w.must(err)
	defer answer.Body.Close()
	events := bufio.NewScanner(answer.Body)
	events.Buffer(nil, 1<<20)
	told := func(fails bool) {
		t.Helper()
		for event := ""; events.Scan(); {
			if name, ok := strings.CutPrefix(events.Text(), "event: "); ok {
				event = name
			}
			data, ok := strings.CutPrefix(events.Text(), "data: ")
			if ok && event == "diagnostics" && strings.Contains(data, "quote-not-found") == fails {
				return
			}
		}
		t.Fatalf("the page was not told: %v", events.Err())
	}
	told(false)
	const original = "content/originals/envoys.txt"
	w.lay(with(original, "asked the other side for a written answer", "begged the other side for a signed paper"))
	told(true)
	w.shows("notes/says.html", `class="seal fails"`)
	w.save(original, envoysText)
	told(false)
	w.shows("quotations.html", "all found word for word")
}
