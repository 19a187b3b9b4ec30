package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	lines, others, basis := p.titleLines()
	b := p.repeated()
	if b != nil {
		basis = "title of the page, repeated"
	} else if len(lines) == 0 {
		b = p.rescued()
	} else {
		b = p.echoed(choose(lines), others)
	}
	if b == nil {
		return
	}
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

// titleLines lists what may be the title: lines before the first paragraph, in the group that a byline or a date
// follows. A question, an exclamation or a short sentence is one only where such a line follows, or a longer paragraph.
// all are the lines of every group.
func (p *page) titleLines() (list, all []*block, basis string) {
	from, to := p.front()
	var group, headed []*block // since the last byline or date; the group above one
	end := func() {
		if len(group) > 0 && (len(headed) == 0 || from > 0) {
			headed = group
		}
		group = nil
	}
	for i := from; i < len(p.blocks); i++ {
		b := &p.blocks[i]
		if b.role == gone && heads(b.reason) {
			end()
		}
		if b.role != undecided || strings.ContainsFunc(b.text, forbidden) {
			continue
		}
		above := p.headed(i)
		switch {
		case dateLabel(b), p.aside(b), !p.page && (untitling(b) || institution(b.text) && (!p.headed(i) || i > 0 && releaseMark(p.blocks[i-1].text))):
		case titleLike(b):
			group, all = append(group, b), append(all, b)
		case len(group)+len(headed) == 0 && question(b) && (above || p.longer(i)):
			return []*block{b}, nil, "question above the text"
		case len(group)+len(headed) == 0 && above && b.words >= 2 && b.words < 15 && !strings.HasSuffix(b.text, ",") && !strings.HasSuffix(b.text, ":") && !strings.Contains(b.text, " | ") && height(b) == 1:
			return []*block{b}, nil, "line above the byline"
		case i >= to && (b.sentence() || b.words > most):
			i = len(p.blocks)
		}
	}
	if len(headed) > 0 {
		return headed, all, ""
	}
	return group, all, ""
}

// aside reports what stands above titles and is none: the weather, prices, the newspaper's own name.
func (p *page) aside(b *block) bool {
	return !p.page && b.words <= 8 && (strings.ContainsRune(b.text, '°') || strings.Contains(b.text, "%") && strings.ContainsAny(b.text, "+-▲▼▴▾")) ||
		b.words <= 6 && !p.page && masthead(b.text) && strings.HasPrefix(b.text, "The ")
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
	for _, lead := range [...]string{"skip to ", "photo", "image:", "image credit", "picture:", "foto:", "bild:", "file photo", "caption", "video:", "사진", "- ", "• ", "* "} {
		if strings.HasPrefix(lower, lead) {
			return false
		}
	}
	return !strings.HasSuffix(b.text, ".") && !strings.HasSuffix(b.text, ",") && !strings.HasSuffix(b.text, ";") && !strings.HasSuffix(b.text, ":") || strings.HasSuffix(b.text, "...")
}

// repeated is the line that repeats one of the first lines, as a title does that stands once above the menus of its page
// and once above its text: "Title | Site". It may be a question or end as a sentence.
func (p *page) repeated() *block {
	const above, below = 4, 10
	_, to := p.front()
	for i := range min(len(p.blocks), above) {
		b := &p.blocks[i]
		if b.role != undecided || b.words < least || b.words > 2*most || untitling(b) || strings.HasSuffix(b.text, ":") {
			continue
		}
		for j := min(len(p.blocks), to+below) - 1; j > i; j-- {
			later := &p.blocks[j]
			if later.role != undecided || strings.ContainsFunc(later.text, forbidden) || later.words > b.words || len(later.text) < len(b.text)/3 {
				continue
			}
			if j > i+3 && folded(later.text) == folded(b.text) {
				return later
			}
			if start, end := enclosed(b.text, later.text); end > start {
				if first, _, _ := strings.Cut(b.text[:start], b.text[max(0, start-3):start]); start > 3 && masthead(strings.TrimSpace(first)) {
					p.publisher = append(p.publisher, found{headed(strings.TrimSpace(first)), at("page title", b)})
				}
				if end < len(b.text) {
					p.pageName(strings.TrimSpace(strings.TrimLeft(b.text[end:], " |-–—·•»:")), b)
				}
				b.drop("page_title")
				return later
			}
		}
	}
	return nil
}

// pageName keeps what stands behind the title in the title of its page.
func (p *page) pageName(name string, b *block) {
	if masthead(name) {
		p.publisher = append(p.publisher, found{headed(name), at("page title", b)})
	} else {
		p.hints = append(p.hints, found{name, at("page title", b)})
	}
}

// enclosed finds a title within a longer line, set apart from the rest by marks.
func enclosed(line, title string) (start, end int) {
	if words(title) < least || len(line) <= len(title)+3 || len(line) > 500 {
		return 0, 0
	}
	start = strings.Index(plain(line), plain(title))
	end = start + len(plain(title))
	if start < 0 || len(plain(line)) != len(line) { // curly quotes: take the beginning only
		if start != 0 || suffixMark(plain(line)[end:]) == 0 {
			return 0, 0
		}
		return 0, len(line) - len(plain(line)[end:])
	}
	if start > 0 && !endsInMark(line[:start]) && !endsInCrumb(line[:start]) || end < len(line) && suffixMark(line[end:]) == 0 && !strings.HasPrefix(line[end:], " : ") {
		return 0, 0
	}
	return start, end
}

// choose picks the title among several lines: the first of four words or more, else the first. Behind a menu it is the
// last but what sums it up.
func choose(list []*block) *block {
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
	p.title = book.Value{Text: strings.Join(strings.Fields(b.text), " "), Basis: basis}
	b.role = headline
	p.continued(b)
	for i := range p.blocks {
		if o := &p.blocks[i]; o.role == undecided && o.words == b.words && folded(o.text) == folded(b.text) {
			o.drop("duplicate_title")
		}
	}
}

// continued adds the next line to the title where that goes on with it: it begins small, directly below, and a byline, a
// date or a blank line follows.
func (p *page) continued(b *block) {
	i := slices.IndexFunc(p.blocks, func(o block) bool { return o.first == b.first && o.role == headline })
	if i < 0 || i+2 >= len(p.blocks) || p.page || b.heading || !p.adjoining(i) || stops(b.text) || b.words > 14 {
		return
	}
	next := &p.blocks[i+1]
	r, _ := utf8.DecodeRuneInString(next.text)
	if next.role != undecided || next.stop || next.words > 10 || next.words < 2 || !unicode.IsLower(r) || strings.HasSuffix(next.text, ":") || p.adjoining(i+1) && !p.headed(i+1) {
		return
	}
	if _, by := cutBy(next.text); by {
		return
	}
	next.role = headline
	p.title.Text += " " + strings.Join(strings.Fields(next.text), " ")
}

// untitle takes the title back where there is no text and nothing says who wrote it, or when: then the line is one of a
// page that is no article.
func (p *page) untitle() {
	if p.page || p.title.Text == "" || len(p.dates)+len(p.bylines)+len(p.agencies)+len(p.updates) > 0 ||
		slices.ContainsFunc(p.blocks, func(b block) bool { return b.role == body }) {
		return
	}
	for i := range p.blocks {
		if p.blocks[i].role == headline {
			p.title = book.Value{}
			p.blocks[i].drop("short_line")
			return
		}
	}
}
