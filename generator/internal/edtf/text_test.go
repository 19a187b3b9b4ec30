package edtf

import (
	"regexp"
	"testing"
)

func TestText(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, english, german, korean string }{
		{"2014-02-12", "12 February 2014", "12. Februar 2014", "2014년 2월 12일"},
		{"2014-02-12T06:07", "12 February 2014, 06:07", "12. Februar 2014, 06:07", "2014년 2월 12일, 06:07"},
		{"2020-06", "June 2020", "Juni 2020", "2020년 6월"},
		{"2020-06-XX", "June 2020", "Juni 2020", "2020년 6월"},
		{"2007", "2007", "2007", "2007년"},
		{"2007-XX", "2007", "2007", "2007년"},
		{"2007-XX-XX", "2007", "2007", "2007년"},
		{"0987", "987", "987", "987년"},
		{"-0043", "44 BC", "44 v. Chr.", "기원전 44년"},
		{"-0043-03-15", "15 March 44 BC", "15. März 44 v. Chr.", "기원전 44년 3월 15일"},
		{"201X", "2010s", "2010er-Jahre", "2010년대"},
		{"20XX", "2000–2099", "2000–2099", "2000–2099년"},
		{"-019X", "200–191 BC", "200–191 v. Chr.", "기원전 200–191년"},
		{"000X", "1 BC – 9", "1 v. Chr. – 9", "기원전 1년 – 9년"},
		{"2014-21", "spring 2014", "Frühling 2014", "2014년 봄"},
		{"2014-24", "winter 2014", "Winter 2014", "2014년 겨울"},
		{"2010?", "2010 (uncertain)", "2010 (unsicher)", "2010년 (불확실)"},
		{"2018-05~", "about May 2018", "etwa Mai 2018", "2018년 5월경"},
		{"2018-05%", "about May 2018 (uncertain)", "etwa Mai 2018 (unsicher)", "2018년 5월경 (불확실)"},
		{"2014-02-03/2014-02-09", "3–9 February 2014", "3.–9. Februar 2014", "2014년 2월 3–9일"},
		{"2014-01-28/2014-02-03", "28 January – 3 February 2014", "28. Januar – 3. Februar 2014", "2014년 1월 28일 – 2월 3일"},
		{"2013-12-30/2014-01-02", "30 December 2013 – 2 January 2014", "30. Dezember 2013 – 2. Januar 2014", "2013년 12월 30일 – 2014년 1월 2일"},
		{"2021-04/2021-07", "April – July 2021", "April – Juli 2021", "2021년 4–7월"},
		{"1950/1953", "1950–1953", "1950–1953", "1950–1953년"},
		{"2014/2014", "2014", "2014", "2014년"},
		{"2014-21/2014-23", "spring – autumn 2014", "Frühling – Herbst 2014", "2014년 봄 – 가을"},
		{"2014/2015-03", "2014 – March 2015", "2014 – März 2015", "2014년 – 2015년 3월"},
		{"2018-05~/2018-07?", "about May 2018 – July 2018 (uncertain)", "etwa Mai 2018 – Juli 2018 (unsicher)", "2018년 5월경 – 2018년 7월 (불확실)"},
		{"../2014-02-12", "by 12 February 2014", "bis 12. Februar 2014", "2014년 2월 12일까지"},
		{"/2014-02-12", "until 12 February 2014 (start unknown)", "bis 12. Februar 2014 (Beginn unbekannt)", "2014년 2월 12일까지 (시작 미상)"},
		{"2014-02/..", "since February 2014", "seit Februar 2014", "2014년 2월부터"},
		{"2014-02/", "from February 2014 (end unknown)", "ab Februar 2014 (Ende unbekannt)", "2014년 2월부터 (종료 미상)"},
		{"Y170000002", "170000002", "170000002", "170000002년"},
	} {
		d := MustParse(c.in)
		for language, want := range map[string]string{
			"en": c.english, "en-GB": c.english, "": c.english, "fr": c.english, "kok": c.english, "x": c.english,
			"de": c.german, "de-AT": c.german, "ko": c.korean, "KO-kr": c.korean,
		} {
			if got := d.Text(language); got != want {
				t.Errorf("%s in %q is %q, want %q", c.in, language, got, want)
			}
		}
	}
}

func TestShort(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, english, german, korean string }{
		{"2014-02-12", "12 Feb 2014", "12. Feb. 2014", "2014. 2. 12."},
		{"2014-02-12T06:07", "12 Feb 2014", "12. Feb. 2014", "2014. 2. 12."},
		{"2020-06", "Jun 2020", "Juni 2020", "2020. 6."},
		{"2007", "2007", "2007", "2007년"},
		{"2018-05~", "c. May 2018", "ca. Mai 2018", "2018. 5.경"},
		{"2010?", "2010?", "2010?", "2010년?"},
		{"2010%", "c. 2010?", "ca. 2010?", "2010년경?"},
		{"2014-02-03/2014-02-09", "3–9 Feb 2014", "3.–9. Feb. 2014", "2014. 2. 3.–9."},
		{"2021-04/2021-07", "Apr – Jul 2021", "Apr. – Juli 2021", "2021. 4.–7."},
		{"1950/1953", "1950–1953", "1950–1953", "1950–1953년"},
		{"../2014-02-12", "by 12 Feb 2014", "bis 12. Feb. 2014", "2014. 2. 12.까지"},
		{"/2014-02-12", "until 12 Feb 2014", "bis 12. Feb. 2014", "2014. 2. 12.까지"},
		{"2014-02/", "from Feb 2014", "ab Feb. 2014", "2014. 2.부터"},
	} {
		d := MustParse(c.in)
		for language, want := range map[string]string{"en": c.english, "de": c.german, "ko": c.korean} {
			if got := d.Short(language); got != want {
				t.Errorf("%s in %q is %q, want %q", c.in, language, got, want)
			}
		}
	}
}

func TestHTML(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"2014-02-12": "2014-02-12", "2020-06": "2020-06", "2007": "2007", "0987": "0987", "Y17000": "17000",
		"2014-02-12T06:07": "2014-02-12T06:07", "2014-02-12T06:07:30Z": "2014-02-12T06:07:30Z",
		"2014-02-12T06:07+09": "2014-02-12T06:07+09:00",
		"2004-06-XX":          "2004-06", "2004-XX": "2004", "2004-XX-XX": "2004",
		"0000": "", "-0044": "", "Y-17000": "", "201X": "", "20XX": "", "2014-21": "", "2010?": "", "2018-05~": "",
		"2014-02-03/2014-02-09": "", "../2014": "", "2014/..": "", "/2014": "", "2014/": "",
	} {
		if got := MustParse(in).HTML(); got != want {
			t.Errorf("%s in HTML is %q, want %q", in, got, want)
		}
	}
	valid := regexp.MustCompile(`^(\d{4,}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?)?$`)
	for _, s := range samples {
		if got := MustParse(s).HTML(); !valid.MatchString(got) {
			t.Errorf("%s in HTML is %q", s, got)
		}
	}
}

func BenchmarkText(b *testing.B) {
	d := MustParse("2014-02-12")
	b.ReportAllocs()
	for b.Loop() {
		d.Text("en")
	}
}
