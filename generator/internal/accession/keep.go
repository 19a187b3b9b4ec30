package accession

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"briefbook/generator/internal/book"
)

// ErrTaken says that a file of this id stands already, with something else in it.
var ErrTaken = errors.New("the id is taken")

// Folder is where the files of sources are kept.
type Folder struct {
	Articles  string // of the cards
	Originals string // of the captured texts
}

// Files are what is kept of one source.
type Files struct {
	Ext   string // of the original: ".pdf"
	Raw   []byte // the untouched file
	Text  []byte // taken out of it, nil when it is its own text
	Lines []byte // what a person decided about its lines, nil for nothing
	Card  []byte
}

// OriginalName is the name of a source's original in its folder.
func OriginalName(id book.ID, ext string) string { return string(id) + ext }

// CardName is the name of a source's card in its folder.
func CardName(id book.ID) string { return string(id) + ".md" }

// Keep puts a source into the folders, the card last. It replaces nothing: when something else has a name that
// is needed it takes back what it has written and returns [ErrTaken]. An original that stands there already, byte
// for byte, is as good as written: an import that was cut short left it behind.
func (f Folder) Keep(id book.ID, files Files) (err error) {
	var made []string
	defer func() {
		if err != nil {
			for _, name := range made {
				_ = os.Remove(name)
			}
		}
	}()
	for _, dir := range []string{f.Originals, f.Articles} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return fmt.Errorf("make the folder %s: %w", filepath.Base(dir), cause(err))
		}
	}
	original := filepath.Join(f.Originals, OriginalName(id, files.Ext))
	text := original // what line numbers count
	if files.Text != nil {
		text += book.TextExt
	}
	for _, file := range []struct {
		name string
		data []byte
	}{{original, files.Raw}, {original + book.TextExt, files.Text}, {text + book.LinesExt, files.Lines}} {
		if file.data == nil {
			continue
		}
		switch err := place(file.name, file.data); {
		case err == nil:
			made = append(made, file.name)
		case !errors.Is(err, fs.ErrExist):
			return fmt.Errorf("write %s: %w", filepath.Base(file.name), cause(err))
		case !holds(file.name, file.data):
			return ErrTaken
		}
	}
	switch err := place(filepath.Join(f.Articles, CardName(id)), files.Card); {
	case errors.Is(err, fs.ErrExist):
		return ErrTaken
	case err != nil:
		return fmt.Errorf("write %s: %w", CardName(id), cause(err))
	}
	return nil
}

// place writes a new file, whole or not at all. Where there is a file of this name the error is fs.ErrExist.
func place(name string, data []byte) error {
	if _, err := os.Lstat(name); err == nil {
		return fs.ErrExist
	}
	f, err := unnamed(filepath.Dir(name))
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(data)
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	// A link, unlike a renaming, fails when the name is taken meanwhile.
	switch err := os.Link(f.Name(), name); {
	case err == nil, errors.Is(err, fs.ErrExist):
		return err
	}
	return placeDirectly(name, data) // a file system without links
}

// cause is an error without the name of the file that nobody but us knows.
func cause(err error) error {
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		return p.Err
	}
	if l := (*os.LinkError)(nil); errors.As(err, &l) {
		return l.Err
	}
	return err
}

// unfinished is how the names of files begin that are not whole yet.
const unfinished = ".import-"

// Sweep removes what imports that were killed have left unfinished. It must not run beside another import.
func (f Folder) Sweep() {
	for _, dir := range []string{f.Originals, f.Articles} {
		entries, _ := os.ReadDir(dir) // what cannot be listed is told by the first file that is kept
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), unfinished) && e.Type().IsRegular() {
				_ = os.Remove(filepath.Join(dir, e.Name()))
			}
		}
	}
}

// unnamed opens a new file that is part of no book: its name begins with a full stop.
func unnamed(dir string) (*os.File, error) {
	for n := 0; ; n++ {
		name := filepath.Join(dir, fmt.Sprintf("%s%d-%d", unfinished, os.Getpid(), n))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// placeDirectly writes a new file under its own name and takes it away again if that fails.
func placeDirectly(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err := errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(name))
	}
	return nil
}

// holds reports whether a file has these bytes.
func holds(name string, data []byte) bool {
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(data)) {
		return false
	}
	there, err := os.ReadFile(name)
	return err == nil && bytes.Equal(there, data)
}
