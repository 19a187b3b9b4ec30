package intake

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
)

// The sizes above which a file is refused.
const (
	Limit         = 16 << 20 // of a page: nothing that a person wrote is longer
	OriginalLimit = 64 << 20 // of a captured text or document, and of the record of an edition
)

// ErrTooLarge says that a file is longer than what is read of its kind.
var ErrTooLarge = errors.New("too large")

// limit is the size above which a file is refused; a static file, which is only copied, may be of any.
func limit(name string) int64 {
	switch first, rest, _ := strings.Cut(name, "/"); {
	case first == "originals", first == "content" && strings.HasPrefix(rest, "editions/"):
		return OriginalLimit
	case first == "content" && strings.HasPrefix(rest, "static/"):
		return math.MaxInt64
	}
	return Limit
}

// A Disk shows several folders as one file system: the first element of a name says which. It never leaves
// them: a symbolic link that points outside its folder is listed as what it is and cannot be read.
//
//	disk := intake.NewDisk(map[string]string{"content": "book/content", "layouts": "book/layouts"})
//	fs.ReadFile(disk, "content/book.yaml")
type Disk struct {
	roots map[string]string
}

// NewDisk returns a Disk over folders, which need not exist yet.
func NewDisk(roots map[string]string) *Disk { return &Disk{roots: roots} }

// Place gives the operating system's name for a name on the disk.
func (d *Disk) Place(name string) (string, error) {
	if !fs.ValidPath(name) {
		return "", &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	first, rest, _ := strings.Cut(name, "/")
	root, ok := d.roots[first]
	if !ok || root == "" {
		return "", &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return filepath.Join(root, filepath.FromSlash(rest)), nil
}

// Name is the reverse of Place: the name on the disk of an operating system's path, and whether it has one.
func (d *Disk) Name(place string) (string, bool) {
	best, length := "", -1
	for first, root := range d.roots {
		if root == "" {
			continue
		}
		rel, err := filepath.Rel(root, place)
		if err != nil || !filepath.IsLocal(rel) || len(root) <= length {
			continue
		}
		best, length = first, len(root)
		if rel != "." {
			best += "/" + filepath.ToSlash(rel)
		}
	}
	return best, length >= 0
}

// Open opens a file for reading.
func (d *Disk) Open(name string) (fs.File, error) {
	place, err := d.Place(name)
	if err != nil {
		return nil, err
	}
	return os.Open(place)
}

// ReadFile reads a file that is not too large for its kind.
func (d *Disk) ReadFile(name string) ([]byte, error) {
	place, err := d.Place(name)
	if err != nil {
		return nil, err
	}
	// Opened for waiting, a named pipe would keep everybody until somebody wrote to it.
	f, err := os.OpenFile(place, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, plain(name, err)
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, plain(name, err)
	case !info.Mode().IsRegular():
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("not a regular file")}
	case info.Size() > limit(name):
		return nil, &fs.PathError{Op: "read", Path: name, Err: fmt.Errorf("%w: over %d MiB", ErrTooLarge, limit(name)>>20)}
	}
	// One byte more than the size tells the end without a second read.
	data := make([]byte, info.Size()+1)
	n, err := io.ReadFull(f, data)
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return data[:n], nil
	case err != nil:
		return nil, plain(name, err)
	}
	rest, err := io.ReadAll(io.LimitReader(f, Limit)) // it grew meanwhile
	if err != nil {
		return nil, plain(name, err)
	}
	return append(data, rest...), nil
}

// Stat describes a file, following links.
func (d *Disk) Stat(name string) (fs.FileInfo, error) {
	place, err := d.Place(name)
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(place)
	if err != nil {
		return nil, plain(name, err)
	}
	return info, nil
}

// ReadDir lists a folder by name. A symbolic link that stays inside the folder it belongs to is listed as what
// it points to; any other keeps the type of a link.
func (d *Disk) ReadDir(name string) ([]fs.DirEntry, error) {
	place, err := d.Place(name)
	if err != nil {
		return nil, err
	}
	list, err := os.ReadDir(place)
	if err != nil {
		return nil, plain(name, err)
	}
	for i, e := range list {
		if e.Type()&fs.ModeSymlink == 0 {
			continue
		}
		if info, ok := d.inside(name, filepath.Join(place, e.Name())); ok {
			list[i] = followed{e.Name(), info}
		}
	}
	return slices.Clip(list), nil
}

// inside follows a link and reports whether it ends within the root that name belongs to.
func (d *Disk) inside(name, link string) (fs.FileInfo, bool) {
	first, _, _ := strings.Cut(name, "/")
	root, err := filepath.EvalSymlinks(d.roots[first])
	if err != nil {
		return nil, false
	}
	end, err := filepath.EvalSymlinks(link)
	if err != nil {
		return nil, false
	}
	rel, err := filepath.Rel(root, end)
	if err != nil || !filepath.IsLocal(rel) {
		return nil, false
	}
	info, err := os.Stat(end)
	if err != nil {
		return nil, false
	}
	// A link to a folder above itself would never end.
	if info.IsDir() && strings.HasPrefix(filepath.Clean(link)+string(filepath.Separator), end+string(filepath.Separator)) {
		return nil, false
	}
	return info, true
}

// followed is a directory entry for the target of a link, under the link's name.
type followed struct {
	name string
	info fs.FileInfo
}

func (f followed) Name() string               { return f.name }
func (f followed) IsDir() bool                { return f.info.IsDir() }
func (f followed) Type() fs.FileMode          { return f.info.Mode().Type() }
func (f followed) Info() (fs.FileInfo, error) { return f.info, nil }

// plain replaces the place in an error by the name, so that no path of the machine gets into a message.
func plain(name string, err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return &fs.PathError{Op: p.Op, Path: name, Err: p.Err}
	}
	return fmt.Errorf("read %s: %w", name, err)
}
