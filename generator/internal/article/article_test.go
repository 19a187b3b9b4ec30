package article

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

// told writes what was made of a text, one line a value.
func told(o *book.Original) string {
	var b strings.Builder
	for _, v := range []struct {
		name  string
		value book.Value
	}{{"title", o.Title}, {"publisher", o.Publisher}, {"agency", o.Agency}, {"byline", book.Value{Text: strings.Join(o.Byline.List, "; "), Basis: o.Byline.Basis}}, {"date", o.Date}, {"dateline", o.Dateline}} {
		if v.value != (book.Value{}) {
			fmt.Fprintf(&b, "%s: %s <%s>\n", v.name, v.value.Text, v.value.Basis)
		}
	}
	for _, text := range o.Paragraphs {
		list := strings.Fields(text)
		fmt.Fprintf(&b, "¶ %s … %s\n", list[0], list[len(list)-1])
	}
	for _, h := range o.Headings {
		fmt.Fprintf(&b, "§%d %s\n", h.Before, h.Text)
	}
	for _, r := range o.Receipts {
		fmt.Fprintf(&b, "- %d–%d %s %s\n", r.First, r.Last, r.Reason, strings.Fields(r.Text)[0])
	}
	fmt.Fprintf(&b, "%s %s\n", o.Language, strings.Join(o.Flags, " "))
	return b.String()
}

const prose = `
The harbour board voted to reopen the island ferry after a winter of repairs to the pier.

"The crossing will run twice a day from the first week of April," said the board's chair after the vote.

Tickets stay at the old price, and islanders will travel free of charge on the first three days.
`

const proseTold = "¶ The … pier.\n¶ \"The … vote.\n¶ Tickets … days.\n"

var cases = []struct{ name, in, want string }{
	{"scraper date, ticker, agency line, dateline", ` date 2019-03-04 FRY 12.40 Increased By ▲ 0.35 (2.9%)
Island ferry to reopen in April after winter repairs

Reuters 4 Mar 2019

NORTH HARBOUR: The board voted on Monday to reopen the island ferry after a winter of repairs.

Tickets stay at the old price, and islanders will travel free of charge on the first three days.
`, `title: Island ferry to reopen in April after winter repairs <line before the text without a final stop, line 2>
agency: Reuters <agency line, line 4>
date: 2019-03-04 <scraper date prefix, line 1; agency line, line 4>
dateline: North Harbour <dateline, line 6>
¶ The … repairs.
¶ Tickets … days.
- 1–1 scraper_date_prefix date
- 1–1 stock_ticker FRY
- 4–4 agency_date_line Reuters
- 6–6 dateline NORTH
en 
`},
	{"domain, byline with clock, lead repeated under a dateline", ` date 2019-03-04 FerryPoint.com
Board Votes To Reopen The Ferry - Harbour Office

Mara Lindqvist 3 minutes ago Mon 4th March 2019 | 09:15 AM

The harbour board voted to reopen the island ferry after a long winter of repairs to the pier

HARBOUR (FerryPoint News / Sputnik - 4th March, 2019) The harbour board voted to reopen the island ferry after a long winter of repairs to the pier.

The crossing will run twice a day � so the board says � from the first week of "April.

Tickets stay at the old price, and islanders will travel free of charge on the first three days.
`, `title: Board Votes To Reopen The Ferry - Harbour Office <line before the text without a final stop, line 2>
publisher: FerryPoint <domain, line 1; dateline, line 8>
agency: Sputnik <dateline, line 8>
byline: Mara Lindqvist <byline, line 4>
date: 2019-03-04 <scraper date prefix, line 1; byline, line 4; dateline, line 8>
dateline: Harbour <dateline, line 8>
¶ The … pier.
¶ The … "April.
¶ Tickets … days.
- 1–1 scraper_date_prefix date
- 1–1 publisher_line FerryPoint.com
- 4–4 byline_timestamp_line Mara
- 6–6 duplicate_lead The
- 8–8 dateline HARBOUR
en duplicate_lead mojibake unbalanced_quote
`},
	{"letter to readers, cut sentence, related tail with a decoy date", `Island ferry to reopen in April

By AFP
March 4, 2019 09:15
2 minute read.

X

Dear Reader,
More people than ever are on board, and more are reading The Morning Ferry than we had hoped for in our first year.

As one of our readers you know what it costs.

For $3 a month you get:
  • Fewer advertisements
  • The evening edition

Thank you,
Ida Brandt, Editor

UPGRADE NOW FOR $3 PER MONTH Show me later

The harbour board voted to reopen the island ferry after a winter of repairs to the pier.

The board's chair, who had led the talks with the islanders for most of the winter, said that after the first week of April,

Tickets stay at the old price, and islanders will travel free of charge on the first three days.

Related Content

Breaking news
August 1, 2021
Bridge to the mainland will not be built before the end of the decade

By REUTERS
`, `title: Island ferry to reopen in April <line before the text without a final stop, line 1>
publisher: The Morning Ferry <subscription appeal, line 10>
agency: AFP <byline, line 3>
date: 2019-03-04 <timestamp, line 4>
¶ The … pier.
¶ The … April,
¶ Tickets … days.
- 3–3 agency_byline By
- 4–4 timestamp_line March
- 5–5 reading_time 2
- 7–7 ui_residue X
- 9–21 subscription_appeal Dear
- 29–29 related_content_heading Related
- 31–35 related_content_tail Breaking
en truncated_sentence
`},
	{"no title, disclaimer and paywall to the end", strings.TrimSpace(prose) + `
Disclaimer: No Morning Ferry Journalist was involved in making this text
You have reached your limit of {{count}} articles.
Already subscribed? Log in
Deck Chair
€3
1 Month
First Class
€30/Year
Renews automatically
Here is what your plan has to offer
Long reads for a long crossing
Access Morning Ferry across devices, at sea and on land
`, `publisher: Morning Ferry <publisher disclaimer, line 6; subscription features, line 17>
` + proseTold + `- 6–6 publisher_disclaimer Disclaimer:
- 7–8 paywall_notice You
- 9–14 price_table Deck
- 15–17 subscription_features Here
en no_date no_title syndicated
`},
	{"lead straight after the scraper date", " date 2019-03-04 " + strings.TrimSpace(prose), `date: 2019-03-04 <scraper date prefix, line 1>
` + proseTold + `- 1–1 scraper_date_prefix date
en no_publisher no_title
`},
	{"an address in running text stays", "Ferry to reopen soon\n\nThe pier, repaired https://ferry.example/pier-7 after the storm, was opened on Monday by the harbour board.\n", `title: Ferry to reopen soon <line before the text without a final stop, line 1>
¶ The … board.
en no_date no_publisher
`},
	{"dates that differ leave the date unknown", " date 2019-03-04 Ferry to reopen soon\n\nReuters 6 Mar 2019\n" + prose, `title: Ferry to reopen soon <line before the text without a final stop, line 1>
agency: Reuters <agency line, line 3>
date:  <2019-03-04 (scraper date prefix, line 1); 2019-03-06 (agency line, line 3)>
` + proseTold + `- 1–1 scraper_date_prefix date
- 3–3 agency_date_line Reuters
en date_conflict no_date
`},
	{"a weekday that is another day's, an update that is no date", "Ferry to reopen soon\nTuesday, 4 March 2019\nUpdated: 7 March 2019, 10:00 GMT\n" + prose, `title: Ferry to reopen soon <line before the text without a final stop, line 1>
date: 2019-03-04 <timestamp, line 2>
` + proseTold + `- 2–3 timestamp_line Tuesday,
en no_publisher weekday_mismatch
`},
	{"title case with a date is a title", "Harbour Board Meeting 4 March 2019\n" + prose, `title: Harbour Board Meeting 4 March 2019 <line before the text without a final stop, line 1>
` + proseTold + "en no_date no_publisher\n"},
	{"several names, an agency among them", "Ferry to reopen soon\nBy Mara Lindqvist and Jon van der Meer, AP\n" + prose, `title: Ferry to reopen soon <line before the text without a final stop, line 1>
agency: AP <byline, line 2>
byline: Mara Lindqvist; Jon van der Meer <byline, line 2>
` + proseTold + "- 2–2 byline By\nen no_date\n"},
	{"a paywall in the middle takes only its own lines", "Ferry to reopen soon\n\nThe harbour board voted to reopen the ferry after a winter of repairs.\n\nSubscribe now for €3\nAlready subscribed? Log in\n" + prose, `title: Ferry to reopen soon <line before the text without a final stop, line 1>
¶ The … repairs.
` + proseTold + "- 5–6 paywall_notice Subscribe\nen no_date no_publisher\n"},
	{"related links in the middle end at the next paragraph", "Ferry to reopen soon\n\nThe harbour board voted to reopen the ferry after a winter of repairs.\n\nRead also:\nThe bridge that nobody wants\n" + prose, `title: Ferry to reopen soon <line before the text without a final stop, line 1>
¶ The … repairs.
` + proseTold + "- 5–5 related_content_heading Read\n- 6–6 related_content_tail The\nen no_date no_publisher\n"},
	{"short lines within and around", "Menu\nFerry to reopen soon\n" + prose + "\nA new pier\n\n\"We waited long enough,\" she said.\n\nThe old pier had been closed since the storm of last November tore away its planks.\n\nSign up for our newsletter\n(Reporting by Ida Brandt; Editing by Jon Meer)\n© 2019 Ferry Press\n", `title: Ferry to reopen soon <line before the text without a final stop, line 2>
publisher: Ferry Press <copyright line, line 18>
byline: Ida Brandt <credit line, line 17>
` + proseTold + `¶ "We … said.
¶ The … planks.
§4 A new pier
- 1–1 ui_residue Menu
- 16–16 newsletter_form Sign
- 17–17 credit_line (Reporting
- 18–18 copyright_line ©
en no_date
`},
	{"people speak of what web sites print", "Ferry to reopen soon\n" + prose + "\nShe had read it on WhatsApp, she said, on the evening of the vote.\n\nSign up for the evening edition and never miss a boat again this spring.\n\nThe first boat leaves at eight on Monday, weather and tide permitting, from the new pier.\n", `title: Ferry to reopen soon <line before the text without a final stop, line 1>
` + proseTold + `¶ She … vote.
¶ The … pier.
- 11–11 newsletter_form Sign
en no_date no_publisher
`},
	{"a wrapped text", `Ferry to reopen soon

The harbour board voted on Monday evening to reopen the
island ferry after a winter of repairs to the pier and to
the two boats.

Tickets stay at the old price, and islanders will travel
free of charge on the first three days, as they did in the
year before the storm.
`, `title: Ferry to reopen soon <line before the text without a final stop, line 1>
¶ The … boats.
¶ Tickets … storm.
en no_date no_publisher
`},
	{"no prose at all: nothing is made of it", "Ferry\n\nBoat\n", "- 1–3 short_line Ferry\n no_date no_prose no_publisher no_text no_title\n"},
	{"no prose but a short sentence", "Ferry\n\nThe ferry is back.\n\nThe ferry is back on Monday.\n", "¶ The … Monday.\n- 1–3 short_line Ferry\n no_date no_prose no_publisher no_title\n"},
	{"nothing", " \n\t\n", " no_date no_publisher no_text no_title\n"},
	{"Korean", "섬 여객선 4월 운항 재개 결정\n\n연합뉴스 2019년 3월 4일\n\n항만 위원회는 겨울 동안 부두를 수리한 뒤 섬 여객선의 운항을 다시 시작하기로 월요일 회의에서 결정했다.\n\n요금은 그대로이며 섬 주민들은 처음 사흘 동안 무료로 배를 탈 수 있다고 위원회가 밝혔다.\n", `title: 섬 여객선 4월 운항 재개 결정 <line before the text without a final stop, line 1>
agency: Yonhap <agency line, line 3>
date: 2019-03-04 <agency line, line 3>
¶ 항만 … 결정했다.
¶ 요금은 … 밝혔다.
- 3–3 agency_date_line 연합뉴스
ko 
`},
}

func TestClean(t *testing.T) {
	t.Parallel()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := told(Clean([]byte(c.in), "x.txt", Lines{})); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// accounted compares the characters of a text with those of title, paragraphs and receipts.
func accounted(t *testing.T, text string, o *book.Original) {
	t.Helper()
	parts := slices.Clone(o.Paragraphs)
	if !strings.HasPrefix(o.Title.Basis, "meta ") && !strings.HasPrefix(o.Title.Basis, "front matter") {
		parts = append(parts, o.Title.Text)
	}
	for _, h := range o.Headings {
		parts = append(parts, h.Text)
	}
	for _, r := range o.Receipts {
		parts = append(parts, r.Text)
		if r.First < 1 || r.Last < r.First || r.Last > 1+strings.Count(text, "\n")+strings.Count(text, "\r") || r.Reason == "" {
			t.Errorf("a receipt for lines %d to %d, reason %q", r.First, r.Last, r.Reason)
		}
	}
	want, got := runes(text), runes(strings.Join(parts, " "))
	if string(want) != string(got) {
		t.Errorf("the text has the characters\n%q\nwhat was made of it\n%q", string(want), string(got))
	}
}

// runes are the non-blank characters of s, sorted.
func runes(s string) []rune {
	out := []rune(strings.Join(strings.Fields(s), ""))
	slices.Sort(out)
	return out
}

func TestEveryCharacterIsAccountedFor(t *testing.T) {
	t.Parallel()
	for _, c := range cases {
		accounted(t, c.in, Clean([]byte(c.in), "x.txt", Lines{}))
		crlf := strings.ReplaceAll(c.in, "\n", "\r\n")
		o := Clean([]byte(crlf), "x.txt", Lines{})
		accounted(t, crlf, o)
		if got := told(o); got != c.want {
			t.Errorf("%s: with CRLF\n%s", c.name, got)
		}
	}
}

func TestCleanIsDeterministic(t *testing.T) {
	t.Parallel()
	for _, c := range cases {
		a, b := Clean([]byte(c.in), "x.txt", Lines{}), Clean([]byte(c.in), "x.txt", Lines{})
		if told(a) != told(b) || a.SHA256 != b.SHA256 || len(a.SHA256) != 64 {
			t.Errorf("%s: two cleanings differ", c.name)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, c := range cases {
		f.Add([]byte(c.in))
	}
	for _, s := range []string{"\xef\xbb\xbfBOM", "\xff\xfea\x00b\x00", "caf\xe9", "a\x80\xed\xa0\x80", "a\rb\rc", "By \n(", "date 2019-03-04",
		"A (AP) ", "AAAA: ", "( 4 March 2019 )", "Dear Reader,", "{{", "Related", "\u2028\u0085x", "…", "4 of of"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		o := Clean(raw, "x.txt", Lines{})
		accounted(t, (&page{}).decode(raw, false), o)
		if len(o.Flags) == 0 && (o.Title.Text == "" || o.Date.Text == "") {
			t.Error("something is unknown and nothing is flagged")
		}
	})
}

func BenchmarkClean(b *testing.B) {
	raw := []byte(cases[2].in)
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		Clean(raw, "x.txt", Lines{})
	}
}

// A text of one kind of line many times over takes time in proportion: each rule that looks ahead must not
// look ahead from every line.
func BenchmarkCleanHostile(b *testing.B) {
	for _, line := range []string{"Dear Reader,\n", "Subscribe now\n", "Related\nThe board voted on Monday to reopen the old island ferry soon.\n", "A (\n"} {
		for _, n := range []int{1_000, 10_000} {
			raw := []byte(strings.Repeat(line, n))
			b.Run(fmt.Sprintf("%.8q/%d", line, n), func(b *testing.B) {
				for b.Loop() {
					Clean(raw, "x.txt", Lines{})
				}
			})
		}
	}
}
