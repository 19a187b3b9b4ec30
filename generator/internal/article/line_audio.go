package article

import "strings"

// audioPlayer recognises the label of a player that reads an article aloud.
func audioPlayer(l *line) bool {
	if l.words > 14 {
		return false
	}
	switch l.bare {
	case "listen", "listen now", "play", "play audio", "audio", "anhören", "vorlesen", "vorlesen lassen", "기사 듣기", "기사듣기",
		"음성으로 듣기", "듣기", "본문 듣기", "뉴스 듣기":
		return true
	}
	return beginsAny(l.bare, []string{"listen to this ", "listen to the article", "listen to article",
		"listen to the story", "listen to story", "hear this ", "audio version", "audio by ", "this audio is ",
		"artikel anhören", "diesen artikel anhören", "beitrag anhören", "hören sie diesen"})
}

// lasting recognises how long it takes to read or to hear an article: "4 min read", "Lesezeit: 3 Minuten".
func lasting(l *line) bool {
	if l.words == 0 || l.words > 7 || !strings.ContainsAny(l.lower, "0123456789") && !strings.Contains(l.lower, "minute read") {
		return false
	}
	if beginsAny(l.bare, []string{"reading time", "read time", "estimated reading", "est. read", "time to read", "lesezeit",
		"lesedauer", "읽는 시간", "읽기 시간"}) {
		return true
	}
	list := unpunctuated(l.lower)
	last := list[len(list)-1]
	minutes := containsAny(l.lower, []string{"min", "분"})
	return minutes && (last == "read" || last == "listen" || last == "lesezeit" || last == "lesen")
}
