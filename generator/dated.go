package generator

import (
	"fmt"
	"strings"

	"briefbook/generator/internal/article"
	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
	"briefbook/generator/internal/memo"
	"briefbook/generator/internal/when"
)

// dated is an original with its date expressions, paragraph by paragraph, and marked with them.
type dated struct {
	*book.Original
	times [][]when.Expression
	sum   memo.Sum
}

func (d dated) Sum() memo.Sum { return d.sum }

// dated finds the date expressions of a source's original, counted from the date of its card.
func (s *steps) dated(r *memo.Run, id book.ID) dated {
	f, ok := s.file(r, id)
	if !ok || f.Kind != book.Article {
		return dated{}
	}
	return memo.Get(r, memo.Key{Kind: kindDated, Name: f.Path}, func(r *memo.Run) dated {
		c := s.original(r, f.ID)
		if c.Original == nil {
			return dated{}
		}
		m := s.meta(r, f)
		d := dated{times: make([][]when.Expression, len(c.Paragraphs))}
		var marks []book.Mark
		for i, text := range c.Paragraphs {
			d.times[i] = when.Find(text, m.Date, c.Language)
			for k, e := range d.times[i] {
				if e.Certainty == when.Certain && e.Working != "" && m.Card.DateBasis == "inferred" { // counted from a guess
					e.Certainty = when.Uncertain
					d.times[i][k] = e
				}
				marks = append(marks, book.Mark{Para: i + 1, Start: e.Start, End: e.End, Kind: book.Time, Value: e.Value, When: e.When, Note: working(e)})
			}
		}
		d.Original = article.Marked(c.Original, marks)
		d.sum = memo.SumOf(fmt.Appendf(c.sum[:], "%s %v", m.Date, marks))
		return d
	})
}

// working is how a date expression came to its value, in words.
func working(e when.Expression) string {
	switch {
	case e.Certainty == when.NeedsDate:
		return "not resolved: the date of publication is not known"
	case e.Certainty == when.Uncertain && e.Working != "":
		return "uncertain: " + e.Working
	}
	return e.Working
}

// reasons are the sentences that an inferred date rests on, by paragraph.
func reasons(list []when.Evidence) string {
	var out []string
	for _, e := range list {
		out = append(out, fmt.Sprintf("%s (¶%d)", e.Says, e.Para))
	}
	return strings.Join(out, "; ")
}

// published is the date of publication as front matter has it: what the text states.
func published(o *book.Original) edtf.Date {
	d, err := edtf.Parse(o.Date.Text)
	if err != nil {
		return edtf.Date{}
	}
	return d
}
