package article

import (
	"cmp"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

// Lines is what a person decided about a captured text: lines that are the article's, and lines that are not.
// They stand in a file beside the text, named like it with ".lines" at the end:
//
//	# the table of results is part of the article
//	sha256: 2d62…
//	keep: 6-8, 12
//	drop: 40-55
//
// They hold for the text with that SHA-256 only. Numbers count lines of the text from 1; keep wins over drop. A
// paragraph that runs over several lines is kept whole when one of them is kept, and dropped when all are.
type Lines struct {
	SHA256     string // hex, of the raw text
	Keep, Drop []book.Range
}

// of gives the lines if they are meant for the text with this SHA-256.
func (l Lines) of(sum string) Lines {
	if !strings.EqualFold(l.SHA256, sum) {
		return Lines{}
	}
	return l
}

// override does what a person decided. What is kept no rule touches.
func (p *page) override() {
	if len(p.over.Keep)+len(p.over.Drop) == 0 {
		return
	}
	keep, drop := merged(p.over.Keep), merged(p.over.Drop)
	for i := range p.blocks {
		b := &p.blocks[i]
		switch {
		case meets(keep, b) && visible(b.text):
			b.role, b.kept = body, true
		case covers(drop, b):
			b.drop("override")
		}
	}
}

// merged sorts ranges and makes one of those that overlap or follow one another.
func merged(list []book.Range) []book.Range {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b book.Range) int { return cmp.Compare(a.First, b.First) })
	out := list[:0]
	for _, r := range list {
		if n := len(out); n > 0 && r.First <= out[n-1].Last+1 {
			out[n-1].Last = max(out[n-1].Last, r.Last)
		} else {
			out = append(out, r)
		}
	}
	return out
}

// meets reports whether a line of b lies in one of the ranges, which are merged.
func meets(list []book.Range, b *block) bool {
	i := endingFrom(list, b.first)
	return i < len(list) && list[i].First <= b.last
}

// covers reports whether every line of b lies in one of the ranges, which are merged.
func covers(list []book.Range, b *block) bool {
	i := endingFrom(list, b.last)
	return i < len(list) && list[i].First <= b.first
}

// endingFrom is the first of merged ranges that ends at a line or after it.
func endingFrom(list []book.Range, line int) int {
	i, _ := slices.BinarySearchFunc(list, line, func(r book.Range, line int) int { return cmp.Compare(r.Last, line) })
	return i
}

// ReadLines reads a file of lines. What cannot be read is reported and left out; the rest is used. Without a
// SHA-256 the lines hold for no text.
func ReadLines(src *diag.Source) (Lines, []diag.Diagnostic) {
	r := linesReader{src: src, seen: map[string]bool{}}
	at := 0
	for line := range strings.SplitAfterSeq(src.Text, "\n") {
		r.line(line, at)
		at += len(line)
	}
	if !r.seen["sha256"] {
		r.report(diag.Errorf(src.Whole(), "lines-sha256", "the file does not say for which text it is").
			WithHint("begin it with a line \"sha256: …\"; \"briefbook import\" prints the SHA-256 of a text"))
	}
	return r.lines, diag.Sort(r.found)
}

// linesReader gathers what a file of lines says.
type linesReader struct {
	src   *diag.Source
	lines Lines
	seen  map[string]bool
	found []diag.Diagnostic
}

func (r *linesReader) report(d diag.Diagnostic) { r.found = append(r.found, d) }

// line reads one line, which begins at byte at of the file.
func (r *linesReader) line(text string, at int) {
	text, _, _ = strings.Cut(text, "#")
	if at == 0 {
		rest := strings.TrimPrefix(text, "\ufeff")
		at, text = len(text)-len(rest), rest
	}
	bare := strings.TrimSpace(text)
	if bare == "" {
		return
	}
	at += strings.Index(text, bare)
	key, value, ok := strings.Cut(bare, ":")
	key = strings.TrimSpace(key)
	span := r.src.Span(at, at+len(key))
	if !ok {
		r.report(diag.Errorf(span, "lines-key", "%q is no line of this file", beginning(bare,
			60)).WithHint("write \"keep: 6-8, 12\" or \"drop: 40-55\""))
		return
	}
	if known := key == "sha256" || key == "keep" || key == "drop"; known && r.seen[key] {
		r.report(diag.Errorf(span, "lines-key", "%q is written twice",
			key).WithHint("put all ranges behind the first, with commas between them"))
	}
	r.seen[key] = true
	at += len(bare) - len(value)
	switch key {
	case "sha256":
		r.digest(value, at)
	case "keep":
		r.lines.Keep = append(r.lines.Keep, r.ranges(value, at)...)
	case "drop":
		r.lines.Drop = append(r.lines.Drop, r.ranges(value, at)...)
	default:
		r.report(diag.Errorf(span, "lines-key", "unknown key %q", key).WithHint("the keys are sha256, keep and drop"))
	}
}

func (r *linesReader) digest(value string, at int) {
	bare := strings.Trim(value, " \t\r\"'")
	if raw, err := hex.DecodeString(bare); err != nil || len(raw) != 32 {
		from := at + max(0, strings.Index(value, bare))
		r.report(diag.Errorf(r.src.Span(from, from+len(bare)), "lines-sha256",
			"this is no SHA-256").WithHint("write its 64 hexadecimal digits"))
		return
	}
	r.lines.SHA256 = strings.ToLower(bare)
}

// ranges reads "6-8, 12".
func (r *linesReader) ranges(value string, at int) []book.Range {
	var out []book.Range
	if strings.TrimSpace(value) == "" {
		return nil
	}
	for part := range strings.SplitSeq(value, ",") {
		bare := strings.TrimSpace(part)
		one, ok := readRange(bare)
		if ok {
			out = append(out, one)
		} else {
			from := at + strings.Index(part, bare)
			r.report(diag.Errorf(r.src.Span(from, from+len(bare)), "lines-range", "%q is no range of lines", beginning(bare,
				60)).
				WithHint("write numbers from 1, the smaller first: \"6-8, 12\""))
		}
		at += len(part) + 1
	}
	return out
}

// readRange reads "6-8", "6–8" or "12".
func readRange(s string) (book.Range, bool) {
	low, high, ok := strings.Cut(strings.ReplaceAll(s, "–", "-"), "-")
	if !ok {
		high = low
	}
	first, ok1 := lineNumber(low)
	last, ok2 := lineNumber(high)
	return book.Range{First: first, Last: last}, ok1 && ok2 && first <= last
}

func lineNumber(s string) (int, bool) {
	s = strings.TrimSpace(s)
	n, err := strconv.ParseUint(s, 10, 31)
	return int(n), err == nil && n > 0 && s[0] != '+'
}
