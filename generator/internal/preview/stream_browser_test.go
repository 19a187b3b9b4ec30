package preview

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net"
	"strings"
	"testing"
	"time"
)

// clients waits until as many pages hold a stream.
func (s *stage) clients(n int) {
	s.t.Helper()
	for end := time.Now().Add(patience); ; {
		s.s.mu.Lock()
		have := len(s.s.clients)
		s.s.mu.Unlock()
		if have == n {
			return
		}
		if time.Now().After(end) {
			s.t.Fatalf("%d streams, want %d", have, n)
		}
	}
}

// Browsers allow few connections to a host; a page out of sight needs none.
func TestHiddenPageGivesItsStreamUp(t *testing.T) {
	s := newStage(t, briefing("<p>first</p>"))
	s.open("index.html")
	s.clients(1)
	s.run(`hidden = true; Object.defineProperty(document, "hidden", { get: () => hidden });
		document.dispatchEvent(new Event("visibilitychange"))`)
	s.clients(0)
	s.edit("index.html", layout("Meanwhile", "<p>second</p>"), mark(0, "i", "a remark"))
	s.edit("assets/page.css", "p { color: rgb(7, 7, 7) }")
	s.is(`document.title === "Talks"`)
	s.run(`hidden = false; document.dispatchEvent(new Event("visibilitychange"))`)
	s.wait(`document.title === "Meanwhile" && getComputedStyle(document.querySelector("p")).color === "rgb(7, 7, 7)"`)
	s.clients(1)
	s.is(`mine`)
	s.quiet()
}

func TestServerComesBack(t *testing.T) {
	s := newStage(t, briefing("<p>first</p>"))
	serve := func(port int) (stop func(), at int) {
		l, err := Listen(port)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error)
		go func() { ended <- New(s.b, Options{}).Serve(ctx, l) }()
		return func() {
			cancel()
			if err := <-ended; err != nil {
				t.Error(err)
			}
		}, l.Addr().(*net.TCPAddr).Port
	}
	stop, port := serve(0)
	s.url = fmt.Sprintf("http://127.0.0.1:%d", port)
	s.open("index.html")
	stop()
	note := overlay + `.querySelector(".note")`
	s.wait(`!` + note + `.hidden && ` + note + `.textContent.includes("not running")`)
	s.b.put("index.html", layout("Meanwhile", "<p>second</p>"))
	stop, _ = serve(port)
	defer stop()
	s.wait(`document.title === "Meanwhile" && ` + note + `.hidden`)
	s.is(`mine`)
}

// A script that never ran on the page can only start with it.
func TestScriptsStartAnew(t *testing.T) {
	s := newStage(t, briefing("<p>first</p>"))
	s.open("index.html")
	s.edit("assets/page.js", `document.title = "edited script"`)
	s.wait(`document.title === "edited script" && !window.mine`)
	s.open("index.html")
	s.b.put("assets/more.js", `document.title = "another script"`)
	s.edit("index.html", strings.Replace(layout("More", ""), "</head>", `<script src="assets/more.js" defer></script></head>`, 1))
	s.wait(`document.title === "another script" && !window.mine`)
	s.quiet()
}

// Random pages, one after the other in the same document, each as if it were loaded anew.
func TestRandomChanges(t *testing.T) {
	s := newStage(t, briefing(""))
	s.b.put("assets/page.js", "")
	s.open("index.html")
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 60 {
		page := layout(fmt.Sprintf("Edit %d", i), randomHTML(r, 3))
		s.edit("index.html", page)
		s.wait(fmt.Sprintf(`document.title === "Edit %d"`, i))
		s.equalsLoaded(page)
	}
	s.is(`mine`)
	s.quiet()
}

// equalsLoaded requires the open document to be as the page would be when loaded.
func (s *stage) equalsLoaded(page string) {
	s.t.Helper()
	s.is(fmt.Sprintf(`(() => {
		const loaded = new DOMParser().parseFromString(%q, "text/html");
		const shown = document.documentElement.cloneNode(true);
		for (const e of shown.querySelectorAll("briefbook-preview, script[data-version]")) e.remove();
		shown.removeAttribute("style");
		shown.normalize(); loaded.normalize();
		return shown.isEqualNode(loaded.documentElement);
	})()`, page))
}

// randomHTML is a piece of a page with few different words, so that pages have much in common.
func randomHTML(r *rand.Rand, depth int) string {
	var b strings.Builder
	for range r.IntN(6) {
		word := []string{"one", "two", "three 3", "four 4", "5", ""}[r.IntN(6)]
		attribute := []string{"", "", ` class="x"`, ` class="y x"`, fmt.Sprintf(` id="i%d"`, r.IntN(4)), ` lang="ko"`}[r.IntN(6)]
		switch tag := []string{"section", "div", "p", "em", "", "!"}[r.IntN(6)]; {
		case tag == "":
			b.WriteString(word)
		case tag == "!":
			b.WriteString("<!--" + word + "-->\n")
		case depth > 0 && tag != "p" && tag != "em":
			fmt.Fprintf(&b, "<%s%s>%s</%s>", tag, attribute, randomHTML(r, depth-1), tag)
		default:
			fmt.Fprintf(&b, "<%s%s>%s</%s>\n", tag, attribute, word, tag)
		}
	}
	return b.String()
}

// BenchmarkEditToPage is the time from an edit in memory to the changed document, as the browser tells by
// writing its title where the test can see it.
func BenchmarkEditToPage(b *testing.B) {
	book := briefing(paragraphs(sentences(100)...))
	s := newStage(b, book)
	s.open("index.html")
	s.clients(1)
	words := sentences(100)
	s.run(`new MutationObserver(() => fetch("/seen-" + document.title)).observe(document.querySelector("title"), { childList: true, characterData: true, subtree: true })`)
	for i := 0; b.Loop(); i++ {
		words[50] = fmt.Sprintf("Edit %d.", i)
		s.edit("index.html", layout(fmt.Sprint(i), paragraphs(words...)))
		for book.count(fmt.Sprintf("seen-%d", i)) == 0 {
			time.Sleep(100 * time.Microsecond)
		}
	}
}
