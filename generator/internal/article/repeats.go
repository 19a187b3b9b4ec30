package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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
