package changes

import (
	"strings"

	"briefbook/generator/internal/book"
)

// altered is the change that an item went through. before is what it was, with the ids that pages have now.
func altered(was, now *Item, before string) book.Change {
	c := book.Change{Kind: book.Altered, What: now.What, Page: now.Page, Anchor: now.Anchor, Was: was.Text, Now: now.Text}
	c.Woven = woven(c.Was, c.Now)
	switch {
	case was.What != now.What:
		c.Note = "was a " + was.What
	case was.What == Source && was.Key != now.Key && now.Key != "":
		c.Kind = book.Superseded
	case was.isHead() && was.Key != now.Key:
		if was.Text == now.Text {
			c.Note = "was a " + was.Key
		}
	case before == now.Text && before != was.Text:
		c.Minor, c.Note = true, "a page it names has another id"
	case was.Text == now.Text && was.Key != now.Key:
		c.Minor, c.Note = true, "another id"
	case was.Text == now.Text && was.Links != now.Links:
		c.Minor, c.Note = true, "other links"
	default:
		c.Minor = minor(before, now.Text)
	}
	return c
}

// follows is a text with the ids its pages have now.
func (s *settling) follows(text string) string {
	if len(s.renamed) == 0 || !strings.Contains(text, "[@") && !strings.Contains(text, "[[") {
		return text
	}
	var b strings.Builder
	for i, t := range tokens(text) {
		if t.gap && i > 0 {
			b.WriteByte(' ')
		}
		if t.kind == mark {
			p := marked(t.text, false, false)
			if to, ok := s.renamed[p.Cite]; ok {
				t.text = "[@" + string(to) + strings.TrimPrefix(t.text, "[@"+string(p.Cite))
			} else if to, ok := s.renamed[p.Page]; ok {
				t.text = "[[" + string(to) + "]]"
			}
		}
		b.WriteString(t.text)
	}
	return b.String()
}
