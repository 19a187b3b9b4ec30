package main

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"briefbook/generator"
)

// starter is the book that init writes. A name that begins with "dot-" stands for one that begins with a dot:
// as it is, it must not act on the repository of briefbook itself.
//
//go:embed all:starter
var starter embed.FS

func (p *program) init() *cobra.Command {
	return &cobra.Command{
		Use:   "init DIR",
		Short: "write a small working book to begin with",
		Long: `init writes a small working book into DIR: one page of each kind with comments,
the workflow for GitHub Pages, a .gitignore and a README. It replaces no file:
when one is in the way, nothing is written.`,
		Example: `  briefbook init my-book`,
		Args:    oneFolder,
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		RunE: p.verb(func(_ context.Context, args []string) error { return p.begin(args[0]) }),
	}
}

// oneFolder is for verbs that take a folder.
func oneFolder(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return fmt.Errorf("%s needs a folder", cmd.Name())
	case len(args) > 1:
		return fmt.Errorf("%s takes one folder, not %d", cmd.Name(), len(args))
	}
	return nil
}

// begin writes the starter book into the folder that the user calls name.
func (p *program) begin(name string) error {
	dir := p.path(name)
	files, err := starterFiles()
	if err != nil {
		return err
	}
	for _, f := range files {
		if _, err := os.Lstat(filepath.Join(dir, f.name)); err == nil {
			return fmt.Errorf("%w: %s is in the way, nothing is written", generator.ErrUsage, filepath.Join(name, f.name))
		} else if !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("look for %s: %w", f.name, err)
		}
	}
	for _, f := range files {
		if err := writeNew(filepath.Join(dir, f.name), f.text); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(p.Stdout, `%d files in %s

  cd %s
  briefbook serve     read the book while you write it
  briefbook build     make it, into public/

README.md says what each file is for and how to publish the book.
`, len(files), name, name)
	return err
}

type starterFile struct {
	name string // of the operating system, relative to the folder of the book
	text []byte
}

func starterFiles() (files []starterFile, err error) {
	err = fs.WalkDir(starter, "starter", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := starter.ReadFile(name)
		if err != nil {
			return err
		}
		name = strings.TrimPrefix(name, "starter/")
		if rest, ok := strings.CutPrefix(name, "dot-"); ok {
			name = "." + rest
		}
		files = append(files, starterFile{filepath.FromSlash(name), text})
		return nil
	})
	return files, err
}

// writeNew writes a file that was not there, and its folders.
func writeNew(name string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return fmt.Errorf("make the folder: %w", err)
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return fmt.Errorf("write the book: %w", err)
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Close())
}
