package evidence

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// Nearest is the run of a source that comes nearest to a quotation.
type Nearest struct {
	Para    int // from 1
	Text    string
	Differs []book.Passage // runs of Text, in bytes, that the quotation does not have so; in order
	Without []string       // words of the quotation for which the source has none
	Score   float64        // 0–1: how much of the quotation stands there
}

const (
	least     = .4  // of a quotation must stand in a passage for it to be shown
	mostWords = 120 // of a quotation that are laid along the source
	mostNear  = 4   // windows of the source along which they are laid
	shown     = 30  // words of a passage in a hint
)

// Nearest finds the passage that shares most words, in order, with the quotation, or with the first of its parts that
// the source does not have. ok is false when none shares enough to help. The source is gone through once; only where
// many of the words stand together are they laid along it.
func (s *Source) Nearest(words string) (best Nearest, ok bool) {
	want := terms(s.missing(words), mostWords)
	if len(want) == 0 {
		return best, false
	}
	for _, w := range s.windows(want) {
		if at := align(want, w.terms); at.score > best.Score {
			best = s.passage(at, w.para)
		}
	}
	return best, best.Score >= least
}

// missing is the text of the part of a quotation that the source does not have, of all when it has each part.
func (s *Source) missing(words string) *folded {
	list := readings(words, false)
	whole := fold(edges(words), addressed)
	if len(list) == 1 {
		return whole
	}
	q := list[1]
	var text []string
	for i, p := range q.pieces {
		if p.gap == elision && i > 0 {
			if _, ok := s.within([]quote{{pieces: q.pieces[i-len(text) : i], edits: true}}, book.Range{First: 1, Last: len(s.starts)}); !ok {
				break
			}
			text = nil
		}
		text = append(text, p.text)
	}
	if len(text) == 0 {
		return whole
	}
	return fold(strings.Join(text, " "), addressed)
}

// term is a word of a folded text: where it stands, and a number for it in small letters.
type term struct {
	start, end int32
	key        uint64
	f          *folded
}

func (t term) text() string { return t.f.text[t.start:t.end] }

// next finds the first term of a text at or after a byte and before another.
func (f *folded) next(from, to int) (t term, ok bool) {
	start, end := nextWord(f.text[:to], from)
	if start >= to {
		return t, false
	}
	return term{int32(start), int32(end), key(f.text[start:end]), f}, true
}

// key is FNV-1a over a word in small letters.
func key(s string) uint64 {
	h := uint64(0xcbf29ce484222325)
	for _, r := range s {
		if r < utf8.RuneSelf {
			if 'A' <= r && r <= 'Z' {
				r |= 0x20
			}
		} else {
			r = unicode.ToLower(r)
		}
		h = (h ^ uint64(r)) * 0x100000001b3
	}
	return h
}

// terms gives the words of a text, at most some, all when most is below 0.
func terms(f *folded, most int) (list []term) {
	for at := 0; most < 0 || len(list) < most; {
		t, ok := f.next(at, len(f.text))
		if !ok {
			break
		}
		list, at = append(list, t), int(t.end)
	}
	return list
}

// window is a run of words of one paragraph.
type window struct {
	para  int
	terms []term
	share int // how many of the words looked for stand in it
}

// windows finds the few runs of words in which most of the words looked for stand.
func (s *Source) windows(want []term) []window {
	needed := map[uint64]int{}
	for _, t := range want {
		needed[t.key]++
	}
	f, size := s.body(0), 2*len(want)+8
	var best []window
	for i, begin := range s.starts {
		from, to := f.after(begin), f.after(begin+len(s.original.Paragraphs[i]))
		if w, ok := f.crowded(stretch{from, to}, size, needed); ok {
			w.para = i + 1
			best = append(best, w)
		}
		if len(best) > 4*mostNear {
			best = most(best)
		}
	}
	return most(best)
}

// most keeps the windows with the largest share, earlier ones before later ones.
func most(list []window) []window {
	slices.SortStableFunc(list, func(a, b window) int { return cmp.Compare(b.share, a.share) })
	return list[:min(len(list), mostNear)]
}

// crowded finds the first of the runs of size words in a stretch that hold most of the needed words, and a few words
// more. ok is false when no word is needed.
func (f *folded) crowded(in stretch, size int, needed map[uint64]int) (best window, ok bool) {
	within := map[uint64]int{}
	var run []term
	share := 0
	for at := in.start; ; {
		t, more := f.next(at, in.end)
		if !more {
			break
		}
		at = int(t.end)
		if n := needed[t.key]; n > 0 {
			if within[t.key]++; within[t.key] <= n {
				share++
			}
		}
		if run = append(run, t); len(run) > size {
			if out := run[0].key; needed[out] > 0 {
				if within[out]--; within[out] < needed[out] {
					share--
				}
			}
			run = run[1:]
		}
		if share > best.share {
			best = window{share: share, terms: append(best.terms[:0], run...)}
		}
	}
	for n := len(best.terms); n > 0 && len(best.terms) < n+mostBeside; {
		t, more := f.next(int(best.terms[len(best.terms)-1].end), in.end)
		if !more {
			break
		}
		best.terms = append(best.terms, t)
	}
	return best, best.share > 0
}

// passage makes an alignment one that can be shown.
func (s *Source) passage(a alignment, para int) Nearest {
	p := Nearest{Para: para, Score: a.score}
	if a.last == a.first {
		return p
	}
	f, begin := s.body(0), s.starts[para-1]
	for a.first > 0 && f.inside(int(a.have[a.first].start)) { // the quotation begins within a compound
		a.first--
	}
	for a.last < len(a.have) && f.inside(int(a.have[a.last-1].end)) {
		a.last++
	}
	text := s.original.Paragraphs[para-1]
	from := max(0, f.start(int(a.have[a.first].start))-begin)
	p.Text = text[from:min(len(text), f.end(int(a.have[a.last-1].end))-begin)]
	for _, d := range a.differs() {
		start, end := f.start(d.start)-begin-from, min(f.end(d.end)-begin-from, len(p.Text))
		p.Differs = append(p.Differs, book.Passage{Para: para, Start: start, End: end})
	}
	for _, i := range a.without {
		p.Without = append(p.Without, a.want[i].text())
	}
	return p
}

// String is a hint of one line: ¶1 has "a liaison office ‹at› the town of Kaesong". Of a long passage it shows some
// thirty words around the first that differ.
func (n Nearest) String() string {
	f := fold(n.Text, addressed)
	words := terms(f, -1)
	first, last := 0, len(words)
	if last > shown {
		if len(n.Differs) > 0 {
			for first < len(words)-1 && f.start(int(words[first+1].start)) <= n.Differs[0].Start {
				first++
			}
		}
		first = max(0, min(first-shown/3, last-shown))
		last = first + shown
	}
	from, to := 0, len(n.Text)
	var b strings.Builder
	fmt.Fprintf(&b, "¶%d has \"", n.Para)
	if first > 0 {
		from = f.start(int(words[first].start))
		b.WriteString("… ")
	}
	if last < len(words) {
		to = f.end(int(words[last-1].end))
	}
	for _, d := range n.Differs {
		if d.Start >= from && d.End <= to {
			b.WriteString(n.Text[from:d.Start] + "‹" + n.Text[d.Start:d.End] + "›")
			from = d.End
		}
	}
	b.WriteString(n.Text[from:to])
	if last < len(words) {
		b.WriteString(" …")
	}
	b.WriteString("\"")
	if k := min(len(n.Without), 3); k > 0 {
		b.WriteString(", without \"" + strings.Join(n.Without[:k], `", "`) + "\"")
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
