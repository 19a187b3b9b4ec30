package site

import (
	"fmt"
	"testing"
)

// TestPagersLeadToEveryPage walks from page to page, as a reader does.
func TestPagersLeadToEveryPage(t *testing.T) {
	t.Parallel()
	for _, many := range []int{1, 2, 23, 24, 25, 1000} {
		seen, next := map[string]int{"1": 1}, []int{1}
		for len(next) > 0 {
			page := next[0]
			next = next[1:]
			p := leaf{many * 10, 10, page}.pager(func(n int) string { return fmt.Sprint(n) }, byNumber)
			if p == nil {
				continue
			}
			current := 0
			if len(p.Pages) > mostLeaves {
				t.Errorf("page %d of %d names %d pages", page, many, len(p.Pages))
			}
			for _, s := range p.Pages {
				if s.Current {
					current++
				}
				if seen[s.Href]++; seen[s.Href] == 1 {
					n := 0
					if _, err := fmt.Sscan(s.Href, &n); err != nil {
						t.Fatal(err)
					}
					next = append(next, n)
				}
			}
			if current != 1 {
				t.Errorf("page %d of %d: the pager names it %d times", page, many, current)
			}
		}
		if len(seen) != many {
			t.Errorf("%d of %d pages are found", len(seen), many)
		}
	}
}
