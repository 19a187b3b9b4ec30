package generator

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/capture"
	"briefbook/generator/internal/intake"
)

// importLimit is the size above which a file is not imported.
const importLimit = intake.OriginalLimit

var errImportSize = errors.New("larger than 64 MiB")

// input is a file that is to be imported, or why something that was named cannot be.
type input struct {
	name  string // as it is shown
	place string // of the operating system
	size  int64
	err   error
}

// finder lists the files to import.
type finder struct {
	list    []input
	skipped int
}

// named adds what the user named: a file, or a folder with all that is in it.
func (f *finder) named(name, place string) {
	info, err := os.Stat(place)
	switch {
	case err != nil:
		f.add(input{name: name, err: cause(err)})
	case info.IsDir():
		f.folder(name, place)
	case !capture.IsSource(name):
		f.add(input{name: name, err: unknownFormat(name)})
	default:
		f.file(name, place, info)
	}
}

func unknownFormat(name string) error {
	const known = "import reads .txt, .html, .md, .docx and .pdf"
	if ext := filepath.Ext(name); ext != "" {
		return fmt.Errorf("%w %q: %s", capture.ErrFormat, ext, known)
	}
	return fmt.Errorf("%w: its name has no extension; %s", capture.ErrFormat, known)
}

// folder adds the files of a folder and of the folders in it, in the order of their names. A link to a folder is
// not followed, so there is no way round in a circle.
func (f *finder) folder(name, place string) {
	entries, err := os.ReadDir(place)
	if err != nil {
		f.add(input{name: name, err: fmt.Errorf("list the folder: %w", cause(err))})
		return
	}
	for _, e := range entries {
		shown, at := filepath.Join(name, e.Name()), filepath.Join(place, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."):
			f.skipped++
		case e.IsDir():
			f.folder(shown, at)
		case strings.HasSuffix(strings.ToLower(e.Name()), book.LinesExt): // belongs to the file beside it
		case !capture.IsSource(e.Name()):
			f.skipped++
		default:
			info, err := os.Stat(at)
			switch {
			case err != nil:
				f.add(input{name: shown, err: cause(err)})
			case info.IsDir():
				f.skipped++
			default:
				f.file(shown, at, info)
			}
		}
	}
}

func (f *finder) file(name, place string, info fs.FileInfo) {
	in := input{name: name, place: place, size: info.Size()}
	switch {
	case !info.Mode().IsRegular():
		in.err = errors.New("not a regular file")
	case info.Size() > importLimit:
		in.err = errImportSize
	}
	f.add(in)
}

func (f *finder) add(in input) { f.list = append(f.list, in) }

// read reads a file that was found, as it is now.
func (in input) read() ([]byte, error) {
	if in.err != nil {
		return nil, in.err
	}
	return readLimited(in.place)
}

// lines reads what a person decided about the lines of the file, if that stands beside it.
func (in input) lines() ([]byte, error) {
	data, err := readLimited(in.place + book.LinesExt)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENAMETOOLONG) { // a name with no room for more has none
		return nil, nil
	}
	return data, err
}

// readLimited reads a regular file of at most importLimit bytes.
func readLimited(place string) ([]byte, error) {
	f, err := os.OpenFile(place, os.O_RDONLY|syscall.O_NONBLOCK, 0) // a pipe would wait for its writer
	if err != nil {
		return nil, cause(err)
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, cause(err)
	case !info.Mode().IsRegular():
		return nil, errors.New("not a regular file")
	case info.Size() > importLimit:
		return nil, errImportSize
	}
	data := make([]byte, 0, info.Size()+1)
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		switch {
		case errors.Is(err, io.EOF):
			return data, nil
		case err != nil:
			return nil, cause(err)
		case len(data) > importLimit:
			return nil, errImportSize
		case len(data) == cap(data): // it grew meanwhile
			data = append(data, 0)[:len(data)]
		}
	}
}
