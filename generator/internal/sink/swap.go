package sink

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// swap completes the staged tree and exchanges it with the output. errCannotExchange: nothing has happened
// yet, publish file by file.
func (s *Sink) swap(p plan) (done bool, err error) {
	if err := s.stageFolder(""); err != nil {
		return false, fmt.Errorf("write %s: %w", s.shown, reason(err))
	}
	c := carrier{sink: s, old: s.oldFolders()}
	if s.standsAlready() {
		if err := c.folder(""); err != nil {
			return false, err
		}
	}
	if missing := len(s.files) - len(p.staged) - c.kept; missing != 0 {
		return false, fmt.Errorf("publish %s: %d files vanished from it during the build; build again", s.shown, missing)
	}
	if err := os.WriteFile(s.staged(manifestName), p.manifest, 0o666); err != nil {
		return false, fmt.Errorf("write the manifest of %s: %w", s.shown, reason(err))
	}
	if !s.standsAlready() {
		if err := os.Rename(s.tree(), s.out); err != nil {
			return false, fmt.Errorf("publish %s: %w", s.shown, reason(err))
		}
		return true, nil
	}
	if err := s.changePlaces(); err != nil {
		return false, err
	}
	return true, s.retire(s.was, p.next)
}

// changePlaces makes the staged tree the output and leaves the old one as spent.
func (s *Sink) changePlaces() error {
	// The second link outlives a kill and tells recover on which side of the exchange it happened.
	err := s.link(s.staged(manifestName), filepath.Join(s.work, swapName))
	if err != nil {
		return s.twoRenames()
	}
	switch err := s.exchange(s.tree(), s.out); {
	case errors.Is(err, errors.ErrUnsupported):
		return s.twoRenames()
	case exchangeable(err):
		return errCannotExchange
	case err != nil:
		return fmt.Errorf("publish %s: %w", s.shown, reason(err))
	}
	if err := os.Rename(s.tree(), s.spent()); err != nil {
		return fmt.Errorf("clear up behind %s: %w", s.shown, reason(err))
	}
	return nil
}

// twoRenames is the exchange where the system has none. recover knows the state between the two.
func (s *Sink) twoRenames() error {
	switch err := os.Rename(s.out, s.spent()); {
	case exchangeable(err):
		return errCannotExchange
	case err != nil:
		return fmt.Errorf("publish %s: %w", s.shown, reason(err))
	}
	if err := os.Rename(s.tree(), s.out); err != nil {
		return errors.Join(fmt.Errorf("publish %s: %w", s.shown, reason(err)), os.Rename(s.spent(), s.out))
	}
	return nil
}

// exchangeable reports errors by which a system says that this folder has to stay where it is.
func exchangeable(err error) bool {
	return errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.EXDEV) || errors.Is(err, fs.ErrPermission)
}

// carrier takes over to the staged tree what stays: unchanged files of the book and everything foreign.
type carrier struct {
	sink *Sink
	old  map[string]bool // folders of the last book
	kept int             // unchanged files of the book taken over
}

// folder carries what is in a folder of the output, then its mode, owner and times.
func (c *carrier) folder(dir string) error {
	s := c.sink
	list, err := os.ReadDir(s.in(dir))
	if err != nil {
		return c.trouble(dir, err)
	}
	for _, e := range list {
		path := e.Name()
		if dir != "" {
			path = dir + "/" + path
		}
		if err := c.entry(path, e); err != nil {
			return err
		}
	}
	if !s.made[dir] {
		return nil
	}
	info, err := os.Lstat(s.in(dir))
	if err != nil {
		return c.trouble(dir, err)
	}
	keepOwner(s.staged(dir), info)
	if err := os.Chmod(s.staged(dir), modeOf(info)); err != nil {
		return c.trouble(dir, err)
	}
	if s.dirs[dir] || dir == "" {
		return nil
	}
	if err := os.Chtimes(s.staged(dir), info.ModTime(), info.ModTime()); err != nil {
		return c.trouble(dir, err)
	}
	return nil
}

// entry decides about one thing in the output.
func (c *carrier) entry(path string, e fs.DirEntry) error {
	s := c.sink
	f, wanted := s.files[path]
	switch {
	case path == manifestName:
		return nil
	case e.IsDir() && wanted:
		return s.onlyOurs(path)
	case e.IsDir():
		if !s.dirs[path] && !c.old[path] { // foreign, perhaps empty
			if err := s.stageFolder(path); err != nil {
				return c.trouble(path, err)
			}
		}
		return c.folder(path)
	case wanted && f.staged && !s.replaceable(path, e.Type()):
		return s.foreign(path) // it came after Put had looked
	case wanted && f.staged, !wanted && s.ours(path):
		return nil
	case wanted:
		c.kept++
	case s.dirs[path]:
		return s.foreign(path)
	}
	if err := s.stageFolder(folderOf(path)); err != nil {
		return c.trouble(path, err)
	}
	return c.link(path, wanted)
}

// link gives a file a second name in the staged tree, or copies it where that is refused.
func (c *carrier) link(path string, book bool) error {
	from, to := c.sink.in(path), c.sink.staged(path)
	info, err := os.Lstat(from)
	if err == nil && info.Mode().Type() != fs.ModeSymlink {
		err = c.sink.link(from, to)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist) && !book:
		return nil // its owner has just removed it
	case errors.Is(err, fs.ErrExist):
		return c.sink.foreign(path) // a name that differs in case, where case is ignored
	case errors.Is(err, syscall.EXDEV):
		return errCannotExchange
	case info == nil:
		return c.trouble(path, err)
	case info.Mode().Type() == fs.ModeSymlink:
		err = copyLink(from, to)
	case err != nil && info.Mode().IsRegular():
		err = copyFile(from, to)
	case err == nil:
		return nil
	}
	if err != nil {
		return c.trouble(path, err)
	}
	keepOwner(to, info)
	if info.Mode().IsRegular() {
		err = os.Chmod(to, modeOf(info))
		if err == nil {
			err = os.Chtimes(to, info.ModTime(), info.ModTime())
		}
	}
	return c.trouble(path, err)
}

// trouble turns what may not be read or made into errCannotExchange: file by file it need not be touched.
func (c *carrier) trouble(path string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrPermission):
		return errCannotExchange
	}
	return fmt.Errorf("take %s over to the new book: %w", filepath.Join(c.sink.shown, path), reason(err))
}

func modeOf(info fs.FileInfo) fs.FileMode {
	return info.Mode() & (fs.ModePerm | fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky)
}

func copyLink(from, to string) error {
	target, err := os.Readlink(from)
	if err != nil {
		return err
	}
	return os.Symlink(target, to)
}

func copyFile(from, to string) error {
	r, err := os.Open(from)
	if err != nil {
		return err
	}
	defer r.Close()
	w, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	if cerr := w.Close(); err == nil {
		err = cerr
	}
	return err
}
