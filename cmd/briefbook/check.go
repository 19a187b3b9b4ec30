package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"briefbook/generator"
)

func (p *program) check() *cobra.Command {
	var book bookFlags
	var want checkFlags
	out := outputFlags{only: true}
	cmd := &cobra.Command{
		Use:   "check",
		Short: "report what build would report and write nothing",
		Long: `check reports what build would report and writes no book.

With --quotes, --coverage or --suggest-events it lists besides what it found out.
With --lock it writes content/quotes.lock anew, by which quotations count as
verified on machines without the originals.`,
		Example: `  briefbook check --strict
  briefbook check --lock --originals ../captures
  briefbook check --quotes --json
  briefbook check --coverage
  briefbook check --suggest-events --originals ../captures`,
		Args: noArguments,
		RunE: p.verb(func(ctx context.Context, _ []string) error {
			return p.checks(ctx, book.options(p.env), out, want)
		}),
	}
	book.add(cmd, generator.Public)
	book.addAddress(cmd)
	f := cmd.Flags()
	f.BoolVar(&want.lock, "lock", false, "bring content/quotes.lock up to date")
	f.BoolVar(&want.quotes, "quotes", false, "list every quotation with its verdict")
	f.BoolVar(&want.coverage, "coverage", false, "list what statements rest on, and what nothing rests on")
	f.BoolVar(&want.suggest, "suggest-events", false, "list dates in the originals that no event of the chronology has")
	out.add(cmd)
	return cmd
}

// checkFlags say what a check does besides checking.
type checkFlags struct{ lock, quotes, coverage, suggest bool }

// checks checks a book and does what else is wanted. With --json a list takes the place of the diagnostics: one
// kind of object a line.
func (p *program) checks(ctx context.Context, o generator.Options, out outputFlags, want checkFlags) error {
	g, err := generator.New(o)
	if err != nil {
		return err
	}
	meter := p.meter(out.quiet)
	sum, diags, err := g.Check(ctx, meter.progress())
	meter.clear()
	listing := want.quotes || want.coverage
	print := p.printer(out)
	if !listing || !out.json {
		err = cmp.Or(err, print.report(sum, diags, err == nil))
	}
	if err == nil {
		err = p.list(ctx, g, print, want)
	}
	if err == nil && want.lock {
		var done generator.Locked
		if done, err = g.Lock(p.Now().Format(time.DateOnly)); err == nil && !out.json && !out.quiet {
			fmt.Fprintln(p.Stdout, locked(done))
		}
	}
	if err == nil && (sum.Errors > 0 || out.strict && sum.Warnings > 0) {
		return errContent
	}
	return err
}

// list writes the lists that are wanted.
func (p *program) list(ctx context.Context, g *generator.Generator, print *printer, want checkFlags) error {
	if want.quotes {
		list, err := g.Quotes(ctx)
		if err != nil {
			return err
		}
		if err := print.quotes(list); err != nil {
			return err
		}
	}
	if want.coverage {
		var list strings.Builder
		if err := g.Coverage(ctx, &list, print.json); err != nil {
			return err
		}
		text := list.String()
		if !print.json {
			text = inert(text)
		}
		if _, err := io.WriteString(p.Stdout, text); err != nil {
			return fmt.Errorf("print the coverage: %w", err)
		}
	}
	if want.suggest {
		list, err := g.Suggest(ctx)
		if err != nil {
			return err
		}
		return print.suggestions(list)
	}
	return nil
}

// locked says what was done to quotes.lock.
func locked(l generator.Locked) string {
	if !l.Changed {
		return fmt.Sprintf("%s is up to date: %s", l.File, count(l.Entries, "quotation"))
	}
	return fmt.Sprintf("%s written: %s", l.File, count(l.Entries, "quotation"))
}

// suggestions writes each as an item to paste, with the words it rests on below; for programs as one object a line.
func (p *printer) suggestions(list []generator.Suggestion) error {
	w := bufio.NewWriter(p.w)
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for _, s := range list {
		if !p.json {
			suggest(w, s)
		} else if err := encoder.Encode(map[string]generator.Suggestion{"suggestion": s}); err != nil {
			return fmt.Errorf("print the suggestions: %w", err)
		}
	}
	if len(list) > 0 && !p.json {
		fmt.Fprintf(w, "\n%s that the chronology does not have\n", count(len(list), "date"))
	} else if !p.json {
		fmt.Fprintln(w, "the originals at hand give no date that the chronology does not have")
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("print the suggestions: %w", err)
	}
	return nil
}

// mostTold is how many sentences are shown for one date.
const mostTold = 4

// suggest writes one suggestion. What several sources say word for word is shown once.
func suggest(w *bufio.Writer, s generator.Suggestion) {
	fmt.Fprintf(w, "\n%s\n", s.Line)
	var said []string
	from := map[string]string{}
	for _, t := range s.Told {
		words := visible(t.Sentence)
		place := fmt.Sprintf("%s ¶%d", t.Article, t.Paragraph)
		if from[words] == "" {
			said, from[words] = append(said, words), place
		} else if from[words] != place {
			from[words] += ", " + place
		}
	}
	for i, words := range said {
		if i == mostTold {
			fmt.Fprintf(w, "    … and %d more\n", len(said)-i)
			break
		}
		if len(said) > 1 {
			words = from[words] + ": " + words
		}
		for _, line := range wrapped(words, columns-4) {
			fmt.Fprintf(w, "    %s\n", line)
		}
	}
}
