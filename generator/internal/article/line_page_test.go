package article

import "testing"

func TestPageNumber(t *testing.T) {
	t.Parallel()
	checkRule(t, "page_number", []string{"- 4 -", "– 12 –", "Page 4", "Page 4 of 6", "PAGE 4 OF 6", "4/6", "Seite 4 von 6", "S. 4", "p. 4"},
		[]string{"4", "1999", "- 4", "Page four", "Page 4 is missing", "4 6", "12,4", "4/6/2019", "Route 66", "On page 4"})
}
