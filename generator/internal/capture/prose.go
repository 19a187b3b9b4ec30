package capture

import (
	"math"
	"slices"
	"strings"

	"briefbook/generator/internal/pdf"
)

// prose makes paragraphs of lines. Lines of one block are parted where the paper shows a new paragraph: by space
// above, another size of letter, an indent, an item's mark, or a line that ended although the next word would have
// fitted on it. A paragraph that runs over into the next column or page is made whole again; what stood between
// its parts, a page number or a running head, follows it.
func prose(lines []pdf.Line) string {
	if len(lines) == 0 {
		return ""
	}
	words := learn(lines)
	body := bodySize(lines)
	var pieces []piece
	for start := 0; start < len(lines); {
		end := start + 1
		for end < len(lines) && lines[end].Block == lines[start].Block && lines[end].Page == lines[start].Page {
			end++
		}
		pieces = part(pieces, lines[start:end], body)
		start = end
	}
	var out strings.Builder
	for _, p := range weld(pieces) {
		if text := words.join(p); text != "" {
			if out.Len() > 0 {
				out.WriteString("\n\n")
			}
			out.WriteString(text)
		}
	}
	return out.String()
}

// piece is a paragraph, or what one column holds of it.
type piece struct {
	lines       []pdf.Line
	column      column
	first, last bool // of its block
}

// column is what the lines of a block have in common.
type column struct {
	left, right float64
	base        float64 // where most lines begin
	leading     float64 // from line to line
	lines       int
	title       bool // set larger than the text
	hangs       bool // it is the further lines of a paragraph that are indented, not the first
}

func measure(block []pdf.Line, body float64) column {
	c := column{left: block[0].Left, lines: len(block)}
	var lefts, rights, steps, sizes []float64
	hanging := 0
	for i, l := range block {
		c.left = min(c.left, l.Left)
		lefts, rights, sizes = append(lefts, l.Left), append(rights, l.Right), append(sizes, l.Size)
		if i > 0 && l.Top > block[i-1].Top {
			steps = append(steps, l.Top-block[i-1].Top)
		}
		if i > 0 && !ends(block[i-1].Text) { // within a paragraph
			switch step := l.Left - block[i-1].Left; {
			case step > .8*l.Size:
				hanging++
			case step < -.8*l.Size:
				hanging--
			}
		}
	}
	c.base, c.leading, c.right = median(lefts), median(steps), edge(rights)
	c.hangs = hanging > 0
	c.title = median(sizes) > 1.15*body
	return c
}

// edge is where a column ends: as far as its widest lines reach, but for one that juts out.
func edge(rights []float64) float64 {
	slices.Sort(rights)
	last := len(rights) - 1
	if last > 3 && rights[last]-rights[last-1] > 2 && rights[last-1]-rights[last-2] < 2 {
		return rights[last-1]
	}
	return rights[last]
}

// median is the lower one of the two in the middle.
func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return values[(len(values)-1)/2]
}

// bodySize is the size of letter that most of the text is set in.
func bodySize(lines []pdf.Line) float64 {
	sizes := map[float64]int{}
	for _, l := range lines {
		sizes[math.Round(l.Size*2)/2] += len(l.Text)
	}
	best, most := 0., 0
	for size, n := range sizes {
		if n > most || n == most && size < best {
			best, most = size, n
		}
	}
	return best
}

// part adds the paragraphs of a block to pieces.
func part(pieces []piece, block []pdf.Line, body float64) []piece {
	c := measure(block, body)
	start := 0
	for i := 1; i <= len(block); i++ {
		if i == len(block) || c.parts(block, i) {
			pieces = append(pieces, piece{block[start:i], c, start == 0, i == len(block)})
			start = i
		}
	}
	return pieces
}

// parts reports whether a paragraph begins with line i of a block.
func (c column) parts(block []pdf.Line, i int) bool {
	a, b := block[i-1], block[i]
	step := b.Top - a.Top
	if !alike(a.Size, b.Size) || step <= 0 || step > 1.35*c.leading {
		return true
	}
	if c.lines == 2 && step > 1.8*b.Size && !goesOn(a.Text, b.Text) {
		return true
	}
	if contents(a.Text) || bullet(b.Text) || numbered(b.Text) && (ends(a.Text) || c.short(a, b)) {
		return true
	}
	if goesOn(a.Text, b.Text) || c.title {
		return false
	}
	if c.short(a, b) {
		return true
	}
	if c.lines < 3 || centred(a, b) || !ends(a.Text) {
		return false
	}
	em := .8 * b.Size
	switch {
	case c.hangs:
		return b.Left < a.Left-em || b.Left < c.left+em && a.Left < c.left+em
	case b.Left > a.Left+em:
		return true
	}
	return i > 1 && b.Left < a.Left-em && a.Left < block[i-2].Left+em // after a quotation that is set in as a whole
}

// short reports whether line a ended although the first word of b would have fitted on it.
func (c column) short(a, b pdf.Line) bool {
	room := c.right - a.Right
	if centred(a, b) {
		room = c.right - c.left - (a.Right - a.Left)
	}
	return room > b.First+.5*b.Size
}

// full reports whether a line reaches about the end of its column.
func (c column) full(l pdf.Line) bool { return l.Right > c.left+.85*(c.right-c.left) }

func centred(a, b pdf.Line) bool {
	return math.Abs(a.Left-b.Left) > 2 && math.Abs(a.Left+a.Right-b.Left-b.Right) < 4
}

func alike(a, b float64) bool { return a < 1.18*b && b < 1.18*a }
