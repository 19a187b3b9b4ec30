package article

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

const ferryPage = `<!doctype html>
<html lang="en-GB"><head>
<title>Island ferry to reopen in April | The Morning Ferry</title>
<meta property="og:title" content="Island ferry to reopen in April">
<meta property="og:site_name" content="The Morning Ferry">
<meta property="article:published_time" content="2019-03-04T09:15:00Z">
<meta name="author" content="Mara Lindqvist">
<script>var hidden = "never <p>seen</p>";</script><style>p { color: red }</style>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li>Boats</li></ul></nav>
<article>
<h1>Island ferry to <em>reopen</em> in April</h1>
<p>By AFP</p>
<p>The harbour board voted to re<b>open</b> the island ferry
   after a winter of repairs &amp; quarrels about the pier.</p>
<h2>Old price</h2>
<figure><img src="x.jpg" alt="not text"><figcaption>The new pier, seen from the water.</figcaption></figure>
<blockquote>"The crossing will run twice a day from the first week of April," said the chair.</blockquote>
<aside><p>Subscribe to our letter, which has many more words than it needs to have, every day.</p></aside>
<ul><li>Tickets stay at the old price, and islanders travel free on the first three days.</li></ul>
One more paragraph stands here without any element around it, as old pages have it.<br><br>And another one that is
set apart by two line breaks, as pages older still have it.
</article>
<form><input><button>Go</button></form>
<footer>© 2019 The Morning Ferry</footer>
</body></html>
`

func TestCleanHTML(t *testing.T) {
	t.Parallel()
	const want = `title: Island ferry to reopen in April <heading, line 12>
publisher: The Morning Ferry <meta og:site_name>
agency: AFP <byline, line 13>
byline: Mara Lindqvist <meta author>
date: 2019-03-04 <meta article:published_time>
¶ The … pier.
¶ "The … chair.
¶ Tickets … days.
¶ One … it.
¶ And … it.
§2 Old price
- 3–3 page_title Island
- 10–10 navigation Home
- 13–13 agency_byline By
- 17–17 caption The
- 19–19 page_aside Subscribe
- 24–24 form Go
- 25–25 page_footer ©
en-GB 
`
	o := Clean([]byte(ferryPage), "ferry.HTML", Lines{})
	if got := told(o); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := o.Paragraphs[0]; got != "The harbour board voted to reopen the island ferry after a winter of repairs & quarrels about the pier." {
		t.Errorf("the first paragraph is %q", got)
	}
	accounted(t, seen(ferryPage), o)
}

func TestTitleOfAPage(t *testing.T) {
	t.Parallel()
	p := "<p>The harbour board voted to reopen the island ferry after a winter of repairs.</p>"
	for _, c := range []struct{ name, in, want, basis string }{
		{"the only heading", "<title>Home</title><h1>Ferry to reopen</h1>" + p, "Ferry to reopen", "heading, line 1"},
		{"the heading that og:title repeats", `<meta property=og:title content="ferry to reopen."><h1>Ferry News</h1><h1>Ferry to reopen</h1>` + p, "Ferry to reopen", "heading, line 1"},
		{"the title without the site", `<title>Ferry to reopen - Moon's Office | Ferry News</title><meta property=og:site_name content="Ferry News">` + p, "Ferry to reopen - Moon's Office", "page title, line 1"},
		{"the title of an unknown site is not cut", `<title>Ferry to reopen | Harbour Office</title>` + p, "Ferry to reopen | Harbour Office", "page title, line 1"},
		{"the heading that its element calls the title", `<title>Upper Deck: Ferry to reopen</title><h1>Upper Deck</h1><h3 class=entry-title>Ferry to reopen</h3>` + p, "Ferry to reopen", "heading, line 1"},
		{"the heading that ends the title", `<title>Upper Deck: Ferry to reopen</title><h1>Upper Deck</h1><h2>Ferry to reopen</h2>` + p, "Ferry to reopen", "heading, line 1"},
		{"a name that links to the first page is no title", `<title>Ferry to reopen</title><h1><a href=/>Ferry News</a></h1>` + p, "Ferry to reopen", "page title, line 1"},
		{"what the page declares", `<meta property=og:title content="Ferry to reopen">` + p, "Ferry to reopen", "meta og:title"},
		{"none", p, "", ""},
	} {
		o := Clean([]byte(c.in), "x.html", Lines{})
		if o.Title.Text != c.want || o.Title.Basis != c.basis {
			t.Errorf("%s: %q (%s), want %q (%s)", c.name, o.Title.Text, o.Title.Basis, c.want, c.basis)
		}
		accounted(t, seen(c.in), o)
	}
}

func TestBrokenPages(t *testing.T) {
	t.Parallel()
	p := "The harbour board voted to reopen the island ferry after a winter of repairs."
	for name, in := range map[string]string{
		"a form around everything":     "<form><div>" + p + "</div><button>Go</button></form>",
		"elements that are not closed": "<div><p>" + p + "<p>Short one.<ul><li>Item",
		"ends that were never opened":  "</nav></div><p>" + p + "</aside></p>",
		"a script in capitals":         "<SCRIPT>" + p + "</SCRIPT><p>" + p,
		"markup that never ends":       "<p>" + p + "<a href=\"x",
		"a hostile text":               "<p>&lt;script&gt;alert(1)&lt;/script&gt; is what the board of the harbour wrote on the wall.",
		"a declaration with controls":  "<meta name=author content='A\x01 B'><p>" + p,
		"nested in what nobody sees":   "<svg><title>" + p + "</title></svg><p>" + p,
		"a great many unclosed asides": strings.Repeat("<nav>", 2_000) + p,
	} {
		o := Clean([]byte(in), "x.html", Lines{})
		accounted(t, seen(in), o)
		if len(o.Paragraphs) != 1 && !strings.Contains(in, "<nav>") && !strings.Contains(in, "Short") {
			t.Errorf("%s: paragraphs %q", name, o.Paragraphs)
		}
	}
}

// seen is the text of a page that a reader may see: what is in scripts, styles and their like is for programs.
func seen(page string) string {
	var b strings.Builder
	skip := false
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String() + strings.Repeat("\n", strings.Count(page, "\n")+strings.Count(page, "\r"))
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			switch string(name) {
			case "script", "style", "noscript", "iframe", "noembed", "noframes":
				skip = true
			default:
				skip = false
			}
		case html.EndTagToken:
			skip = false
		case html.TextToken:
			if !skip {
				b.Write(z.Text())
			}
			skip = false
		}
	}
}
