package generator

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
)

// pasted is a sentence of a captured text that only a digest is allowed of, some 18 words long.
const pasted = "The harbour board elected a chair on Monday after two rounds of voting, and will publish the accounts"

// What stands in a licensed text does not get out, wherever it was pasted; the last book stands.
func TestGate(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ file, text, place string }{
		"a note":                   {"content/notes/n.md", "---\ntitle: N\n---\nIt is told that " + pasted + ".\n", "content/notes/n.md:4:"},
		"a chapter":                {"content/chapters/talks.md", "---\ntitle: The talks\nfrom: 2014\nto: 2014\n---\n## Bottom line\n\n" + pasted + " [@board ¶1].\n", "content/chapters/talks.md:8:"},
		"front matter":             {"content/notes/n.md", "---\ntitle: " + pasted + "\n---\nText.\n", "content/notes/n.md:2:"},
		"words for a picture":      {"content/notes/n.md", "---\ntitle: N\n---\n![" + pasted + "](map.png)\n", "content/notes/n.md:4:"},
		"a definition":             {"content/terms/chair.md", "---\nname: Chair\n---\n" + pasted + ".\n", "content/terms/chair.md:4:"},
		"a name":                   {"content/notes/the-harbour-board-elected-a-chair-on-monday-after-two-rounds-of-voting.md", "---\ntitle: N\n---\nText.\n", "harbour-board-elected"},
		"a static file":            {"content/static/data/list.csv", "a,b\n\"" + pasted + "\",2\n", "data/list.csv"},
		"a static file's name":     {"content/static/The Harbour Board elected a chair on Monday after two rounds of voting.csv", "a,b\n", "The Harbour Board elected"},
		"a picture's words":        {"content/static/map.svg", `<svg xmlns="http://www.w3.org/2000/svg"><title>` + pasted + `</title></svg>`, "map.svg"},
		"a layout":                 {"layouts/note.html", `{{define "main"}}<main id="main"><p title="` + pasted + `">x</p></main>{{end}}`, "notes/"},
		"a quotation too long":     {"content/notes/n.md", "---\ntitle: N\n---\n\"" + pasted + " of the ferry in May. Nobody on the board would say on the record why the former chair had left before\" [@board]\n", "notes/n"},
		"with marks between":       {"content/notes/n.md", "---\ntitle: N\n---\nThe *harbour* board [[bridge|elected]] a chair on Monday [@board ¶1] after two rounds of voting, and will publish the accounts.\n", "notes/n"},
		"around a quotation":       {"content/notes/n.md", "---\ntitle: N\n---\nThe harbour board elected a chair on \"Monday after two rounds of voting\" [@board ¶1], and will publish the accounts of the ferry.\n", "notes/n"},
		"what was set aside":       {"content/notes/n.md", "---\ntitle: N\n---\nSubscribe to our newsletter to read more about the harbour every morning, they say.\n", "content/notes/n.md:4:"},
		"a heading, in other case": {"content/notes/n.md", "---\ntitle: N\n---\n## " + strings.ToUpper(pasted) + "\n\nText.\n", "content/notes/n.md:4:"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := lay(t, quoting("Nothing."))
			mustBuild(t, at(dir))
			before := contents(t, filepath.Join(dir, "public"))
			put(t, dir, map[string]string{c.file: c.text})
			sum, said := mustBuild(t, at(dir))
			if sum.Errors == 0 || !strings.Contains(said, "[leak]") || !strings.Contains(said, "board") || !strings.Contains(said, c.place) {
				t.Errorf("%+v, said\n%s", sum, said)
			}
			after := contents(t, filepath.Join(dir, "public"))
			for name, text := range before {
				if after[name] != text {
					t.Errorf("%s was replaced", name)
				}
			}
			if len(after) != len(before) {
				t.Errorf("%d files in place of %d", len(after), len(before))
			}
		})
	}
}

// What may be said is not stopped.
func TestGateLetsPass(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text string
		warn bool
	}{
		"a quotation":            {`The report says "elected a chair on Monday after two rounds of voting, and will publish the accounts" [@board ¶1].`, false},
		"seven words":            {"It elected a chair on Monday after a while.", false},
		"nine words":             {"The harbour board elected a chair on Monday after lunch.", true},
		"a title":                {"See Harbour board names a new chair, and what it says of the ferry.", false},
		"the quotation, elided":  {`"The harbour board elected a chair […] after two rounds of voting" [@board ¶1]`, false},
		"the words of a licence": {"The boat left the quay at noon with four cars on deck.", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := lay(t, quoting(c.text))
			sum, said := mustBuild(t, at(dir))
			if sum.Errors > 0 || sum.Written == 0 || strings.Contains(said, "[leak]") != c.warn {
				t.Errorf("%+v, said\n%s", sum, said)
			}
		})
	}
}

// The address of a source may hold its headline, and not its sentences.
func TestGateAddress(t *testing.T) {
	t.Parallel()
	for address, leaks := range map[string]bool{
		"https://post.example/2014/03/03/harbour-board-names-a-new-chair-and-more-of-the-ferry":                false,
		"https://post.example/the-harbour-board-elected-a-chair-on-monday-after-two-rounds-of-voting-and-will": true,
	} {
		files := quoting("Nothing.")
		files["content/articles/board.md"] = strings.Replace(files["content/articles/board.md"], "---\n", "---\nurl: "+address+"\n", 1)
		sum, said := mustBuild(t, at(lay(t, files)))
		if sum.Errors > 0 != leaks || strings.Contains(said, "[leak]") != leaks {
			t.Errorf("%s: %+v, said\n%s", address, sum, said)
		}
	}
}

// Any twelve words in a row are caught, wherever in the content they are put.
func TestGateAnywhere(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(4, 4))
	all := strings.Fields(capturedText + otherText)
	missed := 0
	for n := range 100 {
		run := 0
		for run == 0 || run > len(all)-12 || straddles(all[run:run+12]) {
			run = rnd.IntN(len(all) - 12)
		}
		text := strings.Join(all[run:run+12], " ")
		file := []string{"content/notes/n%d.md", "content/terms/t%d.md", "content/people/p%d.md", "content/chapters/c%d.md", "content/static/s%d.txt"}[n%5]
		page := []string{
			"---\ntitle: N\n---\nBefore %s after.\n", "---\nname: \"T\"\nvariants: [\"%s\"]\n---\nText.\n", "---\nname: P\nrole: \"%s\"\n---\nText.\n",
			"---\ntitle: C\nfrom: 1990\nto: 1991\nstatus: \"%s\"\n---\n\n", "%s\n",
		}[n%5]
		dir := lay(t, quoting("Nothing."))
		put(t, dir, map[string]string{fmt.Sprintf(file, n): fmt.Sprintf(page, strings.NewReplacer(`"`, "'", ":", " ").Replace(text))})
		g, err := New(at(dir))
		if err != nil {
			t.Fatal(err)
		}
		_, diags, err := g.Check(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(printed(diags), "error: 12 words") {
			missed++
			t.Errorf("%d: not caught in %s: %s\n%s", n, fmt.Sprintf(file, n), text, printed(diags))
		}
	}
	if missed > 0 {
		t.Errorf("%d of 100 runs were missed", missed)
	}
}

// straddles reports whether a run of words goes from the one text into the other, where it stands in neither.
func straddles(run []string) bool {
	joined := strings.Join(run, " ")
	one := strings.Join(strings.Fields(capturedText), " ")
	other := strings.Join(strings.Fields(otherText), " ")
	return !strings.Contains(one, joined) && !strings.Contains(other, joined)
}

// A preview of either edition tells of it where it stands, while it is written.
func TestGateInPreview(t *testing.T) {
	t.Parallel()
	dir := lay(t, quoting("Nothing."))
	put(t, dir, map[string]string{"content/notes/n.md": "---\ntitle: N\n---\nIt is told that " + pasted + ".\n"})
	for _, e := range []Edition{Public, Internal} {
		o := at(dir)
		o.Edition, o.Out = e, filepath.Join(dir, string(e))
		g, err := New(o)
		if err != nil {
			t.Fatal(err)
		}
		_, diags := newShow(g).round(context.Background(), nil)
		if said := printed(diags); !strings.Contains(said, "content/notes/n.md:4:17: ") || !strings.Contains(said, "[leak]") {
			t.Errorf("%s: said\n%s", e, said)
		}
	}
}
