package article

import "strings"

// cookieNotice recognises banners that ask for consent.
func cookieNotice(l *line) bool {
	switch l.bare {
	case "accept all", "accept cookies", "accept all cookies", "reject all", "cookie settings", "cookie preferences",
		"manage cookies", "we value your privacy", "your privacy", "your privacy choices", "we care about your privacy",
		"privacy overview", "alle akzeptieren", "alle ablehnen", "cookie-einstellungen", "wir schätzen ihre privatsphäre",
		"쿠키 설정":
		return true
	}
	if l.words > 200 {
		return false
	}
	if beginsAny(l.lower, []string{"we and our ", "wir und unsere "}) {
		return containsAny(l.lower, []string{"partners store", "partners use", "partners process", "partner speichern",
			"partner verwenden", "partner verarbeiten"})
	}
	if consent(l.lower) {
		return true
	}
	if beginsAny(l.lower, []string{"by clicking ", "by continuing to ", "by using this site", "by using our ",
		"by browsing ", "by logging in", "by signing in", "by registering", "by submitting this"}) {
		return l.words <= 60 && containsAny(l.lower, []string{"you agree", "you accept", "you consent", "cookie"})
	}
	return strings.Contains(l.lower, "cookie") && containsAny(l.lower, cookiePhrases) ||
		strings.Contains(l.lower, "쿠키를 사용")
}

var cookiePhrases = []string{
	"we use cookies", "we use essential", "site uses cookies", "website uses cookies", "uses cookies to", "use cookies to",
	"use of cookies", "our cookie", "accept cookies", "cookies and similar technolog", "cookies and other tracking",
	"cookies are absolutely", "cookies to improve", "cookies may affect", "user consent prior to running these cookies",
	"accept all cookies", "verwenden cookies", "verwendet cookies", "nutzen cookies", "nutzt cookies", "setzt cookies",
	"einsatz von cookies", "verwendung von cookies",
}

// consent recognises words to the reader about what is done with his data: no article says "your consent".
func consent(lower string) bool {
	return !strings.ContainsAny(lower, "\"“„«") && containsAny(lower, consents) && containsAny(lower, purposes)
}

var consents = []string{
	"your consent", "your personal data", "your privacy", "your choices", "your preferences", "your data", "your device",
	"ihre einwilligung", "ihrer einwilligung", "ihre zustimmung", "ihrer zustimmung", "ihre daten", "ihrem gerät", "ihre auswahl",
	"deine einwilligung", "deine zustimmung", "votre consentement", "su consentimiento", "귀하의 개인정보", "동의하지 않",
}

var purposes = []string{
	"privacy policy", "privacy notice", "withdraw", "our partners", "cookies", "legitimate interest", "personalis", "personaliz",
	"advertis", "data protection", "third parties", "datenschutz", "widerruf", "unsere partner", "unseren partnern", "werbung",
	"drittanbieter", "politique de confidentialité", "cookie", "política de privacidad", "개인정보", "쿠키",
}
