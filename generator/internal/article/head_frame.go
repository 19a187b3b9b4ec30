package article

import (
	"slices"
	"strings"
)

// frame is a line in pieces as they stand above an article: the name of the newspaper, its section, a date.
type frame struct{ name, date, author string }

// frameMarks set the pieces of such a line apart.
var frameMarks = [...]string{" | ", " > ", " › ", " » ", " / ", " · ", " • ", " :: ", "   ", " - ", " – ", " — "}

// readFrame reads the pieces of a line. All must be known for what they are; before the title one of three words or
// fewer, between marks that no title has, is a section. Without a newspaper's name at either end the frame is empty.
func readFrame(s string, begun bool) frame {
	pieces, strict := []string{s}, false
	for _, mark := range frameMarks {
		if strings.Contains(s, mark) {
			pieces, strict = strings.Split(s, mark), begun || strings.ContainsAny(mark, "-–—")
			break
		}
	}
	pieces = slices.DeleteFunc(pieces, func(piece string) bool { return strings.TrimSpace(piece) == "" })
	if len(pieces) > 4 {
		return frame{}
	}
	var f frame
	for i, piece := range pieces {
		piece = strings.TrimSpace(piece)
		bare := strings.TrimRight(piece, " +")
		if before, place, ok := strings.Cut(strings.TrimSuffix(bare, ")"), " ("); ok && words(place) <= 4 && masthead(before) {
			bare = before // "The Ferry Times (Port Samra)"
		}
		lower := strings.ToLower(piece)
		switch end := i == 0 || i == len(pieces)-1; {
		case entrance(lower), printView(piece), section(piece) && !(end && masthead(bare)):
		case end && f.name == "" && masthead(bare):
			f.name = bare
		case f.date == "" && onlyDate(piece):
			f.date = piece
		case i > 0 && f.author == "" && (f.name != "" || f.date != "") && person(piece):
			f.author = piece // "The Ferry Times — 4 March 2019 — Mara Lindqvist"
		case strict || words(piece) > 3:
			return frame{}
		}
	}
	return f
}

// onlyDate reports a piece with one date and nothing else but its clock.
func onlyDate(s string) bool {
	list := stamps(s)
	if len(list) != 1 {
		return false
	}
	left, _ := beside(s, list)
	return strings.Trim(left, " |") == ""
}
