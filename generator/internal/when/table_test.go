package when

import (
	"strings"
	"testing"

	"briefbook/generator/internal/edtf"
)

// row is a text and what must be found in it: "text TYPE value", several parted by " | ", "" for nothing.
type row struct{ text, want string }

// check reads the rows of a table as published on a day, "" for a day that is not known.
func check(t *testing.T, language, published string, rows []row) {
	t.Helper()
	var date edtf.Date
	if published != "" {
		date = edtf.MustParse(published)
	}
	for _, c := range rows {
		if got := describe(Find(c.text, date, language)); got != c.want {
			t.Errorf("%s\n got  %s\n want %s", c.text, got, c.want)
		}
	}
}

// describe writes expressions as the tables do.
func describe(all []Expression) string {
	var parts []string
	for _, e := range all {
		parts = append(parts, e.Text+" "+string(e.Type)+" "+e.Value)
	}
	return strings.Join(parts, " | ")
}
