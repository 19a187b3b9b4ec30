package book

// Support is on how many independent sources a statement rests, as statements are told apart: 1, which may be none that
// is known; 2; or 3, which may be more.
func (s *Statement) Support() int { return min(max(s.Independent, 1), 3) }

// Rests shares the statements out by how many independent sources they rest on: one (or none that is known), two, three
// and more. Each list is in reading order.
func (c *Coverage) Rests() (one, two, more []Statement) {
	for _, s := range c.Statements {
		switch s.Support() {
		case 1:
			one = append(one, s)
		case 2:
			two = append(two, s)
		default:
			more = append(more, s)
		}
	}
	return one, two, more
}

// Fallen are the statements that rest on a source which no longer stands as it did.
func (c *Coverage) Fallen() (list []Statement) {
	for _, s := range c.Statements {
		if len(s.Fallen) > 0 {
			list = append(list, s)
		}
	}
	return list
}

// Missing is how many paragraphs nothing cites of the sources that are cited.
func (c *Coverage) Missing() (n int) {
	for _, g := range c.Uncited {
		for _, r := range g.Paras {
			n += r.Last - r.First + 1
		}
	}
	return n
}
