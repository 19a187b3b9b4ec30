package article

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// weigh finds the areas that can hold no article. One that holds most of the prose of a page is none: some
// servers wrap a whole page in a form, and some pages fade in. (A page of which a dialog is all has no article.)
func (t *tree) weigh() {
	t.unfit = map[*html.Node]string{}
	prose := map[*html.Node]int{} // words in each area
	all := t.measure(t.body, prose)
	for n := range prose {
		if 2*prose[n] > all && t.unfit[n] != "dialog" {
			delete(t.unfit, n)
		}
	}
}

// measure counts the words of prose in an element, and in each area within it.
func (t *tree) measure(n *html.Node, prose map[*html.Node]int) int {
	sum := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode {
			if w := words(c.Data); w >= enough {
				sum += w
			}
		} else {
			sum += t.measure(c, prose)
		}
	}
	if n != t.body {
		if why := whyUnfit(n); why != "" {
			t.unfit[n], prose[n] = why, sum
		}
	}
	return sum
}

// areas drops what stands in elements that can hold no article.
func (l *layout) areas() {
	for i := range l.pieces {
		if q := &l.pieces[i]; q.role == undecided && q.unfit != "" {
			q.drop(q.unfit)
		}
	}
}

// whyUnfit says why an element can hold no article.
func whyUnfit(n *html.Node) string {
	if hidden(n) {
		return "hidden"
	}
	switch n.DataAtom {
	case atom.Nav:
		return "navigation"
	case atom.Footer:
		return "page_footer"
	case atom.Aside:
		return "page_aside"
	case atom.Form:
		return "form"
	case atom.Button, atom.Select, atom.Textarea, atom.Fieldset:
		return "form"
	case atom.Dialog:
		return "dialog"
	case atom.Figcaption:
		return "caption"
	case atom.Title:
		return "page_title"
	}
	switch attribute(n, "role") {
	case "navigation", "menu", "menubar":
		return "navigation"
	case "complementary":
		return "page_aside"
	case "dialog", "alertdialog":
		return "dialog"
	case "contentinfo":
		return "page_footer"
	case "search":
		return "form"
	}
	return ""
}

// hidden reports whether an element is one that readers do not see. Its text is kept in a receipt, for what a
// script would show is not known.
func hidden(n *html.Node) bool {
	if n.Data == "annotation" || n.Data == "annotation-xml" { // of a formula, in another notation
		return true
	}
	switch n.DataAtom {
	case atom.Template, atom.Svg, atom.Video, atom.Audio, atom.Canvas, atom.Object:
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			if a.Val == "true" {
				return true
			}
		case "style":
			if undisplayed(a.Val) {
				return true
			}
		}
	}
	return false
}

// undisplayed finds "display: none" and "visibility: hidden" in a style.
func undisplayed(style string) bool {
	for rule := range strings.SplitSeq(style, ";") {
		name, value, _ := strings.Cut(rule, ":")
		name = strings.ToLower(strings.TrimSpace(name))
		value = strings.ToLower(strings.TrimFunc(value, unicode.IsSpace))
		if name == "display" && strings.HasPrefix(value, "none") || name == "visibility" && strings.HasPrefix(value, "hidden") {
			return true
		}
	}
	return false
}
