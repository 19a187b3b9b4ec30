package site

import (
	"html/template"
	"strings"
	"testing"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

func TestExcerpt(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{
		{"short", 10, "short"},
		{"two  words\nhere", 40, "two words here"},
		{"one two three four", 10, "one two …"},
		{"A ferry. It crossed the sound at dawn", 14, "A ferry."},
		{"unbrokenunbroken", 4, "unbr …"},
		{"가나다 라마바", 5, "가나다 …"},
		{"", 5, ""},
	} {
		if got := excerpt(c.in, c.n); got != c.want {
			t.Errorf("excerpt(%q, %d) = %q, want %q", c.in, c.n, got, c.want)
		}
	}
	if got := excerpt(strings.Repeat("낱말 ", 1000), 50); !utf8.ValidString(got) {
		t.Errorf("%q", got)
	}
}

func TestBeginning(t *testing.T) {
	t.Parallel()
	body := template.HTML(`<p id="p1"><a class="pn" href="#p1">¶1</a> Boats &amp; quays <a class="cite" href="x">3 ¶2</a>.</p><p>More.</p>`)
	if got := beginning(body, 100); got != "Boats & quays . More." {
		t.Errorf("%q", got)
	}
	body = `<blockquote><p>Boats <a class="cite" href="x">3</a><a class="seal holds" href="x"><span>✓</span></a>.` +
		`<span class="checked holds"><span>✓</span> <a href="x">word for word</a> · checked</span></p></blockquote><p>More.</p>`
	if got := beginning(body, 100); got != "Boats . More." {
		t.Errorf("%q", got)
	}
	if got := beginning("<p>cut <em", 100); got != "" {
		t.Errorf("of broken HTML: %q", got)
	}
}

func TestLetterOf(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Holm": "A", "": "0–9", "«Quay»": "Q", "ölberg": "O", "ß": "ß", "7": "0–9", "김": "ㄱ", "힣": "ㅎ", "Ω": "Ω", "(the) Board": "T",
	} {
		if in == "Holm" {
			want = "H"
		}
		if got, slug := letterOf(in); got != want || slug == "" {
			t.Errorf("letterOf(%q) = %q, %q", in, got, slug)
		}
	}
}

func TestPartPathsAreTheirOwn(t *testing.T) {
	t.Parallel()
	var chapters []book.ChapterHead
	for _, id := range []book.ID{"a", "a-2", "a--2", "unfiled", "unfiled-", "b-10"} {
		chapters = append(chapters, book.ChapterHead{Head: book.Head{ID: id}})
	}
	seen := map[string]book.ID{}
	for _, id := range []book.ID{"a", "a-2", "a--2", "unfiled", "unfiled-", "b-10", ""} {
		for page := 1; page < 12; page++ {
			path := partPath("sources", chapters, id, page)
			if other, twice := seen[path]; twice {
				t.Errorf("%s is of %q and %q", path, other, id)
			}
			seen[path] = id
		}
	}
}

func FuzzAnnotate(f *testing.F) {
	f.Add(`<p>x <a class="cite" data-source="a">1</a></p>`)
	f.Add(`<table><td><a class="cite" data-source="a">1</a></table>`)
	f.Add(`<a class="cite" <`)
	f.Add("000000000000000000\xae\xa100<>")
	f.Fuzz(func(t *testing.T, in string) {
		m := &margin{sheet: &sheet{lib: nobody{}}, seen: map[book.ID]bool{}}
		if got := m.annotate(template.HTML(in)); string(got) != in {
			t.Errorf("%q became %q although no source is known", in, got)
		}
		beginning(template.HTML(in), 20)
	})
}

// nobody is a library that knows no page.
type nobody struct{ book.Library }

func (nobody) Head(book.ID) (book.Head, bool) { return book.Head{}, false }
