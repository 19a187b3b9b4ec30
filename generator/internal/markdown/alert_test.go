package markdown

import (
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

// One small word before the colon is meant as a sort; with a capital, or with others, it is a title.
func TestSortOfDifference(t *testing.T) {
	t.Parallel()
	for line, sort := range map[string]string{
		"conflict: The day": "conflict", "Conflict: The day": "conflict", "silence": "silence", "dispute: The day": "?", "certinty: Who": "?",
		"Ferries: which of them": "", "the day: and the hour": "", "The day": "", "": "",
	} {
		text, diags := New().Parse(diag.NewSource("a.md", "> [!DIFFERENCE] "+line+"\n> x\n"), 0, Options{Kind: book.Note, ID: "a"})
		got := text.Alerts[0].Sort
		if len(diags) > 0 {
			got = "?"
		}
		if got != sort {
			t.Errorf("%q: %q, %v", line, got, diags)
		}
	}
}
