package when

import "testing"

// Words that are no point on a calendar.
func TestVague(t *testing.T) {
	t.Parallel()
	check(t, "en", "2014-02-12", []row{
		{"He is now the mayor and was recently ill.", "now DATE PRESENT_REF | recently DATE PAST_REF"},
		{"In the past it was different; in the future it will be the same.", "the past DATE PAST_REF | the future DATE FUTURE_REF"},
		{"In recent years the coast has moved.", "recent years DURATION PXY"},
		{"The coming weeks will tell.", "The coming weeks DURATION PXW"},
		{"Now that he is gone, as soon as possible.", ""},
		{"The current owner is away.", "current DATE PRESENT_REF"},
	})
}
