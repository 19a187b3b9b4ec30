package markdown

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

func TestDeepTry(t *testing.T) {
	for _, n := range []int{10000, 40000} {
		for name, s := range map[string]string{
			"quotes": strings.Repeat(">", n), "quotes lines": strings.Repeat(strings.Repeat(">", 300)+" a\n", n/300),
			"brackets": strings.Repeat("[", n), "closed": strings.Repeat("[", n) + strings.Repeat("]", n), "at": strings.Repeat("[@", n), "ats": strings.Repeat("@a [", n),
			"lists": strings.Repeat("- ", n), "stars": strings.Repeat("*a **b ", n/3), "star": strings.Repeat("*a_", n/3), "starsclosed": strings.Repeat("*a ", n) + strings.Repeat("b* ", n),
			"strong": strings.Repeat("**a ", n/2) + strings.Repeat("b** ", n/2),
			"backticks": strings.Repeat("`a``b```", n/8), "images": strings.Repeat("![", n), "img": strings.Repeat("![a](", n), "links": strings.Repeat("[a](", n), "nested": strings.Repeat("![a", n/2) + strings.Repeat("](b)", n/2),
			"quot": strings.Repeat("\"a ", n) + "b\" [@c]", "quot2": strings.Repeat("\"a\" [@c] ", n/3), "quot3": strings.Repeat("“a [@c] ", n/3) + "”[@d]", "quot4": strings.Repeat("a” [@c ¶1] ", n/3),
			"html": strings.Repeat("<b>", n), "div": strings.Repeat("<div>\n\n", n/2), "comment": strings.Repeat("<!--", n), "headings": strings.Repeat("# a\n", n/3),
			"table": "|a|\n|-|\n" + strings.Repeat("|"+"b|\n", n/4), "wide": strings.Repeat("|a", n) + "\n" + strings.Repeat("|-", n) + "\n",
			"foot": strings.Repeat("[^1] ", n) + "\n\n[^1]: x", "foots": func() string { var b strings.Builder; for i := range n / 10 { fmt.Fprintf(&b, "[^%d]\n\n[^%d]: x\n\n", i, i) }; return b.String() }(),
			"wiki": strings.Repeat("[[a", n), "wikis": strings.Repeat("[[a]] ", n), "entities": strings.Repeat("&", n), "underscore": strings.Repeat("_", n), "tilde": strings.Repeat("~~a", n), "bs": strings.Repeat("\\", n),
			"events": strings.Repeat("- 2018 (a\n", n/5), "cites": strings.Repeat("a [@b ¶1]. ", n/5), "citelines": strings.Repeat("[\n", n), "semis": "[@a" + strings.Repeat("; b", 200) + "]", "refs": strings.Repeat("[a]: b\n", n/3), "lt": strings.Repeat("<", n), "lta": strings.Repeat("<a ", n), "rawnest": strings.Repeat("<div><span>", n/10)+"\n\n", "autolink": strings.Repeat("<https://a.b>", n/10), "setext": strings.Repeat("a\n-\n", n/4), "alert": strings.Repeat("> [!NOTE]\n>", n/10), "emph": strings.Repeat("*", n)+"a"+strings.Repeat("*", n),
			"parens": "[a](" + strings.Repeat("(", n) , "ol": strings.Repeat("1. a\n", n/4), "defs": strings.Repeat("[", n) + "a" + strings.Repeat("]", n) + ": b", "tilderun": strings.Repeat("~a~~b", n/4), "mixed": strings.Repeat("*_a", n/3)+ strings.Repeat("_*", n/3),
		} {
			start := time.Now()
			x, _ := New().Parse(diag.NewSource("a", s+"\n"), 0, Options{Kind: book.Note, ID: "a"})
			p := time.Since(start)
			out := whole(t, x, book.Target{XHTML: true})
			if err := balanced(out); err != nil { t.Error(name, err) }
			if d := time.Since(start); d > 100*time.Millisecond {
				t.Log(n, name, len(s), p, d, len(out))
			}
		}
	}
}
