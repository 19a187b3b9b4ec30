package generator_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefbook/generator"
)

// laid writes files into a folder of the test's own.
func laid(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
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

// Two publishers have one text. That they are not independent shows where the captured texts are at hand.
func TestCoverageKnowsCopies(t *testing.T) {
	t.Parallel()
	const text = "The ferries met at noon off the old pier, and both captains say that they saw nobody on the bridge of the other boat.\n\n" +
		"The harbour office has opened an inquiry, which is to report before the end of the summer, a clerk of the office said on Monday.\n"
	files := map[string]string{
		"content/book.yaml":             "title: The Crossing\n",
		"content/chapters/talks.md":     "---\ntitle: The talks\nfrom: 2014\nto: 2014\n---\nThe boats met [@herald ¶1; @post ¶1].\n",
		"content/people/ada-vale.md":    "---\nname: Ada Vale\nrole:\n  - {role: Clerk, source: gazette}\n---\n",
		"content/articles/herald.md":    "---\ntitle: Boats meet\npublisher: Herald\ndate: 2014-02-12\noriginal: herald.txt\n---\nBoats met.\n",
		"content/articles/post.md":      "---\ntitle: Ferries meet\npublisher: Post\ndate: 2014-02-13\noriginal: post.txt\n---\nFerries met.\n",
		"content/articles/gazette.md":   "---\ntitle: A clerk\npublisher: Gazette\ndate: 2014-02-13\n---\nA clerk.\n",
		"content/articles/idle.md":      "---\ntitle: Idle\npublisher: Idle\ndate: 2014-02-13\n---\nNothing.\n",
		"content/originals/herald.txt":  text,
		"content/originals/post.txt":    text,
		"elsewhere/no-originals/README": "",
	}
	dir := laid(t, files)
	for originals, want := range map[string]string{"content/originals": `"independent":1}`, "elsewhere/no-originals": `"independent":2}`} {
		g, err := generator.New(generator.Options{Content: filepath.Join(dir, "content"), Originals: filepath.Join(dir, originals)})
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := g.Coverage(context.Background(), &b, true); err != nil {
			t.Fatal(err)
		}
		statement, rest, _ := strings.Cut(b.String(), "\n")
		if !strings.HasSuffix(statement, want) {
			t.Errorf("with %s: %s, want %s", originals, statement, want)
		}
		if unused := `{"kind":"unused","source":"idle","title":"Idle"}`; !strings.Contains(rest, unused) || strings.Contains(rest, `"gazette"`) {
			t.Errorf("with %s: %s, want %s and nothing else unused", originals, rest, unused)
		}
	}
}

// What the book does not carry is told where it is written, and a source that fell marks what it carried.
func TestClaimsAreChecked(t *testing.T) {
	t.Parallel()
	dir := laid(t, map[string]string{
		"content/book.yaml":          "title: The Crossing\n",
		"content/chapters/talks.md":  "---\ntitle: The talks\nfrom: 2014\nto: 2014\n---\n## Key points\n\n1. They met.\n2. They parted [@herald ¶1].\n\n## Chronology\n\n- 2014-02-12 (id: meeting): They met [@herald ¶1]\n- 2014-02-13: They parted\n",
		"content/notes/again.md":     "---\ntitle: Again\n---\n- 2014-02-20 (id: meeting): They met [@herald ¶1]\n",
		"content/articles/herald.md": "---\ntitle: Boats meet\npublisher: Herald\ndate: 2014-02-12\nrights: full\nlicence: own-work\nstatus: withdrawn\n---\nBoats met.\n",
	})
	g, err := generator.New(generator.Options{Content: filepath.Join(dir, "content"), Out: filepath.Join(dir, "out")})
	if err != nil {
		t.Fatal(err)
	}
	_, diags, err := g.Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var told strings.Builder
	for _, d := range diags {
		if err := d.Print(&told); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{
		"talks.md:8:4: error: this key point carries no citation [uncited-point]",
		"talks.md:9:16: warning: herald is withdrawn: the statement rests on a source that no longer stands as it did [fallen-source]",
		"talks.md:14:3: warning: this event carries no citation [uncited-event]",
		`again.md:4:3: error: "meeting" is 2014-02-20 here, and 2014-02-12 in talks [event-id]`,
	} {
		if !strings.Contains(told.String(), want) {
			t.Errorf("nothing says %s", want)
		}
	}
	if t.Failed() {
		t.Log(told.String())
	}
	page, err := os.ReadFile(filepath.Join(dir, "out", "chapters", "talks.html"))
	if err != nil {
		t.Fatal(err)
	}
	if want := `data-fate="withdrawn" href="../sources/herald.html#p1">1 ¶1<span class="fate">, withdrawn</span></a>`; !strings.Contains(string(page), want) {
		t.Errorf("the page lacks %s", want)
	}
}
