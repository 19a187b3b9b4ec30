package evidence

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// quote is one way to read a quotation: pieces of the source's own words, in order.
type quote struct {
	pieces []piece
	edits  bool   // it holds words or letters of the writer's
	raw    string // of a single piece: the words as they must stand for the quotation to be exact
	web    bool   // it holds an address of the web
}

// piece is folded text that must stand in the source.
type piece struct {
	text string
	free []int // bytes of text where a letter of either case may stand: [T]he
	bare bool  // the first of them is the quotation's first letter, and not in brackets
	gap  gap   // what may stand between the piece before and this
	// denies says that the writer's words in that gap hold a negation.
	denies bool
	// open says that the text begins, or ends, in the middle of a word: agree[d].
	openStart, openEnd bool
}

// gap is what parts two pieces.
type gap uint8

const (
	elision gap = iota // any words, where the writer put […]
	bracket            // up to six words, for which the writer's own stand in brackets
	joined             // letters of one word, for which the writer's stand: agree[d]
)

const (
	mostPieces = 100     // a quotation with more is not taken apart
	longest    = 1 << 16 // bytes of a quotation that is taken apart
)

// readings are the ways to read a quotation: as it stands, for a source may hold brackets and dots of its own; taken
// apart; and, where the source itself has a [sic], taken apart but for that.
func readings(words string, sic bool) []quote {
	as := strings.TrimFunc(words, edge)
	words = edges(visible(words))
	whole := quote{raw: as}
	p := newPiece(words, []int{0}).ended()
	if p.bare = true; strings.ContainsFunc(p.text, wordy) {
		whole.web = fold(p.text, addressed).seen&addressed != 0
		whole.pieces = []piece{p}
	}
	list := []quote{whole}
	if len(words) > longest || !strings.ContainsAny(words, "[［〔(（….⋯‥") {
		return list
	}
	for _, keep := range []bool{false, true} {
		if t := takeApart(words, keep); (!keep || sic) && len(t.pieces) > 0 && len(t.pieces) <= mostPieces {
			t.web = whole.web
			if len(t.pieces) == 1 && !t.edits {
				t.raw = as
			}
			list = append(list, t)
		}
	}
	return list
}

// taker takes a quotation apart.
type taker struct {
	quote
	piece     strings.Builder
	free      []int
	gap       gap // before the piece
	openStart bool
	denies    bool // a bracket before the piece holds a negation
	marked    bool // the first letter stands in brackets
}

// takeApart cuts at elisions and at the writer's brackets. keep says that [sic] is the source's.
func takeApart(words string, keep bool) quote {
	pairs := matching(words)
	t := taker{free: []int{0}}
	for i := 0; i < len(words); {
		if n := book.Omission(words[i:]); n > 0 {
			t.cut(elision, false)
			i += n
			continue
		}
		r, size := utf8.DecodeRuneInString(words[i:])
		end, ok := pairs[i]
		if !ok {
			t.piece.WriteString(words[i : i+size])
			i += size
			continue
		}
		_, width := utf8.DecodeRuneInString(words[end:])
		t.bracket(words[i+size:end], words[end+width:], keep && r == '[')
		i = end + width
	}
	t.cut(elision, false)
	return t.quote
}

// bracket takes what stands in brackets; after follows it.
func (t *taker) bracket(inside, after string, keep bool) {
	letter, size := utf8.DecodeRuneInString(inside)
	left, right := joinsBack(t.piece.String()), joins(after)
	switch {
	case keep && strings.EqualFold(strings.Trim(inside, " !"), "sic"):
		t.piece.WriteString("[" + inside + "]")
		return
	case book.IsRemark(inside):
		before := strings.TrimRightFunc(t.piece.String(), unicode.IsSpace)
		t.piece.Reset()
		t.piece.WriteString(before)
	case size == len(inside) && unicode.IsLetter(letter) && !left && (right || hyphenates(after)):
		t.marked = t.marked || len(t.pieces) == 0 && strings.TrimSpace(t.piece.String()) == ""
		t.free = append(t.free, t.piece.Len())
		t.piece.WriteString(inside)
	case holdsElision(inside):
		t.cut(elision, false)
	case (left || right) && !strings.ContainsFunc(inside, unicode.IsSpace):
		t.cut(joined, left)
		t.openStart = right
	default:
		t.cut(bracket, left)
		t.openStart = right
	}
	t.denies = t.denies || holdsDenial(inside)
	t.edits = true
}

// cut ends a piece. What follows is parted from it by a gap.
func (t *taker) cut(g gap, openEnd bool) {
	p := newPiece(t.piece.String(), t.free)
	p.denies = t.denies
	p.gap, p.openStart, p.openEnd, p.bare = t.gap, t.openStart, openEnd, len(t.pieces) == 0 && !t.marked
	t.free, t.openStart = nil, false
	t.piece.Reset()
	switch {
	case p.text != "'s" && strings.ContainsFunc(p.text, wordy):
		t.pieces = append(t.pieces, p)
		t.gap, t.denies = g, false
	case len(t.pieces) == 0:
		t.free = []int{0}
	default:
		t.gap = min(t.gap, g) // two gaps with nothing between them are the wider one
	}
}

// newPiece folds raw text; free are bytes of it.
func newPiece(raw string, free []int) piece {
	f := fold(raw, addressed)
	text := strings.Trim(f.text, " ")
	skipped := len(f.text) - len(strings.TrimLeft(f.text, " "))
	p := piece{text: text}
	for i := 0; i < len(text) && len(free) > 0; i++ {
		from := f.start(i + skipped)
		if from == free[0] {
			p.free = append(p.free, i)
		}
		for len(free) > 0 && free[0] <= from {
			free = free[1:]
		}
	}
	return p
}

// ended takes the writer's punctuation off the end.
func (p piece) ended() piece {
	p.text = trimEnd(p.text)
	return p
}

// begun takes the writer's punctuation off the start, where a bracket or an elision stands before it: "[Kim]'s
// letter" is "his letter".
func (p piece) begun() piece {
	text := strings.TrimLeft(strings.TrimPrefix(p.text, "'s "), " .,;:!?'")
	if r, size := utf8.DecodeRuneInString(strings.TrimPrefix(text, "-")); !digit(r) && size > 0 {
		text = strings.TrimPrefix(text, "-")
	}
	cut := len(p.text) - len(text)
	if cut == 0 {
		return p
	}
	p.text = p.text[cut:]
	p.openStart = false
	free := p.free
	p.free = nil
	for _, at := range free {
		if at >= cut {
			p.free = append(p.free, at-cut)
		}
	}
	return p
}

// strict takes the writer's punctuation off the ends of what stands between elisions; loose takes it off beside
// brackets, too, and off the beginnings. ok is false when that changes nothing.
func (q quote) strict() quote {
	q.pieces = slices.Clone(q.pieces)
	for i, p := range q.pieces {
		if i == len(q.pieces)-1 || q.pieces[i+1].gap == elision {
			q.pieces[i] = p.ended()
		}
	}
	return q
}

func (q quote) loose() (l quote, ok bool) {
	l = q
	l.pieces = slices.Clone(q.pieces)
	for i, p := range q.pieces {
		p = p.ended()
		if i > 0 || q.edits {
			p = p.begun()
		}
		ok = ok || p.text != q.pieces[i].text
		l.pieces[i] = p
	}
	return l, ok
}

// held counts the words of the source that the quotation holds, and the longest run of them.
func (q quote) held() (words, run int) {
	for _, p := range q.pieces {
		n := count(p.text, -1)
		words, run = words+n, max(run, n)
	}
	return words, run
}

func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// joins reports whether s goes on within a word.
func joins(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return wordy(r)
}

// hyphenates reports whether s begins with a hyphen or an apostrophe within a word.
func hyphenates(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return (hyphen(r) || apostrophe(r) && r != utf8.RuneError) && joins(s[size:])
}

func joinsBack(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return wordy(r)
}

// edges takes white space, quotation marks and dashes off both ends: they are the writer's. A minus stays.
func edges(s string) string {
	s = strings.TrimFunc(s, edge)
	s = strings.TrimRightFunc(s, func(r rune) bool { return edge(r) || dash(r) || r == utf8.RuneError })
	for {
		r, size := utf8.DecodeRuneInString(s)
		next, _ := utf8.DecodeRuneInString(s[size:])
		if s == "" || !edge(r) && (!dash(r) && r != utf8.RuneError || minus(r) && digit(next)) {
			return s
		}
		s = s[size:]
	}
}

// visible takes out what cannot be seen, but for soft hyphens, which may stand where a line ended.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if invisible(r) && r != '\u00ad' {
			return -1
		}
		return r
	}, s)
}

func edge(r rune) bool { return unicode.IsSpace(r) || quotationMark(r) || invisible(r) }

// trimEnd takes off the punctuation with which a writer ends a quotation.
func trimEnd(s string) string {
	return strings.TrimRightFunc(s, func(r rune) bool { return r == ' ' || r == '\'' || r == '-' || closing(r) })
}
