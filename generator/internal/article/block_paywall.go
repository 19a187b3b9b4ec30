package article

import "strings"

// takeWall sets a paywall aside: to the end of the text, or, where the article goes on behind it, only its own
// lines.
func takeWall(p *page, at *line) int {
	if at.words > long || !paywall(at.lower) {
		return at.i
	}
	if !at.tail() {
		end := at.i + 1
		for end < len(p.blocks) && p.blocks[end].words <= long && (price(&p.blocks[end]) || paywall(newLine(&p.blocks[end], end).lower)) {
			end++
		}
		return p.dropRun(at.i, end, "paywall_notice")
	}
	end := len(p.blocks)
	from, to := end, end // of the table of prices
	for j := at.i; j < end; j++ {
		switch b := &p.blocks[j]; {
		case price(b) && from == end:
			from, to = max(at.i+1, j-1), j+1
		case price(b) && j-to < 5:
			to = j + 1
		case from == end && strings.Contains(strings.ToLower(beginning(b.text, much)), "included in"):
			from, to = j, j
		}
	}
	if to > from && to < end && containsAny(strings.ToLower(beginning(p.blocks[to].text, much)), renewals) {
		to++
	}
	p.dropRun(at.i, from, "paywall_notice")
	p.dropRun(from, to, "price_table")
	return p.dropRun(to, end, "subscription_features")
}

func paywall(lower string) bool { return containsAny(lower, walls) }

var walls = []string{
	"reached your limit", "free articles this month", "free articles left", "subscribe to read", "subscribe now",
	"already subscribed", "already a subscriber", "to continue reading", "to keep reading", "sign in to read",
	"log in to read", "article is for subscribers", "unlock this article", "subscribe to unlock", "register to read",
	"remaining free article", "{{", "only available to subscribers", "exclusively for subscribers", "continue reading with",
	"for subscribers only", "subscriber-only", "is for members only", "read the full story with", "jetzt weiterlesen mit",
	"sie möchten weiterlesen", "weiterlesen mit", "nur für abonnenten", "exklusiv für abonnenten",
	"mit einem abo weiterlesen", "bereits abonnent", "schon abonnent", "여기서부터는 유료", "유료 회원", "유료회원", "구독자 전용", "로그인 후 이용",
}

var renewals = []string{"renew", "cancel any", "billed", "kündbar"}

// price recognises a short line with an amount of money.
func price(b *block) bool {
	return b.words <= 8 && !b.stop && strings.ContainsAny(b.text, "$€£¥₹₩") && strings.ContainsAny(b.text, "0123456789")
}
