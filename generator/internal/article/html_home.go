package article

import (
	"strings"

	"golang.org/x/net/html"
)

// home looks for the element that a page itself calls the body of its article. When that holds nearly all that
// was found, what comes after it is no part of the article.
func (l *layout) home() {
	list := l.left()
	home := l.homeOf(list, 8, bodyElement)
	if home == nil {
		return
	}
	for i := len(list) - 1; i >= 0 && !list[i].within(home); i-- {
		list[i].drop("after_text")
	}
}

// bodyElement reports whether an element says that it is the body of an article.
func bodyElement(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "itemprop", "name":
			if strings.EqualFold(a.Val, "articleBody") {
				return true
			}
		case "class", "id":
			for name := range strings.FieldsSeq(beginning(a.Val, 300)) {
				switch strings.Join(parts(name), " ") {
				case "article body", "articlebody", "article content", "article text", "article copy", "article main body", "article body content", "articletext",
					"entry content", "entrycontent", "post content", "postcontent", "post body", "post entry", "td post content",
					"story body", "story content", "story text", "storytext", "news body", "news content", "body text":
					return true
				}
			}
		}
	}
	return false
}
