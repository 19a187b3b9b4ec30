package generator

import (
	"context"
	"errors"
	"maps"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// A page without a title is called by its id, whose first letter may be of any script.
func TestNameOfAPageInAnyScript(t *testing.T) {
	t.Parallel()
	dir := lay(t, map[string]string{
		"content/notes/연락-사무소.md": "Words.\n",
		"content/people/émile.md": "Words.\n",
	})
	mustBuild(t, at(dir))
	pages := contents(t, dir+"/public")
	for name, text := range pages {
		if !utf8.ValidString(text) {
			t.Errorf("%s is not UTF-8", name)
		}
	}
	for page, title := range map[string]string{"notes/연락-사무소.html": "연락 사무소", "people/émile.html": "Émile"} {
		if !strings.Contains(pages[page], ">"+title+"</h1>") {
			t.Errorf("%s is not called %q", page, title)
		}
	}
}

// A page that is open, and not yet made anew, keeps no mistake of a file that is no longer a page.
func TestMistakeOfAFileThatIsNoPageAnyMore(t *testing.T) {
	t.Parallel()
	dir := lay(t, map[string]string{"content/people/twin.md": "---\nname: Twin\nauther: X\n---\n"})
	s := opened(t, dir, Public)
	if _, ok, err := s.File("print.html"); !ok || err != nil {
		t.Fatal(ok, err)
	}
	if err := os.WriteFile(dir+"/content/notes/twin.md", []byte("---\ntitle: Twin\n---\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, diags := s.round(context.Background(), []string{"content/notes/twin.md"})
	said := printed(diags)
	if strings.Contains(said, "auther") || !strings.Contains(said, "[duplicate-id]") {
		t.Errorf("after the id was taken:\n%s", said)
	}
}

// One static file with an unlucky name does not cost the book.
func TestStaticFileThatCannotBePublished(t *testing.T) {
	t.Parallel()
	dir := lay(t, map[string]string{
		"content/static/index.html":          "x",
		"content/static/INDEX.HTML":          "x",
		"content/static/chapters":            "x",
		"content/static/shot 10:22.png":      "x",
		"content/static/con.png":             "x",
		"content/static/Map.png":             "first",
		"content/static/map.png":             "x",
		"content/static/Notes/plan.png":      "x",
		"content/static/own.html":            "mine",
		"content/static/.git/config":         "x",
		"content/static/places/bridge.1.png": "kept",
	})
	sum, said := mustBuild(t, at(dir))
	for _, want := range []string{
		"content/static/index.html: error: the file is left out: its name is that of a page of the book [static-name]",
		"content/static/INDEX.HTML: error: the file is left out: its name differs from index.html only in case",
		"content/static/chapters: error: the file is left out: its name is that of a folder of the book",
		"content/static/shot 10:22.png: error: the file is left out: its name has ':' in it",
		"content/static/con.png: error:",
		"content/static/map.png: error: the file is left out: its name differs from Map.png only in case",
		"content/static/Notes/plan.png: error: the file is left out: its name has a folder that differs from notes/ only in case",
		"content/static/.git/config: error:",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q", want)
		}
	}
	if sum.Errors != 8 {
		t.Errorf("%d errors:\n%s", sum.Errors, said)
	}
	files := contents(t, dir+"/public")
	if files["Map.png"] != "first" || files["own.html"] != "mine" || files["places/bridge.1.png"] != "kept" || files["index.html"] == "x" {
		t.Error("what can stand in the book does not")
	}
}

// An output that would be read as content, or publish it, or mix the editions, is refused before anything is written.
func TestOutputInTheWrongPlace(t *testing.T) {
	t.Parallel()
	dir := lay(t, map[string]string{"layouts/README.md": "x", "captures/a.txt": "x"})
	alias := t.TempDir() + "/alias"
	if err := os.Symlink(dir+"/content", alias); err != nil {
		t.Fatal(err)
	}
	before := contents(t, dir)
	for _, c := range []struct {
		out     string
		edition Edition
		says    string
	}{
		{dir + "/content", Public, "lies in the content folder"},
		{dir + "/content/public", Public, "lies in the content folder"},
		{dir + "/content/articles/new/deep", Public, "lies in the content folder"},
		{alias + "/public", Public, "lies in the content folder"},
		{dir + "/layouts", Public, "lies in the layouts folder"},
		{dir + "/.", Public, "holds the content folder"},
		{dir + "/..", Public, "holds the content folder"},
		{dir + "/captures", Public, "holds the originals folder"},
		{dir + "/public/inner", Internal, "public"},
	} {
		o := at(dir)
		o.Out, o.Edition, o.Originals = c.out, c.edition, dir+"/captures"
		g, err := New(o)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := g.Build(context.Background(), nil); !errors.Is(err, ErrUsage) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", c.out, err)
		}
	}
	if !maps.Equal(contents(t, dir), before) {
		t.Error("something was written")
	}
	o := at(dir)
	o.Originals = dir // originals beside the content, and the output among them
	mustBuild(t, o)
	o.Edition, o.Out = Internal, dir+"/site/internal"
	mustBuild(t, Options{Content: o.Content, Out: dir + "/site"})
	g, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := g.Build(context.Background(), nil); err == nil || !strings.Contains(err.Error(), "it lies inside the public one") {
		t.Errorf("internal inside a public book: %v", err)
	}
}

// Content that cannot be listed leaves the last book as it is.
func TestContentThatCannotBeListed(t *testing.T) {
	t.Parallel()
	dir := lay(t, nil)
	mustBuild(t, at(dir))
	before := contents(t, dir+"/public")
	g, err := New(at(dir))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(dir+"/content", dir+"/elsewhere"); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(dir+"/content", nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, _, err := g.Build(context.Background(), nil); err == nil || !strings.Contains(err.Error(), "read the content") {
		t.Errorf("built of nothing: %v", err)
	}
	if !maps.Equal(contents(t, dir+"/public"), before) {
		t.Error("the last book is not as it was")
	}
}

// A draft leaves nothing of itself in the public edition's text: not its title, not its id.
func TestDraftLeavesNoName(t *testing.T) {
	t.Parallel()
	dir := lay(t, map[string]string{
		"content/notes/hidden-plan.md":    "---\ntitle: A plan\ndraft: true\n---\nSecret words.\n",
		"content/articles/leaked-memo.md": "---\ntitle: A memo\ndate: 2014-02-12\ndraft: true\n---\nA digest.\n",
		"content/notes/open.md":           "---\ntitle: Open\n---\nSee [[hidden-plan]] and [[hidden-plan|the words]], as told [@leaked-memo ¶1; @herald ¶2].\n",
	})
	_, said := mustBuild(t, at(dir))
	if strings.Count(said, "[draft]") != 2 {
		t.Errorf("said\n%s", said)
	}
	pages := contents(t, dir+"/public")
	for _, page := range []string{"notes/open.html", "print.html"} {
		text := pages[page]
		body := text[strings.Index(text, "<body"):]
		for _, name := range []string{"hidden-plan", "leaked-memo", "A plan", "A memo"} {
			if strings.Contains(body, name) {
				t.Errorf("%s names the draft: %q", page, name)
			}
		}
		for _, words := range []string{"not in this edition", "the words"} {
			if !strings.Contains(body, words) {
				t.Errorf("%s does not say %q", page, words)
			}
		}
	}
}

// A layout that fails only when a page is made with it is told as soon as somebody asks for the page.
func TestLayoutThatFailsWhenItIsUsed(t *testing.T) {
	t.Parallel()
	dir := lay(t, nil)
	s := opened(t, dir, Public)
	edit := func(text string) {
		if err := os.MkdirAll(dir+"/layouts", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(dir+"/layouts/chapter.html", []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		s.round(context.Background(), []string{"layouts/chapter.html"})
	}
	edit(`{{define "main"}}<main><h1>x</h1>{{.Nope.Nope}}</main>{{end}}`)
	if _, ok, err := s.File("chapters/talks.html"); !ok || err == nil {
		t.Errorf("a page that cannot be made: %v, %v", ok, err)
	}
	if said := printed(s.diagnostics()); len(s.news) != 1 || !strings.Contains(said, "layouts/chapter.html:1:") {
		t.Errorf("news %d, said\n%s", len(s.news), said)
	}
	edit(`{{define "main"}}<main><h1>x</h1></main>{{end}}`)
	if _, _, err := s.File("chapters/talks.html"); err != nil || len(s.diagnostics()) != 0 {
		t.Errorf("after the layout was mended: %v\n%s", err, printed(s.diagnostics()))
	}
}
