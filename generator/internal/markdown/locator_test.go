package markdown

import (
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

func TestReadLocator(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in, rest string
		paras    []book.Range
	}{
		{"¶2", "", []book.Range{{First: 2, Last: 2}}},
		{"¶ 2", "", []book.Range{{First: 2, Last: 2}}},
		{"¶¶1–3, 5", "", []book.Range{{First: 1, Last: 3}, {First: 5, Last: 5}}},
		{"¶1-¶3", "", []book.Range{{First: 1, Last: 3}}},
		{"¶2, ¶4 and 6–7", "", []book.Range{{First: 2, Last: 2}, {First: 4, Last: 4}, {First: 6, Last: 7}}},
		{"para. 2", "", []book.Range{{First: 2, Last: 2}}},
		{"paragraphs 2 to 4", "", []book.Range{{First: 2, Last: 4}}},
		{"¶2, on the bridge", "on the bridge", []book.Range{{First: 2, Last: 2}}},
		{"Absatz 2 bis 3", "", []book.Range{{First: 2, Last: 3}}},
		{"2–3문단", "", []book.Range{{First: 2, Last: 3}}},
		{"¶", "", nil}, {"¶x", "", nil}, {"¶0", "", nil}, {"¶3–2", "", nil}, {"¶2–", "", nil}, {"¶2a", "", nil}, {"¶100000", "", nil},
		{"parade 2", "", nil}, {"2", "", nil}, {"", "", nil},
	} {
		paras, length, rest := readLocator(c.in)
		if !slices.Equal(paras, c.paras) || rest != c.rest || paras != nil && length+len(rest) > len(c.in) {
			t.Errorf("%q: %v %d %q", c.in, paras, length, rest)
		}
	}
}

func TestSlug(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Key points":           "key-points",
		"  Über die Brücke! ":  "uber-die-brucke",
		"Łódź & Æsir, Straße":  "lodz-aesir-strasse",
		"The sources’ silence": "the-sources-silence",
		"핵심 내용":                "핵심-내용",
		"2018 summits":         "s-2018-summits",
		"p3":                   "s-p3",
		"fn 12":                "s-fn-12",
		"e-2018-05-26":         "s-e-2018-05-26",
		"chapter 2":            "chapter-2",
		"—":                    "section",
	} {
		if got := slug(in); got != want {
			t.Errorf("slug(%q) = %q, want %q", in, got, want)
		}
	}
	if got := slug(strings.Repeat("brücke ", 100)); len(got) > longestSlug+20 {
		t.Errorf("%d bytes", len(got))
	}
	d := &desk{}
	if a, b, c := d.anchor("a"), d.anchor("a-2"), d.anchor("a"); a != "a" || b != "a-2" || c != "a-3" {
		t.Errorf("ids %q %q %q", a, b, c)
	}
}

func TestStatement(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"One. Two|. Three.", "Two."},
		{"One. Two.| Three.", "Two."},
		{"One. Two| goes on. Three.", "Two goes on."},
		{"He met Mr. Kim of the U.S. side|. Then he left.", "He met Mr. Kim of the U.S. side."},
		{"“One.” “Two!”| Three", "“Two!”"},
		{"|Alone", "Alone"},
		{"|", ""},
		{"한국. 하나| 둘.", "하나 둘."},
		{strings.Repeat("A sentence before. ", 100) + "Here|. " + strings.Repeat("And after. ", 100), "Here."},
	} {
		at := strings.IndexByte(c.text, '|')
		if got := statement(strings.Replace(c.text, "|", "", 1), at); got != c.want {
			t.Errorf("%.60q: %q, want %q", c.text, got, c.want)
		}
	}
	if got := shorten("ein Satz, der zu lang ist", 14); got != "ein Satz, der…" {
		t.Errorf("shortened to %q", got)
	}
}
