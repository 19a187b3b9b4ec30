package export

import (
	"html"
	"strings"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// Line is a citation as it is set.
type Line []Run

// Run is a part of a line in one face.
type Run struct {
	Text   string
	Italic bool
}

// Text is the line without its faces.
func (l Line) Text() string {
	var b strings.Builder
	for _, r := range l {
		b.WriteString(r.Text)
	}
	return b.String()
}

// HTML is the line with <i> for italics.
func (l Line) HTML() string {
	var b strings.Builder
	for _, r := range l {
		if text := html.EscapeString(r.Text); r.Italic {
			b.WriteString("<i>" + text + "</i>")
		} else {
			b.WriteString(text)
		}
	}
	return b.String()
}

// Reference is the entry in a reference list, author–date:
// "Holm, Ada. 2018. “Quays Fall Silent.” Evening Courier, June 1, 2018. https://…".
func (r Record) Reference() Line {
	var s setter
	when := issuedOf(r.Issued)
	lead := s.lead(r)
	s.then('.')
	s.put(when.year())
	if lead != leadTitle {
		s.then('.')
		s.title(r)
	}
	if lead != leadPublisher && r.Publisher != "" {
		s.then('.')
		s.publisher(r)
	}
	if when != nil {
		s.then(',')
		s.put(when.text())
	}
	s.access(r, '.')
	return s.end()
}

// InText is the reference in running text, author–date: "(Holm 2018, paras. 2–3)".
func (r Record) InText(at ...book.Range) Line {
	var s setter
	s.put("(")
	switch {
	case len(r.Authors) > 0:
		s.put(several(r.Authors, Name.Short, 4, 1))
	case r.Publisher != "":
		s.publisher(r)
	default:
		s.title(r)
	}
	when := issuedOf(r.Issued)
	if when == nil {
		s.then(',')
	} else {
		s.put(" ")
	}
	s.put(when.year())
	s.locator(at)
	s.put(")")
	return s.line
}

// Note is the first note that cites the source: "Ada Holm, “Quays Fall Silent,” Evening Courier, June 1, 2018,
// para. 4, https://…".
func (r Record) Note(at ...book.Range) Line {
	var s setter
	if len(r.Authors) > 0 {
		s.put(several(r.Authors, Name.Full, 4, 1))
		s.then(',')
	}
	s.title(r)
	if r.Publisher != "" {
		s.then(',')
		s.publisher(r)
	}
	s.then(',')
	s.put(issuedOf(r.Issued).text())
	s.locator(at)
	s.access(r, ',')
	return s.end()
}

// Entry is the entry in the bibliography that goes with notes: "Holm, Ada. “Quays Fall Silent.” Evening Courier,
// June 1, 2018. https://…".
func (r Record) Entry() Line {
	var s setter
	lead := s.lead(r)
	if lead != leadTitle {
		s.then('.')
		s.title(r)
	}
	if lead != leadPublisher && r.Publisher != "" {
		s.then('.')
		s.publisher(r)
	}
	s.then(',')
	s.put(issuedOf(r.Issued).text())
	s.access(r, '.')
	return s.end()
}

// several lists names: "A", "A and B", "A, B, and C"; of limit names and more the first few, "et al.".
func several(names []Name, form func(Name) string, limit, first int) string {
	var b strings.Builder
	n := len(names)
	if n >= limit {
		n = first
	}
	for i, name := range names[:n] {
		switch {
		case i > 0 && i == len(names)-1 && i == 1:
			b.WriteString(" and ")
		case i > 0 && i == len(names)-1:
			b.WriteString(", and ")
		case i > 0:
			b.WriteString(", ")
		}
		text, _ := curled(form(name), 0)
		b.WriteString(text)
	}
	switch {
	case n == len(names):
	case n == 1:
		b.WriteString(" et al.")
	default:
		b.WriteString(", et al.")
	}
	return b.String()
}

// listed are the names at the head of an entry: the first one inverted, always with a comma before "and".
func listed(names []Name) string {
	if len(names) == 2 {
		return several(names[:1], Name.Inverted, 2, 1) + ", and " + several(names[1:], Name.Full, 2, 1)
	}
	first := true
	return several(names, func(n Name) string {
		if first {
			first = false
			return n.Inverted()
		}
		return n.Full()
	}, 11, 7)
}

// What an entry begins with.
type leading uint8

const (
	leadAuthor leading = iota
	leadPublisher
	leadTitle
)

// setter sets a line. It knows how a point and a comma meet what stands before them.
type setter struct {
	line    Line
	closing int // bytes of closing quotation marks at the end
}

func (s *setter) lead(r Record) leading {
	switch {
	case len(r.Authors) > 0:
		s.put(listed(r.Authors))
		return leadAuthor
	case r.Publisher != "":
		s.publisher(r)
		return leadPublisher
	}
	s.title(r)
	return leadTitle
}

func (s *setter) put(text string) {
	if n := len(s.line); n > 0 && !s.line[n-1].Italic {
		s.line[n-1].Text += text
	} else {
		s.line = append(s.line, Run{Text: text})
	}
	s.closing = 0
}

// publisher puts the publisher's name in italics, in the case in which the card has it.
func (s *setter) publisher(r Record) {
	name, _ := curled(r.Publisher, 0)
	s.line = append(s.line, Run{Text: name, Italic: true})
	s.closing = 0
}

func (s *setter) title(r Record) {
	title := r.Title
	if english(r.Language) {
		title = headline(title)
	}
	text, closing := curled(title, 1)
	s.put("“" + text + "”")
	s.closing = closing + len("”")
}

// then puts a point or a comma, and a blank.
func (s *setter) then(mark byte) {
	s.mark(mark)
	s.put(" ")
}

// mark puts a point or a comma: within closing quotation marks, and not where another mark does its work.
func (s *setter) mark(mark byte) {
	last := &s.line[len(s.line)-1]
	if last.Italic {
		if !strings.HasSuffix(last.Text, string(mark)) && (mark != '.' || !ends(last.Text, "?!")) {
			s.put(string(mark))
		}
		return
	}
	at := len(last.Text) - s.closing
	switch before := last.Text[:at]; {
	case s.closing > 0 && ends(before, ".?!,:;"), mark == '.' && ends(before, ".?!"), mark == ',' && ends(before, ","):
	default:
		last.Text = before + string(mark) + last.Text[at:]
	}
}

func ends(text, marks string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return text != "" && strings.ContainsRune(marks, r)
}

// locator puts the paragraphs that are meant.
func (s *setter) locator(at []book.Range) {
	if len(at) == 0 {
		return
	}
	s.then(',')
	if len(at) == 1 && at[0].First == at[0].Last {
		s.put("para. ")
	} else {
		s.put("paras. ")
	}
	s.put(book.Paragraphs(at))
}

// access puts the addresses.
func (s *setter) access(r Record, mark byte) {
	for _, url := range []string{r.Archive, r.URL} {
		if url != "" {
			s.then(mark)
			s.put(url)
		}
	}
}

func (s *setter) end() Line {
	s.mark('.')
	return s.line
}
