package generator

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

var kills = flag.Int("kills", 25, "how often a build is killed at a random moment")

// childVar makes the test program a build that goes on until it is killed: "content folder|output folder".
const childVar = "BRIEFBOOK_KILL_CHILD"

func TestMain(m *testing.M) {
	if dir := os.Getenv(childVar); dir != "" {
		buildForever(dir)
	}
	os.Exit(m.Run())
}

// buildForever builds two books in turn into one output.
func buildForever(dir string) {
	for i := 0; ; i++ {
		o := Options{Content: filepath.Join(dir, []string{"a", "b"}[i%2], "content"), Out: filepath.Join(dir, "public"), Cache: filepath.Join(dir, "cache")}
		g, err := New(o)
		if err == nil {
			_, _, err = g.Build(context.Background(), nil)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(3)
		}
	}
}

// Whenever a build is killed, the output is one of the two books, whole, and the next build repairs what was
// left behind. The books quote a text that the rights gate keeps in, so that each file goes through it.
func TestKilled(t *testing.T) {
	t.Parallel()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	want := map[string]map[string]string{}
	for i, name := range []string{"a", "b"} {
		changes := quoting(`"Envoys of the two towns met" [@envoys ¶1]`)
		changes["content/book.yaml"] = "title: Book " + name + "\n"
		for n := range 120 + 30*i {
			changes[fmt.Sprintf("content/notes/n%03d.md", n)] = fmt.Sprintf("---\ntitle: Note %d of %s\n---\nWords of book %s, and \"agreed to meet again on February 20\" [@envoys ¶2].\n", n, name, name)
		}
		if err := os.Rename(lay(t, changes), filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
		o := Options{Content: filepath.Join(dir, name, "content"), Out: filepath.Join(dir, "clean-"+name)}
		if g, err := New(o); err != nil || g.steps.guard(g.store.Outside()) == nil {
			t.Fatalf("the gate is off: %v", err)
		}
		mustBuild(t, o)
		want[name] = contents(t, o.Out)
		want[name]["CNAME"] = "book.example"
	}
	out := filepath.Join(dir, "public")
	mustBuild(t, Options{Content: filepath.Join(dir, "a", "content"), Out: out})
	if err := os.WriteFile(filepath.Join(out, "CNAME"), []byte("book.example"), 0o644); err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	seen := map[string]int{}
	for n := range *kills {
		child := exec.Command(program)
		child.Env = append(os.Environ(), childVar+"="+dir)
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rnd.IntN(400)) * time.Millisecond)
		_ = child.Process.Kill()
		if err := child.Wait(); child.ProcessState.ExitCode() == 3 {
			t.Fatalf("kill %d: the build failed: %v", n, err)
		}
		got := contents(t, out)
		switch {
		case maps.Equal(got, want["a"]):
			seen["a"]++
		case maps.Equal(got, want["b"]):
			seen["b"]++
		default:
			t.Fatalf("kill %d: neither book: %d files, a has %d, b has %d", n, len(got), len(want["a"]), len(want["b"]))
		}
	}
	t.Logf("%d kills: %d times book a, %d times book b, never a mixture", *kills, seen["a"], seen["b"])
	mustBuild(t, Options{Content: filepath.Join(dir, "b", "content"), Out: out})
	if !maps.Equal(contents(t, out), want["b"]) {
		t.Error("a build after the kills does not repair the output")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
