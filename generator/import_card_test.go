package generator

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/accession"
	"briefbook/generator/internal/article"
	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/edtf"
	"briefbook/generator/internal/intake"
)

// FuzzCard holds the card that accession writes to what intake reads of it: the same values, and nothing wrong.
func FuzzCard(f *testing.F) {
	for _, s := range []string{
		"", "Night ferry put off", "null", "Yes", "a: b", "- a", "# a", "a # b", "\"a\" 'b'", "a\\nb", "[a, b]", "{a: b}", "& a", "* a",
		"! a", "| a", "> a", "% a", "@a", "`a`", "2019-03-04", "1e5", ".inf", "~", "---", "a\n---\nb", "...", "<<", "a:", ": a", "한국 신문", "ǅ",
		"a\u2028b", "a\u0085b", "\uFEFFa", "a\uFEFF", "\x00", "\xff", "\U000FFFFE", "a,b", "a?", "it's", "e\u0301", "\u0301", "a  b", "a\u00a0",
	} {
		f.Add(s, s, "2019-03-04")
	}
	f.Add("title", "Ida Brandt", "../2014-02-12T06:07")
	f.Add("title", "O’Neil, Jo", "2010?")
	f.Fuzz(func(t *testing.T, text, name, when string) {
		date, err := edtf.Parse(when)
		if err != nil {
			when, date = "", edtf.Date{}
		}
		sum := sha256.Sum256([]byte(text))
		o := &book.Original{
			Title: book.Value{Text: text, Basis: name}, Publisher: book.Value{Text: name, Basis: text}, Agency: book.Value{Basis: text},
			Byline: book.Names{List: []string{name, text}, Basis: text}, Date: book.Value{Text: when, Basis: name},
			Updated: book.Value{Text: when, Basis: text}, Dateline: book.Value{Text: text}, URL: book.Value{Text: "https://" + name, Basis: text},
			Language: name, RightsHint: text, Paragraphs: []string{text, name},
		}
		s := accession.Source{
			Name: name, Ext: ".txt", SHA256: hex.EncodeToString(sum[:]), By: text, Original: o, Working: text,
			Fingerprints: article.Fingerprints(o.Paragraphs), Properties: accession.Properties{Title: name, Author: text, Created: name},
		}
		var taken accession.Taken
		id := taken.Free(accession.Stem(s))
		if err := intake.CheckID(string(id)); err != nil {
			t.Fatalf("the id %q: %v", id, err)
		}
		card := string(accession.Compose(id, s))
		m, body, diags := intake.ReadMeta(diag.NewSource("card.md", card), intake.File{Path: "content/articles/card.md", Kind: book.Article, ID: id})
		for _, d := range diags {
			t.Errorf("%s: %s", d.Code, d.Text)
		}
		if !strings.HasPrefix(card[body:], "\n<!-- ") || !strings.HasSuffix(card, " -->\n") || strings.Count(card[body:], "\n") != 2 {
			t.Errorf("the body is %q", card[body:])
		}
		c := m.Card
		line := accession.Line
		for _, v := range []struct{ key, got, want string }{
			{"title", m.Title, line(text)}, {"publisher", c.Publisher, line(name)}, {"agency", c.Agency, ""},
			{"date", m.Date.String(), date.String()}, {"updated", c.Updated.String(), date.String()}, {"dateline", c.Dateline, line(text)},
			{"url", c.URL, line("https://" + name)}, {"language", c.Language, line(name)}, {"rights", c.Rights, "digest"},
			{"original", c.Original, string(id) + ".txt"}, {"sha256", c.SHA256, s.SHA256},
		} {
			if v.got != v.want {
				t.Errorf("%s is %q, want %q", v.key, v.got, v.want)
			}
		}
		var names []string
		for _, n := range o.Byline.List {
			if n = line(n); n != "" {
				names = append(names, n)
			}
		}
		if !slices.Equal(c.Byline, names) {
			t.Errorf("byline %q, want %q", c.Byline, names)
		}
		if !slices.Equal(c.Fingerprints, s.Fingerprints) {
			t.Errorf("fingerprints %q, want %q", c.Fingerprints, s.Fingerprints)
		}
		if t.Failed() {
			t.Log(card)
		}
	})
}
