package generator

import (
	"archive/zip"
	"compress/gzip"
	"compress/zlib"
	"context"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// pasted is a sentence of a captured text that only a digest is allowed of, some 18 words long.
const pasted = "The harbour board elected a chair on Monday after two rounds of voting, and will publish the accounts"

// What stands in a licensed text does not get out, wherever it was pasted; the last book stands.
func TestGate(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ file, text, place string }{
		"a note":                   {"content/notes/n.md", "---\ntitle: N\n---\nIt is told that " + pasted + ".\n", "content/notes/n.md:4:"},
		"a chapter":                {"content/chapters/talks.md", "---\ntitle: The talks\nfrom: 2014\nto: 2014\n---\n## Bottom line\n\n" + pasted + " [@board ¶1].\n", "content/chapters/talks.md:8:"},
		"front matter":             {"content/notes/n.md", "---\ntitle: " + pasted + "\n---\nText.\n", "content/notes/n.md:2:"},
		"words for a picture":      {"content/notes/n.md", "---\ntitle: N\n---\n![" + pasted + "](map.png)\n", "content/notes/n.md:4:"},
		"a definition":             {"content/terms/chair.md", "---\nname: Chair\n---\n" + pasted + ".\n", "content/terms/chair.md:4:"},
		"a name":                   {"content/notes/the-harbour-board-elected-a-chair-on-monday-after-two-rounds-of-voting.md", "---\ntitle: N\n---\nText.\n", "harbour-board-elected"},
		"a static file":            {"content/static/data/list.csv", "a,b\n\"" + pasted + "\",2\n", "data/list.csv"},
		"a static file's name":     {"content/static/The Harbour Board elected a chair on Monday after two rounds of voting.csv", "a,b\n", "The Harbour Board elected"},
		"a picture's words":        {"content/static/map.svg", `<svg xmlns="http://www.w3.org/2000/svg"><title>` + pasted + `</title></svg>`, "map.svg"},
		"a layout":                 {"layouts/note.html", `{{define "main"}}<main id="main"><p title="` + pasted + `">x</p></main>{{end}}`, "notes/"},
		"a quotation too long":     {"content/notes/n.md", "---\ntitle: N\n---\n\"" + pasted + " of the ferry in May. Nobody on the board would say on the record why the former chair had left before\" [@board]\n", "notes/n"},
		"with marks between":       {"content/notes/n.md", "---\ntitle: N\n---\nThe *harbour* board [[bridge|elected]] a chair on Monday [@board ¶1] after two rounds of voting, and will publish the accounts.\n", "notes/n"},
		"around a quotation":       {"content/notes/n.md", "---\ntitle: N\n---\nThe harbour board elected a chair on \"Monday after two rounds of voting\" [@board ¶1], and will publish the accounts of the ferry.\n", "notes/n"},
		"what was set aside":       {"content/notes/n.md", "---\ntitle: N\n---\nSubscribe to our newsletter to read more about the harbour every morning, they say.\n", "content/notes/n.md:4:"},
		"a heading, in other case": {"content/notes/n.md", "---\ntitle: N\n---\n## " + strings.ToUpper(pasted) + "\n\nText.\n", "content/notes/n.md:4:"},
		"a packed file":            {"content/static/a.txt.gz", gzipped(pasted), "a.txt.gz"},
		"a file in an archive":     {"content/static/a.epub", zipped("text/one.xhtml", "<p>"+pasted), "a.epub"},
		"a picture's packed words": {"content/static/a.png", "\x89PNG\r\n\x1a\n" + chunk("zTXt", "Comment\x00\x00"+deflated(pasted)) + chunk("IEND", ""), "a.png"},
		"a calendar, folded":       {"content/static/a.ics", "DESCRIPTION:" + pasted[:57] + "\r\n " + pasted[57:], "a.ics: error: "},
		"data in a stylesheet":     {"content/static/a.css", "p { background: url(data:text/plain;base64," + base64.StdEncoding.EncodeToString([]byte(pasted)) + ") }", "a.css"},
		"an address of the text":   {"content/notes/n.md", "---\ntitle: N\n---\nSee https://post.example/" + strings.ToLower(strings.ReplaceAll(pasted, " ", "-")) + " there.\n", "content/notes/n.md:4:"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := lay(t, quoting("Nothing."))
			mustBuild(t, at(dir))
			before := contents(t, filepath.Join(dir, "public"))
			put(t, dir, map[string]string{c.file: c.text})
			sum, said := mustBuild(t, at(dir))
			if sum.Errors == 0 || !strings.Contains(said, "[leak]") || !strings.Contains(said, "board") || !strings.Contains(said, c.place) {
				t.Errorf("%+v, said\n%s", sum, said)
			}
			after := contents(t, filepath.Join(dir, "public"))
			for name, text := range before {
				if after[name] != text {
					t.Errorf("%s was replaced", name)
				}
			}
			if len(after) != len(before) {
				t.Errorf("%d files in place of %d", len(after), len(before))
			}
		})
	}
}

// gzipped, zipped, deflated and chunk pack a text.
func gzipped(text string) string {
	var b strings.Builder
	w := gzip.NewWriter(&b)
	_, _ = w.Write([]byte(text))
	_ = w.Close()
	return b.String()
}

func zipped(name, text string) string {
	var b strings.Builder
	z := zip.NewWriter(&b)
	w, _ := z.Create(name)
	_, _ = w.Write([]byte(text))
	_ = z.Close()
	return b.String()
}

func deflated(text string) string {
	var b strings.Builder
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(text))
	_ = w.Close()
	return b.String()
}

func chunk(kind, data string) string {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	b = append(b, kind+data...)
	return string(binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE([]byte(kind+data))))
}

// A file that cannot be looked into is said to be one.
func TestGatePacked(t *testing.T) {
	t.Parallel()
	files := quoting("Nothing.")
	files["content/static/a.7z"] = "7z\xbc\xaf\x27\x1c and so on"
	files["content/static/bomb.gz"] = gzipped(strings.Repeat("\x00", 65<<20))
	files["content/static/good.zip"] = zipped("a.txt", "Words of our own.")
	sum, said := mustBuild(t, at(lay(t, files)))
	for _, want := range []string{"a.7z: warning: ", "packed in a form that is not known", "bomb.gz: warning: ", "unpacks to more than 64 MB", "[gate-packed]"} {
		if !strings.Contains(said, want) {
			t.Errorf("not said: %s", want)
		}
	}
	if sum.Errors > 0 || strings.Contains(said, "good.zip") {
		t.Errorf("%+v, said\n%s", sum, said)
	}
}

// What may be said is not stopped.
func TestGateLetsPass(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text string
		warn bool
	}{
		"a quotation":            {`The report says "elected a chair on Monday after two rounds of voting, and will publish the accounts" [@board ¶1].`, false},
		"seven words":            {"It elected a chair on Monday after a while.", false},
		"nine words":             {"The harbour board elected a chair on Monday after lunch.", true},
		"a title":                {"See Harbour board names a new chair, and what it says of the ferry.", false},
		"the quotation, elided":  {`"The harbour board elected a chair […] after two rounds of voting" [@board ¶1]`, false},
		"the words of a licence": {"The boat left the quay at noon with four cars on deck.", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := lay(t, quoting(c.text))
			sum, said := mustBuild(t, at(dir))
			if sum.Errors > 0 || sum.Written == 0 || strings.Contains(said, "[leak]") != c.warn {
				t.Errorf("%+v, said\n%s", sum, said)
			}
		})
	}
}

// A headline may be given as a title, which stands apart from the words around it; as words of a sentence it may not,
// and no more may what the card only calls a title.
func TestGateHeadline(t *testing.T) {
	t.Parallel()
	const headline = "Harbour board names a new chair after two rounds of voting and a long night"
	const body = "The harbour board elected a chair on Monday after two rounds of voting, and will publish the accounts of the ferry in May"
	for name, c := range map[string]struct {
		title, text string
		leaks       bool
	}{
		"in quotation marks":       {headline, "The report “" + headline + "” is the only one.", false},
		"in emphasis":              {headline, "The report *" + headline + "* is the only one.", false},
		"words of a link":          {headline, "The report [" + headline + "](https://post.example) is the only one.", false},
		"words of a link, in wiki": {headline, "The report [[board|" + headline + "]] is the only one.", false},
		"in a list":                {headline, "- " + headline + "\n- Another", false},
		"in a sentence":            {headline, "It was told how harbour board names a new chair after two rounds of voting and a long night on the island.", true},
		"more in the marks":        {headline, "The report “See how " + headline + " ended” is the only one.", true},
		"a sentence as the title":  {body, "Nothing.", true},
		"a sentence in emphasis":   {headline, "The report *" + body + "* is the only one.", true},
	} {
		files := quoting(c.text)
		text := strings.Replace(otherText, "Harbour board names a new chair", headline, 1)
		files["content/originals/board.txt"] = text
		files["content/articles/board.md"] = strings.Replace(cardFor("board.txt", text, nil), "title: Envoys meet at the old bridge", "title: "+c.title, 1)
		sum, said := mustBuild(t, at(lay(t, files)))
		if leak := strings.Contains(said, "error: ") && strings.Contains(said, "[leak]"); leak != c.leaks || sum.Errors > 0 != c.leaks {
			t.Errorf("%s: %+v, said\n%s", name, sum, said)
		}
	}
}

// The address of a source may hold its headline, and no sentences, be they of its own text, of what was set aside of
// it, or of another's.
func TestGateAddress(t *testing.T) {
	t.Parallel()
	for address, leaks := range map[string]bool{
		"https://post.example/2014/03/03/harbour-board-names-a-new-chair-and-more-of-the-ferry":                false,
		"https://post.example/the-harbour-board-elected-a-chair-on-monday-after-two-rounds-of-voting-and-will": true,
		"https://post.example/?p=The%20harbour%20board%20elected%20a+chair+on+Monday+after+two+rounds+of+vote": true,
		"https://post.example/the_ferry_will_not_run_before_the_end_of_the_winter_the_harbour_board_said.html": true,
		"https://post.example/subscribe-to-our-newsletter-to-read-more-about-the-harbour-every-morning":        true,
	} {
		for _, key := range []string{"url", "archived_url"} {
			files := quoting("Nothing.")
			files["content/articles/board.md"] = strings.Replace(files["content/articles/board.md"], "---\n", "---\n"+key+": "+address+"\n", 1)
			sum, said := mustBuild(t, at(lay(t, files)))
			if sum.Errors > 0 != leaks || strings.Contains(said, "[leak]") != leaks {
				t.Errorf("%s: %+v, said\n%s", address, sum, said)
			}
		}
	}
}

// anywhere are places in a book where words can be, "§": in text where markup is read, and in values of any kind.
var anywhere = []struct {
	file, page string
	text       bool
}{
	{"content/notes/n.md", "---\ntitle: N\n---\nBefore § after.\n", true},
	{"content/notes/n.md", "---\ntitle: N\n---\n- One\n- § and so on\n", true},
	{"content/notes/n.md", "---\ntitle: N\n---\nx[^1]\n\n[^1]: §\n", true},
	{"content/notes/n.md", "---\ntitle: N\n---\n<!-- § -->\n", false},
	{"content/notes/n.md", "---\ntitle: N\n---\n```\n§\n```\n", false},
	{"content/notes/n.md", "---\ntitle: N\n---\n| a | b |\n|---|---|\n| § | x |\n", false},
	{"content/notes/n.md", "---\ntitle: N\n---\n[x](https://a.example '§')\n", false},
	{"content/notes/n.md", "---\ntitle: N\n---\n> [!JUDGEMENT] §\n> x\n", false},
	{"content/notes/n.md", "---\ntitle: N # §\n---\nx\n", false},
	{"content/notes/n.md", "---\ntitle: >-\n  §\n---\nx\n", false},
	{"content/terms/t.md", "---\nname: T\nvariants: [\"§\"]\n---\nText.\n", false},
	{"content/people/p.md", "---\nname: P\nrole: \"§\"\n---\nText.\n", false},
	{"content/people/p.md", "---\nname: P\nsort: \"§\"\n---\nText.\n", false},
	{"content/chapters/c.md", "---\ntitle: C\nfrom: 1990\nto: 1991\nstatus: \"§\"\n---\n\n", false},
	{"content/chapters/c.md", "---\ntitle: C\nfrom: 1990\nto: 1991\n---\n## Chronology\n\n- 1990-02-01 (derived: §): A day\n", false},
	{"content/book.yaml", "title: B\nmarking: \"§\"\n", false},
	{"content/static/s.txt", "§\n", false},
	{"content/static/s.csv", "a,b\n\"§\",1\n", false},
	{"content/static/s.svg", "<svg><desc>§</desc></svg>", true},
	{"content/static/s.css", "p { content: '§' }", false},
	{"content/static/s.js", "x = `§`", false},
}

// dressed are ways to write words that leave them what they are: in values, and in text where markup is read.
var dressed, marked = []func([]string) string{
	func(w []string) string { return strings.Join(w, " ") },
	func(w []string) string { return strings.Join(w, "\u00a0") },
	func(w []string) string { return strings.ToUpper(strings.Join(w, " ")) },
	func(w []string) string { return strings.Join(w, " \u200b") },
	func(w []string) string { return within(w, "\u00ad") },
	func(w []string) string { return strings.Join(w, " – ") },
}, []func([]string) string{
	func(w []string) string { return "<b>" + strings.Join(w, "</b> <b>") + "</b>" },
	func(w []string) string { return within(w, "&shy;") },
	func(w []string) string { return strings.Join(w, "&nbsp;") },
	func(w []string) string { return within(w, "-\n") },
	func(w []string) string { return strings.Join(w, "\n") },
}

// within puts a mark into the midst of every word that has one.
func within(words []string, mark string) string {
	var list []string
	for _, w := range words {
		if letters := strings.IndexFunc(w, func(r rune) bool { return r < 'a' || r > 'z' }) < 0; letters && len(w) > 3 {
			w = w[:len(w)/2] + mark + w[len(w)/2:]
		}
		list = append(list, w)
	}
	return strings.Join(list, " ")
}

// Any twelve words in a row are caught, wherever in the content they are put and however they are written.
func TestGateAnywhere(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(4, 4))
	all := strings.Fields(strings.NewReplacer(`"`, "", ":", "", "'", "").Replace(capturedText + otherText))
	missed := 0
	for n := range 120 {
		run := 0
		for run == 0 || run > len(all)-12 || straddles(all[run:run+12]) {
			run = rnd.IntN(len(all) - 12)
		}
		place, ways := anywhere[n%len(anywhere)], dressed
		if place.text {
			ways = append(ways[:len(ways):len(ways)], marked...)
		}
		text := ways[rnd.IntN(len(ways))](all[run : run+12])
		dir := lay(t, quoting("Nothing."))
		put(t, dir, map[string]string{place.file: strings.Replace(place.page, "§", text, 1)})
		g, err := New(at(dir))
		if err != nil {
			t.Fatal(err)
		}
		_, diags, err := g.Check(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(diags, isLeak) {
			missed++
			t.Errorf("%d: not caught in %s: %s\n%s", n, place.page, text, printed(diags))
		}
	}
	if missed > 0 {
		t.Errorf("%d of 120 runs were missed", missed)
	}
}

// straddles reports whether a run of words goes from the one text into the other, where it stands in neither.
func straddles(run []string) bool {
	joined := strings.Join(run, " ")
	one := strings.Join(strings.Fields(capturedText), " ")
	other := strings.Join(strings.Fields(otherText), " ")
	return !strings.Contains(one, joined) && !strings.Contains(other, joined)
}

// A preview of either edition tells of it where it stands, while it is written.
func TestGateInPreview(t *testing.T) {
	t.Parallel()
	dir := lay(t, quoting("Nothing."))
	put(t, dir, map[string]string{"content/notes/n.md": "---\ntitle: N\n---\nIt is told that " + pasted + ".\n"})
	for _, e := range []Edition{Public, Internal} {
		o := at(dir)
		o.Edition, o.Out = e, filepath.Join(dir, string(e))
		g, err := New(o)
		if err != nil {
			t.Fatal(err)
		}
		_, diags := newShow(g).round(context.Background(), nil)
		if said := printed(diags); !strings.Contains(said, "content/notes/n.md:4:17: ") || !strings.Contains(said, "[leak]") {
			t.Errorf("%s: said\n%s", e, said)
		}
	}
}
