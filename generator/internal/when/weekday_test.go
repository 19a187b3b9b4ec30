package when

import "testing"

// Days of the week.
func TestWeekdays(t *testing.T) {
	t.Parallel()
	check(t, "en", "2021-07-29", []row{
		{"The minister resigned on Tuesday.", "Tuesday DATE 2021-07-27"},
		{"The minister said on Monday that talks will follow on Friday.", "Monday DATE 2021-07-26 | Friday DATE 2021-07-30"},
		{"The assembly is scheduled to meet Saturday.", "Saturday DATE 2021-07-31"},
		{"The vote was held last Thursday.", "last Thursday DATE 2021-07-22"},
		{"Results are due next Monday.", "next Monday DATE 2021-08-02"},
		{"The vote was held Thursday.", "Thursday DATE 2021-07-29"},
		{"He arrived late Sunday night.", "late Sunday night TIME 2021-07-25TNI"},
		{"On Wednesday evening the lights went out.", "Wednesday evening TIME 2021-07-28TEV"},
		{"They met on Friday last week.", "Friday last week DATE 2021-07-23"},
		{"Until Monday, nobody had noticed.", "Monday DATE 2021-07-26"},
		{"The hearing was postponed until Tuesday.", "Tuesday DATE 2021-08-03"},
		{"The Sun printed it, Sat nearby and Mon ami.", ""},
		{"The night of Friday, July 23, was calm.", "The night of Friday, July 23 TIME 2021-07-23TNI"},
	})
}
