package evidence

import (
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

func TestNearest(t *testing.T) {
	t.Parallel()
	s := Of(harbour)
	for _, c := range []struct{ name, words, want string }{
		{"another word", "voted on Monday to reopen the island ferry", `¶1 has "voted on ‹Tuesday› to reopen the island ferry"`},
		{"another first word", "decided on Tuesday to reopen the island ferry", `¶1 has "‹voted› on Tuesday to reopen the island ferry"`},
		{"another last word", "voted on Tuesday to reopen the island school", `¶1 has "voted on Tuesday to reopen the island ‹ferry›"`},
		{"a word too few", "voted Tuesday to reopen the island ferry", `¶1 has "voted ‹on› Tuesday to reopen the island ferry"`},
		{"a word too many", "voted on Tuesday not to reopen the island ferry", `¶1 has "voted on Tuesday to reopen the island ferry", without "not"`},
		{"two words swapped", "voted on Tuesday reopen to the island ferry", `¶1 has "voted on Tuesday ‹to› reopen the island ferry", without "to"`},
		{"case", "voted on tuesday to reopen the island ferry", `¶1 has "voted on ‹Tuesday› to reopen the island ferry"`},
		{"a comma", "after a winter of repairs and the first boat", `¶1 has "after a winter of ‹repairs,› and the first boat"`},
		{"marks left out", "called the vote a very good day for the island", `¶8 has "called the ‹vote “›a very good day for the island"`},
		{"a number", "who would pay the 1250000 crowns that the repairs", `¶3 has "who would pay the ‹1,250,000› crowns that the repairs"`},
		{"within a compound", "storm wall first", `¶4 has "‹anti›-storm wall first"`},
		{"the part that is not there", "The harbour board voted on Tuesday […] a winter of neglect, and the first boat", `¶1 has "a winter of ‹repairs›, and the first boat"`},
		{"parts in the wrong order", "the first boat is to sail […] voted on Tuesday to reopen", `¶1 has "voted on Tuesday to reopen"`},
		{"a bracket", "voted on [that day] to close the island ferry", `¶1 has "voted on ‹Tuesday› to ‹reopen› the island ferry"`},
		{"nothing like it", "an entirely different sentence about glaciers", ""},
		{"nothing", "", ""},
	} {
		got, ok := s.Nearest(c.words)
		text := ""
		if ok {
			text = got.String()
		}
		if text != c.want {
			t.Errorf("%s: %s, want %s", c.name, text, c.want)
		}
	}
}

// TestNearestIsShort: of a long passage the hint shows what lies around the first difference.
func TestNearestIsShort(t *testing.T) {
	t.Parallel()
	words := make([]string, 0, 100)
	for i := range 100 {
		words = append(words, "w"+strings.Repeat("o", i%7)+string(rune('a'+i%26))+string(rune('a'+i/26)))
	}
	s := Of(&book.Original{Paragraphs: []string{"Something else stands here.", strings.Join(words, " ")}})
	wrong := append(append([]string{}, words[:70]...), words[71:]...)
	got, ok := s.Nearest(strings.Join(wrong, " "))
	hint := got.String()
	if !ok || got.Para != 2 || len(strings.Fields(hint)) > shown+5 || !strings.Contains(hint, "‹"+words[70]+"›") {
		t.Errorf("%v %s", ok, hint)
	}
	if !strings.HasPrefix(hint, `¶2 has "… `) || !strings.HasSuffix(hint, ` …"`) {
		t.Errorf("cut at neither end: %s", hint)
	}
}

func TestProbe(t *testing.T) {
	t.Parallel()
	for _, words := range []string{
		"voted on Tuesday to reopen the island ferry", "Voted on Tuesday to reopen", "[V]oted on Tuesday to reopen the island ferry",
		"told reporters – her first words on the matter", "harbour board […] the first boat is to sail", "the board agree[d] on Tuesday",
		"She didn’t say who would pay the", "A day later he agree[s] to it, and called the vote",
	} {
		if _, ok := Of(harbour).Has(words); ok && !ProbeFor(words).May(harbour) {
			t.Errorf("the probe misses %q", words)
		}
	}
	if ProbeFor("voted on Tuesday to reopen the railway station").May(harbour) {
		t.Error("the probe lets pass words that are not there")
	}
	if !ProbeFor("").May(harbour) || !ProbeFor("a b").May(harbour) {
		t.Error("the probe of next to nothing knows too much")
	}
	korean := &book.Original{Paragraphs: []string{"섬 의회는 화요일 낡은 조선소를 헐지 않기로 했다."}}
	if !ProbeFor("의회는 화요일 낡은 조선소를 헐지").May(korean) {
		t.Error("the probe misses Korean words")
	}
}
