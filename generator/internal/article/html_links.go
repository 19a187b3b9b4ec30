package article

import (
	"slices"
	"strings"
)

// links drops lists of other articles: a line that says so and links, lines that are nothing but links, one
// after the other, and the label above them. A page that is mostly links is about them.
func (l *layout) links() {
	linked, all := 0, 0
	for i := range l.pieces {
		if q := &l.pieces[i]; q.role == undecided {
			linked, all = linked+q.linked, all+q.letters
		}
	}
	if 2*linked > all {
		return
	}
	list := l.left()
	for i := 0; i < len(list); i++ {
		q := list[i]
		lower := strings.ToLower(beginning(q.text, 100))
		switch {
		case leadsElsewhere(lower) && (2*q.linked > q.letters || q.words <= 3):
			i = l.dropLinks(list, i, i+1)
		case q.level > 0 && references(lower):
			end := i + 1
			for end < len(list) && list[end].listed {
				end++
			}
			if end == len(list) || list[end].level > 0 {
				for _, r := range list[i:end] {
					r.drop("references")
				}
				i = end - 1
			}
		case label(lower) && q.words <= 8 && i+1 < len(list) && list[i+1].links > 0:
			end := i + 1
			for end < len(list) && (list[end].listed || list[end].bare()) && list[end].links > 0 {
				end++
			}
			if end > i+1 {
				i = l.dropLinks(list, i, end)
			}
		case q.bare():
			end := i + 1
			for end < len(list) && list[end].bare() {
				end++
			}
			if end == i+1 && (q.level > 0 || q.listed || q.words < 2) {
				continue
			}
			i = l.dropLinks(list, i, end)
		}
	}
}

// left are the pieces that no rule has decided.
func (l *layout) left() []*piece {
	var out []*piece
	for i := range l.pieces {
		if l.pieces[i].role == undecided {
			out = append(out, &l.pieces[i])
		}
	}
	return out
}

// bare reports whether a piece is nothing but a link.
func (q *piece) bare() bool { return 10*q.linked >= 9*q.letters && q.linked > 0 }

// dropLinks drops the pieces from i up to end, with the label before them, and returns the last.
func (l *layout) dropLinks(list []*piece, i, end int) int {
	for _, q := range list[i:end] {
		q.drop("related_links")
	}
	if i > 0 && end-i > 1 && list[i-1].role == undecided && list[i-1].words <= 5 && (list[i-1].level > 0 || !list[i-1].stop) && label(strings.ToLower(list[i-1].text)) {
		list[i-1].drop("related_links")
	}
	return end - 1
}

// leadsElsewhere recognises the beginning of a line that leads to another article.
func leadsElsewhere(lower string) bool {
	lower = strings.TrimLeft(lower, " [(>»›▶►•*→")
	return slices.ContainsFunc(elsewhere, func(s string) bool { return strings.HasPrefix(lower, s) })
}

var elsewhere = []string{
	"read more", "read also", "also read", "read next", "read:", "read the full", "related:", "related post", "related stor", "related article", "see also",
	"more:", "watch:", "watch more", "listen:", "don't miss", "must read", "more on ", "more from ", "you may also", "you might also",
	"lesen sie auch", "mehr zum thema", "mehr dazu", "lire aussi", "à lire", "a lire", "lea también", "lee también", "te puede interesar",
	"leia também", "leia mais", "veja também", "leggi anche", "lees ook", "läs också", "les også", "czytaj też", "zobacz też", "читайте также",
	"관련기사", "관련 기사", "continue reading", "keep reading", "click here", "view all", "see all", "view gallery", "full story",
}

// references recognises the heading of a list of sources.
func references(lower string) bool {
	lower, _, _ = strings.Cut(lower, "[")
	switch strings.Trim(lower, " .:") {
	case "sources", "references", "external links", "see also", "notes", "further reading", "footnotes", "quellen", "einzelnachweise", "weblinks", "literatur", "siehe auch", "références", "notes et références", "liens externes",
		"voir aussi", "referencias", "enlaces externos", "véase también", "각주", "외부 링크", "같이 보기", "참고 문헌", "出典", "外部リンク", "関連項目":
		return true
	}
	return false
}

// label recognises what stands above a list of other articles.
func label(lower string) bool {
	lower = strings.Trim(lower, " .:›»>")
	return related(lower) || lower == "more" || strings.HasPrefix(lower, "more ") && (strings.HasSuffix(lower, " stories") ||
		strings.HasSuffix(lower, " news") || strings.HasSuffix(lower, " articles") || strings.HasSuffix(lower, " posts") || strings.HasSuffix(lower, " reading")) ||
		strings.HasPrefix(lower, "more great ") || strings.HasPrefix(lower, "related ") || strings.HasPrefix(lower, "recent ") || strings.HasPrefix(lower, "popular ") ||
		strings.HasPrefix(lower, "you may") || strings.HasPrefix(lower, "read more") || strings.HasPrefix(lower, "latest ")
}
