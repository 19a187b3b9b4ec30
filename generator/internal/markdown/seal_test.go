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
			[]string{"a day without any boat", `7 2</a><seal 0><seal 1>.`, "a night without any bread", `7 2</a><seal 1>.`}},
		{"two sentences", "He says “a day without any boat”. She says “a night without any bread” to all [@a ¶2].",
			[]string{"a night without any bread", `7 2</a><seal 0>.`}},
		{"two lines, two sentences", "He says “a day without any boat”.\nShe says it at night [@a ¶2].", nil},
		{"a few words afar", "The “island ferry” is late again, she says [@a ¶2].", nil},
		{"emphasised", "*“a day without any boat”* [@a ¶2].", []string{"a day without any boat", `7 2</a><seal 0>.`}},
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
