package generator

import (
	"cmp"
	"context"
	"io/fs"
	"path/filepath"
	"sync"
	"time"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/memo"
	"briefbook/generator/internal/preview"
	"briefbook/generator/internal/watch"
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

	show := &show{g: g, good: map[string][]byte{}}
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

	goodMu sync.Mutex
	good   map[string][]byte // the last version of each page that could be made
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
			delete(s.good, path)
		}
	}
	s.list = files.byID
	return Summary{Pages: pages(files.list)}, g.store.Diagnostics()
}

func fileKey(path string) memo.Key { return memo.Key{Kind: kindFile, Name: path} }

// File implements preview.Book. When a page cannot be made any more its last good version is given with the
// error.
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
	s.goodMu.Lock()
	defer s.goodMu.Unlock()
	if m.err != nil {
		return s.good[path], true, m.err
	}
	s.good[path] = m.data
	return m.data, true, nil
}
