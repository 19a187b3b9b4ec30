package print

import (
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

func TestEventsAreJoined(t *testing.T) {
	t.Parallel()
	l := harbour(book.Public)
	if p := l.pages["pilot"]; p != nil {
		p.Status = "withdrawn"
	}
	var on []book.Head
	for _, p := range l.essays {
		on = append(on, p.Head)
	}
	told := event("2019-06-21", book.Happened, "The boat leaves.", "The boat leaves.")
	again := event("2019-06", book.Happened, "A boat left.", "A boat left.")
	again.Cites = []book.Citation{cite("pilot", "1", "c90")}
	plan := event("2019-06-14", book.Planned, "The boat is to leave.", "The boat is to leave.")
	l.joined = []book.Joined{{Dated: book.Dated{Event: told, On: on[0]}, Also: []book.Dated{{Event: again, On: on[1]}}, Plans: []book.Dated{{Event: plan, On: on[0]}}}}
	_, page, _ := strings.Cut(made(t, l), `id="at-chronology"`)
	for _, want := range []string{
		"1 event, 1 beside what had been planned", "The boat leaves.", `Planned for <time datetime="2019-06-14">14 June 2019</time>:</b> The boat is to leave.`,
		"¶1, withdrawn</a>", ">" + on[0].Title + `</a>; <a href="#on-` + string(on[1].ID) + `">` + on[1].Title + "</a> (as June 2019)",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the chronology lacks %s", want)
		}
	}
	if strings.Contains(page, "A boat left.") {
		t.Error("an event is told twice")
	}
	if n := strings.Count(page, on[0].Title+"</a>"); n != 1 {
		t.Errorf("a page that tells plan and event is named %d times", n)
	}
}

func TestDifferencesStandByKind(t *testing.T) {
	t.Parallel()
	l := harbour(book.Public)
	for i, p := range l.essays[:2] {
		p.Text.Alerts = nil
		for _, sort := range [][]string{{"wording", "conflict"}, {"", "wording"}}[i] {
			p.Text.Alerts = append(p.Text.Alerts, book.Alert{Kind: book.Difference, Sort: sort, Title: "Of " + sort, Anchor: "d-" + sort, What: inline("They differ.")})
		}
	}
	_, page, _ := strings.Cut(made(t, l), `id="at-differences"`)
	last := 0
	for _, want := range []string{"<h3>Conflict</h3>", "contradict one another", "Of conflict", "<h3>Wording</h3>", "Of wording", "Of wording", "<h3>Other</h3>"} {
		at := strings.Index(page[last:], want)
		if at < 0 {
			t.Fatalf("%s is not there, or not in its place", want)
		}
		last += at + len(want)
	}
	if strings.Count(page, "<h3>Wording</h3>") != 1 {
		t.Error("a kind is headed twice")
	}
}
