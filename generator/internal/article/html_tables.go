package article

import "golang.org/x/net/html"

// tables keeps what stands in a table of data: no rule for lines knows such rows. A table that holds most of the
// text is only there for the layout.
func (l *layout) tables() {
	size, all := map[*html.Node]int{}, 0
	list := l.left()
	for _, q := range list {
		all += q.letters
		size[q.table] += q.letters
	}
	for _, q := range list {
		if q.table != nil && 2*size[q.table] < all && q.level == 0 {
			q.role = body
		}
	}
}
