package watch

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/fsnotify/fsnotify"
)

// notifier is what tells of changes: the system, or a test.
type notifier interface {
	// Add watches one folder, without what is below it.
	Add(path string) error
	Remove(path string) error
	Close() error
	streams() (<-chan fsnotify.Event, <-chan error)
}

// system is fsnotify.
type system struct {
	*fsnotify.Watcher
	faults chan error
}

func openSystem() (notifier, error) {
	n, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	s := system{n, make(chan error, 1)}
	// Errors are sent while a lock is held that Add needs: they must be taken at all times. One is as good as
	// many, for each of them means beginning again.
	go func() {
		for err := range n.Errors {
			select {
			case s.faults <- err:
			default:
			}
		}
	}()
	return s, nil
}

func (s system) streams() (<-chan fsnotify.Event, <-chan error) { return s.Events, s.faults }

// identity tells one file or folder from another that took its name. The zero identity is nothing at all.
type identity struct{ info os.FileInfo }

func identify(path string) identity {
	info, err := os.Stat(path)
	if err != nil {
		return identity{}
	}
	return identity{info}
}

func (i identity) isDir() bool { return i.info != nil && i.info.IsDir() }

func (i identity) same(j identity) bool {
	if i.info == nil || j.info == nil {
		return i.info == j.info
	}
	return os.SameFile(i.info, j.info)
}

// start opens the system's notifier and watches the roots.
func (w *Watcher) start() {
	n, err := w.o.open()
	if err != nil {
		w.fall(err)
		return
	}
	w.n = n
	for _, r := range w.roots {
		r.stamp, r.anchor = identity{}, ""
		w.settle(r)
	}
}

// shut closes the notifier, if any, and with it every watch.
func (w *Watcher) shut() {
	if w.n != nil {
		w.n.Close()
		w.n = nil
	}
	clear(w.dirs)
}

// settle brings the watches of a root in line with what stands there now.
func (w *Watcher) settle(r *root) {
	if w.n == nil {
		return
	}
	w.anchor(r)
	now := identify(r.abs)
	if now.same(r.stamp) && (!now.isDir() || w.dirs[r.abs]) {
		return
	}
	if now.isDir() || r.stamp.isDir() {
		w.b.everything()
	}
	r.stamp = now
	w.forget(r.abs)
	w.anchor(r) // the anchor may have been what stood at the root of another
	w.inside(r.abs)
	if now.isDir() {
		if w.o.remote(r.abs) {
			w.pollToo()
		}
		w.enter(r.abs)
	}
}

// anchor watches the nearest existing folder above a root, where the root would appear.
func (w *Watcher) anchor(r *root) {
	before := r.anchor
	for w.n != nil {
		dir := nearest(r.abs)
		if dir == "" {
			break
		}
		_, watched := w.dirs[dir]
		if !watched && !w.add(dir, false) {
			if _, err := os.Stat(dir); err == nil {
				break // it may not be watched; beats must do
			}
			continue
		}
		r.anchor = dir
		if watched {
			break
		}
		// Look once more: the next folder may have been made before the watch stood.
	}
	if before != r.anchor && before != "" {
		w.release(before)
	}
}

// release gives up a watch that was only an anchor and is nobody's any more.
func (w *Watcher) release(dir string) {
	deep, watched := w.dirs[dir]
	if !watched || deep || w.n == nil {
		return
	}
	for _, r := range w.roots {
		if r.anchor == dir {
			return
		}
	}
	w.n.Remove(dir)
	delete(w.dirs, dir)
}

// nearest is the closest existing folder above path, "" when path is the top.
func nearest(path string) string {
	for dir := filepath.Dir(path); dir != path; path, dir = dir, filepath.Dir(dir) {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return dir
		}
	}
	return ""
}

// enter watches a folder and all below it and notes whatever it finds: it may have been made before the watch
// stood, and nobody has told of it.
func (w *Watcher) enter(dir string) {
	if !w.add(dir, true) {
		return
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		if !w.inside(path) {
			continue
		}
		switch {
		case e.Type()&fs.ModeSymlink != 0:
			w.links = true
		case e.IsDir():
			w.enter(path)
		}
	}
}

// inside notes a path for every root that it lies in and reports whether there was one.
func (w *Watcher) inside(path string) bool {
	inside := false
	for _, r := range w.roots {
		name, ok := r.spell(path)
		if !ok || path != r.abs && w.o.Skip != nil && w.o.Skip(name) {
			continue
		}
		inside = true
		w.b.add(name)
	}
	return inside
}

// add watches one folder and reports whether it is watched. A folder that is gone or closed to us is no
// trouble: the event that would change that is told by the folder above.
func (w *Watcher) add(dir string, deep bool) bool {
	if w.n == nil {
		return false
	}
	err := w.n.Add(dir)
	switch {
	case err == nil:
		w.dirs[dir] = deep || w.dirs[dir]
		return true
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.ENOTDIR):
		return false
	}
	w.fall(err)
	return false
}

// forget gives up the watches at path and below, and reports whether there were any.
func (w *Watcher) forget(path string) bool {
	if _, watched := w.dirs[path]; !watched || w.n == nil {
		return false
	}
	at := root{abs: path}
	for dir := range w.dirs {
		if _, in := at.spell(dir); in {
			w.n.Remove(dir) // fails when the system has given it up already
			delete(w.dirs, dir)
		}
	}
	return true
}
