package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// prose finds the paragraphs: the contiguous run of blocks that gains most, each paragraph giving its words and
// each other line costing some. Within the run sentences stay, and long lines that were cut off, and the items of
// lists; a short line between two paragraphs is a heading; the rest is set aside. Outside everything is set
// aside, and where there was prose it is flagged.
func (p *page) prose() {
	first, last := p.bestRun()
	if first < 0 {
		p.noProse()
		return
	}
	first, last = p.widen(first, last)
	p.refrains(first, last)
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.role != undecided {
			continue
		}
		switch inside := i >= first && i <= last; {
		case inside && lateStamp(b):
			b.drop("timestamp_line")
		case inside && (b.sentence() || b.words >= long || b.words >= 1 && (b.stop || colon(b)) || b.item && b.words > 0):
			b.role = body
		case inside: // see shortLines
		case b.heading:
			b.drop("subheading")
		case b.sentence() || b.words >= long:
			b.drop("outside_text")
			p.flag(FlagProseSetAside)
		default:
			b.drop("short_line")
		}
	}
	p.shortLines(first, last)
	p.biography()
}

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
	return first, last
}

// refrains sets paragraphs of the run aside that repeat an earlier one word for word: captions of a row of pictures,
// boxes printed twice.
func (p *page) refrains(first, last int) {
	seen := map[string]bool{}
	for i := first; i <= last; i++ {
		b := &p.blocks[i]
		if b.role != undecided || !b.sentence() {
			continue
		}
		if text := folded(b.text); seen[text] {
			b.drop("repeated_text")
		} else {
			seen[text] = true
		}
	}
}

// lateStamp recognises when a text was published where that stands within it or under it.
func lateStamp(b *block) bool {
	if b.words > long || !strings.ContainsAny(b.text, "0123456789") {
		return false
	}
	lower := strings.ToLower(b.text)
	return beginsAny(lower, []string{"published:", "published on ", "first published", "originally published", "updated:", "updated on ", "last updated", "posted:", "posted on ", "last modified", "veröffentlicht:", "veröffentlicht am ", "erstellt:", "aktualisiert:", "zuletzt aktualisiert", "stand:", "입력 ", "입력:", "수정 ", "등록 ", "송고 "}) ||
		strings.HasSuffix(lower, " 송고")
}

// shortLines decides the lines within the run that are neither sentences nor items. What a page marks as a
// heading is one; so is a line alone between two paragraphs. Lines under a colon are a list without bullets.
func (p *page) shortLines(first, last int) {
	for i := first; i <= last; i++ {
		if p.blocks[i].role != undecided {
			continue
		}
		end, n := i, 0
		for ; end <= last && p.blocks[end].role != body; end++ {
			if p.blocks[end].role == undecided {
				n++
			}
		}
		under := i > 0 && p.blocks[i-1].role == body && colon(&p.blocks[i-1])
		for ; i < end; i++ {
			b := &p.blocks[i]
			switch {
			case b.role != undecided:
			case b.heading, n == 1 && !under && headingLike(b):
				b.role = crosshead
			case under && b.words > 0:
				b.role = body
			default:
				b.drop("short_line")
			}
		}
	}
}

// headingLike reports whether a line can be a heading by its looks: a few words that begin with a capital or a
// number, in a script without capitals with any letter.
func headingLike(b *block) bool {
	if b.words == 0 || b.words > 14 || len(b.text) > 160 || strings.ContainsAny(b.text, "@|©{}<>=") || strings.Contains(b.text, "://") {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(b.text)
	if strings.ContainsRune(",;-–—/", r) {
		return false
	}
	text := strings.TrimLeftFunc(b.text, func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSpace(r) || invisible(r) })
	r, _ = utf8.DecodeRuneInString(text)
	letters := strings.ContainsFunc(text, unicode.IsLetter)
	return letters && !unicode.IsLower(r)
}

// biography sets aside what stands of the author under the last paragraph, once the author is known by name.
func (p *page) biography() {
	taken := 0
	for i := len(p.blocks) - 1; i >= 0 && taken < 2; i-- {
		b := &p.blocks[i]
		if b.role != body {
			continue
		}
		taken++
		if b.kept {
			continue
		}
		for _, author := range p.bylines {
			if rest, ok := strings.CutPrefix(b.text, author.value); ok && author.value != "" && b.words < 60 && beginsAny(strings.ToLower(beginning(rest, 40)), engaged) {
				b.drop("author_note")
				taken--
				break
			}
		}
	}
}

// engaged is how a sentence about an author goes on after the name.
var engaged = []string{
	" is ", ", is ", " covers ", " writes ", " reports ", " has ", " joined ", " can be reached", " ist ", " schreibt ", " berichtet ", " arbeitet ", ", who ", ", the ",
}

// noProse sets everything aside but whole sentences: a text without a paragraph has at most a few short ones.
func (p *page) noProse() {
	kept := slices.ContainsFunc(p.blocks, func(b block) bool { return b.role == body || b.role == undecided && b.stop && 2*b.words >= enough })
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.role == headline && !kept && !p.page { // a line of a menu is no title
			b.role, p.title = undecided, book.Value{}
		}
		if b.role != undecided {
			continue
		}
		p.flag(FlagNoProse)
		switch {
		case b.stop && 2*b.words >= enough:
			b.role = body
		default:
			b.drop("short_line")
		}
	}
}

// repeats drops a lead that is printed twice, as a summary and again under its dateline: the one without
// the dateline, else the first. The first may be cut off with an ellipsis.
func (p *page) repeats() {
	var leads []*block
	var texts []string
	for i := 0; i < len(p.blocks) && len(leads) < 5; i++ {
		if b := &p.blocks[i]; b.role == undecided && b.words >= enough {
			leads, texts = append(leads, b), append(texts, folded(b.text))
		}
	}
	for i, a := range leads {
		text := strings.TrimRightFunc(a.text, invisible)
		cut := strings.HasSuffix(text, "…") || strings.HasSuffix(text, "...")
		for j := i + 1; j < len(leads); j++ {
			if texts[i] != texts[j] && !(cut && strings.HasPrefix(texts[j], texts[i])) {
				continue
			}
			if a.dated {
				a = leads[j]
			}
			a.drop("duplicate_lead")
			p.flag(FlagDuplicateLead)
			return
		}
	}
}

// folded is s in lower case, its words set apart by one blank, without stops and quotation marks around it.
func folded(s string) string {
	s = strings.TrimFunc(plain(s), func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSpace(r) || r == utf8.RuneError })
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}
