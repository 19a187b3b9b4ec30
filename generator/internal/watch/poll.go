package watch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"time"
)

// fall gives up on the system's events: from now on everything is polled.
func (w *Watcher) fall(err error) {
	w.shut()
	w.b.everything()
	w.say(fmt.Sprintf("%s: looking every %s instead", reason(err), seconds(w.o.PollEvery)))
	if !w.polling {
		w.polling = true
		w.seen = w.snapshot()
	}
}

// pollToo polls beside the events of a file system that tells only half.
func (w *Watcher) pollToo() {
	if w.polling {
		return
	}
	w.say("the files lie on a network or shared file system, which does not tell of every change: also looking every " +
		seconds(w.o.PollEvery))
	w.polling = true
	w.seen = w.snapshot()
}

func (w *Watcher) say(notice string) { w.notice.Store(&notice) }

func seconds(d time.Duration) string { return fmt.Sprintf("%.3g s", d.Seconds()) }

// reason says why the system does not watch, with the setting that an author can raise.
func reason(err error) string {
	linux := runtime.GOOS == "linux"
	switch {
	case linux && errors.Is(err, syscall.ENOSPC):
		return "the system's watch limit is reached (fs.inotify.max_user_watches)"
	case linux && errors.Is(err, syscall.EMFILE):
		return "the system's limit of watching programs is reached (fs.inotify.max_user_instances)"
	case errors.Is(err, syscall.EMFILE), errors.Is(err, syscall.ENFILE):
		return "the system's limit of open files is reached (ulimit -n)"
	}
	return fmt.Sprintf("changes cannot be watched (%v)", err)
}

// snapshot is what polling remembers of everything in the roots, by absolute path.
type snapshot map[string]stamp

type stamp struct {
	size, changed int64
	mode          fs.FileMode
}

func (w *Watcher) snapshot() snapshot {
	s := make(snapshot, len(w.seen))
	for _, r := range w.roots {
		if info, err := os.Stat(r.abs); err == nil {
			w.visit(s, r.abs, info)
		}
	}
	return s
}

// visit puts a path, and what lies below a folder, into the snapshot.
func (w *Watcher) visit(s snapshot, path string, info fs.FileInfo) {
	if _, done := s[path]; done {
		return
	}
	s[path] = stamp{info.Size(), info.ModTime().UnixNano(), info.Mode()}
	if !info.IsDir() {
		return
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return
	}
	for _, e := range entries {
		below := filepath.Join(path, e.Name())
		if w.skipped(below) {
			continue
		}
		if info, err := e.Info(); err == nil {
			w.visit(s, below, info)
		}
	}
}

// skipped reports whether every root that path lies in leaves it out.
func (w *Watcher) skipped(path string) bool {
	if w.o.Skip == nil {
		return false
	}
	for _, r := range w.roots {
		if name, ok := r.spell(path); ok && (path == r.abs || !w.o.Skip(name)) {
			return false
		}
	}
	return true
}

// compare notes what differs from the last snapshot. Times and sizes do not show everything, so a difference
// anywhere asks for a look at all.
func (w *Watcher) compare() {
	now := w.snapshot()
	for path, s := range now {
		if old, ok := w.seen[path]; !ok || old != s {
			w.inside(path)
			w.b.everything()
		}
	}
	for path := range w.seen {
		if _, ok := now[path]; !ok {
			w.inside(path)
			w.b.everything()
		}
	}
	w.seen = now
}
