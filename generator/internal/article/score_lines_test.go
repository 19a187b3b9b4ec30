package article

import (
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"briefbook/generator/internal/book"
)

var (
	linesFolder = flag.String("lines", "", "folder of pages with their articles: ground-truth.json and output/html-text.json")
	linesShow   = flag.String("show", "", "with -lines: print what is made of the pages of the first half whose key begins with this")
	linesWorst  = flag.Int("worst", 0, "with -lines: name that many of the worst pages of the first half")
)

// pages maps keys to articles, in the form that public comparisons of extractors use.
type pages map[string]struct {
	ArticleBody string `json:"articleBody"`
}

// score is what one page comes to: the share of shingles that are right and the share that was found.
type score struct {
	key               string
	precision, recall float64
	none              bool // nothing was found, or there was nothing to find
}

// TestScoreLines scores the line rules on a folder of pages that were flattened to text, menus, comments and
// footers included. Rules are made looking at the first half of the pages only.
func TestScoreLines(t *testing.T) {
	t.Parallel()
	if *linesFolder == "" {
		t.Skip("no folder of pages was named: -lines FOLDER")
	}
	truth, flat := readPages(t, "ground-truth.json"), readPages(t, filepath.Join("output", "html-text.json"))
	var halves [2][]score
	for _, key := range slices.Sorted(maps.Keys(truth)) {
		o := Clean([]byte(flat[key].ArticleBody), "x.txt", Lines{})
		s := compareShingles(reading(o), truth[key].ArticleBody)
		s.key = key
		half := halfOf(key)
		halves[half] = append(halves[half], s)
		if half == 0 && *linesShow != "" && strings.HasPrefix(key, *linesShow) {
			t.Logf("%s: precision %.3f, recall %.3f\n%s\nwanted:\n%s", key, s.precision, s.recall, audit(o), truth[key].ArticleBody)
		}
	}
	t.Logf("first half:  %s", meanOf(halves[0]))
	t.Logf("second half: %s", meanOf(halves[1]))
	t.Logf("all:         %s", meanOf(slices.Concat(halves[0], halves[1])))
	worst := slices.Clone(halves[0])
	slices.SortStableFunc(worst, func(a, b score) int {
		return int(1000*(a.precision+a.recall)) - int(1000*(b.precision+b.recall))
	})
	for _, s := range worst[:min(*linesWorst, len(worst))] {
		t.Logf("%.8s precision %.3f, recall %.3f", s.key, s.precision, s.recall)
	}
}

func readPages(t *testing.T, name string) pages {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(*linesFolder, name))
	if err != nil {
		t.Fatal(err)
	}
	var whole struct{ Output pages }
	if err := json.Unmarshal(raw, &whole); err == nil && whole.Output != nil {
		return whole.Output
	}
	var bare pages
	if err := json.Unmarshal(raw, &bare); err != nil {
		t.Fatal(err)
	}
	return bare
}

func halfOf(key string) int {
	h := fnv.New32a()
	h.Write([]byte(key))
	return int(h.Sum32() & 1)
}

// reading is a cleaned text as it is read: paragraphs with the headings between them.
func reading(o *book.Original) string {
	var b strings.Builder
	headings := o.Headings
	for i, text := range o.Paragraphs {
		for ; len(headings) > 0 && headings[0].Before <= i+1; headings = headings[1:] {
			b.WriteString(headings[0].Text + "\n")
		}
		b.WriteString(text + "\n")
	}
	return b.String()
}

// compareShingles counts the runs of four words that two texts share.
func compareShingles(got, want string) score {
	a, b := shinglesOf(got), shinglesOf(want)
	shared, gotten, wanted := 0, 0, 0
	for s, n := range a {
		shared += min(n, b[s])
		gotten += n
	}
	for _, n := range b {
		wanted += n
	}
	return score{
		precision: float64(shared) / float64(max(gotten, 1)), recall: float64(shared) / float64(max(wanted, 1)),
		none: gotten == 0 && wanted == 0,
	}
}

func shinglesOf(s string) map[string]int {
	list := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '\'' && r != '’'
	})
	out := map[string]int{}
	for i := 0; i+4 <= len(list); i++ {
		out[strings.Join(list[i:i+4], " ")]++
	}
	return out
}

func meanOf(list []score) string {
	var precision, recall, n float64
	for _, s := range list {
		if !s.none {
			precision, recall, n = precision+s.precision, recall+s.recall, n+1
		}
	}
	if n == 0 {
		return "no pages"
	}
	p, r := precision/n, recall/n
	return fmt.Sprintf("%d pages, precision %.4f, recall %.4f, F1 %.4f", len(list), p, r, 2*p*r/(p+r))
}

// audit is a cleaned text with everything set aside, for whoever works on the rules.
func audit(o *book.Original) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title: %s\n%s", o.Title.Text, reading(o))
	for _, r := range o.Receipts {
		fmt.Fprintf(&b, "- %d–%d %s: %s\n", r.First, r.Last, r.Reason, strings.ReplaceAll(r.Text, "\n", " ¦ "))
	}
	return b.String()
}
