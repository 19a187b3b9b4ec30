package evidence

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

// hostile are a text and a quotation, each made of a pattern, that would take long where work is not bounded.
var hostile = []struct{ name, text, words string }{
	{"open brackets", "[", "["},
	{"words in brackets", "a b ", "[a] b "},
	{"pieces", "a b c ", "a … b … "},
	{"one long word", "a", "a"},
	{"a period that ends within a word", "ab ", "ab "},
	{"dots", ". ", ". "},
	{"lost characters", "a\ufffdb ", "a-b "},
	{"lines with hyphens", "co-\nop ", "coop "},
	{"addresses", "https://x.example/a ", "x "},
	{"accents", "e\u0301", "é"},
	{"nested", "[a ", "[a "},
	{"marks", "\"' ", "' "},
	{"notes", "word¹ [1]", "word "},
	{"short words", "the of and to in ", "the […] of [x] and [y] to the […] in "},
	{"joined", "agreed to it ", "agree[d] to it "},
}

// TestBounded: no pattern makes the work more than the length of the text and of the quotation bear.
func TestBounded(t *testing.T) {
	t.Parallel()
	for _, c := range hostile {
		s := Of(&book.Original{Paragraphs: []string{strings.Repeat(c.text, 1<<18/len(c.text))}})
		for _, size := range []int{40, 1 << 12, 1 << 18} {
			words := strings.Repeat(c.words, max(1, size/len(c.words))) + "x"
			if f := s.Check(words, nil); f.Verdict.Holds() && len(f.Where) == 0 {
				t.Errorf("%s: %s nowhere", c.name, f.Verdict)
			}
			_, _ = s.Nearest(words)
			_, _ = Hash(words), ProbeFor(words)
		}
	}
}

func BenchmarkHostile(b *testing.B) {
	for _, c := range hostile {
		text, words := strings.Repeat(c.text, 50<<20/len(c.text)), strings.Repeat(c.words, max(1, 1<<14/len(c.words)))+"x"
		b.Run(strings.ReplaceAll(c.name, " ", "-"), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Of(&book.Original{Paragraphs: []string{text}}).Check(words, nil)
			}
		})
	}
}

// library makes sources of about four kilobytes.
func library(n int) []*book.Original {
	r := rand.New(rand.NewPCG(1, 2))
	words := make([]string, 5000)
	for i := range words {
		for range 2 + r.IntN(9) {
			words[i] += string(rune('a' + r.IntN(26)))
		}
	}
	list := make([]*book.Original, n)
	for i := range list {
		o := &book.Original{}
		for range 10 {
			var p strings.Builder
			for range 60 {
				p.WriteString(words[int(float64(len(words))*r.Float64()*r.Float64())] + " ")
			}
			o.Paragraphs = append(o.Paragraphs, p.String())
		}
		list[i] = o
	}
	return list
}

// BenchmarkElsewhere looks a quotation up in ten thousand other sources.
func BenchmarkElsewhere(b *testing.B) {
	list := library(10_000)
	in := list[7000].Paragraphs[4]
	for name, words := range map[string]string{"true": strings.Join(strings.Fields(in)[10:30], " "), "false": strings.Join(strings.Fields(in)[10:30], " ") + " unheard", "short": "the first boat is to sail"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				probe, asked := ProbeFor(words), 0
				for _, o := range list {
					if probe.May(o) {
						asked++
						Of(o).Has(words)
					}
				}
				b.ReportMetric(float64(asked), "asked")
			}
		})
	}
}

func BenchmarkFold(b *testing.B) {
	for name, text := range map[string]string{"plain": "The harbour board voted on Tuesday to reopen the ferry, and the boat is to sail. ", "curly": "“The board’s vote” – on Tuesday – was called “a good day”. ", "Korean": "섬 의회는 화요일 낡은 조선소를 헐지 않기로 했다. "} {
		text = strings.Repeat(text, 1<<20/len(text))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				fold(text, 0)
			}
		})
	}
}

func BenchmarkCheck(b *testing.B) {
	o := library(1)[0]
	words := strings.Join(strings.Fields(o.Paragraphs[4])[10:30], " ")
	s := Of(o)
	for name, q := range map[string]string{"exact": words, "elided": words[:40] + " […] " + words[60:], "false": words + " unheard"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				s.Check(q, []book.Range{{First: 2, Last: 2}})
			}
		})
	}
}

func BenchmarkNearest(b *testing.B) {
	for _, n := range []int{1, 100, 10_000} {
		o := &book.Original{}
		for _, x := range library(n) {
			o.Paragraphs = append(o.Paragraphs, x.Paragraphs...)
		}
		words := strings.Join(strings.Fields(o.Paragraphs[len(o.Paragraphs)/2])[10:30], " ") + " unheard"
		s := Of(o)
		s.Check(words, nil)
		b.Run(fmt.Sprintf("%dkB", 4*n), func(b *testing.B) {
			for b.Loop() {
				s.Nearest(words)
			}
		})
	}
}
