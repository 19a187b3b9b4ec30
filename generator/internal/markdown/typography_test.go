package markdown

import (
	"strings"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

func TestTypography(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ language, text, want string }{
		{"en", `The North's "first" offer, and 'no' to the rest.`, "The North’s “first” offer, and ‘no’ to the rest."},
		{"en", `"Yes," the envoys' guide said.`, "“Yes,” the envoys’ guide said."},
		{"en", `*"Yes"*, **'no'** ("perhaps")—"never"`, "<em>“Yes”</em>, <strong>‘no’</strong> (“perhaps”)—“never”"},
		{"en", `"'Go,' he said," she said.`, "“‘Go,’ he said,” she said."},
		{"en", `the '90s and rock'n'roll`, "the ’90s and rock’n’roll"},
		{"en", "`\"code\"` and \"text\"", "<code>\"code\"</code> and “text”"},
		{"en", "end of a line\n\"next\"", "end of a line\n“next”"},
		{"en", "[[n]]'s ferry", "n’s ferry"},
		{"en", `already “set” — and so’s this`, "already “set” — and so’s this"},
		{"en", `& "<"`, "&amp; “&lt;”"},
		{"en", "[[n|the envoys' guide's \"book\"]]", "the envoys’ guide’s “book”"},
		{"de", `Er sagte "ja" und 'nein'.`, "Er sagte „ja“ und ‚nein‘."},
		{"ko", `그는 "예"라고 했다`, "그는 “예”라고 했다"},
	} {
		text, _ := New().Parse(diag.NewSource("n.md", c.text), 0, Options{Kind: book.Note, ID: "x", Language: c.language})
		var b strings.Builder
		if err := text.Sections[0].Body.Render(&b, book.Target{}); err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimSuffix(strings.TrimPrefix(b.String(), "<p>"), "</p>\n"); got != c.want {
			t.Errorf("%s %q: got %q, want %q", c.language, c.text, got, c.want)
		}
	}
}
