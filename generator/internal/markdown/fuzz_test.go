package markdown

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

// whole renders everything a text holds.
func whole(t testing.TB, x *book.Text, to book.Target) string {
	t.Helper()
	var b strings.Builder
	put := func(body book.Body) {
		if body == nil {
			return
		}
		if err := body.Render(&b, to); err != nil {
			t.Fatal(err)
		}
		b.WriteString("\n")
		body.Text()
	}
	for _, s := range x.Sections {
		put(s.Body)
	}
	for _, e := range x.Events {
		put(e.What)
	}
	for _, p := range x.Points {
		put(p.What)
	}
	for _, q := range x.Questions {
		put(q.What)
	}
	for _, a := range x.Alerts {
		put(a.What)
	}
	put(x.Footnotes)
	return b.String()
}

// balanced reports what is wrong with the nesting of tags.
func balanced(html string) error {
	d := xml.NewDecoder(strings.NewReader("<body>" + html + "</body>"))
	d.Strict = true
	d.Entity = map[string]string{}
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		prose(1), note(),
		"\"a [[b]] c\" [@d ¶1–3, 5; see -@e, para. 2]\n",
		"> [!DIFFERENCE] certainty: x\n> - 2018-05-26 (planned): „y“ [@z]\n",
		"<div><b>*x</div>*<a href=x>[y](z)</a>\n\n<table><tr><td>\n\n- 2018: x\n\n</table>\n",
		"## Key points\n\n- a [@b ¶1]\n  - c\n\n## Chronology\n\n- 2018-05 (derived: x\n  y): z[^1]\n\n[^1]: n[^1]\n",
		"| [[a\\|b]] | `x\\|y` |\n|:-:|--|\n| [@c ¶2] | \x00\xff |\n",
		"'a' [@b ¶1] ’ “a „b” c” [@d] @e [para. 4] ![](data:image/png;base64,x)\n",
		"```go\nfunc <x>\n```\n\n\t<y>\r\n# z\r\n",
	} {
		f.Add(seed, uint8(book.Chapter))
		f.Add(seed, uint8(book.Article))
	}
	p := New()
	f.Fuzz(func(t *testing.T, source string, kind uint8) {
		src := diag.NewSource("a.md", source)
		text, diags := p.Parse(src, 0, Options{Kind: book.Kind(kind % 8), ID: "a"})
		to := everywhere
		to.XHTML = true
		to.Seal = func(n int) string {
			if n < 0 || n >= len(text.Quotations) {
				t.Fatalf("a seal for quotation %d of %d in %q", n, len(text.Quotations), source)
			}
			return "<i>" + strconv.Itoa(n) + "</i>"
		}
		for _, numbered := range []bool{false, true} {
			to.Numbered = numbered
			for _, to := range []book.Target{to, {XHTML: true}} {
				html := whole(t, text, to)
				if err := balanced(html); err != nil {
					t.Fatalf("%v\n%q\n%s", err, source, html)
				}
				if !utf8.ValidString(html) {
					t.Fatalf("invalid UTF-8 in %q", html)
				}
			}
		}
		spans := []diag.Span{}
		for _, c := range text.Citations {
			spans = append(spans, c.At)
		}
		for _, l := range text.Links {
			spans = append(spans, l.At)
		}
		for _, q := range text.Quotations {
			spans = append(spans, q.At)
		}
		for _, e := range text.Events {
			spans = append(spans, e.At)
		}
		for _, s := range spans {
			if s.Start < 0 || s.Start > s.End || s.End > len(source) {
				t.Fatalf("span %d to %d of %d bytes", s.Start, s.End, len(source))
			}
		}
		for _, d := range diags {
			if d.Line < 1 || d.Code == "" {
				t.Fatalf("diagnostic without a place: %+v", d)
			}
		}
	})
}

// FuzzPlainWords states that no word of a plain paragraph is lost on its way to HTML and to text.
func FuzzPlainWords(f *testing.F) {
	f.Add("It was \"open\" & <shut>, 5 * 3_2 @ noon [sic] – ‘so’ \\ that’s it;")
	f.Add("2018: a year (planned) [!NOTE] [@] [[ ]] |")
	p := New()
	f.Fuzz(func(t *testing.T, line string) {
		words := strings.FieldsFunc(line, func(r rune) bool {
			return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xac00 && r <= 0xd7a3)
		})
		if len(words) == 0 {
			return
		}
		plain := strings.Join(words, " ")
		text, _ := p.Parse(diag.NewSource("a.md", plain+"\n"), 0, Options{Kind: book.Note, ID: "a"})
		if len(text.Sections) != 1 || text.Sections[0].Body.Text() != plain {
			t.Fatalf("%q became %+v", plain, text.Sections)
		}
		// With punctuation between them, words may become markup but none may vanish.
		text, _ = p.Parse(diag.NewSource("a.md", "x "+strings.Map(quiet, line)+"\n"), 0, Options{Kind: book.Article, ID: "a"})
		got := whole(t, text, book.Target{})
		for _, w := range strings.FieldsFunc(strings.Map(quiet, line), func(r rune) bool { return !(r >= 'a' && r <= 'z') }) {
			if !strings.Contains(got, w) {
				t.Fatalf("%q lost %q: %s", line, w, got)
			}
		}
	})
}

// quiet leaves out what makes references, footnotes, links, comments and code of the words around it.
func quiet(r rune) rune {
	if r < ' ' || strings.ContainsRune("&#\\[]<>!:`=", r) || r == utf8.RuneError {
		return ' '
	}
	return r
}
