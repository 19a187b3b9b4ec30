package evidence

import (
	"slices"
	"strings"

	"briefbook/generator/internal/book"
)

// look looks for a quotation, in whichever reading, in each run of paragraphs it cites, in the paragraphs from the
// first cited to the last, and in all.
func (s *Source) look(list []quote, cited []book.Range) (Finding, bool) {
	all := book.Range{First: 1, Last: len(s.starts)}
	if len(cited) == 0 {
		return s.within(list, all)
	}
	hull := cited[0]
	for _, r := range cited {
		if f, ok := s.within(list, r); ok {
			return f, true
		}
		hull = book.Range{First: min(hull.First, r.First), Last: max(hull.Last, r.Last)}
	}
	if len(cited) > 1 {
		if f, ok := s.within(list, hull); ok && f.stands(cited) {
			return f, true
		}
	}
	f, ok := s.within(list, all)
	if ok && (f.Verdict.Holds() || f.Verdict == book.ElidedFar) {
		f.Verdict = book.WrongParagraph
	}
	return f, ok
}

// stands reports whether every passage lies in a paragraph that is cited.
func (f Finding) stands(cited []book.Range) bool {
	return !slices.ContainsFunc(f.Where, func(p book.Passage) bool {
		return !slices.ContainsFunc(cited, func(r book.Range) bool { return r.First <= p.Para && p.Para <= r.Last })
	})
}

// within looks for the quotation in a run of paragraphs: as it stands, then taken apart; and parts near each other
// before parts that are far.
func (s *Source) within(list []quote, r book.Range) (Finding, bool) {
	first, last := max(1, r.First), min(r.Last, len(s.starts))
	if last < first {
		return Finding{}, false
	}
	begin, end := s.starts[first-1], len(s.joined)
	if last < len(s.starts) {
		end = s.starts[last] - 1
	}
	for _, near := range []bool{true, false} {
		for _, q := range list {
			for f := range s.readings(q.web) {
				in := stretch{f.after(begin), f.after(end)}
				parts, exact := q.among(f, in, near)
				if len(parts) > 0 {
					return Finding{Verdict: q.verdict(near, exact), Where: s.where(f, parts)}, true
				}
			}
		}
	}
	return Finding{}, false
}

// readings gives the source folded in each way that makes a difference.
func (s *Source) readings(web bool) func(yield func(*folded) bool) {
	return func(yield func(*folded) bool) {
		seen := s.body(0).seen
		for with := leeway(0); with <= everything; with++ {
			if with&^seen == 0 && (with&addressed != 0) == web && !yield(s.body(with)) {
				return
			}
		}
	}
}

// among looks for the quotation in a stretch of a folded text and says whether it stands there to the character.
func (q quote) among(f *folded, in stretch, near bool) (parts []stretch, exact bool) {
	if len(q.pieces) == 0 || !near && len(q.pieces) == 1 {
		return nil, false
	}
	strict := q.strict()
	parts = strict.find(f, in.start, in.end, near)
	if loose, ok := strict.loose(); parts == nil && ok {
		parts = loose.find(f, in.start, in.end, near)
	}
	return parts, len(parts) == 1 && q.raw != "" && strict.exactly(f, parts[0])
}

// verdict is that of a quotation whose parts stand where they should.
func (q quote) verdict(near, exact bool) book.Verdict {
	words, inRow := q.held()
	elided := slices.ContainsFunc(q.pieces[1:], func(p piece) bool { return p.gap == elision })
	switch {
	case words < fewest && !q.edits:
		return book.TooShort
	case words < fewest || inRow < fewInRow && (elided || q.edits):
		return book.TooFew
	case !near:
		return book.ElidedFar
	case q.edits:
		return book.Bracketed
	case elided:
		return book.Elided
	case exact:
		return book.Exact
	}
	return book.Normalised
}

// where turns stretches of the folded body into passages of paragraphs.
func (s *Source) where(f *folded, parts []stretch) []book.Passage {
	var out []book.Passage
	for _, p := range parts {
		from, to := f.start(p.start), f.end(p.end)
		first, found := slices.BinarySearch(s.starts, from)
		if !found {
			first--
		}
		for i := first; i < len(s.starts) && s.starts[i] < to; i++ {
			begin := s.starts[i]
			text := s.original.Paragraphs[i]
			start, end := max(from-begin, 0), min(to-begin, len(text))
			if strings.TrimSpace(text[min(start, end):end]) != "" {
				out = append(out, book.Passage{Para: i + 1, Start: start, End: end})
			}
		}
	}
	return out
}
