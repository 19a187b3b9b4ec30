package article

// advertisement recognises the labels of advertisements.
func advertisement(l *line) bool {
	if l.words > 8 || l.stop && l.words > 3 {
		return false
	}
	switch l.bare {
	case "advertisement", "advertisements", "advert", "advertising", "ad", "ads", "sponsored", "sponsored content",
		"sponsored by", "sponsor message", "a message from our sponsor", "a message from our sponsors", "supported by", "promoted", "promoted content", "paid content", "paid post", "partner content",
		"scroll to continue", "loading", "remove ads", "anzeige", "anzeigen", "werbung", "gesponsert",
		"weiter nach der anzeige", "weiterlesen nach der anzeige", "advertorial", "광고", "[광고]", "ad 광고", "관련 광고",
		"publicité", "publicidad", "pubblicità", "広告":
		return true
	}
	return beginsAny(l.bare, []string{
		"advertisement ", "article continues ", "story continues ", "continue reading below",
		"continue reading the main story", "continues below ad", "scroll for more", "scroll down for more",
		"der artikel geht nach", "lesen sie nach der anzeige", "artikel geht weiter",
	})
}
