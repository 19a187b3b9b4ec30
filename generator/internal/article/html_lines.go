package article

// lines drops the rules that are drawn with characters: "* * *", "____".
func (l *layout) lines() {
	for _, q := range l.left() {
		if q.words == 0 {
			q.drop("separator")
		}
	}
}
