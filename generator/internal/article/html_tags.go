package article

import (
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// unread are the elements whose text is for programs, or for browsers without scripts.
func unread(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Noscript, atom.Iframe, atom.Noembed, atom.Noframes:
		return true
	}
	return false
}

// void are the elements that hold nothing.
func void(a atom.Atom) bool {
	switch a {
	case atom.Area, atom.Base, atom.Basefont, atom.Bgsound, atom.Br, atom.Col, atom.Embed, atom.Frame, atom.Hr, atom.Img,
		atom.Input, atom.Keygen, atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr:
		return true
	}
	return false
}

func isHeading(a atom.Atom) bool {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

func inline(a atom.Atom) bool {
	switch a {
	case atom.A, atom.Abbr, atom.Acronym, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Cite, atom.Code, atom.Data, atom.Del, atom.Dfn, atom.Em, atom.Font,
		atom.I, atom.Img, atom.Ins, atom.Kbd, atom.Mark, atom.Nobr, atom.Q, atom.Rb, atom.Rp, atom.Rt, atom.Ruby, atom.S, atom.Samp, atom.Small,
		atom.Span, atom.Strike, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.Tt, atom.U, atom.Var, atom.Wbr, atom.Math, atom.Label, atom.Picture, 0:
		return true
	}
	return false
}

// attributes reads those that say something of an element; a second of one name counts for nothing.
func attributes(z *html.Tokenizer) []html.Attribute {
	var out []html.Attribute
	for more := true; more; {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch name := string(key); name {
		case "class", "id", "style", "hidden", "aria-hidden", "aria-modal", "aria-label", "role", "href", "rel", "src", "alt",
			"itemprop", "itemtype", "datetime", "content", "property", "name", "http-equiv", "lang", "colspan", "type", "pubdate", "data-component", "data-testid":
			if !slices.ContainsFunc(out, func(a html.Attribute) bool { return a.Key == name }) {
				out = append(out, html.Attribute{Key: name, Val: beginning(string(value), widest)})
			}
		}
	}
	return out
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
