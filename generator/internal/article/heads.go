package article

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/edtf"
)

// heads peels what a scraper or a page put before the text of the first line, piece by piece: a date, a
// ticker, a domain. What remains of the line is the title or the lead.
func (p *page) heads() {
	first := slices.IndexFunc(p.blocks, func(b block) bool { return b.role == undecided })
	if first < 0 || p.page {
		return
	}
	b := &p.blocks[first]
	if n, date := scraperDate(b.text); n > 0 {
		p.dates = append(p.dates, found{date, at("scraper date prefix", b)})
		p.peel(b, n, "scraper_date_prefix")
	}
	if n := ticker(b.text); b.role == undecided && n > 0 {
		p.peel(b, n, "stock_ticker")
	}
	if name, ok := domain(b.text); b.role == undecided && ok {
		p.publisher = append(p.publisher, found{name, at("domain", b)})
		b.drop("publisher_line")
	}
}

// at says where a value was found: "byline, line 4".
func at(what string, b *block) string { return fmt.Sprintf("%s, line %d", what, b.first) }

// scraperDate recognises "date 2021-07-29" and returns its length and date.
func scraperDate(s string) (n int, date string) {
	rest, ok := strings.CutPrefix(s, "date ")
	if !ok || len(rest) < len("2021-07-29") {
		return 0, ""
	}
	n = len("date 2021-07-29")
	d, err := edtf.Parse(s[len("date "):n])
	if next, _ := utf8.DecodeRuneInString(s[n:]); err != nil || len(s) > n && !unicode.IsSpace(next) {
		return 0, ""
	}
	return n, d.String()
}

// ticker recognises "QAY 31.05 Decreased By ▼ -0.95 (-2.97%)" and returns its length.
func ticker(s string) int {
	line := beginning(s, 120)
	symbol, rest := cutWord(line)
	if len(symbol) < 2 || len(symbol) > 8 || strings.Trim(symbol, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.&^-") != "" {
		return 0
	}
	price, rest := cutWord(rest)
	if !numeral(price) {
		return 0
	}
	verb, rest := cutWord(rest)
	switch strings.ToLower(verb) {
	case "increased", "decreased", "up", "down", "unchanged":
	default:
		return 0
	}
	for {
		word, after := cutWord(rest)
		if word == "" || !strings.EqualFold(word, "by") && strings.Trim(word, "▲▼↑↓+-.,%()0123456789") != "" {
			break
		}
		rest = after
		if strings.HasSuffix(word, "%)") {
			return len(line) - len(rest)
		}
	}
	return 0
}

// cutWord cuts the first word off s, blanks before it included.
func cutWord(s string) (word, rest string) {
	s = strings.TrimLeftFunc(s, unicode.IsSpace)
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

// beginning is at most n bytes of s, cut between characters.
func beginning(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

func numeral(s string) bool {
	return strings.Trim(s, "+-.,0123456789%") == "" && strings.ContainsAny(s, "0123456789")
}

// domain recognises a line that is nothing but a domain name. A label in mixed case is how a publisher
// writes its name ("FerryPoint.com"); otherwise the domain itself is all that is known.
func domain(s string) (name string, ok bool) {
	if len(s) > 80 || strings.Count(s, ".") == 0 || strings.ContainsFunc(s, unicode.IsSpace) {
		return "", false
	}
	s = strings.TrimPrefix(strings.TrimSuffix(s, "/"), "www.")
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
	if label := labels[0]; len(labels) <= 3 && label != strings.ToLower(label) {
		return label, true
	}
	return s, true
}
