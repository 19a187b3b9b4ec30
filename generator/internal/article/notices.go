package article

import (
	"slices"
	"strings"
)

// notices sets aside what speaks of the web site and not of the news: letters to readers, paywalls, lists of
// other articles, disclaimers, credits at the end.
func (p *page) notices() {
	before := make([]int, len(p.blocks)+1) // words of prose before each block
	for i := range p.blocks {
		before[i+1] = before[i]
		if b := &p.blocks[i]; b.role == undecided && b.sentence() {
			before[i+1] += b.words
		}
	}
	for i := 0; i < len(p.blocks); i++ {
		b := &p.blocks[i]
		if b.role != undecided {
			continue
		}
		so, all := before[i], before[len(p.blocks)]
		tail := so > 0 && so >= all-so // less prose follows than came before
		lower := strings.ToLower(beginning(b.text, 300))
		switch {
		case notice(b, lower) != "":
			b.drop(notice(b, lower))
		case salutation(lower):
			i = p.letter(i)
		case b.words <= long && paywall(lower):
			i = p.wall(i, tail)
		case related(lower):
			i = p.links(i, so > 0, tail)
		}
	}
}

// notice recognises single lines by how they begin.
func notice(b *block, lower string) string {
	switch {
	case strings.HasPrefix(lower, "disclaimer:"):
		return "publisher_disclaimer"
	case strings.HasPrefix(lower, "(reporting by "), strings.HasPrefix(lower, "(editing by "),
		strings.HasPrefix(lower, "reporting by ") && strings.Contains(lower, "editing by "):
		return "credit_line"
	case b.words < long && (strings.HasPrefix(lower, "©") || strings.HasPrefix(lower, "copyright ") ||
		strings.Contains(lower, "all rights reserved")):
		return "copyright_line"
	}
	return ""
}

func salutation(lower string) bool {
	lower = strings.TrimRight(lower, ",:! ")
	return lower == "dear reader" || lower == "dear readers" || lower == "dear subscriber"
}

// letter sets aside a letter to readers from its salutation to the last line that asks for something. It
// ends where the second paragraph without an appeal stands. It returns the last block it took.
func (p *page) letter(i int) int {
	last, strangers := i, 0
	for j := i + 1; j < len(p.blocks) && strangers < 2; j++ {
		b := &p.blocks[j]
		if b.role != undecided {
			continue
		}
		switch {
		case containsAny(strings.ToLower(beginning(b.text, 1000)), appeals):
			last, strangers = j, 0
		case b.sentence():
			strangers++
		}
	}
	return p.dropRun(i, last+1, "subscription_appeal")
}

var appeals = []string{
	"subscri", "reader", "thank you", "a month", "per month", "upgrade", "donat", "support us", "support our",
	"sign up", "show me later", "show it again", "partner", "paywall", "member", "help us",
}

func paywall(lower string) bool { return containsAny(lower, walls) }

var walls = []string{
	"reached your limit", "free articles this month", "free articles left", "subscribe to read", "subscribe now",
	"already subscribed", "already a subscriber", "to continue reading", "to keep reading", "sign in to read",
	"log in to read", "article is for subscribers", "unlock this article", "subscribe to unlock",
	"register to read", "remaining free article", "{{", "여기서부터는 유료",
}

// wall sets a paywall aside: to the end of the text, or, where the article goes on behind it, only its own
// lines. It returns the last block it took.
func (p *page) wall(i int, tail bool) int {
	if !tail {
		end := i + 1
		for end < len(p.blocks) && p.blocks[end].words <= long && (price(&p.blocks[end]) ||
			paywall(strings.ToLower(beginning(p.blocks[end].text, 300)))) {
			end++
		}
		return p.dropRun(i, end, "paywall_notice")
	}
	end := len(p.blocks)
	from, to := end, end // of the table of prices
	for j := i; j < end; j++ {
		switch b := &p.blocks[j]; {
		case price(b) && from == end:
			from, to = max(i+1, j-1), j+1
		case price(b) && j-to < 5:
			to = j + 1
		case strings.Contains(strings.ToLower(beginning(b.text, 300)), "included in") && from == end:
			from, to = j, j
		}
	}
	if to > from && to < end && containsAny(strings.ToLower(beginning(p.blocks[to].text, 300)), renewals) {
		to++
	}
	p.dropRun(i, from, "paywall_notice")
	p.dropRun(from, to, "price_table")
	return p.dropRun(to, end, "subscription_features")
}

var renewals = []string{"renew", "cancel any", "billed"}

// price recognises a short line with an amount of money.
func price(b *block) bool {
	return b.words <= 8 && !b.stop && strings.ContainsAny(b.text, "$€£¥₹₩") && strings.ContainsAny(b.text, "0123456789")
}

func related(lower string) bool {
	lower = strings.Trim(lower, " .:›»>")
	return relations[lower] || len(lower) < 40 && strings.HasPrefix(lower, "more from ")
}

var relations = map[string]bool{
	"related": true, "related content": true, "related articles": true, "related article": true, "related stories": true,
	"related news": true, "related posts": true, "related topics": true, "related coverage": true,
	"read also": true, "also read": true, "read next": true, "more on this": true, "more on this story": true,
	"more stories": true, "most read": true, "most popular": true, "recommended": true, "recommended for you": true,
	"you may also like": true, "you might also like": true, "trending": true, "editor's picks": true,
	"latest news": true, "관련기사": true, "관련 기사": true, "mehr zum thema": true, "lesen sie auch": true,
}

// links sets aside a list of other articles: to the end of the text, or, within an article, up to its next
// paragraph. Before the article only the heading goes, for what follows may be its title.
func (p *page) links(i int, begun, tail bool) int {
	end := i + 1
	for begun && end < len(p.blocks) && (tail || !p.blocks[end].sentence()) {
		end++
	}
	p.dropRun(i, i+1, "related_content_heading")
	return p.dropRun(i+1, end, "related_content_tail")
}

// dropRun sets blocks from i up to end aside and returns the last.
func (p *page) dropRun(i, end int, reason string) int {
	for ; i < end; i++ {
		if p.blocks[i].role == undecided {
			p.blocks[i].drop(reason)
		}
	}
	return end - 1
}

func containsAny(s string, phrases []string) bool {
	return slices.ContainsFunc(phrases, func(phrase string) bool { return strings.Contains(s, phrase) })
}
