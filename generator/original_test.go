package generator

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
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

// Decided lines that are not followed are told: a person relies on them.
func TestLinesThatAreNotFollowed(t *testing.T) {
	t.Parallel()
	sum := sha256.Sum256([]byte(capturedText))
	mine, other := "sha256: "+hex.EncodeToString(sum[:])+"\n", "sha256: "+strings.Repeat("0f", 32)+"\n"
	for _, c := range []struct{ name, lines, want string }{
		{"for this text", mine + "drop: 8\n", ""},
		{"to its last line", mine + "keep: 2-10\n", ""},
		{"with carriage returns", strings.ReplaceAll(mine+"drop: 8\n", "\n", "\r\n"), ""},
		{"for another text", other + "drop: 8\n", "originals/envoys.txt.lines: error: it was written for another text and is not followed [lines-ignored]\n" +
			"  hint: look at the lines again; then write " + mine},
		{"behind the end", mine + "drop: 8, 800-9000\n", "originals/envoys.txt.lines: warning: it names line 9000, but envoys.txt ends before [lines-range]\n"},
		{"kept behind the end", mine + "keep: 40\n", "it names line 40, but envoys.txt ends before [lines-range]\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			dir := lay(t, map[string]string{
				"content/articles/envoys.md":         cardFor("envoys.txt", capturedText, nil),
				"content/originals/envoys.txt":       capturedText,
				"content/originals/envoys.txt.lines": c.lines,
			})
			g, err := New(at(dir))
			if err != nil {
				t.Fatal(err)
			}
			_, diags, err := g.Check(context.Background(), nil)
			if err != nil {
				t.Fatal(err)
			}
			if said := printed(diags); c.want == "" && strings.Contains(said, "lines") || !strings.Contains(said, c.want) {
				t.Errorf("said\n%s\nwant\n%s", said, c.want)
			}
			if err := os.Rename(filepath.Join(dir, "content/originals/envoys.txt"), filepath.Join(dir, "content/articles/bare.txt")); err != nil {
				t.Fatal(err)
			}
			if err := os.Rename(filepath.Join(dir, "content/originals/envoys.txt.lines"), filepath.Join(dir, "content/articles/bare.txt.lines")); err != nil {
				t.Fatal(err)
			}
			_, diags, err = g.Check(context.Background(), nil)
			if err != nil {
				t.Fatal(err)
			}
			want := strings.ReplaceAll(strings.ReplaceAll(c.want, "originals/", "content/articles/"), "envoys.txt", "bare.txt")
			if said := printed(diags); !strings.Contains(said, want) {
				t.Errorf("of a text without a card said\n%s\nwant\n%s", said, want)
			}
		})
	}
}

// suggestedFor is what is suggested for a book with these files besides, a line each.
func suggestedFor(t *testing.T, files map[string]string) (list []Suggestion, lines string) {
	t.Helper()
	g, err := New(at(lay(t, files)))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := g.Check(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	list, err = g.Suggest(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range list {
		lines += s.Line + "\n"
	}
	return list, lines
}

// A date is suggested once, as planned while no source tells of it as past, and not when the chronology has it from
// the same paragraph more exactly.
func TestSuggestions(t *testing.T) {
	t.Parallel()
	said := func(id, date, sentence string) map[string]string {
		text := "Boats and bridges of the harbour\n\n" + sentence + "\n\nThe harbour board said so in a short statement on the state of its boats and bridges.\n"
		card := strings.Replace(cardFor(id+".txt", text, nil), "2014-02-12", date, 1)
		return map[string]string{"content/articles/" + id + ".md": card, "content/originals/" + id + ".txt": text}
	}
	event := func(line string) map[string]string {
		return map[string]string{"content/notes/events.md": "---\ntitle: Events\n---\n## Chronology\n\n" + line + "\n"}
	}
	before := said("before", "2019-03-01", "The night ferry is back in service at the old quay from 12 March 2019, the captain of the boat said on the quay.")
	after := said("after", "2019-03-20", "The night ferry left the old quay for the first time after the long repair on 12 March 2019, with all its lamps lit.")
	month := said("month", "2019-03-01", "The boats of the harbour are to be painted white in the course of April 2019, from the old quay to the new bridge.")
	for _, c := range []struct {
		name  string
		files []map[string]string
		want  string
	}{
		{"before it came", []map[string]string{before}, "- 2019-03-12 (planned): … [@before ¶1]\n"},
		{"after it came", []map[string]string{after}, "- 2019-03-12: … [@after ¶1]\n"},
		{"before and after", []map[string]string{before, after}, "- 2019-03-12: … [@before ¶1; @after ¶1]\n"},
		{"the chronology has it", []map[string]string{before, after, event("- 2019-03-12: The ferry is back.")}, ""},
		{"more exactly", []map[string]string{month, event("- 2019-04-10 (planned): The first boat is painted [@month ¶1].")}, ""},
		{"from another paragraph", []map[string]string{month, event("- 2019-04-10 (planned): The first boat is painted [@month ¶2].")}, "- 2019-04 (planned): … [@month ¶1]\n"},
		{"less exactly", []map[string]string{after, event("- 2019-03: The ferry is back [@after ¶1].")}, "- 2019-03-12: … [@after ¶1]\n"},
		{"as the beginning", []map[string]string{month, event("- 2019-04/2019-06 (planned): The boats are painted [@month ¶1].")}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			files := map[string]string{}
			for _, f := range c.files {
				maps.Copy(files, f)
			}
			if _, got := suggestedFor(t, files); got != c.want {
				t.Errorf("suggested\n%s\nwant\n%s", got, c.want)
			}
		})
	}
	list, _ := suggestedFor(t, said("end", "2019-03-20", "The night ferry was back in service at the old quay in January 2019. It then lay at the yard in the next town."))
	if len(list) != 1 || list[0].Told[0].Sentence != "The night ferry was back in service at the old quay in January 2019." {
		t.Errorf("a date at the end of a sentence: %+v", list)
	}
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
