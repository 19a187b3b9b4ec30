package evidence

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// quote is a quotation taken apart: parts that stand one after the other in the source, with anything between them.
type quote struct {
	whole string // folded, for a look before it is taken apart
	parts []part
	words int  // of the source that it holds
	edits bool // it holds words or letters of the writer's
}

// part is a run of the source's words: texts, between each two of which up to six words of the source may stand,
// where the writer put a bracket.
type part []literal

// literal is folded text that must stand in the source.
type literal struct {
	text string
	free []int // bytes of text where a letter of either case may stand: [T]he
	// open says that the text begins, or ends, in the middle of a word: agree[d].
	openStart, openEnd bool
}

// read takes a quotation apart.
func read(words string) quote {
	words = edges(words)
	q := quote{whole: trimEnd(fold(words).text)}
	for i, s := range elisions(words) {
		if p := q.part(s, i == 0); len(p) > 0 {
			q.parts = append(q.parts, p)
		}
	}
	return q
}

// part reads the text between two elisions. The very first letter may be of either case: a writer fits a quotation
// into the writer's own sentence.
func (q *quote) part(s string, first bool) part {
	var p part
	raw, free, open := "", []int(nil), false
	if first {
		free = []int{0}
	}
	flush := func(openEnd bool) {
		if l := newLiteral(raw, free); l.text != "" {
			l.openStart, l.openEnd = open, openEnd
			p, q.words = append(p, l), q.words+wordCount(l.text)
		}
		raw, free = "", nil
	}
	for {
		before, inside, after, ok := bracket(s)
		raw += before
		if !ok {
			flush(false)
			return p.ended()
		}
		q.edits = true
		letter, size := utf8.DecodeRuneInString(inside)
		switch word := strings.ToLower(strings.Trim(inside, " !")); {
		case word == "sic", word == "emphasis added", word == "italics added", word == "emphasis in original":
			raw = strings.TrimRight(raw, " ")
		case size == len(inside) && unicode.IsLetter(letter) && joins(after) && !joinsBack(raw):
			free = append(free, len(raw))
			raw += inside
		default:
			flush(joinsBack(raw))
			open = joins(after)
		}
		s = after
	}
}

// newLiteral folds raw text; free are bytes of it.
func newLiteral(raw string, free []int) literal {
	f := fold(raw)
	text := strings.Trim(f.text, " ")
	skipped := len(f.text) - len(strings.TrimLeft(f.text, " "))
	l := literal{text: text}
	for i := range text {
		if slices.Contains(free, int(f.at[i+skipped])) {
			l.free = append(l.free, i)
		}
	}
	return l
}

// ended takes the writer's punctuation off the end of a part.
func (p part) ended() part {
	if n := len(p); n > 0 {
		p[n-1].text = trimEnd(p[n-1].text)
	}
	return p
}

// joins reports whether s goes on within a word.
func joins(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return letterOrDigit(r)
}

func joinsBack(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return letterOrDigit(r)
}

// edges takes white space, quotation marks and dashes off both ends: they are the writer's.
func edges(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || quotationMark(r) || dash(r) && r != utf8.RuneError })
}

// trimEnd takes off the punctuation with which a writer ends a quotation.
func trimEnd(s string) string { return strings.TrimRight(s, " .,;:!?'-") }

// elisions cuts at "…", "...", ". . .", in brackets or not.
func elisions(s string) []string {
	var out []string
	start := 0
	for i := 0; i < len(s); {
		n := elision(s[i:])
		if n == 0 {
			i++
			continue
		}
		out = append(out, s[start:i])
		i += n
		start = i
	}
	out = append(out, s[start:])
	kept := out[:0]
	for _, s := range out {
		if strings.ContainsFunc(s, letterOrDigit) {
			kept = append(kept, s)
		}
	}
	return kept
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// elision is the length of a mark of elision at the start of s.
func elision(s string) int {
	if open, rest, ok := cutAny(s, "[("); ok {
		n := elision(strings.TrimLeft(rest, " "))
		if n == 0 {
			return 0
		}
		after := strings.TrimLeft(rest, " ")[n:]
		tail := strings.TrimLeft(after, " ")
		if !strings.HasPrefix(tail, map[byte]string{'[': "]", '(': ")"}[open]) {
			return 0
		}
		return len(s) - len(tail) + 1
	}
	if strings.HasPrefix(s, "…") {
		return len("…")
	}
	n, dots := 0, 0
	for n < len(s) && (s[n] == '.' || s[n] == ' ' && dots > 0 && n+1 < len(s) && s[n+1] == '.') {
		if s[n] == '.' {
			dots++
		}
		n++
	}
	if dots < 3 {
		return 0
	}
	return n
}

func cutAny(s, set string) (c byte, rest string, ok bool) {
	if s == "" || strings.IndexByte(set, s[0]) < 0 {
		return 0, "", false
	}
	return s[0], s[1:], true
}

// bracket finds the first editorial bracket.
func bracket(s string) (before, inside, after string, ok bool) {
	open := strings.IndexByte(s, '[')
	if open < 0 {
		return s, "", "", false
	}
	end := strings.IndexByte(s[open:], ']')
	if end < 0 {
		return s, "", "", false
	}
	return s[:open], s[open+1 : open+end], s[open+end+1:], true
}
