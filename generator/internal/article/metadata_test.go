package article

import (
	"strings"
	"testing"
	"unicode"

	"briefbook/generator/internal/book"
)

// stated writes the values that were found, one line each, and the flags of the date.
func stated(o *book.Original) string {
	var b strings.Builder
	for _, v := range []struct{ name, text string }{{"title", o.Title.Text}, {"publisher", o.Publisher.Text}, {"agency", o.Agency.Text}, {"byline", strings.Join(o.Byline.List, "; ")},
		{"date", o.Date.Text}, {"updated", o.Updated.Text}, {"dateline", o.Dateline.Text}, {"url", o.URL.Text}, {"rights", o.RightsHint}, {"flags", strings.Join(o.DateFlags, " ")}} {
		if v.text != "" {
			b.WriteString(v.name + ": " + v.text + "\n")
		}
	}
	return b.String()
}

const ferry = "Island ferry to reopen in April"

const ferryTitle = "title: " + ferry + "\n"

var metadata = []struct{ name, in, want string }{
	{"a day and a month that nobody can tell apart", ferry + "\n03/04/2021\n" + prose, ferryTitle + "flags: ambiguous_day_month\n"},
	{"another date shows that the day stands first", ferry + "\nPublished 03/04/2021, updated 15/04/2021\n" + prose, ferryTitle + "date: 2021-04-03\nupdated: 2021-04-15\n"},
	{"a dateline decides", ferry + "\n03/04/2021\n\nHARBOUR, March 4 (AFP) - The board voted on Thursday to reopen the island ferry after a winter of repairs.\n",
		ferryTitle + "agency: AFP\ndate: 2021-03-04\ndateline: Harbour\n"},
	{"the address decides", ferry + "\n03/04/2021\n" + prose + "\nSource: https://ferrytimes.example/2021/04/03/ferry\n",
		ferryTitle + "publisher: ferrytimes.example\ndate: 2021-04-03\nurl: https://ferrytimes.example/2021/04/03/ferry\n"},
	{"a weekday decides", ferry + "\nSaturday 03/04/2021\n" + prose, ferryTitle + "date: 2021-04-03\n"},
	{"a dateline some days before the date of publication", ferry + "\nApril 1, 2019\n\nWASHINGTON, March 31, 2019 (AFP) – The board voted on Sunday to reopen the island ferry after a winter of repairs.\n",
		ferryTitle + "agency: AFP\ndate: 2019-04-01\ndateline: Washington\n"},
	{"a dateline of another month", ferry + "\nApril 1, 2019\n\nWASHINGTON, January 31, 2019 (AFP) – The board voted on Sunday to reopen the island ferry after a winter of repairs.\n",
		ferryTitle + "agency: AFP\ndateline: Washington\nflags: date_conflict\n"},
	{"a date in running text is none", ferry + "\n\nOn 4 March 2019 the board voted to reopen the island ferry after a winter of repairs to the pier.\n", ferryTitle},
	{"a suffix that is the publisher's", ferry + " - Ferry Digest\n" + prose + "\nThe post " + ferry + " appeared first on Ferry Digest.\n", ferryTitle + "publisher: Ferry Digest\n"},
	{"a suffix that is the domain's name", ferry + " - Ferry Point\n" + prose + "\nhttps://www.ferrypoint.example/news/7\n", ferryTitle + "publisher: Ferry Point\nurl: https://www.ferrypoint.example/news/7\n"},
	{"a suffix that is the title's own", ferry + " - Board's Office\n" + prose + "\n© 2019 Ferry Digest\n", "title: " + ferry + " - Board's Office\npublisher: Ferry Digest\nrights: © 2019 Ferry Digest\n"},
	{"a site's front page is no address of the text", ferry + "\n" + prose + "\nRead more at https://www.ferrypoint.example/\n", ferryTitle + "publisher: ferrypoint.example\n"},
	{"two publishers", ferry + "\nSource: Ferry Digest\n" + prose + "\n© 2019 Harbour Mirror\n", ferryTitle + "rights: © 2019 Harbour Mirror\n"},
	{"a masthead, and the company that owns it", "FERRY DIGEST\n" + ferry + "\nBy Mara Lindqvist\n" + prose + "\n© 2019 Harbour Media Group Ltd.\n",
		ferryTitle + "publisher: Ferry Digest\nbyline: Mara Lindqvist\nrights: © 2019 Harbour Media Group Ltd.\n"},
	{"a masthead with its section", "Ferry Courier | Transport\n" + ferry + "\n" + prose, ferryTitle + "publisher: Ferry Courier\n"},
	{"sections above the title", "Home > World > Harbour\nPOLITIK\n" + ferry + "\n" + prose, ferryTitle},
	{"a question", "Why did the board wait so long to reopen the ferry?\nBy Mara Lindqvist\n" + prose, "title: Why did the board wait so long to reopen the ferry?\nbyline: Mara Lindqvist\n"},
	{"a title that ends as a sentence", "The ferry is back.\nBy Mara Lindqvist\n" + prose, "title: The ferry is back.\nbyline: Mara Lindqvist\n"},
	{"a title of two words", "Ferry reopens\n4 March 2019\n" + prose, "title: Ferry reopens\ndate: 2019-03-04\n"},
	{"a title with a colon and a quotation", "Board: 'We waited long enough'\n" + prose, "title: Board: 'We waited long enough'\n"},
	{"a title above the menus of its page", ferry + " | Ferry Digest\nNews\nSport\nA line of the menu\n" + ferry + "\nBy Mara Lindqvist\n" + prose, ferryTitle + "publisher: Ferry Digest\nbyline: Mara Lindqvist\n"},
	{"a name alone beside a date", ferry + "\nMara Lindqvist\n4 March 2019\n" + prose, ferryTitle + "byline: Mara Lindqvist\ndate: 2019-03-04\n"},
	{"a name alone that is in the news", ferry + "\nMara Lindqvist\n4 March 2019\n\nThe chair of the board, Mara Lindqvist, said on Monday that the ferry would be running again in April.\n", ferryTitle + "date: 2019-03-04\n"},
	{"who took a picture wrote nothing", ferry + "\nA ferry leaves the pier in 2017. Jon Meer/AFP\nBy Mara Lindqvist\n" + prose, ferryTitle + "byline: Mara Lindqvist\n"},
	{"a place behind a name", ferry + "\nBy Mara Lindqvist, Port Samra\n\nThe board of Port Samra voted on Monday to reopen the island ferry after a winter of repairs.\n", ferryTitle + "byline: Mara Lindqvist\n"},
	{"the name below the word", ferry + "\n" + prose + "\nWritten by\nMara Lindqvist\n", ferryTitle + "byline: Mara Lindqvist\n"},
	{"a name under the text", ferry + "\n" + prose + "\n(Mara Lindqvist)\n", ferryTitle + "byline: Mara Lindqvist\n"},
	{"reporters who sign with an agency's form", ferry + "\n" + prose + "\n(Reporting by Mara Lindqvist and Jon Meer; Editing by Ida Brandt)\n", ferryTitle + "byline: Mara Lindqvist; Jon Meer\n"},
	{"an agency's inputs", ferry + "\n" + prose + "\n(With inputs from PTI)\n", ferryTitle + "agency: PTI\n"},
	{"an agency's inputs beside another's dateline", ferry + "\n\nHARBOUR (AFP) - The board voted on Monday to reopen the island ferry after a winter of repairs.\n\nWith inputs from PTI\n", ferryTitle + "agency: AFP\ndateline: Harbour\n"},
	{"an agency's rights", ferry + "\n" + prose + "\n© 2019 AFP\n", ferryTitle + "agency: AFP\nrights: © 2019 AFP\n"},
	{"an agency at the end of the text", ferry + "\n\nThe board voted on Monday to reopen the island ferry after a winter of repairs to the pier.\n\nTickets stay at the old price, and islanders will travel free of charge on the first three days, the chair of the board said. (ANI)\n", ferryTitle + "agency: ANI\n"},
	{"a labelled export", "HEADLINE: " + ferry + "\nBYLINE: MARA LINDQVIST\nDATE: March 4, 2019\nLENGTH: 352 words\nSECTION: News; Pg. A4\nSOURCE: The Ferry Digest\n" + prose + "\nLOAD-DATE: March 5, 2019\n",
		ferryTitle + "publisher: The Ferry Digest\nbyline: Mara Lindqvist\ndate: 2019-03-04\n"},
	{"labels with a date in figures and a name the other way round", "Title: " + ferry + "\nAuthor: Lindqvist, Mara\nPublished: 20190304\nURL: https://ferrydigest.example/a?id=7\n" + prose,
		ferryTitle + "publisher: ferrydigest.example\nbyline: Mara Lindqvist\ndate: 2019-03-04\nurl: https://ferrydigest.example/a?id=7\n"},
	{"an export with codes", "HD " + ferry + "\nBY By Mara Lindqvist\nWC 352 words\nPD 4 March 2019\nSN The Ferry Digest\nLA English\nCY (c) 2019 Ferry Press Ltd.\n" + prose,
		ferryTitle + "publisher: The Ferry Digest\nbyline: Mara Lindqvist\ndate: 2019-03-04\nrights: CY (c) 2019 Ferry Press Ltd.\n"},
	{"heads of a mail", "From: Ida Brandt\nSent: Monday, March 11, 2019 8:12 AM\nTo: Desk\nSubject: FW: ferry\n\n" + ferry + "\nBy Mara Lindqvist\nMarch 4, 2019\n" + prose, ferryTitle + "byline: Mara Lindqvist\ndate: 2019-03-04\n"},
	{"rights under another paper's name", ferry + "\n" + prose + "\nThis article first appeared in the Ferry Digest on 4 March 2019. It is republished under a Creative Commons licence.\n",
		ferryTitle + "publisher: Ferry Digest\ndate: 2019-03-04\nrights: This article first appeared in the Ferry Digest on 4 March 2019. It is republished under a Creative Commons licence.\n"},
	{"Korean, signed at the end", "섬 여객선 4월 운항 재개 결정\n입력 2014.02.12 06:07\n\n항만 위원회는 겨울 동안 부두를 수리한 뒤 섬 여객선의 운항을 다시 시작하기로 월요일 회의에서 결정했다고 밝혔다.\n\n홍길동 기자 gildong@ferry.example\n\nⓒ 항만일보, 무단 전재 및 재배포 금지\n",
		"title: 섬 여객선 4월 운항 재개 결정\npublisher: 항만일보\nbyline: 홍길동\ndate: 2014-02-12\nrights: ⓒ 항만일보, 무단 전재 및 재배포 금지\n"},
	{"Chinese", "岛屿渡轮四月恢复通航\n\n2019年3月4日 09:15 来源：新华社\n\n新华社北京3月4日电（记者张三）港口委员会星期一决定，在冬季维修码头之后，岛屿渡轮将于四月恢复通航。\n",
		"title: 岛屿渡轮四月恢复通航\nagency: Xinhua\ndate: 2019-03-04\ndateline: 北京\n"},
}

func TestMetadata(t *testing.T) {
	t.Parallel()
	for _, c := range metadata {
		o := Clean([]byte(c.in), "x.txt", Lines{})
		if got := stated(o); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
		accounted(t, c.in, o)
		valued(t, c.in, o)
	}
}

// valued checks that values hold no control characters and are words of the text.
func valued(t *testing.T, text string, o *book.Original) {
	t.Helper()
	lower := func(s string) string { return strings.ToLower(strings.Join(strings.Fields(legible(s)), " ")) }
	whole := lower(text)
	for _, v := range append([]string{o.Title.Text, o.Publisher.Text, o.Dateline.Text, o.URL.Text, o.RightsHint}, o.Byline.List...) {
		if strings.ContainsFunc(v, func(r rune) bool { return unicode.IsControl(r) && r != '\t' }) {
			t.Errorf("a value holds a control character: %q", v)
		}
		for word := range strings.FieldsSeq(lower(v)) {
			if !strings.Contains(whole, word) {
				t.Errorf("%q of %q is not in the text", word, v)
			}
		}
	}
}

func FuzzValues(f *testing.F) {
	for _, c := range metadata {
		f.Add(c.in)
	}
	for _, c := range clippings {
		f.Add(c.in)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{"x.txt", "x.md"} {
			o := Clean([]byte(text), name, Lines{})
			if strings.ToValidUTF8(text, "") == text && !strings.Contains(text, "\x00") {
				accounted(t, strings.TrimPrefix(text, "\ufeff"), o)
			}
			for _, v := range append([]string{o.Title.Text, o.Publisher.Text, o.Agency.Text, o.Dateline.Text, o.URL.Text, o.Date.Text, o.RightsHint}, o.Byline.List...) {
				if strings.ContainsFunc(v, func(r rune) bool { return r == '\n' || forbidden(r) }) {
					t.Errorf("a value holds a control character: %q", v)
				}
			}
		}
	})
}
