package gate

import (
	"strings"
	"testing"
)

// A sentence of the source with an address in it is found with the address, and without.
func TestAddresses(t *testing.T) {
	t.Parallel()
	far := strings.Repeat("Other words about nothing much stood here, and there were many of them. ", 30)
	x := one("The board tore down https://ferry.example/news/2019-shed?id=7 the wooden shed behind the old customs house in May. " + far +
		"She wrote (https://a.example/1) of boats https://b.example/2 that never came back, and of the men aboard them all.")
	for _, c := range []struct {
		text  string
		words int
	}{
		{"The board tore down the wooden shed behind the old customs house in May.", 14},
		{"tore down https://ferry.example/news/2019-shed?id=7 the wooden shed behind", 14},
		{"She wrote of boats that never came back, and of the men aboard them all.", 15},
		{"She wrote (https://a.example/1) of boats that never came back", 8},
		{"The board tore down the boats that never came back", 0},
	} {
		got := scan(x, "a.txt", c.text, nil)
		if c.words == 0 && len(got) > 0 || c.words > 0 && (len(got) == 0 || got[0].Words != c.words) {
			t.Errorf("%q: %+v, want %d", c.text, got, c.words)
		}
	}
	many := Text([]byte(strings.Repeat("one https://a.example/x two ", 2000)), ".txt")
	if few := 2000 * 8 * 3; many.Len() > few {
		t.Errorf("%d words are kept of a list of addresses", many.Len())
	}
}
