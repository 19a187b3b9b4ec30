package when

import (
	"strings"
	"testing"

	"briefbook/generator/internal/edtf"
)

// What Find says of an expression besides its value.
func TestWhatFindSays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		language, published, text string
		when                      string
		certainty                 Certainty
		working                   string
		planned                   bool
	}{
		{"en", "2021-07-29", "The minister resigned on Tuesday.", "2021-07-27", Certain, "the Tuesday before 29 July 2021", false},
		{"en", "2021-07-29", "The council will meet on Friday.", "2021-07-30", Certain, "the Friday after 29 July 2021", true},
		{"en", "2021-07-29", "The vote was held Thursday.", "2021-07-29", Certain, "the day of publication", false},
		{"en", "2014-02-12", "It rained last week.", "2014-02-03/2014-02-09", Certain, "last week, counted from 12 February 2014", false},
		{"en", "2014-02-12", "Sales over the weekend were poor.", "2014-02-08/2014-02-09", Certain, "the weekend, counted from 12 February 2014", false},
		{"en", "2014-02-12", "The bridge was opened on 3 March 2009.", "2009-03-03", Certain, "", false},
		{"en", "2014-02-12", "The bridge opened in March.", "2013-03", Certain, "the March before 12 February 2014", false},
		{"en", "2020-09-25", "In 2018, in April, they met.", "2018", Certain, "", false},
		{"en", "2014-02-12", "The hall is scheduled to open on 3 March.", "2014-03-03", Certain, "the 3 March after 12 February 2014", true},
		{"en", "2014-02-12", "The ministry will speak later this month.", "2014-02", Certain, "later this month, counted from 12 February 2014", true},
		{"en", "2014-02-12", "The planned June 12 fair was dear.", "2014-06-12", Certain, "the 12 June after 12 February 2014", true},
		{"en", "2014-02-12", "He was ill recently.", "", Vague, "", false},
		{"en", "2014-02-12", "It took seven years.", "", Certain, "", false},
		{"en", "", "They met today.", "", NeedsDate, "", false},
		{"en", "", "It was due earlier this month.", "", Uncertain, "", false},
		{"en", "", "They will meet on June 12.", "", NeedsDate, "", true},
		{"en", "2014-02-12?", "It rained yesterday.", "2014-02-11", Uncertain, "yesterday, counted from 12 February 2014", false},
		{"en", "2013-10-30", "In the third quarter of 2012 it fell.", "2012-07/2012-09", Certain, "", false},
		{"en", "2013-10-30", "The first half of 2012 was poor.", "2012-01/2012-06", Certain, "", false},
		{"en", "2013-10-30", "The winter of 2010 was hard.", "2010-24", Certain, "", false},
		{"en", "2013-10-30", "The 1990s were better.", "199X", Certain, "", false},
		{"en", "2013-10-30", "The 19th century was worse.", "18XX", Certain, "", false},
		{"en", "2013-10-30", "The war of 1950-53 ended.", "1950/1953", Certain, "", false},
		{"en", "2013-10-30", "The fair ran from 3-5 March 2012.", "2012-03-03/2012-03-05", Certain, "", false},
		{"en", "2014-02-12", "The alarm went off at 10:35 a.m. on Tuesday.", "2014-02-11T10:35", Certain, "the Tuesday before 12 February 2014", false},
		{"en", "2014-02-12", "He came on Sunday night.", "2014-02-09", Certain, "the Sunday before 12 February 2014", false},
		{"en", "2014-02-12", "The list of 4/5/2013 is lost.", "2013-04-05", Uncertain, "", false},
		{"en", "2014-02-12", "On 3 January 2013 it fell. That year was hard.", "2013-01-03", Certain, "", false},
		{"de", "2014-02-12", "Der Rat soll am Freitag tagen.", "2014-02-14", Certain, "the Friday after 12 February 2014", true},
		{"de", "2014-02-12", "Vergangene Woche regnete es.", "2014-02-03/2014-02-09", Certain, "Vergangene Woche, counted from 12 February 2014", false},
		{"ko", "2018-06-13", "오는 20일 다시 열릴 예정이다.", "2018-06-20", Certain, "오는 20일, counted from 13 June 2018", true},
		{"ko", "2018-06-13", "27일 회의가 열렸다.", "2018-05-27", Uncertain, "27일, counted from 13 June 2018", false},
	} {
		var published edtf.Date
		if c.published != "" {
			published = edtf.MustParse(c.published)
		}
		all := Find(c.text, published, c.language)
		if len(all) == 0 {
			t.Errorf("%s: nothing found", c.text)
			continue
		}
		e := all[0]
		if e.When.String() != c.when || e.Certainty != c.certainty || e.Working != c.working || e.Planned != c.planned {
			t.Errorf("%s\n got  %q %s %q planned %v\n want %q %s %q planned %v", c.text, e.When, e.Certainty, e.Working, e.Planned,
				c.when, c.certainty, c.working, c.planned)
		}
	}
}

// Offsets are those of the text, expressions stand in order and apart, and every value that can be placed is.
func holds(t *testing.T, text string, all []Expression) {
	t.Helper()
	at := 0
	for _, e := range all {
		if e.Start < at || e.End <= e.Start || e.End > len(text) {
			t.Fatalf("%q: %d–%d after %d in %d bytes", e.Text, e.Start, e.End, at, len(text))
		}
		if text[e.Start:e.End] != e.Text {
			t.Fatalf("%q is not what stands at %d–%d", e.Text, e.Start, e.End)
		}
		if e.Value == "" || e.Type == "" || e.Certainty == "" {
			t.Fatalf("%q says too little: %+v", e.Text, e)
		}
		if e.Certainty == NeedsDate && !e.When.IsZero() {
			t.Fatalf("%q needs a date and yet has one: %+v", e.Text, e)
		}
		at = e.End
	}
}

func TestExpressionsHold(t *testing.T) {
	t.Parallel()
	for _, text := range []string{prose, strings.ReplaceAll(prose, " ", "  "), strings.ToUpper(prose), strings.ReplaceAll(prose, " ", "\u00a0"),
		"\xff\xfe May 25 \x80 2018\xff", "…“May 25”—‘2018’", "지난 27일(현지시간)…화요일", "Jan.Feb.Mar. 1, 2, 3", ""} {
		for _, published := range []edtf.Date{{}, edtf.MustParse("2017-05-18"), edtf.MustParse("2017-05"), edtf.MustParse("0003"), edtf.MustParse("2016-02-29")} {
			for _, language := range []string{"en", "de", "ko", "", "fr"} {
				holds(t, text, Find(text, published, language))
			}
		}
	}
}

// A sentence without an end is read to its end, piece by piece, in linear time and little memory.
func TestEndlessSentence(t *testing.T) {
	t.Parallel()
	published := edtf.MustParse("2017-05-18")
	text := strings.Repeat("the pier and the mole and the quay, ", 30000) + "closed on Tuesday"
	got := Find(text, published, "en")
	if len(got) != 1 || got[0].Value != "2017-05-16" {
		t.Errorf("got %v", got)
	}
	for _, unit := range []string{"a", "1", "1,", "1,000,", "가", "일", "27일", "/", "a.", "x.y/", "May ", "- ", "\n", "the ", "twenty-", "2018-"} {
		text := strings.Repeat(unit, 1<<17/len(unit))
		for _, language := range []string{"en", "de", "ko"} {
			holds(t, text, Find(text, published, language))
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{prose, "On 3-5 March, 2016/11/30, 10:35 a.m. EST Tuesday, the '60s", "지난해 12월 27일(현지시간) 3년 전", "am 12. Februar 2014 um 15.30 Uhr", "1950-53 two to three weeks ago"} {
		for _, language := range []string{"en", "de", "ko"} {
			f.Add(s, "2014-02-12", language)
		}
	}
	f.Fuzz(func(t *testing.T, text, published, language string) {
		d, err := edtf.Parse(published)
		if err != nil {
			d = edtf.Date{}
		}
		all := Find(text, d, language)
		holds(t, text, all)
		for _, e := range all {
			if d.IsZero() && strings.Contains(e.Working, "counted from .") {
				t.Errorf("%q is counted from nothing", e.Text)
			}
		}
		if _, evidence, ok := Infer([]string{text, text}, language); ok && len(evidence) == 0 {
			t.Errorf("a range without evidence from %q", text)
		}
	})
}
