package outline

import (
	"encoding/binary"
	"strconv"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/memo"
)

// What other pages show of a text is known by what it comes to, not by the file it stands in: an edit elsewhere in the
// file leaves those pages alone. A body is known by its echo, that is, rendered for a target that answers every
// question with the question.

// sounding gathers the bytes of which a fingerprint is made.
type sounding struct{ b []byte }

// Write takes in what a body renders.
func (s *sounding) Write(p []byte) (int, error) {
	s.b = append(s.b, p...)
	return len(p), nil
}

func (s *sounding) text(list ...string) { s.b = appendText(s.b, list...) }

func (s *sounding) number(n int) { s.b = binary.AppendVarint(s.b, int64(n)) }

// echo asks back.
var echo = book.Target{
	Link: func(l book.Link) (book.Ref, bool) {
		return book.Ref{Href: string(l.To) + "\x00" + l.URL + "\x00" + l.Fragment + "\x00" + l.Label + "\x00" + strconv.FormatBool(l.Wiki)}, true
	},
	Cite: func(c book.Citation) (href, mark string, ok bool) {
		return string(c.Source), c.Locator + "\x00" + c.Prefix + "\x00" + c.Suffix, true
	},
	Seal: strconv.Itoa,
}

// body takes in a body with its length behind it.
func (s *sounding) body(body book.Body) {
	before := len(s.b)
	if body != nil {
		if err := body.Render(s, echo); err != nil {
			s.text(err.Error())
		}
	}
	s.number(len(s.b) - before)
}

func (s *sounding) cites(list []book.Citation) {
	s.number(len(list))
	for i := range list {
		s.b = appendCitation(s.b, &list[i])
	}
}

// appendCitation writes what another page can show of a citation. The paragraphs are in the locator.
func appendCitation(b []byte, c *book.Citation) []byte {
	return appendText(b, string(c.Source), c.Locator, c.Prefix, c.Suffix, c.Anchor, c.Section, c.Context)
}

func (s *sounding) events(list ...book.Dated) {
	s.number(len(list))
	for i := range list {
		e := &list[i]
		s.number(int(e.State))
		s.text(string(e.On.ID), e.Anchor, e.Date.String(), e.Working, e.Key, e.Plain)
		s.body(e.What)
		s.cites(e.Cites)
	}
}

func joinedSum(list []book.Joined) memo.Sum {
	var s sounding
	for i := range list {
		s.events(list[i].Dated)
		s.events(list[i].Also...)
		s.events(list[i].Plans...)
	}
	return memo.SumOf(s.b)
}

func saidSum(list []book.Said) memo.Sum {
	var s sounding
	for i := range list {
		a := &list[i]
		s.number(int(a.Kind))
		s.text(string(a.On.ID), a.Sort, a.Title, a.Anchor, a.Plain)
		s.body(a.What)
		s.cites(a.Cites)
	}
	return memo.SumOf(s.b)
}
