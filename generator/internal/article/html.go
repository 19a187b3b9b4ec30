package article

// readHTML splits a page into its block elements and decides which of them are the article.
func (p *page) readHTML(text string) {
	p.page = true
	l := layOut(text)
	l.apply()
	p.declared = l.told
	l.around(p.entitlePage(l, &p.declared))
	for i := range l.pieces {
		p.blocks = append(p.blocks, l.pieces[i].block)
	}
	p.credit(&p.declared)
}

// layout is a page as pieces on their way through the rules.
type layout struct {
	tree   *tree
	told   declared // by the head of the page
	pieces []piece
	heads  []string // the headlines that the page declares, folded
}

func layOut(text string) *layout {
	t := grow(text)
	t.weigh()
	return &layout{tree: t, told: t.declare(), pieces: t.split(t.chosen())}
}

func (l *layout) apply() {
	for _, r := range layoutRules {
		r.apply(l)
	}
}

// layoutRules set aside what is no article, in order. What they leave undecided is.
var layoutRules = []struct {
	name  string
	apply func(*layout)
}{
	{"areas", (*layout).areas},
	{"hints", (*layout).hints},
	{"trust", (*layout).trust},
	{"main", (*layout).main},
	{"witness", (*layout).witness},
	{"restore", (*layout).restore},
	{"home", (*layout).home},
	{"tables", (*layout).tables},
	{"standfirst", (*layout).standfirst},
	{"links", (*layout).links},
	{"lines", (*layout).lines},
	{"cards", (*layout).cards},
	{"crossheads", (*layout).crossheads},
	{"walls", (*layout).walled},
	{"tagline", (*layout).tagline},
	{"pulls", (*layout).pulls},
	{"tail", (*layout).tail},
}

// main drops what lies outside the main text.
func (l *layout) main() {
	for i := range l.pieces {
		if q := &l.pieces[i]; q.role == undecided && 2*q.chosen <= q.letters {
			q.drop("outside_text")
		}
	}
}
