package article

import "testing"

func TestAppPromo(t *testing.T) {
	t.Parallel()
	checkRule(t, "app_promo", []string{
		"Clipped from ferry.example on 2 January 2024.", "Gespeichert mit der Leseliste",
		"Download our app", "Download the app for the latest news", "Get the Morning Ferry on the App Store",
		"Available on Google Play", "Open in app", "In der App öffnen", "앱 다운로드",
	}, []string{
		"The app was written by two islanders", "An app for the ferry",
	})
}
