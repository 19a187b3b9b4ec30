package print

import (
	"strconv"

	"briefbook/generator/internal/export"
)

// bibliography cites every source by tab, in the form that goes with notes.
func (v *volume) bibliography(p part) {
	v.opening(p, "Chicago, 17th edition", "in the order of the tabs")
	v.raw("<div class=\"text\">\n<ul class=\"works\">\n")
	for h, r := range export.Records(v.lib, v.tabs) {
		if v.err != nil {
			return
		}
		v.raw("<li>")
		v.link("mark", "#"+pageID(h.ID), strconv.Itoa(h.Tab))
		v.raw(` <span class="work"`)
		if r.Language != v.info.Language {
			v.raw(` lang="`)
			v.text(r.Language)
			v.raw(`"`)
		}
		v.raw(">", r.Entry().HTML(), "</span></li>\n")
	}
	v.raw("</ul>\n</div>\n")
	v.endPart()
}
