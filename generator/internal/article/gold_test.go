package article

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// The five articles of the reference set, with results made by hand. They are not part of the project; where
// they lie beside the checkout, in "shared", every one must come out right.

type value struct{ Value string }

type expected struct {
	File                                   string
	SHA256                                 string `yaml:"sha256_raw"`
	Title, Publisher, Agency, Byline, Date value
	Dateline                               struct{ Place string }
	Language                               string
	Flags                                  []string
	Body                                   struct {
		Lines      []int
		FirstWords string `yaml:"first_words"`
		LastWords  string `yaml:"last_words"`
		Words      int
	}
}

type dropped struct {
	Seed         string
	Lines        []int
	Reason, Text string
}

func shared(t *testing.T) string {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return filepath.Join(filepath.Dir(dir), "shared")
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Fatal("no go.mod above the test")
		}
		dir = up
	}
}

func load(t *testing.T, file string, to any) bool {
	raw, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		t.Logf("the reference set is not here: the five articles were NOT tested")
		return false
	}
	if err == nil {
		err = yaml.Unmarshal(raw, to)
	}
	if err != nil {
		t.Fatal(err)
	}
	return true
}

func TestReferenceSet(t *testing.T) {
	dir := shared(t)
	metadata, blocks := map[string]expected{}, []dropped{}
	if !load(t, filepath.Join(dir, "gold", "metadata.yaml"), &metadata) || !load(t, filepath.Join(dir, "gold", "dropped.yaml"), &blocks) {
		return
	}
	if len(metadata) != 5 || len(blocks) != 21 {
		t.Fatalf("%d articles and %d blocks in the reference set", len(metadata), len(blocks))
	}
	for seed, want := range metadata {
		raw, err := os.ReadFile(filepath.Join(dir, "articles", want.File))
		if err != nil {
			t.Fatal(err)
		}
		compare(t, raw, want)
		var mine []dropped
		for _, b := range blocks {
			if b.Seed == seed {
				mine = append(mine, b)
			}
		}
		compareReceipts(t, raw, want.File, mine)
	}
}

func compare(t *testing.T, raw []byte, want expected) {
	o := Clean(raw, want.File, Lines{})
	accounted(t, string(raw), o)
	for _, v := range []struct{ name, got, want string }{
		{"title", o.Title.Text, want.Title.Value}, {"publisher", o.Publisher.Text, want.Publisher.Value},
		{"agency", o.Agency.Text, want.Agency.Value}, {"byline", strings.Join(o.Byline.List, "; "), want.Byline.Value},
		{"date", o.Date.Text, want.Date.Value}, {"dateline", o.Dateline.Text, want.Dateline.Place},
		{"language", o.Language, want.Language}, {"hash", o.SHA256, want.SHA256},
	} {
		if v.got != v.want {
			t.Errorf("%s: %s is %q, want %q", want.File, v.name, v.got, v.want)
		}
	}
	text := strings.Join(o.Paragraphs, " ")
	if !strings.HasPrefix(text, want.Body.FirstWords) || !strings.HasSuffix(text, want.Body.LastWords) || len(strings.Fields(text)) != want.Body.Words {
		t.Errorf("%s: %d words from %.40q", want.File, len(strings.Fields(text)), text)
	}
	var lines []int
	p := &page{}
	p.clean(raw, want.File)
	for _, b := range p.blocks {
		if b.role == body {
			lines = append(lines, b.first)
		}
	}
	if !slices.Equal(lines, want.Body.Lines) {
		t.Errorf("%s: paragraphs in lines %v, want %v", want.File, lines, want.Body.Lines)
	}
	var flags []string
	for _, f := range want.Flags {
		word, _, _ := strings.Cut(f, " ")
		word, _, _ = strings.Cut(word, "_U+")
		switch strings.TrimSuffix(word, ":") {
		case "relative_dates_unresolvable", "name_typo", "source_error": // for other rooms, or for a person
		default:
			flags = append(flags, word)
		}
	}
	slices.Sort(flags)
	if !slices.Equal(o.Flags, flags) {
		t.Errorf("%s: flags %v, want %v", want.File, o.Flags, flags)
	}
}

// compareReceipts compares lines (without blank ones at the ends), reasons and characters.
func compareReceipts(t *testing.T, raw []byte, name string, want []dropped) {
	got := Clean(raw, name, Lines{}).Receipts
	if len(got) != len(want) {
		t.Errorf("%s: %d receipts, want %d", name, len(got), len(want))
		return
	}
	lines := strings.Split(string(raw), "\n")
	for i, w := range want {
		first, last := w.Lines[0], w.Lines[1]
		for strings.TrimSpace(lines[first-1]) == "" {
			first++
		}
		for strings.TrimSpace(lines[last-1]) == "" {
			last--
		}
		if g := got[i]; g.First != first || g.Last != last || g.Reason != w.Reason || string(runes(g.Text)) != string(runes(w.Text)) {
			t.Errorf("%s: lines %d to %d are set aside as %s, want %d to %d as %s", name, g.First, g.Last, g.Reason, first, last, w.Reason)
		}
	}
}
