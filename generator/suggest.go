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
	Date    string    `json:"date"`    // EDTF
	Planned bool      `json:"planned"` // no source tells that it took place
	Line    string    `json:"line"`    // an item to finish and paste under a heading "Chronology"
	Told    []Telling `json:"told"`
}

// Telling is where a source tells of a date.
type Telling struct {
	Article   string `json:"article"`
	Paragraph int    `json:"paragraph"`
	Text      string `json:"text"`              // the expression: "last Tuesday"
	Working   string `json:"working,omitempty"` // how it came to the date
	Planned   bool   `json:"planned,omitempty"` // what was still to come when the source appeared
	Sentence  string `json:"sentence"`          // the words around it, as they stand
}

// longest is how many days a suggested date may span: a month. "2018" is no event.
const longestSpan = 31

// Suggest lists dates from the originals at hand that no event of a chapter or note has, in order. Only what is
// certain and no wider than a month is suggested. Call it after Check.
func (g *Generator) Suggest(ctx context.Context) ([]Suggestion, error) {
	r := g.store.Outside()
	s := g.steps
	have := chronicleOf(memo.Get(r, s.refsKey(), s.refs).Events(""))
	found := map[span]*Suggestion{}
	var order []span
	var err error
	s.order(r).All(func(h book.Head) bool {
		if err = ctx.Err(); err != nil || h.Kind != book.Article {
			return err == nil
		}
		d := s.dated(r, h.ID)
		for i, list := range d.times {
			for _, e := range list {
				at := spanOf(e.When)
				if e.Certainty != when.Certain || at.days() > longestSpan || have.has(at, h.ID, i+1) {
					continue
				}
				if found[at] == nil {
					found[at] = &Suggestion{Date: at.date(e.When)}
					order = append(order, at)
				}
				t := telling(h.ID, i+1, d.Paragraphs[i], e)
				t.Planned = e.Planned || !h.Date.IsZero() && spanOf(h.Date).last.Number() < at.first.Number()
				found[at].Told = append(found[at].Told, t)
			}
		}
		return true
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(order, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.first.Number(), b.first.Number()), cmp.Compare(a.last.Number(), b.last.Number()))
	})
	out := make([]Suggestion, 0, len(order))
	for _, at := range order {
		out = append(out, found[at].finish())
	}
	return out, nil
}

// chronicle is what a chronology has: the days of its events, and what each paragraph that it cites was cited for.
type chronicle struct {
	days map[span]bool
	from map[passage][]span
}

// passage is a paragraph of a source.
type passage struct {
	source book.ID
	n      int
}

func chronicleOf(events []book.Dated) chronicle {
	c := chronicle{map[span]bool{}, map[passage][]span{}}
	for _, e := range events {
		c.days[spanOf(e.Date)] = true
		at := []span{spanOf(e.Date)}
		if e.Date.IsInterval() { // "since April" is told by an event that begins in April
			at = append(at, spanOf(e.Date.Start()), spanOf(e.Date.End()))
		}
		for _, cite := range e.Cites {
			for _, r := range cite.Paras {
				for n := r.First; n <= min(r.Last, r.First+mostCited); n++ {
					p := passage{cite.Source, n}
					c.from[p] = append(c.from[p], at...)
				}
			}
		}
	}
	return c
}

// mostCited bounds a range of paragraphs that is looked through.
const mostCited = 100

// has reports whether the chronology has a date: as it is, or more exactly and from the same paragraph.
func (c chronicle) has(at span, source book.ID, n int) bool {
	return c.days[at] || slices.ContainsFunc(c.from[passage{source, n}], func(s span) bool { return s.within(at) })
}

// finish writes the item of the chronology. It is planned when no source tells of it as past.
func (s *Suggestion) finish() Suggestion {
	s.Planned = !slices.ContainsFunc(s.Told, func(t Telling) bool { return !t.Planned })
	var cites []string
	working, stated := "", false
	for _, t := range s.Told {
		cite := fmt.Sprintf("@%s ¶%d", t.Article, t.Paragraph)
		if !slices.Contains(cites, cite) {
			cites = append(cites, cite)
		}
		if t.Planned == s.Planned {
			stated = stated || t.Working == ""
			working = cmp.Or(working, t.Working)
		}
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
	switch i := slices.IndexFunc(right, endsSentence); {
	case len(right) > 0 && !strings.HasPrefix(after, " ") && strings.Trim(right[0], ".!?。\"”’)") == "":
		right = right[:1] // the expression ends the sentence
	case i >= 0:
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

// within reports whether all days of s are days of o.
func (s span) within(o span) bool {
	return s.first.Number() >= o.first.Number() && s.last.Number() <= o.last.Number()
}

// date writes a suggested date: as it was found, without a time of day.
func (s span) date(d edtf.Date) string {
	day, _, _ := strings.Cut(d.String(), "T")
	return day
}

func (s span) days() int {
	if s.first == edtf.DayMin || s.last == edtf.DayMax {
		return longestSpan + 1
	}
	return int(s.last.Number()-s.first.Number()) + 1
}
