package article

import (
	"cmp"
	"strings"
)

// How many lines before the title, between title and text, and behind the text are read for names and dates, and how
// long a line is that is nothing else.
const (
	besideText = "beside_text" // the reason of such a line until it is read

	overTitle  = 3
	underHead  = 12
	underText  = 5
	creditLong = 20
)

// around marks the lines beside title and text that may say who wrote it and when, though the library left them out:
// those that follow the title, those before it in its own element, those behind the last paragraph that begin as
// bylines do. A list of other articles has dates and names too, so a heading or a long link ends the search, and a
// line that its class name calls a byline counts for nothing when it stands beyond.
func (l *layout) around(pick int) {
	first, last := l.extent(pick)
	if first < 0 {
		return
	}
	near := map[int]bool{}
	if title := &l.pieces[max(pick, 0)]; pick >= 0 && title.unfit != "page_title" {
		l.readOn(pick+1, min(first, pick+1+underHead), near)
		for i := pick - 1; i >= max(0, pick-overTitle); i-- {
			q := &l.pieces[i]
			if q.inner == l.tree.body || q.inner.Parent == l.tree.body && q.inner.Parent != title.inner.Parent || !q.within(title.inner.Parent) || title.inner.Parent == l.tree.body {
				break
			}
			near[i] = near[i] || l.short(i)
		}
	} else {
		l.readOn(max(0, first-underHead/2), first, near)
	}
	for i := last + 1; i < min(len(l.pieces), last+1+underText) && l.pieces[i].level == 0; i++ {
		if _, by := cutBy(l.pieces[i].text); by || len(koreanNames(l.pieces[i].text)) > 0 {
			near[i] = l.short(i)
		}
	}
	for i := range l.pieces {
		switch q := &l.pieces[i]; {
		case near[i] && q.reason != "byline":
			q.drop(besideText)
		case q.role == gone && q.reason == "byline" && (i > last+underText || i < first-3*underHead && i < pick-overTitle):
			q.reason = "outside_text"
		}
	}
}

// readOn marks the lines from i up to end, as far as a heading or a link to another article.
func (l *layout) readOn(i, end int, near map[int]bool) {
	for ; i < end; i++ {
		q := &l.pieces[i]
		if q.listed && q.linked > 0 && q.words > 4 {
			return
		}
		if q.level > 0 && len(stamps(q.text)) == 0 && q.words > 4 || q.bare() && q.words > 4 {
			return
		}
		near[i] = l.short(i)
	}
}

// short reports whether a line that was left out may say who wrote the text, and when.
func (l *layout) short(i int) bool {
	q := &l.pieces[i]
	return q.role == gone && (q.reason == "outside_text" || q.reason == "byline" || q.reason == "before_title") && q.unfit == "" && q.words <= creditLong && !q.sentence() &&
		!(q.listed && q.linked > 0 && q.reason != "byline" && len(stamps(q.text)) > 0)
}

// extent gives the first and the last paragraph of the main text behind the title.
func (l *layout) extent(pick int) (first, last int) {
	first, last = -1, -1
	for i := range l.pieces {
		q := &l.pieces[i]
		if i == pick || q.role != undecided && q.role != body || q.level > 0 || q.words < enough && !q.stop {
			continue
		}
		if first < 0 && i > pick && q.sentence() {
			first = i
		}
		last = i
	}
	return first, last
}

// shownAuthors reads the lines that are or may be the byline: who wrote it, and when. A name alone counts when the
// page declares none.
func (p *page) shownAuthors(sites []found) {
	told := len(p.bylines) + len(p.agencies)
	var list []int
	for i := range p.blocks {
		if b := &p.blocks[i]; b.reason == "byline" || b.reason == "article_footer" || b.reason == besideText {
			list = append(list, i)
		}
	}
	was := make([]string, len(list))
	for n, i := range list { // so that each sees the dates beside it
		b := &p.blocks[i]
		was[n] = b.reason
		b.role, b.reason, b.heading = undecided, "", false
	}
	for n, i := range list {
		b := &p.blocks[i]
		reason := ""
		if b.words <= creditLong {
			names := len(p.bylines)
			if reason = p.headerLine(headLine{block: b, text: announcing(legible(b.text)), at: i, begun: true}); told > 0 { // of a declared name another form
				p.bylines = p.bylines[:names]
			}
		}
		if reason == "" && told == 0 && len(p.bylines) == 0 && b.words <= 8 && was[n] == "byline" {
			p.author(found{strings.Trim(announcing(b.text), " |·•-–—"), at("byline", b)}, sites)
		}
		if was[n] == besideText {
			was[n] = "outside_text"
		}
		if b.role == undecided {
			b.drop(cmp.Or(reason, was[n]))
		}
	}
}

// announcing puts "By" for an office before a name, as pages print it over a text: "Reporter Mara Lindqvist".
func announcing(s string) string {
	for _, button := range []string{" Follow", " Following", " Folgen", " Suivre", " 구독", " 구독하기"} {
		s = strings.TrimSuffix(s, button)
	}
	word, rest := cutWord(s)
	switch strings.ToLower(strings.Trim(word, ":")) {
	case "reporter", "writer", "journalist", "correspondent", "editor", "reporterin", "korrespondent", "journaliste", "words", "text", "texte":
		if name, _, _ := strings.Cut(strings.TrimSpace(rest), ","); person(strings.TrimSpace(name)) {
			return "By" + rest
		}
	case "글·사진", "글/사진", "글∙사진", "사진·글", "취재·사진":
		return "글" + rest
	}
	return s
}
