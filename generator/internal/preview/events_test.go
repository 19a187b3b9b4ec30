package preview

import (
	"bufio"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"briefbook/generator/internal/diag"
)

// patience is how long a test waits for what must come.
const patience = 20 * time.Second

// tab is an open page without a browser.
type tab struct {
	t      testing.TB
	events chan event
	close  func()
}

var versions = regexp.MustCompile(`data-version="([^"]*)"`)

// versionOf loads a page and returns the version it is shown in.
func versionOf(t testing.TB, s *Server, page string) string {
	t.Helper()
	found := versions.FindStringSubmatch(text(t, ask(s, "GET", "/"+page)))
	if found == nil {
		t.Fatalf("%s has no version", page)
	}
	return found[1]
}

// openTab opens the stream of a page that is shown in a version.
func openTab(t testing.TB, s *Server, page, version string) *tab {
	t.Helper()
	h := httptest.NewServer(s)
	r, err := http.Get(h.URL + "/-/events?" + url.Values{"page": {page}, "version": {version}}.Encode())
	if err != nil {
		t.Fatal(err)
	}
	if r.StatusCode != 200 || r.Header.Get("Content-Type") != "text/event-stream" {
		t.Fatalf("%s %s", r.Status, r.Header.Get("Content-Type"))
	}
	o := &tab{t: t, events: make(chan event, 100)}
	ended := make(chan struct{})
	o.close = func() {
		r.Body.Close()
		<-ended
		h.CloseClientConnections()
		h.Close()
	}
	go func() {
		defer close(ended)
		var e event
		for lines := bufio.NewScanner(r.Body); lines.Scan(); {
			field, value, _ := strings.Cut(lines.Text(), ": ")
			switch field {
			case "event":
				e.name = value
			case "data":
				e.data = value
				o.events <- e
			}
		}
	}()
	t.Cleanup(o.close)
	return o
}

// next waits for the next event, which must have the name, and decodes it.
func next[T any](o *tab, name string) T {
	o.t.Helper()
	var data T
	select {
	case e := <-o.events:
		if e.name != name {
			o.t.Fatalf("got %s %s, want %s", e.name, e.data, name)
		}
		if err := json.Unmarshal([]byte(e.data), &data); err != nil {
			o.t.Fatal(err)
		}
	case <-time.After(patience):
		o.t.Fatalf("no %s came", name)
	}
	return data
}

func mark(level diag.Level, code, words string) diag.Diagnostic {
	src := diag.NewSource("notes/a.md", "one\ntwo three\n")
	d := diag.Infof(src.Span(8, 13), code, "%s", words)
	d.Level = level
	return d.WithHint("try %q", "four")
}

func TestOpenPagesAreTold(t *testing.T) {
	t.Parallel()
	b := book()
	s := New(b, Options{})
	o := openTab(t, s, "notes/a.html", versionOf(t, s, "notes/a.html"))
	if r := next[report](o, "diagnostics"); r.Held || r.Errors+r.Warnings+len(r.List) > 0 {
		t.Errorf("report %+v", r)
	}

	b.put("notes/a.html", strings.Replace(b.files["notes/a.html"], ">A<", ">A, edited<", 1))
	s.Refresh(nil)
	if c := next[change](o, "page"); c.Version != versionOf(t, s, "notes/a.html") {
		t.Errorf("page %+v", c)
	}

	s.Refresh(nil) // nothing differs, so what follows is the next event
	b.put("assets/page.css", "body { color: blue }")
	s.Refresh(nil)
	if c := next[change](o, "style"); c.Path != "assets/page.css" || c.Version != versionOf(t, s, "notes/a.html") {
		t.Errorf("style %+v", c)
	}

	b.put("notes/a.html", `<link rel=stylesheet href="../assets/page.css"><script src="../assets/page.js"></script><body>A</body>`)
	s.Refresh(nil)
	next[change](o, "page")
	b.put("assets/page.js", "var other")
	s.Refresh(nil)
	next[change](o, "reload")

	b.remove("notes/a.html")
	s.Refresh(nil)
	if c := next[change](o, "page"); c.Version != missing {
		t.Errorf("page %+v", c)
	}
	s.Refresh(nil)
	b.put("notes/a.html", "<body>back</body>")
	s.Refresh(nil)
	if c := next[change](o, "page"); c.Version != versionOf(t, s, "notes/a.html") {
		t.Errorf("page %+v", c)
	}
}

func TestOnlyOpenPagesAreAsked(t *testing.T) {
	t.Parallel()
	b := book()
	s := New(b, Options{})
	v := versionOf(t, s, "index.html")
	one, two := openTab(t, s, "", v), openTab(t, s, "index.html", v)
	next[report](one, "diagnostics")
	next[report](two, "diagnostics")
	before := b.count("index.html")
	b.put("index.html", "<body>new</body>")
	s.Refresh(nil)
	next[change](one, "page")
	next[change](two, "page")
	if n := b.count("index.html") - before; n != 1 {
		t.Errorf("asked %d times for two tabs of one page", n)
	}
	if n := b.count("notes/a.html"); n != 0 {
		t.Errorf("asked %d times for a page that is not open", n)
	}
	one.close()
	two.close()
	for end := time.Now().Add(patience); ; {
		s.mu.Lock()
		left := len(s.clients)
		s.mu.Unlock()
		if left == 0 {
			break
		}
		if time.Now().After(end) {
			t.Fatalf("%d tabs are left", left)
		}
	}
	before = b.count("index.html")
	s.Refresh(nil)
	if n := b.count("index.html") - before; n != 0 {
		t.Errorf("asked %d times for a page that was closed", n)
	}
}

func TestDiagnosticsAreTold(t *testing.T) {
	t.Parallel()
	s := New(book(), Options{})
	s.Refresh([]diag.Diagnostic{mark(diag.Warning, "w", "a warning"), mark(diag.Error, "e", "an error"), mark(diag.Info, "i", "a remark")})
	o := openTab(t, s, "index.html", versionOf(t, s, "index.html"))
	r := next[report](o, "diagnostics")
	if r.Errors != 1 || r.Warnings != 1 || len(r.List) != 3 || r.Held {
		t.Fatalf("report %+v", r)
	}
	want := finding{"error", "notes/a.md", 2, 5, "e", "an error", `try "four"`, "two three", 5}
	if r.List[0] != want {
		t.Errorf("first %+v", r.List[0])
	}
	s.Refresh([]diag.Diagnostic{mark(diag.Info, "i", "a remark")})
	if r := next[report](o, "diagnostics"); r.Errors+r.Warnings != 0 || len(r.List) != 1 {
		t.Errorf("report %+v", r)
	}
	many := make([]diag.Diagnostic, 0, 5000)
	for range cap(many) {
		many = append(many, mark(diag.Warning, "w", "a warning"))
	}
	s.Refresh(append(many, mark(diag.Error, "e", "an error")))
	if r := next[report](o, "diagnostics"); r.Errors != 1 || r.Warnings != 5000 || len(r.List) != most || r.List[0].Code != "e" {
		t.Errorf("report of %d: %d errors, %d warnings", len(r.List), r.Errors, r.Warnings)
	}
}

// A round with new errors leaves the open page as it was, until a round brings none and makes it anew.
func TestNewErrorsHoldThePage(t *testing.T) {
	t.Parallel()
	old, fresh, other := mark(diag.Error, "old", "an old error"), mark(diag.Error, "new", "a new error"), mark(diag.Error, "new", "another")
	edit := 0
	type step struct {
		edit bool
		with []diag.Diagnostic
		page bool // the page changes
		held bool
	}
	for title, steps := range map[string][]step{
		"mended":                 {{edit: true, with: []diag.Diagnostic{old, fresh}, held: true}, {edit: true, with: []diag.Diagnostic{old}, page: true}},
		"old errors do not hold": {{edit: true, with: []diag.Diagnostic{old}, page: true}},
		"looked at twice":        {{edit: true, with: []diag.Diagnostic{old, fresh}, held: true}, {with: []diag.Diagnostic{old, fresh}, held: true}},
		"written on":             {{edit: true, with: []diag.Diagnostic{old, fresh}, held: true}, {edit: true, with: []diag.Diagnostic{old, fresh}, page: true}},
		"mended elsewhere":       {{edit: true, with: []diag.Diagnostic{old, fresh}, held: true}, {with: []diag.Diagnostic{old}, page: true}},
		"one for another":        {{edit: true, with: []diag.Diagnostic{old, fresh}, held: true}, {edit: true, with: []diag.Diagnostic{other}, held: true}, {edit: true, page: true}},
		"the same again":         {{edit: true, with: []diag.Diagnostic{old, old}, held: true}, {edit: true, page: true}},
		"page not concerned":     {{with: []diag.Diagnostic{old, fresh}}, {edit: true, with: []diag.Diagnostic{old, fresh}, page: true}},
		"error moves":            {{edit: true, with: []diag.Diagnostic{old.Moved(3, 100)}, page: true}},
	} {
		t.Run(title, func(t *testing.T) {
			b := book()
			s := New(b, Options{})
			s.Refresh([]diag.Diagnostic{old})
			o := openTab(t, s, "index.html", versionOf(t, s, "index.html"))
			next[report](o, "diagnostics")
			for i, step := range steps {
				if step.edit {
					edit++
					b.put("index.html", strings.Repeat("x", edit))
				}
				// A remark of its own makes every round tell something, last.
				s.Refresh(append(step.with, mark(diag.Info, "round", strings.Repeat("i", i+1))))
				if step.page {
					next[change](o, "page")
				}
				if r := next[report](o, "diagnostics"); r.Held != step.held {
					t.Errorf("round %d: held %v", i+1, r.Held)
				}
			}
		})
	}
}

func TestOpenPageThatCannotBeMade(t *testing.T) {
	t.Parallel()
	b := book()
	s := New(b, Options{})
	o := openTab(t, s, "index.html", versionOf(t, s, "index.html"))
	next[report](o, "diagnostics")
	b.fail("index.html", errors.New("layout broken"))
	s.Refresh(nil)
	if r := next[report](o, "diagnostics"); !r.Held || r.Errors != 1 || r.List[0].Text != "layout broken" {
		t.Errorf("report %+v", r)
	}
	b.put("index.html", "<body>mended</body>")
	s.Refresh(nil)
	next[change](o, "page")
	next[report](o, "diagnostics")
}

// Whoever comes back says what is shown, and is told what was missed: after a sleep, and by another server.
func TestComingBack(t *testing.T) {
	t.Parallel()
	b := book()
	version := versionOf(t, New(b, Options{}), "notes/a.html")
	s := New(b, Options{})
	next[report](openTab(t, s, "notes/a.html", version), "diagnostics") // nothing else was missed

	b.put("assets/page.css", "new")
	o := openTab(t, s, "notes/a.html", version)
	if c := next[change](o, "style"); c.Path != "assets/page.css" {
		t.Errorf("style %+v", c)
	}
	next[report](o, "diagnostics")

	version = versionOf(t, s, "notes/a.html")
	b.put("notes/a.html", b.files["notes/a.html"]+"<script src=../assets/page.js></script>")
	next[change](openTab(t, s, "notes/a.html", version), "reload")

	version = versionOf(t, s, "notes/a.html")
	b.put("notes/a.html", b.files["notes/a.html"]+"more")
	next[change](openTab(t, s, "notes/a.html", version), "page")

	s.Refresh(nil)
	version = versionOf(t, s, "notes/a.html")
	b.put("notes/a.html", b.files["notes/a.html"]+"and more")
	s.Refresh([]diag.Diagnostic{mark(diag.Error, "e", "an error")})
	if r := next[report](openTab(t, s, "notes/a.html", version), "diagnostics"); !r.Held {
		t.Errorf("not held back: %+v", r)
	}
}

// A page that does not listen costs nothing: it gets the latest when it does.
func TestSlowPage(t *testing.T) {
	t.Parallel()
	b := book()
	s := New(b, Options{})
	c := &client{page: "index.html", wake: make(chan struct{}, 1)}
	s.join(c)
	for i := range 1000 {
		b.put("index.html", strings.Repeat("x", i))
		s.Refresh([]diag.Diagnostic{mark(diag.Warning, "w", strings.Repeat("w", i))})
	}
	if queue := s.take(c); len(queue) != 2 {
		t.Errorf("%d events wait", len(queue))
	}
}

func TestStreamIsForOwnPagesOnly(t *testing.T) {
	t.Parallel()
	s := New(book(), Options{})
	for _, c := range []struct {
		target  string
		headers []string
		want    int
	}{
		{"/-/events?page=index.html", []string{"Origin", "http://example.org"}, 403},
		{"/-/events?page=index.html", []string{"Origin", "http://127.0.0.1:8001"}, 403},
		{"/-/events?page=index.html", []string{"Origin", "https://127.0.0.1:8000"}, 403},
		{"/-/events?page=index.html", []string{"Origin", "null"}, 403},
		{"/-/events?page=index.html", []string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"/-/events?page=index.html", []string{"Sec-Fetch-Site", "same-site"}, 403},
		{"/-/events?page=../secret", nil, 400},
		{"/-/events?page=a%5Cb", nil, 400},
	} {
		if r := ask(s, "HEAD", c.target, c.headers...); r.StatusCode != c.want {
			t.Errorf("%s %q: %s", c.target, c.headers, r.Status)
		}
	}
	r := ask(s, "HEAD", "/-/events?page=index.html", "Origin", "http://127.0.0.1:8000", "Sec-Fetch-Site", "same-origin")
	if r.StatusCode != 200 || r.Header.Get("Access-Control-Allow-Origin") != "" {
		t.Errorf("own page: %s", r.Status)
	}
}

func TestBeats(t *testing.T) {
	t.Parallel()
	h := httptest.NewServer(New(book(), Options{Beat: time.Millisecond}))
	r, err := http.Get(h.URL + "/-/events?page=index.html")
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	defer r.Body.Close()
	beats := 0
	for lines := bufio.NewScanner(r.Body); beats < 3 && lines.Scan(); {
		if lines.Text() == ": beat" {
			beats++
		}
	}
}
