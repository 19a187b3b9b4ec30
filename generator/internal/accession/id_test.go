package accession

import (
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

func TestStem(t *testing.T) {
	t.Parallel()
	value := func(s string) book.Value { return book.Value{Text: s} }
	for _, c := range []struct {
		name string
		o    book.Original
		want string
	}{
		{"publisher before agency", book.Original{Publisher: value("Harbour Gazette"), Agency: value("Ferry Wire"), Date: value("2019-03-04")}, "harbour-gazette-2019-03-04"},
		{"agency", book.Original{Agency: value("Ferry Wire"), Date: value("2019-03-04")}, "ferry-wire-2019-03-04"},
		{"the article goes", book.Original{Publisher: value("The Morning Ferry"), Date: value("2019-03-04")}, "morning-ferry-2019-03-04"},
		{"a name that is nothing but it stays", book.Original{Publisher: value("The"), Date: value("2019-03-04")}, "the-2019-03-04"},
		{"the site", book.Original{URL: value("https://www.dailyferry.co.uk:8080/a?b=c#d"), Date: value("2019-03-04")}, "dailyferry-2019-03-04"},
		{"the site of a section", book.Original{URL: value("http://user@en.ferrynews.example/a"), Date: value("2019-03-04")}, "ferrynews-2019-03-04"},
		{"no site in numbers", book.Original{URL: value("http://192.0.2.7/a"), Date: value("2019-03-04")}, "uncredited-2019-03-04"},
		{"a publisher that is known by its site", book.Original{Publisher: value("dailyferry.com"), Date: value("2019-03-04")}, "dailyferry-2019-03-04"},
		{"nobody", book.Original{Date: value("2019-03-04")}, "uncredited-2019-03-04"},
		{"another script, with a site", book.Original{Publisher: value("항구신문"), URL: value("https://hanggu.example.kr/1"), Date: value("2019-03-04")}, "example-2019-03-04"},
		{"another script, without", book.Original{Publisher: value("항구신문"), Date: value("2019-03-04")}, "source-2019-03-04"},
		{"another script, with an agency", book.Original{Publisher: value("항구신문"), Agency: value("Ferry Wire"), Date: value("2019-03-04")}, "ferry-wire-2019-03-04"},
		{"marks", book.Original{Publisher: value("Fährbote Groß-Ødsted"), Date: value("2019-03-04")}, "fahrbote-gross-odsted-2019-03-04"},
		{"apostrophes", book.Original{Publisher: value("Skipper’s Log"), Date: value("2019-03-04")}, "skippers-log-2019-03-04"},
		{"a month", book.Original{Agency: value("Ferry Wire"), Date: value("2019-03")}, "ferry-wire-2019-03"},
		{"a time of day", book.Original{Agency: value("Ferry Wire"), Date: value("2019-03-04T06:07Z")}, "ferry-wire-2019-03-04"},
		{"doubtful, so the title", book.Original{Agency: value("Ferry Wire"), Date: value("2019?"), Title: value("The board of the harbour meets in a hall")}, "ferry-wire-board-harbour-meets-hall"},
		{"no date, the lead", book.Original{Agency: value("Ferry Wire"), Paragraphs: []string{"Two ferries of the line were laid up on Monday."}}, "ferry-wire-two-ferries-line-laid"},
		{"no date, title in another script", book.Original{Title: value("항구"), Paragraphs: []string{"Ferry laid up."}}, "uncredited-ferry-laid-up"},
		{"a title that would pass for a date", book.Original{Title: value("2019-01-01"), Paragraphs: []string{"Ferry laid up in 2019."}}, "uncredited-ferry-laid-up-2019"},
		{"nothing but digits", book.Original{Title: value("2019 01 01")}, "uncredited"},
		{"nothing at all", book.Original{}, "uncredited"},
		{"a long name", book.Original{Publisher: value(strings.Repeat("Harbour ", 20)), Date: value("2019")}, "harbour-harbour-harbour-harbour-harbour-2019"},
		{"a long word", book.Original{Publisher: value(strings.Repeat("x", 300)), Date: value("2019")}, strings.Repeat("x", 40) + "-2019"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := Stem(Source{Original: &c.o}); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestTaken(t *testing.T) {
	t.Parallel()
	var taken Taken
	if id := taken.Free("ferry"); id != "ferry" {
		t.Errorf("the first is %q", id)
	}
	for _, want := range []book.ID{"ferry", "ferry-2", "ferry-3", "ferry-4"} {
		id := taken.Free("ferry")
		if id != want {
			t.Errorf("%q, want %q", id, want)
		}
		if again := taken.Free("ferry"); again != id {
			t.Errorf("%q, then %q, though none was taken", id, again)
		}
		taken.Add(id)
	}
	taken.Add("Quay-2")
	taken.Add("QUAY")
	if id := taken.Free("quay"); id != "quay-3" {
		t.Errorf("capitals make a difference: %q", id)
	}
	for _, device := range []string{"con", "aux", "com1", "lpt9"} {
		if id := taken.Free(device); string(id) == device {
			t.Errorf("%q is the name of a device", id)
		}
	}
}
