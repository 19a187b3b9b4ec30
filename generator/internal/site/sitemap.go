package site

import (
	"encoding/xml"
	"io"
	"strings"

	"briefbook/generator/internal/book"
)

// urlsPerMap is how many addresses one sitemap holds; the protocol allows 50,000.
const urlsPerMap = 40000

type siteURL struct {
	Loc string `xml:"loc"`
}

type urlSet struct {
	XMLName xml.Name  `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []siteURL `xml:"url"`
}

type mapIndex struct {
	XMLName xml.Name  `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Maps    []siteURL `xml:"sitemap"`
}

// mapFiles tell search engines what to read: nothing of the internal edition; of the public one, whose
// address is known, the pages of the book. Lists are found through them.
func mapFiles(lib book.Library) []book.File {
	if lib.For() == book.Internal {
		return []book.File{{Path: "robots.txt", Write: func(w io.Writer, _ book.Library) error {
			_, err := io.WriteString(w, "User-agent: *\nDisallow: /\n")
			return err
		}}}
	}
	if lib.Info().BaseURL == "" {
		return nil
	}
	files := []book.File{
		{Path: "sitemap.xml", Write: sitemap},
		{Path: "robots.txt", Write: func(w io.Writer, lib book.Library) error {
			_, err := io.WriteString(w, "User-agent: *\nAllow: /\nSitemap: "+lib.Info().BaseURL+"sitemap.xml\n")
			return err
		}},
	}
	if n := len(routes(lib)); n > urlsPerMap {
		for part := 0; part*urlsPerMap < n; part++ {
			files = append(files, book.File{Path: mapPath(part), Write: func(w io.Writer, lib book.Library) error {
				all := routes(lib)
				from := min(part*urlsPerMap, len(all))
				return writeMap(w, lib, all[from:min(from+urlsPerMap, len(all))])
			}})
		}
	}
	return files
}

func mapPath(part int) string { return "sitemap-" + ordinal(part+1) + ".xml" }

// routes are the addresses of all pages in reading order, lists first.
func routes(lib book.Library) []string {
	all := []string{"index.html", "chronology.html", "sources.html", "bibliography.html", "notes.html", "quotations.html"}
	for _, kind := range book.Kinds {
		if kind.IsEntry() {
			all = append(all, listOf(kind))
		}
	}
	for _, g := range gatherings {
		all = append(all, g.path(1))
	}
	if lib.Earlier().There() {
		all = append(all, changesPath(1))
	}
	add := func(heads []book.Head) {
		for _, h := range heads {
			all = append(all, h.Route)
		}
	}
	for _, c := range lib.Chapters() {
		all = append(all, c.Route)
		add(lib.Shelf(book.Article, c.ID))
		add(lib.Shelf(book.Note, c.ID))
	}
	add(lib.Shelf(book.Article, ""))
	add(lib.Shelf(book.Note, ""))
	for _, kind := range book.Kinds {
		if kind.IsEntry() {
			add(lib.Shelf(kind, ""))
		}
	}
	return all
}

func sitemap(w io.Writer, lib book.Library) error {
	all := routes(lib)
	if len(all) <= urlsPerMap {
		return writeMap(w, lib, all)
	}
	var index mapIndex
	for part := 0; part*urlsPerMap < len(all); part++ {
		index.Maps = append(index.Maps, siteURL{lib.Info().BaseURL + mapPath(part)})
	}
	return writeXML(w, index)
}

func writeMap(w io.Writer, lib book.Library, routes []string) error {
	var set urlSet
	base := lib.Info().BaseURL
	for _, r := range routes {
		set.URLs = append(set.URLs, siteURL{base + strings.TrimSuffix(r, "index.html")})
	}
	return writeXML(w, set)
}
