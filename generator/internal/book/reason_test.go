package book

import (
	"slices"
	"strings"
	"testing"
)

func TestReasons(t *testing.T) {
	t.Parallel()
	words, blocks := Reasons([]Receipt{{Reason: "paywall_notice"}, {Reason: "harbour_dues"}, {Reason: "related_content_heading"},
		{Reason: "paywall_notice"}, {Reason: "related_content_tail"}, {Reason: ""}})
	if want := []string{"a paywall", "harbour dues", "links to other articles", ""}; !slices.Equal(words, want) {
		t.Errorf("%q, want %q", words, want)
	}
	if want := []int{2, 1, 2, 1}; !slices.Equal(blocks, want) {
		t.Errorf("%v, want %v", blocks, want)
	}
}

// Each code stands once, and its words can stand in a list.
func TestReasonsAreWords(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, r := range reasons {
		if seen[r.code] || r.words == "" || strings.ContainsAny(r.words, "_;.") || strings.TrimSpace(r.words) != r.words {
			t.Errorf("%q: %q", r.code, r.words)
		}
		seen[r.code] = true
	}
}
