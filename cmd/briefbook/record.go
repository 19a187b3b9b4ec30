package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"briefbook/generator"
)

const recordHelp = `record puts the book as it is on record as an edition: a file in content/editions
with a line for each statement, to be committed with the content. From then on
the book of the next edition, which has another name or as-of date in book.yaml,
tells on a page of its own what changed since.

The record holds the book's own words, the quotations it publishes, and what its
cards say of the sources; nothing of the originals, and no draft. The name is that
of book.yaml (edition) where none is given.`

func (p *program) record() *cobra.Command {
	content := ""
	var o generator.RecordOptions
	cmd := &cobra.Command{
		Use:   "record [NAME]",
		Short: "put the book as it is on record as an edition",
		Long:  recordHelp,
		Example: `  briefbook record
  briefbook record "First edition"`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return fmt.Errorf("an edition has one name, not %d; put it in quotation marks", len(args))
			}
			if len(args) == 1 && args[0] == "" {
				return errors.New("the name of the edition is empty")
			}
			return nil
		},
	}
	cmd.RunE = p.verb(func(ctx context.Context, args []string) error {
		if len(args) > 0 {
			o.Name = args[0]
		}
		g, err := generator.New(generator.Options{Content: p.path(content)})
		if err != nil {
			return err
		}
		done, err := g.Record(ctx, o)
		if err != nil {
			return err
		}
		what := "written"
		if !done.Changed {
			what = "is up to date"
		}
		_, err = fmt.Fprintf(p.Stdout, "%s %s: %s\n", done.File, what, count(done.Statements, "statement"))
		return err
	})
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&content, "content", "content", "the `DIR` of the book")
	flags.BoolVar(&o.Replace, "replace", false, "put it in the place of the record of this name")
	must(cmd.MarkFlagDirname("content"))
	return cmd
}
