package changes

import (
	"io"
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
)

// body is HTML with "{cite source 2 c1}", "{link page words}" and "{wiki page}" where a target fills it in.
type body string

func (b body) Text() string { return string(b) }

func (b body) Render(w io.Writer, to book.Target) error {
	rest := string(b)
	var out strings.Builder
	for {
		before, after, ok := strings.Cut(rest, "{")
		out.WriteString(before)
		if !ok {
			break
		}
		inner, next, _ := strings.Cut(after, "}")
		rest = next
		f := strings.SplitN(inner, " ", 3)
		switch f[0] {
		case "cite":
			c := book.Citation{Source: book.ID(f[1]), Locator: "¶" + f[2][:1], Anchor: f[2][2:]}
			href, mark, _ := to.Cite(c)
			out.WriteString(`<a class="cite" id="` + c.Anchor + `" href="` + href + `">` + mark + `</a>`)
		case "link":
			if ref, ok := to.Link(book.Link{To: book.ID(f[1]), Label: f[2]}); ok {
				out.WriteString(`<a href="` + ref.Href + `">` + f[2] + `</a>`)
			} else {
				out.WriteString(f[2])
			}
		case "wiki":
			ref, ok := to.Link(book.Link{To: book.ID(f[1]), Wiki: true})
			switch {
			case ok && ref.Href == "":
				out.WriteString(ref.Title)
			case ok:
				out.WriteString(`<a href="` + ref.Href + `">` + ref.Title + `</a>`)
			}
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// lines are items as "what#key: text → links @anchor".
func lines(items []Item) (out []string) {
	for _, i := range items {
		s := i.What
		if i.Key != "" {
			s += "#" + i.Key
		}
		s += ": " + i.Text
		if i.Links != "" {
			s += " → " + i.Links
		}
		if i.Anchor != "" {
			s += " @" + i.Anchor
		}
		out = append(out, s)
	}
	return out
}

func TestState(t *testing.T) {
	t.Parallel()
	got := lines(State(Subject{
		Language: "en", Hidden: func(id book.ID) bool { return id == "secret" },
		Meta: &book.Meta{ID: "talks", Kind: book.Chapter, Title: "The talks", From: edtf.MustParse("2014"), To: edtf.MustParse("2015"), Status: "open"},
		Text: &book.Text{
			Points: []book.Point{{Anchor: "k1", What: body("They met {cite herald 1 c1}.")}},
			Events: []book.Event{{Anchor: "e1", Key: "june", Date: edtf.MustParse("2014-06-12"), State: book.Planned, Working: "the week after",
				What: body("At the {link quay old quay} {cite herald 2 c2}")}},
			Alerts: []book.Alert{{Kind: book.Judgement, Anchor: "j1", What: body("<p>It will go on.</p><p>For long.</p>")},
				{Kind: book.Difference, Sort: "certainty", Title: "The day", Anchor: "d1", What: body("<p>They differ.</p>")}},
			Questions: []book.Question{{Anchor: "q1", What: body("Who came?")}},
			Sections: []book.Section{
				{ID: "bottom-line", Title: "Bottom line", Role: book.BottomLine, Body: body("<p>Mr. Kim came on 1 June. He left &amp; wrote {cite herald 3 c3}. Nobody knew {cite secret 1 c4}!</p>")},
				{ID: "more", Title: "More", Body: body(`<p>Said of {wiki quay} and {wiki secret}.</p>
<aside id="j1"><p>It will go on.</p></aside>
<aside class="alert note"><p class="alert-kind">Note</p><p>“One. Two.” Three “four”. Five.</p></aside>
<blockquote><p>Words of theirs. And more {cite herald 4 c5}</p></blockquote>
<h3 id="sub">Below</h3><ul><li>One<br>item</li><li>Two</li></ul>
<table><tr><td>a</td><td>b</td></tr></table><p>A note<sup><a href="#fn1" role="doc-noteref">1</a></sup>, see <a href="https://example.org/">there</a>.</p>`)},
			},
		},
	}))
	want := []string{
		"page#chapter: The talks · 2014–2015 · at close: open",
		"key point: They met [@herald ¶1]. @k1",
		"event#june: 12 June 2014, planned, derived (the week after): At the old quay [@herald ¶2] → quay @e1",
		"judgement: It will go on. For long. @j1",
		"difference: certainty, The day: They differ. @d1",
		"question: Who came? @q1",
		"heading: Bottom line @bottom-line",
		"bottom line: Mr. Kim came on 1 June. @bottom-line",
		"bottom line: He left & wrote [@herald ¶3]. @c3",
		"bottom line: Nobody knew [not in this edition]! @c4",
		"heading: More @more",
		"statement: Said of [[quay]] and not in this edition. @more",
		"statement: “One. Two.” @more",
		"statement: Three “four”. @more",
		"statement: Five. @more",
		"statement: “Words of theirs. And more” [@herald ¶4] @c5",
		"heading: Below @sub",
		"statement: One item @sub",
		"statement: Two @sub",
		"statement: a b @sub",
		"statement: A note, see there. → https://example.org/ @sub",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// A source is what its card says; its text is its own.
func TestStateOfSource(t *testing.T) {
	t.Parallel()
	m := &book.Meta{ID: "herald", Kind: book.Article, Title: "Envoys meet", Date: edtf.MustParse("2014-02-12"), Card: &book.Card{
		Publisher: "Herald", Byline: []string{"A. Writer"}, DateBasis: "derived", Rights: "full", Licence: "own-work", Paragraphs: 2,
		SHA256: "0123456789abcdef", Status: "superseded", SupersededBy: "post"}}
	text := &book.Text{Sections: []book.Section{{Body: body("<p>Envoys met.</p>")}}}
	subject := Subject{Meta: m, Text: text, Language: "en", Hidden: func(book.ID) bool { return false }}
	source := "source#superseded: Envoys meet · Herald · by A. Writer · 12 February 2014, derived · rights: full, own-work · 2 paragraphs · captured text 0123456789ab · superseded by [[post]]"
	if got := lines(State(subject)); !slices.Equal(got, []string{source}) {
		t.Errorf("in full: %q", got)
	}
	m.Card.Rights = "digest"
	source = strings.Replace(source, "full, own-work", "digest, own-work", 1)
	if got := lines(State(subject)); !slices.Equal(got, []string{source, "digest: Envoys met."}) {
		t.Errorf("as a digest: %q", got)
	}
	m.Made = true
	if got := State(subject)[0]; strings.Contains(got.Text, "Envoys") {
		t.Errorf("a title made of the digest is told: %q", got.Text)
	}
}

func TestRecord(t *testing.T) {
	t.Parallel()
	r := Record{Number: 2, Edition: "Second: edition", AsOf: "2021-07~", Items: state(
		"talks page#chapter: The talks · 2014", "talks event#june: 12 June 2014: They met [@herald ¶1] → bridge quay", "herald source: Envoys meet")}
	text := string(r.Bytes())
	want := "briefbook edition 1\nnumber: 2\nedition: Second: edition\nas of: 2021-07~\n\ntalks\tpage#chapter\tThe talks · 2014\n" +
		"talks\tevent#june\t12 June 2014: They met [@herald ¶1]\tbridge quay\n\nherald\tsource\tEnvoys meet\n\nend\n"
	if text != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
	for _, form := range []string{text, strings.ReplaceAll(text, "\n", "\r\n"), "\uFEFF" + text} {
		back, err := Read([]byte(form))
		if err != nil || back.Number != 2 || back.Edition != r.Edition || back.AsOf != r.AsOf || !Same(back.Items, r.Items) {
			t.Errorf("%v: %+v", err, back)
		}
		if err == nil && back.Items[0].Title != "The talks" {
			t.Errorf("the title is %q", back.Items[0].Title)
		}
	}
	for n := range len(text) - 1 {
		if _, err := Read([]byte(text[:n])); err == nil {
			t.Errorf("a record cut off after %q is read", text[max(0, n-20):n])
		}
	}
	for _, c := range []struct{ text, says string }{
		{text[:len(text)-5], "cut off"}, {text + "a\tb\tc\n", "line 12: it stands behind the end"},
		{"", "does not begin"}, {"notes\n", "does not begin"}, {recordMark + "\nnumber: x\n", "line 2: the number"}, {recordMark + "\ntitle: x\n", "line 2: it is none of"},
		{recordMark + "\n\ntalks\tpage\n", "line 3: a statement"}, {recordMark + "\n\n<<<<<<< ours\n", "line 3: a statement"},
	} {
		if _, err := Read([]byte(c.text)); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%q: %v", c.text, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	r := Record{Number: 1, Edition: "First", Items: state("a page#note: One", "a statement: Two → b")}
	f.Add(r.Bytes())
	f.Add([]byte(recordMark + "\n\na\tb\tc\td\n\nend\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		first, err := Read(data)
		if err != nil {
			return
		}
		if first.Number == 0 {
			first.Number = 1
		}
		second, err := Read(first.Bytes())
		if err != nil || !Same(first.Items, second.Items) || first.Edition != second.Edition {
			t.Errorf("%v: %+v, %+v", err, first, second)
		}
	})
}

func TestReserve(t *testing.T) {
	t.Parallel()
	hidden := func(id book.ID) bool { return id == "secret" }
	for _, c := range []struct{ was, now, want, wove string }{
		{"They said “one two three four five six” [@a ¶1].", "", "They said “one two … five six” [@a ¶1].", "[-They said “one two … five six” -][-<a ¶1>-][-.-]"},
		{"They said “one two three”.", "", "They said “one two three”.", "[-They said “one two three”.-]"},
		{"“one two three four five six seven eight” it was", "“one two three four five nine seven eight” it was",
			"“one two three four five six seven eight” it was", "“one two three four five [-six-] {+nine+} seven eight” it was"},
		{"“one a b c d e f g two” it was", "“one two” it was", "“one a b … f g two” it was", "“one [-a b … f g-] two” it was"},
		{"As [@secret ¶1] says.", "As is said.", "As [not in this edition] says.", "As [-[not in this edition]-][- says-] {+is said+}."},
		{"At [[secret]] then.", "", "At [not in this edition] then.", ""},
		{"„eins zwei drei vier fünf sechs“ und nicht mehr als das eben war es", "", "„eins zwei … fünf sechs“ und nicht mehr als das eben war es", ""},
	} {
		d := book.Change{Was: c.was, Now: c.now, Woven: woven(c.was, c.now)}
		Reserve(&d, hidden)
		if d.Was != c.want || c.wove != "" && weave(d.Woven) != c.wove {
			t.Errorf("%q: got %q, woven %q", c.was, d.Was, weave(d.Woven))
		}
	}
}

func TestWithhold(t *testing.T) {
	t.Parallel()
	p := OnPage(state("plan page#note: Secret plan", "plan statement: Words."), nil)
	p.Withhold()
	list := Settle([]Part{p})
	if len(list) != 1 || summed(list[0]) != "withdrawn page on : not in this edition" || list[0].Title != book.Withheld {
		t.Errorf("got %+v", list)
	}
}
