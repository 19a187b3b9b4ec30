package when

import "testing"

// What returns.
func TestSets(t *testing.T) {
	t.Parallel()
	check(t, "en", "2014-02-12", []row{
		{"The ferry runs daily and is checked every week.", "daily SET P1D | every week SET P1W"},
		{"The board meets twice a month.", "twice a month SET P1M"},
		{"It costs $2 million a year.", "a year SET P1Y"},
		{"Trains leave every two hours and every Friday.", "every two hours SET PT2H | every Friday SET XXXX-WXX-5"},
		{"The Daily Courier said so.", ""},
		{"The choir sings on Sundays.", "Sundays SET XXXX-WXX-7"},
	})
}
