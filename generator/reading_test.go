package generator_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// do runs steps in the tab.
func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

// wait waits until an expression is true, also across pages.
func (b *tab) wait(js string) {
	b.t.Helper()
	until(b.t, js, func() bool {
		ok, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool]("!!("+js+")"))
		return err == nil && ok
	})
}

// What readers do: follow a citation to its paragraph, go about with the keyboard, come from a dead link.
func TestReading(t *testing.T) {
	b := newTab(t)
	dir := layFerries(t)
	made := volume{name: "ferries", edition: "public", originals: dir + "/originals"}
	public := bind(t, made, dir+"/content")
	made.edition = "internal"
	internal := bind(t, made, dir+"/content")
	real := bind(t, volume{name: "real book", edition: "public"}, "../content")
	for _, c := range []struct {
		name string
		test func(*tab, string)
		volume
	}{
		{"a citation leads to the statements on a paragraph", followCitation, public},
		{"a citation leads to the paragraph", followCitation, internal},
		{"a citation in the real book", followCitation, real},
		{"the keyboard", useKeyboard, public},
		{"the keyboard in the real book", useKeyboard, real},
		{"a dead link", mendMissing, public},
		{"a paragraph number", copyNumber, public},
	} {
		t.Run(c.name, func(t *testing.T) {
			b.t = t
			server := serve(t, c.dir, prefix)
			b.ours = server
			seen := len(b.said())
			b.size(1280, 800)
			b.scheme("light")
			c.test(b, server+prefix)
			b.wait(`document.readyState === "complete"`) // what it still loads is not the next one's fault
			for _, fault := range b.trouble(&seen) {
				if c.name != "a dead link" { // whose first page is missing on purpose
					t.Error(fault)
				}
			}
		})
	}
}

func followCitation(b *tab, root string) {
	b.show(root + "index.html")
	chapters := eval[[]string](b, `[...document.querySelectorAll("main a[href^='chapters/']")].map(a => a.getAttribute("href"))`)
	if len(chapters) == 0 {
		b.t.Fatal("the front page leads to no chapter")
	}
	b.show(root + chapters[0])
	const cite = `main p a.cite[data-para]`
	source := eval[string](b, `document.querySelector("`+cite+`").dataset.source`)
	para := eval[string](b, `document.querySelector("`+cite+`").dataset.para.split(/[- ]/)[0]`)
	b.do(chromedp.Click(chromedp.CSS(cite)))
	b.wait(`location.pathname.endsWith("/sources/` + source + `.html") && document.readyState === "complete"`)
	b.wait(`document.querySelector(":target")`)
	if got := eval[string](b, `document.querySelector(":target").id`); got != "p"+para {
		b.t.Errorf("the citation of ¶%s leads to %q", para, got)
	}
	// A browser scrolls when it has laid the page out.
	b.wait(`(box => box.top >= 0 && box.top < innerHeight)(document.querySelector(":target").getBoundingClientRect())`)
	const look = `(s => [s.backgroundColor, s.boxShadow, s.outline, s.color].join())(getComputedStyle(document.getElementById("p` + "%" + `")))`
	style := strings.Replace(look, "%", para, 1)
	at := eval[string](b, style)
	eval[string](b, `location.hash = "main"`)
	if rest := eval[string](b, style); rest == at {
		b.t.Errorf("the paragraph that a citation leads to looks like any other: %s", at)
	}
}

// visible tells whether the focused element can be told from one that is not.
const visible = `(() => {
	const e = document.activeElement, s = getComputedStyle(e), box = e.getBoundingClientRect();
	const ringed = s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== "none" ||
		[...e.querySelectorAll(".hit")].some(h => getComputedStyle(h).stroke !== "none");
	return (ringed ? "" : "no ring ") + (box.width > 0 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight ? "" : "out of sight ") +
		(e === document.body ? "nothing focused" : "") })()`

func useKeyboard(b *tab, root string) {
	b.show(root + "index.html")
	b.do(chromedp.KeyEvent("\t"))
	if !eval[bool](b, `document.activeElement.matches("a.skip")`) {
		b.t.Errorf("the first key leads to %s", eval[string](b, `document.activeElement.outerHTML.slice(0, 200)`))
	}
	for i := range 25 {
		if fault := eval[string](b, visible); fault != "" {
			b.t.Errorf("stop %d, %s: %s", i, eval[string](b, `document.activeElement.outerHTML.slice(0, 200)`), fault)
		}
		b.do(chromedp.KeyEvent("\t"))
	}
	// The skip link leads into the text, and the next key goes on from there.
	b.show(root + "index.html")
	b.do(chromedp.KeyEvent("\t"), chromedp.KeyEvent("\r"))
	b.wait(`location.hash === "#main"`)
	b.do(chromedp.KeyEvent("\t"))
	if !eval[bool](b, `!!document.activeElement.closest("main")`) {
		b.t.Errorf("after the skip link a key leads to %s", eval[string](b, `document.activeElement.outerHTML.slice(0, 200)`))
	}
}

// Without a base URL a script mends the missing page's link in the folders of the book.
func mendMissing(b *tab, root string) {
	for _, at := range []string{"nobody.html", "people/nobody.html", "sources/nothing"} {
		b.show(root + at)
		if !eval[bool](b, `document.title.includes("No such page")`) {
			b.t.Fatalf("%s: %s", at, eval[string](b, `document.title`))
		}
		b.do(chromedp.Click(chromedp.CSS("main a")))
		b.wait(`location.href === "` + root + `index.html" && document.querySelector(".titlepage, main h1")`)
	}
}

func copyNumber(b *tab, root string) {
	b.show(root + "sources/wend-log.html")
	b.do(chromedp.Click(chromedp.CSS("a.pn")))
	b.wait(`location.hash === "#p1"`)
}
