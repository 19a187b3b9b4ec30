package article

import (
	"slices"
	"strings"
	"unicode"
)

// blockRule recognises where a piece of furniture begins that runs over several blocks, and sets it aside. It
// returns the block to go on with; at.i says that there is none of its kind here.
type blockRule struct {
	name string
	take func(p *page, at *line) int
}

// lineRule recognises one block of furniture by what it says. cost is what such a block takes from a run of
// paragraphs that it stands in: nothing for a caption, much for what only comes where an article has ended.
type lineRule struct {
	reason string
	cost   int
	match  func(l *line) bool
}

// line is a block as the rules read it.
type line struct {
	*block
	i             int    // number of the block
	head          string // its beginning: plain blanks, straight apostrophes, nothing invisible
	lower         string // head in lower case
	bare          string // lower without punctuation and ornaments around it
	before, after int    // words of prose before and after it
	run           int    // the best run of paragraphs that ended before it
}

// much is how many bytes at the beginning of a block the rules read.
const much = 300

func newLine(b *block, i int) *line {
	l := &line{block: b, i: i, head: strings.TrimSpace(plain(beginning(b.text, much)))}
	l.lower = strings.ToLower(l.head)
	l.bare = strings.TrimFunc(l.lower, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return l
}

// whole reports whether lower holds the whole block.
func (l *line) whole() bool { return len(l.text) <= much }

// plain folds what looks alike: kinds of blanks, of quotation marks, and invisible characters.
func plain(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case invisible(r):
			return -1
		case r == '’' || r == '‘':
			return '\''
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, s)
}

// notices sets aside what speaks of the web site and not of the news, by the block rules and line rules.
func (p *page) notices() {
	before := p.proseBefore()
	all, sum, best := before[len(p.blocks)], 0, 0
	for i := 0; i < len(p.blocks); {
		b := &p.blocks[i]
		if b.role != undecided {
			i++
			continue
		}
		l := newLine(b, i)
		l.before, l.after, l.run = before[i], all-before[i+1], best
		next := p.furniture(l)
		for ; i < next; i++ {
			sum = max(0, sum+gain(&p.blocks[i]))
			best = max(best, sum)
		}
	}
}

// furniture applies the rules to one block and returns the block to go on with.
func (p *page) furniture(l *line) int {
	for _, r := range blockRules {
		if next := r.take(p, l); next > l.i {
			return next
		}
	}
	if r := matching(l); r != nil && !(ambiguous(l.bare) && p.between(l.i)) {
		l.drop(r.reason)
		l.cost = r.cost
	}
	return l.i + 1
}

// ambiguous recognises links of a site that are as good as headings of an article. Between two paragraphs they are
// headings.
func ambiguous(bare string) bool {
	switch bare {
	case "summary", "discussion", "responses", "comments", "comment", "jobs", "help", "legal", "press", "archive", "archives",
		"careers", "accessibility", "contact", "contacts", "feedback", "membership", "recommended", "key events", "key moments",
		"privacy", "terms", "cookies", "about", "next", "more", "karriere", "kontakt", "hilfe", "themen", "topics", "sources":
		return true
	}
	return false
}

// between reports whether block i stands between two paragraphs of some length.
func (p *page) between(i int) bool {
	if i == 0 || i+1 >= len(p.blocks) {
		return false
	}
	a, b := &p.blocks[i-1], &p.blocks[i+1]
	return a.role == undecided && b.role == undecided && a.sentence() && b.sentence() && a.words+b.words >= 3*long
}

// matching is the first line rule that knows a block, or nil.
func matching(l *line) *lineRule {
	for i := range lineRules {
		if lineRules[i].match(l) {
			return &lineRules[i]
		}
	}
	return nil
}

// proseBefore counts the words of paragraphs before each block, and of all at the end.
func (p *page) proseBefore() []int {
	out := make([]int, len(p.blocks)+1)
	for i := range p.blocks {
		out[i+1] = out[i]
		if b := &p.blocks[i]; b.role == body || b.role == undecided && b.sentence() {
			out[i+1] += b.words
		}
	}
	return out
}

// tail reports whether less prose follows than came before.
func (l *line) tail() bool { return l.before > 0 && l.before >= l.after }

// dropRun sets blocks from i up to end aside and returns end.
func (p *page) dropRun(i, end int, reason string) int {
	for ; i < end; i++ {
		if p.blocks[i].role == undecided {
			p.blocks[i].drop(reason)
		}
	}
	return end
}

// adjoining reports whether block i+1 follows block i without a blank line. Of a page nobody knows.
func (p *page) adjoining(i int) bool {
	return !p.page && i >= 0 && i+1 < len(p.blocks) && p.blocks[i+1].first <= p.blocks[i].last+1
}

func containsAny(s string, phrases []string) bool {
	return slices.ContainsFunc(phrases, func(phrase string) bool { return strings.Contains(s, phrase) })
}

func beginsAny(s string, phrases []string) bool {
	return slices.ContainsFunc(phrases, func(phrase string) bool { return strings.HasPrefix(s, phrase) })
}

// unpunctuated splits s into words without the punctuation around them.
func unpunctuated(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '-' })
}
