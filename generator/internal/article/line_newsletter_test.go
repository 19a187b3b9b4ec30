package article

import "testing"

func TestNewsletter(t *testing.T) {
	t.Parallel()
	checkRule(t, "newsletter_form", []string{
		"Sign up for our newsletter", "Sign up for our morning harbour briefing",
		"Sign up for the evening edition and never miss a boat again this spring.", "Subscribe to our newsletter",
		"Get our newsletter", "Newsletter", "NEWSLETTER",
		"The stories that matter, every Friday at seven. Sign up for free.",
		"Get the harbour news delivered to your inbox every morning.", "You can unsubscribe at any time.",
		"By signing up you agree to our terms.", "Jetzt Newsletter abonnieren", "Newsletter bestellen", "뉴스레터 구독",
	}, []string{
		"The newsletter of the harbour was the first to report that the board would vote on the pier in spring.",
		"Sign up sheets were hung on the church door on Sunday, and by noon all of them were full of names.",
	})
}
