package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// datelines peels the dateline off the first paragraph that has one, among the first three.
func (p *page) datelines() {
	seen := 0
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.role == undecided && speaker(b.text) {
			return // a transcript
		}
		if b.role == undecided && b.words < enough && seen == 0 && p.loneDateline(b) {
			return
		}
		if b.role != undecided || b.words < enough {
			continue
		}
		if d, ok := readDateline(b.text); ok {
			p.keepDateline(d, b)
			b.dated = true
			p.peel(b, d.length, "dateline")
			return
		}
		if seen++; seen == 3 {
			return
		}
	}
}

// loneDateline reads a dateline on a line of its own: "SEOUL, March 4 (Agency) -".
func (p *page) loneDateline(b *block) bool {
	text := strings.TrimRightFunc(b.text, invisible)
	if b.words < 2 || !strings.HasSuffix(text, "-") && !strings.HasSuffix(text, "—") && !strings.HasSuffix(text, "–") && !strings.HasSuffix(text, "=") {
		return false
	}
	d, ok := readDateline(text + " A")
	if !ok || d.length < len(text) || len(d.credits) == 0 && d.date == "" {
		return false
	}
	p.keepDateline(d, b)
	b.drop("dateline")
	return true
}

func (p *page) keepDateline(d dateline, b *block) {
	basis := at("dateline", b)
	if d.place != "" {
		p.places = append(p.places, found{d.place, basis})
	}
	for _, s := range stamps(d.date) {
		p.filed = append(p.filed, stamped{s, false, basis})
	}
	if m, day, ok := dayMonth(d.date); ok {
		p.days = append(p.days, [2]int{m, day})
	}
	for _, name := range d.names {
		p.bylines = append(p.bylines, found{spelled(name), basis})
	}
	if name, known := agencyCredit(strings.Join(d.credits, "/")); known {
		p.agencies = append(p.agencies, found{name, basis})
		return
	}
	known := 0
	for _, part := range d.credits {
		if name, ok := agencyCredit(part); ok {
			p.agencies = append(p.agencies, found{name, basis})
			known++
		}
	}
	for _, part := range d.credits {
		_, isAgency := agencyCredit(part)
		switch {
		case isAgency:
		case known > 0 && nameAt(part) == part, paper(part), d.masthead:
			p.publisher = append(p.publisher, found{part, basis})
		default:
			p.hints = append(p.hints, found{part, basis}) // a paper's name or an agency's: it cannot be told
		}
	}
}

// dateline is "SEOUL (Agency - 25th September, 2020) " at the start of a paragraph.
type dateline struct {
	place    string // "Seoul"
	credits  []string
	names    []string
	date     string // as written
	masthead bool   // the credit is a newspaper's own: "BERLIN taz |"
	length   int
}

// readDateline reads a place, then a colon, a dash, or brackets with a credit; a country or a date may stand
// between: "BUSAN, South Korea, July 29 (Agency) --". A place in small letters must be followed by an agency or a
// date, or be known.
func readDateline(s string) (dateline, bool) {
	line := beginning(s, 200)
	if d, ok := easternDateline(line); ok {
		return d, true
	}
	ends := datelineEnds(line)
	for _, end := range slices.Backward(ends) { // the longest there is
		d := dateline{length: end.next}
		if d.read(line[:end.at], end.mark) && follows(line[end.next:]) {
			return d, true
		}
	}
	return dateline{}, false
}

// speaker reports a line of a transcript: "HOST: Good morning."
func speaker(line string) bool {
	who, _, ok := strings.Cut(beginning(line, 40), ":")
	if !ok {
		return false
	}
	switch strings.ToLower(who) {
	case "host", "q", "a", "question", "answer", "interviewer", "moderator", "reporter", "anchor", "narrator", "presenter", "speaker", "unidentified speaker", "frage", "antwort",
		"sprecher", "sprecherin", "질문", "답변", "문", "답", "기자", "앵커", "사회자", "진행자":
		return true
	}
	return false
}

// ending is a place where a dateline may end.
type ending struct {
	at, next int // before the mark; of the first word of the text
	mark     string
}

// datelineEnds lists the dashes, colons, strokes and brackets outside brackets that may end a dateline.
func datelineEnds(line string) []ending {
	var out []ending
	depth := 0
	add := func(i, n int) {
		next := len(line) - len(strings.TrimLeft(line[i+n:], " -–—|:_\u00a0"))
		if next > i+n-1 && len(out) < 6 {
			out = append(out, ending{i, next, line[i : i+n]})
		}
	}
	for i, r := range line {
		before, after := i > 0 && line[i-1] == ' ', ""
		after = line[i+utf8.RuneLen(max(r, 0)):]
		spaced := strings.HasPrefix(after, " ") || strings.HasPrefix(after, "\u00a0")
		switch {
		case r == '(' || r == '[':
			depth++
		case (r == ')' || r == ']') && depth > 0:
			if depth--; depth == 0 && spaced {
				add(i+1, 0)
			} else if depth == 0 && strings.HasPrefix(after, ". ") && knownAgency(line[strings.LastIndexAny(line[:i], "([")+1:i]) {
				add(i+1, len(".")) // "BERLIN (dpa). "
			}
		case depth > 0:
		case r == '_' && before && spaced, r == '—', r == '–' && (before || spaced), r == '-' && (before && spaced || strings.HasPrefix(after, "- ") || strings.HasPrefix(after, "-") && before),
			r == ':' && spaced, r == '|' && spaced, r == '.' && strings.HasPrefix(after, " –"):
			add(i, utf8.RuneLen(r))
		case r == '/' && strings.HasPrefix(after, ". "):
			add(i, len("/."))
		}
		if len(out) == 6 {
			break
		}
	}
	return out
}

// follows reports whether a sentence can begin so.
func follows(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, `"'“‘„«([`))
	return unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.Is(unicode.Lo, r)
}

// read judges whether what stands before a mark is a dateline.
func (d *dateline) read(head, mark string) bool {
	outside, inside := brackets(head)
	slashed := mark == "/." // "MOSCOW, March 4. /TASS/. "
	if slashed {
		var name string
		if outside, name, slashed = strings.Cut(outside, "/"); !slashed {
			return false
		}
		inside = append(inside, name)
	}
	for _, text := range inside {
		if !d.credit(text) {
			return false
		}
	}
	if strings.TrimSpace(outside) == "" {
		return d.proven() && mark != ":"
	}
	if mark == "|" && !d.masthead {
		outside = d.paperMark(outside)
	}
	return d.readPlace(outside, mark)
}

// brackets parts a line into what stands outside and inside of brackets.
func brackets(s string) (outside string, inside []string) {
	var b strings.Builder
	for {
		open := strings.IndexAny(s, "([")
		if open < 0 {
			b.WriteString(s)
			return b.String(), inside
		}
		b.WriteString(s[:open] + " ")
		end := strings.IndexAny(s[open:], ")]")
		if end < 0 {
			return b.String(), inside
		}
		inside = append(inside, s[open+1:open+end])
		s = s[open+end+1:]
	}
}

// proven reports whether an agency or a date was read.
func (d *dateline) proven() bool {
	for _, c := range d.credits {
		if _, known := agencyCredit(c); known {
			return true
		}
	}
	return d.date != ""
}

// credit reads what stands in brackets: agencies, a newspaper, a date, a country. What begins small is none.
func (d *dateline) credit(text string) bool {
	if _, known := agencyCredit(text); known {
		d.credits = append(d.credits, strings.TrimSpace(text))
		return true
	}
	for part := range strings.FieldsFuncSeq(strings.ReplaceAll(text, " - ", "/"), func(r rune) bool { return strings.ContainsRune("/–—|", r) }) {
		part = strings.Trim(part, " ,;-–—")
		_, _, day := dayMonth(part)
		_, known := agencyCredit(part)
		switch {
		case part == "":
		case len(stamps(part)) > 0 || day:
			d.date += " " + part
			if before, _, ok := strings.Cut(part, ","); ok && d.isCredit(before) { // "Yonhap, March 4"
				d.credits = append(d.credits, strings.TrimSpace(before))
			}
		case known || nameAt(part) == part && words(part) <= 5:
			d.credits = append(d.credits, part)
		default:
			return false
		}
	}
	return true
}

func (d *dateline) isCredit(s string) bool {
	_, _, day := dayMonth(s)
	return !day && len(stamps(s)) == 0 && nameAt(strings.TrimSpace(s)) == strings.TrimSpace(s)
}

// paperMark takes what a newspaper puts before its stroke off the end: "BERLIN taz", "BERLIN dpa/taz", "SEOUL afp".
func (d *dateline) paperMark(outside string) string {
	list := strings.Fields(outside)
	if len(list) < 2 {
		return outside
	}
	last := list[len(list)-1]
	if last != strings.ToLower(last) || len(last) > 20 {
		return outside
	}
	for part := range strings.SplitSeq(last, "/") {
		d.credits = append(d.credits, part)
	}
	d.masthead = true
	return strings.Join(list[:len(list)-1], " ")
}
