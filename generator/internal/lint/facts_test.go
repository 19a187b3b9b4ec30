package lint_test

import (
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/lint"
)

func TestAcronym(t *testing.T) {
	t.Parallel()
	known := []string{"KCNA", "US"}
	for _, c := range []struct {
		page string
		want []string
	}{
		{"The IAEA left.", []string{`acronym "IAEA"`}},
		{"The IAEA left. The IAEA's staff and the NGOs stayed.", []string{`acronym "IAEA"`, `acronym "NGO"`}},
		{"The International Atomic Energy Agency (IAEA) left. The IAEA came back.", nil},
		{"The IAEA (International Atomic Energy Agency) left.", nil},
		{"The IAEA left. The International Atomic Energy Agency (IAEA) came back.", []string{`acronym "IAEA"`}},
		{"The state news agency (IAEA) wrote.", []string{`acronym "IAEA"`}},
		{"KCNA and the US know.", nil},
		{"Charles XII and John XXIII, part IV, at 6 PM GMT, 20 KW, ISO 8601.", nil},
		{"From 2018-06-12T06Z on, T34 tanks and B52 bombers.", nil},
		{"## THE WAR OF THE IAEA\n\nWords.", nil},
		{"SEOUL MEETS PYONGYANG was the line.", nil},
		{"The \"IAEA\" of the paper, `IAEA` and <https://IAEA.example/IAEA> are not ours, nor is [words](https://IAEA.example).", nil},
		{"A file a/IAEA.PDF is none, nor is U+FFFD.", nil},
		{"In [[iaea|the IAEA]] they know.", []string{`acronym "IAEA"`}},
		{"The IAEA left. <!-- allow acronym: a name -->\n\nThe IAEA came.", nil},
		{"KCNA left. <!-- allow acronym: a name -->", []string{`allow-unused "<!-- allow acronym: a name -->"`}},
		{"The IAEA left. <!-- allow acronym: a name -->\n\nThe WHO came. <!-- allow acronym -->", []string{`allow-reason "<!-- allow acronym -->"`}},
	} {
		t.Run(c.page, func(t *testing.T) {
			t.Parallel()
			got, facts, src := checked(t, book.Note, "en", c.page)
			asked := 0
			for _, d := range facts.Unexplained(func() *diag.Source { asked++; return src }, func(a string) bool { return slices.Contains(known, a) }) {
				got = append(got, d.Code+" "+underlined(d))
			}
			same(t, sorted(got), sorted(c.want))
			if len(got) == 0 && asked > 0 || asked > 1 {
				t.Errorf("the file was asked for %d times", asked)
			}
		})
	}
	if _, facts, _ := checked(t, book.Note, "ko", "IAEA 회의."); len(facts.Acronyms) > 0 {
		t.Errorf("in Korean: %v", facts)
	}
	if _, facts, _ := checked(t, book.Note, "de", "Die IAEO ging. Die Welthandelsorganisation (WTO) nicht."); len(facts.Acronyms) != 1 || facts.Acronyms[0].Word != "IAEO" {
		t.Errorf("in German: %v", facts)
	}
}

func TestAcronymsOfAName(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"KCNA": "KCNA", "Korean Central News Agency (KCNA)": "KCNA", "COVID-19": "COVID", "NGOs": "NGO", "Seoul": "", "": "", "US–DPRK talks": "US DPRK",
	} {
		if got := strings.Join(lint.Acronyms(name), " "); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestHeadings(t *testing.T) {
	t.Parallel()
	type entry struct{ id, name, variants, korean, text string }
	for _, c := range []struct {
		name   string
		people []entry
		want   string // "" for none
	}{
		{"different people", []entry{{"a", "Kim Jong Un", "", "김정은", ""}, {"b", "Kim Yong Chol", "", "김영철", ""}}, ""},
		{"the same but for a hyphen", []entry{{"a", "Kim Jong Un", "", "", ""}, {"b", "Kim Jong-un", "", "", ""}}, "a and b"},
		{"in another order", []entry{{"a", "Moon Jae-in", "", "", ""}, {"b", "Jae-in Moon", "", "", ""}}, "a and b"},
		{"a variant", []entry{{"a", "Moon Jae-in", "President Moon Jae-in, The President", "", ""}, {"b", "The president", "", "", ""}}, "a and b"},
		{"a Korean name", []entry{{"a", "Suh Hoon", "", "서훈", ""}, {"b", "Head of the service", "", "서 훈", ""}}, "a and b"},
		{"a Korean name as a variant", []entry{{"a", "Suh Hoon", "", "서훈", ""}, {"b", "Head of the service", "서훈", "", ""}}, "a and b"},
		{"two romanisations", []entry{{"a", "Lee Young-chul", "", "", ""}, {"b", "Ri Yong Chol", "", "", ""}}, "a and b"},
		{"two romanisations, two people", []entry{{"a", "Lee Young-ho", "", "이영호", ""}, {"b", "Ri Yong Ho", "", "리용호", ""}}, ""},
		{"a surname alone is no name", []entry{{"a", "Kim Jong Un", "Kim", "", ""}, {"b", "Kim Yong Chol", "Kim", "", ""}}, ""},
		{"names that are near", []entry{{"a", "Ada Aldsen", "", "", ""}, {"b", "Ada Aldson", "", "", ""}}, ""},
		{"allowed", []entry{{"a", "Ada Aldsen", "", "", ""}, {"b", "Ada Aldsen", "", "", "<!-- allow two-headings: mother and daughter -->"}}, ""},
		{"allowed in vain", []entry{{"a", "Ada Aldsen", "", "", ""}, {"b", "Bo Berg", "", "", "<!-- allow two-headings: x -->"}}, "allow-unused"},
		{"three entries", []entry{{"a", "Ada Aldsen", "", "", ""}, {"b", "Ada Aldsen", "", "", ""}, {"c", "Aldsen, Ada", "", "", ""}}, "a and b, a and c"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var people []lint.Person
			for _, e := range c.people {
				src := diag.NewSource("content/people/"+e.id+".md", e.text)
				m := &book.Meta{ID: book.ID(e.id), Kind: book.Person, Title: e.name, Source: src, Entry: &book.Entry{Korean: e.korean}}
				if e.variants != "" {
					m.Entry.Variants = strings.Split(e.variants, ", ")
				}
				_, facts, src := checked(t, book.Person, "en", e.text)
				people = append(people, lint.Person{Meta: m, Facts: facts, Source: func() *diag.Source { return src }})
			}
			var got []string
			for _, d := range lint.Headings(people) {
				said, _, ok := strings.Cut(d.Text, " look like")
				if !ok {
					said = d.Code
				}
				got = append(got, said)
			}
			if s := strings.Join(got, ", "); s != c.want {
				t.Errorf("said %q, want %q", s, c.want)
			}
		})
	}
}

// FuzzCheck feeds any page in each language; what is said must have a place in it.
func FuzzCheck(f *testing.F) {
	f.Add("> [!JUDGEMENT]\n> likely, low confidence\n\n- 2018-06-12 (planned) (derived: \"Tuesday\" before): An official said, yesterday (KCNA) “x” <!-- allow acronym -->\n", uint8(0))
	f.Add("2021년 7월 27일(월) 어제. 27 July 2021 (Monday\n", uint8(2))
	f.Fuzz(func(t *testing.T, page string, language uint8) {
		src := diag.NewSource("a.md", page)
		diags, facts := check(src, [...]string{"en", "de", "ko"}[language%3])
		diags = append(diags, facts.Unexplained(func() *diag.Source { return src }, func(string) bool { return false })...)
		for _, d := range diags {
			if d.Line < 1 || d.Line > 1+strings.Count(page, "\n") || !slices.Contains(append([]string{"allow-reason", "allow-unknown", "allow-unused"}, lint.Codes...), d.Code) {
				t.Fatalf("%+v", d)
			}
		}
	})
}

// BenchmarkCheck reads a page of 9 KB with about what notes have.
func BenchmarkCheck(b *testing.B) {
	page := strings.Repeat("The envoys of the north bank told the council that the crossing would stay open until the spring of 2014, the ministry "+
		"wrote. \"No decision has been made,\" it added. An unnamed official said that the second bridge is closed.\n\n"+
		"- 2018-05-26 (planned): Talks at the pier\n\n", 30)
	src := diag.NewSource("a.md", page)
	text, prose := read(src, "en")
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		lint.Check(lint.Page{Kind: book.Note, Language: "en", Text: text, Prose: prose, At: src.Whole()})
	}
}
