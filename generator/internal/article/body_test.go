package article

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
)

func rendered(t testing.TB, b book.Body, to book.Target) string {
	t.Helper()
	var out bytes.Buffer
	if err := b.Render(&out, to); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestRender(t *testing.T) {
	t.Parallel()
	b := set(&book.Original{Paragraphs: []string{`1 < 2 & "three"`, "배\x01 'x'\xff"}})
	rename := func(id string) string { return `a"-` + id }
	for _, c := range []struct {
		to   book.Target
		want string
	}{
		{book.Target{}, "<p>1 &lt; 2 &amp; &quot;three&quot;</p>\n<p>배\uFFFD 'x'\uFFFD</p>\n"},
		{book.Target{Numbered: true}, `<p id="p1" data-para="1"><a class="pn" href="#p1" aria-label="Paragraph 1">¶1</a> 1 &lt; 2 &amp; &quot;three&quot;</p>` + "\n" +
			`<p id="p2" data-para="2"><a class="pn" href="#p2" aria-label="Paragraph 2">¶2</a> 배` + "\uFFFD 'x'\uFFFD</p>\n"},
		{book.Target{Numbered: true, Anchor: rename, XHTML: true}, `<p id="a&quot;-p1" data-para="1"><a class="pn" href="#a&quot;-p1" aria-label="Paragraph 1">¶1</a> 1 &lt; 2 &amp; &quot;three&quot;</p>` + "\n" +
			`<p id="a&quot;-p2" data-para="2"><a class="pn" href="#a&quot;-p2" aria-label="Paragraph 2">¶2</a> 배` + "\uFFFD 'x'\uFFFD</p>\n"},
	} {
		if got := rendered(t, b, c.to); got != c.want {
			t.Errorf("got %q\nwant %q", got, c.want)
		}
	}
	if got := b.Text(); got != "1 < 2 & \"three\"\n\n배\x01 'x'\xff" {
		t.Errorf("text %q", got)
	}
	reader, writer := io.Pipe()
	broken := errors.New("the disk is full")
	reader.CloseWithError(broken)
	if err := b.Render(writer, book.Target{}); !errors.Is(err, broken) {
		t.Errorf("a failing writer gives %v", err)
	}
}

func TestRenderCrossheads(t *testing.T) {
	t.Parallel()
	b := set(&book.Original{Paragraphs: []string{"One.", "Two."}, Headings: []book.Heading{{Before: 1, Text: "First & last"}, {Before: 2, Text: "A"}, {Before: 2, Text: "B"}, {Before: 3, Text: "End"}}})
	for _, c := range []struct {
		shift int
		level string
	}{{0, "h3"}, {2, "h5"}, {7, "h6"}, {-9, "h1"}} {
		head := func(s string) string { return "<" + c.level + ` class="crosshead">` + s + "</" + c.level + ">\n" }
		want := head("First &amp; last") + "<p>One.</p>\n" + head("A") + head("B") + "<p>Two.</p>\n" + head("End")
		if got := rendered(t, b, book.Target{Shift: c.shift}); got != want {
			t.Errorf("shift %d: got %q\nwant %q", c.shift, got, want)
		}
	}
	if got, want := b.Text(), "First & last\n\nOne.\n\nA\n\nB\n\nTwo.\n\nEnd"; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
}

func TestRenderMarks(t *testing.T) {
	t.Parallel()
	gloss := func(m book.Mark) (hover, margin string) { return m.Note, strings.ToUpper(m.Note) }
	day := edtf.MustParse("2019-03-05")
	for _, c := range []struct {
		name, text, language string
		marks                []book.Mark
		gloss                func(book.Mark) (string, string)
		want                 string
	}{
		{"a date", "On Tuesday a boat", "en", []book.Mark{{Para: 1, Start: 3, End: 10, Value: "2019-03-05", Note: `so "said"`}}, nil,
			`On <time class="when" datetime="2019-03-05">Tuesday</time> a boat`},
		{"a date on the calendar", "On Tuesday", "en", []book.Mark{{Para: 1, Start: 3, End: 10, When: day, Value: "nonsense"}}, nil,
			`On <time class="when" datetime="2019-03-05">Tuesday</time>`},
		{"its working", "On Tuesday", "en", []book.Mark{{Para: 1, Start: 3, End: 10, Value: "2019-03-05", Note: `a <"b">`}}, gloss,
			`On <time class="when" datetime="2019-03-05" title="a &lt;&quot;b&quot;&gt;">Tuesday</time><span class="side" aria-hidden="true">A &lt;&quot;B&quot;&gt;</span>`},
		{"a value that HTML has no form for", "Seven years", "en", []book.Mark{{Para: 1, Start: 0, End: 11, Value: "P7Y"}}, nil, `<span class="when">Seven years</span>`},
		{"a lost character", "quay \uFFFD and", "en", []book.Mark{{Para: 1, Start: 5, End: 8, Kind: book.Sic, Note: "lost"}}, nil,
			`quay <span class="damage">` + "\uFFFD" + `</span><span class="sic"> <span class="unseen">editor’s mark: </span>[lost]</span> and`},
		{"within a word", "qu\uFFFDy", "en", []book.Mark{{Para: 1, Start: 2, End: 5, Kind: book.Sic, Note: "lost"}}, nil,
			`qu<span class="damage">` + "\uFFFD" + `</span><span class="sic"> <span class="unseen">editor’s mark: </span>[lost] </span>y`},
		{"the same again", "\uFFFD, \uFFFD", "en", []book.Mark{{Para: 1, Start: 0, End: 3, Kind: book.Sic, Note: "lost"}, {Para: 1, Start: 5, End: 8, Kind: book.Sic, Note: "lost"}}, nil,
			`<span class="damage">` + "\uFFFD" + `</span><span class="sic"> <span class="unseen">editor’s mark: </span>[lost] </span>, <span class="damage">` + "\uFFFD" +
				`</span><span class="sic"> <span class="unseen">editor’s mark: lost</span><span aria-hidden="true">[sic]</span></span>`},
		{"in a text of another language", "Das", "de-AT", []book.Mark{{Para: 1, Start: 3, End: 3, Kind: book.Sic, Note: "cut"}}, nil,
			`Das<span class="sic" lang="en"> <span class="unseen">editor’s mark: </span>[cut]</span>`},
		{"marks that make no sense", "배 boat", "", []book.Mark{{Para: 1, Start: 1, End: 2}, {Para: 1, Start: 4, End: 99}, {Para: 1, Start: 4, End: 3}, {Para: 1, Start: 4, End: 4}, {Para: 1, Start: -1, End: 2},
			{Para: 1, Start: 4, End: 8, Value: "2019"}, {Para: 1, Start: 5, End: 8}, {Para: 9, Start: 0, End: 1}}, nil, `배 <time class="when" datetime="2019">boat</time>`},
	} {
		b := set(&book.Original{Paragraphs: []string{c.text}, Marks: c.marks, Language: c.language})
		if got, want := rendered(t, b, book.Target{Gloss: c.gloss}), "<p>"+c.want+"</p>\n"; got != want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, want)
		}
		if b.Text() != c.text {
			t.Errorf("%s: text %q", c.name, b.Text())
		}
	}
}

func TestMarked(t *testing.T) {
	t.Parallel()
	sic := func(para, start, end int) book.Mark {
		return book.Mark{Para: para, Start: start, End: end, Kind: book.Sic, Note: "own"}
	}
	at := func(para, start, end int) book.Mark { return book.Mark{Para: para, Start: start, End: end} }
	own := []book.Mark{sic(1, 4, 6), sic(1, 10, 10), sic(2, 0, 3), sic(3, 5, 5)}
	o := &book.Original{Title: book.Value{Text: "Boats"}, Paragraphs: []string{"0123456789", "abcde", "vwxyz"}, Marks: slices.Clone(own)}
	o.Body = set(o)
	before := rendered(t, o.Body, book.Target{})
	for _, c := range []struct {
		name       string
		more, want []book.Mark
	}{
		{"none", nil, own},
		{"in any order", []book.Mark{at(3, 0, 2), at(1, 0, 4)}, []book.Mark{at(1, 0, 4), own[0], own[1], own[2], at(3, 0, 2), own[3]}},
		{"that overlap", []book.Mark{at(1, 3, 5), at(1, 5, 7), at(1, 4, 6), at(1, 0, 9), at(2, 2, 4)}, own},
		{"that touch", []book.Mark{at(1, 2, 4), at(1, 6, 10), at(2, 3, 5)}, []book.Mark{at(1, 2, 4), own[0], at(1, 6, 10), own[1], own[2], at(2, 3, 5), own[3]}},
		{"that overlap each other", []book.Mark{at(3, 0, 3), at(3, 2, 4), at(3, 4, 5)}, []book.Mark{own[0], own[1], own[2], at(3, 0, 3), at(3, 4, 5), own[3]}},
		{"around a place", []book.Mark{at(3, 4, 5), sic(3, 2, 2), at(3, 1, 3)}, []book.Mark{own[0], own[1], own[2], at(3, 1, 3), at(3, 4, 5), own[3]}},
		{"outside the text", []book.Mark{at(0, 0, 1), at(4, 0, 1), at(2, 4, 6), at(2, -1, 2), at(3, 2, 2)}, own},
	} {
		got := Marked(o, c.more)
		if !slices.Equal(got.Marks, c.want) {
			t.Errorf("%s:\n got %v\nwant %v", c.name, got.Marks, c.want)
		}
		if !slices.Equal(o.Marks, own) || rendered(t, o.Body, book.Target{}) != before {
			t.Fatalf("%s: the original has changed", c.name)
		}
		if got.Title != o.Title || got.Body.Text() != o.Body.Text() || len(c.want) > len(own) && rendered(t, got.Body, book.Target{}) == before {
			t.Errorf("%s: the copy is another text, or its body is the old one", c.name)
		}
	}
}

func TestDatetime(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]bool{
		"2018": true, "2018-02": true, "2018-02-28": true, "2018-W06": true, "2020-W53": true, "2018-02-06T06:07": true,
		"2018-02-06T06:07:30": true, "2018-02-06T06:07Z": true, "2018-02-06T23:59:59+09:00": true, "2024-02-29": true,
		"": false, "18": false, "2018-13": false, "2018-02-29": false, "2018-W00": false, "2018-W53": false, "2018-W6": false,
		"2018-WXX": false, "P7Y": false, "PAST_REF": false, "XXXX-05-25": false, "2018-SU": false, "2018-21": false, "201X": false,
		"2018?": false, "2018-02/2018-03": false, "2018-02-06T24:00": false, "2018-02-06TNI": false, "2018T06:07": false, "2018-W06T06:07": false,
		"2018-02-06T": false, "2018-02-06T06:60": false, "2018-02-06T06:07:61": false, "2018-02-06T06:07+9": false, "0000": false, "..": false,
	} {
		if got := datetime(value); got != want {
			t.Errorf("datetime(%q) = %v", value, got)
		}
	}
}

// FuzzRender reads back what it rendered: paragraphs, crossheads, numbers and marks, each whole and in its place.
func FuzzRender(f *testing.F) {
	f.Add("On Tuesday \uFFFD a boat", "Two <b>&amp;</b> “quays”", "Head & foot", "note", 3, 10, 1)
	f.Add("\x00\xff배", "", "", `"><script>`, 0, 3, 2)
	f.Add("</p><p class=sic>", "a", "", "</span>", 2, 2, 5)
	f.Fuzz(func(t *testing.T, one, two, head, note string, start, end, before int) {
		lines := strings.NewReplacer("\r", "") // which a parser makes \n
		one, two, head = lines.Replace(one), lines.Replace(two), lines.Replace(head)
		o := &book.Original{Paragraphs: []string{one, two}, Language: "ko"}
		if head != "" {
			o.Headings = []book.Heading{{Before: before, Text: head}}
		}
		marks := []book.Mark{{Para: 1, Start: start, End: end, Value: note, Note: note}, {Para: 2, Start: start, End: end, Kind: book.Sic, Note: note},
			{Para: 1, Start: end, End: end, Kind: book.Sic, Note: note}}
		o = Marked(o, marks)
		if len(o.Marks) > 3 || !slices.IsSortedFunc(o.Marks, inText) {
			t.Fatalf("marks %v", o.Marks)
		}
		out := rendered(t, o.Body, book.Target{Numbered: true, Shift: before, Gloss: func(m book.Mark) (string, string) { return m.Note, m.Note }})
		doc, err := html.Parse(strings.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		var paragraphs, heads []string
		count := map[string]int{}
		for n := range doc.Descendants() {
			switch {
			case n.Type != html.ElementNode:
			case n.Data == "p":
				paragraphs = append(paragraphs, running(n, count))
			case len(n.Attr) > 0 && n.Attr[0].Val == "crosshead":
				heads = append(heads, running(n, count))
			case n.Data == "script":
				t.Fatal("a script")
			}
		}
		want := []string{" " + asHTML(one), " " + asHTML(two)}
		if !slices.Equal(paragraphs, want) || len(heads) != len(o.Headings) || head != "" && heads[0] != asHTML(head) {
			t.Fatalf("%q: got %q and %q, want %q and %q", out, paragraphs, heads, want, head)
		}
		wanted := map[string]int{"pn": 2}
		for _, m := range o.Marks {
			if m.Kind == book.Sic {
				wanted["sic"]++
				continue
			}
			wanted["when"]++
			if note != "" {
				wanted["side"]++
			}
		}
		for _, class := range []string{"pn", "sic", "when", "side"} {
			if count[class] != wanted[class] {
				t.Errorf("%d of %s, want %d", count[class], class, wanted[class])
			}
		}
		for i := range 2 {
			if !strings.Contains(out, `id="p`+strconv.Itoa(i+1)+`" data-para="`) {
				t.Errorf("paragraph %d has no number", i+1)
			}
		}
	})
}

// running is the text of the source within n; what the editors put there is counted by its class.
func running(n *html.Node, count map[string]int) string {
	var b strings.Builder
	for c := range n.ChildNodes() {
		class := ""
		for _, a := range c.Attr {
			if a.Key == "class" {
				class = a.Val
			}
		}
		count[class]++
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case class != "pn" && class != "sic" && class != "side":
			b.WriteString(running(c, count))
		}
	}
	return b.String()
}

// asHTML is a text as HTML can say it.
func asHTML(s string) string {
	return strings.Map(func(r rune) rune {
		if forbidden(r) {
			return '\uFFFD'
		}
		return r
	}, s)
}
