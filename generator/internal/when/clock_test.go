package when

import "testing"

// Times of day.
func TestClock(t *testing.T) {
	t.Parallel()
	check(t, "en", "2014-02-12", []row{
		{"The alarm went off at 10:35 a.m. on Tuesday.", "10:35 a.m. on Tuesday TIME 2014-02-11T10:35"},
		{"Published February 12, 2014 06:07.", "February 12, 2014 06:07 TIME 2014-02-12T06:07"},
		{"The bridge closes at 5 p.m. and opens at noon tomorrow.", "5 p.m. TIME 2014-02-12T17:00 | noon tomorrow TIME 2014-02-13T12:00"},
		{"The score was 3:15 and the ratio 10:30.", ""},
		{"On 3 March the siren sounded at 14:05.", "3 March DATE 2014-03-03 | 14:05 TIME 2014-03-03T14:05"},
		{"2014-02-12T06:07 was logged.", "2014-02-12T06:07 TIME 2014-02-12T06:07"},
		{"He leaves at 4 in the morning.", "4 in the morning TIME 2014-02-12T04:00"},
	})
}
