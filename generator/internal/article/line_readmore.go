package article

import "strings"

// readMore recognises a pointer to another article between two paragraphs.
func readMore(l *line) bool {
	if l.words > 30 {
		return false
	}
	if beginsAny(l.lower, []string{"▶", "▷", "►", "☞", "→", ">>", "»", "➤", "➡", "👉", "☛"}) {
		return l.words <= long && !l.stop || strings.Contains(l.lower, "기사")
	}
	if l.words <= 25 && strings.Contains(l.lower, "click here") {
		return true
	}
	rest := ""
	for _, label := range pointers {
		if strings.HasPrefix(l.bare, label) {
			rest = l.bare[len(label):]
			break
		}
	}
	if rest == "" {
		return pointer(l.bare)
	}
	if l.before == 0 && !beginsAny(l.bare, orders) {
		return false // "Opinion: …" above the article is its title
	}
	after := strings.TrimLeft(rest, " ")
	if r := after[0]; r == ':' || r == '|' || r == '>' || strings.HasPrefix(after, "–") || strings.HasPrefix(after,
		"—") || strings.HasPrefix(after, "- ") || strings.HasPrefix(after, "»") || strings.HasPrefix(after, "›") {
		return true
	}
	// Without a colon the words may be an order ("Read more about …") or the beginning of a sentence.
	return l.before > 0 && rest[0] == ' ' && !l.stop && l.words <= long && beginsAny(l.bare, orders)
}

// pointer recognises labels that stand alone.
func pointer(bare string) bool {
	switch bare {
	case "read more", "read more here", "read also", "also read", "see also", "read next", "continue reading",
		"read full story", "read the full story", "read full article", "click here", "find out more", "learn more",
		"see more", "more details", "full story", "mehr lesen", "weiterlesen", "weiter lesen", "mehr erfahren", "mehr dazu",
		"hier klicken", "lesen sie mehr", "더보기", "더 보기", "기사 더보기", "전체기사 보기", "기사 원문 보기", "원문보기":
		return true
	}
	return false
}

var pointers = []string{
	"read more", "most read", "up next", "next up", "read also", "also read", "see also", "read next", "read this", "must read", "further reading", "also on",
	"more here", "more", "related article", "related story", "related", "recommended", "don't miss", "watch more",
	"watch also", "watch", "listen", "explore", "in pictures", "in pics", "in photos", "you may also like",
	"you might also like", "read", "read in full", "read the full story", "read full story", "click here", "learn more",
	"find out more", "explainer", "opinion", "continue reading", "read our", "read the", "lesen sie auch", "lesen sie hier",
	"lesen sie mehr", "lesen sie dazu", "lesen sie dazu auch", "lesen sie hierzu", "lesen sie hierzu auch", "lesen sie jetzt", "lesen sie", "mehr dazu", "mehr zum thema", "auch interessant",
	"das könnte sie auch interessieren", "zum thema", "weiterlesen", "mehr lesen", "hier klicken", "à lire aussi",
	"lire aussi", "voir aussi", "à voir aussi", "lea también", "lee también", "leer más", "leggi anche", "leia também",
	"lees ook", "läs också", "les også", "читайте также", "관련기사", "관련 기사", "관련뉴스", "관련 뉴스", "함께 보면 좋은 기사", "더 읽기", "바로가기",
}

var orders = []string{
	"read more", "read also", "also read", "see also", "read our ", "read the full ", "read full ", "click here",
	"learn more", "find out more", "watch more", "lesen sie auch", "lesen sie hier", "lesen sie mehr", "hier klicken",
	"continue reading",
}
