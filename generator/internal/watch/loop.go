package watch

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/fsnotify/fsnotify"
)

// many is how many paths a Look lists; beyond that it is cheaper to look at everything.
const many = 4096

// burst is what came in since the last Look was taken.
type burst struct {
	paths map[string]struct{}
	all   bool
	dirty bool      // something came in that no timer waits for yet
	since time.Time // when waiting began; zero when nothing waits
	ready *Look     // what may go out now
}

func (b *burst) add(path string) {
	b.dirty = true
	if len(b.paths) >= many {
		b.all = true
		return
	}
	if b.paths == nil {
		b.paths = map[string]struct{}{}
	}
	b.paths[path] = struct{}{}
}

func (b *burst) everything() { b.dirty, b.all = true, true }

// wait says how long from now the burst may still go on.
func (b *burst) wait(now time.Time, quiet, limit time.Duration) time.Duration {
	b.dirty, b.ready = false, nil
	if b.since.IsZero() {
		b.since = now
	}
	return max(0, min(quiet, limit-now.Sub(b.since)))
}

// end makes the Look. What comes later joins it until it is taken, after a wait of its own.
func (b *burst) end(links bool) {
	b.since = time.Time{}
	b.ready = &Look{Paths: slices.Sorted(maps.Keys(b.paths)), All: b.all || links}
}

// loop is the watcher's one goroutine; all state is its own.
func (w *Watcher) loop() {
	defer close(w.gone)
	defer close(w.c)
	defer w.shut()
	quiet := time.NewTimer(time.Hour)
	defer quiet.Stop()
	beat := time.NewTimer(w.o.PollEvery)
	defer beat.Stop()
	for {
		if w.b.dirty {
			quiet.Reset(w.b.wait(time.Now(), w.o.Quiet, w.o.Max))
		}
		var events <-chan fsnotify.Event
		var faults <-chan error
		if w.n != nil {
			events, faults = w.n.streams()
		}
		var out chan Look
		var look Look
		if w.b.ready != nil {
			out, look = w.c, *w.b.ready
		}
		select {
		case <-w.stop:
			return
		case e, ok := <-events:
			if ok {
				w.event(e)
			} else {
				w.fault(errors.New("the system closed the watch"))
			}
		case err := <-faults:
			w.fault(err)
		case <-quiet.C:
			w.b.end(w.links)
			select { // whoever waits comes before the next event, or a long burst would be passed on late
			case w.c <- *w.b.ready:
				w.b = burst{}
			default:
			}
		case <-beat.C:
			beat.Reset(w.check())
		case out <- look:
			w.b = burst{}
		}
	}
}

// event takes a path from the system. What happened there matters only to the watches themselves.
func (w *Watcher) event(e fsnotify.Event) {
	if e.Name == "" {
		return
	}
	w.faults = 0
	path := filepath.Clean(e.Name)
	if _, watched := w.dirs[path]; watched && e.Has(fsnotify.Remove|fsnotify.Rename|fsnotify.Create) {
		// What lay below is gone or elsewhere, and need not be told of one by one.
		if w.forget(path) {
			w.b.everything()
		}
	}
	if w.inside(path) && e.Has(fsnotify.Create|fsnotify.Chmod) {
		w.appeared(path)
	}
	for _, r := range w.roots {
		if r.below(path) {
			w.settle(r)
		}
	}
}

// appeared looks at what stands at a path that is new or whose permissions changed.
func (w *Watcher) appeared(path string) {
	info, err := os.Lstat(path)
	switch {
	case err != nil:
	case info.Mode()&os.ModeSymlink != 0:
		w.links = true
	case info.IsDir() && !w.dirs[path]:
		w.enter(path)
	}
}

// fault deals with a failure while watching: begin again, and give up on the system when that does not help.
func (w *Watcher) fault(err error) {
	w.faults++
	w.b.everything()
	if w.faults > 3 {
		w.fall(err)
		return
	}
	w.shut()
	w.start()
}

// check is done at every beat and returns the time until the next: roots for which no event came, and
// everything while polling.
func (w *Watcher) check() time.Duration {
	for _, r := range w.roots {
		w.settle(r)
	}
	if !w.polling {
		return w.o.PollEvery
	}
	begin := time.Now()
	w.compare()
	return max(w.o.PollEvery, 20*time.Since(begin))
}
