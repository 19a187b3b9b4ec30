package markdown

import (
	"fmt"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

func proseOf(t *testing.T, source string, body int) (*book.Prose, *diag.Source) {
	t.Helper()
	src := diag.NewSource("content/chapters/a.md", source)
	var prose *book.Prose
	New().Parse(src, body, Options{Kind: book.Chapter, ID: "a", Prose: func(p *book.Prose) { prose = p }})
	if prose == nil {
		t.Fatal("no prose was handed out")
	}
	return prose, src
}

// TestProse has, for each page, the blocks as they are read: marks for what they are, the text, quoted words in
// brackets.
func TestProse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, page string
		want       []string
	}{
		{"markup, links and code leave their words or a mark", "The *[[x|envoys]]* of [the north](a.md), [[y]], met at `x` <https://a.example>[^1] &amp; parted\\.\n\n[^1]: A note.\n",
			[]string{"The envoys of the north, \uFFFC, met at \uFFFC \uFFFC & parted.", "A note."}},
		{"citations leave nothing, quotations are marked", "He said \"no *more* words\" [@a ¶1; @b] then\nleft [@c].",
			[]string{"He said [\"no more words\"]  then left ."}},
		{"a block quote with a citation is a source's", "> Their words. [@a ¶1]\n\n> Ours.\n", []string{"cited: Their words. ", "Ours."}},
		{"sections, headings, events and judgements", "## Chronology\n\n- 2018-05-26 (planned) (derived: a day after): They *meet*.\n\n  And talk.\n- loose\n\n" +
			"> [!JUDGEMENT] A title\n> Likely.\n\n## What the sources are silent on\n\nMuch.\n",
			[]string{"heading role3: Chronology", "role3 2018-05-26 planned a day after: They meet.", "role3 2018-05-26 planned a day after: And talk.", "role3: loose",
				"heading judged role3: A title", "judged role3: Likely.", "heading role5: What the sources are silent on", "role5: Much."}},
		{"cells of a table", "| a | b |\n|---|---|\n| one | [@a] two |\n", []string{"a", "b", "one", " two"}},
		{"raw HTML and code blocks are no prose", "<div>\nwords\n</div>\n\n    code\n\n```\ncode\n```\n\nA <b>bold</b> word.\n", []string{"A bold word."}},
		{"an inline note stands at the end", "A^[Note.] b.", []string{"A b.", "Note."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			prose, src := proseOf(t, c.page, 0)
			var got []string
			for i := range prose.Blocks {
				b := &prose.Blocks[i]
				got = append(got, described(b))
				placed(t, b, src)
			}
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("got\n%q\nwant\n%q", got, c.want)
			}
		})
	}
}

func described(b *book.Block) string {
	text := b.Text
	for i := len(b.Quoted) - 1; i >= 0; i-- {
		q := b.Quoted[i]
		text = text[:q.Start] + "[" + text[q.Start:q.End] + "]" + text[q.End:]
	}
	var marks []string
	for _, m := range []struct {
		on   bool
		word string
	}{
		{b.Heading, "heading"}, {b.Judgement, "judged"}, {b.Cited, "cited"}, {b.Role != book.Plain, fmt.Sprintf("role%d", b.Role)},
		{!b.Date.IsZero(), b.Date.String() + " " + b.State.String()}, {b.Working != "", b.Working},
	} {
		if m.on {
			marks = append(marks, m.word)
		}
	}
	if len(marks) > 0 {
		return strings.Join(marks, " ") + ": " + text
	}
	return text
}

// placed checks that every letter of a block stands where it says.
func placed(t *testing.T, b *book.Block, src *diag.Source) {
	t.Helper()
	for i := range len(b.Text) {
		if c := b.Text[i]; c|0x20 >= 'a' && c|0x20 <= 'z' && src.Text[b.Place(i)] != c {
			t.Errorf("%q: byte %d is %q in the file", b.Text, i, src.Text[b.Place(i)])
			return
		}
	}
}

func TestRemarks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, page, want string }{
		{"in a paragraph", "One.\n\nTwo <!-- x --> words.\n\nThree.", "Two  words."},
		{"at its end", "One.\n\nTwo. <!-- x -->\n\nThree.", "Two. "},
		{"in the line before", "One.\n\n<!-- x -->\nTwo.\n\nThree.", "Two."},
		{"before, with a blank line between", "One.\n\n<!-- x -->\n\nTwo.\n\nThree.", "Two."},
		{"in the line behind", "One.\n\nTwo.\n<!-- x -->\n\nThree.", "Two."},
		{"before a list", "One.\n\n<!-- x -->\n- a\n- b\n\nThree.", "a|b"},
		{"in an item", "- a\n- b <!-- x -->\n- c\n", "b "},
		{"at the end of an item", "- a\n- b\n\n  c\n\n  <!-- x -->\n- d\n", "b|c"},
		{"before an alert", "<!-- x -->\n> [!JUDGEMENT] t\n> a\n>\n> b\n\nc\n", "t|a|b"},
		{"in an alert", "> [!JUDGEMENT]\n> <!-- x -->\n> a\n>\n> b\n\nc\n", "a"},
		{"before an event", "- 2018: a\n\n- 2019: <!-- x --> b\n", "b"},
		{"at the end of the page", "a\n\n<!-- x -->\n", ""},
		{"before a heading", "a\n\n<!-- x -->\n## b\n\nc\n", "b"},
		{"over lines", "a\n\n<!--\nx\n-->\nb\n", "b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			prose, src := proseOf(t, "---\ntitle: é\n---\n"+c.page, len("---\ntitle: é\n---\n"))
			if len(prose.Remarks) != 1 || strings.TrimSpace(prose.Remarks[0].Text) != "x" {
				t.Fatalf("remarks %+v", prose.Remarks)
			}
			r := prose.Remarks[0]
			if at := src.Text[r.At.Start:r.At.End]; !strings.HasPrefix(at, "<!--") || !strings.HasSuffix(at, "-->") {
				t.Errorf("the comment stands at %q", at)
			}
			var of []string
			for _, b := range prose.Blocks[r.From:r.To] {
				of = append(of, b.Text)
			}
			if got := strings.Join(of, "|"); strings.TrimSpace(got) != strings.TrimSpace(c.want) {
				t.Errorf("it speaks of %q, want %q", got, c.want)
			}
		})
	}
}

func BenchmarkProse(b *testing.B) {
	src := diag.NewSource("a.md", note())
	p := New()
	b.SetBytes(int64(len(src.Text)))
	b.ReportAllocs()
	for b.Loop() {
		p.Parse(src, 0, Options{Kind: book.Article, ID: "a", Prose: func(*book.Prose) {}})
	}
}

// FuzzProse checks that every byte of the prose has a place in the file and that remarks speak of blocks there are.
func FuzzProse(f *testing.F) {
	f.Add("- 2018-05-26 (id: a): \"x\" [@a ¶1] <!-- allow weekday: y --> &amp; \\* `c`\n\n> [!JUDGEMENT] t\n> a\n", 0)
	f.Add("# H {#a .b}\n\na^[n [@b-1, {p. 3}; c] ^[d]] @a-1 [p. 2; @b] -@{c}\n\n::: {#refs}\n:::\n", 3)
	f.Fuzz(func(t *testing.T, page string, body int) {
		if body < 0 || body > len(page) {
			return
		}
		src := diag.NewSource("a.md", page)
		New().Parse(src, body, Options{Kind: book.Chapter, ID: "a", Prose: func(p *book.Prose) {
			for i := range p.Blocks {
				b := &p.Blocks[i]
				for at := range len(b.Text) {
					if place := b.Place(at); place < body || place > len(page) {
						t.Fatalf("%q: byte %d is at %d of %d", b.Text, at, place, len(page))
					}
				}
				for _, q := range b.Quoted {
					if q.Start < 0 || q.End < q.Start || q.End > len(b.Text) {
						t.Fatalf("%q: quoted %v", b.Text, q)
					}
				}
			}
			for _, r := range p.Remarks {
				if r.From < 0 || r.To < r.From || r.To > len(p.Blocks) {
					t.Fatalf("remark %q of %d to %d of %d", r.Text, r.From, r.To, len(p.Blocks))
				}
			}
		}})
	})
}
