package article

import "testing"

func TestNavigation(t *testing.T) {
	t.Parallel()
	checkRule(t, "navigation", []string{
		"Skip to main content", "Back to top", "Zur Startseite", "Log in", "Privacy Policy", "Terms of Use", "Contact us",
		"Impressum", "본문 바로가기", "기사 본문 바로가기", "로그인", "Privacy | Terms | Contact", "News | Sport | Harbour | Letters",
	}, []string{
		"The contact was lost at noon", "Privacy was the board's first concern, it said",
		"Mara Lindqvist | 4 March 2019 | 5 min",
	})
}
