package article

import (
	"cmp"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

var (
	pagesFolder = flag.String("pages", "", "folder of pages with their articles: html/KEY.html.gz and ground-truth.json")
	pagesShow   = flag.String("showpage", "", "with -pages: print what is made of the pages of the first half whose key begins with this")
	pagesWorst  = flag.Int("worstpages", 0, "with -pages: name that many of the worst pages of the first half")
	pagesOut    = flag.String("predictions", "", "with -pages: write what was found to this file, for the corpus's own script")
)

// TestScorePages scores what is taken for the article of a page on a folder of pages, as the script evaluate.py of the
// article extraction benchmark of Scrapinghub does it: shares of runs of four words, every page counting
// alike. Rules are made looking at the first half of the pages only.
func TestScorePages(t *testing.T) {
	t.Parallel()
	if *pagesFolder == "" {
		t.Skip("no folder of pages was named: -pages FOLDER")
	}
	raw, err := os.ReadFile(filepath.Join(*pagesFolder, "ground-truth.json"))
	if err != nil {
		t.Fatal(err)
	}
	type article struct {
		Body string `json:"articleBody"`
	}
	var truth map[string]article
	if err := json.Unmarshal(raw, &truth); err != nil {
		t.Fatal(err)
	}
	predictions := map[string]article{}
	var halves [2][]tally
	for _, key := range slices.Sorted(maps.Keys(truth)) {
		o := Clean(readZipped(t, filepath.Join(*pagesFolder, "html", key+".html.gz")), "x.html", Lines{})
		found := reading(o)
		predictions[key] = article{found}
		s := tallyOf(key, found, truth[key].Body)
		half := halfOf(key)
		halves[half] = append(halves[half], s)
		if half == 0 && *pagesShow != "" && strings.HasPrefix(key, *pagesShow) {
			t.Logf("%s: %s\n%s\nwanted:\n%s", key, s, audit(o), truth[key].Body)
		}
	}
	t.Logf("first half:  %s", sumOf(halves[0]))
	t.Logf("second half: %s", sumOf(halves[1]))
	t.Logf("all:         %s", sumOf(slices.Concat(halves[0], halves[1])))
	worst := slices.Clone(halves[0])
	slices.SortStableFunc(worst, func(a, b tally) int { return cmp.Compare(a.precision()+a.recall(), b.precision()+b.recall()) })
	for _, s := range worst[:min(*pagesWorst, len(worst))] {
		t.Logf("%.8s %s", s.key, s)
	}
	if *pagesOut != "" {
		out, err := json.Marshal(predictions)
		if err == nil {
			err = os.WriteFile(*pagesOut, out, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func readZipped(t *testing.T, name string) []byte {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// tally counts the runs of four words of one page: found and right, found and wrong, missed; as shares of all.
type tally struct {
	key                  string
	right, wrong, missed float64
}

func tallyOf(key, got, want string) tally {
	a, b := fours(got), fours(want)
	s := tally{key: key}
	for run, n := range a {
		s.right += float64(min(n, b[run]))
		s.wrong += float64(max(0, n-b[run]))
	}
	for run, n := range b {
		s.missed += float64(max(0, n-a[run]))
	}
	if all := s.right + s.wrong + s.missed; all > 0 {
		s.right, s.wrong, s.missed = s.right/all, s.wrong/all, s.missed/all
	}
	return s
}

// fours are the runs of four words of a text; of a shorter one, the text itself.
func fours(s string) map[string]int {
	list := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_' })
	out := map[string]int{}
	if len(list) == 0 {
		return out
	}
	for i := range max(1, len(list)-3) {
		out[strings.Join(list[i:min(i+4, len(list))], " ")]++
	}
	return out
}

func (s tally) precision() float64 { return share(s.right, s.wrong, s.missed) }
func (s tally) recall() float64    { return share(s.right, s.missed, s.wrong) }

func (s tally) String() string {
	return fmt.Sprintf("precision %.3f, recall %.3f", s.precision(), s.recall())
}

func share(right, off, other float64) float64 {
	switch {
	case off == 0 && other == 0:
		return 1
	case right == 0 && off == 0:
		return 0
	}
	return right / (right + off)
}

// sumOf leaves pages without an answer out of the precision, and pages without an article out of the recall.
func sumOf(list []tally) string {
	var precision, recall, answers, articles float64
	for _, s := range list {
		if s.right+s.wrong > 0 {
			precision, answers = precision+s.precision(), answers+1
		}
		if s.right+s.missed > 0 {
			recall, articles = recall+s.recall(), articles+1
		}
	}
	p, r := precision/max(answers, 1), recall/max(articles, 1)
	return fmt.Sprintf("%d pages, precision %.4f, recall %.4f, F1 %.4f", len(list), p, r, 2*p*r/max(p+r, 1e-9))
}
