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
	heading     bool // a page marks it as a heading
	dated       bool // a dateline was peeled off it
	role        role
	reason      string // why it is gone
}

// role is what a rule has made of a block.
type role uint8

const (
	undecided role = iota
	headline
	body
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
	b.text, b.words, b.stop = text, words(text), stops(text)
}

// drop sets the whole block aside.
func (b *block) drop(reason string) { b.role, b.reason = gone, reason }

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
	join := wrapped(lines)
	for i := 0; i < len(lines); i++ {
		if lines[i] == "" {
			continue
		}
		first := i
		for join && i+1 < len(lines) && lines[i+1] != "" {
			i++
		}
		p.blocks = append(p.blocks, newBlock(first+1, i+1, strings.Join(lines[first:i+1], " ")))
	}
}

// wrapped reports whether paragraphs are broken into lines of one width and set apart by blank lines, as in
// mail: no line is over 100 characters, and three of four that are followed by another are nearly full.
func wrapped(lines []string) bool {
	widest, followed := 0, 0
	for i, line := range lines {
		n := utf8.RuneCountInString(line)
		if n > 100 {
			return false
		}
		widest = max(widest, n)
		if line != "" && i+1 < len(lines) && lines[i+1] != "" {
			followed++
		}
	}
	if followed < 3 || widest < 50 {
		return false
	}
	full := 0
	for i, line := range lines {
		if line != "" && i+1 < len(lines) && lines[i+1] != "" && 4*utf8.RuneCountInString(line) >= 3*widest {
			full++
		}
	}
	return 4*full >= 3*followed
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
		case r == '\'' || r == '’' || r == '-':
		default:
			in = false
		}
	}
	return n + half/2
}

// stops reports whether s ends as a sentence ends, closing quotation marks and brackets aside.
func stops(s string) bool {
	s = strings.TrimRight(s, `"'”’»)]“」』`)
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…。！？", r) && s != ""
}
