package sink

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// Report says what a Commit did.
type Report struct {
	Written   int      // new or changed files
	Unchanged int      // files that were there with the same bytes and were not touched
	Deleted   int      // files of the last book that the new one does not have
	Changed   []string // paths written or deleted, sorted
}

// plan is what a Commit has to do.
type plan struct {
	staged, gone []string // sorted
	manifest     []byte
	next         manifest
}

// errCannotExchange: this output cannot change places with another folder.
var errCannotExchange = errors.New("the folder cannot be exchanged")

// Commit publishes the book: all of it or, with an error, nothing. (An error that comes with a Report is about
// clearing up behind a book that is published.) It ends the build.
func (s *Sink) Commit() (Report, error) {
	s.mu.Lock()
	failed, open, closed := s.failed, s.open, s.closed
	s.mu.Unlock()
	switch {
	case closed:
		return Report{}, fmt.Errorf("publish %s: the build has ended", s.shown)
	case failed != nil:
		return Report{}, errors.Join(fmt.Errorf("publish %s: %w", s.shown, failed), s.Discard())
	case open > 0:
		return Report{}, errors.Join(fmt.Errorf("publish %s: %d files are not closed", s.shown, open), s.Discard())
	}
	p := s.plan()
	done, err := s.publish(p)
	err = errors.Join(err, s.Discard())
	if !done {
		return Report{}, err
	}
	s.was = p.next
	return Report{
		Written: len(p.staged), Deleted: len(p.gone), Unchanged: len(s.files) - len(p.staged),
		Changed: slices.Sorted(slices.Values(slices.Concat(p.staged, p.gone))),
	}, err
}

func (s *Sink) plan() plan {
	var p plan
	for path, f := range s.files {
		if f.staged {
			p.staged = append(p.staged, path)
		}
	}
	for path := range s.was.files {
		if _, ok := s.files[path]; !ok {
			p.gone = append(p.gone, path)
		}
	}
	slices.Sort(p.staged)
	slices.Sort(p.gone)
	order := s.was.order
	if len(p.gone) > 0 || len(s.files) != len(order) {
		order = slices.Sorted(maps.Keys(s.files))
	}
	p.manifest = encode(s.edition, true, s.files, order)
	p.next = manifest{edition: s.edition, complete: true, files: s.files, order: order, sum: sha256.Sum256(p.manifest)}
	return p
}

// publish chooses the way and reports whether the new book is out.
func (s *Sink) publish(p plan) (bool, error) {
	n := len(p.staged) + len(p.gone)
	if n == 0 && s.was.sum == p.next.sum {
		return true, nil
	}
	if !s.standsAlready() || n > 1 && !s.inPlace {
		done, err := s.swap(p)
		if !errors.Is(err, errCannotExchange) {
			return done, err
		}
	}
	err := s.replace(p)
	return err == nil, err
}

func (s *Sink) standsAlready() bool {
	info, err := os.Lstat(s.out)
	return err == nil && info.IsDir()
}

// install puts a manifest into the output in one step.
func (s *Sink) install(raw []byte) error {
	fresh := filepath.Join(s.work, freshName)
	err := os.WriteFile(fresh, raw, 0o666)
	if err == nil {
		err = os.Rename(fresh, s.in(manifestName))
	}
	if err != nil {
		return fmt.Errorf("write the manifest of %s: %w", s.shown, reason(err))
	}
	return nil
}

// onlyOurs returns an error when a folder that a file of the new book replaces holds anything that is not the
// last book's.
func (s *Sink) onlyOurs(dir string) error {
	list, err := os.ReadDir(s.in(dir))
	if err != nil {
		return fmt.Errorf("look into %s: %w", dir, reason(err))
	}
	for _, e := range list {
		path := dir + "/" + e.Name()
		switch {
		case e.IsDir():
			if err := s.onlyOurs(path); err != nil {
				return err
			}
		case !s.ours(path):
			return s.foreign(path)
		}
	}
	return nil
}

// oldFolders are the folders of the last book.
func (s *Sink) oldFolders() map[string]bool {
	dirs := map[string]bool{}
	for path := range maps.Keys(s.was.files) {
		for dir := folderOf(path); dir != "" && !dirs[dir]; dir = folderOf(dir) {
			dirs[dir] = true
		}
	}
	return dirs
}
