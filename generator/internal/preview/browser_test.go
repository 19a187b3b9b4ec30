package preview

import (
	"context"
	"errors"
	"fmt"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"briefbook/generator/internal/browsertest"
	"briefbook/generator/internal/diag"
)

// stage is a book, its preview, and a browser that shows it.
type stage struct {
	t    testing.TB
	b    *shelf
	s    *Server
	url  string
	ctx  context.Context
	said func() []string
}

func newStage(t testing.TB, b *shelf) *stage {
	ctx := browsertest.Open(t)
	s := New(b, Options{})
	s.Refresh(nil)
	h := httptest.NewServer(s)
	t.Cleanup(func() { h.CloseClientConnections(); h.Close() })
	return &stage{t, b, s, h.URL, ctx, browsertest.Console(t, ctx)}
}

// open shows a page and waits until it is connected and knows its source.
func (s *stage) open(path string) {
	s.t.Helper()
	if err := chromedp.Do(s.ctx, chromedp.Navigate(s.url+"/"+path)); err != nil {
		s.t.Fatal(err)
	}
	s.wait(`document.querySelector("briefbook-preview[data-ready]")`)
	s.wait(`document.readyState === "complete"`)
	s.run(`window.mine = "still the same document"`)
}

func (s *stage) run(js string) {
	s.t.Helper()
	if _, err := chromedp.Run(s.ctx, chromedp.Evaluate[chromedp.Void](js)); err != nil {
		s.t.Fatalf("%s: %v", js, err)
	}
}

// wait waits until js is true, also across a reload, which ends a poll.
func (s *stage) wait(js string) {
	s.t.Helper()
	for end := time.Now().Add(patience); ; {
		poll := chromedp.Poll[bool]("!!("+js+")", chromedp.WithPollingTimeout(patience))
		_, err := chromedp.Run(s.ctx, poll)
		if err == nil {
			return
		}
		if time.Now().After(end) {
			s.t.Fatalf("never %s: %v", js, err)
		}
	}
}

// is requires js to be true now.
func (s *stage) is(js string) {
	s.t.Helper()
	if ok, err := chromedp.Run(s.ctx, chromedp.Evaluate[bool]("!!("+js+")")); !ok || err != nil {
		s.t.Errorf("not so: %s (%v)", js, err)
	}
}

// quiet requires an empty console.
func (s *stage) quiet() {
	s.t.Helper()
	if said := s.said(); len(said) > 0 {
		s.t.Errorf("the console says %q", said)
	}
}

const overlay = `document.querySelector("briefbook-preview").shadowRoot`

// paragraphs is a long numbered text, as pages of sources have.
func paragraphs(words ...string) string {
	var b strings.Builder
	for i, w := range words {
		fmt.Fprintf(&b, "<p id=\"p%d\" data-para=\"%d\"><a href=\"#p%d\">%d</a> %s</p>\n", i+1, i+1, i+1, i+1, w)
	}
	return b.String()
}

// sentences are all different, by letters.
func sentences(n int) []string {
	var words []string
	for i := range n {
		day := string(rune('a'+i/26)) + string(rune('a'+i%26))
		words = append(words, strings.Repeat("On day "+day+" the talks went on. ", 12))
	}
	return words
}

func layout(title, body string) string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>` + title + `</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="assets/page.css"><script src="assets/page.js" defer></script></head>
<body><main><h1>` + title + `</h1>
<input id="filter" value=""><details id="more"><summary>More</summary><p>Hidden words.</p></details>
<section id="text">
` + body + `</section></main></body></html>
`
}

// A script as books have them: it marks the document and adds to it.
const enhance = `document.documentElement.classList.add("js");
for (const p of document.querySelectorAll("p[id]")) {
	const b = document.createElement("button"); b.textContent = "copy"; p.prepend(b); p.dataset.ready = "";
}`

func briefing(body string) *shelf {
	return newShelf(map[string]string{
		"index.html": layout("Talks", body), "assets/page.js": enhance,
		// Not every browser keeps the place by itself, so this one must not.
		"assets/page.css": "p { color: rgb(1, 1, 1) } html { overflow-anchor: none }",
		"404.html":        "<!doctype html><link rel=icon href=data:,><title>Not here</title><body><main>Not here</main></body>",
	})
}

func (s *stage) edit(path, text string, diags ...diag.Diagnostic) {
	s.b.put(path, text)
	s.s.Refresh(diags)
}

// What a reader does on a page goes on while it changes around it.
func TestPageChangesInPlace(t *testing.T) {
	words := sentences(60)
	s := newStage(t, briefing(paragraphs(words...)))
	s.open("index.html#p30")
	s.wait(`scrollY > 0`)
	s.run(`
		document.querySelector("#more").open = true;
		p31 = document.querySelector("#p31");
		p31.scrollIntoView(); scrollBy(0, 5);
		text = p31.lastChild;
		getSelection().setBaseAndExtent(text, 10, text, 21);
		target = document.querySelector(":target");
		words = String(getSelection());
		top31 = p31.getBoundingClientRect().top`)
	s.is(`words.length === 11 && target.id === "p30"`)

	more := slices.Insert(slices.Clone(words), 3, "Something quite new.", "And this.")
	more[1] = "Another beginning."
	more[32] += "At the end of the selected one."
	s.edit("index.html", layout("Talks, edited", paragraphs(more...)))
	s.wait(`document.title === "Talks, edited"`)
	s.is(`mine`)
	s.is(`document.querySelector("h1").textContent === "Talks, edited"`)
	s.is(`document.querySelectorAll("p[id]").length === 62`)
	s.is(`document.querySelector("#p2").textContent.endsWith("Another beginning.")`)
	s.is(`document.querySelector("#more").open`)
	s.is(`p31.isConnected && p31.id === "p33" && p31.dataset.para === "33" && p31.textContent.includes("selected one")`)
	s.is(`Math.abs(p31.getBoundingClientRect().top - top31) < 1 && scrollY > 0`)
	s.is(`String(getSelection()) === words && getSelection().anchorNode === text`)
	s.is(`document.querySelector(":target") === target`)

	// What scripts of the book did stands, and they did not run again.
	s.is(`document.documentElement.classList.contains("js")`)
	s.is(`document.querySelectorAll("p[id] > button").length === 60 && "ready" in p31.dataset`)
	s.wait(`!document.documentElement.hasAttribute("style")`)

	// And back, as if an edit were undone.
	s.edit("index.html", layout("Talks", paragraphs(words...)))
	s.wait(`document.title === "Talks"`)
	s.is(`p31.isConnected && p31.id === "p31" && String(getSelection()) === words`)
	s.is(`Math.abs(p31.getBoundingClientRect().top - top31) < 1`)
	s.is(`document.querySelectorAll("p[id]").length === 60`)

	s.run(`
		filter.focus({ preventScroll: true });
		filter.value = "typed so far";
		filter.setSelectionRange(3, 5)`)
	s.edit("index.html", strings.Replace(layout("Typing", paragraphs(words...)), `id="filter" value=""`, `id="filter" value="" class="wide"`, 1))
	s.wait(`document.title === "Typing"`)
	s.is(`document.activeElement === filter && filter.className === "wide" && filter.value === "typed so far"`)
	s.is(`filter.selectionStart === 3 && filter.selectionEnd === 5`)
	s.quiet()
}

// However a page is edited, the open document ends up as one that is loaded anew.
func TestChangedEqualsLoaded(t *testing.T) {
	s := newStage(t, briefing("<p>first</p>"))
	s.b.put("assets/page.js", "")
	s.open("index.html")
	bodies := []string{
		paragraphs(sentences(5)...),
		`<h2 id="a">A</h2><p>x</p><h2 id="b">B</h2><p>y</p>`,
		`<h2 id="b">B</h2><p>y</p><h2 id="a">A</h2><p>x</p>`,
		`<ul><li>one<li>two<li>three</ul>`,
		`<ul><li>zero<li>one<li class="x y">two <em>and</em> a half<li>four</ul><!-- remark --><table><tr><td>1<td>2</table>`,
		`<ul class="l"><li>one<li class="y z">two and <em>a</em> half</ul>text alone<table><tr><td>2<td>1<tr><td>3</table>`,
		`<p>an <svg viewBox="0 0 9 9"><title>t</title><path d="M0 0"/></svg> figure</p><p hidden>&amp; <b>more</b></p>`,
		`<p>an <svg viewBox="0 0 9 8"><path d="M1 1"/><g><path d="M0 0"/></g></svg> figure</p><details open><summary>s</summary></details>`,
		paragraphs(slices.Concat(sentences(3), sentences(7))...), ``, `<p>last</p>`,
	}
	for i, body := range bodies {
		page := layout(fmt.Sprintf("Edit %d", i), body)
		s.edit("index.html", page)
		s.wait(fmt.Sprintf(`document.title === "Edit %d"`, i))
		s.equalsLoaded(page)
	}
	s.is(`mine`)
	s.quiet()
}

func TestOnlyTheSheetIsExchanged(t *testing.T) {
	s := newStage(t, briefing(paragraphs(sentences(3)...)))
	s.open("index.html")
	s.is(`getComputedStyle(p1).color === "rgb(1, 1, 1)"`)
	for i := range 3 {
		color := fmt.Sprintf("rgb(%d, 2, 2)", i)
		s.edit("assets/page.css", "p { color: "+color+" }")
		s.wait(fmt.Sprintf(`getComputedStyle(p1).color === %q`, color))
		s.wait(`document.querySelectorAll("link[rel=stylesheet]").length === 1`)
	}
	s.is(`mine`)
	s.is(`performance.getEntriesByType("resource").filter(e => e.initiatorType === "fetch" && !e.name.includes("/-/")).length === 1`)
	s.quiet()
}

func TestMistakesAreShown(t *testing.T) {
	s := newStage(t, briefing(paragraphs(sentences(3)...)))
	s.open("index.html")
	panel, counter := overlay+`.querySelector(".panel")`, overlay+`.querySelector(".counter")`
	s.wait(overlay + `.querySelector(".panel")`)
	s.is(panel + `.hidden && ` + counter + `.hidden`)

	// Someone types on the page while the mistake comes in.
	s.run(`filter.focus(); filter.value = "ty"`)
	src := diag.NewSource("notes/a.md", "one\n북한 [[markts]] three\n")
	wrong := diag.Errorf(src.Span(11, 21), "dead-link", "no page named %q", "<markts>").WithHint("did you mean %q?", "markets")
	s.edit("index.html", layout("Edited", "<p>broken</p>"), wrong, mark(diag.Warning, "w", "a warning"))
	s.wait(`!` + panel + `.hidden`)
	s.is(`document.activeElement === filter`)
	s.is(panel + `.getAttribute("role") === "alertdialog" && ` + panel + `.querySelector("h2").textContent === "1 error, 1 warning"`)
	s.is(overlay + `.querySelector("[role=status]").textContent.includes("no page named")`)
	s.is(panel + `.querySelector("li .place").textContent === "notes/a.md:2:4"`)
	s.is(panel + `.querySelector("li p:nth-child(2)").textContent === 'error: no page named "<markts>" dead-link'`)
	s.is(panel + `.querySelector("li pre mark").textContent === "[[markts]]"`)
	s.is(panel + `.querySelector("li .hint").textContent === 'Hint: did you mean "markets"?'`)
	s.is(`!` + panel + `.querySelector(".held").hidden`)
	s.is(`document.title === "Talks" && document.querySelectorAll("p[id]").length === 3`)
	s.is(`getComputedStyle(` + panel + `.querySelector("p")).color !== "rgb(1, 1, 1)"`)

	if err := chromedp.Do(s.ctx, chromedp.KeyEvent("\x1b")); err != nil {
		t.Fatal(err)
	}
	s.wait(panel + `.hidden`)
	s.is(`!` + counter + `.hidden && ` + counter + `.textContent === "1 error, 1 warning"`)
	s.run(counter + `.click()`)
	s.is(`!` + panel + `.hidden && ` + overlay + `.activeElement === ` + panel)
	s.run(panel + `.querySelector("button").click()`)
	s.is(panel + `.hidden && ` + overlay + `.activeElement === ` + counter)

	// What was closed stays closed on the next page; another mistake opens it.
	s.open("index.html")
	s.wait(`!` + counter + `.hidden`)
	s.is(panel + `.hidden && document.title === "Edited"`)
	s.edit("index.html", layout("More", "<p>broken</p>"), wrong, mark(diag.Error, "e", "another"))
	s.wait(`!` + panel + `.hidden`)

	s.edit("index.html", layout("Mended", "<p>good</p>"), mark(diag.Warning, "w", "a warning"))
	s.wait(`document.title === "Mended" && ` + panel + `.hidden`)
	s.is(`mine && ` + counter + `.textContent === "1 warning"`)
	s.edit("index.html", layout("Mended", "<p>good</p>"))
	s.wait(counter + `.hidden`)
	s.quiet()
}

func TestPageThatGoesAndComes(t *testing.T) {
	s := newStage(t, briefing("<p id=p1>first</p>"))
	s.open("index.html")
	note := overlay + `.querySelector(".note")`
	s.b.remove("index.html")
	s.s.Refresh(nil)
	s.wait(`!` + note + `.hidden && ` + note + `.textContent.includes("no longer in the book")`)
	s.is(`document.querySelector("#p1").textContent.endsWith("first")`)
	s.edit("index.html", layout("Back", "<p id=p1>second</p>"))
	s.wait(`document.title === "Back" && ` + note + `.hidden`)
	s.is(`mine`)
	s.b.fail("index.html", errors.New("layout broken"))
	s.s.Refresh(nil)
	s.wait(overlay + `.querySelector(".panel li").textContent.includes("layout broken")`)
	s.is(`document.title === "Back"`)
	s.edit("index.html", layout("Back again", "<p id=p1>third</p>"))
	s.wait(`document.title === "Back again" && ` + overlay + `.querySelector(".panel").hidden`)
	s.is(`mine`)
	s.quiet()

	// A page that says there is none is loaded anew when there is one.
	s.open("later.html")
	s.is(`document.title === "Not here"`)
	s.edit("later.html", layout("Here now", ""))
	s.wait(`document.title === "Here now"`)
}
