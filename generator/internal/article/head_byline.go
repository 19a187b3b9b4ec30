package article

import "strings"

// byLine recognises who wrote a text: "By Mara Lindqvist and Jon Meer", "Mara Lindqvist, Harbour Correspondent",
// "홍길동 기자", an office in place of a person, an agency.
func byLine(p *page, h headLine) string {
	if h.words > 30 {
		return ""
	}
	c := readCredit(h.text)
	if c.lower || !c.by && (h.behind && !c.title || h.stop) {
		return ""
	}
	known := len(c.names) + len(c.agencies)
	switch {
	case c.by && c.strangers > 0 && (len(c.names) == 0 || c.strangers > 2):
		return "" // "By the time they met"
	case c.by && (known > 0 || len(c.publishers) > 0 || c.nobody || c.title):
	case !c.by && c.strangers > 0:
		return ""
	case !c.by && len(c.names) > 0 && len(c.publishers) > 0 && !c.title && strings.Contains(h.text, "/") && len(p.bylines) > 0:
		return "" // "Jon Meer/Ferry Times" took a picture
	case !c.by && len(c.names) > 0 && !c.title && (known == len(c.names) && len(c.publishers) == 0 && !p.nameAlone(h, c) || known > len(c.names) && strings.Contains(h.text, "/")):
		return "" // a name alone may be anybody's; "Jon Meer / AFP" took a picture
	case !c.by && len(c.names) == 0 && len(c.publishers) == 1 && len(c.agencies) == 0 && masthead(c.publishers[0]) && h.begun && !h.behind && !h.far && (c.settled > 0 || p.besideDate(h.at, false)):
		p.keepCredit(c, h.block)
		return "publisher_line" // "Ferry News, Seoul"
	case !c.by && len(c.names) == 0 && !c.nobody:
		return ""
	}
	c.names = p.authorsOf(c.names)
	p.keepCredit(c, h.block)
	if len(c.names) == 0 && len(c.agencies) > 0 {
		return "agency_byline"
	}
	return "byline"
}

// nameAlone reports whether a line with nothing but a name is a byline: the next line gives an office, an address or a
// date, or the text ends with a line about the author.
func (p *page) nameAlone(h headLine, c credit) bool {
	if !h.begun || h.far {
		return false
	}
	for _, name := range c.names {
		if p.speaksOf(name) || p.speaksOf(name[strings.LastIndexByte(name, ' ')+1:]) || strings.Contains(p.blocks[0].text, name) {
			return false
		}
	}
	if p.besideDate(h.at, false) {
		return true
	}
	if next := p.next(h.at); next != nil && next.words <= 12 && !next.stop {
		n := readCredit(next.text)
		if n.title && len(n.names)+len(n.agencies)+n.strangers == 0 {
			return true
		}
	}
	return p.portrayed(c.names[0]) || p.nameBetween(h, c)
}

// nameBetween reports whether a line with one name stands directly between the title and the first paragraph, under a head
// that has a date or a newspaper's name, and neither title nor text has a word of it.
func (p *page) nameBetween(h headLine, c credit) bool {
	if len(c.names) != 1 || h.words > 3 || h.at < 1 || h.at+1 >= len(p.blocks) || knownPlace(c.names[0]) || section(h.text) {
		return false
	}
	above, below := &p.blocks[h.at-1], &p.blocks[h.at+1]
	if above.role != undecided && above.role != headline || !titleLike(above) || below.role != undecided || !below.sentence() || below.words < long {
		return false
	}
	said := p.said()
	if echo(h.block, said) > 0 || p.speaksOf(c.names[0][strings.LastIndexByte(c.names[0], ' ')+1:]) {
		return false
	}
	for word := range strings.FieldsSeq(strings.ToLower(c.names[0])) {
		if strings.Contains(strings.ToLower(above.text), word) {
			return false
		}
	}
	return len(p.dates)+len(p.above)+len(p.unclear) > 0 && len(p.publisher) > 0
}

// authorsOf leaves out what the text speaks of: in "By Mara Lindqvist, Port Samra" the second is a place.
func (p *page) authorsOf(names []string) []string {
	for i := 1; i < len(names); i++ {
		if p.speaksOf(names[i]) {
			return names[:i]
		}
	}
	return names
}

// next is the block after i that is still undecided.
func (p *page) next(i int) *block {
	for i++; i < len(p.blocks); i++ {
		if p.blocks[i].role == undecided {
			return &p.blocks[i]
		}
	}
	return nil
}

// portrayed reports whether one of the last lines begins with a name and says what its bearer does.
func (p *page) portrayed(name string) bool {
	for i, seen := len(p.blocks)-1, 0; i >= 0 && seen < 8; i, seen = i-1, seen+1 {
		rest, ok := strings.CutPrefix(p.blocks[i].text, name)
		verb, _ := cutWord(rest)
		if ok && (verb == "is" || verb == "covers" || verb == "writes" || verb == "reports" || verb == "ist" || verb == "schreibt") {
			return true
		}
	}
	return false
}

// speaksOf reports whether the first sentences of the text name somebody: whoever is in the news is not its author.
func (p *page) speaksOf(name string) bool {
	const sentences = 12
	for i, seen := 0, 0; i < len(p.blocks) && seen < sentences; i++ {
		b := &p.blocks[i]
		if b.role != undecided && b.role != body || !b.sentence() {
			continue
		}
		if seen++; strings.Contains(beginning(b.text, 2000), name) {
			return true
		}
	}
	return false
}

// agencyLine recognises an agency alone on its line: below the title, or beside a byline or a date. Elsewhere it
// may have made a picture.
func agencyLine(p *page, h headLine) string {
	if h.words > 8 || h.behind || h.stop || strings.EqualFold(h.text, "app") {
		return ""
	}
	c := readCredit(h.text)
	if c.by || len(c.agencies) != 1 || len(c.names)+len(c.publishers)+c.strangers > 0 || !h.begun && c.settled == 0 && h.at > 0 {
		return ""
	}
	if h.begun && h.at > 0 && p.blocks[h.at-1].stop {
		return ""
	}
	p.keepCredit(c, h.block)
	return "agency_line"
}
