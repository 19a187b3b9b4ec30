package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bestRun is the run of undecided blocks with the largest sum of gains, -1 when no block gains.
func (p *page) bestRun() (first, last int) {
	first, last = -1, -1
	best, sum, start := 0, 0, 0
	for i := range p.blocks {
		if sum <= 0 {
			sum, start = 0, i
		}
		if sum += p.gain(i); sum > best {
			best, first, last = sum, start, i
		}
	}
	return first, last
}

// gain is what block i gives to a run: a paragraph alone among short lines, as in lists of other articles, a part of
// what it gives among its like.
func (p *page) gain(i int) int {
	b := &p.blocks[i]
	g := gain(b)
	switch {
	case b.role != undecided:
	case g < 0:
		if p.listed(i) {
			return -1
		}
	case teaser(b):
		return g / 4
	case p.alone(i):
		return g * 3 / 5
	}
	return g
}

// listed reports whether block i is one of the lines under a colon: a list without bullets.
func (p *page) listed(i int) bool {
	for n := 0; n < 8 && i > 0 && p.adjoining(i-1); n++ {
		i--
		b := &p.blocks[i]
		if colon(b) && b.words >= 3 {
			return true
		}
		if b.role != undecided || b.stop {
			break
		}
	}
	return false
}

// colon reports whether a block announces what follows.
func colon(b *block) bool { return strings.HasSuffix(strings.TrimRightFunc(b.text, invisible), ":") }

// teaser reports whether b begins with a title in capitals that runs on into a sentence, as the boxes of a front
// page do when their lines are put together: "Board Votes To Reopen The Ferry The harbour board said …".
func teaser(b *block) bool {
	capitals := 0
	for word := range strings.FieldsSeq(beginning(b.text, 160)) {
		r, _ := utf8.DecodeRuneInString(word)
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLower(r) && len(word) > 3:
			return capitals >= 8
		}
	}
	return capitals >= 8
}

// alone reports whether neither neighbour of block i is a paragraph.
func (p *page) alone(i int) bool {
	return !p.neighbour(i, -1) && !p.neighbour(i, 1)
}

func (p *page) neighbour(i, step int) bool {
	for n, j := 0, i+step; j >= 0 && j < len(p.blocks) && n < 4; j += step {
		b := &p.blocks[j]
		if b.role == gone && b.cost <= 6 {
			n++
			continue
		}
		return b.role == body || b.role == undecided && (b.stop || b.words >= long || b.item || colon(b))
	}
	return false
}

// gain is what a block gives to a run, or takes from it.
func gain(b *block) int {
	switch {
	case b.role == body:
		return min(b.words, 60)
	case b.role == headline:
		return -10 // an article begins under its title
	case b.role != undecided:
		return -b.cost
	case b.heading:
		return -2
	case b.sentence():
		return min(b.words, 60)
	case b.words >= long:
		return min(b.words, 60) / 2
	case b.stop || colon(b):
		return 0
	case b.item && b.words > 3:
		return -1
	}
	return -6
}

// widen takes short sentences and the items of lists into a run that begins or ends beside them.
func (p *page) widen(first, last int) (int, int) {
	for first > 0 {
		if b := &p.blocks[first-1]; b.role != undecided || !b.stop || b.words < 3 {
			break
		}
		first--
	}
	for last+1 < len(p.blocks) {
		if b := &p.blocks[last+1]; b.role != undecided || !(b.stop && b.words >= 2 || b.item && b.words >= 2) {
			break
		}
		last++
	}
	return first, p.resumed(last)
}

// resumed is where a run ends that goes on with a short sentence behind a pointer, an advertisement or a caption.
func (p *page) resumed(last int) int {
	for i, passed := last+1, 0; i < len(p.blocks) && passed < 3; i++ {
		b := &p.blocks[i]
		if b.role == gone && interlude(b.reason) {
			passed++
			continue
		}
		if passed > 0 && b.role == undecided && b.stop && b.words >= 5 && !question(b) {
			return i
		}
		break
	}
	return last
}

// interlude reports reasons of what stands between two paragraphs of an article.
func interlude(reason string) bool {
	switch reason {
	case "read_more", "advertisement", "caption", "audio_player", "pull_quote":
		return true
	}
	return false
}

// spoken is how many words the paragraphs of a run have.
func (p *page) spoken(first, last int) int {
	n := 0
	for i := first; i <= last; i++ {
		if b := &p.blocks[i]; b.role == body || b.role == undecided && b.sentence() {
			n += b.words
		}
	}
	return n
}
