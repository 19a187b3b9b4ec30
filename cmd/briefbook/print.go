package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"briefbook/generator"
)

// outputFlags say how a verb prints what it found.
type outputFlags struct {
	strict, json, quiet bool
	only                bool // with --json: diagnostics, no summary
}

func (o *outputFlags) add(cmd *cobra.Command) {
	what := "print one JSON object a line: the diagnostics, then the summary"
	if o.only {
		what = "print one JSON object a line for each diagnostic"
	}
	f := cmd.Flags()
	f.BoolVar(&o.strict, "strict", false, "let warnings count as errors")
	f.BoolVar(&o.json, "json", false, what)
	f.BoolVar(&o.quiet, "quiet", false, "print errors only (with --strict, warnings too)")
}

// A printer writes diagnostics and summaries, for people or for programs.
type printer struct {
	outputFlags
	w      io.Writer
	colour bool
}

func (p *program) printer(o outputFlags) *printer {
	return &printer{outputFlags: o, w: p.Stdout, colour: p.StdoutTerminal && p.mayColour()}
}

// mayColour reports whether the user minds colour on a terminal (see no-color.org).
func (e env) mayColour() bool { return e.Getenv("NO_COLOR") == "" && e.Getenv("TERM") != "dumb" }

// report writes what a round of work came to. done is false when the machine kept it from ending: then there
// is no summary.
func (p *printer) report(sum generator.Summary, diags []generator.Diagnostic, done bool) error {
	w := bufio.NewWriter(p.w)
	if p.json {
		for _, d := range diags {
			if err := d.PrintJSON(w); err != nil {
				return fmt.Errorf("print the diagnostics: %w", err)
			}
		}
		if done && !p.only {
			line, err := json.Marshal(map[string]generator.Summary{"summary": sum})
			if err != nil {
				return fmt.Errorf("print the summary: %w", err)
			}
			w.Write(append(line, '\n'))
		}
	} else {
		p.diagnostics(w, diags)
		if done && !p.quiet {
			fmt.Fprintln(w, summary(sum, p.only))
		}
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("print the result: %w", err)
	}
	return nil
}

// diagnostics writes those that are to be seen, for people. A failure to write is kept by w.
func (p *printer) diagnostics(w *bufio.Writer, diags []generator.Diagnostic) {
	least := generator.Info
	switch {
	case p.quiet && p.strict:
		least = generator.Warning
	case p.quiet:
		least = generator.Error
	}
	alike := p.alike(diags)
	shown := map[string]int{}
	var b strings.Builder
	for _, d := range diags {
		if d.Level < least {
			continue
		}
		if d.Level < generator.Error && alike[d.Code] > mostAlike {
			if shown[d.Code]++; shown[d.Code] > someAlike {
				continue
			}
		}
		b.Reset()
		_ = d.Print(&b) // a strings.Builder takes everything
		w.WriteString(p.paint(d, b.String()))
	}
	for _, code := range slices.Sorted(maps.Keys(alike)) {
		if n := alike[code]; n > mostAlike {
			fmt.Fprintf(w, "… and %s like these [%s]; --json lists them\n", count(n-someAlike, "more warning"), code)
		}
	}
}

// Of more than mostAlike warnings with one code only someAlike are shown: a thousand sources that were imported
// together lack a thousand digests.
const mostAlike, someAlike = 20, 5

// alike counts by their code those that may be left out when there are many: no errors, nor what counts as one.
func (p *printer) alike(diags []generator.Diagnostic) map[string]int {
	n := map[string]int{}
	for _, d := range diags {
		if d.Level < generator.Error && !p.strict && !p.quiet {
			n[d.Code]++
		}
	}
	return n
}

// paint gives the level of a printed diagnostic its colour.
func (p *printer) paint(d generator.Diagnostic, text string) string {
	if !p.colour {
		return text
	}
	colour := "36" // cyan
	switch d.Level {
	case generator.Error:
		colour = "31" // red
	case generator.Warning:
		colour = "33" // yellow
	}
	word := d.Level.String() + ": "
	return strings.Replace(text, word, "\x1b[1;"+colour+"m"+word+"\x1b[0m", 1)
}

// summary is the last line: "84 pages, 12 written, 72 unchanged, 0 deleted · 0 errors, 2 warnings · 0.21 s".
// Of a check that wrote nothing it has no files.
func summary(s generator.Summary, check bool) string {
	line := count(s.Pages, "page")
	switch files := s.Written + s.Unchanged + s.Deleted; {
	case check:
	case files == 0 && s.Pages == 0 && s.Errors > 0:
		line = "no book could be made, the last one stands"
	default:
		line += fmt.Sprintf(", %d written, %d unchanged, %d deleted", s.Written, s.Unchanged, s.Deleted)
	}
	return fmt.Sprintf("%s · %s · %.2f s", line, findings(s), s.Seconds)
}

// findings is "0 errors, 2 warnings".
func findings(s generator.Summary) string {
	return count(s.Errors, "error") + ", " + count(s.Warnings, "warning")
}

// count is "1 page" or "2 pages".
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}
