package article

// readHTML splits a page into its block elements and decides which of them are the article.
func (p *page) readHTML(text string) {
	p.page = true
	l := layOut(text)
	l.apply()
	p.declared = l.told
	p.entitlePage(l, &p.declared)
	p.credit(&p.declared)
	for i := range l.pieces {
		p.blocks = append(p.blocks, l.pieces[i].block)
	}
}

// layout is a page as pieces on their way through the rules.
type layout struct {
	tree   *tree
	told   declared // by the head of the page
	pieces []piece
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
	{"restore", (*layout).restore},
	{"home", (*layout).home},
	{"standfirst", (*layout).standfirst},
	{"links", (*layout).links},
	{"lines", (*layout).lines},
}

// areas drops what stands in elements that can hold no article.
func (l *layout) areas() {
	for i := range l.pieces {
		if q := &l.pieces[i]; q.role == undecided && q.unfit != "" {
			q.drop(q.unfit)
		}
	}
}

// main drops what lies outside the main text.
func (l *layout) main() {
	for i := range l.pieces {
		if q := &l.pieces[i]; q.role == undecided && 2*q.chosen <= q.letters {
			q.drop("outside_text")
		}
	}
}
