package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"briefbook/generator"
)

const diffHelp = `diff compares two states of the book statement by statement: key points, events,
judgements, differences between sources, questions, the sentences of all pages,
and the sources. It tells what was added, altered and withdrawn, what is of
substance first. Changes of typography, spelling, order and links are counted,
and listed with --all. Drafts are no part of a book.

OLD and NEW each name a state: a folder (content, or one that holds content), a
file of content/editions, or a git revision of the repository that holds the book
(a tag, a branch, a commit). Where there is a folder or file of the name, that is
meant. Without NEW it is the content folder as it is; without OLD, the last
edition on record before this one, as on the page "What changed".

With --json, one object a line is printed for each change:

  kind     added, altered, withdrawn, or, of a source, superseded
  what     statement, bottom line, key point, event, judgement, difference,
           question, digest, heading, source, page
  minor    true when the wording alone differs
  page     id of the page where it stands, or stood; title: of that page
  was now  the text, with citations as [@source ¶2]
  note     what the words do not show: "moved within the page"`

// diffFlags say how differences are told.
type diffFlags struct {
	all, substantive, json, exitCode bool
}

func (p *program) diff() *cobra.Command {
	var f diffFlags
	o := generator.DiffOptions{}
	cmd := &cobra.Command{
		Use:   "diff [OLD [NEW]]",
		Short: "tell what changed between two states of the book",
		Long:  diffHelp,
		Example: `  briefbook diff
  briefbook diff v1.0
  briefbook diff v1.0 v2.0 --all
  briefbook diff ../last-year content --json`,
		Args: twoStates,
	}
	cmd.RunE = p.verb(func(ctx context.Context, args []string) error {
		o.Dir = p.Dir
		if len(args) > 0 {
			o.Old = args[0]
		}
		if len(args) > 1 {
			o.New = args[1]
		}
		list, err := generator.Diff(ctx, o)
		if err != nil {
			return err
		}
		return p.differences(list, f)
	})
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&o.Content, "content", "content", "the `DIR` of the book")
	flags.BoolVar(&f.all, "all", false, "list changes of wording, too")
	flags.BoolVar(&f.substantive, "substantive", false, "pass over changes of wording altogether")
	flags.BoolVar(&f.json, "json", false, "print one JSON object a line for each change")
	flags.BoolVar(&f.exitCode, "exit-code", false, "end with status 1 when something differs")
	must(cmd.MarkFlagDirname("content"))
	cmd.MarkFlagsMutuallyExclusive("all", "substantive")
	return cmd
}

// twoStates is for verbs that take two states of a book at most.
func twoStates(_ *cobra.Command, args []string) error {
	if len(args) > 2 {
		return fmt.Errorf("diff takes two states, not %d", len(args))
	}
	for _, a := range args {
		if a == "" {
			return errors.New("the name of a state is empty")
		}
	}
	return nil
}

// differences prints what differs.
func (p *program) differences(list []generator.Difference, f diffFlags) error {
	w := bufio.NewWriter(p.Stdout)
	r := diffReport{w: w, colour: p.StdoutTerminal && p.mayColour()}
	minor := 0
	for i := range list {
		d := &list[i]
		if d.Minor {
			minor++
		}
		switch {
		case d.Minor && f.substantive:
		case f.json:
			if err := d.PrintJSON(w); err != nil {
				return fmt.Errorf("print the changes: %w", err)
			}
		case !d.Minor || f.all:
			r.change(d)
		}
	}
	if !f.json {
		r.sum(len(list)-minor, minor, f)
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("print the changes: %w", err)
	}
	if f.exitCode && (len(list) > minor || minor > 0 && !f.substantive) {
		return errContent // all that is to be said has been
	}
	return nil
}

// diffReport writes changes for people, page by page.
type diffReport struct {
	w      *bufio.Writer
	colour bool
	page   string
	minor  bool
	begun  bool
}

func (r *diffReport) change(d *generator.Difference) {
	if d.Minor && !r.minor {
		r.blank()
		fmt.Fprintln(r.w, r.paint("1", "Wording only"))
		r.page = ""
	}
	if !r.begun || d.Page != r.page || d.Minor != r.minor {
		r.blank()
		title := d.Page
		if d.Title != "" && d.Title != d.Page {
			title = d.Title + " (" + d.Page + ")"
		}
		fmt.Fprintln(r.w, r.paint("1", visible(title)))
	}
	r.begun, r.page, r.minor = true, d.Page, d.Minor
	label := d.What + " " + d.Kind
	if d.Note != "" {
		label += ", " + visible(d.Note)
	}
	fmt.Fprintf(r.w, "  %s\n", label)
	for _, line := range wrapped(r.words(d), columns-4) {
		fmt.Fprintf(r.w, "    %s\n", line)
	}
}

func (r *diffReport) blank() {
	if r.begun {
		fmt.Fprintln(r.w)
	}
	r.begun = true
}

// words is the text of a change with what was taken out and put in marked, as git does.
func (r *diffReport) words(d *generator.Difference) string {
	if d.Was == "" || d.Now == "" {
		return visible(d.Was + d.Now)
	}
	var b strings.Builder
	for _, w := range d.Words {
		text := seen(w.Text)
		switch {
		case w.Was == w.Now:
			b.WriteString(text)
		case w.Was:
			b.WriteString(r.paint("31", "[-"+text+"-]"))
		default:
			b.WriteString(r.paint("32", "{+"+text+"+}"))
		}
	}
	return b.String()
}

// seen is visible with the blanks at either end, which part words here.
func seen(text string) string {
	words := strings.TrimSpace(text)
	if words == "" {
		return text
	}
	before, after, _ := strings.Cut(text, words)
	return before + visible(words) + after
}

func (r *diffReport) paint(colour, text string) string {
	if !r.colour {
		return text
	}
	return "\x1b[" + colour + "m" + text + "\x1b[0m"
}

// sum is the last line: "3 changes of substance, 2 of wording (--all lists them)".
func (r *diffReport) sum(substantive, minor int, f diffFlags) {
	if f.substantive {
		minor = 0
	}
	if substantive+minor == 0 {
		fmt.Fprintln(r.w, "nothing differs")
		return
	}
	r.blank()
	line := count(substantive, "change") + " of substance"
	if minor > 0 {
		line += fmt.Sprintf(", %d of wording", minor)
		if !f.all {
			line += " (--all lists them)"
		}
	}
	fmt.Fprintln(r.w, line)
}
