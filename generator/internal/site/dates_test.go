package site

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
)

func TestMeaning(t *testing.T) {
	t.Parallel()
	s := &sheet{info: book.Info{Language: "en"}}
	for _, c := range []struct {
		when, value string
		text, html  string
	}{
		{"2019-03-05", "PAST_REF", "5 March 2019", "2019-03-05"},
		{"", "2019-03", "March 2019", "2019-03"},
		{"2019-10/2019-12", "", "October – December 2019", ""},
		{"", "2019-W06", "week 6 of 2019", "2019-W06"},
		{"", "2019-W06-WE", "", ""},
		{"", "P7Y", "7 years", ""},
		{"", "P1M", "1 month", ""},
		{"", "P12W", "12 weeks", ""},
		{"", "P3D", "3 days", ""},
		{"", "PT36H", "36 hours", ""},
		{"", "PT1M", "1 minute", ""},
		{"", "PT10S", "10 seconds", ""},
		{"", "PT10Y", "", ""},
		{"", "PXY", "", ""},
		{"", "P1Y6M", "", ""},
		{"", "P-1Y", "", ""},
		{"", "P", "", ""},
		{"", "PAST_REF", "some time before", ""},
		{"", "PRESENT_REF", "the time of writing", ""},
		{"", "FUTURE_REF", "some time to come", ""},
		{"", "XXXX-05-25", "", ""},
		{"", "unresolved", "", ""},
		{"", "", "", ""},
	} {
		m := book.Mark{Value: c.value}
		if c.when != "" {
			m.When = edtf.MustParse(c.when)
		}
		if got := s.meaning(m); got.Text != c.text || got.HTML != c.html {
			t.Errorf("%s %s: %+v, want %q %q", c.when, c.value, got, c.text, c.html)
		}
	}
}

func TestAlike(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"The Harbour Ledger", "harbour ledger", true},
		{"Harbour Ledger", "Harbour Ledger Online", true},
		{"Board’s  office", "board's office", true},
		{"2019-03", "2019-03-05", true},
		{"2019-03-05", "2019-03-06", false},
		{"Harbour Ledger", "Evening Courier", false},
	} {
		if got := alike(c.a, c.b); got != c.want {
			t.Errorf("alike(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

func TestBytesOf(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{0: "", -1: "", 1: "1 byte", 999: "999 bytes", 1000: "1.0 kB", 6149: "6.1 kB", 9960: "10 kB",
		512_300: "512 kB", 999_499: "999 kB", 999_500: "1.0 MB", 48_200_000: "48 MB", 4_800_000_000: "4,800 MB"} {
		if got := bytesOf(n); got != want {
			t.Errorf("bytesOf(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestClip(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		s          string
		n          int
		head, rest string
	}{
		{"short", 10, "short", ""},
		{"a little more", 11, "a little more", ""},
		{"one two three four five", 10, "one two ", "three four five"},
		{"unbrokenunbroken", 8, "unbroken", "unbroken"},
		{"가나다라마바사아", 7, "가나", "다라마바사아"},
		{"", 0, "", ""},
	} {
		if head, rest := clip(c.s, c.n); head != c.head || rest != c.rest {
			t.Errorf("clip(%q, %d) = %q, %q", c.s, c.n, head, rest)
		}
	}
}

func FuzzAside(f *testing.F) {
	f.Add("a text\nwith lines", "paywall_notice", 100)
	f.Add("배", "", 3)
	f.Fuzz(func(t *testing.T, text, reason string, n int) {
		text = strings.ToValidUTF8(text, "")
		list := slices.Repeat([]book.Receipt{{First: 1, Last: 2, Reason: reason, Text: strings.Repeat(text, max(n, 0)%400)}}, max(n, 0)%300)
		v := aside(list)
		shown := 0
		for _, b := range v.Blocks {
			shown += len(b.Text) + len(b.Rest)
			if !utf8.ValidString(b.Text) || !utf8.ValidString(b.Rest) || !strings.HasPrefix(list[0].Text, b.Text+b.Rest) {
				t.Fatalf("%q and %q of %q", b.Text, b.Rest, list[0].Text)
			}
			if b.Left == (len(b.Text)+len(b.Rest) == len(list[0].Text)) {
				t.Fatalf("left %v: %d + %d of %d", b.Left, len(b.Text), len(b.Rest), len(list[0].Text))
			}
		}
		if v.Count != len(list) || len(v.Blocks)+v.More != len(list) || len(v.Blocks) > blocksMost || shown > asideMost+2*foldedMost {
			t.Fatalf("%d blocks and %d more of %d, %d bytes", len(v.Blocks), v.More, len(list), shown)
		}
	})
}
