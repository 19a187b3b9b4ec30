package outline

import (
	"cmp"
	"slices"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/edtf"
)

// join tells each event once. Tellings are joined by [book.Event].Key and by nothing else: the first in reading order
// stands for all. Where some of them were plans and others say what came, those that say what came are the event, and
// the plans are kept beside it. The events are given in reading order; the result is in the order of the dates.
func join(events []book.Dated) ([]book.Joined, []diag.Diagnostic) {
	tellings := map[string][]book.Dated{}
	for _, e := range events {
		if e.Key != "" {
			tellings[e.Key] = append(tellings[e.Key], e)
		}
	}
	list := make([]book.Joined, 0, len(events))
	var diags []diag.Diagnostic
	for _, e := range events {
		if e.Key == "" {
			list = append(list, book.Joined{Dated: e})
			continue
		}
		told := tellings[e.Key]
		if told == nil {
			continue // joined where it was first told
		}
		tellings[e.Key] = nil
		list = append(list, settle(told))
		diags = append(diags, mistold(told)...)
	}
	return byDate(list, func(j *book.Joined) edtf.Date { return j.Date }), append(diags, alike(events)...)
}

// byDate puts a list in the order of its dates; what is of one date keeps its order. Events are large: they are moved once.
func byDate[T any](list []T, date func(*T) edtf.Date) []T {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(edtf.Compare(date(&list[a]), date(&list[b])), cmp.Compare(a, b)) })
	sorted := make([]T, len(list))
	for i, at := range order {
		sorted[i] = list[at]
	}
	return sorted
}

// settle joins the tellings of one event.
func settle(told []book.Dated) book.Joined {
	var came, plans []book.Dated
	for _, e := range told {
		if e.State == book.Planned {
			plans = append(plans, e)
		} else {
			came = append(came, e)
		}
	}
	if len(came) == 0 {
		return book.Joined{Dated: plans[0], Also: plans[1:]}
	}
	return book.Joined{Dated: came[0], Also: came[1:], Plans: plans}
}

// mistold reports an id that cannot be that of one event: a page has it twice in the same state, or two tellings of
// the same state cannot mean the same day. A disputed date may be another one, and so may one that is only roughly known.
func mistold(told []book.Dated) []diag.Diagnostic {
	const hint = "two events need two ids; if it is one event, mend the other telling"
	type place struct {
		on    book.ID
		state book.State
	}
	var diags []diag.Diagnostic
	seen, first := map[place]bool{}, map[book.State]book.Dated{}
	for _, e := range told {
		at := place{e.On.ID, e.State}
		before, known := first[e.State]
		switch {
		case seen[at]:
			diags = append(diags, diag.Errorf(e.At, "event-id", "this page tells of %q twice", e.Key).WithHint(hint))
		case known && e.State != book.Disputed && apartInTime(before.Date, e.Date):
			diags = append(diags, diag.Errorf(e.At, "event-id", "%q is %s here, and %s in %s", e.Key, e.Date, before.Date, before.On.ID).WithHint(hint))
		}
		seen[at] = true
		if !known {
			first[e.State] = e
		}
	}
	return diags
}

// apartInTime reports whether two dates cannot mean the same day.
func apartInTime(a, b edtf.Date) bool {
	for _, d := range []edtf.Date{a, b} {
		if d.IsZero() || d.Approximate() || d.Uncertain() {
			return false
		}
	}
	return a.Last().Compare(b.First()) < 0 || b.Last().Compare(a.First()) < 0
}

// alike remarks on events without an id that two pages tell alike: of one date, in one state, from the same paragraphs.
func alike(events []book.Dated) []diag.Diagnostic {
	first := make(map[string]book.Dated, len(events))
	var diags []diag.Diagnostic
	var key []byte
	for _, e := range events {
		if e.Key != "" || len(e.Cites) == 0 || e.Date.IsZero() {
			continue
		}
		key = append(appendText(key[:0], e.Date.String()), byte(e.State))
		for i := range e.Cites {
			key = appendText(key, string(e.Cites[i].Source), book.Paragraphs(e.Cites[i].Paras))
		}
		before, known := first[string(key)]
		switch {
		case !known:
			first[string(key)] = e
		case before.On.ID != e.On.ID:
			diags = append(diags, diag.Infof(e.At, "same-event", "%s tells of an event on the same date from the same paragraphs", before.On.ID).
				WithHint("if it is one event, write the same \"(id: …)\" behind both dates, and the chronology tells it once"))
		}
	}
	return diags
}

// differs files a difference under each source that it cites.
func (r *Refs) differs(said book.Said) {
	for i := range said.Cites {
		id := said.Cites[i].Source
		list := r.differ[id]
		if n := len(list); n > 0 && list[n-1].On.ID == said.On.ID && list[n-1].Anchor == said.Anchor {
			continue
		}
		r.differ[id] = append(list, said)
	}
}
