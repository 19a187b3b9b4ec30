package gate

import (
	"testing"
)

const ferry = `The harbour board voted on Tuesday to reopen the island ferry after a winter of repairs, and the first boat is to sail before Easter. ` +
	`Nobody had counted the crates that stood on the quay, a spokesman for the town’s trading house said, but "we don't expect the store to be full again by 12 May 2019", he added.`

func one(text string) *Index { return New([]Source{{ID: "ferry", Words: Text([]byte(text), ".txt")}}) }

func scan(x *Index, path, text string, d *Declared) []Run {
	s := x.Scan(path, d)
	_, _ = s.Write([]byte(text))
	return s.Close()
}

func TestForms(t *testing.T) {
	t.Parallel()
	x := one(ferry)
	for _, c := range []struct {
		name, path, text string
		words            int // 0: none reported
	}{
		{"plain", "a.txt", "so the harbour board voted on Tuesday to reopen the island ferry after all", 12},
		{"seven", "a.txt", "so the harbour board voted on Tuesday to sail", 0},
		{"eight", "a.txt", "so the harbour board voted on Tuesday to reopen it", 8},
		{"case", "a.txt", "THE HARBOUR BOARD VOTED ON TUESDAY TO REOPEN", 8},
		{"punctuation", "a.txt", "the harbour; board (voted) on -- Tuesday… to “reopen”", 8},
		{"lines", "a.txt", "the harbour\nboard voted\r\n\r\non Tuesday\tto reopen", 8},
		{"accents and ligatures", "a.txt", "the harbour board voted on Tuesday to re\u00adopen the is\u200bland", 10},
		{"full width", "a.txt", "ｔｈｅ ｈａｒｂｏｕｒ ｂｏａｒｄ ｖｏｔｅｄ ｏｎ Ｔｕｅｓｄａｙ ｔｏ ｒｅｏｐｅｎ", 8},
		{"straight apostrophe", "a.txt", "a spokesman for the town's trading house said, but", 9},
		{"referenced apostrophe", "a.html", "a spokesman for the town&#8217;s trading house said, but", 9},
		{"named apostrophe", "a.html", "a spokesman for the town&rsquo;s trading house said, but", 9},
		{"apostrophe escaped twice", "a.xml", "a spokesman for the town&amp;rsquo;s trading house said, but", 9},
		{"apostrophe in JSON", "a.json", `{"text":"a spokesman for the town\u2019s trading house said, but"}`, 9},
		{"apostrophe in JSON in a script", "a.js", `JSON.parse("{\"text\":\"a spokesman for the town\\u2019s trading house said, but\"}")`, 9},
		{"apostrophe in JavaScript", "a.js", `var s='but we don\'t expect the store to be full'`, 9},
		{"code point", "a.js", `var s='a spokesman for the town\u{2019}s trading house said, but'`, 9},
		{"JSON with lines", "a.json", `"the harbour\nboard voted\ton Tuesday\r\nto reopen"`, 8},
		{"JavaScript in pieces", "a.js", `s = "the harbour board " + "voted on Tuesday to " + "reopen"`, 8},
		{"address", "a.html", `<a href="https://h.test/?q=the%20harbour%20board%20voted%20on%20Tuesday%20to%20reopen">x</a>`, 8},
		{"address with an apostrophe", "a.html", `<a href="?a=b&amp;q=a+spokesman+for+the+town%E2%80%99s+trading+house+said%2C+but">x</a>`, 9},
		{"text fragment", "a.html", `<a href="x#:~:text=voted%20on%20Tuesday,to%20reopen%20the%20island%20ferry">x</a>`, 8},
		{"style", "a.css", `p::after { content: "the harbour board \76oted on Tuesd\61 y to reopen" }`, 8},
		{"style with an apostrophe", "a.css", `content: "a spokesman for the town\2019 s trading house said, but"`, 9},
		{"text in tags", "a.html", "<p>The <b>harbour</b> board <i class=x>voted</i><br>on <a href='x y z'>Tuesday</a> to re<b>open</b></p>", 8},
		{"paragraphs", "a.html", "<p>The harbour board voted</p><div class=\"some more words\"><p>on Tuesday to reopen", 8},
		{"comment between", "a.html", "The harbour board <!-- some words of no -- use --> voted on Tuesday to reopen", 8},
		{"in a comment", "a.html", "x <!-- the harbour board <b>voted</b> on Tuesday to reopen -->", 8},
		{"mark of a citation", "a.html", `The harbour board voted <a class="cite" id="c1" href="x.html#p2">3 ¶2–4, 17</a> on Tuesday to<sup>4</sup> reopen`, 8},
		{"paragraph number", "a.html", `<p>The harbour board voted</p><p id="p4"><a href="#p4">4</a>on Tuesday to reopen`, 8},
		{"possessive behind a tag", "a.html", `a spokesman for the <a href="x">town</a>’s trading house said, but`, 9},
		{"half in an attribute", "a.html", `<img alt="the harbour board voted"> on Tuesday to reopen`, 0},
		{"alt", "a.html", `<p>on <img alt="the harbour board voted on Tuesday to reopen" src=x> x`, 8},
		{"marks of markup in a value", "a.html", `<p title='the "harbour" board voted > on = Tuesday < to reopen'>`, 8},
		{"data with tags", "a.html", `<a data-card="&lt;p&gt;The &lt;b class=&quot;x y&quot;&gt;harbour&lt;/b&gt; board voted on Tuesday to reopen&lt;/p&gt;">`, 8},
		{"data with JSON", "a.html", `<a data-card="{&quot;a&quot;:&quot;a spokesman for the town\u2019s trading house said, but&quot;}">`, 9},
		{"nested tag left open", "a.html", `<a title="x <b">The harbour board voted on Tuesday to reopen</a>`, 8},
		{"COinS", "a.html", `<span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft.atitle=The+harbour+board+voted+on+Tuesday+to+reopen&amp;rft.au=x"></span>`, 8},
		{"figure", "a.svg", `<svg><title>the harbour board voted on Tuesday to reopen</title></svg>`, 8},
		{"lines of a figure", "a.svg", `<text><tspan x="1">the harbour board</tspan><tspan x="1">voted on Tuesday to</tspan><tspan>reopen</tspan></text>`, 8},
		{"feed", "a.xml", `<content type="html">&lt;p&gt;The harbour &lt;em&gt;board&lt;/em&gt; voted on Tuesday to re&lt;b&gt;open</content>`, 8},
		{"CDATA", "a.xml", `<d>the harbour<![CDATA[ board <b>voted</b> on Tuesday ]]>to <![CDATA[reopen</d>`, 8},
		{"CDATA whole", "a.xml", `<d><![CDATA[the harbour board <b>voted</b> on Tuesday to]]> reopen</d>`, 8},
		{"script", "a.html", `<script>if(a<b){s="the harbour board voted on Tuesday to reopen"}</script>`, 8},
		{"BibTeX", "a.bib", `title = {{T}he harbour {B}oard voted on {Tuesday} to {\it reopen}}`, 8},
		{"TeX", "a.tex", `the \textbf{harbour} bo\-ard voted\par on \emph{Tuesday} to \hskip 1em\\ reopen the`, 0},
		{"TeX with words in commands", "a.tex", `\emph{the harbour} bo\-ard voted\par on \textit{Tues}day to\\reopen`, 8},
		{"rich text", "a.rtf", `{\rtf1 a spokesman\par for {\b the} to{\i wn\u8217?s} tr\u97?ding hous\'65 said, but}`, 9},
		{"address without apostrophes", "a.html", `<a href="/a-spokesman-for-the-town-s-trading-house-said-but">`, 9},
		{"name without apostrophes", "a_spokesman_for_the_town_s_trading_house_said_but.txt", "x", 9},
		{"contraction in an address", "a.html", `<a href="/but-we-don-t-expect-the-store-to-be-full/">`, 9},
		{"a letter behind a hyphen", "a.txt", "the harbour board voted on Tuesday-s-to reopen", 0},
		{"words divided", "a.txt", "the har-\nbour board voted on Tues-\r\n  day to re\u00ad\nopen", 8},
		{"compound at the end of a line", "a.txt", "the harbour board voted on Tuesday to -\nreopen", 8},
		{"capitals in a name", "notes/TheHarbourBoardVotedOnTuesdayToReopen.txt", "x", 8},
		{"BibTeX with capitals kept", "a.bib", `title = {{T}he harbour {B}oard voted on {Tuesday} to reopen}`, 8},
		{"RIS", "a.ris", "TI  - The harbour board voted on Tuesday to reopen\r\nER  - ", 8},
		{"NUL between", "a.bin", "\x89PNG\x00\x01t\x00h\x00e\x00 \x00h\x00a\x00r\x00b\x00o\x00u\x00r\x00 \x00b\x00o\x00a\x00r\x00d\x00 \x00v\x00o\x00t\x00e\x00d\x00 \x00o\x00n\x00 \x00T\x00u\x00e\x00s\x00d\x00a\x00y\x00 \x00t\x00o\x00 \x00r\x00e\x00o\x00p\x00e\x00n\x00\x01", 8},
		{"path", "notes/the-harbour-board_voted.on/tuesday-to-reopen.html", "x", 8},
		{"numbers counted", "a.txt", "the store to be full again by 12 May 2019", 10},
		{"another number", "a.txt", "the store to be full again by 13 May 2019", 9},
		{"number at the end", "a.txt", "the store to be full again by 12 men", 8},
		{"another number at the end", "a.txt", "the store to be full again by 13 men", 0},
		{"underlined", "a.html", "The har<u>bou</u>r board voted on Tuesday to reopen", 8},
	} {
		got := scan(x, c.path, c.text, nil)
		switch {
		case c.words == 0 && len(got) > 0, c.words > 0 && (len(got) != 1 || got[0].Words != c.words || got[0].All != c.words):
			t.Errorf("%s: %+v, want %d", c.name, got, c.words)
		}
	}
}
