package generator

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefbook/generator/internal/article"
)

const capturedText = `Envoys meet at the old bridge

By Ida Brandt
12 February 2014

Envoys of the two towns met at the old bridge on Wednesday, the first such meeting in many years.

They agreed to meet again on February 20 at the new bridge, where the road to the harbour begins.

The ferry will not run before the end of the winter, the harbour board said in a short statement.
`

// card is a card for a captured text with the fingerprints of these paragraphs.
func cardFor(original, text string, fingerprints []string) string {
	sum := sha256.Sum256([]byte(text))
	return fmt.Sprintf("---\ntitle: Envoys meet at the old bridge\ndate: 2014-02-12\noriginal: %s\nsha256: %s\nparagraphs: [%s]\n---\nEnvoys met.\n",
		original, hex.EncodeToString(sum[:]), strings.Join(fingerprints, ", "))
}

func internal(dir string) Options {
	o := at(dir)
	o.Edition, o.Out = Internal, filepath.Join(dir, "inner")
	return o
}

func TestParagraphsThatMoved(t *testing.T) {
	t.Parallel()
	now := article.Fingerprints(article.Clean([]byte(capturedText), "envoys.txt", article.Lines{}).Paragraphs)
	if len(now) != 3 {
		t.Fatalf("%d paragraphs, want 3", len(now))
	}
	for _, c := range []struct {
		name    string
		before  []string
		reports []string
	}{
		{"all in place", now, nil},
		{"one before was set aside", append([]string{"00000000"}, now...), []string{
			"content/articles/envoys.md:6:13: warning: the paragraphs of envoys.txt are not those the card records: ¶1 is gone, ¶2 is now ¶1, ¶3 is now ¶2, ¶4 is now ¶3 [renumbered]",
			"hint: mend the citations, then write paragraphs: [" + strings.Join(now, ", ") + "]",
			"content/notes/cites.md:4:20: error: since the card of envoys was written, ¶2 is now ¶1 [moved-paragraph]"}},
		{"one came in", now[1:], []string{"¶1 is now ¶2, ¶2 is now ¶3", "since the card of envoys was written, ¶2 is now ¶3"}},
		{"one reads otherwise", []string{now[0], "00000000", now[2]}, []string{"¶2 reads otherwise [renumbered]", "¶2 reads otherwise [moved-paragraph]"}},
		{"one was cut in two", []string{now[0], "00000000"}, []string{"¶2 is part of ¶2–3, which reads otherwise"}},
		{"one not cited moved", []string{now[0], now[1], "00000000", now[2]}, []string{"¶3 is gone, ¶4 is now ¶3 [renumbered]"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			dir := lay(t, map[string]string{
				"content/articles/envoys.md":   cardFor("envoys.txt", capturedText, c.before),
				"content/originals/envoys.txt": capturedText,
				"content/notes/cites.md":       "---\ntitle: Cites\n---\nThey meet again on [@envoys ¶2].\n",
			})
			g, err := New(at(dir))
			if err != nil {
				t.Fatal(err)
			}
			_, diags, err := g.Check(context.Background(), nil)
			if err != nil {
				t.Fatal(err)
			}
			said := printed(diags)
			if len(c.reports) == 0 && strings.Contains(said, "envoys") {
				t.Errorf("said\n%s", said)
			}
			for _, want := range c.reports {
				if !strings.Contains(said, want) {
					t.Errorf("said\n%s\nwant %s", said, want)
				}
			}
			if c.name == "one not cited moved" && strings.Contains(said, "moved-paragraph") {
				t.Errorf("a citation of a paragraph in its place is reported:\n%s", said)
			}
		})
	}
}

// What a person decided about the lines of a captured text goes before the rules, in both ways to hold one.
func TestOverrideBesideTheText(t *testing.T) {
	t.Parallel()
	sum := sha256.Sum256([]byte(capturedText))
	lines := "sha256: " + hex.EncodeToString(sum[:]) + "\ndrop: 8\n"
	dir := lay(t, map[string]string{
		"content/articles/envoys.md":         cardFor("envoys.txt", capturedText, nil),
		"content/originals/envoys.txt":       capturedText,
		"content/originals/envoys.txt.lines": lines,
		"content/articles/raw.txt":           capturedText,
		"content/articles/raw.txt.lines":     strings.Replace(lines, "drop: 8", "drop: 6\nkep: 3", 1),
	})
	_, said := mustBuild(t, internal(dir))
	if !strings.Contains(said, "content/articles/raw.txt.lines:3:1: error: ") || strings.Contains(said, "unknown-file") {
		t.Errorf("said\n%s", said)
	}
	files := contents(t, filepath.Join(dir, "inner"))
	for page, without := range map[string]string{"sources/envoys.html": "They agreed", "sources/raw.html": "Envoys of the two towns"} {
		before, aside, _ := strings.Cut(files[page], "Set aside")
		if strings.Contains(before, ">"+without) || !strings.Contains(aside, without) {
			t.Errorf("%s: %q is not set aside", page, without)
		}
	}
}

// The internal edition keeps the untouched original; a page of somebody else's as plain text. The public edition
// keeps none.
func TestUntouchedOriginals(t *testing.T) {
	t.Parallel()
	page := "<!doctype html><title>Envoys</title><script>alert(1)</script><p>Envoys of the two towns met at the old bridge on Wednesday, for the first time."
	dir := lay(t, map[string]string{
		"content/articles/envoys.md":   cardFor("envoys.txt", capturedText, nil),
		"content/originals/envoys.txt": capturedText,
		"content/articles/page.html":   page,
		"content/articles/gone.md":     cardFor("gone.txt", capturedText, nil),
	})
	mustBuild(t, internal(dir))
	files := contents(t, filepath.Join(dir, "inner"))
	if files["originals/envoys.txt"] != capturedText || files["originals/page.html.txt"] != page {
		t.Error("an original is missing or changed")
	}
	for name := range files {
		if strings.HasPrefix(name, "originals/gone") || name == "originals/page.html" {
			t.Errorf("there is %s", name)
		}
	}
	if !strings.Contains(files["sources/envoys.html"], `href="../originals/envoys.txt"`) {
		t.Error("the page of a source does not lead to its original")
	}
	mustBuild(t, at(dir))
	for name := range contents(t, filepath.Join(dir, "public")) {
		if strings.HasPrefix(name, "originals") {
			t.Errorf("the public edition has %s", name)
		}
	}
}

// The paragraphs of a document are those of the text that was taken out of it; its SHA-256 is its own.
func TestDocumentAndItsText(t *testing.T) {
	t.Parallel()
	document := "%PDF-1.7 not looked at"
	dir := lay(t, map[string]string{
		"content/articles/envoys.md":       cardFor("envoys.pdf", document, article.Fingerprints(article.Clean([]byte(capturedText), "x.txt", article.Lines{}).Paragraphs)),
		"content/originals/envoys.pdf":     document,
		"content/originals/envoys.pdf.txt": capturedText,
	})
	if _, said := mustBuild(t, internal(dir)); strings.Contains(said, "envoys") {
		t.Errorf("said\n%s", said)
	}
	files := contents(t, filepath.Join(dir, "inner"))
	if files["originals/envoys.pdf"] != document || !strings.Contains(files["sources/envoys.html"], "Envoys of the two towns") {
		t.Error("the document or its text is missing")
	}
	if err := os.Remove(filepath.Join(dir, "content/originals/envoys.pdf.txt")); err != nil {
		t.Fatal(err)
	}
	if _, said := mustBuild(t, internal(dir)); !strings.Contains(said, "the original envoys.pdf is there, but its text is not beside it: envoys.pdf.txt [no-text]") {
		t.Errorf("said\n%s", said)
	}
}

// suggestions are those of a book with the captured text under a card.
func suggestions(t *testing.T, card string) []Suggestion {
	t.Helper()
	g, err := New(at(lay(t, map[string]string{"content/articles/envoys.md": card, "content/originals/envoys.txt": capturedText})))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := g.Check(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	list, err := g.Suggest(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestSuggest(t *testing.T) {
	t.Parallel()
	card := cardFor("envoys.txt", capturedText, nil)
	list := suggestions(t, card)
	// The Wednesday is 12 February, which the chronology has.
	if len(list) != 1 || list[0].Date != "2014-02-20" || !strings.HasPrefix(list[0].Line, "- 2014-02-20 (") || !strings.HasSuffix(list[0].Line, ": … [@envoys ¶2]") ||
		list[0].Told[0].Sentence != "They agreed to meet again on February 20 at the new bridge, where the road to the harbour begins." {
		t.Errorf("suggested %+v", list)
	}
	// Counted from a date that was itself inferred, nothing is certain enough.
	if list := suggestions(t, strings.Replace(card, "date: 2014-02-12", "date: 2014-02-12\ndate_basis: inferred", 1)); len(list) != 0 {
		t.Errorf("suggested %+v", list)
	}
}
