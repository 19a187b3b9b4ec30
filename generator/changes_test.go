package generator_test

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefbook/generator"
)

// record puts a book on record.
func record(t *testing.T, content string, o generator.RecordOptions) (generator.Recorded, error) {
	t.Helper()
	g, err := generator.New(generator.Options{Content: content})
	if err != nil {
		t.Fatal(err)
	}
	return g.Record(context.Background(), o)
}

// editions is a book with an edition on record and two drafts, which is then written on.
func editions(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	files := maps.Clone(smallBook)
	files["content/book.yaml"] = "title: The Crossing\nas_of: 2021-07\nedition: First edition\n"
	files["content/notes/ferry.md"] = "---\ntitle: The ferry\n---\nIt sailed 12 times [@herald ¶2].\n\nThe pilots wrote \"it is late and nobody has come to meet us at the quay\" [@herald ¶2].\n\nAs [[covert]] says.\n"
	files["content/articles/herald.md"] = strings.Replace(smallBook["content/articles/herald.md"], "They spoke", "Pilots wrote that it is late and nobody has come to meet us at the quay. They spoke", 1)
	files["content/notes/covert.md"] = "---\ntitle: A covert title\ndraft: true\n---\nWords of a draft.\n"
	files["content/notes/open.md"] = "---\ntitle: An open title\n---\nWords for everybody.\n"
	shelve(t, dir, files)
	done, err := record(t, filepath.Join(dir, "content"), generator.RecordOptions{})
	if err != nil || !done.Changed || filepath.Base(done.File) != "first-edition.txt" || done.Statements < 70 {
		t.Fatalf("recorded %+v, %v", done, err)
	}
	return dir
}

func TestRecordHoldsNoDraft(t *testing.T) {
	t.Parallel()
	dir := editions(t)
	name := filepath.Join(dir, "content", "editions", "first-edition.txt")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"covert", "draft", "Envoys met at the bridge", dir} {
		if strings.Contains(string(text), bad) {
			t.Errorf("the record holds %q:\n%s", bad, text)
		}
	}
	for _, want := range []string{"ferry\tstatement\tIt sailed 12 times [@herald ¶2].\n", "talks\tevent\t12 February 2014: Talks at the [[bridge]] [@herald ¶1]\n"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the record has no %q:\n%s", want, text)
		}
	}
	content := filepath.Join(dir, "content")
	if again, err := record(t, content, generator.RecordOptions{}); err != nil || again.Changed {
		t.Errorf("again: %+v, %v", again, err)
	}
	shelve(t, dir, map[string]string{"content/notes/open.md": "---\ntitle: An open title\n---\nOther words.\n"})
	if _, err := record(t, content, generator.RecordOptions{}); !errors.Is(err, generator.ErrRecorded) {
		t.Errorf("an edition on record was replaced: %v", err)
	}
	if again, err := record(t, content, generator.RecordOptions{Replace: true}); err != nil || !again.Changed {
		t.Errorf("replacing: %+v, %v", again, err)
	}
	if second, err := record(t, content, generator.RecordOptions{Name: "Second: édition!"}); err != nil || filepath.Base(second.File) != "second-édition.txt" {
		t.Errorf("another name: %+v, %v", second, err)
	}
	entries, err := os.ReadDir(filepath.Dir(name))
	if err != nil || len(entries) != 2 {
		t.Errorf("files beside the records: %v, %v", entries, err)
	}
}

func TestWhatChanged(t *testing.T) {
	t.Parallel()
	dir := editions(t)
	build := func(edition generator.Edition) map[string]string {
		t.Helper()
		v := bind(t, volume{name: "changes", edition: edition}, filepath.Join(dir, "content"))
		files := map[string]string{}
		for _, name := range []string{"what-changed.html", "index.html", "print.html", "feed.xml"} {
			data, _ := os.ReadFile(filepath.Join(v.dir, name))
			files[name] = string(data)
		}
		return files
	}
	if files := build(generator.Public); files["what-changed.html"] != "" || strings.Contains(files["index.html"], "what-changed") {
		t.Error("an edition that is as it was recorded tells of changes")
	}
	shelve(t, dir, map[string]string{
		"content/notes/ferry.md": "---\ntitle: The ferry\n---\nIt sailed 13 times [@herald ¶2].\n\nAs [[covert]] says.\n",
		"content/notes/open.md":  "---\ntitle: An open title\ndraft: true\n---\nWords for everybody.\n",
	})
	const number = "It sailed <del>12</del> <ins>13</ins> times"
	if page := build(generator.Public)["what-changed.html"]; !strings.Contains(page, number) {
		t.Errorf("a correction of the edition on record is not told:\n%s", page)
	}
	shelve(t, dir, map[string]string{"content/book.yaml": "title: The Crossing\nas_of: 2021-08\nedition: Second edition\n"})
	for _, edition := range []generator.Edition{generator.Public, generator.Internal} {
		files := build(edition)
		page := files["what-changed.html"]
		for _, want := range []string{number, "since the First edition", "3 changes of substance"} {
			if !strings.Contains(page, want) {
				t.Errorf("%s: no %q on the page:\n%s", edition, want, page)
			}
		}
		if !strings.Contains(files["index.html"], `href="what-changed.html"`) || !strings.Contains(files["print.html"], number) {
			t.Errorf("%s: the title page does not lead to the changes, or the printed book has none", edition)
		}
	}
	for name, text := range build(generator.Public) {
		for _, bad := range []string{"covert", "open title", "Words for everybody", "open.html", "nobody has come to meet us"} {
			if name == "print.html" && strings.HasPrefix(bad, "nobody") { // it has the text of the source
				continue
			}
			if strings.Contains(strings.ToLower(text), strings.ToLower(bad)) {
				t.Errorf("the public %s holds %q", name, bad)
			}
		}
	}
	if page := build(generator.Public)["what-changed.html"]; !strings.Contains(page, "it is … the quay") {
		t.Errorf("a quotation that went is not told:\n%s", page)
	}
	// A second record is this edition's: the first one is still what it is compared with.
	if _, err := record(t, filepath.Join(dir, "content"), generator.RecordOptions{}); err != nil {
		t.Fatal(err)
	}
	if page := build(generator.Public)["what-changed.html"]; !strings.Contains(page, number) {
		t.Error("an edition is compared with itself")
	}
}

func TestPreviewFollowsEditions(t *testing.T) {
	t.Parallel()
	w := write(t)
	w.save("content/book.yaml", "title: The Crossing\nas_of: 2021-07\nedition: First edition\n")
	w.shows("index.html", "First edition")
	if status, _ := w.get("what-changed.html"); status != http.StatusNotFound {
		t.Errorf("status %d without an edition on record", status)
	}
	if _, err := record(t, w.path("content"), generator.RecordOptions{}); err != nil {
		t.Fatal(err)
	}
	w.save("content/articles/herald.md", strings.Replace(smallBook["content/articles/herald.md"], "date: 2014-02-12", "date: 2014-02-13", 1))
	w.shows("what-changed.html", "<del>12</del> <ins>13</ins> February 2014")
	w.shows("index.html", "what-changed.html")
	w.save("content/chapters/talks.md", strings.Replace(smallBook["content/chapters/talks.md"], "They met", "They never met", 1))
	w.shows("what-changed.html", "They <ins>never</ins> met")
	w.save("content/editions/broken.txt", "no record\n")
	w.save("content/editions/first-edition.txt", "briefbook edition 1\nnumber: 1\nedition: Edition nought\n\nend\n")
	w.shows("what-changed.html", "since “Edition nought”")
	w.must(os.RemoveAll(w.path("content/editions")))
	w.shows("what-changed.html", "")
}

func TestBadEditionsAreReported(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	shelve(t, dir, smallBook)
	shelve(t, dir, map[string]string{"content/editions/one.txt": "<<<<<<< ours\n", "content/editions/.DS_Store": "x", "content/editions/readme.md": "x"})
	g, err := generator.New(generator.Options{Content: filepath.Join(dir, "content")})
	if err != nil {
		t.Fatal(err)
	}
	_, diags, err := g.Check(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var says strings.Builder
	for _, d := range diags {
		_ = d.Print(&says)
	}
	for _, want := range []string{"content/editions/one.txt: error: the record of an edition cannot be read", "[bad-edition]", "content/editions/readme.md: warning"} {
		if !strings.Contains(says.String(), want) {
			t.Errorf("no %q in\n%s", want, says.String())
		}
	}
	if strings.Contains(says.String(), "DS_Store") {
		t.Error("droppings are told of")
	}
}

func TestDiff(t *testing.T) {
	t.Parallel()
	dir := editions(t)
	now := t.TempDir()
	if err := os.CopyFS(now, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	shelve(t, now, map[string]string{"content/notes/ferry.md": "---\ntitle: The ferry\n---\nIt sailed 13 times [@herald ¶2].\n"})
	for _, o := range []generator.DiffOptions{
		{Old: dir, New: now}, {Old: filepath.Join(dir, "content"), New: filepath.Join(now, "content")}, {Old: dir, Content: filepath.Join(now, "content")},
		{Content: "content", Dir: now}, {Old: "content/editions/first-edition.txt", Dir: now},
	} {
		list, err := generator.Diff(context.Background(), o)
		if err != nil || len(list) != 3 || list[0].Was != "It sailed 12 times [@herald ¶2]." || list[0].Now != "It sailed 13 times [@herald ¶2]." || list[0].Minor {
			t.Errorf("%+v: %+v, %v", o, list, err)
			continue
		}
		var line strings.Builder
		if err := list[0].PrintJSON(&line); err != nil || strings.Count(line.String(), "\n") != 1 || !json.Valid([]byte(line.String())) {
			t.Errorf("JSON: %q, %v", line.String(), err)
		}
	}
	if list, err := generator.Diff(context.Background(), generator.DiffOptions{Old: dir, New: dir}); err != nil || len(list) != 0 {
		t.Errorf("a book differs from itself: %+v, %v", list, err)
	}
	empty := t.TempDir()
	for _, o := range []generator.DiffOptions{{Old: empty}, {Old: "-x"}, {Old: "a\nb"}, {Old: filepath.Join(dir, "content", "book.yaml")}, {Content: filepath.Join(dir, "content"), Old: "nowhere"}} {
		if o.Content == "" {
			o.Content = filepath.Join(now, "content")
		}
		if _, err := generator.Diff(context.Background(), o); !errors.Is(err, generator.ErrUsage) {
			t.Errorf("%+v: %v", o, err)
		}
	}
}

// Not parallel: the program git is looked for in PATH.
func TestDiffWithoutGit(t *testing.T) {
	dir := t.TempDir()
	shelve(t, dir, smallBook)
	t.Setenv("PATH", t.TempDir())
	_, err := generator.Diff(context.Background(), generator.DiffOptions{Content: filepath.Join(dir, "content"), Old: "v1"})
	if !errors.Is(err, generator.ErrNoGit) || errors.Is(err, generator.ErrUsage) {
		t.Errorf("got %v", err)
	}
	if list, err := generator.Diff(context.Background(), generator.DiffOptions{Content: filepath.Join(dir, "content"), Old: dir}); err != nil || len(list) != 0 {
		t.Errorf("two folders: %v, %v", list, err)
	}
}
