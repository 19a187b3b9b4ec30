package gate

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"unicode"
)

// Scanner is a file on its way to the reader. It is an io.Writer that reads what is written, in pieces of any size,
// and never fails. It is for one goroutine.
type Scanner struct {
	lexer    *lexer
	matchers *[3]matcher
	runs     []Run
	rest     []byte // not yet read, because what follows decides what it is
	begun    bool
	wide     wide
}

// Scan begins with a file that would be written to this path, slash-separated and relative. The words of the path,
// parted by "/", "-", "_" and ".", and once more by capitals (TheHarbourBoard), are sequences of their own. What is
// declared may be nil.
func (x *Index) Scan(name string, d *Declared) *Scanner {
	s := &Scanner{rest: make([]byte, 0, 4*ahead)}
	s.matchers = newMatchers(x, d, s.note, nil)
	s.lexer = newLexer(&s.matchers[0], &s.matchers[1], &s.matchers[2])
	s.feed([]byte(name))
	s.end()
	if parted := humps(name); parted != name && len(s.runs) == 0 {
		s.feed([]byte(parted))
		s.end()
	}
	for i := range s.runs {
		s.runs[i].InPath = true
		s.runs[i].Start, s.runs[i].End = min(s.runs[i].Start, int64(len(name))), min(s.runs[i].End, int64(len(name)))
	}
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".css":
		s.lexer.css = true
	case ".bib", ".tex":
		s.lexer.class = bibtex
	case ".rtf":
		s.lexer.class = richText
	}
	return s
}

// humps puts a blank before each capital letter that begins a word: TheUSEnvoy is The US Envoy.
func humps(name string) string {
	runes := []rune(name)
	out := make([]rune, 0, len(runes))
	for i, r := range runes {
		if i > 0 && unicode.IsUpper(r) && (unicode.IsLower(runes[i-1]) || unicode.IsUpper(runes[i-1]) && i+1 < len(runes) && unicode.IsLower(runes[i+1])) {
			out = append(out, ' ')
		}
		out = append(out, r)
	}
	return string(out)
}

func (s *Scanner) note(r Run) { s.runs = append(s.runs, r) }

// Write reads a piece of the file.
func (s *Scanner) Write(p []byte) (int, error) {
	n := len(p)
	if !s.begun && n > 0 {
		p = s.begin(p)
	}
	if s.wide.on {
		var room [1024]byte
		for len(p) > 0 {
			piece := p[:min(len(p), 256)]
			s.feed(s.wide.decode(room[:0], piece))
			p = p[len(piece):]
		}
		return n, nil
	}
	s.feed(p)
	return n, nil
}

// begin looks for the byte order mark of UTF-16 in the first two bytes, which may come one by one.
func (s *Scanner) begin(p []byte) []byte {
	if len(s.rest) == 0 && len(p) == 1 && (p[0] == 0xfe || p[0] == 0xff) {
		s.rest = append(s.rest, p[0])
		return nil
	}
	s.begun = true
	var first [2]byte
	n := copy(first[:], s.rest)
	copy(first[n:], p)
	if first == [2]byte{0xff, 0xfe} || first == [2]byte{0xfe, 0xff} {
		s.wide = wide{on: true, big: first[0] == 0xfe}
		s.rest = s.rest[:0]
		return p[2-n:]
	}
	return p
}

// feed reads what can be read of the bytes and keeps the rest.
func (s *Scanner) feed(p []byte) {
	for len(s.rest) > 0 && len(p) > 0 {
		kept := len(s.rest)
		room := min(len(p), cap(s.rest)-kept)
		joined := append(s.rest, p[:room]...)
		if len(joined) <= ahead {
			s.rest = joined
			return
		}
		i := s.lexer.lex(joined, len(joined)-ahead)
		s.lexer.base += int64(i)
		if i >= kept {
			p, s.rest = p[i-kept:], s.rest[:0]
			break
		}
		p, s.rest = p[room:], append(s.rest[:0], joined[i:]...)
	}
	if len(p) > ahead {
		i := s.lexer.lex(p, len(p)-ahead)
		s.lexer.base += int64(i)
		p = p[i:]
	}
	s.rest = append(s.rest, p...)
}

// end reads the rest.
func (s *Scanner) end() {
	s.lexer.whole(s.rest)
	s.lexer.stop()
	s.lexer.base = 0
	s.rest = s.rest[:0]
}

// Close says which runs there are, in the order of the file, those of its path first. The Scanner is done then.
func (s *Scanner) Close() []Run {
	s.end()
	s.lexer.release()
	releaseMatchers(s.matchers)
	s.lexer, s.matchers = nil, nil
	return arranged(s.runs)
}

// arranged puts runs in order and leaves out those that stand within others.
func arranged(runs []Run) []Run {
	where := func(r Run) int {
		if r.InPath {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(runs, func(a, b Run) int {
		return cmp.Or(cmp.Compare(where(a), where(b)), cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	n := 0
	for _, r := range runs {
		if n > 0 && r.InPath == runs[n-1].InPath && r.End <= runs[n-1].End && r.Words <= runs[n-1].Words {
			continue
		}
		runs[n] = r
		n++
	}
	return runs[:n]
}
