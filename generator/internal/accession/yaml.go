package accession

import (
	"fmt"
	"strings"
	"unicode"
)

// scalar writes s as a value so that YAML reads it back as the same text: bare where it is plain words, else in
// quotes. It keeps to the forms that intake reads without the YAML library, where there is one.
func scalar(s string) string {
	if bare(s, ",:") {
		return s
	}
	return quoted(s)
}

// item writes s for a list, where more marks mean something.
func item(s string) string {
	if bare(s, "") {
		return s
	}
	return quoted(s)
}

// quoted writes s in the quotation marks that need no escapes in it, else in double ones.
func quoted(s string) string {
	if strings.Contains(s, `"`) && !strings.Contains(s, "'") && clean(s) {
		return "'" + s + "'"
	}
	var b strings.Builder
	b.Grow(len(s) + 2)
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case unicode.IsControl(r) || r >= '\u2028' && r <= '\u2029' || r == '\uFEFF' || r >= '\uFFFE' && r <= '\uFFFF':
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// bare reports whether s needs no quotes: it begins with a letter and ends with a letter or digit, holds nothing
// else but single blanks, hyphens, full stops and slashes, besides the marks, and is no word that YAML takes for
// another kind of value. Letters are those of ASCII.
func bare(s, marks string) bool {
	if s == "" || !letter(s[0]) || !letter(s[len(s)-1]) && !digit(s[len(s)-1]) {
		return false
	}
	for i := range len(s) {
		switch c := s[i]; {
		case letter(c), digit(c), c == '-', c == '.', c == '/':
		case c == ' ' && s[i+1] != ' ' && s[i+1] != '-':
		case strings.IndexByte(marks, c) >= 0 && (c != ':' || s[i+1] != ' '):
		default:
			return false
		}
	}
	switch strings.ToLower(s) {
	case "null", "true", "false", "yes", "no", "on", "off", "y", "n":
		return false
	}
	return true
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
func digit(c byte) bool  { return c >= '0' && c <= '9' }

// list writes a list on one line.
func list(items []string) string {
	written := make([]string, len(items))
	for i, text := range items {
		written[i] = item(text)
	}
	return "[" + strings.Join(written, ", ") + "]"
}

// folded writes a list of bare words over several lines.
func folded(items []string) string {
	const perLine = 10
	var b strings.Builder
	b.WriteByte('[')
	for i, word := range items {
		switch {
		case i > 0 && i%perLine == 0:
			b.WriteString(",\n  ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(word)
	}
	b.WriteByte(']')
	return b.String()
}
