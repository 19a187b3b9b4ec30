package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// prose finds the paragraphs: the contiguous run of blocks that gains most, each paragraph giving its
// words and each other line costing some. Within the run whole sentences stay, and long lines that were cut
// off; the rest is set aside. A text without a single paragraph stays as it is.
func (p *page) prose() {
	first, last := p.bestRun()
	if first < 0 {
		p.keepAll()
		return
	}
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.role != undecided {
			continue
		}
		switch inside := i >= first && i <= last; {
		case b.heading:
			b.drop("subheading")
		case !inside && (b.sentence() || b.words >= long):
			b.drop("outside_text")
			p.flag(FlagProseSetAside)
		case !inside:
			b.drop("short_line")
		case b.words < long && junk(b):
			b.drop("site_line")
		case b.sentence() || b.words >= long || b.words >= 2 && (b.stop || strings.HasSuffix(b.text, ":")):
			b.role = body
		default:
			b.drop("short_line")
		}
	}
}

// bestRun is the run of undecided blocks with the largest sum of gains, -1 when no block gains.
func (p *page) bestRun() (first, last int) {
	first, last = -1, -1
	best, sum, start := 0, 0, 0
	for i := range p.blocks {
		if p.blocks[i].role != undecided {
			continue
		}
		if sum <= 0 {
			sum, start = 0, i
		}
		if sum += gain(&p.blocks[i]); sum > best {
			best, first, last = sum, start, i
		}
	}
	return first, last
}

func gain(b *block) int {
	switch {
	case b.heading:
		return -2
	case b.words < long && junk(b):
		return -10
	case b.sentence():
		return min(b.words, 60)
	case b.words >= long:
		return min(b.words, 60) / 2
	case b.stop:
		return 0
	}
	return -6
}

// junk recognises short lines of a web site within a text. What ends as a sentence ends is only one when it
// begins by asking for something: people do speak of cookies.
func junk(b *block) bool {
	lower := strings.ToLower(beginning(b.text, 300))
	if b.stop {
		return slices.ContainsFunc(site, func(phrase string) bool { return strings.HasPrefix(lower, phrase) })
	}
	return containsAny(lower, site)
}

var site = []string{
	"subscribe", "newsletter", "sign up", "sign in", "log in", "we use cookies", "cookie policy", "privacy policy",
	"terms of use", "advertisement", "follow us", "click here", "read more", "minute read", "download our app",
	"download the app", "image credit", "photo credit", "getty images", "whatsapp",
}

// keepAll takes everything that is left as text and says so.
func (p *page) keepAll() {
	for i := range p.blocks {
		if p.blocks[i].role == undecided {
			p.blocks[i].role = body
			p.flag(FlagNoProse)
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
		cut := strings.HasSuffix(a.text, "…") || strings.HasSuffix(a.text, "...")
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
	s = strings.TrimFunc(s, func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSpace(r) || r == utf8.RuneError })
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}
