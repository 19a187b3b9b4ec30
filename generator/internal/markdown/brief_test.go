package markdown

import (
	"regexp"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

// TestBriefMarks looks at what is shown of citations whose tab was just named.
func TestBriefMarks(t *testing.T) {
	t.Parallel()
	to := book.Target{
		Brief: true,
		Link:  func(book.Link) (book.Ref, bool) { return book.Ref{Href: "x"}, true },
		Cite: func(c book.Citation) (string, string, bool) {
			mark := map[book.ID]string{"a": "2", "b": "22"}[c.Source]
			if len(c.Paras) > 0 {
				mark += " ¶" + book.Paragraphs(c.Paras)
			}
			return "#", mark, c.Source != "gone"
		},
		Fate: func(c book.Citation) string { return map[string]string{"¶9": "withdrawn"}[c.Locator] },
	}
	tags := regexp.MustCompile(`<[^>]*>`)
	for _, c := range []struct{ text, want string }{
		{"So [@a ¶1; @a ¶4; @a ¶6–7].", "So 2 ¶1, ¶4, ¶6–7."},
		{"So [@a ¶1; @b ¶4; @b ¶5].", "So 2 ¶1; 22 ¶4, ¶5."},
		{"So [@b ¶1; @a ¶4].", "So 22 ¶1; 2 ¶4."},
		{"So [@a; @a ¶4; @a].", "So 2; 2 ¶4; 2."},
		{"So [@a; @b; @a ¶4].", "So 2,\u00a022; 2 ¶4."},
		{"So [@a ¶1; see @a ¶4].", "So 2 ¶1; see 2 ¶4."},
		{"So [@a ¶1, in passing; @a ¶4].", "So 2 ¶1, in passing; 2 ¶4."},
		{"So [@a ¶1; @a ¶9; @a ¶4].", "So 2 ¶1; 2 ¶9, withdrawn; 2 ¶4."},
		{"So [@a ¶1; @gone ¶2; @a ¶4].", "So 2 ¶1; @gone ¶2; 2 ¶4."},
		{"So [@a ¶1]; [[x|this]] [@a ¶4].", "So 2 ¶1; this 2 ¶4."},
		{"So [@a ¶1] and so [@a ¶4].", "So 2 ¶1 and so 2 ¶4."},
	} {
		text, _ := New().Parse(diag.NewSource("n.md", c.text), 0, Options{Kind: book.Note, ID: "n", Language: "en"})
		var b strings.Builder
		if err := text.Sections[0].Body.Render(&b, to); err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimSpace(tags.ReplaceAllString(b.String(), "")); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
		if n := strings.Count(b.String(), `aria-label="2 ¶`); strings.Contains(c.want, ", ¶4") && n == 0 {
			t.Errorf("%s: a short mark does not say its tab to those who hear it", c.text)
		}
	}
}
