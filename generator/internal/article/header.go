package article

import (
	"strings"
	"unicode"
)

// header sets aside what stands between the beginning and the first paragraph and is neither: who wrote it,
// when, how long it takes to read, the buttons of a page.
func (p *page) header() {
	begun := p.title.Text != ""
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.role != undecided {
			continue
		}
		if b.sentence() && !strings.HasPrefix(b.text, "By ") || b.words > most {
			return
		}
		if reason := p.headerLine(b, begun); reason != "" {
			b.drop(reason)
		} else {
			begun = true
		}
	}
}

// headerLine says which kind of header line b is, "" for none, and keeps what it states. Only when the text has
// begun can a date stand beside a name: before, two words in capitals and a date are a title.
func (p *page) headerLine(b *block, begun bool) string {
	switch {
	case b.words > 20 || len(b.text) > 240 || b.heading:
		return ""
	case residue(b.text):
		return "ui_residue"
	case readingTime(b.text):
		return "reading_time"
	}
	if reason := p.stampLine(b, begun); reason != "" {
		return reason
	}
	return p.byLine(b)
}

// stampLine recognises a line with a full date and nothing but a clock, an age, an agency or a name.
func (p *page) stampLine(b *block, begun bool) string {
	s, ok := dateIn(b.text)
	if !ok {
		return ""
	}
	left, updated := remainder(b.text[:s.start], b.text[s.end:])
	reason, what := "", ""
	switch name, known := agency(left); {
	case left == "":
		reason, what = "timestamp_line", "timestamp"
	case known:
		reason, what = "agency_date_line", "agency line"
		p.agencies = append(p.agencies, found{name, at(what, b)})
	case begun && person(left):
		reason, what = "byline_timestamp_line", "byline"
		p.bylines = append(p.bylines, found{left, at(what, b)})
	default:
		return ""
	}
	if !updated { // when it was changed is not when it appeared
		p.dates = append(p.dates, found{s.date.String(), at(what, b)})
		if s.mismatch() {
			p.flag(FlagWeekdayMismatch)
		}
	}
	return reason
}

// remainder is what a line with a date holds besides clock, age and fillers, and whether it speaks of an
// update.
func remainder(before, after string) (left string, updated bool) {
	list := strings.Fields(before + " | " + after)
	var kept []string
	for i := 0; i < len(list); i++ {
		word := strings.ToLower(strings.Trim(list[i], ",;:|.()[]-–—·•"))
		_, weekday := weekdays[word]
		switch {
		case word == "" || weekday || clock(word) || fillers[word]:
			updated = updated || word == "updated" || word == "modified"
		case i+2 < len(list) && numeral(word) && strings.EqualFold(strings.Trim(list[i+2], ",|"), "ago"):
			i += 2 // "56 seconds ago"
		default:
			kept = append(kept, strings.Trim(list[i], ",;|()"))
		}
	}
	return strings.Join(kept, " "), updated
}

var fillers = map[string]bool{
	"am": true, "pm": true, "a.m": true, "p.m": true, "at": true, "on": true, "by": true, "date": true, "first": true,
	"posted": true, "published": true, "updated": true, "modified": true, "last": true, "time": true, "hrs": true,
	"gmt": true, "utc": true, "bst": true, "cet": true, "est": true, "edt": true, "et": true, "pst": true, "pdt": true,
	"ist": true, "kst": true, "jst": true, "pkt": true, "uhr": true, "st": true, "nd": true, "rd": true, "th": true,
	"입력": true, "수정": true, "등록": true, "오전": true, "오후": true,
}

// clock recognises "06:07", "3:21pm", "06:07:30".
func clock(s string) bool {
	s = strings.TrimSuffix(strings.TrimSuffix(s, "pm"), "am")
	return len(s) >= 4 && len(s) <= 8 && strings.Contains(s, ":") && strings.Trim(s, "0123456789:") == ""
}

// byLine recognises "By AGENCY" and "By Name Surname and Other Name".
func (p *page) byLine(b *block) string {
	rest, ok := strings.CutPrefix(b.text, "By ")
	if !ok {
		rest, ok = strings.CutPrefix(b.text, "BY ")
	}
	if !ok || b.words > 13 {
		return ""
	}
	rest = strings.TrimRight(rest, " .")
	if name, known := agency(rest); known {
		p.agencies = append(p.agencies, found{name, at("byline", b)})
		return "agency_byline"
	}
	var names []found
	for part := range strings.SplitSeq(strings.ReplaceAll(rest, " and ", ", "), ",") {
		part = strings.TrimSpace(part)
		name, known := agency(part)
		switch {
		case known:
			p.agencies = append(p.agencies, found{name, at("byline", b)})
		case person(part):
			names = append(names, found{part, at("byline", b)})
		case len(names) == 0:
			return "" // "By the time they met"
		}
	}
	p.bylines = append(p.bylines, names...)
	return "byline"
}

// person reports whether s looks like a name: two to five words, each with a capital, or Hangul.
func person(s string) bool {
	list := strings.Fields(s)
	if len(list) < 2 || len(list) > 5 {
		return false
	}
	for i, word := range list {
		first := []rune(word)[0]
		small := i > 0 && particles[word]
		if !small && !unicode.IsUpper(first) && !unicode.Is(unicode.Hangul, first) {
			return false
		}
		if strings.ContainsAny(word, "0123456789:/%$€£@") {
			return false
		}
	}
	return true
}

var particles = map[string]bool{"de": true, "van": true, "von": true, "der": true, "den": true, "al": true, "bin": true, "la": true, "di": true, "da": true}

// readingTime recognises "1 minute read."
func readingTime(s string) bool {
	list := strings.Fields(strings.ToLower(strings.TrimRight(s, ".")))
	return len(list) == 3 && numeral(list[0]) && strings.HasPrefix(list[1], "min") && list[2] == "read"
}

// residue recognises what a button or a label of a page leaves behind.
func residue(s string) bool {
	if len(s) > 40 {
		return false
	}
	s = strings.ToLower(strings.Trim(s, " .:|»«›‹[]()"))
	return s == "" || len(s) == 1 || residues[s]
}

var residues = map[string]bool{
	"×": true, "✕": true, "close": true, "share": true, "print": true, "email": true, "save": true, "menu": true, "search": true,
	"advertisement": true, "ad": true, "anzeige": true, "skip to content": true, "skip to main content": true,
	"facebook": true, "twitter": true, "whatsapp": true, "linkedin": true, "comments": true, "listen": true,
	"copy link": true, "share this": true, "share this article": true, "read more": true, "follow us": true,
}

// A title has three to twenty-five words.
const (
	least = 3
	most  = 25
)

// headline takes the title: the first line before the first paragraph that is no sentence and neither too
// short nor too long. Where the text begins with its lead there is none, and none is made.
func (p *page) headline() {
	if p.title.Text != "" {
		return
	}
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.role != undecided {
			continue
		}
		if b.sentence() || b.words > most {
			return
		}
		if b.words >= least && !strings.HasSuffix(b.text, ".") && !strings.HasSuffix(b.text, ",") {
			p.entitle(b, at("line before the text without a final stop", b))
			return
		}
	}
}

// entitle makes b the title and sets later lines aside that only repeat it.
func (p *page) entitle(b *block, basis string) {
	p.title.Text, p.title.Basis = b.text, basis
	b.role = headline
	for i := range p.blocks {
		if o := &p.blocks[i]; o.role == undecided && o.words == b.words && folded(o.text) == folded(b.text) {
			o.drop("duplicate_title")
		}
	}
}
