package sink

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// retire takes the old tree apart behind an exchange. Files of the last book go. What is foreign has a link in
// the output by now; when it has not, because it came after the links were made, it is moved over. was is the
// manifest of the old tree, now that of the output.
func (s *Sink) retire(was, now manifest) error {
	r := retirement{sink: s, was: was.files, now: now.files}
	for again := 2; ; again-- {
		err := r.folder("")
		if err == nil {
			// The manifest goes last: a later recover needs it to tell ours from foreign.
			if err = os.Remove(join(s.spent(), manifestName)); errors.Is(err, fs.ErrNotExist) {
				err = nil
			}
		}
		if err == nil {
			err = os.Remove(s.spent())
		}
		if err == nil {
			return nil
		}
		if again == 0 { // more than something that appeared while we cleared
			return fmt.Errorf("clear up behind %s: %w", s.shown, err)
		}
	}
}

type retirement struct {
	sink     *Sink
	was, now map[string]file
}

func (r *retirement) folder(dir string) error {
	from := join(r.sink.spent(), dir)
	list, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	if info, err := os.Lstat(from); err == nil && info.Mode().Perm()&0o200 == 0 {
		_ = os.Chmod(from, 0o700) // a read-only folder; its copy in the output keeps its mode
	}
	for _, e := range list {
		path := e.Name()
		if dir != "" {
			path = dir + "/" + path
		}
		switch {
		case path == manifestName:
			continue
		case e.IsDir():
			err = r.folder(path)
		default:
			err = r.file(path)
		}
		if err != nil {
			return err
		}
	}
	if dir == "" {
		return nil
	}
	return os.Remove(from)
}

// file drops what the output has or no longer needs, and saves what only the old tree has.
func (r *retirement) file(path string) error {
	from, to := join(r.sink.spent(), path), r.sink.in(path)
	_, ours := r.was[path]
	_, book := r.now[path]
	if ours || book {
		return os.Remove(from)
	}
	there, err := os.Lstat(to)
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(r.sink.in(folderOf(path)), 0o777); err != nil {
			return err
		}
		return os.Rename(from, to)
	}
	if err != nil {
		return err
	}
	here, err := os.Lstat(from)
	if err != nil {
		return err
	}
	if !os.SameFile(here, there) && here.ModTime().After(there.ModTime()) {
		return os.Rename(from, to) // saved anew after its link was made
	}
	return os.Remove(from)
}
