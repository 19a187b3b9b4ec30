package book

import (
	"slices"
	"testing"
)

func TestWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ got, want string }{
		{Number(0), "0"}, {Number(999), "999"}, {Number(1000), "1,000"}, {Number(1234567), "1,234,567"}, {Number(-123), "-123"}, {Number(-1234), "-1,234"},
		{Count(1, "source", "sources"), "1 source"}, {Count(10000, "source", "sources"), "10,000 sources"}, {Count(0, "source", "sources"), "0 sources"},
		{Paragraphs(nil), ""}, {Paragraphs([]Range{{2, 3}, {7, 7}}), "2–3, 7"},
		{Position(37.956, 126.677), "37.956° N, 126.677° E"}, {Position(-6.21, -0.5), "6.21° S, 0.5° W"}, {Position(0, 0), "0° N, 0° E"},
		{Tally(nil), "0 events"},
		{Tally([]Event{{}, {State: Planned}, {State: Disputed}}), "3 events, 1 planned when the source was written, 1 disputed"},
		{LicenceName(""), "Not stated"}, {LicenceName("in-copyright"), "In copyright"}, {LicenceName("cc-by-4.0"), "CC BY 4.0"},
		{LicenceName("cc-by-nc-sa-3.0"), "CC BY-NC-SA 3.0"}, {LicenceName("cc-by"), "CC BY"}, {LicenceName("other"), "other"},
		{Receipt{First: 4, Last: 4}.Lines(), "line 4"}, {Receipt{First: 4, Last: 9}.Lines(), "lines 4–9"},
		{Note.WithArticle(), "a note"}, {Article.WithArticle(), "an article"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
	if !(&Page{Meta: &Meta{Card: &Card{Rights: "full"}}}).IsText() || (&Page{Meta: &Meta{Card: &Card{Rights: "full", Original: "a.txt"}}}).IsText() || (&Page{Meta: &Meta{}}).IsText() {
		t.Error("a page is the text when it has full rights and no original")
	}
}

func TestParagraphs(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]Range{
		"2–3, 7": {{2, 3}, {7, 7}}, "1": {{1, 1}}, "": nil, "p. 3": nil, "2–": nil, "2-3": nil,
	} {
		if got := ReadParagraphs(text); !slices.Equal(got, want) || want != nil && Paragraphs(got) != text {
			t.Errorf("%q: %v", text, got)
		}
	}
	in := func(paras ...int) (list []Passage) {
		for _, n := range paras {
			list = append(list, Passage{Para: n})
		}
		return list
	}
	for want, where := range map[string][]Passage{"2–3, 7": in(2, 2, 3, 7, 7), "5, 2": in(5, 2), "": nil} {
		if got := Paragraphs(ParagraphsOf(where)); got != want {
			t.Errorf("%v: %q, want %q", where, got, want)
		}
	}
}

func TestCapitalAndHangul(t *testing.T) {
	t.Parallel()
	if Capital("") != "" || Capital("über uns") != "Über uns" || Capital("event") != "Event" {
		t.Error("not a capital")
	}
	if !InHangul("한서연") || !InHangul("ㄱ") || InHangul("Han Seo-yeon") || InHangul("漢") {
		t.Error("not Korean")
	}
}
