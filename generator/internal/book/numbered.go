package book

// numbered is a body that knows its numbered paragraphs.
type numbered interface {
	Numbered(yield func(n int, text string))
}

// Numbered gives the text of each top-level paragraph without markup: the first is ¶1.
func (t *Text) Numbered() []string {
	if t.Paragraphs == 0 {
		return nil
	}
	list := make([]string, t.Paragraphs)
	for _, s := range t.Sections {
		if b, ok := s.Body.(numbered); ok {
			b.Numbered(func(n int, text string) {
				if n > 0 && n <= len(list) {
					list[n-1] = text
				}
			})
		}
	}
	return list
}
