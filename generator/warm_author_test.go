package generator

import (
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefbook/generator/internal/article"
	"briefbook/generator/internal/book"
	"briefbook/generator/internal/evidence"
)

// A desk is a book under somebody's hands.
type desk struct {
	dir  string
	rnd  *rand.Rand
	ids  []string // ids a text may mention, some of them of no page
	last []string // places touched since the last round
}

// pool are the pages the random author plays with.
var pool = []string{
	"chapters/one", "chapters/two", "articles/alpha", "articles/beta", "articles/gamma", "articles/delta", "notes/summary", "notes/n1", "notes/n2",
	"people/ada", "people/bram", "people/yeoul", "places/bridge", "terms/hotline", "terms/office", "organisations/bureau",
}

// captures are the texts that originals hold.
var captures = []string{
	" date 2018-06-01 The two sides met at the bridge and agreed to meet again soon.\n\nA second paragraph says that nothing else was agreed on that day at all.\n",
	" date 2018-06-01 The two sides met at the bridge and agreed to meet again soon.\n\nThey will meet on June 12 at the other end of the bridge, if the weather allows it.\n\nA second paragraph says that nothing else was agreed on that day at all.\n",
	" date 2014-01-01 Officials of both sides spoke for three hours last Tuesday and parted without a result, it was said.\n",
	" date 2014-01-01 Ada Vale spoke for the bureau for three hours last Tuesday.\n\nVale and Bram Oake then met at the bridge and agreed to meet again soon, as officials of both sides had asked.\n",
	" date 2018-06-01 협상단 다리에서 만나\n\n김여울은 다리에서 박바다와 만났다고 밝혔다. 두 사람은 곧 다시 만나기로 했다.\n",
}

// pressed is a capture as a page of the web.
func pressed(capture string) string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html><head><title>The sides met</title></head><body><nav>Home</nav><article><h1>The sides met</h1>")
	for p := range strings.SplitSeq(strings.TrimSpace(capture), "\n\n") {
		b.WriteString("<p>" + p + "</p>")
	}
	return b.String() + "</article></body></html>\n"
}

// quotable are words that a text may quote: some stand in a capture, some do not, some are too many.
var quotable = []string{
	"agreed to meet again soon", "met at the bridge and agreed to […] again soon", "nothing else was agreed on that day", "for three hours", "words that somebody said there",
	"Officials of both sides spoke for three hours last Tuesday and parted without a result", "[t]he two sides met at the bridge", "the bridge if the weather allows it", "두 사람은 곧 다시 만나기로 했다",
}

// leaks are words of a capture without quotation marks.
const leaks = "Officials of both sides spoke for three hours last Tuesday and parted without a result"

// originals are the names they can have.
var originals = []string{"alpha.txt", "beta.txt", "beta.pdf", "beta.pdf.txt", "delta.html"}

// captured is a text for an original of this name.
func (d *desk) captured(name string) string {
	text := d.pick(captures...)
	if strings.HasSuffix(name, ".html") {
		return pressed(text)
	}
	return text
}

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

// source is the id of a source, mostly.
func (d *desk) source() string { return d.pick("alpha", "beta", "gamma", "delta", "raw", d.id()) }

// front makes up front matter for a page of the kind that the folder says.
func (d *desk) front(folder, id string) string {
	var b strings.Builder
	title := fmt.Sprintf("%s %d", id, d.rnd.IntN(3))
	switch folder {
	case "chapters":
		from := d.pick("2014", "2018")
		fmt.Fprintf(&b, "title: %s\nfrom: %s\nto: %s\nstatus: %s\norder: %s\n", title, from, from, d.pick("open", "closed"), d.pick("1", "2"))
	case "articles":
		fmt.Fprintf(&b, "title: %s\npublisher: %s\nagency: %s\ndate: %s\nrights: %s\nlicence: own-work\n", title, d.pick("Herald", "Courier"), d.pick("Wire", "Other wire"),
			d.pick("2014-02-12", "2018-06-01", "2018-06", "2030", "bad date"), d.pick("full", "digest"))
		if d.rnd.IntN(4) == 0 {
			fmt.Fprintf(&b, "status: %s\nsuperseded_by: %s\n", d.pick("superseded", "withdrawn", "corrected"), d.pick(d.id(), "alpha", "beta"))
		}
		if d.rnd.IntN(2) == 0 {
			original := d.pick("alpha.txt", "beta.txt", "beta.pdf", "delta.html")
			fmt.Fprintf(&b, "original: %s\n", original)
			if list := article.Fingerprints(article.Clean([]byte(d.captured(original)), original, article.Lines{}).Paragraphs); d.rnd.IntN(2) == 0 {
				fmt.Fprintf(&b, "paragraphs: [%s]\n", strings.Join(list, ", "))
			}
		}
	case "notes":
		fmt.Fprintf(&b, "title: %s\n", title)
	case "people":
		fmt.Fprintf(&b, "name: %s\nvariants: [%s]\nkorean: %s\nsee: [%s]\n", d.pick("Ada Vale", "Ada Vail", "Bram Oake", "김여울", title), d.pick("A", "B", "Vale"), d.pick("김여울", "박바다"), d.id())
		if d.rnd.IntN(3) == 0 {
			fmt.Fprintf(&b, "role:\n  - {role: envoy, from: 2014, source: %s}\n", d.id())
		}
	case "terms":
		fmt.Fprintf(&b, "name: %s\nvariants: [%s]\nsee: [%s]\n", d.pick(title, "Liaison Office of the Bridge (LOB)", "hotline"), d.pick("A", "LOB", "JCC"), d.id())
	default:
		fmt.Fprintf(&b, "name: %s\nvariants: [%s]\nsee: [%s]\n", d.pick(title, "the bridge", "bureau", "다리"), d.pick("A", "B"), d.id())
	}
	switch d.rnd.IntN(8) {
	case 0:
		b.WriteString("draft: true\n")
	case 1:
		b.WriteString("chapter: " + d.pick("one", "two", "three") + "\n")
	case 2:
		b.WriteString("titel: [unknown\n")
	}
	return b.String()
}

// gathered makes up the parts of a chapter that other pages show as well.
func (d *desk) gathered() string {
	var b strings.Builder
	fmt.Fprintf(&b, "## Bottom line\n\nIn short %d.\n\n## Key points\n\n1. A point [@%s ¶1].\n2. Another, of two sources [@%s ¶1; @%s ¶2].\n\n", d.rnd.IntN(3), d.source(), d.source(), d.source())
	b.WriteString("## Chronology\n\n")
	for range 1 + d.rnd.IntN(2) {
		fmt.Fprintf(&b, "- %s%s%s: Something happened at [[%s]] [@%s ¶%d]\n", d.pick("2014-02", "2018-06-01", "2018"),
			d.pick("", " (planned)", " (derived: as said)", " (disputed)"), d.pick("", " (id: meeting)", " (id: bad id)"), d.id(), d.source(), 1+d.rnd.IntN(3))
	}
	fmt.Fprintf(&b, "\n> [!%s] %s\n> They differ %d [@%s ¶1; @%s ¶2].\n\n", d.pick("DIFFERENCE", "DIFFERENCE", "JUDGEMENT", "QUESTION", "WRONG"),
		d.pick("certainty", "conflict", "silence", "wording: as told", "odd"), d.rnd.IntN(3), d.source(), d.source())
	fmt.Fprintf(&b, "## Open questions\n\n- Who, %d?\n\n", d.rnd.IntN(2))
	return b.String()
}

// prose makes up a paragraph that mentions, links, quotes and breaks a rule of writing, which a comment may silence.
func (d *desk) prose() string {
	remark := d.pick("", "", "<!-- allow relative-date, acronym: as it was told -->\n", "<!-- allow relative-date -->\n", "<!-- allow weekday: nothing here -->\n")
	heading := d.pick("", "", "## What was said\n\n", "## What was written\n\n")
	return heading + fmt.Sprintf("%sText %d with [[%s]] and [a link](../%s.md) and \"%s\" [@%s ¶%d]. %s met Vale and Bram Oake at the bridge yesterday, and the LOB and the JCC said so. %s\n\n",
		remark, d.rnd.IntN(4), d.id(), d.pick(pool...), d.pick(quotable...), d.source(), 1+d.rnd.IntN(3), d.pick("Ada Vale", "Ada Vail"), d.pick("", "김여울은 다리에서 왔다."))
}

// reworded are words of pages and what may stand in their place.
var reworded = [][2]string{
	{"rights: full", "rights: digest"}, {"Ada Vale", "Ada Vail"}, {"LOB", "LOBB"}, {"Herald", "Courier"}, {"agency: Wire", "agency: Other wire"}, {"김여울", "박바다"}, {"korean: 김여울", "korean: 박바다"},
	{"Text 1", "Text 2"}, {"Text 3", "Text 0"}, {"was said", "was written"}, {"In short", "In brief"}, {"A point", "One point"}, {"In short", "As is known [@alpha ¶1], in short"}, {"They differ", "They disagree"}, {"Something happened", "Nothing happened"},
	{" (planned)", " (disputed)"}, {"2018-06-01: ", "2018-06-02: "}, {"(id: meeting)", "(id: parting)"}, {"¶1]", "¶2]"}, {"certainty", "precision"}, {"Who, 1?", "Who, 2?"}, {"status: superseded", "status: corrected"},
	{"three hours", "four hours"}, {"variants: [A]", "variants: [A, Vale]"}, {"envoy", "clerk"}, {"order: 1", "order: 2"}, {"title: ", "title: The "}, {"yesterday", "that day"}, {"And", "and"},
}

// page makes up a page of the kind that the folder says.
func (d *desk) page(name string) string {
	var b strings.Builder
	folder, id, _ := strings.Cut(name, "/")
	b.WriteString("---\n" + d.front(folder, id) + "---\n")
	if folder == "chapters" || id == "summary" {
		b.WriteString(d.gathered())
	}
	for range 1 + d.rnd.IntN(3) {
		b.WriteString(d.prose())
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

// replace edits a file where it is, if it is there.
func (d *desk) replace(t *testing.T, name string, edit func(string) string) {
	t.Helper()
	if text, err := os.ReadFile(filepath.Join(d.dir, name)); err == nil {
		d.write(t, name, edit(string(text)))
	}
}

// edit does one random thing to the book.
func (d *desk) edit(t *testing.T) {
	name := d.pick(pool...)
	switch d.rnd.IntN(22) {
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
		switch d.rnd.IntN(4) {
		case 0:
			d.remove(t, "content/static")
		case 1:
			d.write(t, "content/static/data.csv", "day,words\n1,\""+d.pick(leaks, "none")+"\"\n")
		default:
			d.write(t, "content/static/map.png", fmt.Sprint(d.rnd.IntN(3)))
		}
	case 5:
		d.write(t, "content/book.yaml", fmt.Sprintf("title: Book %d\nas_of: 2021-07-29\nrights: %s\nlanguage: %s\nedition: %s\n", d.rnd.IntN(3), d.pick("full", "digest"), d.pick("en", "de", "ko"), d.pick("First", "Second")))
	case 6:
		original := d.pick(originals...)
		d.write(t, "originals/"+original, d.captured(original))
	case 7:
		d.remove(t, "originals/"+d.pick(originals...))
	case 8:
		d.write(t, "content/articles/raw.txt", d.pick(captures...))
	case 9:
		d.write(t, d.full(name), "---\ntitle: \"broken\n---\nno end \xff\n")
	case 10:
		d.remove(t, filepath.Dir(d.full(name)))
	case 11:
		d.decide(t)
	case 12:
		d.verified(t)
	case 13:
		d.publish(t)
	case 14: // one paragraph of an original
		d.replace(t, "originals/"+d.pick(originals...), func(text string) string {
			return strings.NewReplacer("met at the", d.pick("met near the", "met at the"), "hours", d.pick("hours", "days"), "Bram Oake", d.pick("Bram Oake", "Bram Oak")).Replace(text)
		})
	case 15: // a page is finished, or is not
		d.replace(t, d.full(name), func(text string) string {
			if strings.Contains(text, "draft: true\n") {
				return strings.Replace(text, "draft: true\n", "", 1)
			}
			return strings.Replace(text, "---\n", "---\ndraft: true\n", 1)
		})
	case 16:
		d.reword(t)
	case 17:
		if d.rnd.IntN(2) == 0 {
			d.write(t, "content/articles/web.html", pressed(d.pick(captures...)))
		} else {
			d.remove(t, "content/articles/web.html")
		}
	}
}

// reword exchanges one word on some pages, and nothing else.
func (d *desk) reword(t *testing.T) {
	t.Helper()
	word := reworded[d.rnd.IntN(len(reworded))]
	from, to := word[0], word[1]
	if d.rnd.IntN(2) == 0 {
		from, to = to, from
	}
	for _, name := range pool {
		if d.rnd.IntN(3) == 0 {
			d.replace(t, d.full(name), func(text string) string { return strings.Replace(text, from, to, 1+d.rnd.IntN(2)) })
		}
	}
}

// decide writes what a person decided about lines.
func (d *desk) decide(t *testing.T) {
	t.Helper()
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
}

// verified writes verdicts from another machine.
func (d *desk) verified(t *testing.T) {
	t.Helper()
	if d.rnd.IntN(3) == 0 {
		d.remove(t, "content/quotes.lock")
		return
	}
	quote := func(source book.ID, para int, v book.Verdict) book.Checked {
		c := book.Checked{Verdict: v, Against: fmt.Sprintf("%x", sha256.Sum256([]byte(d.pick(captures...))))}
		c.Words, c.Cite = d.pick(quotable...), book.Citation{Source: source, Paras: []book.Range{{First: para, Last: para}}}
		return c
	}
	next := (*evidence.Lock)(nil).Updated([]book.Checked{quote(book.ID(d.id()), 1, book.Exact), quote("alpha", 2, book.WrongParagraph)}, "2026-11-0"+d.pick("1", "2"))
	d.write(t, "content/quotes.lock", next.String()+d.pick("", "no entry\n"))
}

// publish puts an edition on record, or takes it off.
func (d *desk) publish(t *testing.T) {
	t.Helper()
	name := "content/editions/" + d.pick("first", "second") + ".txt"
	switch d.rnd.IntN(4) {
	case 0:
		d.remove(t, "content/editions")
	case 1:
		d.write(t, name, "no record\n")
	default:
		d.write(t, name, d.recorded(t, d.pick("First", "Second")))
	}
}
