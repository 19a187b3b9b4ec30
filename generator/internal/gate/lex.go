package gate

import (
	"encoding/binary"
	"math/bits"
	"sync"
)

// ahead is how many bytes beyond a character decide what it is: the name of a tag, an escape.
const ahead = 128

// lexer makes words of bytes.
type lexer struct {
	class  *classes
	css    bool
	base   int64 // where in the file the bytes begin that are being read
	depth  int   // 0 in text, 1 in a tag, 2 in a tag in the value of an attribute
	tracks [3]track
	frames [3]frame // of the tags that are open, from 1 on
	dashes int
	dashed int64 // behind the last dash
}

// lexers are used again: a build needs one for every name it declares, and each is some 20 KB.
var lexers = sync.Pool{New: func() any { return new(lexer) }}

func newLexer(text, tag, nested reader) *lexer {
	l := lexers.Get().(*lexer)
	l.class, l.css, l.base, l.depth, l.dashes, l.dashed = usual, false, 0, 0, 0, 0
	l.frames = [3]frame{}
	for i, to := range [...]reader{text, tag, nested} {
		l.tracks[i].reset(to)
	}
	return l
}

// release gives the lexer back. It must not be used afterwards.
func (l *lexer) release() {
	for i := range l.tracks {
		l.tracks[i].to = nil
	}
	lexers.Put(l)
}

// whole reads a text that is there at once. Words may go on behind it.
func (l *lexer) whole(b []byte) {
	i := 0
	if len(b) > ahead {
		i = l.lex(b, len(b)-ahead)
	}
	var room [3 * ahead]byte
	l.base += int64(i)
	n := copy(room[:], b[i:])
	l.lex(room[:], n)
	l.base += int64(n)
}

// lex reads the characters that begin before byte limit of b, and says how far it came. Of the bytes behind them it
// looks at a few, which must be there: ahead of them, zeros at the end of a file.
func (l *lexer) lex(b []byte, limit int) int {
	i := 0
	t := &l.tracks[l.depth]
	for i < limit {
		switch l.class[b[i]] {
		case apart:
			skip, on := 0, false
			if b[i] == '_' && t.open {
				skip, on = goesOn('_', b[i+1:], t.last())
			}
			if !on {
				t.finish()
			}
			i += 1 + skip
		case inner:
			if t.open {
				t.letter(rune(b[i]), letter, l.base+int64(i), l.base+int64(i)+1)
				i++
				continue
			}
			i = l.word(t, b, i)
		case tagged:
			if l.depth == 0 && !(b[i] == '-' && t.open) {
				t.finish()
				i++
				continue
			}
			fallthrough
		default:
			i = l.special(b, i)
			t = &l.tracks[l.depth]
		}
	}
	return i
}

const (
	all  = 0x0101010101010101
	high = 0x80 * all
)

// word reads a word of ASCII that begins at byte i, and says where it went on. One that may continue behind these
// letters is left open.
func (l *lexer) word(t *track, b []byte, i int) int {
	h, j := uint64(seed), i
	for len(b)-j > 8 {
		x := binary.LittleEndian.Uint64(b[j:])
		n := lettered(x)
		x |= 0x20 * all
		if n == 8 && j-i < longest-8 {
			h = mix(h, x)
			j += 8
			continue
		}
		if n == 8 {
			break
		}
		if c := b[j+n]; l.class[c] == special || (c == '-' || c == '_') && mayGoOn(b[j+n:]) {
			t.begin(b[i:j+n], l.base+int64(i))
			return j + n
		}
		x &= 1<<(8*n) - 1
		h = mix(h, x)
		if j == i && n <= 3 && x&(0x40*all) == 0 {
			t.numbers = noted(t.numbers, b[i:j+n])
		} else {
			t.put(h, l.base+int64(i), j+n-i)
		}
		return j + n
	}
	t.letter(rune(b[i]), letter, l.base+int64(i), l.base+int64(i)+1)
	return i + 1
}

// lettered is how many of eight bytes, from the first, are letters and digits of ASCII.
func lettered(x uint64) int {
	low := x &^ high
	folded := low | 0x20*all
	letters := (folded + (0x80-'a')*all) &^ (folded + (0x7f-'z')*all)
	digits := (low + (0x80-'0')*all) &^ (low + (0x7f-'9')*all)
	return bits.TrailingZeros64(^(letters|digits)&high|x&high) >> 3
}

// special reads a character that is not simply a letter or a blank.
func (l *lexer) special(b []byte, i int) int {
	c := l.decode(b[i:])
	at, next := l.base+int64(i), i+c.size
	end := l.base + int64(next)
	if c.r < 0x80 && (l.depth > 0 || c.r == '<') {
		if skip, ok := l.markup(c, b[next:], at); ok {
			return next + skip
		}
	}
	t := &l.tracks[l.depth]
	if (c.r == '-' || c.r == hyphen || c.r == softHyphen) && t.open {
		if skip, on := goesOn('-', b[next:], t.last()); on {
			return next + skip
		}
	}
	if c.r == 0 && !c.encoded {
		next += zeros(b[next:])
		if n := next - i; n != 1 && n != 3 { // else it may be a letter of UTF-16 or of UTF-32
			t.finish()
		}
		return next
	}
	s := parting
	if c.r >= 0x80 {
		s = sortOf(c.r)
	} else {
		switch l.class[c.r] {
		case inner:
			s = letter
		case special:
			switch c.r {
			case '\'':
				s = apostrophe
			case '<', '&', '%', '\\':
			default:
				s = nothing
			}
		}
	}
	switch s {
	case parting:
		t.finish()
	case nothing:
	case apostrophe:
		t.apostrophe()
	default:
		t.letter(c.r, s, at, end)
	}
	return next
}

// zeros is how many bytes at the beginning of a text are 0, of a few.
func zeros(b []byte) (n int) {
	for n < len(b) && n < 4 && b[n] == 0 {
		n++
	}
	return n
}

// stop ends all sequences.
func (l *lexer) stop() {
	for i := range l.tracks {
		l.tracks[i].stop()
		l.tracks[i].drain()
	}
	l.depth = 0
}
