package sink

import (
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

func TestSecondBuildIsToldOfTheFirst(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w way, out string) {
		first, err := w.open(out, Options{})
		must(t, err)
		if _, err := w.open(out, Options{Wait: 30 * time.Millisecond}); !errors.Is(err, ErrBusy) {
			t.Errorf("a second build got %v", err)
		}
		must(t, first.Put("a.html", []byte("first")))
		_, err = first.Commit()
		must(t, err)
		same(t, out, files{"a.html": "first"})
	})
}

func TestBuildsWaitForEachOther(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w way, out string) {
		books := make([]files, 6)
		var wg sync.WaitGroup
		for n := range books {
			books[n] = files{"index.html": fmt.Sprint(n), fmt.Sprintf("own/%d.html", n): "x", "same": "="}
			wg.Go(func() {
				if _, err := w.try(out, Options{Wait: time.Minute}, books[n]); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		m, err := loadManifest(out)
		must(t, err)
		for _, b := range books {
			if _, ours := m.files["own/"+b["index.html"]+".html"]; ours {
				same(t, out, b)
			}
		}
		if len(m.files) != 3 {
			t.Errorf("the manifest names %q, should name one book", m.order)
		}
		alone(t, out)
	})
}

func TestPutFromManyGoroutines(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w way, out string) {
		want := files{}
		for i := range 400 {
			want[fmt.Sprintf("%d/%d/%d.html", i%3, i%7, i)] = fmt.Sprint(i)
		}
		for range 2 {
			s, err := w.open(filepath.Clean(out), Options{})
			must(t, err)
			var wg sync.WaitGroup
			for part := range 4 {
				wg.Go(func() {
					s.Check(part, 4)
					for i := part; i < 400; i += 4 {
						if err := s.Put(fmt.Sprintf("%d/%d/%d.html", i%3, i%7, i), fmt.Append(nil, i)); err != nil {
							t.Error(err)
						}
					}
				})
			}
			wg.Wait()
			_, err = s.Commit()
			must(t, err)
			same(t, out, want)
		}
	})
}
