package when

import "testing"

// Months and years.
func TestMonths(t *testing.T) {
	t.Parallel()
	check(t, "en", "2017-05-18", []row{
		{"Work began in April 2015 and ended in early June 2016.", "April 2015 DATE 2015-04 | early June 2016 DATE 2016-06"},
		{"In 2014, in March, May and October, the board met in secret.", "2014 DATE 2014 | March DATE 2014-03 | May DATE 2014-05 | October DATE 2014-10"},
		{"The wreck has been there since August.", "August DATE 2016-08"},
		{"It will be finished in July.", "July DATE 2017-07"},
		{"The mill burned down in November.", "November DATE 2016-11"},
		{"June last year was wet; next March should be dry.", "June last year DATE 2016-06 | next March DATE 2018-03"},
		{"The treaty of 1848 was renewed in 1999.", "1848 DATE 1848 | 1999 DATE 1999"},
		{"He may march in May, they say.", "May DATE 2017-05"},
		{"The 2018 Harbour Games were planned early.", "2018 DATE 2018"},
		{"They paid $1998 for 2000 tons, flight 1492 left, see page 1987.", ""},
		{"Some 1,500 people and 2016 cars came.", ""},
		{"Prime Minister May said no, and April Lake agreed.", ""},
		{"The law of late 2013 was dropped by the end of 2014.", "late 2013 DATE 2013 | the end of 2014 DATE 2014"},
		{"A post-2008 rule.", "post-2008 DATE 2008"},
		{"See https://example.org/2014/03/12/may-2013 for more.", ""},
		{"Nobody knew in mid-March.", "mid-March DATE 2017-03"},
	})
}
