package article

import (
	"golang.org/x/net/html"

	"codeberg.org/readeck/go-readability/v2"
)

// The bounds of a page that is given to the library: it copies the tree several times and sums up texts from
// every element, so its work grows with elements and with the sum of their depths.
const (
	mostNodes  = 100_000
	mostDepths = 1_500_000
)

// chosen finds the texts of the main part of a page, by number. The library finds the element and leaves out
// what looks like furniture; of its answer only those texts count, which carry their numbers with them. Of a page
// beyond the bounds it is not asked.
func (t *tree) chosen() []bool {
	out := make([]bool, len(t.texts))
	if t.nodes > mostNodes || t.depths > mostDepths {
		return out
	}
	p := readability.NewParser()
	p.DisableJSONLD = true // see objects
	a, err := p.ParseAndMutate(t.without(t.doc), nil)
	if err != nil || a.Node == nil {
		return out // it has found nothing
	}
	mark(a.Node, out)
	return out
}

// without copies a tree without the areas that can hold no article. Captions stay: their figures belong to the
// text around them.
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
