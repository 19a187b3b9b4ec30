package generator

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"briefbook/generator/internal/intake"
)

// ErrNoGit says that a revision was asked for and the program git is not there.
var ErrNoGit = errors.New("git is not installed")

// ErrNoRevision says that a name is that of no state of a book.
var ErrNoRevision = errors.New("no such folder, and no such revision")

// revision is a state of a content folder in the git repository that it lies in. It is read with the program git,
// which is given no shell, asks nobody, checks nothing out and fetches nothing.
type revision struct {
	dir  string // the content folder
	name string // as the user gave it
}

// files reads the pages of the revision.
func (v revision) files(ctx context.Context) (*snapshot, error) {
	if strings.HasPrefix(v.name, "-") || strings.ContainsFunc(v.name, unicode.IsControl) {
		return nil, fmt.Errorf("%w: %q cannot be a revision", ErrUsage, v.name)
	}
	commit, err := v.git(ctx, nil, "rev-parse", "--verify", "--quiet", "--end-of-options", v.name+"^{commit}")
	if err != nil {
		return nil, err
	}
	listing, err := v.git(ctx, nil, "ls-tree", "-r", "-l", "-z", strings.TrimSpace(string(commit)))
	if err != nil {
		return nil, err
	}
	blobs := pagesIn(string(listing))
	if len(blobs) == 0 {
		return nil, fmt.Errorf("%w: the revision %q has no book in %s", ErrUsage, v.name, v.dir)
	}
	var ask bytes.Buffer
	for _, b := range blobs {
		ask.WriteString(b.object + "\n")
	}
	data, err := v.git(ctx, &ask, "cat-file", "--batch")
	if err != nil {
		return nil, err
	}
	return unpack(blobs, data)
}

// git runs git on the content folder and gives what it prints.
func (v revision) git(ctx context.Context, in io.Reader, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-C", v.dir, "--no-pager", "--no-replace-objects"}, args...)...)
	cmd.Env = append(os.Environ(), "LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none")
	cmd.Stdin = in
	var out, says bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &says
	err := cmd.Run()
	var status *exec.ExitError
	switch {
	case err == nil:
		return out.Bytes(), nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, exec.ErrNotFound), errors.Is(err, exec.ErrDot):
		return nil, fmt.Errorf("read the revision %q: %w", v.name, ErrNoGit)
	case !errors.As(err, &status):
		return nil, fmt.Errorf("run git: %w", err)
	}
	first, _, _ := strings.Cut(strings.TrimSpace(says.String()), "\n")
	switch {
	case args[0] == "rev-parse" && first == "":
		return nil, fmt.Errorf("%w: %q: %w", ErrUsage, v.name, ErrNoRevision)
	case strings.Contains(first, "not a git repository"):
		return nil, fmt.Errorf("%w: %q: %w: the book lies in no git repository", ErrUsage, v.name, ErrNoRevision)
	}
	return nil, fmt.Errorf("read the revision %q: git: %s", v.name, strings.TrimPrefix(first, "fatal: "))
}

// blob is a file of a revision.
type blob struct{ object, path string }

// pagesIn are the files of a listing that pages are made of.
func pagesIn(listing string) (list []blob) {
	for entry := range strings.SplitSeq(listing, "\x00") {
		about, name, ok := strings.Cut(entry, "\t")
		f := strings.Fields(about) // mode, type, object, size
		if !ok || len(f) != 4 || f[1] != "blob" || f[0] == "120000" || !fs.ValidPath(name) {
			continue
		}
		if size, err := strconv.ParseInt(f[3], 10, 64); err != nil || size > intake.Limit {
			continue
		}
		if top, _, _ := strings.Cut(name, "/"); top == "static" || top == "originals" || top == "editions" {
			continue
		}
		switch strings.ToLower(path.Ext(name)) {
		case ".md", ".txt", ".html", ".htm", ".yaml", ".lines":
			list = append(list, blob{f[2], "content/" + name})
		}
	}
	return list
}

// unpack reads what git prints for the objects it was asked for.
func unpack(blobs []blob, data []byte) (*snapshot, error) {
	s := &snapshot{files: map[string][]byte{}, dirs: map[string][]fs.DirEntry{}}
	in := bufio.NewReader(bytes.NewReader(data))
	for _, b := range blobs {
		line, err := in.ReadString('\n')
		f := strings.Fields(line)
		if err != nil || len(f) != 3 || f[1] != "blob" {
			return nil, fmt.Errorf("read %s from git: %s", b.path, strings.TrimSpace(line))
		}
		size, err := strconv.Atoi(f[2])
		if err != nil || size < 0 || size > len(data) {
			return nil, fmt.Errorf("read %s from git: it has no size", b.path)
		}
		text := make([]byte, size+1)
		if _, err := io.ReadFull(in, text); err != nil {
			return nil, fmt.Errorf("read %s from git: %w", b.path, err)
		}
		s.put(b.path, text[:size])
	}
	for _, list := range s.dirs {
		slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	}
	return s, nil
}

// snapshot is a few files in memory, as a file system.
type snapshot struct {
	files map[string][]byte
	dirs  map[string][]fs.DirEntry
}

func (s *snapshot) put(name string, data []byte) {
	s.files[name] = data
	for is := entry(name); ; is = entry(is.dir()) + "/" {
		dir := is.dir()
		_, known := s.dirs[dir]
		s.dirs[dir] = append(s.dirs[dir], is)
		if known || dir == "." {
			return
		}
	}
}

// Open implements fs.FS. Nobody opens what can be read whole.
func (s *snapshot) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// ReadFile implements fs.ReadFileFS.
func (s *snapshot) ReadFile(name string) ([]byte, error) {
	if data, ok := s.files[name]; ok {
		return data, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// ReadDir implements fs.ReadDirFS.
func (s *snapshot) ReadDir(name string) ([]fs.DirEntry, error) {
	if list, ok := s.dirs[name]; ok {
		return list, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// entry is a path as an entry of its folder; that of a folder ends in a slash.
type entry string

func (e entry) dir() string { return path.Dir(strings.TrimSuffix(string(e), "/")) }

// Name implements fs.DirEntry.
func (e entry) Name() string { return path.Base(string(e)) }

// IsDir implements fs.DirEntry.
func (e entry) IsDir() bool { return strings.HasSuffix(string(e), "/") }

// Type implements fs.DirEntry.
func (e entry) Type() fs.FileMode {
	if e.IsDir() {
		return fs.ModeDir
	}
	return 0
}

// Info implements fs.DirEntry. There is nothing more to know.
func (e entry) Info() (fs.FileInfo, error) {
	return nil, &fs.PathError{Op: "stat", Path: string(e), Err: fs.ErrNotExist}
}
