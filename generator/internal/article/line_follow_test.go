package article

import "testing"

func TestFollowAppeal(t *testing.T) {
	t.Parallel()
	checkRule(t, "follow_appeal", []string{
		"Follow her on Twitter @idabrandt", "Follow us", "Follow us on Facebook and Instagram",
		"Follow the Morning Ferry on social media", "You can follow Ida Brandt on Twitter at @idabrandt.",
		"Find us on Facebook", "Folgen Sie uns auf Instagram",
	}, []string{
		"Follow the money", "Follow the harbour road to the pier", "Find us a ferry",
	})
}
