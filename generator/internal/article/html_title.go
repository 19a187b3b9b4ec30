package article

import (
	"slices"
	"strings"

	"briefbook/generator/internal/book"

	"golang.org/x/net/html"
)

// How well a heading is known to be the title.
const (
	repeated  = 40 // it is a headline that the page declares
	marked    = 30 // its element says so
	inCaption = 10 // it is one end of <title>
	topmost   = 5  // it is of level 1, too
)

// several is how many headlines of a page are looked at.
const several = 20

// title finds the title of a page: the heading that repeats what the page declares, or that its element calls the
// title, else one end of <title>, else the last heading before the text, first of level 1; else <title> itself.
func (l *layout) title(d *declared) (pick int, basis string) {
	caption, best, rank := -1, -1, 0
	heading, level := -1, 7 // the last heading before the text, of the highest level there is
	begun := false
	for _, h := range d.headlines[:min(len(d.headlines), several)] {
		l.heads = append(l.heads, folded(h.value))
	}
	for i := range l.pieces {
		q := &l.pieces[i]
		begun = begun || q.role == undecided && q.level == 0 && q.sentence()
		switch {
		case l.tree.caption != nil && q.inner == l.tree.caption:
			caption = i
			continue
		case q.level == 0 || q.letters > 400 || q.unfit != "" && q.unfit != "hidden" && q.unfit != "form":
			continue
		}
		if r := l.declaredAs(q, d, caption); r > rank || r == rank && r > 0 && r < marked && !begun {
			best, rank = i, r
		}
		if !begun && q.unfit == "" && q.level <= level && q.words >= 2 && (!q.bare() || q.level > 1 && q.words > 3) && !siteName(q.text, d) && !untitled(q.text) && q.hint != "byline" {
			heading, level = i, q.level
		}
	}
	switch {
	case best >= 0:
		return best, "heading"
	case heading >= 0 && (level == 1 || caption < 0 || siteName(l.pieces[caption].text, d) || l.prefixed(heading, caption)):
		return heading, "heading"
	case caption < 0:
		return -1, ""
	}
	if paperOnly(l.pieces[caption].text) {
		return -1, ""
	}
	if line := l.captionLine(caption); line >= 0 {
		return line, "line of the page title"
	}
	if text := l.pieces[caption].text; siteName(text, d) || untitled(text) {
		return -1, ""
	}
	return caption, "page title"
}

// captionLine finds the line before the first paragraph that is one end of <title>, on pages without headings.
func (l *layout) captionLine(caption int) int {
	title := folded(l.pieces[caption].text)
	for i := range l.pieces {
		switch q := &l.pieces[i]; {
		case i == caption || q.unfit != "":
		case q.role == undecided && q.sentence():
			return -1
		case q.words >= 3 && q.level == 0 && !q.bare() && endOf(title, folded(q.text), q.words):
			return i
		}
	}
	return -1
}

// untitled reports what stands in place of a title where there is none, or over a box of the page: "Untitled
// document", "Share this story".
func untitled(text string) bool {
	lower := folded(text)
	switch lower {
	case "untitled", "untitled document", "untitled page", "new page", "no title", "document", "index", "home", "homepage", "print", "print view", "print version", "article", "articles", "news", "main page",
		"startseite", "druckansicht", "druckversion", "artikel", "unbenanntes dokument", "accueil", "imprimer", "sans titre", "제목 없음", "무제", "인쇄", "기사인쇄", "기사 인쇄", "프린트", "뉴스", "홈":
		return true
	}
	if words(lower) > 8 {
		return false
	}
	return beginsAny(lower, []string{"share this", "share on ", "share via ", "share the ", "tweet this", "email this", "print this", "follow us", "check out this", "artikel teilen", "diesen artikel teilen", "partager cet article",
		"partager sur", "기사 공유", "이 기사를 공유", "공유하기"})
}

// prefixed reports whether the page shows, before a heading, the beginning of its <title>: then that is the name of
// the site, and the heading is the title.
func (l *layout) prefixed(heading, caption int) bool {
	title := folded(l.pieces[caption].text)
	for i := range heading {
		q := &l.pieces[i]
		if i != caption && q.words > 0 && q.words <= 6 && q.unfit == "" && strings.HasPrefix(title, folded(q.text)) {
			return true
		}
	}
	return false
}

// declaredAs says how well a heading is a headline that the page declares, or one end of its <title>; 0 is not at
// all.
func (l *layout) declaredAs(q *piece, d *declared, caption int) int {
	text := folded(q.text)
	if text == "" || siteName(q.text, d) || untitled(q.text) {
		return 0
	}
	rank := 0
	if q.level == 1 {
		rank = topmost
	}
	if slices.ContainsFunc(l.heads, func(head string) bool { return same(text, head) }) {
		return repeated + rank
	}
	if titleElement(q.inner) {
		return marked + rank
	}
	if caption >= 0 && q.level <= 3 && (!q.bare() || q.words >= 3) && endOf(folded(l.pieces[caption].text), text, q.words) {
		return inCaption + min(q.words, marked-inCaption-1) // the site's name is the shorter
	}
	return 0
}

// endOf reports whether a heading is the beginning or the end of a title, set apart from the rest.
func endOf(title, heading string, size int) bool {
	if rest, ok := strings.CutPrefix(title, heading); ok {
		rest = strings.TrimLeft(rest, " ")
		return size >= 3 || rest == "" || strings.IndexAny(rest, "|-–—:·»") == 0
	}
	rest, ok := strings.CutSuffix(title, heading)
	rest = strings.TrimRight(rest, " ")
	if start, _ := enclosed(title, heading); size >= 4 && start > 0 || size >= 4 && strings.Contains(title, ": "+heading+" - ") {
		return true // "Print: Ferry to reopen - Ferry Times"
	}
	return ok && size >= 3 && (strings.HasSuffix(rest, "|") || strings.HasSuffix(rest, "-") || strings.HasSuffix(rest, ":") || strings.HasSuffix(rest, "–") || strings.HasSuffix(rest, "—") || strings.HasSuffix(rest, "»"))
}

// titleElement reports whether an element says that it is the title of an article.
func titleElement(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "itemprop":
			if a.Val == "headline" {
				return true
			}
		case "class", "id":
			for name := range strings.FieldsSeq(beginning(a.Val, 300)) {
				switch strings.Join(parts(name), " ") {
				case "entry title", "post title", "article title", "article headline", "story headline", "article title main", "headline title", "content title", "page title entry":
					return true
				}
			}
		}
	}
	return false
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
		if folded(s.value) == folded(text) && !slices.ContainsFunc(d.headlines, func(h found) bool { return folded(h.value) == folded(text) && h.basis != s.basis }) {
			return true
		}
	}
	return d.shows(text, homeLink, logo)
}

// paperOnly reports whether what a page declares as its title is nothing but a newspaper's name.
func paperOnly(text string) bool {
	return words(text) <= 5 && masthead(text) && paperNoun(strings.ToLower(text[strings.LastIndexByte(text, ' ')+1:]))
}

// entitlePage gives a page its title. What stands before it is the site's, as long as it is no prose. It returns the
// piece, -1 for none.
func (p *page) entitlePage(l *layout, d *declared) int {
	pick, what := l.title(d)
	if pick < 0 {
		for _, h := range d.headlines {
			if !siteName(h.value, d) && !untitled(h.value) && !paperOnly(h.value) {
				p.title = book.Value{Text: h.value, Basis: h.basis}
				break
			}
		}
		return pick
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
	p.cutKicker(l, &q.block)
	q.role, q.reason = headline, ""
	p.title = book.Value{Text: q.text, Basis: at(what, &q.block)}
	for i := range l.pieces {
		if b := &l.pieces[i]; b.role == undecided && b.words == q.words && folded(b.text) == folded(q.text) {
			b.drop("duplicate_title")
		}
	}
	return pick
}

// cutKicker peels the words over a headline that stand in the same heading, "Nordholm Sheep save the dike", where what
// the page declares, or its <title>, is the rest.
func (p *page) cutKicker(l *layout, b *block) {
	const most = 4
	titles := slices.Clone(l.heads)
	if l.told.caption != "" {
		titles = append(titles, folded(l.told.caption))
	}
	if whole := folded(b.text); slices.ContainsFunc(titles, func(t string) bool { return strings.HasPrefix(t, whole) }) {
		return
	}
	rest := b.text
	for range most {
		word, after := cutWord(rest)
		if rest = strings.TrimSpace(after); words(rest) < 3 || word == "" {
			return
		}
		bare := folded(rest)
		if slices.ContainsFunc(titles, func(t string) bool { return t == bare || strings.HasPrefix(t, bare) && endOf(t, bare, 1) }) {
			p.peel(b, len(b.text)-len(rest), "kicker")
			return
		}
	}
}

// cutSite peels " | Site" or "Site :: " off a page title when that is a name of the site.
func (p *page) cutSite(l *layout, at int, d *declared) {
	q := &l.pieces[at]
	names := make([]string, 0, len(d.sites)+len(d.names))
	for _, s := range d.sites {
		names = append(names, s.value)
	}
	for _, s := range d.names {
		if s.kind != ownHead {
			names = append(names, s.value)
		}
	}
	for _, name := range names {
		if n := suffix(q.text, name); n > 0 {
			cut := len(q.text) - n
			p.peeled = append(p.peeled, book.Receipt{First: q.first, Last: q.last, Reason: "site_name", Text: strings.TrimSpace(q.text[cut:])})
			q.become(strings.TrimSpace(q.text[:cut]))
			return
		}
		if n := prefix(q.text, name); n > 0 {
			p.peel(&q.block, n, "site_name")
			return
		}
	}
}

// prefix is the length of "Site :: " at the beginning of a page title.
func prefix(title, site string) int {
	if site == "" || len(title) <= len(site) || !strings.EqualFold(title[:len(site)], site) {
		return 0
	}
	rest := title[len(site):]
	bare := strings.TrimLeft(rest, " |-–—:»•·")
	if len(rest)-len(bare) < 2 || bare == "" || strings.Trim(rest[:len(rest)-len(bare)], " ") == "" {
		return 0
	}
	return len(title) - len(bare)
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
