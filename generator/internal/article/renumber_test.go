package article

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// moves writes where paragraphs went: "1 3 4~ 5-6~ gone".
func moves(list []Moved) string {
	var b strings.Builder
	for _, m := range list {
		switch m.Now.First {
		case 0:
			b.WriteString(" gone")
		case m.Now.Last:
			fmt.Fprintf(&b, " %d", m.Now.First)
		default:
			fmt.Fprintf(&b, " %d-%d", m.Now.First, m.Now.Last)
		}
		if m.Changed {
			b.WriteString("~")
		}
	}
	return strings.TrimSpace(b.String())
}

func TestRenumber(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ before, now, want string }{
		{"", "", ""},
		{"a b c", "a b c", "1 2 3"},
		{"a b c", "x a b c", "2 3 4"},
		{"a b c", "b c", "gone 1 2"},
		{"a b c", "a c", "1 gone 2"},
		{"a b c", "a x c", "1 2~ 3"},
		{"a b c", "a x y c", "1 2-3~ 4"},
		{"a b c d", "a x d", "1 2~ 2~ 3"},
		{"a a a", "a a", "1 2 gone"},
		{"a b c d e", "e a b c d", "2 3 4 5 gone"},
		{"a b", "x y z", "1-3~ 1-3~"},
		{"a b", "", "gone gone"},
	} {
		if got := moves(Renumber(strings.Fields(c.before), strings.Fields(c.now))); got != c.want {
			t.Errorf("%q to %q: %q, want %q", c.before, c.now, got, c.want)
		}
	}
}

// Whatever the change, every paragraph gets an answer within the new text, and one that is said to be unchanged is.
func TestRenumberHolds(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	text := func() []string {
		out := make([]string, random.IntN(9))
		for i := range out {
			out[i] = string(rune('a' + random.IntN(6)))
		}
		return out
	}
	for range 5000 {
		before, now := text(), text()
		got := Renumber(before, now)
		if len(got) != len(before) {
			t.Fatalf("%v to %v: %d answers", before, now, len(got))
		}
		last := 0
		for i, m := range got {
			if m.Now.First == 0 {
				continue
			}
			if m.Now.First < last || m.Now.Last < m.Now.First || m.Now.Last > len(now) {
				t.Fatalf("%v to %v: %s", before, now, moves(got))
			}
			last = m.Now.First
			if !m.Changed && now[m.Now.First-1] != before[i] {
				t.Fatalf("%v to %v: ¶%d is said to be ¶%d", before, now, i+1, m.Now.First)
			}
		}
	}
}
