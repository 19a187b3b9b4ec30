package book

// Rests shares the statements out by how many independent sources they rest on: one (or none that is known), two, three
// and more. Each list is in reading order.
func (c *Coverage) Rests() (one, two, more []Statement) {
	for _, s := range c.Statements {
		switch {
		case s.Independent < 2:
			one = append(one, s)
		case s.Independent == 2:
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
