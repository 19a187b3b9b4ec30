package capture

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/pdf"
)

// between is how many pieces may stand between the two parts of a paragraph: notes and a page number at the foot of
// one page, a running head at the top of the next.
const between = 6

// weld puts the parts of a paragraph together that stand in two columns or on two pages.
func weld(pieces []piece) [][]pdf.Line {
	var out [][]pdf.Line
	open := -1   // the paragraph of out that may go on
	own := false // its lines are no longer those of a piece
	var at piece
	for _, p := range pieces {
		if open >= 0 && at.runsInto(p) {
			if !own {
				out[open], own = slices.Clone(out[open]), true
			}
			out[open] = append(out[open], p.lines...)
			if at = p; !p.runsOn() {
				open = -1
			}
			continue
		}
		out = append(out, p.lines)
		switch {
		case p.runsOn() && (open < 0 || alike(p.size(), at.size())):
			open, at, own = len(out)-1, p, false
		case open < 0:
		case p.size() > 1.18*at.size(), len(out)-open > between, p.lines[0].Page-at.lines[0].Page > 1, p.column.lines > 3 && alike(p.size(), at.size()):
			open = -1
		}
	}
	return out
}

func (p piece) size() float64 { return p.lines[0].Size }

// runsOn reports whether a piece breaks off at the end of its column.
func (p piece) runsOn() bool {
	tail := p.lines[len(p.lines)-1]
	return p.last && p.column.lines > 1 && !p.column.title && !ends(tail.Text)
}

// runsInto reports whether q is the rest of p, which breaks off.
func (p piece) runsInto(q piece) bool {
	tail, head := p.lines[len(p.lines)-1], q.lines[0]
	if !q.first || q.column.title || !alike(p.size(), q.size()) || bullet(head.Text) || numbered(head.Text) ||
		address(head.Text) || p.column.short(tail, head) {
		return false
	}
	if goesOn(tail.Text, head.Text) {
		return true
	}
	// A capital or a figure may begin a sentence that follows a heading, too: then the columns must be of one kind.
	r, _ := utf8.DecodeRuneInString(head.Text)
	width, other := p.column.right-p.column.left, q.column.right-q.column.left
	return len(q.lines) > 1 && (unicode.IsLetter(r) || unicode.IsDigit(r)) && q.column.full(head) &&
		width < 1.1*other && other < 1.1*width && head.Left < q.column.base+.4*head.Size
}
