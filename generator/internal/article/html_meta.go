package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// declared is what a page says of its article in its head, each value with its place, in the order of trust.
type declared struct {
	headlines []found
	sites     []found
	authors   []found
	originals []found // addresses that the page says are the article's own
	sources   []found // agencies that had the text first
	published []dated
	modified  []found // as days
	urls      []found
	rights    found
	languages []string
	body      string      // the text that JSON-LD gives, as a witness
	kind      string      // as social networks are told
	kinds     []string    // of the objects of JSON-LD
	list      bool        // of other articles, as its elements show
	article   bool        // the page says that it is one
	found     int         // names of the publisher that were taken over
	read      int         // meta elements
	caption   string      // <title>
	names     []shownName // that the page shows of its site
	tools     []string    // that it was made with
	shown     []found     // authors in the text
	author    *html.Node  // the last of them
}

// dated is a day of publication, with how far it is trusted.
type dated struct {
	found
	weight int
}

// How far a day is trusted: what is made for machines, other names in the head, and what only shows.
const (
	sure   = 3
	likely = 2
)

// mostMeta is how many meta elements, dates and objects of JSON-LD are read. No honest page has more.
const mostMeta = 300

// declare reads meta elements, links and JSON-LD. Of several articles in JSON-LD only the one counts whose
// headline or address is the page's.
func (t *tree) declare() declared {
	var d declared
	d.languages = append(d.languages, attribute(t.body.Parent, "lang"))
	for n := t.head.FirstChild; n != nil; n = n.NextSibling {
		switch n.DataAtom {
		case atom.Meta:
			d.meta(n)
		case atom.Link:
			d.link(n)
		}
	}
	titles := d.headlines
	if t.caption != nil && t.caption.FirstChild != nil {
		d.caption = strings.Join(strings.Fields(t.caption.FirstChild.Data), " ")
		titles = append(titles, found{value: d.caption})
	}
	list, kinds := objects(t.data)
	d.kinds = kinds
	if o := fitting(list, titles, d.urls); o != nil {
		d.take(o)
	}
	d.marked(t.body)
	if len(d.authors) == 0 {
		d.authors = d.shown
	}
	return d
}

// meta reads one meta element, under each of the names it goes by.
func (d *declared) meta(n *html.Node) {
	content := strings.Join(strings.Fields(attribute(n, "content")), " ")
	if d.read++; d.read > mostMeta || content == "" || strings.ContainsFunc(content, forbidden) {
		return
	}
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		for name := range strings.FieldsSeq(attribute(n, key)) {
			d.named(name, content)
		}
	}
}

func (d *declared) named(name, content string) {
	v := found{content, "meta " + name}
	switch strings.ToLower(name) {
	case "og:title", "twitter:title", "headline", "citation_title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title":
		d.headlines = append(d.headlines, v)
	case "og:site_name", "application-name", "publisher", "dc.publisher", "dcterms.publisher", "citation_journal_title", "apple-mobile-web-app-title":
		d.sites = append(d.sites, v)
	case "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "citation_author", "byl", "dc.contributor", "article:author_name":
		d.authors = append(d.authors, v)
	case "article:published_time", "datepublished", "og:published_time", "og:article:published_time", "parsely-pub-date":
		d.date(v, sure)
	case "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued", "dc.date.created", "dcterms.created", "date", "pubdate", "pub_date", "publish-date", "publish_date", "publication_date",
		"publishdate", "publisheddate", "published", "sailthru.date", "citation_publication_date", "citation_date", "article.published", "article:published", "originalpublicationdate",
		"article_date_original", "cxenseparse:recs:publishtime", "release_date", "displaydate", "date_published", "article.created", "datecreated", "pdate", "ptime", "vr:published_time":
		d.date(v, likely)
	case "article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "article.updated", "revised":
		if day := dayOf(content); day != "" {
			d.modified = append(d.modified, found{day, v.basis})
		}
	case "generator":
		d.tools = append(d.tools, content)
	case "og:type":
		d.kind = strings.ToLower(content)
		d.article = d.article || strings.EqualFold(content, "article")
	case "og:url", "twitter:url", "parsely-link":
		d.address(v)
	case "copyright", "rights", "dc.rights", "dcterms.rights", "dcterms.rightsholder":
		if d.rights.value == "" && len(content) <= 200 {
			d.rights = v
		}
	case "content-language", "language", "dc.language", "og:locale":
		d.languages = append(d.languages, content)
	}
}

func (d *declared) link(n *html.Node) {
	v := found{strings.TrimSpace(attribute(n, "href")), "link "}
	for rel := range strings.FieldsSeq(strings.ToLower(attribute(n, "rel"))) {
		switch rel {
		case "canonical":
			v.basis += rel
			d.urls = append([]found{v}, d.urls...)
			if web(v.value) == "" {
				d.urls = d.urls[1:]
			}
		case "license":
			if d.rights.value == "" && v.value != "" {
				d.rights = found{v.value, "link license"}
			}
		}
	}
}

func (d *declared) address(v found) {
	if web(v.value) != "" {
		d.urls = append(d.urls, v)
	}
}

func (d *declared) date(v found, weight int) {
	if day := dayOf(v.value); day != "" && len(d.published) < mostMeta {
		d.published = append(d.published, dated{found{day, v.basis}, weight})
	}
}

// take adds what JSON-LD says; it goes before what meta elements say.
func (d *declared) take(o *object) {
	const basis = "JSON-LD "
	if o.kind != "WebPage" {
		for i := len(o.headlines) - 1; i >= 0; i-- {
			d.headlines = append([]found{{o.headlines[i], basis + "headline"}}, d.headlines...)
		}
		d.body = o.body
		d.article = d.article || strings.HasSuffix(o.kind, "Article") || o.kind == "BlogPosting"
	}
	if o.publisher != "" {
		d.sites = append([]found{{o.publisher, basis + "publisher"}}, d.sites...)
	}
	if len(o.authors)+len(o.agencies) > 0 {
		d.authors = nil
	}
	for _, a := range append(o.authors, o.agencies...) {
		d.authors = append(d.authors, found{a, basis + "author"})
	}
	for _, s := range o.sources {
		if name, known := agency(s); known && !sameName(s, o.publisher) {
			d.sources = append(d.sources, found{name, basis + "provider"})
		}
	}
	for _, u := range o.urls {
		d.address(found{u, basis + "url"})
	}
	if day := dayOf(o.published); day != "" {
		d.published = append([]dated{{found{day, basis + "datePublished"}, sure}}, d.published...)
	}
	if day := dayOf(o.modified); day != "" {
		d.modified = append([]found{{day, basis + "dateModified"}}, d.modified...)
	}
	if o.language != "" {
		d.languages = append(d.languages, o.language)
	}
	if o.rights != "" && d.rights.value == "" {
		d.rights = found{o.rights, basis + "copyrightNotice"}
	}
}

// fitting picks the object that speaks of the page: the one whose headline the page repeats or whose address
// is the page's; of a single one, that one.
func fitting(list []object, titles, urls []found) *object {
	for i := range list {
		for _, h := range list[i].headlines {
			for _, t := range titles {
				if a, b := folded(h), folded(t.value); a != "" && (a == b || len(a) > 15 && strings.Contains(b, a)) {
					return &list[i]
				}
			}
		}
	}
	for i := range list {
		for _, a := range list[i].urls {
			for _, u := range urls {
				if w := web(a); w != "" && w == web(u.value) {
					return &list[i]
				}
			}
		}
	}
	if len(list) == 1 {
		return &list[0]
	}
	return nil
}

// web is an address without what does not tell one page from another, "" for none of the web.
func web(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok {
		if rest, ok = strings.CutPrefix(s, "http://"); !ok {
			return ""
		}
	}
	rest, _, _ = strings.Cut(rest, "#")
	rest, _, _ = strings.Cut(rest, "?")
	for _, host := range []string{"www.", "m.", "mobile.", "amp."} {
		rest = strings.TrimPrefix(rest, host)
	}
	return strings.TrimSuffix(rest, "/")
}
