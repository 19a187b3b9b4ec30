package article

import "golang.org/x/net/html"

// restore takes back what lies between two paragraphs of the main text, in the same element, and reads like it:
// sentences, quotations such as messages of others, headings above what was found.
func (l *layout) restore() {
	list := l.left()
	if len(list) == 0 {
		return
	}
	home := l.homeOf(list, 9, anyElement)
	if home == nil {
		return
	}
	inside := false
	siblings := map[*html.Node]bool{}
	for _, q := range list {
		siblings[q.inner.Parent] = true
	}
	last := list[len(list)-1]
	for i := range l.pieces {
		q := &l.pieces[i]
		switch {
		case q == last:
			return
		case q.role == undecided:
			inside = true
		case !inside || q.reason != "outside_text" || q.hint != "" || !q.within(home):
		case q.level > 0:
			if i+1 < len(l.pieces) && l.pieces[i+1].role == undecided && l.pieces[i+1].level == 0 && 2*q.linked < q.letters {
				q.role, q.reason = undecided, ""
			}
		case q.quote && q.words > 2, (q.sentence() || q.words >= long) && 2*q.linked < q.letters && siblings[q.inner.Parent]:
			q.role, q.reason = undecided, ""
		}
	}
}

// within reports whether an element holds a piece.
func (q *piece) within(home *html.Node) bool {
	for n := q.inner; n != nil; n = n.Parent {
		if n == home {
			return true
		}
	}
	return false
}
