package generator_test

import (
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// clicks is how far a page may lie from the front page.
const clicks = 4

// reached is what a crawler knows of one HTML page.
type reached struct {
	path string // in the output
	doc  *html.Node
	ids  map[string]bool
	refs []ref
}

// ref is an address somewhere in a page or sheet.
type ref struct {
	where string // "a[href]", "url()"
	url   string
	loads bool // the browser asks for it by itself
}

// shelf is what is in an output folder.
type shelf struct {
	volume
	files map[string]bool
	pages map[string]*reached
}

// open reads and parses a whole output.
func open(t *testing.T, v volume) *shelf {
	t.Helper()
	s := &shelf{volume: v, files: map[string]bool{}, pages: map[string]*reached{}}
	err := filepath.WalkDir(v.dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(v.dir, name)
		s.files[filepath.ToSlash(rel)] = true
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range s.files {
		if path.Ext(name) == ".html" {
			s.pages[name] = parse(t, name, s.read(t, name))
		}
	}
	return s
}

func (s *shelf) read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// sorted lists the pages by path.
func (s *shelf) sorted() []*reached {
	var all []*reached
	for _, p := range s.pages {
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b *reached) int { return strings.Compare(a.path, b.path) })
	return all
}

func parse(t *testing.T, name, text string) *reached {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	p := &reached{path: name, doc: doc, ids: map[string]bool{}}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if id := attr(n, "id"); id != "" {
			if p.ids[id] {
				t.Errorf("%s: two elements have the id %q", name, id)
			}
			p.ids[id] = true
		}
		p.refs = append(p.refs, references(n)...)
	}
	return p
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

func hasClass(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(attr(n, "class")), class)
}

// words is the text of a node as a reader gets it, white space folded.
func words(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && d.Parent.Data != "script" && d.Parent.Data != "style" {
			b.WriteString(d.Data)
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

var (
	sheetURL    = regexp.MustCompile(`url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)|image-set\(\s*["']([^"']*)`)
	refreshURL  = regexp.MustCompile(`(?i)url\s*=\s*["']?([^"']*)`)
	leading     = map[string]bool{"a": true, "area": true, "form": true, "blockquote": true, "q": true, "ins": true, "del": true}
	addressKeys = map[string]bool{"href": true, "src": true, "poster": true, "data": true, "action": true, "formaction": true, "cite": true,
		"background": true, "manifest": true, "ping": true, "longdesc": true}
)

// references lists the addresses in the attributes and, for a style element, in the text of n.
func references(n *html.Node) []ref {
	var list []ref
	for _, a := range n.Attr {
		where := n.Data + "[" + a.Key + "]"
		switch {
		case a.Key == "srcset":
			for candidate := range strings.SplitSeq(a.Val, ",") {
				if f := strings.Fields(candidate); len(f) > 0 {
					list = append(list, ref{where, f[0], true})
				}
			}
		case a.Key == "style":
			list = append(list, sheetReferences(a.Val)...)
		case a.Key == "content" && strings.EqualFold(attr(n, "http-equiv"), "refresh"):
			if m := refreshURL.FindStringSubmatch(a.Val); m != nil {
				list = append(list, ref{"meta refresh", m[1], true})
			}
		case n.Data == "link" && a.Key == "href":
			rel := attr(n, "rel")
			list = append(list, ref{"link[rel=" + rel + "]", a.Val, rel != "canonical" && rel != "alternate"})
		case addressKeys[a.Key] && !(n.Data == "object" && a.Key != "data"):
			list = append(list, ref{where, a.Val, !leading[n.Data] || a.Key == "ping"})
		}
	}
	if n.Data == "style" && n.FirstChild != nil {
		list = append(list, sheetReferences(n.FirstChild.Data)...)
	}
	return list
}

func sheetReferences(css string) []ref {
	var list []ref
	for _, m := range sheetURL.FindAllStringSubmatch(css, -1) {
		list = append(list, ref{"a stylesheet's address", m[1] + m[2] + m[3], true})
	}
	return list
}

// resolve says which file of the output, and which place in it, an address leads to from a file there. The
// name is "" for an address that leads out of the book. Addresses that would not work from a disk, or would
// work only at one address, are errors.
func (s *shelf) resolve(from string, r ref) (name, fragment string, err error) {
	u, err := url.Parse(r.url)
	switch {
	case err != nil:
		return "", "", err
	case r.url != strings.TrimSpace(r.url) || strings.Contains(r.url, `\`):
		return "", "", fmt.Errorf("is no clean address")
	case u.Scheme == "data" && r.loads && !strings.HasPrefix(r.where, "script"):
		return "", "", nil
	case r.where == "link[rel=canonical]":
		want := s.baseURL + "/" + strings.TrimSuffix(from, "index.html")
		if s.baseURL == "" || r.url != want {
			return "", "", fmt.Errorf("want %q", want)
		}
		return "", "", nil
	case u.Scheme != "":
		if r.loads || r.where != "a[href]" {
			return "", "", fmt.Errorf("asks another host")
		}
		if u.Scheme == "mailto" || (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" {
			return "", "", nil
		}
		return "", "", fmt.Errorf("has a scheme that a book does not use")
	case u.Host != "" || strings.HasPrefix(r.url, "/"):
		return "", "", fmt.Errorf("is not relative")
	case u.RawQuery != "" || u.ForceQuery:
		return "", "", fmt.Errorf("has a query")
	}
	name = from
	if u.Path != "" {
		name = path.Join(path.Dir(from), u.Path)
	}
	if strings.HasSuffix(u.Path, "/") || !s.files[name] {
		return "", "", fmt.Errorf("no file %s", name)
	}
	if strings.HasSuffix(r.url, "#") {
		return "", "", fmt.Errorf("has an empty fragment")
	}
	return name, u.Fragment, nil
}

// Both editions of both books, as a reader's machine meets them.
func TestBooks(t *testing.T) {
	t.Parallel()
	for _, v := range volumes(t) {
		s := open(t, v)
		for name, check := range map[string]func(*testing.T, *shelf){
			"pages": checkPages, "links on disk": checkDisk, "links over HTTP": checkHTTP, "feed": checkFeed, "rights": checkRights,
		} {
			if name == "rights" && (v.internal() || v.originals == "") {
				continue
			}
			t.Run(v.name+"/"+name, func(t *testing.T) {
				t.Parallel()
				check(t, s)
			})
		}
	}
}

// checkDisk takes the book as files on a disk: every address in every page and sheet leads to a file, every
// fragment to an element.
func checkDisk(t *testing.T, s *shelf) {
	t.Helper()
	for _, p := range s.sorted() {
		for _, r := range p.refs {
			name, fragment, err := s.resolve(p.path, r)
			if p.path == "404.html" && s.baseURL != "" && strings.HasPrefix(r.url, "/") {
				continue // see TestMissingPageAtAnyDepth
			}
			if err != nil {
				t.Errorf("%s: %s %q: %v", p.path, r.where, r.url, err)
				continue
			}
			if to := s.pages[name]; fragment != "" && (to == nil || !to.ids[fragment]) {
				t.Errorf("%s: %s %q: there is no such place in %s", p.path, r.where, r.url, name)
			}
		}
	}
	for name := range s.files {
		text := ""
		switch path.Ext(name) {
		case ".css":
			text = s.read(t, name)
		case ".js":
			for _, word := range []string{"fetch(", "XMLHttpRequest", "import(", "http://", "https://", "sendBeacon", "eval("} {
				if strings.Contains(s.read(t, name), word) {
					t.Errorf("%s: a script of the book has %s", name, word)
				}
			}
		case ".svg":
			for _, r := range parse(t, name, s.read(t, name)).refs {
				if _, _, err := s.resolve(name, r); err != nil {
					t.Errorf("%s: %s %q: %v", name, r.where, r.url, err)
				}
			}
		}
		for _, r := range sheetReferences(text) {
			if _, _, err := s.resolve(name, r); err != nil {
				t.Errorf("%s: %s %q: %v", name, r.where, r.url, err)
			}
		}
	}
}

// checkHTTP takes the book over HTTP below a prefix, as under a host's /repository/: all pages can be reached
// from the front page in a few clicks, and everything they ask for is there.
func checkHTTP(t *testing.T, s *shelf) {
	w := walk{t: t, server: serve(t, s.dir, prefix), got: map[string]*reached{}}
	start := w.server + prefix
	depth := map[string]int{start + "index.html": 0}
	for queue := []string{start + "index.html"}; len(queue) > 0; queue = queue[1:] {
		for _, next := range w.visit(queue[0], start) {
			if _, seen := depth[next]; !seen {
				depth[next] = depth[queue[0]] + 1
				queue = append(queue, next)
			}
		}
	}
	for _, p := range s.sorted() {
		switch n, ok := depth[start+p.path]; {
		case !ok && p.path != "404.html":
			t.Errorf("%s cannot be reached from the front page", p.path)
		case n > clicks:
			t.Errorf("%s is %d clicks from the front page", p.path, n)
		}
	}
	w.visit(start, start) // the folder itself is the front page
}

// walk is a crawl of one server.
type walk struct {
	t      *testing.T
	server string
	got    map[string]*reached // by address without fragment; nil for what is no page
}

func (w *walk) get(address string) *reached {
	w.t.Helper()
	if p, ok := w.got[address]; ok {
		return p
	}
	w.got[address] = nil
	answer, err := http.Get(address)
	if err != nil {
		w.t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		w.t.Fatal(err)
	}
	if answer.StatusCode != http.StatusOK {
		w.t.Errorf("%s: %s", address, answer.Status)
	} else if strings.HasPrefix(answer.Header.Get("Content-Type"), "text/html") {
		w.got[address] = parse(w.t, address, string(body))
	}
	return w.got[address]
}

// visit asks for a page and all it refers to, and returns the pages that its links lead to.
func (w *walk) visit(address, start string) (next []string) {
	w.t.Helper()
	p := w.get(address)
	if p == nil {
		return nil
	}
	base, err := url.Parse(address)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, r := range p.refs {
		u, err := base.Parse(r.url)
		if err != nil || u.Scheme == "data" || u.Scheme+"://"+u.Host != w.server {
			continue // judged on disk
		}
		fragment := u.Fragment
		u.Fragment = ""
		to := u.String()
		if !strings.HasPrefix(to, start) {
			w.t.Errorf("%s: %s %q leaves the book", address, r.where, r.url)
			continue
		}
		target := w.get(to)
		if fragment != "" && (target == nil || !target.ids[fragment]) {
			w.t.Errorf("%s: %s %q: there is no such place", address, r.where, r.url)
		}
		if target != nil && r.where == "a[href]" {
			next = append(next, to)
		}
	}
	return next
}

// A host shows 404.html for any address, however deep. With a base URL its links work everywhere; without
// one they work at the root, and with scripts in the folders of the book (see TestMissingPageMends).
func TestMissingPageAtAnyDepth(t *testing.T) {
	t.Parallel()
	const base = "https://book.example/any/prefix"
	v := bind(t, volume{name: "the real book with a base URL", edition: "public", baseURL: base}, "../content")
	w := walk{t: t, server: serve(t, v.dir, prefix), got: map[string]*reached{}}
	for _, at := range []string{"x", "people/x.html", "deep/er/x", "deep/er/still/"} {
		address := w.server + prefix + at
		answer, err := http.Get(address)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(answer.Body)
		answer.Body.Close()
		if err != nil || answer.StatusCode != http.StatusNotFound {
			t.Fatalf("%s: %s, %v", at, answer.Status, err)
		}
		w.got[address] = parse(t, at, string(body))
		if len(w.visit(address, w.server+prefix)) == 0 {
			t.Errorf("404.html served at %s leads nowhere", at)
		}
	}
}
