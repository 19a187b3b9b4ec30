package book

import "testing"

func TestAbbreviates(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"said Mr": true, "(Gen": true, "of 12 pp": true, "J": true, "“U.S": true, "z.B": true, "das gilt bzw": true,
		"": false, "the quay": false, "rose to 3.5": false, "in 2014": false, "met at no": true, "an": false, "Ä": true,
	} {
		if got := Abbreviates(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
