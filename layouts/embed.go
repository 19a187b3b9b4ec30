// Package layouts holds the templates, stylesheets and scripts a book is made with, and lets a book replace
// any of them. It knows the files and how they combine; what a page shows is decided by the outputs.
//
//	*.html          one template for each sort of page
//	parts/*.html    pieces that several pages share, the frame among them
//	assets/         stylesheets and scripts, copied to the output's assets/
//
// [Over] lays a folder of the user's over the embedded files: a file of the same name takes the place of the
// embedded one, a new file stands beside them. [Parse] turns such a file system into a [Set]. A page that
// defines "main" is put into the frame (parts/frame.html); a page that does not is a document of its own, as
// print.html is. A page sees its own definitions and those of all parts, never those of another page.
//
//	set, err := layouts.Parse(layouts.Over(os.DirFS("layouts")))
//	err = set.Execute(w, "chapter.html", data)
//
// Beyond what html/template has, layouts may say {{count 5 "source" "sources"}} and {{once "foot" .Frame.Shell}}, which
// makes a part once for all pages that show it of an equal value.
//
// A [Set] is never changed once parsed, as far as can be seen, and may be used by any number of goroutines.
package layouts

import (
	"cmp"
	"embed"
	"errors"
	"io/fs"
	"slices"
)

//go:embed *.html parts/*.html assets
var embedded embed.FS

// Over is the embedded files with those of user over them. A nil user gives the embedded files alone.
func Over(user fs.FS) fs.FS {
	if user == nil {
		return embedded
	}
	return over{user: user, base: embedded}
}

// over looks in user first. Only a missing file falls through to base: one that cannot be read is an error,
// not a reason to show something else.
type over struct{ user, base fs.FS }

func (o over) Open(name string) (fs.File, error) {
	f, err := o.user.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.base.Open(name)
	}
	return f, err
}

// ReadFile reads a file without opening it twice.
func (o over) ReadFile(name string) ([]byte, error) {
	data, err := fs.ReadFile(o.user, name)
	if errors.Is(err, fs.ErrNotExist) {
		return fs.ReadFile(o.base, name)
	}
	return data, err
}

// ReadDir lists a folder of both, each name once, sorted.
func (o over) ReadDir(name string) ([]fs.DirEntry, error) {
	user, err := fs.ReadDir(o.user, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	base, baseErr := fs.ReadDir(o.base, name)
	if baseErr != nil && err != nil {
		return nil, err
	}
	// The user's entries come first and the sort is stable, so theirs survive.
	both := append(slices.Clone(user), base...)
	slices.SortStableFunc(both, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return slices.CompactFunc(both, func(a, b fs.DirEntry) bool { return a.Name() == b.Name() }), nil
}
