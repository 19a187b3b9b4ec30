package article

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

const prose1 = "<p>" + first + "</p>"

// hostile are pages that nobody writes; each is one thing many times over.
var hostile = []struct {
	name string
	page func(n int) string
}{
	{"nested elements", func(n int) string { return strings.Repeat("<div>", n) + prose1 + strings.Repeat("</div>", n) }},
	{"paragraphs", func(n int) string { return strings.Repeat(prose1, n) }},
	{"elements that are never closed", func(n int) string { return strings.Repeat("<b>a <i>", n) + prose1 }},
	{"lists in lists", func(n int) string { return strings.Repeat("<ul><li>abc, ", n) + prose1 }},
	{"tables in tables", func(n int) string { return strings.Repeat("<table><tr><td>x, y", n) + prose1 }},
	{"cells", func(n int) string { return "<table><tr>" + strings.Repeat("<td>x, y", n) + prose1 }},
	{"line breaks", func(n int) string { return "<div>" + strings.Repeat("abc, def<br><br>", n) + prose1 }},
	{"headings that the head declares", func(n int) string {
		return strings.Repeat("<meta property=og:title content='A b c'><h1>x y z</h1>", n) + prose1
	}},
	{"ends without a beginning", func(n int) string { return strings.Repeat("</div></p></b>", n) + prose1 }},
	{"asides in asides", func(n int) string { return strings.Repeat("<nav>x <aside>", n) + prose1 }},
	{"what is hidden in a line", func(n int) string { return "<p>" + strings.Repeat("a <span hidden>b</span>", n) + prose1 }},
	{"class names", func(n int) string { return strings.Repeat("<div class='article-body comment share'>"+prose1, n) }},
	{"links", func(n int) string { return strings.Repeat("<div><a href=x>Related: abc</a></div>", n) + prose1 }},
	{"one attribute", func(n int) string { return "<p class='" + strings.Repeat("share ", n) + "'>" + prose1 }},
	{"attributes", func(n int) string { return "<p " + strings.Repeat("class=a ", n) + ">" + prose1 }},
	{"JSON-LD in brackets", func(n int) string {
		return "<script type=application/ld+json>" + strings.Repeat("[", n) + "</script>" + prose1
	}},
	{"JSON-LD in objects", func(n int) string {
		return "<script type=application/ld+json>" + strings.Repeat(`{"author":`, n) + "1" + strings.Repeat("}", n) + "</script>" + prose1
	}},
	{"a comment that is never closed", func(n int) string { return prose1 + "<!-- " + strings.Repeat("<p>abc", n) }},
	{"plain text to the end", func(n int) string { return prose1 + "<plaintext>" + strings.Repeat("<p>abc ", n) }},
	{"no element", func(n int) string { return strings.Repeat("abc, def. ", n) }},
	{"zeros", func(n int) string { return prose1 + strings.Repeat("<p>a\x00b</p>", n) }},
}

func TestHostilePages(t *testing.T) {
	t.Parallel()
	for _, h := range hostile {
		raw := []byte(h.page(3_000))
		o := Clean(raw, "x.html", Lines{})
		accounted(t, seen((&page{}).decode(raw, true)), o)
		if len(o.Paragraphs) == 0 {
			t.Errorf("%s: no paragraph is left", h.name)
		}
	}
}

func TestATreeHasEveryTextOnceAndInOrder(t *testing.T) {
	t.Parallel()
	for _, in := range []string{
		"<p>a<b>b<p>c</b>d", "<table>a<tr>b<td>c<table><td>d</table>e</table>f", "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e", "<a>a<a>b</a>c</a>d",
		"<select><option>a<option>b</select>c", "<dl><dt>a<dd>b<dt>c</dl>d", "<h1>a<h2>b</h1>c", "<title>a</title>b<title>c</title>d", "<svg><title>a</title><p>b</svg>c",
		"</p>a</div>b", "<p/>a<br/>b<svg/>c", "<textarea>a<p></textarea>b", "<xmp><p>a</xmp>b", "<html><head><p>a</head><body x=y>b</html>c", strings.Repeat("<div>a", 300) + strings.Repeat("</div>b", 300),
	} {
		tree := grow(in)
		var got []string
		next := 0
		var walk func(n *html.Node, depth int)
		walk = func(n *html.Node, depth int) {
			if depth > deepest+5 {
				t.Fatalf("%.40q: elements are %d deep", in, depth)
			}
			if i := textNumber(n); i >= 0 {
				if i != next {
					t.Errorf("%.40q: text %d comes where %d should", in, i, next)
				}
				next++
				got = append(got, n.Data)
			}
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				walk(c, depth+1)
			}
		}
		walk(tree.doc, 0)
		if next != len(tree.texts) || string(runes(strings.Join(got, ""))) != string(runes(seen(in))) {
			t.Errorf("%.40q: texts %q", in, got)
		}
	}
}

func TestElementsAreClosed(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"<p>a<p>b":                               "p(a) p(b)",
		"<p>a<div>b</div>":                       "p(a) div(b)",
		"<ul><li>a<li>b</ul>c":                   "ul(li(a) li(b)) c",
		"<b><p>a</b></p>b":                       "b(p(a)) b",
		"<table><tr><td>a<td>b<tr><td>c</table>": "table(tr(td(a) td(b)) tr(td(c)))",
		"<td></div>a":                            "td(a)",
		"<p><table><tr><td></p>a</table>b":       "p() table(tr(td(a))) b",
		"<h1>a<h2>b</h2>":                        "h1(a) h2(b)",
		"a<img>b<br>c":                           "a img() b br() c",
		"<i><td>a</i>b":                          "i(td(a b))",
	} {
		if got := shape(grow(in).body); got != want {
			t.Errorf("%q has the shape %q, want %q", in, got, want)
		}
	}
}

// shape writes what is in an element.
func shape(n *html.Node) string {
	var parts []string
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode {
			parts = append(parts, c.Data)
		} else {
			parts = append(parts, c.Data+"("+shape(c)+")")
		}
	}
	return strings.Join(parts, " ")
}

func TestLinesOfAPage(t *testing.T) {
	t.Parallel()
	raw := "<title>\n Ferry\n</title>\n<p>\n\n" + first + "\n and more\n of it.\n</p>\r\n<p>&#10;" + second + "</p>"
	p := &page{}
	p.clean([]byte(raw), "x.html")
	var got []string
	for _, b := range p.blocks {
		got = append(got, fmt.Sprintf("%d–%d", b.first, b.last))
	}
	if want := []string{"2–2", "6–8", "10–10"}; !slices.Equal(got, want) {
		t.Errorf("lines %v, want %v", got, want)
	}
}

func FuzzPage(f *testing.F) {
	f.Add([]byte(ferryPage))
	for _, c := range takenApart {
		f.Add([]byte(c.in))
	}
	for _, h := range hostile {
		f.Add([]byte(h.page(3)))
	}
	for _, s := range []string{"<p>a<br><br>b", "a<b> c</b>d <i>e</i>", "<title>a | b</title><meta property=og:site_name content=b>", "<h1>x</h1><h1>x",
		"<nav><p></nav>x", "<svg/>x", "&nbsp;&#0;&#x85;&zwnj;", "\r<p>\r\n", "<html lang>", "<meta charset=euc-kr>\xb9\xe8", "<textarea>x", "<script type=application/ld+json>{}</script>x",
		"<style/>x", "<p>a<svg>b</svg>c<button>d</button>e", "<a href=#>¶</a>", "<script>a</p></script>b"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		o := Clean(raw, "x.html", Lines{})
		accounted(t, seen((&page{}).decode(raw, true)), o)
	})
}

func BenchmarkPage(b *testing.B) {
	for _, n := range []int{20, 200} {
		page := []byte("<html><head><title>Ferry to reopen</title></head><body><nav>" + strings.Repeat("<a href=x>Boats</a> ", n) + "</nav><article><h1>Ferry to reopen</h1>" +
			strings.Repeat("<p>"+first+"</p><p>"+second+"</p>", n) + "</article></body></html>")
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(page)))
			b.ReportAllocs()
			for b.Loop() {
				Clean(page, "x.html", Lines{})
			}
		})
	}
}

// Ten times the page takes ten times as long.
func BenchmarkHostilePage(b *testing.B) {
	for _, h := range hostile {
		for _, n := range []int{1_000, 10_000} {
			page := []byte(h.page(n))
			b.Run(fmt.Sprintf("%s/%d", h.name, n), func(b *testing.B) {
				for b.Loop() {
					Clean(page, "x.html", Lines{})
				}
			})
		}
	}
}
