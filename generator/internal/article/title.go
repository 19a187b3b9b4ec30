package article

import (
	"strings"

	"briefbook/generator/internal/book"
)

// A title has three to twenty-five words.
const (
	least = 3
	most  = 25
)

// headline takes the title: the first line before the first paragraph that is no sentence and neither too
// short nor too long. Where the text begins with its lead there is none, and none is made.
func (p *page) headline() {
	if p.title.Text != "" {
		return
	}
	lines, basis := p.titleLines()
	if len(lines) == 0 {
		return
	}
	b := p.choose(lines)
	if basis == "" {
		basis = "line before the text without a final stop"
	}
	p.entitle(b, at(basis, b))
	if p.page {
		return
	}
	for i := range p.blocks {
		o := &p.blocks[i]
		if o == b {
			return
		}
		if o.role == undecided && o.words <= 5 && !o.stop {
			o.drop("kicker")
		}
	}
}

// titleLines lists what may be the title: lines before the first paragraph and the first byline. A question, an
// exclamation or a short sentence is one only where a byline or a date follows, or a longer paragraph.
func (p *page) titleLines() (list []*block, basis string) {
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.role == gone {
			if heads(b.reason) && len(list) > 0 {
				return list, ""
			}
			continue
		}
		if b.role != undecided {
			return list, ""
		}
		headed := p.headed(i)
		switch {
		case dateLabel(b):
		case titleLike(b):
			list = append(list, b)
		case b.words > most:
			return list, ""
		case len(list) == 0 && question(b) && (headed || p.longer(i)):
			return []*block{b}, "question above the text"
		case len(list) == 0 && headed && b.words >= 2 && b.words < 15 && !strings.HasSuffix(b.text, ",") && height(b) == 1:
			return []*block{b}, "line above the byline"
		case b.sentence():
			return list, ""
		}
	}
	return list, ""
}

// dateLabel reports a line that begins with a label and has a date: "Sent: Monday, March 20, 2023".
func dateLabel(b *block) bool {
	word, _ := cutWord(b.text)
	return strings.HasSuffix(word, ":") && len(stamps(b.text)) > 0
}

func height(b *block) int { return b.last - b.first + 1 }

// heads reports reasons that show that the title stood above.
func heads(reason string) bool {
	switch reason {
	case "byline", "agency_byline", "byline_timestamp_line", "timestamp_line", "agency_date_line", "reading_time", "agency_line", "publisher_date_line":
		return true
	}
	return false
}

// headed reports whether the next block is a byline or a date.
func (p *page) headed(i int) bool {
	for i++; i < len(p.blocks); i++ {
		if b := &p.blocks[i]; b.role != gone || b.reason != "ui_residue" {
			return b.role == gone && heads(b.reason)
		}
	}
	return false
}

// longer reports whether a paragraph follows that is longer.
func (p *page) longer(i int) bool {
	next := p.next(i)
	return next != nil && next.sentence() && next.words > p.blocks[i].words && !question(next)
}

// question reports a single sentence of a title's length that asks or exclaims.
func question(b *block) bool {
	text := strings.TrimRight(b.text, `"'”’»`)
	if b.words < 2 || b.words > most || !strings.HasSuffix(text, "?") && !strings.HasSuffix(text, "!") && !strings.HasSuffix(text, "？") {
		return false
	}
	inner := text[:len(text)-1]
	return !strings.Contains(inner, ". ") && !strings.Contains(inner, "! ")
}

func titleLike(b *block) bool {
	if b.words < least || b.words > most || b.sentence() {
		return false
	}
	lower := strings.ToLower(beginning(b.text, 40))
	for _, lead := range [...]string{"photo", "image:", "image credit", "picture:", "foto:", "bild:", "file photo", "caption", "video:", "사진", "- ", "• ", "* "} {
		if strings.HasPrefix(lower, lead) {
			return false
		}
	}
	return !strings.HasSuffix(b.text, ".") && !strings.HasSuffix(b.text, ",") && !strings.HasSuffix(b.text, ";") && !strings.HasSuffix(b.text, ":") || strings.HasSuffix(b.text, "...")
}

// choose picks the title among several lines: one that an earlier line repeats with a tail ("Title | Site"), else the
// first of four words or more, else the first. Behind a menu it is the last but what sums it up.
func (p *page) choose(list []*block) *block {
	for i, b := range list {
		for _, later := range list[i+1:] {
			from := strings.Index(b.text, later.text)
			end := from + len(later.text)
			if from < 0 || len(b.text) <= len(later.text)+3 || from > 0 && !endsInMark(b.text[:from]) || end < len(b.text) && suffixMark(b.text[end:]) == 0 {
				continue
			}
			if end < len(b.text) {
				p.hints = append(p.hints, found{strings.TrimSpace(b.text[end+suffixMark(b.text[end:]):]), at("page title", b)})
			}
			b.drop("page_title")
			return later
		}
	}
	if n := len(list); n > 4 {
		if list[n-2].words > list[n-1].words {
			return list[n-2]
		}
		return list[n-1]
	}
	for _, b := range list {
		if b.words > least {
			return b
		}
	}
	return list[0]
}

// entitle makes b the title and sets later lines aside that only repeat it.
func (p *page) entitle(b *block, basis string) {
	p.title = book.Value{Text: b.text, Basis: basis}
	b.role = headline
	for i := range p.blocks {
		if o := &p.blocks[i]; o.role == undecided && o.words == b.words && folded(o.text) == folded(b.text) {
			o.drop("duplicate_title")
		}
	}
}
