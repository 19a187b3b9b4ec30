package highlight

import (
	"html"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
)

var tag = regexp.MustCompile(`<[^>]*>`)

func TestAppend(t *testing.T) {
	t.Parallel()
	p := New()
	for _, c := range []struct{ language, code, want string }{
		{"go", "var goto2 = \"<x>\" // no", `<span class="k">var</span> goto2 <span class="o">=</span> <span class="s">&#34;&lt;x&gt;&#34;</span> <span class="c">// no</span>`},
		{"Python", "def f(x):\n    return None", `<span class="k">def</span> <span class="nf">f</span>(x):` + "\n    " + `<span class="k">return</span> <span class="kc">None</span>`},
		{"json", `{"a": [1, true]}`, `{<span class="nt">&#34;a&#34;</span>: [<span class="m">1</span>, <span class="kc">true</span>]}`},
		{"yaml", "title: x # y\ndate: 2018-05-26", `<span class="nt">title</span>: x <span class="c"># y</span>` + "\n" + `<span class="nt">date</span>: <span class="m">2018-05-26</span>`},
		{"sh", "echo \"$HOME\" $x", `<span class="nb">echo</span> <span class="s">&#34;$HOME&#34;</span> <span class="nv">$x</span>`},
		{"sql", "SELECT a FROM b", `<span class="k">SELECT</span> a <span class="k">FROM</span> b`},
		{"html", `<a href="x">y</a>`, `<span class="nt">&lt;a</span> <span class="na">href</span>=<span class="s">&#34;x&#34;</span><span class="nt">&gt;</span>y<span class="nt">&lt;/a</span><span class="nt">&gt;</span>`},
		{"diff", "-a\n+b\n", `<span class="gd">-a` + "\n" + `</span><span class="gi">+b` + "\n" + `</span>`},
		{"klingon", "a < b", "a &lt; b"},
		{"", "a & b", "a &amp; b"},
	} {
		want := strings.ReplaceAll(c.want, "&#34;", `"`)
		if got := string(p.Append(nil, c.language, c.code)); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.language, got, want)
		}
	}
}

var languages = []string{"go", "py", "ts", "c", "sql", "bash", "r", "json", "yaml", "toml", "html", "css", "diff", "md"}

// TestConcurrentUse makes every language from several goroutines at once.
func TestConcurrentUse(t *testing.T) {
	t.Parallel()
	p := New()
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for _, l := range languages {
				if got := p.Append(nil, l, "a \"b\" 3\n"); len(got) == 0 {
					t.Errorf("%s: nothing", l)
				}
				name, rules := find(l)
				if rules == nil {
					t.Errorf("%s is not known", l)
				}
				p.mu.Lock()
				if p.lexers[name] == nil {
					t.Errorf("%s has rules that cannot be used", l)
				}
				p.mu.Unlock()
			}
		})
	}
	group.Wait()
}

// FuzzAppend states that colouring adds tags and changes nothing else.
func FuzzAppend(f *testing.F) {
	for i := range languages {
		f.Add(uint8(i), "func f() { /* x */ return \"a<b\" + 'c' + `d` } # $y\n<!-- z --> @media [k] = 1e5 \r\n\x00")
	}
	p := New()
	f.Fuzz(func(t *testing.T, language uint8, code string) {
		l := languages[int(language)%len(languages)]
		got := string(p.Append(nil, l, code))
		if text := html.UnescapeString(tag.ReplaceAllString(got, "")); text != html.UnescapeString(strings.NewReplacer("&", "&amp;").Replace(code)) {
			t.Errorf("%s changed %q to %q", l, code, text)
		}
	})
}

// TestStylesheet computes the contrast of every colour of layouts/assets/code.css on the grounds it is made for,
// WCAG 2.2 §1.4.3.
func TestStylesheet(t *testing.T) {
	t.Parallel()
	sheet, err := os.ReadFile("../../../layouts/assets/code.css")
	if err != nil {
		t.Fatal(err)
	}
	light, dark, ok := strings.Cut(string(sheet), "@media")
	if !ok {
		t.Fatal("no dark colours")
	}
	colour := regexp.MustCompile(`#[0-9a-f]{6}`)
	for _, c := range []struct{ sheet, ground string }{{light, "#f3f0e7"}, {light, "#ffffff"}, {dark, "#202123"}, {dark, "#000000"}} {
		found := colour.FindAllString(c.sheet, -1)
		if len(found) < 7 {
			t.Errorf("only %d colours", len(found))
		}
		for _, text := range found {
			if ratio := contrast(t, text, c.ground); ratio < 4.5 {
				t.Errorf("%s on %s has a contrast of %.2f", text, c.ground, ratio)
			}
		}
	}
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		v := float64(n) / 255
		if v <= 0.04045 {
			sum += weight * v / 12.92
		} else {
			sum += weight * math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return sum
}

func BenchmarkFirst(b *testing.B) {
	for b.Loop() {
		New().Append(nil, "go", "package main\n")
	}
}

func BenchmarkAppend(b *testing.B) {
	p := New()
	code := strings.Repeat("func f(x int) string { return \"a\" } // b\n", 20)
	b.SetBytes(int64(len(code)))
	for b.Loop() {
		p.Append(nil, "go", code)
	}
}
