package article

import "testing"

func TestDisclaimer(t *testing.T) {
	t.Parallel()
	checkRule(t, "publisher_disclaimer", []string{
		"Disclaimer: No Ferry Press journalist was involved", "DISCLAIMER",
		"The views expressed in this article are the author's own.", "Views expressed are personal.",
		"This story has been published from a wire agency feed without modifications to the text.",
		"(This story has not been edited by Ferry Press staff and is auto-generated from a syndicated feed.)",
		"(Except for the headline, this story has not been edited.)",
		"We may earn a commission when you buy through our links.", "Haftungsausschluss: ohne Gewähr",
	}, []string{
		"The views from the pier are the best on the island, a guide says.", "The opinions of the board differ",
	})
}
