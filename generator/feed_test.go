package generator_test

import (
	"encoding/xml"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// With a base URL there is a site map that lists the pages, and the links of the feed are absolute.
func TestSiteMap(t *testing.T) {
	t.Parallel()
	const base = "https://book.example/any/prefix"
	for _, content := range []string{"../content", filepath.Join(layFerries(t), "content")} {
		s := open(t, bind(t, volume{name: content + " with a base URL", edition: "public", baseURL: base}, content))
		checkDisk(t, s)
		checkFeed(t, s)
		var set struct {
			XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
			Loc     []string `xml:"url>loc"`
		}
		if err := xml.Unmarshal([]byte(s.read(t, "sitemap.xml")), &set); err != nil {
			t.Fatalf("%s: sitemap.xml: %v", s.name, err)
		}
		listed := map[string]bool{}
		for _, loc := range set.Loc {
			name, ok := strings.CutPrefix(loc, base+"/")
			if name == "" {
				name = "index.html"
			}
			if !ok || s.pages[name] == nil || listed[name] {
				t.Errorf("%s: sitemap.xml lists %s, which is no page or is there already", s.name, loc)
			}
			listed[name] = true
		}
		for name := range s.pages {
			if strings.Contains(name, "/") && !listed[name] {
				t.Errorf("%s: sitemap.xml does not list %s", s.name, name)
			}
		}
		if robots := s.read(t, "robots.txt"); !strings.Contains(robots, base+"/sitemap.xml") {
			t.Errorf("%s: robots.txt does not name the site map:\n%s", s.name, robots)
		}
	}
}

// checkFeed requires a well-formed feed whose links lead to pages. A site map exists with a base URL only.
func checkFeed(t *testing.T, s *shelf) {
	t.Helper()
	if s.files["sitemap.xml"] != (s.baseURL != "") {
		t.Errorf("%s: sitemap.xml is there: %t; base URL %q", s.name, s.files["sitemap.xml"], s.baseURL)
	}
	type link struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	}
	type entry struct {
		ID      string    `xml:"id"`
		Title   string    `xml:"title"`
		Updated time.Time `xml:"updated"`
		Link    []link    `xml:"link"`
	}
	var feed struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		Author  string   `xml:"author>name"`
		entry
		Entries []entry `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(s.read(t, "feed.xml")), &feed); err != nil {
		t.Fatalf("%s: feed.xml: %v", s.name, err)
	}
	if len(feed.Entries) == 0 || feed.Author == "" {
		t.Errorf("%s: feed.xml has %d entries by %q", s.name, len(feed.Entries), feed.Author)
	}
	seen := map[string]bool{}
	for _, e := range append(feed.Entries, feed.entry) {
		if e.ID == "" || seen[e.ID] || e.Title == "" || e.Updated.IsZero() || len(e.Link) == 0 {
			t.Errorf("%s: feed.xml: %+v is incomplete, or its id is taken", s.name, e)
		}
		seen[e.ID] = true
		for _, l := range e.Link {
			name := l.Href
			if s.baseURL != "" {
				name = strings.TrimPrefix(l.Href, s.baseURL+"/")
			}
			if !s.files[name] {
				t.Errorf("%s: feed.xml leads to %s, which is no file", s.name, l.Href)
			}
		}
	}
}
