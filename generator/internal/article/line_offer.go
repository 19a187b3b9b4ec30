package article

import "strings"

// subscriptionOffer recognises what is for sale: subscriptions, trials, plans.
func subscriptionOffer(l *line) bool {
	switch l.bare {
	case "subscribe", "subscriptions", "subscription", "subscribe today", "become a member", "become a subscriber",
		"membership", "join", "premium", "upgrade", "abo", "abonnieren", "abonnement", "jetzt abonnieren", "jetzt testen",
		"abo bestellen", "zum abo", "e-paper", "epaper", "구독", "구독하기", "정기구독", "구독신청", "구독 신청", "유료구독", "기자 구독", "기자구독",
		"채널 구독", "채널구독":
		return true
	}
	if priced(l.lower) && l.words <= 25 && beginsAny(l.lower, []string{"subscribe ", "get ", "try ", "join ", "sign up ",
		"jetzt ", "abonnieren ", "testen ", "nur "}) {
		return containsAny(l.lower, []string{"month", "week", "year", "day", "monat", "woche", "jahr", "tag"})
	}
	if l.words <= 16 && !strings.Contains(l.head, "\"") && containsAny(l.lower, []string{"log in, register or subscribe", "log in or subscribe", "sign in or subscribe", "register or subscribe",
		"subscribe or log in", "subscribe or sign in", "log in or register", "sign in or register", "register or log in", "anmelden oder registrieren", "einloggen oder registrieren"}) {
		return true
	}
	if l.words <= 16 && strings.HasPrefix(l.lower, "zum lesen ") && strings.Contains(l.lower, "melden sie sich") {
		return true
	}
	return l.words <= 25 && beginsAny(l.lower, []string{
		"subscribe for ", "subscribe today", "subscribe and ", "subscribe from ", "subscribe here", "subscribe on ",
		"start your free trial", "start your trial", "start a free trial", "try it free", "get unlimited ",
		"enjoy unlimited ", "become a member ", "become a subscriber", "unlimited digital access", "unlimited access to",
		"jetzt abonnieren", "jetzt abo", "abonnieren sie ", "jetzt kostenlos testen", "jetzt gratis testen", "testen sie ",
		"구독하고 ", "구독을 ",
	})
}

// priced reports whether a line names a price.
func priced(s string) bool {
	return strings.ContainsAny(s, "$€£¥₹₩") && strings.ContainsAny(s, "0123456789")
}
