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

func paywall(lower string) bool { return containsAny(lower, walls) || restricted(lower) }

// restricted reports words that say who may read a text: "The full story is available to registered users only.",
// "You have 2 free articles remaining this month."
func restricted(lower string) bool {
	if !containsAny(lower, []string{"article", "story", "full text", "content", "artikel", "beitrag", "inhalt", "기사"}) {
		return false
	}
	if containsAny(lower, []string{"you have", "you've", "sie haben", "du hast", "left", "remaining", "verbleibend"}) &&
		containsAny(lower, []string{"free article", "free stor", "article left", "articles left", "article remaining", "articles remaining",
			"this month", "gratis-artikel", "kostenlose artikel", "kostenlosen artikel", "freie artikel", "freien artikel"}) {
		return !strings.Contains(lower, "\"")
	}
	return containsAny(lower, []string{"registered users", "registered readers", "subscribers only", "only for subscribers", "only to subscribers",
		"available to subscribers", "reserved for subscribers", "members only", "only for members", "only to members", "logged-in users",
		"registrierte nutzer", "registrierten nutzern", "registrierte leser", "nur mit abo", "abonnenten vorbehalten", "nur für mitglieder",
		"nur für registrierte", "유료 회원", "회원만", "구독자만", "로그인이 필요"})
}

var walls = []string{
	"reached your limit", "free articles this month", "free articles left", "subscribe to read", "subscribe now",
	"already subscribed", "already a subscriber", "to continue reading", "to keep reading", "sign in to read",
	"log in to read", "article is for subscribers", "unlock this article", "subscribe to unlock", "register to read",
	"remaining free article", "{{", "only available to subscribers", "exclusively for subscribers", "continue reading with",
	"for subscribers only", "subscriber-only", "is for members only", "read the full story with", "jetzt weiterlesen mit",
	"sie möchten weiterlesen", "weiterlesen mit", "nur für abonnenten", "exklusiv für abonnenten",
	"mit einem abo weiterlesen", "to read the rest of this", "to read this article in full", "to read the full article", "want to read more?",
	"this is a premium article", "this article is premium", "sign in to continue", "log in to continue", "register to continue", "create an account to read",
	"sie möchten diesen artikel lesen", "diesen artikel weiterlesen", "um weiterzulesen", "melden sie sich an, um", "sie haben bereits ein abo", "bereits abonnent", "schon abonnent", "여기서부터는 유료", "유료 회원", "유료회원", "구독자 전용", "로그인 후 이용",
}

var renewals = []string{"renew", "cancel any", "billed", "kündbar"}

// price recognises a short line with an amount of money.
func price(b *block) bool {
	return b.words <= 8 && !b.stop && strings.ContainsAny(b.text, "$€£¥₹₩") && strings.ContainsAny(b.text, "0123456789")
}
