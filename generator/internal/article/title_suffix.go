package article

import (
	"slices"
	"strings"

	"briefbook/generator/internal/book"
)

// titleSuffix cuts " | Ferry Times" off the title, but only where other words of the text show that this is the
// publisher's name, where it is a domain, or where a stroke and a newspaper's kind of name leave no doubt. Any other
// tail (" - Harbour Office") is the title's own.
func (p *page) titleSuffix() {
	i := slices.IndexFunc(p.blocks, func(b block) bool { return b.role == headline })
	if i < 0 || p.title.Text != strings.Join(strings.Fields(p.blocks[i].text), " ") {
		return
	}
	b := &p.blocks[i]
	cut, name := len(b.text), ""
	for {
		start, tail := lastTail(b.text[:cut])
		if start <= 0 {
			break
		}
		told := !p.page && strings.HasPrefix(b.text[start:], " | ") && words(tail) > 1 && masthead(tail)
		if name == "" && !told && !p.publishes(tail) {
			return
		}
		if name == "" {
			name = tail
		} else if !section(tail) {
			break
		}
		cut = start
	}
	if name == "" || words(b.text[:cut]) < 2 {
		return
	}
	basis := at("title suffix", b)
	if d, ok := domain(name); ok {
		p.keepDomain(d, basis)
	} else {
		p.publisher = append(p.publisher, found{name, basis})
	}
	p.peeled = append(p.peeled, book.Receipt{First: b.first, Last: b.last, Reason: "title_suffix", Text: strings.TrimSpace(b.text[cut:])})
	b.become(strings.TrimSpace(b.text[:cut]))
	p.title.Text = strings.Join(strings.Fields(b.text), " ")
}

// lastTail finds the last " | X" or " - X" of a title.
func lastTail(s string) (start int, tail string) {
	best := -1
	for _, mark := range titleMarks {
		if i := strings.LastIndex(s, mark); i > best {
			best = i
			tail = strings.TrimSpace(s[i+len(mark):])
		}
	}
	return best, tail
}

var titleMarks = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " -- "}

func endsInMark(s string) bool {
	return slices.ContainsFunc(titleMarks, func(mark string) bool { return strings.HasSuffix(s, mark) })
}

// endsInCrumb reports the marks between the steps of a path: "The Ferry Times / Energy / ".
func endsInCrumb(s string) bool {
	return slices.ContainsFunc([]string{" / ", " > ", " › "}, func(mark string) bool { return strings.HasSuffix(s, mark) })
}

// suffixMark is the length of the mark at the start of a tail, 0 for none.
func suffixMark(s string) int {
	for _, mark := range titleMarks {
		if strings.HasPrefix(s, mark) {
			return len(mark)
		}
	}
	return 0
}

// publishes reports whether other words of the text show that name is the publisher's.
func (p *page) publishes(name string) bool {
	if name == "" || len(name) > 60 {
		return false
	}
	if d, ok := domain(name); ok && (strings.Contains(name, ".") || d != "") {
		return true
	}
	if agencyName, known := agency(name); known && slices.ContainsFunc(p.agencies, func(f found) bool { return f.value == agencyName && strings.HasPrefix(f.basis, "copyright") }) {
		return true
	}
	for _, list := range [][]found{p.publisher, p.appeals, p.holders, p.domains} {
		for _, f := range list {
			if sameName(f.value, name) && !agencyOnly(name) {
				return true
			}
		}
	}
	return slices.ContainsFunc(p.hints, func(f found) bool { return bareName(f.value) == bareName(name) })
}

func agencyOnly(name string) bool {
	_, known := agency(name)
	return known && len(name) < 4
}
