package article

import (
	"strings"
	"unicode"
)

// reserve sets aside the lines that say who owns the text and what may be done with it, and keeps whose it is.
func (p *page) reserve() {
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.role == undecided && b.words <= 60 && reserves(b) {
			p.keepRights(b)
			p.firstPublished(b, b.text)
			b.drop("copyright_line")
		}
	}
}

// reserves reports whether b is a line about rights.
func reserves(b *block) bool {
	lower := strings.ToLower(beginning(b.text, 400))
	bare := strings.TrimLeft(lower, " <[(*_-–—|")
	switch {
	case strings.HasPrefix(bare, "©"), strings.HasPrefix(bare, "ⓒ"), strings.HasPrefix(bare, "c) ") && len(stampYear(bare)) > 0,
		strings.HasPrefix(bare, "저작권자"), strings.HasPrefix(bare, "&copy;"):
		return b.words < 40
	case strings.HasPrefix(bare, "copyright"):
		return b.words < 40 && (strings.ContainsAny(bare, "©ⓒ") || strings.HasPrefix(bare, "copyright (c)") || stampYear(bare) != "" && b.words < long || containsAny(bare, reservations))
	case b.words < 40 && containsAny(lower, reservations):
		return true
	}
	return b.words < long && !b.stop && (strings.Contains(lower, " © ") || strings.Contains(lower, " ⓒ ") || strings.Contains(lower, "(c) ") && stampYear(lower) != "")
}

var reservations = []string{
	"all rights reserved", "alle rechte vorbehalten", "tous droits réservés", "todos los derechos reservados", "tutti i diritti riservati",
	"may not be published, broadcast", "may not be republished", "may not be reproduced", "may not be redistributed", "republication or redistribution",
	"reproduction without permission", "reproduced without permission", "without prior written permission", "without the prior permission",
	"creative commons attribution", "licensed under a creative commons", "licensed under creative commons", "under a creative commons licen", "cc by", "cc-by",
	"무단 전재", "무단전재", "재배포 금지", "재배포금지", "public domain dedication", "unauthorised reproduction", "unauthorized reproduction", "unauthorised copying",
	"nachdruck verboten", "nachdruck nur mit", "courtesy syndication",
}

func stampYear(s string) string {
	for _, t := range tokens(beginning(s, 200)) {
		if year(t) && t.number >= 1900 {
			return t.text
		}
	}
	return ""
}

// keepRights keeps a line about rights as it stands, and the name in it.
func (p *page) keepRights(b *block) {
	if p.rights == "" && !pictured(b) && !strings.ContainsFunc(b.text, forbidden) {
		p.rights = beginning(b.text, 500)
	}
	name, company := holder(legible(b.text))
	if pictured(b) {
		return
	}
	basis := at("copyright line", b)
	switch agencyName, known := agencyCredit(name); {
	case name == "" || platform(name):
	case known:
		p.agencies = append(p.agencies, found{agencyName, basis})
	case company:
		p.holders = append(p.holders, found{name, basis})
	default:
		if domainName, ok := domain(name); ok {
			p.keepDomain(domainName, basis)
			return
		}
		p.publisher = append(p.publisher, found{name, basis})
	}
}

// pictured reports a line that may be the credit of a picture: a sign and a name, without a year and without a word
// about rights.
func pictured(b *block) bool {
	lower := strings.ToLower(beginning(b.text, 400))
	if strings.Contains(lower, "image") || strings.Contains(lower, "photo") || strings.Contains(lower, "bild:") || strings.Contains(lower, "사진") {
		return !strings.Contains(lower, "reserved")
	}
	if beginsWithFirm(b.text) {
		return false
	}
	return strings.HasPrefix(lower, "©") && stampYear(lower) == "" && !containsAny(lower, reservations) && b.words <= 6
}

// beginsWithFirm reports "© Ferry Press Ltd": pictures are credited to people and agencies.
func beginsWithFirm(s string) bool {
	name, company := legal(strings.Trim(s, " ©ⓒ.,"))
	return company && name != ""
}

// holder is the name in a line about rights, and whether it is a company's: "© 2019 Ferry Press Ltd." names the firm
// that owns a newspaper, not always the newspaper.
func holder(line string) (name string, company bool) {
	s := strings.TrimLeft(beginning(line, 300), " <[(*_-–—|")
	lower := strings.ToLower(s)
	mark := -1
	for _, m := range [...]string{"©", "ⓒ", "(c)", "c)", "&copy;", "copyright", "저작권자"} {
		if i := strings.Index(lower, m); i >= 0 && len(lower) == len(s) {
			mark = max(mark, i+len(m))
		}
	}
	if mark < 0 {
		return "", false
	}
	if i := strings.IndexAny(s, "©ⓒ"); i > 0 && strings.TrimLeft(lower[:i], " ") != "" && !strings.HasPrefix(lower, "copyright") && !strings.HasPrefix(lower, "저작권자") {
		before := strings.Trim(s[:i], " |-–—,.")
		if before == nameAt(before) && words(before) <= 5 {
			return legal(before)
		}
	}
	rest := strings.TrimLeft(s[mark:], " :©ⓒ)(c\u00a0")
	for { // years, "by", "Copyright"
		word, after := cutWord(rest)
		bare := strings.Trim(word, ",.;:()-–—")
		if bare != "" && strings.Trim(bare, "0123456789-–—") != "" && !strings.EqualFold(bare, "by") && !strings.EqualFold(bare, "copyright") && bare != "ⓒ" && bare != "©" || word == "" {
			break
		}
		rest = strings.TrimLeft(after, " ")
	}
	rest = strings.TrimLeft(rest, " ,.|-–—")
	for _, stop := range [...]string{"All rights", "all rights", "All Rights", "ALL RIGHTS", "Alle Rechte", "무단", "Tous droits", ">", " | ", " – ", " - ", " — ", ". ", ", "} {
		rest, _, _ = strings.Cut(rest, stop)
	}
	if before, after, ok := strings.Cut(rest, " & "); ok {
		word, _ := cutWord(after)
		if _, isDomain := domain(strings.TrimRight(word, ".,;")); isDomain {
			rest = before // "ⓒ 해안일보 & haean.example"
		}
	}
	rest = strings.Trim(rest, " ,.;:|-–—>)]")
	if n := nameAt(rest); n != rest && !strings.HasPrefix(rest, n+" ") || words(rest) > 7 || rest == "" {
		return "", false
	}
	if _, ok := domain(rest); ok {
		return rest, false
	}
	if nameAt(rest) != rest {
		return "", false
	}
	return legal(rest)
}

// legal takes the legal form of a company off its name.
func legal(name string) (string, bool) {
	for _, form := range [...]string{"㈜", "(주)", "주식회사 "} {
		if rest, ok := strings.CutPrefix(name, form); ok {
			return strings.TrimSpace(rest), false
		}
	}
	company := false
	if strings.Contains(strings.ToLower(name), "copyright") {
		return "", false
	}
	for {
		if i := strings.LastIndexFunc(name, unicode.IsSpace); i > 0 && len(name)-i == 5 && stampYear(name[i:]) != "" {
			name = strings.TrimRight(name[:i], " ,") // "Inexhibit 2019"
		}
		i := strings.LastIndexFunc(name, unicode.IsSpace)
		if i < 0 {
			return name, company
		}
		switch strings.ToLower(strings.Trim(name[i:], " .,&()")) {
		case "ltd", "limited", "inc", "llc", "plc", "corp", "corporation", "co", "company", "gmbh", "ag", "kg", "se", "sa", "pvt", "pty", "bv", "group", "holdings", "spa", "srl", "":
			name, company = strings.TrimRight(name[:i], " ,&"), true
		case "media", "publishing", "publications", "newspapers", "verlag", "communications", "communication", "networks", "network", "interactive", "entertainment", "universal", "digital", "contributors", "author", "authors", "limited.":
			return name, true
		default:
			return name, company
		}
	}
}

// platform reports names of networks, devices and parts of a page that stand where a publisher's might.
func platform(name string) bool {
	switch strings.ToLower(strings.TrimPrefix(name, "the ")) {
	case "wordpress", "blogger", "disqus", "jwplayer", "google", "google news", "youtube", "apple", "facebook", "twitter", "x", "instagram", "telegram", "whatsapp", "linkedin", "premium", "newsletter", "news", "us",
		"our newsletter", "our", "getty images", "getty", "shutterstock", "istock", "ios", "android", "app", "home", "read", "more", "author", "the author", "authors", "print", "world",
		"staff", "agencies", "wikipedia", "wikimedia commons", "flickr", "unsplash", "pixabay", "email", "rss", "the authors", "open access", "creative commons", "flipboard":
		return true
	}
	return false
}
