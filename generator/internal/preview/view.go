package preview

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"html"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	nethtml "golang.org/x/net/html"
)

// What stands for the hash of a page that is not in the book, and of one that cannot be made.
const (
	missing = "missing"
	unmade  = "unmade"
)

// view is a file of the book as it is now.
type view struct {
	data   []byte
	page   string            // hash of data, or missing, or unmade
	assets map[string]string // of an HTML page: hashes of the sheets and scripts of the book that it links
	err    error             // why it is unmade
}

// view asks the Book for a path and for what it links.
func (s *Server) view(p string) view {
	data, ok, err := s.book.File(p)
	switch {
	case err != nil:
		return view{page: unmade, err: err}
	case !ok:
		return view{page: missing}
	}
	v := view{data: data, page: hash(data)}
	if !isHTML(p) {
		return v
	}
	v.assets = map[string]string{}
	for _, asset := range linked(p, data) {
		if data, ok, err := s.book.File(asset); ok && err == nil {
			v.assets[asset] = hash(data)
		}
	}
	return v
}

// version is what a page is told apart by, with all it links.
func (v view) version() string { return v.page + "." + v.look(true) + "." + v.look(false) }

// look is a hash over all sheets, or over all scripts.
func (v view) look(sheets bool) string {
	var b strings.Builder
	for _, asset := range slices.Sorted(maps.Keys(v.assets)) {
		if isSheet(asset) == sheets {
			b.WriteString(asset + "\n" + v.assets[asset] + "\n")
		}
	}
	return hash([]byte(b.String()))
}

func isSheet(asset string) bool { return strings.HasSuffix(asset, ".css") }

// html is the page with the preview's script, which is told what it belongs to. A page without an end of its
// body gets it at the very end.
func (v view) html(p string) []byte {
	script := `<script src="` + Script + `" defer data-page="` + html.EscapeString(p) + `" data-version="` +
		html.EscapeString(v.version()) + `"></script>`
	at := bytes.LastIndex(v.data, []byte("</body>"))
	if at < 0 {
		at = len(v.data)
	}
	return slices.Concat(v.data[:at], []byte(script), v.data[at:])
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}

// linked lists the output paths of the sheets and scripts that a page links, without those of other sites.
func linked(page string, data []byte) []string {
	var found []string
	for {
		at := bytes.IndexByte(data, '<')
		if at < 0 {
			return found
		}
		data = data[at:]
		if address := asset(data); address != "" {
			if p, ok := within(page, address); ok && !slices.Contains(found, p) {
				found = append(found, p)
			}
		}
		data = data[1:]
	}
}

// asset gives the address in a tag that links a sheet or a script, "" for everything else.
func asset(tag []byte) string {
	if !opens(tag, "<link") && !opens(tag, "<script") {
		return ""
	}
	z := nethtml.NewTokenizer(bytes.NewReader(tag))
	z.Next()
	t := z.Token()
	attrs := make(map[string]string, len(t.Attr))
	for _, a := range t.Attr {
		attrs[a.Key] = a.Val
	}
	if t.Data == "script" {
		return attrs["src"]
	}
	if t.Data == "link" && slices.Contains(strings.Fields(strings.ToLower(attrs["rel"])), "stylesheet") {
		return attrs["href"]
	}
	return ""
}

// opens is a cheap look before a tokenizer is made: a long page has thousands of tags.
func opens(tag []byte, name string) bool {
	return len(tag) > len(name) && strings.EqualFold(string(tag[:len(name)]), name)
}

// within resolves an address on a page to an output path.
func within(page, address string) (string, bool) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" {
		return "", false
	}
	p := u.Path
	if !strings.HasPrefix(p, "/") {
		p = path.Join("/", path.Dir(page), p)
	}
	return name(path.Clean(p))
}
