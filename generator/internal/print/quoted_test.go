package print

import (
	"os"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

// quoting is the book of the harbours with a note that quotes.
func quoting(edition book.Edition) *shelfLibrary {
	l := harbour(edition)
	const long = "The councils of both harbours have set the dates on which their committees will meet before the summer ends"
	l.add(book.Note, "on-words", "On the words", func(p *book.Page) {
		p.Chapter = "2018-quay"
		p.Text.Sections = []book.Section{section(book.Plain, "", "", "The ledger has “set the dates on which they meet” {cite ledger 1 c1}{seal 0}, and of the quay "+
			"“no more than a fair word” {cite ledger 2 c2}{seal 1} as it stands.\n\n“"+long+"” {cite ledger 1 c3}{seal 2}\n\n"+
			"The pilot heard “a fair word” {cite pilot 1 c4}{seal 3}. It is “shut for good and all” {cite pilot 2 c5}{seal 4}; “there never was such a dinner” {cite pilot 2 c6}{seal 5}.")}
		for i, q := range []struct {
			words, source, para string
			block               bool
		}{{"set the dates on which they meet", "ledger", "1", false}, {"no more than a fair word", "ledger", "2", false}, {long, "ledger", "1", true},
			{"a fair word", "pilot", "1", false}, {"shut for good and all", "pilot", "2", false}, {"there never was such a dinner", "pilot", "2", false}} {
			p.Text.Quotations = append(p.Text.Quotations, book.Quotation{Words: q.words, Block: q.block, Cite: cite(q.source, q.para, "c"+string(rune('1'+i)))})
		}
	})
	l.check = func(c *book.Checked) {
		c.Verdict = [...]book.Verdict{book.Exact, book.Normalised, book.Elided, book.TooShort, "", book.InOtherSource}[c.Index]
		if c.Verdict == book.Normalised {
			c.Day = "2019-02-28"
		}
		if c.Verdict == book.InOtherSource {
			c.Found = "ledger"
		}
	}
	return l
}

func TestQuotationsInPrint(t *testing.T) {
	t.Parallel()
	for _, edition := range []book.Edition{book.Public, book.Internal} {
		page := made(t, quoting(edition))
		if to := os.Getenv("PRINT_OUT"); to != "" && edition == book.Public {
			if err := os.WriteFile(to, []byte(page), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		for name, want := range map[string]string{
			"a raised tick":             `<a class="seal holds" aria-label="Quotation checked: word for word in tab 1, ¶1" href="#on-ledger--at-quoted-`,
			"within the line":           `">✓</a>, and of the quay`,
			"a line under a block":      `<span class="checked holds"><span aria-hidden="true">✓</span> <a href="#on-ledger--at-quoted-`,
			"its words":                 `">word for word, with omissions marked, in tab 1, ¶1</a> · checked when this edition was made</span>`,
			"a doubt in words":          "<span aria-hidden=\"true\">≈\u00a0</span>too short to prove anything</a>",
			"unchecked in words":        `<a class="seal unchecked" href="#on-pilot--at-quoted-`,
			"a failure in words":        "<span aria-hidden=\"true\">✗\u00a0</span>not found in tab 2, but in tab 1</a>",
			"the sum of a source":       `<p class="mentions sum">3 quotations, all found word for word.</p>`,
			"the sum of a poor one":     `<p class="mentions sum">3 quotations: 1 doubtful, 1 not found, 1 unchecked. Checked when this edition was made.</p>`,
			"a long quotation, in part": `“The councils of both harbours have set … meet before the summer ends”`,
			"the day":                   `word for word, typography aside · checked 28 February 2019</span></li>`,
			"where it stands instead":   `not found in this source, but in another: <a href="#on-ledger">tab 1</a></span></li>`,
		} {
			if !strings.Contains(page, want) {
				t.Errorf("%s: %s: no %s", edition, name, want)
			}
		}
		there := map[string]bool{}
		for _, m := range ids.FindAllStringSubmatch(page, -1) {
			if there[m[1]] {
				t.Errorf("id %q stands twice", m[1])
			}
			there[m[1]] = true
		}
		for _, m := range hrefs.FindAllStringSubmatch(page, -1) {
			if !there[m[1]] {
				t.Errorf("#%s leads nowhere", m[1])
			}
		}
		if strings.Contains(page[:strings.Index(page, `id="on-on-words"`)], "class=\"seal") {
			t.Error("a text without quotations has a seal")
		}
	}
}
