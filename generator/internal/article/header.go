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
		bare := *b
		bare.text = strings.TrimLeftFunc(b.text, invisible)
		if n := peel.find(p, &bare); n > 0 {
			p.peel(b, n+len(b.text)-len(bare.text), peel.reason)
		}
	}
}

// front gives the blocks between which title and byline stand: up to the first paragraph of the text, and not more
// than some before it, for before these are the menus of a page.
func (p *page) front() (from, to int) {
	const nearest, near = 45, 30
	to, _ = p.bestRun()
	if to < 0 {
		to = 0
		for to < len(p.blocks) && (p.blocks[to].role != undecided || !p.blocks[to].sentence()) {
			to++
		}
	}
	if to > nearest {
		from = to - near
	}
	return from, to
}

// legible is s without invisible characters, with plain blanks.
func legible(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return invisible(r) || r > 0x7f && unicode.IsSpace(r) }) < 0 {
		return s
	}
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case invisible(r):
			return -1
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, s))
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
	const farthest, summary = 30, 90
	from, to := p.front()
	begun, sentences, spoken := p.title.Text != "" && !p.entitledFrom(from), 0, 0
	for i := from; i < min(len(p.blocks), to+farthest); i++ {
		b := &p.blocks[i]
		if b.role == gone && spoken == 0 {
			p.droppedStamp(b)
		}
		begun = begun || b.role == headline
		if b.role != undecided {
			continue
		}
		if (b.sentence() || b.words > most) && !p.announced(b) && !stampedLine(b) {
			if i < to {
				continue
			}
			sentences, spoken = sentences+1, spoken+b.words
			if sentences > 2 || spoken > summary || !begun && !question(b) {
				return
			}
			begun = true
			continue
		}
		h := headLine{block: b, text: legible(b.text), at: i, begun: begun, behind: sentences > 0, far: from > 0}
		if reason := p.headerLine(h); reason != "" {
			b.drop(reason)
		} else if sentences == 0 && b.words >= least && !p.aside(b) {
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
	text   string // without what nobody sees
	at     int    // its place among the blocks
	begun  bool   // something that may be the title stands before it
	behind bool   // so does a sentence
	far    bool   // a long menu stands before it
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
