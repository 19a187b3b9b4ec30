package pdf

import (
	"bytes"
	"strconv"
)

// The objects of a PDF (7.3) are nil, bool, float64 for every number, string, and these.
type (
	name   string
	array  []any
	dict   map[name]any
	ref    int // the number of an object
	stream struct {
		dict dict
		in   []byte
		at   int // where its data begin
	}
	keyword string // anything else: "endobj", "Tj"
)

// nesting is how deep arrays and dictionaries may stand in one another, and members how many objects one may hold; the
// rest is passed over.
const nesting, members = 60, 1 << 17

// scanner reads objects. Past the end it reads the keyword "".
type scanner struct {
	b    []byte
	i    int
	refs bool // whether "12 0 R" is a reference: in the file it is, in a page's content there are none
}

const end = keyword("")

// object reads one object, or a keyword. What is broken is read as far as it makes sense.
func (s *scanner) object(depth int) any {
	s.blank()
	if s.i >= len(s.b) {
		return end
	}
	switch c := s.b[s.i]; {
	case c == '(':
		return s.literal()
	case c == '/':
		s.i++
		return name(s.named())
	case c == '<' && s.peek(1) == '<':
		s.i += 2
		return s.dict(depth)
	case c == '<':
		return s.hex()
	case c == '[':
		s.i++
		return s.array(depth)
	case c == '>' && s.peek(1) == '>':
		s.i += 2
		return keyword(">>")
	case c == ']', c == '{', c == '}', c == ')', c == '>':
		s.i++
		return keyword(c)
	case c >= '0' && c <= '9' && s.refs:
		if r, ok := s.ref(); ok {
			return r
		}
	}
	return s.word()
}

func (s *scanner) peek(n int) byte {
	if s.i+n < len(s.b) {
		return s.b[s.i+n]
	}
	return 0
}

// blank passes over white space and comments.
func (s *scanner) blank() {
	for s.i < len(s.b) {
		switch c := s.b[s.i]; {
		case c == '%':
			n := bytes.IndexAny(s.b[s.i:], "\r\n")
			if n < 0 {
				n = len(s.b) - s.i
			}
			s.i += n
		case isBlank(c):
			s.i++
		default:
			return
		}
	}
}

func isBlank(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isRegular(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return false
	}
	return !isBlank(c)
}

// word reads a number or a keyword.
func (s *scanner) word() any {
	start := s.i
	for s.i < len(s.b) && isRegular(s.b[s.i]) {
		s.i++
	}
	word := s.b[start:s.i]
	if c := word[0]; c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
		if n, ok := number(word); ok {
			return n
		}
	}
	switch string(word) {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	return keyword(word)
}

// number reads "12", "-.5", "+3.", and what some programs write: "--5", "0.00-12".
func number(word []byte) (float64, bool) {
	if len(word) > 40 {
		return 0, false
	}
	n, err := strconv.ParseFloat(string(word), 64)
	if err == nil && n-n == 0 { // neither infinite nor no number
		return n, true
	}
	for len(word) > 1 && word[0] == '-' && word[1] == '-' {
		word = word[1:]
	}
	if i := bytes.LastIndexByte(word, '-'); i > 0 {
		word = word[:i]
	}
	n, err = strconv.ParseFloat(string(word), 64)
	return n, err == nil && n-n == 0
}

// ref reads "12 0 R".
func (s *scanner) ref() (ref, bool) {
	i := s.i
	id, i, ok := digits(s.b, i)
	if !ok {
		return 0, false
	}
	blank := i
	for i < len(s.b) && isBlank(s.b[i]) && i < blank+20 {
		i++
	}
	_, j, ok := digits(s.b, i)
	if !ok || i == blank {
		return 0, false
	}
	blank = j
	for j < len(s.b) && isBlank(s.b[j]) && j < blank+20 {
		j++
	}
	if j == blank || j >= len(s.b) || s.b[j] != 'R' || j+1 < len(s.b) && isRegular(s.b[j+1]) {
		return 0, false
	}
	s.i = j + 1
	return ref(id), true
}

// digits reads a whole number of at most nine digits.
func digits(b []byte, i int) (n, next int, ok bool) {
	start := i
	for i < len(b) && b[i] >= '0' && b[i] <= '9' {
		if i-start == 9 {
			return 0, i, false
		}
		n = 10*n + int(b[i]-'0')
		i++
	}
	return n, i, i > start
}

func (s *scanner) named() []byte {
	start := s.i
	for s.i < len(s.b) && isRegular(s.b[s.i]) {
		s.i++
	}
	word := s.b[start:s.i]
	if bytes.IndexByte(word, '#') < 0 {
		return word
	}
	var out []byte
	for i := 0; i < len(word); i++ {
		if word[i] == '#' && i+2 < len(word) && unhex(word[i+1]) >= 0 && unhex(word[i+2]) >= 0 {
			out = append(out, byte(unhex(word[i+1])<<4|unhex(word[i+2])))
			i += 2
			continue
		}
		out = append(out, word[i])
	}
	return out
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

func (s *scanner) hex() string {
	s.i++
	var out []byte
	half := -1
	for s.i < len(s.b) {
		c := s.b[s.i]
		s.i++
		if c == '>' {
			break
		}
		switch n := unhex(c); {
		case n < 0:
		case half < 0:
			half = n
		default:
			out = append(out, byte(half<<4|n))
			half = -1
		}
	}
	if half >= 0 {
		out = append(out, byte(half<<4))
	}
	return string(out)
}

func (s *scanner) literal() string {
	s.i++
	var out []byte
	for open := 1; s.i < len(s.b); {
		c := s.b[s.i]
		s.i++
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return string(out)
			}
		case '\\':
			out = s.escape(out)
			continue
		case '\r':
			if s.peek(0) == '\n' {
				s.i++
			}
			c = '\n'
		}
		out = append(out, c)
	}
	return string(out)
}

// escape reads what stands behind a backslash.
func (s *scanner) escape(out []byte) []byte {
	if s.i >= len(s.b) {
		return out
	}
	c := s.b[s.i]
	s.i++
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\n':
		return out
	case '\r':
		if s.peek(0) == '\n' {
			s.i++
		}
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	n := int(c - '0')
	for range 2 {
		if c = s.peek(0); c < '0' || c > '7' || s.i >= len(s.b) {
			break
		}
		n = n<<3 | int(c-'0')
		s.i++
	}
	return append(out, byte(n))
}

func (s *scanner) array(depth int) any {
	out := array{}
	if depth >= nesting {
		return out
	}
	for {
		switch v := s.object(depth + 1); v {
		case keyword("]"), end:
			return out
		case keyword("endobj"), keyword("endstream"), keyword(">>"): // it was never closed
			return out
		default:
			if len(out) < members {
				out = append(out, v)
			}
		}
	}
}

func (s *scanner) dict(depth int) any {
	out := dict{}
	if depth >= nesting {
		return out
	}
	for {
		key := s.object(depth + 1)
		switch key {
		case keyword(">>"), end, keyword("endobj"), keyword("endstream"):
			return out
		}
		k, ok := key.(name)
		if !ok {
			continue
		}
		v := s.object(depth + 1)
		if v == keyword(">>") {
			return out
		}
		if len(out) < members {
			out[k] = v
		}
	}
}
