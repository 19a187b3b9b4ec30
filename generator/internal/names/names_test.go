package names

import (
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

// cast are the entries of an invented story.
var cast = []Entry{
	{ID: "han", Kind: book.Person, Name: "Han Seo-yeon", Korean: "한서연"},
	{ID: "hanm", Kind: book.Person, Name: "Han Min Jae", Korean: "한민재"},
	{ID: "yoo", Kind: book.Person, Name: "Yoo Ki-tae", Variants: []string{"Yu Ki-t'ae"}},
	{ID: "david", Kind: book.Person, Name: "David Han", Korean: "데이비드 한", Sort: "Han, David"},
	{ID: "weber", Kind: book.Person, Name: "Clara Weber", Sort: "Weber, Clara", Korean: "클라라 베버"},
	{ID: "leyen", Kind: book.Person, Name: "Marta von der Heide"},
	{ID: "board", Kind: book.Organisation, Name: "The Harbour Board", Variants: []string{"Harbour Board", "the Board"}},
	{ID: "mint", Kind: book.Organisation, Name: "Ministry of Tides (Northmark)", Variants: []string{"tides ministry"}},
	{ID: "nm", Kind: book.Place, Name: "Northmark", Variants: []string{"the North", "N.M.", "북마크"}},
	{ID: "seoul", Kind: book.Place, Name: "Seoul", Variants: []string{"서울"}},
	{ID: "lisbon", Kind: book.Place, Name: "Lisbon", Variants: []string{"Lissabon"}},
	{ID: "quay", Kind: book.Place, Name: "Long Quay", Korean: "긴부두"},
	{ID: "quarantine", Kind: book.Term, Name: "Quarantine", Variants: []string{"quarantine", "us", "US"}},
	{ID: "bank", Kind: book.Organisation, Name: "한국은행", Variants: []string{"Bank of Korea"}},
	{ID: "korea", Kind: book.Place, Name: "한국"},
	{ID: "games", Kind: book.Term, Name: "2018 Long Quay Winter Games"},
}

// classes are the words for the classes in the tables below.
var classes = map[book.NameClass]string{book.ByName: "name", book.ByForm: "form", book.BySurname: "surname", book.ByTypo: "typo"}

// found lists mentions as "id class words", and open ones as "? words".
func found(g *Gazetteer, text ...string) (list []string) {
	mentions, open := g.Find(text)
	for _, m := range mentions {
		line := string(m.Entry) + " " + classes[m.Class] + " " + text[m.Para][m.Start:m.End]
		if m.Reading == book.AsGovernment {
			line += " (government)"
		}
		list = append(list, line)
	}
	for _, o := range open {
		list = append(list, "? "+o.Words)
	}
	return list
}

func TestFind(t *testing.T) {
	t.Parallel()
	g := New(cast)
	for _, c := range []struct {
		text string
		want string // lines parted by "|"
	}{
		{"Nothing to see here.", ""},
		{"", ""},
		{"Han Seo-yeon left.", "han name Han Seo-yeon"},
		{"Han Seo Yeon, HAN SEO-YEON and Han Seoyeon; HAN Seo-yeon; Seo-yeon Han.", "han form Han Seo Yeon|han form HAN SEO-YEON|han form Han Seoyeon|han form HAN Seo-yeon|han form Seo-yeon Han"},
		{"Han Min-jae's boat", "hanm form Han Min-jae"},
		{"Yu Ki-t’ae spoke", "yoo name Yu Ki-t’ae"},
		{"Han\nSeo‑yeon", "han name Han\nSeo‑yeon"},
		{"David Han spoke.", "david name David Han"},
		// Whole words, and what a name may not stand after.
		{"Longer Quay, Long Quays, aLong Quay, 7Long Quay, end.Long Quay", ""},
		{"(Long Quay), “Long Quay”, Long Quay-based", "quay name Long Quay|quay name Long Quay|quay name Long Quay"},
		{"us and US and Us", "quarantine name US"},
		{"JOIN US AT THE QUAY", ""},
		{"https://example.org/Lisbon/Seoul www.Seoul.example", ""},
		{"N.M. votes; N.M.A. does not", "nm name N.M."},
		// The longest, and nothing within it.
		{"At the 2018 Long Quay Winter Games", "games name 2018 Long Quay Winter Games"},
		{"The Harbour Board and the Harbour Board", "board name The Harbour Board|board form the Harbour Board"},
		{"the Ministry of Tides", "mint name Ministry of Tides"},
		{"Tides ministry officials", "mint form Tides ministry"},
		{"LONG QUAY (AP)", "quay form LONG QUAY"},
		// Hangul.
		{"한서연은 북마크에서 왔다.", "han form 한서연|nm form 북마크"},
		{"한서연이 긴부두까지", "han form 한서연|quay form 긴부두"},
		{"한국은행은 한국의 은행이다", "bank form 한국은행|korea form 한국"},
		{"한국인 한국어 탈한국", ""},
		{"한서연위원장이", "han form 한서연"},
		{"Long Quay에서는", "quay form Long Quay"},
		{"한국는", ""},
		// Misspellings.
		{"Han Seo-yoen, Claar Weber, Clara Webber, Clara Weer", "han typo Han Seo-yoen|weber typo Claar Weber|weber typo Clara Webber|weber typo Clara Weer"},
		{"Lisbom, Long Quey, Klara Weber, Clara Weberov, Clara Weaver", ""},
		{"Clara B. Weber, then Clara Weber Jr. and Clara Weber, III", "weber form Clara B. Weber"},
		{"Clra Weber spoke", "weber typo Clra Weber"},
	} {
		got := strings.Join(found(g, c.text), "|")
		if got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestSurnames(t *testing.T) {
	t.Parallel()
	g := New(cast)
	for _, c := range []struct{ text, want string }{
		{"Han was not named.", ""},
		{"Clara Weber came. Weber left; Weber's boat; WEBER.", "weber name Clara Weber|weber surname Weber|weber surname Weber|weber surname WEBER"},
		{"Weber came first, then Clara Weber.", "weber surname Weber|weber name Clara Weber"},
		{"Han Seo-yeon came. Then Han left, said President Han and Mr. Han.", "han name Han Seo-yeon|han surname Han|han surname Han|han surname Han"},
		{"Han Seo-yeon and Han Min-jae met; Han left.", "han name Han Seo-yeon|hanm form Han Min-jae|? Han"},
		{"Han Seo-yeon and David Han met; Han left.", "han name Han Seo-yeon|david name David Han|? Han"},
		// A namesake without an entry.
		{"Han Seo-yeon and her brother Han Ji-ho met; Han left.", "han name Han Seo-yeon|? Han"},
		{"Clara Weber met her cousin Otto Weber. The day after, Weber left.", "weber name Clara Weber|? Weber"},
		// Part of a longer name.
		{"Clara Weber stood before Weber Tower, in the Weber administration.", "weber name Clara Weber|weber surname Weber"},
		{"Clara Weber saw the Weber and left.", "weber name Clara Weber"},
		{"Marta von der Heide spoke. Then von der Heide left.", "leyen name Marta von der Heide|leyen surname von der Heide"},
		{"Weber Meets Board Before Clara Weber Leaves", "weber surname Weber|weber name Clara Weber"},
		{"한서연은 말했다. 한 위원장은 떠났다. 한 사람은 남았다.", "han form 한서연|han surname 한"},
		{"클라라 베버는 말했다. 베버가 떠났다.", "weber form 클라라 베버|weber surname 베버"},
		{"Clara Weber und die Ministerin haben mit dem Boot der Behörde gesprochen. Webers Boot ist nicht das Boot von Präsidentin Weber.",
			"weber name Clara Weber|weber surname Webers|weber surname Weber"},
	} {
		if got := strings.Join(found(g, c.text), "|"); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestReadings(t *testing.T) {
	t.Parallel()
	g := New(cast)
	for _, c := range []struct {
		text string
		want string // G for government, P for place, in order
	}{
		{"Seoul said it would wait.", "G"},
		{"A visitor in Seoul said so.", "P"},
		{"He flew from Lisbon to Seoul.", "PP"},
		{"Talks between Seoul and Lisbon", "GG"},
		{"The road between Seoul and Lisbon", "PP"},
		{"It apologised to Seoul.", "G"},
		{"The city of Seoul, the government of Seoul", "PG"},
		{"according to Lisbon, near Lisbon, Lisbon's ally", "GPG"},
		{"Seoul-based staff and Seoul residents", "PP"},
		{"서울은 반대했다. 서울에서 만났다.", "GP"},
		{"a joint team for the Seoul Island Games; it told Seoul Long Quay was shut; Seoul SAID", "PGPG"},
		{"She lives in Long Quay, and Long Quay said so", "PP"},
		{"Er reiste nach Lissabon. Lissabon erklärte, es sei bereit.", "PG"},
	} {
		mentions, _ := g.Find([]string{c.text})
		got := ""
		for _, m := range mentions {
			got += map[book.Reading]string{book.AsItself: "P", book.AsGovernment: "G"}[m.Reading]
		}
		if got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

func TestSharedNameIsOpen(t *testing.T) {
	t.Parallel()
	g := New([]Entry{
		{ID: "b", Kind: book.Place, Name: "Newport (Wight)"}, {ID: "a", Kind: book.Place, Name: "Newport (Gwent)"},
		{ID: "p", Kind: book.Person, Name: "Ann Lee"}, {ID: "q", Kind: book.Person, Name: "Ann Lee"},
	})
	mentions, open := g.Find([]string{"Newport", "Ann Lee came"})
	if len(mentions) != 0 || len(open) != 2 || !slices.Equal(open[0].Holders, []book.ID{"a", "b"}) || !slices.Equal(open[1].Holders, []book.ID{"p", "q"}) {
		t.Errorf("%v %v", mentions, open)
	}
	if mentions, open := g.Find([]string{"Newport (Wight)"}); len(mentions) != 1 || mentions[0].Entry != "b" || len(open) != 0 {
		t.Errorf("%v %v", mentions, open)
	}
}

func TestPatronym(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		e     Entry
		word  string
		first bool
	}{
		{Entry{Name: "Han Seo-yeon", Korean: "한서연"}, "Han", true},
		{Entry{Name: "David Han", Korean: "데이비드 한"}, "Han", false},
		{Entry{Name: "David Han"}, "Han", false},
		{Entry{Name: "Yoo Ki-tae"}, "Yoo", true},
		{Entry{Name: "Yoo Kitae"}, "Yoo", true},
		{Entry{Name: "Kim Darroch"}, "Darroch", false},
		{Entry{Name: "Clara Weber Jr."}, "Weber", false},
		{Entry{Name: "Marta von der Heide"}, "von der Heide", false},
		{Entry{Name: "Sung Han", Sort: "Han, Sung"}, "Han", false},
		{Entry{Name: "Plato"}, "", false},
		{Entry{Name: "Clara Weber", Sort: "Other, Thing"}, "", false},
		{Entry{Name: "한서연", Variants: []string{"Han Seo-yeon"}}, "Han", true},
	} {
		c.e.Kind = book.Person
		if p := patronymOf(&c.e); p.word != c.word || p.first != c.first {
			t.Errorf("%s: %q %v", c.e.Name, p.word, p.first)
		}
	}
}

func TestNamings(t *testing.T) {
	t.Parallel()
	g := New(cast)
	on := book.Head{ID: "courier", Kind: book.Article, Title: "Weber leaves"}
	list, asked := g.InOriginal(on, &book.Original{Title: book.Value{Text: "Weber leaves"},
		Paragraphs: []string{"Clara Weber left Lisbon. Clara Weber waved.", "Han Seo-yeon and Han Min-jae saw Han."}}, &Capitals{})
	var got []string
	for _, n := range list {
		got = append(got, string(n.Entry)+" "+n.Anchor+" "+n.Words)
	}
	want := []string{"weber  Weber", "weber p1 Clara Weber", "lisbon p1 Lisbon", "han p2 Han Seo-yeon", "hanm p2 Han Min-jae"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if len(asked) != 1 || asked[0].Words != "Han" || asked[0].Para != 2 || asked[0].On != "courier" || len(asked[0].Holders) != 2 {
		t.Errorf("%+v", asked)
	}
	text := &book.Text{Sections: []book.Section{{ID: "a", Title: "Of Lisbon", Body: plain("Clara Weber\nWeber")}, {ID: "key-points", Title: "Key points", Role: book.KeyPoints}},
		Points: []book.Point{{Plain: "Long Quay shut."}}}
	list, _ = g.InText(book.Head{ID: "one", Kind: book.Chapter, Title: "Seoul"}, text, &Capitals{})
	got = nil
	for _, n := range list {
		got = append(got, string(n.Entry)+" "+n.Section+"#"+n.Anchor)
	}
	if want := []string{"seoul #", "lisbon Of Lisbon#a", "weber Of Lisbon#a", "weber Of Lisbon#a", "quay Key points#key-points"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if list, _ := g.InText(book.Head{ID: "weber", Kind: book.Person, Title: "Clara Weber"}, text, &Capitals{}); len(list) != 2 {
		t.Errorf("an entry's page names itself: %v", list)
	}
}

// What nearly every text has is no name.
func TestOrdinary(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]bool{
		"the": true, "The": true, "a": true, "A": true, "in": true, "In": true, "it": true, "us": true, "Us": true, "38": true, "x": true, "der": true,
		"on (place)": false, "X (company)": false, "IT": false, "US": false, "U.S.": false, "THE": false, "G7": false, "북": false, "Oslo": false, "tides": false,
		"In Salah": false, "the Board": false, "May": false, "Will": false, "Han": false,
	} {
		if got := Ordinary(name); got != want {
			t.Errorf("%q: %t", name, got)
		}
	}
	g := New([]Entry{
		{ID: "board", Kind: book.Organisation, Name: "Harbour Board", Variants: []string{"the", "a", "In", "IT"}},
		{ID: "so", Kind: book.Person, Name: "So Min-ja", Korean: "소민자"},
	})
	text := []string{"So Min-ja was in the port.", "So the IT of a port was told. In it So saw the end, and in her eyes So was right. So it went on."}
	want := "so name So Min-ja|board name IT|so surname So|so surname So"
	if got := strings.Join(found(g, text...), "|"); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
