package article

import (
	"slices"
	"strings"

	"briefbook/generator/internal/book"
)

// prose finds the paragraphs: the contiguous run of blocks that gains most, each paragraph giving its words and
// each other line costing some. Within the run sentences stay, and long lines that were cut off, and the items of
// lists; a short line between two paragraphs is a heading; the rest is set aside. Outside everything is set
// aside, and where there was prose it is flagged. What stands under the title and is no sentence is a standfirst, and
// set aside as such; one that is a sentence is a paragraph.
func (p *page) prose() {
	first, last := p.bestRun()
	if first < 0 || p.failed() && p.spoken(first, last) < 3*long {
		p.noProse()
		return
	}
	first, last = p.widen(first, last)
	p.refrains(first, last)
	titled := false
	for i := range p.blocks {
		b := &p.blocks[i]
		titled = titled || b.role == headline
		if b.role != undecided {
			continue
		}
		switch inside := i >= first && i <= last; {
		case inside && lateStamp(b):
			b.drop("timestamp_line")
		case inside && p.marked(i): // see shortLines
		case inside && (b.sentence() || b.words >= long || b.words >= 1 && (b.stop || colon(b)) || b.item && b.words > 0):
			b.role = body
		case inside: // see shortLines
		case b.heading:
			b.drop("subheading")
		case b.sentence() || b.words >= long:
			b.drop("outside_text")
			p.flag(FlagProseSetAside)
		case i < first && titled && 2*b.words > enough:
			b.drop("standfirst")
		default:
			b.drop("short_line")
		}
	}
	p.shortLines(first, last)
	p.questions(first, last)
	p.biographies()
}

// lateStamp recognises when a text was published where that stands within it or under it.
func lateStamp(b *block) bool {
	if b.words > long || !strings.ContainsAny(b.text, "0123456789") {
		return false
	}
	lower := strings.ToLower(b.text)
	return beginsAny(lower, []string{"published:", "published on ", "first published", "originally published", "updated:",
		"updated on ", "last updated", "posted:", "posted on ", "last modified", "veröffentlicht:", "veröffentlicht am ",
		"erstellt:", "aktualisiert:", "zuletzt aktualisiert", "stand:", "입력 ", "입력:", "수정 ", "등록 ", "송고 "}) ||
		strings.HasSuffix(lower, " 송고")
}

// biographies sets aside what stands of the author under the last paragraph, once the author is known by name.
func (p *page) biographies() {
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
			if rest, ok := strings.CutPrefix(b.text,
				author.value); ok && author.value != "" && b.words < 60 && beginsAny(strings.ToLower(beginning(rest, 40)),
				engaged) {
				b.drop("author_note")
				taken--
				break
			}
		}
	}
}

// engaged is how a sentence about an author goes on after the name.
var engaged = []string{
	" is ", ", is ", " covers ", " writes ", " reports ", " has ", " joined ", " can be reached", " ist ", " schreibt ",
	" berichtet ", " arbeitet ", ", who ", ", the ",
}

// failed reports whether a server says that it has no article to give.
func (p *page) failed() bool {
	return slices.ContainsFunc(p.blocks, func(b block) bool { return b.role == gone && b.reason == "error_page" })
}

// noProse sets everything aside but whole sentences: a text without a paragraph has at most a few short ones.
func (p *page) noProse() {
	failed := p.failed()
	if failed {
		p.title = book.Value{}
	}
	short := func(b *block) bool { return b.stop && 2*b.words >= enough && !failed }
	kept := slices.ContainsFunc(p.blocks, func(b block) bool { return b.role == body || b.role == undecided && short(&b) })
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.role == headline && (failed || !kept && !p.page) { // a line of a menu is no title
			b.role, p.title = undecided, book.Value{}
		}
		if b.role != undecided {
			continue
		}
		p.flag(FlagNoProse)
		if short(b) {
			b.role = body
		} else {
			b.drop("short_line")
		}
	}
}
