package sink

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"briefbook/generator/internal/book"
)

// files of a book or of a folder, by path.
type files map[string]string

// A way is one of the ways to publish; every promise holds for each.
type way struct {
	name     string
	inPlace  bool
	exchange func(a, b string) error
	link     func(a, b string) error
}

var ways = []way{
	{name: "exchange"},
	{name: "two renames", exchange: func(_, _ string) error { return errors.ErrUnsupported }},
	{name: "exchange refused", exchange: func(_, _ string) error { return syscall.EBUSY }},
	{name: "links refused", link: func(_, _ string) error { return syscall.EPERM }},
	{name: "in place", inPlace: true},
}

// each runs a test for every way, in an empty folder where the output is still to be made.
func each(t *testing.T, test func(t *testing.T, w way, out string)) {
	t.Helper()
	for _, w := range ways {
		t.Run(w.name, func(t *testing.T) {
			t.Parallel()
			test(t, w, filepath.Join(t.TempDir(), "public"))
		})
	}
}

func (w way) open(out string, o Options) (*Sink, error) {
	o.InPlace = o.InPlace || w.inPlace
	s, err := Open(out, o)
	if err == nil && w.exchange != nil {
		s.exchange = w.exchange
	}
	if err == nil && w.link != nil {
		s.link = w.link
	}
	return s, err
}

// try builds a book.
func (w way) try(out string, o Options, content files) (Report, error) {
	s, err := w.open(out, o)
	if err != nil {
		return Report{}, err
	}
	for _, path := range slices.Sorted(maps.Keys(content)) {
		if err := s.Put(path, []byte(content[path])); err != nil {
			return Report{}, errors.Join(err, s.Discard())
		}
	}
	return s.Commit()
}

// build builds a book and checks that the output holds it, and the foreign files, and nothing else.
func (w way) build(t *testing.T, out string, content, foreign files) Report {
	t.Helper()
	r, err := w.try(out, Options{}, content)
	if err != nil {
		t.Fatal(err)
	}
	want := maps.Clone(content)
	maps.Copy(want, foreign)
	same(t, out, want)
	if r.Written+r.Unchanged != len(content) || len(r.Changed) != r.Written+r.Deleted || !slices.IsSorted(r.Changed) {
		t.Errorf("the report %+v does not add up to %d files", r, len(content))
	}
	alone(t, out)
	return r
}

// same checks what is in a folder, apart from the manifest.
func same(t *testing.T, dir string, want files) {
	t.Helper()
	got := tree(t, dir)
	delete(got, manifestName)
	if !maps.Equal(got, want) {
		t.Errorf("the folder holds %q\nwant %q", got, want)
	}
}

// alone checks that nothing is left beside the output.
func alone(t *testing.T, out string) {
	t.Helper()
	list, err := os.ReadDir(filepath.Dir(out))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		if strings.HasSuffix(e.Name(), workName) {
			t.Errorf("%s is left over", e.Name())
		}
	}
}

// tree reads a folder; empty folders and links have a text of their own.
func tree(t *testing.T, dir string) files {
	t.Helper()
	got := files{}
	dir, err := filepath.EvalSymlinks(dir)
	must(t, err)
	err = filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || name == dir {
			return err
		}
		path, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		path = filepath.ToSlash(path)
		switch {
		case e.Type() == fs.ModeSymlink:
			target, err := os.Readlink(name)
			got[path] = "-> " + target
			return err
		case e.IsDir():
			if list, err := os.ReadDir(name); err != nil || len(list) == 0 {
				got[path+"/"] = ""
				return err
			}
			return nil
		}
		text, err := os.ReadFile(name)
		got[path] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// lay writes files as someone else would.
func lay(t *testing.T, dir string, content files) {
	t.Helper()
	for path, text := range content {
		name := filepath.Join(dir, path)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if target, ok := strings.CutPrefix(text, "-> "); ok {
			must(t, os.Symlink(target, name))
			continue
		}
		if strings.HasSuffix(path, "/") {
			must(t, os.MkdirAll(name, 0o755))
			continue
		}
		must(t, os.WriteFile(name, []byte(text), 0o640))
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestBooksFollowEachOther(t *testing.T) {
	t.Parallel()
	steps := []struct {
		name                        string
		book                        files
		written, unchanged, deleted int
	}{
		{"first", files{"index.html": "home", "people/a.html": "a", "people/b.html": "b", "x/y/z.css": "z"}, 4, 0, 0},
		{"the same", files{"index.html": "home", "people/a.html": "a", "people/b.html": "b", "x/y/z.css": "z"}, 0, 4, 0},
		{"one changed", files{"index.html": "home", "people/a.html": "A", "people/b.html": "b", "x/y/z.css": "z"}, 1, 3, 0},
		{"one new in a new folder", files{"index.html": "home", "people/a.html": "A", "people/b.html": "b", "x/y/z.css": "z", "n/e/w.html": "w"}, 1, 4, 0},
		{"one deleted with its folders", files{"index.html": "home", "people/a.html": "A", "people/b.html": "b", "x/y/z.css": "z"}, 0, 4, 1},
		{"renamed and changed", files{"index.html": "Home", "people/a.html": "A", "people/c.html": "b"}, 2, 1, 2},
		{"a file becomes a folder", files{"index.html": "Home", "people/a.html/deep.html": "A", "people/c.html": "b"}, 1, 2, 1},
		{"a folder becomes a file", files{"index.html": "Home", "people": "all"}, 2 - 1, 1, 2},
		{"case changes", files{"index.html": "Home", "People": "all"}, 1, 1, 1},
		{"empty files", files{"index.html": "", "People": ""}, 2, 0, 0},
		{"no files at all", files{}, 0, 0, 2},
		{"and back", files{"index.html": "home", "x/y/z.css": "z"}, 2, 0, 0},
	}
	each(t, func(t *testing.T, w way, out string) {
		for _, step := range steps {
			r := w.build(t, out, step.book, nil)
			if r.Written != step.written || r.Unchanged != step.unchanged || r.Deleted != step.deleted {
				t.Errorf("%s: %+v, want %d written, %d unchanged, %d deleted", step.name, r, step.written, step.unchanged, step.deleted)
			}
		}
	})
}

func TestUnchangedFilesAreNotTouched(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w way, out string) {
		w.build(t, out, files{"a.html": "a", "b.html": "b", "c/d.html": "d"}, nil)
		past := time.Date(2014, 2, 12, 0, 0, 0, 0, time.UTC)
		must(t, os.Chtimes(filepath.Join(out, "c/d.html"), past, past))
		before, err := os.Stat(filepath.Join(out, "c/d.html"))
		must(t, err)
		folder, err := os.Stat(out)
		must(t, err)

		w.build(t, out, files{"a.html": "a", "b.html": "b", "c/d.html": "d"}, nil)
		again, err := os.Stat(out)
		must(t, err)
		if !os.SameFile(folder, again) || !folder.ModTime().Equal(again.ModTime()) {
			t.Error("a build of the same book touched the output folder")
		}

		w.build(t, out, files{"a.html": "A", "b.html": "B", "c/d.html": "d"}, nil)
		after, err := os.Stat(filepath.Join(out, "c/d.html"))
		must(t, err)
		if w.link == nil && !os.SameFile(before, after) || !after.ModTime().Equal(past) {
			t.Error("a file with equal bytes was written anew")
		}
	})
}

func TestOutputTouchedByHandIsRepaired(t *testing.T) {
	t.Parallel()
	content := files{"a.html": "a", "b/c.html": "c", "b/d.html": "d", "e.css": "e"}
	each(t, func(t *testing.T, w way, out string) {
		w.build(t, out, content, nil)
		for name, harm := range map[string]func() error{
			"deleted":            func() error { return os.Remove(filepath.Join(out, "a.html")) },
			"folder deleted":     func() error { return os.RemoveAll(filepath.Join(out, "b")) },
			"same size":          func() error { return os.WriteFile(filepath.Join(out, "b/c.html"), []byte("X"), 0o666) },
			"other size":         func() error { return os.WriteFile(filepath.Join(out, "e.css"), []byte("other"), 0o666) },
			"everything deleted": func() error { return os.RemoveAll(out) },
			"a link instead":     func() error { return relink(filepath.Join(out, "a.html")) },
			"a folder instead":   func() error { return refolder(filepath.Join(out, "a.html")) },
		} {
			must(t, harm())
			s, err := w.open(out, Options{})
			must(t, err)
			if s.Intact() {
				t.Errorf("%s: Intact says that nothing has happened", name)
			}
			must(t, s.Discard())
			if r := w.build(t, out, content, nil); r.Written == 0 {
				t.Errorf("%s: nothing was written: %+v", name, r)
			}
			s, err = w.open(out, Options{})
			must(t, err)
			if !s.Intact() {
				t.Errorf("%s: not intact after the repair", name)
			}
			must(t, s.Discard())
		}
	})
}

func relink(name string) error {
	if err := os.Remove(name); err != nil {
		return err
	}
	return os.Symlink("e.css", name)
}

func refolder(name string) error {
	if err := os.Remove(name); err != nil {
		return err
	}
	return os.MkdirAll(filepath.Join(name, "empty"), 0o755)
}

func TestOutputBehindASymlink(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w way, out string) {
		base := filepath.Dir(out)
		lay(t, base, files{"real/": "", "public": "-> real", "later": "-> sub/not-yet"})
		for link, target := range map[string]string{out: "real", filepath.Join(base, "later"): "sub/not-yet"} {
			for _, text := range []string{"1", "2"} {
				w.build(t, link, files{"a.html": text, "b/c.html": text}, nil)
				same(t, filepath.Join(base, target), files{"a.html": text, "b/c.html": text})
			}
			if info, err := os.Lstat(link); err != nil || info.Mode().Type() != fs.ModeSymlink {
				t.Errorf("the link %s was replaced (%v)", filepath.Base(link), err)
			}
		}
	})
}

// Whoever stands in the output stands in it after the build as well.
func TestOutputIsTheWorkingFolder(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	lay(t, out, files{"CNAME": "x", "below/": ""})
	t.Chdir(filepath.Join(out, "below"))
	for _, text := range []string{"1", "2"} {
		way{}.build(t, "..", files{"a.html": text, "b.html": text}, files{"CNAME": "x", "below/": ""})
		here, err := os.Stat("..")
		must(t, err)
		there, err := os.Stat(out)
		must(t, err)
		if !os.SameFile(here, there) {
			t.Error("the folder was exchanged under the feet of the caller")
		}
	}
}

func TestOutputCannotBeOpened(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	lay(t, dir, files{"file": "x", "loop": "-> loop", ".taken.briefbook-work/mine": "x"})
	for out, word := range map[string]string{
		"file": "is a file", "file/public": "not a directory", "loop": "find", "taken": "not from a build",
	} {
		_, err := Open(filepath.Join(dir, out), Options{})
		if err == nil || !strings.Contains(err.Error(), word) {
			t.Errorf("%s: the error is %v, should say %q", out, err, word)
		}
	}
	same(t, dir, files{"file": "x", "loop": "-> loop", ".taken.briefbook-work/mine": "x"})
}

func TestFailedBuildPublishesNothing(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w way, out string) {
		w.build(t, out, files{"a.html": "1"}, nil)
		for name, harm := range map[string]func(s *Sink) error{
			"bad path":      func(s *Sink) error { return s.Put("../x", nil) },
			"twice":         func(s *Sink) error { return s.Put("b.html", nil) },
			"left open":     func(s *Sink) error { _, err := s.Create("c.html"); return err },
			"after the end": func(s *Sink) error { return s.Discard() },
		} {
			s, err := w.open(out, Options{})
			must(t, err)
			must(t, s.Put("a.html", []byte("2")))
			must(t, s.Put("b.html", []byte("2")))
			_ = harm(s)
			if _, err := s.Commit(); err == nil {
				t.Errorf("%s: the book was committed", name)
			}
			if err := s.Put("late.html", nil); err == nil {
				t.Errorf("%s: a file was taken after the end", name)
			}
			same(t, out, files{"a.html": "1"})
			alone(t, out)
		}
	})
}

func TestCreateIsPutInPieces(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w way, out string) {
		for i, text := range []string{"one", "one", "two"} {
			s, err := w.open(out, Options{})
			must(t, err)
			f, err := s.Create("print/print.html")
			must(t, err)
			for range 50_000 {
				_, err := io.WriteString(f, text)
				must(t, err)
			}
			must(t, f.Close())
			must(t, f.Close())
			must(t, s.Put("b.html", []byte(text)))
			r, err := s.Commit()
			must(t, err)
			if want := []int{2, 0, 2}[i]; r.Written != want {
				t.Errorf("%d: %+v, want %d written", i, r, want)
			}
			same(t, out, files{"print/print.html": strings.Repeat(text, 50_000), "b.html": text})
			alone(t, out)
		}
	})
}

func TestKeepAndSum(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w way, out string) {
		var sums []string
		for _, keep := range []bool{false, true, true} {
			s, err := w.open(out, Options{})
			must(t, err)
			if len(sums) > 0 && s.Sum() != sums[len(sums)-1] {
				t.Error("Open finds another sum than Commit left")
			}
			if keep {
				for path, f := range s.was.files {
					ok, err := s.Keep(path, f.sum)
					if !ok || err != nil {
						t.Errorf("Keep(%s): %v, %v", path, ok, err)
					}
				}
				if ok, err := s.Keep("index.html", s.was.files["b.css"].sum); ok || err != nil {
					t.Errorf("Keep of other bytes: %v, %v", ok, err)
				}
			} else {
				must(t, s.Put("index.html", []byte("home")))
				must(t, s.Put("b.css", []byte("b")))
			}
			if len(sums) == 2 {
				must(t, s.Put("new.html", nil))
				must(t, s.Put("new2.html", nil))
			}
			_, err = s.Commit()
			must(t, err)
			sums = append(sums, s.Sum())
		}
		if sums[0] == "" || sums[0] != sums[1] || sums[1] == sums[2] {
			t.Errorf("sums %q: equal books should have equal sums, others not", sums)
		}
		same(t, out, files{"index.html": "home", "b.css": "b", "new.html": "", "new2.html": ""})
	})
}

func TestEqualBooksHaveEqualManifests(t *testing.T) {
	t.Parallel()
	content := files{"index.html": "home", "a/b.css": "b", "한국/통일.html": "k"}
	each(t, func(t *testing.T, w way, out string) {
		w.build(t, out, files{"index.html": "before", "c": "c"}, nil)
		w.build(t, out, content, nil)
		got, err := os.ReadFile(filepath.Join(out, manifestName))
		must(t, err)
		m, err := decode(got)
		must(t, err)
		raw := encode(book.Public, true, m.files, slices.Sorted(maps.Keys(content)))
		if !bytes.Equal(raw, got) || len(m.files) != len(content) {
			t.Errorf("the manifest is %s", got)
		}
		fresh := filepath.Join(filepath.Dir(out), "fresh")
		w.build(t, fresh, content, nil)
		clean, err := os.ReadFile(filepath.Join(fresh, manifestName))
		must(t, err)
		if !bytes.Equal(clean, got) {
			t.Errorf("a clean build has another manifest than a rebuilt one:\n%s\n%s", clean, got)
		}
	})
}
