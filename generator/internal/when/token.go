package when

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, a number or a mark of punctuation of a sentence.
type token struct {
	start, end int   // bytes of the text
	word       word  // 0 for a word that no rule knows
	class      class // what it can be
	value      int   // of a number, a month, a unit …
	glued      bool  // nothing stands between it and the token before
	capital    bool  // a word that begins with a capital letter
	number     bool  // written in digits
	decimal    bool  // "1.5", "1,000": never a day or a year
	ordinal    bool  // "25th"

	count    int // the number that begins here, in digits or words: "twenty-four"
	countEnd int // first token after it; 0 when none begins here
	yearEnd  int // first token after a year written in words: "nineteen ninety-six"
	year     int
}

// sentenceLimit is how many tokens are looked at together; a longer sentence is cut.
const sentenceLimit = 600

// scanner cuts a text into sentences of tokens, one at a time.
type scanner struct {
	text   string
	at     int
	words  lexicon
	tokens []token
	dotted bool // the run of characters since the last blank holds a dot: "example.org"
}

// next reads the next sentence into s.tokens; false when the text is at its end.
func (s *scanner) next() bool {
	s.tokens = s.tokens[:0]
	for s.at < len(s.text) && len(s.tokens) < sentenceLimit {
		c := s.text[s.at]
		switch {
		case c <= ' ':
			if s.blank() && len(s.tokens) > 0 {
				return true
			}
		case isDigit(c):
			s.digits()
		case isLetter(c):
			s.letters()
		case c < utf8.RuneSelf:
			s.mark(1)
		default:
			s.wide()
		}
	}
	return len(s.tokens) > 0
}

// blank skips white space and reports whether a sentence ended before it.
func (s *scanner) blank() bool {
	s.dotted = false
	lines := 0
	for s.at < len(s.text) && s.text[s.at] <= ' ' {
		if s.text[s.at] == '\n' {
			lines++
		}
		s.at++
	}
	return lines > 1 || s.ended()
}

// ended reports whether the tokens so far are a whole sentence and another begins here.
func (s *scanner) ended() bool {
	i := len(s.tokens) - 1
	for i > 0 && s.tokens[i].class&closing != 0 {
		i--
	}
	if i < 1 || s.tokens[i].class&stop == 0 || s.at >= len(s.text) {
		return false
	}
	if c := s.text[s.at]; c >= 'a' && c <= 'z' {
		return false
	}
	if s.text[s.tokens[i].start] != '.' {
		return true
	}
	before := s.tokens[i-1]
	if !s.tokens[i].glued || before.class&abbreviated != 0 && (before.capital || isDigit(s.text[s.at])) {
		return false
	}
	if before.number { // "am 12. Februar"
		return !s.words.numberDots || before.class&small == 0
	}
	return before.end-before.start > 1 || !before.capital
}

// add appends a token that ends at end and moves behind it.
func (s *scanner) add(t token, end int) *token {
	t.start, t.end = s.at, end
	t.glued = len(s.tokens) > 0 && s.tokens[len(s.tokens)-1].end == s.at
	s.at = end
	s.tokens = append(s.tokens, t)
	return &s.tokens[len(s.tokens)-1]
}

// mark adds a mark of punctuation of n bytes. What follows a slash in an address is skipped with it.
func (s *scanner) mark(n int) {
	c := s.text[s.at]
	if c == '/' && s.dotted || c == '@' || c == ':' && strings.HasPrefix(s.text[s.at:], "://") {
		s.opaque()
		return
	}
	e := s.words.entries[s.text[s.at:s.at+n]]
	s.add(token{word: e.word, class: e.class, value: e.value}, s.at+n)
	if c == '.' {
		s.dotted = len(s.tokens) > 1 && s.tokens[len(s.tokens)-1].glued && s.at < len(s.text) && isLetter(s.text[s.at])
	}
}

// opaque adds what stands before the next blank as one token that no rule reads.
func (s *scanner) opaque() {
	end := s.at
	for end < len(s.text) && s.text[end] > ' ' {
		end++
	}
	s.add(token{}, end)
}

// digits adds a number: "25", "25th", "1,000", "2.5".
func (s *scanner) digits() {
	end := s.run(s.at, isDigit)
	t := token{class: number, number: true, value: atoi(s.text[s.at:end])}
	for end+1 < len(s.text) && isDigit(s.text[end+1]) && t.value < 1e9 {
		to := s.run(end+1, isDigit)
		c := s.text[end]
		thousands := (c == ',' || c == '.' && s.words.numberDots) && to-end == 4 && end-s.at <= 3
		fraction := c == '.' && !s.words.numberDots && (to >= len(s.text) || s.text[to] != '.' || !isDigit(s.byte(to+1)))
		if !thousands && !fraction {
			break
		}
		if t.decimal, end = true, to; !thousands {
			t.value = 0 // no whole number: its text is read where it matters
			break
		}
		t.value = 1000*t.value + atoi(s.text[to-3:to])
	}
	if to := s.run(end, isLetter); to-end == 2 && !t.decimal {
		switch strings.ToLower(s.text[end:to]) {
		case "st", "nd", "rd", "th":
			t.ordinal, end = true, to
		}
	}
	s.add(t, end).classify()
}

// classify says what a number can stand for.
func (t *token) classify() {
	width := t.end - t.start
	if t.decimal {
		return
	}
	if t.ordinal {
		t.class |= ordinal
	}
	if t.value >= 1 && t.value <= 31 {
		t.class |= day
	}
	if width <= 2 {
		t.class |= small
	}
	if width == 4 && t.value >= 1000 && t.value < 2200 {
		t.class |= year
	}
}

// letters adds a word in Latin letters.
func (s *scanner) letters() {
	rest := s.text[s.at:]
	if strings.HasPrefix(rest, "http://") || strings.HasPrefix(rest, "https://") || strings.HasPrefix(rest, "www.") {
		s.opaque()
		return
	}
	if n := meridiem(rest); n > 0 {
		w := "a.m."
		if rest[0]|0x20 == 'p' {
			w = "p.m."
		}
		e := s.words.entries[w]
		s.add(token{word: e.word, class: e.class, value: e.value}, s.at+n)
		return
	}
	end := s.at
	for end < len(s.text) {
		c := s.text[end]
		if isLetter(c) {
			end++
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(s.text[end:])
		if !unicode.IsLetter(r) || isHangul(r) {
			break
		}
		end += n
	}
	s.latin(end)
}

// meridiem is the length of "a.m." or "p.m." at the start of a text, else 0.
func meridiem(text string) int {
	if len(text) < 4 || text[1] != '.' || text[2]|0x20 != 'm' || text[0]|0x20 != 'a' && text[0]|0x20 != 'p' {
		return 0
	}
	if text[3] == '.' {
		return 4
	}
	if isLetter(text[3]) {
		return 0
	}
	return 3
}

// latin adds the word that ends at end.
func (s *scanner) latin(end int) {
	written := s.text[s.at:end]
	e := s.words.find(written)
	t := token{word: e.word, class: e.class, value: e.value}
	first, _ := utf8.DecodeRuneInString(written)
	t.capital = unicode.IsUpper(first)
	if !t.capital {
		t.class &^= e.proper
	}
	if e.class == 0 && s.words.past != nil && s.words.past(written) {
		t.class |= pastCue | byForm
	}
	s.add(t, end)
}

// wide adds what begins with a character beyond ASCII: a word, a run of Hangul or a mark.
func (s *scanner) wide() {
	r, n := utf8.DecodeRuneInString(s.text[s.at:])
	switch {
	case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
		s.at += n
		s.dotted = false
	case isHangul(r):
		s.hangul()
	case unicode.IsLetter(r):
		s.letters()
	default:
		s.mark(n)
	}
}

// run is the end of the run of bytes that begins at from.
func (s *scanner) run(from int, in func(byte) bool) int {
	for from < len(s.text) && in(s.text[from]) {
		from++
	}
	return from
}

// byte is the byte at i, 0 behind the end.
func (s *scanner) byte(i int) byte {
	if i < len(s.text) {
		return s.text[i]
	}
	return 0
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isHangul(r rune) bool { return r >= 0xAC00 && r <= 0xD7A3 }

// atoi reads up to nine digits; a longer number is none that matters here and gives 0.
func atoi(s string) int {
	if len(s) > 9 {
		return 0
	}
	n := 0
	for i := range len(s) {
		n = 10*n + int(s[i]-'0')
	}
	return n
}
