package outline

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/edtf"
	"briefbook/generator/internal/memo"
)

func date(s string) edtf.Date {
	if s == "" {
		return edtf.Date{}
	}
	return edtf.MustParse(s)
}

func chapter(id, from, to string, order int) *book.Meta {
	return &book.Meta{ID: book.ID(id), Kind: book.Chapter, Title: "The " + id, From: date(from), To: date(to), Order: order}
}

func source(id, day, in string) *book.Meta {
	return &book.Meta{ID: book.ID(id), Kind: book.Article, Title: id, Date: date(day), Chapter: book.ID(in),
		Card: &book.Card{Publisher: "Herald"}, Source: diag.NewSource(id+".md", "---\n---\n")}
}

func named(kind book.Kind, id, sort string) *book.Meta {
	return &book.Meta{ID: book.ID(id), Kind: kind, Title: id, Entry: &book.Entry{Sort: sort}}
}

func ids(list []book.Head) string {
	var out []string
	for _, h := range list {
		out = append(out, string(h.ID))
	}
	return strings.Join(out, " ")
}

func told(diags []diag.Diagnostic) string {
	var b strings.Builder
	for _, d := range diags {
		_ = d.Print(&b)
	}
	return b.String()
}

var en = book.Info{Language: "en"}

func TestFiling(t *testing.T) {
	t.Parallel()
	two, one := chapter("2018-summits", "2018-01", "2018-12", 0), chapter("2014-talks", "2014", "2014", 0)
	for _, c := range []struct {
		name     string
		m        *book.Meta
		want     book.ID
		says     string
		drafting bool // 2018-summits is a draft
	}{
		{"by date", source("a", "2018-06-01", ""), "2018-summits", "", false},
		{"on the first day", source("a", "2018-01-01", ""), "2018-summits", "", false},
		{"on the last day", source("a", "2014-12-31", ""), "2014-talks", "", false},
		{"a month within", source("a", "2018-06", ""), "2018-summits", "", false},
		{"a year that reaches beyond no end", source("a", "2014", ""), "2014-talks", "", false},
		{"the chapter wins over the date", source("a", "2018-06-01", "2014-talks"), "2014-talks", "", false},
		{"between chapters", source("a", "2016-06-01", ""), "", "[unfiled]", false},
		{"without a date", source("a", "", ""), "", `give it a date, or a chapter: "chapter: 2014-talks"`, false},
		{"a chapter that is not there", source("a", "2018-06-01", "2018-sumits"), "2018-summits", `did you mean "2018-summits"?`, false},
		{"a note needs no chapter", &book.Meta{ID: "a", Kind: book.Note}, "", "", false},
		{"a chapter left out as a draft", source("a", "2018-06-01", "2018-summits"), "", "", true},
	} {
		two.Draft = c.drafting
		o, diags := Arrange([]*book.Meta{two, one, c.m}, en, book.Public)
		h, ok := o.Head("a")
		if !ok || h.Chapter != c.want {
			t.Errorf("%s: filed under %q, want %q", c.name, h.Chapter, c.want)
		}
		if text := told(diags); (c.says == "") != (text == "") || !strings.Contains(text, c.says) {
			t.Errorf("%s: said %q, want %q", c.name, text, c.says)
		}
	}
}

func TestOrder(t *testing.T) {
	t.Parallel()
	metas := []*book.Meta{
		chapter("later", "2020", "2020", 0), chapter("first", "2021", "2021", 1), chapter("earlier", "2018", "2018", 0),
		source("z", "2018-06-01", ""), source("b", "2020-01-01", ""), source("a", "2018-06-01", ""), source("undated", "", "later"),
		named(book.Person, "donald-trump", "Trump, Donald"), named(book.Person, "cho", ""), named(book.Person, "élise", ""), named(book.Person, "fred", ""),
	}
	o, _ := Arrange(metas, en, book.Public)
	if got := ids(o.List(Shelf{Kind: book.Chapter})); got != "first earlier later" {
		t.Errorf("chapters: %s", got)
	}
	if got := ids(o.List(Shelf{book.Article, "earlier"})); got != "a z" {
		t.Errorf("sources of a chapter: %s", got)
	}
	if got := ids(o.List(Shelf{Kind: book.Person})); got != "cho élise fred donald-trump" {
		t.Errorf("people: %s", got)
	}
	for id, tab := range map[book.ID]int{"a": 1, "z": 2, "b": 3, "undated": 4} {
		if h, _ := o.Head(id); h.Tab != tab {
			t.Errorf("%s has tab %d, want %d", id, h.Tab, tab)
		}
	}
	p, ok := o.Page("z")
	if !ok || p.Prev.ID != "a" || p.Next.ID != "b" || p.In.ID != "earlier" || p.Route != "sources/z.html" {
		t.Errorf("z: %+v", p)
	}
	if c := o.Chapters()[1]; c.Number != 2 || c.Sources != 2 {
		t.Errorf("chapter: %+v", c)
	}
	var all []book.Head
	o.All(func(h book.Head) bool { all = append(all, h); return true })
	if len(all) != len(metas) {
		t.Errorf("All yields %d of %d: %s", len(all), len(metas), ids(all))
	}
}

func TestDrafts(t *testing.T) {
	t.Parallel()
	m := source("a", "2018", "")
	m.Draft = true
	if o, _ := Arrange([]*book.Meta{m}, en, book.Public); len(o.places) != 0 {
		t.Error("a draft is in the public edition")
	}
	if o, _ := Arrange([]*book.Meta{m}, en, book.Internal); len(o.places) != 1 {
		t.Error("a draft is not in the internal edition")
	}
}

// A title edit must reach what shows the title and nothing else.
func TestParts(t *testing.T) {
	t.Parallel()
	make := func(title string) *Outline {
		a := source("b", "2018-02-01", "")
		a.Title = title
		o, _ := Arrange([]*book.Meta{chapter("c", "2018", "2018", 1), source("a", "2018-01-01", ""), a, source("c3", "2018-03-01", ""),
			source("d", "2018-04-01", ""), named(book.Person, "p", "")}, en, book.Public)
		return o
	}
	old, now := make("One"), make("Two")
	for part, differs := range map[any]bool{
		HeadPart("b"): true, HeadPart("a"): false, HeadPart("nobody"): false,
		PlacePart("a"): true, PlacePart("b"): true, PlacePart("c3"): true, PlacePart("d"): false,
		ChaptersPart{}: false, OrderPart{}: false, Shelf{book.Article, "c"}: true, Shelf{Kind: book.Person}: false,
	} {
		if got := old.PartSum(part) != now.PartSum(part); got != differs {
			t.Errorf("%T %v differs: %v, want %v", part, part, got, differs)
		}
	}
	if old.Sum() == now.Sum() || old.Sum() != make("One").Sum() {
		t.Error("the sum must follow the content")
	}
}

func TestGather(t *testing.T) {
	t.Parallel()
	facts := []Facts{
		{ID: "c", Kind: book.Chapter, Sum: memo.Sum{1}, Text: &book.Text{
			Events:    []book.Event{{Date: date("2018-06"), Plain: "late"}, {Date: date("2014"), Plain: "early"}},
			Alerts:    []book.Alert{{Kind: book.Difference, Sort: "silence"}},
			Questions: []book.Question{{Plain: "who?"}},
			Citations: []book.Citation{{Source: "s", Locator: "¶2", Anchor: "c1"}, {Source: "s", Locator: "¶3", Anchor: "c2"}},
			Links:     []book.Link{{To: "p"}, {To: "p"}, {To: "c"}, {URL: "https://x.example"}},
		}},
		{ID: "p", Kind: book.Person, Sum: memo.Sum{2}, Text: &book.Text{
			Events:    []book.Event{{Date: date("1984"), Plain: "a person's page tells no events of the book"}},
			Citations: []book.Citation{{Source: "s", Anchor: "c1"}},
		}},
		{ID: "raw", Kind: book.Article},
	}
	r := Gather(facts)
	if e := r.Events(""); len(e) != 2 || e[0].Plain != "early" || len(r.Events("c")) != 2 || len(r.Events("p")) != 0 {
		t.Errorf("events: %+v", e)
	}
	if len(r.Alerts(book.Difference)) != 1 || len(r.Alerts(book.Judgement)) != 0 || len(r.Questions()) != 1 {
		t.Error("alerts and questions of chapters are gathered")
	}
	if m := r.CitedAt("s"); len(m) != 3 || m[0].On.ID != "c" || m[2].On.ID != "p" {
		t.Errorf("cited at: %+v", m)
	}
	if l := r.LinkedFrom("p"); !slices.Equal(l, []book.ID{"c"}) || len(r.LinkedFrom("c")) != 0 {
		t.Errorf("linked from: %s", l)
	}
	facts[0].Text.Citations[0].Locator = "¶4"
	facts[0].Sum = memo.Sum{3}
	now := Gather(facts)
	for part, differs := range map[any]bool{
		CitedPart("s"): true, CitedPart("t"): false, LinkedPart("p"): false, EventsPart("c"): true, EventsPart("p"): false,
		EventsPart(""): true, QuestionsPart{}: true, AlertsPart(book.Judgement): false, AlertsPart(book.Difference): false,
	} {
		if got := r.PartSum(part) != now.PartSum(part); got != differs {
			t.Errorf("%T %v differs: %v, want %v", part, part, got, differs)
		}
	}
}

type world struct{}

func (world) Head(id book.ID) (book.Head, bool) {
	switch id {
	case "src", "shaken":
		return book.Head{ID: id, Kind: book.Article}, true
	case "withdrawn", "overtaken":
		return book.Head{ID: id, Kind: book.Article, Status: map[book.ID]string{"withdrawn": "withdrawn", "overtaken": "superseded"}[id]}, true
	case "panmunjom":
		return book.Head{ID: id, Kind: book.Place}, true
	}
	return book.Head{}, false
}
func (world) Draft(id book.ID) bool  { return id == "draft" }
func (world) Paragraphs(book.ID) int { return 6 }
func (world) Successor(id book.ID) book.ID {
	if id == "overtaken" {
		return "src"
	}
	return ""
}
func (world) Moved(id book.ID, n int) string {
	switch {
	case id == "shaken":
		return "¶" + strconv.Itoa(n) + " is gone"
	case n == 4:
		return "¶4 is now ¶5"
	}
	return ""
}
func (world) HasAnchor(_ book.ID, anchor string) bool { return anchor == "there" }
func (world) HasStatic(name string) bool              { return name == "map.png" }
func (world) IDs(yield func(string) bool)             { _ = yield("src") && yield("panmunjom") }

func TestCheck(t *testing.T) {
	t.Parallel()
	at := diag.NewSource("n.md", "xxxx").Span(0, 4)
	cite := func(id book.ID, paras ...book.Range) *book.Text {
		return &book.Text{Citations: []book.Citation{{Source: id, Paras: paras, At: at}}}
	}
	link := func(l book.Link) *book.Text { l.At = at; return &book.Text{Links: []book.Link{l}} }
	for _, c := range []struct {
		name string
		text *book.Text
		says string
	}{
		{"a citation", cite("src", book.Range{First: 1, Last: 3}, book.Range{First: 5, Last: 6}), ""},
		{"a paragraph that moved", cite("src", book.Range{First: 3, Last: 6}), "n.md:1:1: error: since the card of src was written, ¶4 is now ¶5 [moved-paragraph]"},
		{"paragraphs that moved", cite("shaken", book.Range{First: 1, Last: 2}, book.Range{First: 5, Last: 5}), "was written, ¶1 is gone, ¶2 is gone, ¶5 is gone [moved-paragraph]"},
		{"many that moved", cite("shaken", book.Range{First: 1, Last: 6}), "¶4 is gone, 2 more [moved-paragraph]"},
		{"an unknown source", cite("scr"), "did you mean \"src\"?"},
		{"a source like none", cite("zzzzzzz"), `n.md:1:1: error: there is no article "zzzzzzz" [unknown-source]`},
		{"a place is no source", cite("panmunjom"), `"panmunjom" is a place, not an article`},
		{"a paragraph that is not there", cite("src", book.Range{First: 5, Last: 7}), "src has no ¶7 [bad-paragraph]"},
		{"a range that runs backwards", cite("src", book.Range{First: 5, Last: 2}), "[bad-paragraph]"},
		{"a draft", cite("draft"), `"draft" is a draft: the statement loses its source in this edition [draft]`},
		{"a source that was withdrawn", cite("withdrawn"), "n.md:1:1: warning: withdrawn is withdrawn: the statement rests on a source that no longer stands as it did [fallen-source]"},
		{"a source with a successor", cite("overtaken"), "see whether src still says so, and cite that"},
		{"a source beside its successor", &book.Text{Citations: []book.Citation{{Source: "overtaken", Context: "It denied, then admitted.", At: at},
			{Source: "src", Context: "It denied, then admitted.", At: at}}}, ""},
		{"a successor in another sentence", &book.Text{Citations: []book.Citation{{Source: "src", Context: "It admitted.", At: at},
			{Source: "overtaken", Context: "It denied.", At: at}}}, "[fallen-source]"},
		{"a paragraph that a withdrawn source never had", cite("withdrawn", book.Range{First: 9, Last: 9}), "withdrawn has no ¶9 [bad-paragraph]"},
		{"a link", link(book.Link{To: "panmunjom", Wiki: true}), ""},
		{"a dead link", link(book.Link{To: "panmunjon", Wiki: true}), `no page named "panmunjon" [dead-link]`},
		{"an id that would leave the output", link(book.Link{To: "../x", Wiki: true}), `no page named "../x" [dead-link]`},
		{"a link to a draft", link(book.Link{To: "draft", Label: "words"}), ""},
		{"a link to a draft, in words", link(book.Link{To: "draft", Wiki: true, Label: "words"}), ""},
		{"a link to a draft without words", link(book.Link{To: "draft", Wiki: true}), "give it words of your own: [[draft|words]]"},
		{"a place on a page", link(book.Link{To: "src", Fragment: "there"}), ""},
		{"no such place", link(book.Link{To: "src", Fragment: "gone"}), "[dead-anchor]"},
		{"the web", link(book.Link{URL: "https://example.org/x.png"}), ""},
		{"a static file", link(book.Link{URL: "map.png"}), ""},
		{"no such static file", link(book.Link{URL: "mop.png"}), `there is no file "mop.png" in content/static [dead-link]`},
	} {
		if text := told(Check(c.text, world{})); (c.says == "") != (text == "") || !strings.Contains(text, c.says) {
			t.Errorf("%s: said %q, want %q", c.name, text, c.says)
		}
	}
}

func TestCheckMeta(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		meta book.Meta
		says string
	}{
		{"superseded by what is not there", book.Meta{Card: &book.Card{Status: "superseded", SupersededBy: "scr"}}, "did you mean \"src\"?"},
		{"superseded by a place", book.Meta{Card: &book.Card{Status: "superseded", SupersededBy: "panmunjom"}}, "cannot name a place"},
		{"a successor without a status", book.Meta{Card: &book.Card{SupersededBy: "src"}}, "[no-status]"},
		{"see", book.Meta{Entry: &book.Entry{See: []book.ID{"panmunjom"}}}, ""},
		{"see nothing", book.Meta{Entry: &book.Entry{See: []book.ID{"x"}}}, "[dead-link]"},
		{"a role's source", book.Meta{Entry: &book.Entry{Roles: []book.Role{{Source: "gone-2014"}}}}, "[dead-link]"},
		{"a chapter that ends before it begins", book.Meta{Kind: book.Chapter, From: date("2018"), To: date("2014")}, "[bad-range]"},
	} {
		if text := told(CheckMeta(&c.meta, world{})); (c.says == "") != (text == "") || !strings.Contains(text, c.says) {
			t.Errorf("%s: said %q, want %q", c.name, text, c.says)
		}
	}
}

func BenchmarkArrange(b *testing.B) {
	metas := []*book.Meta{chapter("c", "2018", "2018", 1)}
	for i := range 10_000 {
		id := string(rune('a'+i%26)) + strings.Repeat("x", i%7) + string(rune('a'+i/26%26)) + string(rune('a'+i/676%26))
		metas = append(metas, source(id, "2018-06-01", ""))
	}
	for b.Loop() {
		Arrange(metas, en, book.Public)
	}
}
