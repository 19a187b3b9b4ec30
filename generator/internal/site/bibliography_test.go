package site_test

import (
	"bytes"
	"encoding/json"
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
	"briefbook/generator/internal/site"
)

// makeSome writes the files of a book whose names begin with one of these.
func makeSome(t testing.TB, l *library, begins ...string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, f := range site.Files(l) {
		if !slices.ContainsFunc(begins, func(begin string) bool { return strings.HasPrefix(f.Path, begin) }) {
			continue
		}
		var b bytes.Buffer
		if err := f.Write(&b, l); err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		out[f.Path] = b.String()
	}
	return out
}

func TestBibliographyCitesEverySourceInBothStyles(t *testing.T) {
	t.Parallel()
	files := makeSome(t, sample(t), "bibliography", "sources", "index.html")
	page := files["bibliography.html"]
	for _, want := range []string{
		`aria-label="Tab 1: Quays fall silent as pilots walk out">1</a>`,
		"Ada Holm, and Per Lund. 2016. “Quays Fall Silent as Pilots Walk Out.” <i>Evening Courier</i>, February 12, 2016. https://www.courier.example/2016/quays.",
		"Ada Holm, and Per Lund. “Quays",
		"“[Minutes of the Harbour Board].” [2021?], [2021?].",
		`<a href="bibliography.json" download>CSL-JSON</a> · <a href="bibliography.bib" download>BibTeX</a> · <a href="bibliography.ris" download>RIS</a>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the bibliography has no %s", want)
		}
	}
	if n := strings.Count(page, `<span class="Z3988"`); n != 4 {
		t.Errorf("%d context objects for 4 sources", n)
	}
	var items []map[string]any
	if err := json.Unmarshal([]byte(files["bibliography.json"]), &items); err != nil || len(items) != 4 || items[0]["id"] != "courier" {
		t.Errorf("%v: %s", err, files["bibliography.json"])
	}
	for _, from := range []string{"sources.html", "index.html"} {
		if !strings.Contains(files[from], `href="bibliography.html"`) {
			t.Errorf("%s does not lead to the bibliography", from)
		}
	}
}

func TestBibliographyIsSplit(t *testing.T) {
	t.Parallel()
	l := newLibrary(t, book.Info{Title: "Many", Language: "en"})
	first := l.add(&book.Page{Head: book.Head{ID: "talks", Kind: book.Chapter, Title: "The talks"}})
	for i := range 230 {
		h := book.Head{ID: book.ID(fmt.Sprintf("s%03d", i)), Kind: book.Article, Title: fmt.Sprintf("Report %d", i), Tab: i + 1, Credit: "Courier"}
		if i < 220 {
			h.Chapter = first.ID
		}
		l.add(&book.Page{Head: h})
	}
	files := makeSome(t, l, "bibliography")
	works := map[string]int{}
	for name, text := range files {
		if strings.HasPrefix(name, "bibliography") && strings.HasSuffix(name, ".html") {
			works[name] = strings.Count(text, `class="work"`)
		}
	}
	want := map[string]int{"bibliography.html": 0, "bibliography-talks.html": 200, "bibliography-talks-2.html": 200,
		"bibliography-talks-3.html": 40, "bibliography-unfiled.html": 20}
	if fmt.Sprint(works) != fmt.Sprint(want) {
		t.Errorf("%v, want %v", works, want)
	}
	for name := range want {
		if name != "bibliography.html" && !strings.Contains(files["bibliography.html"]+files["bibliography-talks.html"], `href="`+name+`"`) {
			t.Errorf("nothing leads to %s", name)
		}
	}
	if n := strings.Count(files["bibliography.ris"], "TY  - NEWS"); n != 230 {
		t.Errorf("%d of 230 sources are exported", n)
	}
}

// TestSourcesSayWhatTheyAreAbout looks at the head of source pages as reference managers and search engines do.
func TestSourcesSayWhatTheyAreAbout(t *testing.T) {
	t.Parallel()
	l := sample(t)
	files := makeSome(t, l, "sources/", "bibliography", "sources.html")
	metas := func(id string) map[string][]string {
		got := map[string][]string{}
		for _, m := range regexp.MustCompile(`<meta (?:name|property)="([^"]*)" content="([^"]*)">`).FindAllStringSubmatch(files["sources/"+id+".html"], -1) {
			got[m[1]] = append(got[m[1]], html.UnescapeString(m[2]))
		}
		return got
	}
	for _, c := range []struct {
		id   string
		want map[string][]string
	}{
		{"courier", map[string][]string{"z:itemType": {"newspaperArticle"}, "og:title": {"Quays fall silent as pilots walk out"}, "og:site_name": {"Evening Courier"},
			"og:url": {"https://www.courier.example/2016/quays"}, "article:published_time": {"2016-02-12"}, "author": {"Ada Holm", "Per Lund"}}},
		{"ledger", map[string][]string{"article:published_time": {"2019-05"}, "author": nil}},
		{"memo", map[string][]string{"og:title": {"[Minutes of the harbour board]"}, "og:site_name": nil, "og:url": nil, "article:published_time": {"2021"}}},
		{"stray", map[string][]string{"article:published_time": nil, "dc.date": {"n.d."}, "og:url": nil}},
	} {
		got := metas(c.id)
		for key, want := range c.want {
			if !slices.Equal(got[key], want) {
				t.Errorf("%s: %s is %q, want %q", c.id, key, got[key], want)
			}
		}
		for key := range got {
			if strings.HasPrefix(key, "citation_") || key == "og:type" {
				t.Errorf("%s: %s makes something else of it than a newspaper article", c.id, key)
			}
		}
	}
	for name, text := range files {
		if !strings.HasPrefix(name, "sources/") && strings.Contains(text, "z:itemType") {
			t.Errorf("%s says that it is about a work", name)
		}
	}
}

func TestLinkedDataIsAboutTheArticle(t *testing.T) {
	t.Parallel()
	l := sample(t)
	l.info.BaseURL = "https://book.example/"
	l.byID["stray"].Title = `</script><script>alert(1)</script> & "more"`
	l.byID["stray"].Meta.Title = l.byID["stray"].Title
	files := makeSome(t, l, "sources/")
	data := func(id string) map[string]any {
		_, rest, _ := strings.Cut(files["sources/"+id+".html"], `<script type="application/ld+json">`)
		text, _, _ := strings.Cut(rest, "</script>")
		var v map[string]any
		if err := json.Unmarshal([]byte(text), &v); err != nil {
			t.Fatalf("%s: %v\n%s", id, err, text)
		}
		return v
	}
	courier := data("courier")
	about := courier["about"].(map[string]any)
	if courier["@type"] != "WebPage" || courier["url"] != "https://book.example/sources/courier.html" || about["@type"] != "NewsArticle" ||
		about["headline"] != "Quays fall silent as pilots walk out" || about["datePublished"] != "2016-02-12" || about["url"] != "https://www.courier.example/2016/quays" {
		t.Errorf("%v", courier)
	}
	memo := data("memo")["about"].(map[string]any)
	if memo["headline"] != nil || memo["name"] != "[Minutes of the harbour board]" || memo["datePublished"] != nil {
		t.Errorf("a made title or an uncertain date is given as the article's: %v", memo)
	}
	if got := data("stray")["about"].(map[string]any)["headline"]; got != l.byID["stray"].Title {
		t.Errorf("%v", got)
	}
}

// TestZotero lets Zotero's own translators save source pages. They are not part of this project: where they are is
// said by BRIEFBOOK_ZOTERO_TRANSLATORS, see .ci/zotero.mjs.
func TestZotero(t *testing.T) {
	t.Parallel()
	if os.Getenv("BRIEFBOOK_ZOTERO_TRANSLATORS") == "" || os.Getenv("BRIEFBOOK_ZOTERO_UTILITIES") == "" {
		t.Skip("Zotero's translators are not at hand: BRIEFBOOK_ZOTERO_TRANSLATORS and BRIEFBOOK_ZOTERO_UTILITIES name no checkouts")
	}
	files := makeSome(t, sample(t), "sources/")
	dir := t.TempDir()
	ids := []string{"courier", "ledger", "memo", "stray"}
	args := []string{"../../../.ci/zotero.mjs"}
	for _, id := range ids {
		name := filepath.Join(dir, id+".html")
		if err := os.WriteFile(name, []byte(files["sources/"+id+".html"]), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, "https://book.example/"+id, name)
	}
	var failure bytes.Buffer
	cmd := exec.Command("node", args...)
	cmd.Stderr = &failure
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, failure.String())
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(lines) != len(ids) {
		t.Fatalf("%d answers for %d pages:\n%s", len(lines), len(ids), out)
	}
	type item struct {
		ItemType, Title, PublicationTitle, Date, URL, Language string
		Creators                                               []struct{ FirstName, LastName string }
	}
	for i, want := range []string{
		"newspaperArticle|Quays fall silent as pilots walk out|Evening Courier|2016-02-12|https://www.courier.example/2016/quays|en",
		"newspaperArticle|Ministers give themselves until midsummer to mend the crossing, and say who will pay for it|Northmark Ledger|2019-05|https://ledger.example/a|en",
		"newspaperArticle|[Minutes of the harbour board]||2021||en",
		"newspaperArticle|A ferry captain remembers|Island Radio|||en",
	} {
		var answer map[string]struct{ Items []item }
		if err := json.Unmarshal([]byte(lines[i]), &answer); err != nil {
			t.Fatal(err)
		}
		for name, a := range answer {
			if len(a.Items) != 1 {
				t.Errorf("%s makes %d items of %s", name, len(a.Items), ids[i])
				continue
			}
			v := a.Items[0]
			if v.URL == "https://book.example/"+ids[i] {
				v.URL = "" // for want of the publisher's, one of the two takes the address of the page
			}
			v.Date = strings.TrimPrefix(v.Date, "n.d.")
			if got := strings.Join([]string{v.ItemType, v.Title, v.PublicationTitle, v.Date, v.URL, v.Language}, "|"); got != want {
				t.Errorf("%s makes of %s\n     %s\nwant %s", name, ids[i], got, want)
			}
			if ids[i] == "courier" && len(v.Creators) != 2 || ids[i] != "courier" && len(v.Creators) != 0 {
				t.Errorf("%s: the authors of %s are %v", name, ids[i], v.Creators)
			}
		}
	}
}
