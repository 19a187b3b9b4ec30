package article

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

const sentence = "The boats went out in the morning with twelve men on each and came back before the wind had turned to the north"

// damageOf is what is said of paragraphs, with the place: "1:3-6 character lost in capture".
func damageOf(headings []book.Heading, paragraphs ...string) (marks, flags []string) {
	p := &page{}
	o := &book.Original{Paragraphs: paragraphs, Headings: headings}
	p.damage(o)
	for _, m := range o.Marks {
		marks = append(marks, fmt.Sprintf("%d:%d-%d %s", m.Para, m.Start, m.End, m.Note))
		if m.Kind != book.Sic {
			marks = append(marks, "not damage")
		}
	}
	slices.Sort(p.flags)
	return marks, slices.Compact(p.flags)
}

func TestDamage(t *testing.T) {
	t.Parallel()
	end := len(sentence)
	for _, c := range []struct {
		name        string
		paragraphs  []string
		marks, flag string
	}{
		{"a sound text", []string{"“We sail,” he said.", `"We stay," said she.`, "Elle dit « non »… à la fin.", "배가 떠났다."}, "", ""},
		{"a lost character", []string{"Boats \uFFFD and quays."}, "1:6-9 " + oneLost, FlagMojibake},
		{"lost characters in a row", []string{"Boats \uFFFD\uFFFD and \uFFFD."}, "1:6-12 " + someLost + "|1:17-20 " + oneLost, FlagMojibake},
		{"a control character", []string{"Bo\x02ats."}, "1:2-3 " + oneStray, FlagControls},
		{"an apostrophe read wrong", []string{"The boatâ€™s keel."}, "1:8-16 " + garbled, FlagMojibake},
		{"letters read wrong", []string{"In CafÃ© MÃ¼ller."}, "1:6-10 " + garbled + "|1:12-16 " + garbled, FlagMojibake},
		{"a capital read wrong", []string{"Ã–sterreich liegt fern."}, "1:0-5 " + garbled, FlagMojibake},
		{"a no-break space read wrong", []string{"10Â km of quay."}, "1:2-4 " + garbled, FlagMojibake},
		{"Korean read wrong", []string{"ì„œìš¸ had rain."}, fmt.Sprintf("1:0-%d %s", len("ì„œìš¸"), garbled), FlagMojibake},
		{"Cyrillic read wrong", []string{"ÐŸÑ€Ð¸ was there."}, fmt.Sprintf("1:0-%d %s", len("ÐŸÑ€Ð¸"), garbled), FlagMojibake},
		{"a smile read wrong", []string{"Nice ðŸ˜€ boat."}, fmt.Sprintf("1:5-%d %s", 5+len("ðŸ˜€"), ""), FlagMojibake},
		{"capitals before quotation marks", []string{"The “CAFÉ” and the “NÃO” and “IRMÃ” and “JOSÉ”… all shut."}, "", ""},
		{"cut off", []string{sentence + ",", "Nobody came."}, fmt.Sprintf("1:%d-%d %s", end+1, end+1, cutOff), FlagTruncated},
		{"cut in two", []string{sentence, "and nobody came."}, fmt.Sprintf("1:%d-%d %s", end, end, brokenUp), FlagTruncated},
		{"a colon that leads on", []string{sentence + ":", "Nobody came."}, "", ""},
		{"a colon at the end", []string{sentence + ":"}, fmt.Sprintf("1:%d-%d %s", end+1, end+1, cutOff), FlagTruncated},
		{"a source behind the stop", []string{sentence + ". (Sound Press)", sentence + ". [SP]"}, "", ""},
		{"a source and no stop", []string{sentence + " (Sound Press)"}, fmt.Sprintf("1:%d-%d %s", end+14, end+14, cutOff), FlagTruncated},
		{"too short to tell", []string{"Boats at the quay"}, "", ""},
		{"left open", []string{"He said: “We sail.", "Nobody came."}, "1:20-20 " + leftOpen, FlagUnbalancedQuote},
		{"left open, straight", []string{`He said: "We sail.`}, "1:18-18 " + leftOpen, FlagUnbalancedQuote},
		{"running on", []string{"He said: “We sail.", "“And we come back,” he said."}, "", ""},
		{"never opened", []string{"We sail,” he said."}, "1:8-11 " + unopened, FlagUnbalancedQuote},
		{"never opened, straight", []string{`We sail," he said.`}, "1:8-9 " + unopened, FlagUnbalancedQuote},
		{"inches", []string{`A 12" gun and no more.`}, "", ""},
		{"German marks", []string{"„Wir fahren“, sagte er.", "„Wir fahren, sagte er."}, "2:24-24 " + leftOpen, FlagUnbalancedQuote},
		{"two things at the end", []string{"He said: “" + sentence}, fmt.Sprintf("1:%d-%d %s; %s", end+12, end+12, leftOpen, cutOff), FlagTruncated + " " + FlagUnbalancedQuote},
		{"very many", []string{strings.Repeat("x\uFFFD", 100) + "."}, "", FlagMojibake},
	} {
		marks, flags := damageOf(nil, c.paragraphs...)
		if got := strings.Join(flags, " "); got != c.flag {
			t.Errorf("%s: flags %q, want %q", c.name, got, c.flag)
		}
		switch got := strings.Join(marks, "|"); {
		case c.name == "very many":
			if len(marks) != placesMost+1 || !strings.HasSuffix(got, "1:401-401 92 more places damaged") {
				t.Errorf("%s: %q", c.name, got)
			}
		case !strings.HasPrefix(got, c.marks) || c.marks == "" && got != "":
			t.Errorf("%s: %q, want %q", c.name, got, c.marks)
		}
	}
}

// A crosshead stands between two texts: a small letter behind it does not continue the sentence before.
func TestDamageBeforeCrosshead(t *testing.T) {
	t.Parallel()
	heads := []book.Heading{{Before: 2, Text: "What came next"}}
	if marks, _ := damageOf(heads, sentence, "and nobody came."); len(marks) != 1 || !strings.HasSuffix(marks[0], cutOff) {
		t.Errorf("%q", marks)
	}
	if marks, _ := damageOf(heads, sentence+":", "Nobody came."); len(marks) != 1 || !strings.HasSuffix(marks[0], cutOff) {
		t.Errorf("a colon before a crosshead: %q", marks)
	}
}

// What cleaning finds of damage stands in the text, marked and unaltered.
func TestCleanMarksDamage(t *testing.T) {
	t.Parallel()
	text := "Ferry stays in port\n\nThe ferry did not leave on Monday \uFFFD nobody at the quay knew why, and nobody was told before noon.\n\n" +
		"The harbour master said that the boatâ€™s engine had been looked at twice and that it would be looked at again,\n"
	o := Clean([]byte(text), "ferry.txt", Lines{})
	var notes []string
	for _, m := range o.Marks {
		notes = append(notes, m.Note)
	}
	if want := []string{oneLost, garbled, cutOff}; !slices.Equal(notes, want) {
		t.Fatalf("%q, want %q", notes, want)
	}
	if o.Size != len(text) {
		t.Errorf("%d bytes, want %d", o.Size, len(text))
	}
	out := rendered(t, o.Body, book.Target{})
	for _, want := range []string{"Monday <span class=\"damage\">\uFFFD</span><span class=\"sic\">", "[" + garbled + "] </span>s engine", "again,<span class=\"sic\">"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in %s", want, out)
		}
	}
}

func FuzzDamage(f *testing.F) {
	f.Add("The boatâ€™s keel \uFFFD", "“open")
	f.Add("ì„œìš¸Ã", "\xe2\x82\x00")
	f.Fuzz(func(t *testing.T, one, two string) {
		p := &page{}
		one, two = strings.ToValidUTF8(one, "\uFFFD"), strings.ToValidUTF8(two, "\uFFFD") // as decoding leaves them
		o := &book.Original{Paragraphs: []string{one, two}}
		p.damage(o)
		if len(o.Marks) > 2*(placesMost+1) || (len(o.Marks) > 0) != (len(p.flags) > 0) {
			t.Errorf("%d marks, flags %q", len(o.Marks), p.flags)
		}
		if again := Marked(&book.Original{Paragraphs: o.Paragraphs}, o.Marks); !slices.Equal(again.Marks, o.Marks) {
			t.Errorf("marks that overlap, or lie outside the text: %v", o.Marks)
		}
	})
}

func BenchmarkDamage(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"sound", strings.Repeat("The boats – “all of them” – went out at six and the café was shut. ", 1500)},
		{"Korean", strings.Repeat("배가 아침에 떠났고 부두에는 아무도 없었다. ", 1500)},
		{"garbled", strings.Repeat("The boatâ€™s keel \uFFFD and ì„œìš¸. ", 2500)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			for b.Loop() {
				(&page{}).damage(&book.Original{Paragraphs: []string{strings.TrimSpace(c.text)}})
			}
		})
	}
}
