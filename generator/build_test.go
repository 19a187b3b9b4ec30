package generator

import (
	"context"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// book is a small sound book; tests lay their mistakes over it.
var soundBook = map[string]string{
	"content/book.yaml":           "title: The Crossing\nas_of: 2021-07-29\n",
	"content/chapters/talks.md":   "---\ntitle: The talks\nfrom: 2014\nto: 2014\n---\n## Bottom line\n\nThey met.\n\n## Key points\n\n1. Officials met [@herald ¶1].\n\n## Chronology\n\n- 2014-02-12: Talks at the [[bridge]] [@herald ¶1]\n\n## What the sources are silent on\n\n- Who spoke [@herald].\n\n## Open questions\n\n- Who came?\n",
	"content/articles/herald.md":  "---\ntitle: Envoys meet\npublisher: Herald\ndate: 2014-02-12\nrights: full\nlicence: own-work\n---\nEnvoys met at the bridge.\n\nThey spoke for an hour.\n",
	"content/articles/courier.md": "---\npublisher: Courier\ndate: 2014-03-01\n---\nReports that nothing more was heard. Says nothing of the ferry.\n",
	"content/notes/summary.md":    "---\ntitle: Summary\n---\n## Bottom line\n\nIn short, they met [@herald ¶1].\n",
	"content/places/bridge.md":    "---\nname: The bridge\nlat: 1\nlon: 2\n---\nA crossing.\n",
}

// lay writes a book into a new folder: the sound one with changes over it. An empty text removes a file.
func lay(t *testing.T, changes map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	files := maps.Clone(soundBook)
	maps.Copy(files, changes)
	for name, text := range files {
		if text == "" {
			continue
		}
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func at(dir string) Options {
	return Options{Content: filepath.Join(dir, "content"), Out: filepath.Join(dir, "public")}
}

func mustBuild(t *testing.T, o Options) (Summary, string) {
	t.Helper()
	g, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	sum, diags, err := g.Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return sum, printed(diags)
}

func printed(diags []Diagnostic) string {
	var b strings.Builder
	for _, d := range diags {
		_ = d.Print(&b)
	}
	return b.String()
}

// contents reads a folder: path → text.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		out[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestSoundBook(t *testing.T) {
	t.Parallel()
	dir := lay(t, nil)
	sum, said := mustBuild(t, at(dir))
	if said != "" || sum.Errors+sum.Warnings > 0 {
		t.Errorf("a sound book gets\n%s", said)
	}
	if sum.Pages == 0 || sum.Written < sum.Pages {
		t.Errorf("%+v", sum)
	}
	again, _ := mustBuild(t, at(dir))
	if again.Written != 0 || again.Deleted != 0 || again.Unchanged != sum.Written {
		t.Errorf("a second build: %+v", again)
	}
}

// Mistakes in the content are told with file, line and hint, and what is sound is in the book all the same.
func TestMistakes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		changes map[string]string
		says    []string
		kept    map[string]string // output file → words it holds
	}{
		{"an unknown key", map[string]string{"content/notes/n.md": "---\ntitle: N\nauther: X\n---\nThe body stays.\n"},
			[]string{`content/notes/n.md:3:1: error: unknown key "auther" [unknown-key]`}, map[string]string{"notes/n.html": "The body stays."}},
		{"a bad date", map[string]string{"content/notes/n.md": "---\ntitle: N\ndate: 2018-02-30\n---\nThe body stays.\n"},
			[]string{"content/notes/n.md:3:7: error:", "[bad-date]"}, map[string]string{"notes/n.html": "The body stays."}},
		{"a bad date of an event", map[string]string{"content/notes/n.md": "---\ntitle: N\n---\n- 2018-13-01: The words stay\n"},
			[]string{"content/notes/n.md:4:3: error:", "[bad-date]"}, map[string]string{"notes/n.html": "The words stay"}},
		{"two files with one id", map[string]string{"content/notes/bridge.md": "---\ntitle: N\n---\n"},
			[]string{`content/places/bridge.md: error: the id "bridge" is already taken by content/notes/bridge.md [duplicate-id]`}, nil},
		{"a chapter that does not exist", map[string]string{"content/notes/n.md": "---\ntitle: N\nchapter: tolks\n---\nBody.\n"},
			[]string{`content/notes/n.md:3:10: error: there is no chapter "tolks" [unknown-chapter]`, `hint: did you mean "talks"?`}, map[string]string{"notes/n.html": "Body."}},
		{"a citation of an unknown article", map[string]string{"content/notes/n.md": "---\ntitle: N\n---\nSaid so [@herold ¶1].\n"},
			[]string{`content/notes/n.md:4:9: error: there is no article "herold" [unknown-source]`, `did you mean "herald"?`}, map[string]string{"notes/n.html": "Said so"}},
		{"a citation of an unknown paragraph", map[string]string{"content/notes/n.md": "---\ntitle: N\n---\nSaid so [@herald ¶9].\n"},
			[]string{"content/notes/n.md:4:9: error: herald has no ¶9 [bad-paragraph]", "it has 2 paragraphs"}, map[string]string{"notes/n.html": "Said so"}},
		{"a dead wiki link", map[string]string{"content/notes/n.md": "---\ntitle: N\n---\nGo to [[brigde]] now.\n"},
			[]string{`content/notes/n.md:4:7: error: no page named "brigde" [dead-link]`, `did you mean "bridge"?`}, map[string]string{"notes/n.html": "brigde"}},
		{"a dead link to a file", map[string]string{"content/notes/n.md": "---\ntitle: N\n---\nSee [the map](map.png) and [that](../notes/x.md).\n"},
			[]string{`there is no file "map.png" in content/static [dead-link]`, `no page named "x" [dead-link]`}, map[string]string{"notes/n.html": "the map"}},
		{"an article that fits no chapter", map[string]string{"content/articles/late.md": "---\ntitle: Late\ndate: 2030\n---\nDigest.\n"},
			[]string{"content/articles/late.md:3:7: warning: late fits no chapter [unfiled]"}, map[string]string{"sources/late.html": "Late", "sources.html": "Late"}},
		{"bytes that are not UTF-8", map[string]string{"content/notes/n.md": "---\ntitle: N\n---\nGood words \xff\xfe and more.\n"},
			[]string{"content/notes/n.md:4:12: error: the file is not valid UTF-8", "[invalid-utf8]"}, map[string]string{"notes/n.html": "Good words"}},
		{"a file of 50 MB", map[string]string{"content/notes/n.md": strings.Repeat("0123456789abcde\n", 50<<16)},
			[]string{"content/notes/n.md: error: the file is larger than 16 MiB and is left out [too-large]"}, map[string]string{"places/bridge.html": "A crossing."}},
		{"a YAML bomb", map[string]string{"content/notes/n.md": "---\na: &a [l,l,l,l,l,l,l,l,l]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\ntitle: *c\n---\nBody.\n"},
			[]string{"[yaml-alias]"}, map[string]string{"notes/n.html": "Body."}},
		{"ids that would leave the output", map[string]string{
			"content/notes/n.md":     "---\ntitle: N\nchapter: ../../x\n---\n[[../x]] and [@../x ¶1] and [this](../../../etc/passwd.md).\n",
			"content/articles/o.md":  "---\ntitle: O\ndate: 2014\noriginal: ../../secret.txt\nsuperseded_by: ../x\n---\nDigest.\n",
			"content/notes/a..b.md":  "x",
			"content/notes/x\\y.md":  "x",
			"content/people/nul.md":  "x",
			"content/places/ bad.md": "x",
		}, []string{`"../../x" cannot be an id`, "[bad-path]", "content/notes/a..b.md: error", "content/people/nul.md: error", "content/places/ bad.md: error"}, nil},
		{"a layout that cannot be read", map[string]string{"layouts/note.html": "{{define \"main\"}}{{.Title}\n{{end}}"},
			[]string{"layouts/note.html:1:1: error:", "[layout]"}, nil},
		{"rights without a licence", map[string]string{"content/articles/herald.md": "---\ntitle: Envoys meet\ndate: 2014-02-12\nrights: full\nlicence: in-copyright\n---\nDigest.\n"},
			[]string{"content/articles/herald.md:4:9: error: the licence does not allow the full text [no-licence]"}, nil},
		{"no book.yaml", map[string]string{"content/book.yaml": ""}, []string{"content/book.yaml: warning: there is no book.yaml [no-book]"}, map[string]string{"index.html": "Briefing book"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			dir := lay(t, c.changes)
			_, said := mustBuild(t, at(dir))
			for _, line := range c.says {
				if !strings.Contains(said, line) {
					t.Errorf("nothing says %q; said:\n%s", line, said)
				}
			}
			if strings.Contains(said, dir) {
				t.Errorf("a path of the machine in\n%s", said)
			}
			for name, words := range c.kept {
				data, err := os.ReadFile(filepath.Join(dir, "public", name))
				if err != nil || !strings.Contains(string(data), words) {
					t.Errorf("%s does not hold %q (%v)", name, words, err)
				}
			}
			if files, err := os.ReadDir(dir); err == nil {
				for _, f := range files {
					if !slices.Contains([]string{"content", "public", "layouts"}, f.Name()) {
						t.Errorf("%s was left beside the book", f.Name())
					}
				}
			}
		})
	}
}

// A layout that cannot be used keeps the last book where it is.
func TestBrokenLayoutPublishesNothing(t *testing.T) {
	t.Parallel()
	dir := lay(t, nil)
	mustBuild(t, at(dir))
	before := contents(t, filepath.Join(dir, "public"))
	for _, text := range []string{"{{if}}", `{{define "main"}}{{.NoSuchField}}{{end}}`} {
		if err := os.MkdirAll(filepath.Join(dir, "layouts"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "layouts", "chapter.html"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		sum, said := mustBuild(t, at(dir))
		if sum.Errors == 0 || !strings.Contains(said, "layouts/chapter.html:1:") {
			t.Errorf("%s: %+v\n%s", text, sum, said)
		}
		if after := contents(t, filepath.Join(dir, "public")); !maps.Equal(before, after) {
			t.Errorf("%s: the output has changed", text)
		}
		g, err := New(at(dir))
		if err != nil {
			t.Fatal(err)
		}
		if _, diags, err := g.Check(context.Background(), nil); err != nil || printed(diags) != said {
			t.Errorf("%s: a check says\n%s(%v), a build\n%s", text, printed(diags), err, said)
		}
	}
}

// Where, when and in which time zone a book is built must not show.
func TestSameInputSameBytes(t *testing.T) {
	zone := time.Local
	t.Cleanup(func() { time.Local = zone })
	for _, edition := range []Edition{Public, Internal} {
		var first map[string]string
		for i, offset := range []int{0, 14 * 3600, -11 * 3600} {
			time.Local = time.FixedZone("test", offset)
			dir := lay(t, map[string]string{"content/articles/raw.txt": " date 2014-05-01 The ferry was closed for the season on that day, the harbour master said.\n"})
			o := at(dir)
			o.Edition, o.Out, o.BaseURL = edition, filepath.Join(dir, "out"), "https://example.org/book"
			mustBuild(t, o)
			got := contents(t, o.Out)
			if i == 0 {
				first = got
				continue
			}
			for name, text := range got {
				if text != first[name] {
					t.Errorf("%s edition: %s differs", edition, name)
				}
			}
			if len(got) != len(first) {
				t.Errorf("%s edition: %d files, then %d", edition, len(first), len(got))
			}
		}
	}
}

func TestForeignFilesSurvive(t *testing.T) {
	t.Parallel()
	dir := lay(t, nil)
	cname := filepath.Join(dir, "public", "CNAME")
	if err := os.MkdirAll(filepath.Dir(cname), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(cname, []byte("book.example\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	mustBuild(t, at(dir))
	if err := os.Remove(filepath.Join(dir, "content", "places", "bridge.md")); err != nil {
		t.Fatal(err)
	}
	sum, _ := mustBuild(t, at(dir))
	if sum.Deleted == 0 {
		t.Error("the removed place is still in the output")
	}
	if data, err := os.ReadFile(cname); err != nil || string(data) != "book.example\n" {
		t.Errorf("CNAME: %q, %v", data, err)
	}
}

// An unchanged book is recognised from one process to the next; anything that differs is noticed.
func TestRecall(t *testing.T) {
	t.Parallel()
	dir := lay(t, map[string]string{"content/notes/n.md": "---\ntitle: N\n---\n[[nowhere]]\n"})
	o := at(dir)
	o.Cache = filepath.Join(t.TempDir(), "cache")
	first, said := mustBuild(t, o)
	ran := func() (Summary, string, int) {
		g, err := New(o)
		if err != nil {
			t.Fatal(err)
		}
		sum, diags, err := g.Build(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		return sum, printed(diags), g.store.Ran()
	}
	sum, again, steps := ran()
	if steps != 0 || sum.Written != 0 || sum.Unchanged != first.Written || sum.Pages != first.Pages || again != said || sum.Errors != first.Errors {
		t.Errorf("unchanged: %d steps, %+v after %+v, said\n%s", steps, sum, first, again)
	}
	for name, change := range map[string]func() error{
		"a page edited":         func() error { return os.WriteFile(filepath.Join(dir, "content/notes/n.md"), []byte("New.\n"), 0o644) },
		"a page added":          func() error { return os.WriteFile(filepath.Join(dir, "content/notes/m.md"), []byte("New.\n"), 0o644) },
		"a layout added":        func() error { return os.MkdirAll(filepath.Join(dir, "layouts/assets"), 0o755) },
		"an output file gone":   func() error { return os.Remove(filepath.Join(dir, "public/index.html")) },
		"an output file edited": func() error { return os.WriteFile(filepath.Join(dir, "public/404.html"), []byte("x"), 0o644) },
	} {
		if err := change(); err != nil {
			t.Fatal(err)
		}
		if _, _, steps := ran(); steps == 0 {
			t.Errorf("%s: not noticed", name)
		}
		if _, _, steps := ran(); steps != 0 {
			t.Errorf("%s: not remembered", name)
		}
	}
}

// A generator that is used again sees the files as they are now.
func TestUsedAgain(t *testing.T) {
	t.Parallel()
	dir := lay(t, nil)
	g, err := New(at(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"First", "Second"} {
		if err := os.WriteFile(filepath.Join(dir, "content/places/bridge.md"), []byte("---\nname: Bridge\n---\n"+word+" words.\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, _, err := g.Build(context.Background(), nil); err != nil {
			t.Fatal(err)
		}
		if page := contents(t, filepath.Join(dir, "public"))["places/bridge.html"]; !strings.Contains(page, word) {
			t.Errorf("the page does not say %s", word)
		}
	}
}

func TestUnusableOptions(t *testing.T) {
	t.Parallel()
	dir := lay(t, nil)
	for name, o := range map[string]Options{
		"internal": {Content: filepath.Join(dir, "content"), Edition: Internal, Out: filepath.Join(dir, "public")},
		"edition":  {Content: filepath.Join(dir, "content"), Edition: "secret"},
		"base url": {Content: filepath.Join(dir, "content"), BaseURL: "book"},
		"content":  {Content: filepath.Join(dir, "nowhere")},
		"file":     {Content: filepath.Join(dir, "content", "book.yaml")},
	} {
		if _, err := New(o); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}
