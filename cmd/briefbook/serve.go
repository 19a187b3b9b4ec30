package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"briefbook/generator"
)

// standardPort is where a preview is found unless --port says otherwise.
const standardPort = 8765

func (p *program) serve() *cobra.Command {
	var book bookFlags
	var port int
	var quiet bool
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "show the book on this machine and follow every save",
		Long: `serve shows the book to this machine only and follows every save: open pages
change in place, and a mistake is shown over the last good page. It writes no
files. Ctrl-C ends it.`,
		Example: `  briefbook serve
  briefbook serve --edition public --port 0`,
		Args: noArguments,
		RunE: p.verb(func(ctx context.Context, _ []string) error {
			if port < 0 || port > 65535 {
				return fmt.Errorf("%w: port %d is not between 0 and 65535", generator.ErrUsage, port)
			}
			return p.preview(ctx, book.options(p.env), port, quiet)
		}),
	}
	f := cmd.Flags()
	f.IntVar(&port, "port", standardPort, "the port `N` on 127.0.0.1, 0 for any free one")
	book.add(cmd, generator.Internal)
	f.BoolVar(&quiet, "quiet", false, "print the address only")
	return cmd
}

func (p *program) preview(ctx context.Context, o generator.Options, port int, quiet bool) error {
	g, err := generator.New(o)
	if err != nil {
		return err
	}
	show := generator.PreviewOptions{
		Port:  port,
		Ready: func(url string) { fmt.Fprintf(p.Stdout, "serving %s\n", url) },
	}
	if !quiet {
		j := p.journal()
		show.Round, show.Notice = j.round, j.notice
	}
	err = g.Preview(ctx, show)
	if ctx.Err() != nil && (err == nil || errors.Is(err, ctx.Err())) {
		return nil // this is how a preview ends
	}
	return err
}

// A journal tells on standard error what happens during a preview: after each save one line, before it the
// diagnostics that were not there the round before.
type journal struct {
	printer
	w     io.Writer
	now   func() time.Time
	known map[remark]int // how often each stood in the last round, nil before the first
}

// A remark is a diagnostic without its place, which moves while its file is edited.
type remark struct {
	level, file, code, text string
}

func (p *program) journal() *journal {
	return &journal{printer: printer{colour: p.StderrTerminal && p.mayColour()}, w: p.Stderr, now: p.Now}
}

func (j *journal) round(sum generator.Summary, diags []generator.Diagnostic) {
	w := bufio.NewWriter(j.w)
	defer w.Flush() // standard error has nobody to complain to
	first := j.known == nil
	j.diagnostics(w, j.fresh(diags))
	if first {
		fmt.Fprintln(w, summary(sum, true))
		return
	}
	fmt.Fprintf(w, "%s %s · %d ms\n", j.now().Format(time.TimeOnly), findings(sum), int(sum.Seconds*1000+0.5))
}

// fresh returns the diagnostics that are new since the last round, and remembers all.
func (j *journal) fresh(diags []generator.Diagnostic) []generator.Diagnostic {
	before := j.known
	j.known = make(map[remark]int, len(diags))
	var fresh []generator.Diagnostic
	for _, d := range diags {
		r := remark{d.Level.String(), d.File, d.Code, d.Text}
		j.known[r]++
		if j.known[r] > before[r] {
			fresh = append(fresh, d)
		}
	}
	return fresh
}

func (j *journal) notice(text string) { fmt.Fprintln(j.w, text) }
