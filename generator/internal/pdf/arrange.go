package pdf

import (
	"cmp"
	"math"
	"slices"
)

// arrange puts the words of a page into lines, and the lines into the order in which they are read: what is
// upright first, column by column.
func arrange(page int, words []word) []Line {
	var out []Line
	block := 0
	for turn := range 4 {
		var some []word
		for _, w := range words {
			if w.turn == turn {
				some = append(some, w)
			}
		}
		for _, column := range columns(strips(some), 0) {
			lines := rows(column)
			for i, row := range lines {
				if i == 0 || apart(lines, i) {
					block++
				}
				out = append(out, row.line(page, block))
			}
		}
	}
	return out
}

// strip is words of one row that stand together: a line of one column.
type strip struct {
	words       []word
	left, right float64
	base, size  float64
}

// strips gathers words into strips, from the top of the page.
func strips(words []word) []strip {
	slices.SortStableFunc(words, func(a, b word) int { return cmp.Compare(a.base, b.base) })
	var out []strip
	for start := 0; start < len(words); {
		// A raised figure stands above the row that it belongs to, so the row's height is that of its largest word.
		stop, base, size := start+1, words[start].base, words[start].size
		for stop < len(words) && words[stop].base-base < .45*max(size, words[stop].size) {
			if words[stop].size > size {
				base, size = words[stop].base, words[stop].size
			}
			stop++
		}
		row := words[start:stop]
		slices.SortStableFunc(row, func(a, b word) int { return cmp.Compare(a.left, b.left) })
		var now *strip
		for _, w := range row {
			switch {
			case now == nil || w.left-now.right > 1.2*max(w.size, now.size):
				out = append(out, strip{left: w.left, right: w.right, base: base})
				now = &out[len(out)-1]
			case w.again(now.words[len(now.words)-1]):
				continue
			}
			now.words = append(now.words, w)
			now.right, now.size = max(now.right, w.right), max(now.size, w.size)
		}
		start = stop
	}
	return out
}

// again reports whether a word is drawn once more upon itself, as some programs do to make it look bold.
func (w word) again(before word) bool {
	return w.text == before.text && math.Abs(w.left-before.left) < .15*w.size && math.Abs(w.base-before.base) < .15*w.size
}

// columns parts strips into columns, in reading order. A gutter is an upright white bar with text on both sides; what
// crosses it, such as a headline, parts the page into what is read before and after. Tables have gutters too, but
// their columns are narrow: those are read row by row.
func columns(all []strip, depth int) [][]strip {
	if len(all) == 0 {
		return nil
	}
	x, ok := gutter(all)
	if !ok || depth > 5 {
		return [][]strip{all}
	}
	var out [][]strip
	var left, right, over []strip
	flush := func() {
		out = append(out, columns(left, depth+1)...)
		out = append(out, columns(right, depth+1)...)
		left, right = nil, nil
	}
	rest := func() {
		if len(over) > 0 {
			out = append(out, over)
			over = nil
		}
	}
	for _, s := range all {
		if s.left < x && s.right > x {
			flush()
			over = append(over, s)
			continue
		}
		rest()
		if s.right <= x {
			left = append(left, s)
		} else {
			right = append(right, s)
		}
	}
	flush()
	rest()
	return out
}

// gutter finds where the fewest strips cross, among the places with columns of text on both sides.
func gutter(all []strip) (x float64, ok bool) {
	if len(all) < 6 {
		return 0, false
	}
	var size float64
	for _, s := range all {
		size += s.size / float64(len(all))
	}
	// A white bar reaches from the end of one strip to the beginning of the next. Of each strip that ends before it
	// and of each that begins behind it, the widths are summed, to know whether they are lines of text.
	ends, begins := slices.Clone(all), slices.Clone(all)
	slices.SortFunc(ends, func(a, b strip) int { return cmp.Compare(a.right, b.right) })
	slices.SortFunc(begins, func(a, b strip) int { return cmp.Compare(a.left, b.left) })
	behind := 0. // the widths of the strips from begins[j] on
	for _, s := range all {
		behind += s.right - s.left
	}
	before, j, best := 0., 0, len(all)
	for i, s := range ends {
		before += s.right - s.left
		for j < len(begins) && begins[j].left < s.right {
			behind -= begins[j].right - begins[j].left
			j++
		}
		if j == len(begins) {
			break
		}
		bar := begins[j].left - s.right
		if i+1 < len(ends) {
			bar = min(bar, ends[i+1].right-s.right)
		}
		left, right := i+1, len(all)-j
		crossing := len(all) - left - right
		if bar < .6*size || crossing >= best || left < 3 || right < 3 || 3*crossing > left+right {
			continue
		}
		if before > textWidth*size*float64(left) && behind > textWidth*size*float64(right) {
			x, best, ok = s.right+bar/2, crossing, true
		}
	}
	return x, ok
}

// textWidth is how wide the lines of a column of text are on the average, at least, in sizes of their letters.
const textWidth = 6

// rows puts strips that stand side by side in one column into one row again.
func rows(column []strip) []strip {
	var out []strip
	for _, s := range column {
		if n := len(out); n > 0 && out[n-1].base == s.base {
			out[n-1].words = append(out[n-1].words, s.words...)
			continue
		}
		out = append(out, s)
	}
	return out
}

// apart reports whether row i stands further from the row above than rows of a text do.
func apart(rows []strip, i int) bool {
	return rows[i].base-rows[i-1].base > 1.8*max(rows[i].size, rows[i-1].size)
}

// line is the strip as others see it. A letter reaches about four fifths of its size above the line it stands on.
func (s strip) line(page, block int) Line {
	words := make([]Line, len(s.words))
	for i, w := range s.words {
		words[i] = Line{Text: w.text, Left: w.left, Right: w.right, Top: w.base - .8*w.size, Bottom: w.base + .2*w.size}
	}
	return Join(page, block, words)
}
