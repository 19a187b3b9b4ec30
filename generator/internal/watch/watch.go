// Package watch says "look again", and where. It is the only importer of fsnotify.
//
// A Watcher is given roots, folders or single files, and tells of places at or below them that may differ from
// the last time anybody looked. It never tells what happened there: created, written, renamed and deleted are
// all the same to it, because what the system reports about them differs between platforms, editors and file
// systems, and whoever trusts it is wrong sooner or later. Whoever hears a [Look] reads the files again and
// compares.
//
// How a change flows: the system's events come in; each names a path; the path is kept if it lies in a root and
// is not skipped. When nothing has come for [Options.Quiet] the burst has ended and one Look goes out. A burst
// that does not end (a checkout of ten thousand files) is passed on every [Options.Max] meanwhile. If nobody
// takes the Look, it waits and grows; nothing is lost.
//
// What it takes care of, so that nobody else has to:
//
//   - Folders are watched with everything below them. A folder that appears is watched first and listed then,
//     and its listing is reported, for files may have been made before the watch stood.
//   - A root may be missing, may come, go and come back, alone or with the folders above it, and may be a
//     symbolic link. The nearest existing folder above each root is watched as well, and each root is looked
//     at every [Options.PollEvery] for the cases that no event tells of.
//   - Lost events (the system's queue overflows) are a Look at everything.
//   - Where the system refuses to watch (limits, no support), everything is polled instead, and
//     [Watcher.Notice] says so in words for the author. Network and shared file systems, which keep silent
//     about what other machines change, are watched and polled.
//
// What it refuses: following symbolic links below a root to places outside of the roots; comparing contents.
//
//	w, err := watch.New(watch.Options{Roots: []string{"content", "layouts"}})
//	if err != nil {
//		return err
//	}
//	defer w.Close()
//	for look := range w.C {
//		rebuild(look.Paths, look.All)
//	}
package watch

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Options say what to watch and how patiently. Zero durations have useful defaults.
type Options struct {
	// Roots are folders or files. They need not exist.
	Roots []string
	// Skip reports paths to leave out, together with all below them; roots themselves are never skipped. It is
	// given paths as a Look would spell them and is called by one goroutine at a time. nil skips nothing.
	Skip func(path string) bool
	// Quiet is how long nothing must happen before a burst has ended: 8 ms by default.
	Quiet time.Duration
	// Max is how long a burst may last before it is passed on in parts: 150 ms by default.
	Max time.Duration
	// PollEvery is how often roots are looked at, and how often everything is while polling: 500 ms by default.
	// Big trees are polled more slowly, so that polling takes at most a twentieth of one core.
	PollEvery time.Duration

	open   func() (notifier, error)
	remote func(path string) bool
}

// A Look says where to look again.
type Look struct {
	// Paths are the places that may differ, sorted, each spelled as its root was given in Options and continued
	// with the system's separator. A folder stands for everything below it.
	Paths []string
	// All means that anything in any root may differ; Paths may hold what is known nevertheless.
	All bool
}

// A Watcher watches until it is closed.
type Watcher struct {
	// C gives the looks, one after the other, and is closed after Close.
	C <-chan Look

	c      chan Look
	stop   chan struct{}
	once   sync.Once
	gone   chan struct{}
	notice atomic.Pointer[string]

	// What follows belongs to the loop.
	o       Options
	roots   []*root
	n       notifier        // nil while only polling
	dirs    map[string]bool // watched folders; true when with everything below, false when only for a root in it
	links   bool            // there are links below a root: a place may be reached by another name
	faults  int             // failures in a row
	polling bool
	seen    snapshot
	b       burst
}

// New starts to watch. When it returns every later change will be told. The error is one of options only: what
// the system cannot do leads to polling and a Notice.
func New(o Options) (*Watcher, error) {
	if len(o.Roots) == 0 {
		return nil, errors.New("watch: no roots")
	}
	o.Quiet = orDefault(o.Quiet, 8*time.Millisecond)
	o.Max = orDefault(o.Max, 150*time.Millisecond)
	o.PollEvery = orDefault(o.PollEvery, 500*time.Millisecond)
	if o.open == nil {
		o.open = openSystem
	}
	if o.remote == nil {
		o.remote = isRemote
	}
	w := &Watcher{o: o, c: make(chan Look), stop: make(chan struct{}), gone: make(chan struct{}), dirs: map[string]bool{}}
	w.C = w.c
	for _, name := range o.Roots {
		abs, err := filepath.Abs(name)
		if err != nil {
			return nil, fmt.Errorf("find the root %s: %w", name, err)
		}
		w.roots = append(w.roots, &root{name: filepath.Clean(name), abs: abs})
	}
	w.start()
	w.b = burst{} // nobody has looked yet, so nothing differs
	go w.loop()
	return w, nil
}

func orDefault(d, def time.Duration) time.Duration {
	if d > 0 {
		return d
	}
	return def
}

// Notice says in a sentence for the author what is not as it should be: "" when the system tells of every
// change. It may change when a Look with All is given.
func (w *Watcher) Notice() string {
	if p := w.notice.Load(); p != nil {
		return *p
	}
	return ""
}

// Close stops watching, waits for the watcher's goroutines and closes C. It may be called more than once.
func (w *Watcher) Close() error {
	w.once.Do(func() { close(w.stop) })
	<-w.gone
	return nil
}

// root is a folder or file that somebody asked to watch.
type root struct {
	name   string // as reported
	abs    string // as watched
	anchor string // nearest existing folder above it
	stamp  identity
}

// spell gives an absolute path as it is reported for this root, and whether it lies in it.
func (r *root) spell(path string) (string, bool) {
	if path == r.abs {
		return r.name, true
	}
	rest, ok := strings.CutPrefix(path, withSeparator(r.abs))
	if !ok {
		return "", false
	}
	return filepath.Join(r.name, rest), true
}

// below reports whether the root is path or lies in it.
func (r *root) below(path string) bool {
	return path == r.abs || strings.HasPrefix(r.abs, withSeparator(path))
}

func withSeparator(path string) string {
	if strings.HasSuffix(path, string(filepath.Separator)) {
		return path
	}
	return path + string(filepath.Separator)
}
