package sink

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// Put adds a file to the book. It is compared with what the output has; only what differs is written, to the
// work folder. data is not kept. Errors are ErrPath, ErrForeign and the machine's own; after any of them the
// book cannot be committed.
func (s *Sink) Put(path string, data []byte) error {
	if err := s.claim(path); err != nil {
		return s.fail(err)
	}
	f := file{size: int64(len(data)), sum: sha256.Sum256(data)}
	same, err := s.same(path, f.size, func(r io.Reader) (bool, error) { return s.reads(r, data) })
	if err == nil && !same {
		f.staged = true
		err = s.stage(path, data)
	}
	if err != nil {
		return s.fail(err)
	}
	s.record(path, f)
	return nil
}

// Keep adds a file that the manifest names with this SHA-256 without looking at it, and reports whether there
// is one; if not, Put it. It is for a caller that has made the same bytes again and knows, by Check, that
// nobody has touched the output.
func (s *Sink) Keep(path string, sum [sha256.Size]byte) (bool, error) {
	f, ok := s.was.files[path]
	if !ok || f.sum != sum {
		return false, nil
	}
	if err := s.claim(path); err != nil {
		return false, s.fail(err)
	}
	s.record(path, f)
	return true, nil
}

// claim takes a path for this build and refuses one that is taken, on any file system.
func (s *Sink) claim(path string) error {
	if err := checkPath(path); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return fmt.Errorf("write %s: the build has ended", path)
	}
	if err := s.name(path); err != nil {
		return err
	}
	for dir := folderOf(path); dir != "" && !s.dirs[dir]; dir = folderOf(dir) {
		if err := s.name(dir); err != nil {
			return err
		}
		s.dirs[dir] = true
	}
	s.open++
	return nil
}

// name notes the spelling of a file or folder.
func (s *Sink) name(path string) error {
	key := Fold(path)
	other, taken := s.names[key]
	switch {
	case !taken:
		s.names[key] = path
		return nil
	case other != path:
		return fmt.Errorf("%w: %q and %q differ only in case and are one file on macOS and Windows", ErrPath, other, path)
	case s.dirs[path]:
		return fmt.Errorf("%w: %q is a folder of this book as well", ErrPath, path)
	}
	return fmt.Errorf("%w: %q is written twice, or is a folder as well", ErrPath, path)
}

// record ends a claim.
func (s *Sink) record(path string, f file) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files[path] = f
	s.open--
}

// same reports whether the output has a file of this size at path that equal finds equal. What is there and
// differs must be ours to replace, else the error is ErrForeign.
func (s *Sink) same(path string, size int64, equal func(io.Reader) (bool, error)) (bool, error) {
	if there, err := s.standing(folderOf(path)); err != nil || !there {
		return false, err
	}
	info, err := os.Lstat(s.in(path))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("compare %s: %w", path, reason(err))
	case info.IsDir():
		return false, s.onlyOurs(path)
	}
	if info.Mode().IsRegular() && info.Size() == size {
		f, err := os.Open(s.in(path))
		if err != nil {
			return false, fmt.Errorf("compare %s: %w", path, reason(err))
		}
		ok, err := equal(f)
		_ = f.Close()
		if err != nil {
			return false, fmt.Errorf("compare %s: %w", path, reason(err))
		}
		if ok {
			return true, nil
		}
	}
	if s.replaceable(path, info.Mode().Type()) {
		return false, nil
	}
	return false, s.foreign(path)
}

// replaceable reports whether a file in the output may give way to one of the book.
func (s *Sink) replaceable(path string, kind fs.FileMode) bool {
	return s.ours(path) || s.adopt && kind.IsRegular()
}

func (s *Sink) ours(path string) bool { _, ok := s.was.files[path]; return ok }

// standing reports whether a folder of the book is there in the output. A file of the last book in its place
// gives way; anything else in its place, a symlink too, is ErrForeign.
func (s *Sink) standing(dir string) (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.standingLocked(dir)
}

func (s *Sink) standingLocked(dir string) (bool, error) {
	if there, known := s.stands[dir]; known {
		return there, nil
	}
	there := true
	if dir != "" {
		above, err := s.standingLocked(folderOf(dir))
		if err != nil {
			return false, err
		}
		there = above
	}
	if there {
		info, err := os.Lstat(s.in(dir))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			there = false
		case err != nil:
			return false, fmt.Errorf("compare %s: %w", dir, reason(err))
		case !info.IsDir() && !s.ours(dir):
			return false, s.foreign(dir)
		default:
			there = info.IsDir()
		}
	}
	s.stands[dir] = there
	return there, nil
}

// reads reports whether r has exactly these bytes; its length is known to be right.
func (s *Sink) reads(r io.Reader, data []byte) (bool, error) {
	buf := s.buffers.Get().(*[]byte)
	defer s.buffers.Put(buf)
	for len(data) > 0 {
		n, err := r.Read(*buf)
		if n > len(data) || !bytes.Equal((*buf)[:n], data[:min(n, len(data))]) {
			return false, nil
		}
		data = data[n:]
		if err == io.EOF {
			break
		}
		if err != nil {
			return false, err
		}
	}
	return len(data) == 0, nil
}

// stage writes a file to the staged tree.
func (s *Sink) stage(path string, data []byte) error {
	f, err := s.stagedFile(path)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return fmt.Errorf("write %s: %w; %s is as it was", path, reason(err), s.shown)
	}
	return nil
}

func (s *Sink) stagedFile(path string) (*os.File, error) {
	err := s.stageFolder(folderOf(path))
	if err == nil {
		var f *os.File
		if f, err = os.OpenFile(s.staged(path), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666); err == nil {
			return f, nil
		}
	}
	return nil, fmt.Errorf("write %s: %w; %s is as it was", path, reason(err), s.shown)
}

// stageFolder makes a folder of the staged tree, once.
func (s *Sink) stageFolder(dir string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.made[dir] {
		return nil
	}
	if err := os.MkdirAll(s.staged(dir), 0o777); err != nil {
		return err
	}
	for ; dir != "" && !s.made[dir]; dir = folderOf(dir) {
		s.made[dir] = true
	}
	s.made[""] = true
	return nil
}
