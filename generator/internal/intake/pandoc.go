package intake

import "briefbook/generator/internal/book"

// pandocKey reports whether a key of a chapter or a note is one of pandoc's, which has a meaning there and none here:
// a note that is also sent through pandoc keeps its front matter. The book has its own language, bibliography and
// contents.
func pandocKey(k book.Kind, key string) bool {
	if k != book.Chapter && k != book.Note {
		return false
	}
	switch key {
	case "author", "authors", "institute", "subtitle", "abstract", "abstract-title", "keywords", "subject", "description", "thanks", "lang", "dir",
		"pagetitle", "copyright":
		return true
	case "bibliography", "csl", "nocite", "references", "reference-section-title", "link-citations", "link-bibliography", "suppress-bibliography",
		"citation-style", "citation-abbreviations", "citeproc", "notes-after-punctuation":
		return true
	case "toc", "toc-title", "toc-depth", "lof", "lot", "numbersections", "number-sections", "secnumdepth", "header-includes", "include-before",
		"include-after", "css", "output", "format":
		return true
	case "documentclass", "classoption", "geometry", "papersize", "margin-left", "margin-right", "margin-top", "margin-bottom", "fontsize",
		"fontfamily", "mainfont", "sansfont", "monofont", "linestretch", "indent", "colorlinks", "linkcolor", "urlcolor", "citecolor":
		return true
	}
	return false
}
