package evidence

import (
	"strings"
	"testing"
	"unicode/utf8"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

// FuzzCheck: nothing panics, passages lie in paragraphs, and what is cut out of a paragraph from one blank to another
// holds.
func FuzzCheck(f *testing.F) {
	for _, p := range harbour.Paragraphs {
		f.Add(p+"\n"+harbour.Paragraphs[0], "The harbour board […] [T]he first [boat] sail[s]", uint(2), uint(9))
	}
	f.Add("[[[ ]] [sic] ... ( … ) \ufffd\ufffd a--b \u00ad\n\u00ad", "[[…][]] [ [… [a]b]c", uint(0), uint(5))
	f.Add("https://a.b (https://c.d) e-\nf 10² ½ １ ﬁ \u1100\u1161", "« a » 'b' -5 5% $5 U.S. don't", uint(1), uint(8))
	f.Add("They wrote to thehttps://ferry.example/a board about it on Tuesday", "an address grown together with a word", uint(0), uint(6))
	f.Add("a a a a a a b", "a […] a […] a a a […] a", uint(0), uint(6))
	f.Fuzz(func(t *testing.T, text, words string, from, size uint) {
		if len(text) > 1<<12 || len(words) > 1<<12 {
			return
		}
		o := &book.Original{Paragraphs: strings.Split(text, "\n"), Title: book.Value{Text: "A title"}, Receipts: []book.Receipt{{Reason: "x", Text: words}}}
		s := Of(o)
		for _, q := range []string{words, text} {
			lies(t, o, s.Check(q, nil))
			lies(t, o, s.Check(q, []book.Range{{First: 2, Last: 3}, {First: -1, Last: 99}}))
			if n, ok := s.Nearest(q); ok {
				for _, d := range n.Differs {
					if d.Start < 0 || d.End > len(n.Text) || d.Start > d.End {
						t.Fatalf("%v in %q", d, n.Text)
					}
				}
				_ = n.String()
			}
			if _, ok := s.Has(q); ok && Hash(q) == "" {
				t.Fatal("no hash")
			}
			_, _ = ProbeFor(q).May(o), ShareOf(q)
		}
		if !utf8.ValidString(text) || strings.ContainsRune(text, utf8.RuneError) {
			return
		}
		for i, p := range o.Paragraphs {
			all := strings.Fields(p)
			if len(all) == 0 {
				continue
			}
			at := int(from % uint(len(all)))
			q := strings.Join(all[at:at+1+int(size%uint(len(all)-at))], " ")
			if n, _ := readings(q, false)[0].held(); n < fewest {
				continue
			}
			if got := s.Check(q, []book.Range{{First: i + 1, Last: i + 1}}); !got.Verdict.Holds() {
				t.Fatalf("%s: %q cut from %q", got.Verdict, q, p)
			}
		}
	})
}

func lies(t *testing.T, o *book.Original, f Finding) {
	t.Helper()
	for _, p := range f.Where {
		if p.Para < 1 || p.Para > len(o.Paragraphs) || p.Start < 0 || p.End > len(o.Paragraphs[p.Para-1]) || p.Start >= p.End {
			t.Fatalf("%s at %v", f.Verdict, f.Where)
		}
		if text := o.Paragraphs[p.Para-1]; utf8.ValidString(text) && !utf8.ValidString(text[p.Start:p.End]) {
			t.Fatalf("half a character: %q", text[p.Start:p.End])
		}
	}
	if (f.Verdict.Holds() || f.Verdict == book.WrongParagraph) && len(f.Where) == 0 {
		t.Fatalf("%s nowhere", f.Verdict)
	}
}

// FuzzFold: the way back is monotone and ends at the ends of characters.
func FuzzFold(f *testing.F) {
	f.Add("The “oﬃce” -- of 10² … https://a.b/c, « x » e\u0301\ufffd s", uint8(0))
	f.Add("a \u2013 -5 co-\n operate\u00ad\r\n x\u200b¹ [12] \xff\xfe", uint8(7))
	f.Fuzz(func(t *testing.T, s string, with uint8) {
		x := fold(s, leeway(with)&everything)
		if !utf8.ValidString(x.text) {
			t.Fatalf("%q", x.text)
		}
		last := 0
		for i := range x.text {
			_, size := utf8.DecodeRuneInString(x.text[i:])
			from, to := x.start(i), x.end(i+size)
			if from < last || to <= from || to > len(s) {
				t.Fatalf("byte %d of %q comes from %d to %d of %q", i, x.text, from, to, s)
			}
			if back := x.after(from); back > i {
				t.Fatalf("byte %d of %q leads to %d", from, s, back)
			}
			last = from
		}
	})
}

// FuzzLock: what is read and written again is the same, and nothing panics.
func FuzzLock(f *testing.F) {
	f.Add("# x\na 1 9f86d081884c7d659a2feaa0c55ad015 exact 2c26b46b68ffc68f 2026-11-20\n", "a b", "five words are enough here")
	f.Add("<<<<<<<\n%20a - 9f86d081884c7d659a2feaa0c55ad015 elided 2c26b46b68ffc68f 2026-11-20\r\n", "#%", "x")
	f.Fuzz(func(t *testing.T, text, id, words string) {
		l, _ := ReadLock(diag.NewSource("quotes.lock", text))
		again, bad := ReadLock(diag.NewSource("quotes.lock", l.String()))
		if len(bad) > 0 || again.String() != l.String() {
			t.Fatalf("%v\n%s\n%s", bad, l, again)
		}
		if id == "" {
			return
		}
		made := l.Updated([]book.Checked{checked(book.ID(id), words, book.Exact, sumA)}, "2026-11-22")
		again, bad = ReadLock(diag.NewSource("quotes.lock", made.String()))
		if _, ok := again.Find(book.ID(id), nil, Hash(words)); !ok || len(bad) > 0 {
			t.Fatalf("%q is lost: %v\n%s", id, bad, made)
		}
	})
}
