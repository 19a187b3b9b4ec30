package evidence

import (
	"slices"
	"strings"
)

// mostBeside is how many words at either end of a quotation that differ are laid along what stands there.
const mostBeside = 4

// alignment is the best way to lay the words of a quotation along a run of a paragraph.
type alignment struct {
	score       float64
	want, have  []term
	with        []int // of each word of the paragraph: the word of the quotation it is laid against, from 1; 0 for none
	same        []bool
	first, last int   // words of the paragraph that the passage holds, last exclusive
	without     []int // words of the quotation for which there is none
}

// align is Smith and Waterman's local alignment over words: a word in common gains 2, a word too many or too few
// costs 1, one word for another costs 1.
func align(want, have []term) alignment {
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
	a := alignment{want: want, have: have, with: make([]int, len(have)), same: make([]bool, len(have))}
	if best == 0 {
		return a
	}
	i, j := at/width, at%width
	a.last = j
	for k := i; k < len(want) && a.last < len(have) && k < i+mostBeside; k++ {
		a.last++
		a.with[a.last-1] = k + 1
	}
	for k := i + a.last - j; k < len(want); k++ {
		a.without = append(a.without, k)
	}
	i, a.first = a.back(grid, i, j)
	for k := 0; i > 0 && a.first > 0 && k < mostBeside; k++ {
		i, a.first = i-1, a.first-1
		a.with[a.first] = i + 1
	}
	for ; i > 0; i-- {
		a.without = append(a.without, i-1)
	}
	slices.Sort(a.without)
	return a
}

// back follows the best way from a place of the grid to where it begins.
func (a *alignment) back(grid []int16, i, j int) (first, start int) {
	width, matches := len(a.have)+1, 0
	for i > 0 && j > 0 && grid[i*width+j] > 0 {
		n, diagonal := grid[i*width+j], grid[(i-1)*width+j-1]
		key := a.want[i-1].key == a.have[j-1].key
		switch {
		case key && n == diagonal+2:
			a.with[j-1], a.same[j-1] = i, a.want[i-1].text() == a.have[j-1].text()
			matches++
			i, j = i-1, j-1
		case !key && n == diagonal-1:
			a.with[j-1] = i
			i, j = i-1, j-1
		case n == grid[(i-1)*width+j]-1:
			a.without = append(a.without, i-1)
			i--
		default:
			j--
		}
	}
	a.score = float64(matches) / float64(len(a.want))
	return i, j
}

// differs gives the runs of the folded text, from the first word of the passage to the last, that the quotation does
// not have so: other words, and stops and marks behind words.
func (a *alignment) differs() (out []stretch) {
	for j := a.first; j < a.last; j++ {
		word := stretch{int(a.have[j].start), int(a.have[j].end)}
		if a.same[j] && (j+1 == a.last || !a.same[j+1] || a.with[j+1] != a.with[j]+1) {
			continue
		}
		if a.same[j] {
			i := a.with[j]
			behind := a.have[j].f.text[a.have[j].end:a.have[j+1].start]
			if behind == a.want[i-1].f.text[a.want[i-1].end:a.want[i].start] {
				continue
			}
			word.end += len(strings.TrimRight(behind, " "))
		}
		if k := len(out) - 1; k >= 0 && (out[k].end == word.start || !a.same[j] && j > a.first && out[k].end == int(a.have[j-1].end)) {
			out[k].end = word.end
		} else {
			out = append(out, word)
		}
	}
	return out
}
