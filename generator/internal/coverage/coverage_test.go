package coverage

import (
	"fmt"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

func head(kind book.Kind, id string) book.Head {
	return book.Head{ID: book.ID(id), Kind: kind, Title: "The " + id}
}

// essay is a page with statements: "Two ferries met. [a ¶2 b]" cites a and b for one sentence.
func essay(kind book.Kind, id string, statements ...string) Page {
	t := &book.Text{}
	for _, s := range statements {
		words, cites, _ := strings.Cut(strings.TrimSuffix(s, "]"), " [")
		for _, f := range strings.Fields(cites) {
			source, para, _ := strings.Cut(f, "¶")
			c := book.Citation{Source: book.ID(source), Context: words, Section: "What is known", Anchor: fmt.Sprint("c", len(t.Citations)+1)}
			var r book.Range
			if n, _ := fmt.Sscanf(para, "%d-%d", &r.First, &r.Last); n > 0 {
				r.Last = max(r.First, r.Last)
				c.Paras = []book.Range{r}
			}
			t.Citations = append(t.Citations, c)
		}
	}
	return Page{Head: head(kind, id), Text: t}
}

func source(id, publisher, agency string, prints ...string) Source {
	return Source{Head: head(book.Article, id), Publisher: publisher, Agency: agency, Fingerprints: prints, Paragraphs: len(prints)}
}

func TestIndependence(t *testing.T) {
	t.Parallel()
	sources := []Source{
		source("courier", "Evening Courier", ""), source("courier-2", "The Evening Courier", ""),
		source("gazette-wire", "Harbour Gazette", "Northwire"), source("tribune-wire", "Tribune", "NORTHWIRE."), source("northwire", "Northwire", ""),
		source("gazette", "Harbour Gazette", ""), source("found", "", ""), source("found-2", "", ""),
		source("long", "Long", "", "a", "b", "c", "d", "e", "f", "g"), source("copy", "Copy", "", "x", "d", "c", "b", "a"),
		source("half", "Half", "", "a", "b", "y", "z"), source("retold", "Retold", ""),
	}
	same := func(a, b book.ID) bool { return a == "courier" && b == "retold" || a == "retold" && b == "courier" }
	for cites, want := range map[string]int{
		"courier":                              1,
		"courier courier¶2":                    1,
		"courier gazette":                      2,
		"courier courier-2":                    1,
		"gazette-wire tribune-wire":            1,
		"gazette-wire northwire":               1,
		"gazette-wire gazette":                 2,
		"found found-2":                        2,
		"long copy":                            1,
		"copy long":                            1,
		"long half":                            2,
		"copy half":                            2,
		"courier retold":                       1,
		"retold gazette courier-2 courier":     2,
		"courier gazette-wire found long copy": 4,
	} {
		c := Of([]Page{essay(book.Chapter, "ch", "They met. ["+cites+"]")}, sources, same)
		if len(c.Statements) != 1 || c.Statements[0].Independent != want {
			t.Errorf("%s: %+v, want %d independent sources", cites, c.Statements, want)
		}
	}
}

func TestStatements(t *testing.T) {
	t.Parallel()
	fallen := source("gone", "Gone", "")
	fallen.Status = "withdrawn"
	pages := []Page{
		essay(book.Chapter, "ch", "They met. [a¶1 b]", "They parted. [a¶2]", "They parted. [gone]"),
		essay(book.Article, "a", "A digest. [a¶3]"),
		essay(book.Note, "bare", "Nobody says so."),
		essay(book.Note, "astray", "A draft says so. [draft]"),
		essay(book.Person, "pilot", "She steers. [b¶9]"),
	}
	// Two events worded alike are two statements.
	p := &pages[0]
	p.Text.Events = []book.Event{{Anchor: "e1", Cites: p.Text.Citations[2:3]}, {Anchor: "e2", Cites: p.Text.Citations[3:4]}}
	c := Of(pages, []Source{source("a", "A", ""), source("b", "B", ""), fallen}, nil)
	var got []string
	for _, s := range c.Statements {
		got = append(got, fmt.Sprintf("%s#%s %s %v %d %v", s.On.ID, s.Anchor, s.Plain, s.Sources, s.Independent, s.Fallen))
	}
	want := "ch#c1 They met. [a b] 2 []; ch#c3 They parted. [a] 1 []; ch#c4 They parted. [gone] 1 [gone]; pilot#c1 She steers. [b] 1 []"
	if text := strings.Join(got, "; "); text != want {
		t.Errorf("statements: %s\nwant %s", text, want)
	}
	if len(c.Bare) != 1 || c.Bare[0].ID != "bare" {
		t.Errorf("without a source: %v", c.Bare)
	}
	if list := c.Fallen(); len(list) != 1 || list[0].Anchor != "c4" {
		t.Errorf("fallen: %v", list)
	}
	if one, two, more := c.Rests(); len(one) != 3 || len(two) != 1 || len(more) != 0 {
		t.Errorf("rests: %d, %d, %d", len(one), len(two), len(more))
	}
}

func TestUse(t *testing.T) {
	t.Parallel()
	sources := []Source{source("unused", "A", "", "1"), source("own", "B", "", "1"), source("office", "C", ""), source("whole", "D", "", "1", "2", "3"),
		source("part", "E", "", "1", "2", "3", "4", "5", "6"), source("all", "F", "", "1", "2"), source("beyond", "G", "", "1", "2", "3")}
	office := essay(book.Person, "pilot")
	office.Uses = []book.ID{"office"}
	c := Of([]Page{
		essay(book.Article, "own", "Its own digest. [own¶1]"), office,
		essay(book.Note, "n", "One. [whole part¶5 part¶2-3 all¶1-2 beyond¶2-9000000000]"), essay(book.Note, "m", "Two. [part¶3]"),
	}, sources, nil)
	var unused, gaps []string
	for _, h := range c.Unused {
		unused = append(unused, string(h.ID))
	}
	for _, g := range c.Uncited {
		gaps = append(gaps, fmt.Sprintf("%s ¶%s of %d", g.Source.ID, book.Paragraphs(g.Paras), g.Of))
	}
	if text := strings.Join(unused, " "); text != "unused own" {
		t.Errorf("unused: %s", text)
	}
	if text := strings.Join(gaps, "; "); text != "whole ¶1–3 of 3; part ¶1, 4, 6 of 6; beyond ¶1 of 3" {
		t.Errorf("uncited: %s", text)
	}
}

func TestCopies(t *testing.T) {
	t.Parallel()
	texts := map[book.ID][]string{
		"a": {"The two ferries met at noon off the old pier and exchanged mail.", "Nobody was hurt, the harbour office said."},
		"b": {"The two ferries met at noon, off the old pier, and exchanged mail.", "Nobody was hurt, the Harbour Office said on Monday."},
		"c": {"Rain kept the ferries in harbour for the third day running, and no mail was exchanged."},
	}
	asked := map[book.ID]int{}
	same := Copies(func(id book.ID) []string { asked[id]++; return texts[id] })
	for _, pair := range []struct {
		a, b book.ID
		want bool
	}{{"a", "b", true}, {"b", "a", true}, {"a", "c", false}, {"a", "none", false}, {"none", "other", false}} {
		if got := same(pair.a, pair.b); got != pair.want {
			t.Errorf("%s and %s: %v", pair.a, pair.b, got)
		}
	}
	if asked["a"] != 1 {
		t.Errorf("a text was read %d times", asked["a"])
	}
}

func TestWrite(t *testing.T) {
	t.Parallel()
	gone := source("gone", "Gone", "")
	gone.Status = "superseded"
	c := Of([]Page{essay(book.Chapter, "ch", "They <met>. [a¶1 b]", "They parted. [gone]"), essay(book.Note, "bare")},
		[]Source{source("a", "A", "", "1", "2"), source("b", "B", ""), source("idle", "C", ""), gone}, nil)
	var text, lines strings.Builder
	if err := Write(&text, c); err != nil {
		t.Fatal(err)
	}
	if err := WriteJSON(&lines, c); err != nil {
		t.Fatal(err)
	}
	const want = `     2 statements
     1   on one independent source
     1   on two
     0   on three or more
     1   on a source that is superseded, corrected or withdrawn
     1 sources that nothing cites
     1 paragraphs that nothing cites, of sources that are cited
     1 chapters and notes without a source

on a source that no longer stands as it did
  ch#c3 What is known: They parted. [gone]

on one independent source
  ch#c3 What is known: They parted. [gone]

sources that nothing cites
  idle The idle

paragraphs that nothing cites
  a ¶2 of 2

chapters and notes without a source
  bare The bare

on two independent sources
  ch#c1 What is known: They <met>. [a, b]
`
	if text.String() != want {
		t.Errorf("text:\n%s", text.String())
	}
	const json = `{"kind":"statement","page":"ch","anchor":"c1","section":"What is known","text":"They <met>.","sources":["a","b"],"independent":2}
{"kind":"statement","page":"ch","anchor":"c3","section":"What is known","text":"They parted.","sources":["gone"],"independent":1,"fallen":["gone"]}
{"kind":"unused","source":"idle","title":"The idle"}
{"kind":"uncited","source":"a","title":"The a","paragraphs":"2","of":2}
{"kind":"bare","page":"bare","title":"The bare"}
`
	if lines.String() != json {
		t.Errorf("JSON:\n%s", lines.String())
	}
}

// BenchmarkOf is a book of 10,000 sources and 40,000 statements, each on one to four sources.
func BenchmarkOf(b *testing.B) {
	sources := make([]Source, 10_000)
	for i := range sources {
		prints := make([]string, 12)
		for j := range prints {
			prints[j] = fmt.Sprintf("%08x", (i*7919+j*104729)%50_000)
		}
		sources[i] = source(fmt.Sprint("s", i), fmt.Sprint("Paper ", i%400), map[bool]string{true: "Northwire"}[i%5 == 0], prints...)
	}
	var pages []Page
	for i := range 400 {
		var list []string
		for j := range 100 {
			cites := make([]string, 1+j%4)
			for k := range cites {
				cites[k] = fmt.Sprintf("s%d¶%d", (i*25+j*3+k*17)%10_000, 1+k)
			}
			list = append(list, fmt.Sprintf("Statement %d of page %d. [%s]", j, i, strings.Join(cites, " ")))
		}
		pages = append(pages, essay(book.Note, fmt.Sprint("n", i), list...))
	}
	b.ReportAllocs()
	for b.Loop() {
		Of(pages, sources, nil)
	}
}
