package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// datelines peels the dateline off the first paragraph that has one, among the first three.
func (p *page) datelines() {
	seen := 0
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.role != undecided || b.words < enough {
			continue
		}
		if d, ok := readDateline(b.text); ok {
			p.keepDateline(d, b)
			b.dated = true
			p.peel(b, d.length, "dateline")
			return
		}
		if seen++; seen == 3 {
			return
		}
	}
}

func (p *page) keepDateline(d dateline, b *block) {
	if d.place != "" {
		p.places = append(p.places, found{d.place, at("dateline", b)})
	}
	credit := d.credit
	if s, ok := dateIn(credit); ok {
		p.dates = append(p.dates, found{s.date.String(), at("dateline", b)})
		credit = credit[:s.start]
	}
	for part := range strings.SplitSeq(credit, "/") {
		part = strings.Trim(part, " ,;-–—")
		if name, known := agency(part); known {
			p.agencies = append(p.agencies, found{name, at("dateline", b)})
		} else if person(part) || words(part) == 1 && part != strings.ToLower(part) {
			p.publisher = append(p.publisher, found{part, at("dateline", b)})
		}
	}
}

// dateline is "SEOUL (Agency - 25th September, 2020) " at the start of a paragraph.
type dateline struct {
	place  string // "Seoul"
	credit string // what stands in the brackets
	length int
}

// readDateline reads a place in capitals, then a colon, a dash, or brackets with a credit; a country or a date
// may stand between: "BUSAN, South Korea, July 29 (Agency) --". Before an agency's brackets the place may be
// in small letters or missing.
func readDateline(s string) (dateline, bool) {
	line := beginning(s, 160)
	n := capitals(line)
	place, rest := strings.TrimRight(line[:n], " ,"), line[n:]
	stop := strings.IndexAny(rest, "(:-–—")
	if stop < 0 || stop > 60 || !aside(rest[:stop]) {
		return dateline{}, false
	}
	d := dateline{place: titled(place), length: n + stop}
	if rest[stop] == '(' {
		if place == "" {
			d.place, _, _ = strings.Cut(strings.TrimSpace(rest[:stop]), ",")
		}
		return d.bracketed(line, letterCount(place))
	}
	after := rest[stop:]
	text := strings.TrimLeft(after, "-–—:")
	d.length = n + stop + len(after) - len(strings.TrimLeft(text, " "))
	spaced := after[0] == ':' || strings.HasSuffix(line[:n+stop], " ")
	return d, letterCount(place) >= 4 && spaced && strings.HasPrefix(text, " ")
}

// bracketed reads the credit that opens at d.length. It must name an agency or a date, or the place must be in
// capitals and a dash follow.
func (d dateline) bracketed(line string, capitals int) (dateline, bool) {
	opened := line[d.length:]
	end := strings.IndexByte(opened, ')')
	if end < 0 {
		return d, false
	}
	d.credit = opened[1:end]
	after := opened[end+1:]
	text := strings.TrimLeft(after, " -–—:")
	dash := strings.ContainsAny(after[:len(after)-len(text)], "-–—:")
	d.length = len(line) - len(text)
	known := credits(d.credit)
	return d, text != "" && (capitals >= 2 && known || dash && (known || capitals >= 4))
}

// credits reports whether one of the parts of s is an agency or a date.
func credits(s string) bool {
	if _, ok := dateIn(s); ok {
		return true
	}
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune("/,–—-", r) }) {
		if _, known := agency(part); known {
			return true
		}
	}
	return false
}

// capitals is the length of the run of words in capitals at the start, commas and blanks included.
func capitals(s string) int {
	end := 0
	for i := 0; i < len(s); {
		word, rest := cutWord(s[i:])
		bare := strings.Trim(word, ",.:/'’-–—")
		if bare == "" || strings.ContainsFunc(bare, func(r rune) bool { return !unicode.IsUpper(r) && !strings.ContainsRune("./'’-", r) }) {
			return end
		}
		i = len(s) - len(rest)
		if strings.HasSuffix(word, ":") || strings.HasSuffix(word, "—") {
			return i - len(word) + len(strings.TrimRight(word, ":—"))
		}
		for i < len(s) && s[i] == ' ' {
			i++
		}
		end = i
	}
	return end
}

// aside reports whether s can stand between place and mark: nothing, a country or a date.
func aside(s string) bool {
	for word := range strings.FieldsSeq(s) {
		word = strings.Trim(word, ",.")
		first, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(first) && !numeral(word) {
			return false
		}
	}
	return true
}

func letterCount(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// titled writes "NEW YORK" as "New York"; short forms as "U.S." and "UN" stay.
func titled(s string) string {
	if len(s) <= 2 || strings.Contains(s, ".") {
		return s
	}
	start := true
	return strings.Map(func(r rune) rune {
		was := start
		start = !unicode.IsLetter(r)
		if was {
			return r
		}
		return unicode.ToLower(r)
	}, s)
}
