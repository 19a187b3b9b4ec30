package evidence

import (
	"strings"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// aside is a text that stood beside the article: a receipt, the title, a crosshead.
type aside struct {
	*folded
	reason string
}

const (
	mostAsides = 1000 // texts beside an article that are looked through
	mostSeams  = 4096 // bytes of a quotation that is looked for across them
)

// asides folds what stood beside the article, once.
func (s *Source) asides() []aside {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.beside == nil {
		s.beside = []aside{}
		add := func(text, reason string) {
			if f := fold(text, 0); len(s.beside) < mostAsides && strings.Trim(f.text, " -'") != "" {
				s.beside = append(s.beside, aside{f, reason})
			}
		}
		for _, r := range s.original.Receipts {
			add(r.Text, r.Reason)
		}
		add(s.original.Title.Text, "title")
		for _, h := range s.original.Headings {
			add(h.Text, "subheading")
		}
	}
	return s.beside
}

// elsewhere looks for words that are not the article's where they may have come from: in what stood beside it, or
// partly there and partly in it.
func (s *Source) elsewhere(list []quote) Finding {
	for _, q := range list {
		if reason, ok := s.aside(q); ok {
			return Finding{Verdict: book.OnlyInDropped, Reason: reason}
		}
	}
	body, beside := s.scattered(list[len(list)-1])
	if !beside {
		body, beside = s.across(list[0])
	}
	switch {
	case body && beside:
		return Finding{Verdict: book.SpansMetadata}
	case beside:
		return Finding{Verdict: book.OnlyInDropped}
	}
	return Finding{Verdict: book.NotFound}
}

// aside finds the text beside the article that holds a quotation.
func (s *Source) aside(q quote) (reason string, ok bool) {
	for _, a := range s.asides() {
		for _, near := range []bool{true, false} {
			if parts, _ := q.among(a.folded, stretch{0, len(a.text)}, near); len(parts) > 0 {
				return a.reason, true
			}
		}
	}
	return "", false
}

// scattered looks for each part of an elided quotation by itself, and says where they are when each is somewhere.
func (s *Source) scattered(q quote) (body, beside bool) {
	start := 0
	for i := 1; i <= len(q.pieces); i++ {
		if i < len(q.pieces) && q.pieces[i].gap != elision {
			continue
		}
		if start == 0 && i == len(q.pieces) {
			return false, false // there is one part
		}
		part := quote{pieces: q.pieces[start:i], edits: q.edits}
		start = i
		if _, ok := s.within([]quote{part}, book.Range{First: 1, Last: len(s.starts)}); ok {
			body = true
			continue
		}
		if _, ok := s.aside(part); !ok {
			return false, false
		}
		beside = true
	}
	return body, beside
}

// laid is a set of ways to lay words along texts, by the kinds of text used: bit k says that kinds k were.
type laid uint8

const (
	inBody   = 1
	inAside  = 2
	inBoth   = inBody | inAside
	bodyOnly = laid(1 << inBody)
)

func (l laid) and(kind uint8) (with laid) {
	for k := uint8(1); k <= inBoth; k++ {
		if l&(1<<k) != 0 {
			with |= 1 << (k | kind)
		}
	}
	return with
}

// block is a text that may stand beside another.
type block struct {
	text string
	kind uint8
}

// blocks are the paragraphs and what stood beside them.
func (s *Source) blocks() []block {
	var list []block
	add := func(text string, kind uint8) {
		if text = strings.TrimLeft(trimEnd(text), " -'"); text != "" {
			list = append(list, block{text, kind})
		}
	}
	for _, a := range s.asides() {
		add(a.text, inAside)
	}
	f := s.body(0)
	for i, begin := range s.starts {
		add(f.text[f.after(begin):f.after(begin+len(s.original.Paragraphs[i]))], inBody)
	}
	return list
}

// across looks for a quotation that runs from the end of one text over whole ones into the beginning of another, and
// says whether paragraphs and texts beside them are among those.
func (s *Source) across(q quote) (body, beside bool) {
	if len(q.pieces) != 1 || len(q.pieces[0].text) > mostSeams {
		return false, false
	}
	words := q.pieces[0].text
	reached := make([]laid, len(words)+1) // the ways to lay the words up to a byte
	var seams []int
	for _, end := nextWord(words, 0); ; {
		start, next := nextWord(words, end)
		if start == len(words) {
			break
		}
		seams, end = append(seams, start), next
	}
	blocks := s.blocks()
	for _, at := range seams {
		front := trimEnd(words[:at])
		for _, b := range blocks {
			if strings.HasSuffix(b.text, front) && apart(b.text, len(b.text)-len(front)) {
				reached[at] |= 1 << b.kind
			}
		}
	}
	var done laid
	for _, at := range seams {
		for _, b := range blocks {
			rest := words[at:]
			switch {
			case reached[at] == 0:
			case strings.HasPrefix(b.text, rest) && apart(b.text, len(rest)):
				done |= reached[at].and(b.kind)
			case strings.HasPrefix(rest, b.text) && apart(rest, len(b.text)):
				next, _ := nextWord(words, at+len(b.text))
				reached[next] |= reached[at].and(b.kind)
			}
		}
	}
	return done&^(1<<inAside) != 0, done&^bodyOnly != 0
}

// apart reports whether no word goes on over byte i of a folded text.
func apart(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i:])
	return i == 0 || i == len(s) || !letter(before) || !letter(after)
}
