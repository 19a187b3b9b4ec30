package article

import (
	"slices"
	"strings"
	"unicode"

	"briefbook/generator/internal/book"
)

// plenty is how many pieces of evidence a basis lists, and how many authors a text can have.
const plenty = 20

// agreed makes one value of all that were found. Where they differ the value is unknown and its basis lists
// them. A name and the same name with a word more ("FerryPoint", "FerryPoint News") agree; the first stands.
func agreed(list []found) book.Value {
	list = sound(list)
	if len(list) == 0 {
		return book.Value{}
	}
	v := book.Value{Text: legible(list[0].value)}
	differ := false
	for _, f := range list {
		differ = differ || !sameName(f.value, v.Text)
	}
	seen := map[found]bool{}
	var basis []string
	for _, f := range list {
		if seen[f] {
			continue
		}
		seen[f] = true
		if len(basis) == plenty {
			break
		}
		if differ {
			basis = append(basis, f.value+" ("+f.basis+")")
		} else if !slices.Contains(basis, f.basis) {
			basis = append(basis, f.basis)
		}
	}
	if differ {
		v.Text = ""
	}
	v.Basis = strings.Join(basis, "; ")
	return v
}

// sound leaves out values with characters that no name, date or address has: they are damage.
func sound(list []found) []found {
	if !slices.ContainsFunc(list, found.damaged) {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), found.damaged)
}

func (f found) damaged() bool { return f.value == "" || strings.ContainsFunc(f.value, forbidden) }

// firstAgreed agrees on the first list that holds anything. What a later list says the same way joins the basis;
// where it differs it is the lesser word and is not heard.
func firstAgreed(lists ...[]found) book.Value {
	for i, list := range lists {
		if list = sound(list); len(list) == 0 {
			continue
		}
		list = slices.Clone(list)
		for _, rest := range lists[i+1:] {
			for _, f := range rest[:min(len(rest), plenty)] {
				if sameName(f.value, list[0].value) {
					list = append(list, f)
				}
			}
		}
		return agreed(list)
	}
	return book.Value{}
}

// sameName reports whether two names mean one: case, an article and a further word do not matter, nor that one is
// a domain made of the other.
func sameName(a, b string) bool {
	a, b = bareName(a), bareName(b)
	if a == b || strings.HasPrefix(a, b+" ") || strings.HasPrefix(b, a+" ") {
		return true
	}
	return domainOf(a, b) || domainOf(b, a)
}

func bareName(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	for _, article := range [...]string{"the ", "la ", "le ", "les ", "el ", "il ", "die ", "der ", "das ", "o ", "de "} {
		if rest, ok := strings.CutPrefix(s, article); ok {
			return rest
		}
	}
	return s
}

// domainOf reports whether host is a domain whose label is a name, its initials or a shortening of it:
// "ferrytimes.example", "ft.example" and "ferrytms.example" are the Ferry Times'.
func domainOf(host, name string) bool {
	label, _, dotted := strings.Cut(strings.TrimPrefix(host, "www."), ".")
	if strings.Contains(host, " ") {
		return false
	}
	if !dotted && len(label) < 4 { // a name in one word
		return false
	}
	label = squeezed(label)
	joined, initials := squeezed(name), ""
	for word := range strings.FieldsSeq(name) {
		initials += word[:1]
	}
	if label == "" || joined == "" {
		return false
	}
	if label == joined || label == "the"+joined || dotted && (len(initials) > 1 && (label == initials || label == "the"+initials)) {
		return true
	}
	if !dotted {
		return false
	}
	label = strings.TrimPrefix(label, "the")
	return len(label) >= 4 && len(label)*2 >= len(joined) && label != "" && label[0] == joined[0] && shortened(label, joined) ||
		len(joined) >= 4 && strings.HasPrefix(label, joined)
}

// shortened reports whether short is long with letters left out.
func shortened(short, long string) bool {
	i := 0
	for j := 0; i < len(short) && j < len(long); j++ {
		if short[i] == long[j] {
			i++
		}
	}
	return i == len(short)
}

func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// listed joins different names.
func listed(list []found) book.Names {
	var v book.Names
	for _, f := range sound(list) {
		if f.value = legible(f.value); len(v.List) == plenty || slices.Contains(v.List, f.value) {
			continue
		}
		v.List = append(v.List, f.value)
		switch {
		case v.Basis == "":
			v.Basis = f.basis
		case !strings.Contains(v.Basis, f.basis):
			v.Basis += "; " + f.basis
		}
	}
	return v
}

// writtenBy are the people above the text, or, where there is none, those who sign it below.
func (p *page) writtenBy() book.Names {
	if len(p.bylines) > 0 {
		return listed(p.bylines)
	}
	slices.Reverse(p.signers) // they were read from the end
	return listed(p.signers)
}

// publishedBy is the publisher: its name, or, where none is written, its domain. A name that is written out goes
// before the domain that is made of it.
func (p *page) publishedBy() book.Value {
	p.holders = slices.DeleteFunc(p.holders, func(f found) bool { return !paper(f.value) })
	lists := [][]found{p.publisher, p.appeals, p.holders}
	for i, list := range lists {
		if len(list) > 0 && i < 2 {
			return firstAgreed(lists[i], append(slices.Concat(lists[i+1:]...), p.domains...))
		}
	}
	if v := agreed(p.domains); v.Text != "" {
		for _, f := range slices.Concat(p.holders, p.hints) {
			if sameName(f.value, v.Text) {
				return book.Value{Text: f.value, Basis: f.basis + "; " + v.Basis}
			}
		}
		return v
	}
	return firstAgreed(p.holders)
}
