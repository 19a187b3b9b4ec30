package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"briefbook/generator"
)

func (p *program) check() *cobra.Command {
	var book bookFlags
	out := outputFlags{only: true}
	suggest := false
	cmd := &cobra.Command{
		Use:   "check",
		Short: "report what build would report and write nothing",
		Example: `  briefbook check --strict
  briefbook check --suggest-events --originals ../captures`,
		Args: noArguments,
		RunE: p.verb(func(ctx context.Context, _ []string) error {
			if !suggest {
				return p.make(ctx, book.options(p.env), out, (*generator.Generator).Check)
			}
			var list []generator.Suggestion
			err := p.make(ctx, book.options(p.env), out, suggesting(&list))
			return cmp.Or(p.printer(out).suggestions(list), err)
		}),
	}
	book.add(cmd, generator.Public)
	book.addAddress(cmd)
	cmd.Flags().BoolVar(&suggest, "suggest-events", false, "list dates in the originals that no event of the chronology has")
	out.add(cmd)
	return cmd
}

// suggesting is Check, after which list holds what could be told besides.
func suggesting(list *[]generator.Suggestion) making {
	return func(g *generator.Generator, ctx context.Context, progress func(generator.Progress)) (generator.Summary, []generator.Diagnostic, error) {
		sum, diags, err := g.Check(ctx, progress)
		if err == nil {
			*list, err = g.Suggest(ctx)
		}
		return sum, diags, err
	}
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
