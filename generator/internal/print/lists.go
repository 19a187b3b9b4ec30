package print

import (
	"slices"
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
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
		g := v.ground(s.id+"--"+string(on)+"--", 2)
		v.raw(`<section class="remark `, a.Kind.String(), `" id="`)
		v.text(g.anchor(a.Anchor))
		v.raw("\">\n")
		v.element("h4", "", joinedBy(" · ", capital(a.Sort), a.Title))
		v.body(a.What, g.target())
		v.raw("</section>\n")
	}
	v.raw("</div>\n")
	v.endPart()
}

// capital sets a word as the beginning of a heading.
func capital(word string) string {
	if word == "" {
		return ""
	}
	return strings.ToUpper(word[:1]) + word[1:]
}

// chronology writes the events of all chapters and notes in one table.
func (v *volume) chronology(p part) {
	all := slices.Clone(v.lib.Events(""))
	slices.SortStableFunc(all, func(a, b book.Dated) int { return edtf.Compare(a.Date, b.Date) })
	plain := make([]book.Event, len(all))
	for i, d := range all {
		plain[i] = d.Event
	}
	v.opening(p, book.Tally(plain)+". Every date is as precise as its source.")
	v.raw("<table class=\"events whole\">\n<thead>\n<tr><th scope=\"col\">Date</th>",
		"<th scope=\"col\">Event</th><th scope=\"col\">Told in</th></tr>\n</thead>\n<tbody>\n")
	for _, d := range all {
		if v.err != nil {
			return
		}
		g := v.ground(p.id+"--"+string(d.On.ID)+"--", 2)
		v.event(d.Event, g.target(), g.prefix+d.Anchor)
		v.raw(`</td><td class="teller">`)
		v.link("", "#"+pageID(d.On.ID), d.On.Title)
		v.raw("</td></tr>\n")
	}
	v.raw("</tbody>\n</table>\n")
	v.endPart()
}
