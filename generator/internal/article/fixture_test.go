package article

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"

	"briefbook/generator/internal/book"
)

// fixture is what a careful reader finds in a captured text. What is null or empty must stay so.
type fixture struct {
	Title     string   `json:"title"`
	Publisher string   `json:"publisher"`
	Agency    string   `json:"agency"`
	Byline    []string `json:"byline"`
	Date      string   `json:"date"`
	Updated   string   `json:"updated"`
	Dateline  string   `json:"dateline"`
	URL       string   `json:"url"`
	DateFlags []string `json:"date_flags"`
	Language  string   `json:"language"`
	Flags     []string `json:"flags"` // flags there must be among others

	Headings []struct {
		Before int    `json:"before"`
		Text   string `json:"text"`
	} `json:"headings"`
	Paragraphs []string `json:"paragraphs"`

	Dropped []struct {
		Text    string   `json:"text"`
		Reasons []string `json:"reasons"` // one of them; any when empty
	} `json:"dropped"`
}

// TestFixtures reads testdata/*.txtar: what the case is about, a captured text (input.txt, input.html or input.md) and
// what is to be found in it (want.json). A further extension says how the text is stored in truth: "crlf",
// "windows-1252", "euc-kr", "utf-16le" or "utf-16be".
func TestFixtures(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 30 {
		t.Fatalf("%d fixtures: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			name, raw, want := readFixture(t, file)
			o := Clean(raw, name, Lines{})
			sameValues(t, o, want)
			sameBody(t, o, want)
			sameReceipts(t, o, want)
		})
	}
}

func readFixture(t *testing.T, file string) (name string, raw []byte, want fixture) {
	t.Helper()
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(bytes.TrimSpace(a.Comment)) == 0 || len(a.Files) != 2 || a.Files[1].Name != "want.json" {
		t.Fatalf("%s has not a comment, an input and want.json", file)
	}
	in := a.Files[0]
	parts := strings.SplitN(in.Name, ".", 3)
	if len(parts) < 2 || parts[0] != "input" {
		t.Fatalf("%s: the input is named %s", file, in.Name)
	}
	if raw = in.Data; len(parts) == 3 {
		raw = stored(t, string(in.Data), parts[2])
	}
	d := json.NewDecoder(bytes.NewReader(a.Files[1].Data))
	d.DisallowUnknownFields()
	if err := d.Decode(&want); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return parts[0] + "." + parts[1], raw, want
}

// stored is a text as the bytes of a captured file.
func stored(t *testing.T, text, way string) []byte {
	t.Helper()
	var to encoding.Encoding
	switch way {
	case "crlf":
		return []byte(strings.ReplaceAll(text, "\n", "\r\n"))
	case "windows-1252":
		to = charmap.Windows1252
	case "euc-kr":
		to = korean.EUCKR
	case "utf-16le":
		to = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case "utf-16be":
		to = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	default:
		t.Fatalf("no way of storing is named %s", way)
	}
	out, err := to.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(out)
}

func sameValues(t *testing.T, o *book.Original, want fixture) {
	t.Helper()
	for _, v := range []struct {
		name      string
		got, want string
	}{
		{"title", o.Title.Text, want.Title}, {"publisher", o.Publisher.Text, want.Publisher}, {"agency", o.Agency.Text, want.Agency},
		{"byline", strings.Join(o.Byline.List, "; "), strings.Join(want.Byline, "; ")},
		{"date", o.Date.Text, want.Date}, {"updated", o.Updated.Text, want.Updated}, {"dateline", o.Dateline.Text, want.Dateline},
		{"address", o.URL.Text, want.URL}, {"language", o.Language, want.Language},
		{"date flags", strings.Join(o.DateFlags, ", "), strings.Join(want.DateFlags, ", ")},
	} {
		if v.got != v.want {
			t.Errorf("%s is %q, want %q", v.name, v.got, v.want)
		}
	}
	for _, flag := range want.Flags {
		if !slices.Contains(o.Flags, flag) {
			t.Errorf("flags are %v, want %s among them", o.Flags, flag)
		}
	}
}

func sameBody(t *testing.T, o *book.Original, want fixture) {
	t.Helper()
	for i := range max(len(o.Paragraphs), len(want.Paragraphs)) {
		switch {
		case i >= len(want.Paragraphs):
			t.Errorf("paragraph %d too many: %q", i+1, o.Paragraphs[i])
		case i >= len(o.Paragraphs):
			t.Errorf("paragraph %d is missing: %q", i+1, want.Paragraphs[i])
		case evened(o.Paragraphs[i]) != evened(want.Paragraphs[i]):
			t.Errorf("paragraph %d is\n%q, want\n%q", i+1, o.Paragraphs[i], want.Paragraphs[i])
		}
	}
	for i := range max(len(o.Headings), len(want.Headings)) {
		switch {
		case i >= len(want.Headings):
			t.Errorf("heading too many: %q before paragraph %d", o.Headings[i].Text, o.Headings[i].Before)
		case i >= len(o.Headings):
			t.Errorf("heading missing: %q before paragraph %d", want.Headings[i].Text, want.Headings[i].Before)
		case evened(o.Headings[i].Text) != evened(want.Headings[i].Text) || o.Headings[i].Before != want.Headings[i].Before:
			t.Errorf("heading %d is %q before paragraph %d, want %q before %d", i+1, o.Headings[i].Text, o.Headings[i].Before, want.Headings[i].Text, want.Headings[i].Before)
		}
	}
}

func sameReceipts(t *testing.T, o *book.Original, want fixture) {
	t.Helper()
	for _, w := range want.Dropped {
		var reasons []string
		for _, r := range o.Receipts {
			if strings.Contains(evened(r.Text), evened(w.Text)) {
				reasons = append(reasons, r.Reason)
			}
		}
		switch fits := func(reason string) bool { return slices.Contains(w.Reasons, reason) }; {
		case len(reasons) == 0:
			t.Errorf("no receipt has %q", w.Text)
		case len(w.Reasons) > 0 && !slices.ContainsFunc(reasons, fits):
			t.Errorf("%q is set aside as %v, want one of %v", w.Text, reasons, w.Reasons)
		}
	}
}
