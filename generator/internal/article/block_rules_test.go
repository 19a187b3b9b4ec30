package article

import "testing"

// recognises checks a recogniser against lines that it must know and lines that it must not.
func recognises(t *testing.T, name string, knows func(*line) bool, yes, no []string) {
	t.Helper()
	for _, text := range yes {
		if !knows(under(text)) {
			t.Errorf("%s: %q is not known", name, text)
		}
	}
	for _, text := range no {
		if knows(under(text)) {
			t.Errorf("%s: %q is taken for one", name, text)
		}
	}
}

func TestBlockRulesBegin(t *testing.T) {
	t.Parallel()
	recognises(t, "letter", func(l *line) bool { return salutation(l.bare) },
		[]string{"Dear Reader,", "Dear readers!", "DEAR READER", "Dear subscriber:", "Liebe Leserinnen und Leser,", "Dear friend,", "독자 여러분"}, []string{"Dear Ida,", "Dear readers of the harbour news", "Reader"})
	recognises(t, "wall", func(l *line) bool { return paywall(l.lower) },
		[]string{"You’ve reached your limit of 3 free articles", "Already a subscriber? Log in", "Subscribe to read on", "This article is for subscribers only", "Jetzt weiterlesen mit dem Abo", "여기서부터는 유료 기사입니다",
			"The full text of this article is available to registered users only.", "You have 1 free article remaining this month.", "Sie haben noch 2 kostenlose Artikel in diesem Monat",
			"Dieser Inhalt ist Abonnenten vorbehalten", "이 기사는 유료 회원만 볼 수 있습니다.", "Sie möchten diesen Artikel lesen?", "Log in to continue"},
		[]string{"Subscribers wait", "The wall is high", "The ferry is open to registered users only", "She wrote three articles this month", "The story was left out"})
	recognises(t, "price", func(l *line) bool { return price(l.block) }, []string{"€3", "$9.99/month", "₩3,000 a month"}, []string{"They paid $5.", "3", "euros"})
	recognises(t, "list of other articles", func(l *line) bool { return related(l.bare) },
		[]string{"Related Content", "RELATED:", "Most read", "More from Politics", "Recommended for you", "Editor’s picks", "Mehr zum Thema", "Das könnte Sie auch interessieren", "관련기사", "많이 본 뉴스"},
		[]string{"Related parties", "Most of all", "More from the ferry than from the bridge was heard that day", "Popular songs"})
	recognises(t, "remark", remark,
		[]string{"Reply", "Ferryman says:", "You must be logged in to post a comment.", "Your email address will not be published.", "답글"}, []string{"He says: nothing", "The reply came late"})
	recognises(t, "field of a form", func(l *line) bool { return formField(l.bare) }, []string{"Your email address", "Enter your email", "E-Mail-Adresse"}, []string{"The address", "ida@ferry.example"})
	recognises(t, "button", func(l *line) bool { return submit(l.bare) }, []string{"SIGN UP", "Subscribe", "Alle akzeptieren", "구독하기"}, []string{"Sign", "Subscribe to peace"})
	recognises(t, "forwarded mail", forwarded, []string{"-----Original Message-----", "---------- Forwarded message ---------", "Begin forwarded message:", "-----Ursprüngliche Nachricht-----"},
		[]string{"Original message", "The forwarded message"})
}

func TestBlockRulesEnd(t *testing.T) {
	t.Parallel()
	checkArrangements(t, []arrangement{
		{"a letter ends where the article goes on", `
t | Island ferry to reopen in April
subscription_appeal | Dear Reader,
subscription_appeal | More people than ever are reading The Morning Ferry, and we thank them for it.
subscription_appeal | For $3 a month you get:
subscription_appeal | The evening edition
subscription_appeal | UPGRADE NOW FOR $3 PER MONTH
p | ` + boardVotes + `
p | ` + ticketsAre},
		{"a wall within an article takes its own lines", `
t | Island ferry to reopen in April
p | ` + boardVotes + `
paywall_notice | Subscribe now for €3
paywall_notice | Already subscribed? Log in
p | ` + ticketsAre + `
p | ` + stormTore},
		{"a pointer to one article within another", `
t | Island ferry to reopen in April
p | ` + boardVotes + `
related_content_heading | Read also:
related_content_tail | The bridge that nobody wants
p | ` + ticketsAre + `
p | ` + stormTore},
		{"two lists, and a paragraph between them", `
t | Island ferry to reopen in April
p | ` + boardVotes + `
p | ` + ticketsAre + `
related_content_heading | Most read
related_content_tail | The bridge that nobody wants
p | ` + stormTore + `
p | ` + firstBoat + `
related_content_heading | More from Harbour
related_content_tail | Rugby club to leave the mill
copyright_line | © 2019 Ferry Press
`},
		{"a banner without a sentence", `
cookie_notice | This website uses cookies
cookie_notice | Accept all
cookie_notice | Settings
 |
t | Island ferry to reopen in April
 |
p | ` + boardVotes + `
p | ` + ticketsAre},
		{"a form in the middle of paragraphs without blank lines", `
t | Island ferry to reopen in April
p | ` + boardVotes + `
newsletter_form | The harbour in your inbox
newsletter_form | Enter your email
newsletter_form | Sign up
p | ` + ticketsAre + `
p | ` + stormTore},
		{"remarks without a heading", `
t | Island ferry to reopen in April
p | ` + boardVotes + `
p | ` + ticketsAre + `
p | ` + stormTore + `
p | ` + firstBoat + `
comments | ferryman says:
comments | I have waited for this boat since the storm, and I still do not believe that it will come.
comments | islander says:
comments | The old pier was better, and everybody on the island knows it but the harbour board.
comments | captain says:
comments | Come aboard and see for yourselves, all of you, on the first Monday of April.
`},
		{"who wrote it, under a heading", `
t | Island ferry to reopen in April
p | ` + boardVotes + `
p | ` + ticketsAre + `
p | ` + stormTore + `
author_note | About Ida Brandt
author_note | Ida has been on the island since the war and knows each of its boats by name.
`},
		{"names of news between colons and columns are kept", `
t | Island ferry to reopen in April
p | ` + boardVotes + `
p | The chair of the board, Ida Brandt, said:
p | "Nobody got everything."
p | ` + ticketsAre},
	})
}
