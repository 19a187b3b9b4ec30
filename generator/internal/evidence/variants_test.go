package evidence

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"briefbook/generator/internal/article"
	"briefbook/generator/internal/book"
)

// corpora are texts from which quotations are cut: invented ones, and the reference articles where they are at hand.
func corpora(t testing.TB) map[string]*book.Original {
	texts := map[string]*book.Original{}
	files, err := filepath.Glob(filepath.Join("testdata", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = &book.Original{Paragraphs: strings.Split(strings.TrimSpace(string(data)), "\n")}
	}
	more, _ := filepath.Glob(filepath.Join("..", "..", "..", "..", "shared", "articles", "*.txt"))
	for _, name := range more {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = article.Clean(data, name, article.Lines{})
	}
	return texts
}

// cut takes a run of words out of a paragraph.
func cut(r *rand.Rand, o *book.Original) (words []string, para int) {
	for {
		para = 1 + r.IntN(len(o.Paragraphs))
		all := strings.Fields(o.Paragraphs[para-1])
		if len(all) < 8 {
			continue
		}
		size := 6 + r.IntN(min(24, len(all)-6))
		from := r.IntN(len(all) - size + 1)
		if words = all[from : from+size]; Words(strings.Join(words, " ")) >= 6 {
			return slices.Clone(words), para
		}
	}
}

// typography are things two typesetters do differently.
var typography = map[string]func(r *rand.Rand, s string) string{
	"curly marks":     func(_ *rand.Rand, s string) string { return marks(s, "“", "”", "’") },
	"German marks":    func(_ *rand.Rand, s string) string { return marks(s, "„", "“", "’") },
	"French marks":    func(_ *rand.Rand, s string) string { return marks(s, "«\u00a0", "\u00a0»", "’") },
	"angled marks":    func(_ *rand.Rand, s string) string { return marks(s, "»", "«", "'") },
	"corner marks":    func(_ *rand.Rand, s string) string { return marks(s, "「", "」", "ʼ") },
	"straight marks":  func(_ *rand.Rand, s string) string { return marks(s, `"`, `"`, "'") },
	"single marks":    func(_ *rand.Rand, s string) string { return marks(s, "‘", "’", "′") },
	"TeX marks":       func(_ *rand.Rand, s string) string { return marks(s, "``", "''", "'") },
	"em dashes":       func(_ *rand.Rand, s string) string { return dashes(s, "—") },
	"en dashes":       func(_ *rand.Rand, s string) string { return dashes(s, " – ") },
	"double hyphens":  func(_ *rand.Rand, s string) string { return dashes(s, " -- ") },
	"thin dashes":     func(_ *rand.Rand, s string) string { return dashes(s, "\u2009―\u2009") },
	"hyphens":         func(_ *rand.Rand, s string) string { return strings.ReplaceAll(s, "-", "\u2011") },
	"no-break blanks": func(_ *rand.Rand, s string) string { return strings.ReplaceAll(s, " ", "\u00a0") },
	"double blanks":   func(_ *rand.Rand, s string) string { return strings.ReplaceAll(s, " ", "  ") },
	"lines": func(r *rand.Rand, s string) string {
		return each(s, func(c rune) string { return pick(r, c == ' ', 4, "\n  ", string(c)) })
	},
	"wide blanks": func(r *rand.Rand, s string) string {
		return each(s, func(c rune) string { return pick(r, c == ' ', 2, "\u3000", string(c)) })
	},
	"ligatures": func(_ *rand.Rand, s string) string {
		return strings.NewReplacer("ffi", "ﬃ", "ffl", "ﬄ", "ff", "ﬀ", "fi", "ﬁ", "fl", "ﬂ", "st", "ﬆ").Replace(s)
	},
	"accents apart": func(_ *rand.Rand, s string) string { return norm.NFD.String(s) },
	"full width": func(r *rand.Rand, s string) string {
		return each(s, func(c rune) string {
			return pick(r, c > ' ' && c < 0x7f && letter(c), 3, string(c-' '+0xff00), string(c))
		})
	},
	"soft hyphens": func(r *rand.Rand, s string) string {
		return each(s, func(c rune) string { return string(c) + pick(r, unicode.IsLower(c), 5, "\u00ad", "") })
	},
	"what cannot be seen": func(r *rand.Rand, s string) string {
		return each(s, func(c rune) string {
			return string(c) + pick(r, true, 5, []string{"\u200b", "\u2060", "\ufeff", "\u200e"}[r.IntN(4)], "")
		})
	},
	"lost dashes": func(_ *rand.Rand, s string) string { return strings.ReplaceAll(s, " � ", " – ") },
	"nothing":     func(_ *rand.Rand, s string) string { return s },
}

// beginners owe their capital to the sentence they begin, so that a writer may take it away.
var beginners = []string{"The", "A", "It", "He", "She", "They", "We", "In", "But", "Its", "Der", "Die", "Das", "Es", "Sie"}

// editing are things a writer does to a quotation.
var editing = map[string]func(r *rand.Rand, words []string) string{
	"outer marks": func(r *rand.Rand, w []string) string {
		pair := [][2]string{{"“", "”"}, {`"`, `"`}, {"«", "»"}, {"„", "“"}, {"‘", "’"}, {"「", "」"}}[r.IntN(6)]
		return pair[0] + strings.Join(w, " ") + pair[1]
	},
	"end": func(r *rand.Rand, w []string) string {
		return strings.TrimRight(strings.Join(w, " "), ".,;:!?") + []string{".", ",", "!", "?", ";", ":", " –", "…"}[r.IntN(8)]
	},
	"first letter": func(_ *rand.Rand, w []string) string {
		if first, _ := utf8.DecodeRuneInString(w[0]); unicode.IsUpper(first) && !slices.Contains(beginners, w[0]) {
			return strings.Join(w, " ")
		}
		return otherCase(strings.Join(w, " "), "%")
	},
	"[T]he":         func(_ *rand.Rand, w []string) string { return otherCase(strings.Join(w, " "), "[%]") },
	"marks of more": func(r *rand.Rand, w []string) string { return "[…] " + strings.Join(w, " ") + " [...]" },
	"elision": func(r *rand.Rand, w []string) string {
		if len(w) < 10 {
			return strings.Join(w, " ")
		}
		at := 4 + r.IntN(len(w)-8)
		to := at + 1 + r.IntN(len(w)-4-at)
		if negates(w[at:to]) {
			return strings.Join(w, " ") // without these words it would say the contrary
		}
		mark := []string{"…", "...", "[…]", "[...]", "(…)", ". . .", "....", "[. . .]"}[r.IntN(8)]
		return strings.Join(w[:at], " ") + " " + mark + " " + strings.Join(w[to:], " ")
	},
	"bracket": func(r *rand.Rand, w []string) string {
		if len(w) < 9 {
			return strings.Join(w, " ")
		}
		at := 4 + r.IntN(len(w)-8)
		to := at + 1
		for to < len(w)-4 && to < at+3 && !strings.ContainsAny(w[to-1], ".!?") {
			to++
		}
		if negates(w[at:to]) {
			return strings.Join(w, " ")
		}
		return strings.Join(w[:at], " ") + " [so to speak] " + strings.Join(w[to:], " ")
	},
	"sic": func(r *rand.Rand, w []string) string {
		return strings.Join(slices.Insert(w, 1+r.IntN(len(w)-1), "[sic]"), " ")
	},
}

// negates reports whether words are a negation, or one and another word.
func negates(words []string) bool {
	return len(words) <= 2 && slices.ContainsFunc(words, func(w string) bool {
		w = strings.ToLower(strings.Trim(w, ",.;:"))
		switch w {
		case "not", "no", "never", "nor", "nobody", "without", "nicht", "weder", "kein", "keine", "ohne":
			return true
		}
		return strings.HasSuffix(strings.ReplaceAll(w, "’", "'"), "n't")
	})
}

func pick(r *rand.Rand, may bool, in int, yes, no string) string {
	if may && r.IntN(in) == 0 {
		return yes
	}
	return no
}

func each(s string, f func(rune) string) string {
	var b strings.Builder
	for _, c := range s {
		b.WriteString(f(c))
	}
	return b.String()
}

// marks sets quotation marks of another shape, and apostrophes.
func marks(s, open, shut, inner string) string {
	var b strings.Builder
	before := ' '
	s = strings.NewReplacer("« ", "«", " »", "»").Replace(s)
	for i, c := range s {
		after, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(c):])
		switch {
		case !quotationMark(c):
			b.WriteRune(c)
		case apostrophe(c) && (letter(before) || before == ']'):
			b.WriteString(inner)
		case (unicode.IsSpace(before) || dash(before) || before == '(') && !unicode.IsSpace(after):
			b.WriteString(open)
		case !unicode.IsSpace(before):
			b.WriteString(shut)
		default:
			b.WriteRune(c)
		}
		before = c
	}
	return b.String()
}

// dashes sets dashes of another length.
func dashes(s, as string) string {
	return strings.NewReplacer(" -- ", as, " – ", as, " � ", as).Replace(s)
}

func otherCase(s, as string) string {
	c, size := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(c) || !unicode.IsUpper(c) && !unicode.IsLower(c) {
		return s
	}
	other := unicode.ToUpper(c)
	if other == c {
		other = unicode.ToLower(c)
	}
	return strings.Replace(as, "%", string(other), 1) + s[size:]
}

// falsely are changes that make a quotation false.
var falsely = map[string]func(r *rand.Rand, w, all []string) []string{
	"drop": func(r *rand.Rand, w, _ []string) []string {
		i := 1 + r.IntN(len(w)-2)
		return slices.Delete(w, i, i+1)
	},
	"insert": func(r *rand.Rand, w, all []string) []string {
		return slices.Insert(w, 1+r.IntN(len(w)-1), all[r.IntN(len(all))])
	},
	"swap": func(r *rand.Rand, w, _ []string) []string {
		i := r.IntN(len(w) - 1)
		w[i], w[i+1] = w[i+1], w[i]
		return w
	},
	"replace": func(r *rand.Rand, w, all []string) []string {
		w[r.IntN(len(w))] = all[r.IntN(len(all))]
		return w
	},
	"negate": func(r *rand.Rand, w, _ []string) []string {
		return slices.Insert(w, 1+r.IntN(len(w)-1), []string{"not", "never", "no", "nicht", "pas"}[r.IntN(5)])
	},
	"case": func(r *rand.Rand, w, _ []string) []string {
		i := 1 + r.IntN(len(w)-1)
		if i == 1 && !strings.ContainsFunc(w[0], wordy) {
			i++ // the first letter may be in the other case
		}
		w[i] = otherCase(w[i], "%")
		return w
	},
	"number": func(r *rand.Rand, w, _ []string) []string {
		for i, n := 0, r.IntN(len(w)); i < len(w); i++ {
			at := (i + n) % len(w)
			if k := strings.IndexAny(w[at], "0123456789"); k >= 0 {
				w[at] = w[at][:k] + string('0'+(w[at][k]-'0'+1+byte(r.IntN(9)))%10) + w[at][k+1:]
				break
			}
		}
		return w
	},
	"letter": func(r *rand.Rand, w, _ []string) []string {
		i := r.IntN(len(w))
		c := []rune(w[i])
		c[r.IntN(len(c))] = 'x'
		w[i] = string(c)
		return w
	},
	"paste": func(r *rand.Rand, w, all []string) []string { // the end of it is from elsewhere
		i, n := r.IntN(len(all)-4), 3
		return append(w[:len(w)-n], all[i:i+n]...)
	},
}

// TestVariants measures how many of the true quotations are rejected, set and edited in every way, and how many of
// the false ones are accepted: those with a word changed whose words do not recur.
func TestVariants(t *testing.T) {
	t.Parallel()
	const rounds = 260
	texts := corpora(t)
	tried, rejected, untrue, accepted := 0, 0, 0, 0
	for _, name := range sorted(texts) {
		o := texts[name]
		s := Of(o)
		plain := strings.Join(strings.Fields(strings.Join(o.Paragraphs, " ")), " ")
		all := strings.Fields(plain)
		bare := strings.Join(slices.DeleteFunc(slices.Clone(all), func(w string) bool { return web(w) > 0 }), " ")
		r := rand.New(rand.NewPCG(4, uint64(len(plain))))
		for range rounds {
			for _, edit := range sorted(editing) {
				words, para := cut(r, o)
				set := sorted(typography)[r.IntN(len(typography))]
				q := typography[set](r, editing[edit](r, words))
				tried++
				if f := s.Check(q, []book.Range{{First: para, Last: para}}); !f.Verdict.Holds() {
					rejected++
					t.Logf("%s, %s: %s: %q", edit, set, f.Verdict, q)
				}
			}
			for _, change := range sorted(falsely) {
				words, _ := cut(r, o)
				q := strings.Join(falsely[change](r, words, all), " ")
				if is := trimEnd(edges(q)); strings.Contains(plain, is) || strings.Contains(bare, is) {
					continue // it is no change, or the words recur
				}
				untrue++
				if f := s.Check(typography[sorted(typography)[r.IntN(len(typography))]](r, q), nil); f.Verdict != book.NotFound && f.Verdict != book.SpansMetadata {
					accepted++
					t.Errorf("%s: %s: %q", change, f.Verdict, q)
				}
			}
		}
	}
	t.Logf("%d of %d true quotations rejected (%.3f %%), %d of %d false ones accepted", rejected, tried, 100*float64(rejected)/float64(tried), accepted, untrue)
	if tried < 5000 || untrue < 5000 || rejected*200 > tried {
		t.Errorf("rejected %d of %d true quotations, tried %d false ones", rejected, tried, untrue)
	}
}

// TestNegationLeftOut: a quotation from which a negation was cut says the contrary, mark or no mark.
func TestNegationLeftOut(t *testing.T) {
	t.Parallel()
	tried := 0
	for name, o := range corpora(t) {
		s := Of(o)
		for para, text := range o.Paragraphs {
			w := strings.Fields(text)
			for i := 4; i < len(w)-4; i++ {
				if !negates(w[i:i+1]) || strings.HasSuffix(w[i], ",") {
					continue
				}
				for _, mark := range []string{"", "…", "[…]", ". . .", "[indeed]", "[, it is said,]"} {
					q := strings.Join(w[i-4:i], " ") + " " + mark + " " + strings.Join(w[i+1:i+4], " ")
					tried++
					if f, ok := s.Has(q); ok {
						t.Errorf("%s ¶%d: %s: %q", name, para+1, f.Verdict, q)
					}
				}
			}
		}
	}
	if tried < 50 {
		t.Errorf("only %d quotations without their negation", tried)
	}
}

func sorted[V any](m map[string]V) []string {
	var list []string
	for k := range m {
		list = append(list, k)
	}
	slices.Sort(list)
	return list
}

// TestUnspaced: where no blanks stand between words, a quotation begins and ends at any character.
func TestUnspaced(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(filepath.Join("testdata", "sprachen.txt"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	text := []rune(lines[len(lines)-1])
	s := Of(&book.Original{Paragraphs: lines})
	r := rand.New(rand.NewPCG(4, 4))
	for range 300 {
		size := 7 + r.IntN(20)
		from := r.IntN(len(text) - size)
		q := slices.Clone(text[from : from+size])
		if f := s.Check(string(q), nil); f.Verdict != book.Exact {
			t.Errorf("%s: %q", f.Verdict, string(q))
		}
		for i := 2 + r.IntN(size-4); ; i++ {
			if unspaced(q[i]) && q[i] != '不' {
				q[i] = '不'
				break
			}
		}
		if f := s.Check(string(q), nil); f.Verdict != book.NotFound && !strings.Contains(string(text), string(q)) {
			t.Errorf("%s though a character was changed: %q", f.Verdict, string(q))
		}
	}
}
