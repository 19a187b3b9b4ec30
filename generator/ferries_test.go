package generator_test

// ferries is the part of the made-up book that is written by hand.
var ferries = map[string]string{
	"content/book.yaml": "title: Across the Sound\nsubtitle: A made-up briefing on a ferry, for tests\nlanguage: en\nas_of: 2021-06\nedition: Second edition\nlicence: cc-by-4.0\nmarking: Invented throughout.\n",

	"content/chapters/2016-quiet.md":      "---\ntitle: A quiet year\nfrom: 2016\nto: 2016\n---\nNothing is filed here.\n",
	"content/chapters/2017-unfinished.md": "---\ntitle: Not yet written\nfrom: 2017\nto: 2017\ndraft: true\n---\n## Bottom line\n\nA draft.\n",

	// Sources: full text of one's own, digests with and without an original, undated, unfiled, raw, replaced.
	"content/articles/wend-log.md": `---
title: The log of the Wend, kept by its mate, with remarks on fog, ice, Donaudampfschifffahrtsgesellschaftskapitänsmütze and cargo
publisher: Archive of the Sound
byline: [Bram Oake, Ada Marsh]
date: 2014-02-03
date_basis: stated
date_note: On the first leaf.
updated: 2014-03
dateline: Port Anser
url: https://example.org/log
archived_url: https://archive.example.org/log
rights: full
licence: cc-by-4.0
licence_ref: CC BY 4.0
holder: Archive of the Sound
statement: https://rightsstatements.org/vocab/NoC-NC/1.0/
---
The ferry left [[port-anser]] at noon and came to [[little-wend]] at one.

The shaft was found to be **worn**; see the table.[^1]

Fog lay on the sound, in Korean 해무.

| Day | Cars | Passengers |
|---|---:|:---:|
| Monday | 4 | 12 |
| Tuesday | 0 | 9 |

The mate closed the log and wrote the sums in a notebook of his own.

` + "```go\nfunc sail(boat string) error { // a long line that has to scroll or break somewhere, on a narrow screen it cannot fit at all\n\treturn nil\n}\n```" + `

[^1]: Written in another hand.
`,
	"content/articles/quay-notice.md":     "---\ntitle: Notice on the quay\npublisher: Harbour office\ndate: 2014-05-06\ndate_basis: derived\ndate_note: The Tuesday after the storm.\nrights: digest\nlicence: in-copyright\noriginal: quay-notice.txt\n---\nTells of the closing of the slipway and of the way the porters heard of it.\n",
	"content/articles/courier.md":         "---\ntitle: Letter to the Courier\npublisher: Evening Courier\nagency: Wire of the Isles\ndate: 2015-07\ndate_basis: inferred\ndate_note: The log of August answers it.\nrights: digest\nparagraphs: 3\nlanguage: ko\n---\nAsks who paid.\n\n## Sourcing\n\nOne letter, no reply.\n",
	"content/articles/old-timetable.md":   "---\ntitle: Timetable, old\npublisher: Harbour office\ndate: 2014-01-01\nstatus: superseded\nsuperseded_by: new-timetable\n---\nThe sailings until spring.\n",
	"content/articles/new-timetable.md":   "---\ntitle: Timetable, new\npublisher: Harbour office\ndate: 2014-04-01\nstatus: corrected\n---\nThe sailings from spring.\n",
	"content/articles/false-report.md":    "---\ntitle: Report of a sinking\npublisher: Evening Courier\ndate: 2014-04-02\nstatus: withdrawn\n---\nNothing sank.\n",
	"content/articles/undated.md":         "---\ntitle: A leaf without a date\n---\nFound in the log.\n",
	"content/articles/far-future.md":      "---\ntitle: A plan for the tunnel\npublisher: Ministry of Crossings\ndate: 2030-05\n---\nFits no chapter.\n",
	"content/articles/expired.md":         "---\ntitle: Lent for a year\npublisher: Archive of the Sound\ndate: 2014-08-08\nrights: full\nlicence: licensed\nexpires: 2015-01-01\n---\nThe text was lent and is no longer shown here in any edition but ours.\n",
	"content/articles/withheld.md":        "---\ntitle: In the drawer\ndate: 2014-08-09\ndraft: true\n---\nA draft.\n",
	"content/articles/korean-notice.md":   "---\ntitle: 여객선 운항 중단 안내문과 해상교통관제센터의 답변\npublisher: 항만청\ndate: 2015-02-02\nlanguage: ko\nrights: full\nlicence: public-domain\n---\n여객선은 봄까지 운항하지 않는다고 항만청이 밝혔다.\n\n해상교통관제센터는 답하지 않았다.\n",
	"content/articles/ferry-raw.txt":      " date 2014-06-18 Ferry back after longer repairs than planned\n\nThe ferry between the two harbours crossed again on Tuesday, eleven days later than the office had announced in spring.\n\nA worn shaft was found when the engine had been lifted out, the office said in a notice on the quay.\n\nRelated content\n",
	"content/articles/ferry-page.html":    "<!DOCTYPE html><html lang=\"en\"><head><title>Traders count the winter's losses</title></head><body><nav>Home News</nav><article><h1>Traders count the winter's losses</h1><p>Traders on the island counted their losses on Friday and asked the harbour office for a share of the cost.</p><p>The office said that it would answer in writing before the end of the month, and that the winter had been hard for all.</p></article></body></html>",
	"originals/quay-notice.txt":           " date 2014-05-06 Notice on the quay\n\nThe slipway is closed until further notice because nobody on the quay had been told in time, the porters said, and a barrier has been put across the upper road beside the chapel.\n\nPassengers are asked to wait in the shed on Tuesday and to bring their own lamps, since those of the harbour have been lent to the lighthouse for the season.\n\nSubscribe to our newsletter\n",
	"content/notes/unfinished.md":         "---\ntitle: Unfinished\ndraft: true\n---\nA draft that a chapter links to.\n",
	"content/notes/summary.md":            "---\ntitle: Summary\norder: 1\n---\n## Bottom line\n\nIn short, the boat came back [@wend-log ¶1].\n\n## Key points\n\n1. It had stopped [@quay-notice ¶1].\n",
	"content/terms/slipway.md":            "---\nname: Slipway\nvariants: [slip, 선가대]\nsee: [shaft]\n---\nWhere boats are drawn up, as at [[port-anser]] [@wend-log ¶1].\n\nA second paragraph.\n",
	"content/terms/shaft.md":              "---\nname: Shaft\n---\nIt turns.\n",
	"content/places/port-anser.md":        "---\nname: Port Anser\nlat: 54.5\nlon: -3.25\nvariants: [Anser]\nsee: [little-wend]\n---\nA harbour [@wend-log ¶1].\n",
	"content/places/little-wend.md":       "---\nname: Little Wend\n---\nAn island without a point on the map.\n",
	"content/places/nowhere.md":           "---\nname: Nowhere\nlat: 0\nlon: 0\nplot: false\n---\nHas a point and is not plotted.\n",
	"content/organisations/harbour.md":    "---\nname: Harbour office\nvariants: [the office]\nsee: [port-anser]\n---\nIssues notices [@quay-notice].\n",
	"content/organisations/orphan.md":     "---\nname: Society for Tunnels\n---\nNobody mentions it.\n",
	"content/people/ada-marsh.md":         "---\nname: Ada Marsh\nsort: Marsh, Ada\nkorean: 아다 마시\nvariants: [Captain Marsh]\nrole:\n  - {role: captain, from: 2009, to: 2014-05, source: wend-log}\n  - {role: harbour master, from: 2015, source: courier}\n---\nHas run the crossing [@wend-log ¶4].\n",
	"content/people/kim.md":               "---\nname: 김여울\nsort: 김여울\nkorean: 김여울\nrole: pilot\n---\nA pilot.\n",
	"content/people/ostrom.md":            "---\nname: Östen Ångström\n---\nWrote from the island.\n",
	"content/static/CNAME":                "ferries.example\n",
	"content/static/charts/sound.svg":     `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10" width="400" height="100"><title>The sound</title><path d="M0 5h40" stroke="#555"/></svg>`,
	"content/static/charts/readings.csv":  "day,depth\n1,4\n",
	"content/notes/long-words.md":         "---\ntitle: Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzgebungsverfahren\nchapter: 2014-ferry\n---\n## Kraftfahrzeughaftpflichtversicherungsbeitragsanpassungsverordnung\n\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n\n`code_without_any_place_to_break_it_in_the_middle_of_a_very_narrow_screen_at_all`\n\n- Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnungsentwurf\n\n해상교통관제센터여객선터미널운항관리실안내방송담당자연락처\n",
	"content/notes/markup.md":             ferryMarkup,
	"content/notes/deep/in-a-folder.md":   "---\ntitle: In a folder\nchapter: 2015-bridge\ndate: 2015-03\n---\nA note may lie deeper; it links to [[markup]] and to [itself](#here).\n\n## Here\n\nText.\n",
	"content/notes/empty.md":              "---\ntitle: Nothing yet\n---\n",
	"content/organisations/long-names.md": "---\nname: Amt für die Vereinheitlichung der Fährschiffahrtsgebührenbemessungsgrundlagenverordnungen\n---\nIts name is long.\n",
}

const ferryMarkup = `---
title: All the markup
chapter: 2014-ferry
order: 2
date: 2014-09
---
Before the first heading, *emphasis*, **strength**, ~~struck~~, ` + "`code`" + `, a [link out](https://example.org/x?a=1&b=2), <mailto:quay@example.org>, H<sub>2</sub>O and <abbr title="Port Anser">PA</abbr>.

## Figures

![The sound, drawn](charts/sound.svg)

![A chart of the sound](charts/sound.png)

The [readings](charts/readings.csv) are a file.

## Tables

| Boat | Built | Left for the island at noon on every working day | Remarks |
|---|---:|:---:|---|
| Wend | 1961 | yes | a boat with a long remark that makes the table wide |
| Anser | 1988 | no | none [@wend-log ¶2] |

## Code

` + "```yaml\ndraft: true # a comment\nlist: [1, 2, 3]\n```\n\n```\nplain text\n```\n\n```go\npackage main // and a line that is a good deal longer than any narrow screen could ever show at once without scrolling\n```" + `

## Lists

1. One
   - nested
     - deeper
2. Two

   A paragraph in an item.

- [x] done
- [ ] open

## Remarks

> A plain quotation by nobody.

> [!NOTE]
> An aside.

> [!WARNING]
> Another.

> [!QUESTION] With a title
> What lies behind the lamp?

Words twice cited, "nobody on the quay had been told in time" [@quay-notice ¶1], and a source with a prefix [see @courier ¶1–2, and after].

### A third level

#### A fourth level

Text with footnotes[^a], the same again[^a], and another[^b].

[^a]: The first, with [[slipway]].
[^b]: The second.

<details><summary>Folded</summary>

Inside the fold.

</details>

<script>alert(1)</script><a href="javascript:alert(1)">not a link</a>

---

The end.
`
