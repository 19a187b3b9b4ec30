package accession

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
)

// Stem proposes an id for a source: who brought it and when, "ferry-wire-2019-03-04". Who is the publisher, else
// the agency, else the site of its address, else "uncredited". Without a stated date the first words of its
// title, else of its text, stand for it: "ferry-wire-night-ferry". An id is made of Latin letters without marks,
// digits and hyphens; a name in another script gives way to the site, else "source", because how it is spelt in
// Latin letters is not ours to decide.
func Stem(s Source) string {
	o := s.Original
	stem := bringer(o)
	if when := day(o.Date.Text); when != "" {
		return stem + "-" + when
	}
	if about := subject(o); about != "" {
		return stem + "-" + about
	}
	return stem
}

// bringer says who brought a source to the public.
func bringer(o *book.Original) string {
	host := site(o.URL.Text)
	credited := false
	for _, name := range []string{o.Publisher.Text, o.Agency.Text} {
		if name == "" {
			continue
		}
		credited = true
		if slug := nameSlug(name); slug != "" {
			return slug
		}
	}
	switch {
	case host != "":
		return host
	case credited:
		return "source"
	}
	return "uncredited"
}

// mostOfName is how many bytes of a name get into an id.
const mostOfName = 40

// nameSlug is a name as a part of an id: of "The Morning Ferry", "morning-ferry", of "dailyferry.co.uk",
// "dailyferry"; "" when less than half of its letters are Latin.
func nameSlug(name string) string {
	if strings.Contains(name, ".") && !strings.ContainsFunc(name, unicode.IsSpace) {
		if s := site("https://" + name); s != "" {
			return s
		}
	}
	words := slugWords(cut(name, 300))
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return joined(words, len(words), mostOfName)
}

// site is the telling part of an address: of "https://www.dailyferry.co.uk/a/b", "dailyferry".
func site(address string) string {
	_, rest, ok := strings.Cut(address, "://")
	if !ok {
		return ""
	}
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	rest = rest[strings.LastIndexByte(rest, '@')+1:]
	rest, _, _ = strings.Cut(rest, ":")
	labels := strings.Split(strings.ToLower(strings.Trim(rest, ".")), ".")
	if len(labels) < 2 {
		return ""
	}
	labels = labels[:len(labels)-1]
	if last := labels[len(labels)-1]; len(labels) > 1 && shared(last) {
		labels = labels[:len(labels)-1]
	}
	last := labels[len(labels)-1]
	if last == "www" || strings.Trim(last, "0123456789") == "" || strings.HasPrefix(last, "xn--") {
		return ""
	}
	return joined(slugWords(last), 8, mostOfName)
}

// shared reports whether a label before the last is one under which a country files its sites: "co.uk".
func shared(label string) bool {
	switch label {
	case "co", "com", "org", "net", "ac", "gov", "go", "or", "ne", "edu", "re", "gob", "gouv":
		return true
	}
	return false
}

// day is a date as a part of an id: no more than it states, and "" for what is no day, month or year.
func day(text string) string {
	d, err := edtf.Parse(text)
	if err != nil || text == "" {
		return ""
	}
	value, _, _ := strings.Cut(d.HTML(), "T")
	return value
}

// subject is the beginning of the title, else of the text, in at most four words that tell something.
func subject(o *book.Original) string {
	for _, text := range append([]string{o.Title.Text}, o.Paragraphs[:min(1, len(o.Paragraphs))]...) {
		var telling []string
		for _, word := range slugWords(cut(text, 300)) {
			if !smallWord(word) {
				telling = append(telling, word)
			}
		}
		// Digits alone would pass for a date.
		if about := joined(telling, 4, 50); strings.ContainsFunc(about, unicode.IsLetter) {
			return about
		}
	}
	return ""
}

// smallWord reports whether a word tells nothing of a subject.
func smallWord(w string) bool {
	switch w {
	case "a", "an", "the", "and", "or", "of", "in", "on", "at", "to", "for", "by", "from", "with", "as", "is", "are", "was",
		"were", "be", "its", "it", "that", "this", "s", "der", "die", "das", "den", "dem", "des", "ein", "eine", "und", "oder",
		"von", "vom", "im", "am", "zu", "zum", "zur", "mit", "fur", "auf", "bei":
		return true
	}
	return false
}

// joined puts at most count words into at most size bytes. A first word that is too long is cut.
func joined(words []string, count, size int) string {
	out := ""
	for i, w := range words {
		if i == count || out != "" && len(out)+1+len(w) > size {
			break
		}
		if out != "" {
			out += "-"
		}
		out += w
	}
	return out[:min(len(out), size)]
}

// slugWords are the words of s in small Latin letters without marks, none when most letters are of other scripts.
func slugWords(s string) []string {
	var words []string
	var b strings.Builder
	end := func() {
		if b.Len() > 0 {
			words = append(words, b.String())
			b.Reset()
		}
	}
	latin, other := 0, 0
	for _, r := range norm.NFKD.String(s) {
		switch {
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
			latin++
			b.WriteRune(r | 0x20)
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.IsMark(r), r == '\'', r == '’': // part of the word before
		case unicode.IsLetter(r):
			if as := plainLetter(r); as != "" {
				latin++
				b.WriteString(as)
				continue
			}
			other++
			end()
		default:
			end()
		}
	}
	end()
	if other > latin {
		return nil
	}
	return words
}

// plainLetter writes the Latin letters that are not a letter with a mark in plain ones.
func plainLetter(r rune) string {
	switch r {
	case 'ß', 'ẞ':
		return "ss"
	case 'æ', 'Æ':
		return "ae"
	case 'œ', 'Œ':
		return "oe"
	case 'ø', 'Ø':
		return "o"
	case 'đ', 'Đ', 'ð', 'Ð':
		return "d"
	case 'ł', 'Ł':
		return "l"
	case 'þ', 'Þ':
		return "th"
	case 'ı':
		return "i"
	}
	return ""
}

// Taken are the ids that a book has. The zero value has none.
type Taken struct {
	ids  map[string]bool
	next map[string]int // of a stem, the number to try next
}

// Add says that an id is taken. Ids that differ only in capitals count as one.
func (t *Taken) Add(id book.ID) {
	if t.ids == nil {
		t.ids, t.next = map[string]bool{}, map[string]int{}
	}
	t.ids[strings.ToLower(norm.NFC.String(string(id)))] = true
}

// Free gives the stem, or the stem with the first number from 2 that makes it an id which nothing has. It does
// not take it.
func (t *Taken) Free(stem string) book.ID {
	stem = settled(stem)
	if !t.ids[stem] {
		return book.ID(stem)
	}
	for n := max(t.next[stem], 2); ; n++ {
		if id := stem + "-" + strconv.Itoa(n); !t.ids[id] {
			t.next[stem] = n
			return book.ID(id)
		}
	}
}

// settled keeps an id from being a name that some systems reserve for devices.
func settled(stem string) string {
	switch {
	case stem == "":
		return "source"
	case stem == "con" || stem == "prn" || stem == "aux" || stem == "nul",
		len(stem) == 4 && (strings.HasPrefix(stem, "com") || strings.HasPrefix(stem, "lpt")) && stem[3] >= '0' && stem[3] <= '9':
		return stem + "-source"
	}
	return stem
}
