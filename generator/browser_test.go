package generator_test

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	cdpage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"briefbook/generator/internal/browsertest"
)

// tab is a browser's tab and what was asked for through it.
type tab struct {
	t   *testing.T
	ctx context.Context

	said func() []string
	mu   sync.Mutex
	bad  []string // requests to others, and those that failed
	ours string   // how every address begins that may be asked for
}

// watched counts layout shifts from the first moment of a page on.
const watched = `window.shifts = [];
new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) shifts.push(e.value.toFixed(4) + " " +
	e.sources.map(s => s.node && s.node.nodeType === 1 ? s.node.outerHTML.slice(0, 80) : s.node && s.node.textContent.slice(0, 40)).join(" | ")); })
	.observe({ type: "layout-shift", buffered: true });`

// shifts shows a page and tells what moved while it came.
func (b *tab) shifts(address string) []string {
	b.show(address)
	return eval[[]string](b, "shifts")
}

func newTab(t *testing.T) *tab {
	t.Helper()
	return watch(t, browsertest.Open(t))
}

// watch looks at what goes on in the tab of ctx.
func watch(t *testing.T, ctx context.Context) *tab {
	t.Helper()
	b := &tab{t: t, ctx: ctx}
	b.said = browsertest.Console(t, b.ctx)
	urls := map[network.RequestID]string{}
	err := chromedp.Listen(b.ctx, func(event any) {
		b.mu.Lock()
		defer b.mu.Unlock()
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			urls[e.RequestID] = e.Request.URL
			if b.ours != "" && !strings.HasPrefix(e.Request.URL, b.ours) && !strings.HasPrefix(e.Request.URL, "data:") {
				b.bad = append(b.bad, "asks for "+e.Request.URL)
			}
		case *network.EventLoadingFailed:
			if e.ErrorText != "net::ERR_ABORTED" { // a page that was left
				b.bad = append(b.bad, urls[e.RequestID]+": "+e.ErrorText)
			}
		case *network.EventResponseReceived:
			if e.Response.Status >= 400 {
				b.bad = append(b.bad, fmt.Sprintf("%s: status %d", e.Response.URL, e.Response.Status))
			}
		}
	})
	if err == nil {
		_, err = chromedp.Call(b.ctx, network.Enable, network.EnableParams{})
	}
	if err == nil {
		_, err = chromedp.Call(b.ctx, cdpage.AddScriptToEvaluateOnNewDocument, cdpage.AddScriptToEvaluateOnNewDocumentParams{Source: watched})
	}
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// eval gives the value of a JavaScript expression, promises awaited.
func eval[T any](b *tab, js string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](js, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%.200s: %v", js, err)
	}
	return v
}

// load goes to an address and waits for what the page itself loads.
func (b *tab) load(address string) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, chromedp.Navigate(address)); err != nil {
		b.t.Fatalf("%s: %v", address, err)
	}
}

// show goes to an address and waits until nothing is left to load or to draw.
func (b *tab) show(address string) {
	b.t.Helper()
	b.load(address)
	eval[bool](b, `(async () => {
		if (document.readyState !== "complete") await new Promise(done => addEventListener("load", done));
		await document.fonts.ready;
		await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
		return true })()`)
}

// size makes the window as large as a phone's or a desk's.
func (b *tab) size(width, height int64) {
	b.t.Helper()
	params := emulation.SetDeviceMetricsOverrideParams{Width: width, Height: height, DeviceScaleFactor: 1}
	if _, err := chromedp.Call(b.ctx, emulation.SetDeviceMetricsOverride, params); err != nil {
		b.t.Fatal(err)
	}
}

// scheme is what the reader prefers: "light" or "dark". Nothing moves by itself, so that tests need not wait.
func (b *tab) scheme(word string) {
	b.t.Helper()
	params := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: word}, {Name: "prefers-reduced-motion", Value: "reduce"}}}
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, params); err != nil {
		b.t.Fatal(err)
	}
}

func (b *tab) scripts(on bool) {
	b.t.Helper()
	if _, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on}); err != nil {
		b.t.Fatal(err)
	}
}

// trouble empties the list of what went wrong since the last call.
func (b *tab) trouble(seen *int) []string {
	said := b.said()
	b.mu.Lock()
	defer b.mu.Unlock()
	list := append(b.bad, said[*seen:]...)
	b.bad, *seen = nil, len(said)
	return list
}

// sort is what a page is: those of one sort are made by one layout with the same features.
func sort(s *shelf, name string) string {
	dir := path.Dir(name)
	p := s.pages[name]
	switch dir {
	case ".":
		stem := strings.TrimSuffix(name, ".html")
		base := stem // of a page that is part of a longer list: the name of the list
		for i := strings.LastIndexByte(stem, '-'); i > 0; i = strings.LastIndexByte(stem[:i], '-') {
			if s.files[stem[:i]+".html"] {
				base = stem[:i]
			}
		}
		if rest := strings.Trim(stem[len(base):], "0123456789"); rest != "" {
			return base + " in parts " + fmt.Sprint(strings.HasSuffix(rest, "-"))
		}
		return base
	case "sources":
		return fmt.Sprintf("source, digest %t, text %t, cited %t, aside %t", p.ids["at-digest"], p.ids["at-text"], p.ids["at-cited"], p.ids["at-aside"])
	}
	return dir
}

// sample is what is looked at: one page of each sort; of the made-up book every page; of the internal editions,
// and of the book with long lists, what they have of their own.
func sample(s *shelf) []string {
	first := map[string]bool{}
	var list []string
	for _, p := range s.sorted() {
		what, folder := sort(s, p.path), path.Dir(p.path)
		fresh := !first[what]
		first[what] = true
		switch {
		case s.internal():
			fresh = fresh && (folder == "sources" || folder == "chapters" || p.path == "index.html" || p.path == "print.html" && !s.long || strings.HasPrefix(what, "coverage"))
		case s.long:
			fresh = fresh && folder == "." && p.path != "print.html" || strings.HasPrefix(p.path, "notes/")
		case s.name == "ferries public":
			fresh = true
		}
		if fresh {
			list = append(list, p.path)
		}
	}
	return list
}

const overflow = `(() => {
	const root = document.documentElement, wide = [];
	if (root.scrollWidth > root.clientWidth)
		for (const e of document.querySelectorAll("body *")) {
			const box = e.getBoundingClientRect();
			if (box.right > root.clientWidth + 1 && box.width > 0 && !e.closest(".scroll")) wide.push(e.tagName + "." + e.className + " " + Math.round(box.right) + " " + e.textContent.trim().slice(0, 30));
		}
	return root.scrollWidth > root.clientWidth ? [root.scrollWidth + " > " + root.clientWidth, ...wide.slice(-3)] : [] })()`

// text is all that can be read on a page: as laid out, and with what is folded opened.
const text = `(() => {
	for (const d of document.querySelectorAll("details")) d.open = true;
	return document.body.innerText.replace(/\s+/g, " ").trim() })()`

// axe runs all rules of WCAG 2.2 A and AA and of good practice, or the one named, and lists violations.
func axe(b *tab, rule string) []string {
	b.t.Helper()
	only := `["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]`
	if rule != "" {
		only = `{ type: "rule", values: ["` + rule + `"] }`
	}
	return eval[[]string](b, `axe.run(document, { runOnly: `+only+`, resultTypes: ["violations"], rules: {} }).then(r =>
		r.violations.flatMap(v => v.nodes.slice(0, 3).map(n => v.id + ": " + n.target.join(" ") + ": " + n.html.slice(0, 120) +
			": " + [...n.any, ...n.all, ...n.none].map(c => c.message).join("; "))))`)
}

// Readers' browsers show every sort of page without a fault: over HTTP and from a disk, wide and narrow, light
// and dark, with scripts and without. What axe-core judges is left out where it is not at hand.
func TestInBrowser(t *testing.T) {
	script := ""
	if modules := nodeModules(t); modules != "" {
		text, err := os.ReadFile(filepath.Join(modules, "axe-core", "axe.min.js"))
		if err != nil {
			t.Fatal(err)
		}
		script = string(text)
	}
	browser := browsertest.Open(t)
	for _, v := range volumes(t) {
		t.Run(v.name, func(t *testing.T) {
			t.Parallel()
			ctx, end := chromedp.NewContext(browser)
			t.Cleanup(end)
			b := watch(t, ctx)
			s := open(t, v)
			server := serve(t, v.dir, prefix)
			for _, name := range sample(s) {
				t.Run(name, func(t *testing.T) {
					b.t = t
					checkInBrowser(b, place{server + prefix, v.dir, name}, script)
				})
			}
		})
	}
}

// place is where a page is shown.
type place struct{ server, dir, name string }

func (p place) disk() string {
	full, err := filepath.Abs(filepath.Join(p.dir, filepath.FromSlash(p.name)))
	if err != nil {
		panic(err) // there is a working directory
	}
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(full)}).String()
}

func checkInBrowser(b *tab, p place, axeScript string) {
	seen := 0
	report := func(how string, faults []string) {
		b.t.Helper()
		for _, f := range faults {
			b.t.Errorf("%s, %s: %s", p.name, how, f)
		}
	}
	b.trouble(&seen)
	b.ours = p.server
	b.scheme("light")
	b.size(1280, 800)
	report("layout shift at 1280 px", b.shifts(p.server+p.name))
	with := eval[string](b, text)
	report("over HTTP", b.trouble(&seen))
	if with == "" {
		b.t.Errorf("%s: there is no text", p.name)
	}

	// The narrow page is loaded anew, so that shifts while loading show.
	b.size(320, 640)
	report("layout shift at 320 px", b.shifts(p.server+p.name))
	report("wider than 320 px", eval[[]string](b, overflow))
	if axeScript != "" {
		eval[bool](b, axeScript+"; true")
		report("axe, 320 px, light", axe(b, ""))
		b.scheme("dark")
		report("axe, 320 px, dark", axe(b, "color-contrast"))
		b.size(1280, 800)
		report("axe, 1280 px, dark", axe(b, ""))
		b.scheme("light")
		report("axe, 1280 px, light", axe(b, "color-contrast"))
	}
	b.size(1280, 800)
	report("over HTTP, narrow", b.trouble(&seen))

	b.scripts(false)
	b.load(p.server + p.name)
	if without := eval[string](b, text); without != with {
		b.t.Errorf("%s: without scripts the text differs: %s", p.name, firstDifference(with, without))
	}
	b.scripts(true)
	b.trouble(&seen)

	b.ours = "file://"
	b.size(320, 640)
	report("from a disk, layout shift", b.shifts(p.disk()))
	report("from a disk, wider than 320 px", eval[[]string](b, overflow))
	b.size(1280, 800)
	if text := eval[string](b, text); text != with {
		b.t.Errorf("%s: from a disk the text differs: %s", p.name, firstDifference(with, text))
	}
	report("from a disk", b.trouble(&seen))
}

func firstDifference(a, b string) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	cut := func(s string) string { return strings.ToValidUTF8(s[max(0, min(len(s), i)-20):min(len(s), i+60)], "") }
	return fmt.Sprintf("%q, not %q", cut(b), cut(a))
}
