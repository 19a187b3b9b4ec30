package evidence

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	mostGap   = 6       // words of the source that an editorial bracket may stand for
	gapBytes  = 400     // and bytes
	farthest  = 60      // words between two parts of a quotation that are near each other
	farBytes  = 60 * 40 // and bytes
	mostLinks = 1 << 20 // places of pieces that are weighed; words that recur more often prove nothing
)

// stretch is a run of bytes of a folded text.
type stretch struct{ start, end int }

// link is a place of a piece to which the pieces before it lead: one of the links of the piece before.
type link struct{ start, before int32 }

// find looks for the pieces in order between two bytes of a text and gives the places of the parts, which elisions
// divide. near says that no more than 60 words may stand between parts. The place of a piece that is nearest to the
// next is always the one to go on from, so that one pass for each piece is enough.
func (q *quote) find(f *folded, from, to int, near bool) []stretch {
	chains := make([][]link, len(q.pieces))
	total := 0
	for k, p := range q.pieces {
		last := -1 // of the links before: the latest that ends before the place
		for at := range p.places(f, stretch{from, to}) {
			if k > 0 {
				before, size := chains[k-1], len(q.pieces[k-1].text)
				for last+1 < len(before) && int(before[last+1].start)+size <= at {
					last++
				}
				if last < 0 || !q.leads(f.text[int(before[last].start)+size:at], k, near) {
					continue
				}
			}
			chains[k] = append(chains[k], link{int32(at), int32(last)})
			if total++; total > mostLinks || k == len(q.pieces)-1 && !q.wants(f, at) {
				break
			}
		}
		if len(chains[k]) == 0 || total > mostLinks && len(q.pieces) > 1 {
			return nil
		}
		from = int(chains[k][0].start) + len(p.text)
	}
	return q.parts(chains, f)
}

// wants reports whether a later place might be better: of a quotation in one piece, where it stands to the character.
func (q *quote) wants(f *folded, at int) bool {
	return len(q.pieces) == 1 && q.raw != "" && !q.exactly(f, stretch{at, at + len(q.pieces[0].text)})
}

// exactly reports whether a place holds the characters of the quotation, what a writer may put around them aside.
func (q *quote) exactly(f *folded, at stretch) bool {
	want := strings.TrimRightFunc(q.raw, func(r rune) bool { return edge(r) || closing(r) })
	start, end := f.start(at.start), f.end(at.end)
	if end-start > len(want) || len(want)-(end-start) > 64 {
		return false
	}
	i := strings.Index(want, f.raw[start:end])
	return i >= 0 && start-i >= 0 && strings.HasPrefix(f.raw[start-i:], want)
}

// parts goes back from the last piece to the first.
func (q *quote) parts(chains [][]link, f *folded) []stretch {
	end := len(q.pieces) - 1
	at := int32(0)
	if last := chains[end]; len(last) > 1 && !q.wants(f, int(last[len(last)-1].start)) {
		at = int32(len(last) - 1)
	}
	var out []stretch
	for k := end; k >= 0; k-- {
		l := chains[k][at]
		place := stretch{int(l.start), int(l.start) + len(q.pieces[k].text)}
		if k < end && q.pieces[k+1].gap != elision {
			out[len(out)-1].start = place.start
		} else {
			out = append(out, place)
		}
		at = l.before
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// leads reports whether a run of the source may stand between piece k and the piece before it.
func (q *quote) leads(between string, k int, near bool) bool {
	p, before := q.pieces[k], q.pieces[k-1]
	switch p.gap {
	case elision:
		return !drops(between) && (!near || len(between) <= farBytes && count(between, farthest) <= farthest)
	case joined:
		word := between
		if !before.openEnd {
			word = strings.TrimLeft(word, " ")
		}
		if !p.openStart {
			word = strings.TrimRight(word, " ")
		}
		return len(between) <= gapBytes && !strings.Contains(word, " ") && p.mayStand(between)
	}
	most := mostGap
	if before.openEnd || p.openStart {
		most++ // the rest of a word
	}
	return len(between) <= gapBytes && count(between, most) <= most && !passes(between) && p.mayStand(between)
}

// passes reports whether a run of the source has words on both sides of the end of a sentence. A bracket may stand
// for the first words of a sentence, or for the last ones, but not for some of each.
func passes(s string) bool {
	for i, r := range s {
		switch r {
		case '。', '！', '？':
		case '.', '!', '?':
			next := strings.TrimLeft(s[i+1:], "')")
			first, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, " '("))
			if !strings.HasPrefix(next, " ") || !unicode.IsUpper(first) && !digit(first) && !unicode.Is(unicode.Lo, first) || r == '.' && shortened(s[:i]) {
				continue
			}
		default:
			continue
		}
		if count(s[:i], 0) > 0 && count(s[i:], 0) > 0 {
			return true
		}
	}
	return false
}

// shortened reports whether a text ends in what is written with a stop: an initial, or a title such as "Gen".
func shortened(s string) bool {
	n := 0
	for {
		r, size := utf8.DecodeLastRuneInString(s)
		if !unicode.IsLetter(r) {
			return n == 1
		}
		s = s[:len(s)-size]
		if n++; n > 4 {
			return false
		}
		if unicode.IsUpper(r) {
			return n <= 4
		}
	}
}

// places gives the places of the piece within a stretch of a text, in order. It gives up when comparing has cost many
// times the length of the stretch.
func (p *piece) places(f *folded, in stretch) iter.Seq[int] {
	return func(yield func(int) bool) {
		head, tail := p.anchor()
		named := 0 // 1: lowering the first letter would take a name's capital, 2: it would not
		budget := 64*(in.end-in.start) + longest
		for at := in.start + head; at <= in.end && budget >= 0; {
			i := strings.Index(f.text[at:in.end], p.text[head:tail])
			if i < 0 {
				return
			}
			start := at + i - head
			at += i + 1
			budget -= len(p.text)
			if !p.stands(f.text[:in.end], start) {
				continue
			}
			if p.lowers(f.text, start) {
				if named == 0 {
					named = p.named(f.text)
				}
				if named == 1 || !opens(f, start) {
					continue
				}
			}
			if (p.openStart || !f.inside(start)) && (p.openEnd || !f.inside(start+len(p.text))) && !yield(start) {
				return
			}
		}
	}
}

// anchor is the longest run of the piece without a free letter.
func (p *piece) anchor() (start, end int) {
	last := 0
	for _, f := range append(p.free[:len(p.free):len(p.free)], len(p.text)) {
		if f-last > end-start {
			start, end = last, f
		}
		if f < len(p.text) {
			_, size := utf8.DecodeRuneInString(p.text[f:])
			last = f + size
		}
	}
	return start, end
}

// stands reports whether the piece stands at byte i, the case of its free letters aside.
func (p *piece) stands(text string, i int) bool {
	if i < 0 || i+len(p.text) > len(text) {
		return false
	}
	at := 0
	for _, f := range p.free {
		_, size := utf8.DecodeRuneInString(p.text[f:])
		if text[i+at:i+f] != p.text[at:f] || !strings.EqualFold(text[i+f:i+f+size], p.text[f:f+size]) {
			return false
		}
		at = f + size
	}
	return text[i+at:i+len(p.text)] == p.text[at:]
}
