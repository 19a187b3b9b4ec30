package outline

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/memo"
)

// telling is an event as a page tells it: "june 2019-06-14 planned key".
func telling(s string, cites ...book.ID) book.Dated {
	f := append(strings.Fields(s), "", "")
	e := book.Event{Date: date(f[1]), Key: strings.TrimPrefix(f[3], "-"), Plain: s, What: words(s), At: diag.NewSource(f[0]+".md", s).Span(0, len(s))}
	for e.State.String() != f[2] {
		e.State++
	}
	for _, id := range cites {
		e.Cites = append(e.Cites, book.Citation{Source: id, Paras: []book.Range{{First: 1, Last: 1}}})
	}
	return book.Dated{Event: e, On: book.Head{ID: book.ID(f[0]), Kind: book.Chapter}}
}

func plain(j book.Joined) string {
	name := func(d book.Dated) string { return string(d.On.ID) + " " + d.Date.String() }
	out := name(j.Dated)
	for _, d := range j.Also {
		out += " = " + name(d)
	}
	for _, d := range j.Plans {
		out += " < " + name(d)
	}
	return out
}

func TestJoin(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		events []book.Dated
		want   string
		says   string
	}{
		{"without ids nothing is joined", []book.Dated{telling("a 2019-06 happened"), telling("b 2019-06 happened")}, "a 2019-06; b 2019-06", ""},
		{"one event in two chapters", []book.Dated{telling("b 2019-06 happened x"), telling("c 2018 happened"), telling("a 2019-06 happened x")},
			"c 2018; b 2019-06 = a 2019-06", ""},
		{"told more precisely elsewhere", []book.Dated{telling("a 2019 happened x"), telling("b 2019-06-14 happened x")}, "a 2019 = b 2019-06-14", ""},
		{"a plan and what came of it", []book.Dated{telling("a 2019-06-14 planned x"), telling("b 2019-06-20 happened x")}, "b 2019-06-20 < a 2019-06-14", ""},
		{"both on one page", []book.Dated{telling("a 2019-06-14 planned x"), telling("a 2019-06-20 happened x")}, "a 2019-06-20 < a 2019-06-14", ""},
		{"a plan told twice", []book.Dated{telling("a 2019-06-14 planned x"), telling("b 2019-06 planned x")}, "a 2019-06-14 = b 2019-06", ""},
		{"a plan, and a dispute over what came", []book.Dated{telling("a 2019-06-14 planned x"), telling("b 2019-06-14 disputed x"), telling("c 2019-07 disputed x")},
			"b 2019-06-14 = c 2019-07 < a 2019-06-14", ""},
		{"one id for two days", []book.Dated{telling("a 2019-06-14 happened x"), telling("b 2019-06-15 happened x")}, "a 2019-06-14 = b 2019-06-15",
			`b.md:1:1: error: "x" is 2019-06-15 here, and 2019-06-14 in a [event-id]`},
		{"two days that are rough", []book.Dated{telling("a 2019-06-14~ happened x"), telling("b 2019-06-15 happened x")}, "a 2019-06-14~ = b 2019-06-15", ""},
		{"twice on a page", []book.Dated{telling("a 2019-06 happened x"), telling("a 2019-06 happened x")}, "a 2019-06 = a 2019-06",
			`a.md:1:1: error: this page tells of "x" twice [event-id]`},
		{"alike and without an id", []book.Dated{telling("a 2019-06-14 happened", "s", "t"), telling("b 2019-06-14 happened", "s", "t")},
			"a 2019-06-14; b 2019-06-14", "b.md:1:1: info: a tells of an event on the same date from the same paragraphs [same-event]"},
		{"alike on one page", []book.Dated{telling("a 2019-06-14 happened", "s"), telling("a 2019-06-14 happened", "s")}, "a 2019-06-14; a 2019-06-14", ""},
		{"of one day from other sources", []book.Dated{telling("a 2019-06-14 happened", "s"), telling("b 2019-06-14 happened", "t")},
			"a 2019-06-14; b 2019-06-14", ""},
	} {
		list, diags := join(c.events)
		var got []string
		for _, j := range list {
			got = append(got, plain(j))
		}
		if text := strings.Join(got, "; "); text != c.want {
			t.Errorf("%s: %s, want %s", c.name, text, c.want)
		}
		if text := told(diags); (c.says == "") != (text == "") || !strings.Contains(text, c.says) {
			t.Errorf("%s: said %q, want %q", c.name, text, c.says)
		}
	}
}

// An edit must reach what shows the edited words and nothing else.
func TestJoinedParts(t *testing.T) {
	t.Parallel()
	differ := func(id book.ID, what words) book.Alert {
		return book.Alert{Kind: book.Difference, Sort: "wording", Anchor: "d1", What: what, Cites: []book.Citation{{Source: id}, {Source: id}}}
	}
	gather := func(sum byte, event, on words, difference words) *Refs {
		e := telling("c 2019-06-14 happened x")
		e.What, e.Anchor = event, "e"
		return Gather([]Facts{
			{ID: "c", Kind: book.Chapter, Sum: memo.Sum{sum}, Text: &book.Text{Events: []book.Event{e.Event}, Alerts: []book.Alert{differ("s", difference), differ("t", on)}}},
			{ID: "d", Kind: book.Note, Sum: memo.Sum{9}, Text: &book.Text{Events: []book.Event{telling("d 2019-06-14 happened x").Event}}},
		})
	}
	old := gather(1, "signed at |quay|", "one", "two")
	if n := len(old.DifferAt("s")); n != 1 {
		t.Errorf("a difference that cites a source twice is listed %d times", n)
	}
	if n := len(old.Chronology()); n != 1 {
		t.Errorf("%d events, want the one that both pages tell", n)
	}
	for _, c := range []struct {
		name string
		now  *Refs
		want map[any]bool
	}{
		{"an edit elsewhere on the page", gather(2, "signed at |quay|", "one", "two"),
			map[any]bool{JoinedPart{}: false, DifferPart("s"): false, AlertsPart(book.Difference): false}},
		{"an event's link", gather(2, "signed at |pier|", "one", "two"),
			map[any]bool{JoinedPart{}: true, DifferPart("s"): false, AlertsPart(book.Difference): false}},
		{"a difference", gather(2, "signed at |quay|", "one", "three"),
			map[any]bool{JoinedPart{}: false, DifferPart("s"): true, DifferPart("t"): false, DifferPart("u"): false, AlertsPart(book.Difference): true}},
	} {
		for part, want := range c.want {
			if got := old.PartSum(part) != c.now.PartSum(part); got != want {
				t.Errorf("%s: %T %v differs: %v, want %v", c.name, part, part, got, want)
			}
		}
	}
}

// What is told of the ids moves with the lines.
func TestTellingsPart(t *testing.T) {
	t.Parallel()
	gather := func(before string) *Refs {
		text := before + "- 2019"
		at := diag.NewSource("c.md", text).Span(len(before), len(text))
		twice := []book.Event{{Date: date("2019"), Key: "x", At: at}, {Date: date("2019"), Key: "x", At: at}}
		return Gather([]Facts{{ID: "c", Kind: book.Chapter, Sum: memo.Sum{1}, Text: &book.Text{Events: twice}}})
	}
	a, b := gather("one\n"), gather("one\ntwo\n")
	if len(a.Tellings()) != 1 || a.PartSum(TellingsPart{}) == b.PartSum(TellingsPart{}) {
		t.Errorf("%v and %v have one fingerprint", a.Tellings(), b.Tellings())
	}
}

func BenchmarkChronology(b *testing.B) {
	facts := make([]Facts, 50)
	for i := range facts {
		f := &facts[i]
		*f = Facts{ID: book.ID(fmt.Sprint("c", i)), Kind: book.Chapter, Sum: memo.Sum{byte(i)}, Text: &book.Text{}}
		for j := range 100 {
			e := telling("c 2019-06-"+strconv.Itoa(10+j%20)+" happened", "s", "t")
			if e.What = words("what happened at |quay| in the presence of |press|"); j%10 == 0 {
				e.Key = strconv.Itoa(i/2) + "-" + strconv.Itoa(j)
			}
			f.Text.Events = append(f.Text.Events, e.Event)
		}
	}
	for b.Loop() {
		Gather(facts).PartSum(JoinedPart{})
	}
}
