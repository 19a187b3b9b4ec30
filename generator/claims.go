package generator

import (
	"path"
	"slices"
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/sink"
)

// sift makes a list of output files one in which every path is there once, the first time, and every static file
// can stand beside the pages on every system a book is copied to. It tells of each that cannot: its name is the
// author's, and must not cost the whole book.
func sift(list []book.File, static []string, pages func() map[string]bool) ([]book.File, []diag.Diagnostic) {
	var diags []diag.Diagnostic
	leave := func(name, why string) {
		at := diag.NewSource("content/static/"+name, "").Whole()
		diags = append(diags, diag.Errorf(at, "static-name", "the file is left out: its name %s", why).WithHint("rename it"))
	}
	copied := map[string]bool{}
	for _, name := range static {
		switch {
		case strings.HasPrefix(name, "assets/"): // a stylesheet or script of the book's own
		case pageLike[path.Ext(name)] && pages()[name]:
			leave(name, "is that of a page of the book")
		default:
			copied[name] = true
		}
	}
	taken, seen := claims{}, make(map[string]bool, len(list))
	for _, f := range list {
		if len(copied) > 0 && !copied[f.Path] {
			taken.claim(f.Path)
		}
	}
	list = slices.DeleteFunc(list, func(f book.File) bool {
		if seen[f.Path] {
			return true
		}
		seen[f.Path] = true
		if !copied[f.Path] {
			return false
		}
		if why := taken.refuse(f.Path); why != "" {
			leave(f.Path, why)
			return true
		}
		taken.claim(f.Path)
		return false
	})
	return list, diags
}

// pageLike are the endings of files that outputs make; only a static file with one of them is worth the question.
var pageLike = map[string]bool{".html": true, ".xml": true, ".txt": true}

// claims are the paths of a book and the folders they lie in, which end in a slash, as the least exact file
// system tells them apart.
type claims map[string]string

func (c claims) claim(name string) {
	c[sink.Fold(name)] = name
	for i := strings.LastIndexByte(name, '/'); i > 0; i = strings.LastIndexByte(name[:i], '/') {
		key := sink.Fold(name[:i])
		if _, known := c[key]; known {
			return
		}
		c[key] = name[:i+1]
	}
}

// refuse says why a path cannot be claimed, in words that follow "its name"; "" when it can.
func (c claims) refuse(name string) string {
	if why := sink.Wrong(name); why != "" {
		return why
	}
	other, taken := c[sink.Fold(name)]
	switch {
	case taken && strings.HasSuffix(other, "/"):
		return "is that of a folder of the book"
	case taken:
		return "differs from " + other + " only in case, and on macOS and Windows they are one file"
	}
	for i := strings.LastIndexByte(name, '/'); i > 0; i = strings.LastIndexByte(name[:i], '/') {
		if other, taken := c[sink.Fold(name[:i])]; taken && strings.TrimSuffix(other, "/") != name[:i] {
			return "has a folder that differs from " + other + " only in case"
		} else if taken && !strings.HasSuffix(other, "/") {
			return "has a folder where the book has the file " + other
		}
	}
	return ""
}
