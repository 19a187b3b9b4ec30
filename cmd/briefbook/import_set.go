package main

import (
	"fmt"
	"strings"
	"unicode"
)

const (
	columns = 80
	labels  = 13 // columns of the labels, the margin before and after them included
)

// row sets a labelled text in lines of 80 columns.
func (r *importReport) row(label, text, style string) {
	r.hang("  "+r.paint(dim, fmt.Sprintf("%-*s", labels-2, label)), text, style)
}

// short is how many columns a value may take to have what it rests on beside it.
const short = 22

// value sets a labelled value, and beside it or below what it rests on.
func (r *importReport) value(label, value, basis string) {
	if basis == "" || cells(value) > short || labels+short+2+cells(basis) > columns {
		r.row(label, value, "")
		if basis != "" {
			r.row("", basis, dim)
		}
		return
	}
	gap := strings.Repeat(" ", short+2-cells(value))
	r.hang("  "+r.paint(dim, fmt.Sprintf("%-*s", labels-2, label))+value+gap, basis, dim)
}

// hang sets a text behind a head, the lines after the first below it.
func (r *importReport) hang(head, text, style string) {
	indent := cells(head)
	for i, line := range wrapped(text, columns-indent) {
		if i > 0 {
			head = strings.Repeat(" ", indent)
		}
		fmt.Fprintln(r.w, strings.TrimRight(head+r.paint(style, line), " "))
	}
}

// wrapped breaks a text at blanks into lines of at most so many columns; a longer word has a line of its own.
func wrapped(text string, width int) []string {
	var lines []string
	line, used := "", 0
	for word := range strings.FieldsSeq(text) {
		n := cells(word)
		if used > 0 && used+1+n > width {
			lines = append(lines, line)
			line, used = "", 0
		}
		if used > 0 {
			line += " "
			used++
		}
		line += word
		used += n
	}
	return append(lines, line)
}

// cells is how many columns of a terminal a text takes; escape sequences take none.
func cells(s string) int {
	n := 0
	escape := false
	for _, c := range s {
		switch {
		case c == '\x1b':
			escape = true
		case escape:
			escape = c != 'm'
		case unicode.IsMark(c):
		case c >= 0x1100 && (unicode.In(c, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) || c >= 0xff01 && c <= 0xff60):
			n += 2
		default:
			n++
		}
	}
	return n
}

// visible makes a text that came from elsewhere safe for a terminal: on one line, without characters that act.
func visible(s string) string {
	return inert(strings.Join(strings.Fields(s), " "))
}

// inert makes a text of several lines safe for a terminal.
func inert(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsControl(c) && c != '\n' || c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069' {
			return unicode.ReplacementChar
		}
		return c
	}, s)
}

// shortened cuts a text to so many characters.
func shortened(s string, most int) string {
	for i := range s {
		if most == 0 {
			return strings.TrimSpace(s[:i]) + "…"
		}
		most--
	}
	return s
}
