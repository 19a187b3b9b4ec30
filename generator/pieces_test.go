package generator_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// pieces serves a folder; the front page is held back at byte cut until the browser has drawn what came before.
func pieces(t *testing.T, dir string, front []byte, cut *int) string {
	t.Helper()
	drawn := make(chan struct{}, 1)
	files := http.FileServer(http.Dir(dir))
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/drawn":
			drawn <- struct{}{}
		case "/front":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			// The script asks as soon as two frames have passed; it stands before the sheets, which hold it up no longer.
			page := strings.Replace(string(front[:*cut]), "</title>",
				"</title><script>requestAnimationFrame(() => requestAnimationFrame(() => fetch('/drawn')))</script>", 1)
			_, _ = w.Write([]byte(page))
			w.(http.Flusher).Flush()
			select {
			case <-drawn:
			case <-time.After(patience):
				t.Error("the beginning of the page was never drawn")
			}
			_, _ = w.Write(front[*cut:])
		default:
			files.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(s.Close)
	return s.URL
}

// A page that came in two pieces, cut within its head, moved what of the head was there already.
func TestHeadThatComesInPieces(t *testing.T) {
	b := newTab(t)
	p := bind(t, volume{name: "real book", edition: "public"}, "../content")
	front, err := os.ReadFile(filepath.Join(p.dir, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	cut := 0
	root := pieces(t, p.dir, front, &cut)
	b.ours = root
	for _, width := range []int64{320, 1280} {
		b.size(width, 640)
		for _, at := range []string{"Return</a>\n<a class=\"more", "Contents</a>", "tents</a>", "Chronology</a>", "People</a>", "<main", "The evidence</h2>", "The names</h2>"} {
			if cut = strings.Index(string(front), at); cut < 0 {
				t.Fatalf("there is no %q on the front page", at)
			}
			for _, shift := range b.shifts(root + "/front") {
				t.Errorf("%d px, cut before %q: %s", width, at, shift)
			}
		}
	}
}
