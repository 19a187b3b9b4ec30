package article

// pageRules are the rules for a page, after its furniture was set aside: what is left is the article, but for
// the lines that stand around and within it.
var pageRules = []rule{
	{"override", (*page).override},
	{"notices", (*page).notices},
	{"header", (*page).header},
	{"datelines", (*page).datelines},
	{"repeats", (*page).repeats},
	{"remainder", (*page).keepRest},
	{"dates", (*page).settleDates},
	{"stamps", (*page).settleStamps},
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
