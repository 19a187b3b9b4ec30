package sink

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"briefbook/generator/internal/book"
)

// A book of 10,000 articles and 1,000 notes with their lists: 11,500 files of about 9 KB.
const benchFiles = 11_500

func benchBook() ([]string, [][]byte) {
	random := rand.NewChaCha8([32]byte{1})
	paths, texts := make([]string, benchFiles), make([][]byte, benchFiles)
	for i := range paths {
		paths[i] = fmt.Sprintf("%s/%05d.html", []string{"sources", "sources", "sources", "notes"}[i%4], i)
		texts[i] = make([]byte, 8500+i%1000)
		_, _ = random.Read(texts[i])
	}
	return paths, texts
}

// twice runs half of the work in each of two goroutines.
func twice(b *testing.B, work func(part int)) {
	b.Helper()
	var wg sync.WaitGroup
	for part := range 2 {
		wg.Go(func() { work(part) })
	}
	wg.Wait()
}

func benchBuild(b *testing.B, out string, o Options, paths []string, texts [][]byte) Report {
	b.Helper()
	s, err := Open(out, o)
	if err != nil {
		b.Fatal(err)
	}
	twice(b, func(part int) {
		for i := part; i < len(paths); i += 2 {
			if err := s.Put(paths[i], texts[i]); err != nil {
				b.Error(err)
			}
		}
	})
	r, err := s.Commit()
	if err != nil {
		b.Fatal(err)
	}
	return r
}

func BenchmarkNew(b *testing.B) {
	paths, texts := benchBook()
	for b.Loop() {
		benchBuild(b, filepath.Join(b.TempDir(), "public"), Options{}, paths, texts)
	}
}

func BenchmarkSame(b *testing.B) {
	paths, texts := benchBook()
	out := filepath.Join(b.TempDir(), "public")
	benchBuild(b, out, Options{}, paths, texts)
	for b.Loop() {
		if r := benchBuild(b, out, Options{}, paths, texts); r.Written != 0 {
			b.Fatalf("%+v", r)
		}
	}
}

// A few files differ: by exchange, in place, and in place with the rest kept unread.
func BenchmarkFewChanged(b *testing.B) {
	paths, texts := benchBook()
	sums := make([][sha256.Size]byte, len(texts))
	for i, text := range texts {
		sums[i] = sha256.Sum256(text)
	}
	for _, c := range []struct {
		name       string
		o          Options
		keep       bool
		changed, n int
	}{
		{name: "exchange", changed: 5}, {name: "one", changed: 1}, {name: "in place", o: Options{InPlace: true}, changed: 5},
		{name: "in place, kept", o: Options{InPlace: true}, keep: true, changed: 5},
	} {
		b.Run(c.name, func(b *testing.B) {
			out := filepath.Join(b.TempDir(), "public")
			benchBuild(b, out, Options{}, paths, texts)
			for b.Loop() {
				c.n++
				s, err := Open(out, c.o)
				if err != nil {
					b.Fatal(err)
				}
				twice(b, func(part int) {
					for i := part; i < len(paths); i += 2 {
						text := texts[i]
						if i < c.changed {
							text = fmt.Append(nil, c.n)
						} else if c.keep {
							if ok, err := s.Keep(paths[i], sums[i]); !ok || err != nil {
								b.Error(ok, err)
							}
							continue
						}
						if err := s.Put(paths[i], text); err != nil {
							b.Error(err)
						}
					}
				})
				if r, err := s.Commit(); err != nil || r.Written != c.changed {
					b.Fatalf("%+v %v", r, err)
				}
			}
		})
	}
}

func BenchmarkCheck(b *testing.B) {
	paths, texts := benchBook()
	out := filepath.Join(b.TempDir(), "public")
	benchBuild(b, out, Options{}, paths, texts)
	for b.Loop() {
		s, err := Open(out, Options{})
		if err != nil {
			b.Fatal(err)
		}
		twice(b, func(part int) {
			if !s.Check(part, 2) {
				b.Error("not intact")
			}
		})
		if err := s.Discard(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkManifest(b *testing.B) {
	all := map[string]file{}
	for i := range 100_000 {
		all[fmt.Sprintf("sources/%06d.html", i)] = file{size: 9000, sum: sha256.Sum256(fmt.Append(nil, i))}
	}
	order := slices.Sorted(maps.Keys(all))
	raw := encode(book.Public, true, all, order)
	b.Run("encode", func(b *testing.B) {
		for b.Loop() {
			encode(book.Public, true, all, order)
		}
	})
	b.Run("decode", func(b *testing.B) {
		for b.Loop() {
			if _, err := decode(raw); err != nil {
				b.Fatal(err)
			}
		}
	})
}
