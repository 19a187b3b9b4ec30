package generator

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// pandocNote lays a book with a note written for pandoc.
func pandocNote(t *testing.T) string {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/pandoc.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range archive.Files {
		files[f.Name] = string(f.Data)
	}
	return lay(t, files)
}

// A note of a user of pandoc builds as it is.
func TestNoteWrittenForPandoc(t *testing.T) {
	t.Parallel()
	dir := pandocNote(t)
	g, err := New(at(dir))
	if err != nil {
		t.Fatal(err)
	}
	_, diags, err := g.Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		if strings.HasSuffix(d.File, "ferry-fares.md") && d.Level != Info {
			t.Errorf("%s", printed([]Diagnostic{d}))
		}
	}
	page := contents(t, dir+"/public")["notes/ferry-fares.html"]
	for _, want := range []string{
		`id="fares"`, "pp. 33-35", "and passim", "p. 33, in the table", "sec. 2", "chap. 3, § 4", "with a plan", `href="#fn1"`, "So the paper", "They paid half",
		"fares@herald.example", "@herald is a handle", "The fare is in crowns",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not have %q", want)
		}
	}
	for _, gone := range []string{":::", "{#", "{-}", ">References<", "[@", "@{", "^[", "*passim*"} {
		if strings.Contains(page, gone) {
			t.Errorf("the page has %q", gone)
		}
	}
	if n := strings.Count(page, `class="cite"`); n != 13 {
		t.Errorf("%d citations lead to their sources", n)
	}
}

// The same note goes through pandoc, so that what is tested here is what pandoc takes.
func TestNoteWrittenForPandocByPandoc(t *testing.T) {
	t.Parallel()
	pandoc, err := exec.LookPath("pandoc")
	if err != nil {
		t.Skip("pandoc is not installed")
	}
	dir := pandocNote(t)
	out := filepath.Join(dir, "out.html")
	cmd := exec.Command(pandoc, "--citeproc", "--fail-if-warnings", "--standalone", "-t", "html", "-o", out, "content/notes/ferry-fares.md")
	cmd.Dir = dir
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	page, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`id="refs"`, `id="fares"`, `data-cites="herald courier"`} {
		if !strings.Contains(string(page), want) {
			t.Errorf("pandoc's page does not have %q", want)
		}
	}
	if strings.Contains(string(page), "???") {
		t.Error("pandoc knows a citation as none of its sources")
	}
}
