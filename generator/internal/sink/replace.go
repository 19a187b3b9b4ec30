package sink

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
)

// replace publishes file by file: a manifest that names the files of both books and says so, what is in the
// way, everything but pages, the pages, what is left of the last book, the manifest of the new one.
func (s *Sink) replace(p plan) error {
	clear(s.stands) // it may be a while since Put
	for _, path := range p.staged {
		if err := s.admits(path); err != nil {
			return err
		}
	}
	if n := len(p.staged) + len(p.gone); n > 0 {
		both, order := s.files, p.next.order
		if len(p.gone) > 0 {
			both = maps.Clone(s.files)
			for _, path := range p.gone {
				both[path] = s.was.files[path]
			}
			order = slices.Sorted(maps.Keys(both))
		}
		if err := s.install(encode(s.edition, false, both, order)); err != nil {
			return err
		}
	}
	rest, err := s.clearWay(p)
	if err != nil {
		return err
	}
	slices.SortStableFunc(p.staged, func(a, b string) int { return cmp.Compare(rank(a), rank(b)) })
	for _, path := range p.staged {
		if err := s.place(path); err != nil {
			return err
		}
	}
	for _, path := range rest {
		if err := s.remove(path); err != nil {
			return err
		}
	}
	return s.install(p.manifest)
}

// rank puts pages last: a page must not be there before what it needs.
func rank(path string) int {
	if strings.HasSuffix(path, ".html") {
		return 1
	}
	return 0
}

// admits looks at a place before anything is changed.
func (s *Sink) admits(path string) error {
	there, err := s.standing(folderOf(path))
	if err != nil || !there {
		return err
	}
	if info, err := os.Lstat(s.in(path)); err == nil && info.IsDir() {
		return s.onlyOurs(path)
	}
	return nil
}

// clearWay removes files of the last book where the new one has a folder, or a folder of the last book where
// the new one has a file, or a name that differs in case only. It returns what is still to be removed.
func (s *Sink) clearWay(p plan) (rest []string, err error) {
	for _, path := range p.gone {
		blocks := s.dirs[path]
		if other, ok := s.names[Fold(path)]; ok && other != path {
			blocks = true
		}
		for dir := folderOf(path); dir != "" && !blocks; dir = folderOf(dir) {
			_, blocks = s.files[dir]
		}
		if !blocks {
			rest = append(rest, path)
			continue
		}
		if err := s.remove(path); err != nil {
			return nil, err
		}
	}
	return rest, nil
}

// place moves one staged file to the output.
func (s *Sink) place(path string) error {
	to := s.in(path)
	err := os.MkdirAll(s.in(folderOf(path)), 0o777)
	if err == nil {
		err = os.Rename(s.staged(path), to)
	}
	if info, _ := os.Lstat(to); err != nil && info != nil && info.IsDir() {
		if err = removeFolders(to); err == nil { // empty ones, as admits has seen
			err = os.Rename(s.staged(path), to)
		}
	}
	if err != nil {
		return fmt.Errorf("replace %s: %w", path, reason(err))
	}
	return nil
}

// remove deletes a file of the last book and the folders that it leaves empty.
func (s *Sink) remove(path string) error {
	// A symlink in the place of one of our folders leads to files that are not ours.
	for dir := folderOf(path); dir != ""; dir = folderOf(dir) {
		if info, err := os.Lstat(s.in(dir)); err == nil && !info.IsDir() {
			return nil
		}
	}
	info, err := os.Lstat(s.in(path))
	if err == nil && !info.IsDir() {
		err = os.Remove(s.in(path))
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("delete %s: %w", path, reason(err))
	}
	for dir := folderOf(path); dir != "" && !s.dirs[dir]; dir = folderOf(dir) {
		if os.Remove(s.in(dir)) != nil {
			break // not empty
		}
	}
	return nil
}

// removeFolders removes a tree of folders in which there are no files.
func removeFolders(dir string) error {
	list, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range list {
		if err := removeFolders(dir + "/" + e.Name()); err != nil {
			return err
		}
	}
	return os.Remove(dir)
}
