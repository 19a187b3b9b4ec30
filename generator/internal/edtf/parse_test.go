package edtf

import (
	"strings"
	"testing"
	"time"
)

func TestParse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in          string
		first, last string
		precision   Precision
	}{
		{"2014-02-12", "2014-02-12", "2014-02-12", PrecisionDay},
		{"2014-02", "2014-02-01", "2014-02-28", PrecisionMonth},
		{"2016-02", "2016-02-01", "2016-02-29", PrecisionMonth},
		{"1900-02", "1900-02-01", "1900-02-28", PrecisionMonth},
		{"2000-02", "2000-02-01", "2000-02-29", PrecisionMonth},
		{"2014", "2014-01-01", "2014-12-31", PrecisionYear},
		{"0000", "0000-01-01", "0000-12-31", PrecisionYear},
		{"-0044-03-15", "-0044-03-15", "-0044-03-15", PrecisionDay},
		{"-9999", "-9999-01-01", "-9999-12-31", PrecisionYear},
		{"Y170000002", "Y170000002-01-01", "Y170000002-12-31", PrecisionYear},
		{"Y-17000", "Y-17000-01-01", "Y-17000-12-31", PrecisionYear},
		{"2010?", "2010-01-01", "2010-12-31", PrecisionYear},
		{"2018-05~", "2018-05-01", "2018-05-31", PrecisionMonth},
		{"2018-05-26%", "2018-05-26", "2018-05-26", PrecisionDay},
		{"201X", "2010-01-01", "2019-12-31", PrecisionDecade},
		{"-019X", "-0199-01-01", "-0190-12-31", PrecisionDecade},
		{"20XX", "2000-01-01", "2099-12-31", PrecisionCentury},
		{"2004-XX", "2004-01-01", "2004-12-31", PrecisionYear},
		{"2004-XX-XX", "2004-01-01", "2004-12-31", PrecisionYear},
		{"2004-06-XX", "2004-06-01", "2004-06-30", PrecisionMonth},
		{"2014-21", "2014-03-01", "2014-05-31", PrecisionSeason},
		{"2014-22", "2014-06-01", "2014-08-31", PrecisionSeason},
		{"2014-23", "2014-09-01", "2014-11-30", PrecisionSeason},
		{"2015-24", "2015-12-01", "2016-02-29", PrecisionSeason},
		{"2014-02-03/2014-02-09", "2014-02-03", "2014-02-09", PrecisionInterval},
		{"1950/1953", "1950-01-01", "1953-12-31", PrecisionInterval},
		{"2004-06~/2004-08?", "2004-06-01", "2004-08-31", PrecisionInterval},
		{"../2014-02-12", "min", "2014-02-12", PrecisionInterval},
		{"/2014-02-12", "min", "2014-02-12", PrecisionInterval},
		{"2014-02-12/..", "2014-02-12", "max", PrecisionInterval},
		{"2014-02-12/", "2014-02-12", "max", PrecisionInterval},
		{"2014-02-12T06:07", "2014-02-12", "2014-02-12", PrecisionDay},
		{"2014-02-12T06:07:30", "2014-02-12", "2014-02-12", PrecisionDay},
		{"2014-02-12T06:07:30Z", "2014-02-12", "2014-02-12", PrecisionDay},
		{"2014-02-12T23:07+09:00", "2014-02-12", "2014-02-12", PrecisionDay},
		{"2014-02-12T23:07:30-09", "2014-02-12", "2014-02-12", PrecisionDay},
	} {
		d, err := Parse(c.in)
		if err != nil {
			t.Errorf("Parse(%q): %v", c.in, err)
			continue
		}
		if got := d.String(); got != c.in {
			t.Errorf("Parse(%q).String() = %q", c.in, got)
		}
		if got := named(d.First()); got != c.first {
			t.Errorf("%s begins %s, want %s", c.in, got, c.first)
		}
		if got := named(d.Last()); got != c.last {
			t.Errorf("%s ends %s, want %s", c.in, got, c.last)
		}
		if got := d.Precision(); got != c.precision {
			t.Errorf("%s has precision %d, want %d", c.in, got, c.precision)
		}
	}
}

func named(d Day) string {
	switch {
	case d == DayMin:
		return "min"
	case d == DayMax:
		return "max"
	case d.Year > 9999 || d.Year < -9999: // no EDTF form: year, then month and day
		return Date{start: point{year: d.Year, form: year}}.String() + Day{0, d.Month, d.Day}.Date().String()[4:]
	}
	return d.Date().String()
}

func TestParseRefuses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want string }{
		{"", "a date is missing, as in 2014-02-12"},
		{"2014-02-30", "there is no 30 February 2014; the last day of that month is 2014-02-28"},
		{"2014-06-31", "there is no 31 June"},
		{"2014-06-00", "there is no 0 June"},
		{"2014-13", "there is no month 13"},
		{"2014-00-01", "there is no month 00"},
		{"2014-21-01", "there is no month 21"},
		{"2014-25", "there is no month 25"},
		{"14", "a year has four digits"},
		{"20140212", "joined with hyphens, as in 2014-02-12"},
		{"2014-2-1", "as in 2014-02-01"},
		{"12-02-2014", "comes first"},
		{"12 February 2014", "write 2014-02-12"},
		{"12.02.2014", "the year first"},
		{"2014–02–12", "a dash that is no hyphen"},
		{" 2014", "blanks"},
		{"2014/02/12", "too many slashes"},
		{"2014-02-09/2014-02-03", "ends before it starts"},
		{"../..", "needs one known end"},
		{"/", "needs one known end"},
		{"2014-02-12T06:07/2014-02-13", "an interval has no time of day"},
		{"2004-?06", "at the end"},
		{"2004?-06", "at the end"},
		{"2004??", "at the end"},
		{"[1667,1668]", "sets of dates"},
		{"201x", "unspecified digits are X"},
		{"2XXX", "unspecified digits are X"},
		{"201X-05", "nothing can follow a decade"},
		{"2014-XX-05", "a day needs a month"},
		{"Y2014", "five to nine digits"},
		{"Y017000", "five to nine digits"},
		{"Y17000000000", "five to nine digits"},
		{"Y17e7", "only digits follow Y"},
		{"-0000", "year zero has no sign"},
		{"-000X", "year zero has no sign"},
		{"...2014", "two dots stand alone"},
		{"2014-02T06:07", "a time of day needs a whole date"},
		{"T06:07", "a time of day needs a whole date"},
		{"2014-02-12?T06:07", "a time of day needs a certain day"},
		{"2014-02-XXT06:07", "a time of day needs a certain day"},
		{"2014-02-12T6:07", "not a time of day"},
		{"2014-02-12T24:00", "not a time of day"},
		{"2014-02-12T06:60", "not a time of day"},
		{"2014-02-12T06", "not a time of day"},
		{"2014-02-12T06:07:", "not a time of day"},
		{"2014-02-12T06:07 Z", "time zone"},
		{"2014-02-12T06:07+9", "time zone"},
		{"?", "at the end"},
		{"-", "not a date"},
		{"Y", "five to nine digits"},
	} {
		d, err := Parse(c.in)
		if err == nil {
			t.Errorf("Parse(%q) = %s, want an error", c.in, d)
			continue
		}
		if !strings.Contains(err.Error(), c.want) {
			t.Errorf("Parse(%q): %q does not say %q", c.in, err, c.want)
		}
		if first := strings.TrimLeft(err.Error(), `"`+c.in); first != "" && first[0] >= 'A' && first[0] <= 'Z' {
			t.Errorf("Parse(%q): %q is not lower case", c.in, err)
		}
	}
}

func TestMustParsePanics(t *testing.T) {
	t.Parallel()
	defer func() {
		if recover() == nil {
			t.Error("MustParse took a date that does not exist")
		}
	}()
	MustParse("2014-02-30")
}

func TestWeekday(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]time.Weekday{
		"2014-02-12": time.Wednesday, "2018-06-01": time.Friday, "1970-01-01": time.Thursday,
		"2000-02-29": time.Tuesday, "1969-12-31": time.Wednesday, "0001-01-01": time.Monday,
	} {
		if got := MustParse(in).First().Weekday(); got != want {
			t.Errorf("%s is a %s, want %s", in, got, want)
		}
	}
}

// The calendar is that of package time, day for day, leap years and centuries included.
func TestCalendar(t *testing.T) {
	t.Parallel()
	at := time.Date(-801, time.December, 25, 0, 0, 0, 0, time.UTC)
	day := Day{-801, 12, 25}
	for range 400_000 {
		y, m, d := at.Date()
		if (day != Day{int32(y), uint8(m), uint8(d)}) || day.Weekday() != at.Weekday() || day.Number() != at.Unix()/86_400 || !day.Valid() {
			t.Fatalf("%v is %v, %v, number %d", at, day, day.Weekday(), day.Number())
		}
		at, day = at.AddDate(0, 0, 1), day.Add(1)
	}
	if back := day.Add(-400_000); (back != Day{-801, 12, 25}) {
		t.Errorf("back to %v", back)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range samples {
		f.Add(s)
	}
	for _, s := range []string{"", "/", "..", "2014-02-30", "Y-", "2014-02-12T06:07:60", "2014-02-12T06:07+", "?", "2XXX"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(s)
		if err != nil {
			if d != (Date{}) {
				t.Fatalf("Parse(%q) gives both %s and %v", s, d, err)
			}
			return
		}
		again, err := Parse(d.String())
		if err != nil || again != d {
			t.Fatalf("Parse(%q) = %s, read back as %s, %v", s, d, again, err)
		}
		if d.First().Compare(d.Last()) > 0 {
			t.Fatalf("%s begins %v after its end %v", d, d.First(), d.Last())
		}
		for _, language := range []string{"en", "de", "ko"} {
			if d.Text(language) == "" || d.Short(language) == "" || strings.ContainsAny(d.Text(language), "%") {
				t.Fatalf("%s prints as %q, %q in %s", d, d.Text(language), d.Short(language), language)
			}
		}
		if Compare(d, d) != 0 || !d.Within(Date{}, Date{}) {
			t.Fatalf("%s does not stand where it stands", d)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range samples {
			if _, err := Parse(s); err != nil {
				b.Fatal(err)
			}
		}
	}
}
