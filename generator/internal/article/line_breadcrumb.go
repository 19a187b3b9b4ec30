package article

import "strings"

// breadcrumb recognises where an article stands on its site: "Home > World > Asia".
func breadcrumb(l *line) bool {
	if l.words > 30 || l.stop || !l.whole() {
		return false
	}
	if strings.HasPrefix(l.lower, "you are here") || strings.HasPrefix(l.lower, "sie sind hier") {
		return true
	}
	for _, sign := range [...]string{" > ", " » ", " › ", " → ", " ▸ ", " >> ", ">", "›", "»", " / "} {
		parts := strings.Split(l.lower, sign)
		if len(parts) < 2 || len(parts) == 2 && !entrance(parts[0]) || sign == " / " && !entrance(parts[0]) {
			continue
		}
		short := true
		for i, part := range parts {
			if n := words(part); n > 5 && i < len(parts)-1 || n == 0 && i < len(parts)-1 {
				short = false
			}
		}
		if short {
			return true
		}
	}
	return false
}

// entrance recognises the first page of a site.
func entrance(s string) bool {
	switch strings.TrimSpace(s) {
	case "home", "homepage", "start", "startseite", "front page", "news", "nachrichten", "홈", "뉴스", "blog":
		return true
	}
	return false
}
