package article

import (
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

// authorClass recognises the class names for the name of an author.
func authorClass(s string) bool {
	switch strings.ToLower(s) {
	case "fn", "author", "author-name", "author_name", "authorname", "byline-name", "byline__name", "author__name", "p-author", "author vcard", "author fn":
		return true
	}
	return false
}

// firstPage reports whether an address is that of a first page, of the page's own site where that is known.
func firstPage(href string, own []found) bool {
	switch strings.TrimLeft(href, "./") {
	case "":
		if href != "" {
			return true
		}
	case "index.html", "index.htm", "index.php", "default.aspx", "default.asp", "home.html", "main.html":
		return true
	}
	rest := web(href)
	if len(own) > 0 {
		if host, _, _ := strings.Cut(web(own[0].value), "/"); host != rest {
			return false
		}
	}
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
