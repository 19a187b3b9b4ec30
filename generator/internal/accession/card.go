package accession

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
)

// Compose writes the card of a source: what was found, each value with what it rests on, what is left to be
// filled in, and the place for the digest. intake reads the same values from it, as [Line] leaves them.
func Compose(id book.ID, s Source) []byte {
	o := s.Original
	c := card{}
	c.stated("title", o.Title, offered(s.Properties.Title))
	c.stated("publisher", o.Publisher, hosted(o.URL.Text))
	c.stated("agency", o.Agency, "")
	c.byline(o.Byline, offered(s.Properties.Author))
	c.date(s)
	c.updated(o.Updated)
	if o.Dateline.Text != "" || o.Dateline.Basis != "" { // most sources have none
		c.stated("dateline", o.Dateline, "")
	}
	c.address(o.URL)
	if o.Language != "" {
		c.put("language", scalar(Line(o.Language)), "")
	}
	c.put("rights", "digest", "")
	c.open("licence: in-copyright", rightsNote(o.RightsHint))
	c.put("original", scalar(string(id)+s.Ext), takenOut(s.By))
	c.put("sha256", s.SHA256, "")
	c.fingerprints(s.Fingerprints)

	var b strings.Builder
	b.WriteString("---\n")
	fmt.Fprintf(&b, "# From %s. Each value is followed by what it rests on. A key behind a # is not known yet:\n", comment(s.Name))
	b.WriteString("# fill it in and take the # away, or delete the line.\n")
	c.write(&b)
	b.WriteString("---\n\n")
	fmt.Fprintf(&b, "<!-- The digest: what the source says, in your own words. Cite its paragraphs as [@%s ¶1]. -->\n", id)
	return []byte(b.String())
}

// card is front matter while it is composed.
type card struct{ lines []entry }

// entry is a line of a card: what YAML reads, and a comment.
type entry struct{ text, note string }

// put adds a value that is written as YAML.
func (c *card) put(key, value, note string) {
	c.lines = append(c.lines, entry{key + ": " + value, note})
}

// open adds a line that waits to be filled in.
func (c *card) open(text, note string) { c.lines = append(c.lines, entry{"# " + text, note}) }

// stated adds a value of the text, or says that there is none and what is offered for it.
func (c *card) stated(key string, v book.Value, offer string) {
	switch text := Line(v.Text); {
	case text != "":
		c.put(key, scalar(text), v.Basis)
	case v.Basis != "":
		c.open(key+":", "not agreed: "+v.Basis)
	default:
		c.open(key+":", "not stated"+offer)
	}
}

func (c *card) byline(names book.Names, offer string) {
	var people []string
	for _, name := range names.List {
		if name = Line(name); name != "" {
			people = append(people, name)
		}
	}
	if len(people) == 0 {
		c.open("byline: []", "nobody is named"+offer)
		return
	}
	c.put("byline", list(people), names.Basis)
}

// date adds when the source appeared: as the text states it, or the range that its sentences leave.
func (c *card) date(s Source) {
	v := s.Original.Date
	stated, err := edtf.Parse(v.Text)
	switch {
	case v.Text != "" && err == nil:
		c.put("date", stated.String(), "")
		c.put("date_basis", "stated", "")
		if v.Basis != "" {
			c.put("date_note", scalar(comment(v.Basis)), "")
		}
		return
	case !s.Inferred.IsZero():
		why := "not stated; the range that the text allows"
		if v.Basis != "" {
			why = "not agreed: " + v.Basis + "; the range that the text allows"
		}
		c.put("date", s.Inferred.String(), why)
		c.put("date_basis", "inferred", "")
		if s.Working != "" {
			c.put("date_note", scalar(comment(s.Working)), "")
		}
		return
	case v.Basis != "":
		c.open("date:", "not certain: "+v.Basis)
	default:
		c.open("date:", "not stated"+offered(s.Properties.Created))
	}
	c.open("date_basis: stated", "or derived, or inferred")
	c.open("date_note:", "what the date rests on")
}

// updated adds when the source was last changed, if it says so.
func (c *card) updated(v book.Value) {
	if d, err := edtf.Parse(v.Text); err == nil && v.Text != "" {
		c.put("updated", d.String(), v.Basis)
	} else if v.Basis != "" {
		c.open("updated:", "not certain: "+v.Basis)
	}
}

func (c *card) address(v book.Value) {
	if text := Line(v.Text); !strings.HasPrefix(text, "https://") && !strings.HasPrefix(text, "http://") {
		v.Text = ""
	}
	c.stated("url", v, "")
}

// mostFingerprints is how many paragraphs a card names; of longer texts it only counts them.
const mostFingerprints = 2000

func (c *card) fingerprints(prints []string) {
	switch n := len(prints); {
	case n == 0:
	case n > mostFingerprints:
		c.put("paragraphs", strconv.Itoa(n), "")
	default:
		c.put("paragraphs", folded(prints), "")
	}
}

// A note stands in the column of its neighbours' notes where the line is short enough, and behind the line where
// both fit; a longer one stands on the next line, set in, so that no line begins with # but those that wait.
const (
	column  = 40
	longRow = 110
)

func (c *card) write(b *strings.Builder) {
	at := 0
	for _, e := range c.lines {
		if n := width(e.text); e.note != "" && n <= column {
			at = max(at, n)
		}
	}
	for _, e := range c.lines {
		note := comment(e.note)
		switch n := width(e.text); {
		case note == "":
			b.WriteString(e.text)
		case max(n, at)+4+width(note) <= longRow || strings.HasPrefix(e.text, "#"):
			b.WriteString(e.text)
			b.WriteString(strings.Repeat(" ", max(at-n, 0)))
			b.WriteString("  # " + note)
		default:
			b.WriteString(e.text + "\n  # " + note)
		}
		b.WriteByte('\n')
	}
}

// width is how many characters stand on the last line of s.
func width(s string) int { return utf8.RuneCountInString(s[strings.LastIndexByte(s, '\n')+1:]) }

// comment makes a remark that stays a remark: one line, and no longer than a remark is.
func comment(s string) string { return cut(line(s), 240) }

// offered says what a document's own properties would put in place of what the text does not state.
func offered(value string) string {
	if value = cut(Line(value), 120); value == "" {
		return ""
	}
	return "; the document’s properties say “" + value + "”"
}

// hosted says where the source has its address, for one whose publisher is not known.
func hosted(address string) string {
	_, rest, ok := strings.Cut(address, "://")
	if !ok {
		return ""
	}
	host, _, _ := strings.Cut(rest, "/")
	return "; its address is at " + cut(Line(host), 80)
}

// rightsNote is what the text says of its rights: a few words of it, marked as such.
func rightsNote(hint string) string {
	if hint = cut(Line(hint), 120); hint == "" {
		return "the text does not say"
	}
	return "the text says “" + hint + "”"
}

func takenOut(by string) string {
	if by == "" {
		return ""
	}
	return "its text was taken out by " + by
}
