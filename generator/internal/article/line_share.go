package article

import "strings"

// shareBar recognises the buttons that pass an article on: a line of nothing but such words, with at least one
// that says where to.
func shareBar(l *line) bool {
	if l.words == 0 || l.words > 16 || l.stop && l.words > 4 {
		return false
	}
	if containsAny(l.lower, []string{"글자크기", "글씨크기", "글자 크기", "글씨 크기"}) && l.words <= 8 && !l.stop {
		return true
	}
	known := false
	list := unpunctuated(l.lower)
	for _, word := range list {
		switch {
		case network(word):
			known = true
		case !connects(word) && !numeral(word):
			return beginsAny(l.lower, shareBegins) && l.words <= 8 || strings.HasPrefix(l.lower,
				"기사 공유") || strings.HasPrefix(l.lower, "기사공유")
		}
	}
	return known
}

// network recognises what a share button is called.
func network(word string) bool {
	switch word {
	case "facebook", "twitter", "whatsapp", "linkedin", "pinterest", "reddit", "telegram", "messenger", "flipboard",
		"tumblr", "instagram", "youtube", "xing", "threads", "mastodon", "bluesky", "snapchat", "tiktok", "line",
		"kakaotalk", "wechat", "weibo", "vkontakte", "odnoklassniki", "pocket", "gmail", "share", "shares", "tweet",
		"retweet", "email", "e-mail", "print", "copy", "pin", "save", "like", "bookmark", "teilen", "twittern", "drucken",
		"merken", "mailen", "versenden", "empfehlen", "weiterleiten", "kopieren", "페이스북", "트위터", "카카오톡", "카카오스토리", "밴드",
		"네이버블로그", "공유", "공유하기", "좋아요", "인쇄", "인쇄하기", "스크랩", "링크복사", "url복사", "메일":
		return true
	}
	return false
}

// connects recognises the words between them.
func connects(word string) bool {
	switch word {
	case "on", "via", "by", "to", "this", "with", "article", "story", "page", "post", "link", "url", "copied", "and", "or",
		"click", "x", "fb", "sms", "more", "share's", "icon", "mail", "messages", "opens", "in", "new", "window", "it",
		"items", "for", "later", "link's", "google", "total", "k", "auf", "per", "bei", "über", "den", "diesen", "artikel",
		"seite", "als", "mehr", "link-kopieren", "및", "설정", "주소", "복사", "기사", "가기", "보내기", "하기", "글자크기", "크게", "작게", "가",
		"링크", "블로그", "네이버", "카카오", "스토리":
		return true
	}
	return false
}

var shareBegins = []string{
	"share this", "share on ", "share via ", "share with ", "share to ", "share link", "share article", "email this ",
	"print this ", "tweet this", "send to a friend", "copy link", "pin it", "teilen auf ", "artikel teilen",
	"per e-mail teilen", "beitrag teilen", "jetzt teilen",
}
