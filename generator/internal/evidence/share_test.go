package evidence

import (
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

func TestWords(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]int{
		"":                                  0,
		"voted on Tuesday to reopen":        5,
		"“voted on Tuesday” […] to reopen":  5,
		"[They] voted on Tuesday [at last]": 3,
		"she didn't pay 1,250,000 crowns":   5,
		"paid by U.S. insurers at 10:30":    6,
		"a second-hand ferry":               4,
		"旧船厂":                               3,
		"낡은 조선소를 헐지":                        3,
	} {
		if got := Words(words); got != want {
			t.Errorf("%q holds %d words, want %d", words, got, want)
		}
	}
}

func TestHash(t *testing.T) {
	t.Parallel()
	for _, same := range [][]string{
		{"the crew’s “boat” – at last", "the crew's \"boat\" -- at last.", "“the crew`s ‘boat’—at\n last”"},
		{"voted […] to reopen", "voted ... to reopen", "voted (…) to reopen,", "voted . . . to reopen", "… voted [. . .] to reopen"},
		{"the oﬃce of the harbour", "the office  of\u00a0the har\u00adbour", "the off\u200bice of the harbour"},
		{"cafe\u0301 du port", "café du port"},
	} {
		for _, s := range same {
			if Hash(s) != Hash(same[0]) {
				t.Errorf("%q has another hash than %q", s, same[0])
			}
		}
	}
	seen := map[string]string{}
	for _, s := range []string{"voted to reopen", "Voted to reopen", "[v]oted to reopen", "voted … to reopen", "voted to re-open", "voted, to reopen", "voted 10 to 2", "voted 10² to 2", "voted 102 to 2", ""} {
		if other, ok := seen[Hash(s)]; ok {
			t.Errorf("%q and %q have one hash", s, other)
		}
		seen[Hash(s)] = s
	}
	if got := Hash("voted to reopen"); len(got) != 32 || got != "af481b9e6d82cfac7c549496f8fd0d80" {
		t.Errorf("the hash of the words is %s: every lock has to be written anew", got)
	}
}

func TestShare(t *testing.T) {
	t.Parallel()
	s := Of(harbour)
	at := func(words string) []book.Passage { return s.Check(words, nil).Where }
	for _, c := range []struct {
		name string
		list []string
		want int
	}{
		{"none", nil, 0},
		{"one", []string{"voted on Tuesday to reopen the island ferry"}, 8},
		{"the same twice", []string{"voted on Tuesday to reopen the island ferry", "Voted on Tuesday to reopen the island ferry!"}, 8},
		{"one within another", []string{"voted on Tuesday to reopen the island ferry", "on Tuesday to reopen the"}, 8},
		{"overlapping", []string{"voted on Tuesday to reopen", "Tuesday to reopen the island ferry after a"}, 10},
		{"apart", []string{"nobody had asked him, he", "voted on Tuesday to reopen", "the first boat is to sail"}, 11},
		{"with an elision", []string{"The harbour board […] the island ferry after"}, 7},
		{"over two paragraphs", []string{"to sail before Easter. “We are not"}, 7},
	} {
		var where [][]book.Passage
		for _, q := range c.list {
			where = append(where, at(q))
		}
		if got := s.Share(where...); got != c.want {
			t.Errorf("%s: %d words, want %d", c.name, got, c.want)
		}
	}
	if got, want := s.Words(), count(strings.Join(harbour.Paragraphs, "\n"), -1); got < want-6 || got > want {
		t.Errorf("the source has %d words, about %d counted", got, want)
	}
	if n := s.Share([]book.Passage{{Para: 0, Start: 0, End: 9}, {Para: 99, Start: 0, End: 9}}); n != 0 {
		t.Errorf("%d words in paragraphs that are not there", n)
	}
}

func TestShareOf(t *testing.T) {
	t.Parallel()
	if n := ShareOf("voted on Tuesday to reopen", "“voted on Tuesday to reopen.”", "the first boat"); n != 8 {
		t.Errorf("%d words, want 8", n)
	}
}
