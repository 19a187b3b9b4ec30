package main

import (
	"bufio"
	"fmt"
	"strings"

	"briefbook/generator"
)

// An importReport tells people what became of the files they import: of a few at length, of many on a line each,
// with what they must decide below. A failure to write is kept by w.
type importReport struct {
	w                  *bufio.Writer
	colour, brief, dry bool
	quiet              bool // failures only
	failed             []*generator.Imported
	files              int // reported so far
}

// afar is how many files a report has when its failures are told once more below them.
const afar = 40

// file reports one file.
func (r *importReport) file(i *generator.Imported) {
	if i.Import.Status == generator.StatusFailed {
		r.failed = append(r.failed, i)
	}
	switch {
	case r.quiet:
		if i.Import.Status == generator.StatusFailed {
			fmt.Fprintf(r.w, "%s: %s\n", visible(i.File), visible(*i.Error))
		}
	case r.brief:
		r.line(i)
	default:
		r.page(i)
	}
	r.files++
}

// The styles of a report, as terminals number them.
const (
	bold   = "1"
	dim    = "2"
	red    = "31"
	yellow = "33"
	green  = "32"
)

func (r *importReport) paint(style, s string) string {
	if !r.colour || s == "" || style == "" {
		return s
	}
	return "\x1b[" + style + "m" + s + "\x1b[0m"
}

// line reports a file in one line, and in a second what the author must decide.
func (r *importReport) line(i *generator.Imported) {
	word, style, rest := "imported", green, ""
	switch out := i.Import; out.Status {
	case generator.StatusFailed:
		word, style, rest = "failed", red, visible(i.File)
	case generator.StatusHeld:
		word, style, rest = "held", dim, fmt.Sprintf("%s  is %s", visible(i.File), *out.ID)
	case generator.StatusDryRun:
		word, rest = "new", *out.ID+"  "+r.paint(dim, visible(i.File))
	default:
		rest = *out.ID + "  " + r.paint(dim, visible(i.File))
	}
	fmt.Fprintf(r.w, "%s  %s\n", r.paint(style, fmt.Sprintf("%-8s", word)), rest)
	if i.Error != nil {
		r.hang("          ", visible(*i.Error), "")
	}
	var decide []string
	for _, q := range i.Questions() {
		decide = append(decide, q.Short)
	}
	if len(decide) > 0 {
		r.hang("          "+r.paint(yellow, "decide: "), strings.Join(decide, "; "), "")
	}
}

// page reports a file at length.
func (r *importReport) page(i *generator.Imported) {
	if r.files > 0 {
		fmt.Fprintln(r.w)
	}
	fmt.Fprint(r.w, r.paint(bold, visible(i.File)))
	switch i.Import.Status {
	case generator.StatusFailed:
		fmt.Fprintln(r.w)
		r.row("failed", visible(*i.Error), red)
		return
	case generator.StatusHeld:
		fmt.Fprintln(r.w)
		r.row("held", "already held as "+*i.Import.ID+"; nothing to do", "")
		return
	}
	fmt.Fprintln(r.w)
	r.found(i)
	r.setAside(i.Dropped)
	r.remarks("decide", i.Questions(), yellow)
	r.remarks("look at", i.Remarks(), dim)
	if r.dry {
		r.row("new card", *i.Import.Card, bold)
		return
	}
	r.row("card", *i.Import.Card, bold)
	r.row("original", *i.Import.Original, "")
}

// found tells the values, each with what it rests on.
func (r *importReport) found(i *generator.Imported) {
	byline := generator.Stated{Basis: i.Byline.Basis}
	if len(i.Byline.Value) > 0 {
		all := strings.Join(i.Byline.Value, ", ")
		byline.Value = &all
	}
	date := generator.Stated{Value: i.Date.Value, Basis: i.Date.Basis}
	if i.Date.Range != nil {
		between := "inferred: " + strings.Join(i.Date.Range, " to ")
		date = generator.Stated{Value: &between, Basis: i.Date.RangeBasis}
	}
	for _, v := range []struct {
		label  string
		value  generator.Stated
		always bool
	}{
		{"title", i.Title, true}, {"publisher", i.Publisher, true}, {"agency", i.Agency, false}, {"byline", byline, false},
		{"date", date, true}, {"updated", i.Updated, false}, {"dateline", i.Dateline, false}, {"address", i.URL, false},
	} {
		switch text := visible(v.value.Text()); {
		case text != "":
			r.value(v.label, text, visible(basis(v.value)))
		case v.value.Basis != nil && (v.label == "date" || v.label == "updated"):
			r.value(v.label, "not certain", visible(basis(v.value)))
		case v.value.Basis != nil:
			r.value(v.label, "not agreed", visible(basis(v.value)))
		case v.always:
			r.row(v.label, "not stated", dim)
		}
	}
	if i.RightsHint != nil {
		r.value("rights", visible(shortened(*i.RightsHint, 60)), "as the text says")
	}
	text := count(len(i.Paragraphs), "paragraph") + ", " + count(i.Words(), "word")
	if n := len(i.Headings); n > 0 {
		text += ", " + count(n, "heading")
	}
	if n := len(i.Dates); n > 0 {
		text += ", " + count(n, "date expression")
	}
	if i.Language != nil {
		text += ", language " + visible(*i.Language)
	}
	r.row("text", text, "")
	if i.Import.By != nil {
		r.row("", "taken out by "+visible(*i.Import.By), dim)
	}
	r.row("sha256", i.TextSHA256(), dim)
}

func basis(v generator.Stated) string {
	if v.Basis == nil {
		return ""
	}
	return *v.Basis
}

// setAside lists what is not the article, by reason.
func (r *importReport) setAside(dropped []generator.Dropped) {
	if len(dropped) == 0 {
		r.row("set aside", "nothing", "")
		return
	}
	r.row("set aside", count(len(dropped), "block"), "")
	var reasons []string
	lines := map[string][]string{}
	for _, d := range dropped {
		why := d.Why()
		if lines[why] == nil {
			reasons = append(reasons, why)
		}
		span := fmt.Sprint(d.Lines[0])
		if d.Lines[1] > d.Lines[0] {
			span += fmt.Sprintf("–%d", d.Lines[1])
		}
		if list := lines[why]; len(list) == 0 || list[len(list)-1] != span {
			lines[why] = append(list, span)
		}
	}
	column := 0
	for _, why := range reasons {
		column = max(column, min(cells(visible(why)), columns-labels-len("  lines 10–20, 30")))
	}
	for _, why := range reasons {
		word := "line "
		if list := lines[why]; len(list) > 1 || strings.Contains(list[0], "–") {
			word = "lines "
		}
		why = visible(why)
		gap := strings.Repeat(" ", max(column-cells(why), 0)+2)
		r.hang(strings.Repeat(" ", labels)+why+gap, word+strings.Join(lines[why], ", "), dim)
	}
}

func (r *importReport) remarks(label string, list []generator.Remark, style string) {
	for _, m := range list {
		r.hang("  "+r.paint(style, fmt.Sprintf("%-*s", labels-2, label))+"– ", visible(m.Long), "")
		label = ""
	}
}

// summary is the end of the report.
func (r *importReport) summary(s generator.ImportSummary) {
	if r.quiet {
		return
	}
	if r.files > 0 {
		fmt.Fprintln(r.w)
	}
	if r.files > afar && len(r.failed) > 0 {
		for _, i := range r.failed {
			r.hang(r.paint(red, "failed")+"    ", visible(i.File)+": "+visible(*i.Error), "")
		}
		fmt.Fprintln(r.w)
	}
	fmt.Fprintln(r.w, importSummary(s, r.dry))
}

// importSummary is the last line: "12 imported, 2 of them near copies · 3 already held · 1 failed · 0.21 s".
func importSummary(s generator.ImportSummary, dry bool) string {
	text := fmt.Sprintf("%d imported", s.Imported)
	if dry {
		text = fmt.Sprintf("%d to import, nothing written", s.Imported)
	}
	if s.Near == 1 {
		text += ", 1 of them a near copy"
	} else if s.Near > 1 {
		text += fmt.Sprintf(", %d of them near copies", s.Near)
	}
	for _, part := range []struct {
		n    int
		form string
	}{
		{s.Held, "%d already held"}, {s.Failed, "%d failed"}, {s.Skipped, "%d skipped (hidden or of another format)"},
		{s.Left, "broken off, %d not looked at"},
	} {
		if part.n > 0 {
			text += " · " + fmt.Sprintf(part.form, part.n)
		}
	}
	return text + fmt.Sprintf(" · %.2f s", s.Seconds)
}
