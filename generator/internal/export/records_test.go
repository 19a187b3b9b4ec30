package export_test

import (
	"fmt"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
	"briefbook/generator/internal/export"
)

func date(t testing.TB, s string) edtf.Date {
	t.Helper()
	if s == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A shape is one sort of record, and where our two styles differ from what pandoc makes of it.
type shape struct {
	title, publisher, agency, byline, date, url, archived, language string
	made                                                            bool

	reference, entry, note, inText string // what we print, where that differs
	because                        string
}

// Every record has a publisher or author of its own, so that pandoc neither numbers years nor puts dashes for names.
var shapes = []shape{
	{title: "Quays fall silent as pilots walk out", publisher: "Evening Courier", agency: "Sound Press", byline: "Anna Holm|Peter Lund", date: "2016-02-12", url: "https://courier.example/2016/quays"},
	{title: "Ministers give themselves until midsummer", publisher: "Northmark Ledger", date: "2019-05"},
	{title: "Fares go up", publisher: "Island Radio", date: "2021"},
	{title: "Boat leaves, nobody aboard", publisher: "Harbour Gazette"},
	{title: "Who pays for the crossing?", publisher: "Quay Post", date: "2018-06-01"},
	{title: "Who paid?", date: "2018-06-02"},
	{title: "A ferry captain remembers", date: "2018-06-03", url: "https://captain.example/"},
	{title: "Nothing but a title"},
	{title: "Where is the third boat?"},
	{title: "Northmark and the Sound Islands held talks today…", publisher: "Morning Mail", made: true, date: "2018-06-04"},
	{title: "the Islands have agreed to hold talks…", made: true, date: "2018-06-05"},
	{title: "Sound Press reports", agency: "Sound Press", date: "2018-06-06"},
	{title: "Agency and paper", publisher: "Daily Tide", agency: "Channel Wire", date: "2018-06-07"},
	{title: "One house", publisher: "Beacon News Agency", agency: "Beacon News Agency", date: "2018-06-08"},
	{title: "No date but an author", byline: "Sumaira FH", url: "https://nodate.example/a"},
	{title: "Three of them", publisher: "Three Papers", byline: "Clara Ng|J. Berg|Thomas O'Neill", date: "2018-06-09"},
	{title: "Four of them", publisher: "Four Papers", byline: "Helen Ford|Min Kyung-ha|Paul Fisher|Ruth Gray", date: "2018-06-10"},
	{title: "A crowd of them", publisher: "Crowd Papers", byline: "Simon First|B|C|D|E|F|G|H|I|J|K|L", date: "2018-06-11"},
	{title: "Ten of them", publisher: "Ten Papers", byline: "Susan Tenth|B|C|D|E|F|G|H|I|J", date: "2018-06-12"},
	{title: "항구가 조용해지다", publisher: "바다일보", byline: "한서연 기자", date: "2018-06-13", language: "ko"},
	{title: "Der Hafen schweigt und die Fähren stehen", publisher: "Küstenblatt", date: "2018-06-14", language: "de"},
	{title: "she said \"no\" and he said 'yes' to the plan", publisher: "Quote Weekly", date: "2018-06-15"},
	{title: "‘Smart’ boats, “green” boats and the pilots’ union", publisher: "Curl Weekly", date: "2018-06-16"},
	{title: "Minister: \"we said 'enough' twice\" to the board", publisher: "Nest Weekly", date: "2018-06-17"},
	{title: "Rock 'n' roll on the '90s boat, isn't it", publisher: "Boat’s “Own” Paper", date: "2018-06-18"},
	{title: "Was it \"the last boat\"?", publisher: "Last Weekly", date: "2018-06-19"},
	{title: "They asked \"who is next?\"", publisher: "Next Weekly", date: "2018-06-20"},
	{title: "Stop!", publisher: "Bang Weekly", date: "2018-06-21"},
	{title: "A sentence for a title.", publisher: "Point Weekly", date: "2018-06-22"},
	{title: "It trails off…", publisher: "Dots Weekly", date: "2018-06-23"},
	{title: "high-level talks: a re-opening of the harbour – and an end to the strike", publisher: "Case Weekly", date: "2018-06-24"},
	{title: "Leaders Exchange Letters In Bid To Improve The Crossing - Harbour Office", publisher: "Head Weekly", date: "2018-06-25"},
	{title: "FERRIES RESUME AND/OR STOP", publisher: "Capital Weekly", date: "2018-06-26"},
	{title: "what the iPhone and McAllister's 3rd boat are in for", publisher: "Mixed Weekly", date: "2018-06-27"},
	{title: "what they came in", publisher: "Ending Weekly", date: "2018-06-28"},
	{title: "A long title that goes on for as long as a title can go on, with a list of the harbours that the boat calls at, the fares that are asked there, the names of the pilots who refused to take it in, and the reasons that each of them gave to the minister for the harbours when he came to see them in the winter of that year", publisher: "Long Weekly", date: "2018-06-29"},
	{title: "A week of it", publisher: "Span Weekly", date: "2018-02-03/2018-02-09"},
	{title: "Two months of it", publisher: "Month Weekly", date: "2018-06/2018-07"},
	{title: "Over the turn of the month", publisher: "Turn Weekly", date: "2018-06-28/2018-07-02"},
	{title: "Over the turn of the year", publisher: "Year Weekly", date: "2018-12-28/2019-01-02"},
	{title: "Two years of it", publisher: "Years Weekly", date: "2018/2019"},
	{title: "In spring", publisher: "Spring Weekly", date: "2018-21"},
	{title: "In winter", publisher: "Winter Weekly", date: "2018-24"},
	{title: "Not later than that", publisher: "Limit Weekly", date: "../2014-02-12"},
	{title: "In that decade", publisher: "Decade Weekly", date: "201X"},
	{title: "A day of that month", publisher: "Some Weekly", date: "2004-06-XX"},
	{title: "With a time", publisher: "Clock Weekly", date: "2014-02-12T06:07"},
	{title: "Kept elsewhere", publisher: "Archive Weekly", date: "2018-06-30", url: "https://live.example/a?b=1&c=_d~", archived: "https://kept.example/2018/https://live.example/a"},
	{title: "Kept elsewhere only", publisher: "Only Weekly", date: "2018-07-01", archived: "https://kept.example/2019/a"},
	{title: "A company that ends in a point", publisher: "Harbour Papers Inc.", date: "2018-07-02"},
	{title: "A & b: 100% of $5, #1 {and} \\ back_slash ^ ~", publisher: "Signs & Co", date: "2018-07-03"},
	{title: "British", publisher: "Spelling Weekly", date: "2018-07-04", language: "en-GB"},

	{title: "About then", publisher: "Guess Weekly", date: "2018~",
		reference: "Guess Weekly. [2018?]. “About Then,” [2018?].", inText: "(Guess Weekly [2018?])",
		because: "the author–date style of CSL does not look at circa and would claim the year"},
	{title: "Perhaps that day", publisher: "Perhaps Weekly", date: "2018-06-01?",
		reference: "Perhaps Weekly. [2018?]. “Perhaps That Day,” [June 1, 2018?].", inText: "(Perhaps Weekly [2018?])",
		because: "the author–date style of CSL does not look at circa and would claim the day"},
	{title: "Minister calls it \"the end\"", publisher: "End Weekly", date: "2018-07-05",
		reference: "End Weekly. 2018. “Minister Calls It ‘the End,’” July 5, 2018.",
		entry:     "End Weekly. “Minister Calls It ‘the End,’” July 5, 2018.",
		note:      "“Minister Calls It ‘the End,’” End Weekly, July 5, 2018.",
		because:   "points and commas stand within single closing marks too (Chicago 6.9); pandoc puts them between the two"},
	{title: "What Moon Jae-in and Kim Jong-un saw", publisher: "Name Weekly", date: "2018-07-06",
		reference: "Name Weekly. 2018. “What Moon Jae-in and Kim Jong-un Saw,” July 6, 2018.",
		entry:     "Name Weekly. “What Moon Jae-in and Kim Jong-un Saw,” July 6, 2018.",
		note:      "“What Moon Jae-in and Kim Jong-un Saw,” Name Weekly, July 6, 2018.",
		because:   "pandoc gives the second half of a name a capital: Jong-Un"},
	{title: "how the U.S. and the islands talk to Mr. and Mrs. Lund", publisher: "Short Weekly", date: "2018-07-07",
		reference: "Short Weekly. 2018. “How the U.S. and the Islands Talk to Mr. and Mrs. Lund,” July 7, 2018.",
		entry:     "Short Weekly. “How the U.S. and the Islands Talk to Mr. and Mrs. Lund,” July 7, 2018.",
		note:      "“How the U.S. and the Islands Talk to Mr. and Mrs. Lund,” Short Weekly, July 7, 2018.",
		because:   "pandoc takes the point of an abbreviation for the end of a sentence: U.S. And"},
	{title: "an up-to-date plan for so-called pilots", publisher: "Hyphen Weekly", date: "2018-07-08",
		reference: "Hyphen Weekly. 2018. “An Up-to-Date Plan for So-Called Pilots,” July 8, 2018.",
		entry:     "Hyphen Weekly. “An Up-to-Date Plan for So-Called Pilots,” July 8, 2018.",
		note:      "“An Up-to-Date Plan for So-Called Pilots,” Hyphen Weekly, July 8, 2018.",
		because:   "the first part of a compound always has a capital (Chicago 8.161); pandoc leaves up and so"},
	{title: "A name in small letters", publisher: "tide online", byline: "Robert Small", date: "2018-07-09",
		reference: "Small, Robert. 2018. “A Name in Small Letters.” tide online, July 9, 2018.",
		entry:     "Small, Robert. “A Name in Small Letters.” tide online, July 9, 2018.",
		note:      "Robert Small, “A Name in Small Letters,” tide online, July 9, 2018.",
		because:   "a publisher's name keeps the letters it has; pandoc gives it headline capitals"},
}

func (s shape) record(t testing.TB, n int) export.Record {
	t.Helper()
	card := &book.Card{Publisher: s.publisher, Agency: s.agency, URL: s.url, ArchivedURL: s.archived, Language: s.language}
	if s.byline != "" {
		card.Byline = splitBar(s.byline)
	}
	h := book.Head{ID: book.ID(fmt.Sprintf("record-%d", n)), Title: s.title, Made: s.made, Date: date(t, s.date)}
	return export.Of(h, &book.Meta{Card: card}, "en")
}

func splitBar(s string) (list []string) {
	from := 0
	for i := range len(s) {
		if s[i] == '|' {
			list, from = append(list, s[from:i]), i+1
		}
	}
	return append(list, s[from:])
}

func records(t testing.TB) []export.Record {
	t.Helper()
	var list []export.Record
	for i, s := range shapes {
		list = append(list, s.record(t, i))
	}
	return list
}
