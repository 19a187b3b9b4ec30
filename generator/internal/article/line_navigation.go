package article

import "strings"

// navigation recognises the links that lead about a site.
func navigation(l *line) bool {
	if l.words > 12 || l.stop && l.words > 6 {
		return false
	}
	switch l.bare {
	case "skip to content", "skip to main content", "skip to navigation", "skip to search", "skip to footer",
		"skip navigation", "main menu", "main navigation", "navigation", "toggle navigation", "open menu", "close menu",
		"site index", "sections", "back to top", "return to top", "to the top", "top of page", "back to homepage",
		"back to home", "home page", "homepage", "log in", "login", "log in / register", "login / register",
		"sign in / register", "log out", "sign in", "sign out", "my account", "account", "register", "create account",
		"about", "about us", "about the site", "contact", "contact us", "privacy", "privacy policy", "privacy notice",
		"privacy statement", "cookie policy", "cookies", "terms", "terms of use", "terms of service", "terms & conditions",
		"terms and conditions", "terms & privacy", "legal", "legal notice", "accessibility", "accessibility statement",
		"sitemap", "site map", "advertise", "advertise with us", "advertise here", "careers", "jobs", "work with us", "faq",
		"help", "help center", "help centre", "feedback", "do not sell my personal information", "ad choices", "adchoices",
		"your ad choices", "press", "editorial guidelines", "editorial policy", "code of ethics", "ethics policy",
		"corrections policy", "rss", "rss feed", "archive", "archives", "more", "see all", "view all", "show more",
		"load more", "older posts", "newer posts", "previous", "next", "previous article", "next article", "previous post",
		"next post", "previous story", "next story", "post navigation", "page not found", "search for", "all sections",
		"powered by wordpress":
		return true
	case "zum inhalt", "zum inhalt springen", "zum hauptinhalt", "zur navigation", "zur startseite", "startseite", "zurück",
		"zurück zur startseite", "nach oben", "zum seitenanfang", "impressum", "datenschutz", "datenschutzerklärung", "agb",
		"kontakt", "über uns", "mediadaten", "karriere", "suche", "anmelden", "abmelden", "registrieren", "mein konto",
		"hauptmenü", "menü", "weiter", "mehr anzeigen", "nutzungsbedingungen", "barrierefreiheit", "hilfe":
		return true
	case "본문 바로가기", "기사 본문 바로가기", "기사 바로가기", "메뉴", "전체메뉴", "전체 메뉴", "홈", "홈으로", "로그인", "회원가입", "로그아웃", "검색", "맨위로", "맨 위로", "목록", "목록으로", "이전", "다음",
		"이전기사", "다음기사", "이전 기사", "다음 기사", "개인정보처리방침", "개인정보 처리방침", "이용약관", "회사소개", "광고문의", "광고 문의", "고객센터", "청소년보호정책",
		"저작권 정책":
		return true
	}
	return l.whole() && linkBar(l.lower)
}

// linkBar recognises three or more short names between bars: "Privacy | Terms | Contact".
func linkBar(s string) bool {
	if strings.ContainsAny(s, "0123456789@") {
		return false
	}
	for _, sign := range [...]string{"|", "·", "•"} {
		if strings.Count(s, sign) < 2 {
			continue
		}
		short := true
		for part := range strings.SplitSeq(s, sign) {
			short = short && words(part) <= 3
		}
		if short {
			return true
		}
	}
	return false
}
