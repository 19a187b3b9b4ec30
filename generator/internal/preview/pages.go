package preview

import (
	"bytes"
	_ "embed"
	"html/template"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"path"
	"path/filepath"
	"strings"
	"time"
)

// Script is the address of the script that a preview adds to every page.
const Script = prefix + "live.js"

// prefix is what the preview keeps for itself; no page of a book is named so.
const prefix = "/-/"

//go:embed live.js
var liveScript []byte

//go:embed live.css
var liveSheet []byte

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	switch {
	case !ours(r.Host):
		http.Error(w, "this address is for this machine only", http.StatusForbidden)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
	case r.URL.Path == Script:
		send(w, r, "live.js", liveScript)
	case r.URL.Path == prefix+"live.css":
		send(w, r, "live.css", liveSheet)
	case r.URL.Path == prefix+"events":
		s.stream(w, r)
	case strings.HasPrefix(r.URL.Path, prefix):
		http.Error(w, "no such file", http.StatusNotFound)
	default:
		s.page(w, r)
	}
}

// ours reports whether a Host names this machine's loopback. Names that merely resolve to it do not count: a
// foreign site can make its own do so.
func ours(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	} else {
		host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	}
	return host == "127.0.0.1" || host == "::1" || strings.EqualFold(host, "localhost")
}

// sameOrigin reports whether a request comes from a page of this server or from no page at all.
func sameOrigin(r *http.Request) bool {
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" && site != "same-origin" && site != "none" {
		return false
	}
	origin := r.Header.Get("Origin")
	return origin == "" || origin == "http://"+r.Host
}

// name makes an output path of a decoded URL path, or of what a page says it shows: "" and folders mean their
// index.html. Anything that could name a place outside of the output, on any system, is refused.
func name(asked string) (string, bool) {
	p := strings.TrimPrefix(asked, "/")
	if p == "" || strings.HasSuffix(p, "/") {
		p += "index.html"
	}
	if p == "." || !fs.ValidPath(p) || strings.ContainsAny(p, "\\\x00") || !filepath.IsLocal(filepath.FromSlash(p)) {
		return "", false
	}
	return p, true
}

// page answers with a file of the book.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	p, ok := name(r.URL.Path)
	if !ok {
		http.Error(w, "no such path", http.StatusBadRequest)
		return
	}
	v := s.view(p)
	switch {
	case v.err != nil:
		s.broken(w, r, p, v)
	case v.page == missing:
		s.notFound(w, r, p)
	case isHTML(p):
		send(w, r, p, v.html(p))
	default:
		send(w, r, p, v.data)
	}
}

// send answers with data; name decides the type. Ranges and If-None-Match are looked after.
func send(w http.ResponseWriter, r *http.Request, name string, data []byte) {
	w.Header().Set("Content-Type", contentType(name))
	w.Header().Set("ETag", `"`+hash(data)+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// notFound answers for a path that is not in the book: with the folder of that name, or the book's own page
// for the case. It looks after itself: when the path appears the page is loaded anew.
func (s *Server) notFound(w http.ResponseWriter, r *http.Request, p string) {
	if _, ok, _ := s.book.File(p + "/index.html"); ok {
		http.Redirect(w, r, (&url.URL{Path: "/" + p + "/"}).EscapedPath(), http.StatusFound)
		return
	}
	v := s.view("404.html")
	if v.err != nil || v.page == missing {
		v.data = []byte("<!doctype html><html lang=\"en\"><title>Not found</title><body><main><h1>Not found</h1></main></body></html>\n")
	}
	v.page = missing
	write(w, r, http.StatusNotFound, v.html(p))
}

var brokenPage = template.Must(template.New("").Parse(`<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{{.Path}} cannot be made</title>
<body><main><h1>{{.Path}} cannot be made</h1><p>{{.Err}}</p></main></body></html>
`))

// broken answers for a page that cannot be made.
func (s *Server) broken(w http.ResponseWriter, r *http.Request, p string, v view) {
	var b bytes.Buffer
	if err := brokenPage.Execute(&b, struct {
		Path string
		Err  error
	}{p, v.err}); err != nil {
		panic(err) // a template of ours, into memory
	}
	v.data, v.page = b.Bytes(), unmade
	write(w, r, http.StatusInternalServerError, v.html(p))
}

func write(w http.ResponseWriter, r *http.Request, status int, page []byte) {
	w.Header().Set("Content-Type", contentType(".html"))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(page)
	}
}

func isHTML(name string) bool { return strings.HasSuffix(name, ".html") }

// contentType is decided here and not by the system's tables, which differ between machines.
func contentType(name string) string {
	if t, ok := types[strings.ToLower(path.Ext(name))]; ok {
		return t
	}
	return "application/octet-stream"
}

var types = map[string]string{
	".avif": "image/avif", ".bib": "text/plain; charset=utf-8", ".css": "text/css; charset=utf-8",
	".csv": "text/csv; charset=utf-8", ".epub": "application/epub+zip", ".gif": "image/gif",
	".htm": "text/html; charset=utf-8", ".html": "text/html; charset=utf-8", ".ico": "image/x-icon",
	".jpeg": "image/jpeg", ".jpg": "image/jpeg", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".md": "text/markdown; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
	".mp3": "audio/mpeg", ".mp4": "video/mp4", ".pdf": "application/pdf", ".png": "image/png",
	".ris": "application/x-research-info-systems", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8",
	".webm": "video/webm", ".webmanifest": "application/manifest+json", ".webp": "image/webp", ".woff": "font/woff",
	".woff2": "font/woff2", ".xml": "application/xml",
}
