package sink

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

var errLocked = errors.New("locked")

// What lies in a work folder: the lock, by which it is also known for ours; the staged tree "new"; the spent
// tree "old"; a manifest on its way; and a second link to the staged tree's manifest, made just before the
// exchange, which tells afterwards which of the two trees is published.
const (
	lockName   = "briefbook.lock"
	swapName   = "exchanging"
	freshName  = "manifest"
	lockText   = "This folder belongs to a running build of the book beside it. The next build removes it if this one dies.\n"
	pollLength = 20 * time.Millisecond
)

// takeWork makes the work folder and takes its lock. It stands beside the output where the two can be
// exchanged, else inside.
func (s *Sink) takeWork(wait time.Duration) error {
	parent, base := filepath.Split(s.out)
	within := filepath.Join(s.out, workName)
	until := time.Now().Add(wait)
	if base != "" && !mounted(s.out, parent) {
		s.work = filepath.Join(parent, "."+base+workName)
		err := s.lockWork(until)
		if err == nil {
			return s.clearOther(within, until)
		}
		_, noOut := os.Lstat(s.out)
		_, noWork := os.Lstat(s.work)
		if noOut != nil || noWork == nil || !refused(err) {
			return err
		}
	}
	s.work, s.inPlace = within, true
	return s.lockWork(until)
}

// clearOther removes a work folder that a build without rights beside the output left inside.
func (s *Sink) clearOther(within string, until time.Time) error {
	if _, err := os.Lstat(filepath.Join(within, lockName)); err != nil {
		return nil
	}
	other := &Sink{shown: s.shown, out: s.out, work: within}
	if err := other.lockWork(until); err != nil {
		return errors.Join(err, s.leaveWork())
	}
	if err := other.leaveWork(); err != nil {
		return errors.Join(err, s.leaveWork())
	}
	return nil
}

// lockWork makes s.work if it is not there and locks the file in it, waiting until then.
func (s *Sink) lockWork(until time.Time) error {
	name := filepath.Join(s.work, lockName)
	for {
		if err := os.Mkdir(s.work, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
			return fmt.Errorf("make a work folder for %s: %w", s.shown, err)
		}
		if err := s.ownWork(); err != nil {
			return err
		}
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
		if errors.Is(err, fs.ErrNotExist) {
			continue // another build has just ended and taken its folder along
		}
		if err != nil {
			_ = os.Remove(s.work) // when it is empty
			return fmt.Errorf("lock %s: %w", s.shown, err)
		}
		err = lockFile(f)
		if err == nil && current(f, name) {
			_, _ = f.WriteString(lockText) // for people only; a full disk is told where it matters
			s.lock = f
			return nil
		}
		_ = f.Close()
		switch {
		case err == nil:
			continue // the lock of a folder that is gone
		case !errors.Is(err, errLocked):
			return fmt.Errorf("lock %s: %w", s.shown, reason(err))
		case !time.Now().Before(until):
			return fmt.Errorf("open %s: %w", s.shown, ErrBusy)
		}
		time.Sleep(pollLength)
	}
}

// ownWork refuses a folder of the work folder's name that no build has made.
func (s *Sink) ownWork() error {
	info, err := os.Lstat(s.work)
	if err != nil {
		return nil // gone again; the caller will see
	}
	if info.IsDir() {
		if _, err := os.Lstat(filepath.Join(s.work, lockName)); err == nil {
			return nil
		}
		if list, err := os.ReadDir(s.work); err == nil && len(list) == 0 || errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if _, err := os.Lstat(filepath.Join(s.work, lockName)); err == nil {
			return nil // another build got there between the two looks
		}
	}
	return fmt.Errorf("make a work folder for %s: %s is there and not from a build; move it away", s.shown, s.work)
}

// current reports whether an open file is still the one of that name.
func current(f *os.File, name string) bool {
	mine, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(name)
	return err == nil && os.SameFile(mine, there)
}

// refused reports whether the system does not let us write there, whoever's fault it is.
func refused(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}

// recover brings an output that a dead build left to the last complete book or the new one, and clears the
// work folder. The lock is held.
func (s *Sink) recover() error {
	_, noOut := os.Lstat(s.out)
	_, noOld := os.Lstat(s.spent())
	switch {
	case noOld != nil && s.swapped():
		if err := os.Rename(s.tree(), s.spent()); err != nil {
			return fmt.Errorf("repair %s: %w", s.shown, err)
		}
	case noOld != nil:
		return s.emptyWork()
	case errors.Is(noOut, fs.ErrNotExist):
		if err := os.Rename(s.spent(), s.out); err != nil {
			return fmt.Errorf("put the last book back to %s: %w", s.shown, err)
		}
		return s.emptyWork()
	}
	was, err := loadManifest(s.spent())
	if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, errDamaged) {
		return fmt.Errorf("repair %s: %w", s.shown, err)
	}
	now, err := loadManifest(s.out)
	if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, errDamaged) {
		return fmt.Errorf("repair %s: %w", s.shown, err)
	}
	if err := s.retire(was, now); err != nil {
		return err
	}
	return s.emptyWork()
}

// swapped reports whether the exchange took place and the old tree is still where the new one was: then what is
// published has the manifest that was staged.
func (s *Sink) swapped() bool {
	staged, err := os.Lstat(filepath.Join(s.work, swapName))
	if err != nil {
		return false
	}
	published, err := os.Lstat(s.in(manifestName))
	if err != nil || !os.SameFile(staged, published) {
		return false
	}
	_, err = os.Lstat(s.tree()) // already taken apart when it is not there
	return err == nil
}

// emptyWork removes everything but the lock. The staged tree holds copies and links only.
func (s *Sink) emptyWork() error {
	for _, name := range []string{s.tree(), filepath.Join(s.work, swapName), filepath.Join(s.work, freshName)} {
		if err := removeAll(name); err != nil {
			return fmt.Errorf("clear the work folder of %s: %w", s.shown, err)
		}
	}
	return nil
}

// leaveWork removes the work folder and gives the lock back. An old tree that could not be taken apart stays.
func (s *Sink) leaveWork() error {
	if s.lock == nil {
		return nil
	}
	err := s.emptyWork()
	if _, old := os.Lstat(s.spent()); err == nil && old != nil {
		// The lock goes first, so that a folder without one is empty; who waits for it sees that it is gone.
		name := s.lock.Name()
		stays := os.Remove(name)
		if stays == nil {
			_ = os.Remove(s.work) // not empty when the next build is already in it
		}
		_ = s.lock.Close()
		if stays != nil { // where open files cannot be removed
			if err = os.Remove(name); err == nil {
				_ = os.Remove(s.work)
			}
		}
		s.lock = nil
		return err
	}
	_ = s.lock.Close()
	s.lock = nil
	return err
}

// removeAll is os.RemoveAll that also empties folders without write permission.
func removeAll(name string) error {
	if err := os.RemoveAll(name); err == nil || !errors.Is(err, fs.ErrPermission) {
		return err
	}
	_ = filepath.WalkDir(name, func(path string, e fs.DirEntry, err error) error {
		if err == nil && e.IsDir() {
			_ = os.Chmod(path, 0o700)
		}
		return nil
	})
	return os.RemoveAll(name)
}
