package evidence

import (
	"strings"
	"unicode/utf8"
)

// mostGap is how many words of the source an editorial bracket may stand for.
const mostGap = 6

// longestGap is how many bytes are looked through for them.
const longestGap = 200

// stretch is a run of bytes of a folded text.
type stretch struct{ start, end int }

// find looks for the parts in order and gives the place of each.
func (q quote) find(text string) ([]stretch, bool) {
	var out []stretch
	from := 0
	for _, p := range q.parts {
		at, ok := p.find(text, from)
		if !ok {
			return nil, false
		}
		out = append(out, at)
		from = at.end
	}
	return out, len(out) > 0
}

// find looks for a part from a byte on.
func (p part) find(text string, from int) (stretch, bool) {
	for start := from; ; {
		i := p[0].index(text, start)
		if i < 0 {
			return stretch{}, false
		}
		if end, ok := p.rest(text, i+len(p[0].text), 0); ok && p[0].begins(text, i) {
			return stretch{i, end}, true
		}
		start = i + 1
	}
}

// rest matches what follows text n of the part, which ends at a byte.
func (p part) rest(text string, end, n int) (int, bool) {
	if !p[n].ends(text, end) {
		return 0, false
	}
	if n == len(p)-1 {
		return end, true
	}
	next := p[n+1]
	window := text[:min(len(text), end+longestGap+len(next.text))]
	for start := end; ; {
		i := next.index(window, start)
		if i < 0 || wordCount(text[end:i]) > mostGap+1 {
			return 0, false
		}
		if next.begins(text, i) {
			if last, ok := p.rest(text, i+len(next.text), n+1); ok {
				return last, true
			}
		}
		start = i + 1
	}
}

func (l literal) begins(text string, i int) bool { return l.openStart || apart(text, i) }
func (l literal) ends(text string, i int) bool   { return l.openEnd || apart(text, i) }

// index finds the literal in text from a byte on, -1 when it is not there.
func (l literal) index(text string, from int) int {
	if from > len(text) {
		return -1
	}
	if len(l.free) == 0 {
		if i := strings.Index(text[from:], l.text); i >= 0 {
			return from + i
		}
		return -1
	}
	start, end := l.anchor()
	for at := from + start; at <= len(text); {
		i := strings.Index(text[at:], l.text[start:end])
		if i < 0 {
			return -1
		}
		if begin := at + i - start; begin >= from && l.stands(text, begin) {
			return begin
		}
		at += i + 1
	}
	return -1
}

// anchor is the longest run of the literal without a free letter.
func (l literal) anchor() (start, end int) {
	last := 0
	for _, f := range append(l.free[:len(l.free):len(l.free)], len(l.text)) {
		if f-last > end-start {
			start, end = last, f
		}
		if f < len(l.text) {
			_, size := utf8.DecodeRuneInString(l.text[f:])
			last = f + size
		}
	}
	return start, end
}

// stands reports whether the literal stands at byte i, the case of its free letters aside.
func (l literal) stands(text string, i int) bool {
	if i+len(l.text) > len(text) {
		return false
	}
	at := 0
	for _, f := range l.free {
		_, size := utf8.DecodeRuneInString(l.text[f:])
		if text[i+at:i+f] != l.text[at:f] || !strings.EqualFold(text[i+f:i+f+size], l.text[f:f+size]) {
			return false
		}
		at = f + size
	}
	return text[i+at:i+len(l.text)] == l.text[at:]
}
