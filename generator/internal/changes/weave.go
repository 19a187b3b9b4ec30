package changes

import (
	"slices"
	"strings"

	"briefbook/generator/internal/book"
)

// farthest is how many words two texts may differ by to be compared word by word; beyond it all between their
// common beginning and end counts as changed.
const farthest = 240

// woven puts two texts into one: what is in both, what was taken out and what was put in.
func woven(was, now string) []book.Piece {
	a, b := tokens(was), tokens(now)
	same := common(a, b)
	var w weaver
	i, j := 0, 0
	for _, p := range append(settled(a, b, same), [2]int{len(a), len(b)}) {
		w.changed(a[i:p[0]], b[j:p[1]])
		if p[0] < len(a) {
			if i < p[0] && p[1] == 0 && a[p[0]].gap {
				w.join(book.Piece{Text: " ", Was: true}) // what now begins the text stood behind a blank
			}
			w.put(b[p[1]], true, true)
		}
		i, j = p[0]+1, p[1]+1
	}
	return w.pieces
}

// weaver puts pieces together. A blank between words of different states belongs to both, or to neither where one
// word took the place of the other.
type weaver struct{ pieces []book.Piece }

func (w *weaver) changed(was, now []token) {
	for _, t := range was {
		w.put(t, true, false)
	}
	for i, t := range now {
		if i == 0 && len(was) > 0 && (t.kind != sign || was[0].kind != sign) {
			t.gap = true // "27 28", not "2728"
		}
		w.put(t, false, true)
	}
}

func (w *weaver) put(t token, was, now bool) {
	p := book.Piece{Text: t.text, Was: was, Now: now}
	if t.kind == mark {
		p = marked(t.text, was, now)
	}
	if t.gap && len(w.pieces) > 0 {
		last := w.pieces[len(w.pieces)-1]
		blank := book.Piece{Text: " ", Was: true, Now: true}
		switch {
		case last.Was == was && last.Now == now:
			blank.Was, blank.Now = was, now
		case last.Was != last.Now && was != now: // between what went and what came
			blank.Was, blank.Now = false, false
		}
		w.join(blank)
	}
	w.join(p)
}

func (w *weaver) join(p book.Piece) {
	if n := len(w.pieces); n > 0 && continues(&w.pieces[n-1], &p) {
		w.pieces[n-1].Text += p.Text
		return
	}
	w.pieces = append(w.pieces, p)
}

// continues reports whether two pieces are words of one sort.
func continues(p, q *book.Piece) bool {
	return p.Was == q.Was && p.Now == q.Now && p.Cite == "" && p.Page == "" && q.Cite == "" && q.Page == ""
}

// marked reads a mark of a text.
func marked(text string, was, now bool) book.Piece {
	p := book.Piece{Was: was, Now: now}
	if id, ok := strings.CutPrefix(text, "[["); ok {
		p.Page = book.ID(strings.TrimSuffix(id, "]]"))
		return p
	}
	id, locator, _ := strings.Cut(strings.TrimSuffix(text[2:], "]"), " ")
	p.Cite, p.Text = book.ID(id), locator
	return p
}

// settled leaves out of what two texts have in common what is no help to a reader: a sign or a short word alone
// between changes.
func settled(a, b []token, same [][2]int) [][2]int {
	kept := same[:0]
	for from := 0; from < len(same); {
		to := from + 1
		for to < len(same) && same[to][0] == same[to-1][0]+1 && same[to][1] == same[to-1][1]+1 {
			to++
		}
		first, last := same[from], same[to-1]
		inside := (first[0] > 0 || first[1] > 0) && (last[0] < len(a)-1 || last[1] < len(b)-1)
		letters := 0
		for _, p := range same[from:to] {
			if a[p[0]].kind != sign {
				letters += len(a[p[0]].text)
			}
		}
		if !inside || letters > 3 {
			kept = append(kept, same[from:to]...)
		}
		from = to
	}
	return kept
}

// common are the tokens of a longest text that two have in common, as pairs of numbers (E. W. Myers, An O(ND)
// difference algorithm, 1986).
func common(a, b []token) [][2]int {
	var head, tail [][2]int
	from, to, end := 0, len(a), len(b)
	for from < to && from < end && a[from].text == b[from].text {
		head = append(head, [2]int{from, from})
		from++
	}
	for to > from && end > from && a[to-1].text == b[end-1].text {
		to, end = to-1, end-1
	}
	for i := to; i < len(a); i++ {
		tail = append(tail, [2]int{i, end + i - to})
	}
	for _, p := range edits(a[from:to], b[from:end]) {
		head = append(head, [2]int{p[0] + from, p[1] + from})
	}
	return append(head, tail...)
}

// edits goes the shortest way from one text to the other and notes where it went straight on.
func edits(a, b []token) [][2]int {
	n, m := len(a), len(b)
	if n == 0 || m == 0 {
		return nil
	}
	most := min(n+m, farthest)
	reach := make([]int, 2*most+3) // by diagonal: how far in a
	var steps [][]int
	at := most + 1
	for d := 0; d <= most; d++ {
		steps = append(steps, append([]int(nil), reach[at-d-1:at+d+2]...))
		for k := -d; k <= d; k += 2 {
			x := 0
			if k == -d || k != d && reach[at+k-1] < reach[at+k+1] {
				x = reach[at+k+1]
			} else {
				x = reach[at+k-1] + 1
			}
			y := x - k
			for x < n && y < m && x >= 0 && y >= 0 && a[x].text == b[y].text {
				x, y = x+1, y+1
			}
			reach[at+k] = x
			if x >= n && y >= m {
				return back(steps, n, m)
			}
		}
	}
	return nil
}

// back follows the steps from the end to the beginning.
func back(steps [][]int, x, y int) [][2]int {
	var out [][2]int
	for d := len(steps) - 1; d >= 0; d-- {
		reach, at, k := steps[d], d+1, x-y
		before := k - 1
		if k == -d || k != d && reach[at+k-1] < reach[at+k+1] {
			before = k + 1
		}
		px := reach[at+before]
		py := px - before
		if d == 0 {
			px, py = 0, 0
		}
		for x > px && y > py {
			x, y = x-1, y-1
			out = append(out, [2]int{x, y})
		}
		x, y = px, py
	}
	slices.Reverse(out)
	return out
}
