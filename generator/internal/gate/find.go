package gate

import (
	"bytes"
	"slices"
	"unicode"
	"unicode/utf8"
)

// Find says which runs stand in a text of content, in Markdown with its front matter, in the order of the text.
// Unlike a Scanner it knows where the quotations are: allowed are the ranges of bytes whose words may be published.
// What is declared, as titles are, counts as such only where it is whole and stands apart from the words around it.
func (x *Index) Find(text []byte, d *Declared, allowed [][2]int) []Run {
	var runs []Run
	found := func(r Run) { runs = append(runs, r) }
	place := &placement{text: text, allowed: allowed}
	m := newMatchers(x, d, found, place)
	defer releaseMatchers(m)
	l := newLexer(&m[0], &m[1], &m[2])
	defer l.release()
	l.written(text)
	l.stop()
	return arranged(runs)
}

// placement is a text in which the place of words matters.
type placement struct {
	text    []byte
	allowed [][2]int
}

// excuse marks the words that begin in an allowed range.
func (p *placement) excuse(words []token, covered []bool) {
	for i, w := range words {
		covered[i] = covered[i] || slices.ContainsFunc(p.allowed, func(r [2]int) bool { return int64(r[0]) <= w.at && w.at < int64(r[1]) })
	}
}

// before reports whether something stands between byte i and the word before it: more than blanks, or an empty line.
func (p *placement) before(i int) bool {
	text := bytes.TrimRightFunc(p.text[:i], unicode.IsSpace)
	r, _ := utf8.DecodeLastRune(text)
	return len(text) == 0 || !wordlike(r) || bytes.Count(p.text[len(text):i], []byte("\n")) > 1
}

func (p *placement) after(i int) bool {
	text := bytes.TrimLeftFunc(p.text[i:], unicode.IsSpace)
	r, _ := utf8.DecodeRune(text)
	return len(text) == 0 || !wordlike(r) || bytes.Count(p.text[i:len(p.text)-len(text)], []byte("\n")) > 1
}

func wordlike(r rune) bool {
	if r < utf8.RuneSelf {
		return usual[r] == inner
	}
	s := sortOf(r)
	return s != parting && s != apostrophe
}

// written reads a text in Markdown. The targets of links, citations and marks of footnotes are sequences of their own
// and part no words.
func (l *lexer) written(text []byte) {
	l.class = written
	done := 0
	for i := 0; i < len(text); i++ {
		if c := text[i]; c != '[' && c != ']' {
			continue
		}
		skip := target(text[i:])
		if skip == 0 {
			continue
		}
		l.whole(text[done:i])
		if l.depth > 0 { // in a tag: what looks like a link is none
			done = i
			continue
		}
		l.tracks[0].seam = l.tracks[0].open
		l.depth, l.frames[1] = 1, frame{}
		l.whole(text[i : i+skip])
		for l.depth > 0 {
			l.leave()
		}
		done = i + skip
		i = done - 1
	}
	l.whole(text[done:])
}

// far is how many bytes the target of a link may have.
const far = 1000

// target is how many bytes at the beginning of a text are read by nobody but the program: "[[id|", "[@id ¶4]",
// "[see @id]", "[^1]", "](address)".
func target(b []byte) int {
	b = b[:min(len(b), far)]
	if len(b) < 3 {
		return 0
	}
	switch {
	case b[0] == ']':
		if b[1] != '(' {
			return 0
		}
		return bytes.IndexByte(b, ')') + 1
	case b[1] == '[':
		end := bytes.IndexByte(b, ']')
		return bytes.IndexByte(b[:max(end, 0)], '|') + 1
	}
	end := bytes.IndexByte(b, ']')
	if end < 0 {
		return 0
	}
	at := bytes.IndexByte(b[:end], '@')
	if b[1] == '^' || at > 0 && (b[at-1] == '[' || b[at-1] == ' ' || b[at-1] == '-') {
		return end + 1
	}
	return 0
}
