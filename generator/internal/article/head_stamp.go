package article

import (
	"slices"
	"strings"
)

// stampLine recognises a line with a full date and nothing but a clock, an age, an agency, a section or a name.
func stampLine(p *page, h headLine) string {
	list := stamps(h.text)
	if len(list) == 0 {
		return ageLine(h)
	}
	left, tells := beside(h.text, list)
	if h.behind && strings.Trim(left, " |") != "" {
		if _, by := cutBy(strings.TrimLeft(left, " |")); !by {
			return ""
		}
	}
	reason, what := p.stampCredit(h, strings.Trim(left, " |"))
	if reason != "" {
		before := len(p.dates)
		p.keepStamps(list, tells, at(what, h.block))
		if !h.begun && reason == "timestamp_line" && len(list) == 1 && tells[0] == tellNothing && p.title.Text == "" {
			p.above, p.dates = append(p.above, p.dates[before:]...), p.dates[:before]
		}
	}
	return reason
}

// stampCredit judges what a line holds besides its dates. Only when the text has begun can a date stand beside a
// bare name: before, two words in capitals and a date are a title.
func (p *page) stampCredit(h headLine, left string) (reason, what string) {
	if left == "" {
		return "timestamp_line", "timestamp"
	}
	if name, ok := domain(left); ok {
		p.keepDomain(name, at("domain", h.block))
		return "publisher_date_line", "timestamp"
	}
	c := readCredit(beforeCount(left))
	bare := !c.by && len(c.names) > 0
	switch {
	case c.strangers > 0:
		return p.stampStranger(h, c, left)
	case bare && !c.title && (!h.begun || h.far && strings.Count(left, "|") == 0 && words(left) > 3 || p.speaksOf(c.names[0])):
		return "", ""
	}
	p.keepCredit(c, h.block)
	switch {
	case len(c.names) > 0, c.nobody:
		return "byline_timestamp_line", "byline"
	case len(c.agencies) > 0:
		return "agency_date_line", "agency line"
	case len(c.publishers) > 0:
		return "publisher_date_line", "publisher line"
	}
	return "timestamp_line", "timestamp"
}

// beforeCount is what stands before the number of comments, behind which the tags stand: "Mara Lindqvist 0 Comments ferry".
func beforeCount(s string) string {
	for _, word := range [...]string{" Comments", " Comment"} {
		before, _, ok := strings.Cut(s, word)
		bare := strings.TrimRight(before, "0123456789")
		if name := strings.TrimRight(bare, " |-–—"); ok && bare != before && person(name) {
			return name
		}
	}
	return s
}

// stampStranger judges a line with a date and words of which nothing is known: after a name they may be the
// publisher's, and a few words below the title do no harm.
func (p *page) stampStranger(h headLine, c credit, left string) (reason, what string) {
	switch {
	case c.lower || !h.begun:
		return "", ""
	case len(c.names) > 0 && c.strangers == 1 && words(left) <= 12 && !p.speaksOf(c.names[0]):
		p.keepCredit(c, h.block)
		p.hints = append(p.hints, found{c.unknown[0], at("byline", h.block)})
		return "byline_timestamp_line", "byline"
	case words(left) <= 3:
		return "timestamp_line", "timestamp"
	}
	return "", ""
}

// keepCredit keeps the names of a line that was recognised.
func (p *page) keepCredit(c credit, b *block) {
	what := "byline"
	switch {
	case len(c.names) > 0 || c.by:
	case len(c.agencies) > 0:
		what = "agency line"
	default:
		what = "publisher line"
	}
	for _, name := range c.agencies {
		p.agencies = append(p.agencies, found{name, at(what, b)})
	}
	for _, name := range c.publishers {
		p.publisher = append(p.publisher, found{name, at(what, b)})
	}
	for _, name := range c.names {
		p.bylines = append(p.bylines, found{name, at(what, b)})
	}
}

// keepStamps files dates under what the words beside them say.
func (p *page) keepStamps(list []stamp, tells []telling, basis string) {
	for i, s := range list {
		if tells[i] == tellElsewhere {
			continue
		}
		if s.mismatch() {
			p.doubt(FlagWeekdayMismatch)
		}
		if s.order != unproven && !slices.Contains(p.orders, s.order) {
			p.orders = append(p.orders, s.order)
		}
		p.keepDate(stamped{s, tells[i] == tellUpdated, basis})
	}
}

// keepDate keeps a date; one that may be read in two ways waits for what else the text tells.
func (p *page) keepDate(s stamped) {
	switch {
	case s.unclear():
		if len(p.unclear) < plenty {
			p.unclear = append(p.unclear, s)
		}
	case s.update:
		p.updates = append(p.updates, found{s.String(), s.basis})
	default:
		p.dates = append(p.dates, found{s.String(), s.basis})
	}
}

// beside is what a line holds besides dates, clocks, ages and fillers, a stroke wherever something was left out,
// and what its words tell of each date.
func beside(line string, list []stamp) (left string, tells []telling) {
	var kept []string
	from := 0
	for _, s := range list {
		rest, tell, _ := sift(line[from:s.start])
		kept = append(kept, rest)
		tells = append(tells, tell)
		from = s.end
	}
	rest, tell, again := sift(line[from:])
	kept = append(kept, rest)
	if last := len(tells) - 1; tells[last] == tellNothing && tell == tellUpdated && !again {
		tells[last] = tellUpdated // "4 March 2019 (updated)", but not "4 March 2019, updated 10:15"
	}
	return strings.Join(kept, " | "), tells
}

// sift takes clocks, ages, weekdays and what words tell of a date out of a piece of a line. again reports a clock or
// an age behind the last telling word.
func sift(s string) (left string, tell telling, again bool) {
	list := strings.Fields(s)
	var kept []string
	for i := 0; i < len(list); i++ {
		bare := strings.Trim(list[i], ",;:|.()[]<>-–—·•/\u00a0")
		word := strings.ToLower(bare)
		_, day := weekday(word)
		t := tellingOf(word)
		if t == tellFiller && word != bare && (word == "the" || word == "online" || word == "print" || word == "and" || word == "of") ||
			word == "by" || word == "edited" && i+1 < len(list) && strings.EqualFold(strings.TrimRight(list[i+1], ":"), "by") || t == tellUpdated && word == "mis" && i+1 < len(list) && list[i+1] != "à" {
			t, day = tellNothing, false
		}
		n := ago(list[i:])
		switch {
		case n > 0:
			again = true
			kept = append(kept, "|")
			i += n - 1
		case word == "" || day || t == tellFiller || offset(word):
			kept = append(kept, "|")
		case clock(word):
			again = true
			kept = append(kept, "|")
		case t != tellNothing:
			tell, again = t, false
			kept = append(kept, "|")
		default:
			kept = append(kept, strings.Trim(list[i], ";|<>"))
		}
	}
	left = strings.Join(kept, " ")
	for strings.Contains(left, "| |") {
		left = strings.ReplaceAll(left, "| |", "|")
	}
	return left, tell, again
}

// ago is how many words at the start say how long ago something was: "56 seconds ago", "vor 3 Stunden", "3시간 전".
func ago(list []string) int {
	word := func(i int) string {
		if i < len(list) {
			return strings.ToLower(strings.Trim(list[i], ",;:|.()[]-–—·•"))
		}
		return ""
	}
	some := func(s string) bool { return numeral(s) || s == "a" || s == "an" || s == "one" }
	switch {
	case some(word(0)) && word(2) == "ago":
		return 3
	case numeral(strings.TrimRight(word(0), "hmd")) && word(1) == "ago":
		return 2
	case word(0) == "vor" && (some(word(1)) || word(1) == "einer" || word(1) == "einem") && word(2) != "":
		return 3
	case word(0) == "il" && word(1) == "y" && word(2) == "a" && some(word(3)):
		return 5
	case word(1) == "전" && numeral(strings.TrimRight(word(0), "시간분일")):
		return 2
	}
	return 0
}

// ageLine recognises a line that only says how long ago it was written. That gives no date.
func ageLine(h headLine) string {
	if lower := strings.ToLower(h.text); strings.HasPrefix(lower, "this article is more than ") || strings.HasPrefix(lower, "dieser artikel ist älter als ") ||
		strings.HasPrefix(lower, "this story is more than ") {
		return "age_line"
	}
	if h.words > 8 {
		return ""
	}
	left, _, again := sift(h.text)
	if !again || strings.Trim(left, " |") != "" {
		return ""
	}
	return "timestamp_line"
}

// clock recognises "06:07", "3:21pm", "06:07:30", "6.07pm", "10am", "10h30".
func clock(s string) bool {
	bare := strings.TrimSuffix(strings.TrimSuffix(s, "pm"), "am")
	switch digits := strings.Trim(bare, "0123456789:."); {
	case bare != s && bare != "" && digits == "":
		return len(bare) <= 8
	case digits == "" && strings.Contains(bare, ":"):
		return len(bare) >= 4 && len(bare) <= 12
	case digits == "" && strings.Count(bare, ".") == 1: // "16.05"
		hour, minute, _ := strings.Cut(bare, ".")
		return len(minute) == 2 && len(hour) >= 1 && len(hour) <= 2 && hour <= "24" && minute < "60"
	}
	hour, minute, ok := strings.Cut(s, "h")
	return ok && hour != "" && len(hour) <= 2 && len(minute) <= 2 && strings.Trim(hour+minute, "0123456789") == ""
}

// offset recognises "+0900", "09:15:00+09:00", "GMT+9".
func offset(s string) bool {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "gmt"), "utc")
	return len(s) >= 2 && len(s) <= 16 && strings.ContainsAny(s, "+-") && strings.Trim(s, "0123456789:.+-z") == "" && strings.ContainsAny(s, "0123456789")
}
