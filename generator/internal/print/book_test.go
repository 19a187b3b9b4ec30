package print

import (
	"fmt"
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
)

// harbour is an invented book: two chapters, three sources, one of each kind of entry.
func harbour(edition book.Edition) *shelfLibrary {
	l := &shelfLibrary{edition: edition, pages: make(map[book.ID]*book.Page), originals: make(map[book.ID]*book.Original)}
	l.info = book.Info{Title: "The Two Harbours", Subtitle: "What was said about the shared quay, 2016–2019", Language: "en",
		AsOf: edtf.MustParse("2019-03-04"), Edition: "Second edition", Licence: "cc-by-4.0", BaseURL: "https://book.example/"}
	l.add(book.Note, "summary", "Summary", func(p *book.Page) {
		p.Text.Sections = []book.Section{
			section(book.BottomLine, "bottom-line", "Bottom line", "The quay was agreed once, closed once and is under discussion again; no source says whether the works began. {cite ledger 1 c1}"),
			section(book.KeyPoints, "key-points", "Key points", ""),
		}
		p.Text.Points = []book.Point{
			{Anchor: "k1", What: inline("The councils met on 1 June 2018 and agreed a calendar. {cite ledger 1 c2}")},
			{Anchor: "k2", What: inline("The office was closed in June 2019; the reason given is second-hand. {cite pilot 2 c3}")},
		}
	})
	l.add(book.Chapter, "2018-quay", "The shared quay", quayChapter)
	l.add(book.Chapter, "2019-closure", "The closure", closureChapter)
	l.add(book.Article, "ledger", "Councils set dates for the quay", func(p *book.Page) {
		source(p, 1, "2018-quay", "The Harbour Ledger", "2018-06-01", "https://ledger.example/2018/06/01/councils-set-dates-for-the-quay-and-the-ferry-timetable-of-the-coming-summer")
		p.Text.Sections = []book.Section{{Body: prose("Reports what the councils agreed, with the days on which their committees were to meet. Names one speaker on each side and gives no vote.")}}
	})
	l.add(book.Article, "pilot", "Quay office shut", func(p *book.Page) {
		source(p, 2, "2019-closure", "The Pilot", "2019-06", "https://pilot.example/a?id=77")
		p.Meta.Card.DateBasis, p.Meta.Card.DateNote = "derived", "“last month” in an article of July"
		p.Meta.Card.Status, p.Meta.Card.SupersededBy = "corrected", "survey"
		p.Text.Sections = []book.Section{{Body: prose("An account of the closing at second hand, with the reason as a pilot heard it.")}}
	})
	l.add(book.Article, "survey", "Survey of the quay wall", func(p *book.Page) {
		source(p, 3, "", "", "2019-08-20", "")
		p.Made = true
		p.Meta.Card.Rights, p.Meta.Card.Licence = "full", "public-domain"
		p.Text.Paragraphs = 2
		p.Text.Sections = []book.Section{{Body: prose("The wall was sounded along its whole length.\n\nNo settlement was found that would prevent its use by the ferry.")}}
	})
	l.add(book.Person, "ada-brand", "Ada Brand", func(p *book.Page) {
		p.Meta.Entry = &book.Entry{Variants: []string{"Brand", "the harbour mistress"}, Korean: "아다 브란트", Roles: []book.Role{
			{Role: "Harbour mistress of the north quay", From: edtf.MustParse("2018"), To: edtf.MustParse("2019"), Source: "ledger"}}, See: []book.ID{"north-council"}}
		p.Text.Sections = []book.Section{{Body: prose("Spoke for the north side on 1 June. {cite ledger 2 c1}")}}
	})
	l.add(book.Organisation, "north-council", "North Council", func(p *book.Page) {
		p.Text.Sections = []book.Section{{Body: prose("One of the two owners of the quay.")}}
	})
	l.add(book.Place, "old-mole", "The Old Mole", func(p *book.Page) {
		p.Meta.Entry = &book.Entry{Lat: 54.321, Lon: -3.5, HasPoint: true}
	})
	l.add(book.Term, "berth", "Berth", func(p *book.Page) {
		p.Text.Sections = []book.Section{{Body: prose("A place at which a ship may lie.")}}
	})
	l.add(book.Note, "on-dates", "On the dates", func(p *book.Page) {
		p.Chapter = "2018-quay"
		p.Text.Sections = []book.Section{section(book.Plain, "", "", "The ledger prints no year; it follows from the weekday. {cite ledger 1 c1} See {link 2019-closure#open the questions} and {link nowhere what is gone}.")}
		p.Text.Events = []book.Event{event("2016", book.Disputed, "A first plan is drawn {cite survey 1 c2}", "A first plan is drawn")}
	})
	if edition == book.Internal {
		l.originals["ledger"] = &book.Original{Language: "en", Paragraphs: []string{"a", "b"},
			Body: prose("The councils of both harbours have set dates.\n\nCommittees will meet three times before the summer ends."), Receipts: []book.Receipt{
				{First: 1, Last: 2, Reason: "scraper_date_prefix"}, {First: 9, Last: 9, Reason: "paywall_notice"}, {First: 12, Last: 14, Reason: "paywall_notice"}}}
	}
	return l
}

func source(p *book.Page, tab int, chapter book.ID, credit, date, url string) {
	p.Tab, p.Chapter, p.Credit, p.Date = tab, chapter, credit, edtf.MustParse(date)
	p.Meta.Date = p.Date
	p.Meta.Card.Publisher, p.Meta.Card.URL, p.Meta.Card.DateBasis = credit, url, "stated"
	p.Meta.Card.Byline = []string{"Staff"}
	if url != "" {
		p.Meta.Card.Original = string(p.ID) + ".txt"
	}
}

func quayChapter(p *book.Page) {
	p.Meta.From, p.Meta.To, p.Meta.Status = edtf.MustParse("2018-04"), edtf.MustParse("2018-09"), "a calendar agreed, follow-through not in the file"
	p.Text.Sections = []book.Section{
		section(book.Plain, "", "", "The councils had not met for two years when {link ada-brand Ada Brand} wrote to the south side. {cite ledger 2 c3} "+strings.Repeat("What followed took eleven weeks and left few papers, of which the ledger is the fullest and the pilot the frankest. ", 5)+"\n\nA committee sat at {link old-mole the Old Mole}. {cite ledger 2 c4} {cite pilot 1 c5}"),
		section(book.BottomLine, "bottom-line", "Bottom line", "In 2018 the councils met twice and agreed to share the quay; whether the committees sat is not in the file."),
		section(book.KeyPoints, "key-points", "Key points", ""),
		section(book.OpenQuestions, "open", "Open questions", "Did the committees meet? Who kept the minutes?"),
		section(book.Plain, "wall", "The wall", "A survey was promised and the wall was said to be sound by those who had built it. {cite survey 2 c6} See {link survey#p2 the finding} and {link ledger#p9 a paragraph that is not shown}. {id e-2018-09}"),
		section(book.ChronologyList, "chronology", "Chronology", ""),
		section(book.Silences, "silent", "What the sources are silent on", "No source gives the vote."),
	}
	p.Text.Points = []book.Point{
		{Anchor: "k1", What: inline("On 1 June the councils agreed three dates. {cite ledger 1 c1}")},
		{Anchor: "k2", What: inline("Both sides spoke of sharing, neither of cost. {cite ledger 2 c2}")},
	}
	p.Text.Events = []book.Event{
		event("2016-02", book.Happened, "The yard is shut {cite pilot 1 c7}", "The yard is shut"),
		event("2018-06-01", book.Happened, "The councils meet and agree a calendar {cite ledger 1 c8}", "The councils meet, and agree a calendar"),
		event("2018-06-14", book.Planned, "Committee on pilots {cite ledger 1 c9}", "Committee on pilots"),
		event("2018-06-22", book.Planned, "Committee on dues {cite ledger 1 c10}", "Committee on dues"),
		event("2018-09", book.Happened, "Second meeting of the councils {cite pilot 1 c11}", "Second meeting of the councils"),
	}
	p.Text.Events[1].Working = "the Friday before the Ledger of 2 June"
	p.Text.Alerts = []book.Alert{
		{Kind: book.Difference, Sort: "certainty", Title: "the second meeting", Anchor: "d1", What: prose("The ledger writes of a meeting; the pilot says that it may have been a dinner. {cite pilot 1 c12}")},
		{Kind: book.Judgement, Anchor: "j1", What: prose("We think it likely that the committees met.")},
	}
	p.Text.Citations = []book.Citation{cite("ledger", "1", "c1"), cite("pilot", "1", "c7")}
	p.Text.Links = []book.Link{{To: "ada-brand"}, {To: "old-mole"}}
}

func closureChapter(p *book.Page) {
	p.Meta.From, p.Meta.To = edtf.MustParse("2019"), edtf.MustParse("2019")
	p.Text.Sections = []book.Section{
		section(book.BottomLine, "bottom-line", "Bottom line", "The office was closed in June 2019."),
		section(book.Plain, "", "", "The closing came without notice. {cite pilot 2 c1} {cite pilot 2 c2}"),
		section(book.OpenQuestions, "open", "Open questions", "Who closed it?"),
	}
	p.Text.Events = []book.Event{event("2019-06", book.Happened, "The office is closed {cite pilot 2 c3}", "The office is closed")}
	p.Text.Citations = []book.Citation{cite("pilot", "2", "c1")}
}

// warehouse is a book of many sources.
func warehouse(n int) *shelfLibrary {
	l := &shelfLibrary{edition: book.Public, pages: make(map[book.ID]*book.Page)}
	l.info = book.Info{Title: "Many papers", Language: "en"}
	l.add(book.Chapter, "all", "All of it", nil)
	text := prose(strings.Repeat("A digest in a few words of what the paper says and does not say. ", 5))
	for i := range n {
		l.add(book.Article, fmt.Sprintf("paper-%d", i+1), "A paper", func(p *book.Page) {
			source(p, i+1, "all", "The Ledger", "2018-06-01", "https://ledger.example/1")
			p.Text.Sections = []book.Section{{Body: text}}
		})
	}
	return l
}
