package tie_test

import (
	"strings"
	"testing"

	"briefbook/generator/internal/tie"
)

func TestText(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, html, want string }{
		{"a day and its month", "On 14 June 2018, and on 3 May.", "On 14~June 2018, and on 3~May."},
		{"a range of days", "from 13–14 June", "from 13–14~June"},
		{"German", "am 1. März und am 31. Dezember", "am 1.~März und am 31.~Dezember"},
		{"no day", "the 32 May, 0 June, 2018 June, 3.14 June, of 45 Marches, 4 Junes", "the 32 May, 0 June, 2018 June, 3.14 June, of 45 Marches, 4 Junes"},
		{"a word of that name", "she may; May came in May", "she may; May came in May"},
		{"an attribute", `<img alt="on 4 May"> on 4 May`, `<img alt="on 4 May"> on 4~May`},
		{"code", "<code>4 May</code> and 4 May", "<code>4 May</code> and 4 May"},
		{"a citation", `said <a class="cite" href="#">1</a>.`, `said~<a class="cite" href="#">1</a>.`},
		{"a group of them", `said <span class="cites"><a class="cite">1 ¶2</a>, <a class="cite">¶3</a>; <a class="cite">2</a></span>`,
			`said~<span class="cites"><a class="cite">1 ¶2</a>, <a class="cite">¶3</a>; <a class="cite">2</a></span>`},
		{"another element", `said <a href="#" class="cite">1</a> <b>so</b>`, `said <a href="#" class="cite">1</a> <b>so</b>`},
		{"nothing before it", `<p><a class="cite">1</a>`, `<p><a class="cite">1</a>`},
		{"no tag", ` class="cite`, ` class="cite`},
		{"at the ends", " 4 May ", " 4~May "},
		{"nothing", "", ""},
	} {
		if got := strings.ReplaceAll(tie.Text(c.html), "\u00a0", "~"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// FuzzText makes sure that blanks alone are changed.
func FuzzText(f *testing.F) {
	f.Add(`On 14 June <a class="cite" href="#">1 ¶2</a>, 1. März`)
	f.Add(" ")
	f.Fuzz(func(t *testing.T, html string) {
		same := func(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }
		if got := tie.Text(html); same(got) != same(html) {
			t.Errorf("%q became %q", html, got)
		}
	})
}

func BenchmarkText(b *testing.B) {
	html := strings.Repeat(`<p>The ferry sailed on 14 June 2018 with forty on board <a class="cite" href="#c1">2 ¶1</a>, and came back late.</p>`, 1000)
	b.SetBytes(int64(len(html)))
	for b.Loop() {
		tie.Text(html)
	}
}
