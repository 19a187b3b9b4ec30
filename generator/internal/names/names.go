// Package names finds in running text the people, organisations, places and terms that a book has pages for. It
// owns what counts as a mention, which form of a name a mention has, whose a bare surname is, and whether a capital
// stands for itself or for the government that sits there; it puts links on first mentions in HTML. It refuses to
// guess: words that two entries could claim are reported, not assigned. It knows no files and no pages, only
// entries and texts, and it resembles no statistical tagger: what is not in an entry, or made from one by the rules
// below, is not found.
//
//	g := names.New(entries)
//	mentions, open := g.Find([]string{title, paragraph1, paragraph2})
//
// # What is found
//
// A name or variant as the entry gives it, as whole words, with its case: it does not begin after a letter, digit
// or full stop, nor end before a letter or digit. The longest match at a place wins and what is inside it is not
// found again, so that "Kim" is not found in "Sung Kim"; a name that begins with "the" yields to a longer one behind
// it (the North Korean leader). White space, apostrophes and hyphens may be any of their
// sort ([book.ByName]).
//
// Forms made from these ([book.ByForm]): all capitals; a capital at the beginning of a variant that has none; a name
// without its "(…)"; of a person whose family name stands first, the given name with hyphen, space or neither and
// with either case (Kim Jong-un, Kim Jong Un, Kim Jongun), the family name in capitals, the given name first; of other
// people the given name without its hyphen, and initials with and without blanks (J. M. Bell, J.M. Bell); a name in Hangul with particles (판문점에서; but not 한국 in 한국은행); in a German text a genitive in s.
//
// A misspelling ([book.ByTypo]): a person's name of two or more words of which one has a letter too few or too many,
// a wrong one, or two in the wrong order, and the others are right. A first letter is never misspelt, nor a short
// word; a place or a term never (Pyongyang and Pyeongchang are two places).
//
// A bare surname ([book.BySurname]), with the small words that lead up to it (van der Laan, al-Rashidi), belongs to the one person of that surname whom the same text names in full,
// before or after. With two of them, or with a namesake who has no entry (Kim Dae-jung beside "Kim"), it is an
// [Open] question. A surname within a longer name (Park Avenue, Ivanka Trump) is nobody's.
//
// What nearly every text has is no name ([Ordinary]): "the", "in", a single letter. Such a surname (He, An, So) is one
// within a sentence only.
//
// # One text
//
// A text is a list of paragraphs, the title first: a whole article, or a whole page of the book. Everything is
// linear in its size; words that begin no name cost a look at a few bytes.
package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// Entry is what the gazetteer needs of a person, organisation, place or term.
type Entry struct {
	ID       book.ID
	Kind     book.Kind
	Name     string
	Variants []string
	Korean   string // in Hangul, "" when not known
	Sort     string // as in an index: "Trump, Donald"; tells which word is the surname; may be ""
}

// Of is the entry of a page's front matter; false when the page is no entry.
func Of(m *book.Meta) (Entry, bool) {
	if m == nil || !m.Kind.IsEntry() {
		return Entry{}, false
	}
	e := Entry{ID: m.ID, Kind: m.Kind, Name: m.Title}
	if m.Entry != nil {
		e.Variants, e.Korean, e.Sort = m.Entry.Variants, m.Entry.Korean, m.Entry.Sort
	}
	return e, true
}

// Mention is one place where an entry is named.
type Mention struct {
	Entry      book.ID
	Para       int // index of the paragraph in the text
	Start, End int // bytes of the paragraph
	Class      book.NameClass
	Reading    book.Reading
}

// Open is a name in a text that more than one could bear.
type Open struct {
	Words      string
	Para       int // index of the paragraph in the text
	Start, End int // bytes of the paragraph
	Holders    []book.ID
	Others     bool // somebody without an entry bears it too
}

// Gazetteer is a set of entries, ready to be looked for. It is never changed once made and may be used by any number
// of goroutines.
type Gazetteer struct {
	entries []holder
	tree    tree
	typos   typos
}

// holder is an entry as the gazetteer keeps it.
type holder struct {
	id          book.ID
	kind        book.Kind
	capital     bool
	familyFirst bool
	traits      traits
}

// New makes a gazetteer. Of two entries with the same name neither is preferred.
func New(entries []Entry) *Gazetteer {
	g := &Gazetteer{entries: make([]holder, len(entries))}
	g.tree.grow(len(entries) * 8)
	g.typos.grow(len(entries))
	var f former
	for i := range entries {
		e := &entries[i]
		f.form(g, e, int32(i))
	}
	g.typos.arrange()
	return g
}

// former makes the forms of one entry after the other.
type former struct {
	g   *Gazetteer
	at  int32
	buf []byte
}

func (f *former) form(g *Gazetteer, e *Entry, at int32) {
	f.g, f.at = g, at
	h := holder{id: e.ID, kind: e.Kind, capital: e.Kind == book.Place && isCapital(e)}
	person := e.Kind == book.Person
	var p patronym
	if person {
		p = patronymOf(e)
		h.familyFirst = p.first
	}
	g.entries[at] = h
	f.name(e.Name, person, p)
	for _, v := range e.Variants {
		f.name(v, person, p)
	}
	if e.Korean != "" && e.Korean != e.Name {
		f.name(e.Korean, false, p)
	}
	for _, s := range [...]string{p.word, p.led, p.korean} {
		if s == "" {
			continue
		}
		f.put(s, surname)
		if first := capitalFirst(s); first != s {
			f.put(first, surname)
		}
	}
	if len(p.word) >= 3 && isASCII(p.word) {
		f.put(strings.ToUpper(p.word), surname)
	}
}

// name puts a name as given and the forms made from it.
func (f *former) name(name string, person bool, p patronym) {
	name = strings.TrimSpace(name)
	if short := core(name); short != name {
		f.put(name, asGiven)
		name = short
	}
	if ordinary(name) {
		return
	}
	f.put(name, asGiven)
	latin := !hasHangul(name)
	if !latin {
		return
	}
	f.caps(name)
	if rest, ok := strings.CutPrefix(name, "The "); ok {
		f.put("the "+rest, asForm)
	}
	if first, size := utf8.DecodeRuneInString(name); unicode.IsLower(first) {
		f.put(string(unicode.ToUpper(first))+name[size:], asForm)
	}
	if person {
		f.given(name, p)
		f.initials(name)
		f.g.typos.add(name, f.at)
		f.g.entries[f.at].traits.misspelt(name)
	}
}

// usable reports whether a name can be told from ordinary words: it has a letter, and when it is short and of Latin
// letters it is not all in lower case.
func usable(name string) bool {
	letters, lower := 0, 0
	for _, r := range name {
		if isWord(r) {
			letters++
			if unicode.IsLower(r) || unicode.IsDigit(r) {
				lower++
			}
		}
	}
	return letters > 1 && (letters >= 3 || lower < letters) || letters == 1 && hasHangul(name)
}

// caps puts a name in capitals where it is long enough to be known by them.
func (f *former) caps(name string) {
	if utf8.RuneCountInString(name) < 4 {
		return
	}
	if up := strings.ToUpper(name); up != name {
		f.put(up, asForm)
	}
}

func (f *former) put(form string, as manner) {
	f.g.tree.put(form, f.at, as)
	f.g.entries[f.at].traits.form(form)
}

func (f *former) putBytes() { f.put(string(f.buf), asForm) }
