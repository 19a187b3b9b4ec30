package generator_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"briefbook/generator"
)

// patience is how long a test waits for what must come.
const patience = 20 * time.Second

// until asks again and again, for as long as a test has patience.
func until(t *testing.T, what string, so func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); !so(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("never: %s", what)
		}
	}
}

// writing is a small book that somebody writes, and its preview.
type writing struct {
	t       *testing.T
	dir     string
	edition generator.Edition
	url     string // "http://127.0.0.1:PORT/"

	mu    sync.Mutex
	diags []generator.Diagnostic // what the last round said
}

var smallBook = map[string]string{
	"content/book.yaml":          "title: The Crossing\nas_of: 2021-07\n",
	"content/chapters/talks.md":  "---\ntitle: The talks\nfrom: 2014\nto: 2014\n---\n## Bottom line\n\nThey met [@herald ¶1].\n\n## Chronology\n\n- 2014-02-12: Talks at the [[bridge]] [@herald ¶1]\n",
	"content/articles/herald.md": "---\ntitle: Envoys meet\npublisher: Herald\ndate: 2014-02-12\nrights: full\nlicence: own-work\n---\nEnvoys met at the bridge.\n\nThey spoke for an hour.\n",
	"content/notes/long.md":      longNote("Paragraph"),
	"content/places/bridge.md":   "---\nname: The bridge\n---\nA crossing.\n",
}

func longNote(word string) string {
	var b strings.Builder
	b.WriteString("---\ntitle: A long note\n---\n<details><summary>More</summary>\n\nFolded words.\n\n</details>\n\n")
	for i := range 60 {
		fmt.Fprintf(&b, "%s %d of the note goes on for a while, so that the page is longer than any window and can be scrolled.\n\n", word, i)
	}
	return b.String()
}

// write lays the small book into a folder and previews it until the test ends.
func write(t *testing.T) *writing {
	t.Helper()
	return previewed(t, smallBook, generator.Internal)
}

// previewed lays a book into a folder and previews an edition of it until the test ends.
func previewed(t *testing.T, files map[string]string, edition generator.Edition) *writing {
	t.Helper()
	w := &writing{t: t, dir: t.TempDir(), edition: edition}
	shelve(t, w.dir, files)
	g, err := generator.New(generator.Options{Content: filepath.Join(w.dir, "content"), Edition: edition})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ready, ended := make(chan string, 1), make(chan error, 1)
	go func() {
		ended <- g.Preview(ctx, generator.PreviewOptions{Ready: func(url string) { ready <- url }, Round: w.round})
	}()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Errorf("the preview ended: %v", err)
		}
	})
	select {
	case w.url = <-ready:
	case err := <-ended:
		ended <- err
		t.Fatalf("the preview did not begin: %v", err)
	}
	return w
}

// round keeps what a round said.
func (w *writing) round(_ generator.Summary, diags []generator.Diagnostic) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.diags = diags
}

// said is what the last round said, as it is printed.
func (w *writing) said() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return said(w.diags)
}

func said(diags []generator.Diagnostic) string {
	var b strings.Builder
	for _, d := range diags {
		_ = d.Print(&b)
	}
	return b.String()
}

func (w *writing) path(name string) string { return filepath.Join(w.dir, filepath.FromSlash(name)) }

func (w *writing) save(name, text string) {
	w.t.Helper()
	shelve(w.t, w.dir, map[string]string{name: text})
}

func (w *writing) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// get asks for a page.
func (w *writing) get(name string) (status int, body string) {
	w.t.Helper()
	answer, err := http.Get(w.url + name)
	w.must(err)
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	w.must(err)
	return answer.StatusCode, string(data)
}

// shows waits until a page holds some words; none means that it must go.
func (w *writing) shows(name, words string) {
	w.t.Helper()
	until(w.t, fmt.Sprintf("%s shows %q", name, words), func() bool {
		status, body := w.get(name)
		if words == "" {
			return status == http.StatusNotFound
		}
		return status == http.StatusOK && strings.Contains(body, words)
	})
}

// Whatever happens to the files, the preview follows.
func TestPreviewFollowsFiles(t *testing.T) {
	t.Parallel()
	note := func(title, body string) string { return "---\ntitle: " + title + "\n---\n" + body + "\n" }
	for name, change := range map[string]func(*writing){
		"a body is edited": func(w *writing) {
			w.save("content/places/bridge.md", "---\nname: The bridge\n---\nA wide crossing.\n")
			w.shows("places/bridge.html", "A wide crossing.")
		},
		"a title is edited": func(w *writing) {
			w.save("content/places/bridge.md", "---\nname: The old bridge\n---\nA crossing.\n")
			w.shows("places.html", "The old bridge")
			w.shows("chapters/talks.html", "The old bridge")
		},
		"a file is made, renamed and deleted": func(w *writing) {
			w.save("content/notes/first.md", note("First", "Words of the first."))
			w.shows("notes/first.html", "Words of the first.")
			w.shows("notes.html", "notes/first.html")
			w.must(os.Rename(w.path("content/notes/first.md"), w.path("content/notes/second.md")))
			w.shows("notes/second.html", "Words of the first.")
			w.shows("notes/first.html", "")
			w.must(os.Remove(w.path("content/notes/second.md")))
			w.shows("notes/second.html", "")
		},
		"an editor saves by renaming": func(w *writing) {
			for i := range 5 {
				w.save("content/notes/.long.md.swp", "noise")
				w.save("content/notes/long.md.tmp", note("A long note", fmt.Sprintf("Saved %d times.", i)))
				w.must(os.Rename(w.path("content/notes/long.md"), w.path("content/notes/long.md~")))
				w.must(os.Rename(w.path("content/notes/long.md.tmp"), w.path("content/notes/long.md")))
				w.must(os.Remove(w.path("content/notes/.long.md.swp")))
				w.shows("notes/long.html", fmt.Sprintf("Saved %d times.", i))
			}
		},
		"a folder is deleted and made again": func(w *writing) {
			w.must(os.RemoveAll(w.path("content/notes")))
			w.shows("notes/long.html", "")
			w.save("content/notes/deep/down/again.md", note("Again", "Here again."))
			w.shows("notes/again.html", "Here again.")
			w.save("content/notes/deep/down/again.md", note("Again", "And edited."))
			w.shows("notes/again.html", "And edited.")
		},
		"a folder is renamed": func(w *writing) {
			w.must(os.Rename(w.path("content/notes"), w.path("content/terms")))
			w.shows("terms/long.html", "Paragraph 59")
			w.shows("notes/long.html", "")
		},
		"the content folder is deleted and made again": func(w *writing) {
			w.must(os.RemoveAll(w.path("content")))
			w.shows("notes/long.html", "")
			shelve(w.t, w.dir, smallBook)
			w.shows("notes/long.html", "Paragraph 59")
			w.save("content/notes/long.md", note("A long note", "Edited after all."))
			w.shows("notes/long.html", "Edited after all.")
		},
		"two hundred files come and go at once": func(w *writing) {
			for i := range 200 {
				w.save(fmt.Sprintf("content/notes/burst-%03d.md", i), note(fmt.Sprintf("Burst %d", i), "Among many."))
			}
			for i := range 200 {
				w.shows(fmt.Sprintf("notes/burst-%03d.html", i), "Among many.")
			}
			for i := range 200 {
				w.must(os.Remove(w.path(fmt.Sprintf("content/notes/burst-%03d.md", i))))
			}
			w.shows("notes/burst-199.html", "")
			w.shows("notes/burst-000.html", "")
			w.shows("notes.html", "A long note")
		},
		"a layout comes and goes": func(w *writing) {
			_, before := w.get("notes/long.html")
			w.save("layouts/note.html", `{{define "main"}}<main id="main"><h1>Another layout: {{.Opening.Title}}</h1></main>{{end}}`)
			w.shows("notes/long.html", "Another layout: A long note")
			w.save("layouts/note.html", "{{define \"main\"}}\n{{if}}{{end}}")
			w.shows("notes/long.html", "Another layout: A long note") // the last good one
			w.must(os.RemoveAll(w.path("layouts")))
			w.shows("notes/long.html", "Paragraph 59")
			if _, after := w.get("notes/long.html"); after != before {
				w.t.Error("without the layout the page is not as it was")
			}
			w.save("layouts/assets/type.css", "body { color: teal }\n")
			w.shows("assets/type.css", "teal")
			w.must(os.RemoveAll(w.path("layouts/assets")))
			w.shows("assets/type.css", "font")
		},
		"a static file comes and goes": func(w *writing) {
			w.save("content/static/data/depths.csv", "day,depth\n1,4\n")
			w.shows("data/depths.csv", "1,4")
			w.must(os.RemoveAll(w.path("content/static")))
			w.shows("data/depths.csv", "")
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			change(write(t))
		})
	}
}

// ask sends a request line as it is: http.Client would clean it.
func (w *writing) ask(target, host string) (status int, body string) {
	w.t.Helper()
	u, err := url.Parse(w.url)
	w.must(err)
	c, err := net.Dial("tcp", u.Host)
	w.must(err)
	defer c.Close()
	if host == "" {
		host = u.Host
	}
	_, err = fmt.Fprintf(c, "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n", target, host)
	w.must(err)
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	w.must(err)
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	w.must(err)
	return answer.StatusCode, string(data)
}

// Only this machine is answered, and only with files of the book.
func TestPreviewKeepsToItself(t *testing.T) {
	t.Parallel()
	w := write(t)
	w.save("secret.txt", "not for the web")
	w.save("content/originals/captured.txt", "not for the web")
	u, err := url.Parse(w.url)
	w.must(err)
	if u.Hostname() != "127.0.0.1" {
		t.Errorf("serving at %s", w.url)
	}
	for _, host := range []string{"attacker.example", "attacker.example:" + u.Port(), "127.0.0.1.attacker.example", "localhost.attacker.example:" + u.Port(), "[::2]:" + u.Port()} {
		if status, _ := w.ask("/index.html", host); status != http.StatusForbidden {
			t.Errorf("a request for the host %q: %d", host, status)
		}
	}
	for _, host := range []string{"127.0.0.1:" + u.Port(), "localhost:" + u.Port(), "localhost"} {
		if status, _ := w.ask("/index.html", host); status != http.StatusOK {
			t.Errorf("a request for the host %q: %d", host, status)
		}
	}
	for _, target := range []string{"/../secret.txt", "/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/notes/../../secret.txt", "/notes/..%5c..%5csecret.txt",
		"//secret.txt", "/./../secret.txt", "/content/book.yaml", "/../content/book.yaml", "/originals/captured.txt", "/static/../../secret.txt", "/assets/..%2f..%2fsecret.txt",
		"/" + filepath.ToSlash(w.dir) + "/secret.txt", "/secret.txt%00.html", "/.briefbook.json", "/-/../secret.txt", "/-/"} {
		if status, body := w.ask(target, ""); status < 400 || strings.Contains(body, "not for the web") || strings.Contains(body, "title: The Crossing") {
			t.Errorf("GET %s: %d %.80q", target, status, body)
		}
	}
}

// How long an edit takes until it is served is told, not judged: machines differ.
func TestPreviewLatency(t *testing.T) {
	w := write(t)
	w.get("places/bridge.html")
	var took []time.Duration
	for i := range 20 {
		start := time.Now()
		w.save("content/places/bridge.md", fmt.Sprintf("---\nname: The bridge\n---\nCrossed %d times.\n", i))
		w.shows("places/bridge.html", fmt.Sprintf("Crossed %d times.", i))
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	t.Logf("from save to page: median %v, longest %v", took[len(took)/2].Round(time.Millisecond/10), took[len(took)-1].Round(time.Millisecond/10))
}

const overlay = `document.querySelector("briefbook-preview").shadowRoot`
const panel = overlay + `.querySelector(".panel")`

// An open page changes in place, and mistakes are shown over it.
func TestPreviewInBrowser(t *testing.T) {
	w := write(t)
	b := newTab(t)
	b.ours = w.url
	b.size(1000, 700)
	is := func(js string) {
		t.Helper()
		if !eval[bool](b, "!!("+js+")") {
			t.Errorf("not so: %s", js)
		}
	}
	b.show(w.url + "notes/long.html")
	b.wait(`document.querySelector("briefbook-preview[data-ready]")`)
	eval[bool](b, `mine = document.querySelector("main"); document.querySelector("details").open = true; true`)
	eval[bool](b, `p30 = [...document.querySelectorAll("main p")].find(p => p.textContent.startsWith("Paragraph 30")); p30.scrollIntoView({ behavior: "instant" }); true`)
	b.wait(`Math.abs(p30.getBoundingClientRect().top) < 50 && (scrolled = scrollY) > 0`)

	// A word far above and one in sight.
	text := strings.Replace(longNote("Paragraph"), "Paragraph 31", "Sentence 31", 1)
	w.save("content/notes/long.md", strings.Replace(text, "Paragraph 2 ", "Sentence 2 ", 1))
	b.wait(`document.body.textContent.includes("Sentence 31")`)
	is(`document.body.textContent.includes("Sentence 2 ") && document.querySelector("main") === mine`)
	is(`document.querySelector("details").open && p30.isConnected && Math.abs(scrollY - scrolled) < 3`)

	// A sheet is exchanged, and nothing else.
	w.save("layouts/assets/type.css", "body { background: rgb(1, 2, 3); }\n")
	b.wait(`getComputedStyle(document.body).backgroundColor === "rgb(1, 2, 3)"`)
	is(`document.querySelector("main") === mine && document.querySelector("details").open`)
	w.must(os.RemoveAll(w.path("layouts")))
	b.wait(`getComputedStyle(document.body).backgroundColor !== "rgb(1, 2, 3)"`)
	is(`document.querySelector("main") === mine`)

	// A mistake in the front matter holds the page back and says where it is.
	was := eval[string](b, `mine.innerHTML`)
	w.save("content/notes/long.md", strings.Replace(longNote("Sentence"), "title: A long note", "title: A long note\nodrer: 1", 1))
	b.wait(`!` + panel + `.hidden`)
	is(panel + `.textContent.includes("content/notes/long.md:3:1")`)
	is(panel + `.textContent.includes("odrer")`)
	if now := eval[string](b, `mine.innerHTML`); now != was {
		t.Error("the page has changed under the mistake")
	}
	w.save("content/notes/long.md", "---\ntitle: [A long note\n---\nOther words.\n")
	b.wait(panel + `.textContent.includes("content/notes/long.md:3:")`) // where the bracket should have been closed
	is(`!` + panel + `.hidden`)
	if now := eval[string](b, `mine.innerHTML`); now != was {
		t.Error("the page has changed under the second mistake")
	}
	w.save("content/notes/long.md", longNote("Clause"))
	b.wait(panel + `.hidden && document.body.textContent.includes("Clause 31")`)
	is(`document.querySelector("main") === mine`)

	// So does one in a layout.
	was = eval[string](b, `mine.innerHTML`)
	for _, broken := range []string{"{{define \"main\"}}\n{{if}}{{end}}", "{{define \"main\"}}\n{{.NoSuchThing}}{{end}}"} {
		w.save("layouts/note.html", broken)
		b.wait(`!` + panel + `.hidden && ` + panel + `.textContent.includes("layouts/note.html:2:")`)
		if now := eval[string](b, `mine.innerHTML`); now != was {
			t.Error("the page has changed under the layout's mistake")
		}
		w.must(os.RemoveAll(w.path("layouts")))
		b.wait(panel + `.hidden`)
	}
	if now := eval[string](b, `document.querySelector("main").innerHTML`); now != was {
		t.Error("without the layout the page is not as it was")
	}

	// A page that goes stays readable, and lives on when it is back.
	w.must(os.Rename(w.path("content/notes/long.md"), w.path("content/notes/other.md")))
	b.wait(`!` + overlay + `.querySelector(".note").hidden`)
	is(`document.body.textContent.includes("Clause 31")`)
	w.must(os.Rename(w.path("content/notes/other.md"), w.path("content/notes/long.md")))
	b.wait(overlay + `.querySelector(".note").hidden`)
	w.save("content/notes/long.md", longNote("Verse"))
	b.wait(`document.body.textContent.includes("Verse 31")`)
	is(`document.querySelector("main") === mine`)
	seen := 0
	for _, fault := range b.trouble(&seen) {
		t.Errorf("the page complains: %s", fault)
	}
}
