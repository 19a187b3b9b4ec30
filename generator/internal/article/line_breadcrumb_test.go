package article

import "testing"

func TestBreadcrumb(t *testing.T) {
	t.Parallel()
	checkRule(t, "breadcrumb", []string{
		"Home > World > Asia", "Home » News » Harbour", "Home / News / Harbour", "Startseite › Lokales", "News > Harbour",
		"홈 > 사회", "World > Asia > Islands", "You are here: Home",
	}, []string{
		"Home", "The price rose from 3 > 4 crowns.", "Either / or", "and/or",
	})
}
