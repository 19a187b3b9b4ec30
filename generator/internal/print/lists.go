package print

import (
	"cmp"
	"slices"

	"briefbook/generator/internal/book"
)

// saying is a part that gathers alerts of one kind.
type saying struct {
	kind      book.AlertKind
	id, title string
}

var sayings = []saying{
	{book.Difference, "at-differences", "Where sources differ"},
	{book.Judgement, "at-judgements", "Editors’ judgements"},
}

func (s saying) write(v *volume, p part) {
	all := v.lib.Alerts(s.kind)
	v.opening(p, book.Count(len(all), "entry", "entries"))
	v.raw("<div class=\"text\">\n")
	if s.kind == book.Difference {
		s.byKind(v, all)
	} else {
		s.byPage(v, all)
	}
	v.raw("</div>\n")
	v.endPart()
}

// byPage writes remarks under the page that makes them.
func (s saying) byPage(v *volume, all []book.Said) {
	var on book.ID
	for _, a := range all {
		if v.err != nil {
			return
		}
		if a.On.ID != on {
			on = a.On.ID
			v.raw(`<h3>`)
			v.link("", "#"+pageID(on), a.On.Title)
			v.raw("</h3>\n")
		}
		s.remark(v, a)
		v.raw("</section>\n")
	}
}

// byKind writes differences under the respect in which the sources differ, each with the page that tells it.
func (s saying) byKind(v *volume, all []book.Said) {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b book.Said) int { return book.DifferingRank(a.Sort) - book.DifferingRank(b.Sort) })
	last := -1
	for _, a := range all {
		if v.err != nil {
			return
		}
		if rank := book.DifferingRank(a.Sort); rank != last {
			last = rank
			kind := book.Differing[rank]
			v.element("h3", "", book.Capital(cmp.Or(kind.Sort, "other")))
			v.element("p", "says", kind.Says)
		}
		s.remark(v, a)
		v.raw(`<p class="teller">`)
		v.link("", "#"+pageID(a.On.ID), a.On.Title)
		v.raw("</p>\n</section>\n")
	}
}

// remark writes an alert but for the end of its section.
func (s saying) remark(v *volume, a book.Said) {
	g := v.ground(s.id+"--"+string(a.On.ID)+"--", 2).of(a.On.ID)
	v.raw(`<section class="remark `, a.Kind.String(), `" id="`)
	v.text(g.anchor(a.Anchor))
	v.raw("\">\n")
	v.element("h4", "", a.Title)
	v.body(a.What, g.target())
}

// chronology writes the events of all chapters and notes in one table, each once.
func (v *volume) chronology(p part) {
	all := v.lib.Chronology()
	v.opening(p, book.TallyJoined(all)+". Every date is as precise as its source.")
	v.raw("<table class=\"events whole\">\n<thead>\n<tr><th scope=\"col\">Date</th>",
		"<th scope=\"col\">Event</th><th scope=\"col\">Told in</th></tr>\n</thead>\n<tbody>\n")
	for _, j := range all {
		if v.err != nil {
			return
		}
		to, id := v.elsewhere(p, j.Dated)
		v.event(j.Event, to, id)
		v.further(j)
		for _, plan := range j.Plans {
			v.plan(p, plan)
		}
		v.raw(`</td><td class="teller">`)
		v.tellers(j)
		v.raw("</td></tr>\n")
	}
	v.raw("</tbody>\n</table>\n")
	v.endPart()
}

// elsewhere is how an event is rendered in a part that its page is not in.
func (v *volume) elsewhere(p part, d book.Dated) (to book.Target, id string) {
	g := v.ground(p.id+"--"+string(d.On.ID)+"--", 2).of(d.On.ID)
	return g.target(), g.prefix + d.Anchor
}

// plan writes what was planned, below what came of it.
func (v *volume) plan(p part, d book.Dated) {
	to, id := v.elsewhere(p, d)
	v.raw(`<div class="event planned" id="`)
	v.text(id)
	v.raw(`" data-date="`)
	v.text(d.Date.String())
	v.raw(`"><span class="dot" aria-hidden="true"></span><b class="state">Planned for `)
	v.when(d.Date)
	v.raw(":</b> ")
	v.body(d.What, to)
	v.raw("</div>\n")
}

// further writes the citations of the tellings that are not printed.
func (v *volume) further(j book.Joined) {
	seen := map[string]bool{}
	for _, c := range j.Cites {
		seen[c.Place()] = true
	}
	for _, d := range j.Also {
		for _, c := range d.Cites {
			href, mark, ok := v.cite(c)
			if !ok || href == "" || seen[c.Place()] {
				continue
			}
			seen[c.Place()] = true
			v.raw(" <a", c.Hooks(), ` href="`)
			v.text(href)
			v.raw(`">`)
			v.text(joinedBy(", ", mark, v.fate(c)))
			v.raw("</a>")
		}
	}
}

// tellers writes every page that tells an event, once, and the date where it gives another.
func (v *volume) tellers(j book.Joined) {
	told := map[string]bool{}
	for i, d := range slices.Concat([]book.Dated{j.Dated}, j.Plans, j.Also) {
		says := ""
		if d.State != book.Planned && d.Date != j.Date {
			says = " (as " + d.Date.Text(v.info.Language) + ")"
		}
		key := string(d.On.ID) + says
		if told[key] {
			continue
		}
		told[key] = true
		if i > 0 {
			v.raw("; ")
		}
		v.link("", "#"+pageID(d.On.ID), d.On.Title)
		v.text(says)
	}
}
