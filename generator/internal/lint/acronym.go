package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

// Facts are what one page leaves for the whole book to judge. Places are bytes of the page's file.
type Facts struct {
	Acronyms []Acronym
	Allowed  []Allowed // that only the whole book can tell to be of use
}

// Acronym is one that a page does not spell out where it first stands.
type Acronym struct {
	Word       string
	Start, End int
	By         int // the comment that silences it there, counted from 1 in Facts.Allowed; 0 for none
}

// Allowed is a comment that silences a rule.
type Allowed struct {
	Code       string
	Start, End int
}

// Acronyms lists those within a name: "KCNA", "the Korean Central News Agency (KCNA)". An entry that bears the name
// explains them.
func Acronyms(name string) (list []string) {
	acronyms(name, func(start, end int) { list = append(list, name[start:end]) })
	return list
}

// acronyms calls found for each acronym of a text: two to eight capital letters, with a small s behind them or not,
// that are no Roman numeral and stand in no line of capitals.
func acronyms(text string, found func(start, end int)) {
	shouted := -1 // where a word of capitals ended, before the blank in front of this one
	for at := 0; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			at += n
			continue
		}
		start := at
		for at < len(text) {
			r, n := utf8.DecodeRuneInString(text[at:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				break
			}
			at += n
		}
		word := strings.TrimSuffix(text[start:at], "s")
		if !capitalsOnly(word) {
			continue
		}
		loud := len(word) >= 4
		if loud && (shouted >= 0 && text[shouted:start] == " " || shoutsNext(text[at:])) {
			shouted = at
			continue
		}
		if loud {
			shouted = at
		}
		if len(word) <= 8 && !known(word) && !part(text, start, at) {
			found(start, start+len(word))
		}
	}
}

func capitalsOnly(word string) bool {
	for i := range len(word) {
		if word[i] < 'A' || word[i] > 'Z' {
			return false
		}
	}
	return len(word) >= 2
}

// shoutsNext reports whether the next word, too, is of four or more capitals.
func shoutsNext(rest string) bool {
	rest, ok := strings.CutPrefix(rest, " ")
	end := 0
	for end < len(rest) && rest[end] >= 'A' && rest[end] <= 'Z' {
		end++
	}
	return ok && end >= 4
}

// part reports whether a word is part of a file name, an address or a code: "A/RES/70", "X.PDF".
func part(text string, start, end int) bool {
	glued := func(c byte) bool { return strings.IndexByte("/_.@:#=+", c) >= 0 }
	return start > 0 && glued(text[start-1]) && start > 1 && text[start-2] != ' ' ||
		end+1 < len(text) && glued(text[end]) && text[end+1] != ' ' && text[end+1] != '\'' && unicode.IsLetter(rune(text[end+1]))
}

// known reports whether every reader knows a word of capitals, or it is none: Roman numerals, hours, eras, units.
func known(word string) bool {
	if strings.Trim(word, "IVXL") == "" {
		return true
	}
	switch word {
	case "AM", "PM", "AD", "BC", "CE", "BCE", "GMT", "UTC", "OK", "TV", "KW", "MW", "GW", "TW", "KB", "MB", "GB", "TB", "HZ", "KM", "ID",
		"PDF", "URL", "HTML", "ISO", "ISBN", "ISSN", "DOI", "NB", "PS", "GMBH", "AG":
		return true
	}
	return false
}

// mostWords is how many different acronyms of a page are looked at.
const mostWords = 5000

// acronyms notes the acronyms of a block that are new to the page.
func (c *check) acronyms(text string, b *book.Block) {
	if b.Heading {
		return
	}
	acronyms(text, func(start, end int) {
		word := text[start:end]
		if c.used[word] {
			return
		}
		if len(c.facts.Acronyms) >= most || len(c.used) >= mostWords {
			return
		}
		if c.used == nil {
			c.used = map[string]bool{}
		}
		c.used[word] = true
		if expanded(text, start, end) {
			return
		}
		at := c.Prose.Span(b, start, end)
		c.facts.Acronyms = append(c.facts.Acronyms, Acronym{
			Word: strings.Clone(word), Start: at.Start, End: at.End, By: c.allowsAcronym(),
		})
	})
}

// allowsAcronym is the comment that silences the rule in the block at hand. Whether it is of use depends on the
// entries.
func (c *check) allowsAcronym() int {
	for _, a := range c.allowed {
		if a.code == AcronymCode && a.from <= c.inWork && c.inWork < a.to {
			return a.fact
		}
	}
	return 0
}

// expanded reports whether an acronym is spelt out where it stands: "Korean Central News Agency (KCNA)", "KCNA
// (Korean Central News Agency)".
func expanded(text string, start, end int) bool {
	word := text[start:end]
	if before := strings.TrimRight(text[max(0, start-longestName):start], " "); strings.HasSuffix(before, "(") {
		before = strings.TrimRight(before[:len(before)-1], " ")
		return spells(before[backWords(before, 3*len(word)+2):], word)
	}
	rest := strings.TrimLeft(strings.TrimPrefix(text[end:min(len(text), end+longestName)], "s"), " ")
	if rest, ok := strings.CutPrefix(rest, "("); ok {
		if close := strings.IndexByte(rest, ')'); close > 0 {
			return spells(rest[:close], word)
		}
	}
	return false
}

// longestName is how far the name behind an acronym is looked for, in bytes.
const longestName = 300

// backWords is where the last n words of a text begin.
func backWords(text string, n int) int {
	at := len(text)
	for ; n > 0 && at > 0; n-- {
		at = max(strings.LastIndexByte(text[:at], ' '), 0)
	}
	return at
}

// spells reports whether the letters of an acronym stand in order in a text, the first of them at the beginning of a
// word.
func spells(text, word string) bool {
	for at := 0; at < len(text); at++ {
		if at > 0 && text[at-1] != ' ' || text[at]&^0x20 != word[0] {
			continue
		}
		k := 0
		for i := at; i < len(text) && k < len(word); i++ {
			if text[i]&^0x20 == word[k] {
				k++
			}
		}
		if k == len(word) {
			return true
		}
	}
	return false
}

// Unexplained reports the acronyms of a page that no entry explains, and the comments about acronyms that silence
// nothing. source is the page's file; it is asked for only when there is something to report.
func (f Facts) Unexplained(source func() *diag.Source, explained func(acronym string) bool) (diags []diag.Diagnostic) {
	var src *diag.Source
	span := func(start, end int) diag.Span {
		if src == nil {
			src = source()
		}
		return src.Span(start, end)
	}
	silenced := make([]bool, len(f.Allowed)+1)
	for _, a := range f.Acronyms {
		switch {
		case explained(a.Word):
		case a.By > 0:
			silenced[a.By] = true
		default:
			diags = append(diags, diag.Warnf(span(a.Start, a.End), AcronymCode, "%s is not spelt out, and no entry explains it", a.Word).
				WithHint("write it out at its first use, or make an entry of that name or variant in content/terms"))
		}
	}
	for i, a := range f.Allowed {
		if a.Code == AcronymCode && !silenced[i+1] {
			diags = append(diags, unused(span(a.Start, a.End), a.Code))
		}
	}
	return diags
}
