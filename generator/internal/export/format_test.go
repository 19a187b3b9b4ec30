package export_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/export"
)

// A csl is a record as read back from CSL-JSON.
type csl struct {
	ID, Type, Title string
	Author          []name
	Container       string `json:"container-title"`
	Source          string
	Issued          *struct {
		Parts   [][]int `json:"date-parts"`
		Season  int
		Circa   bool
		Literal string
	}
	URL, Archive, Language string
}

type name struct{ Family, Given, Literal string }

func (n name) full() string {
	if n.Literal != "" {
		return n.Literal
	}
	return strings.TrimSpace(n.Given + " " + n.Family)
}

func readCSL(t testing.TB, data []byte) (list []csl) {
	t.Helper()
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	return list
}

func written(t testing.TB, f export.Format, list ...export.Record) string {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, slices.Values(list)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestCSLRoundTrip(t *testing.T) {
	t.Parallel()
	list := records(t)
	got := readCSL(t, []byte(written(t, export.CSLJSON, list...)))
	if len(got) != len(list) {
		t.Fatalf("%d records became %d", len(list), len(got))
	}
	for i, want := range list {
		g := got[i]
		if g.ID != want.ID || g.Title != want.Title || g.Container != want.Publisher || g.Source != want.Agency ||
			g.URL != want.URL || g.Archive != want.Archive || g.Language != want.Language || len(g.Author) != len(want.Authors) {
			t.Errorf("%+v came back as %+v", want, g)
		}
		if (g.Issued == nil) != want.Issued.IsZero() {
			t.Errorf("%s: %v came back as %v", want.ID, want.Issued, g.Issued)
		}
	}
	if written(t, export.CSLJSON) != "[\n]\n" {
		t.Errorf("no record gives %q", written(t, export.CSLJSON))
	}
}

// TestBibTeXRoundTrip reads our BibTeX by its grammar: braces are balanced, and taking TeX's escapes away gives the
// words back.
func TestBibTeXRoundTrip(t *testing.T) {
	t.Parallel()
	list := records(t)
	got := readBibTeX(t, written(t, export.BibTeX, list...))
	if len(got) != len(list) {
		t.Fatalf("%d records became %d", len(list), len(got))
	}
	for i, want := range list {
		g := got[i]
		if g["key"] != want.ID || untitled(g["title"]) != want.Title || untex(g["journal"]) != want.Publisher || g["url"] != want.URL ||
			g["date"] != want.Issued.String() || untex(g["agency"]) != want.Agency || g["archive"] != want.Archive {
			t.Errorf("%+v came back as %q", want, g)
		}
	}
}

// readBibTeX reads entries as we write them: name = {value}, or a bare word.
func readBibTeX(t testing.TB, text string) (list []map[string]string) {
	t.Helper()
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		rest, ok := strings.CutPrefix(text, "@article{")
		key, body, found := strings.Cut(rest, ",\n")
		if !ok || !found {
			t.Fatalf("no entry begins at %q", text)
		}
		entry := map[string]string{"key": key}
		for {
			body = strings.TrimSpace(body)
			if after, done := strings.CutPrefix(body, "}"); done {
				text = after
				break
			}
			name, value, ok := strings.Cut(body, " = ")
			if !ok {
				t.Fatalf("no field begins at %q", body)
			}
			end := strings.Index(value, ",\n")
			if value[0] == '{' {
				end = balanced(value)
			}
			if end < 0 || !strings.HasPrefix(value[end:], ",\n") {
				t.Fatalf("the field %s does not end: %q", name, value)
			}
			entry[name], body = strings.TrimSuffix(strings.TrimPrefix(value[:end], "{"), "}"), value[end+1:]
		}
		list = append(list, entry)
	}
	return list
}

// balanced is the length of a group in braces, -1 when it does not end. An escaped brace would count for BibTeX too.
func balanced(s string) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return -1
}

// untitled takes off the second pair of braces that a title has.
func untitled(s string) string { return untex(strings.TrimSuffix(strings.TrimPrefix(s, "{"), "}")) }

func untex(s string) string {
	return strings.NewReplacer(`\{`, "{", `\}`, "}", `\textbackslash{}`, `\`, `\textasciitilde{}`, "~", `\textasciicircum{}`, "^",
		`\textbraceleft{}`, "{", `\textbraceright{}`, "}", `\%`, "%", `\&`, "&", `\#`, "#", `\$`, "$", `\_`, "_").Replace(s)
}

func TestRISRoundTrip(t *testing.T) {
	t.Parallel()
	list := records(t)
	got := readRIS(t, written(t, export.RIS, list...))
	if len(got) != len(list) {
		t.Fatalf("%d records became %d", len(list), len(got))
	}
	for i, want := range list {
		g := got[i]
		var authors []string
		for _, n := range want.Authors {
			authors = append(authors, n.Inverted())
		}
		if g["TY"] != "NEWS" || g["ID"] != want.ID || g["TI"] != want.Title || g["T2"] != want.Publisher || g["UR"] != want.URL ||
			g["DP"] != want.Agency || g["LA"] != want.Language || g["AU"] != strings.Join(authors, "|") {
			t.Errorf("%+v came back as %q", want, g)
		}
		if (g["DA"] == "") != want.Issued.IsZero() {
			t.Errorf("%s: %v came back as %q", want.ID, want.Issued, g["DA"])
		}
	}
}

func readRIS(t testing.TB, text string) (list []map[string]string) {
	t.Helper()
	record := map[string]string{}
	for text = strings.TrimRight(text, "\r\n"); text != ""; {
		var l string
		l, text, _ = strings.Cut(text, "\r\n")
		switch {
		case l == "":
		case len(l) < 6 || l[2:6] != "  - " || strings.ContainsAny(l, "\r\n"):
			t.Fatalf("not a line of RIS: %q", l)
		case l[:2] == "ER":
			list, record = append(list, record), map[string]string{}
		case record[l[:2]] != "":
			record[l[:2]] += "|" + l[6:]
		default:
			record[l[:2]] = l[6:]
		}
	}
	if len(record) > 0 {
		t.Fatalf("the last record does not end: %q", record)
	}
	return list
}

func TestDates(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ date, csl, ris, bib, day string }{
		{"", "", "", "", ""},
		{"2014-02-12", `{"date-parts":[[2014,2,12]]}`, "2014/02/12/", "2014-02-12", "2014-02-12"},
		{"2014-02-12T06:07", `{"date-parts":[[2014,2,12]]}`, "2014/02/12/", "2014-02-12", "2014-02-12"},
		{"2014-02", `{"date-parts":[[2014,2]]}`, "2014/02//", "2014-02", "2014-02"},
		{"2014-02-XX", `{"date-parts":[[2014,2]]}`, "2014/02//", "2014-02-XX", "2014-02"},
		{"2014", `{"date-parts":[[2014]]}`, "2014///", "2014", "2014"},
		{"0987", `{"date-parts":[[987]]}`, "0987///", "0987", "0987"},
		{"2018-05~", `{"date-parts":[[2018,5]],"circa":true}`, "2018/05//circa", "2018-05~", "2018-05"},
		{"2010?", `{"date-parts":[[2010]],"circa":true}`, "2010///circa", "2010?", "2010"},
		{"2014-22", `{"date-parts":[[2014]],"season":2}`, "2014///Summer 2014", "2014-22", "2014"},
		{"2014-02-03/2014-02-09", `{"date-parts":[[2014,2,3],[2014,2,9]]}`, "2014/02/03/February 3–9, 2014", "2014-02-03/2014-02-09", "2014-02-03"},
		{"../2014-02-12", `{"literal":"by 12 February 2014"}`, "///by 12 February 2014", "../2014-02-12", ""},
		{"201X", `{"literal":"2010s"}`, "///2010s", "201X", ""},
		{"-0044", `{"literal":"45 BC"}`, "///45 BC", "-0044", ""},
		{"2014-21/2014-22", `{"literal":"spring – summer 2014"}`, "///spring – summer 2014", "2014-21/2014-22", ""},
	} {
		r := export.Record{ID: "x", Title: "x", Issued: export.Published(date(t, c.date), "stated")}
		var raw []map[string]json.RawMessage
		if err := json.Unmarshal([]byte(written(t, export.CSLJSON, r)), &raw); err != nil {
			t.Fatal(err)
		}
		var issued bytes.Buffer
		if len(raw[0]["issued"]) > 0 {
			if err := json.Compact(&issued, raw[0]["issued"]); err != nil {
				t.Fatal(err)
			}
		}
		ris := readRIS(t, written(t, export.RIS, r))[0]["DA"]
		bib := readBibTeX(t, written(t, export.BibTeX, r))[0]["date"]
		if issued.String() != c.csl || ris != c.ris || bib != c.bib || r.Day() != c.day {
			t.Errorf("%q: %s %q %q %q", c.date, issued.String(), ris, bib, r.Day())
		}
	}
}

// FuzzFormats puts any words into a record: every format stays readable and gives them back on one line.
func FuzzFormats(f *testing.F) {
	f.Add("A {title} with 100% \\ of & signs_", "Signs & Co", "Anna Holm", "https://a.example/{x}\\")
	f.Add("two\r\nlines\tTY  - X", "ER  - ", "한서연", "javascript:\"<b>\n")
	f.Add("\x00\xff\u2028}", "}{", "A and B", "%zz")
	f.Add("\\", "$", "{", "\\}")
	f.Fuzz(func(t *testing.T, title, publisher, byline, url string) {
		r := shape{title: title, publisher: publisher, byline: byline, url: url}.record(t, 7)
		for _, text := range []string{r.Title, r.Publisher, r.URL, r.Reference().Text(), r.Note().Text(), r.Entry().Text(), r.InText().Text()} {
			if strings.ContainsAny(text, "\r\n\x00") {
				t.Errorf("%q has more than one line", text)
			}
		}
		if strings.ContainsAny(r.OpenURL(), "\"'<> \n") || strings.Contains(r.Reference().HTML(), "<b>") {
			t.Errorf("unsafe in a page: %q %q", r.OpenURL(), r.Reference().HTML())
		}
		if g := readCSL(t, []byte(written(t, export.CSLJSON, r))); len(g) != 1 || g[0].Title != r.Title || g[0].URL != r.URL {
			t.Errorf("%+v came back as %+v", r, g)
		}
		if g := readBibTeX(t, written(t, export.BibTeX, r)); len(g) != 1 || untitled(g[0]["title"]) != r.Title || untex(g[0]["journal"]) != r.Publisher || g[0]["url"] != r.URL {
			t.Errorf("%+v came back as %q", r, g)
		}
		if g := readRIS(t, written(t, export.RIS, r)); len(g) != 1 || g[0]["TI"] != r.Title || g[0]["UR"] != r.URL {
			t.Errorf("%+v came back as %q", r, g)
		}
	})
}
