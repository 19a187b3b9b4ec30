package generator_test

import (
	"iter"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
)

// prefix is below which tests serve a book; no page knows of it.
const prefix = "/any/prefix/"

// serve offers an output folder as a plain host does: files as they are, 404.html for anything else, nothing
// outside of the prefix.
func serve(t *testing.T, dir, prefix string) (server string) {
	t.Helper()
	h := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, ok := strings.CutPrefix(r.URL.Path, prefix)
		if !ok {
			http.Error(w, "nothing lies here", http.StatusNotFound)
			return
		}
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		status := http.StatusOK
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(path.Clean("/"+name))))
		if err != nil {
			status, name = http.StatusNotFound, "404.html"
			data, _ = os.ReadFile(filepath.Join(dir, name))
		}
		w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
		w.WriteHeader(status)
		w.Write(data)
	}))
	t.Cleanup(h.Close)
	return h.URL
}

// checkPages looks for what every page has: one main text under one heading, a title, a language, and the hooks
// by which readers' scripts find paragraphs, citations, entries and events.
func checkPages(t *testing.T, s *shelf) {
	seen := map[string]int{}
	for _, p := range s.sorted() {
		checkFrame(t, s, p)
		for n := range p.doc.Descendants() {
			if n.Type == html.ElementNode {
				s.checkHooks(t, p, n, seen)
			}
		}
	}
	for hook, expected := range map[string]bool{"p[data-para]": s.texts, "a.cite": true, "a.entry": !s.long, ".event": true} {
		if seen[hook] == 0 && expected {
			t.Errorf("no page has a %s", hook)
		}
	}
}

func checkFrame(t *testing.T, s *shelf, p *reached) {
	t.Helper()
	count := map[string]int{}
	title, robots := "", ""
	for n := range p.doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		count[n.Data]++
		switch {
		case n.Data == "title" && n.Parent.Data == "head":
			title = words(n)
		case n.Data == "meta" && attr(n, "name") == "robots":
			robots = attr(n, "content")
		case n.Data == "html" && attr(n, "lang") == "":
			t.Errorf("%s: html has no lang", p.path)
		case n.Data == "h1" && words(n) == "":
			t.Errorf("%s: h1 is empty", p.path)
		}
	}
	if count["main"] != 1 || count["h1"] != 1 || title == "" {
		t.Errorf("%s: %d main, %d h1, title %q", p.path, count["main"], count["h1"], title)
	}
	marked := strings.Contains(words(p.doc), "internal – do not distribute")
	hidden := strings.Contains(robots, "noindex")
	switch {
	case s.internal() && !marked:
		t.Errorf("%s: the internal edition's mark is not on the page", p.path)
	case s.internal() && !hidden:
		t.Errorf("%s: the internal edition's page has no noindex", p.path)
	case !s.internal() && strings.Contains(strings.ToLower(words(p.doc)), "do not distribute"):
		t.Errorf("%s: a page of the public edition is marked as internal", p.path)
	case !s.internal() && hidden && p.path != "404.html": // which is no page that anybody looks for
		t.Errorf("%s: a page of the public edition has noindex", p.path)
	}
}

var (
	paragraphs = regexp.MustCompile(`^[1-9][0-9]*(-[1-9][0-9]*)?(,[1-9][0-9]*(-[1-9][0-9]*)?)*$`)
	dated      = regexp.MustCompile(`^[-0-9./~?%]+$`) // the letters of EDTF, level 1
)

func (s *shelf) checkHooks(t *testing.T, p *reached, n *html.Node, seen map[string]int) {
	t.Helper()
	switch {
	case n.Data == "p" && attr(n, "data-para") != "":
		seen["p[data-para]"]++
		// On the one page of print.html ids carry the source's name.
		if number := attr(n, "data-para"); attr(n, "id") != "p"+number && p.path != "print.html" {
			t.Errorf("%s: paragraph %s has the id %q", p.path, number, attr(n, "id"))
		}
	case n.Data == "a" && hasClass(n, "cite"):
		seen["a.cite"]++
		source, para := attr(n, "data-source"), attr(n, "data-para")
		if !s.files["sources/"+source+".html"] {
			t.Errorf("%s: a.cite %q: data-source=%q is no source", p.path, words(n), source)
		}
		_, fragment, _ := strings.Cut(attr(n, "href"), "#")
		first := "p" + para
		if at := strings.IndexAny(first, "-,"); at > 0 {
			first = first[:at]
		}
		switch {
		case para == "" && strings.HasPrefix(fragment, "p") && p.path != "print.html":
			t.Errorf("%s: a.cite %q leads to %s and has no data-para", p.path, words(n), fragment)
		case para != "" && !paragraphs.MatchString(para):
			t.Errorf("%s: a.cite %q: data-para=%q", p.path, words(n), para)
		case para != "" && fragment != first && p.path != "print.html":
			t.Errorf("%s: a.cite %q: data-para=%q leads to #%s", p.path, words(n), para, fragment)
		}
	case n.Data == "a" && hasClass(n, "entry"):
		seen["a.entry"]++
		id := attr(n, "data-entry")
		found := false
		for _, folder := range []string{"people", "organisations", "places", "terms"} {
			found = found || s.files[folder+"/"+id+".html"]
		}
		if !found {
			t.Errorf("%s: a.entry %q: data-entry=%q is no entry", p.path, words(n), id)
		}
	case hasClass(n, "event"):
		seen[".event"]++
		if date := attr(n, "data-date"); !dated.MatchString(date) {
			t.Errorf("%s: .event %.40q: data-date=%q", p.path, words(n), date)
		}
	}
}

const (
	run    = 8 // words in a row are a text of somebody else
	quoted = 4 // words in a row tell a quotation
)

// checkRights looks for text of sources in the public edition. There must be none of those whose rights are
// "digest", but for marked quotations and titles.
func checkRights(t *testing.T, s *shelf) {
	originals := map[string]string{} // run of words → file
	texts, err := filepath.Glob(filepath.Join(s.originals, "*"))
	if err != nil || len(texts) == 0 {
		t.Fatalf("no originals: %v", err)
	}
	for _, name := range texts {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for r := range grams(folded(string(data)), run) {
			originals[r] = filepath.Base(name)
		}
	}
	own := map[string]bool{} // pieces of marked quotations and titles
	for _, p := range s.sorted() {
		for n := range p.doc.Descendants() {
			if n.Type == html.ElementNode && (hasClass(n, "quoted") || n.Data == "h1" && strings.HasPrefix(p.path, "sources/")) {
				for piece := range grams(folded(words(n)), quoted) {
					own[piece] = true
				}
			}
		}
	}
	judge := func(name, what, text string) {
		// What is quoted does not count, wherever the words are repeated: it parts what stands around it.
		all := folded(text)
		rest := slices.Clone(all)
		for i := 0; i+quoted <= len(all); i++ {
			if own[strings.Join(all[i:i+quoted], " ")] {
				clear(rest[i : i+quoted])
			}
		}
		for r := range grams(rest, run) {
			if from, ok := originals[r]; ok {
				t.Errorf("%s: %s holds words of %s: %q", name, what, from, r)
				return
			}
		}
	}
	for _, p := range s.sorted() {
		judge(p.path, "the text", words(p.doc))
		for n := range p.doc.Descendants() {
			for _, a := range n.Attr {
				judge(p.path, n.Data+"["+a.Key+"]", a.Val)
			}
		}
	}
	for name := range s.files {
		if s.pages[name] == nil {
			judge(name, "the file", s.read(t, name))
		}
	}
}

// folded is the words of a text without case and punctuation.
func folded(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// grams yields every n words in a row.
func grams(all []string, n int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := 0; i+n <= len(all); i++ {
			if !slices.Contains(all[i:i+n], "") && !yield(strings.Join(all[i:i+n], " ")) {
				return
			}
		}
	}
}
