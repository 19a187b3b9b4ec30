package generator

import (
	"bytes"
	"context"
	"crypto/sha256"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/article"
	"briefbook/generator/internal/book"
	"briefbook/generator/internal/changes"
	"briefbook/generator/internal/evidence"
	"briefbook/generator/internal/memo"
	"briefbook/generator/internal/preview"
)

var sequences = flag.Int("sequences", 200, "random edit sequences for the warm-equals-cold test")

var _ preview.Book = (*show)(nil)

// A desk is a book under somebody's hands.
type desk struct {
	dir  string
	rnd  *rand.Rand
	ids  []string // ids a text may mention, some of them of no page
	last []string // places touched since the last round
}

// pool are the pages the random author plays with.
var pool = []string{
	"chapters/one", "chapters/two", "articles/alpha", "articles/beta", "articles/gamma", "notes/summary", "notes/n1", "notes/n2",
	"people/ada", "people/bram", "places/bridge", "terms/hotline", "organisations/bureau",
}

// captures are the texts that originals hold.
var captures = []string{
	" date 2018-06-01 The two sides met at the bridge and agreed to meet again soon.\n\nA second paragraph says that nothing else was agreed on that day at all.\n",
	" date 2018-06-01 The two sides met at the bridge and agreed to meet again soon.\n\nThey will meet on June 12 at the other end of the bridge, if the weather allows it.\n\nA second paragraph says that nothing else was agreed on that day at all.\n",
	" date 2014-01-01 Officials of both sides spoke for three hours last Tuesday and parted without a result, it was said.\n",
	" date 2014-01-01 Ada Vale spoke for the bureau for three hours last Tuesday.\n\nVale and Bram Oake then met at the bridge and agreed to meet again soon, as officials of both sides had asked.\n",
}

// quotable are words that a text may quote: some stand in a capture, some do not, some are too many.
var quotable = []string{
	"agreed to meet again soon", "met at the bridge and agreed to […] again soon", "nothing else was agreed on that day", "for three hours", "words that somebody said there",
	"Officials of both sides spoke for three hours last Tuesday and parted without a result",
}

// leaks are words of a capture without quotation marks.
const leaks = "Officials of both sides spoke for three hours last Tuesday and parted without a result"

// originals are the names they can have.
var originals = []string{"alpha.txt", "beta.txt", "beta.pdf", "beta.pdf.txt"}

func (d *desk) write(t *testing.T, name, text string) {
	t.Helper()
	full := filepath.Join(d.dir, name)
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	d.last = append(d.last, filepath.ToSlash(name))
}

func (d *desk) remove(t *testing.T, name string) {
	t.Helper()
	if err := os.RemoveAll(filepath.Join(d.dir, name)); err != nil {
		t.Fatal(err)
	}
	d.last = append(d.last, filepath.ToSlash(name))
}

func (d *desk) pick(list ...string) string { return list[d.rnd.IntN(len(list))] }
func (d *desk) id() string                 { return d.pick(d.ids...) }

// page makes up a page of the kind that the folder says.
func (d *desk) page(name string) string {
	var b strings.Builder
	folder, id, _ := strings.Cut(name, "/")
	b.WriteString("---\n")
	title := fmt.Sprintf("%s %d", id, d.rnd.IntN(3))
	switch folder {
	case "chapters":
		from := d.pick("2014", "2018")
		fmt.Fprintf(&b, "title: %s\nfrom: %s\nto: %s\nstatus: %s\n", title, from, from, d.pick("open", "closed"))
	case "articles":
		fmt.Fprintf(&b, "title: %s\npublisher: %s\ndate: %s\nrights: %s\nlicence: own-work\n", title, d.pick("Herald", "Courier"),
			d.pick("2014-02-12", "2018-06-01", "2018-06", "2030", "bad date"), d.pick("full", "digest"))
		if d.rnd.IntN(4) == 0 {
			fmt.Fprintf(&b, "status: %s\nsuperseded_by: %s\n", d.pick("superseded", "withdrawn"), d.id())
		}
		if d.rnd.IntN(3) == 0 {
			fmt.Fprintf(&b, "original: %s\n", d.pick("alpha.txt", "beta.txt", "beta.pdf"))
			if list := article.Fingerprints(article.Clean([]byte(d.pick(captures...)), "x.txt", article.Lines{}).Paragraphs); d.rnd.IntN(2) == 0 {
				fmt.Fprintf(&b, "paragraphs: [%s]\n", strings.Join(list, ", "))
			}
		}
	case "notes":
		fmt.Fprintf(&b, "title: %s\n", title)
	case "people":
		fmt.Fprintf(&b, "name: %s\nvariants: [%s]\nkorean: %s\n", d.pick("Ada Vale", "Ada Vail", "Bram Oake", title), d.pick("A", "B", "Vale"), d.pick("김여울", "박바다"))
	default:
		fmt.Fprintf(&b, "name: %s\nvariants: [%s]\n", d.pick(title, "the bridge", "bureau"), d.pick("A", "B"))
	}
	switch d.rnd.IntN(8) {
	case 0:
		b.WriteString("draft: true\n")
	case 1:
		b.WriteString("chapter: " + d.pick("one", "two", "three") + "\n")
	case 2:
		b.WriteString("titel: [unknown\n")
	}
	b.WriteString("---\n")
	if folder == "chapters" || id == "summary" {
		fmt.Fprintf(&b, "## Bottom line\n\nIn short %d.\n\n## Key points\n\n1. A point [@%s ¶1].\n\n", d.rnd.IntN(3), d.id())
		fmt.Fprintf(&b, "## Chronology\n\n- %s%s%s: Something happened at [[%s]] [@%s ¶%d]\n\n", d.pick("2014-02", "2018-06-01", "2018"),
			d.pick("", " (planned)", " (derived: as said)"), d.pick("", " (id: meeting)", " (id: bad id)"), d.id(), d.id(), 1+d.rnd.IntN(3))
		fmt.Fprintf(&b, "> [!%s] certainty\n> They differ %d [@%s ¶1].\n\n## Open questions\n\n- Who?\n\n", d.pick("DIFFERENCE", "JUDGEMENT", "QUESTION", "WRONG"), d.rnd.IntN(3), d.id())
	}
	for range 1 + d.rnd.IntN(3) {
		fmt.Fprintf(&b, "Text %d with [[%s]] and [a link](../%s.md) and \"%s\" [@%s ¶%d]. Ada Vale met Vale and Bram Oake at the bridge yesterday.\n\n", d.rnd.IntN(4), d.id(),
			d.pick(pool...), d.pick(quotable...), d.id(), 1+d.rnd.IntN(3))
	}
	if d.rnd.IntN(8) == 0 {
		b.WriteString(leaks + ".\n\n")
	}
	if d.rnd.IntN(5) == 0 {
		b.WriteString("## A section\n\n![](map.png) <script>x</script>\n\n- 2018-13-01: no month\n")
	}
	return b.String()
}

func (d *desk) full(name string) string { return "content/" + name + ".md" }

// edit does one random thing to the book.
func (d *desk) edit(t *testing.T) {
	name := d.pick(pool...)
	switch d.rnd.IntN(17) {
	default:
		d.write(t, d.full(name), d.page(name))
	case 0:
		d.remove(t, d.full(name))
	case 1: // rename
		to := strings.Replace(name, "/", "/new-", 1)
		if text, err := os.ReadFile(filepath.Join(d.dir, d.full(name))); err == nil {
			d.write(t, d.full(to), string(text))
			d.remove(t, d.full(name))
		} else {
			d.remove(t, d.full(to))
		}
	case 2: // the same id in another folder
		_, id, _ := strings.Cut(name, "/")
		if d.rnd.IntN(2) == 0 {
			d.write(t, "content/notes/deep/"+id+".md", "Twice.\n")
		} else {
			d.remove(t, "content/notes/deep")
		}
	case 3:
		switch d.rnd.IntN(4) {
		case 0:
			d.write(t, "layouts/note.html", `{{define "main"}}<main id="text"><h1>{{.Title}}</h1></main>{{end}}`)
		case 1:
			d.write(t, "layouts/assets/type.css", fmt.Sprintf("body { margin: %dpx }\n", d.rnd.IntN(3)))
		case 2:
			d.write(t, "layouts/chapter.html", "{{if}}")
		default:
			d.remove(t, "layouts")
		}
	case 4:
		if d.rnd.IntN(2) == 0 {
			d.write(t, "content/static/map.png", fmt.Sprint(d.rnd.IntN(3)))
		} else {
			d.remove(t, "content/static")
		}
	case 5:
		d.write(t, "content/book.yaml", fmt.Sprintf("title: Book %d\nas_of: 2021-07-29\nrights: %s\nlanguage: %s\nedition: %s\n", d.rnd.IntN(3), d.pick("full", "digest"), d.pick("en", "de"), d.pick("First", "Second")))
	case 6:
		d.write(t, "originals/"+d.pick(originals...), d.pick(captures...))
	case 7:
		d.remove(t, "originals/"+d.pick(originals...))
	case 11: // what a person decided about lines
		place := d.pick("originals/alpha.txt.lines", "originals/beta.pdf.txt.lines", "content/articles/raw.txt.lines")
		sum := sha256.Sum256([]byte(d.pick(captures...)))
		switch d.rnd.IntN(3) {
		case 0:
			d.remove(t, place)
		case 1:
			d.write(t, place, fmt.Sprintf("sha256: %x\ndrop: %d\n", sum, 1+d.rnd.IntN(3)))
		default:
			d.write(t, place, "kep: 1\n")
		}
	case 12: // verdicts from another machine
		if d.rnd.IntN(3) == 0 {
			d.remove(t, "content/quotes.lock")
			break
		}
		quote := func(source book.ID, para int, v book.Verdict) book.Checked {
			c := book.Checked{Verdict: v, Against: fmt.Sprintf("%x", sha256.Sum256([]byte(d.pick(captures...))))}
			c.Words, c.Cite = d.pick(quotable...), book.Citation{Source: source, Paras: []book.Range{{First: para, Last: para}}}
			return c
		}
		next := (*evidence.Lock)(nil).Updated([]book.Checked{quote(book.ID(d.id()), 1, book.Exact), quote("alpha", 2, book.WrongParagraph)}, "2026-11-0"+d.pick("1", "2"))
		d.write(t, "content/quotes.lock", next.String()+d.pick("", "no entry\n"))
	case 13: // editions on record
		name := "content/editions/" + d.pick("first", "second") + ".txt"
		switch d.rnd.IntN(4) {
		case 0:
			d.remove(t, "content/editions")
		case 1:
			d.write(t, name, "no record\n")
		default:
			d.write(t, name, d.recorded(t, d.pick("First", "Second")))
		}
	case 8:
		d.write(t, "content/articles/raw.txt", d.pick(captures...))
	case 9:
		d.write(t, d.full(name), "---\ntitle: \"broken\n---\nno end \xff\n")
	case 10:
		d.remove(t, filepath.Dir(d.full(name)))
	}
}

// recorded is the record of the book as it stands.
func (d *desk) recorded(t *testing.T, edition string) string {
	t.Helper()
	g, err := New(Options{Content: filepath.Join(d.dir, "content")})
	if err != nil {
		return "no book\n"
	}
	items, err := stateOf(context.Background(), g.store, g.steps)
	if err != nil {
		return "no book\n"
	}
	r := changes.Record{Number: 1 + d.rnd.IntN(2), Edition: edition, AsOf: "2021-07-29", Items: items}
	return string(r.Bytes())
}

// everything makes every file of the book, as a map, and its diagnostics.
func everything(t *testing.T, s *show) map[string]string {
	t.Helper()
	out := map[string]string{}
	for path := range s.list {
		data, ok, err := s.File(path)
		if !ok {
			t.Fatalf("%s is listed and cannot be had", path)
		}
		if err != nil {
			out[path] = "error: " + err.Error()
			continue
		}
		out[path] = string(data)
	}
	var b bytes.Buffer
	for _, d := range s.g.store.Diagnostics() {
		_ = d.Print(&b)
	}
	out["diagnostics"] = b.String()
	return out
}

func opened(t *testing.T, dir string, e Edition) *show {
	t.Helper()
	g, err := New(Options{Content: filepath.Join(dir, "content"), Originals: filepath.Join(dir, "originals"), Edition: e})
	if err != nil {
		t.Fatal(err)
	}
	s := newShow(g)
	s.round(context.Background(), nil)
	return s
}

// After any sequence of edits the preview must show, byte for byte, what a clean build makes, and say the same.
func TestWarmEqualsCold(t *testing.T) {
	t.Parallel()
	for n := range *sequences {
		d := &desk{dir: t.TempDir(), rnd: rand.New(rand.NewPCG(uint64(n), 7)), ids: []string{"nowhere"}}
		for _, p := range pool {
			_, id, _ := strings.Cut(p, "/")
			d.ids = append(d.ids, id)
		}
		d.write(t, "content/book.yaml", "title: Book\n")
		for _, p := range pool {
			d.write(t, d.full(p), d.page(p))
		}
		edition := []Edition{Public, Internal}[n%2]
		warm := opened(t, d.dir, edition)
		everything(t, warm)
		for range 4 {
			d.last = []string{}
			for range 1 + d.rnd.IntN(4) {
				d.edit(t)
			}
			places := d.last
			if d.rnd.IntN(4) == 0 {
				places = memo.Everywhere
			}
			warm.round(context.Background(), places)
			if d.rnd.IntN(3) == 0 {
				continue // saved again before anybody looked
			}
			same(t, n, everything(t, warm), everything(t, opened(t, d.dir, edition)))
			if t.Failed() {
				return
			}
		}
	}
}

func same(t *testing.T, n int, warm, cold map[string]string) {
	t.Helper()
	for _, path := range slices.Sorted(maps.Keys(cold)) {
		if warm[path] != cold[path] {
			t.Errorf("sequence %d: %s:\n%s", n, path, difference(warm[path], cold[path]))
			return
		}
	}
	if len(warm) != len(cold) {
		t.Errorf("sequence %d: warm has %v, cold has %v", n, slices.Sorted(maps.Keys(warm)), slices.Sorted(maps.Keys(cold)))
	}
}

// difference shows the lines that only one of two texts has.
func difference(warm, cold string) string {
	var b strings.Builder
	w, c := strings.Split(warm, "\n"), strings.Split(cold, "\n")
	for _, l := range w {
		if !slices.Contains(c, l) {
			fmt.Fprintf(&b, "warm: %s\n", l)
		}
	}
	for _, l := range c {
		if !slices.Contains(w, l) {
			fmt.Fprintf(&b, "cold: %s\n", l)
		}
	}
	return b.String()
}
