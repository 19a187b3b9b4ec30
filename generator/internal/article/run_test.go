package article

import (
	"strings"
	"testing"
)

func TestTeaser(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"Harbour Board Votes To Reopen The Island Ferry In April The board said on Monday that the boats would run again.": true,
		"The harbour board voted on Monday to reopen the island ferry.":                                                    false,
		"Ida Brandt and Jon van der Meer met in North Harbour.":                                                            false,
		"": false,
	} {
		if b := newBlock(1, 1, s); teaser(&b) != want {
			t.Errorf("%q", s)
		}
	}
}

func TestHeadingLike(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"Fares": true, "What happens next": true, "\"We waited\"": true, "3 things to know": true, "무엇이 달라지나": true, "◆ 다리냐 배냐": true,
		"": false, "and so on": false, "ida@ferry.example": false, "Fares,": false, "https://ferry.example": false, "12.5": false, "© Ferry": false, strings.Repeat("Word ", 20): false,
	} {
		if b := newBlock(1, 1, s); headingLike(&b) != want {
			t.Errorf("%q", s)
		}
	}
}

func TestRuns(t *testing.T) {
	t.Parallel()
	checkArrangements(t, []arrangement{
		{"the longer run is the article", `
outside_text | The Ferry Press is printed on the island by nine people and a dog called Anchor.
- | Harbour
- | Weather
- | Letters
t | Island ferry to reopen in April
p | ` + boardVotes + `
p | ` + ticketsAre + `
p | ` + stormTore},
		{"furniture does not cut an article in two", `
t | Island ferry to reopen in April
p | ` + boardVotes + `
advertisement | Advertisement
caption | Photo: Ida Brandt
read_more | Read more: The bridge that nobody wants
share_bar | Share
p | ` + ticketsAre},
		{"several short lines between paragraphs are no headings", `
t | Island ferry to reopen in April
p | ` + boardVotes + " " + stormTore + `
p | ` + ticketsAre + " " + firstBoat + `
short_line | Harbour
short_line | Weather
p | ` + stormTore + " " + boardVotes + `
p | ` + firstBoat + " " + ticketsAre},
		{"questions as headings among others", `
t | Island ferry to reopen in April
p | ` + boardVotes + `
h | Fares
p | ` + ticketsAre + `
h | Who tore the planks away?
p | ` + stormTore + `
h | What happens next
p | ` + firstBoat},
		{"questions of a conversation", `
t | Island ferry to reopen in April
p | Why was it closed?
p | ` + stormTore + `
p | And when does it open?
p | ` + firstBoat + `
p | At the old price?
p | ` + ticketsAre},
	})
}
