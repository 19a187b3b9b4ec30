package accession

import (
	"strings"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
)

func source() Source {
	return Source{
		Name: "capture 7.txt", Ext: ".txt", SHA256: strings.Repeat("0f", 32),
		Fingerprints: []string{"19366acb", "00b695e6"},
		Original: &book.Original{
			Title:    book.Value{Text: "Night ferry put off: “not before May”", Basis: "line before the text without a final stop, line 2"},
			Agency:   book.Value{Text: "Ferry Wire", Basis: "agency line, line 4"},
			Byline:   book.Names{List: []string{"Ida Brandt", "O’Neil, Jo"}, Basis: "byline, line 3"},
			Date:     book.Value{Text: "2019-03-04", Basis: "agency line, line 4"},
			Language: "en", RightsHint: "© 2019 Ferry Press",
		},
	}
}

const wantCard = `---
# From capture 7.txt. Each value is followed by what it rests on. A key behind a # is not known yet:
# fill it in and take the # away, or delete the line.
title: "Night ferry put off: “not before May”"  # line before the text without a final stop, line 2
# publisher:                        # not stated
agency: Ferry Wire                  # agency line, line 4
byline: [Ida Brandt, "O’Neil, Jo"]  # byline, line 3
date: 2019-03-04
date_basis: stated
date_note: agency line, line 4
# url:                              # not stated
language: en
rights: digest
# licence: in-copyright             # the text says “© 2019 Ferry Press”
original: ferry-wire-2019-03-04.txt
sha256: 0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f
paragraphs: [19366acb, 00b695e6]
---

<!-- The digest: what the source says, in your own words. Cite its paragraphs as [@ferry-wire-2019-03-04 ¶1]. -->
`

func TestCompose(t *testing.T) {
	t.Parallel()
	if got := string(Compose("ferry-wire-2019-03-04", source())); got != wantCard {
		t.Errorf("got\n%s\nwant\n%s", got, wantCard)
	}
}

// What a card says of one thing or another.
func TestComposeLines(t *testing.T) {
	t.Parallel()
	infer, err := edtf.Parse("2018-05-26/2018-06-11")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name       string
		change     func(*Source)
		has, lacks []string
	}{
		{"no date", func(s *Source) { s.Original.Date = book.Value{} },
			[]string{"\n# date:  ", "# not stated", "\n# date_basis: stated"}, []string{"\ndate"}},
		{"inferred", func(s *Source) {
			s.Original.Date, s.Inferred, s.Working = book.Value{}, infer, "after 25 May (¶3); before 12 June (¶10)"
		}, []string{"\ndate: 2018-05-26/2018-06-11", "\ndate_basis: inferred\n", "\ndate_note: \"after 25 May (¶3); before 12 June (¶10)\"\n"}, []string{"# date"}},
		{"dates differ", func(s *Source) { s.Original.Date = book.Value{Basis: "2019-03-04 (line 1); 2019-04-03 (line 4)"} },
			[]string{"# not certain: 2019-03-04 (line 1); 2019-04-03 (line 4)"}, []string{"\ndate"}},
		{"publishers differ", func(s *Source) { s.Original.Publisher = book.Value{Basis: "A (line 1); B (line 2)"} },
			[]string{"# publisher:", "# not agreed: A (line 1); B (line 2)"}, []string{"\npublisher"}},
		{"a publisher's site", func(s *Source) { s.Original.URL = book.Value{Text: "https://ferry.example/a", Basis: "canonical link"} },
			[]string{"# not stated; its address is at ferry.example", "\nurl: https://ferry.example/a        # canonical link"}, nil},
		{"no web address", func(s *Source) { s.Original.URL = book.Value{Text: "javascript:x()"} }, []string{"\n# url:"}, []string{"\nurl", "javascript"}},
		{"nobody named", func(s *Source) { s.Original.Byline = book.Names{} }, []string{"\n# byline: []", "# nobody is named"}, nil},
		{"updated", func(s *Source) { s.Original.Updated = book.Value{Text: "2019-03-05", Basis: "line 5"} }, []string{"\nupdated: 2019-03-05", "# line 5"}, nil},
		{"a document", func(s *Source) {
			s.By, s.Ext, s.Properties, s.Original.Title = "pdftotext 22.12", ".pdf", Properties{Title: "Draft 3"}, book.Value{}
		}, []string{"\noriginal: ferry.pdf", "# its text was taken out by pdftotext 22.12", "# title:", "the document’s properties say “Draft 3”"}, []string{"\ntitle"}},
		{"many paragraphs", func(s *Source) { s.Fingerprints = make([]string, 2001) }, []string{"\nparagraphs: 2001\n"}, nil},
		{"lines that end", func(s *Source) { s.Name, s.Original.Title.Basis = "a\nb: c.txt", "x\ny: z" }, []string{"# From a b: c.txt.", "# x y: z"}, []string{"\nb:", "\ny:"}},
		{"a long title", func(s *Source) { s.Original.Title.Text = strings.Repeat("ferry ", 300) }, []string{"\n  # line before the text", "\ntitle: \"ferry ferry", "fer…\"\n"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := source()
			c.change(&s)
			got := string(Compose("ferry", s))
			for _, want := range c.has {
				if !strings.Contains(got, want) {
					t.Errorf("no %q in\n%s", want, got)
				}
			}
			for _, no := range c.lacks {
				if strings.Contains(got, no) {
					t.Errorf("%q in\n%s", no, got)
				}
			}
		})
	}
}

func TestLine(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"as it is":             "as it is",
		"  ends\t\n":           "ends",
		"two\r\n\tlines":       "two lines",
		"a\u00a0b  c":          "a\u00a0b  c",
		"bell\a and \x1b[1m":   "bell\uFFFD and \uFFFD[1m",
		"mark\uFEFF":           "mark\uFFFD",
		"bad \xff byte":        "bad \uFFFD byte",
		strings.Repeat("é", 2): "éé",
	} {
		if got := Line(in); got != want {
			t.Errorf("Line(%q) = %q, want %q", in, got, want)
		}
	}
	if got := Line(strings.Repeat("é", 1001)); got != strings.Repeat("é", 999)+"…" {
		t.Errorf("%d bytes", len(got))
	}
}
