package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"briefbook/generator"
)

func (p *program) export() *cobra.Command {
	var book bookFlags
	var format format
	out := ""
	cmd := &cobra.Command{
		Use:   "export --format NAME",
		Short: "print the bibliography for reference managers",
		Long: `export prints the sources of the book, in the order of their tabs, as reference
managers and typesetters read them. The site has the same files beside its
bibliography. Mistakes in the content are reported on standard error.`,
		Example: `  briefbook export --format csl-json --out sources.json
  pandoc --citeproc --bibliography sources.json paper.md
  briefbook export --format bibtex --out sources.bib`,
		Args: func(cmd *cobra.Command, args []string) error {
			if err := noArguments(cmd, args); err != nil {
				return err
			}
			if format == "" {
				return errors.New("export needs a format: --format csl-json, bibtex or ris")
			}
			return nil
		},
		RunE: p.verb(func(ctx context.Context, _ []string) error {
			return p.exported(ctx, book.options(p.env), generator.Format(format), p.path(out))
		}),
	}
	cmd.Flags().Var(&format, "format", "csl-json, bibtex or ris")
	must(cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formats(), cobra.ShellCompDirectiveNoFileComp)))
	book.add(cmd, generator.Public)
	cmd.Flags().StringVar(&out, "out", "", "write to `FILE` instead of standard output")
	return cmd
}

// exported writes the bibliography to a file or, when it has no name, to standard output.
func (p *program) exported(ctx context.Context, o generator.Options, f generator.Format, file string) error {
	g, err := generator.New(o)
	if err != nil {
		return err
	}
	var text bytes.Buffer
	diags, err := g.Export(ctx, f, &text)
	if err != nil {
		return err
	}
	if file == "" {
		_, err = p.Stdout.Write(text.Bytes())
	} else {
		err = replace(file, text.Bytes())
	}
	if err != nil {
		return fmt.Errorf("write the bibliography: %w", err)
	}
	said := p.printer(outputFlags{quiet: true})
	said.w, said.colour = p.Stderr, p.StderrTerminal && p.mayColour()
	wrong := slices.DeleteFunc(diags, func(d generator.Diagnostic) bool { return d.Level != generator.Error })
	if len(wrong) == 0 {
		return nil
	}
	if err := said.report(generator.Summary{}, wrong, false); err != nil {
		return err
	}
	return errContent
}

// replace writes a file in one step: it is there whole, or as it was.
func replace(name string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".briefbook-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(f.Name()) }() // gone by then, if all went well
	_, err = f.Write(data)
	if err = errors.Join(err, f.Chmod(0o644), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

func formats() []string {
	var names []string
	for _, f := range generator.Formats {
		names = append(names, string(f))
	}
	return names
}

// A format is the value of --format.
type format generator.Format

func (f *format) String() string { return string(*f) }

// Type is the word that stands for the value in a help text.
func (f *format) Type() string { return "NAME" }

// Set implements pflag.Value.
func (f *format) Set(s string) error {
	if !slices.Contains(formats(), s) {
		return errors.New("a format is " + strings.Join(formats(), ", "))
	}
	*f = format(s)
	return nil
}
