package article

import (
	"fmt"
	"strconv"
	"strings"

	"briefbook/generator/internal/book"
)

// frontMatter reads the lines between "---" that clippers put before a text, sets them aside and gives the number of
// the line behind them.
func (p *page) frontMatter(lines []string) int {
	const longest = 200
	opening := strings.TrimSpace(lines[0])
	if opening != "---" && opening != "+++" { // YAML and TOML
		return 0
	}
	end := 0
	for i := 1; i < len(lines) && i < longest; i++ {
		if mark := strings.TrimSpace(lines[i]); mark == opening || mark == "..." {
			end = i
			break
		}
	}
	if end == 0 {
		return 0
	}
	key := ""
	for i, line := range lines[1:end] {
		value := strings.TrimSpace(line)
		sign := ":"
		if opening == "+++" {
			sign = "="
			line = strings.Replace(line, " =", "=", 1)
		}
		if name, rest, ok := strings.Cut(line, sign); ok && name == strings.TrimSpace(name) && !strings.HasPrefix(name, "-") {
			key, value = strings.ToLower(name), rest
		} else if rest, ok := strings.CutPrefix(value, "- "); ok {
			value = rest
		}
		if value = unquoted(escaped(value)); value != "" {
			p.clipped(key, value, fmt.Sprintf("front matter, line %d", i+2))
		}
	}
	var text []string
	for _, line := range lines[:end+1] {
		text = append(text, strings.TrimSpace(line))
	}
	p.peeled = append(p.peeled, book.Receipt{First: 1, Last: end + 1, Reason: "front_matter", Text: strings.Join(text, "\n")})
	return end + 1
}

// unquoted takes quotation marks, brackets of a list and of a wiki link off a value.
func unquoted(s string) string {
	for {
		before := s
		s = strings.TrimSpace(s)
		for _, pair := range [...][2]string{{`"`, `"`}, {"'", "'"}, {"[", "]"}} {
			if len(s) >= 2 && strings.HasPrefix(s, pair[0]) && strings.HasSuffix(s, pair[1]) {
				s = s[1 : len(s)-1]
			}
		}
		if s == before {
			break
		}
	}
	if strings.ContainsFunc(s, forbidden) || len(s) > 2000 {
		return ""
	}
	return s
}

// escaped reads a value in double quotes as YAML and TOML do: "\"Never\", he says" has quotation marks in it.
func escaped(s string) string {
	s = strings.TrimSpace(s)
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' || !strings.Contains(s, `\`) {
		return s
	}
	if plain, err := strconv.Unquote(s); err == nil && !strings.ContainsAny(plain, "\n\r") {
		return strings.TrimSpace(plain)
	}
	return s
}

// clipped keeps one value of front matter.
func (p *page) clipped(key, value, basis string) {
	f := found{value, basis}
	switch key = strings.ReplaceAll(strings.ReplaceAll(key, "_", " "), "-", " "); fieldNamed(key) {
	case fieldTitle:
		if p.title.Text == "" {
			p.title = book.Value{Text: value, Basis: basis}
		}
	case fieldByline:
		p.clippedAuthors(value, basis)
	case fieldDate, fieldUpdated:
		if key == "created" || key == "date created" {
			return // when it was clipped
		}
		list := stamps(value)
		if s, ok := compact(value); ok {
			list = []stamp{s}
		}
		if len(list) == 1 {
			tell := tellPublished
			if fieldNamed(key) == fieldUpdated {
				tell = tellUpdated
			}
			p.keepStamps(list, []telling{tell}, basis)
		}
	case fieldSource, fieldURL:
		p.clippedSource(f)
	case fieldRights:
		if p.rights == "" {
			p.rights = value
		}
	case fieldOther:
		if key == "language" && len(value) <= 5 && value == strings.ToLower(value) {
			p.language = value
		}
	}
	if key == "lang" && len(value) <= 5 {
		p.language = value
	}
}

func (p *page) clippedSource(f found) {
	if url, n := webAddress(f.value); n > 0 {
		if n == len(f.value) {
			p.keepAddress(url, f.basis)
		}
		return
	}
	if name, ok := domain(f.value); ok {
		p.keepDomain(name, f.basis)
		return
	}
	if name, known := agencyCredit(f.value); known {
		p.agencies = append(p.agencies, found{name, f.basis})
	} else if words(f.value) <= 8 && !platform(f.value) {
		p.publisher = append(p.publisher, f)
	}
}

func (p *page) clippedAuthors(value, basis string) {
	value = strings.NewReplacer("[[", "", "]]", "", `"`, "").Replace(value)
	c := readCredit("by " + value)
	if names := easternNames(value); len(names) > 0 {
		c = credit{names: names}
	}
	if len(c.names) == 0 {
		if swapped := exchanged(value); swapped != "" {
			c = readCredit("by " + swapped)
		}
	}
	if c.strangers > 0 && len(c.names) == 0 {
		return
	}
	for _, name := range c.names {
		p.bylines = append(p.bylines, found{name, basis})
	}
	for _, name := range c.agencies {
		p.agencies = append(p.agencies, found{name, basis})
	}
}
