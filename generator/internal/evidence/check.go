package evidence

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"briefbook/generator/internal/book"
)

// verbatim looks for the quotation as it is written, brackets and dots included.
func (s *Source) verbatim(q quote, words string, cited []book.Range) (Finding, bool) {
	whole := quote{parts: []part{{{text: q.whole}}}}
	f, ok := s.taken(whole, cited)
	if !ok {
		return Finding{}, false
	}
	n := wordCount(q.whole)
	switch {
	case n < fewest:
		f.Verdict = book.TooShort
	case f.Verdict == book.Elided || f.Verdict == book.Normalised:
		f.Verdict = book.Normalised
		if strings.Contains(s.joined, strings.TrimRight(edges(words), " .,;:!?")) {
			f.Verdict = book.Exact
		}
	}
	return f, true
}

// taken looks for the quotation part by part: in the paragraphs it cites, else in all.
func (s *Source) taken(q quote, cited []book.Range) (Finding, bool) {
	for _, r := range cited {
		if f, ok := s.within(q, r); ok {
			return f, true
		}
	}
	f, ok := s.within(q, book.Range{First: 1, Last: len(s.starts)})
	if ok && len(cited) > 0 && (f.Verdict.Holds() || f.Verdict == book.ElidedFar) {
		f.Verdict = book.WrongParagraph
	}
	return f, ok
}

// within looks for the quotation in a run of paragraphs.
func (s *Source) within(q quote, r book.Range) (Finding, bool) {
	if r.First < 1 || r.First > len(s.starts) || r.Last < r.First {
		return Finding{}, false
	}
	begin := s.starts[r.First-1]
	end := len(s.joined)
	if r.Last < len(s.starts) {
		end = s.starts[r.Last] - 1
	}
	from, to := s.folds(begin), s.folds(end)
	parts, ok := q.find(s.body.text[from:to])
	if !ok {
		return Finding{}, false
	}
	f := Finding{Verdict: q.verdict()}
	for i, p := range parts {
		if i > 0 && wordCount(s.body.text[from+parts[i-1].end:from+p.start]) > farthest && f.Verdict == book.Elided {
			f.Verdict = book.ElidedFar
		}
		f.Where = append(f.Where, s.places(from+p.start, from+p.end)...)
	}
	return f, true
}

// verdict is that of a quotation whose parts stand where they should.
func (q quote) verdict() book.Verdict {
	switch {
	case q.words > 0 && q.words < fewest && (q.edits || len(q.parts) > 1):
		return book.TooFew
	case q.words > 0 && q.words < fewest:
		return book.TooShort
	case len(q.parts) > 1:
		return book.Elided
	case q.edits:
		return book.Bracketed
	}
	return book.Normalised
}

// folds is the byte of the folded body that stands for a byte of the joined paragraphs.
func (s *Source) folds(at int) int {
	return min(sort.Search(len(s.body.at), func(i int) bool { return int(s.body.at[i]) >= at }), len(s.body.text))
}

// places turns a run of the folded body into runs of paragraphs.
func (s *Source) places(start, end int) []book.Passage {
	from, to := int(s.body.at[start]), int(s.body.at[end])
	to = from + len(strings.TrimRight(s.joined[from:to], " \n"))
	var out []book.Passage
	first, found := slices.BinarySearch(s.starts, from)
	if !found {
		first--
	}
	for i := first; i < len(s.starts) && s.starts[i] < to; i++ {
		last := len(s.joined)
		if i+1 < len(s.starts) {
			last = s.starts[i+1] - 1
		}
		out = append(out, book.Passage{Para: i + 1, Start: max(from, s.starts[i]) - s.starts[i], End: min(to, last) - s.starts[i]})
	}
	return out
}

// elsewhere looks for words that are not the article's where they may have come from.
func (s *Source) elsewhere(q quote) Finding {
	for _, r := range s.original.Receipts {
		if _, ok := q.find(fold(r.Text).text); ok {
			return Finding{Verdict: book.OnlyInDropped, Reason: r.Reason}
		}
	}
	if _, ok := q.find(fold(s.original.Title.Text).text); ok && s.original.Title.Text != "" {
		return Finding{Verdict: book.OnlyInDropped, Reason: "title"}
	}
	for _, aside := range s.asides() {
		for _, p := range s.original.Paragraphs {
			if _, ok := q.find(fold(aside + " " + p).text); ok {
				return Finding{Verdict: book.SpansMetadata}
			}
			if _, ok := q.find(fold(p + " " + aside).text); ok {
				return Finding{Verdict: book.SpansMetadata}
			}
		}
	}
	return Finding{Verdict: book.NotFound}
}

// asides are texts beside the article that are short enough to have slipped into a quotation.
func (s *Source) asides() []string {
	list := []string{s.original.Title.Text}
	for _, r := range s.original.Receipts {
		if len(r.Text) < 400 {
			list = append(list, r.Text)
		}
	}
	for _, h := range s.original.Headings {
		list = append(list, h.Text)
	}
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b)) })
	return slices.DeleteFunc(slices.Compact(list), func(a string) bool { return a == "" })
}
