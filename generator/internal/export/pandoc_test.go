package export_test

import (
	"bytes"
	"cmp"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/export"
)

// oracle finds pandoc and the folder of CSL styles, which Debian's citation-style-language-styles has; BRIEFBOOK_CSL
// names another. Where BRIEFBOOK_REQUIRE_PANDOC is set, both must be there.
func oracle(t *testing.T, style string) (pandoc, csl string) {
	t.Helper()
	csl = filepath.Join(cmp.Or(os.Getenv("BRIEFBOOK_CSL"), "/usr/share/citation-style-language/styles"), style)
	pandoc, err := exec.LookPath("pandoc")
	if err == nil && style != "" {
		_, err = os.Stat(csl)
	}
	if err != nil {
		if os.Getenv("BRIEFBOOK_REQUIRE_PANDOC") != "" {
			t.Fatalf("pandoc and the CSL styles are required here: %v", err)
		}
		t.Skipf("there is no oracle on this machine: %v", err)
	}
	return pandoc, csl
}

// A cited is what pandoc makes of one record.
type cited struct{ cite, item string }

// ask lets pandoc cite every record once, with a locator behind the id where there is one.
func ask(t *testing.T, style, locator string, list []export.Record) []cited {
	t.Helper()
	pandoc, csl := oracle(t, style)
	dir := t.TempDir()
	var data bytes.Buffer
	if err := export.CSLJSON.Write(&data, slices.Values(list)); err != nil {
		t.Fatal(err)
	}
	items := filepath.Join(dir, "items.json")
	if err := os.WriteFile(items, data.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, r := range list {
		fmt.Fprintf(&text, "[@%s%s]\n\n", r.ID, locator)
	}
	cmd := exec.Command(pandoc, "--citeproc", "--csl", csl, "--bibliography", items, "--from", "markdown", "--to", "html", "--wrap", "none")
	cmd.Stdin = strings.NewReader(text.String())
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("pandoc: %v\n%s", err, out)
	}
	answers := make([]cited, len(list))
	notes := pick(`(?s)<li id="fn\d+"[^>]*>(.*?)</li>`, out)
	if len(notes) == 0 {
		notes = pick(`(?s)<p><span class="citation"[^>]*>(.*?)</span></p>`, out)
	}
	if len(notes) != len(list) {
		t.Fatalf("pandoc made %d citations of %d records:\n%s", len(notes), len(list), out)
	}
	for i, r := range list {
		item := pick(`(?s)<div id="ref-`+r.ID+`"[^>]*>(.*?)</div>`, out)
		if len(item) != 1 {
			t.Fatalf("pandoc made %d items of %s", len(item), r.ID)
		}
		answers[i] = cited{notes[i], item[0]}
	}
	return answers
}

var tag = regexp.MustCompile(`<[a-zA-Z/][^>]*>`)

// pick gives the plain text of every match.
func pick(pattern string, out []byte) (list []string) {
	for _, m := range regexp.MustCompile(pattern).FindAllSubmatch(out, -1) {
		text := html.UnescapeString(tag.ReplaceAllString(string(m[1]), ""))
		list = append(list, even(strings.TrimRight(text, "↩︎ \n")))
	}
	return list
}

func even(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestAuthorDateAgainstPandoc(t *testing.T) {
	t.Parallel()
	list := records(t)
	at := book.Range{First: 2, Last: 3}
	plain := ask(t, "chicago-author-date.csl", "", list)
	located := ask(t, "chicago-author-date.csl", ", paras. 2-3", list)
	for i, r := range list {
		s := shapes[i]
		agree(t, r.Reference().Text(), plain[i].item, s.reference, s.because)
		agree(t, r.InText().Text(), plain[i].cite, s.inText, s.because)
		if s.inText == "" {
			agree(t, r.InText(at).Text(), located[i].cite, "", "")
		}
	}
}

func TestNotesAgainstPandoc(t *testing.T) {
	t.Parallel()
	list := records(t)
	plain := ask(t, "chicago-fullnote-bibliography.csl", "", list)
	located := ask(t, "chicago-fullnote-bibliography.csl", ", para. 4", list)
	for i, r := range list {
		s := shapes[i]
		agree(t, r.Entry().Text(), plain[i].item, s.entry, s.because)
		agree(t, r.Note().Text(), plain[i].cite, s.note, s.because)
		if s.note == "" {
			agree(t, r.Note(book.Range{First: 4, Last: 4}).Text(), located[i].cite, "", "")
		}
	}
}

// agree compares what we print with pandoc's. A difference on record must still be one, and have its reason.
func agree(t *testing.T, ours, pandocs, differs, because string) {
	t.Helper()
	switch ours, pandocs = even(ours), even(pandocs); {
	case differs == "" && ours != pandocs:
		t.Errorf("we print     %s\npandoc prints %s", ours, pandocs)
	case differs != "" && ours != differs:
		t.Errorf("we print %s\nwant     %s", ours, differs)
	case differs != "" && ours == pandocs:
		t.Errorf("no difference any more: %s", ours)
	case differs != "" && because == "":
		t.Errorf("no reason for a difference: %s", ours)
	}
}

// TestBibTeXAgainstPandoc reads our BibTeX with pandoc, whose reader is that of biblatex, and compares what it finds.
func TestBibTeXAgainstPandoc(t *testing.T) {
	t.Parallel()
	pandoc, _ := oracle(t, "")
	var data bytes.Buffer
	list := records(t)
	if err := export.BibTeX.Write(&data, slices.Values(list)); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(pandoc, "--from", "biblatex", "--to", "csljson")
	cmd.Stdin = &data
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("pandoc: %v\n%s", err, out)
	}
	got := readCSL(t, out)
	if len(got) != len(list) {
		t.Fatalf("%d records became %d", len(list), len(got))
	}
	for i, want := range list {
		g := got[i]
		if g.ID != want.ID || g.Type != "article-newspaper" {
			t.Errorf("%s of type %q came back as %s", want.ID, g.Type, g.ID)
		}
		if plain(g.Title) != plain(want.Title) || plain(g.Container) != plain(want.Publisher) || g.URL != want.URL {
			t.Errorf("%s came back as %+v", want.ID, g)
		}
		if len(g.Author) != len(want.Authors) {
			t.Errorf("%s: authors %v came back as %v", want.ID, want.Authors, g.Author)
		}
		for k, n := range want.Authors {
			if k < len(g.Author) && plain(g.Author[k].full()) != plain(n.Full()) {
				t.Errorf("%s: author %v came back as %v", want.ID, n, g.Author[k])
			}
		}
	}
}

// plain makes marks alike that pandoc sets anew: quotation marks, dots, blanks.
func plain(s string) string {
	s = tag.ReplaceAllString(s, "")
	return even(strings.NewReplacer("“", "'", "”", "'", "‘", "'", "’", "'", `"`, "'", "…", "...", "\u00a0", " ").Replace(s))
}
