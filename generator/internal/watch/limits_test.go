package watch

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// stingy is the system with a limit of watches, and with faults on demand.
type stingy struct {
	notifier
	left   int
	err    error
	faults chan error
	closed chan struct{}
}

func (s *stingy) Add(path string) error {
	if s.left == 0 {
		return s.err
	}
	s.left--
	return s.notifier.Add(path)
}

func (s *stingy) Close() error {
	close(s.closed)
	return s.notifier.Close()
}

func (s *stingy) streams() (<-chan fsnotify.Event, <-chan error) {
	events, _ := s.notifier.streams()
	return events, s.faults
}

func newStingy(t *testing.T, left int, err error) *stingy {
	n, openErr := openSystem()
	do(t, openErr)
	return &stingy{n, left, err, make(chan error), make(chan struct{})}
}

func TestPollsWhereTheSystemDoesNotWatch(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		open   func(t *testing.T) (notifier, error)
		notice string
	}{
		{"no more watches", func(t *testing.T) (notifier, error) { return newStingy(t, 2, syscall.ENOSPC), nil },
			"the system's watch limit is reached (fs.inotify.max_user_watches): looking every 0.005 s instead"},
		{"no more instances", func(*testing.T) (notifier, error) { return nil, syscall.EMFILE },
			"the system's limit of watching programs is reached (fs.inotify.max_user_instances): looking every 0.005 s instead"},
		{"no support", func(*testing.T) (notifier, error) { return nil, errors.ErrUnsupported },
			"changes cannot be watched (unsupported operation): looking every 0.005 s instead"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir() + "/content"
			put(t, dir+"/a/b/x.md", "1")
			put(t, dir+"/.skipped", "1")
			w := open(t, Options{
				Roots: []string{dir}, PollEvery: 5 * time.Millisecond,
				Skip: func(p string) bool { return strings.HasPrefix(filepath.Base(p), ".") },
				open: func() (notifier, error) { return c.open(t) },
			})
			if n := w.Notice(); n != c.notice {
				t.Errorf("notice %q", n)
			}
			put(t, dir+"/.skipped", "longer")
			put(t, dir+"/a/b/x.md", "longer")
			for _, look := range told(t, w, dir+"/a/b/x.md") {
				for _, p := range look.Paths {
					if strings.HasSuffix(p, ".skipped") {
						t.Errorf("told %+v", look)
					}
				}
			}
			do(t, os.RemoveAll(dir))
			told(t, w, dir)
			put(t, dir+"/c/y.md", "recreated")
			told(t, w, dir+"/c/y.md")
		})
	}
}

func TestLimitReachedLater(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	n := newStingy(t, 2, syscall.ENOSPC) // the folder and the one above
	w := open(t, Options{Roots: []string{dir}, PollEvery: 5 * time.Millisecond, open: func() (notifier, error) { return n, nil }})
	if w.Notice() != "" {
		t.Fatalf("notice %q", w.Notice())
	}
	put(t, dir+"/new/x.md", "1")
	told(t, w, dir+"/new/x.md")
	<-n.closed
	put(t, dir+"/new/y.md", "2")
	told(t, w, dir+"/new/y.md")
	if !strings.Contains(w.Notice(), "max_user_watches") {
		t.Errorf("notice %q", w.Notice())
	}
}

func TestLostEvents(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, dir+"/a/x.md", "1")
	opened := make(chan *stingy, 16)
	w := open(t, Options{Roots: []string{dir}, open: func() (notifier, error) {
		n := newStingy(t, 100, nil)
		opened <- n
		return n, nil
	}})
	(<-opened).faults <- fsnotify.ErrEventOverflow
	if look := <-w.C; !look.All {
		t.Errorf("told %+v", look)
	}
	put(t, dir+"/a/y.md", "still watched")
	told(t, w, dir+"/a/y.md")
	if w.Notice() != "" {
		t.Errorf("notice %q", w.Notice())
	}
	for range 4 {
		(<-opened).faults <- errors.New("broken")
	}
	told(t, w, dir)
	if !strings.Contains(w.Notice(), "changes cannot be watched (broken)") {
		t.Errorf("notice %q", w.Notice())
	}
}

// A network file system tells of changes made here, and is polled for those made elsewhere.
func TestRemoteFileSystem(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, dir+"/a.md", "1")
	silent := newStingy(t, 100, nil)
	w := open(t, Options{Roots: []string{dir}, PollEvery: 5 * time.Millisecond,
		remote: func(p string) bool { return p == dir },
		open:   func() (notifier, error) { return deaf{silent}, nil }})
	if !strings.Contains(w.Notice(), "network") {
		t.Errorf("notice %q", w.Notice())
	}
	put(t, dir+"/a.md", "longer")
	told(t, w, dir+"/a.md")
}

// deaf watches and never tells.
type deaf struct{ notifier }

func (deaf) streams() (<-chan fsnotify.Event, <-chan error) { return nil, nil }
