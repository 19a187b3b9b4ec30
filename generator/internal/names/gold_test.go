package names

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"briefbook/generator/internal/article"
	"briefbook/generator/internal/book"
)

// The five articles of the reference set, with their mentions marked by hand. They are not part of the project; where
// they lie beside the checkout, in "shared", precision and recall must be .98.

// goldEntries are the entries of the reference gazetteer, without its misspellings: those must be found.
func goldEntries(t testing.TB, shared string) []Entry {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(shared, "gold", "gazetteer.yaml"))
	if err != nil {
		t.Skip("../shared is not beside the project: ", err)
	}
	var in struct {
		Entities []struct {
			ID, Type, Name           string
			KO                       []string `yaml:"ko"`
			Aliases, Demonyms, Short []string
		}
	}
	if err := yaml.Unmarshal(data, &in); err != nil {
		t.Fatal(err)
	}
	kinds := map[string]book.Kind{"person": book.Person, "org": book.Organisation, "place": book.Place, "country": book.Place}
	var list []Entry
	for _, e := range in.Entities {
		kind, ok := kinds[e.Type]
		if !ok {
			kind = book.Term
		}
		n := Entry{ID: book.ID(e.ID), Kind: kind, Name: e.Name, Variants: slices.Concat(e.Aliases, e.Demonyms, e.Short)}
		if len(e.KO) > 0 {
			n.Korean, n.Variants = e.KO[0], append(n.Variants, e.KO[1:]...)
		}
		list = append(list, n)
	}
	return list
}

type goldMention struct {
	Offset  int `json:"offset_in_title_plus_body"`
	Text    string
	Entity  book.ID
	Match   string
	Reading *string
}

func TestGold(t *testing.T) {
	t.Parallel()
	shared := filepath.Join("..", "..", "..", "..", "shared")
	g := New(goldEntries(t, shared))
	data, err := os.ReadFile(filepath.Join(shared, "gold", "mentions.json"))
	if err != nil {
		t.Skip("../shared is not beside the project: ", err)
	}
	var gold map[string]struct{ Mentions []goldMention }
	if err := json.Unmarshal(data, &gold); err != nil {
		t.Fatal(err)
	}
	var found, right, wanted, readings, readRight int
	for id, want := range gold {
		files, _ := filepath.Glob(filepath.Join(shared, "articles", id+"_*.txt"))
		if len(files) != 1 {
			t.Fatalf("%d articles %s", len(files), id)
		}
		raw, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		o := article.Clean(raw, filepath.Base(files[0]), article.Lines{})
		text := append([]string{o.Title.Text}, o.Paragraphs...)
		mentions, open := g.Find(text)
		type span struct {
			para, start, end int
			entity           book.ID
			match            string
		}
		got := map[span]book.Reading{}
		for _, m := range mentions {
			got[span{m.Para, m.Start, m.End, m.Entry, ""}] = m.Reading
		}
		for _, o := range open {
			if len(o.Holders) < 2 && !o.Others {
				t.Errorf("%s: %q is open between %v", id, o.Words, o.Holders)
			}
			got[span{o.Para, o.Start, o.End, "", "surname_ambiguous"}] = 0
		}
		found += len(got)
		wanted += len(want.Mentions)
		para, at := 0, 0
		for _, m := range want.Mentions {
			p, i := locate(text, para, at, m.Text)
			// The same words may stand before, within a longer name: the next place that is ours, or else the first.
			k := span{p, i, i + len(m.Text), m.Entity, ""}
			if m.Match == "surname_ambiguous" {
				k.entity, k.match = "", m.Match
			}
			for {
				if _, ok := got[k]; ok || p < 0 {
					break
				}
				if p, i = locate(text, p, i+1, m.Text); p >= 0 {
					k.para, k.start, k.end = p, i, i+len(m.Text)
				}
			}
			reading, ok := got[k]
			if !ok {
				t.Logf("%s: not found: %q (%s)", id, m.Text, m.Entity)
				continue
			}
			delete(got, k)
			right++
			para, at = k.para, k.end
			if m.Reading != nil {
				readings++
			}
			if (m.Reading != nil && *m.Reading == "metonym") == (reading == book.AsGovernment) {
				if m.Reading != nil {
					readRight++
				}
			} else {
				t.Logf("%s: reading of %q in %q", id, m.Text, around(text[k.para], k.start))
			}
		}
		for k := range got {
			t.Logf("%s: found as well: %q as %s in %q", id, text[k.para][k.start:k.end], k.entity, around(text[k.para], k.start))
		}
	}
	t.Logf("%d of %d found are right, of %d wanted; readings %d of %d", right, found, wanted, readRight, readings)
	if precision, recall := float64(right)/float64(found), float64(right)/float64(wanted); precision < .98 || recall < .98 {
		t.Errorf("precision %.3f, recall %.3f", precision, recall)
	}
	if float64(readRight) < .9*float64(readings) {
		t.Errorf("%d of %d readings", readRight, readings)
	}
}

func locate(text []string, para, at int, words string) (int, int) {
	for ; para < len(text); para, at = para+1, 0 {
		if i := strings.Index(text[para][min(at, len(text[para])):], words); i >= 0 {
			return para, at + i
		}
	}
	return -1, 0
}

func around(s string, i int) string { return s[max(0, i-30):min(len(s), i+30)] }
