package site

import (
	"io"

	"briefbook/generator/internal/book"
)

// Files lists the files of the site. What is on a page is asked for when the page is written.
func Files(lib book.Library) []book.File {
	files := []book.File{
		{Path: "index.html", Write: home},
		{Path: "404.html", Write: missing},
		{Path: "feed.xml", Write: feed},
	}
	for _, c := range lib.Chapters() {
		files = append(files, on(c.ID, c.Route, chapter))
	}
	for _, r := range registers {
		files = append(files, r.files(lib)...)
	}
	for _, kind := range book.Kinds {
		if kind.IsEntry() {
			files = append(files, indexFiles(lib, kind)...)
		}
	}
	files = append(files, nameIndexFiles(lib)...)
	files = append(files, chronologyFiles(lib)...)
	for _, g := range gatherings {
		files = append(files, g.files(lib)...)
	}
	files = append(files, quotationFiles(lib)...)
	files = append(files, coverageFiles(lib)...)
	files = append(files, bibliographyFiles(lib)...)
	files = append(files, changeFiles(lib)...)
	files = append(files, mapFiles(lib)...)
	return append(files, assets(lib, files)...)
}

// on is the file of one page of the book.
func on(id book.ID, route string, write func(io.Writer, book.Library, book.ID) error) book.File {
	return book.File{Path: route, Write: func(w io.Writer, lib book.Library) error { return write(w, lib, id) }}
}

// assets are stylesheets, scripts and static files. A static file cannot take the place of a page.
func assets(lib book.Library, pages []book.File) []book.File {
	taken := make(map[string]bool, len(pages))
	for _, f := range pages {
		taken[f.Path] = true
	}
	var files []book.File
	for _, name := range lib.Assets() {
		if taken[name] {
			continue
		}
		files = append(files, book.File{Path: name, Write: func(w io.Writer, lib book.Library) error {
			data, _ := lib.Asset(name)
			_, err := w.Write(data)
			return err
		}})
	}
	return files
}
