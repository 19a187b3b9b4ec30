package book

import (
	"fmt"
	"strings"
	"testing"
)

func TestRuns(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		words, want string
		first       int
	}{
		{"two boats left", "two boats left", 1},
		{"  two  boats\nleft, ", "two boats left,", 1},
		{"", "", 0},
		{"two boats […] left the quay", "two boats|left the quay", 1},
		{"two boats [...] left (…) the quay", "two boats|left|the quay", 1},
		{"two boats… left . . . the quay", "two boats|left|the quay", 1},
		{"… two boats left", "two boats left", 1},
		{"two boats left …", "two boats left", 1},
		{"[T]he boats left", "boats left", 1},
		{"the boat[s] left the [northern] quay […] late", "the|left the|quay|late", 3},
		{"Sam Hol [sic] left", "Sam Hol left", 1},
		{"Sam Hol[Sic], left", "Sam Hol left", 1},
		{"a [b c] d", "a|d", 2},
		{"an open [bracket here", "an open bracket here", 1},
		{"a – b", "a b", 1},
		{"2,000 boats; 3.5 knots", "2,000 boats; 3.5 knots", 1},
		{"[…]", "", 0},
		{"a\xffb [", "a\xffb", 1},
	} {
		runs, first := Quotation{Words: c.words}.Runs()
		var parts []string
		for _, r := range runs {
			parts = append(parts, strings.Join(r, " "))
		}
		if got := strings.Join(parts, "|"); got != c.want || first != c.first {
			t.Errorf("%q: %q, first %d; want %q, %d", c.words, got, first, c.want, c.first)
		}
	}
}

func FuzzRuns(f *testing.F) {
	f.Add("[T]he boats … left [sic] . . . (...) a[b] [")
	f.Fuzz(func(t *testing.T, words string) {
		runs, first := Quotation{Words: words}.Runs()
		if first < 0 || first > len(runs) || len(runs) > 0 && first == 0 {
			t.Fatalf("%q: first %d of %d", words, first, len(runs))
		}
		for _, r := range runs {
			for _, w := range r {
				if len(r) == 0 || w == "" || !strings.Contains(words, w) || strings.ContainsAny(w, " \n") {
					t.Fatalf("%q: word %q", words, w)
				}
			}
		}
	})
}

func TestVerdictsInWords(t *testing.T) {
	t.Parallel()
	said := map[string]Verdict{}
	standing := map[string]int{}
	for _, v := range []Verdict{"", Exact, Normalised, Bracketed, Elided, ElidedFar, TooShort, TooFew, WrongParagraph, NotFound, OnlyInDropped, InOtherSource, SpansMetadata} {
		if other, twice := said[v.Says()]; twice {
			t.Errorf("%q and %q are both %q", v, other, v.Says())
		}
		said[v.Says()] = v
		standing[v.Standing()+" "+v.Mark()]++
		if v.Holds() != (v.Standing() == "holds") || v.Holds() != strings.HasPrefix(v.Says(), "word for word") && v != WrongParagraph {
			t.Errorf("%q: %s, %s", v, v.Says(), v.Standing())
		}
	}
	if got := fmt.Sprint(standing); got != "map[doubtful ≈:4 fails ✗:4 holds ✓:4 unchecked ?:1]" {
		t.Error(got)
	}
	if v := Verdict("new_one"); v.Standing() != "fails" || v.Says() != NotFound.Says() {
		t.Error("a verdict that nobody knows must not reassure")
	}
}

func TestChecked(t *testing.T) {
	t.Parallel()
	cited := Quotation{Cite: Citation{Paras: []Range{{2, 4}}}}
	for _, c := range []struct{ got, want string }{
		{Checked{}.When("en"), ""},
		{Checked{Verdict: Exact}.When("en"), "checked when this edition was made"},
		{Checked{Verdict: NotFound, Day: "no day"}.When("en"), "checked when this edition was made"},
		{Checked{Verdict: Exact, Day: "2026-11-22"}.When("en"), "checked 22 November 2026"},
		{Paragraphs(Checked{Quotation: cited}.Stands()), "2–4"},
		{Paragraphs(Checked{Quotation: cited, Where: []Passage{{3, 0, 4}, {3, 8, 9}, {4, 0, 2}, {7, 0, 1}}}.Stands()), "3–4, 7"},
		{TallyQuoted(nil), "0 quotations"},
		{Checked{Quotation: cited}.Telling(3, 0), "unchecked: the text of tab 3 was not at hand"},
		{Checked{Quotation: cited, Verdict: Exact}.Telling(3, 0), "word for word in tab 3, ¶2–4"},
		{Checked{Verdict: Elided}.Telling(3, 0), "word for word, with omissions marked, in tab 3"},
		{Checked{Quotation: cited, Verdict: WrongParagraph, Where: []Passage{{6, 0, 4}}}.Telling(3, 0), "word for word, but in ¶6 of tab 3"},
		{Checked{Quotation: cited, Verdict: WrongParagraph}.Telling(3, 0), "word for word, but in another paragraph"},
		{Checked{Verdict: InOtherSource}.Telling(3, 5), "not found in tab 3, but in tab 5"},
		{Checked{Verdict: InOtherSource}.Telling(3, 0), "not found in this source, but in another"},
		{Checked{Verdict: NotFound}.Telling(3, 0), "not found in tab 3"},
		{Checked{Quotation: Quotation{Words: "two  boats"}}.Key(), Checked{Quotation: Quotation{Words: " two\nboats"}}.Key()},
		{TallyQuoted([]Checked{{Verdict: Elided}}), "1 quotation, found word for word"},
		{TallyQuoted([]Checked{{Verdict: Exact}, {Verdict: Elided}}), "2 quotations, all found word for word"},
		{TallyQuoted([]Checked{{Verdict: Exact}, {}, {Verdict: NotFound}, {Verdict: TooShort}, {}}), "5 quotations: 1 found word for word, 1 doubtful, 1 not found, 2 unchecked"},
		{TallyQuoted([]Checked{{}}), "1 quotation: 1 unchecked"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestSameWords(t *testing.T) {
	t.Parallel()
	say := func(words string, para int) Checked {
		return Checked{Quotation: Quotation{Words: words, Cite: Citation{Paras: []Range{{para, para}}}}}
	}
	var got []string
	for _, g := range SameWords([]Checked{say("b", 4), say("a", 2), say("b", 4), say("a", 3), say("c", 2)}) {
		got = append(got, fmt.Sprint(g[0].Words, Paragraphs(g[0].Cite.Paras), len(g)))
	}
	if s := strings.Join(got, " "); s != "a21 c21 a31 b42" {
		t.Error(s)
	}
}
