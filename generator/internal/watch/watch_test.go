package watch

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// patience is how long a test waits for what must come; it is a bound for broken code, not a measure.
const patience = 20 * time.Second

func put(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func do(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func open(t testing.TB, o Options) *Watcher {
	t.Helper()
	w, err := New(o)
	do(t, err)
	t.Cleanup(func() { w.Close() })
	return w
}

// told waits until looks cover every path, and returns all that was told meanwhile.
func told(t testing.TB, w *Watcher, paths ...string) []Look {
	t.Helper()
	var looks []Look
	missing := slices.Clone(paths)
	late := time.After(patience)
	for len(missing) > 0 {
		select {
		case look, ok := <-w.C:
			if !ok {
				t.Fatal("C was closed")
			}
			looks = append(looks, look)
			missing = slices.DeleteFunc(missing, func(p string) bool { return covers(look, p) })
		case <-late:
			t.Fatalf("never told to look at %q; told %+v", missing, looks)
		}
	}
	return looks
}

func covers(l Look, path string) bool {
	return l.All || slices.ContainsFunc(l.Paths, func(p string) bool { return (&root{abs: path}).below(p) })
}

func TestTellsWhereToLook(t *testing.T) {
	t.Parallel()
	type step struct {
		name string
		do   func(t *testing.T, dir string)
		want []string
	}
	for _, s := range []step{
		{"a write", func(t *testing.T, d string) { put(t, d+"/notes/a.md", "new") }, []string{"notes/a.md"}},
		{"a new file", func(t *testing.T, d string) { put(t, d+"/notes/b.md", "b") }, []string{"notes/b.md"}},
		{"a deletion", func(t *testing.T, d string) { do(t, os.Remove(d+"/notes/a.md")) }, []string{"notes/a.md"}},
		{"a rename", func(t *testing.T, d string) { do(t, os.Rename(d+"/notes/a.md", d+"/notes/c.md")) }, []string{"notes/a.md", "notes/c.md"}},
		{"a new time only", func(t *testing.T, d string) { do(t, os.Chtimes(d+"/notes/a.md", time.Time{}, time.Unix(1, 0))) }, []string{"notes/a.md"}},
		{"an atomic save", func(t *testing.T, d string) {
			put(t, d+"/notes/.a.md.tmp123", "saved")
			do(t, os.Rename(d+"/notes/.a.md.tmp123", d+"/notes/a.md"))
		}, []string{"notes/a.md"}},
		{"a backup, then a new file, as vim saves", func(t *testing.T, d string) {
			put(t, d+"/notes/4913", "")
			do(t, os.Remove(d+"/notes/4913"))
			do(t, os.Rename(d+"/notes/a.md", d+"/notes/a.md~"))
			put(t, d+"/notes/a.md", "saved")
			do(t, os.Remove(d+"/notes/a.md~"))
		}, []string{"notes/a.md"}},
		{"a new folder with files in it", func(t *testing.T, d string) { put(t, d+"/people/x/y/z.md", "z") }, []string{"people/x/y/z.md"}},
		{"a folder moved in", func(t *testing.T, d string) {
			put(t, filepath.Dir(d)+"/elsewhere/deep/p.md", "p")
			do(t, os.Rename(filepath.Dir(d)+"/elsewhere", d+"/people"))
		}, []string{"people/deep/p.md"}},
		{"a folder renamed", func(t *testing.T, d string) { do(t, os.Rename(d+"/notes", d+"/remarks")) },
			[]string{"notes/a.md", "remarks/a.md", "notes/deep/b.md", "remarks/deep/b.md"}},
		{"a folder deleted", func(t *testing.T, d string) { do(t, os.RemoveAll(d+"/notes")) }, []string{"notes/a.md", "notes/deep/b.md"}},
		{"a folder moved out", func(t *testing.T, d string) { do(t, os.Rename(d+"/notes", filepath.Dir(d)+"/out")) }, []string{"notes/deep/b.md"}},
	} {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir() + "/content"
			put(t, dir+"/notes/a.md", "a")
			put(t, dir+"/notes/deep/b.md", "b")
			w := open(t, Options{Roots: []string{dir}})
			s.do(t, dir)
			var want []string
			for _, p := range s.want {
				want = append(want, filepath.Join(dir, p))
			}
			told(t, w, want...)
			if n := w.Notice(); n != "" {
				t.Errorf("notice %q", n)
			}
		})
	}
}

func TestRenamedFolderIsStillWatched(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, dir+"/a/deep/x.md", "1")
	w := open(t, Options{Roots: []string{dir}})
	do(t, os.Rename(dir+"/a", dir+"/b"))
	told(t, w, dir+"/b/deep/x.md")
	put(t, dir+"/b/deep/y.md", "2")
	told(t, w, dir+"/b/deep/y.md")
	put(t, dir+"/b/deep/x.md", "3")
	told(t, w, dir+"/b/deep/x.md")
	put(t, dir+"/a/deep/x.md", "the old name once more")
	told(t, w, dir+"/a/deep/x.md")
	put(t, dir+"/a/deep/x.md", "and again")
	told(t, w, dir+"/a/deep/x.md")
}

func TestSkips(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, dir+"/.git/HEAD", "1")
	put(t, dir+"/a.md", "1")
	w := open(t, Options{Roots: []string{dir}, Skip: func(p string) bool {
		if !strings.HasPrefix(p, dir+"/") {
			t.Errorf("asked to skip %q", p)
		}
		return strings.HasPrefix(filepath.Base(p), ".") || strings.HasSuffix(p, "~")
	}})
	put(t, dir+"/.git/HEAD", "2")
	put(t, dir+"/.git/refs/main", "2")
	put(t, dir+"/a.md~", "2")
	put(t, dir+"/a.md", "2")
	for _, look := range told(t, w, dir+"/a.md") {
		if look.All || !slices.Equal(look.Paths, []string{dir + "/a.md"}) {
			t.Errorf("told %+v", look)
		}
	}
}

// A file is watched through its folder, so that it can be replaced; its neighbours are nobody's business.
func TestRootThatIsAFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, dir+"/book.yaml", "1")
	w := open(t, Options{Roots: []string{dir + "/book.yaml"}, PollEvery: time.Hour})
	put(t, dir+"/book.yaml", "written in place")
	told(t, w, dir+"/book.yaml")
	for i := range 3 {
		put(t, dir+"/other", fmt.Sprint(i))
		put(t, dir+"/tmp", fmt.Sprint(i))
		do(t, os.Rename(dir+"/tmp", dir+"/book.yaml"))
		for _, look := range told(t, w, dir+"/book.yaml") {
			if look.All || !slices.Equal(look.Paths, []string{dir + "/book.yaml"}) {
				t.Errorf("told %+v", look)
			}
		}
	}
	do(t, os.Remove(dir+"/book.yaml"))
	told(t, w, dir+"/book.yaml")
	put(t, dir+"/book.yaml", "back")
	told(t, w, dir+"/book.yaml")
}

func TestRootsComeAndGo(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	project := dir + "/some/where/project"
	content, layouts := project+"/content", project+"/layouts"
	w := open(t, Options{Roots: []string{content, layouts}, PollEvery: time.Hour})
	put(t, content+"/notes/a.md", "the folders above came with it")
	told(t, w, content+"/notes/a.md")
	put(t, layouts+"/page.html", "an override appears")
	told(t, w, layouts+"/page.html")
	for range 3 {
		do(t, os.RemoveAll(content))
		told(t, w, content)
		put(t, content+"/notes/a.md", "recreated")
		told(t, w, content+"/notes/a.md")
		put(t, content+"/notes/b.md", "and watched")
		told(t, w, content+"/notes/b.md")
	}
}

// No event tells that a folder far above a root was renamed; a beat finds out.
func TestFoldersAboveARootAreReplaced(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	content := dir + "/some/project/content"
	put(t, content+"/a.md", "1")
	w := open(t, Options{Roots: []string{content}, PollEvery: 20 * time.Millisecond})
	do(t, os.Rename(dir+"/some", dir+"/old"))
	told(t, w, content)
	put(t, content+"/a.md", "another project under the old name")
	told(t, w, content+"/a.md")
	put(t, content+"/a.md", "is watched")
	told(t, w, content+"/a.md")
}

func TestRootThatIsALink(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, dir+"/one/notes/a.md", "1")
	put(t, dir+"/two/notes/a.md", "2")
	do(t, os.Symlink(dir+"/one", dir+"/content"))
	w := open(t, Options{Roots: []string{dir + "/content"}})
	put(t, dir+"/one/notes/a.md", "edited")
	told(t, w, dir+"/content/notes/a.md")
	do(t, os.Symlink(dir+"/two", dir+"/next"))
	do(t, os.Rename(dir+"/next", dir+"/content"))
	told(t, w, dir+"/content/notes/a.md")
	put(t, dir+"/two/notes/b.md", "new")
	told(t, w, dir+"/content/notes/b.md")
}

// A place that is reached through a link has two names; only a look at everything is sure to mean both.
func TestLinksBelowARoot(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, dir+"/real/a.md", "1")
	w := open(t, Options{Roots: []string{dir}})
	put(t, dir+"/real/a.md", "2")
	if looks := told(t, w, dir+"/real/a.md"); looks[0].All {
		t.Errorf("told to look at all: %+v", looks)
	}
	do(t, os.Symlink(dir+"/real", dir+"/alias"))
	told(t, w, dir+"/alias")
	put(t, dir+"/real/a.md", "3")
	told(t, w, dir+"/alias/a.md")
}

// Paths are spelled as the roots were given, and a path in two roots is told once when both spell it alike.
func TestSpellsPathsAsGiven(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	put(t, "content/originals/a.txt", "1")
	w := open(t, Options{Roots: []string{"./content/", "content/originals", "."}})
	put(t, "content/originals/a.txt", "2")
	looks := told(t, w, "content/originals/a.txt")
	if !slices.Equal(looks[0].Paths, []string{"content/originals/a.txt"}) {
		t.Errorf("told %+v", looks)
	}
}

func TestNoRoots(t *testing.T) {
	t.Parallel()
	if _, err := New(Options{}); err == nil {
		t.Error("no error")
	}
}

// A burst that does not end is passed on in parts, and one that nobody takes waits and grows.
func TestBursts(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	w := open(t, Options{Roots: []string{dir}, Quiet: time.Hour, Max: 20 * time.Millisecond})
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
				os.WriteFile(fmt.Sprintf("%s/%d", dir, i%50), []byte("x"), 0o644)
			}
		}
	}()
	for range 3 {
		told(t, w, dir+"/7")
	}
	close(stop)
	<-stopped
	var names []string
	for i := range 100 {
		names = append(names, fmt.Sprintf("%s/after-%d", dir, i))
		put(t, names[i], "x")
	}
	told(t, w, names...)
}

func TestCloseEndsEverything(t *testing.T) {
	dir := t.TempDir()
	put(t, dir+"/a/b/c.md", "1")
	w, err := New(Options{Roots: []string{dir}})
	do(t, err)
	put(t, dir+"/a/b/c.md", "2") // a look that nobody takes must not hold it
	for range 2 {
		do(t, w.Close())
	}
	for range w.C {
		t.Error("a look after Close")
	}
	for end := time.Now().Add(patience); ; runtime.Gosched() {
		stacks := make([]byte, 1<<20)
		stacks = stacks[:runtime.Stack(stacks, true)]
		if !bytes.Contains(stacks, []byte("watch.(*Watcher)")) && !bytes.Contains(stacks, []byte("fsnotify")) &&
			!bytes.Contains(stacks, []byte("watch.openSystem")) {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("goroutines are left:\n%s", stacks)
		}
	}
}
