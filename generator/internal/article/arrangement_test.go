package article

// An arrangement is a text with what each line of it is to be, before a bar:
//
//	p     a paragraph, or the beginning of one; "+" goes on with it
//	h     a heading
//	t     the title
//	-     anything but these, for other rules to decide
//	word  set aside, with this reason
type arrangement struct{ name, lines string }

const (
	boardVotes = "The harbour board voted on Monday to reopen the island ferry after a winter of repairs."
	ticketsAre = "Tickets stay at the old price, and islanders will travel free of charge on the first three days."
	stormTore  = "The old pier had been closed since the storm of last November tore away its planks."
	firstBoat  = "The first boat leaves at eight on Monday, weather and tide permitting, from the new pier."
)

var arrangements = []arrangement{
	{"a cookie banner on top", `
cookie_notice | We value your privacy
cookie_notice | We and our 84 partners store and/or access information on a device, such as cookies, and process personal data. You may agree or change your mind before you agree.
cookie_notice | More options
cookie_notice | Agree
 |
t | Island ferry to reopen in April
 |
p | ` + boardVotes + `
 |
p | ` + ticketsAre},
	{"a share bar, a reading time, a player", `
t | Island ferry to reopen in April
share_bar | Share on Facebook | Twitter | Email
reading_time | 4 min read
audio_player | Listen to this article
 |
p | ` + boardVotes + `
 |
share_bar | Facebook Twitter WhatsApp
 |
p | ` + ticketsAre + `
comment_count | 12 Comments
- | Tags: ferry, harbour
`},
	{"pointers, advertisements and captions between paragraphs", `
t | Island ferry to reopen in April
 |
caption | (Photo: Ida Brandt)
p | ` + boardVotes + `
advertisement | ADVERTISEMENT
p | ` + ticketsAre + `
read_more | READ ALSO: The bridge that nobody wants
p | ` + stormTore + `
caption | Islanders queue on the pier on Monday. (Photograph by Ida Brandt)
p | ` + firstBoat},
	{"a breadcrumb, menus, a list of what others read above the article", `
navigation | Skip to main content
- | News
- | Sport
navigation | Log in
breadcrumb | Home > News > Harbour
related_content_heading | Most read
related_content_tail | Bus driver praised after bridge rescue
related_content_tail | Rugby club to leave the mill after 91 years
 |
t | Island ferry to reopen in April
 |
p | ` + boardVotes + `
 |
p | ` + ticketsAre},
	{"a list of what others read within the article", `
t | Island ferry to reopen in April
 |
p | ` + boardVotes + `
 |
p | ` + ticketsAre + `
 |
related_content_heading | Most read
related_content_tail | 1 Bus driver praised after bridge rescue
related_content_tail | 2 Rugby club to leave the mill after 91 years
 |
p | ` + stormTore + `
 |
p | ` + firstBoat},
	{"a list of other articles with a line about each, after the article", `
t | Island ferry to reopen in April
 |
p | ` + boardVotes + `
p | ` + ticketsAre + `
p | ` + stormTore + `
 |
related_content_heading | Recommended for you
related_content_tail | Bus driver praised after bridge rescue
related_content_tail | A driver who pulled three children from the river was thanked by the council on Friday.
related_content_tail | Rugby club to leave the mill
related_content_tail | After ninety-one years the club has to find new ground by the end of the season.
`},
	{"a live report", `
t | Flooding in the valley: as it happened
entry_time | LIVE
 |
entry_time | 18.42
p | ` + boardVotes + `
 |
entry_time | 17:55 GMT
p | ` + ticketsAre + `
 |
entry_time | 4.30pm
p | The pier holds.
 |
entry_time | 14:05
p | ` + firstBoat + `
entry_time | This live blog is now closed.
reader_appeal | Share your pictures with us: pictures@ferry.example
`},
	{"crossheads", `
t | Island ferry to reopen in April
 |
p | ` + boardVotes + `
 |
h | Fares
 |
p | ` + ticketsAre + `
h | "We waited long enough"
p | ` + stormTore + `
h | What happens next
advertisement | Advertisement
p | ` + firstBoat},
	{"headings that a site has for links", `
t | Island ferry to reopen in April
 |
p | ` + boardVotes + " " + ticketsAre + `
 |
h | Summary
 |
p | ` + stormTore + " " + firstBoat + `
 |
h | Jobs
 |
p | ` + ticketsAre + " " + firstBoat + `
navigation | Jobs
navigation | Help
`},
	{"lists", `
t | Island ferry to reopen in April
 |
p | ` + boardVotes + `
 |
p | The main changes are:
 |
p | - free travel for children
p | - no cash on board
p | • a new pier
 |
p | ` + ticketsAre + `
p | 1. The board votes
p | 2. The council votes
p | (3) The minister signs
p | ` + firstBoat + `
p | - and nobody pays on Sundays
`},
	{"a list without bullets under a colon", `
t | Island ferry to reopen in April
 |
p | ` + boardVotes + `
p | The new fares are:
p | Adults three crowns
p | Children one crown
p | Dogs nothing
p | ` + ticketsAre},
	{"dialogue, questions and answers", `
t | Island ferry to reopen in April
 |
p | "We waited long enough," she said.
p | ` + boardVotes + `
p | "No," he said.
p | Why?
p | Q: Why was the pier closed?
p | A: Because of the storm.
p | Nobody spoke.
p | ` + firstBoat + `
p | He was 84.
`},
	{"a stub that ends in a paywall", `
t | Island ferry to reopen in April
 |
p | ` + boardVotes + `
 |
p | ` + ticketsAre + `
 |
paywall_notice | This article is for subscribers only
paywall_notice | Already a subscriber? Log in
price_table | Monthly
price_table | €3
subscription_features | Daily crossword and puzzle archive
subscription_features | The weekend magazine, delivered to your door by the first boat of the day.
`},
	{"a box with a letter to send, the author, a copyright", `
t | Island ferry to reopen in April
 |
p | ` + boardVotes + `
 |
newsletter_form | Get the harbour briefing
newsletter_form | The stories that matter, every Friday at seven. Sign up for free.
newsletter_form | Your email address
newsletter_form | SIGN UP
 |
p | ` + ticketsAre + `
p | ` + stormTore + `
 |
author_note | Ida Brandt is a reporter in North Harbour. She has covered the islands since the war.
follow_appeal | Follow her on Twitter @idabrandt
copyright_line | © 2019 Ferry Press. All rights reserved.
`},
	{"how an agency and its customers sign off", `
t | Island ferry to reopen in April
 |
p | ` + boardVotes + `
 |
p | ` + ticketsAre + `
 |
editors_note | Editor's note: The pier was 40 metres long when this was written, and not 50 as first given.
credit_line | (Reporting by Ida Brandt; Editing by Jon Meer)
credit_line | ENDS
publisher_disclaimer | This story has been published from a wire agency feed without modifications to the text.
donation_appeal | Support our journalism
app_promo | Download our app
`},
	{"comments", `
t | Island ferry to reopen in April
 |
p | ` + boardVotes + `
p | ` + ticketsAre + `
p | ` + stormTore + `
p | ` + firstBoat + `
comments | 2 Comments
comments | Leave a reply
comments | Ferryman
comments | I have waited for this boat since the storm, and I still do not believe that it will come.
comments | Reply
comments | Islander
comments | The old pier was better, and everybody on the island knows it but the harbour board.
comments | Reply
`},
	{"a heading of comments and nothing that readers wrote", `
t | Island ferry to reopen in April
comment_count | 2 Comments
p | ` + boardVotes + `
p | ` + ticketsAre + `
comment_count | Comments
p | ` + stormTore},
	{"a wrapped mail", `
- | From: desk@ferry.example
- | Sent: Monday, March 4, 2019 8:12 AM
- | To: readers@ferry.example
 |
mail_note | For the file. K.
 |
mail_header | -----Original Message-----
 |
t | Island ferry to reopen in April
 |
p | The harbour board voted on Monday evening to reopen the
+ | island ferry after a winter of repairs to the pier and to
+ | the two boats.
p | Tickets stay at the old price, and islanders will travel
+ | free of charge on the first three days, as they did in the
+ | year before the storm:
p | - on weekdays
p | - on Sundays
 |
p | The crossing will run twice a day from the first week of
+ | April, said the board, weather and tide permitting.
 |
mail_signature | --
mail_signature | Ida Brandt
mail_signature | Sent from my phone
`},
	{"German", `
- | Hafenpost
navigation | Startseite
navigation | Anmelden
 |
t | Inselfähre fährt im April wieder
share_bar | Teilen
share_bar | Drucken
audio_player | Artikel anhören
- | Lesezeit: 3 Minuten
 |
caption | Die Fähre im Hafen. Foto: dpa
p | Die Inselfähre fährt nach den Reparaturen des Winters vom ersten April an wieder zweimal am Tag.
advertisement | Anzeige
p | «Wir haben lange genug gewartet», sagte der Vorsitzende.
read_more | Lesen Sie auch: Die Brücke, die niemand will
p | Die Preise bleiben gleich, und die Inselbewohner fahren an den ersten drei Tagen umsonst.
h | Streit um die Brücke
p | Der alte Anleger war seit dem Sturm im November gesperrt, weil ihm die Planken fehlten.
- | Quelle: dpa
copyright_line | © dpa-infocom
related_content_heading | Mehr zum Thema
related_content_tail | Hochwasser: Pegel sinken nur langsam
related_content_tail | Neue Schleuse kostet mehr als geplant
comment_count | Kommentare
newsletter_form | Newsletter abonnieren
subscription_offer | Jetzt abonnieren
navigation | Zur Startseite
`},
	{"Korean", `
t | 섬 여객선 4월 운항 재개 결정
share_bar | 공유
share_bar | 좋아요
comment_count | 댓글 3
audio_player | 기사 듣기
 |
caption | 섬 여객선 부두 전경 [사진=항만청 제공]
p | 항만 위원회는 겨울 동안 부두를 수리한 뒤 섬 여객선의 운항을 다시 시작하기로 월요일 회의에서 결정했다.
advertisement | 광고
p | "오래 기다렸다"고 그는 말했다.
read_more | ▶ 다리 건설은 다시 미뤄져
h | ◆ 다리냐 배냐
p | 요금은 그대로이며 섬 주민들은 처음 사흘 동안 무료로 배를 탈 수 있다고 위원회가 밝혔다.
author_note | jpyoon@ferry.example
reader_appeal | 기사제보 및 보도자료
copyright_line | <저작권자(c) 항만일보, 무단 전재 및 재배포 금지>
related_content_heading | 관련기사
related_content_tail | 다리 건설은 다시 미뤄져
`},
	{"a language of which nothing is known", `
- | Yläotsikko
 |
t | Saaren lautta palaa huhtikuussa
 |
p | Satamalautakunta päätti maanantaina, että saaren lautta aloittaa jälleen liikenteen talven korjausten jälkeen ja kulkee kahdesti päivässä.
 |
h | Liput
 |
p | Lippujen hinnat pysyvät ennallaan, ja saaren asukkaat matkustavat ilmaiseksi kolmen ensimmäisen päivän ajan huhtikuussa.
p | - lapset ilmaiseksi
p | Vanha laituri on ollut suljettuna viime marraskuun myrskystä lähtien, koska sen lankut olivat irronneet kokonaan.
copyright_line | © 2019 Satamalehti
`},
	{"the lead twice, and once more cut off", `
t | Island ferry to reopen in April
 |
duplicate_lead | The harbour board voted on Monday to reopen the island ferry after a winter...
 |
p | ` + boardVotes + `
p | ` + ticketsAre + `
repeated_text | ` + ticketsAre + `
p | ` + stormTore},
	{"only menus", `
- | Ferry Press
navigation | Log in
- | World
- | Politics
- | Sport
related_content_heading | Popular now
- | Bus driver praised after bridge rescue
copyright_line | © 2019 Ferry Press
`},
	{"a page that is not there", `
- | Ferry Press
error_page | Page not found
error_page | Sorry, we can't find the page you were looking for.
- | Back to homepage
`},
	{"paragraphs after the article", `
t | Island ferry to reopen in April
 |
p | ` + boardVotes + `
p | ` + ticketsAre + `
p | ` + stormTore + `
- | Harbour
- | Weather
- | Letters
- | Obituaries
- | Boats
- | Tides
- | Pilots
- | Tugs
- | Docks
- | Cranes
outside_text | The Ferry Press is printed on the island by nine people and a dog called Anchor.
`},
}
