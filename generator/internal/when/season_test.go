package when

import "testing"

// Seasons and holidays.
func TestSeasons(t *testing.T) {
	t.Parallel()
	check(t, "en", "2014-02-12", []row{
		{"The winter of 2010 was hard.", "The winter of 2010 DATE 2010-WI"},
		{"Last summer was dry; this spring will be wet.", "Last summer DATE 2013-SU | this spring DATE 2014-SP"},
		{"In the autumn of 2012 the well dried up.", "the autumn of 2012 DATE 2012-FA"},
		{"On Christmas Eve the heating failed.", "Christmas Eve DATE 2013-12-24"},
		{"Easter 2013 was early.", "Easter 2013 DATE 2013-03-31"},
		{"Last Thanksgiving they fled.", "Last Thanksgiving DATE 2013-11-28"},
		{"The fall of the tower was loud.", ""},
	})
}
