package changes

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

// state makes items of lines "page what: text"; "page what#key: text → links".
func state(lines ...string) []Item {
	var list []Item
	for _, line := range lines {
		page, rest, _ := strings.Cut(line, " ")
		what, text, _ := strings.Cut(rest, ": ")
		i := Item{Page: book.ID(page)}
		i.What, i.Key, _ = strings.Cut(what, "#")
		i.Text, i.Links, _ = strings.Cut(text, " → ")
		if i.isHead() {
			i.Title, _, _ = strings.Cut(i.Text, separator)
		}
		list = append(list, i)
	}
	return list
}

// summed is a change in a line: "altered minor statement on talks: was ⇒ now (note)".
func summed(c book.Change) string {
	minor := ""
	if c.Minor {
		minor = " minor"
	}
	text := fmt.Sprintf("%s%s %s on %s: ", c.Kind, minor, c.What, c.Page)
	switch {
	case c.Was == c.Now:
		text += c.Now
	case c.Was != "" && c.Now != "":
		text += c.Was + " ⇒ " + c.Now
	default:
		text += c.Was + c.Now
	}
	if c.Note != "" {
		text += " (" + c.Note + ")"
	}
	return text
}

func TestCompare(t *testing.T) {
	t.Parallel()
	talks := []string{
		"talks page#chapter: The talks · 2014",
		"talks event#june: 12 June 2014, planned: Envoys meet at the [[bridge]] [@herald ¶1]",
		"talks heading: What happened",
		"talks statement: The envoys of both sides met twice that year [@herald ¶1].",
		"talks statement: Nothing was signed.",
		"talks statement: The ferry did not sail in June, the operator said [@herald ¶3].",
	}
	with := func(n int, line string) []string {
		list := slices.Clone(talks)
		if line == "" {
			return slices.Delete(list, n, n+1)
		}
		list[n] = line
		return list
	}
	for _, c := range []struct {
		name     string
		was, now []string
		want     []string
	}{
		{"nothing", talks, talks, nil},
		{"a number", talks, with(3, "talks statement: The envoys of both sides met thrice that year [@herald ¶1]."),
			[]string{"altered statement on talks: The envoys of both sides met twice that year [@herald ¶1]. ⇒ The envoys of both sides met thrice that year [@herald ¶1]."}},
		{"a citation", talks, with(3, "talks statement: The envoys of both sides met twice that year [@herald ¶2]."),
			[]string{"altered statement on talks: The envoys of both sides met twice that year [@herald ¶1]. ⇒ The envoys of both sides met twice that year [@herald ¶2]."}},
		{"planned and happened, whatever the words", talks, with(1, "talks event#june: 13 June 2014: They crossed over"),
			[]string{"altered event on talks: 12 June 2014, planned: Envoys meet at the [[bridge]] [@herald ¶1] ⇒ 13 June 2014: They crossed over"}},
		{"typography", talks, with(5, "talks statement: The ferry did not sail in June – the operator said  [@herald ¶3]."),
			[]string{"altered minor statement on talks: The ferry did not sail in June, the operator said [@herald ¶3]. ⇒ The ferry did not sail in June – the operator said  [@herald ¶3]."}},
		{"a statement less", talks, with(4, ""), []string{"withdrawn statement on talks: Nothing was signed."}},
		{"a statement more", with(4, ""), talks, []string{"added statement on talks: Nothing was signed."}},
		{"order", talks, []string{talks[0], talks[1], talks[2], talks[4], talks[5], talks[3]},
			[]string{"altered minor statement on talks: The envoys of both sides met twice that year [@herald ¶1]. (moved within the page)"}},
		{"links", talks, with(4, "talks statement: Nothing was signed. → bridge"),
			[]string{"altered minor statement on talks: Nothing was signed. (other links)"}},
		{"another page", append(slices.Clone(talks), "risk page#note: Risk"),
			append(with(5, ""), "risk page#note: Risk", "risk statement: The ferry did not sail in June, the operator said [@herald ¶3]."),
			[]string{"altered minor statement on risk: The ferry did not sail in June, the operator said [@herald ¶3]. (moved from “The talks”)"}},
		{"another page, and altered", append(slices.Clone(talks), "risk page#note: Risk"),
			append(with(5, ""), "risk page#note: Risk", "risk statement: The ferry did not sail in July, the operator said [@herald ¶3]."),
			[]string{"altered statement on risk: The ferry did not sail in June, the operator said [@herald ¶3]. ⇒ The ferry did not sail in July, the operator said [@herald ¶3]. (moved from “The talks”)"}},
		{"a judgement that becomes a statement", append(slices.Clone(talks), "talks judgement: The talks will go on."), append(slices.Clone(talks), "talks statement: The talks will go on."),
			[]string{"altered statement on talks: The talks will go on. (was a judgement)"}},
		{"a new page", talks, append(slices.Clone(talks), "risk page#note: Risk", "risk key point: A point.", "risk statement: One.", "risk statement: Two."),
			[]string{"added page on risk: Risk (with 1 key point, 2 statements)"}},
		{"a page that went", append(slices.Clone(talks), "risk page#note: Risk", "risk statement: One."), talks,
			[]string{"withdrawn page on risk: Risk (with 1 statement)"}},
		{"a page with another id", append(slices.Clone(talks), "risk page#note: Risk", "risk statement: One."),
			append(slices.Clone(talks), "danger page#note: Risk", "danger statement: One."),
			[]string{"altered minor page on danger: Risk (its id was “risk”)"}},
		{"a source with another id", append(slices.Clone(talks), "herald source: Envoys meet · Herald"),
			append(strings.Split(strings.ReplaceAll(strings.Join(talks, "\n"), "@herald", "@herald-2014"), "\n"), "herald-2014 source: Envoys meet · Herald"),
			[]string{
				"altered minor event on talks: 12 June 2014, planned: Envoys meet at the [[bridge]] [@herald ¶1] ⇒ 12 June 2014, planned: Envoys meet at the [[bridge]] [@herald-2014 ¶1] (a page it names has another id)",
				"altered minor statement on talks: The envoys of both sides met twice that year [@herald ¶1]. ⇒ The envoys of both sides met twice that year [@herald-2014 ¶1]. (a page it names has another id)",
				"altered minor statement on talks: The ferry did not sail in June, the operator said [@herald ¶3]. ⇒ The ferry did not sail in June, the operator said [@herald-2014 ¶3]. (a page it names has another id)",
				"altered minor source on herald-2014: Envoys meet · Herald (its id was “herald”)",
			}},
		{"a source superseded", []string{"herald source: Envoys meet · Herald"}, []string{"herald source#superseded: Envoys meet · Herald · superseded by [[post]]"},
			[]string{"superseded source on herald: Envoys meet · Herald ⇒ Envoys meet · Herald · superseded by [[post]]"}},
		{"substance first", talks, []string{talks[0], talks[1], "talks heading: What, happened", "talks statement: The envoys of both sides met once that year [@herald ¶1].", talks[4], talks[5]},
			[]string{"altered statement on talks: The envoys of both sides met twice that year [@herald ¶1]. ⇒ The envoys of both sides met once that year [@herald ¶1].",
				"altered minor heading on talks: What happened ⇒ What, happened"}},
	} {
		var got []string
		for _, d := range Compare(state(c.was...), state(c.now...)) {
			got = append(got, summed(d))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got\n  %s\nwant\n  %s", c.name, strings.Join(got, "\n  "), strings.Join(c.want, "\n  "))
		}
	}
}

func TestMinor(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		was, now string
		want     bool
	}{
		{"The talks, held in June, failed.", "The talks held in June failed!", true},
		{`He said "no" [@a ¶1].`, "He said “no” [@a ¶1].", true},
		{"the officials' word", "the officials’ word", true},
		{"co-operate", "cooperate", true},
		{"a well-known case", "a well known case", true},
		{"SEOUL agreed", "Seoul agreed", true},
		{"The Talks failed", "The talks failed", true},
		{"they will organise it", "they will organize it", true},
		{"the harbour of the centre", "the harbor of the center", true},
		{"it occured there", "it occurred there", true},
		{"the goverment said", "the government said", true},
		{"to recieve them", "to receive them", true},
		{"a seperate peace", "a separate peace", true},
		{"2014-2018", "2014–2018", true},
		{"na\u00efve", "nai\u0308ve", true},

		{"27 July", "28 July", false},
		{"1.5 million", "15 million", false},
		{"1,000", "1000", false},
		{"it did not fail", "it did fail", false},
		{"it may fail", "it will fail", false},
		{"in may", "in May", false},
		{"told us", "told US", false},
		{"They met.", "They met?", false},
		{"a so-called truce", "a “so-called” truce", false},
		{"[@a ¶1]", "[@a ¶2]", false},
		{"[@a ¶1]", "[@b ¶1]", false},
		{"Iran agreed", "Iraq agreed", false},
		{"Kim Jong Un", "Kim Jong Il", false},
		{"the county", "the country", false},
		{"he denied it", "he defied it", false},
		{"they were attacked", "they were attached", false},
		{"a million", "a billion", false},
		{"they agree", "they agreed", false},
		{"the official", "the officials", false},
		{"was untied", "was united", false},
		{"it is legal", "it is illegal", false},
		{"−5 degrees", "5 degrees", false},
		{"50 %", "50", false},
		{"10²", "102", false},
		{"남북 회담", "남북 희담", false},
		{"one two", "two one", false},
	} {
		if got := minor(c.was, c.now); got != c.want {
			t.Errorf("minor(%q, %q) = %v", c.was, c.now, got)
		}
		if got := minor(c.now, c.was); got != c.want {
			t.Errorf("minor(%q, %q) = %v", c.now, c.was, got)
		}
	}
}

// Each pair of words that both exist would be taken for one word and its misspelling.
func TestPairsAreNeeded(t *testing.T) {
	t.Parallel()
	for pair := range strings.FieldsSeq(pairs) {
		if a, b, _ := strings.Cut(pair, "/"); !misspelt(a, b) || respelt(a, b) || respelt(b, a) {
			t.Errorf("%s", pair)
		}
	}
}

// weave is a woven text as a redline: [-out-] and {+in+}.
func weave(list []book.Piece) string {
	var b strings.Builder
	for _, p := range list {
		text := p.Text
		if p.Cite != "" {
			text = "<" + string(p.Cite) + " " + p.Text + ">"
		} else if p.Page != "" {
			text = "<" + string(p.Page) + ">"
		}
		switch {
		case p.Was == p.Now:
		case p.Was:
			text = "[-" + text + "-]"
		default:
			text = "{+" + text + "+}"
		}
		b.WriteString(text)
	}
	return b.String()
}

func TestWoven(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ was, now, want string }{
		{"", "", ""},
		{"", "New words.", "{+New words.+}"},
		{"Old words.", "", "[-Old words.-]"},
		{"They met on 27 July.", "They met on 28 July.", "They met on [-27-] {+28+} July."},
		{"On 27 July they met.", "July they met.", "[-On 27 -]July they met."},
		{"They met.", "They met, again.", "They met{+, again+}."},
		{"They met [@a ¶1].", "They met [@a ¶2].", "They met [-<a ¶1>-] {+<a ¶2>+}."},
		{"At [[quay]] they met.", "At the quay they met.", "At [-<quay>-] {+the quay+} they met."},
		{"one two three four five six", "one 2 three 4 five six", "one [-two-] {+2+} three [-four-] {+4+} five six"},
		{"the long a way", "the short a road", "the [-long a way-] {+short a road+}"},
	} {
		if got := weave(woven(c.was, c.now)); got != c.want {
			t.Errorf("%q, %q: got %q, want %q", c.was, c.now, got, c.want)
		}
	}
}

// scribble makes up a state.
func scribble(r *rand.Rand) []Item {
	words := strings.Fields("the envoys met at a bridge in June and July 12 13 ferry not will may agreed denied [@herald ¶1] [@post ¶2] [[quay]] said – “no” ?")
	var lines []string
	for _, page := range []string{"one", "two", "three"} {
		if r.IntN(5) == 0 {
			continue
		}
		lines = append(lines, fmt.Sprintf("%s page#note: Title %d", page, r.IntN(3)))
		for range r.IntN(7) {
			var text []string
			for range 1 + r.IntN(6) {
				text = append(text, words[r.IntN(len(words))])
			}
			what := []string{"statement", "statement", "judgement", "event", "event#june", "heading"}[r.IntN(6)]
			lines = append(lines, page+" "+what+": "+strings.Join(text, " "))
		}
	}
	return state(lines...)
}

// Whatever two states are: a state does not differ from itself, what is in one only is told, and seen from the other
// side what was added was withdrawn.
func TestCompareHolds(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 11))
	for range 3000 {
		was, now := scribble(r), scribble(r)
		if r.IntN(2) == 0 && len(was) > 0 { // a few edits
			now = slices.Clone(was)
			for range 1 + r.IntN(3) {
				i, j := r.IntN(len(now)), r.IntN(len(now))
				switch r.IntN(3) {
				case 0:
					now[i].Text += " anew"
				case 1:
					now[i].Text, now[j].Text = now[j].Text, now[i].Text
				default:
					now = slices.Delete(now, i, i+1)
				}
				if len(now) == 0 {
					break
				}
			}
		}
		holds(t, was, now)
	}
}

func holds(t *testing.T, was, now []Item) {
	t.Helper()
	if d := Compare(was, was); len(d) != 0 {
		t.Fatalf("a state differs from itself: %v", summed(d[0]))
	}
	there, back := Compare(was, now), Compare(now, was)
	if (len(there) == 0) != equalByPage(was, now) {
		t.Fatalf("%d changes between\n%v\n%v", len(there), was, now)
	}
	count := func(list []book.Change, kind book.ChangeKind) (out []string) {
		for _, c := range list {
			if c.Kind == kind {
				out = append(out, c.What+" "+string(c.Page)+" "+c.Was+c.Now)
			}
		}
		slices.Sort(out)
		return out
	}
	if a, b := count(there, book.Added), count(back, book.Withdrawn); !slices.Equal(a, b) {
		t.Fatalf("added %q, withdrawn seen from the other side %q\nwas %v\nnow %v", a, b, was, now)
	}
	for _, c := range there {
		var a, b strings.Builder
		for _, p := range c.Woven {
			if p.Was {
				a.WriteString(plain(p))
			}
			if p.Now {
				b.WriteString(plain(p))
			}
		}
		if squeeze(a.String()) != squeeze(c.Was) || squeeze(b.String()) != squeeze(c.Now) {
			t.Fatalf("woven %q of %q and %q", weave(c.Woven), c.Was, c.Now)
		}
	}
	balanced(t, there, was, now)
}

// balanced checks that the changes account for all that is in one state and not in the other. A page that came or
// went as a whole is told as one: then there is nothing to count.
func balanced(t *testing.T, list []book.Change, was, now []Item) {
	t.Helper()
	if !slices.Equal(pagesOf(was), pagesOf(now)) {
		return
	}
	sum := map[string]int{}
	for _, i := range was {
		sum[i.Text]--
	}
	for _, i := range now {
		sum[i.Text]++
	}
	for _, c := range list {
		sum[c.Was]++
		sum[c.Now]--
	}
	delete(sum, "")
	for text, n := range sum {
		if n != 0 {
			t.Fatalf("%q is not accounted for (%d) in\n%v", text, n, list)
		}
	}
}

// equalByPage compares two states page by page.
func equalByPage(was, now []Item) bool {
	a, b := byPage(was), byPage(now)
	if len(a) != len(b) {
		return false
	}
	for id := range a {
		if !Same(a[id], b[id]) {
			return false
		}
	}
	return true
}

func plain(p book.Piece) string {
	switch {
	case p.Cite != "":
		return "[@" + string(p.Cite) + " " + p.Text + "]"
	case p.Page != "":
		return "[[" + string(p.Page) + "]]"
	}
	return p.Text
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

func FuzzCompare(f *testing.F) {
	f.Add("a page: One\na statement: Words [@x ¶1].", "a page: One\na statement: Words [@x ¶2].")
	f.Add("a statement: [[b]] [@", "b statement: [[")
	f.Fuzz(func(t *testing.T, a, b string) {
		tidy := func(s string) []Item {
			list := state(strings.Split(s, "\n")...)
			for i := range list {
				list[i].Text, list[i].Links = oneLine(list[i].Text), oneLine(list[i].Links)
			}
			return list
		}
		was, now := tidy(a), tidy(b)
		if d := Compare(was, was); len(d) != 0 {
			t.Errorf("a state differs from itself: %s", summed(d[0]))
		}
		if d := Compare(was, now); (len(d) == 0) != equalByPage(was, now) {
			t.Errorf("%d changes", len(d))
		}
	})
}
