package generator

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/article"
)

const otherText = `Harbour board names a new chair

By Ida Brandt
3 March 2014

The harbour board elected a chair on Monday after two rounds of voting, and will publish the accounts of the ferry in May.

Nobody on the board would say on the record why the former chair had left before the end of her term.

Subscribe to our newsletter to read more about the harbour every morning!
`

// quoting is a book about two captured texts and one that is published whole, with a note that quotes them.
func quoting(note string) map[string]string {
	card := func(id, text string) string {
		prints := article.Fingerprints(article.Clean([]byte(text), id+".txt", article.Lines{}).Paragraphs)
		return strings.Replace(cardFor(id+".txt", text, prints), "title: Envoys meet at the old bridge", "title: Source "+id, 1)
	}
	return map[string]string{
		"content/book.yaml":            "title: Quoting\n",
		"content/articles/envoys.md":   card("envoys", capturedText),
		"content/articles/board.md":    card("board", otherText),
		"content/articles/own.md":      "---\ntitle: Our own log\ndate: 2014-04-01\nrights: full\nlicence: own-work\n---\nThe boat left the quay at noon with four cars on deck.\n",
		"content/originals/envoys.txt": capturedText,
		"content/originals/board.txt":  otherText,
		"content/notes/says.md":        "---\ntitle: Says\n---\n" + note + "\n",
	}
}

// verdict checks a book and returns what was said, and the quotations.
func verdict(t *testing.T, dir string) (string, []Quote) {
	t.Helper()
	g, err := New(at(dir))
	if err != nil {
		t.Fatal(err)
	}
	_, diags, err := g.Check(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	list, err := g.Quotes(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return printed(diags), list
}

func TestQuotations(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, note, verdict string
		says                []string
	}{
		{"word for word", `"Envoys of the two towns met" [@envoys ¶1]`, "exact", nil},
		{"without a paragraph", `"agreed to meet again on February 20" [@envoys]`, "exact", nil},
		{"typography", "\"the ﬁrst such meeting in many years\" [@envoys ¶1]", "normalised", nil},
		{"brackets", `"[t]he ferry [to the island] will not run before the end" [@envoys ¶3]`, "bracketed", nil},
		{"left out", `"will not run […] the harbour board said" [@envoys ¶3]`, "elided", nil},
		{"of the second source of a group", `"agreed to meet again on February 20" [@board ¶1; @envoys ¶2]`, "exact", nil},
		{"of no source of a group", `"agreed never to meet again on February 20" [@envoys ¶2; @board ¶1]`, "not_found", []string{"[quote-not-found]"}},
		{"before words of the writer's", `"agreed to meet again on February 20", it says [@envoys ¶2]`, "exact", nil},
		{"false, before words of the writer's", `"agreed to meet again on February 30", it says [@envoys ¶2]`, "not_found", []string{"[quote-not-found]"}},
		{"wrong paragraph", `"agreed to meet again on February 20" [@envoys ¶1]`, "wrong_paragraph", []string{
			"content/notes/says.md:4:1: warning: the quotation is not in ¶1 of envoys [quote-wrong-paragraph]", "hint: it is in ¶2"}},
		{"a word too many", `"agreed never to meet again on February 20" [@envoys ¶2]`, "not_found", []string{
			"error: the quotation is not in envoys [quote-not-found]", "hint: ¶2 has "}},
		{"another source", `"elected a chair on Monday after two rounds" [@envoys ¶1]`, "found_in_other_source", []string{
			"error: the quotation is not in envoys but in board [quote-other-source]", "hint: cite [@board ¶1]"}},
		{"set aside", `"to read more about the harbour every morning" [@board]`, "only_in_dropped", []string{
			"[quote-only-dropped]", "hint: it was set aside as "}},
		{"too short", `"many years" [@envoys ¶1]`, "too_short", []string{"warning: fewer than five words", "[quote-too-short]"}},
		{"a text of one's own", `"left the quay at noon with four cars" [@own]`, "exact", nil},
		{"not in a text of one's own", `"left the quay at noon with five cars" [@own]`, "not_found", []string{"[quote-not-found]", "four"}},
		{"a source that is not there", `"left the quay at noon with five cars" [@nobody]`, "not_verified", []string{"[unknown-source]"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			dir := lay(t, quoting(c.note))
			said, list := verdict(t, dir)
			if len(list) != 1 || list[0].Verdict != c.verdict || list[0].File != "content/notes/says.md" || list[0].Line != 4 {
				t.Errorf("%+v, want one %s", list, c.verdict)
			}
			if c.says == nil && strings.Contains(said, "[quote-") {
				t.Errorf("said\n%s", said)
			}
			for _, words := range c.says {
				if !strings.Contains(said, words) {
					t.Errorf("not said: %s\n%s", words, said)
				}
			}
		})
	}
}

// What one machine has verified counts on another that has not the originals.
func TestQuotesLock(t *testing.T) {
	t.Parallel()
	note := `"Envoys of the two towns met" [@envoys ¶1] and "agreed to meet again on February 20" [@envoys ¶1].`
	dir := lay(t, quoting(note))
	lock := func(day string) Locked {
		t.Helper()
		g, err := New(at(dir))
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := g.Check(context.Background(), nil); err != nil {
			t.Fatal(err)
		}
		done, err := g.Lock(day)
		if err != nil {
			t.Fatal(err)
		}
		return done
	}
	if done := lock("2026-11-01"); !done.Changed || done.Entries != 2 {
		t.Errorf("%+v", done)
	}
	before := readFile(t, dir, "content/quotes.lock")
	if done := lock("2026-11-02"); done.Changed || readFile(t, dir, "content/quotes.lock") != before {
		t.Errorf("nothing differs, and the lock does: %+v", done)
	}
	if err := os.Rename(filepath.Join(dir, "content/originals"), filepath.Join(dir, "drawer")); err != nil {
		t.Fatal(err)
	}
	said, list := verdict(t, dir)
	if strings.Contains(said, "quote-unverified") || !strings.Contains(said, "[quote-wrong-paragraph]") || list[0].Verdict != "exact" {
		t.Errorf("by the lock: %v\n%s", list, said)
	}
	// A new quotation, and an altered one, are not verified here; the lock keeps what it has.
	put(t, dir, map[string]string{"content/notes/says.md": "---\ntitle: Says\n---\n" + strings.Replace(note, "agreed", "refused", 1) + "\n"})
	said, list = verdict(t, dir)
	if !strings.Contains(said, "says.md:4:48: warning: the quotation is not verified here") || list[1].Verdict != "not_verified" {
		t.Errorf("%v\n%s", list, said)
	}
	if done := lock("2026-11-03"); done.Entries != 1 {
		t.Errorf("the stale entry stays: %+v", done)
	}
	// Another text of the source has not been looked at.
	card := readFile(t, dir, "content/articles/envoys.md")
	_, sum, _ := strings.Cut(card, "sha256: ")
	sum, _, _ = strings.Cut(sum, "\n")
	put(t, dir, map[string]string{"content/articles/envoys.md": strings.Replace(card, sum, strings.Repeat("0123", 16), 1)})
	if said, _ = verdict(t, dir); strings.Count(said, "[quote-unverified]") != 2 {
		t.Errorf("the lock of another text counts\n%s", said)
	}
	// A card that does not say which text is its own leaves it to the lock.
	put(t, dir, map[string]string{"content/articles/envoys.md": strings.Replace(card, "sha256: "+sum+"\n", "", 1)})
	if said, list = verdict(t, dir); strings.Count(said, "[quote-unverified]") != 1 || list[0].Verdict != "exact" {
		t.Errorf("the lock does not count: %v\n%s", list, said)
	}
}

// The lock is the same whichever edition is checked: it has the quotations of drafts.
func TestQuotesLockHasDrafts(t *testing.T) {
	t.Parallel()
	files := quoting(`"Envoys of the two towns met" [@envoys ¶1]`)
	files["content/notes/later.md"] = "---\ntitle: Later\ndraft: true\n---\n\"elected a chair on Monday after two rounds\" [@board ¶1]\n"
	dir := lay(t, files)
	for _, edition := range []Edition{Public, Internal, Public} {
		o := at(dir)
		if o.Edition = edition; edition == Internal {
			o.Out = filepath.Join(dir, "inside")
		}
		g, err := New(o)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := g.Check(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		if done, err := g.Lock("2026-11-01"); err != nil || done.Entries != 2 {
			t.Errorf("%s: %+v %v", edition, done, err)
		}
	}
}

// Where there is neither a lock nor an original that is said once.
func TestQuotationsUnchecked(t *testing.T) {
	t.Parallel()
	files := quoting(`"Envoys of the two towns met" [@envoys ¶1] and "agreed to meet again on February 20" [@envoys ¶1].`)
	maps.DeleteFunc(files, func(name, _ string) bool { return strings.HasPrefix(name, "content/originals") })
	said, list := verdict(t, lay(t, files))
	if strings.Count(said, "[quote-unverified]") != 1 || !slices.ContainsFunc(list, func(q Quote) bool { return q.Verdict == "not_verified" }) {
		t.Errorf("%v\n%s", list, said)
	}
}

func TestCaps(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("and so the crossing went on in the same way ", 12)
	text := "A long account\n\n12 February 2014\n\n" + long + "until the end of the year and then it stopped.\n\nThe board then met in the hall beside the quay and talked for three hours about the price of coal, of rope and of paint for the boats.\n"
	files := quoting(`"The board then met in the hall beside the quay and talked for three hours about the price of coal, of rope and of paint for the boats" [@long ¶2].` +
		"\n\n\"" + strings.TrimSpace(strings.Repeat("and so the crossing went on in the same way ", 4)) + `" [@long ¶1]`)
	files["content/articles/long.md"] = cardFor("long.txt", text, article.Fingerprints(article.Clean([]byte(text), "long.txt", article.Lines{}).Paragraphs))
	files["content/originals/long.txt"] = text
	said, _ := verdict(t, lay(t, files))
	for _, words := range []string{"says.md:6:1: warning: the quotation has 40 words of long; without a licence 30 are the most [quote-long]", "[quote-cap]"} {
		if !strings.Contains(said, words) {
			t.Errorf("not said: %s\n%s", words, said)
		}
	}
	for name, text := range files { // with a licence there are no caps
		if name == "content/articles/long.md" {
			files[name] = strings.Replace(text, "original:", "rights: full\nlicence: cc-by-4.0\noriginal:", 1)
		}
	}
	if said, _ := verdict(t, lay(t, files)); strings.Contains(said, "[quote-cap]") || strings.Contains(said, "[quote-long]") {
		t.Errorf("said of a licensed text:\n%s", said)
	}
}

// put writes files into a book.
func put(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func readFile(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// What is told of a quotation elsewhere keeps up with the place where it stands.
func TestQuotationElsewhere(t *testing.T) {
	t.Parallel()
	const quote = "“Envoys of the two towns met” [@envoys ¶1]"
	for name, c := range map[string]struct{ before, after string }{
		"another heading":  {"## What was said\n\nHe wrote " + quote + ".", "## What was written\n\nHe wrote " + quote + "."},
		"another place":    {"It rains [@board ¶1].\n\n" + quote, "It rains.\n\n" + quote},
		"another citation": {quote, quote[:len(quote)-1] + "–2]"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := &desk{dir: t.TempDir()}
			for file, text := range quoting(c.before) {
				d.write(t, file, text)
			}
			warm := opened(t, d.dir, Internal)
			before := everything(t, warm)
			d.write(t, "content/notes/says.md", quoting(c.after)["content/notes/says.md"])
			warm.round(context.Background(), []string{"content/notes/says.md"})
			after := everything(t, warm)
			if after["quotations.html"] == before["quotations.html"] {
				t.Error("the register of quotations is as it was")
			}
			same(t, 0, after, everything(t, opened(t, d.dir, Internal)))
		})
	}
}

// A source of which the book's default allows the whole text, and that has no other text, is quoted from its page.
func TestQuotedFromPage(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ info, card, verdict string }{
		"its card says so":        {"", "rights: full\nlicence: own-work\n", "exact"},
		"the book says so":        {"rights: full\n", "licence: own-work\n", "exact"},
		"without a licence":       {"rights: full\n", "", "not_verified"},
		"the licence has run out": {"as_of: 2021-07-29\n", "rights: full\nlicence: licensed\nlicence_ref: by letter\nexpires: 2019\n", "exact"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := &desk{dir: t.TempDir()}
			for file, text := range quoting("\"left the quay at noon with four cars\" [@own ¶1]") {
				d.write(t, file, text)
			}
			d.write(t, "content/book.yaml", "title: Quoting\n"+c.info)
			d.write(t, "content/articles/own.md", "---\ntitle: Our own log\ndate: 2014-04-01\n"+c.card+"---\nThe boat left the quay at noon with four cars on deck.\n")
			says, list := verdict(t, d.dir)
			if len(list) != 1 || list[0].Verdict != c.verdict {
				t.Errorf("%+v, want %s\n%s", list, c.verdict, says)
			}
		})
	}
}
