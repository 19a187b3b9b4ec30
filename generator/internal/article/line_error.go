package article

import "strings"

// errorPage recognises what a server says that has no article to give: nothing is there, only results of a search, only
// for those who log in.
func errorPage(l *line) bool {
	if l.words > 30 {
		return false
	}
	if l.before == 0 && beginsAny(l.bare, []string{
		"search results", "log in to your account", "login to your account", "sign in to your account",
		"forgot your password", "forgot password", "forgotten your password", "forgotten password", "remember me", "stay signed in", "keep me signed in", "angemeldet bleiben", "로그인 상태 유지",
		"choose your subscription", "choose your plan", "choose a plan", "select your plan", "select a plan", "choose your offer", "wählen sie ihr abo", "unsere abos", "구독 상품", "verify you are", "please verify you", "suchergebnisse", "passwort vergessen", "검색결과", "검색 결과", "비밀번호 찾기",
	}) {
		return true
	}
	switch l.bare {
	case "page not found", "not found", "404", "error 404", "404 error", "404 not found", "403 forbidden", "access denied",
		"are you a robot", "just a moment", "checking your browser", "seite nicht gefunden", "fehler 404",
		"zugriff verweigert", "페이지를 찾을 수 없습니다":
		return true
	}
	if strings.Contains(l.lower, "페이지를 찾을 수 없") || strings.Contains(l.lower, "삭제된 기사입니다") || strings.Contains(l.lower, "기사는") && strings.Contains(l.lower, "더 이상 제공되지 않") {
		return true
	}
	return containsAny(l.lower, []string{
		"can't find the page", "cannot find the page", "couldn't find the page", "could not find the page",
		"the link you followed", "lost that page", "lost this page", "this page may have been", "this page has been removed", "the page has been moved",
		"the story may have been", "diese seite existiert nicht",
		"page you were looking for", "page you are looking for", "page you requested", "page you're looking for",
		"page cannot be found", "page can't be found", "page could not be found", "no longer available at this address",
		"please enable javascript", "enable javascript", "requires javascript", "javascript is disabled",
		"javascript to run", "turn on javascript", "your browser does not support", "your browser is not supported",
		"your browser is out of date", "verify you are human", "verify that you are human", "unusual traffic from",
		"enable cookies", "not available in your region", "not available in your country", "not available in your location", "access cannot be granted",
		"european economic area", "session has expired", "have been logged out", "you are now logged out", "unavailable for legal reasons",
		"has been denied because", "in ihrem land nicht verfügbar", "in ihrer region nicht verfügbar", "sitzung ist abgelaufen", "browser ist veraltet",
		"aktualisieren sie ihren browser", "세션이 만료", "접근이 거부", "접근 권한이 없", "seite wurde nicht gefunden", "gesuchte seite", "angeforderte seite", "aktivieren sie javascript",
	})
}
