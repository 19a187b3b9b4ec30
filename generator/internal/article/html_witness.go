package article

import "strings"

// witness takes back paragraphs that a page repeats for machines, in the articleBody of JSON-LD, when less than
// half of that was found. The words there are never text: they may be cut, or without marks. Only what stands on
// the page counts.
func (l *layout) witness() {
	const fewest = 40
	told := fourfold(l.told.body)
	if len(told) < fewest {
		return
	}
	found := 0
	for _, q := range l.left() {
		found += told.count(q.text)
	}
	if 2*found >= len(told) {
		return
	}
	for i := range l.pieces {
		q := &l.pieces[i]
		if q.reason == "outside_text" && q.words >= enough && 10*told.count(q.text) >= 9*(q.words-3) {
			q.role, q.reason = undecided, ""
		}
	}
}

// runs are the runs of four words of a text, in lower case and without punctuation.
type runs map[string]bool

func fourfold(s string) runs {
	list := unpunctuated(strings.ToLower(s))
	out := runs{}
	for i := 0; i+4 <= len(list); i++ {
		out[strings.Join(list[i:i+4], " ")] = true
	}
	return out
}

// count is how many runs of a text are among r.
func (r runs) count(s string) int {
	list, n := unpunctuated(strings.ToLower(s)), 0
	for i := 0; i+4 <= len(list); i++ {
		if r[strings.Join(list[i:i+4], " ")] {
			n++
		}
	}
	return n
}
