package names

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// Whoever is named in a text, in whatever form, concerns it by its words; somebody of other words does not.
func TestConcerns(t *testing.T) {
	t.Parallel()
	g := New(cast)
	words := []string{"Han Seo-yeon", "Han Min-jae", "HAN SEO-YEON", "Seo-yeon Han", "Hna Seo-yeon", "Han Soe-yeon", "Clara Wber", "Clra Weber", "Clra weber", "CLARA WEBER", "Clara B. Weber",
		"Webers", "Weber", "한서연은", "북마크에서", "서울의", "데이비드 한", "한국은행", "한국이", "한국", "the North", "N.M.", "Ministry of Tides", "tides ministry",
		"MINISTRY OF TIDES (NORTHMARK)", "the Board", "The Harbour Board", "US", "us", "quarantine", "Quarantine", "긴부두로", "Lissabons", "2018 Long Quay Winter Games",
		"Yu Ki-t’ae", "Yoo Kitae", "Marta von der Hiede", "Mrata von der Heide", "und der die das ist nicht", "said", "went to", "Émile", "."}
	r := rand.New(rand.NewPCG(7, 11))
	named := map[int]bool{}
	for range 20000 {
		var text []string
		for range 1 + r.IntN(3) {
			var part []string
			for range 1 + r.IntN(4) {
				part = append(part, words[r.IntN(len(words))])
			}
			text = append(text, strings.Join(part, []string{" ", ", ", ". ", "-"}[r.IntN(4)]))
		}
		var c Capitals
		for _, s := range text {
			c.Add(s)
		}
		mentions, open := g.Find(text)
		for _, m := range mentions {
			at := numberOf(m.Entry)
			if named[at] = true; !g.Concerns(at, &c) {
				t.Fatalf("%q names %s by %q, and does not concern it", text, m.Entry, text[m.Para][m.Start:m.End])
			}
		}
		for _, o := range open {
			for _, id := range o.Holders {
				if !g.Concerns(numberOf(id), &c) {
					t.Fatalf("%q asks for %s by %q, and does not concern it", text, id, o.Words)
				}
			}
		}
	}
	if len(named) != len(cast) {
		t.Errorf("not all %d entries were named: %v", len(cast), named)
	}
	var c Capitals
	c.Add("The clerk of Northmark counted crates.")
	if g.Concerns(numberOf("weber"), &c) || g.Concerns(numberOf("han"), &c) || !g.Concerns(numberOf("nm"), &c) {
		t.Error("a text concerns those it has no word of, or not those it has")
	}
}

func numberOf[T ~string](id T) int {
	for i, e := range cast {
		if string(e.ID) == string(id) {
			return i
		}
	}
	return -1
}
