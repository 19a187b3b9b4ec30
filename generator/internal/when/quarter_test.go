package when

import "testing"

// Quarters, halves and fiscal years.
func TestQuarters(t *testing.T) {
	t.Parallel()
	check(t, "en", "2013-10-30", []row{
		{"Profit fell in the third quarter of 2012.", "the third quarter of 2012 DATE 2012-Q3"},
		{"Third-quarter sales rose from a year earlier.", "Third-quarter DATE 2013-Q3 | a year earlier DATE 2012-Q3"},
		{"In the fourth quarter of last year it lost money.", "the fourth quarter of last year DATE 2012-Q4"},
		{"The first half of 2013 was poor.", "The first half of 2013 DATE 2013-H1"},
		{"In fiscal 2012 the mill closed.", "fiscal 2012 DATE 2012"},
		{"Q2 2013 was better.", "Q2 2013 DATE 2013-Q2"},
		{"The latest quarter was flat.", "The latest quarter DATE 2013-Q3"},
		{"They play two quarters, the last quarter of the moon.", ""},
		{"In the year-ago quarter nothing was sold.", "the year-ago quarter DATE 2012-Q3"},
	})
}
