package watch

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// mirror knows a tree only by looking again where it is told to.
type mirror map[string]string

func (m mirror) look(t *testing.T, dir string, looks ...Look) {
	t.Helper()
	var paths []string
	for _, l := range looks {
		paths = append(paths, l.Paths...)
		if l.All {
			paths = []string{dir}
			break
		}
	}
	for _, p := range paths {
		maps.DeleteFunc(m, func(known, _ string) bool { return known == p || strings.HasPrefix(known, p+"/") })
		filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				if text, err := os.ReadFile(path); err == nil {
					m[path] = string(text)
				}
			}
			return nil
		})
	}
}

// Whoever looks again only where told to knows the tree as it is, whatever was done to it.
func TestMirrorEqualsTree(t *testing.T) {
	t.Parallel()
	for seed := range uint64(40) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir() + "/content"
			put(t, dir+"/a/b/c.md", "first")
			w := open(t, Options{Roots: []string{dir}})
			m := mirror{}
			m.look(t, dir, Look{All: true})
			r := rand.New(rand.NewPCG(seed, 1))
			for range 6 {
				for range 1 + r.IntN(12) {
					disturb(r, dir)
				}
				end := fmt.Sprintf("%s/end-%d", dir, r.Int())
				put(t, end, "end")
				for _, ok := m[end]; !ok; _, ok = m[end] {
					m.look(t, dir, told(t, w, end)...)
				}
			}
			// The last file stands in the root; what a deeper folder tells may follow it.
			truth := mirror{}
			truth.look(t, dir, Look{All: true})
			for !maps.Equal(m, truth) {
				late := slices.Collect(maps.Keys(truth))
				late = append(late, slices.Collect(maps.Keys(m))...)
				late = slices.DeleteFunc(late, func(path string) bool { return m[path] == truth[path] })
				m.look(t, dir, told(t, w, late...)...)
			}
		})
	}
}

// disturb does one random thing to a tree; much of it fails, which is as good.
func disturb(r *rand.Rand, dir string) {
	pick := func() string {
		path := dir
		for range 1 + r.IntN(3) {
			path += "/" + string(rune('a'+r.IntN(3)))
		}
		return path
	}
	switch p := pick(); r.IntN(8) {
	case 0, 1:
		os.MkdirAll(p, 0o755)
	case 2:
		os.RemoveAll(p)
	case 3:
		os.Rename(p, pick())
	case 4:
		os.RemoveAll(dir)
		os.MkdirAll(p, 0o755)
	default:
		os.MkdirAll(filepath.Dir(p), 0o755)
		os.WriteFile(p+".md", fmt.Append(nil, r.Int()), 0o644)
	}
}

// BenchmarkLatency is the time from the end of a write to the Look.
func BenchmarkLatency(b *testing.B) {
	dir := b.TempDir()
	for i := range 20 {
		put(b, fmt.Sprintf("%s/%d/x.md", dir, i), "x")
	}
	w := open(b, Options{Roots: []string{dir}})
	for i := 0; b.Loop(); i++ {
		do(b, os.WriteFile(dir+"/7/x.md", fmt.Append(nil, i), 0o644))
		<-w.C
	}
}

// BenchmarkPoll is one look at 10,000 files while polling.
func BenchmarkPoll(b *testing.B) {
	dir := b.TempDir()
	for i := range 10000 {
		put(b, fmt.Sprintf("%s/articles/%d.md", dir, i), "x")
	}
	w := &Watcher{o: Options{}, roots: []*root{{name: dir, abs: dir}}, polling: true}
	w.seen = w.snapshot()
	for b.Loop() {
		w.compare()
	}
}
