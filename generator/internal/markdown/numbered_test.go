package markdown

import (
	"slices"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

func TestNumbered(t *testing.T) {
	t.Parallel()
	text, _ := New().Parse(diag.NewSource("a.md", "First, with *stress* and a\nsecond line [@b ¶1].\n\n- an item\n\n## A heading\n\nSecond & [[third|a link]].\n\n> Not counted.\n\n![alt](x.png)\n"), 0,
		Options{Kind: book.Article, ID: "a"})
	want := []string{"First, with stress and a second line.", "Second & a link.", "alt"}
	if got := text.Numbered(); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if (&book.Text{}).Numbered() != nil {
		t.Error("an empty text has paragraphs")
	}
}
