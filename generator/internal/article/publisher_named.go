package article

import (
	"slices"
	"strings"
)

// publishedIn reads the line that some newspapers print under their texts: "Published in The Ferry Times, March 4th,
// 2019". The name must be one, and a date must follow.
func (p *page) publishedIn(b *block, text string) bool {
	rest, ok := "", false
	for _, lead := range [...]string{"Published in ", "Appeared in ", "Printed in ", "Erschienen in ", "Erschienen im "} {
		if rest, ok = strings.CutPrefix(text, lead); ok {
			break
		}
	}
	list := stamps(beginning(rest, 200))
	if !ok || b.words > 20 || len(list) == 0 && stampYear(rest) == "" {
		return false
	}
	if len(list) > 0 {
		rest = rest[:list[0].start]
	}
	name, _, _ := strings.Cut(rest, ",")
	name = strings.Trim(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(name), " on"), " am"), " ,.")
	for _, word := range strings.Fields(name)[min(1, words(name)):] {
		if _, named := month(strings.ToLower(strings.Trim(word, ".,"))); named {
			name, _, _ = strings.Cut(name, " "+word)
		}
	}
	if bare := strings.TrimPrefix(name, "the "); nameAt(bare) == bare && words(bare) <= 6 && bare != "" && (masthead(bare) || strings.HasPrefix(bare, "The ") && words(bare) > 1) {
		p.publisher = append(p.publisher, found{headed(bare), at("credit line", b)})
		return true
	}
	return false
}

// nameBelow reads the newspaper's name that stands alone directly below the last paragraph.
func (p *page) nameBelow() {
	for i := len(p.blocks) - 2; i >= 0; i-- {
		b := &p.blocks[i]
		if b.role != undecided || !b.sentence() || b.words < enough || disclaimer(newLine(b, i)) {
			continue
		}
		next := &p.blocks[i+1]
		if next.role == undecided && !next.heading && !next.item && next.words <= 5 && masthead(next.text) && (strings.HasPrefix(next.text, "The ") || paperNoun(strings.ToLower(next.text[strings.LastIndexByte(next.text, ' ')+1:]))) {
			p.appeals = append(p.appeals, found{headed(next.text), at("line below the text", next)})
			next.drop("publisher_line")
		}
		return
	}
}

// letterhead reads the name of the institution above its own press release, or above a text under which it speaks of
// itself: "About the Office of …", "The Institute of … does not …".
func (p *page) letterhead() {
	if p.page || len(p.publisher) > 0 {
		return
	}
	release := slices.ContainsFunc(p.blocks[:min(len(p.blocks), 10)], func(b block) bool {
		first, _ := cutWord(b.text)
		return b.role != body && b.role != headline && (releaseMark(b.text) || b.words <= 8 && releaseMark(first))
	})
	for i := range p.blocks[:min(len(p.blocks), 4)] {
		b := &p.blocks[i]
		if b.role != gone || !institution(b.text) || shouted(b.text) && i == 0 && len(p.blocks) > 1 && institution(p.blocks[1].text) {
			continue
		}
		if release || p.speaksOfItself(b.text) {
			p.appeals = append(p.appeals, found{headed(b.text), at("letterhead", b)})
			return
		}
	}
}

// speaksOfItself reports whether one of the last lines begins with a name, or says that it is about it.
func (p *page) speaksOfItself(name string) bool {
	for i := max(0, len(p.blocks)-6); i < len(p.blocks); i++ {
		text := strings.TrimPrefix(strings.TrimPrefix(p.blocks[i].text, "About "), "Über ")
		text = strings.TrimPrefix(strings.TrimPrefix(text, "the "), "The ")
		if i > 3 && p.blocks[i].role != headline && strings.HasPrefix(text, strings.TrimPrefix(name, "The ")) {
			return true
		}
	}
	return false
}
