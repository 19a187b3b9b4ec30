package article

import "strings"

// readingLine recognises how long a text is: "1 minute read.", "Reading time: 3 min", "352 words", "Lesezeit 2 Minuten".
func readingLine(_ *page, h headLine) string {
	if h.words > 7 || !strings.ContainsAny(h.text, "0123456789") {
		return ""
	}
	list := strings.FieldsFunc(strings.ToLower(h.text), func(r rune) bool { return strings.ContainsRune(" .:,|~()\u00a0", r) })
	var reads, numbers, minutes, counted int
	for _, word := range list {
		if rest, ok := strings.CutSuffix(word, "-minute"); ok && numeral(rest) {
			numbers, minutes = numbers+1, minutes+1
			continue
		}
		switch {
		case numeral(word):
			numbers++
		case word == "read", word == "reading", word == "lesezeit", word == "lesedauer", word == "lecture":
			reads++
		case strings.HasPrefix(word, "min"):
			minutes++
		case word == "words" || word == "wörter":
			counted++
		case word == "time", word == "to", word == "ca", word == "about", word == "de", word == "temps", word == "length", word == "estimated":
		default:
			return ""
		}
	}
	switch {
	case numbers == 1 && counted == 1 && reads+minutes == 0:
		return "length_line"
	case numbers >= 1 && minutes == 1 && reads >= 1:
		return "reading_time"
	}
	return ""
}

// residueLine recognises what a button or a label of a page leaves behind.
func residueLine(_ *page, h headLine) string {
	if residue(h.text) || h.words <= 14 && !h.heading && quotesFigures(h.text) && len(stamps(h.text)) == 0 && ageLine(h) == "" {
		return "ui_residue"
	}
	return ""
}

func residue(s string) bool {
	if len(s) > 40 {
		return false
	}
	s = strings.ToLower(strings.Trim(s, " .:|»«›‹[]()"))
	if s == "" || len(s) == 1 {
		return true
	}
	switch s {
	case "×", "✕", "close", "share", "print", "email", "e-mail", "save", "menu", "search", "advertisement", "ad", "anzeige", "werbung",
		"skip to content", "skip to main content", "facebook", "twitter", "whatsapp", "linkedin", "pinterest", "reddit", "telegram",
		"comments", "comment", "listen", "copy link", "share this", "share this article", "read more", "follow us", "follow", "teilen",
		"drucken", "merken", "kommentare", "공유", "공유하기", "인쇄", "스크랩", "글자크기", "기사 공유", "폰트", "tweet", "bookmark", "gift article":
		return true
	}
	return false
}
