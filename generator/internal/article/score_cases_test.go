package article

import (
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

var (
	casesFolder      = flag.String("cases", "", "folder of texts with what is to be found in each: NAME.txt, .html or .md beside NAME.json")
	casesDifferences = flag.Bool("differences", false, "with -cases: list every wrong field and the first paragraphs that differ")
	casesOnly        = flag.String("case", "", "with -cases: only the cases whose name begins with this")
)

// TestScoreCases scores the rules on a folder of texts of which a person wrote down what is to be found: how much of
// the body, which of the values, what is lost, and what stands in the body though it is none of it.
func TestScoreCases(t *testing.T) {
	t.Parallel()
	if *casesFolder == "" {
		t.Skip("no folder of cases was named: -cases FOLDER")
	}
	answers, err := filepath.Glob(filepath.Join(*casesFolder, "*.json"))
	if err != nil || len(answers) == 0 {
		t.Fatalf("no cases in %s: %v", *casesFolder, err)
	}
	sums := map[string]*caseSum{}
	for _, file := range answers {
		name, raw, want := readCase(t, file)
		if name == "" || !strings.HasPrefix(name, *casesOnly) {
			continue
		}
		s := scoreCase(name, raw, want)
		for _, group := range []string{"all", "kind " + filepath.Ext(name), "language " + cmp.Or(want.text("language"), "of none")} {
			if sums[group] == nil {
				sums[group] = &caseSum{fields: map[string][3]int{}}
			}
			sums[group].add(s)
		}
		t.Logf("%-32s F1 %.3f, %d of %d paragraphs exact, %d right, %d wrong, %d unknown, %d characters lost, %d snippets in the body",
			name, s.f1, s.exact, s.paragraphs, s.count(right), s.count(wrong), s.count(unknown), s.lost, len(s.intruders))
		if *casesDifferences {
			for _, line := range s.differences {
				t.Logf("    %s", line)
			}
		}
	}
	for _, group := range slices.Sorted(maps.Keys(sums)) {
		t.Logf("%s: %s", group, sums[group])
	}
	all := sums["all"]
	for _, field := range slices.Sorted(maps.Keys(all.fields)) {
		t.Logf("  %-10s %s", field, shares(all.fields[field]))
	}
}

// readCase reads an answer and the text beside it; name is "" when there is no text.
func readCase(t *testing.T, file string) (name string, raw []byte, want wanted) {
	t.Helper()
	answer, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(answer, &want)
	}
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	for _, ext := range []string{".txt", ".html", ".md"} {
		beside := strings.TrimSuffix(file, ".json") + ext
		if raw, err = os.ReadFile(beside); err == nil {
			return filepath.Base(beside), raw, want
		}
	}
	t.Logf("%s has no text beside it", file)
	return "", nil, nil
}

// verdict on one value.
type verdict int

const (
	right   verdict = iota // equal, or rightly empty
	wrong                  // a value where another one, or none, is wanted
	unknown                // none where one is wanted
)

func (v verdict) String() string { return [...]string{"right", "wrong", "unknown"}[v] }

// wanted is what is to be found in a text. A field that is not there is not scored; one that is null must be empty.
type wanted map[string]any

func (w wanted) text(field string) string {
	s, _ := w[field].(string)
	return s
}

func (w wanted) list(field string) []string {
	var out []string
	items, _ := w[field].([]any)
	for _, item := range items {
		if s, ok := item.(string); ok {
			out = append(out, s)
		}
	}
	return out
}

// caseScore is what one case comes to.
type caseScore struct {
	f1                float64
	exact, paragraphs int
	verdicts          map[string]verdict
	lost              int
	intruders         []string
	differences       []string
}

func (s caseScore) count(v verdict) int {
	n := 0
	for _, got := range s.verdicts {
		if got == v {
			n++
		}
	}
	return n
}

func scoreCase(name string, raw []byte, want wanted) caseScore {
	o := Clean(raw, name, Lines{})
	s := caseScore{verdicts: map[string]verdict{}}
	for field, got := range values(o) {
		if _, scored := want[field]; !scored {
			continue
		}
		if field == "updated" && want.text(field) == "" && judge(field, got, []string{want.text("date")}) == right {
			continue // changed on the day of publication: said or left out, both are right
		}
		w := want.list(field)
		if len(w) == 0 && want.text(field) != "" {
			w = []string{want.text(field)}
		}
		v := judge(field, got, w)
		s.verdicts[field] = v
		if v != right {
			s.differences = append(s.differences, fmt.Sprintf("%s is %q, want %q: %s", field, got, w, v))
		}
	}
	slices.Sort(s.differences)
	s.scoreBody(o, want)
	if strings.HasSuffix(name, ".txt") && utf8.Valid(raw) {
		s.lost = lost(string(raw), o)
	}
	return s
}

// values are the values of an original by the names that cases use.
func values(o *book.Original) map[string][]string {
	out := map[string][]string{"byline": o.Byline.List, "date_flags": o.DateFlags, "headings": nil}
	for _, h := range o.Headings {
		out["headings"] = append(out["headings"], h.Text)
	}
	for field, text := range map[string]string{
		"title": o.Title.Text, "publisher": o.Publisher.Text, "agency": o.Agency.Text, "date": o.Date.Text, "updated": o.Updated.Text,
		"dateline": o.Dateline.Text, "url": o.URL.Text, "language": o.Language,
	} {
		out[field] = nil
		if text != "" {
			out[field] = []string{text}
		}
	}
	return out
}

func judge(field string, got, want []string) verdict {
	same := slices.EqualFunc(got, want, func(a, b string) bool { return likened(field, a) == likened(field, b) })
	switch {
	case same:
		return right
	case len(got) == 0:
		return unknown
	}
	return wrong
}

// likened is a value without what does not matter in it: case, an article before a name, the short form of an agency, the hour of a
// date, the country of a language.
func likened(field, s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	s = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`).Replace(s)
	switch field {
	case "date", "updated":
		day, _, _ := strings.Cut(s, "t")
		return day
	case "language":
		lang, _, _ := strings.Cut(s, "-")
		return lang
	case "publisher":
		return strings.ReplaceAll(strings.TrimPrefix(s, "the "), " ", "")
	case "headings":
		return evened(s)
	case "url":
		return strings.TrimSuffix(s, "/")
	case "agency":
		for _, a := range [][]string{{"ap", "associated press", "the associated press"}, {"afp", "agence france-presse"}, {"yonhap", "연합뉴스", "yonhap news agency"}, {"newsis", "뉴시스"}, {"news1", "뉴스1"}, {"xinhua", "xinhua news agency"}} {
			if slices.Contains(a, s) {
				return a[0]
			}
		}
	}
	return s
}

func (s *caseScore) scoreBody(o *book.Original, want wanted) {
	either := want.list("either")
	var got []string
	for _, p := range o.Paragraphs {
		if !slices.ContainsFunc(either, func(e string) bool { return evened(e) == evened(p) }) {
			got = append(got, p)
		}
	}
	expected := want.list("paragraphs")
	s.f1, s.paragraphs = wordF1(got, expected), len(expected)
	left := slices.Clone(got)
	for _, w := range expected {
		i := slices.IndexFunc(left, func(g string) bool { return evened(g) == evened(w) })
		if i < 0 {
			s.differ("- %.160s", w)
			continue
		}
		s.exact++
		left = slices.Delete(left, i, i+1)
	}
	for _, g := range left {
		s.differ("+ %.160s", g)
	}
	for _, snippet := range want.list("dropped") {
		for _, p := range got {
			if snippet != "" && strings.Contains(evened(p), evened(snippet)) {
				s.intruders = append(s.intruders, snippet)
				s.differences = append(s.differences, fmt.Sprintf("in the body: %.120s", snippet))
				break
			}
		}
	}
}

// differ notes a paragraph that differs; a few are enough.
func (s *caseScore) differ(format, paragraph string) {
	if n := len(s.differences); n < 40 {
		s.differences = append(s.differences, fmt.Sprintf(format, evened(paragraph)))
	}
}

// evened is a paragraph with single blanks, without the bullet or number before it and without soft hyphens.
func evened(s string) string {
	s = strings.NewReplacer("\u00ad", "", "\u200b", "").Replace(s)
	s = strings.TrimLeft(s, "-*•·▪◦■◆▶ \t\u00a0")
	if number, rest, ok := strings.Cut(s, ". "); ok && len(number) < 3 && strings.Trim(number, "0123456789") == "" {
		s = rest
	}
	return strings.Join(strings.Fields(s), " ")
}

func wordF1(got, want []string) float64 {
	a, b := bagOf(got), bagOf(want)
	if len(a) == 0 && len(b) == 0 {
		return 1
	}
	bag := map[string]int{}
	for _, w := range b {
		bag[w]++
	}
	both := 0
	for _, w := range a {
		if bag[w] > 0 {
			bag[w]--
			both++
		}
	}
	return 2 * float64(both) / float64(len(a)+len(b))
}

func bagOf(paragraphs []string) []string {
	return strings.FieldsFunc(strings.Join(paragraphs, " "), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

// lost counts the non-blank characters of a text that are in no paragraph, heading, title or receipt.
func lost(text string, o *book.Original) int {
	held := map[rune]int{}
	parts := append(slices.Clone(o.Paragraphs), o.Title.Text)
	for _, h := range o.Headings {
		parts = append(parts, h.Text)
	}
	for _, r := range o.Receipts {
		parts = append(parts, r.Text)
	}
	for _, r := range runes(strings.Join(parts, " ")) {
		held[r]++
	}
	n := 0
	for _, r := range runes(strings.TrimPrefix(text, "\ufeff")) {
		if held[r]--; held[r] < 0 {
			n++
		}
	}
	return n
}

// caseSum adds up cases.
type caseSum struct {
	cases, exact, paragraphs, lost, intruders, whole int
	f1                                               float64
	fields                                           map[string][3]int
}

func (c *caseSum) add(s caseScore) {
	c.cases++
	c.f1 += s.f1
	c.exact += s.exact
	c.paragraphs += s.paragraphs
	c.lost += s.lost
	c.intruders += len(s.intruders)
	if len(s.differences) == 0 {
		c.whole++
	}
	for field, v := range s.verdicts {
		n := c.fields[field]
		n[v]++
		c.fields[field] = n
	}
}

func (c *caseSum) String() string {
	var all [3]int
	for _, n := range c.fields {
		for v := range n {
			all[v] += n[v]
		}
	}
	return fmt.Sprintf("%d cases, mean F1 %.4f, %d of %d paragraphs exact, fields %s, %d characters lost, %d snippets in the body, %d cases without a difference",
		c.cases, c.f1/float64(max(c.cases, 1)), c.exact, c.paragraphs, shares(all), c.lost, c.intruders, c.whole)
}

func shares(n [3]int) string {
	all := float64(max(1, n[right]+n[wrong]+n[unknown]))
	return fmt.Sprintf("%.1f %% right, %.1f %% wrong, %.1f %% unknown", 100*float64(n[right])/all, 100*float64(n[wrong])/all, 100*float64(n[unknown])/all)
}
