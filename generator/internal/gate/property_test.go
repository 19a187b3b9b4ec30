package gate

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

// form is a kind of file with words in it, between words that are nobody's.
type form struct {
	path string
	put  func(words string) string
}

func forms() []form {
	quoted := func(s string) string {
		b, _ := json.Marshal(s)
		return string(b)
	}
	escaped := func(s string) string {
		var b strings.Builder
		_ = xml.EscapeText(&b, []byte(s))
		return b.String()
	}
	tags := func(s string) string { // a tag within and around words
		var b strings.Builder
		for i, w := range strings.Fields(s) {
			switch half := len(w) / 2; {
			case i%3 == 0 && half > 0 && w[half] < 0x80 && w[half-1] < 0x80 && !strings.ContainsAny(w, "&0123456789'’�"):
				fmt.Fprintf(&b, "%s<b class=\"some thing\">%s</b> ", html.EscapeString(w[:half]), html.EscapeString(w[half:]))
			case i%3 == 1:
				fmt.Fprintf(&b, "<a href=\"x/y.html#p%d\">%s</a> <!-- a -- b -->", i, html.EscapeString(w))
			default:
				b.WriteString(html.EscapeString(w) + " <img alt=\"a b c d\"> <a class=cite href=x>3 ¶2</a>\n")
			}
		}
		return b.String()
	}
	return []form{
		{"a.html", func(s string) string { return "<p>" + html.EscapeString(s) + "</p>" }},
		{"tags.html", tags},
		{"alt.html", func(s string) string { return `<img src="x.png" alt="` + html.EscapeString(s) + `">` }},
		{"title.html", func(s string) string { return `<a href="x" title='` + html.EscapeString(s) + `'>` }},
		{"meta.html", func(s string) string { return `<meta name="description" content="` + html.EscapeString(s) + `">` }},
		{"card.html", func(s string) string { return `<a data-card="` + html.EscapeString(tags(s)) + `">` }},
		{"json-in-attribute.html", func(s string) string { return `<a data-card="` + html.EscapeString(`{"a":`+quoted(s)+`}`) + `">` }},
		{"comment.html", func(s string) string { return "<!-- " + strings.ReplaceAll(s, "--", "- -") + " -->" }},
		{"script.html", func(s string) string { return "<script>if (a<b) { x = " + quoted(tags(s)) + " }</script>" }},
		{"fragment.html", func(s string) string {
			return `<a href="https://h.test/#:~:text=` + html.EscapeString(url.PathEscape(s)) + `">`
		}},
		{"coins.html", func(s string) string {
			return `<span title="ctx_ver=Z&amp;rft.x=` + url.QueryEscape(s) + `&amp;rft.y=">`
		}},
		{"picture.svg", func(s string) string { return "<svg><title>" + escaped(s) + "</title><desc>x</desc></svg>" }},
		{"lines.svg", func(s string) string {
			return "<text><tspan>" + strings.Join(strings.Fields(escaped(s)), "</tspan><tspan x=\"1\">") + "</tspan></text>"
		}},
		{"feed.xml", func(s string) string { return "<content type=\"html\">" + escaped(tags(s)) + "</content>" }},
		{"cdata.xml", func(s string) string { return "<d><![CDATA[" + tags(s) + "]]></d>" }},
		{"search.js", func(s string) string { return "var index = [{t:" + quoted(s) + "}]" }},
		{"data.json", func(s string) string { return `{"a":` + quoted(s) + `}` }},
		{"page.css", func(s string) string {
			return "p::before { content: \"" + strings.NewReplacer(`\`, ` `, `"`, `\"`, "’", `\2019 `).Replace(s) + "\" }"
		}},
		{"a.txt", func(s string) string { return s }},
		{"upper.txt", strings.ToUpper},
		{"a.bib", func(s string) string { return "note = {" + s + "}," }},
		{"a.ris", func(s string) string { return "N2  - " + s + "\r\n" }},
		{"x.png", func(s string) string { return "\x89PNG\r\n\x1a\n\x00\x00\xff" + s + "\x00\xfe\xff" }},
		{"x.bin", func(s string) string { // UTF-16
			var b strings.Builder
			for _, r := range strings.ReplaceAll(s, "’", "'") {
				b.WriteByte(byte(r))
				b.WriteByte(byte(r >> 8))
			}
			return "\x01\x02" + b.String()
		}},
	}
}

// filler is made of words that no original has.
func filler(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		fmt.Fprintf(&b, " zq%x", r.Uint32())
	}
	return b.String() + " "
}

// runOf cuts n words out of a text, with what stands between them.
func runOf(r *rand.Rand, text string, n int) string {
	words := strings.Fields(text)
	i := r.IntN(len(words) - n)
	return strings.Join(words[i:i+n], " ")
}

// planted puts runs of n words into every kind of file, and says what is reported.
func planted(t *testing.T, x *Index, texts []string, n int, check func(where, run string, got []Run)) {
	t.Helper()
	r := rand.New(rand.NewPCG(uint64(n), 11))
	for _, f := range forms() {
		for range 100 {
			run := runOf(r, texts[r.IntN(len(texts))], n)
			file := filler(r, 20) + f.put(filler(r, r.IntN(20))+run+filler(r, r.IntN(20))) + filler(r, 20)
			check(f.path, run, scan(x, f.path, file, nil))
		}
	}
	for range 100 {
		run := runOf(r, texts[r.IntN(len(texts))], n)
		check("path", run, scan(x, "notes/"+url.PathEscape(strings.Join(strings.Fields(run), "-"))+".html", "x", nil))
	}
	for range 100 {
		run := runOf(r, texts[r.IntN(len(texts))], n)
		check("content", run, x.Find([]byte("---\ntitle: x\n---\n\n"+filler(r, 9)+run+filler(r, 9)), nil, nil))
	}
}

func TestPlanted(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 9))
	texts, sources := make([]string, 60), make([]Source, 60)
	for i := range texts {
		words := make([]string, 300)
		for j := range words {
			words[j] = fmt.Sprintf("%s%x", []string{"Kai", "d’or", "über", "섬의", "na"}[r.IntN(5)], r.Uint32()>>12)
		}
		texts[i] = strings.Join(words, " ")
		sources[i] = Source{ID: book.ID(fmt.Sprint("s", i)), Words: Text([]byte(texts[i]), ".txt")}
	}
	caught(t, New(sources), texts)
}

func caught(t *testing.T, x *Index, texts []string) {
	t.Helper()
	planted(t, x, texts, 12, func(where, run string, got []Run) {
		if where == "x.bin" && strings.ContainsFunc(run, func(r rune) bool { return r > 0x7f && r != '’' }) {
			return // only English is read there
		}
		if len(got) != 1 || !got[0].Fails() {
			t.Errorf("%s: %+v for %q", where, got, run)
		}
	})
}

func TestSevenWords(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(8, 9))
	texts, sources := make([]string, 60), make([]Source, 60)
	for i := range texts {
		texts[i] = strings.TrimSpace(filler(r, 300))
		sources[i] = Source{ID: "s", Words: Text([]byte(texts[i]), ".txt")}
	}
	planted(t, New(sources), texts, 7, func(where, run string, got []Run) {
		if len(got) > 0 {
			t.Errorf("%s: %+v for %q", where, got, run)
		}
	})
	planted(t, New(sources), texts, 8, func(where, run string, got []Run) {
		if len(got) != 1 || got[0].Words != 8 {
			t.Errorf("%s: %+v for %q", where, got, run)
		}
	})
}

// TestArticles does the same with real texts.
func TestArticles(t *testing.T) {
	t.Parallel()
	names, _ := filepath.Glob("../../../../shared/articles/*.txt")
	if len(names) == 0 {
		t.Skip("there are no articles in ../shared")
	}
	var texts []string
	var sources []Source
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		// Twelve words are counted as they are here: a mark between blanks is no word.
		text := strings.Join(slices.DeleteFunc(strings.Fields(string(raw)), func(w string) bool {
			return Text([]byte(w+" x"), "").Len() < 3 && !strings.ContainsAny(w, "0123456789")
		}), " ")
		texts = append(texts, text)
		sources = append(sources, Source{ID: book.ID(filepath.Base(name)), Words: Text(raw, ".txt")})
	}
	caught(t, New(sources), texts)
}

// TestPieces: it does not matter in which pieces a file is written.
func TestPieces(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 5))
	text := strings.ReplaceAll(invented(r, 400), " ", " zo")
	x := one(text)
	for _, f := range forms() {
		for range 20 {
			file := []byte(filler(r, r.IntN(30)) + f.put(filler(r, 9)+runOf(r, text, 8+r.IntN(90))+filler(r, 9)) + strings.Repeat("x", r.IntN(200)) + f.put(runOf(r, text, 11)))
			want := scan(x, f.path, string(file), nil)
			for _, size := range []int{1, 2, 3, 7, 64, 127, 128, 129, 513, 4096} {
				s := x.Scan(f.path, nil)
				for p := file; len(p) > 0; {
					n := min(len(p), 1+r.IntN(2*size))
					_, _ = s.Write(p[:n])
					p = p[n:]
				}
				if got := s.Close(); !slices.Equal(got, want) {
					t.Fatalf("%s in pieces of about %d bytes: %+v, want %+v", f.path, size, got, want)
				}
			}
		}
	}
}

// TestSources: of several originals the one that has most of a run is named, and a run is one original's.
func TestSources(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(6, 6))
	w := strings.Fields(filler(r, 40))
	join := func(from, to int) string { return strings.Join(w[from:to], " ") }
	x := New([]Source{
		{ID: "a", Words: Text([]byte(join(0, 9)), "")},
		{ID: "none"},
		{ID: "b", Words: Text([]byte("x "+join(4, 15)+" x "+join(30, 38)), "")},
		{ID: "c", Words: Text([]byte(join(5, 14)), "")},
		{ID: "d", Words: Text([]byte(join(30, 40)), "")},
	})
	got := scan(x, "x", join(0, 40), nil)
	var b strings.Builder
	for _, g := range got {
		fmt.Fprint(&b, g.Source, " ", g.Words, "; ")
	}
	if b.String() != "a 9; b 11; d 10; " {
		t.Errorf("%s", b.String())
	}
}

func FuzzScan(f *testing.F) {
	for _, form := range forms() {
		f.Add(form.path, []byte(form.put("the harbour board voted on Tuesday to reopen the island ferry")), 3)
	}
	f.Add("a.html", []byte("<a b='&amp;rsquo;\\u00%E2%80<![CDATA[<!--\xff\xfe\\"), 1)
	x := one(ferry)
	var d Declared
	d.Add(ferry[:60])
	f.Fuzz(func(t *testing.T, path string, file []byte, size int) {
		want := scan(x, path, string(file), &d)
		for _, r := range want {
			if r.Words < Warn || r.Words > r.All || r.Start < 0 || r.Start >= r.End || !r.InPath && !(len(file) > 1 && file[0] >= 0xfe) && int(r.End) > len(file) {
				t.Fatalf("%+v", r)
			}
		}
		s := x.Scan(path, &d)
		size = 1 + max(size, -size-1)%200
		for p := file; len(p) > 0; p = p[min(size, len(p)):] {
			_, _ = s.Write(p[:min(size, len(p))])
		}
		if got := s.Close(); !slices.Equal(got, want) {
			t.Fatalf("in pieces of %d: %+v, want %+v", size, got, want)
		}
		for _, r := range x.Find(file, &d, [][2]int{{0, size}}) {
			_ = Excerpt(file[r.Start:r.End], 80)
		}
		Text(file, ".html")
		// Words of a text are found in that text.
		if w := Text(file, path); w.Len() > 20 {
			New([]Source{{ID: "x", Words: w}, {ID: "y", Words: w}}).Find(file, &d, nil)
		}
	})
}
