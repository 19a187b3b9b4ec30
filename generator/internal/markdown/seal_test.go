package markdown

import (
	"fmt"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

// TestSeal looks at what stands around the seals of a page, and that they are no part of its words.
func TestSeal(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, page string
		want       []string // each quotation's words, and how the HTML goes on behind its citation
	}{
		{"in the line", "He spoke of “a quarrel about hours” [@courier ¶4], and left.",
			[]string{"a quarrel about hours", `7 4</a><seal 0>, and left.</p>`}},
		{"two on a line", "“The first of them” [@a ¶1] and “the second one” [@b ¶2].",
			[]string{"The first of them", `7 1</a><seal 0> and <span`, "the second one", `7 2</a><seal 1>.</p>`}},
		{"a group", "“Boats and quays alike” [see @a ¶1; also @b ¶2], it said.",
			[]string{"Boats and quays alike", `7 2</a></span><seal 0>, it said.`}},
		{"block quote", "> Two boats a day were agreed [@a ¶2]\n\nMore.",
			[]string{"Two boats a day were agreed", "7 2</a><seal 0></p>\n</blockquote>"}},
		{"block quote with a full stop", "> Two boats a day were agreed [@a ¶2].\n",
			[]string{"Two boats a day were agreed.", "7 2</a>.<seal 0></p>\n</blockquote>"}},
		{"block quote of two quotations", "> One boat left [@a ¶1]\n>\n> Another came [@b ¶2]\n",
			[]string{"One boat left", "7 1</a><seal 0></p>\n", "Another came", "7 2</a><seal 1></p>\n</blockquote>"}},
		{"block quote with a group", "> One boat left [@a ¶1; @b ¶2].\n", []string{"One boat left.", "7 2</a></span>.<seal 0></p>"}},
		{"key point", "## Key points\n\n1. She called it “a matter for the pilots” [@a ¶3].\n",
			[]string{"a matter for the pilots", `7 3</a><seal 0>.`}},
		{"event", "## Chronology\n\n- 2016-02-12: “Pilots walk out at dawn” [@a ¶1]\n",
			[]string{"Pilots walk out at dawn", `7 1</a><seal 0>`}},
		{"alert", "> [!JUDGEMENT] Hours\n> He named “hours before money” [@a ¶2].\n",
			[]string{"hours before money", `7 2</a><seal 0>.</p>`}},
		{"table", "| Boat | Said |\n|---|---|\n| Morning | “leaves at seven sharp” [@a ¶2] |\n",
			[]string{"leaves at seven sharp", `7 2</a><seal 0></td>`}},
		{"footnote", "Words.[^1]\n\n[^1]: “not a boat that day” [@a ¶2].\n", []string{"not a boat that day", `7 2</a><seal 0>.`}},
		{"list item", "- “no boat, no bread” [@a ¶2]\n- more\n", []string{"no boat, no bread", `7 2</a><seal 0></li>`}},
		{"emphasis", "*“no boat, no bread” [@a ¶2]*", []string{"no boat, no bread", `7 2</a><seal 0></em>`}},
		{"named", "“no boat, no bread”, @a [¶2] says", []string{"no boat, no bread", `7 2</a><seal 0> says`}},
		{"words of the writer's between", "“No boat and no bread today”, she said to them [@a ¶2].",
			[]string{"No boat and no bread today", `7 2</a><seal 0>.`}},
		{"two quotations before one citation", "It was “a day without any boat” and \"a night without any bread\" [@a ¶2].",
			[]string{"a day without any boat", `boat”</span><seal 0> and <span`, "a night without any bread", `7 2</a><seal 1>.`}},
		{"two sentences", "He says “a day without any boat”. She says “a night without any bread” to all [@a ¶2].",
			[]string{"a night without any bread", `7 2</a><seal 0>.`}},
		{"two lines, two sentences", "He says “a day without any boat”.\nShe says it at night [@a ¶2].", nil},
		{"a few words afar", "The “island ferry” is late again, she says [@a ¶2].", nil},
		{"emphasised", "*“a day without any boat”* [@a ¶2].", []string{"a day without any boat", `7 2</a><seal 0>.`}},
		{"three before one citation", "“a day without any boat”, “a night without any bread”, “a week without any word” [@a ¶2].",
			[]string{"a day without any boat", `boat”</span><seal 0>, `, "a night without any bread", `bread”</span><seal 1>, `,
				"a week without any word", `7 2</a><seal 2>.`}},
		{"said before a short one", "“A day without any boat”, she said, is “no day” [@a ¶2].",
			[]string{"A day without any boat", `boat”</span><seal 0>, `, "no day", `7 2</a><seal 1>.`}},
		{"references to characters", "&quot;a day without any boat&quot; and &#8220;a night without any bread&#x201D;, he said [@a ¶2].",
			[]string{"a day without any boat", `boat”</span><seal 0>`, "a night without any bread", `7 2</a><seal 1>.`}},
		{"a reference before the citation", "&ldquo;no boat&rdquo; [@a ¶2].", []string{"no boat", `7 2</a><seal 0>.`}},
		{"escaped marks", `\"no boat\" [@a ¶2] and \"a night without any bread\", he said [@a ¶2].`,
			[]string{"no boat", `7 2</a><seal 0> and`, "a night without any bread", `7 2</a><seal 1>.`}},
		{"an element", "<q>no boat</q> [@a ¶2] or <q lang=\"en\">a night without any bread</q>, he said [@a ¶2].",
			[]string{"no boat", `7 2</a><seal 0> or`, "a night without any bread", `7 2</a><seal 1>.`}},
		{"an element within another", "<q>it was <q>no boat</q> at all</q> [@a ¶2].", []string{`it was "no boat" at all`, `7 2</a><seal 0>.`}},
		{"an element that is not closed", "<q>it was no boat at all [@a ¶2].", nil},
		{"an element that nothing supports", "<q>it was no boat at all</q>. So it was.", nil},
		{"single marks", "She said ‘a day without the boats’ and left [@a ¶2].", []string{"a day without the boats", `7 2</a><seal 0>.`}},
		{"single marks, an apostrophe", "‘The boats’ day without any bread’, the pilots’ song, is old [@a ¶2].",
			[]string{"The boats’ day without any bread", `7 2</a><seal 0>.`}},
		{"apostrophes alone", "In the '90s the boats' pilots' wages' sum was small, 'twas said [@a ¶2].", nil},
		{"double marks within single ones", "‘She had “no boat at all of hers” today’, he said [@a ¶2].",
			[]string{"She had “no boat at all of hers” today", `7 2</a><seal 0>.`}},
		{"the citation first", "As @courier [¶4] has it: “a day without any boat”. She said “a night without any bread”.",
			[]string{"a day without any boat", `boat”</span><seal 0>.`}},
		{"the citation first, in brackets", "In [@a ¶2] it is “a day without any boat”, or so.", []string{"a day without any boat", `boat”</span><seal 0>, or`}},
		{"a citation first that has its own", "“No boat” [@a ¶2], and “a day without any boat”.", []string{"No boat", `7 2</a><seal 0>, and`}},
		{"a citation that ends the sentence before", "It sank. [@a ¶2] She said “a day without any boat”.", nil},
		{"emphasis around more than the quotation", "**He said “a day without any boat”** [@a ¶2].", []string{"a day without any boat", `7 2</a><seal 0>.`}},
		{"another cell of the row", "| Said | By | From |\n|---|---|---|\n| “a day without any boat” | him | [@a ¶2] |\n| “a night without any bread” | her | |\n",
			[]string{"a day without any boat", `boat”</span><seal 0></td>`}},
		{"the cell before", "| From | Said |\n|---|---|\n| [@a ¶2] | “a day without any boat” |\n", []string{"a day without any boat", `boat”</span><seal 0></td>`}},
		{"a footnote that is a citation", "“A day without any boat”, she said.[^1]\n\n[^1]: See [@a ¶2].\n", []string{"A day without any boat", `boat”</span><seal 0>, she`}},
		{"a footnote that speaks of others", "“A day without any boat”, she said.[^1]\n\n[^1]: In the winter of that year; others have [@a ¶2].\n", nil},
		{"a note in the line", "“A day without any boat”, she said.^[[@a ¶2]]\n", []string{"A day without any boat", `boat”</span><seal 0>, she`}},
		{"under the paragraph", "She spoke of “a day without any boat”.\n\n[@a ¶2]\n", []string{"a day without any boat", `boat”</span><seal 0>.</p>`}},
		{"under the block quote", "> Two boats a day were agreed.\n\n[@a ¶2]\n", []string{"Two boats a day were agreed.", "7 2</a><seal 0></p>"}},
		{"under the block quote, with a name", "> Two boats a day were agreed.\n\n— The Ferry Herald of Gravik [@a ¶2]\n",
			[]string{"Two boats a day were agreed.", "7 2</a><seal 0></p>"}},
		{"another paragraph under a block quote", "> Two boats a day were agreed.\n\n— so the board has it in a letter [@a ¶2]\n", nil},
		{"a name in the block quote", "> Two boats a day were agreed.\n>\n> — Ferry Herald [@a ¶2]\n", []string{"Two boats a day were agreed.", "7 2</a><seal 0></p>"}},
		{"a name on the last line", "> Two boats a day were agreed.\n> — Ferry Herald [@a ¶2]\n", []string{"Two boats a day were agreed.", "7 2</a><seal 0></p>"}},
		{"no name on the last line", "> Two boats a day were agreed,\n> — and two at night [@a ¶2]\n", []string{"Two boats a day were agreed, — and two at night", "7 2</a><seal 0></p>"}},
		{"a name alone", "> — The Herald [@a ¶2]\n", []string{"— The Herald", "7 2</a><seal 0></p>"}},
		{"a footnote of the block quote", "> Two boats a day were agreed.[^1]\n\n[^1]: [@a ¶2]\n", []string{"Two boats a day were agreed.", "</p>\n<seal 0></blockquote>"}},
		{"the line before the block quote", "As @courier [¶4] has it:\n\n> Two boats a day were agreed.\n", []string{"Two boats a day were agreed.", "</p>\n<seal 0></blockquote>"}},
		{"another sentence before the block quote", "It sank [@a ¶2]. She said:\n\n> Two boats a day were agreed.\n", nil},
		{"a block quote in HTML", "<blockquote>\n\nTwo boats a day were agreed [@a ¶2]\n\n</blockquote>\n", []string{"Two boats a day were agreed", "7 2</a><seal 0></p>\n</blockquote>"}},
		{"a block quote in HTML without blank lines", "<blockquote>\nTwo boats a day were agreed [@a ¶2]\n</blockquote>\nMore.\n", []string{"Two boats a day were agreed", "7 2</a><seal 0></p>\n</blockquote>"}},
		{"emphasis within emphasis", "***“a day without any boat”*** [@a ¶2].", []string{"a day without any boat", `7 2</a><seal 0>.`}},
		{"a block quote in HTML, not closed", "<blockquote>\n\nTwo boats a day were agreed [@a ¶2]\n", nil},
		{"a link", "[“a day without any boat”](https://a.example) [@a ¶2].", []string{"a day without any boat", `7 2</a><seal 0>.`}},
		{"within straight marks", "\"a day without \"Mary Ann\" and any other boat\" [@a ¶2].",
			[]string{"a day without \"Mary Ann\" and any other boat", `7 2</a><seal 0>.`}},
		{"marks of one shape", "Hon sa ”en dag utan någon båt” [@a ¶2].", []string{"en dag utan någon båt", `7 2</a><seal 0>.`}},
		{"between dashes", "The strike—“a day without any boat”—was long [@a ¶2].", []string{"a day without any boat", `7 2</a><seal 0>.`}},
		{"marks of feet and inches", "A 6\" pipe and a 7\" pipe of the same make were laid [@a ¶2].", nil},
		{"a quotation that holds its citation", "“a day without any boat [@a ¶2] or bread”", nil},
		{"a mark left open", "He said “well and went. Then “a day without any boat” came and went [@a ¶2].",
			[]string{"a day without any boat", `7 2</a><seal 0>.`}},
		{"a long quotation within another", "“She said “a day without any boat” to them all” at noon [@a ¶2].",
			[]string{"She said “a day without any boat” to them all", `7 2</a><seal 0>.`}},
		{"a citation without words", "Two boats left [@a ¶2].", nil},
		{"in a link", "[“no boat, no bread” [@a ¶2]](b.md) and “the second one” [@b ¶2].", []string{"the second one", `7 2</a><seal 0>.`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			o := Options{Kind: book.Note, ID: "here"}
			text, _ := New().Parse(diag.NewSource("a.md", c.page), 0, o)
			to := library(o)
			bare := shown(t, text, to)
			to.Seal = func(int) string { return "" }
			if got := shown(t, text, to); got != bare {
				t.Errorf("empty seals leave a trace:\n%s\n%s", got, bare)
			}
			to.Seal = func(n int) string { return fmt.Sprintf("<seal %d>", n) }
			got := shown(t, text, to)
			if n := strings.Count(got, "<seal"); n != len(c.want)/2 || len(text.Quotations) != n {
				t.Fatalf("%d seals for %d quotations:\n%s", n, len(text.Quotations), got)
			}
			for i, q := range text.Quotations {
				if q.Words != c.want[2*i] || !strings.Contains(got, c.want[2*i+1]) {
					t.Errorf("quotation %d is %q in\n%s", i, q.Words, got)
				}
				got = strings.Replace(got, fmt.Sprintf("<seal %d>", i), "", 1)
			}
			if got != bare {
				t.Errorf("without its seals\n%s\nis not\n%s", got, bare)
			}
			if words := plain(text) + findings(text, c.page); strings.Contains(words, "seal") {
				t.Errorf("a seal is in the words:\n%s", words)
			}
		})
	}
}

// shown is all that a page shows.
func shown(t *testing.T, x *book.Text, to book.Target) string {
	t.Helper()
	var b strings.Builder
	b.WriteString(markup(t, x, to))
	for _, p := range x.Points {
		if err := p.What.Render(&b, to); err != nil {
			t.Fatal(err)
		}
	}
	for _, e := range x.Events {
		if err := e.What.Render(&b, to); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}
