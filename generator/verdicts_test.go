package generator_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

// verdictsNote is the note of the made-up book with a quotation of every verdict. What is wrong with them is an error, on
// purpose.
const verdictsNote = "content/notes/verdicts.md"

// proofs are the files of the made-up book about what proves it: quotations of every verdict, differences of every kind,
// events that are told twice, names in Korean and titles that are hard to cite.
var proofs = map[string]string{
	"originals/winter-report.txt": ` date 2014-11-12 Report on the winter of the ferry

The harbour office counted ninety days without a sailing and called that winter the longest that anybody on the island could recall.

The mate told the inquiry that the shaft had been oiled every week, that the engineer had signed for it, that the boat had never before been late by more than an hour, that the cars had been lashed down with new ropes, that the lamps had been trimmed at dusk by the boy, that the log had been closed each night in the presence of the purser, and that nobody else had a key to the engine room. The pilot added that he had warned them twice.

Ada Marsh was the first to complain in writing to the ministry, and 김여울은 그해 겨울 내내 등대에 머물렀다.

Read more of our reports on the harbour and on the island every week
`,
	"content/articles/winter-report.md": "---\ntitle: Report on the winter of the ferry\npublisher: Evening Courier\ndate: 2014-11-12\nrights: digest\nlicence: in-copyright\noriginal: winter-report.txt\nurl: https://courier.example/winter\n---\nCounts the days and hears the mate.\n",
	"content/articles/odd-title.md":     "---\ntitle: 'Costs & <losses>: 100 % of {all} \\ $5_#1~^ — “said he”, ''said she''; an <i>inquiry</i>'\npublisher: 'Bell & Sons, \"The Sound\"'\nbyline: ['O''Hara-Smith, J. P.', '김여울', 'van der Wend & Co.']\ndate: 2014-05~\nurl: https://bell.example/a?b=1&c={d}\n---\nOf costs.\n",
	verdictsNote: `---
title: Quotations of every kind
chapter: 2014-ferry
---
It "counted ninety days without a sailing" [@winter-report ¶1] and
"was the ﬁrst to complain in writing to the ministry" [@winter-report ¶3].

"[T]he shaft had been oiled every week" [@winter-report ¶2], and the office
"counted ninety days […] and called that winter the longest" [@winter-report ¶1].

"The mate told the inquiry that the shaft […] that he had warned them twice" [@winter-report ¶2].

It was "ninety days" [@winter-report ¶1]; it "[then] counted [all the] days [that went] without [one]" [@winter-report ¶1].

> the engineer had signed for it [@winter-report ¶3]

"counted ninety nights without a single sailing" [@winter-report ¶1]

"a barrier has been put across the upper road" [@winter-report ¶1]

"Read more of our reports on the harbour" [@winter-report]

"the winter of the ferry The harbour office counted" [@winter-report]

"nobody can look this up anywhere here" [@courier ¶2]
`,
	"content/notes/differ.md": `---
title: Where they differ
chapter: 2014-ferry
---
> [!DIFFERENCE] certainty: Whether the shaft was worn
> One is sure, one is not [@wend-log ¶2; @winter-report ¶2].

> [!DIFFERENCE] precision: How long
> "counted ninety days without a sailing" [@winter-report ¶1]; the notice names no number [@quay-notice ¶1].

> [!DIFFERENCE] moment: When it was said
> On Monday or later [@wend-log ¶1; @winter-report].

> [!DIFFERENCE] agreement: The lamps
> Both name them [@quay-notice ¶2; @winter-report ¶2].

> [!DIFFERENCE] attribution: Who warned them
> The pilot, or nobody [@winter-report ¶2; @courier ¶1].

> [!DIFFERENCE] wording
> A winter or a season [@winter-report ¶1; @quay-notice ¶2].

The pilot 김여울이 wrote to Captain Marsh; the mate read it on the quay [@winter-report ¶1, 3; @false-report].

- 2014-03-10 (planned) (id: return): The ferry is to come back [@old-timetable ¶1]
- 2014-03-17 (id: return): The ferry comes back [@wend-log ¶1; @ferry-raw ¶1]
- 2014-11-12 (id: report): The report is read out [@winter-report]
`,
	"content/notes/read-out.md": "---\ntitle: What was read out\n---\n- 2014-11-12 (id: report): The office hears the report on the ferry [@courier ¶1–2, 3]\n",
}

// Of all that can be proved, or fail to be, the made-up books have something, and so the tests that crawl them and show
// them to browsers see it.
func TestBooksHoldEverything(t *testing.T) {
	t.Parallel()
	var public, internal, long *shelf
	for _, v := range volumes(t) {
		switch v.name {
		case "ferries public":
			public = open(t, v)
		case "ferries internal":
			internal = open(t, v)
		case "notices internal":
			long = open(t, v)
		}
	}
	for _, s := range []*shelf{public, internal} {
		quotations := s.read(t, "quotations.html")
		for _, v := range []book.Verdict{
			"", book.Exact, book.Normalised, book.Bracketed, book.Elided, book.ElidedFar, book.TooShort, book.TooFew,
			book.WrongParagraph, book.NotFound, book.OnlyInDropped, book.InOtherSource, book.SpansMetadata,
		} {
			if !strings.Contains(quotations, "<b>"+v.Says()+"</b>") {
				t.Errorf("%s: no quotation is %s", s.name, v.Says())
			}
		}
		differences := s.read(t, "differences.html")
		for _, kind := range []string{"conflict", "certainty", "precision", "moment", "silence", "agreement", "attribution", "wording"} {
			if !strings.Contains(differences, `id="at-`+kind+`"`) {
				t.Errorf("%s: no difference of kind %s", s.name, kind)
			}
		}
		for page, words := range map[string]string{
			"index-of-names.html": `lang="ko">ㄱ`, "people/kim.html": "notes/differ.html", "what-changed.html": "Draft edition", "bibliography.html": "&lt;losses&gt;", "notes/differ.html": `data-fate="withdrawn"`,
			"chronology.html": "The report is read out",
		} {
			if !s.files[page] || !strings.Contains(s.read(t, page), words) {
				t.Errorf("%s: %s has no %q", s.name, page, words)
			}
		}
		if s.files["coverage.html"] != s.internal() {
			t.Errorf("%s: coverage.html is there: %t", s.name, s.files["coverage.html"])
		}
	}
	for _, page := range []string{
		"quotations-second-2.html", "coverage-second-2.html", "index-of-names-a.html", "index-of-names-hangul-12.html", "bibliography-first-2.html", "chronology-second-2.html",
	} {
		if !long.files[page] {
			t.Errorf("%s: no %s", long.name, page)
		}
	}
	if t.Failed() {
		for _, s := range []*shelf{public, long} {
			t.Log(s.name, slices.DeleteFunc(slices.Sorted(maps.Keys(s.files)), func(name string) bool { return strings.Contains(name, "/") }))
		}
	}
}

// quotedNotices are sources of one's own and a note that quotes every sentence of them.
func quotedNotices() map[string]string {
	files := map[string]string{}
	var note strings.Builder
	note.WriteString("---\ntitle: Word for word\nchapter: second\n---\n")
	for i := range 10 {
		id := fmt.Sprintf("tally-%d", i)
		var text strings.Builder
		fmt.Fprintf(&text, "---\ntitle: Tally %d\npublisher: Gazette of the Sound\ndate: 2015-12-%02d\nrights: full\nlicence: own-work\n---\n", i, 10+i)
		for n := range 21 {
			sentence := fmt.Sprintf("boat %d of the fleet left pier %d with %d crates", 21*i+n, n, 40+i)
			fmt.Fprintf(&text, "That day %s of salt on deck.\n\n", sentence)
			fmt.Fprintf(&note, "The tally has \"%s\" [@%s ¶%d].\n\n", sentence, id, 1+n)
		}
		files["content/articles/"+id+".md"] = text.String()
	}
	files["content/notes/word-for-word.md"] = note.String()
	return files
}
