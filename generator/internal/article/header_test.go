package article

import (
	"strings"
	"testing"
)

func TestDateIn(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, date, rest string }{
		{"29 Jul 2021", "2021-07-29", ""},
		{"Mon 4th March 2019 | 09:15 AM", "2019-03-04", "Mon  | 09:15 AM"},
		{"the 1st of May 2019", "2019-05-01", "the "},
		{"February 12, 2014 06:07", "2014-02-12", " 06:07"},
		{"Sept. 3rd, 2018", "2018-09-03", ""},
		{"2014-02-12T06:07", "2014-02-12", "T06:07"},
		{"2014/02/12", "2014-02-12", ""},
		{"2014.02.12", "2014-02-12", ""},
		{"2014. 2. 12. 오전 6:07", "2014-02-12", ". 오전 6:07"},
		{"2014년 2월 12일 오전", "2014-02-12", " 오전"},
		{"12.02.2014", "2014-02-12", ""},
		{"12. März 2014", "2014-03-12", ""},
		{"03/04/2021", "", ""},
		{"30 February 2014", "", ""},
		{"February 2014", "", ""},
		{"12 of the 2014 boats", "", ""},
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
		if got := c.in[:s.start] + c.in[s.end:]; s.date.String() != c.date || got != c.rest {
			t.Errorf("%q is %s and %q, want %s and %q", c.in, s.date, got, c.date, c.rest)
		}
	}
}

func TestReadDateline(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, place, credit, rest string }{
		{"SEOUL: North and", "Seoul", "", "North and"},
		{"SEOUL — North and", "Seoul", "", "North and"},
		{"NEW YORK -- The board", "New York", "", "The board"},
		{"SEOUL (Reuters) - North", "Seoul", "Reuters", "North"},
		{"BUSAN, South Korea, July 29 (Yonhap) -- The", "Busan", "Yonhap", "The"},
		{"HARBOUR (FerryPoint News / Sputnik - 4th March, 2019) The board", "Harbour", "FerryPoint News / Sputnik - 4th March, 2019", "The board"},
		{"HARBOUR (Ferry Times) — The board", "Harbour", "Ferry Times", "The board"},
		{"Moscow, Russia (AP) — The board", "Moscow", "AP", "The board"},
		{"(Reuters) - The board", "", "Reuters", "The board"},
		{"U.N. (AFP) - The board", "U.N.", "AFP", "The board"},
		{"UNITED NATIONS, March 4 (Xinhua) -- The", "United Nations", "Xinhua", "The"},
	} {
		d, ok := readDateline(c.in)
		if !ok || d.place != c.place || d.credit != c.credit || c.in[d.length:] != c.rest {
			t.Errorf("%q: %v, place %q, credit %q, then %q", c.in, ok, d.place, d.credit, c.in[min(d.length, len(c.in)):])
		}
	}
	for _, in := range []string{
		"", "SEOUL", "SEOUL:", "SEOUL North", "The board (Reuters) said", "A man - not named - said", "North Korea (Pyongyang) said",
		"NATO (the alliance) said", "KCNA said: the talks", "US-North talks were", "I: the first", "(that is) - the", "He said (AP): no",
		"The North – which had", "KAESONG-based staff said", "SEOUL:North",
	} {
		if d, ok := readDateline(in); ok {
			t.Errorf("%q has the dateline %q", in, in[:d.length])
		}
	}
}

func TestTicker(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]int{
		"QAY 31.05 Decreased By ▼ -0.95 (-2.97%)":            len("QAY 31.05 Decreased By ▼ -0.95 (-2.97%)"),
		"FRY 12.40 Increased By ▲ 0.35 (2.9%) Ferry reopens": len("FRY 12.40 Increased By ▲ 0.35 (2.9%)"),
		"UN 5 Increased pressure on the board (5%)":          0,
		"SEOUL 29 talks": 0,
		"":               0,
	} {
		if got := ticker(in); got != want {
			t.Errorf("%q: %d, want %d", in, got, want)
		}
	}
}

func TestDomain(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"FerryPoint.com": "FerryPoint", "www.FerryPoint.co.uk/": "FerryPoint", "ferrypoint.com": "ferrypoint.com",
		"The pier.": "", "Closed.": "", "3.50": "", "U.S.": "", "a..com": "", "pier.7": "", "Ferry.COM": "",
	} {
		if got, ok := domain(in); got != want || ok != (want != "") {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestByLine(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, reason, names, agency string }{
		{"By REUTERS", "agency_byline", "", "Reuters"},
		{"By Mara Lindqvist", "byline", "Mara Lindqvist", ""},
		{"By Mara Lindqvist, Harbour Correspondent", "byline", "Mara Lindqvist; Harbour Correspondent", ""},
		{"BY MARA LINDQVIST and Jon Meer, Associated Press", "byline", "MARA LINDQVIST; Jon Meer", "AP"},
		{"By the time they met", "", "", ""},
		{"By April", "", "", ""},
		{"Bye Mara Lindqvist", "", "", ""},
	} {
		p := &page{}
		b := newBlock(1, 1, c.in)
		if got := p.byLine(&b); got != c.reason || strings.Join(listed(p.bylines).List, "; ") != c.names || strings.Join(listed(p.agencies).List, "; ") != c.agency {
			t.Errorf("%q: %q, names %q, agency %q", c.in, got, strings.Join(listed(p.bylines).List, "; "), strings.Join(listed(p.agencies).List, "; "))
		}
	}
}
