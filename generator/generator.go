package generator

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/intake"
	"briefbook/generator/internal/markdown"
	"briefbook/generator/internal/memo"
	"briefbook/generator/internal/print"
	"briefbook/generator/internal/sink"
	"briefbook/generator/internal/site"
	"briefbook/layouts"
)

// Edition says for whom a book is made.
type Edition = book.Edition

// The editions.
const (
	Public   = book.Public
	Internal = book.Internal
)

// Diagnostic is one message to the author. Its Print and PrintJSON methods write it out.
type Diagnostic = diag.Diagnostic

// The levels of a diagnostic.
const (
	Info    = diag.Info
	Warning = diag.Warning
	Error   = diag.Error
)

// Options say what to build from where. The zero value builds the public edition of ./content into ./public.
type Options struct {
	Content   string  // folder of the book; "content"
	Out       string  // output folder; "public", or ".internal" for the internal edition
	Originals string  // folder of captured texts; Content/originals
	Layouts   string  // folder whose files replace the built-in layouts, if it exists; "layouts" beside Content
	Edition   Edition // Public
	BaseURL   string  // absolute address of the book; that of book.yaml
	Cache     string  // folder that remembers the last build; "" forgets
}

// Summary counts what a build did.
type Summary struct {
	Pages     int     `json:"pages"` // HTML pages of the book
	Written   int     `json:"written"`
	Unchanged int     `json:"unchanged"`
	Deleted   int     `json:"deleted"`
	Errors    int     `json:"errors"`
	Warnings  int     `json:"warnings"`
	Seconds   float64 `json:"seconds"`
}

// Progress says how far a stage has come.
type Progress struct {
	Stage       string // "reading", "writing"
	Done, Total int    // Total is 0 when there is nothing to count
}

// ErrUsage marks an error that the caller's options cause.
var ErrUsage = errors.New("unusable options")

// A Generator builds one book. It may be used again; a build in progress must end first.
type Generator struct {
	o     Options
	disk  *intake.Disk
	steps *steps
	store *memo.Store
	used  bool // the store knows an earlier state of the files
}

// New returns a Generator, or an error that says which option cannot be used.
func New(o Options) (*Generator, error) {
	o, err := o.complete()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUsage, err)
	}
	disk := intake.NewDisk(map[string]string{"content": o.Content, "originals": o.Originals, "layouts": o.Layouts})
	s := &steps{edition: o.Edition, baseURL: o.BaseURL, parser: markdown.New()}
	s.outputs = []book.Output{print.Files, site.Files, s.captures}
	return &Generator{o: o, disk: disk, store: memo.New(disk, lazy), steps: s}, nil
}

// complete fills in defaults and refuses what cannot be used.
func (o Options) complete() (Options, error) {
	o.Content = cmp.Or(o.Content, "content")
	o.Originals = cmp.Or(o.Originals, filepath.Join(o.Content, "originals"))
	o.Layouts = cmp.Or(o.Layouts, filepath.Join(filepath.Dir(filepath.Clean(o.Content)), "layouts"))
	o.Edition = cmp.Or(o.Edition, Public)
	switch o.Edition {
	case Public:
		o.Out = cmp.Or(o.Out, "public")
	case Internal:
		o.Out = cmp.Or(o.Out, ".internal")
		if err := unpublished(filepath.Base(filepath.Clean(o.Out))); err != nil {
			return o, err
		}
	default:
		return o, fmt.Errorf("the edition is public or internal, not %q", o.Edition)
	}
	base, err := intake.BaseURL(o.BaseURL)
	if err != nil {
		return o, fmt.Errorf("base URL %q: %w", o.BaseURL, err)
	}
	o.BaseURL = base
	info, err := os.Stat(o.Content)
	if err == nil && !info.IsDir() {
		err = errors.New("not a folder")
	}
	if err != nil {
		return o, fmt.Errorf("content folder %s: %w", o.Content, cause(err))
	}
	return o, nil
}

// Check reports what Build would report and writes nothing.
func (g *Generator) Check(ctx context.Context, progress func(Progress)) (Summary, []Diagnostic, error) {
	start := time.Now()
	if err := g.settle(ctx, progress); err != nil {
		return Summary{}, nil, err
	}
	list, diags, err := g.render(ctx, progress, func(string) output { return nowhere{} })
	if err != nil && !errors.Is(err, errLayout) && !errors.Is(err, errLeak) {
		return Summary{}, diags, err
	}
	return tally(Summary{Pages: pages(list)}, diags, start), diags, nil
}

// mark is what every page of a book says of how it was made; by it a copy of a book is known that has lost its
// manifest.
var mark = []byte(`<meta name="generator" content="briefbook">`)

// patience is how long a build waits for another that writes to the same output.
const patience = 10 * time.Second

// Build makes the book and publishes it in one step: either all of it replaces the last one, or nothing does.
// Mistakes in the content are diagnostics and do not keep the book from being made; a layout that cannot be
// used does, and so do words of a source that may not be published.
func (g *Generator) Build(ctx context.Context, progress func(Progress)) (Summary, []Diagnostic, error) {
	start := time.Now()
	if err := g.o.apart(); err != nil {
		return Summary{}, nil, fmt.Errorf("%w: %w", ErrUsage, err)
	}
	out, err := sink.Open(g.o.Out, sink.Options{Edition: g.o.Edition, Mark: mark, Wait: patience})
	if err != nil {
		return Summary{}, nil, err
	}
	defer out.Discard()
	if last, ok := g.recall(out); ok {
		return tally(last.summary(), last.Diagnostics, start), last.Diagnostics, nil
	}
	if err := g.settle(ctx, progress); err != nil {
		return Summary{}, nil, err
	}
	list, diags, err := g.render(ctx, progress, func(path string) output { return newSpill(out, path) })
	switch {
	case errors.Is(err, errLayout), errors.Is(err, errLeak):
		return tally(Summary{}, diags, start), diags, nil
	case err != nil:
		return Summary{}, diags, err
	}
	report, err := out.Commit()
	if err != nil {
		return Summary{}, diags, err
	}
	sum := Summary{Pages: pages(list), Written: report.Written, Unchanged: report.Unchanged, Deleted: report.Deleted}
	g.remember(out, sum, diags)
	return tally(sum, diags, start), diags, nil
}

func tally(s Summary, diags []Diagnostic, start time.Time) Summary {
	s.Errors, s.Warnings = diag.Count(diags)
	s.Seconds = time.Since(start).Seconds()
	return s
}

func pages(list []book.File) int {
	n := 0
	for _, f := range list {
		if filepath.Ext(f.Path) == ".html" {
			n++
		}
	}
	return n
}

// settle brings every step up to the checks up to date. What can be done side by side is.
func (g *Generator) settle(ctx context.Context, progress func(Progress)) error {
	s := g.steps
	if _, err := g.disk.ReadDir("content"); err != nil { // an empty book in place of the last one helps nobody
		return fmt.Errorf("read the content: %w", cause(err))
	}
	if g.used {
		g.store.Look(memo.Everywhere)
	}
	g.used = true
	files := memo.Ask(g.store, s.treeKey(), s.tree).Files
	err := each(ctx, len(files), stage(progress, "reading", len(files)), func(i int) error {
		memo.Prepare(g.store, s.readKey(files[i]), s.read(files[i]))
		return nil
	})
	if err != nil {
		return err
	}
	memo.Ask(g.store, s.outlineKey(), s.outline)
	r := g.store.Outside()
	memo.Ask(g.store, s.refsKey(), s.refs)
	byID := memo.Get(r, s.treeKey(), s.tree).byID
	var made []intake.File
	memo.Get(r, s.outlineKey(), s.outline).All(func(h book.Head) bool {
		made = append(made, byID[h.ID])
		return true
	})
	// The checks ask for the words of all originals: each is cleaned and taken apart before, side by side.
	err = each(ctx, len(made), nil, func(i int) error {
		if f := made[i]; f.Kind == book.Article {
			r := g.store.Outside()
			s.original(r, f.ID)
			memo.Get(r, s.wordsKey(f), s.words(f))
		}
		return nil
	})
	if err != nil {
		return err
	}
	err = each(ctx, len(made), nil, func(i int) error {
		memo.Prepare(g.store, s.checkKey(made[i]), s.check(made[i]))
		return nil
	})
	memo.Ask(g.store, memo.Key{Kind: kindReport}, s.report)
	memo.Ask(g.store, memo.Key{Kind: kindLayouts}, s.layouts)
	return err
}

// name finds who is named on every page, side by side: the lists of entries ask for all of them at once.
func (g *Generator) name(ctx context.Context) error {
	s, r := g.steps, g.store.Outside()
	if len(memo.Get(r, s.gazetteerKey(), s.gazetteer).titles) == 0 {
		return nil
	}
	files := memo.Get(r, s.treeKey(), s.tree)
	var made []intake.File
	s.order(r).All(func(h book.Head) bool {
		made = append(made, files.byID[h.ID])
		return true
	})
	err := each(ctx, len(made), nil, func(i int) error {
		memo.Prepare(g.store, s.namedKey(made[i]), s.named(made[i]))
		return nil
	})
	memo.Get(r, s.rollKey(), s.roll)
	return err
}

func isLayout(d Diagnostic) bool { return d.Code == "layout" }

// errLayout says that a layout keeps pages from being made. What is wrong with it is among the diagnostics.
var errLayout = errors.New("a layout cannot be used")

// render makes every file of the book, into what open gives for its path. It returns the list of files and all
// that is to be told the author.
func (g *Generator) render(ctx context.Context, progress func(Progress), open func(path string) output) ([]book.File, []Diagnostic, error) {
	r := g.store.Outside()
	list := memo.Get(r, memo.Key{Kind: kindFiles}, g.steps.files).list
	if err := g.name(ctx); err != nil {
		return nil, nil, err
	}
	gate := g.steps.guard(r)
	err := each(ctx, len(list), stage(progress, "writing", len(list)), func(i int) error {
		f := list[i]
		lib := library{g.steps, g.store.Outside()}
		w := gate.over(f, lib, open(f.Path))
		if err := f.Write(w, lib); err != nil {
			w.abandon()
			return fmt.Errorf("make %s: %w", f.Path, err)
		}
		return w.Close()
	})
	diags := g.store.Diagnostics()
	var wrong *layouts.Error
	switch {
	case errors.As(err, &wrong):
		if !slices.ContainsFunc(diags, isLayout) { // it parses, but cannot be executed
			diags = diag.Sort(append(diags, mistake(r, wrong)))
		}
		err = errLayout
	case err == nil:
		diags = diag.Sort(append(diags, gate.report(g.steps, g.steps.spills(r))...))
		if slices.ContainsFunc(diags, isLeak) {
			err = errLeak
		}
	}
	return list, diags, err
}

// stage turns a count into calls of progress, at most some hundred in all. A nil progress gives nil.
func stage(progress func(Progress), name string, total int) func(int) {
	if progress == nil {
		return nil
	}
	step := max(total/200, 1)
	return func(n int) {
		if n%step == 0 || n == total {
			progress(Progress{name, n, total})
		}
	}
}

// each calls do for 0 to n-1 on as many goroutines as there are processors and returns the error of the lowest
// number that had one. The numbers are handed out in order.
func each(ctx context.Context, n int, done func(int), do func(int) error) error {
	var (
		next, finished atomic.Int64
		stop           atomic.Bool
		mu             sync.Mutex
		first          = n
		failure        error
		group          sync.WaitGroup
	)
	for range min(runtime.GOMAXPROCS(0), n) {
		group.Go(func() {
			for !stop.Load() && ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if err := do(i); err != nil {
					mu.Lock()
					if i < first {
						first, failure = i, err
					}
					mu.Unlock()
					stop.Store(true)
				}
				if done != nil {
					done(int(finished.Add(1)))
				}
			}
		})
	}
	group.Wait()
	if failure == nil {
		failure = ctx.Err()
	}
	return failure
}
