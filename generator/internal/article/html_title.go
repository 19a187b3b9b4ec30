package article

import (
	"strings"

	"briefbook/generator/internal/book"
)

// title finds the title of a page: the heading that repeats what the page declares, else the only heading of
// level 1, else <title> without the name of the site, else what the page declares.
func (l *layout) title(d *declared) (pick int, basis string) {
	caption := -1
	best, first, count := -1, -1, 0
	rank := 0 // of the best
	for i := range l.pieces {
		q := &l.pieces[i]
		switch {
		case l.tree.caption != nil && q.inner == l.tree.caption:
			caption = i
			continue
		case q.unfit != "" && q.unfit != "hidden" && q.unfit != "form" || q.letters > 400 || q.level == 0:
			continue
		}
		if q.level == 1 && q.unfit == "" {
			if count++; first < 0 {
				first = i
			}
		}
		if r := l.declaredAs(q, d, caption); r > rank {
			best, rank = i, r
		}
	}
	switch {
	case best >= 0:
		return best, "heading"
	case count == 1 && l.pieces[first].words >= 2 && !siteName(l.pieces[first].text, d):
		return first, "heading"
	case caption >= 0:
		return caption, "page title"
	}
	return -1, ""
}

// declaredAs says how well a heading is a headline that the page declares, or the beginning of its <title>; 0
// is not at all.
func (l *layout) declaredAs(q *piece, d *declared, caption int) int {
	text := folded(q.text)
	if text == "" || siteName(q.text, d) {
		return 0
	}
	top := 0
	if q.level == 1 {
		top = 2
	}
	for _, h := range d.headlines {
		if same(text, folded(h.value)) {
			return 2 + top
		}
	}
	if caption >= 0 && q.level <= 2 && q.words >= 3 && strings.HasPrefix(folded(l.pieces[caption].text), text) {
		return 1 + top
	}
	return 0
}

// same reports whether two folded titles are one, a site's name or a cut at the end aside.
func same(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) >= 20 && strings.HasPrefix(b, a) && 3*len(a) > 2*len(b)
}

// siteName reports whether a text is nothing but the name of the site.
func siteName(text string, d *declared) bool {
	for _, s := range d.sites {
		if folded(s.value) == folded(text) {
			return true
		}
	}
	return false
}

// entitle gives a page its title. What stands before it is the site's, as long as it is no prose.
func (p *page) entitlePage(l *layout, d *declared) {
	pick, what := l.title(d)
	if pick < 0 {
		if len(d.headlines) > 0 {
			p.title = book.Value{Text: d.headlines[0].value, Basis: d.headlines[0].basis}
		}
		return
	}
	q := &l.pieces[pick]
	if what == "page title" {
		p.cutSite(l, pick, d)
		q = &l.pieces[pick]
	} else {
		for i := range pick {
			b := &l.pieces[i]
			if b.role == undecided && b.sentence() {
				break
			}
			if b.role == undecided {
				b.drop("before_title")
			}
		}
	}
	q.role, q.reason = headline, ""
	p.title = book.Value{Text: q.text, Basis: at(what, &q.block)}
	for i := range l.pieces {
		if b := &l.pieces[i]; b.role == undecided && b.words == q.words && folded(b.text) == folded(q.text) {
			b.drop("duplicate_title")
		}
	}
}

// cutSite peels " | Site" off a page title when the tail is a name of the site.
func (p *page) cutSite(l *layout, at int, d *declared) {
	q := &l.pieces[at]
	for _, s := range d.sites {
		if n := suffix(q.text, s.value); n > 0 {
			cut := len(q.text) - n
			p.peeled = append(p.peeled, book.Receipt{First: q.first, Last: q.last, Reason: "site_name", Text: strings.TrimSpace(q.text[cut:])})
			q.become(strings.TrimSpace(q.text[:cut]))
			return
		}
	}
}

// suffix is the length of " | Site" at the end of a page title.
func suffix(title, site string) int {
	n := len(title) - len(site)
	if site == "" || n <= 0 || !strings.EqualFold(title[n:], site) {
		return 0
	}
	rest := title[:n]
	bare := strings.TrimRight(rest, " |-–—·:»•")
	if bare == rest || bare == "" {
		return 0
	}
	return len(title) - len(bare)
}
