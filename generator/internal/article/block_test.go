package article

import (
	"slices"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]int{
		"": 0, " - ": 0, "one": 1, "don't": 1, "twenty-one": 1, "a b": 2, "3.5 km": 3, "har\u00adbour": 1, "a\u200bb": 1, "a\u00a0b": 2, "부두를 고쳤다": 2, "日本語": 1,
	} {
		if got := words(s); got != want {
			t.Errorf("%q has %d words, want %d", s, got, want)
		}
	}
}

func TestStops(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"": false, "It rained.": true, "It rained": false, "\"It rained.\"": true, "It rained.)": true, "Es regnet.»": true, "It rained?!": true, "It rained…": true, "雨だ。": true,
		"It rained.\u200b": true, "It rained:": false, "\"": false,
	} {
		if got := stops(s); got != want {
			t.Errorf("%q ends a sentence: %v", s, got)
		}
	}
}

func TestBulleted(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"- a boat": true, "• a boat": true, "\u200b• a boat": true, "1. a boat": true, "12) a boat": true, "(3) a boat": true, "■ a boat": true,
		"-a boat": false, "1 a boat": false, "1999. a boat": false, "a. boat": false, "-": false, "- ": false, "": false, "— said she": true,
	} {
		if got := bulleted(s); got != want {
			t.Errorf("%q is an item: %v", s, got)
		}
	}
}

func TestSplit(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"a line is a block", "one\ntwo\n\nthree", []string{"one", "two", "three"}},
		{"CRLF, blanks, a byte order mark between", " one\r\n\u00a0\r\n\ufeff\r\ntwo\t", []string{"one", "two"}},
		{"an old Macintosh", "one\rtwo", []string{"one", "two"}},
		{"a lone carriage return in a line", "one\rtwo\nthree", []string{"one\rtwo", "three"}},
		{"wrapped, without blank lines", `The harbour board voted on Monday evening to reopen the
island ferry after a winter of repairs to the pier, and
of the boats.
Tickets stay at the old price, and islanders will travel
free of charge on the first three days of the month, as
they did in the year before the storm.`, []string{"The … boats.", "Tickets … storm."}},
		{"wrapped, in capitals of a language that has them often", `Der Vorstand beschloss am Montag, die alte Fähre wieder
Fahren zu lassen, sobald der neue Anleger am Ufer vom
Amt geprüft ist, und zwar noch vor dem Ende des Monats
April, wie er am Abend nach der Sitzung im Rathaus sagte.`, []string{"Der … wieder", "Fahren … vom", "Amt … Monats", "April, … sagte."}},
		{"wrapped, with one address that cannot be", `The harbour board voted on Monday evening to reopen the
island ferry after a winter of repairs, as it says here:
https://ferry.example/` + strings.Repeat("pier/", 30) + `
and of the boats that were bought in the spring nobody
spoke at all.`, []string{"The … all."}},
		{"headlines one under the other are not wrapped", `Harbour board votes to reopen the island ferry in April
Tickets stay at the old price for all of the islanders
Bus driver praised after he saved three from the river
Rugby club must leave the old mill after ninety-one years
Council to vote on the budget for the new swimming pool`, []string{"Harbour … April", "Tickets … islanders", "Bus … river", "Rugby … years", "Council … pool"}},
		{"paragraphs one under the other are not wrapped", "The board voted to reopen the island ferry on Monday.\nTickets stay at the old price on all of the boats.\nThe first boat leaves at eight from the new pier.\nNobody spoke of the bridge that was never built.", []string{"The … Monday.", "Tickets … boats.", "The … pier.", "Nobody … built."}},
	} {
		p := &page{}
		p.readText(c.in)
		var got []string
		for _, b := range p.blocks {
			list := strings.Fields(b.text)
			if len(list) > 2 {
				got = append(got, list[0]+" … "+list[len(list)-1])
			} else {
				got = append(got, b.text)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}
