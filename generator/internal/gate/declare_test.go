package gate

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

const crates = `Crates on the quay By Ann Carrow and Tom Pell The Ferry Post 4 March 2019 ` +
	`The clerk of the trading house told a reporter in the rain that nobody who had seen the crates would ever wish to count them by night, ` +
	`and that the store would stay shut until the last of the boats had come home from the outer banks in autumn.`

func TestDeclared(t *testing.T) {
	t.Parallel()
	x := New([]Source{{ID: "crates", Words: Text([]byte(crates), ".txt")}})
	var d Declared
	d.Add("nobody who had seen the crates would ever wish to count them by night")
	d.Add("Crates on the quay")
	d.Add("Ann Carrow and Tom Pell")
	d.Add("The Ferry Post")
	d.Add("4 March 2019")
	d.Add("outer banks")
	for _, c := range []struct {
		name, text string
		words, all int
	}{
		{"the quotation", "he said “nobody who had seen the crates would ever wish to count them by night”", 0, 0},
		{"cut at both ends", "he said “… seen the crates would ever wish to count them by …”", 0, 0},
		{"a lead-in that the original has", "in the rain that “nobody who had seen the crates would ever wish to count them by night”", 0, 0},
		{"seven words on either side", "told a reporter in the rain that nobody who had seen the crates would ever wish to count them by night and that the store would stay shut", 14, 28},
		{"eight words before it", "house told a reporter in the rain that nobody who had seen the crates would ever wish to count them by night", 8, 22},
		{"four words of it", "told a reporter in the rain that nobody who had seen", 11, 11},
		{"heading", "Crates on the quay. By Ann Carrow and Tom Pell, The Ferry Post, 4 March 2019", 0, 0},
		{"heading and the text", "Crates on the quay By Ann Carrow and Tom Pell The Ferry Post 4 March 2019 The clerk of the trading house told a reporter in the", 12, 27},
		{"short ones do not count alone", "until the last of the boats had come home from the outer banks in autumn", 15, 15},
	} {
		got := scan(x, "a.html", c.text, &d)
		switch {
		case c.words == 0 && len(got) > 0, c.words > 0 && (len(got) != 1 || got[0].Words != c.words || got[0].All != c.all):
			t.Errorf("%s: %+v, want %d of %d", c.name, got, c.words, c.all)
		}
	}
	var free Declared
	free.AddWords(Text([]byte("The Quay Times has it that "+crates), ".txt"))
	if got := scan(x, "a.html", crates, &free); len(got) > 0 {
		t.Errorf("another original that may be published has it all: %+v", got)
	}
}

func TestFind(t *testing.T) {
	t.Parallel()
	x := one(ferry)
	var d Declared
	d.Add("The harbour board voted on Tuesday to reopen the island ferry")
	quoted := `In "the harbour board voted on Tuesday to reopen the island ferry" [@ferry ¶1] it stands.`
	for _, c := range []struct {
		name, text string
		allowed    string
		words      int
		at         string // what the run begins with
	}{
		{"pasted", "---\ntitle: x\n---\n\nWe say: after a winter of repairs, and the first boat is to sail.", "", 12, "after a winter"},
		{"in front matter", "---\ntitle: x\ndate_note: \"after a winter of repairs, and the first boat is to sail\"\n---\n", "", 12, "after a winter"},
		{"alternative text", "A ![after a winter of repairs, and the first boat is to sail](map.png) B", "", 12, "after"},
		{"title of a link", `A [b](x.md "after a winter of repairs, and the first boat is to sail") B`, "", 12, "after"},
		{"link without a label", `A [[after-a-winter-of-repairs-and-the-first-boat-is-to-sail]] B`, "", 12, "after"},
		{"emphasis, links and citations", "after a *win*ter [of](../notes/of.md) [[repairs|repairs]], and [@x ¶4] the[^1] first **boat** [see @y, para. 5] is `to` sail", "", 12, "after"},
		{"in a tag", `<p title="after a winter of [repairs], and the first boat is to sail">`, "", 12, "after"},
		{"a quotation", quoted, "the harbour board voted on Tuesday to reopen the island ferry", 0, ""},
		{"a title", quoted, "", 0, ""},
		{"a title and more of the text", "the harbour board voted on Tuesday to reopen the island ferry after a winter", "", 14, "the"},
		{"a part of a title and more of the text", "board voted on Tuesday to reopen the island ferry after a winter of repairs", "", 14, "board"},
		{"a part of a title that stands apart", "voted on Tuesday to reopen the island ferry: [x](y)", "", 8, "voted"},
		{"a title on a line", "x\n\nThe harbour board voted on Tuesday to reopen the island ferry\n\nafter lunch", "", 0, ""},
		{"seven words outside of a quotation", "board voted on Tuesday to reopen the island ferry after a winter of", "board voted on Tuesday to reopen", 0, ""},
		{"eight words outside of a quotation", "board voted on Tuesday to reopen the island ferry after a winter of repairs", "board voted on Tuesday to reopen", 8, "board"},
	} {
		var allowed [][2]int
		if c.allowed != "" {
			i := strings.Index(c.text, c.allowed)
			allowed = append(allowed, [2]int{i, i + len(c.allowed)})
		}
		got := x.Find([]byte(c.text), &d, allowed)
		switch {
		case c.words == 0 && len(got) > 0, c.words > 0 && (len(got) != 1 || got[0].Words != c.words || !strings.HasPrefix(c.text[got[0].Start:], c.at)):
			t.Errorf("%s: %+v, want %d", c.name, got, c.words)
		}
	}
}

func TestScripts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, held, text string
		words            int
	}{
		{"Korean", "항만 위원회는 화요일 표결로 겨울 수리를 마친 섬 연락선의 운항을 다시 시작하기로 했다", "항만 위원회는 <b>화요일</b> 표결로 겨울 수리를 마친 섬 연락선의", 9},
		{"Korean, letters apart", "항만 위원회는 화요일 표결로 겨울 수리를 마친 섬 연락선의 운항을 다시 시작하기로 했다",
			norm.NFD.String("항만 위원회는 화요일 표결로 겨울 수리를 마친 섬 연락선의"), 9},
		{"Chinese, fifteen characters", "港务委员会星期二投票决定重新开放岛上的渡轮因为冬季维修已经完成", "港务委员会星期二投票决定重新开", 0},
		{"Chinese, sixteen characters", "港务委员会星期二投票决定重新开放岛上的渡轮因为冬季维修已经完成", "港务委员会，星期二投票决定<i>重</i>新开放", 8},
		{"Chinese, 24 characters", "港务委员会星期二投票决定重新开放岛上的渡轮因为冬季维修已经完成", "港务委员会星期二投票决定重新开放岛上的渡轮因为冬", 12},
		{"Japanese of half width", "港の委員会は火曜日にフェリーのガイドを再開することを決めた", "港の委員会は火曜日にﾌｪﾘｰのｶﾞｲﾄﾞを再開する", 11},
		{"Thai", "คณะกรรมการท่าเรือลงมติเมื่อวันอังคารให้เปิดเรือข้ามฟากอีกครั้งหลังซ่อมแซม", "คณะกรรมการท่าเรือลงมติเมื่อวันอังคารให้เปิดเรือข้ามฟากอีก", 11},
		{"German", "Die Hafenstraße wird nach langer Überlegung am Dienstag für größere Schiffe gesperrt", "DIE HAFENSTRASSE WIRD NACH LANGER ÜBERLEGUNG AM DIENSTAG FÜR", 9},
		{"Greek", "ο πρόεδρος του λιμένος είπε στους ναύτες ότι ο δρόμος κλείνει", "Ο ΠΡΌΕΔΡΟΣ ΤΟΥ ΛΙΜΈΝΟΣ ΕΊΠΕ ΣΤΟΥΣ ΝΑΎΤΕΣ ΌΤΙ", 8},
	} {
		got := scan(one(c.held), "a.html", "<p>x "+c.text+" y</p>", nil)
		switch {
		case c.words == 0 && len(got) > 0, c.words > 0 && (len(got) != 1 || got[0].Words != c.words):
			t.Errorf("%s: %+v, want %d", c.name, got, c.words)
		}
	}
}

func TestPage(t *testing.T) {
	t.Parallel()
	w := Text([]byte(`<!DOCTYPE html><html><head><title>Crates &amp; boats on the quay in the evening rain</title>
<meta name="viewport" content="width=device-width, initial-scale=1, a=b">
<meta name="description" content="What the clerk of the house has to say about crates">
<script>var code = "none of these eight words is to be read by anyone";</script>
<script type="application/ld+json">{"@type":"Article","articleBody":"The store stays shut until the last boat came home"}</script>
<style>p { content: "none of these eight words is to be read either" }</style></head>
<body class="one two three four five six seven eight nine"><p>The cl<b>er</b>k of the house saw crates by the quay`), ".html")
	x := New([]Source{{ID: "page", Words: w}})
	for text, want := range map[string]int{
		"Crates & boats on the quay in the evening rain":          9,
		"What the clerk of the house has to say about crates":     11,
		"The store stays shut until the last boat came home":      10,
		"none of these eight words is to be read by anyone":       0,
		"one two three four five six seven eight nine":            0,
		"width=device-width, initial-scale=1, a=b what the clerk": 0,
		"The clerk of the house saw crates by the quay":           10,
		"Article articleBody the store stays shut until the":      0,
	} {
		got := scan(x, "a.txt", text, nil)
		if want == 0 && len(got) > 0 || want > 0 && (len(got) != 1 || got[0].Words != want) {
			t.Errorf("%q: %+v, want %d", text, got, want)
		}
	}
}

func TestWide(t *testing.T) {
	t.Parallel()
	x := one(ferry)
	for _, big := range []bool{false, true} {
		var b []byte
		for _, r := range "\ufeffx 😀 a spokesman for the town’s trading house said, but" {
			u := []rune{r}
			if r > 0xffff {
				u = []rune{0xd800 + (r-0x10000)>>10, 0xdc00 + (r-0x10000)&0x3ff}
			}
			for _, r := range u {
				if big {
					b = append(b, byte(r>>8), byte(r))
				} else {
					b = append(b, byte(r), byte(r>>8))
				}
			}
		}
		for size := 1; size < 9; size++ {
			s := x.Scan("a.txt", nil)
			for p := b; len(p) > 0; p = p[min(size, len(p)):] {
				_, _ = s.Write(p[:min(size, len(p))])
			}
			if got := s.Close(); len(got) != 1 || got[0].Words != 9 {
				t.Errorf("big %v, %d bytes at once: %+v", big, size, got)
			}
		}
		if y := New([]Source{{ID: "w", Words: Text(b, ".txt")}}); len(scan(y, "a.txt", ferry, nil)) != 1 {
			t.Errorf("big %v: the original is not read", big)
		}
	}
}
