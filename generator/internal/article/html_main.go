package article

import (
	"golang.org/x/net/html"

	"codeberg.org/readeck/go-readability/v2"
)

// chosen finds the texts of the main part of a page.
func (t *tree) chosen() []bool {
	out := make([]bool, len(t.texts))
	p := readability.NewParser()
	p.DisableJSONLD = true
	a, err := p.ParseAndMutate(t.without(t.doc), nil)
	if err != nil || a.Node == nil {
		return out
	}
	mark(a.Node, out)
	return out
}

// weigh finds the areas that can hold no article. One that holds most of the prose of a page is none: some
// servers wrap a whole page in a form.
func (t *tree) weigh() {
	t.unfit = map[*html.Node]string{}
	var areas []*html.Node
	prose := map[*html.Node]int{}
	var walk func(n *html.Node, inner []*html.Node)
	walk = func(n *html.Node, inner []*html.Node) {
		if n.Type == html.TextNode {
			if w := words(n.Data); w >= enough {
				for _, a := range inner {
					prose[a] += w
				}
				prose[t.doc] += w
			}
		}
		if n.Type == html.ElementNode && n != t.body {
			if why := whyUnfit(n); why != "" {
				areas = append(areas, n)
				t.unfit[n] = why
				inner = append(inner, n)
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, inner)
		}
	}
	walk(t.body, nil)
	for _, a := range areas {
		if 2*prose[a] > prose[t.doc] {
			delete(t.unfit, a)
		}
	}
}

// without copies a tree without the areas that can hold no article.
func (t *tree) without(n *html.Node) *html.Node {
	out := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Attr: append([]html.Attribute(nil), n.Attr...)}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if why := t.unfit[c]; why == "" || why == "caption" {
			out.AppendChild(t.without(c))
		}
	}
	return out
}

func mark(n *html.Node, out []bool) {
	if i := textNumber(n); i >= 0 && i < len(out) {
		out[i] = true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		mark(c, out)
	}
}
