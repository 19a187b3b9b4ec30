package when

import "testing"

// Without a date of publication nothing is counted, least of all from today.
func TestUndated(t *testing.T) {
	t.Parallel()
	check(t, "en", "", []row{
		{"They met today and will meet again tomorrow.", "today DATE unresolved | tomorrow DATE unresolved"},
		{"The talks were planned for earlier this month.", "earlier this month DATE unresolved"},
		{"A day after the fair ended May 25 the mayor flew home.", "A day DURATION P1D | May 25 DATE XXXX-05-25"},
		{"The first meeting was in April.", "April DATE XXXX-04"},
		{"They agreed on Tuesday, and on Friday night they fell out.", "Tuesday DATE XXXX-WXX-2 | Friday night TIME XXXX-WXX-5TNI"},
		{"It was closed last year, in March 2016 it opened.", "last year DATE unresolved | March 2016 DATE 2016-03"},
		{"Next month, in the third quarter, last summer, two weeks ago.", "Next month DATE unresolved | the third quarter DATE XXXX-Q3 | last summer DATE XXXX-SU | two weeks ago DATE unresolved"},
		{"It happened at 10:30 a.m. on 3 May.", "10:30 a.m. on 3 May TIME XXXX-05-03T10:30"},
		{"On Christmas Eve, in the winter, that day.", "Christmas Eve DATE unresolved | the winter DATE XXXX-WI | that day DATE unresolved"},
		{"It opens on June 12; the plan of 12 June last year failed.", "June 12 DATE XXXX-06-12 | 12 June last year DATE XXXX-06-12"},
	})
}

// A date of publication known to the month.
func TestPublishedInMonth(t *testing.T) {
	t.Parallel()
	check(t, "en", "2018-06", []row{
		{"They met today, last month and last year.", "today DATE unresolved | last month DATE 2018-05 | last year DATE 2017"},
		{"On Tuesday they met; on May 25 they had met before.", "Tuesday DATE XXXX-WXX-2 | May 25 DATE 2018-05-25"},
		{"It reopened in August and closed in April.", "August DATE 2017-08 | April DATE 2018-04"},
	})
}

// A date of publication known to the year.
func TestPublishedInYear(t *testing.T) {
	t.Parallel()
	check(t, "en", "2018", []row{
		{"They met last year, in March and on 3 May.", "last year DATE 2017 | March DATE XXXX-03 | 3 May DATE XXXX-05-03"},
	})
}

// A date of publication that is a range.
func TestPublishedInRange(t *testing.T) {
	t.Parallel()
	check(t, "en", "2018-05-26/2018-06-11", []row{
		{"They met last month, last year and on Friday.", "last month DATE unresolved | last year DATE 2017 | Friday DATE XXXX-WXX-5"},
	})
}

// Other languages: dates in figures alone.
func TestOtherLanguages(t *testing.T) {
	t.Parallel()
	check(t, "fr", "2018-06-13", []row{
		{"Le 2017-05-03, en mai 2016, mardi dernier.", "2017-05-03 DATE 2017-05-03"},
	})
}
