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

// running appends running text: escaped, straight quotation marks and apostrophes set as a printer would. Nothing
// else is changed. What stands before decides; next is the byte that follows the text in the source.
func (c *conversion) running(text []byte, next byte) {
	start := 0
	for i := 0; i < len(text); i++ {
		q := text[i]
		if q != '"' && q != '\'' {
			continue
		}
		c.out = appendEscaped(c.out, text[start:i], false)
		if i > start {
			c.last, _ = utf8.DecodeLastRune(text[:i])
		}
		after := next
		if i+1 < len(text) {
			after = text[i+1]
		}
		mark := c.mark(q, after)
		c.put(mark)
		c.last, _ = utf8.DecodeLastRuneInString(mark)
		start = i + 1
	}
	c.out = appendEscaped(c.out, text[start:], false)
	if len(text) > start {
		c.last, _ = utf8.DecodeLastRune(text)
	}
}

// mark chooses the mark for a straight one. An apostrophe stands within or at the end of a word, or before the
// figures of a year.
func (c *conversion) mark(q, after byte) string {
	m := marksOf(c.Language)
	opens := unicode.IsSpace(c.last) || strings.ContainsRune("([{–—-/“‘„‚«‹\u00a0", c.last)
	switch {
	case q == '"' && opens:
		return m.open
	case q == '"':
		return m.close
	case opens && (after < '0' || after > '9'):
		c.single = true
		return m.openSingle
	case !c.single, opens, unicode.IsLetter(c.last) && (unicode.IsLetter(rune(after)) || after >= utf8.RuneSelf):
		return "’"
	}
	c.single = false
	return m.closeSingle
}
