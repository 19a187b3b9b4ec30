package article

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// card is an element that repeats, and what it holds.
type card struct {
	words, heads int
	leads        bool // its heading leads elsewhere
	dated        bool
}

// cards finds out whether a page is a list of other articles: three or more elements of one kind, beside each other,
// that each have a heading, which is a link or stands with a date, and a few words, hold nearly all that is left.
// Sections of an article have neither.
func (l *layout) cards() {
	const few, mostWords = 3, 70
	if l.told.article && len(l.told.published) > 0 {
		return
	}
	all := 0
	found := map[*html.Node]*card{}
	for _, q := range l.left() {
		all += q.words
		n := repeating(q.inner)
		if n == nil {
			continue
		}
		c := found[n]
		if c == nil {
			c = &card{}
			found[n] = c
		}
		c.words += q.words
		if q.level > 0 {
			c.heads++
			c.leads = c.leads || q.linked > 0 || holdsLink(q.inner)
		}
		c.dated = c.dated || len(stamps(beginning(q.text, 60))) > 0
	}
	size := map[*html.Node][2]int{} // of the cards in one element: how many, and their words
	for n, c := range found {
		if c.heads == 1 && (c.leads || c.dated) && c.words <= mostWords {
			s := size[n.Parent]
			size[n.Parent] = [2]int{s[0] + 1, s[1] + c.words}
		}
	}
	for _, s := range size {
		if s[0] >= few && 10*s[1] >= 7*all {
			l.told.list = true
		}
	}
}

// repeating is the outermost element around a piece, within three, that has a neighbour of its own kind.
func repeating(n *html.Node) *html.Node {
	var out *html.Node
	for range 4 {
		if n == nil || n.Parent == nil || n.DataAtom == atom.Body {
			break
		}
		if n.DataAtom != atom.P && !isHeading(n.DataAtom) && (alike(n, n.NextSibling, true) || alike(n, n.PrevSibling, false)) {
			out = n
		}
		n = n.Parent
	}
	return out
}

// alike reports whether the next element beside n, in one direction, is of its kind.
func alike(n, beside *html.Node, forward bool) bool {
	for beside != nil && beside.Type != html.ElementNode {
		if forward {
			beside = beside.NextSibling
		} else {
			beside = beside.PrevSibling
		}
	}
	return beside != nil && beside.DataAtom == n.DataAtom && attribute(beside, "class") == attribute(n, "class")
}

func holdsLink(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.A {
			return true
		}
	}
	return n.Parent != nil && n.Parent.DataAtom == atom.A
}
