package article

import (
	"cmp"
	"encoding/json"
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

// pages maps keys to articles, in the form that public comparisons of extractors use.
type pages map[string]answer

type answer struct {
	Body string `json:"articleBody"`
}

// view says what is printed besides the score, of the first half of the pages only: rules are made looking at these.
type view struct {
	key   string // what is made of the pages whose key begins so, "" for none
	worst int    // how many of the worst pages are named
}

// scorePages compares what read makes of every page with the truth and prints the score of both halves and of all.
func scorePages(t *testing.T, truth pages, v view, read func(key string) *book.Original) {
	t.Helper()
	var halves [2][]tally
	for _, key := range slices.Sorted(maps.Keys(truth)) {
		o := read(key)
		s := tallyOf(key, reading(o), truth[key].Body)
		half := halfOf(key)
		halves[half] = append(halves[half], s)
		if half == 0 && v.key != "" && strings.HasPrefix(key, v.key) {
			t.Logf("%s: %s\n%s\nwanted:\n%s", key, s, audit(o), truth[key].Body)
		}
	}
	t.Logf("first half:  %s", sumOf(halves[0]))
	t.Logf("second half: %s", sumOf(halves[1]))
	t.Logf("all:         %s", sumOf(slices.Concat(halves[0], halves[1])))
	worst := slices.Clone(halves[0])
	slices.SortStableFunc(worst, func(a, b tally) int { return cmp.Compare(a.precision()+a.recall(), b.precision()+b.recall()) })
	for _, s := range worst[:min(v.worst, len(worst))] {
		t.Logf("%.8s %s", s.key, s)
	}
}

func readPages(t *testing.T, folder, name string) pages {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(folder, name))
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

// audit is a cleaned text with everything set aside, for whoever works on the rules.
func audit(o *book.Original) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title: %s\n%s", o.Title.Text, reading(o))
	for _, r := range o.Receipts {
		fmt.Fprintf(&b, "- %d–%d %s: %s\n", r.First, r.Last, r.Reason, strings.ReplaceAll(r.Text, "\n", " ¦ "))
	}
	return b.String()
}
