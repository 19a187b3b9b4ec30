package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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
			case i > 0 && p.blocks[i-1].role == gone && p.blocks[i-1].reason == "entry_time" && person(b.text):
				b.drop("byline") // of one entry of a live report
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

// marked reports whether block i is a line with the mark that some papers put before a heading, alone among
// paragraphs: two such lines are a list.
func (p *page) marked(i int) bool {
	b := &p.blocks[i]
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(b.text, invisible))
	if !strings.ContainsRune("■□◆◇●○▲△▶◈", r) || b.stop || b.words > 14 {
		return false
	}
	return !(i > 0 && p.blocks[i-1].item) && !(i+1 < len(p.blocks) && p.blocks[i+1].item)
}

// questions makes headings of questions that stand alone between paragraphs, where the text has headings that are
// none. In a conversation there are more questions than headings.
func (p *page) questions(first, last int) {
	var list []*block
	headings, before := 0, (*block)(nil)
	for i := first; i <= last; i++ {
		b := &p.blocks[i]
		switch {
		case b.role == crosshead:
			headings++
		case b.role != body:
			continue
		case asked(b) && before != nil && before.sentence() && !strings.HasSuffix(before.text, "?"):
			list = append(list, b)
		case len(list) > 0 && list[len(list)-1] == before && !b.sentence():
			list = list[:len(list)-1]
		}
		before = b
	}
	if len(list) > headings {
		return
	}
	for _, b := range list {
		b.role = crosshead
	}
}

// asked reports a short question without quotation marks or the letter of a questioner before it.
func asked(b *block) bool {
	return !b.kept && strings.HasSuffix(strings.TrimRightFunc(b.text, invisible), "?") && b.words >= 3 && b.words < enough && headingLike(b) && !strings.ContainsAny(b.text, "\"“”„«»「:")
}

// headingLike reports whether a line can be a heading by its looks: a few words that begin with a capital or a
// number, in a script without capitals with any letter.
func headingLike(b *block) bool {
	if b.words <= 4 && stampYear(b.text) != "" && (strings.HasSuffix(b.text, " Issue") || strings.HasSuffix(b.text, " Edition") || strings.HasPrefix(b.text, "Ausgabe ") || strings.HasPrefix(b.text, "Heft ")) {
		return false // "March 2018 Issue"
	}
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
