package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"briefbook/generator"
)

// The exit statuses.
const (
	statusOK     = 0
	statusErrors = 1 // in the content, or of the machine
	statusUsage  = 2
)

// errContent says that a verb has reported errors in the content; there is no more to print.
var errContent = errors.New("the content has errors")

// A program is one call of briefbook.
type program struct {
	env
	begun bool // a verb has taken over: what fails now is not its usage

	cpuProfile, memProfile string
}

// run does what args say and returns the exit status. It neither reads nor changes anything of the process.
func run(ctx context.Context, e env, args []string) int {
	p := &program{env: e}
	root := p.root()
	root.SetArgs(slices.Concat([]string{}, args)) // nil would mean the arguments of the process
	cmd, err := root.ExecuteContextC(ctx)
	switch {
	case err == nil:
		return statusOK
	case errors.Is(err, errContent):
		return statusErrors
	case !p.begun:
		p.complain(err, usageHint(cmd, args))
		return statusUsage
	case ctx.Err() != nil && errors.Is(err, ctx.Err()):
		p.complain(errors.New("interrupted"), "")
		return statusErrors
	}
	p.complain(err, hint(err))
	if errors.Is(err, generator.ErrUsage) {
		return statusUsage
	}
	return statusErrors
}

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "briefbook",
		Short: "make a briefing book in which every statement leads to its source",
		Long: `briefbook makes a briefing book from a folder of source articles and hand-written
notes: a linked static site and a print page in which every statement leads to a
numbered paragraph of its source.

Exit status: 0, or 1 for errors in the content or a failure of the machine, or
2 for wrong usage.

Environment:
  BRIEFBOOK_CACHE  folder that remembers the last build, "off" for none
  NO_COLOR         when set, no colour on terminals`,
		Example: `  briefbook init my-book
  cd my-book
  briefbook serve`,
		SilenceErrors:      true,
		SilenceUsage:       true,
		DisableSuggestions: true, // usageHint makes them
	}
	root.SuggestionsMinimumDistance = 2
	root.SetIn(p.Stdin)
	root.SetOut(p.Stdout)
	root.SetErr(p.Stderr)
	flags := root.PersistentFlags()
	flags.StringVar(&p.cpuProfile, "cpuprofile", "", "write a CPU profile to `FILE`")
	flags.StringVar(&p.memProfile, "memprofile", "", "write a memory profile to `FILE`")
	for _, name := range []string{"cpuprofile", "memprofile"} {
		must(flags.MarkHidden(name))
	}
	root.AddCommand(p.build(), p.serve(), p.check(), p.imports(), p.export(), p.diff(), p.record(), p.init(), p.version(), p.man(root))
	return root
}

// verb is what a command runs: do, with the profiles that were asked for.
func (p *program) verb(do func(ctx context.Context, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		p.begun = true
		stop, err := p.profile()
		if err != nil {
			return err
		}
		return errors.Join(do(cmd.Context(), args), stop())
	}
}

// complain prints a failure and what to do about it.
func (p *program) complain(err error, hint string) {
	fmt.Fprintf(p.Stderr, "briefbook: %s\n", strings.TrimPrefix(err.Error(), generator.ErrUsage.Error()+": "))
	if hint != "" {
		fmt.Fprintf(p.Stderr, "  hint: %s\n", hint)
	}
}

// hint says what to do about a failure, "" when the failure says it all.
func hint(err error) string {
	switch usage := errors.Is(err, generator.ErrUsage); {
	case errors.Is(err, generator.ErrNoRevision):
		return "name two folders, or revisions of the repository that holds the book; \"git log --oneline content\" lists them"
	case errors.Is(err, generator.ErrNoGit):
		return "install git, or name two folders"
	case errors.Is(err, generator.ErrNoEarlier):
		return `name what to compare with: "briefbook diff OLD"; "briefbook record" puts an edition on record`
	case errors.Is(err, generator.ErrRecorded):
		return "give the edition of book.yaml another name, or put this one in its place with --replace"
	case errors.Is(err, generator.ErrNoBook):
		return `name the content folder of a book with --into, or begin one with "briefbook init DIR"`
	case usage && errors.Is(err, fs.ErrNotExist):
		return `run this in the folder that holds content/, name it with --content, or begin with "briefbook init DIR"`
	case errors.Is(err, syscall.EADDRINUSE):
		return "another program has this port; --port 0 takes any free one"
	case errors.Is(err, generator.ErrNoEntry):
		return "what was imported until now stands; make room, or see who may write there, and import again"
	case errors.Is(err, syscall.ENOSPC) && !strings.Contains(err.Error(), os.Stdout.Name()): // which is not the book
		return "the last book still stands; make room and build again"
	case errors.Is(err, syscall.EROFS), !usage && errors.Is(err, fs.ErrPermission):
		return "look who owns the folder and may write there"
	}
	return ""
}

func usageHint(cmd *cobra.Command, args []string) string {
	if !cmd.HasParent() && len(args) > 0 {
		if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
			return fmt.Sprintf("did you mean %q?", near[0])
		}
	}
	return fmt.Sprintf("try %q", cmd.CommandPath()+" --help")
}

// noArguments is for verbs that take flags only.
func noArguments(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("unexpected argument %q", args[0])
	}
	return nil
}

// must is for errors that only a mistake in this program can cause.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
