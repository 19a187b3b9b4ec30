package article

import "testing"

func TestAuthorNote(t *testing.T) {
	t.Parallel()
	checkRule(t, "author_note", []string{
		"Ida Brandt is a reporter in North Harbour.", "Ida Brandt is the harbour correspondent of The Morning Ferry.", "Ida Brandt covers the islands for The Morning Ferry.",
		"Jon van der Meer writes about boats.", "Reach Jon Meer at 555-0100.", "Ida Brandt can be reached at ida@ferry.example", "The author is a professor of law.", "About the author", "Ida Brandt ist Redakteurin der Hafenpost.",
		"ida@ferry.example", "Ida Brandt ida@ferry.example", "윤재필 기자 jpyoon@ferry.example",
	}, []string{
		"Ida Brandt is a friend of the harbour master.", "Ida Brandt waited.", "Reach the harbour at 555-0100 before noon.", "Reach for the stars at 5 p.m.", "He is a reporter in North Harbour.", "Write to ida@ferry.example before the end of the month, the board said.",
	})
	for _, text := range []string{"Ida Brandt is a reporter in North Harbour.", "About the author"} {
		if got := reasonOf(over(text)); got != "" {
			t.Errorf("above the article %q is taken as %q", text, got)
		}
	}
}
