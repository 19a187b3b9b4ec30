package sink

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"briefbook/generator/internal/book"
)

// What a caller may want to tell apart.
var (
	// ErrEdition: the output holds the other edition.
	ErrEdition = errors.New("the folder holds another edition")
	// ErrBusy: another build writes to the same output.
	ErrBusy = errors.New("another build is writing there")
	// ErrForeign: a path of the book is taken by a file that is not the book's.
	ErrForeign = errors.New("a file that is not the book's is in the way")
	// ErrPath: a path that cannot be published everywhere.
	ErrPath = errors.New("not a path that can be published")
)

// Options say how to open an output. The zero value publishes a public edition and waits for nobody.
type Options struct {
	// Edition of the book; "" is book.Public.
	Edition book.Edition
	// Mark is what every front page of a book contains (its generator tag); see the package comment. Nil: a
	// folder without a manifest is never taken for a book.
	Mark []byte
	// Wait is how long Open waits for another build to end.
	Wait time.Duration
	// InPlace publishes file by file: faster for a few files in a large book, and the folder keeps its
	// identity, but a kill can leave a mixture until the next build. For a preview.
	InPlace bool
}

// Sink is an output folder opened for one build. Put, Create, Keep and Check may be called from several
// goroutines; Commit and Discard end the build and come after all of them.
type Sink struct {
	shown   string // the output as the caller named it, for messages
	out     string // absolute, symlinks resolved
	work    string // holds the lock, the staged tree, and for a moment the old one
	edition book.Edition
	inPlace bool // never exchange
	adopt   bool // a book without a usable manifest is here: our paths win
	lock    *os.File

	was  manifest // what is published
	torn atomic.Bool

	mu      sync.Mutex
	names   map[string]string // folded → as spelled; files and folders of this build
	dirs    map[string]bool   // folders of this build
	files   map[string]file   // of this build, once compared
	open    int               // files claimed and not yet recorded
	failed  error             // the first failure; nothing can be committed after it
	closed  bool
	made    map[string]bool // folders made in the staged tree
	stands  map[string]bool // whether a folder of this build is there in the output
	buffers sync.Pool       // *[]byte to compare with

	exchange func(a, b string) error // swaps two folders in one step
	link     func(a, b string) error
}

// file is what is known of a file of the book.
type file struct {
	size   int64
	sum    [sha256.Size]byte
	staged bool // differs from what is published and lies in the staged tree
}

// Open takes the lock on an output folder, repairs and clears what a dead build left, and reads the manifest.
// The folder need not exist; a symlink to a folder is followed. ErrBusy and ErrEdition are told apart, other
// errors say what could not be done.
func Open(dir string, o Options) (*Sink, error) {
	out, err := resolve(dir)
	if err != nil {
		return nil, err
	}
	if o.Edition == "" {
		o.Edition = book.Public
	}
	s := &Sink{
		shown: dir, out: out, edition: o.Edition, inPlace: o.InPlace || standingIn(out), exchange: exchange, link: os.Link,
		names: map[string]string{}, dirs: map[string]bool{}, files: map[string]file{},
		made: map[string]bool{}, stands: map[string]bool{},
	}
	s.buffers.New = func() any { b := make([]byte, 64<<10); return &b }
	if err := s.takeWork(o.Wait); err != nil {
		return nil, err
	}
	err = s.recover()
	if err == nil {
		err = s.nested()
	}
	if err == nil {
		err = s.readManifest(o.Mark)
	}
	if err != nil {
		return nil, errors.Join(err, s.Discard())
	}
	return s, nil
}

// resolve returns the absolute path of the output without symlinks, and makes the folder it is to stand in.
func resolve(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("find %s: %w", dir, err)
	}
	info, err := os.Lstat(abs)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		parent := filepath.Dir(abs)
		if err := os.MkdirAll(parent, 0o777); err != nil {
			return "", fmt.Errorf("make the folder for %s: %w", dir, err)
		}
		parent, err := filepath.EvalSymlinks(parent)
		if err != nil {
			return "", fmt.Errorf("find %s: %w", dir, err)
		}
		return filepath.Join(parent, filepath.Base(abs)), nil
	case err != nil:
		return "", fmt.Errorf("open the output: %w", err)
	}
	found, err := filepath.EvalSymlinks(abs)
	if errors.Is(err, fs.ErrNotExist) && info.Mode()&fs.ModeSymlink != 0 {
		target, err := os.Readlink(abs)
		if err != nil {
			return "", fmt.Errorf("follow the link %s: %w", dir, reason(err))
		}
		if !filepath.IsAbs(target) {
			target = filepath.Join(filepath.Dir(abs), target)
		}
		return resolve(target) // a link to a folder that is still to be made
	}
	if err != nil {
		return "", fmt.Errorf("find %s: %w", dir, err)
	}
	if info, err = os.Stat(found); err != nil {
		return "", fmt.Errorf("open the output: %w", err)
	}
	if !info.IsDir() {
		return "", fmt.Errorf("open the output: %s is a file, not a folder; move it away or name another folder", dir)
	}
	return found, nil
}

// standingIn reports whether the process stands in the output or below: exchanging the folder under its feet
// would leave the caller's shell in a folder that is gone.
func standingIn(out string) bool {
	here, err := os.Getwd()
	if err != nil {
		return false
	}
	if here, err = filepath.EvalSymlinks(here); err != nil {
		return false
	}
	return here == out || strings.HasPrefix(here, strings.TrimSuffix(out, string(filepath.Separator))+string(filepath.Separator))
}

// Sum is the SHA-256 of the manifest in hex: equal sums, equal books. Before Commit it identifies the book
// that is published, after it the new one; "" when there is none or a build was interrupted.
func (s *Sink) Sum() string {
	if !s.was.complete {
		return ""
	}
	return hex.EncodeToString(s.was.sum[:])
}

// Discard ends the build without publishing, removes the work folder and releases the lock. After a Commit or
// another Discard it does nothing.
func (s *Sink) Discard() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	return s.leaveWork()
}

// fail keeps the first failure, so that a book with a hole is never published.
func (s *Sink) fail(err error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.failed == nil {
		s.failed = err
	}
	return err
}

// in is where a path of the book stands in the output, staged where it waits to be published.
func (s *Sink) in(path string) string     { return join(s.out, path) }
func (s *Sink) staged(path string) string { return join(s.tree(), path) }

// tree is the staged tree, spent the old one after an exchange.
func (s *Sink) tree() string  { return filepath.Join(s.work, "new") }
func (s *Sink) spent() string { return filepath.Join(s.work, "old") }

func join(root, path string) string {
	if path == "" {
		return root
	}
	return root + string(filepath.Separator) + filepath.FromSlash(path)
}

// foreign is the error for a path that someone else's file takes.
func (s *Sink) foreign(path string) error {
	return fmt.Errorf("publish %s: %w: move %s away, or rename the page or static file that wants its place",
		path, ErrForeign, filepath.Join(s.shown, filepath.FromSlash(path)))
}

// reason strips the machine's own paths from an error that is about to name the file in the author's terms.
func reason(err error) error {
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		return p.Err
	case errors.As(err, &l):
		return l.Err
	}
	return err
}
