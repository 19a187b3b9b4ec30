package site

import (
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

func TestFragmentOf(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ words, want string }{
		{"two boats left", "two%20boats%20left"},
		{"two boats left the quay.", "two%20boats%20left%20the%20quay"},
		{"two boats left the quay at", "two%20boats%20left,the%20quay%20at"},
		{"two boats left the quay at noon", "two%20boats%20left%20the,quay%20at%20noon"},
		{"one two three four five six seven eight nine ten eleven twelve.", "one%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve"},
		{"a well-known quay, in every port of the sound", "a%20well%2Dknown%20quay%2C%20in%20every,port%20of%20the%20sound"},
		{"a quay as nobody’s boat ever left it on time", "a%20quay%20as,ever%20left%20it%20on%20time"},
		{"“It is late,” said the pilot of the morning boat", "It%20is%20late,pilot%20of%20the%20morning%20boat"},
		{"two boats left […] for the islands and back", "two%20boats%20left"},
		{"[The] boats left the [northern] quay in the morning fog", "boats%20left%20the,quay%20in%20the%20morning%20fog"},
		{"[T]he boats [of] the Sound lay at the quay", "the%20Sound%20lay,at%20the%20quay"},
		{"he said […] the boats lay idle", "the%20boats%20lay%20idle"},
		{"Sam Hol [sic] left early", "Sam%20Hol%20left%20early"},
		{"긴 부두에서 배가 떠났다", "%EA%B8%B4%20%EB%B6%80%EB%91%90%EC%97%90%EC%84%9C%20%EB%B0%B0%EA%B0%80%20%EB%96%A0%EB%82%AC%EB%8B%A4"},
		{"100% of it, & more", "100%25%20of%20it%2C%20more"},
	} {
		if got := fragmentOf("https://a.example/b", book.Quotation{Words: c.words}); got != "https://a.example/b#:~:text="+c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.words, strings.TrimPrefix(got, "https://a.example/b#:~:text="), c.want)
		}
	}
	for _, c := range []struct{ url, words, want string }{
		{"https://a.example/b#top", "two boats left", "https://a.example/b#top:~:text=two%20boats%20left"},
		{"https://a.example/b", "[…]", "https://a.example/b"},
	} {
		if got := fragmentOf(c.url, book.Quotation{Words: c.words}); got != c.want {
			t.Errorf("%s", got)
		}
	}
}

func FuzzFragmentOf(f *testing.F) {
	f.Add("[T]he boats […] of the Sound, “late” as ever – left the quay")
	f.Fuzz(func(t *testing.T, words string) {
		got := fragmentOf("u", book.Quotation{Words: words})
		rest, ok := strings.CutPrefix(got, "u#:~:text=")
		if !ok && got != "u" {
			t.Fatalf("%q: %q", words, got)
		}
		if strings.Count(rest, ",") > 1 || strings.ContainsAny(rest, "-&# \"<>") || strings.HasSuffix(rest, ",") || strings.HasPrefix(rest, ",") {
			t.Fatalf("%q: %q", words, got)
		}
	})
}
