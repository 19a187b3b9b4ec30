package article

import "testing"

func TestSubscriptionOffer(t *testing.T) {
	t.Parallel()
	checkRule(t, "subscription_offer", []string{
		"Subscribe", "SUBSCRIBE", "Jetzt abonnieren", "Start your free trial", "Become a member today", "Subscribe to the Morning Ferry for just $4 a month!", "Try 3 months for €1",
		"Unlimited digital access for a month", "구독", "구독하기", "기자 구독",
	}, []string{
		"Subscribers wait for the boat", "Members of the board",
	})
}
