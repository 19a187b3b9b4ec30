package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// man writes a manual page for every verb. It is for those who package briefbook, and hidden. The pages are made
// here and not with cobra's own generator, which goes by way of Markdown and costs every start of the program the
// preparations for that.
func (p *program) man(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:    "man DIR",
		Short:  "write the manual pages",
		Hidden: true,
		Args:   oneFolder,
		RunE: p.verb(func(_ context.Context, args []string) error {
			dir := p.path(args[0])
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return fmt.Errorf("make the folder: %w", err)
			}
			for _, cmd := range append([]*cobra.Command{root}, pagesBelow(root)...) {
				name := pageName(cmd)
				if err := os.WriteFile(filepath.Join(dir, name+".1"), []byte(manPage(cmd)), 0o644); err != nil {
					return fmt.Errorf("write the manual page of %s: %w", name, err)
				}
			}
			return nil
		}),
	}
}

// pagesBelow are the verbs of a command that have a page.
func pagesBelow(cmd *cobra.Command) []*cobra.Command {
	var out []*cobra.Command
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			out = append(out, c)
		}
	}
	return out
}

func pageName(cmd *cobra.Command) string { return strings.ReplaceAll(cmd.CommandPath(), " ", "-") }

// manPage is the manual page of a command, in the macros of man(7). It says no date: the same briefbook writes the
// same pages.
func manPage(cmd *cobra.Command) string {
	cmd.InitDefaultHelpFlag()
	var r roff
	fmt.Fprintf(&r, ".TH \"%s\" \"1\" \"\" \"%s\" \"\"\n", strings.ToUpper(pageName(cmd)), cmd.Root().Name())
	r.section("Name")
	r.line(pageName(cmd) + " - " + cmd.Short)
	r.section("Synopsis")
	path := cmd.CommandPath()
	fmt.Fprintf(&r, "\\fB%s\\fP%s\n", escaped(path), escaped(strings.TrimPrefix(cmd.UseLine(), path)))
	r.section("Description")
	r.text(cmp.Or(cmd.Long, cmd.Short))
	if flags := cmd.NonInheritedFlags(); flags.HasAvailableFlags() {
		r.section("Options")
		flags.VisitAll(r.option)
	}
	if cmd.Example != "" {
		r.section("Examples")
		r.asIs(strings.Split(cmd.Example, "\n"))
	}
	r.section("See also")
	var also []string
	if cmd.HasParent() {
		also = append(also, pageName(cmd.Parent()))
	}
	if !cmd.HasParent() { // only the first verbs have pages
		for _, c := range pagesBelow(cmd) {
			also = append(also, pageName(c))
		}
	}
	for i, name := range also {
		also[i] = "\\fB" + escaped(name) + "\\fP(1)"
	}
	r.WriteString(strings.Join(also, ",\n") + "\n")
	return r.String()
}

// roff is a manual page that is being written.
type roff struct{ strings.Builder }

func (r *roff) section(title string) { r.WriteString(".SH " + strings.ToUpper(title) + "\n") }

// line writes one line of text. A dot or an apostrophe would begin a request there.
func (r *roff) line(text string) {
	text = escaped(text)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		text = `\&` + text
	}
	r.WriteString(text + "\n")
}

// text writes paragraphs, which are set apart by blank lines. Lines that are indented keep their ends.
func (r *roff) text(text string) {
	for i, paragraph := range strings.Split(strings.Trim(text, "\n"), "\n\n") {
		if i > 0 {
			r.WriteString(".PP\n")
		}
		lines := strings.Split(strings.Trim(paragraph, "\n"), "\n")
		for len(lines) > 0 {
			n := 0
			for n < len(lines) && indented(lines[n]) == indented(lines[0]) {
				n++
			}
			if indented(lines[0]) {
				r.asIs(lines[:n])
			} else {
				for _, line := range lines[:n] {
					r.line(line)
				}
			}
			lines = lines[n:]
		}
	}
}

func indented(line string) bool { return strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t") }

// asIs writes lines that keep their ends and their blanks.
func (r *roff) asIs(lines []string) {
	r.WriteString(".nf\n")
	for _, line := range lines {
		r.line(line)
	}
	r.WriteString(".fi\n")
}

// option writes a flag, what it takes and what it does.
func (r *roff) option(f *pflag.Flag) {
	if f.Hidden || f.Deprecated != "" {
		return
	}
	r.WriteString(".TP\n")
	if f.Shorthand != "" {
		fmt.Fprintf(r, "\\fB\\-%s\\fP, ", f.Shorthand)
	}
	takes, does := pflag.UnquoteUsage(f)
	fmt.Fprintf(r, "\\fB\\-\\-%s\\fP", escaped(f.Name))
	if takes != "" {
		fmt.Fprintf(r, " \\fI%s\\fP", escaped(takes))
	}
	r.WriteString("\n")
	switch f.DefValue {
	case "", "false", "0", "[]":
	default:
		does += " (default " + f.DefValue + ")"
	}
	r.line(does)
}

// escaped writes text so that roff prints it as it is: it takes a backslash for a request, and a plain minus for a hyphen
// that no shell would understand.
func escaped(text string) string {
	return strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
}
