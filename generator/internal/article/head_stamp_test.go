package article

import "testing"

func TestStampLine(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, reason, date, updated, names, agency, publisher string }{
		{"March 4, 2019 09:15", "timestamp_line", "2019-03-04", "", "", "", ""},
		{"Mon 4 Mar 2019 09.15 GMT", "timestamp_line", "2019-03-04", "", "", "", ""},
		{"Mittwoch, 12.02.2014, 06:07 Uhr", "timestamp_line", "2014-02-12", "", "", "", ""},
		{"Wed, 12 Feb 2014 10:00:00 +0900", "timestamp_line", "2014-02-12", "", "", "", ""},
		{"12:01 EST 04 March 2019, updated 13:05 EST 05 March 2019", "timestamp_line", "2019-03-04", "2019-03-05", "", "", ""},
		{"Published 3 March 2019 | Updated 4 March 2019", "timestamp_line", "2019-03-03", "2019-03-04", "", "", ""},
		{"First published on March 3, 2019. Updated on March 4, 2019.", "timestamp_line", "2019-03-03", "2019-03-04", "", "", ""},
		{"Last updated 3 March 2019 10:00 GMT", "timestamp_line", "", "2019-03-03", "", "", ""},
		{"4 March 2019 (updated)", "timestamp_line", "", "2019-03-04", "", "", ""},
		{"4 March 2019, updated 10:15", "timestamp_line", "2019-03-04", "", "", "", ""},
		{"Zuletzt aktualisiert: 12.02.2014", "timestamp_line", "", "2014-02-12", "", "", ""},
		{"입력 2014.02.12 06:07 수정 2014.02.13 09:10", "timestamp_line", "2014-02-12", "2014-02-13", "", "", ""},
		{"Publié le 4 mars 2019 à 18h32, mis à jour le 5 mars 2019 à 9h00", "timestamp_line", "2019-03-04", "2019-03-05", "", "", ""},
		{"Accessed 4 March 2020", "timestamp_line", "", "", "", "", ""},
		{"3 hours ago", "timestamp_line", "", "", "", "", ""},
		{"vor 3 Stunden", "timestamp_line", "", "", "", "", ""},
		{"Reuters 29 Jul 2021", "agency_date_line", "2021-07-29", "", "", "Reuters", ""},
		{"2019年3月4日 09:15 来源：新华社", "agency_date_line", "2019-03-04", "", "", "Xinhua", ""},
		{"Mara Lindqvist | Mar 4, 2019", "byline_timestamp_line", "2019-03-04", "", "Mara Lindqvist", "", ""},
		{"Mara Lindqvist 3 minutes ago Mon 4th March 2019 | 09:15 AM", "byline_timestamp_line", "2019-03-04", "", "Mara Lindqvist", "", ""},
		{"Published on 4 March 2019 by Mara Lindqvist in Politics", "byline_timestamp_line", "2019-03-04", "", "Mara Lindqvist", "", ""},
		{"Written By: Mara Lindqvist | Edited By: Jon Meer | Source: PTI | Updated: Mar 4, 2019", "byline_timestamp_line", "", "2019-03-04", "Mara Lindqvist", "PTI", ""},
		{"STAFF REPORT March 4, 2019", "timestamp_line", "2019-03-04", "", "", "", ""},
		{"The Ferry Times, 4 March 2019, page 3", "publisher_date_line", "2019-03-04", "", "", "", "The Ferry Times"},
		{"ferrypoint.example 4 March 2019", "publisher_date_line", "2019-03-04", "", "", "", ""},
		{"Politics | 4 March 2019", "timestamp_line", "2019-03-04", "", "", "", ""},
		{"The board met on 4 March 2019 and on no other day", "", "", "", "", "", ""},
		{"4 March", "", "", "", "", "", ""},
	} {
		p, got := trial(stampLine, c.in)
		if got != c.reason || valuesOf(p.dates) != c.date || valuesOf(p.updates) != c.updated || valuesOf(p.bylines) != c.names ||
			valuesOf(p.agencies) != c.agency || valuesOf(p.publisher) != c.publisher {
			t.Errorf("%q: %q, dates %q, updates %q, names %q, agencies %q, publishers %q", c.in, got, valuesOf(p.dates), valuesOf(p.updates),
				valuesOf(p.bylines), valuesOf(p.agencies), valuesOf(p.publisher))
		}
	}
}

// Before the title two words with capitals and a date are a title.
func TestStampLineBeforeTheTitle(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Harbour Board Meeting 4 March 2019": "", "Mara Lindqvist 4 March 2019": "", "4 March 2019": "timestamp_line", "By Mara Lindqvist, 4 March 2019": "byline_timestamp_line",
	} {
		p := &page{blocks: []block{newBlock(1, 1, in)}}
		if got := stampLine(p, headLine{block: &p.blocks[0], text: in}); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
