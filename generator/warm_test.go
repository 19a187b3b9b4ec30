package generator

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/changes"
	"briefbook/generator/internal/memo"
	"briefbook/generator/internal/preview"
)

var (
	sequences = flag.Int("sequences", 200, "random edit sequences for the warm-equals-cold test")
	skipped   = flag.Int("sequences-from", 0, "number of the first of them")
)

var _ preview.Book = (*show)(nil)

// recorded is the record of the book as it stands.
func (d *desk) recorded(t *testing.T, edition string) string {
	t.Helper()
	g, err := New(Options{Content: filepath.Join(d.dir, "content")})
	if err != nil {
		return "no book\n"
	}
	items, err := stateOf(context.Background(), g.store, g.steps)
	if err != nil {
		return "no book\n"
	}
	r := changes.Record{Number: 1 + d.rnd.IntN(2), Edition: edition, AsOf: "2021-07-29", Items: items}
	return string(r.Bytes())
}

// everything makes every file of the book, as a map, and its diagnostics.
func everything(t *testing.T, s *show) map[string]string {
	t.Helper()
	out := map[string]string{}
	for path := range s.list {
		data, ok, err := s.File(path)
		if !ok {
			t.Fatalf("%s is listed and cannot be had", path)
		}
		if err != nil {
			out[path] = "error: " + err.Error()
			continue
		}
		out[path] = string(data)
	}
	var b bytes.Buffer
	for _, d := range s.g.store.Diagnostics() {
		_ = d.Print(&b)
	}
	out["diagnostics"] = b.String()
	return out
}

func opened(t *testing.T, dir string, e Edition) *show {
	t.Helper()
	g, err := New(Options{Content: filepath.Join(dir, "content"), Originals: filepath.Join(dir, "originals"), Edition: e})
	if err != nil {
		t.Fatal(err)
	}
	s := newShow(g)
	s.round(context.Background(), nil)
	return s
}

// After any sequence of edits the preview must show, byte for byte, what a clean build makes, and say the same.
func TestWarmEqualsCold(t *testing.T) {
	t.Parallel()
	for n := *skipped; n < *skipped+*sequences; n++ {
		d := &desk{dir: t.TempDir(), rnd: rand.New(rand.NewPCG(uint64(n), 7)), ids: []string{"nowhere"}}
		for _, p := range pool {
			_, id, _ := strings.Cut(p, "/")
			d.ids = append(d.ids, id)
		}
		d.write(t, "content/book.yaml", "title: Book\n")
		for _, p := range pool {
			d.write(t, d.full(p), d.page(p))
		}
		if n%3 == 0 {
			d.write(t, "content/editions/first.txt", d.recorded(t, "Edition nought"))
		}
		edition := []Edition{Public, Internal}[n%2]
		warm := opened(t, d.dir, edition)
		everything(t, warm)
		for range 6 {
			d.last = []string{}
			if d.rnd.IntN(2) == 0 {
				d.reword(t)
			} else {
				for range 1 + d.rnd.IntN(4) {
					d.edit(t)
				}
			}
			places := d.last
			if d.rnd.IntN(4) == 0 {
				places = memo.Everywhere
			}
			warm.round(context.Background(), places)
			if d.rnd.IntN(3) == 0 {
				continue // saved again before anybody looked
			}
			same(t, n, everything(t, warm), everything(t, opened(t, d.dir, edition)))
			if t.Failed() {
				return
			}
		}
	}
}

func same(t *testing.T, n int, warm, cold map[string]string) {
	t.Helper()
	for _, path := range slices.Sorted(maps.Keys(cold)) {
		if warm[path] != cold[path] {
			t.Errorf("sequence %d: %s:\n%s", n, path, difference(warm[path], cold[path]))
			return
		}
	}
	if len(warm) != len(cold) {
		t.Errorf("sequence %d: warm has %v, cold has %v", n, slices.Sorted(maps.Keys(warm)), slices.Sorted(maps.Keys(cold)))
	}
}

// difference shows the lines that only one of two texts has.
func difference(warm, cold string) string {
	var b strings.Builder
	w, c := strings.Split(warm, "\n"), strings.Split(cold, "\n")
	for _, l := range w {
		if !slices.Contains(c, l) {
			fmt.Fprintf(&b, "warm: %s\n", l)
		}
	}
	for _, l := range c {
		if !slices.Contains(w, l) {
			fmt.Fprintf(&b, "cold: %s\n", l)
		}
	}
	return b.String()
}
