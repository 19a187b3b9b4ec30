package article

import (
	"strings"
	"unicode"
)

// domainPrefix recognises a first line that is nothing but a domain name.
func domainPrefix(p *page, b *block) int {
	if name, ok := domain(b.text); ok {
		p.keepDomain(name, at("domain", b))
		return len(b.text)
	}
	return 0
}

// domainLine recognises such a line below the title.
func domainLine(p *page, h headLine) string {
	if h.behind || domainPrefix(p, h.block) == 0 {
		return ""
	}
	return "publisher_line"
}

// keepDomain keeps a domain, or the name that its publisher writes in it.
func (p *page) keepDomain(name, basis string) {
	if agency, known := agency(name); known {
		p.agencies = append(p.agencies, found{agency, basis})
	}
	if strings.Contains(name, ".") {
		p.domains = append(p.domains, found{name, basis})
	} else {
		p.publisher = append(p.publisher, found{name, basis})
	}
}

// camel reports a name in one word with a capital within: "FerryPoint", but not "Ferry" and not "NJ".
func camel(s string) bool {
	lower := false
	for _, r := range s {
		if lower && unicode.IsUpper(r) {
			return true
		}
		lower = lower || unicode.IsLower(r)
	}
	return false
}

// domain recognises a line that is nothing but a domain name. A label in mixed case is how a publisher
// writes its name ("FerryPoint.com"); otherwise the domain itself is all that is known.
func domain(s string) (name string, ok bool) {
	if len(s) > 80 || strings.Count(s, ".") == 0 || strings.ContainsFunc(s, unicode.IsSpace) {
		return "", false
	}
	s = strings.TrimPrefix(strings.TrimSuffix(strings.Trim(s, "()[]<>"), "/"), "www.")
	labels := strings.Split(s, ".")
	for _, label := range labels {
		if label == "" || strings.ContainsFunc(label, func(r rune) bool {
			return r > unicode.MaxASCII || r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
		}) {
			return "", false
		}
	}
	last := labels[len(labels)-1]
	if len(labels) < 2 || len(last) < 2 || last != strings.ToLower(last) || numeral(last) {
		return "", false
	}
	if label := labels[0]; len(labels) <= 3 && camel(label) {
		return label, true
	}
	return s, true
}
