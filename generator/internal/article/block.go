package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// block is a piece of the text that stands on its own: a line, a wrapped paragraph, an element of a page.
type block struct {
	first, last int    // lines of the original, from 1
	text        string // without blanks around it
	words       int
	stop        bool // it ends as a sentence ends
	item        bool // it begins with a bullet or a number, as the items of a list do
	heading     bool // a page marks it as a heading
	kept        bool // by a person
	dated       bool // a dateline was peeled off it
	role        role
	reason      string // why it is gone
	cost        int    // what it takes, being gone, from a run of paragraphs around it
}

// role is what a rule has made of a block.
type role uint8

const (
	undecided role = iota
	headline
	body
	crosshead // a heading within the article
	gone
)

// The measures of prose. Ten words and a sentence end tell a paragraph from furniture with F1 .85 on
// flattened web pages; a line of twenty words is one even when it was cut off.
const (
	enough = 10
	long   = 20
)

// sentence reports whether b looks like a paragraph by itself.
func (b *block) sentence() bool { return b.stop && b.words >= enough }

func newBlock(first, last int, text string) block {
	b := block{first: first, last: last}
	b.become(strings.TrimSpace(text))
	return b
}

func (b *block) become(text string) {
	b.text, b.words, b.stop, b.item = text, words(text), stops(text), bulleted(text)
}

// drop sets the whole block aside.
func (b *block) drop(reason string) { b.role, b.reason = gone, reason }

// setAside is drop with a cost.
func (b *block) setAside(reason string, cost int) {
	b.drop(reason)
	b.cost = cost
}

// peel sets the first n bytes of b aside. A block of which nothing is left is gone altogether.
func (p *page) peel(b *block, n int, reason string) {
	rest := strings.TrimSpace(b.text[n:])
	if rest == "" {
		b.drop(reason)
		return
	}
	p.peeled = append(p.peeled, book.Receipt{First: b.first, Last: b.first, Reason: reason, Text: strings.TrimSpace(b.text[:n])})
	b.become(rest)
}

// readText splits plain text into blocks: a line is a paragraph, unless the text is wrapped.
func (p *page) readText(text string) {
	ending := "\n"
	if !strings.Contains(text, "\n") {
		ending = "\r" // an old Macintosh; within lines that end in \n it is a blank
	}
	var lines []string
	for line := range strings.SplitSeq(text, ending) {
		lines = append(lines, strings.TrimSpace(line))
	}
	w := measure(lines)
	for i := 0; i < len(lines); i++ {
		if lines[i] == "" {
			continue
		}
		first := i
		for i+1 < len(lines) && w.joins(lines[i], lines[i+1]) {
			i++
		}
		if !visible(lines[i]) { // as good as a blank line, but no character is lost
			p.peeled = append(p.peeled, book.Receipt{First: i + 1, Last: i + 1, Reason: "invisible_characters",
				Text: lines[i]})
			continue
		}
		p.blocks = append(p.blocks, newBlock(first+1, i+1, p.joined(w, lines[first:i+1], first+1)))
	}
}

// width is how wide the lines of a wrapped text are, in characters; 0 of a text that is not wrapped.
type width int

// margin is how wide a line of a wrapped text may be. A line without a blank, an address, cannot be wrapped.
const margin = 100

// measure finds whether paragraphs are broken into lines of one width, as in mail: hardly a line is longer than
// a wrapped line can be, and of the lines that are followed by another a third are nearly full and many of these
// break off within a sentence and continue with a small letter. In a script without small letters three of four must be nearly full.
func measure(lines []string) width {
	full, over, filled := 0, 0, 0
	for _, line := range lines {
		n := utf8.RuneCountInString(line)
		if n <= margin {
			full = max(full, n)
		} else if strings.ContainsRune(line, ' ') {
			over++
		}
		if n > 0 {
			filled++
		}
	}
	narrow := column(lines)
	if narrow > 0 {
		full = narrow
	}
	if full < 50 && narrow == 0 || over > filled/25 {
		return 0
	}
	followed, near, ended, small, capital := 0, 0, 0, 0, 0
	for i, line := range lines {
		if !visible(line) || i+1 == len(lines) || !visible(lines[i+1]) || bulleted(lines[i+1]) {
			continue
		}
		followed++
		if 4*utf8.RuneCountInString(line) < 3*full {
			continue
		}
		near++
		if stops(line) {
			ended++
		}
		switch r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(lines[i+1], invisible)); {
		case unicode.IsLower(r):
			small++
		case unicode.IsUpper(r):
			capital++
		}
	}
	if small+capital == 0 && 4*near < 3*followed || small+capital > 0 && (3*near < followed || 3*small < 2*capital) || near < 3 || 2*ended > near {
		return 0
	}
	return width(full)
}

// joins reports whether next continues a line. A line that ends a sentence well before the margin ends its
// paragraph too; an item of a list stands by itself.
func (w width) joins(line, next string) bool {
	if w == 0 || next == "" || strings.TrimFunc(line, invisible) == "--" || bulleted(next) || !visible(line) || !visible(next) {
		return false
	}
	n := utf8.RuneCountInString(line)
	if r, _ := utf8.DecodeRuneInString(next); 3*n < int(w) && unicode.IsUpper(r) {
		return false // a line of a head: "Page 3"
	}
	return !stops(line) || 3*n >= 2*int(w)
}

// visible reports whether there is anything to see in s.
func visible(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return !invisible(r) && !unicode.IsSpace(r) })
}

// invisible recognises characters without width: soft hyphens, joiners, marks of direction and of byte order.
func invisible(r rune) bool {
	return r == 0xad || r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x2064 || r == 0xfeff
}

// bulleted reports whether s begins as an item of a list: "• ", "- ", "3. ", "(2) ".
func bulleted(s string) bool {
	s = strings.TrimLeftFunc(beginning(s, 20), func(r rune) bool { return invisible(r) || unicode.IsSpace(r) })
	word, rest, ok := strings.Cut(s, " ")
	if !ok || strings.TrimSpace(rest) == "" {
		return false
	}
	switch word {
	case "•", "-", "–", "—", "*", "·", "▪", "■", "□", "●", "○", "◆", "◇", "▸", "‣", "◦", "➢", "✓", "✔":
		return true
	}
	open := strings.HasPrefix(word, "(")
	digits := strings.TrimPrefix(word, "(")
	bare := strings.TrimRight(digits, ".)")
	return len(bare) > 0 && len(bare) <= 2 && strings.Trim(bare, "0123456789") == "" && (open || bare != digits)
}

// words counts runs of letters and digits; apostrophes and hyphens within a run do not break it. Two
// characters of a script without blanks (Han, Kana) count as a word.
func words(s string) int {
	n, half, in := 0, 0, false
	for _, r := range s {
		switch {
		case r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			half++
			in = false
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if !in {
				n++
			}
			in = true
		case r == '\'' || r == '’' || r == '-' || invisible(r):
		default:
			in = false
		}
	}
	return n + half/2
}

// stops reports whether s ends as a sentence ends, closing quotation marks and brackets aside.
func stops(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool { return invisible(r) || strings.ContainsRune(`"'”’»›«)]“」』 `, r) })
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…。！？", r) && s != ""
}
