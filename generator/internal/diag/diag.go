// Package diag is how the tool speaks to an author about a file: where, how bad, what, and what to do.
//
// A room that finds something wrong in a file keeps the file as a [Source], marks the place with a [Span]
// in bytes, and reports a [Diagnostic]. Lines and columns (characters, from 1) and the excerpt are worked
// out here, once, when the diagnostic is made, so that a diagnostic can be kept, compared and printed long
// after the text it speaks of is gone:
//
//	src := diag.NewSource("content/notes/risk.md", text)
//	d := diag.Errorf(src.Span(120, 131), "dead-link", "no page named %q", to).WithHint("did you mean %q?", near)
//
// The machine's own failures are not diagnostics; they are Go errors.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Level says how bad a diagnostic is.
type Level uint8

// The levels, from harmless to fatal for the exit status.
const (
	Info Level = iota
	Warning
	Error
)

// String gives the word that is printed: "info", "warning" or "error".
func (l Level) String() string { return [...]string{"info", "warning", "error"}[l] }

// A Source is a file as the author knows it: a slash-separated name to print, and its text. Text may be the
// beginning of the file only, as long as every span lies in it.
type Source struct {
	Name string
	Text string
}

// NewSource returns a Source that prints under name.
func NewSource(name, text string) *Source { return &Source{Name: name, Text: text} }

// Span marks bytes start to end (exclusive) of the source.
func (s *Source) Span(start, end int) Span { return Span{Source: s, Start: start, End: end} }

// Whole marks the file as such: its diagnostics carry no line.
func (s *Source) Whole() Span { return Span{Source: s, Start: -1, End: -1} }

// A Span is a range of bytes in a Source. The zero Span is no place at all.
type Span struct {
	Source     *Source
	Start, End int
}

// A Diagnostic is one message about one place. It is self-contained and comparable: two equal diagnostics
// print the same line.
type Diagnostic struct {
	File   string // slash-separated, "" when no file is meant
	Line   int    // from 1; 0 when the file as a whole is meant
	Column int    // in characters, from 1
	Level  Level
	Code   string // stable, lower case with hyphens: "dead-link"
	Text   string // lower case, no full stop
	Hint   string // what to do about it, "" when there is nothing to say

	Excerpt string // the line, "" when there is none
	Width   int    // characters to underline in Excerpt, at least 1 with an excerpt

	offset int
}

// Errorf makes an error at a place.
func Errorf(at Span, code, format string, args ...any) Diagnostic {
	return at.diagnostic(Error, code, fmt.Sprintf(format, args...))
}

// Warnf makes a warning at a place.
func Warnf(at Span, code, format string, args ...any) Diagnostic {
	return at.diagnostic(Warning, code, fmt.Sprintf(format, args...))
}

// Infof makes a remark at a place.
func Infof(at Span, code, format string, args ...any) Diagnostic {
	return at.diagnostic(Info, code, fmt.Sprintf(format, args...))
}

// WithHint returns d with a hint.
func (d Diagnostic) WithHint(format string, args ...any) Diagnostic {
	d.Hint = fmt.Sprintf(format, args...)
	return d
}

// Moved returns d shifted down by lines, for a text that was cut out of a larger file.
func (d Diagnostic) Moved(lines, bytes int) Diagnostic {
	if d.Line > 0 {
		d.Line += lines
	}
	d.offset += bytes
	return d
}

func (s Span) diagnostic(l Level, code, text string) Diagnostic {
	d := Diagnostic{Level: l, Code: code, Text: text}
	if s.Source == nil {
		return d
	}
	d.File = s.Source.Name
	if s.Start < 0 || s.Start > len(s.Source.Text) {
		return d
	}
	all := s.Source.Text
	d.offset = s.Start
	begin := strings.LastIndexByte(all[:s.Start], '\n') + 1
	line := all[begin:]
	if end := strings.IndexByte(line, '\n'); end >= 0 {
		line = line[:end]
	}
	end := min(max(s.End, s.Start), begin+len(line))
	d.Line = 1 + strings.Count(all[:begin], "\n")
	d.Column = 1 + utf8.RuneCountInString(all[begin:s.Start])
	d.Width = max(1, utf8.RuneCountInString(all[s.Start:max(end, s.Start)]))
	d.Excerpt, d.Column, d.Width = excerpt(strings.TrimRight(line, "\r"), d.Column, d.Width)
	return d
}

// longest is how much of a line an excerpt shows; a page of one line must not fill the terminal.
const longest = 160

// excerpt cuts what is too long to show. The column stays that of the file.
func excerpt(line string, column, width int) (string, int, int) {
	line = strings.ToValidUTF8(line, "\uFFFD")
	if utf8.RuneCountInString(line) <= longest {
		return line, column, width
	}
	if column+width > longest {
		return "", column, width
	}
	runes := []rune(line)
	return string(runes[:longest]) + "…", column, width
}

// Sort orders diagnostics by file, then place, then code and text, and drops repeats.
func Sort(list []Diagnostic) []Diagnostic {
	slices.SortFunc(list, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.offset, b.offset), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Text, b.Text))
	})
	return slices.Compact(list)
}

// Count returns how many errors and warnings the list holds.
func Count(list []Diagnostic) (errors, warnings int) {
	for _, d := range list {
		switch d.Level {
		case Error:
			errors++
		case Warning:
			warnings++
		}
	}
	return errors, warnings
}
