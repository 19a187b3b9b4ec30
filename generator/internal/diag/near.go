package diag

// Near returns the candidate that a reader would take word for, or "" when none is close: at most a third of
// the letters differ (Levenshtein distance; a swap of neighbours counts once). The first of equals wins, so
// candidates should come in a fixed order.
func Near(word string, candidates func(yield func(string) bool)) string {
	w := []rune(word)
	limit := max(1, len(w)/3)
	best := ""
	for c := range candidates {
		r := []rune(c)
		if d := len(r) - len(w); d > limit || -d > limit {
			continue
		}
		if d := distance(w, r, limit); d <= limit {
			best, limit = c, d-1
			if limit < 0 {
				break
			}
		}
	}
	return best
}

// distance is the optimal string alignment distance of a and b; anything above limit may come back as limit+1.
func distance(a, b []rune, limit int) int {
	before, prev, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
		before, prev, row = prev, row, before
	}
	return prev[len(b)]
}
