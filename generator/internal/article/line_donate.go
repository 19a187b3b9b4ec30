package article

// donationAppeal recognises that a publisher asks for money.
func donationAppeal(l *line) bool {
	switch l.bare {
	case "donate", "donate now", "donate today", "support us", "make a donation", "contribute", "spenden", "jetzt spenden",
		"unterstützen sie uns", "후원", "후원하기", "후원 안내", "support independent journalism", "support our journalism":
		return true
	}
	if l.words > 80 {
		return false
	}
	return containsAny(l.lower, []string{
		"support our journalism", "support independent journalism", "support our work", "supporting our journalism",
		"fund our journalism", "our reader-supported", "make a tax-deductible", "please consider making a",
		"please consider donating", "please consider supporting", "please donate", "small favour to ask",
		"small favor to ask", "helped to fund", "help fund our", "your donation ", "donate to ",
		"unterstützen sie unsere arbeit", "unterstützen sie unseren journalismus", "mit ihrer spende", "후원해 주", "후원해주",
		"your gift keeps", "your gift will", "your contribution keeps", "nonprofit newsroom", "non-profit newsroom", "have a small favour", "have a small favor", "bitten um ihre unterstützung", "journalismus kostet geld",
	}) && (l.words <= long || beginsAny(l.lower, []string{"please ", "support ", "if you ", "we ", "help ", "you can ",
		"your ", "our ", "before you go", "as you ", "since you", "as you're", "now that you", "with your ", "at a time ", "unterstützen ", "wir ", "mit ihrer "}))
}
