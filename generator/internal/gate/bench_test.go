package gate

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// invented makes a text of n words, common ones as common as in a language.
func invented(r *rand.Rand, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(' ')
		}
		x := 1 + int(30000*r.Float64()*r.Float64()*r.Float64())
		for x > 0 {
			b.WriteByte("etaoinshrdlucmfwypvb"[x%20])
			x /= 20
			if x > 0 {
				b.WriteByte("aeiou"[x%5])
			}
		}
	}
	return b.String()
}

func corpus(n int) (texts []string, sources []Source) {
	r := rand.New(rand.NewPCG(1, 2))
	for range n {
		text := invented(r, 800)
		texts = append(texts, text)
		sources = append(sources, Source{ID: "x", Words: Text([]byte(text), ".txt")})
	}
	return texts, sources
}

func site(n int) []byte {
	r := rand.New(rand.NewPCG(3, 4))
	var b bytes.Buffer
	for i := 0; b.Len() < n; i++ {
		fmt.Fprintf(&b, "<p id=\"p%d\" data-para=\"%d\" class=\"text of a paragraph\">%s <a class=\"cite\" data-source=\"post-2019-03-04\" data-para=\"2\" href=\"../sources/post-2019-03-04.html#p2\">3 ¶2</a>; <a href=\"../people/x-y.html\" class=\"entry\">%s</a>’s &amp; “%s”.</p>\n",
			i, i, invented(r, 60), invented(r, 2), invented(r, 12))
	}
	return b.Bytes()
}

func BenchmarkText(b *testing.B) {
	texts, _ := corpus(500)
	raw := []byte(strings.Join(texts, "\n"))
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		Text(raw, ".txt")
	}
}

func BenchmarkNew(b *testing.B) {
	_, sources := corpus(10000)
	words := 0
	for _, s := range sources {
		words += s.Words.Len()
	}
	for b.Loop() {
		x := New(sources)
		b.ReportMetric(float64(8*len(x.filter)+4*(len(x.heads)+len(x.places)+len(x.pages)+len(x.starts)))/float64(words)+4, "B/word")
	}
}

func BenchmarkScan(b *testing.B) {
	_, sources := corpus(10000)
	x := New(sources)
	for name, page := range map[string][]byte{"site": site(1 << 20), "text": []byte(invented(rand.New(rand.NewPCG(5, 6)), 200000))} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(page)))
			b.ReportAllocs()
			for b.Loop() {
				s := x.Scan("notes/x.html", nil)
				for p := page; len(p) > 0; {
					n := min(len(p), 4096)
					_, _ = s.Write(p[:n])
					p = p[n:]
				}
				if runs := s.Close(); len(runs) > 0 {
					b.Fatal(runs[0])
				}
			}
		})
	}
}
