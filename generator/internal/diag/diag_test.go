package diag

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPrint(t *testing.T) {
	t.Parallel()
	src := NewSource("content/notes/risk.md", "first\nAs shown in [[markts]], spreads\n\t판문점에서 [[x]] end\n")
	at := func(word string) Span {
		i := strings.Index(src.Text, word)
		return src.Span(i, i+len(word))
	}
	for _, c := range []struct {
		name string
		d    Diagnostic
		want string
	}{
		{"place, excerpt and hint", Errorf(at("[[markts]]"), "dead-link", "no page named %q", "markts").WithHint("did you mean %q?", "markets"),
			"content/notes/risk.md:2:13: error: no page named \"markts\" [dead-link]\n" +
				"    2 | As shown in [[markts]], spreads\n" +
				"      |             ^~~~~~~~~~\n" +
				"  hint: did you mean \"markets\"?\n"},
		{"columns are characters, wide ones take two cells", Warnf(at("[[x]]"), "c", "t"),
			"content/notes/risk.md:3:8: warning: t [c]\n" +
				"    3 | \t판문점에서 [[x]] end\n" +
				"      | \t           ^~~~~\n"},
		{"the file as a whole", Warnf(src.Whole(), "no-title", "no title"), "content/notes/risk.md: warning: no title [no-title]\n"},
		{"no place", Infof(Span{}, "gate", "the gate did not run"), "info: the gate did not run [gate]\n"},
		{"the end of the file", Errorf(src.Span(len(src.Text), len(src.Text)), "c", "t"), "content/notes/risk.md:4:1: error: t [c]\n"},
		{"a span over two lines is cut at the first", Errorf(src.Span(0, 12), "c", "t"),
			"content/notes/risk.md:1:1: error: t [c]\n    1 | first\n      | ^~~~~\n"},
	} {
		var b strings.Builder
		if err := c.d.Print(&b); err != nil {
			t.Fatal(err)
		}
		if b.String() != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, b.String(), c.want)
		}
	}
}

func TestPrintJSON(t *testing.T) {
	t.Parallel()
	src := NewSource("a.md", "x <y>\n")
	var b strings.Builder
	if err := Errorf(src.Span(2, 5), "code", "a \"text\"").WithHint("h").PrintJSON(&b); err != nil {
		t.Fatal(err)
	}
	want := `{"file":"a.md","line":1,"column":3,"level":"error","code":"code","text":"a \"text\"","hint":"h"}` + "\n"
	if b.String() != want {
		t.Errorf("got %s want %s", b.String(), want)
	}
}

func TestSort(t *testing.T) {
	t.Parallel()
	a, b := NewSource("a.md", "one\ntwo three\n"), NewSource("b.md", "one\n")
	late, early := Errorf(a.Span(8, 13), "x", "late"), Errorf(a.Span(4, 7), "x", "early")
	other, whole := Errorf(b.Span(0, 3), "x", "other"), Warnf(a.Whole(), "w", "whole")
	got := Sort([]Diagnostic{other, late, whole, early, late})
	if want := []Diagnostic{whole, early, late, other}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if errors, warnings := Count(got); errors != 3 || warnings != 1 {
		t.Errorf("counted %d errors and %d warnings", errors, warnings)
	}
}

func TestLongLine(t *testing.T) {
	t.Parallel()
	src := NewSource("a.md", strings.Repeat("é", 5000))
	near, far := Errorf(src.Span(0, 4), "x", "y"), Errorf(src.Span(8000, 8004), "x", "y")
	if n := utf8.RuneCountInString(near.Excerpt); n > longest+1 {
		t.Errorf("an excerpt of %d characters", n)
	}
	if far.Excerpt != "" || far.Column != 4001 {
		t.Errorf("far along the line: excerpt %q, column %d", far.Excerpt, far.Column)
	}
}

func TestNear(t *testing.T) {
	t.Parallel()
	names := []string{"panmunjom", "pyongyang", "pyeongchang", "kaesong", "seoul"}
	for _, c := range []struct{ word, want string }{
		{"panmunjon", "panmunjom"}, {"panmnujom", "panmunjom"}, {"kaesung", "kaesong"},
		{"pyongyan", "pyongyang"}, {"x", ""}, {"washington", ""}, {"", ""},
	} {
		if got := Near(c.word, slices.Values(names)); got != c.want {
			t.Errorf("Near(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}

func FuzzSpan(f *testing.F) {
	f.Add("a\nb\xff판\n", 2, 5)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		if start < 0 || start > len(text) || end < start || end > len(text) {
			return
		}
		d := Errorf(NewSource("f", text).Span(start, end), "c", "t")
		if d.Line < 1 || d.Column < 1 || d.Excerpt != "" && d.Width < 1 {
			t.Errorf("line %d, column %d, width %d", d.Line, d.Column, d.Width)
		}
		if d.Line != 1+strings.Count(text[:start], "\n") {
			t.Errorf("line %d", d.Line)
		}
		var b strings.Builder
		if err := d.Print(&b); err != nil || !utf8.ValidString(b.String()) {
			t.Errorf("printed %q, %v", b.String(), err)
		}
	})
}
