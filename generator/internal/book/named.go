package book

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Named is where one page names an entry.
type Named struct {
	On         Head
	Title      bool      // the title of a source, or of a page, names it
	Paras      []ParaRun // of a source's text, by number
	Government []ParaRun // those in which the name of a capital stands for the government there
	Sections   []Passing // of a text of the book's own
	Written    []string  // how a person's name stands there, where its letters differ from those of the entry
}

// ParaRun is a run of paragraphs, with the anchor of the first of them that has one.
type ParaRun struct {
	Range
	Anchor string
}

// Passing is a section that names an entry.
type Passing struct {
	Title, Anchor string
	Government    bool
}

// ByPage gathers the namings of an entry by the page they stand on, in the order in which the pages come first. Where
// the text of a source is told by paragraphs, its digest is not told as well.
func ByPage(list []Naming, entry Head) []Named {
	at := make(map[ID]int)
	var pages []Named
	for i := range list {
		n := &list[i]
		k, ok := at[n.On.ID]
		if !ok {
			k = len(pages)
			at[n.On.ID] = k
			pages = append(pages, Named{On: n.On})
		}
		pages[k].Add(n, entry)
	}
	for i := range pages {
		pages[i].Settle()
	}
	return pages
}

// Add takes in one more naming of the entry on this page; its On is not looked at.
func (p *Named) Add(n *Naming, entry Head) {
	switch {
	case n.Para > 0 && n.Reading == AsGovernment:
		p.Government = append(p.Government, ParaRun{Range{n.Para, n.Para}, n.Anchor})
	case n.Para > 0:
		p.Paras = append(p.Paras, ParaRun{Range{n.Para, n.Para}, n.Anchor})
	case n.Section == "":
		p.Title = true
	default:
		s := Passing{Title: n.Section, Anchor: n.Anchor, Government: n.Reading == AsGovernment}
		if !slices.Contains(p.Sections, s) {
			p.Sections = append(p.Sections, s)
		}
	}
	if entry.Kind == Person && n.Class != BySurname && n.Words != entry.Title && !slices.Contains(p.Written, n.Words) && !sameLetters(n.Words, entry.Title) {
		p.Written = append(p.Written, n.Words)
	}
}

// Settle arranges what was added, once all of it was.
func (p *Named) Settle() {
	p.Paras, p.Government = runs(p.Paras), runs(p.Government)
	if p.On.Kind == Article && len(p.Paras)+len(p.Government) > 0 {
		p.Sections = nil
	}
}

// runs sorts paragraphs and joins those that follow one another.
func runs(list []ParaRun) []ParaRun {
	slices.SortStableFunc(list, func(a, b ParaRun) int { return cmp.Compare(a.First, b.First) })
	joined := list[:0]
	for _, s := range list {
		if n := len(joined); n > 0 && s.First <= joined[n-1].Last+1 {
			joined[n-1].Last = max(joined[n-1].Last, s.Last)
			joined[n-1].Anchor = cmp.Or(joined[n-1].Anchor, s.Anchor)
			continue
		}
		joined = append(joined, s)
	}
	return joined
}

// Paragraphs counts the paragraphs of a source, or the sections of another text, that name the entry; at least 1.
func (p *Named) Paragraphs() int {
	seen := make(map[int]bool)
	for _, list := range [...][]ParaRun{p.Paras, p.Government} {
		for _, s := range list {
			for n := s.First; n <= s.Last; n++ {
				seen[n] = true
			}
		}
	}
	return max(len(seen), len(p.Sections), 1)
}

// SourcesOf picks the sources out of the pages that name an entry, by tab.
func SourcesOf(named []Named) []Named {
	sources := slices.DeleteFunc(slices.Clone(named), func(n Named) bool { return n.On.Kind != Article })
	slices.SortStableFunc(sources, func(a, b Named) int { return cmp.Compare(a.On.Tab, b.On.Tab) })
	return sources
}

// sameLetters compares two names without regard to case, spaces and hyphens.
func sameLetters(a, b string) bool {
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if !unicode.IsLetter(r) {
				return -1
			}
			return unicode.ToLower(r)
		}, s)
	}
	return letters(a) == letters(b)
}

// IndexLine is a line in the index of names: an entry under its heading, or another of its names with "see".
type IndexLine struct {
	Words  string // the heading: "Trump, Donald"
	Of     Head
	Meta   *Meta
	See    bool   // the line only leads to the entry
	Letter string // under which it stands: "T", "ㄱ", "0–9"
	key    string
}

// Heading is the words by which a list or an index files a page.
func (h Head) Heading() string { return cmp.Or(h.Sort, h.Title) }

// Entries lists all people, organisations, places and terms of a book.
func Entries(lib Library) []Head {
	var heads []Head
	for _, kind := range Kinds {
		if kind.IsEntry() {
			heads = append(heads, lib.Shelf(kind, "")...)
		}
	}
	return heads
}

// NameIndex lists the lines of the index of names: A to Z, other scripts, Hangul. A variant has a line of its own
// when it is more than another spelling of the heading with other capitals; so has a name in Hangul.
func NameIndex(entries []Head, meta func(ID) (*Meta, bool)) []IndexLine {
	var lines []IndexLine
	for _, h := range entries {
		m, ok := meta(h.ID)
		if !ok {
			continue
		}
		head := h.Heading()
		lines = append(lines, indexLine(IndexLine{Words: head, Of: h, Meta: m}))
		if m.Entry == nil {
			continue
		}
		told := []string{fold(head), fold(h.Title)}
		for _, v := range append(slices.Clone(m.Entry.Variants), m.Entry.Korean) {
			if f := fold(v); f != "" && !slices.Contains(told, f) {
				told = append(told, f)
				lines = append(lines, indexLine(IndexLine{Words: v, Of: h, See: true}))
			}
		}
	}
	slices.SortStableFunc(lines, func(a, b IndexLine) int {
		return cmp.Or(cmp.Compare(letterRank(a.Letter), letterRank(b.Letter)), cmp.Compare(a.Letter, b.Letter), cmp.Compare(a.key, b.key),
			cmp.Compare(a.Words, b.Words), cmp.Compare(a.Of.ID, b.Of.ID))
	})
	return lines
}

func indexLine(l IndexLine) IndexLine {
	l.Letter, l.key = Initial(l.Words), fold(l.Words)
	return l
}

// fold is what names are ordered by: small letters without accents, spaces between words, nothing else.
func fold(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch r = unicode.ToLower(unaccented(r)); {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case (r == ' ' || r == '-') && b.Len() > 0:
			b.WriteByte(' ')
		}
	}
	return strings.TrimSpace(b.String())
}

// Initial is the letter a name is filed under: Latin letters without their accents, Hangul by its first consonant
// (ㄲ with ㄱ), whatever is no letter under "0–9".
func Initial(name string) string {
	for _, r := range name {
		r = unicode.ToUpper(unaccented(r))
		switch {
		case r >= 0xAC00 && r <= 0xD7A3:
			return string([]rune("ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ")[(r-0xAC00)/588])
		case unicode.IsLetter(r):
			return string(r)
		case unicode.IsDigit(r):
			return figures
		}
	}
	return figures
}

const figures = "0–9"

// letterRank puts figures first, then Latin letters, other scripts, and Hangul.
func letterRank(letter string) int {
	switch r := []rune(letter)[0]; {
	case letter == figures:
		return 0
	case r >= 'A' && r <= 'Z':
		return 1
	case r >= 'ㄱ' && r <= 'ㅎ':
		return 3
	}
	return 2
}

// unaccented takes the accent off the commonest Latin letters.
func unaccented(r rune) rune {
	const from = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ"
	const to = "AAAAAAACEEEEIIIIDNOOOOOOUUUUYTaaaaaaaceeeeiiiidnoooooouuuuytyy"
	switch {
	case r == 'ŏ':
		return 'o'
	case r == 'ŭ':
		return 'u'
	case r < 0xC0 || r > 0xFF:
		return r
	}
	at := 0
	for _, f := range from {
		if f == r {
			return rune(to[at])
		}
		at++
	}
	return r
}
