package pdf

import (
	"math"
	"slices"
	"strings"
)

// Line is a line of text and where it stands, in points from the page's upper left corner.
type Line struct {
	Page  int // from 1
	Block int // lines with one number stand under one another, in one column
	Text  string

	Left, Right, Top, Bottom float64

	Size  float64 // of its letters: the usual height of its words
	First float64 // how wide its first word is
}

// Beside reports whether m goes on in the row of l, to its right.
func (l Line) Beside(m Line) bool {
	return l.Page == m.Page && l.Block == m.Block && m.Left >= l.Right && math.Abs(m.Top-l.Top) < .3*l.Size
}

// Join makes a line of words, which are lines of one word each, from left to right.
func Join(page, block int, words []Line) Line {
	l := Line{Page: page, Block: block, Left: words[0].Left, First: words[0].Right - words[0].Left, Top: words[0].Top}
	var text strings.Builder
	heights := make([]float64, 0, len(words))
	for i, w := range words {
		if i > 0 {
			text.WriteByte(' ')
		}
		text.WriteString(w.Text)
		l.Left, l.Top = min(l.Left, w.Left), min(l.Top, w.Top)
		l.Right, l.Bottom = max(l.Right, w.Right), max(l.Bottom, w.Bottom)
		heights = append(heights, w.Bottom-w.Top)
	}
	slices.Sort(heights)
	l.Text, l.Size = text.String(), heights[len(heights)/2]
	return l
}
