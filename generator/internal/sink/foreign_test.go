package sink

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"briefbook/generator/internal/book"
)

func TestForeignFilesSurvive(t *testing.T) {
	t.Parallel()
	foreign := files{
		"CNAME": "example.org", ".gitkeep": "", ".git/HEAD": "ref: refs/heads/main", ".git/objects/": "",
		"people/mine.txt": "mine", "own/empty/": "", "own/link": "-> ../CNAME", "gone/kept.txt": "kept",
	}
	each(t, func(t *testing.T, w way, out string) {
		lay(t, out, foreign)
		past := time.Date(2018, 6, 1, 0, 0, 0, 0, time.UTC)
		own, cname := filepath.Join(out, "own"), filepath.Join(out, "CNAME")
		must(t, os.Chmod(cname, 0o604))
		must(t, os.Chmod(own, 0o751))
		must(t, os.Chmod(out, 0o750))
		must(t, os.Chtimes(cname, past, past))
		must(t, os.Chtimes(own, past, past))

		w.build(t, out, files{"a.html": "1", "people/b.html": "1", "gone/c.html": "1"}, foreign)
		w.build(t, out, files{"a.html": "2", "people/b.html": "2", "gone/c.html": "2"}, foreign)
		w.build(t, out, files{"a.html": "2"}, foreign)
		w.build(t, out, files{}, foreign)

		for name, mode := range map[string]fs.FileMode{cname: 0o604, own: 0o751, out: 0o750} {
			info, err := os.Stat(name)
			must(t, err)
			if info.Mode().Perm() != mode {
				t.Errorf("%s has mode %v, had %v", filepath.Base(name), info.Mode().Perm(), mode)
			}
			if name != out && !info.ModTime().Equal(past) {
				t.Errorf("%s has another time than before", filepath.Base(name))
			}
		}
	})
}

func TestForeignFileInTheWay(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name          string
		last, foreign files
		next          files
		culprit       string
	}{
		{"another file", nil, files{"index.html": "theirs"}, files{"index.html": "ours", "b": "b"}, "index.html"},
		{"same size", nil, files{"index.html": "their"}, files{"index.html": "ours!", "b": "b"}, "index.html"},
		{"a folder where a file should be", nil, files{"a/b/theirs": "x"}, files{"a": "ours", "b": "b"}, "a/b/theirs"},
		{"foreign file in our folder", files{"a/b.html": "x"}, files{"a/theirs": "x"}, files{"a": "ours", "b": "b"}, "a/theirs"},
		{"a file where a folder should be", nil, files{"a": "theirs"}, files{"a/b.html": "ours", "b": "b"}, "a"},
		{"a link where a folder should be", nil, files{"a": "-> elsewhere", "elsewhere/b.html": "ours"}, files{"a/b.html": "ours", "b": "b"}, "a"},
		{"a link where a file should be", nil, files{"a": "-> CNAME", "CNAME": "x"}, files{"a": "x", "b": "b"}, "a"},
	}
	each(t, func(t *testing.T, w way, out string) {
		for _, c := range cases {
			out := filepath.Join(out, c.name)
			if c.last != nil {
				w.build(t, out, c.last, nil)
			}
			lay(t, out, c.foreign)
			before := tree(t, out)
			_, err := w.try(out, Options{}, c.next)
			if !errors.Is(err, ErrForeign) || !strings.Contains(err.Error(), filepath.Join(out, c.culprit)) {
				t.Errorf("%s: the error is %v, should name %s", c.name, err, c.culprit)
			}
			if after := tree(t, out); !maps.Equal(before, after) {
				t.Errorf("%s: the refused build left %q, there was %q", c.name, after, before)
			}
			alone(t, out)
		}
	})
}

func TestForeignFilesWithOurBytesAreAdopted(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w way, out string) {
		lay(t, out, files{"index.html": "home", "a/b.css": "b", "a/c.css": "theirs"})
		kept := files{"a/c.css": "theirs"}
		if r := w.build(t, out, files{"index.html": "home", "a/b.css": "b"}, kept); r.Written != 0 {
			t.Errorf("adopting wrote files: %+v", r)
		}
		w.build(t, out, files{"index.html": "new"}, kept)
	})
}

func TestFolderWithoutUsableManifest(t *testing.T) {
	t.Parallel()
	mark := Options{Mark: []byte(`content="briefbook"`)}
	last := files{"index.html": `<meta name="generator" content="briefbook">`, "a.html": "1", "b.html": "1"}
	next := files{"index.html": `<meta name="generator" content="briefbook">!`, "a.html": "2"}
	cases := []struct {
		name     string
		manifest string // "" = none at all
		o        Options
		err      error
	}{
		{"a copy without dot files", "", mark, nil},
		{"not known for a book", "", Options{}, ErrForeign},
		{"cut short", headOpen + "public" + headMid + "true" + headClose + "\n" + linePath + "a.ht", Options{}, nil},
		{"of zero bytes", " ", Options{}, nil},
		{"merged by git", "<<<<<<< HEAD\n{\n=======\n", Options{}, nil},
		{"names a path outside", `{"briefbook":1,"edition":"public","complete":true,"files":[{"path":"../x","size":1,"sha256":"` + strings.Repeat("0", 64) + `"}]}`, Options{}, nil},
		{"of the other edition, cut short", headOpen + "internal" + headMid + "true" + headClose + "\n", Options{}, ErrEdition},
		{"edition lost, internal book", "{", Options{Edition: book.Internal}, ErrEdition},
		{"no manifest, internal book", "", Options{Edition: book.Internal, Mark: mark.Mark}, ErrEdition},
	}
	each(t, func(t *testing.T, w way, out string) {
		for _, c := range cases {
			out := filepath.Join(out, c.name)
			lay(t, filepath.Dir(out), files{"x": "outside"})
			w.build(t, out, last, nil)
			must(t, os.Remove(filepath.Join(out, manifestName)))
			if c.manifest != "" {
				lay(t, out, files{manifestName: strings.TrimSpace(c.manifest)})
			}
			_, err := w.try(out, c.o, next)
			if !errors.Is(err, c.err) {
				t.Errorf("%s: the error is %v, want %v", c.name, err, c.err)
			}
			want := maps.Clone(last)
			if c.err == nil {
				maps.Copy(want, next)
			}
			same(t, out, want) // b.html stays: nothing says any more that it is ours
		}
	})
}

func TestEditionsDoNotMix(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w way, out string) {
		for _, e := range []book.Edition{book.Public, book.Internal} {
			out := filepath.Join(out, string(e))
			_, err := w.try(out, Options{Edition: e}, files{"a.html": string(e)})
			must(t, err)
			other := map[book.Edition]book.Edition{book.Public: book.Internal, book.Internal: book.Public}[e]
			if _, err := w.try(out, Options{Edition: other}, files{"a.html": "x"}); !errors.Is(err, ErrEdition) {
				t.Errorf("%s into %s: %v", other, e, err)
			}
			same(t, out, files{"a.html": string(e)})
			alone(t, out)
		}
	})
}
