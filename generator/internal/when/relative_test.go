package when

import "testing"

// What is counted from the day of publication or from the date last named.
func TestRelative(t *testing.T) {
	t.Parallel()
	check(t, "en", "2014-02-12", []row{
		{"She left yesterday and returns tomorrow.", "yesterday DATE 2014-02-11 | tomorrow DATE 2014-02-13"},
		{"He called last night; the line was dead this morning.", "last night TIME 2014-02-11TNI | this morning TIME 2014-02-12TMO"},
		{"It rained last week, and next week it will rain again.", "last week DATE 2014-W06 | next week DATE 2014-W08"},
		{"The river rose earlier this month and may fall later this year.", "earlier this month DATE 2014-02 | later this year DATE 2014"},
		{"The first letter came two weeks ago, another three years ago.", "two weeks ago DATE 2014-W05 | three years ago DATE 2011"},
		{"The dam broke a year ago.", "a year ago DATE 2013"},
		{"Several months ago nobody cared.", "Several months ago DATE PAST_REF"},
		{"On 3 February the gates opened; the next day they closed.", "3 February DATE 2014-02-03 | the next day DATE 2014-02-04"},
		{"On 3 February the gates opened. Two days later they closed.", "3 February DATE 2014-02-03 | Two days later DATE 2014-02-05"},
		{"The strike began on 3 January 2013. That year was hard.", "3 January 2013 DATE 2013-01-03 | That year DATE 2013"},
		{"It was settled the day before yesterday.", "the day before yesterday DATE 2014-02-10"},
		{"The wall fell a decade ago.", "a decade ago DATE 2004"},
		{"It opens two weeks from now.", "two weeks from now DATE 2014-W09"},
		{"He will speak today.", "today DATE 2014-02-12"},
		{"Sales over the weekend were poor.", "the weekend DATE 2014-W06-WE"},
		{"The end of the year is near.", "The end of the year DATE 2014"},
	})
}
