package generator

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/memo"
	"briefbook/generator/internal/preview"
	"briefbook/generator/internal/watch"
	"briefbook/layouts"
)

// PreviewOptions say how to show a book while it is written.
type PreviewOptions struct {
	Port   int                         // on 127.0.0.1; 0 = any free
	Ready  func(url string)            // called once, when pages can be had
	Round  func(Summary, []Diagnostic) // called after every round, the first included; Seconds is its length
	Notice func(text string)           // called when something is not as usual: watching by polling, for one
}

// Preview serves the book on the loopback interface and follows every save until ctx ends. Pages are made when
// they are asked for; open ones change in place.
func (g *Generator) Preview(ctx context.Context, o PreviewOptions) error {
	listener, err := preview.Listen(o.Port)
	if err != nil {
		return err
	}
	defer listener.Close()
	// Watching begins before reading, so that no save falls between.
	w, err := watch.New(watch.Options{Roots: g.roots(), Skip: g.skip})
	if err != nil {
		return err
	}
	defer w.Close()

	show := newShow(g)
	server := preview.New(show, preview.Options{})
	tell := func(names []string) {
		start := time.Now()
		sum, diags := show.round(ctx, names)
		server.Refresh(diags)
		if o.Round != nil {
			o.Round(tally(sum, diags, start), diags)
		}
	}
	tell(nil)
	if o.Ready != nil {
		o.Ready("http://" + listener.Addr().String() + "/")
	}
	served := make(chan error, 1)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go func() { served <- server.Serve(ctx, listener) }()

	notice := ""
	for {
		if now := w.Notice(); now != notice && o.Notice != nil {
			notice = now
			o.Notice(cmp.Or(now, "watching again"))
		}
		select {
		case err := <-served:
			return err
		case look := <-w.C:
			tell(g.places(look))
		case <-show.news:
			tell([]string{})
		}
	}
}

// roots are the folders a preview watches.
func (g *Generator) roots() []string {
	return []string{g.o.Content, g.o.Originals, g.o.Layouts}
}

// skip says which places under the roots are nobody's content: version control and the output.
func (g *Generator) skip(place string) bool {
	if filepath.Base(place) == ".git" {
		return true
	}
	out, err := filepath.Abs(g.o.Out)
	if err != nil {
		return false
	}
	at, err := filepath.Abs(place)
	return err == nil && at == out
}

// places turns what the watcher says into names on the disk; nil means everywhere.
func (g *Generator) places(look watch.Look) []string {
	if look.All {
		return memo.Everywhere
	}
	names := []string{}
	for _, p := range look.Paths {
		if name, ok := g.disk.Name(filepath.Clean(p)); ok {
			names = append(names, name)
		}
	}
	return names
}

// A show is the book as the preview asks for it. A round has it for itself; between rounds any number of
// readers ask at once.
type show struct {
	g  *Generator
	mu sync.RWMutex

	list map[string]book.File

	brokenMu sync.Mutex
	broken   map[string]diag.Diagnostic // why a page cannot be made that a layout fails only now
	news     chan struct{}              // holds one when broken has changed
}

func newShow(g *Generator) *show {
	return &show{g: g, broken: map[string]diag.Diagnostic{}, news: make(chan struct{}, 1)}
}

// round brings the graph up to date with the files.
func (s *show) round(ctx context.Context, names []string) (Summary, []Diagnostic) {
	s.mu.Lock()
	defer s.mu.Unlock()
	g := s.g
	if s.list == nil {
		// The first time there is nothing to compare; ctx ends it early, and then nobody looks at the result.
		_ = g.settle(ctx, nil)
	} else {
		g.store.Look(names)
	}
	files := memo.Ask(g.store, memo.Key{Kind: kindFiles}, g.steps.files)
	for path := range s.list {
		if _, still := files.byID[path]; !still {
			g.store.Drop(fileKey(path))
			delete(s.broken, path)
		}
	}
	s.list = files.byID
	return Summary{Pages: pages(files.list)}, s.diagnostics()
}

// diagnostics are those of the graph and of the pages that could not be made when they were asked for.
func (s *show) diagnostics() []Diagnostic {
	all := s.g.store.Diagnostics()
	if slices.ContainsFunc(all, isLayout) {
		return all
	}
	s.brokenMu.Lock()
	defer s.brokenMu.Unlock()
	for _, d := range s.broken {
		all = append(all, d)
	}
	return diag.Sort(all)
}

func fileKey(path string) memo.Key { return memo.Key{Kind: kindFile, Name: path} }

// File implements preview.Book. That a layout keeps a page from being made is news for the author: it shows only
// when somebody asks.
func (s *show) File(path string) (data []byte, ok bool, err error) {
	if !fs.ValidPath(path) {
		return nil, false, nil
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	f, ok := s.list[path]
	if !ok {
		return nil, false, nil
	}
	m := memo.Ask(s.g.store, fileKey(path), s.g.steps.make(f))
	s.brokenMu.Lock()
	defer s.brokenMu.Unlock()
	was, before := s.broken[path]
	delete(s.broken, path)
	var wrong *layouts.Error
	if errors.As(m.err, &wrong) {
		s.broken[path] = mistake(s.g.store.Outside(), wrong)
	}
	if now, after := s.broken[path]; before != after || was != now {
		select {
		case s.news <- struct{}{}:
		default:
		}
	}
	return m.data, true, m.err
}
