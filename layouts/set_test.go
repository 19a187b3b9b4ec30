package layouts

import (
	"errors"
	"io"
	"io/fs"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
)

func files(list map[string]string) fstest.MapFS {
	m := fstest.MapFS{}
	for name, text := range list {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

const plainFrame = "<title>{{.}}</title>{{template \"main\" .}}"

func TestParse(t *testing.T) {
	t.Parallel()
	set, err := Parse(files(map[string]string{
		"parts/frame.html": plainFrame,
		"parts/word.html":  `{{define "word"}}[{{.}}]{{end}}`,
		"a.html":           `{{define "main"}}{{template "word" .}}{{end}}`,
		"b.html":           `{{define "main"}}b{{end}}{{define "word"}}own{{end}}`,
		"alone.html":       `{{template "word" .}} alone, {{count 1 "hour" "hours"}}, {{count 12345 "hour" "hours"}}`,
	}))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"a.html":     "<title>&lt;x&gt;</title>[&lt;x&gt;]",
		"b.html":     "<title>&lt;x&gt;</title>b",
		"alone.html": "[&lt;x&gt;] alone, 1 hour, 12,345 hours",
	} {
		var b strings.Builder
		if err := set.Execute(&b, name, "<x>"); err != nil || b.String() != want {
			t.Errorf("%s: %q, %v; want %q", name, b.String(), err, want)
		}
	}
	if err := set.Execute(io.Discard, "c.html", nil); err == nil || !strings.Contains(err.Error(), "layouts/c.html: no such layout") {
		t.Errorf("a layout that does not exist: %v", err)
	}
}

func TestMistakesNameTheirPlace(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		list map[string]string
		file string
		line int
		text string
	}{
		"syntax":   {map[string]string{"a.html": "x\n{{if}}"}, "a.html", 2, "missing value for if"},
		"function": {map[string]string{"parts/p.html": "\n\n{{nosuch .}}"}, "parts/p.html", 3, `function "nosuch" not defined`},
		"escaping": {map[string]string{"a.html": "x\n<a href='{{if .}}'{{end}}>"}, "a.html", 2, "branches end in different contexts"},
		"part":     {map[string]string{"parts/frame.html": plainFrame, "a.html": "{{define \"main\"}}\n{{template \"gone\"}}{{end}}"}, "a.html", 2, `no such template "gone"`},
		"frame":    {map[string]string{"a.html": `{{define "main"}}{{end}}`}, "parts/frame.html", 0, "no such file"},
	} {
		_, err := Parse(files(c.list))
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if e.File != c.file || e.Line != c.line || !strings.Contains(e.Text, c.text) {
			t.Errorf("%s: %+v", name, e)
		}
	}
}

func TestOnceIsMadeOnceForEachValue(t *testing.T) {
	t.Parallel()
	set, err := Parse(files(map[string]string{
		"parts/foot.html": `{{define "foot"}}<b title="{{.}}">{{.}}</b>{{end}}`,
		"a.html":          `{{once "foot" .}}`,
	}))
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for _, v := range []string{"x", `"y"`, "x"} {
				var b strings.Builder
				want := `<b title="x">x</b>`
				if v != "x" {
					want = `<b title="&#34;y&#34;">&#34;y&#34;</b>`
				}
				if err := set.Execute(&b, "a.html", v); err != nil || b.String() != want {
					t.Errorf("%s, %v", b.String(), err)
				}
			}
		})
	}
	group.Wait()
}

func TestOver(t *testing.T) {
	t.Parallel()
	both := Over(files(map[string]string{"chapter.html": "mine", "extra.html": "more", "assets/type.css": "p{}"}))
	for name, want := range map[string]string{"chapter.html": "mine", "extra.html": "more", "assets/type.css": "p{}"} {
		if got, err := fs.ReadFile(both, name); err != nil || string(got) != want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	if _, err := fs.ReadFile(both, "assets/page.css"); err != nil {
		t.Errorf("what is not overridden is embedded: %v", err)
	}
	entries, err := fs.ReadDir(both, "assets")
	if err != nil {
		t.Fatal(err)
	}
	last := ""
	for _, e := range entries {
		if e.Name() <= last {
			t.Errorf("%q after %q", e.Name(), last)
		}
		last = e.Name()
	}
	if _, err := fs.ReadDir(both, "nowhere"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder in neither: %v", err)
	}
	if err := fs.WalkDir(both, ".", func(string, fs.DirEntry, error) error { return nil }); err != nil {
		t.Error(err)
	}
}

func TestEmbeddedLayoutsParse(t *testing.T) {
	t.Parallel()
	if _, err := Parse(Over(nil)); err != nil {
		t.Fatal(err)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "{{", "{{define \"main\"}}", "{{template \"frame.html\"}}", "{{range .}}{{end}}", "<a href=\"{{.}}\">"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		set, err := Parse(files(map[string]string{"parts/frame.html": plainFrame, "a.html": text}))
		var e *Error
		if err != nil && !errors.As(err, &e) {
			t.Fatalf("not a mistake with a place: %v", err)
		}
		if set != nil {
			_ = set.Execute(io.Discard, "a.html", "x")
		}
	})
}
