package export_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/export"
)

func of(t testing.TB, card book.Card, day string) export.Record {
	t.Helper()
	return export.Of(book.Head{ID: "x", Title: "A title", Date: date(t, day)}, &book.Meta{Card: &card}, "en")
}

func TestNamesAreTakenApartOnlyWhereThatIsPlain(t *testing.T) {
	t.Parallel()
	for byline, inverted := range map[string]string{
		"Anna Holm":            "Holm, Anna",
		"J. Berg":              "Berg, J.",
		"J.-P. Berg":           "Berg, J.-P.",
		"John Q. Smith":        "Smith, John Q.",
		"Josh Kim":             "Kim, Josh",
		"Thomas O'Neill":       "O'Neill, Thomas",
		"Emma Ford-Reyes":      "Ford-Reyes, Emma",
		"Sumaira FH":           "Sumaira FH",
		"Kim Chul-soo":         "Kim Chul-soo",
		"Chul-soo Kim":         "Chul-soo Kim",
		"Han Seo-yeon":         "Han Seo-yeon",
		"한서연":                  "한서연",
		"한서연 기자":               "한서연 기자",
		"Anna 한":               "Anna 한",
		"Reuters":              "Reuters",
		"Sound Press":          "Sound Press",
		"Grace Harbour":        "Grace Harbour",
		"Victoria Times":       "Victoria Times",
		"Anna van der Berg":    "Anna van der Berg",
		"Maria Lopez Reyes":    "Maria Lopez Reyes",
		"JOHN SMITH":           "JOHN SMITH",
		"John SMITH":           "John SMITH",
		"Smith, John":          "Smith, John",
		"John Smith, in Seoul": "John Smith, in Seoul",
		"John Smith Jr.":       "John Smith Jr.",
		"Jun Sato":             "Jun Sato",
		"  Anna \n Holm ":      "Holm, Anna",
	} {
		r := of(t, book.Card{Byline: []string{byline}}, "")
		if len(r.Authors) != 1 || r.Authors[0].Inverted() != inverted {
			t.Errorf("%q: %q, want %q", byline, r.Authors, inverted)
		}
	}
}

func TestWhoStandsForWhat(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		card                      book.Card
		author, publisher, agency string
		url, archive, lang        string
	}{
		{card: book.Card{Publisher: "Courier", Agency: "Wire", Byline: []string{"Han Seo-yeon"}}, author: "Han Seo-yeon", publisher: "Courier", agency: "Wire", lang: "en"},
		{card: book.Card{Publisher: "Courier", Agency: "Wire"}, author: "Wire", publisher: "Courier", lang: "en"},
		{card: book.Card{Publisher: "Courier"}, publisher: "Courier", lang: "en"},
		{card: book.Card{Agency: "Wire", Language: "ko"}, author: "Wire", lang: "ko"},
		{card: book.Card{Byline: []string{" "}, Agency: "Wire"}, author: "Wire", lang: "en"},
		{card: book.Card{URL: "https://a.example/1", ArchivedURL: "https://b.example/1"}, url: "https://a.example/1", archive: "https://b.example/1", lang: "en"},
		{card: book.Card{ArchivedURL: "https://b.example/1"}, url: "https://b.example/1", lang: "en"},
	} {
		r := of(t, c.card, "")
		author := ""
		if len(r.Authors) > 0 {
			author = r.Authors[0].Full()
		}
		if author != c.author || r.Publisher != c.publisher || r.Agency != c.agency || r.URL != c.url || r.Archive != c.archive || r.Language != c.lang {
			t.Errorf("%+v becomes %+v", c.card, r)
		}
	}
}

func TestAnInferredDateIsUncertain(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ date, basis, want, text string }{
		{"2018-06-01", "stated", "2018-06-01", "June 1, 2018"},
		{"2018-06-01", "derived", "2018-06-01", "June 1, 2018"},
		{"2018-06-01", "inferred", "2018-06-01?", "[June 1, 2018?]"},
		{"2018-06~", "inferred", "2018-06~", "[June 2018?]"},
		{"2018-06-01/2018-06-05", "inferred", "2018-06-01/2018-06-05?", "[June 1–5, 2018?]"},
		{"", "inferred", "", "n.d."},
	} {
		r := of(t, book.Card{DateBasis: c.basis}, c.date)
		if r.Issued.String() != c.want || !strings.HasSuffix(r.Entry().Text(), c.text+".") && !strings.HasSuffix(r.Entry().Text(), c.text) {
			t.Errorf("%s %s: %s, %s", c.date, c.basis, r.Issued, r.Entry().Text())
		}
	}
}

func TestOpenURL(t *testing.T) {
	t.Parallel()
	r := of(t, book.Card{Publisher: "Signs & Co", Byline: []string{"Anna Holm", "Han Seo-yeon"}, URL: "https://a.example/?b=1&c=2"}, "2016-02")
	got, err := url.ParseQuery(r.OpenURL())
	if err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string][]string{
		"rft_val_fmt": {"info:ofi/fmt:kev:mtx:dc"}, "rft.type": {"newspaperArticle"}, "rft.title": {"A title"},
		"rft.source": {"Signs & Co"}, "rft.aulast": {"Holm"}, "rft.aufirst": {"Anna"}, "rft.aucorp": {"Han Seo-yeon"},
		"rft.date": {"2016-02"}, "rft.identifier": {"https://a.example/?b=1&c=2"}, "rft.language": {"en"}, "rft.description": nil,
	} {
		if !slices.Equal(got[key], want) {
			t.Errorf("%s: %q, want %q", key, got[key], want)
		}
	}
	if strings.Contains(r.OpenURL(), "+") {
		t.Errorf("a blank is written as a plus, which not everybody reads: %s", r.OpenURL())
	}
}

func TestItalicsAreThePublishers(t *testing.T) {
	t.Parallel()
	r := of(t, book.Card{Publisher: "Signs & <Co>"}, "2016")
	if got, want := r.Entry().HTML(), "<i>Signs &amp; &lt;Co&gt;</i>. “A Title,” 2016."; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// BenchmarkWrite writes 10,000 records in each format.
func BenchmarkWrite(b *testing.B) {
	list := records(b)
	for len(list) < 10_000 {
		list = append(list, list[:min(len(list), 10_000-len(list))]...)
	}
	for _, f := range export.Formats {
		b.Run(string(f), func(b *testing.B) {
			for b.Loop() {
				if err := f.Write(&discard{}, slices.Values(list)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("styles", func(b *testing.B) {
		for b.Loop() {
			for _, r := range list {
				_, _ = r.Reference(), r.Entry()
			}
		}
	})
}

type discard struct{}

func (*discard) Write(p []byte) (int, error) { return len(p), nil }

// TestATitleOfAnyLengthTakesLinearTime would not end if quotation marks were paired by trying all.
func TestATitleOfAnyLengthTakesLinearTime(t *testing.T) {
	t.Parallel()
	for _, piece := range []string{"(\"", "('\" a", "a' ", "up-", "U. "} {
		r := of(t, book.Card{}, "")
		r.Title = strings.Repeat(piece, 1<<20/len(piece))
		if got := r.Entry().Text(); len(got) < len(r.Title) {
			t.Errorf("%d bytes became %d", len(r.Title), len(got))
		}
	}
}
