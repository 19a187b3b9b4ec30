package site

import (
	"html/template"
	"slices"
	"strings"

	"briefbook/generator/internal/book"
)

// The ways a section is set.
const (
	roleLead      = "lead"
	rolePoints    = "points"
	roleEvents    = "events"
	roleQuestions = "questions"
	roleSilences  = "silences"
	rolePlain     = "plain"
)

var roles = [...]string{
	book.Plain: rolePlain, book.BottomLine: roleLead, book.KeyPoints: rolePoints, book.ChronologyList: roleEvents,
	book.OpenQuestions: roleQuestions, book.Silences: roleSilences,
}

// Section is a part of a page with a heading.
type Section struct {
	ID     string
	Title  string
	Role   string
	HTML   template.HTML
	Points []Point
	Events *Timeline
	margin *margin
}

// Point is a key point or a question.
type Point struct {
	Anchor string
	HTML   template.HTML
}

// sections renders the text of a chapter or note, with notes in the margin beside its citations. What parsing
// has gathered from a section of its own is put back there: key points, questions, and the chronology.
func (s *sheet) sections(p *book.Page) ([]Section, error) {
	s.page = p.ID
	var list []Section
	seen := inlined{}
	for i, sec := range p.Text.Sections {
		v := Section{ID: sec.ID, Title: sec.Title, Role: roles[sec.Role], margin: s.margin()}
		body, err := s.render(sec.Body)
		if err != nil {
			return nil, err
		}
		v.HTML = v.margin.annotate(s.named(p.ID, body))
		seen.html = append(seen.html, string(body))
		if v.ID == "" && v.Title != "" {
			v.ID = "at-" + ordinal(i+1)
		}
		list = append(list, v)
	}
	done := make(map[string]bool)
	kept := list[:0]
	for _, v := range list {
		if !done[v.Role] {
			if err := s.gathered(&v, p, seen); err != nil {
				return nil, err
			}
		}
		done[v.Role] = true
		if v.Title != "" || strings.TrimSpace(string(v.HTML)) != "" {
			kept = append(kept, v)
		}
	}
	return kept, nil
}

// gathered fills in what was taken out of a section.
func (s *sheet) gathered(v *Section, p *book.Page, seen inlined) (err error) {
	switch v.Role {
	case rolePoints:
		var bodies []book.Body
		for _, k := range p.Text.Points {
			v.Points = append(v.Points, Point{Anchor: k.Anchor})
			bodies = append(bodies, k.What)
		}
		return s.pointed(v, p.ID, bodies)
	case roleQuestions:
		var bodies []book.Body
		for _, q := range p.Text.Questions {
			if seen.has(q.Anchor) {
				continue // asked within the text, where it stands
			}
			v.Points = append(v.Points, Point{Anchor: q.Anchor})
			bodies = append(bodies, q.What)
		}
		return s.pointed(v, p.ID, bodies)
	case roleEvents:
		v.Events, err = s.timelineOf(p, seen)
	}
	return err
}

// pointed renders the points of a section. Names are linked as in one text: each where it comes first.
func (s *sheet) pointed(v *Section, on book.ID, bodies []book.Body) error {
	const seam = "\x00" // what no rendered body holds
	var all strings.Builder
	for i, b := range bodies {
		body, err := s.render(b)
		if err != nil {
			return err
		}
		if i > 0 {
			all.WriteString(seam)
		}
		all.WriteString(strings.ReplaceAll(string(body), seam, ""))
	}
	for i, body := range strings.Split(string(s.named(on, template.HTML(all.String()))), seam) {
		if i < len(v.Points) {
			v.Points[i].HTML = v.margin.annotate(template.HTML(body))
		}
	}
	return nil
}

// named links the names of entries in a section of a page's own text, each where it comes first.
func (s *sheet) named(on book.ID, body template.HTML) template.HTML {
	if body == "" {
		return body
	}
	return template.HTML(s.lib.Linked(on, string(body), s.href))
}

// inlined is the HTML of a page's sections. What is marked in it need not, and must not, be given its id again.
type inlined struct{ html []string }

func (in inlined) has(anchor string) bool {
	return slices.ContainsFunc(in.html, func(html string) bool { return strings.Contains(html, ` id="`+anchor+`"`) })
}

// contents lists the sections that have a heading.
func contents(sections []Section) []Anchor {
	var list []Anchor
	for _, sec := range sections {
		if sec.Title != "" {
			list = append(list, Anchor{Href: "#" + sec.ID, Text: sec.Title})
		}
	}
	return list
}

// footnotes renders the notes an author put under a text.
func (s *sheet) footnotes(t *book.Text) (template.HTML, error) { return s.render(t.Footnotes) }
