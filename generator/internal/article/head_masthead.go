package article

import "strings"

// mastheadLine recognises the name of the newspaper above the title, alone or with a section, a date or a title of its
// page beside it: "The Ferry Times", "FERRY COURIER | Transport", "Ferry News > Local", "The Ferry Times | Trade | 4 March
// 2019". Below the title it must stand beside a date or a length, as archives print it.
func mastheadLine(p *page, h headLine) string {
	if h.words > 14 || h.stop || h.behind || p.page || h.far {
		return ""
	}
	f := readFrame(h.text, h.begun)
	if f.name == "" || h.words > 10 && f.date == "" {
		return ""
	}
	if h.begun && !p.besideDate(h.at, true) && (f.date == "" || f.author == "") || !h.begun && h.at > 0 && !p.titleFollows(h.at) {
		return ""
	}
	p.publisher = append(p.publisher, found{headed(f.name), at("masthead", h.block)})
	if f.author != "" && f.date != "" && !p.speaksOf(f.author) {
		p.bylines = append(p.bylines, found{spelled(f.author), at("masthead", h.block)})
	}
	if list := stamps(f.date); len(list) == 1 {
		p.keepStamps(list, []telling{tellNothing}, at("masthead", h.block))
		return "publisher_date_line"
	}
	return "publisher_line"
}

// printView reports words that a page for printing puts behind its name.
func printView(s string) bool {
	switch strings.ToLower(s) {
	case "print view", "print version", "printer-friendly version", "print", "druckansicht", "druckversion", "text version", "mobile", "mobile version":
		return true
	}
	return false
}

// masthead reports whether s is the name of a newspaper and more than words that any has: "World News" is a section.
func masthead(s string) bool {
	if _, by := cutBy(s); by || !paper(s) || section(s) || officeFirst(s) != "" || writerLast(s) || platform(s) || strings.EqualFold(s, "google news") {
		return false
	}
	if _, known := agency(s); known {
		return false
	}
	list := strings.Fields(strings.ToLower(s))
	if before, _, ok := strings.Cut(s, "/"); ok && person(strings.TrimSpace(before)) {
		return false // who took a picture, and for whom
	}
	if len(list) == 2 && list[1] == "news" && (country(list[0]) || knownPlace(strings.Fields(s)[0])) {
		return false // "India News" is a section
	}
	if len(list) == 2 && list[0] == "the" {
		return list[1] != "news" && list[1] != "report" && list[1] != "briefing"
	}
	if len(list) == 1 {
		return !exactNoun(list[0]) // "Weser-Anzeiger"
	}
	for _, word := range list {
		word = strings.Trim(word, ".,'’")
		if !paperNoun(word) && !sectionWord(word) && !anySite(word) {
			return true
		}
	}
	return false
}

// country reports the commonest countries after which sections are named.
func country(s string) bool {
	switch s {
	case "india", "china", "uk", "us", "usa", "korea", "japan", "africa", "asia", "europe", "australia", "germany", "france", "pakistan", "nigeria", "kenya", "canada", "ireland":
		return true
	}
	return false
}

// anySite reports words that stand before "news" and "report" on any site.
func anySite(s string) bool {
	switch s {
	case "the", "latest", "breaking", "top", "more", "morning", "evening", "special", "market", "our", "your", "all", "good", "bad", "fake", "big", "new", "other",
		"release", "my", "mein", "home", "menu", "search", "stock", "crime", "company", "annual", "police", "court", "interim", "final", "full", "today's", "of", "and", "in", "on", "free", "live", "watch", "read", "get", "le", "la", "el", "die", "der", "das":
		return true
	}
	return false
}

// headed is the name of a newspaper as it is printed, but one in capitals throughout as it is usually written; what has
// no more than four letters keeps them.
func headed(s string) string {
	if !shouted(s) || letterCount(s) <= 4 {
		return s
	}
	list := strings.Fields(s)
	for i, word := range list {
		switch lower := strings.ToLower(word); {
		case i > 0 && i < len(list)-1 && (particle(word) || lower == "and" || lower == "the" || lower == "für" || lower == "am"):
			list[i] = lower
		default:
			list[i] = titled(word)
		}
	}
	return strings.Join(list, " ")
}

// besideDate reports whether the line before or after block i was, or will be, recognised as a date or a length; with
// authors, also as a byline.
func (p *page) besideDate(i int, authors bool) bool {
	for j := i - 1; j >= 0; j-- {
		b := &p.blocks[j]
		if b.role == gone && (heads(b.reason) && (authors || b.reason != "byline") || b.reason == "length_line") {
			return true
		}
		if b.role != gone || b.reason != "ui_residue" {
			break
		}
	}
	if i+1 >= len(p.blocks) {
		return false
	}
	next := &p.blocks[i+1]
	return dateOnly(next) || next.role == gone && next.reason == "reading_time"
}

// dateOnly reports a line with nothing but a date or an age.
func dateOnly(b *block) bool {
	if b.words > 14 {
		return false
	}
	if b.role == gone {
		return b.reason == "timestamp_line" || b.reason == "age_line"
	}
	list := stamps(b.text)
	if len(list) == 0 {
		return ageLine(headLine{block: b}) != ""
	}
	left, _ := beside(b.text, list)
	if left = strings.Trim(left, " |"); left == "" {
		return true
	}
	c := readCredit(left) // "Ferry Times · 4 March 2019 · 3 min read"
	return !c.by && len(c.publishers) > 0 && len(c.names)+len(c.agencies)+c.strangers == 0
}

// titleFollows reports whether a line that may be the title stands between block i and the first paragraph.
func (p *page) titleFollows(i int) bool {
	if p.title.Text != "" {
		return true
	}
	const farthest = 60
	for end := min(len(p.blocks), i+farthest); i+1 < end; {
		i++
		b := &p.blocks[i]
		switch {
		case b.role == headline:
			return true
		case b.role == undecided && titleLike(b) && !section(b.text) && !paper(b.text) && len(stamps(b.text)) == 0 || b.role == undecided && question(b):
			return true
		case b.role != gone && (b.sentence() || b.words > most):
			return false
		}
	}
	return false
}
