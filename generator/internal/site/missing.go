package site

import (
	"io"
	"net/url"

	"briefbook/generator/internal/book"
)

// Missing is the page shown for an address that does not exist. It is served at any depth, so that no
// relative link to a stylesheet or page can be right: it carries its own style, and its link to the book is the
// path of the base URL. Without a base URL the link is right at the root, and a short script mends it in the
// folders of the book.
type Missing struct {
	Frame Frame
	Home  string
	Mend  bool
}

func missing(w io.Writer, lib book.Library) error {
	s := newSheet(lib, "404.html")
	v := Missing{Frame: s.frame("404.html", "No such page", ""), Home: "index.html", Mend: true}
	v.Frame.Canonical = ""
	if base, err := url.Parse(s.info.BaseURL); err == nil && s.info.BaseURL != "" {
		v.Home, v.Mend = base.EscapedPath(), false
	}
	return s.show(w, "404.html", v)
}
