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
	if found > 0 && (all < someProse || l.told.article || fairShare*found >= all || found >= muchProse && leastShare*found >= all) {
		return
	}
	if len(prose) == 0 {
		l.takeAll()
		return
	}
	home := l.homeOf(prose, 8, anyElement)
	if found > 0 && home == l.tree.body {
		return
	}
	for i := range l.pieces {
		q := &l.pieces[i]
		if q.chosen = 0; q.within(home) && (2*q.linked < q.letters || q.level > 0) {
			q.chosen = q.letters
		}
	}
}

// takeAll takes everything for the main text, where nothing was found and nothing is prose.
func (l *layout) takeAll() {
	for _, q := range l.left() {
		if q.chosen > 0 {
			return
		}
	}
	for _, q := range l.left() {
		q.chosen = q.letters
	}
}

// homeOf is the innermost element of a kind that holds so many tenths of the letters of some pieces, nil where
// there is none.
func (l *layout) homeOf(list []*piece, tenths int, kind func(*html.Node) bool) *html.Node {
	all := 0
	size := map[*html.Node]int{}
	for _, q := range list {
		all += q.letters
		size[q.inner] += q.letters
	}
	if all == 0 {
		return nil
	}
	var home *html.Node
	var sum func(n *html.Node) int
	sum = func(n *html.Node) int {
		total := size[n]
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode {
				total += sum(c)
			}
		}
		if home == nil && 10*total >= tenths*all && kind(n) {
			home = n // the first in this order is the innermost
		}
		return total
	}
	sum(l.tree.body)
	return home
}

func anyElement(*html.Node) bool { return true }
