package edtf

import (
	"encoding/json"
	"slices"
	"testing"
)

// samples are dates of every form, no two equal.
var samples = []string{
	"2014-02-12", "2014-02-12?", "2014-02-12~", "2014-02-12%", "2014-02-12T06:07", "2014-02-12T06:07:00",
	"2014-02-12T06:07Z", "2014-02-12T06:07+09:00", "2014-02-12T06:07+09", "2014-02-12T05:07", "2014-02-11",
	"2014-02-01", "2014-02-XX", "2014-02", "2014-02~", "2014-01", "2014", "2014?", "2014-XX", "2014-XX-XX", "201X", "20XX",
	"2014-21", "2014-22", "2014-23", "2014-24", "2014-03-01",
	"2014-02-12/2014-02-14", "2014-02-12/2014-02", "2014/2014", "2014/2015", "1950/1953", "1950-06-25/1953-07-27",
	"../2014-02-12", "/2014-02-12", "../2014-02", "../2014", "2014-02-12/..", "2014-02-12/", "2014~/..", "2004-06~/2004-08?",
	"-0044-03-15", "-0044", "0000", "0001", "-019X", "-01XX", "000X", "Y17000", "Y-17000", "Y170000002", "9999-12-31",
}

func parsed(t *testing.T) []Date {
	t.Helper()
	var out []Date
	for _, s := range samples {
		d, err := Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	return append(out, Date{})
}

func TestRoundTrip(t *testing.T) {
	t.Parallel()
	seen := map[Date]string{}
	for i, d := range parsed(t)[:len(samples)] {
		if d.String() != samples[i] {
			t.Errorf("%s is written %s", samples[i], d)
		}
		if other, twice := seen[d]; twice {
			t.Errorf("%s and %s are one key", samples[i], other)
		}
		seen[d] = samples[i]
		text, err := json.Marshal(d)
		var back Date
		if err != nil || json.Unmarshal(text, &back) != nil || back != d {
			t.Errorf("%s goes through JSON as %s to %s", d, text, back)
		}
	}
	var zero Date
	if text, err := json.Marshal(zero); err != nil || string(text) != `""` || json.Unmarshal(text, &zero) != nil || !zero.IsZero() {
		t.Errorf("the unknown date goes through JSON as %s to %s", text, zero)
	}
}

func TestCompareIsATotalOrder(t *testing.T) {
	t.Parallel()
	all := parsed(t)
	for _, a := range all {
		for _, b := range all {
			ab := Compare(a, b)
			if ab != -Compare(b, a) {
				t.Errorf("%q and %q are not antisymmetric", a, b)
			}
			if (ab == 0) != (a == b) {
				t.Errorf("%q and %q compare as %d", a, b, ab)
			}
			for _, c := range all {
				if ab <= 0 && Compare(b, c) <= 0 && Compare(a, c) > 0 {
					t.Errorf("%q, %q, %q are not transitive", a, b, c)
				}
			}
		}
	}
}

func TestCompareIsAChronology(t *testing.T) {
	t.Parallel()
	want := []string{
		"Y-17000", "-0044-03-15", "0001", "1950/1953", "20XX", "201X",
		"../2014", "2014", "../2014-02", "2014-02-01", "2014-02", "2014-02-11", "../2014-02-12", "2014-02-12",
		"2014-02-12T05:07", "2014-02-12T06:07", "2014-02-12/2014-02-14", "2014-02-12/..", "2014-02-13",
		"2014-21", "2018-05-26", "2018-05-26/2018-06-01", "2018-06-01",
	}
	var got []Date
	for _, s := range want {
		got = append(got, MustParse(s))
	}
	got = append(got, Date{})
	slices.Reverse(got)
	slices.SortFunc(got, Compare)
	for i, d := range got[:len(want)] {
		if d.String() != want[i] {
			t.Errorf("%s stands where %s belongs", d, want[i])
		}
	}
	if !got[len(want)].IsZero() {
		t.Errorf("the unknown date is not last, %s is", got[len(want)])
	}
}

func TestWithin(t *testing.T) {
	t.Parallel()
	parse := func(s string) Date {
		if s == "" {
			return Date{}
		}
		return MustParse(s)
	}
	for _, c := range []struct {
		d, from, to string
		want        bool
	}{
		{"2014-02-12", "2014-02-12", "2014-02-12", true},
		{"2014-02-12", "2014", "2014-02", true},
		{"2014-02-12", "2014", "2014", true},
		{"2014-12-31", "2014", "2014", true},
		{"2015-01-01", "2014", "2014", false},
		{"2013-12-31", "2014", "2014", false},
		{"2014-02", "2014-02-12", "2014-03", false},
		{"2014-02-12", "", "2014", true},
		{"2014-02-12", "2014", "", true},
		{"2014-02-12", "2015", "", false},
		{"2014-02-12", "", "", true},
		{"2014-02-12", "../2013", "2014", true},
		{"2014-02-12", "2014-01", "2014-02/..", true},
		{"2014-02-28/2014-03-05", "2014-02", "2014-02", true},
		{"../2014-02-12", "2014", "2014", true},
		{"../2014-02-12", "2015", "2015", false},
		{"", "2014", "2014", false},
		{"", "", "", false},
	} {
		if got := parse(c.d).Within(parse(c.from), parse(c.to)); got != c.want {
			t.Errorf("%q within %q and %q: %v", c.d, c.from, c.to, got)
		}
	}
}

func TestParts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in, start, end                           string
		interval, openStart, openEnd, about, not bool
	}{
		{"2014-02-12", "2014-02-12", "2014-02-12", false, false, false, false, false},
		{"2014~/2015?", "2014~", "2015?", true, false, false, true, true},
		{"../2014", "", "2014", true, true, false, false, false},
		{"/2014?", "", "2014?", true, true, false, false, true},
		{"2014%/..", "2014%", "", true, false, true, true, true},
		{"2014/", "2014", "", true, false, true, false, false},
	} {
		d := MustParse(c.in)
		if d.Start().String() != c.start || d.End().String() != c.end {
			t.Errorf("%s goes from %q to %q", d, d.Start(), d.End())
		}
		if d.IsInterval() != c.interval || d.OpenStart() != c.openStart || d.OpenEnd() != c.openEnd ||
			d.Approximate() != c.about || d.Uncertain() != c.not {
			t.Errorf("%s: interval %v, open %v %v, approximate %v, uncertain %v", d,
				d.IsInterval(), d.OpenStart(), d.OpenEnd(), d.Approximate(), d.Uncertain())
		}
	}
}

func TestUnknown(t *testing.T) {
	t.Parallel()
	var d Date
	if !d.IsZero() || d.String() != "" || d.Text("en") != "" || d.Short("ko") != "" || d.HTML() != "" {
		t.Error("the unknown date prints something")
	}
	if d.First() != DayMin || d.Last() != DayMax || d.Precision() != PrecisionNone || d.IsInterval() {
		t.Error("the unknown date is not any day")
	}
}
