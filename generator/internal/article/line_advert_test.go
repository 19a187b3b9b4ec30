package article

import "testing"

func TestAdvertisement(t *testing.T) {
	t.Parallel()
	checkRule(t, "advertisement", []string{
		"Advertisement", "ADVERTISEMENT", "- Advertisement -", "Advertisement ×", "Ad", "Sponsored", "Anzeige", "ANZEIGE",
		"Werbung", "광고", "[광고]", "Article continues below", "Story continues below advertisement",
		"Continue reading below",
	}, []string{
		"Advertisement of the bridge began in May.", "Anzeige gegen Unbekannt erstattet die Reederei nach dem Sturm",
		"Add the ferry to the list",
	})
}
