package article

// crossheads finds paragraphs that are nothing but a few bold words above another paragraph: headings by their
// looks. Before the first paragraph they are a date or a name.
func (l *layout) crossheads() {
	const most = 14
	list := l.left()
	begun := false
	for i, q := range list[:max(0, len(list)-1)] {
		next := list[i+1]
		begun = begun || q.sentence()
		if begun && q.level == 0 && q.bold == q.letters && q.words > 0 && q.words <= most && !q.stop && q.table == nil && !q.quote &&
			next.level == 0 && 2*next.bold < next.letters && (next.words > most || next.sentence()) && headingLike(&q.block) && !stampedLine(&q.block) {
			q.level, q.heading = 7, true
		}
	}
}
