package when

import "testing"

// Lengths of time.
func TestDurations(t *testing.T) {
	t.Parallel()
	check(t, "en", "2014-02-12", []row{
		{"Repairs took seven years and five months.", "seven years DURATION P7Y | five months DURATION P5M"},
		{"A four-day march and a 60-minute talk.", "four-day DURATION P4D | 60-minute DURATION PT60M"},
		{"The 13-year-old won.", ""},
		{"He waited for a week, then for half an hour.", "a week DURATION P1W | half an hour DURATION PT30M"},
		{"At least 72 hours passed.", "At least 72 hours DURATION PT72H"},
		{"It took two to three weeks.", "two to three weeks DURATION P2W"},
		{"The past year was quiet, the last three months were not.", "The past year DURATION P1Y | the last three months DURATION P3M"},
		{"In the next several days it may snow.", "the next several days DURATION PXD"},
		{"A few days later it thawed.", "A few days DURATION PXD"},
		{"For decades nothing was done.", "decades DURATION PXY"},
		{"It lasted a year and a half.", "a year and a half DURATION P1.5Y"},
		{"A couple of years will do.", "A couple of years DURATION P2Y"},
		{"A day after the fair ended May 25 the tents were gone.", "A day DURATION P1D | May 25 DATE 2013-05-25"},
		{"Give me a second, for the second time.", ""},
		{"He paid for more than 1.5 years.", "more than 1.5 years DURATION P1.5Y"},
		{"It took 5 1/2 hours after 2 1/2 years.", "5 1/2 hours DURATION PT5H30M | 2 1/2 years DURATION P2.5Y"},
		{"A daylong vigil was held.", "daylong DURATION P1D"},
		{"In the first nine months, sales fell.", "the first nine months DURATION P9M"},
	})
}
