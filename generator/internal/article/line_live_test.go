package article

import "testing"

func TestEntryTime(t *testing.T) {
	t.Parallel()
	checkRule(t, "entry_time",
		[]string{"10:42", "10:42 GMT", "18.42", "10.42am", "6:05 pm", "14:05 Uhr", "오전 10:42", "10:42:07", "[10:42]", "LIVE", "This live blog is now closed."},
		[]string{"10", "42:10", "2019", "10:42 The first boat leaves", "GMT", "4.5", "18.42 crowns", "10:42 14:05"})
}

func TestAge(t *testing.T) {
	t.Parallel()
	checkRule(t, "age_line", []string{"3 hours ago", "17H ago", "1 day ago", "vor 2 Stunden", "This article is more than 6 years old", "5분 전"}, []string{"long ago", "Two years ago the pier burned", "vor dem Sturm", "ago"})
}

func TestReadingTime(t *testing.T) {
	t.Parallel()
	checkRule(t, "reading_time",
		[]string{"1 minute read.", "4 min read", "5-minute read", "3 minutes read", "Reading time: 4 minutes", "Estimated reading time 2 min", "Lesezeit: 3 Minuten", "4 Min. Lesezeit", "읽는 시간 2분"},
		[]string{"read", "4 minutes", "The minute he read it", "Minutes of the meeting were read"})
}
