package article

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// shownName is a name that a page shows of its site, and where.
type shownName struct{ value, kind string }

// The places where a page shows the name of its site.
const (
	homeLink = "link to the first page"
	logo     = "logo"
	ownHead  = "heading"
)

// enoughNames is how many of them are kept.
const enoughNames = 12

// called keeps the names that an element marks: of the author, and of the site, where a link leads to its first page
// or an element says that it is the logo.
func (d *declared) called(n *html.Node, props string) {
	const few = 5
	switch {
	case (props == "author" || props == "creator" || attribute(n, "rel") == "author" || authorClass(attribute(n, "class"))) && len(d.shown) < few:
		name := textOf(n, 80)
		beside := d.author == nil || n.Parent == d.author.Parent || n.Parent.Parent == d.author.Parent.Parent
		if name != "" && beside && !slices.ContainsFunc(d.shown, func(f found) bool { return f.value == name }) {
			d.shown = append(d.shown, found{name, "marked as author"})
			d.author = n
		}
	case n.DataAtom == atom.A && len(d.originals) < few && toOriginal(textOf(n, 40)) && web(attribute(n, "href")) != "":
		d.originals = append(d.originals, found{attribute(n, "href"), "link to the original"})
	case n.DataAtom == atom.A && firstPage(attribute(n, "href"), d.urls):
		d.show(textOrPicture(n), homeLink)
	case logoElement(n):
		d.show(textOrPicture(n), logo)
	case n.DataAtom == atom.H1:
		d.show(textOf(n, 80), ownHead)
	}
}

// show keeps a name, without "logo" behind it.
func (d *declared) show(name, kind string) {
	for _, tail := range []string{"logo", "Logo", "LOGO", "로고", "홈", "home", "Home"} {
		name = strings.TrimRight(strings.TrimSuffix(name, tail), " -–—|:")
	}
	for _, head := range []string{"Logo of ", "Logo: ", "Logo ", "logo "} {
		name = strings.TrimPrefix(name, head)
	}
	if beginsAny(strings.ToLower(name), []string{"back to", "return to", "go to", "to the ", "zurück", "zur ", "zum ", "retour", "홈으로", "메인으로"}) {
		return
	}
	if name == "" || len(d.names) >= enoughNames || entrance(strings.ToLower(name)) || residue(name) || slices.Contains(d.names, shownName{name, kind}) {
		return
	}
	d.names = append(d.names, shownName{name, kind})
}

// textOrPicture is what a small element shows: its text, or else what its picture is said to show.
func textOrPicture(n *html.Node) string {
	if n.DataAtom == atom.Img {
		return strings.Join(strings.Fields(attribute(n, "alt")), " ")
	}
	if name := textOf(n, 80); name != "" {
		return name
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			if name := textOrPicture(c); name != "" {
				return name
			}
		}
	}
	return ""
}

// logoElement reports whether an element says that it shows the name of the site: its class does, or, of a picture,
// its description.
func logoElement(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id":
			for name := range strings.FieldsSeq(beginning(a.Val, 300)) {
				switch strings.Join(parts(name), " ") {
				case "logo", "site logo", "site title", "site name", "site branding", "header logo", "brand", "navbar brand", "masthead", "masthead title", "masthead logo", "blog title",
					"publication name", "sitename", "sitetitle", "logo text", "logo link", "main logo", "top logo", "press logo", "media logo":
					return true
				}
			}
		case "alt":
			if lower := strings.ToLower(a.Val); n.DataAtom == atom.Img && (strings.HasSuffix(lower, " logo") || strings.HasPrefix(lower, "logo ") || strings.HasSuffix(lower, "로고")) {
				return true
			}
		}
	}
	return false
}

// shows reports whether the page shows a name of its site.
func (d *declared) shows(name string, kinds ...string) bool {
	f := folded(name)
	return f != "" && slices.ContainsFunc(d.names, func(s shownName) bool {
		return slices.Contains(kinds, s.kind) && folded(s.value) == f
	})
}

// toOriginal recognises the words of a link from a view for printing, or from a copy, to the article.
func toOriginal(text string) bool {
	switch folded(text) {
	case "original", "original article", "view original", "view original article", "read original article", "read the original article", "original story", "back to article", "back to the article", "zum originalartikel", "originalartikel", "zum artikel", "zurück zum artikel",
		"article original", "voir l'article original", "retour à l'article", "원문", "원문보기", "원문 보기", "기사원문", "기사 원문":
		return true
	}
	return false
}
