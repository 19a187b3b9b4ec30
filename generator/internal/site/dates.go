package site

import (
	"cmp"
	"strconv"
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
)

// What a page tells of the date expressions of a text, at most.
const (
	datesMost  = 120 // in the table
	placesMost = 8   // paragraphs of one expression
	hoversMost = 400 // on hover
	besideMost = 40  // in the margin, and of these
	crowdMost  = 4   // beside one paragraph
)

// TextDates are the date expressions of a text, equal ones once.
type TextDates struct {
	Rows []TextDate
	Left int // expressions not listed
}

// TextDate is a date expression and what it comes to.
type TextDate struct {
	Words   string // as the text has it
	Means   Moment // empty when it is no date on a calendar
	Working string
	Paras   []Anchor
	Left    int // paragraphs not listed
}

// textDates lists the date expressions of a text in the order in which they first occur.
func (s *sheet) textDates(o *book.Original) TextDates {
	var v TextDates
	type key struct{ words, means, note string }
	at := map[key]int{}
	for _, m := range o.Marks {
		if m.Kind != book.Time || m.Para < 1 || m.Para > len(o.Paragraphs) {
			continue
		}
		words, means := expression(o, m), s.meaning(m)
		k := key{words, means.Text, m.Note}
		i, seen := at[k]
		if !seen {
			i = len(at)
			at[k] = i
			if i >= datesMost {
				v.Left++
				continue
			}
			v.Rows = append(v.Rows, TextDate{Words: words, Means: means, Working: m.Note})
		}
		if i >= len(v.Rows) {
			continue
		}
		row, para := &v.Rows[i], "¶"+strconv.Itoa(m.Para)
		switch n := len(row.Paras); {
		case n > 0 && row.Paras[n-1].Text == para:
		case n == placesMost:
			row.Left++
		default:
			row.Paras = append(row.Paras, Anchor{Href: "#p" + strconv.Itoa(m.Para), Text: para})
		}
	}
	return v
}

// expression is the text under a mark.
func expression(o *book.Original, m book.Mark) string {
	text := o.Paragraphs[m.Para-1]
	if m.Start < 0 || m.Start > m.End || m.End > len(text) {
		return ""
	}
	return text[m.Start:m.End]
}

// gloss explains date expressions in the text: on hover what each comes to and how, and the same in the margin where
// there is a working to tell, each once, and only as many as a margin holds.
func (s *sheet) gloss(o *book.Original) func(book.Mark) (hover, margin string) {
	told, hovers, para, crowd := map[string]bool{}, 0, 0, 0
	return func(m book.Mark) (hover, margin string) {
		words, means := expression(o, m), s.meaning(m).Text
		if hover = joined(means, m.Note); hover == words {
			return "", ""
		}
		if hovers++; hovers > hoversMost {
			return "", ""
		}
		if m.Para != para {
			para, crowd = m.Para, 0
		}
		k := words + "\x00" + hover
		if means == "" || m.Note == "" || told[k] || crowd == crowdMost || len(told) == besideMost {
			return hover, ""
		}
		told[k] = true
		crowd++
		return hover, hover
	}
}

func joined(means, note string) string {
	if means == "" || note == "" {
		return cmp.Or(means, note)
	}
	return means + " – " + note
}

// meaning is what a marked expression comes to: a date, a week, a span of time, past or future; empty when it is not
// known.
func (s *sheet) meaning(m book.Mark) Moment {
	d := m.When
	if d.IsZero() && m.Value != "" {
		d, _ = edtf.Parse(m.Value)
	}
	if !d.IsZero() {
		return s.moment(d)
	}
	if year, week, ok := strings.Cut(m.Value, "-W"); ok && digits(year) && digits(week) {
		return Moment{Text: "week " + strings.TrimPrefix(week, "0") + " of " + year, HTML: m.Value}
	}
	switch m.Value {
	case "PAST_REF":
		return Moment{Text: "some time before"}
	case "PRESENT_REF":
		return Moment{Text: "the time of writing"}
	case "FUTURE_REF":
		return Moment{Text: "some time to come"}
	}
	return Moment{Text: spanOf(m.Value)}
}

// spanOf puts a duration of TIMEX3 into words: "P7Y" is "7 years". What has more than one unit, or a number that
// the text does not give, stays unsaid.
func spanOf(value string) string {
	rest, ok := strings.CutPrefix(value, "P")
	if !ok || len(rest) < 2 {
		return ""
	}
	rest, clock := strings.CutPrefix(rest, "T")
	number, unit := rest[:len(rest)-1], rest[len(rest)-1]
	n, err := strconv.Atoi(number)
	if err != nil || !digits(number) {
		return ""
	}
	switch {
	case clock && unit == 'H':
		return book.Count(n, "hour", "hours")
	case clock && unit == 'M':
		return book.Count(n, "minute", "minutes")
	case clock && unit == 'S':
		return book.Count(n, "second", "seconds")
	case clock:
		return ""
	case unit == 'Y':
		return book.Count(n, "year", "years")
	case unit == 'M':
		return book.Count(n, "month", "months")
	case unit == 'W':
		return book.Count(n, "week", "weeks")
	case unit == 'D':
		return book.Count(n, "day", "days")
	}
	return ""
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
