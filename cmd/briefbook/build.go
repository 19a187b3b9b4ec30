package main

import (
	"cmp"
	"context"

	"github.com/spf13/cobra"

	"briefbook/generator"
)

func (p *program) build() *cobra.Command {
	var book bookFlags
	var out outputFlags
	cmd := &cobra.Command{
		Use:   "build",
		Short: "make the book",
		Long: `build makes the book: content/ in, a static site and a print page out.

The new book replaces the last one in one step, or not at all. Files of the
output folder that briefbook did not make stay as they are.`,
		Example: `  briefbook build
  briefbook build --edition internal --originals ../captures
  briefbook build --base-url https://example.org/book/ --strict`,
		Args: noArguments,
		RunE: p.verb(func(ctx context.Context, _ []string) error {
			return p.make(ctx, book.options(p.env), out, (*generator.Generator).Build)
		}),
	}
	book.add(cmd, generator.Public)
	book.addOut(cmd)
	book.addAddress(cmd)
	out.add(cmd)
	return cmd
}

// making is Build or Check of a generator.
type making func(*generator.Generator, context.Context, func(generator.Progress)) (generator.Summary, []generator.Diagnostic, error)

// make does one round of work on a book and prints what came of it.
func (p *program) make(ctx context.Context, o generator.Options, out outputFlags, do making) error {
	g, err := generator.New(o)
	if err != nil {
		return err
	}
	meter := p.meter(out.quiet)
	sum, diags, err := do(g, ctx, meter.progress())
	meter.clear()
	if said := p.printer(out).report(sum, diags, err == nil); said != nil || err != nil {
		return cmp.Or(err, said)
	}
	if sum.Errors > 0 || out.strict && sum.Warnings > 0 {
		return errContent
	}
	return nil
}
