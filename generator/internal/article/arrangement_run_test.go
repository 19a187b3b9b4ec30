package article

import (
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

// read takes the annotations off an arrangement.
func (c arrangement) read() (text string, want []string) {
	var lines []string
	for line := range strings.SplitSeq(strings.TrimPrefix(c.lines, "\n"), "\n") {
		what, rest, _ := strings.Cut(line, "|")
		lines, want = append(lines, strings.TrimPrefix(rest, " ")), append(want, strings.TrimSpace(what))
	}
	return strings.Join(lines, "\n"), want
}

// became says what was made of the lines of a text: the annotations of an arrangement.
func became(text string) []string {
	p := &page{}
	p.clean([]byte(text), "x.txt")
	out := make([]string, 1+strings.Count(text, "\n"))
	for _, b := range p.blocks {
		what := map[role]string{body: "p", crosshead: "h", headline: "t", gone: b.reason}[b.role]
		for n := b.first; n <= b.last; n++ {
			out[n-1] = what
			if what == "p" {
				what = "+"
			}
		}
	}
	return out
}

func TestArrangements(t *testing.T) {
	t.Parallel()
	checkArrangements(t, arrangements)
}

// checkArrangements cleans each text in all its variants.
func checkArrangements(t *testing.T, list []arrangement) {
	t.Helper()
	for _, c := range list {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			text, want := c.read()
			for variant, text := range variants(text) {
				lines := strings.Split(text, "\n")
				for i, got := range became(text) {
					if want[i] == "-" && got != "p" && got != "h" && got != "t" || got == want[i] ||
						want[i] == "" && got == "invisible_characters" {
						continue
					}
					t.Errorf("%s: line %d is %q, want %q: %s", variant, i+1, got, want[i], lines[i])
				}
				accounted(t, text, Clean([]byte(text), "x.txt", Lines{}))
			}
		})
	}
}

// variants is a text as other systems write it.
func variants(text string) map[string]string {
	return map[string]string{
		"as it is":             text,
		"CRLF":                 strings.ReplaceAll(text, "\n", "\r\n"),
		"blanks and tabs":      strings.ReplaceAll(text, "\n", " \t\n  \t "),
		"no-break spaces":      strings.ReplaceAll(strings.ReplaceAll(text, " the ", "\u00a0the\u00a0"), "\n", "\u00a0\n\u00a0"),
		"zero-width spaces":    strings.ReplaceAll(text, "\n", "\u200b\n\ufeff"),
		"soft hyphens":         strings.ReplaceAll(text, "arbour", "ar\u00adbour"),
		"quotation marks":      strings.NewReplacer("We're", "We’re", "can't", "can’t", "Editor's", "Editor’s").Replace(text),
		"no blank at the ends": strings.TrimRight(text, "\n"),
	}
}

func TestHeadingsStandBeforeTheirParagraphs(t *testing.T) {
	t.Parallel()
	text, _ := arrangements[slices.IndexFunc(arrangements, func(c arrangement) bool { return c.name == "crossheads" })].read()
	o := Clean([]byte(text), "x.txt", Lines{})
	want := []book.Heading{{Before: 2, Text: "Fares"}, {Before: 3, Text: "\"We waited long enough\""}, {Before: 4, Text: "What happens next"}}
	if !slices.Equal(o.Headings, want) {
		t.Errorf("headings %v", o.Headings)
	}
}

func TestNothingIsMadeOfMenus(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"only menus", "a page that is not there"} {
		text, _ := arrangements[slices.IndexFunc(arrangements, func(c arrangement) bool { return c.name == name })].read()
		o := Clean([]byte(text), "x.txt", Lines{})
		if len(o.Paragraphs) != 0 || o.Title.Text != "" || !slices.Contains(o.Flags, FlagNoText) {
			t.Errorf("%s: %q, %v", name, o.Paragraphs, o.Flags)
		}
	}
}

func TestProseOutsideIsFlagged(t *testing.T) {
	t.Parallel()
	for _, c := range arrangements {
		text, want := c.read()
		flags := Clean([]byte(text), "x.txt", Lines{}).Flags
		if slices.Contains(flags, FlagProseSetAside) != slices.Contains(want, "outside_text") {
			t.Errorf("%s: flags %v", c.name, flags)
		}
	}
}

// FuzzArrangements puts the lines of all arrangements together in any order: no character is lost, headings stand in
// order before paragraphs, and what a person keeps is kept.
func FuzzArrangements(f *testing.F) {
	parts := []string{""}
	for _, c := range arrangements {
		text, _ := c.read()
		parts = append(parts, strings.Split(text, "\n")...)
	}
	f.Add([]byte{1, 0, 2, 0, 3}, uint8(3))
	f.Add([]byte("Dear Reader, the lines of this text are those of others."), uint8(9))
	f.Fuzz(func(t *testing.T, picks []byte, keep uint8) {
		var lines []string
		for i := 0; i+1 < len(picks) && i < 200; i += 2 {
			lines = append(lines, parts[(int(picks[i])<<8|int(picks[i+1]))%len(parts)])
		}
		text := strings.Join(lines, "\n")
		accounted(t, text, Clean([]byte(text), "x.txt", Lines{}))
		n := int(keep) + 1
		o := overridden(text, []book.Range{{First: n, Last: n}}, []book.Range{{First: 1, Last: n + 5}})
		accounted(t, text, o)
		if n <= len(lines) && strings.TrimSpace(lines[n-1]) != "" && !strings.Contains(strings.Join(o.Paragraphs, " "), strings.Join(strings.Fields(lines[n-1]), " ")) {
			t.Errorf("line %d is lost: %q", n, lines[n-1])
		}
		before := 1
		for _, h := range o.Headings {
			if h.Before < before || h.Before > len(o.Paragraphs)+1 {
				t.Errorf("a heading before %d, of %d paragraphs", h.Before, len(o.Paragraphs))
			}
			before = h.Before
		}
	})
}
