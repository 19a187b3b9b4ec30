package article

// pageRules are the rules for a page, after its furniture was set aside: what is left is the article, but for
// the lines that stand around and within it.
var pageRules = []rule{
	{"override", (*page).override},
	{"rights", (*page).reserve},
	{"addresses", (*page).addresses},
	{"notices", (*page).notices},
	{"announced", (*page).announcedNames},
	{"header", (*page).header},
	{"datelines", (*page).datelines},
	{"signoffs", (*page).signoffs},
	{"repeats", (*page).repeats},
	{"remainder", (*page).keepRest},
	{"nothing", (*page).nothing},
	{"suffix", (*page).titleSuffix},
	{"stamps", (*page).settleStamps},
	{"dates", (*page).settleDates},
	{"publisher", (*page).settlePublisher},
	{"publishers", (*page).publishers},
	{"language", (*page).speak},
}

// keepRest takes what no rule has set aside as the article.
func (p *page) keepRest() {
	for i := range p.blocks {
		b := &p.blocks[i]
		switch {
		case b.role != undecided:
		case b.heading:
			b.role = crosshead
		default:
			b.role = body
		}
	}
}
