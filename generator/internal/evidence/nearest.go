package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// Nearest is the run of a source that comes nearest to a quotation.
type Nearest struct {
	Para    int // from 1
	Text    string
	Differs []book.Range // words of Text, from 1, that the quotation does not have so
	Score   float64      // 0–1: how much of the quotation stands there
}

// least is how much of a quotation must stand in a passage for it to be shown.
const least = .4

// Nearest finds the passage that shares most words, in order, with the quotation. ok is false when none shares
// enough to help.
func (s *Source) Nearest(words string) (best Nearest, ok bool) {
	want := tokens(edges(words))
	if len(want) == 0 {
		return best, false
	}
	for i, p := range s.original.Paragraphs {
		if at := align(want, tokens(p)); at.score > best.Score {
			best = at.passage(i+1, p)
		}
	}
	return best, best.Score >= least
}

// word is a word of a text: where it stands, and by what it is compared.
type word struct {
	start, end int // bytes
	key        string
}

func tokens(s string) []word {
	var out []word
	start := -1
	end := func(i int) {
		if start >= 0 {
			out = append(out, word{start, i, strings.ToLower(fold(s[start:i]).text)})
			start = -1
		}
	}
	for i, r := range s {
		if inner := start >= 0 && (quotationMark(r) || r == '-') && i+utf8.RuneLen(r) < len(s) && joins(s[i+utf8.RuneLen(r):]); unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || inner {
			if start < 0 {
				start = i
			}
			continue
		}
		end(i)
	}
	end(len(s))
	return out
}

// alignment is the best way to lay a quotation along a run of a paragraph.
type alignment struct {
	score   float64
	words   []word
	first   int // words of the paragraph
	last    int
	matches map[int]bool
}

// align is Smith and Waterman's local alignment over words: a word in common gains 2, a word too many or too few
// costs 1, one word for another costs 1.
func align(want, have []word) alignment {
	width := len(have) + 1
	grid := make([]int16, (len(want)+1)*width)
	best, at := int16(0), 0
	for i := 1; i <= len(want); i++ {
		for j := 1; j <= len(have); j++ {
			n := max(0, grid[(i-1)*width+j]-1, grid[i*width+j-1]-1)
			if want[i-1].key == have[j-1].key {
				n = max(n, grid[(i-1)*width+j-1]+2)
			} else {
				n = max(n, grid[(i-1)*width+j-1]-1)
			}
			if grid[i*width+j] = n; n > best {
				best, at = n, i*width+j
			}
		}
	}
	a := alignment{words: have, matches: map[int]bool{}}
	for i, j := at/width, at%width; i > 0 && j > 0 && grid[i*width+j] > 0; {
		n := grid[i*width+j]
		same := want[i-1].key == have[j-1].key
		if a.last == 0 {
			a.last = j
		}
		a.first = j
		switch {
		case same && n == grid[(i-1)*width+j-1]+2:
			a.matches[j] = true
			i, j = i-1, j-1
		case !same && n == grid[(i-1)*width+j-1]-1:
			i, j = i-1, j-1
		case n == grid[(i-1)*width+j]-1:
			i--
		default:
			j--
		}
	}
	a.score = float64(len(a.matches)) / float64(len(want))
	return a
}

func (a alignment) passage(para int, text string) Nearest {
	p := Nearest{Para: para, Score: a.score}
	if a.first == 0 {
		return p
	}
	p.Text = text[a.words[a.first-1].start:a.words[a.last-1].end]
	for j := a.first; j <= a.last; j++ {
		if a.matches[j] {
			continue
		}
		n := j - a.first + 1
		if k := len(p.Differs) - 1; k >= 0 && p.Differs[k].Last == n-1 {
			p.Differs[k].Last = n
		} else {
			p.Differs = append(p.Differs, book.Range{First: n, Last: n})
		}
	}
	return p
}
