package site_test

import (
	"bytes"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/site"
)

// sample is an invented book with one page of every sort.
func sample(t testing.TB) *library {
	l := newLibrary(t, book.Info{Title: "The Crossing at Vessel Sound", Subtitle: "Ferry talks between Northmark and the Sound Islands, 2016–2022: a briefing book from four press reports",
		Language: "en", AsOf: day("2022-03-11"), Edition: "First edition", Rights: "digest", Licence: "CC BY 4.0"})
	first := l.add(&book.Page{Head: book.Head{ID: "2016-strike", Kind: book.Chapter, Title: "The harbour strike"}, Meta: &book.Meta{From: day("2016-02"), To: day("2017"), Status: "service halted, no date for its return in the file"}})
	second := l.add(&book.Page{Head: book.Head{ID: "2019-accord", Kind: book.Chapter, Title: "The accord of 2019 and the timetable that came out of it"}, Meta: &book.Meta{From: day("2018"), To: day("2022-03-11"), Status: "a timetable agreed, its keeping not reported"}})
	l.add(&book.Page{Head: book.Head{ID: "courier", Kind: book.Article, Title: "Quays fall silent as pilots walk out", Tab: 1, Credit: "Evening Courier", Date: day("2016-02-12"), Chapter: first.ID},
		Meta: &book.Meta{Card: &book.Card{Publisher: "Evening Courier", Agency: "Sound Press", Byline: []string{"Ada Holm", "Per Lund"}, DateBasis: "stated", Dateline: "Vessel Sound", Rights: "digest", Licence: "in-copyright",
			URL: "https://www.courier.example/2016/quays", SHA256: strings.Repeat("9af0", 16), Paragraphs: 6, Original: "courier.txt"}}})
	l.add(&book.Page{Head: book.Head{ID: "ledger", Kind: book.Article, Title: "Ministers give themselves until midsummer to mend the crossing, and say who will pay for it", Tab: 2, Credit: "Northmark Ledger", Date: day("2019-05"), Chapter: second.ID},
		Meta: &book.Meta{Card: &book.Card{Publisher: "Northmark Ledger", DateBasis: "derived", DateNote: "“last Tuesday” before the harbour fair", Rights: "full", Licence: "cc-by-sa-4.0", URL: "https://ledger.example/a", Original: "ledger.html"}}})
	l.add(&book.Page{Head: book.Head{ID: "memo", Kind: book.Article, Title: "Minutes of the harbour board", Tab: 3, Date: day("2021?"), Chapter: second.ID, Made: true},
		Meta: &book.Meta{Card: &book.Card{Rights: "full", Licence: "own-work", DateBasis: "inferred", DateNote: "between two dated letters", Status: "corrected"}}})
	l.add(&book.Page{Head: book.Head{ID: "stray", Kind: book.Article, Title: "A ferry captain remembers", Tab: 4, Credit: "Island Radio"}})
	l.add(&book.Page{Head: book.Head{ID: "summary", Kind: book.Note, Title: "Summary"}})
	l.add(&book.Page{Head: book.Head{ID: "tariffs", Kind: book.Note, Title: "What a crossing cost", Date: day("2022-01"), Chapter: second.ID}})
	l.add(&book.Page{Head: book.Head{ID: "ada-holm", Kind: book.Person, Title: "Ada Holm", Sort: "Holm, Ada"}, Meta: &book.Meta{Entry: &book.Entry{Variants: []string{"Mrs Holm", "A. Holm"}, Korean: "홀름",
		Roles: []book.Role{{Role: "Minister for the harbours", From: day("2016"), To: day("2019-05"), Source: "courier"}}, See: []book.ID{"harbour-board"}}}})
	l.add(&book.Page{Head: book.Head{ID: "han-seo-yeon", Kind: book.Person, Title: "Han Seo-yeon", Sort: "Han Seo-yeon"}, Meta: &book.Meta{Entry: &book.Entry{Korean: "한서연"}}})
	l.add(&book.Page{Head: book.Head{ID: "harbour-board", Kind: book.Organisation, Title: "Harbour Board"}, Meta: &book.Meta{Entry: &book.Entry{Variants: []string{"the Board"}}}})
	l.add(&book.Page{Head: book.Head{ID: "long-quay", Kind: book.Place, Title: "Long Quay"}, Meta: &book.Meta{Entry: &book.Entry{Lat: 57.1234, Lon: -2.5, HasPoint: true, Korean: "긴부두"}}})
	l.add(&book.Page{Head: book.Head{ID: "pilotage", Kind: book.Term, Title: "Pilotage"}, Meta: &book.Meta{Entry: &book.Entry{}}})
	fill(l)
	return l
}

func fill(l *library) {
	x := newText()
	x.section(book.BottomLine, "bottom-line", "Bottom line", "<p>In February 2016 the pilots of [[long-quay]] laid down work, and for fourteen months no ferry crossed the Sound [@courier 1]. The one report in the file does not say who ended it.</p>")
	x.section(book.KeyPoints, "key-points", "Key points", "")
	x.point("<p>The pilots walked out on 12 February 2016, an hour before the morning boat [@courier 1-2].</p>")
	x.point("<p>[[ada-holm]], then minister for the harbours, called the strike “a quarrel about hours, not about money” [@courier 4] and offered talks within the week [@courier 5].</p>")
	x.section(book.Plain, "the-walk-out", "The walk-out", "<p>The dispute had been long in the making. Hours at [[long-quay]] were set by the [[harbour-board]] [@courier 3], and the Board had not met since the autumn. On the morning of 12 February the pilots stayed in their hut; the minister learnt of it from the radio [@courier 4] [@memo 1].</p><blockquote><p>“a quarrel about hours, not about money” [@courier 4]</p></blockquote><p>What followed is not in the file. A later article looks back on fourteen months [@ledger 2].</p>"+
		`<aside class="alert judgement" id="a1" aria-label="Judgement"><p class="label">Judgement</p><p>That both sides named hours first suggests that money was settled early. [@ledger 2]</p></aside>`)
	x.section(book.ChronologyList, "chronology", "Chronology", "")
	x.event("2015", book.Happened, "the year before the strike", "The [[harbour-board]] sets longer hours [@courier 3]")
	x.event("2016-02-12", book.Happened, "", "Pilots walk out at [[long-quay]] [@courier 1]")
	x.event("2016-02", book.Planned, "", "Talks within the week [@courier 5]")
	x.event("2017-04", book.Disputed, "fourteen months after February 2016", "Ferries resume [@ledger 2]")
	x.section(book.OpenQuestions, "open-questions", "Open questions", `<ol><li id="q1">Who ended the strike?</li><li id="q2">Did the [[harbour-board]] meet in 2016?</li></ol>`)
	x.Questions = []book.Question{{Anchor: "q1", What: words{text: "Who ended the strike?"}}, {Anchor: "q2", What: words{text: "Did the [[harbour-board]] meet in 2016?"}}}
	x.Alerts = []book.Alert{{Kind: book.Judgement, Anchor: "a1", What: words{text: "<p>That both sides named hours first suggests that money was settled early. [@ledger 2]</p>"}}}
	l.byID["2016-strike"].Text = x.Text

	y := newText()
	y.section(book.BottomLine, "bottom-line", "Bottom line", "<p>In May 2019 ministers of both shores agreed a timetable and a way to pay for it [@ledger 1]. Minutes from 2021 speak of two crossings a day [@memo 2].</p>")
	y.section(book.Plain, "the-timetable", "The timetable", `<p>Two crossings a day were agreed, and a third in summer [@ledger 3].</p><table><thead><tr><th scope="col">Boat</th><th scope="col">Leaves</th></tr></thead><tbody><tr><td>Morning</td><td>7.15 [@ledger 3]</td></tr></tbody></table>`+
		`<aside class="alert difference" id="a2" aria-label="Difference"><p class="label">Certainty · the third boat</p><p>Tab 2 calls it agreed; tab 3 calls it wished for. [@ledger 3] [@memo 2]</p></aside>`)
	y.Alerts = []book.Alert{{Kind: book.Difference, Sort: "certainty", Title: "the third boat", Anchor: "a2", What: words{text: "<p>Tab 2 calls it agreed; tab 3 calls it wished for.</p>"}}}
	y.event("2019-05-07", book.Happened, "", "Ministers sign at [[long-quay]] [@ledger 1]")
	y.event("2019-06-24", book.Planned, "", "First boat under the new timetable [@ledger 3]")
	l.byID["2019-accord"].Text = y.Text

	z := newText()
	z.section(book.BottomLine, "bottom-line", "Bottom line", "<p>Twice in six years the crossing stopped, and once it was put back by treaty rather than by money [@courier 1] [@ledger 2]. Four reports carry this book; none comes from the islands.</p>")
	z.section(book.KeyPoints, "key-points", "Key points", "")
	z.point("<p>The strike of 2016 closed the Sound for fourteen months [@ledger 2].</p>")
	z.point("<p>The accord of 2019 fixed a timetable; whether it was kept is not reported [@memo 2].</p>")
	l.byID["summary"].Text = z.Text

	n := newText()
	n.section(book.Plain, "", "", "<p>Fares are named in two of the four reports. [[ada-holm]] spoke of two crowns [@courier 6].</p>")
	n.section(book.Plain, "fares", "Fares", "<p>By 2021 the Board asked three [@memo 2] for what had been two [@courier 6].</p>")
	l.byID["tariffs"].Text = n.Text

	for id, s := range map[book.ID]string{
		"courier":       "<p>Reports the walk-out of the pilots at [[long-quay]] and the minister’s first answer. Names no pilot.</p>",
		"ledger":        "<p>Sets out the accord between the ministers.</p>",
		"stray":         "<p>A captain looks back, without dates.</p>",
		"ada-holm":      "<p>Minister for the harbours during the strike; left office with the accord [@ledger 1].</p>",
		"han-seo-yeon":  "<p>Surveyor of the quay.</p>",
		"harbour-board": "<p>Sets the hours of pilots; see [[pilotage]].</p>",
		"long-quay":     "<p>The landing place on the northern shore.</p>",
		"pilotage":      "<p>The guiding of ships in and out of a harbour by those who know its waters [@courier 3].</p>",
	} {
		e := newText()
		e.section(book.Plain, "", "", s)
		l.byID[id].Text = e.Text
	}
	own := newText()
	own.section(book.Plain, "", "", "")
	own.Sections[0].Body = paragraphs{"The board met in the upper room.", "Two crossings a day were noted."}
	own.Paragraphs = 2
	l.byID["memo"].Text = own.Text
	l.texts["ledger"] = &book.Original{Paragraphs: make([]string, 3), SHA256: strings.Repeat("01ab", 16), Receipts: []book.Receipt{{First: 1, Last: 2, Reason: "share_price_line", Text: "NMK 12.5 +0.3"}},
		Body: paragraphs{"Ministers of both shores have agreed a timetable for the crossing.", "For fourteen months no boat had run.", "There will be two boats a day, and a third in summer."}}
}

// make writes every file of a book.
func makeAll(t testing.TB, l *library) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, f := range site.Files(l) {
		var b bytes.Buffer
		if err := f.Write(&b, l); err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		if _, twice := out[f.Path]; twice {
			t.Errorf("%s is listed twice", f.Path)
		}
		out[f.Path] = b.String()
	}
	return out
}
