package generator

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
	"briefbook/generator/internal/memo"
	"briefbook/generator/internal/when"
)

// Suggestion is a date that sources tell of and the chronology does not have.
type Suggestion struct {
	Date    string    `json:"date"` // EDTF
	Planned bool      `json:"planned"`
	Line    string    `json:"line"` // an item to finish and paste under a heading "Chronology"
	Told    []Telling `json:"told"`
}

// Telling is where a source tells of a date.
type Telling struct {
	Article   string `json:"article"`
	Paragraph int    `json:"paragraph"`
	Text      string `json:"text"`              // the expression: "last Tuesday"
	Working   string `json:"working,omitempty"` // how it came to the date
	Sentence  string `json:"sentence"`          // the words around it, as they stand
}

// longest is how many days a suggested date may span: a month. "2018" is no event.
const longestSpan = 31

// Suggest lists dates from the originals at hand that no event of a chapter or note has, in order. Only what is
// certain and no wider than a month is suggested. Call it after Check.
func (g *Generator) Suggest(ctx context.Context) ([]Suggestion, error) {
	r := g.store.Outside()
	s := g.steps
	told := map[span]bool{}
	for _, e := range memo.Get(r, s.refsKey(), s.refs).Events("") {
		told[spanOf(e.Date)] = true
	}
	found := map[suggested]*Suggestion{}
	var err error
	s.order(r).All(func(h book.Head) bool {
		if err = ctx.Err(); err != nil || h.Kind != book.Article {
			return err == nil
		}
		d := s.dated(r, h.ID)
		for i, list := range d.times {
			for _, e := range list {
				if at := spanOf(e.When); e.Certainty == when.Certain && at.days() <= longestSpan && !told[at] {
					add(found, e, telling(h.ID, i+1, d.Paragraphs[i], e))
				}
			}
		}
		return true
	})
	if err != nil {
		return nil, err
	}
	out := make([]Suggestion, 0, len(found))
	order := func(a, b suggested) int {
		return cmp.Or(edtf.Compare(a.date, b.date), strings.Compare(a.state(), b.state()))
	}
	keys := make([]suggested, 0, len(found))
	for k := range found {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, order)
	for _, k := range keys {
		out = append(out, found[k].finish())
	}
	return out, nil
}

// suggested tells suggestions apart.
type suggested struct {
	date    edtf.Date
	planned bool
}

func (s suggested) state() string {
	if s.planned {
		return "planned"
	}
	return "happened"
}

func add(found map[suggested]*Suggestion, e when.Expression, t Telling) {
	key := suggested{e.When, e.Planned}
	if found[key] == nil {
		found[key] = &Suggestion{Date: e.When.String(), Planned: e.Planned}
	}
	found[key].Told = append(found[key].Told, t)
}

// finish writes the item of the chronology.
func (s *Suggestion) finish() Suggestion {
	var cites []string
	working, stated := "", false
	for _, t := range s.Told {
		cite := fmt.Sprintf("@%s ¶%d", t.Article, t.Paragraph)
		if !slices.Contains(cites, cite) {
			cites = append(cites, cite)
		}
		stated = stated || t.Working == ""
		working = cmp.Or(working, t.Working)
	}
	aside := ""
	switch {
	case s.Planned:
		aside = " (planned)"
	case !stated:
		aside = " (derived: " + strings.NewReplacer("(", "", ")", "").Replace(working) + ")"
	}
	s.Line = fmt.Sprintf("- %s%s: … [%s]", s.Date, aside, strings.Join(cites, "; "))
	return *s
}

// telling quotes the sentence around an expression, at most some words on both sides.
func telling(id book.ID, n int, text string, e when.Expression) Telling {
	const most = 14
	before, after := text[:e.Start], text[e.End:]
	if i := strings.LastIndexAny(before, ".!?。"); i >= 0 && strings.HasPrefix(strings.TrimLeft(before[i:], ".!?。\"”’)"), " ") {
		before = before[i+1:]
	}
	left, right := strings.Fields(before), strings.Fields(after)
	if i := slices.IndexFunc(right, endsSentence); i >= 0 {
		right = right[:i+1]
	}
	sentence := strings.TrimSpace(strings.Join(left[max(0, len(left)-most):], " ") + " " + text[e.Start:e.End])
	if len(left) > most {
		sentence = "… " + sentence
	}
	if len(right) > most {
		right = append(right[:most:most], "…")
	}
	if tail := strings.Join(right, " "); tail != "" && !strings.HasPrefix(after, " ") {
		sentence += tail
	} else if tail != "" {
		sentence += " " + tail
	}
	return Telling{Article: string(id), Paragraph: n, Text: e.Text, Working: e.Working, Sentence: sentence}
}

func endsSentence(word string) bool {
	bare := strings.TrimRight(word, "\"”’)")
	return strings.HasSuffix(bare, ".") && strings.Count(bare, ".") == 1 && len(bare) > 3 ||
		strings.HasSuffix(bare, "!") || strings.HasSuffix(bare, "?") || strings.HasSuffix(bare, "。")
}

// span is the days a date can mean.
type span struct{ first, last edtf.Day }

func spanOf(d edtf.Date) span { return span{d.First(), d.Last()} }

func (s span) days() int {
	if s.first == edtf.DayMin || s.last == edtf.DayMax {
		return longestSpan + 1
	}
	return int(s.last.Number()-s.first.Number()) + 1
}
