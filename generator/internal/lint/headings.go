package lint

import (
	"slices"
	"strings"
	"unicode"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

// Person is an entry for a person.
type Person struct {
	Meta  *book.Meta
	Facts Facts
	// Source is the page's file, asked for only when a comment on it is to be reported.
	Source func() *diag.Source
}

// Headings reports entries for one person under two headings: the same name, variant or Korean name, or names that
// are the same but for hyphens, case, the order of their parts or the way Korean is written in Latin letters. Two
// people with one name are told apart by their Korean names, or by a comment on the page of one of them.
func Headings(people []Person) (diags []diag.Diagnostic) {
	first := map[string]int{} // the entry that first has a name
	silenced := make([]bool, len(people))
	for i, p := range people {
		reported := -1
		for _, n := range namesOf(p.Meta) {
			k, taken := first[n.folded]
			if !taken {
				first[n.folded] = i
				continue
			}
			if k == i || k == reported || apart(people[k].Meta, p.Meta) {
				continue
			}
			if by := slices.IndexFunc([]int{i, k}, func(x int) bool { return allowsTwo(people[x].Facts) }); by >= 0 {
				silenced[[]int{i, k}[by]] = true
				continue
			}
			reported = k
			diags = append(diags, diag.Warnf(p.Meta.At(n.key), TwoHeadings, "%s and %s look like one person under two headings: both are %q",
				people[k].Meta.ID, p.Meta.ID, n.written).WithHint("keep one entry and give it the other's names as variants"))
		}
	}
	for i, p := range people {
		for _, a := range p.Facts.Allowed {
			if a.Code == TwoHeadings && !silenced[i] {
				diags = append(diags, unused(p.Source().Span(a.Start, a.End), a.Code))
			}
		}
	}
	return diags
}

func allowsTwo(f Facts) bool {
	return slices.ContainsFunc(f.Allowed, func(a Allowed) bool { return a.Code == TwoHeadings })
}

// apart reports whether two entries say themselves that they are two people: different names in Korean, and neither
// is the same as a name of the other.
func apart(a, b *book.Meta) bool {
	if a.Entry.Korean == "" || b.Entry.Korean == "" {
		return false
	}
	return squeeze(a.Entry.Korean) != squeeze(b.Entry.Korean)
}

// A name of a person, and the key of the front matter it stands under.
type name struct{ written, folded, key string }

// namesOf lists what an entry can be found under. A surname alone is none: many bear it.
func namesOf(m *book.Meta) (list []name) {
	add := func(written, key string) {
		for _, folded := range fold(written) {
			list = append(list, name{written, folded, key})
		}
	}
	add(m.Title, "name")
	if m.Entry == nil {
		return list
	}
	add(m.Entry.Korean, "korean")
	for _, v := range m.Entry.Variants {
		add(v, "variants")
	}
	return list
}

// fold gives the forms under which two spellings of a name meet: its letters, its parts in any order, and both with
// Korean syllables written one way.
func fold(written string) []string {
	parts := strings.FieldsFunc(strings.ToLower(written), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(parts) < 2 && !hangul(written) {
		return nil
	}
	letters := squeeze(written)
	slices.Sort(parts)
	forms := []string{letters, strings.Join(parts, " ")}
	if len(parts) >= 2 && len(parts) <= 3 && !hangul(written) {
		if korean, ok := koreanForm(written); ok {
			forms = append(forms, "ko:"+korean)
		}
	}
	return forms
}

// hangul reports whether a name is written in at least two Korean syllables.
func hangul(name string) bool {
	n := 0
	for _, r := range name {
		if r >= 0xAC00 && r <= 0xD7A3 {
			n++
		}
	}
	return n >= 2
}

// squeeze is a name's letters, small.
func squeeze(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// koreanForm is a Korean name, surname first, in one romanisation of the many: "Lee Young-chul" and "Ri Yong Chol" are
// one. False when the first part is no Korean surname.
func koreanForm(written string) (string, bool) {
	parts := strings.FieldsFunc(strings.ToLower(written), func(r rune) bool { return r == ' ' || r == '-' })
	surname := surnameOf(parts[0])
	if surname == "" {
		return "", false
	}
	given := strings.Join(parts[1:], "")
	if len(given) > 16 {
		return "", false
	}
	return surname + " " + consonants.Replace(vowels.Replace(given)), true
}

// surnameOf is the common form of a Korean surname, "" for any other word.
func surnameOf(word string) string {
	switch word {
	case "kim", "gim":
		return "kim"
	case "lee", "yi", "ri", "rhee", "li", "rhie":
		return "ri"
	case "park", "pak", "bak":
		return "pak"
	case "choi", "choe", "choy":
		return "choe"
	case "chung", "jung", "jeong", "chong", "cheong":
		return "jong"
	case "cho", "jo":
		return "jo"
	case "kang", "gang":
		return "kang"
	case "yoon", "yun":
		return "yun"
	case "chang", "jang":
		return "jang"
	case "lim", "im", "rim", "yim":
		return "im"
	case "shin", "sin":
		return "sin"
	case "suh", "seo", "so", "sur":
		return "so"
	case "kwon", "gwon":
		return "kwon"
	case "hwang", "han", "oh", "ahn", "song", "hong", "yang", "moon", "nam", "no", "ha", "ho":
		return word
	case "an":
		return "ahn"
	case "o":
		return "oh"
	case "mun":
		return "moon"
	case "roh", "noh", "ro":
		return "no"
	case "yoo", "yu", "ryu", "you":
		return "ryu"
	case "ryang":
		return "yang"
	case "baek", "paek", "paik":
		return "paek"
	case "huh", "heo":
		return "ho"
	}
	return ""
}

// The parts of given names, written one way: the vowels 어, 여, 우 and 으 are spelt in many, and so, in a second
// reading, are the consonants that are voiced between vowels.
var (
	vowels = strings.NewReplacer("hyun", "hyon", "hyeon", "hyon", "kyung", "kyong", "gyeong", "kyong", "young", "yong", "yeong", "yong",
		"myung", "myong", "myeong", "myong", "myoung", "myong", "byung", "byong", "byeong", "byong", "chul", "chol", "cheol", "chol",
		"sung", "song", "seong", "song", "joong", "jung", "jung", "jong", "jeong", "jong", "joon", "jun", "hoon", "hun", "soo", "su",
		"woo", "u", "oo", "u", "ee", "i", "eo", "o", "eu", "u", "yeon", "yon", "youn", "yon")
	consonants = strings.NewReplacer("ck", "k", "j", "ch", "g", "k", "d", "t", "b", "p", "sh", "s")
)
