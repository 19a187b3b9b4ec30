package book

import (
	"fmt"
	"slices"
	"testing"
)

func TestByPage(t *testing.T) {
	t.Parallel()
	a, b, c := Head{ID: "a", Kind: Article}, Head{ID: "b", Kind: Article}, Head{ID: "c", Kind: Chapter}
	got := ByPage([]Naming{
		{On: c, Section: "One", Anchor: "one", Words: "Ann Lee"}, {On: c, Section: "One", Anchor: "one", Words: "Lee", Class: BySurname},
		{On: a, Para: 5, Anchor: "p5", Words: "Anne Lee", Class: ByTypo}, {On: a, Para: 4}, {On: a, Para: 5, Words: "ANN LEE"}, {On: a, Para: 9, Reading: AsGovernment},
		{On: a, Section: "Digest"}, {On: b, Section: "Digest"}, {On: b},
	}, Head{ID: "x", Kind: Person, Title: "Ann Lee"})
	if len(got) != 3 || got[0].On.ID != "c" || len(got[0].Sections) != 1 || got[0].Written != nil {
		t.Fatalf("%+v", got)
	}
	if s := got[1]; fmt.Sprint(s.Paras) != "[{{4 5} p5}]" || fmt.Sprint(s.Government) != "[{{9 9} }]" || s.Sections != nil || !slices.Contains(s.Written, "Anne Lee") || s.Paragraphs() != 3 {
		t.Errorf("%+v", s)
	}
	if s := got[2]; !s.Title || len(s.Sections) != 1 || s.Paragraphs() != 1 {
		t.Errorf("%+v", s)
	}
}

func TestNameIndex(t *testing.T) {
	t.Parallel()
	heads := []Head{{ID: "t", Title: "Donald Tramm", Sort: "Tramm, Donald"}, {ID: "e", Title: "Émile Öst"}, {ID: "k", Title: "Kang A-ra"}, {ID: "n", Title: "9 Quays"}, {ID: "y", Title: "Юрий"}}
	metas := map[ID]*Meta{"t": {Entry: &Entry{Variants: []string{"donald tramm", "D. Tramm"}}}, "e": {}, "k": {Entry: &Entry{Korean: "강아라"}}, "n": {}, "y": {}}
	var got []string
	for _, l := range NameIndex(heads, func(id ID) (*Meta, bool) { m, ok := metas[id]; return m, ok }) {
		line := l.Letter + " " + l.Words
		if l.See {
			line += " → " + string(l.Of.ID)
		}
		got = append(got, line)
	}
	want := []string{"0–9 9 Quays", "D D. Tramm → t", "E Émile Öst", "K Kang A-ra", "T Tramm, Donald", "Ю Юрий", "ㄱ 강아라 → k"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	for name, want := range map[string]string{"까치": "ㄱ", "한서연": "ㅎ", "": "0–9", "“Quay”": "Q", "Ångström": "A"} {
		if got := Initial(name); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}
