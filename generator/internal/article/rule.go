package article

// A rule decides blocks that no earlier rule has decided, and keeps what they say of the text. A rule never
// changes a character: it gives a block, or a beginning of one, a role.
type rule struct {
	name  string // for tests and for whoever reads the list
	apply func(*page)
}

// rules in the order they are applied. A new rule is a file of its own and a line here.
var rules = []rule{
	{"override", (*page).override},
	{"heads", (*page).heads},
	{"notices", (*page).notices},
	{"header", (*page).header},
	{"headline", (*page).headline},
	{"datelines", (*page).datelines},
	{"repeats", (*page).repeats},
	{"prose", (*page).prose},
	{"publishers", (*page).publishers},
	{"check", (*page).check},
}
