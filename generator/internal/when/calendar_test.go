package when

import "testing"

// Days written in figures and words, with a year and without.
func TestDays(t *testing.T) {
	t.Parallel()
	check(t, "en", "2017-05-18", []row{
		{"The harbour reopened on 12 February 2014.", "12 February 2014 DATE 2014-02-12"},
		{"The harbour reopened on Wednesday, February 12, 2014, at last.", "Wednesday, February 12, 2014 DATE 2014-02-12"},
		{"The council met on Monday the 3rd of April 2017.", "Monday the 3rd of April 2017 DATE 2017-04-03"},
		{"Entries close 2017-06-01.", "2017-06-01 DATE 2017-06-01"},
		{"The log of 2016/11/30 is missing.", "2016/11/30 DATE 2016-11-30"},
		{"A storm hit on March 3 and the repairs ended April 28.", "March 3 DATE 2017-03-03 | April 28 DATE 2017-04-28"},
		{"The fair will open on June 3.", "June 3 DATE 2017-06-03"},
		{"The deadline is Aug. 31.", "Aug. 31 DATE 2017-08-31"},
		{"The ferry sank on 25 November, killing nobody.", "25 November DATE 2016-11-25"},
		{"She was elected on May 20 last year.", "May 20 last year DATE 2016-05-20"},
		{"The pier, closed since 1 June, leaks.", "1 June DATE 2016-06-01"},
		{"The two sides signed on the 4th of March.", "the 4th of March DATE 2017-03-04"},
		{"The report dated 3/25/98 is lost.", "3/25/98 DATE 1998-03-25"},
		{"A fair ran from 3-5 March 2016.", "3-5 March 2016 DURATION 2016-03-03/2016-03-05"},
		{"The games were held March 3-5.", "March 3-5 DURATION 2017-03-03/2017-03-05"},
		{"May 25 percent be enough?", ""},
		{"About 45 people fell ill on Feb. 30.", ""},
		{"Between 5 May and 3 June 2012 it rained.", "5 May DATE 2012-05-05 | 3 June 2012 DATE 2012-06-03"},
		{"They met in March last year and on 2 April this year.", "March last year DATE 2016-03 | 2 April this year DATE 2017-04-02"},
	})
}
