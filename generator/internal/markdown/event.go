package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
)

// eventMarker is the date of a list item and what stands in parentheses beside it.
type eventMarker struct {
	date        edtf.Date
	state       book.State
	working     string
	key         string // what other tellings of the event have in common with it
	badKey      string // written as one and fit for none
	keyless     bool   // "(id:)" with nothing in it
	start, stop int    // from the date to the end of the item's first paragraph
}

const dateHint = "write 2018-05-26, 2018-05, 2018 or 2018-05-26/2018-05-28"

// misdated marks a list item whose date is wrong and reported.
type misdated struct{}

// longestMarker is how many bytes a date with its states may take.
const longestMarker = 600

// takeEvent takes the date off the first paragraph of a list item.
func (r *reading) takeEvent(parent *ast.ListItem, n *ast.Paragraph, source []byte) {
	lines := n.Lines()
	first := lines.At(0)
	start := first.Start
	for start < first.Stop && (source[start] == ' ' || source[start] == '\t') {
		start++
	}
	if start == first.Stop || (source[start] < '0' || source[start] > '9') && strings.IndexByte("./-Y", source[start]) < 0 {
		return
	}
	var text strings.Builder
	var seams []seam
	for i := 0; i < lines.Len() && text.Len() < longestMarker; i++ {
		line := lines.At(i)
		from := line.Start
		if i == 0 {
			from = start
		}
		seams = append(seams, seam{text.Len(), from})
		text.Write(source[from:line.Stop])
	}
	m, length, written, err := readMarker(text.String())
	if length == 0 {
		return
	}
	if err != nil {
		r.fail(r.span(start, start+len(written)), fault{"bad-date", "the date of the event cannot be read: " + err.Error(), dateHint})
		parent.SetAttributeString(markerName, &misdated{})
		return
	}
	s := scanned{lines: seams}
	stop := s.place(length)
	r.reportKey(m, text.String()[:length], &s)
	last := 0
	for last < len(seams)-1 && seams[last+1].at <= length {
		last++
	}
	lines.SetSliced(last, lines.Len())
	head := lines.At(0)
	lines.Set(0, head.WithStart(min(stop, head.Stop)))
	for lines.Len() > 1 && strings.TrimSpace(string(source[lines.At(0).Start:lines.At(0).Stop])) == "" {
		lines.SetSliced(1, lines.Len())
	}
	end := lines.At(lines.Len() - 1)
	m.start, m.stop = start, start+len(strings.TrimRight(string(source[start:end.Stop]), " \r\n"))
	parent.SetAttributeString(markerName, m)
	if strings.TrimSpace(string(source[lines.At(0).Start:lines.At(0).Stop])) == "" {
		parent.RemoveChild(parent, n)
	}
}

// readMarker reads "2018-05-26 (planned) (derived: a day after):" at the beginning of a text; parentheses may
// also follow the colon. length is 0 when the text does not begin like an event; err says what is wrong with
// the date as written.
func readMarker(s string) (m *eventMarker, length int, written string, err error) {
	end := 0
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || s[end] >= 'A' && s[end] <= 'Z' || strings.IndexByte("-/.~?%+", s[end]) >= 0 ||
		s[end] == ':' && end > 3 && timeOfDay(s[:end]) && end+1 < len(s) && s[end+1] >= '0' && s[end+1] <= '9') {
		end++
	}
	written = s[:end]
	m = &eventMarker{}
	at := m.states(s, end)
	if at >= len(s) || s[at] != ':' || !dateLike(written) {
		return nil, 0, "", nil
	}
	at++
	if at < len(s) && s[at] != ' ' && s[at] != '\n' && s[at] != '\r' && s[at] != '\t' && s[at] != '(' {
		return nil, 0, "", nil
	}
	if after := m.states(s, at); after > at {
		at = after
	}
	for at < len(s) && (s[at] == ' ' || s[at] == '\t') {
		at++
	}
	m.date, err = edtf.Parse(written)
	return m, at, written, err
}

// timeOfDay reports whether a colon after s would be that of a time: "2014-02-12T06".
func timeOfDay(s string) bool {
	i := strings.LastIndexByte(s, 'T')
	return i > 0 && len(s)-i >= 3
}

// dateLike reports whether a word was meant as a date: four digits or an open start, and no letters but those
// of a date.
func dateLike(s string) bool {
	digits := 0
	for _, c := range []byte(s) {
		if c >= '0' && c <= '9' {
			digits++
		} else if c >= 'A' && c <= 'Z' && strings.IndexByte("XYTZES", c) < 0 {
			return false
		}
	}
	whole := strings.Trim(s, ".") == s || strings.HasPrefix(s, "../") || strings.HasSuffix(s, "/..")
	return whole && (digits >= 4 || digits >= 2 && strings.Contains(s, "X"))
}

// states reads the parentheses at byte at of s and returns where they end, or at when there are none that say
// something about an event.
func (m *eventMarker) states(s string, at int) int {
	for {
		open := at
		for open < len(s) && (s[open] == ' ' || s[open] == '\n' || s[open] == '\r') {
			open++
		}
		if open >= len(s) || s[open] != '(' {
			return at
		}
		stop, depth := open, 0
		for ; stop < len(s); stop++ {
			if s[stop] == '(' {
				depth++
			} else if s[stop] == ')' {
				depth--
			}
			if depth == 0 {
				break
			}
		}
		if stop == len(s) {
			return at
		}
		if !m.word(strings.Join(strings.Fields(s[open+1:stop]), " ")) {
			return at
		}
		at = stop + 1
	}
}

// word reads the inside of one pair of parentheses: "planned", "disputed", "id: june-talks", "derived: how", or
// several of them with commas between. It reports whether it is about an event at all.
func (m *eventMarker) word(s string) bool {
	for s != "" {
		word := s
		if i := strings.IndexAny(s, ",;:"); i >= 0 {
			word = s[:i]
		}
		rest := s[len(word):]
		switch strings.ToLower(strings.TrimSpace(word)) {
		case "planned":
			m.state = book.Planned
		case "disputed":
			m.state = book.Disputed
		case "id":
			value, ok := strings.CutPrefix(rest, ":")
			if !ok {
				return false
			}
			end := len(value)
			if i := strings.IndexAny(value, ",;"); i >= 0 {
				end = i
			}
			m.setKey(strings.TrimSpace(value[:end]))
			rest = value[end:]
		case "derived", "inferred":
			m.working = strings.TrimSpace(strings.TrimLeft(rest, ":,; "))
			if m.working == "" {
				m.working = strings.ToLower(strings.TrimSpace(word))
			}
			return true
		default:
			return false
		}
		s = strings.TrimLeft(rest, ",; ")
		if strings.HasPrefix(s, ":") {
			return false
		}
	}
	return true
}

// event converts a list item with a date, in its place.
func (c *conversion) event(n *ast.ListItem, m *eventMarker) {
	id := c.eventAnchor(m)
	c.put(`<li class="event" id="`)
	c.id(id)
	c.put(`" data-date="`)
	c.quote(m.date.String())
	c.put(`" data-state="`, m.state.String(), `">`)
	tag := "span"
	if value := m.date.HTML(); value != "" {
		tag = "time"
		c.put(`<time class="when" datetime="`, value, `">`)
	} else {
		c.put(`<span class="when">`)
	}
	c.escape(m.date.Text(c.Language))
	c.put("</", tag, ">")
	if m.state != book.Happened {
		c.put(` <span class="state">(`)
		c.escape(label(c.Language, m.state.String()))
		c.put(")</span>")
	}
	if m.working != "" {
		c.put(` <span class="working">(`)
		c.escape(m.working)
		c.put(")</span>")
	}
	c.put(": ")
	done := c.noteEvent(m, id)
	what := c.begin()
	c.item(n)
	done(c.end(what))
	c.put("</li>\n")
}

// takeEventItem takes an event out of its list.
func (c *conversion) takeEventItem(n *ast.ListItem) bool {
	m := marker[eventMarker](n)
	if m == nil {
		c.reportUndated(n)
		return false
	}
	done := c.noteEvent(m, c.eventAnchor(m))
	done(c.aside(func() { c.item(n) }))
	return true
}

// months are how the names of months begin, folded.
var months = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mär", "mai", "okt", "dez"}

// reportUndated reports an item of a chronology that begins with a date in other words: "26 May 2018: …".
func (c *conversion) reportUndated(n *ast.ListItem) {
	start, stop := c.itemRange(n)
	before, _, ok := strings.Cut(string(c.source[start:stop]), ":")
	if !ok || len(before) > 40 || marker[misdated](n) != nil {
		return
	}
	digits, month := 0, false
	for _, word := range strings.FieldsFunc(strings.ToLower(before), func(r rune) bool { return strings.ContainsRune(" .,/-–년월일", r) }) {
		if strings.Trim(word, "0123456789") == "" {
			digits += len(word)
			continue
		}
		if !slices.ContainsFunc(months, func(m string) bool { return strings.HasPrefix(word, m) }) {
			return
		}
		month = true
	}
	if digits >= 6 || digits >= 4 && month {
		c.fail(c.reading.span(start, start+len(before)), fault{"bad-date", "the date of the event cannot be read", dateHint})
	}
}

// noteEvent notes an event, before those within it. What it returns fills in what is said of it.
func (c *conversion) noteEvent(m *eventMarker, id string) func(*fragment) {
	i, cites := len(c.text.Events), len(c.page.cites)
	c.text.Events = append(c.text.Events, book.Event{
		Anchor: id, Date: m.date, State: m.state, Working: m.working, Key: m.key, At: c.reading.span(m.start, m.stop),
	})
	c.facts.events = append(c.facts.events, [2]int{})
	return func(what *fragment) {
		c.text.Events[i].What = what
		c.facts.events[i] = [2]int{cites, len(c.page.cites)}
	}
}

// eventAnchor makes an id of the date: "e-2018-05-26".
func (c *conversion) eventAnchor(m *eventMarker) string {
	id := []byte("e")
	for _, b := range []byte(m.date.String()) {
		letter := b >= '0' && b <= '9' || b >= 'A' && b <= 'Z'
		if letter && len(id) == 1 || !letter && id[len(id)-1] != '-' {
			id = append(id, '-')
		}
		if letter {
			id = append(id, b)
		}
	}
	return c.anchor(strings.TrimSuffix(string(id), "-"))
}
