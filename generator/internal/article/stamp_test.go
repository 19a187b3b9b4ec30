package article

import "testing"

func TestDateIn(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, date, rest string }{
		{"29 Jul 2021", "2021-07-29", ""},
		{"Mon 4th March 2019 | 09:15 AM", "2019-03-04", "Mon  | 09:15 AM"},
		{"the 1st of May 2019", "2019-05-01", "the "},
		{"February 12, 2014 06:07", "2014-02-12", " 06:07"},
		{"Sept. 3rd, 2018", "2018-09-03", ""},
		{"2014-02-12T06:07", "2014-02-12", ""},
		{"2014-02-12T06:07:00.000+09:00 KST", "2014-02-12", " KST"},
		{"2014/02/12", "2014-02-12", ""},
		{"2014.02.12", "2014-02-12", ""},
		{"2014. 2. 12. 오전 6:07", "2014-02-12", ". 오전 6:07"},
		{"2014년 2월 12일 오전", "2014-02-12", " 오전"},
		{"2014年2月12日", "2014-02-12", ""},
		{"12.02.2014", "2014-02-12", ""},
		{"12. März 2014", "2014-03-12", ""},
		{"le 1er mars 2014", "2014-03-01", "le "},
		{"4 de marzo de 2019", "2019-03-04", ""},
		{"4-Mar-2019", "2019-03-04", ""},
		{"15/04/2021", "2021-04-15", ""},
		{"04/15/2021", "2021-04-15", ""},
		{"05/05/2021", "2021-05-05", ""},
		{"Saturday 03/04/2021", "2021-04-03", "Saturday "},
		{"Thu, 03/04/2021", "2021-03-04", "Thu, "},
		{"03/04/2021", "", ""},
		{"03-04-2021", "", ""},
		{"Friday 03/04/2021", "", ""},
		{"20140212", "", ""},
		{"555-2014-02-12", "", ""},
		{"30 February 2014", "", ""},
		{"February 2014", "", ""},
		{"12 of the 2014 boats", "", ""},
		{"may be 12, or 2014", "", ""},
		{"May 12", "", ""},
		{"", "", ""},
	} {
		s, ok := dateIn(c.in)
		if !ok {
			if c.date != "" {
				t.Errorf("%q has no date, want %s", c.in, c.date)
			}
			continue
		}
		if got := c.in[:s.start] + c.in[s.end:]; s.String() != c.date || got != c.rest {
			t.Errorf("%q is %s and %q, want %s and %q", c.in, s, got, c.date, c.rest)
		}
	}
}

func TestWeekdayBesideDate(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]bool{
		"Wed, 12 Feb 2014": false, "Mittwoch, 12.02.2014, 06:07 Uhr": false, "2014년 2월 12일(수)": false, "Mi., 12.02.2014": false,
		"12 Feb 2014 (Wednesday)": false, "4 March 2019": false, "12.02.2014 so etwas": false,
		"Tuesday, 12 Feb 2014": true, "2014년 2월 12일(목)": true, "12 Feb 2014, Sunday": true,
	} {
		s, ok := dateIn(in)
		if !ok || s.mismatch() != want {
			t.Errorf("%q: read %v, mismatch %v, want %v", in, ok, s.mismatch(), want)
		}
	}
}

func TestDayMonth(t *testing.T) {
	t.Parallel()
	for in, want := range map[string][2]int{
		"March 4": {3, 4}, "4 March": {3, 4}, "Mon., March 4": {3, 4}, "4. März": {3, 4}, "3월 4일": {3, 4}, "Mar 4th": {3, 4}, "March 4, 2019": {3, 4},
		"March": {}, "4": {}, "March 4 talks": {}, "March 40": {}, "": {},
	} {
		m, day, ok := dayMonth(in)
		if got := [2]int{m, day}; ok != (want != [2]int{}) || ok && got != want {
			t.Errorf("%q: %v, %v, want %v", in, got, ok, want)
		}
	}
}
