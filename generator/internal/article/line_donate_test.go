package article

import "testing"

func TestDonationAppeal(t *testing.T) {
	t.Parallel()
	checkRule(t, "donation_appeal", []string{
		"Donate", "Donate now", "Support us", "Support our journalism",
		"Support independent journalism with a gift of three crowns.",
		"Please consider making a donation to keep the ferry news free.", "Jetzt spenden",
		"Unterstützen Sie unsere Arbeit mit einer Spende", "후원하기",
	}, []string{
		"Support us or leave us, the islanders told the board", "Donated blood was brought by the ferry",
	})
}
