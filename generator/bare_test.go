package generator_test

import (
	"context"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefbook/generator"
)

// tidy is the proven book with nothing to complain of.
func tidy() map[string]string {
	filler := "\nThe rest of the day went by with the loading of coal, of rope and of paint, and with talk of the weather, of the price of bread and of what the spring would bring to both of the towns and to those who live between them.\n"
	files := maps.Clone(proven)
	for id, text := range map[string]string{"envoys": envoysText, "post": postText} {
		long := text + strings.Repeat(filler, 3)
		files["content/originals/"+id+".txt"] = long
		files["content/articles/"+id+".md"] = strings.Replace(files["content/articles/"+id+".md"], hash(text), hash(long), 1)
	}
	files["content/articles/early.md"] = strings.Replace(files["content/articles/early.md"], "status: superseded\nsuperseded_by: envoys\n", "", 1)
	files["content/chapters/talks.md"] += "\n## What the sources are silent on\n\n- Who asked first [@post ¶1].\n"
	files["content/notes/says.md"] = strings.Replace(files["content/notes/says.md"], "The LOB", "The office", 1)
	return files
}

// A public edition can be made where the originals are not, by quotes.lock alone: it is as strict, says when each
// quotation was checked, shows no less of what the book says, and tells its maker that the gate did not run.
func TestPublicEditionWithoutOriginals(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	shelve(t, dir, tidy())
	build := func() (map[string]string, []generator.Diagnostic) {
		t.Helper()
		out := filepath.Join(t.TempDir(), "out")
		g, err := generator.New(generator.Options{Content: filepath.Join(dir, "content"), Out: out})
		if err != nil {
			t.Fatal(err)
		}
		sum, diags, err := g.Build(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if sum.Errors+sum.Warnings > 0 {
			t.Errorf("%+v:\n%s", sum, said(diags))
		}
		if _, err := g.Lock("2026-11-01"); err != nil {
			t.Fatal(err)
		}
		files := map[string]string{}
		if err := fs.WalkDir(os.DirFS(out), ".", func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || strings.HasPrefix(name, ".") {
				return err
			}
			data, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(name)))
			files[name] = string(data)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		return files, diags
	}
	unlocked, diags := build()
	if strings.Contains(said(diags), "gate-idle") || strings.Contains(unlocked["notes/says.html"], "1 November 2026") {
		t.Errorf("the first build knows of a lock, or of no gate:\n%s", said(diags))
	}
	lock, err := os.ReadFile(filepath.Join(dir, "content", "quotes.lock"))
	if err != nil {
		t.Fatal(err)
	}
	whole, _ := build()
	if err := os.RemoveAll(filepath.Join(dir, "content", "originals")); err != nil {
		t.Fatal(err)
	}
	bare, diags := build()
	if n := strings.Count(said(diags), "info: the rights gate did not run: none of the 2 originals that may not be published is at hand [gate-idle]"); n != 1 {
		t.Errorf("said %d times that the gate did not run:\n%s", n, said(diags))
	}
	if after, err := os.ReadFile(filepath.Join(dir, "content", "quotes.lock")); err != nil || string(after) != string(lock) {
		t.Errorf("without originals the lock is another: %s, %v", after, err)
	}
	if n := strings.Count(bare["notes/says.html"], "checked 1 November 2026"); n != 3 {
		t.Errorf("%d of 3 quotations say when they were checked", n)
	}

	// Pages on sources, and on those whom only the originals name, tell less. All others are the same.
	if !slices.Equal(slices.Sorted(maps.Keys(whole)), slices.Sorted(maps.Keys(bare))) {
		t.Errorf("the files are %v, with originals %v", slices.Sorted(maps.Keys(bare)), slices.Sorted(maps.Keys(whole)))
	}
	for name, text := range whole {
		poorer := strings.HasPrefix(name, "sources/") || strings.HasPrefix(name, "people") || strings.HasPrefix(name, "places") || name == "index-of-names.html" || name == "print.html"
		if !poorer && bare[name] != text {
			t.Errorf("%s differs without originals:\n%s\nwith them\n%s", name, bare[name], text)
		}
	}
	for name, text := range bare {
		if strings.HasPrefix(name, "coverage") || strings.HasPrefix(name, "originals/") {
			t.Errorf("%s is in the public edition", name)
		}
		for _, words := range []string{"coverage.html", "do not distribute", "loading of coal", "Ida Brandt", `id="at-text"`} {
			if strings.HasSuffix(name, ".html") && strings.Contains(text, words) && !(words == `id="at-text"` && name == "sources/late.html") {
				t.Errorf("the public %s has %q", name, words)
			}
		}
	}
}
