package article

// standfirst drops the summary that stands between the title and the first paragraph as a heading. (One that a
// class name tells goes with the hints.)
func (l *layout) standfirst() {
	for _, q := range l.left() {
		switch {
		case q.level == 1:
		case q.level > 0 && q.words >= enough:
			q.drop("standfirst")
			return
		case q.sentence():
			return
		}
	}
}
