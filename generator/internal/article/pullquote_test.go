package article

import (
	"slices"
	"strings"
	"testing"
)

func reasonsOf(text string) []string {
	var out []string
	for _, r := range Clean([]byte(text), "x.txt", Lines{}).Receipts {
		out = append(out, r.Reason)
	}
	return out
}

func TestPullQuotes(t *testing.T) {
	t.Parallel()
	const before = "Ferry to reopen soon\nBy Mara Lindqvist\n\nThe harbour board voted on Monday to reopen the island ferry after a winter of repairs.\n\n"
	const after = "\n\nThe captain stood on the pier. \"We waited for a long time, and my thermos was empty,\" he said, and laughed.\n"
	for line, want := range map[string]bool{
		"\"We waited for a long time, and my thermos was empty\"":   true,
		"“We waited for a long time, and my thermos was empty”":     true,
		"We waited for a long time, and my thermos was empty.":      true,
		"\"We waited for a short time, and my thermos was empty.\"": false,
		"\"We waited,\" he said.":                                   false,
	} {
		if got := slices.Contains(reasonsOf(before+line+after), "pull_quote"); got != want {
			t.Errorf("%q: %t, want %t", line, got, want)
		}
	}
	refrain := before + "Row, row, said the captain, and they rowed." + strings.Repeat("\n\nThey sang it again and rowed on through the night until the morning came.", 3) + after
	if slices.Contains(reasonsOf(refrain), "pull_quote") {
		t.Error("a refrain is taken for a pull quote")
	}
}

func TestRunningHeads(t *testing.T) {
	t.Parallel()
	const text = "Coast Bulletin No. 12     4 March 2019\n\nThe harbour board voted on Monday to reopen the island ferry after repairs.\n\n- 2 -\n\nCoast Bulletin No. 12\n\n" +
		"Islanders had waited since November, when a storm tore away the planks.\n"
	if !slices.Contains(reasonsOf(text), "running_head") {
		t.Errorf("%q", reasonsOf(text))
	}
	const heading = "Ferry to reopen soon\n\nThe harbour board voted on Monday to reopen the island ferry after repairs.\n\n- 2 -\n\nThe old pier\n\n" +
		"Islanders had waited since November, when a storm tore away the planks.\n"
	if slices.Contains(reasonsOf(heading), "running_head") {
		t.Errorf("a heading: %q", reasonsOf(heading))
	}
}

// A line of its own may hold the dateline; a transcript has speakers and no places.
func TestDatelinesOfTheirOwn(t *testing.T) {
	t.Parallel()
	const title = "Island ferry to reopen after repairs\n"
	for _, c := range []struct{ lines, place, agency string }{
		{"PORT SAMRA, March 4 (Reuters) -", "Port Samra", "Reuters"},
		{"(대전=뉴스1) 홍나루 기자 | 2019-03-04 09:40 송고", "대전", "News1"},
		{"HOST: The boat sails again on Monday, and we have been to see it leave the pier.", "", ""},
		{"A pier in the fog -", "", ""},
	} {
		o := Clean([]byte(title+c.lines+story("en")), "x.txt", Lines{})
		if o.Dateline.Text != c.place || o.Agency.Text != c.agency {
			t.Errorf("%q: place %q, agency %q", c.lines, o.Dateline.Text, o.Agency.Text)
		}
	}
}
