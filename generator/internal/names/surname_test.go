package names

import (
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

// Surnames with small words before them, surnames that are months or words of the language, and initials.
func TestSurnamesOfManyCountries(t *testing.T) {
	t.Parallel()
	g := New([]Entry{
		{ID: "vries", Kind: book.Person, Name: "Joost van den Vries", Sort: "Vries, Joost van den"},
		{ID: "heide", Kind: book.Person, Name: "Marta von der Heide"},
		{ID: "hadi", Kind: book.Person, Name: "Samir al-Hadi", Sort: "Hadi, Samir al-"},
		{ID: "sabri", Kind: book.Person, Name: "Noor al-Sabri"},
		{ID: "vega", Kind: book.Person, Name: "Inés Vega Prado", Sort: "Vega Prado, Inés"},
		{ID: "june", Kind: book.Person, Name: "Edith June"},
		{ID: "stone", Kind: book.Person, Name: "R. K. Stone"},
		{ID: "petit", Kind: book.Person, Name: "Anne-Lise Petit"},
		{ID: "song", Kind: book.Person, Name: "Song Ha-neul"},
	})
	for _, c := range []struct{ text, want string }{
		{"Joost van den Vries spoke. Van den Vries left, van den Vries’s boat with him; Vries waved.",
			"vries name Joost van den Vries|vries surname Van den Vries|vries surname van den Vries|vries surname Vries"},
		{"Marta von der Heide spoke. Von der Heide left.", "heide name Marta von der Heide|heide surname Von der Heide"},
		{"Samir al-Hadi and Noor al-Sabri: al-Hadi left, Al-Sabri and Hadi stayed.",
			"hadi name Samir al-Hadi|sabri name Noor al-Sabri|hadi surname al-Hadi|sabri surname Al-Sabri|hadi surname Hadi"},
		{"Inés Vega Prado came; Vega Prado left.", "vega name Inés Vega Prado|vega surname Vega Prado"},
		{"Edith June resigned in June. On 4 June, June 5 and June 2019 she was away. June left.", "june name Edith June|june surname June"},
		{"R. K. Stone, R.K. Stone, Stone.", "stone name R. K. Stone|stone form R.K. Stone|stone surname Stone"},
		{"Anne-Lise Petit is Anne Lise Petit.", "petit name Anne-Lise Petit|petit form Anne Lise Petit"},
		{"Song Ha-neul lives there. Song Avenue is far, and so is Song FC; Song walks.", "song name Song Ha-neul|song surname Song"},
	} {
		if got := strings.Join(found(g, c.text), "|"); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
