package preview

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

// shelf is a book in memory that can be edited.
type shelf struct {
	mu    sync.Mutex
	files map[string]string
	err   map[string]error
	asked map[string]int
}

func newShelf(files map[string]string) *shelf {
	return &shelf{files: files, err: map[string]error{}, asked: map[string]int{}}
}

func (s *shelf) File(path string) ([]byte, bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked[path]++
	text, ok := s.files[path]
	return []byte(text), ok, s.err[path]
}

func (s *shelf) put(path, text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files[path] = text
	delete(s.err, path)
}

func (s *shelf) remove(path string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.files, path)
}

func (s *shelf) fail(path string, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.err[path] = err
}

func (s *shelf) count(path string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.asked[path]
}

func book() *shelf {
	return newShelf(map[string]string{
		"index.html":       "<!doctype html><title>Home</title><body><main>Home</main></body>",
		"404.html":         "<!doctype html><title>Not here</title><body><main>Not here</main></body>",
		"notes/index.html": "<!doctype html><title>Notes</title><body>Notes</body>",
		"notes/a.html":     `<!doctype html><link rel="stylesheet" href="../assets/page.css"><body>A</body>`,
		"notes/b c.html":   "<!doctype html><body>B</body>",
		"assets/page.css":  "body { color: black }",
		"assets/page.js":   "var page",
		"data.bin":         "0123456789",
		"bare.html":        "<p>no end of body",
	})
}

// ask makes a request as if to 127.0.0.1; headers come in pairs.
func ask(s *Server, method, target string, headers ...string) *http.Response {
	r := httptest.NewRequest(method, "http://127.0.0.1:8000/", nil)
	r.URL.Path, r.URL.RawQuery, _ = strings.Cut(target, "?")
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func text(t testing.TB, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestPages(t *testing.T) {
	t.Parallel()
	s := New(book(), Options{})
	for _, c := range []struct {
		path   string
		status int
		kind   string
		holds  string
	}{
		{"/", 200, "text/html; charset=utf-8", "<main>Home</main>"},
		{"/index.html", 200, "text/html; charset=utf-8", "<main>Home</main>"},
		{"/notes/", 200, "text/html; charset=utf-8", "Notes"},
		{"/notes/b c.html", 200, "text/html; charset=utf-8", "B"},
		{"/assets/page.css", 200, "text/css; charset=utf-8", "color: black"},
		{"/assets/page.js", 200, "text/javascript; charset=utf-8", "var page"},
		{"/data.bin", 200, "application/octet-stream", "0123456789"},
		{"/bare.html", 200, "text/html; charset=utf-8", "<p>no end of body<script src="},
		{"/nothing.html", 404, "text/html; charset=utf-8", "Not here"},
		{"/nothing/at/all/", 404, "text/html; charset=utf-8", `data-page="nothing/at/all/index.html" data-version="missing.`},
		{"/-/live.js", 200, "text/javascript; charset=utf-8", "EventSource"},
		{"/-/live.css", 200, "text/css; charset=utf-8", ":host"},
		{"/-/preview.go", 404, "text/plain; charset=utf-8", "no such file"},
	} {
		r := ask(s, "GET", c.path)
		body := text(t, r)
		if r.StatusCode != c.status || r.Header.Get("Content-Type") != c.kind || !strings.Contains(body, c.holds) {
			t.Errorf("%s: %s %q\n%s", c.path, r.Status, r.Header.Get("Content-Type"), body)
		}
		for header, want := range map[string]string{
			"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin",
			"Access-Control-Allow-Origin": "",
		} {
			if got := r.Header.Get(header); got != want {
				t.Errorf("%s: %s: %q", c.path, header, got)
			}
		}
		head := ask(s, "HEAD", c.path)
		if b := text(t, head); head.StatusCode != c.status || c.status == 200 && b != "" {
			t.Errorf("HEAD %s: %s %q", c.path, head.Status, b)
		}
	}
}

func TestFolderWithoutSlash(t *testing.T) {
	t.Parallel()
	r := ask(New(book(), Options{}), "GET", "/notes")
	if r.StatusCode != http.StatusFound || r.Header.Get("Location") != "/notes/" {
		t.Errorf("%s to %q", r.Status, r.Header.Get("Location"))
	}
}

func TestScriptInPages(t *testing.T) {
	t.Parallel()
	b := book()
	s := New(b, Options{})
	page := text(t, ask(s, "GET", "/notes/a.html"))
	if !strings.Contains(page, `A<script src="/-/live.js" defer data-page="notes/a.html" data-version="`) ||
		!strings.HasSuffix(page, `"></script></body>`) {
		t.Errorf("page %s", page)
	}
	b.put("assets/page.css", "body { color: blue }")
	if again := text(t, ask(s, "GET", "/notes/a.html")); again == page {
		t.Error("a new sheet does not make a new version")
	}
	if sheet := text(t, ask(s, "GET", "/assets/page.css")); strings.Contains(sheet, "script") {
		t.Errorf("sheet %s", sheet)
	}
}

func TestUnchangedIsNotSentAgain(t *testing.T) {
	t.Parallel()
	b := book()
	s := New(b, Options{})
	for _, path := range []string{"/", "/assets/page.css"} {
		tag := ask(s, "GET", path).Header.Get("ETag")
		if r := ask(s, "GET", path, "If-None-Match", tag); r.StatusCode != http.StatusNotModified || text(t, r) != "" {
			t.Errorf("%s: %s", path, r.Status)
		}
		b.put("index.html", "<body>new for "+path+"</body>")
		b.put("assets/page.css", "new for "+path)
		if r := ask(s, "GET", path, "If-None-Match", tag); r.StatusCode != http.StatusOK {
			t.Errorf("%s edited: %s", path, r.Status)
		}
	}
}

func TestPageThatCannotBeMade(t *testing.T) {
	t.Parallel()
	b := book()
	b.fail("index.html", errors.New("layout <page.html>: unexpected end"))
	r := ask(New(b, Options{}), "GET", "/")
	body := text(t, r)
	if r.StatusCode != 500 || !strings.Contains(body, "layout &lt;page.html&gt;: unexpected end") ||
		!strings.Contains(body, `data-page="index.html" data-version="unmade.`) {
		t.Errorf("%s\n%s", r.Status, body)
	}
}

func TestOnlyReading(t *testing.T) {
	t.Parallel()
	s := New(book(), Options{})
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND"} {
		if r := ask(s, method, "/"); r.StatusCode != http.StatusMethodNotAllowed || r.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: %s", method, r.Status)
		}
	}
}

func TestHosts(t *testing.T) {
	t.Parallel()
	s := New(book(), Options{})
	for host, want := range map[string]int{
		"127.0.0.1": 200, "127.0.0.1:8000": 200, "localhost": 200, "LOCALHOST:1": 200, "[::1]": 200, "[::1]:8000": 200,
		"": 403, "example.org": 403, "example.org:8000": 403, "localhost.example.org": 403, "127.0.0.1.example.org": 403,
		"127.0.0.2": 403, "0.0.0.0:8000": 403, "evil.localhost": 403, "localhost.": 403, "127.0.0.1@example.org": 403, "2130706433": 403,
	} {
		for _, path := range []string{"/", "/data.bin", Script, "/-/events?page=index.html"} {
			if r := ask(s, "HEAD", path, "Host", host); r.StatusCode != want {
				t.Errorf("host %q, %s: %s", host, path, r.Status)
			}
		}
	}
}

// recorder is a book that has everything, and knows what it was asked for.
type recorder struct {
	mu    sync.Mutex
	asked []string
}

func (r *recorder) File(path string) ([]byte, bool, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.asked = append(r.asked, path)
	return []byte("secret"), true, nil
}

var hostile = []string{
	"/../secret", "/..", "/.", "/./x", "/a/../../secret", "/a/..", "//etc/passwd", "/a//b", "/..\\secret", "/a\\..\\..\\secret",
	"\\secret", "/C:\\secret", "/x\x00.html", "/%00/\x00", "../secret", "/a/./b", "/notes/../-/live.js", "/../", "//", "/a/../",
}

func TestNothingOutsideCanBeNamed(t *testing.T) {
	t.Parallel()
	for _, path := range hostile {
		b := &recorder{}
		if r := ask(New(b, Options{}), "GET", path); r.StatusCode != http.StatusBadRequest || len(b.asked) > 0 {
			t.Errorf("%q: %s, the book was asked for %q", path, r.Status, b.asked)
		}
	}
}

// The same over a real connection, with what a client can write into a request line.
func TestHostileRequestLines(t *testing.T) {
	t.Parallel()
	b := &recorder{}
	h := httptest.NewServer(New(b, Options{}))
	defer h.Close()
	for _, target := range []string{
		"/../secret", "/%2e%2e/secret", "/%2E%2E%2Fsecret", "/..%2fsecret", "/..%5csecret", "/a/%2e%2e/%2e%2e/secret", "/%00", "/a%00.html",
		"//etc/passwd", "/%2fetc/passwd", "/a/..%00/", "/%5c%5chost/share", "/.", "/%2e",
	} {
		c, err := net.Dial("tcp", h.Listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(c, "GET "+target+" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
		answer, err := io.ReadAll(c)
		c.Close()
		if err != nil || !strings.HasPrefix(string(answer), "HTTP/1.1 400 ") {
			t.Errorf("%s: %v, %s", target, err, answer)
		}
	}
	if len(b.asked) > 0 {
		t.Errorf("the book was asked for %q", b.asked)
	}
}

func FuzzName(f *testing.F) {
	for _, path := range hostile {
		f.Add(path)
	}
	f.Add("/notes/a.html")
	f.Fuzz(func(t *testing.T, path string) {
		p, ok := name(path)
		if !ok {
			return
		}
		for _, part := range strings.Split(p, "/") {
			if part == "" || part == "." || part == ".." || strings.ContainsAny(part, "\\\x00") {
				t.Errorf("%q gives %q", path, p)
			}
		}
	})
}

func TestListensOnLoopbackOnly(t *testing.T) {
	t.Parallel()
	l, err := Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	if a := l.Addr().(*net.TCPAddr); a.IP.String() != "127.0.0.1" || a.Port == 0 {
		t.Errorf("listens on %s", a)
	}
	if _, err := Listen(l.Addr().(*net.TCPAddr).Port); err == nil {
		t.Error("one port twice")
	}
	l.Close()
	open, err := net.Listen("tcp", "0.0.0.0:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := New(book(), Options{}).Serve(t.Context(), open); err == nil || !strings.Contains(err.Error(), "not a loopback address") {
		t.Errorf("served on %s: %v", open.Addr(), err)
	}
	if open.Close() == nil {
		t.Error("the listener was left open")
	}
}

// Serve ends with its context, open streams or not.
func TestServeEnds(t *testing.T) {
	t.Parallel()
	l, err := Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- New(book(), Options{}).Serve(ctx, l) }()
	r, err := http.Get("http://" + l.Addr().String() + "/-/events?page=index.html")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	io.Copy(io.Discard, r.Body)
	if _, err := net.Dial("tcp", l.Addr().String()); err == nil {
		t.Error("still answers")
	}
}

func TestLinked(t *testing.T) {
	t.Parallel()
	for page, want := range map[string]string{
		`<link rel=stylesheet href=a.css>`:                                "n/a.css",
		`<LINK REL="alternate StyleSheet" HREF="../x/b.css?v=1#y">`:       "x/b.css",
		`<link href='/c.css' rel='stylesheet'>`:                           "c.css",
		`<link rel="icon" href="a.svg"><link rel="stylesheet">`:           "",
		`<link rel="stylesheet" href="https://example.org/x.css">`:        "",
		`<link rel="stylesheet" href="//example.org/x.css">`:              "",
		`<link rel="stylesheet" href="../../../../x.css">`:                "x.css",
		`<script src="s.js" defer></script><script>a < b</script>`:        "n/s.js",
		`<script src="s.js"></script><script src="s.js"></script>`:        "n/s.js",
		`<p>1 < 2 <linkage href=x.css rel=stylesheet><link`:               "",
		`<link rel=stylesheet href=a.css><link rel=stylesheet href=b.css`: "n/a.css",
	} {
		if got := strings.Join(linked("n/p.html", []byte(page)), " "); got != want {
			t.Errorf("%s links %q", page, got)
		}
	}
}
