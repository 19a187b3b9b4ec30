package article

import "golang.org/x/net/html"

// The measures of trust: a page with fewer words of prose is not judged; what was found is trusted when it has
// this many words or a fourth of the prose, and at least an eighth.
const (
	someProse  = 120
	muchProse  = 400
	leastShare = 8
	fairShare  = 4
)

// trust doubts what was found as the main text when it is little beside the prose of the page, as happens with
// pages of many short texts and with old layouts. Then the main text is the element that holds the prose.
func (l *layout) trust() {
	found, all := 0, 0
	var prose []*piece
	for _, q := range l.left() {
		if !q.sentence() || 2*q.linked > q.letters {
			continue
		}
		all += q.words
		prose = append(prose, q)
		if 2*q.chosen > q.letters {
			found += q.words
		}
	}
	if all < someProse || found > 0 && l.told.article || fairShare*found >= all || found >= muchProse && leastShare*found >= all {
		return
	}
	home := homeOf(prose, 8)
	if found > 0 && home == l.tree.body {
		return
	}
	for i := range l.pieces {
		q := &l.pieces[i]
		if q.chosen = 0; q.within(home) {
			q.chosen = q.letters
		}
	}
}

// homeOf is the innermost element that holds so many tenths of some pieces.
func homeOf(list []*piece, tenths int) *html.Node {
	all := 0
	size := map[*html.Node]int{}
	for _, q := range list {
		all += q.letters
		for n := q.inner; n != nil; n = n.Parent {
			size[n] += q.letters
		}
	}
	home, least := (*html.Node)(nil), all+1
	for _, q := range list {
		for n := q.inner; n != nil; n = n.Parent {
			if 10*size[n] >= tenths*all {
				if size[n] < least {
					home, least = n, size[n]
				}
				break
			}
		}
	}
	return home
}
