package shingle

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
)

const ferry = "The harbour board voted on Tuesday to reopen the island ferry after a winter of repairs, and the first boat is to sail before Easter."

func TestNear(t *testing.T) {
	t.Parallel()
	words := strings.Fields(ferry)
	for _, c := range []struct {
		name, held, asked string
		want              float64 // below 0: no match
	}{
		{"itself", ferry, ferry, 1},
		{"another case and other marks", ferry, strings.ToUpper(strings.ReplaceAll(ferry, ",", " –")), 1},
		{"curly and straight", "“It’s the crew’s boat,” she said", `"It's the crew's boat", she said`, 1},
		{"ligatures and full width", "the ﬁrst oﬃcial １２３ words of it", "the first official 123 words of it", 1},
		{"accents apart", "cafe\u0301 cre\u0300me et deux croissants frais", "café crème et deux croissants frais", 1},
		{"a soft hyphen and a zero-width space", "the har\u00adbour board vo\u200bted on it today", "the harbour board voted on it today", 1},
		{"a part of it", ferry, strings.Join(words[3:14], " "), 1},
		{"the whole of a part", strings.Join(words[3:14], " "), ferry, 1},
		{"half of it and something else", strings.Join(words[:9], " ") + " but nobody had counted the crates", ferry, 5. / 11},
		{"something else", "nobody had counted the crates that stood on the quay", ferry, -1},
		{"the same words in another order", strings.Join(words[12:], " ") + " " + strings.Join(words[:12], " "), ferry, 17. / 21},
		{"four words", "Ferry to sail again", "ferry to sail AGAIN!", 1},
		{"four words of more", "Ferry to sail again", "The ferry to sail again at Easter", -1},
		{"one word", "Ferry", "ferry", 1},
		{"other word", "Ferry", "boat", -1},
		{"nothing", "", "", -1},
		{"only marks", "– … –", "– … –", -1},
		{"Korean", "남북은 판문점에서 만나 공동 연락사무소를 개성에 두기로 했다", "남북은, 판문점에서 만나 공동 연락사무소를 개성에 두기로 했다.", 1},
		{"Korean, another text", "남북은 판문점에서 만나 공동 연락사무소를 개성에 두기로 했다", "북측은 전화를 받지 않았다고 통일부 당국자가 말했다", -1},
		{"Chinese, a part", "双方同意在开城设立联络办公室并恢复热线", "同意在开城设立联络办公室", 1},
		{"Japanese, another end", "両国は開城に連絡事務所を置くことで合意した", "両国は開城に連絡事務所を置くと発表した", 10. / 15},
		{"Chinese, another text", "双方同意在开城设立联络办公室", "北方没有接听电话", -1},
	} {
		var x Index
		x.Add("held", Of([]string{c.held}))
		got := x.Near(Of([]string{c.asked}))
		switch {
		case c.want < Version && len(got) > 0:
			t.Errorf("%s: %v, want none", c.name, got)
		case c.want >= Version && (len(got) != 1 || got[0].Name != "held" || !near(got[0].Containment, c.want)):
			t.Errorf("%s: %v, want %.3f", c.name, got, c.want)
		}
	}
}

func near(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 }

func TestParagraphsDoNotMatter(t *testing.T) {
	t.Parallel()
	var x Index
	x.Add("a", Of(strings.SplitAfter(ferry, "ferry ")))
	if got := x.Near(Of([]string{ferry})); len(got) != 1 || got[0].Containment != 1 {
		t.Errorf("the same words in two paragraphs: %v", got)
	}
}

func TestOrder(t *testing.T) {
	t.Parallel()
	var x Index
	half := strings.Join(strings.Fields(ferry)[:14], " ") + " but nobody had counted the crates"
	for _, held := range []struct{ name, text string }{{"z", ferry}, {"half", half}, {"a", ferry}, {"other", "nobody had seen the crates on the quay"}} {
		x.Add(held.name, Of([]string{held.text}))
	}
	got := x.Near(Of([]string{ferry}))
	if len(got) != 3 || got[0] != (Match{"a", 1}) || got[1] != (Match{"z", 1}) || got[2].Name != "half" {
		t.Errorf("%v", got)
	}
	if again := x.Near(Of([]string{ferry})); !slices.Equal(got, again) {
		t.Errorf("asked again: %v", again)
	}
	if (&Index{}).Near(Of([]string{ferry})) != nil {
		t.Error("an empty index has something near")
	}
}

// TestChangedWords: a text of which a tenth of the words are changed is a version still.
func TestChangedWords(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 5))
	for range 50 {
		words := text(r, 300, 1e9)
		tenth, some := slices.Clone(words), slices.Clone(words)
		for i := 0; i < len(words); i += 10 {
			tenth[i] = "changed" // at the worst places: no two in one shingle
		}
		for _, i := range r.Perm(len(words))[:len(words)/10] {
			some[i] = "changed"
		}
		var x Index
		x.Add("a", Of([]string{strings.Join(words, " ")}))
		if got := x.Near(Of([]string{strings.Join(tenth, " ")})); len(got) != 1 || !near(got[0].Containment, 150./296) {
			t.Fatalf("every tenth: %v", got)
		}
		if got := x.Near(Of([]string{strings.Join(some, " ")})); len(got) != 1 || got[0].Containment > .75 {
			t.Fatalf("any tenth: %v", got)
		}
	}
}

// text gives n words out of so many.
func text(r *rand.Rand, n, vocabulary int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprint("w", r.IntN(vocabulary))
	}
	return words
}

// oracle counts shingles as sets of strings.
func oracle(paragraphs []string) map[string]bool {
	words := strings.FieldsFunc(strings.ToLower(strings.Join(paragraphs, " ")), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	set := map[string]bool{}
	if n := len(words); n > 0 && n < length {
		set[fmt.Sprint(n, words)] = true
	}
	for i := 0; i+length <= len(words); i++ {
		set[strings.Join(words[i:i+length], " ")] = true
	}
	return set
}

// TestOracle compares an index with counting every pair: with few words, so that shingles recur in many texts and
// all three ways of keeping them are used, and with boilerplate, and asked between additions.
func TestOracle(t *testing.T) {
	t.Parallel()
	for seed := range uint64(6) {
		r := rand.New(rand.NewPCG(seed, 7))
		var x Index
		var names []string
		var sets []map[string]bool
		stock := make([]string, 12)
		for i := range stock {
			stock[i] = strings.Join(text(r, 3+r.IntN(9), 40), " ")
		}
		for i := range 400 {
			var paragraphs []string
			for range r.IntN(6) {
				paragraphs = append(paragraphs, stock[r.IntN(len(stock))])
			}
			if r.IntN(3) == 0 {
				paragraphs = append(paragraphs, strings.Join(text(r, r.IntN(30), 2+r.IntN(3)), " "))
			}
			asked := oracle(paragraphs)
			var want []Match
			for j, set := range sets {
				shared := 0
				for s := range asked {
					if set[s] {
						shared++
					}
				}
				if n := min(len(set), len(asked)); n > 0 && 2*shared >= n {
					want = append(want, Match{names[j], float64(shared) / float64(n)})
				}
			}
			slices.SortFunc(want, func(a, b Match) int {
				return cmp.Or(cmp.Compare(b.Containment, a.Containment), strings.Compare(a.Name, b.Name))
			})
			if got := x.Near(Of(paragraphs)); !slices.Equal(got, want) {
				t.Fatalf("seed %d, text %d: %d matches, want %d\n%v\n%v", seed, i, len(got), len(want), got, want)
			}
			name := fmt.Sprintf("n%03d", (i*7)%400)
			names, sets = append(names, name), append(sets, asked)
			x.Add(name, Of(paragraphs))
		}
		if len(x.table.sets) == 0 {
			t.Errorf("seed %d: no shingle was common enough for a set", seed)
		}
	}
}

// TestSymmetry: which of two texts is held and which is asked for does not matter.
func TestSymmetry(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		a, b := []string{strings.Join(text(r, r.IntN(60), 3), " ")}, []string{strings.Join(text(r, r.IntN(60), 3), " ")}
		var x, y Index
		x.Add("", Of(a))
		y.Add("", Of(b))
		if one, other := x.Near(Of(b)), y.Near(Of(a)); !slices.Equal(one, other) {
			t.Fatalf("%v and %v for\n%v\n%v", one, other, a, b)
		}
	}
}

func FuzzNear(f *testing.F) {
	f.Add(ferry, "boat")
	f.Add("双方同意在开城设立联络办公室", "\xff\xfe ﬁ\u0301 \u200d")
	f.Add("a b c d e", "A, B; c\u00ad d e")
	f.Fuzz(func(t *testing.T, a, b string) {
		var x Index
		x.Add("a", Of([]string{a}))
		for _, m := range x.Near(Of([]string{b})) {
			if m.Containment < Version || m.Containment > 1 {
				t.Fatal(m)
			}
		}
		words := len(fold(nil, a))
		if got := x.Near(Of([]string{a})); words > 0 && (len(got) != 1 || got[0].Containment != 1) {
			t.Fatalf("%q is not near itself: %v", a, got)
		}
	})
}

// corpus makes articles of 300 words. Common words are common, as in a language; each text shares a boilerplate with
// all others, and every tenth is a version of one before it.
func corpus(n int) [][]string {
	r := rand.New(rand.NewPCG(1, 1))
	boilerplate := strings.Join(text(r, 60, 1000), " ")
	out := make([][]string, n)
	for i := range out {
		words := make([]string, 300)
		for j := range words {
			words[j] = fmt.Sprint("w", int(20000*r.Float64()*r.Float64()*r.Float64()))
		}
		body := strings.Join(words, " ")
		if i > 0 && i%10 == 0 {
			body = out[i-1-r.IntN(min(i, 500))][0][:1200] + body[:300]
		}
		out[i] = []string{body, boilerplate}
	}
	return out
}

// repeated makes articles of sentences that all recur in many others: nothing in them is rare.
func repeated(n int) [][]string {
	r := rand.New(rand.NewPCG(1, 1))
	sentences := make([]string, 60)
	for i := range sentences {
		sentences[i] = strings.Join(text(r, 15, 3000), " ")
	}
	out := make([][]string, n)
	for i := range out {
		for range 20 {
			out[i] = append(out[i], sentences[r.IntN(len(sentences))])
		}
	}
	return out
}

func BenchmarkIndex(b *testing.B) {
	for _, c := range []struct {
		name  string
		texts [][]string
	}{
		{"1000", corpus(1000)},
		{"10000", corpus(10000)},
		{"10000 of the same sentences", repeated(10000)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var x Index
				found := 0
				for i, text := range c.texts {
					found += len(x.Near(Of(text)))
					x.Add(fmt.Sprint(i), Of(text))
				}
				b.ReportMetric(float64(found), "matches")
				b.ReportMetric(float64(x.bytes())/1e6, "MB-index")
			}
		})
	}
}

// bytes is about how much memory an index holds.
func (x *Index) bytes() int {
	n := 12*len(x.table.keys) + 12*cap(x.table.links) + 20*cap(x.names)
	for _, s := range x.table.sets {
		n += 24 + 8*cap(s)
	}
	return n
}
