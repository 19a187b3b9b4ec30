package sink

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// kills is how often the kill test kills a build; 100 and more for a release.
var kills = flag.Int("kills", 25, "builds to kill in TestKilledBuild")

// childOutput tells a child process of the tests which output to build into without end.
const childOutput, childWay = "BRIEFBOOK_SINK_TEST_OUTPUT", "BRIEFBOOK_SINK_TEST_WAY"

func TestMain(m *testing.M) {
	if out := os.Getenv(childOutput); out != "" {
		fmt.Fprintln(os.Stderr, buildForever(out, os.Getenv(childWay)))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// buildForever builds two books into one folder in turn, and says a word when it begins and after each.
func buildForever(out, name string) error {
	w := wayNamed(name)
	for i := os.Getpid(); ; i++ {
		fmt.Println("next")
		if _, err := w.try(out, Options{}, killBook(i%2)); err != nil {
			return err
		}
	}
}

func wayNamed(name string) way {
	for _, w := range ways {
		if w.name == name {
			return w
		}
	}
	panic("no way " + name)
}

// killBook is one of two books that differ in every manner: new, changed, deleted and equal files, a file that
// is a folder in the other and the reverse.
func killBook(n int) files {
	content := files{"index.html": fmt.Sprint("home ", n), "same.css": "same"}
	for i := range 25 {
		content[fmt.Sprintf("sources/%02d.html", i)] = strings.Repeat(fmt.Sprint(n, " "), 500+i)
		content[fmt.Sprintf("same/%02d.html", i)] = strings.Repeat("same ", i)
		content[fmt.Sprintf("only-%d/%02d.html", n, i)] = strings.Repeat("only ", i)
	}
	content["turn"+[]string{"", "/deep/file"}[n]] = "file or folder"
	content["back"+[]string{"/deep/file", ""}[n]] = "folder or file"
	return content
}

var killForeign = files{"CNAME": "example.org\n", "sources/own.txt": "own", ".git/HEAD": "ref", "own/": ""}

func TestKilledBuild(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		way    string
		whole  bool // nobody ever sees a mixture
		gone   bool // the folder may be away until the next Open
		rounds int
	}{
		{"exchange", true, false, *kills},
		{"two renames", true, true, *kills / 3},
		{"in place", false, false, *kills / 3},
	} {
		t.Run(c.way, func(t *testing.T) {
			t.Parallel()
			out := filepath.Join(t.TempDir(), "public")
			lay(t, out, killForeign)
			k := killer{out: out, way: c.way, length: 20 * time.Millisecond, seed: uint64(time.Now().UnixNano())}
			k.random = rand.New(rand.NewPCG(k.seed, 0))
			seen := map[string]int{}
			for range c.rounds {
				k.kill(t)
				state := stateOf(t, out)
				seen[state]++
				ok := state == "A" || state == "B" || state == "none" && !k.published || state == "gone" && c.gone
				if c.whole && !ok {
					t.Fatalf("seed %d: after a kill the folder holds %s", k.seed, state)
				}
				k.published = k.published || state != "none"
			}
			t.Logf("%d kills left %v", c.rounds, seen)
			wayNamed(c.way).build(t, out, killBook(0), killForeign)
		})
	}
}

// killer kills builds of one folder.
type killer struct {
	out, way  string
	length    time.Duration // of a build, as last measured
	published bool          // a book is out
	seed      uint64
	random    *rand.Rand
}

// kill lets a child finish no, one or two builds and kills it somewhere in the next.
func (k *killer) kill(t *testing.T) {
	t.Helper()
	exe, err := os.Executable()
	must(t, err)
	child := exec.Command(exe)
	child.Env = append(os.Environ(), childOutput+"="+k.out, childWay+"="+k.way)
	var trouble strings.Builder
	child.Stderr = &trouble
	pipe, err := child.StdoutPipe()
	must(t, err)
	must(t, child.Start())
	words := bufio.NewReader(pipe)
	begin := time.Now()
	for n := range 1 + k.random.IntN(3) {
		if _, err := words.ReadString('\n'); err != nil {
			t.Fatalf("the child did not build: %v %s", err, trouble.String())
		}
		if n > 0 {
			k.length, k.published = time.Since(begin), true
		}
		begin = time.Now()
	}
	time.Sleep(time.Duration(k.random.Int64N(int64(k.length)))) // a random moment is what is tested
	must(t, child.Process.Kill())
	var exit *exec.ExitError
	if err := child.Wait(); !errors.As(err, &exit) || exit.Exited() {
		t.Fatalf("the child ended by itself: %v %s", err, trouble.String())
	}
}

// stateOf says which book the folder holds: "A", "B", "none" before the first, or what else.
func stateOf(t *testing.T, out string) string {
	t.Helper()
	if _, err := os.Stat(out); err != nil {
		return "gone"
	}
	got := tree(t, out)
	if maps.Equal(got, killForeign) {
		return "none"
	}
	m, err := loadManifest(out)
	if err != nil {
		return "a bad manifest"
	}
	delete(got, manifestName)
	for n, name := range []string{"A", "B"} {
		want := killBook(n)
		maps.Copy(want, killForeign)
		if maps.Equal(got, want) && m.complete && len(m.files) == len(killBook(n)) {
			return name
		}
	}
	return "a mixture"
}

// A build can die between any two steps; each row is the disk at such a moment.
func TestNextBuildRepairs(t *testing.T) {
	t.Parallel()
	last, next := files{"a.html": "1", "b.html": "1", "same": "="}, files{"a.html": "2", "c.html": "2", "same": "="}
	foreign := files{"CNAME": "example.org", "own/x": "x"}
	cases := []struct {
		name  string
		stop  func(s *Sink, p plan) error // does the steps up to the kill
		found files                       // what Open makes of it
	}{
		{"while staging", func(*Sink, plan) error { return nil }, last},
		{"before the exchange", func(s *Sink, p plan) error {
			s.exchange = func(_, _ string) error { return errKilled }
			_, err := s.swap(p)
			return err
		}, last},
		{"after the exchange", func(s *Sink, p plan) error {
			s.exchange = func(a, b string) error { return errors.Join(exchange(a, b), errKilled) }
			_, err := s.swap(p)
			return err
		}, next},
		{"while the old tree is taken apart", func(s *Sink, p plan) error {
			s.exchange = func(a, b string) error { return errors.Join(exchange(a, b), errKilled) }
			_, err := s.swap(p)
			return errors.Join(err, os.Rename(s.tree(), s.spent()), os.Remove(filepath.Join(s.spent(), "a.html")))
		}, next},
		{"when the old tree is gone", func(s *Sink, p plan) error {
			_, err := s.swap(p)
			return err
		}, next},
		{"between the two renames", func(s *Sink, p plan) error {
			s.exchange = func(_, _ string) error { return errKilled }
			_, err := s.swap(p)
			return errors.Join(err, os.Rename(s.out, s.spent()))
		}, last},
		{"after the two renames", func(s *Sink, p plan) error {
			s.exchange = func(_, _ string) error { return errKilled }
			_, err := s.swap(p)
			return errors.Join(err, os.Rename(s.out, s.spent()), os.Rename(s.tree(), s.out))
		}, next},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			out := filepath.Join(t.TempDir(), "public")
			lay(t, out, foreign)
			way{}.build(t, out, last, foreign)
			s, err := Open(out, Options{})
			must(t, err)
			for path, text := range next {
				must(t, s.Put(path, []byte(text)))
			}
			if err := c.stop(s, s.plan()); err != nil && !errors.Is(err, errKilled) {
				t.Fatal(err)
			}
			must(t, s.lock.Close())

			again, err := Open(out, Options{Wait: time.Minute}) // a process that is just being started may hold the lock for a moment
			must(t, err)
			want := maps.Clone(c.found)
			maps.Copy(want, foreign)
			same(t, out, want)
			must(t, again.Discard())
			alone(t, out)
			way{}.build(t, out, next, foreign)
		})
	}
}

var errKilled = errors.New("killed here")

// What someone puts into the output between the links and the exchange is moved over.
func TestFilesThatAppearDuringTheExchange(t *testing.T) {
	t.Parallel()
	out := filepath.Join(t.TempDir(), "public")
	lay(t, out, files{"CNAME": "old.example.org"})
	way{}.build(t, out, files{"a/a.html": "1", "b.html": "1"}, files{"CNAME": "old.example.org"})
	busy := way{exchange: func(a, b string) error {
		lay(t, out, files{"new/deep/file": "new", "a/beside.txt": "new", "CNAME.tmp": "new.example.org"})
		must(t, os.Rename(filepath.Join(out, "CNAME.tmp"), filepath.Join(out, "CNAME")))
		later := time.Now().Add(time.Second)
		must(t, os.Chtimes(filepath.Join(out, "CNAME"), later, later))
		return exchange(a, b)
	}}
	want := files{"CNAME": "new.example.org", "new/deep/file": "new", "a/beside.txt": "new"}
	busy.build(t, out, files{"b.html": "2", "c.html": "2"}, want)
}
