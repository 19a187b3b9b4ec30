package article

import "strings"

// followAppeal recognises lines that ask to follow somebody elsewhere.
func followAppeal(l *line) bool {
	if l.words > 30 {
		return false
	}
	if !beginsAny(l.lower, []string{"follow ", "find us on ", "like us on ", "join us on ", "connect with us",
		"stay connected", "get in touch", "stay up to date with ", "folgen sie ", "folge uns", "you can follow "}) {
		return false
	}
	switch l.bare {
	case "follow us", "follow", "connect with us", "stay connected", "get in touch", "folgen sie uns", "folge uns":
		return true
	}
	if strings.Contains(l.lower, "@") && l.words <= 12 {
		return true
	}
	for _, word := range unpunctuated(l.lower) {
		switch word {
		case "facebook", "twitter", "instagram", "linkedin", "youtube", "telegram", "threads", "mastodon", "bluesky",
			"tiktok", "whatsapp", "flipboard", "pinterest", "social", "rss":
			return true
		}
	}
	return strings.HasPrefix(l.lower, "follow us ") && l.words <= 10
}
