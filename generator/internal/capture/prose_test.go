package capture

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"briefbook/generator/internal/pdf"
)

// set sets lines in a face of which every letter is 5 points wide. A line is "12" blanks of indent and text; "=" begins
// the next block, "#" the next page, and "!" a line of twice the size.
func set(text string) []pdf.Line {
	var out []pdf.Line
	page, block, top := 1, 1, 0.
	for line := range strings.SplitSeq(text, "\n") {
		switch line {
		case "=":
			block++
			top += 12
			continue
		case "#":
			page++
			block++
			top = 0
			continue
		case "":
			top += 12
			continue
		}
		size := 10.
		if strings.HasPrefix(line, "!") {
			line, size = line[1:], 20
		}
		left := 5 * float64(len(line)-len(strings.TrimLeft(line, " ")))
		line = strings.TrimLeft(line, " ")
		first, _, _ := strings.Cut(line, " ")
		width := func(s string) float64 { return size / 2 * float64(len([]rune(s))) }
		out = append(out, pdf.Line{
			Page: page, Block: block, Text: line, Left: left, Right: left + width(line), Top: top, Bottom: top + size, Size: size, First: width(first),
		})
		top += 12 * size / 10
	}
	return out
}

func TestProse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, lines string
		want        []string
	}{
		{"nothing", "", nil},
		{"one paragraph", "The harbour board voted on Tuesday\nto reopen the ferry.", []string{"The harbour board voted on Tuesday to reopen the ferry."}},
		{"space above", "The harbour board voted on Tuesday.\n\nNobody had counted the crates there.", []string{"The harbour board voted on Tuesday.", "Nobody had counted the crates there."}},
		{"an indent", "  The harbour board voted on it today.\nNobody had counted crates on Tuesday.\n  The boat sails again this Saturday.\nAll of the crew had said so to us.",
			[]string{"The harbour board voted on it today. Nobody had counted crates on Tuesday.", "The boat sails again this Saturday. All of the crew had said so to us."}},
		{"items whose further lines are indented", "Quill, M. The harbour of the town and\n   the winter that was so long for us.\nQuay, N. Another work on the harbour\n   which nobody reads any more in town.\nRill, O. The third of those three, now.",
			[]string{"Quill, M. The harbour of the town and the winter that was so long for us.", "Quay, N. Another work on the harbour which nobody reads any more in town.", "Rill, O. The third of those three, now."}},
		{"a quotation set in", "The harbour board said in the evening:\n   we have voted for the island again\n   and do so to the last of our boats.\nNobody had counted the crates there.", []string{
			"The harbour board said in the evening:", "we have voted for the island again and do so to the last of our boats.", "Nobody had counted the crates there."}},
		{"a line that ended early", "The harbour board voted on it.\nThe boat sails again on Saturday, said all\nof its crew.", []string{"The harbour board voted on it.", "The boat sails again on Saturday, said all of its crew."}},
		{"ragged lines that ended where they had to", "The harbour board voted on\nreconsidering the timetable of\nthe boats.", []string{"The harbour board voted on reconsidering the timetable of the boats."}},
		{"a larger headline of two lines", "!Ferry to return\n!this year\nThe harbour board voted on Tuesday.", []string{"Ferry to return this year", "The harbour board voted on Tuesday."}},
		{"items", "The board named:\n• the pier, which was built a century\nago;\n• the boat.", []string{"The board named:", "• the pier, which was built a century ago;", "• the boat."}},
		{"numbered items", "(a) the pier, which was built a century\nago.\n(b) the boat, which is older than the pier\nis.\n12. the crew.", []string{"(a) the pier, which was built a century ago.", "(b) the boat, which is older than the pier is.", "12. the crew."}},
		{"a year is no item", "All of that happened in the autumn of\n1998. Nobody had counted the crates.", []string{"All of that happened in the autumn of 1998. Nobody had counted the crates."}},
		{"contents", "1 Piers . . . . . . . . . 1\n2 Boats . . . . . . . . . 7\n3 Crews ................. 9", []string{"1 Piers . . . . . . . . . 1", "2 Boats . . . . . . . . . 7", "3 Crews ................. 9"}},
		{"from column to column", "The harbour board voted on Tuesday\nto reopen the island ferry, which the\n=\ntown had closed.\nNobody objected to it at all.", []string{
			"The harbour board voted on Tuesday to reopen the island ferry, which the town had closed.", "Nobody objected to it at all."}},
		{"from page to page, over a number and a running head", "The harbour board voted on Tuesday\nto reopen the island ferry for Mara\n=\n17\n#\nHarbour Post\n=\nQuill and for all of the others who\nhad asked for it.", []string{
			"The harbour board voted on Tuesday to reopen the island ferry for Mara Quill and for all of the others who had asked for it.", "17", "Harbour Post"}},
		{"a sentence ends with the page", "The harbour board voted on Tuesday\nto reopen the island ferry for Mara.\n#\nQuill and all of the others had asked\nfor it.", []string{
			"The harbour board voted on Tuesday to reopen the island ferry for Mara.", "Quill and all of the others had asked for it."}},
		{"a heading, not the rest", "The harbour board voted on Tuesday\nto reopen the island ferry for all of\n=\n!What comes next\n=\nNobody had counted the crates on the\nquay.", []string{
			"The harbour board voted on Tuesday to reopen the island ferry for all of", "What comes next", "Nobody had counted the crates on the quay."}},
		{"an address at the foot", "The harbour board voted on Tuesday\nto reopen the island ferry which the\n=\nhttps://harbour.example/ferry\n#\ntown had closed in the autumn of last\nyear.", []string{
			"The harbour board voted on Tuesday to reopen the island ferry which the town had closed in the autumn of last year.", "https://harbour.example/ferry"}},
	} {
		if got := prose(set(c.lines)); got != strings.Join(c.want, "\n\n") {
			t.Errorf("%s:\n%s", c.name, got)
		}
	}
}

func TestSeams(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, first, second, want string }{
		{"a word divided", "the govern-", "ment said", "the government said"},
		{"divided by a soft hyphen", "the govern\u00ad", "ment said", "the government said"},
		{"divided by a true hyphen", "the govern\u2010", "ment said", "the government said"},
		{"a compound the text knows", "known as long-", "standing", "known as long-standing"},
		{"halves the text knows", "the north-", "south road", "the north-south road"},
		{"a whole the text knows", "a co-", "operation", "a cooperation"},
		{"a name", "Kim Jong-", "Un spoke", "Kim Jong-Un spoke"},
		{"a year", "in 2018-", "2019", "in 2018-2019"},
		{"figures and a word", "a 10-", "day trip", "a 10-day trip"},
		{"a word to come", "Vor- und Nach- oder Zwischen-", "und Endstand", "Vor- und Nach- oder Zwischen- und Endstand"},
		{"a dash", "the boat -", "an old one", "the boat - an old one"},
		{"a long dash", "the boat—", "an old one", "the boat—an old one"},
		{"a dash between names", "the US–", "Korea talks", "the US–Korea talks"},
		{"an address", "see https://harbour.example/a-", "b/c.html now", "see https://harbour.example/a-b/c.html now"},
		{"an address that ends a sentence", "see https://harbour.example.", "Then go", "see https://harbour.example. Then go"},
		{"Chinese", "双方同意在开", "城设立办公室", "双方同意在开城设立办公室"},
		{"Chinese and a figure", "双方同意在", "2018年", "双方同意在 2018年"},
		{"Korean words", "남북은 판문점에서", "만나기로 했다", "남북은 판문점에서 만나기로 했다"},
		{"a Korean word the text knows", "남북은 연락사", "무소를 두기로 했다", "남북은 연락사무소를 두기로 했다"},
		{"a single syllable", "사무소를 개성에 설", "치하기로 했다", "사무소를 개성에 설치하기로 했다"},
		{"a single syllable that is a word", "그렇게 될 수", "있다고 했다", "그렇게 될 수 있다고 했다"},
		{"ligatures", "the oﬃcial ﬂeet of", "aﬀable men", "the official fleet of affable men"},
		{"nothing else is folded", "½ of 10² “ＡＢＣ” ™ №", "Ⅳ …", "½ of 10² “ＡＢＣ” ™ № Ⅳ …"},
		{"blanks and controls", " a\t b\u00a0c", "\x01d ", "a b c d"},
	} {
		w := learn([]pdf.Line{{Text: "the north and the south have a long-standing cooperation, with 연락사무소를 여기"}})
		if got := w.join([]pdf.Line{{Text: c.first}, {Text: c.second}}); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestBoxes(t *testing.T) {
	t.Parallel()
	lines, pages := boxes(`<page width="612" height="792">
<flow>
<block xMin="1">
<line xMin="10.5">
<word xMin="10.5" yMin="20" xMax="30" yMax="32">Ferries&#39;s</word>
<word xMin="33" yMin="20" xMax="50" yMax="32">a&lt;b</word>
</line>
<line xMin="90">
<word xMin="90" yMin="20.5" xMax="99" yMax="32">wide</word>
</line>
<line >
<word xMin="10" yMin="35" xMax="60" yMax="47">second</word>
<word xMin="x"> </word>
</line>
<line >
</line>
</block>
</flow>
</page>
<page width="612" height="792">
</page>`)
	if pages != 2 || len(lines) != 2 {
		t.Fatalf("%d pages, %+v", pages, lines)
	}
	if l := lines[0]; l.Text != "Ferries's a<b wide" || l.Left != 10.5 || l.Right != 99 || l.Top != 20 || l.Size != 12 || l.First != 19.5 || l.Page != 1 || l.Block != 1 {
		t.Errorf("%+v", l)
	}
}

// FuzzProse: whatever the lines, all their characters but hyphens and ligatures come out, in the paragraphs' order or
// another, and paragraphs are one line each.
func FuzzProse(f *testing.F) {
	f.Add("The harbour board vo-\nted on\n=\n17\n#\n!Head\n  ted\n• item\n1 . . . 7", 3)
	f.Add("남북은 판문\n점에서\n双方同意在开\n城\n\u00ad\n-\nhttps://a.b/-\nc", 1)
	f.Fuzz(func(t *testing.T, text string, _ int) {
		lines := set(strings.ToValidUTF8(text, ""))
		got := prose(lines)
		for p := range strings.SplitSeq(got, "\n\n") {
			if strings.ContainsAny(p, "\n\r") || p != strings.TrimSpace(p) || p == "" && got != "" {
				t.Fatalf("%q in %q", p, got)
			}
		}
		var in strings.Builder
		for _, l := range lines {
			in.WriteString(l.Text)
		}
		if a, b := letters(in.String()), letters(got); a != b {
			t.Fatalf("%q became %q", in.String(), got)
		}
	})
}

// letters counts the letters of a text, by kind, ligatures undone.
func letters(text string) [128]int {
	var n [128]int
	for _, r := range plain(text) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n[r%128]++
		}
	}
	return n
}

func TestLegible(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		pages      int
		want       string
	}{
		{"English", "The harbour board voted on Tuesday.", 1, ""},
		{"one word", "Ferry", 1, ""},
		{"Korean", "남북은 판문점에서 만나기로 했다고 관계자가 밝혔다.", 1, ""},
		{"Chinese without blanks", strings.Repeat("双方同意在开城设立办公室。", 20), 1, ""},
		{"Russian", "Паром снова пойдёт до Пасхи, сообщили в порту.", 1, ""},
		{"a table of figures", strings.Repeat("12.5 % 17.3 % 9,004 ", 30), 1, ""},
		{"German with long words", strings.Repeat("Donaudampfschifffahrtsgesellschaftskapitän ", 9), 1, ""},
		{"few words on many pages", "Annex", 30, scanned},
		{"Polish", strings.Repeat("Źdźbło trzciny wzdłuż brzegu chrzęści w gęstwinie, mówi rzecznik. ", 5), 1, ""},
		{"addresses", "https://harbour.example/news/2019/ferry-to-return-after-a-winter-of-repairs-on-the-island and more", 1, ""},
	} {
		if got := trouble(norm.NFC.String(c.text), c.pages); got != c.want {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}
