package article

import (
	"strings"
	"testing"
)

var clippings = []struct{ name, in, want, first string }{
	{"front matter of a clipper", "---\ntitle: \"" + ferry + "\"\nsource: https://www.ferrydigest.example/ferry\nauthor:\n  - \"[[Mara Lindqvist]]\"\n  - Jon Meer\npublished: 2019-03-04\ncreated: 2020-01-01\nsite: Ferry Digest\ntags: [clippings]\n---\n\n# " + ferry + "\n" + prose,
		ferryTitle + "publisher: Ferry Digest\nbyline: Mara Lindqvist; Jon Meer\ndate: 2019-03-04\nurl: https://www.ferrydigest.example/ferry\n", "The harbour board"},
	{"front matter in TOML", "+++\ntitle = \"" + ferry + "\"\ndate = 2019-03-04T09:00:00Z\nauthors = [\"Mara Lindqvist\", \"Jon Meer\"]\n+++\n" + prose,
		ferryTitle + "byline: Mara Lindqvist; Jon Meer\ndate: 2019-03-04\n", "The harbour board"},
	{"marks of emphasis and links", "# " + ferry + "\n\n*March 4, 2019 · by Mara Lindqvist · 2 min read*\n\nThe **harbour board** voted to [reopen the ferry](https://ferry.example/a) after a winter of repairs to the pier.\n",
		ferryTitle + "byline: Mara Lindqvist\ndate: 2019-03-04\n", "The harbour board voted to reopen the ferry after"},
	{"a heading that is a link", "# [" + ferry + " - Ferry Digest](https://ferrydigest.example/2019/03/04/ferry)\n" + prose,
		ferryTitle + "publisher: Ferry Digest\nurl: https://ferrydigest.example/2019/03/04/ferry\n", "The harbour board"},
	{"a title with marks of quotation in front matter", "+++\ntitle = \"\\\"Never\\\", says the ferryman\"\n+++\n" + prose, "title: \"Never\", says the ferryman\n", "The harbour board"},
	{"the site's link and its attributes", "::: {.top}\n[Ferry Digest](https://ferrydigest.example/){.logo}\n:::\n\n# " + ferry + "\n\nBy [Mara Lindqvist](https://ferrydigest.example/m){rel=\"author\"} \\| 4 March 2019\n" + prose,
		ferryTitle + "publisher: Ferry Digest\nbyline: Mara Lindqvist\ndate: 2019-03-04\n", "The harbour board"},
	{"a domain that leads to the text", "[ferrydigest.example](https://ferrydigest.example/2019/ferry)\n\n# " + ferry + "\n\nMara Lindqvist\n\n*Ferry Digest · 4 March 2019 · 3 min read*\n" + prose,
		ferryTitle + "publisher: Ferry Digest\nbyline: Mara Lindqvist\ndate: 2019-03-04\nurl: https://ferrydigest.example/2019/ferry\n", "The harbour board"},
	{"a picture that is a link", "# " + ferry + "\n\n[![](https://ferry.example/i.svg)](https://ferry.example/share) Save\n\n![The pier at dawn](https://ferry.example/p.jpg){width=\"640\"}\n" + prose, ferryTitle, "The harbour board"},
	{"an underlined heading", ferry + "\n=====\n" + prose, ferryTitle, "The harbour board"},
	{"no front matter without its end", "---\ntitle: x\n\n# " + ferry + "\n" + prose, ferryTitle, "The harbour board"},
}

func TestMarkdown(t *testing.T) {
	t.Parallel()
	for _, c := range clippings {
		o := Clean([]byte(c.in), "x.md", Lines{})
		if got := stated(o); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
		if len(o.Paragraphs) == 0 || !strings.HasPrefix(o.Paragraphs[0], c.first) {
			t.Errorf("%s: the text is %q", c.name, o.Paragraphs)
		}
		accounted(t, c.in, o)
	}
}
