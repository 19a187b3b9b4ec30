package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// Print writes d for a person: position, level, text and code on one line, then the excerpt with the place
// underlined, then the hint.
//
//	content/notes/risk.md:14:13: error: no page named "markts" [dead-link]
//	   14 | As shown in [[markts]], spreads
//	      |             ^~~~~~~~~~
//	  hint: did you mean "markets"?
func (d Diagnostic) Print(w io.Writer) error {
	var b strings.Builder
	if d.File != "" {
		b.WriteString(d.File)
		if d.Line > 0 {
			fmt.Fprintf(&b, ":%d:%d", d.Line, d.Column)
		}
		b.WriteString(": ")
	}
	fmt.Fprintf(&b, "%s: %s [%s]\n", d.Level, d.Text, d.Code)
	if d.Excerpt != "" {
		fmt.Fprintf(&b, "%5d | %s\n", d.Line, printable(d.Excerpt))
		fmt.Fprintf(&b, "      | %s\n", d.Underline())
	}
	if d.Hint != "" {
		fmt.Fprintf(&b, "  hint: %s\n", d.Hint)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Underline returns blanks and "^~~~" that stand under the place when both are set in a fixed-width face.
// Wide characters (Hangul, for one) take two cells.
func (d Diagnostic) Underline() string {
	var b strings.Builder
	runes := []rune(d.Excerpt)
	column := min(d.Column-1, len(runes))
	for _, r := range runes[:column] {
		switch {
		case r == '\t':
			b.WriteByte('\t')
		case wide(r):
			b.WriteString("  ")
		default:
			b.WriteByte(' ')
		}
	}
	cells := 0
	for _, r := range runes[column:min(column+d.Width, len(runes))] {
		cells++
		if wide(r) {
			cells++
		}
	}
	b.WriteByte('^')
	b.WriteString(strings.Repeat("~", max(cells-1, 0)))
	return b.String()
}

// printable keeps control characters of a hostile file away from the terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\t' && unicode.IsControl(r) {
			return '\uFFFD'
		}
		return r
	}, s)
}

func wide(r rune) bool {
	return r >= 0x1100 && (r <= 0x115f || r >= 0x2e80 && r <= 0xa4cf || r >= 0xac00 && r <= 0xd7a3 ||
		r >= 0xf900 && r <= 0xfaff || r >= 0xfe30 && r <= 0xfe6f || r >= 0xff00 && r <= 0xff60 || r >= 0x20000)
}

// record is the shape of a diagnostic in --json, one object a line.
type record struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Level  string `json:"level"`
	Code   string `json:"code"`
	Text   string `json:"text"`
	Hint   string `json:"hint"`
}

// PrintJSON writes d as one line: {"file","line","column","level","code","text","hint"}.
func (d Diagnostic) PrintJSON(w io.Writer) error {
	line, err := json.Marshal(record{d.File, d.Line, d.Column, d.Level.String(), d.Code, d.Text, d.Hint})
	if err != nil {
		return err
	}
	_, err = w.Write(append(line, '\n'))
	return err
}
