package article

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// heads peels what a scraper or a page put before the text of the first line, piece by piece. What remains of
// the line is the title or the lead.
func (p *page) heads() {
	first := slices.IndexFunc(p.blocks, func(b block) bool { return b.role == undecided })
	if first < 0 || p.page {
		return
	}
	b := &p.blocks[first]
	for _, peel := range peelers {
		if b.role != undecided {
			return
		}
		if n := peel.find(p, b); n > 0 {
			p.peel(b, n, peel.reason)
		}
	}
}

// peeler finds how many bytes at the beginning of the first line are not of the article, and keeps what they say.
type peeler struct {
	reason string
	find   func(*page, *block) int
}

// header sets aside what stands between the beginning and the first paragraph and is neither: who wrote it, when,
// how long it takes to read, the buttons of a page. A summary of a sentence or two may stand between the title
// and the byline; behind it only lines count that can be nothing else.
func (p *page) header() {
	const farthest, summary = 60, 90
	begun, sentences, spoken := p.title.Text != "", 0, 0
	for i := range min(len(p.blocks), farthest) {
		b := &p.blocks[i]
		if b.role == gone && spoken == 0 {
			p.droppedStamp(b)
		}
		if b.role != undecided {
			continue
		}
		if (b.sentence() || b.words > most) && !p.announced(b) && !stampedLine(b) {
			sentences, spoken = sentences+1, spoken+b.words
			if sentences > 2 || spoken > summary || !begun && !question(b) {
				return
			}
			begun = true
			continue
		}
		h := headLine{b, i, begun, sentences > 0}
		if reason := p.headerLine(h); reason != "" {
			b.drop(reason)
		} else if sentences == 0 && b.words >= least {
			begun = true
		}
	}
}

// stampedLine reports sentences with nothing in them but dates: "First published on March 3, 2019. Updated on …".
func stampedLine(b *block) bool {
	if b.words > 20 {
		return false
	}
	list := stamps(b.text)
	if len(list) == 0 {
		return false
	}
	left, _ := beside(b.text, list)
	return strings.Trim(left, " |") == ""
}

// droppedStamp reads the date of a line that was set aside for what else it holds: "4 March 2019 · 2 min read · Share".
func (p *page) droppedStamp(b *block) {
	switch b.reason {
	case "reading_time", "age_line", "share_bar", "comment_count", "audio_player":
	default:
		return
	}
	if list := stamps(beginning(b.text, 160)); len(list) == 1 && list[0].start <= 30 && b.words <= 20 {
		_, tells := beside(beginning(b.text, 160), list)
		p.keepStamps(list, tells, at("timestamp", b))
	}
}

// announced reports a long line that may yet be a byline.
func (p *page) announced(b *block) bool {
	_, by := cutBy(beginning(b.text, 240))
	return by && b.words <= 30
}

// headLine is a line on trial.
type headLine struct {
	*block
	at     int  // its place among the blocks
	begun  bool // something that may be the title stands before it
	behind bool // so does a sentence
}

// headRule recognises a kind of line between title and text. It gives the reason for which the line is set aside,
// "" when it is of another kind, and keeps what the line states.
type headRule struct {
	name string
	read func(*page, headLine) string
}

func (p *page) headerLine(h headLine) string {
	if h.words > 40 || len(h.text) > 240 || h.heading || h.item && h.behind {
		return ""
	}
	for _, rule := range headRules {
		if reason := rule.read(p, h); reason != "" {
			return reason
		}
	}
	return ""
}

// at says where a value was found: "byline, line 4".
func at(what string, b *block) string { return fmt.Sprintf("%s, line %d", what, b.first) }

// cutWord cuts the first word off s, blanks before it included.
func cutWord(s string) (word, rest string) {
	s = strings.TrimLeftFunc(s, unicode.IsSpace)
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

// beginning is at most n bytes of s, cut between characters.
func beginning(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

func numeral(s string) bool {
	return strings.Trim(s, "+-.,0123456789%") == "" && strings.ContainsAny(s, "0123456789")
}
