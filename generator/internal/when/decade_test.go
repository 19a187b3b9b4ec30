package when

import "testing"

// Decades, centuries and ranges of years.
func TestDecades(t *testing.T) {
	t.Parallel()
	check(t, "en", "2014-02-12", []row{
		{"In the 1990s and the late '60s the quay was busy.", "the 1990s DATE 199X | the late '60s DATE 196X"},
		{"The mid-1980s were better than the seventies.", "The mid-1980s DATE 198X | the seventies DATE 197X"},
		{"It stood since the 19th century.", "the 19th century DATE 18XX"},
		{"The war of 1950-53 and the plan of 2016–2018.", "1950-53 DURATION 1950/1953 | 2016–2018 DURATION 2016/2018"},
		{"Room 1990-2 is closed; call 555-1998-2000.", ""},
		{"The 1900s brought steam.", "The 1900s DATE 19XX"},
	})
}
