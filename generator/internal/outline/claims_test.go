package outline

import (
	"io"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

// words is a body that asks its target about a link, so that what depends on one is seen to.
type words string

func (w words) Text() string { return string(w) }

func (w words) Render(out io.Writer, to book.Target) error {
	for i, part := range strings.Split(string(w), "|") {
		if i%2 == 1 {
			ref, _ := to.Link(book.Link{To: book.ID(part)})
			part = "<" + ref.Href + ">"
		}
		if _, err := io.WriteString(out, part); err != nil {
			return err
		}
	}
	return nil
}

// differing is a text with a difference of some sources.
func differing(sort string, sources ...book.ID) book.Text {
	a := book.Alert{Kind: book.Difference, Sort: sort}
	for _, id := range sources {
		a.Cites = append(a.Cites, book.Citation{Source: id})
	}
	return book.Text{Alerts: []book.Alert{a}}
}

func TestClaims(t *testing.T) {
	t.Parallel()
	at := diag.NewSource("c.md", "one\ntwo\n").Span(4, 7)
	cites := []book.Citation{{Source: "src", Section: "Key points"}}
	bottom := book.Section{Title: "Bottom line", Role: book.BottomLine, Body: words("All went well.")}
	for _, c := range []struct {
		name string
		kind book.Kind
		text book.Text
		says string
	}{
		{"a cited point", book.Chapter, book.Text{Points: []book.Point{{Cites: cites, At: at}}}, ""},
		{"a point on nobody's word", book.Chapter, book.Text{Points: []book.Point{{Cites: cites}, {At: at}}},
			"c.md:2:1: error: this key point carries no citation [uncited-point]"},
		{"a point of the summary", book.Note, book.Text{Points: []book.Point{{At: at}}}, "[uncited-point]"},
		{"a cited event", book.Chapter, book.Text{Events: []book.Event{{Cites: cites, At: at}}}, ""},
		{"an event on nobody's word", book.Note, book.Text{Events: []book.Event{{At: at}}},
			"c.md:2:1: warning: this event carries no citation [uncited-event]"},
		{"dates in a person's life are not the chronology's", book.Person, book.Text{Events: []book.Event{{At: at}}}, ""},
		{"a bottom line that rests on key points", book.Chapter,
			book.Text{Sections: []book.Section{bottom}, Points: []book.Point{{Cites: cites, At: at}}}, ""},
		{"a bottom line that cites", book.Chapter,
			book.Text{Sections: []book.Section{bottom}, Citations: []book.Citation{{Source: "src", Section: "Bottom line"}}}, ""},
		{"a bottom line that rests on nothing", book.Chapter,
			book.Text{Sections: []book.Section{bottom}, Citations: []book.Citation{{Source: "src", Section: "What else"}}},
			`c.md: warning: "Bottom line" carries no citation, and no key point of this page does [uncited-line]`},
		{"a difference of two sources", book.Chapter, differing("conflict", "a", "b"), ""},
		{"a source that contradicts itself", book.Note, book.Text{Alerts: []book.Alert{{Kind: book.Difference, Sort: "conflict", Cites: []book.Citation{{Source: "a", Paras: []book.Range{{First: 1, Last: 1}}}, {Source: "a", Paras: []book.Range{{First: 2, Last: 2}}}}}}}, ""},
		{"a conflict of one", book.Chapter, differing("conflict", "a", "a"), `this difference, of the sort "conflict", cites one place and not two [uncited-difference]`},
		{"the silence of one", book.Chapter, differing("silence", "a"), ""},
		{"a difference of nobody", book.Chapter, differing("wording"), "this difference cites no source [uncited-difference]"},
		{"a judgement", book.Chapter, book.Text{Alerts: []book.Alert{{Kind: book.Judgement}}}, ""},
		{"an empty bottom line", book.Chapter, book.Text{Sections: []book.Section{{Title: "Bottom line", Role: book.BottomLine}}}, ""},
	} {
		m := &book.Meta{ID: "c", Kind: c.kind, Source: diag.NewSource("c.md", "---\n---\n")}
		if text := told(Claims(m, &c.text)); (c.says == "") != (text == "") || !strings.Contains(text, c.says) {
			t.Errorf("%s: said %q, want %q", c.name, text, c.says)
		}
	}
}
