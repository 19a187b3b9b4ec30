package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"briefbook/generator"
)

const importHelp = `import takes captured files into the book: text, saved web pages, Markdown, PDF
and Word documents (.txt .html .md .docx .pdf). Of a folder it takes all such
files, of the folders in it too.

For each file it finds out who published what and when, sets aside what is not
the article, and writes a card, content/articles/ID.md, in which every value is
followed by what it rests on and whatever is not known waits to be filled in.
The untouched file goes to content/originals/. Nothing is ever overwritten. A
file whose bytes the book has already is only reported; a text that shares half
of its words or more with another is imported and reported.

A PDF's text is taken out by pdftotext where that is installed, else by briefbook
itself. A file FILE.lines beside FILE, with lines "keep: 6-8, 12" and
"drop: 40-55", goes before every rule.

With --json, one object a line is printed for each file, in order:

  file         name as given
  sha256       of the bytes
  title publisher agency updated dateline url
               {value, basis}
  byline       {value: [name, …], basis}
  date         {value, basis, flags, range, range_basis, evidence}
               value: EDTF, only what the text states; range: [first, last] day
               that its sentences allow when it states none, with the evidence,
               [{paragraph, text, says}]
  language     BCP 47
  rights_hint  what the text says of its rights
  flags        words for what a person should look at
  paragraphs   [text, …]
  headings     [{before: number of the paragraph that follows, text}]
  dates        [{paragraph, start, end, text, type, value, certainty}]
               TIMEX3 types and values; start and end count Unicode code points
               within the paragraph
  dropped      [{lines: [first, last], reason, text}]
  import       {status: imported|dry-run|held|failed, id, card, original, by,
               near: [{id, containment, kinship: same|version}]}
  error        why the file could not be imported

Paragraphs and lines count from 1. What is not known is null.

Exit status: 1 when a file could not be imported; the others are.`

// fewFiles is how many files are reported at length.
const fewFiles = 5

// importFlags are the flags of import.
type importFlags struct {
	into, originals     string
	dryRun, json, quiet bool
}

func (p *program) imports() *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use:   "import FILE|DIR…",
		Short: "take captured texts, pages and documents into the book",
		Long:  importHelp,
		Example: `  briefbook import capture.txt page.html report.pdf
  briefbook import --dry-run captures/
  briefbook import --json captures/ > captures.jsonl`,
		Args: someFiles,
	}
	cmd.RunE = p.verb(func(ctx context.Context, args []string) error {
		o := generator.ImportOptions{Originals: f.originals, Dir: p.Dir, DryRun: f.dryRun, Cache: p.cache()}
		if cmd.Flags().Changed("into") {
			o.Content = f.into
		}
		return p.take(ctx, o, f, args)
	})
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.into, "into", "content", "the `DIR` of the book")
	flags.StringVar(&f.originals, "originals", "", "the `DIR` of captured texts (default originals in the book's)")
	flags.BoolVar(&f.dryRun, "dry-run", false, "find out everything and write nothing")
	flags.BoolVar(&f.json, "json", false, "print one JSON object a line for each file")
	flags.BoolVar(&f.quiet, "quiet", false, "print only what could not be imported")
	must(cmd.MarkFlagDirname("into"))
	must(cmd.MarkFlagDirname("originals"))
	return cmd
}

// someFiles is for verbs that take files.
func someFiles(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("%s needs a file or a folder", cmd.Name())
	}
	return nil
}

// take imports files and prints what became of them.
func (p *program) take(ctx context.Context, o generator.ImportOptions, f importFlags, names []string) error {
	m, err := generator.NewImporter(o)
	if err != nil {
		return err
	}
	n := 0
	for _, name := range names {
		n = m.Find(name)
	}
	w := bufio.NewWriter(p.Stdout)
	meter := p.meter(f.quiet)
	r := &importReport{w: w, colour: p.StdoutTerminal && p.mayColour(), brief: n > fewFiles, quiet: f.quiet, dry: f.dryRun}
	sum, err := m.Run(ctx, meter.progress(), func(i *generator.Imported) error {
		meter.clear()
		if !f.json {
			r.file(i)
		} else if err := i.PrintJSON(w); err != nil {
			return err
		}
		return w.Flush()
	})
	meter.clear()
	brokenOff := ctx.Err() != nil && errors.Is(err, ctx.Err()) || errors.Is(err, generator.ErrNoEntry)
	if !f.json && (err == nil || brokenOff) {
		r.summary(sum)
	}
	if said := w.Flush(); said != nil || err != nil {
		return cmp.Or(err, said)
	}
	if sum.Failed > 0 {
		return errContent
	}
	return nil
}
