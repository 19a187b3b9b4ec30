package sink

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// inNamespace marks a child process of a test that may mount what it likes, seen by nobody else.
const inNamespace = "BRIEFBOOK_SINK_TEST_NAMESPACE"

// apart runs the calling test once more in a child process with mounts of its own and reports whether this is
// the child. A system that gives no such namespace to this user cannot run the test and says so.
func apart(t *testing.T) bool {
	t.Helper()
	if os.Getenv(inNamespace) != "" {
		return true
	}
	exe, err := os.Executable()
	must(t, err)
	child := exec.Command(exe, "-test.run=^"+t.Name()+"$", "-test.v")
	child.Env = append(os.Environ(), inNamespace+"=1")
	child.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}},
	}
	out, err := child.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Skipf("%s: %v", noMounts, err)
	}
	if err != nil {
		t.Errorf("in a namespace of its own: %v\n%s", err, out)
	}
	if bytes.Contains(out, []byte(noMounts)) {
		t.Skip(noMounts)
	}
	return false
}

const noMounts = "this system lets no test mount anything"

func mountTmpfs(t *testing.T, dir, options string) {
	t.Helper()
	must(t, os.MkdirAll(dir, 0o755))
	err := unix.Mount("tmpfs", dir, "tmpfs", 0, options)
	if errors.Is(err, os.ErrPermission) {
		t.Skip(noMounts) // a namespace, but one without rights
	}
	must(t, err)
	t.Cleanup(func() { must(t, unix.Unmount(dir, unix.MNT_DETACH)) })
}

func remountReadOnly(t *testing.T, dir string) {
	t.Helper()
	must(t, unix.Mount("", dir, "", unix.MS_REMOUNT|unix.MS_BIND|unix.MS_RDONLY, ""))
	t.Cleanup(func() { must(t, unix.Mount("", dir, "", unix.MS_REMOUNT|unix.MS_BIND, "")) })
}

func TestFullDisk(t *testing.T) {
	if !apart(t) {
		return
	}
	for _, w := range ways {
		disk := filepath.Join(t.TempDir(), "disk")
		mountTmpfs(t, disk, "size=256k")
		out := filepath.Join(disk, "public")
		foreign := files{"CNAME": "example.org"}
		lay(t, out, foreign)
		first := files{"a.html": strings.Repeat("1", 4000), "b.html": strings.Repeat("1", 4000)}
		w.build(t, out, first, foreign)

		large := maps.Clone(first)
		large["a.html"] = strings.Repeat("2", 4000)
		large["large.html"] = strings.Repeat("2", 400_000)
		_, err := w.try(out, Options{}, large)
		if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "write large.html: no space left on device") {
			t.Errorf("%s: the error is %v", w.name, err)
		}
		want := maps.Clone(first)
		maps.Copy(want, foreign)
		same(t, out, want)
		alone(t, out)

		s, err := w.open(out, Options{})
		must(t, err)
		f, err := s.Create("large.html")
		must(t, err)
		for range 400 {
			_, _ = f.Write(make([]byte, 1000))
		}
		if err := f.Close(); !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("%s: Close of a large file: %v", w.name, err)
		}
		if _, err := s.Commit(); !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("%s: Commit: %v", w.name, err)
		}
		same(t, out, want)
		alone(t, out)

		first["a.html"] = "small again"
		first["c.html"] = "c"
		w.build(t, out, first, foreign)
	}
}

// Every number of free inodes, from none to enough: wherever the disk fills up, nothing is published by halves.
func TestDiskFullAtAnyStep(t *testing.T) {
	if !apart(t) {
		return
	}
	for _, w := range ways[:2] {
		done := false
		for inodes := 12; inodes < 40 && !done; inodes++ {
			disk := filepath.Join(t.TempDir(), "disk")
			mountTmpfs(t, disk, "size=1m,nr_inodes=100")
			out := filepath.Join(disk, "public")
			foreign := files{"own/file": "x", "own/deep/file": "y"}
			lay(t, out, foreign)
			last := files{"a/a.html": "1", "b/b.html": "1", "c.html": "1"}
			next := files{"a/a.html": "2", "b/b.html": "2", "d/d.html": "2", "c.html": "1"}
			w.build(t, out, last, foreign)
			must(t, unix.Mount("", disk, "", unix.MS_REMOUNT, fmt.Sprint("size=1m,nr_inodes=", inodes)))
			_, err := w.try(out, Options{}, next)
			want := maps.Clone(foreign)
			if done = err == nil; done {
				maps.Copy(want, next)
			} else {
				maps.Copy(want, last)
			}
			if err != nil && !errors.Is(err, syscall.ENOSPC) {
				t.Errorf("%s, %d inodes: %v", w.name, inodes, err)
			}
			same(t, out, want)
			alone(t, out)
		}
		if !done {
			t.Errorf("%s: never enough inodes", w.name)
		}
	}
}

func TestReadOnlyOutput(t *testing.T) {
	if !apart(t) {
		return
	}
	disk := filepath.Join(t.TempDir(), "disk")
	mountTmpfs(t, disk, "")
	out := filepath.Join(disk, "public")
	way{}.build(t, out, files{"a.html": "1", "b.html": "1"}, nil)
	remountReadOnly(t, disk)
	_, err := way{}.try(out, Options{}, files{"a.html": "2", "b.html": "2"})
	if !errors.Is(err, syscall.EROFS) || !strings.Contains(err.Error(), "make a work folder for "+out) {
		t.Errorf("the error is %v", err)
	}
	if _, err := Open(filepath.Join(disk, "new"), Options{}); !errors.Is(err, syscall.EROFS) {
		t.Errorf("a new output: %v", err)
	}
	same(t, out, files{"a.html": "1", "b.html": "1"})
}

func TestOutputThatCannotBeExchanged(t *testing.T) {
	if !apart(t) {
		return
	}
	cases := map[string]func(t *testing.T, parent, out string){
		"mount point": func(t *testing.T, _, out string) { mountTmpfs(t, out, "") },
		"bind mount": func(t *testing.T, parent, out string) {
			must(t, os.MkdirAll(filepath.Join(parent, "elsewhere"), 0o755))
			must(t, os.MkdirAll(out, 0o755))
			must(t, unix.Mount(filepath.Join(parent, "elsewhere"), out, "", unix.MS_BIND, ""))
			t.Cleanup(func() { must(t, unix.Unmount(out, unix.MNT_DETACH)) })
		},
		"nothing can be made beside it": func(t *testing.T, parent, out string) {
			mountTmpfs(t, parent, "")
			mountTmpfs(t, out, "")
			remountReadOnly(t, parent)
		},
		"a mount inside": func(t *testing.T, _, out string) { mountTmpfs(t, filepath.Join(out, "media"), "") },
	}
	for name, arrange := range cases {
		t.Run(name, func(t *testing.T) {
			parent := filepath.Join(t.TempDir(), "parent")
			out := filepath.Join(parent, "public")
			arrange(t, parent, out)
			foreign := files{"CNAME": "example.org", "media/photo": "x"}
			lay(t, out, foreign)
			way{}.build(t, out, files{"a.html": "1", "b/b.html": "1", "c.css": "1"}, foreign)
			way{}.build(t, out, files{"a.html": "2", "c.css": "2", "b": "2"}, foreign)
			s, err := Open(out, Options{})
			must(t, err)
			must(t, s.Put("a.html", []byte("3")))
			if _, err := Open(out, Options{}); !errors.Is(err, ErrBusy) {
				t.Errorf("a second build: %v", err)
			}
			must(t, s.lock.Close()) // killed here
			way{}.build(t, out, files{"a.html": "4", "c.css": "4"}, foreign)
			if list, err := os.ReadDir(filepath.Join(out, workName)); err == nil {
				t.Errorf("left in the output: %v", list)
			}
		})
	}
}
