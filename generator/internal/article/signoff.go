package article

import (
	"strings"
)

// signoffs reads what stands behind the last paragraph and says where the text is from: "With inputs from PTI",
// "The post … appeared first on …", "(ANI)". What is listed under other articles says nothing of this one.
func (p *page) signoffs() {
	const farthest, longest = 30, 2000
	for i, seen := len(p.blocks)-1, 0; i >= 0 && seen < farthest; i-- {
		b := &p.blocks[i]
		if b.role == gone && !speaking(b.reason) || b.words > 80 || len(b.text) > longest {
			continue
		}
		seen++
		signed := len(p.signers)
		if b.words > 60 || !p.signoff(b, seen) || b.role != undecided {
			continue
		}
		if b.drop("credit_line"); len(p.signers) > signed {
			b.reason = "byline"
		}
	}
	p.closing()
	if !p.page {
		p.nameBelow()
	}
}

// firstPublished reads who a line says published the text first.
func (p *page) firstPublished(b *block, text string) bool {
	if b.sentence() && !beginsAny(strings.ToLower(text), []string{"the post ", "this ", "originally ", "first ", "republished ", "reprinted ", "dieser ", "diese ", "der artikel ", "der beitrag ", "der text "}) {
		return false // a paragraph may tell where a poem first appeared
	}
	name := after(text, strings.ToLower(text), "appeared first on ", "first appeared on ", "first appeared in ", "originally appeared on ", "originally appeared in ",
		"first published by ", "first published in ", "first published on ", "originally published by ", "originally published in ", "originally published on ",
		"republished from ", "reprinted from ", "erschien zuerst bei ", "erschien zuerst in ", "zuerst erschienen in ", "zuerst erschienen bei ", "erschien zuerst auf ")
	if name == "" {
		return false
	}
	p.origin(name, b)
	return true
}

// speaking reports reasons of lines that were set aside and may still say where a text is from.
func speaking(reason string) bool {
	switch reason {
	case "credit_line", "publisher_disclaimer", "editors_note", "author_note", "copyright_line":
		return true
	}
	return false
}

// signoff recognises one line, the seen-th from the end.
func (p *page) signoff(b *block, seen int) bool {
	text := strings.Trim(legible(b.text), " ()[]*_–—-")
	lower := strings.ToLower(text)
	if p.publishedIn(b, text) || p.firstPublished(b, text) {
		return true
	}
	if strings.HasPrefix(lower, "the post ") || strings.HasPrefix(lower, "this article") || strings.HasPrefix(lower, "this story") {
		return false
	}
	if b.words <= 40 && (strings.HasPrefix(lower, "reporting by ") || strings.HasPrefix(lower, "writing by ") && len(p.signers) == 0) {
		p.reporters(text, b)
		return true
	}
	for _, lead := range [...]string{"with inputs from ", "with input from ", "inputs from ", "with agency inputs from ", "with reporting from ", "with reporting by ", "additional reporting by ", "mit material von ", "mit material der ", "mit informationen von "} {
		if rest, ok := strings.CutPrefix(lower, lead); ok && b.words <= 14 {
			p.contributes(text[len(text)-len(rest):], b)
			return true
		}
	}
	if b.words <= 25 && (strings.Contains(lower, "contributed to this ") || strings.Contains(lower, " contributed reporting") || strings.HasSuffix(strings.TrimRight(lower, "."), " contributed")) {
		return p.contributes(text, b)
	}
	if name, known := agencyCredit(text); known && b.words <= 6 && b.text != text {
		p.inputs = append(p.inputs, found{name, at("credit line", b)})
		return true
	}
	return p.signature(b, text) || seen == 1 && p.signed(b, text)
}

// reporters reads "Reporting by Mara Lindqvist in Seoul; Editing by Ida Brandt".
func (p *page) reporters(text string, b *block) {
	first, _, _ := strings.Cut(text, ";")
	first, _, _ = strings.Cut(first, ". ")
	_, names, _ := strings.Cut(first, " by ")
	for _, also := range [...]string{" Editing by", " editing by", " Writing by", " writing by", " additional reporting", " Additional reporting"} {
		names, _, _ = strings.Cut(names, also)
	}
	c := readCredit("by " + names)
	for i := len(c.names) - 1; i >= 0; i-- {
		p.signers = append(p.signers, found{c.names[i], at("credit line", b)})
	}
}

// signature reads who signs: "홍길동 기자 gildong@ferry.example", "By Mara Lindqvist, mara@ferry.example", and what is said
// of the author: "Mara Lindqvist is a reporter …".
func (p *page) signature(b *block, text string) bool {
	var names []string
	if b.words <= 10 && hangul(text) {
		names = koreanNames(addressless(text))
	}
	_, by := cutBy(text)
	if len(names) == 0 && (b.reason == "author_note" || by && b.role == undecided && b.words <= 10) {
		if c := readCredit(text); c.strangers == 0 && (b.reason == "author_note" && (c.by || c.title) || c.by && b.role == undecided && len(c.publishers) == 0) {
			names = c.names
		}
	}
	if n := trade(text); n > 0 && len(names) == 0 && b.reason == "author_note" && person(text[:n]) {
		names = []string{text[:n]}
	}
	for i := len(names) - 1; i >= 0; i-- {
		p.signers = append(p.signers, found{names[i], at("byline", b)})
	}
	return len(names) > 0
}

// signed reads a name alone in brackets or behind a dash under the text: "(Mara Lindqvist)", "— Mara Lindqvist".
func (p *page) signed(b *block, text string) bool {
	marked := strings.HasPrefix(b.text, "(") && strings.HasSuffix(b.text, ")") || strings.HasPrefix(b.text, "—") || strings.HasPrefix(b.text, "–") || strings.HasPrefix(b.text, "- ")
	if b.role != undecided || !marked || !person(text) || p.speaksOf(text) {
		return false
	}
	p.signers = append(p.signers, found{spelled(text), at("byline", b)})
	return true
}

// trade is where the verb begins in "Mara Lindqvist is a reporter", 0 for no such sentence.
func trade(s string) int {
	for _, verb := range [...]string{" is a ", " is an ", " is the ", " covers ", " writes ", " reports ", " ist ", " schreibt ", " berichtet "} {
		if i := strings.Index(beginning(s, 60), verb); i > 0 {
			return i
		}
	}
	return 0
}

// addressless is s without words that are addresses of mail.
func addressless(s string) string {
	var kept []string
	for word := range strings.FieldsSeq(strings.Trim(s, "/=▶■ ")) {
		if !strings.Contains(word, "@") {
			kept = append(kept, word)
		}
	}
	return strings.Join(kept, " ")
}

// origin keeps who a line says published the text first.
func (p *page) origin(name string, b *block) {
	basis := at("credit line", b)
	if list := stamps(b.text); len(list) == 1 {
		p.keepStamps(list, []telling{tellPublished}, basis)
	}
	if agencyName, known := agencyCredit(name); known {
		p.agencies = append(p.agencies, found{agencyName, basis})
	} else if d, ok := domain(name); ok {
		p.keepDomain(d, basis)
	} else if !platform(name) {
		p.publisher = append(p.publisher, found{name, basis})
	}
}

// contributes keeps the agency whose work went into the text.
func (p *page) contributes(s string, b *block) bool {
	s = strings.NewReplacer(" and ", ",", " writers ", ",", " writer ", ",", " reporters ", ",", " contributed", ",", "The ", "").Replace(s)
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune(",/|", r) }) {
		if name, known := agency(part); known && strings.TrimSpace(part) != strings.ToLower(strings.TrimSpace(part)) {
			p.inputs = append(p.inputs, found{name, at("credit line", b)})
			return true
		}
	}
	return strings.Contains(strings.ToLower(s), "agencies")
}

// after is the name that follows the first of some words, "" when there is none.
func after(text, lower string, leads ...string) string {
	if len(text) != len(lower) {
		return ""
	}
	for _, lead := range leads {
		i := strings.Index(lower, lead)
		if i < 0 || i > 0 && lower[i-1] != ' ' {
			continue
		}
		rest := strings.TrimLeft(text[i+len(lead):], " \"“'‘*_")
		rest = strings.TrimPrefix(rest, "the ")
		if word, _ := cutWord(rest); word != "" {
			if _, ok := domain(strings.TrimRight(word, ".,;")); ok {
				return strings.TrimRight(word, ".,;")
			}
		}
		if name := nameAt(rest); name != "" && !isDay(name) && len(stamps(rest)) == 0 || name != "" && stamps(rest)[0].start > len(name) {
			return strings.TrimRight(name, "\"”'’*_.")
		}
	}
	return ""
}

// closing reads an agency at the very end of the last paragraph: "… on Monday. (ANI)", "… am Montag. dpa".
func (p *page) closing() {
	const end = 80 // more of a paragraph is not looked at
	for i := len(p.blocks) - 1; i >= 0; i-- {
		b := &p.blocks[i]
		if b.role != undecided && b.role != body || !b.sentence() && !strings.HasSuffix(b.text, ")") || b.words < enough {
			continue
		}
		text := strings.TrimRight(b.text, " .")
		text = text[max(0, len(text)-end):]
		open := strings.LastIndexAny(text, "(–—")
		if open < 0 || open < len(text)-40 || !strings.ContainsAny(beginningOf(text[:open]), ".!?\"”’") {
			return
		}
		if name, known := agencyCredit(strings.TrimLeft(text[open:], "(–— ")); known && (strings.HasSuffix(text, ")") || text[open] != '(') {
			p.inputs = append(p.inputs, found{name, at("end of the text", b)})
		}
		return
	}
}

// beginningOf is the last character of s that is no blank.
func beginningOf(s string) string {
	s = strings.TrimRight(s, " \u00a0")
	if s == "" {
		return ""
	}
	for i := len(s) - 1; i >= 0; i-- {
		if s[i]&0xc0 != 0x80 {
			return s[i:]
		}
	}
	return s
}
