package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// marks are the quotation marks of a language: double, then single, opening before closing.
type quotationMarks struct{ open, close, openSingle, closeSingle string }

// marksOf gives the marks that straight quotation marks are set as.
func marksOf(language string) quotationMarks {
	switch base, _, _ := strings.Cut(language, "-"); base {
	case "de":
		return quotationMarks{"„", "“", "‚", "‘"}
	case "fr":
		return quotationMarks{"«\u00a0", "\u00a0»", "‹\u00a0", "\u00a0›"}
	}
	return quotationMarks{"“", "”", "‘", "’"}
}

// A setter chooses marks for straight ones; what stands before decides.
type setter struct {
	last   rune // of the text so far; a space at the beginning of a block
	single bool // a single quotation mark is open
}

// mark chooses the mark for a straight one. An apostrophe stands within or at the end of a word, or before the
// figures of a year.
func (s *setter) mark(q, after byte, m quotationMarks) string {
	opens := unicode.IsSpace(s.last) || strings.ContainsRune("([{–—-/“‘„‚«‹\u00a0", s.last)
	switch {
	case q == '"' && opens:
		return m.open
	case q == '"':
		return m.close
	case opens && (after < '0' || after > '9'):
		s.single = true
		return m.openSingle
	case !s.single, opens, unicode.IsLetter(s.last) && (unicode.IsLetter(rune(after)) || after >= utf8.RuneSelf):
		return "’"
	}
	s.single = false
	return m.closeSingle
}

// set calls put for text with straight quotation marks and apostrophes set as a printer would. Nothing else is
// changed. next is the byte that follows the text.
func (s *setter) set(text []byte, next byte, m quotationMarks, put func([]byte)) {
	start := 0
	for i, q := range text {
		if q != '"' && q != '\'' {
			continue
		}
		put(text[start:i])
		if i > start {
			s.last, _ = utf8.DecodeLastRune(text[:i])
		}
		after := next
		if i+1 < len(text) {
			after = text[i+1]
		}
		mark := s.mark(q, after, m)
		put([]byte(mark))
		s.last, _ = utf8.DecodeLastRuneInString(mark)
		start = i + 1
	}
	put(text[start:])
	if len(text) > start {
		s.last, _ = utf8.DecodeLastRune(text)
	}
}

// running appends running text, escaped.
func (c *conversion) running(text []byte, next byte) {
	c.set(text, next, marksOf(c.Language), func(b []byte) { c.out = appendEscaped(c.out, b, false) })
}

// Typeset sets the straight quotation marks and apostrophes of one line of plain text, a title for one, as those
// of a page's text are set.
func Typeset(line, language string) string {
	if !strings.ContainsAny(line, `"'`) {
		return line
	}
	var out []byte
	s := setter{last: ' '}
	s.set([]byte(line), ' ', marksOf(language), func(b []byte) { out = append(out, b...) })
	return string(out)
}
