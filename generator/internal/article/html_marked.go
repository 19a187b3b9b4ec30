package article

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// marked reads microdata and <time> in the body.
func (d *declared) marked(n *html.Node) {
	if n.Type != html.ElementNode || hintOf(n) == "comments" { // who comments is no author
		return
	}
	props := strings.ToLower(attribute(n, "itemprop"))
	value := attribute(n, "content")
	if value == "" {
		value = attribute(n, "datetime")
	}
	switch {
	case value == "":
	case strings.Contains(props, "datepublished"):
		d.date(found{value, "itemprop datePublished"}, likely)
	case strings.Contains(props, "datemodified"):
		if day := dayOf(value); day != "" && len(d.modified) < mostMeta {
			d.modified = append(d.modified, found{day, "itemprop dateModified"})
		}
	case n.DataAtom == atom.Time && (hasPubdate(n) || strings.Contains(attribute(n, "class"), "publish")):
		d.date(found{value, "time element"}, likely)
	}
	d.called(n, props)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		d.marked(c)
	}
}

// called reads the names that elements mark: of the author, and of the site where a link leads to its first page.
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
	case n.DataAtom == atom.A && len(d.homes) < few && firstPage(attribute(n, "href")):
		name := textOf(n, 80)
		if name == "" && n.FirstChild != nil {
			name = attribute(n.FirstChild, "alt")
		}
		if name != "" {
			d.homes = append(d.homes, folded(name))
		}
	case n.DataAtom == atom.H1 && len(d.homes) < few:
		if name := textOf(n, 80); name != "" {
			d.homes = append(d.homes, folded(name))
		}
	}
}

// authorClass recognises the class names for the name of an author.
func authorClass(s string) bool {
	switch strings.ToLower(s) {
	case "fn", "author", "author-name", "author_name", "authorname", "byline-name", "byline__name", "author__name", "p-author", "author vcard", "author fn":
		return true
	}
	return false
}

// firstPage reports whether an address is that of a site's first page.
func firstPage(href string) bool {
	if href == "/" || href == "./" {
		return true
	}
	rest := web(href)
	return rest != "" && !strings.Contains(rest, "/")
}

// textOf is the text of a small element, "" of a larger one.
func textOf(n *html.Node, most int) string {
	var b strings.Builder
	var walk func(n *html.Node) bool
	walk = func(n *html.Node) bool {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if b.Len() > 2*most || !walk(c) {
				return false
			}
		}
		return true
	}
	text := ""
	if walk(n) {
		text = strings.Join(strings.Fields(b.String()), " ")
	}
	if len(text) > most {
		return ""
	}
	return text
}

func hasPubdate(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "pubdate" {
			return true
		}
	}
	return false
}
