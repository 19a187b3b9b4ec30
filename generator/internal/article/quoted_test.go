package article

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"briefbook/generator/internal/book"
)

func passage(para, start, end int) book.Passage {
	return book.Passage{Para: para, Start: start, End: end}
}

func TestQuoted(t *testing.T) {
	t.Parallel()
	text := "On Tuesday two boats left the quay"
	quote := func(anchor string, where ...book.Passage) book.Quoted {
		return book.Quoted{Anchor: anchor, Where: where}
	}
	for _, c := range []struct {
		name  string
		list  []book.Quoted
		marks []book.Mark
		want  string
	}{
		{"one", []book.Quoted{quote("w-1", passage(1, 11, 20))}, nil, `On Tuesday <span class="words w-1" id="w-1">two boats</span> left the quay`},
		{"two parts", []book.Quoted{quote("w-1", passage(1, 26, 34), passage(1, 11, 20))}, nil,
			`On Tuesday <span class="words w-1" id="w-1">two boats</span> left <span class="words w-1">the quay</span>`},
		{"parts that overlap", []book.Quoted{quote("w-1", passage(1, 15, 20), passage(1, 11, 17))}, nil, `On Tuesday <span class="words w-1" id="w-1">two boats</span> left the quay`},
		{"that overlap", []book.Quoted{quote("w-1", passage(1, 11, 20)), quote("w-2", passage(1, 15, 25))}, nil,
			`On Tuesday <span class="words w-1" id="w-1">two </span><span class="words w-1 w-2" id="w-2">boats</span><span class="words w-2"> left</span> the quay`},
		{"one within another", []book.Quoted{quote("w-1", passage(1, 11, 25)), quote("w-2", passage(1, 15, 20))}, nil,
			`On Tuesday <span class="words w-1" id="w-1">two </span><span class="words w-1 w-2" id="w-2">boats</span><span class="words w-1"> left</span> the quay`},
		{"that begin together", []book.Quoted{quote("w-1", passage(1, 11, 25)), quote("w-2", passage(1, 11, 20))}, nil,
			`On Tuesday <span class="words w-2 w-1" id="w-2"><span id="w-1">two boats</span></span><span class="words w-1"> left</span> the quay`},
		{"with a date in it", []book.Quoted{quote("w-1", passage(1, 0, 20))}, []book.Mark{{Para: 1, Start: 3, End: 10, Value: "2019-03-05"}},
			`<span class="words w-1" id="w-1">On </span><time class="when" datetime="2019-03-05"><span class="words w-1">Tuesday</span></time><span class="words w-1"> two boats</span> left the quay`},
		{"that begins in a date", []book.Quoted{quote("w-1", passage(1, 6, 14))}, []book.Mark{{Para: 1, Start: 3, End: 10, Value: "2019-03-05"}},
			`On <time class="when" datetime="2019-03-05">Tue<span class="words w-1" id="w-1">sday</span></time><span class="words w-1"> two</span> boats left the quay`},
		{"over damage", []book.Quoted{quote("w-1", passage(1, 11, 25))}, []book.Mark{{Para: 1, Start: 14, End: 15, Kind: book.Sic, Note: "lost"}},
			`On Tuesday <span class="words w-1" id="w-1">two</span><span class="damage"><span class="words w-1"> </span></span><span class="sic"> <span class="unseen">editor’s mark: </span>[lost] </span>` +
				`<span class="words w-1">boats left</span> the quay`},
		{"nothing that makes sense", []book.Quoted{quote("w-1"), quote("p1", passage(1, 0, 2)), quote(`w-"`, passage(1, 0, 2)), quote("w-2", passage(2, 0, 2), passage(1, 3, 3), passage(1, 0, 99)),
			quote("w-3", passage(0, 0, 2))}, nil, text},
		{"an anchor again", []book.Quoted{quote("w-1", passage(1, 0, 2)), quote("w-1", passage(1, 3, 10))}, nil, `<span class="words w-1" id="w-1">On</span>` + text[2:]},
	} {
		o := &book.Original{Paragraphs: []string{text}}
		got := Quoted(Marked(o, c.marks), c.list)
		want := `<p id="p1" data-para="1"><a class="pn" href="#p1" aria-label="Paragraph 1">¶1</a> ` + c.want + "</p>\n"
		if html := rendered(t, got.Body, book.Target{Numbered: true}); html != want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, html, want)
		}
		if again := Marked(Quoted(o, c.list), c.marks); rendered(t, again.Body, book.Target{Numbered: true}) != want {
			t.Errorf("%s: marked afterwards, it is another text", c.name)
		}
		if html := rendered(t, got.Body, book.Target{}); strings.Contains(html, "words") {
			t.Errorf("%s: without numbers it has the words of quotations: %s", c.name, html)
		}
		if got.Body.Text() != text || o.Quoted != nil {
			t.Errorf("%s: text %q, quoted %v", c.name, got.Body.Text(), o.Quoted)
		}
	}
}

func TestQuotedIdsAreRenamed(t *testing.T) {
	t.Parallel()
	o := Quoted(&book.Original{Paragraphs: []string{"two boats"}}, []book.Quoted{{Anchor: "w-1", Where: []book.Passage{passage(1, 0, 3)}}})
	got := rendered(t, o.Body, book.Target{Numbered: true, Anchor: func(id string) string { return "on-a--" + id }})
	if !strings.Contains(got, `<span class="words w-1" id="on-a--w-1">two</span>`) {
		t.Error(got)
	}
}

// TestQuotedKeepsTheText draws quotations and marks at random: whatever overlaps, the text is what it was, every
// quotation has its id once, at its first byte, and its pieces together are its words.
func TestQuotedKeepsTheText(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(4, 1))
	for range 2000 {
		o := &book.Original{Paragraphs: []string{"Zwei <b> Boote & 배 “am” Kai\uFFFD", "left at\xff noon, \x00or later"}}
		var list []book.Quoted
		var marks []book.Mark
		draw := func() book.Passage {
			para := rnd.IntN(2)
			n := len(o.Paragraphs[para])
			return passage(para+1, rnd.IntN(n), rnd.IntN(n+1))
		}
		for i := range rnd.IntN(12) {
			q := book.Quoted{Anchor: "w-" + strconv.Itoa(i)}
			for range 1 + rnd.IntN(3) {
				q.Where = append(q.Where, draw())
			}
			list = append(list, q)
		}
		for range rnd.IntN(6) {
			p := draw()
			marks = append(marks, book.Mark{Para: p.Para, Start: p.Start, End: p.End, Kind: book.MarkKind(rnd.IntN(2)), Note: "note"})
		}
		o = Quoted(Marked(o, marks), list)
		out := rendered(t, o.Body, book.Target{Numbered: true})
		doc, err := html.Parse(strings.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		var paragraphs []string
		pieces := map[string]string{}
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			if n.Data == "p" {
				paragraphs = append(paragraphs, strings.TrimPrefix(running(n, map[string]int{}), " "))
			}
			for _, a := range n.Attr {
				if a.Key != "class" || !strings.HasPrefix(a.Val, "words ") {
					continue
				}
				for _, name := range strings.Fields(a.Val)[1:] {
					pieces[name] += running(n, map[string]int{})
				}
			}
		}
		if want := []string{asHTML(o.Paragraphs[0]), asHTML(strings.ToValidUTF8(o.Paragraphs[1], "\uFFFD"))}; !slices.Equal(paragraphs, want) {
			t.Fatalf("%v %v\n%s\ngives %q\nfor   %q", list, marks, out, paragraphs, want)
		}
		for _, q := range o.Quoted {
			if n := strings.Count(out, ` id="`+q.Anchor+`"`); n != 1 {
				t.Fatalf("%s has its id %d times in %s", q.Anchor, n, out)
			}
			if want := covered(o, q.Where); len(o.Quoted) <= deepestQuoted && pieces[q.Anchor] != want {
				t.Fatalf("%v: the pieces are %q, the words %q in %s", q, pieces[q.Anchor], want, out)
			}
		}
	}
}

// covered is the text under passages, what lies under several once.
func covered(o *book.Original, where []book.Passage) string {
	var b strings.Builder
	for i, text := range o.Paragraphs {
		for j := range len(text) {
			if slices.ContainsFunc(where, func(w book.Passage) bool { return w.Para == i+1 && w.Start <= j && j < w.End }) {
				b.WriteByte(text[j])
			}
		}
	}
	return asHTML(strings.ToValidUTF8(b.String(), "\uFFFD"))
}

func BenchmarkQuoted(b *testing.B) {
	text := strings.Repeat("two boats left the quay at noon, ", 3000)
	o := &book.Original{Paragraphs: []string{text}}
	var list []book.Quoted
	for i := range 4000 {
		list = append(list, book.Quoted{Anchor: "w-" + strconv.Itoa(i), Where: []book.Passage{passage(1, 10*i, min(10*i+5000, len(text)))}})
	}
	b.ReportAllocs()
	for b.Loop() {
		if rendered(b, Quoted(o, list).Body, book.Target{Numbered: true}) == "" {
			b.Fatal("nothing")
		}
	}
}
