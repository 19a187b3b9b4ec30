// Command briefbook makes a briefing book from a folder of source articles and hand-written notes.
//
//	briefbook build     content/ → public/, a static site and a print page
//	briefbook serve     the same book on this machine, following every save
//	briefbook check     what build would report, and nothing written
//	briefbook import F… captured files → cards and originals in content/
//	briefbook export    the bibliography as CSL-JSON, BibTeX or RIS
//	briefbook diff A B  what changed between two states of the book
//	briefbook record    the book as it is → an edition on record in content/editions
//	briefbook init DIR  a small working book to begin with
//	briefbook version   which briefbook this is
//
// This room reads arguments, prints, and gives the exit status; all else is done by the package generator. A
// verb is a file here: it turns its flags into [generator.Options], calls the generator, and hands what comes
// back to a [printer]. A flag beats book.yaml, which beats the default; the defaults of flags are decided in
// [bookFlags.options].
//
// Results go to standard output: diagnostics, the summary, the address of a preview, with --json one object a
// line. Progress goes to standard error, only when that is a terminal and the work takes longer than half a
// second; so does what happens during a preview. What the machine cannot do is said in one line, and a second
// one says what to do about it:
//
//	briefbook: content folder content: no such file or directory
//	  hint: run this in the folder that holds content/, or name it with --content
//
// The exit status is 0, or 1 for errors in the content (with --strict, warnings too) and failures of the
// machine, or 2 for wrong usage. NO_COLOR keeps colour off terminals; BRIEFBOOK_CACHE names the folder that
// remembers the last build, "off" for none.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"syscall"
	"time"

	"golang.org/x/term"
)

func main() {
	// Nearly all that is allocated for a book lives as long as the build: collecting more often costs little
	// time and keeps a third less memory.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(60)
	}
	os.Exit(run(untilInterrupted(), system(), os.Args[1:]))
}

// untilInterrupted returns a context that ends with the first Ctrl-C. The second one ends the process.
func untilInterrupted() context.Context {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx
}

// An env is all a verb sees of the machine, apart from the files it is pointed at.
type env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Now            func() time.Time // for progress and previews; nothing of it gets into a book
	Dir            string           // relative names are relative to it; "" is the working directory
	CacheDir       string           // the user's folder for caches, "" when there is none

	// Whether standard output and standard error are terminals.
	StdoutTerminal, StderrTerminal bool
}

func system() env {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = ""
	}
	return env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Getenv: os.Getenv, Now: time.Now, CacheDir: cache,
		StdoutTerminal: term.IsTerminal(int(os.Stdout.Fd())),
		StderrTerminal: term.IsTerminal(int(os.Stderr.Fd())),
	}
}

// path is a name as the user gave it, seen from Dir. An empty name stays empty.
func (e env) path(name string) string {
	if name == "" || e.Dir == "" || filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(e.Dir, name)
}

// cache is the folder that remembers the last build, "" when nothing shall.
func (e env) cache() string {
	switch dir := e.Getenv("BRIEFBOOK_CACHE"); {
	case dir == "off":
		return ""
	case dir != "":
		return e.path(dir)
	case e.CacheDir != "":
		return filepath.Join(e.CacheDir, "briefbook")
	}
	return ""
}
