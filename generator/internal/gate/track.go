package gate

import (
	"encoding/binary"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// How many words a track gathers before they are read, how many of them it keeps for looking back, and how many bytes
// a word may have: a longer one is cut.
const (
	batch    = 256
	lookBack = 64
	longest  = 96
)

// reader takes the words of a sequence, in pieces. Those before from were there the last time.
type reader interface {
	read(words []token, from int)
}

// track makes words of the characters of one sequence.
type track struct {
	to      reader
	words   [batch]token
	n, read int

	text    [longest + utf8.UTFMax]byte // the word so far
	size    int
	at, end int64
	open    bool  // there is one
	sort    sort  // letter, single or slight
	plain   bool  // all of it is ASCII
	held    bool  // an apostrophe stands behind it
	seam    bool  // a tag that styles words stands behind it
	numbers uint8 // noted since the last word
}

// reset makes the track ready for another text. What its words and its text were is written over.
func (t *track) reset(to reader) {
	t.to, t.n, t.read, t.size, t.at, t.end = to, 0, 0, 0, 0, 0
	t.open, t.plain, t.held, t.seam, t.numbers = false, false, false, false, 0
}

// put adds a whole word of ASCII. No word is open.
func (t *track) put(h uint64, at int64, size int) {
	t.add(token{at: at, size: uint32(size), word: recordOf(h), units: units})
}

func (t *track) add(w token) {
	if t.n == batch {
		t.drain()
	}
	w.word |= record(t.numbers)
	t.numbers = 0
	t.words[t.n] = w
	t.n++
}

func (t *track) drain() {
	t.to.read(t.words[:t.n], t.read)
	t.n = copy(t.words[:lookBack], t.words[max(t.n-lookBack, 0):t.n])
	t.read = t.n
}

// stop ends the sequence.
func (t *track) stop() {
	t.finish()
	if t.numbers > 0 || t.n > 0 && !t.words[t.n-1].isBreak() {
		t.add(token{})
	}
}

// letter adds a character to the word, or begins one with it.
func (t *track) letter(r rune, s sort, at, end int64) {
	if t.open && s != mark && (t.sort != letter || s != letter || t.seam && (digit(r) || digit(rune(t.text[t.size-1])))) {
		t.finish()
	}
	if !t.open {
		if s == mark {
			return
		}
		t.open, t.sort, t.plain, t.size, t.at = true, s, true, 0, at
	}
	if r < utf8.RuneSelf {
		t.text[t.size] = lower(byte(r))
		t.size++
	} else {
		t.plain = false
		t.size += utf8.EncodeRune(t.text[t.size:], r)
	}
	t.end, t.held, t.seam = end, false, false
	if t.size >= longest {
		t.finish()
	}
}

// begin opens a word with so many letters and digits of ASCII, fewer than a word may have. No word is open.
func (t *track) begin(letters []byte, at int64) {
	t.open, t.sort, t.plain, t.size, t.at, t.end = true, letter, true, len(letters), at, at+int64(len(letters))
	for i, b := range letters {
		t.text[i] = lower(b)
	}
}

// apostrophe notes one: it is part of the word if a letter follows.
func (t *track) apostrophe() {
	if t.held || t.sort != letter {
		t.finish()
	}
	t.held = t.open
}

// last is the last byte of the word so far.
func (t *track) last() byte { return t.text[t.size-1] }

func digit(r rune) bool { return r >= '0' && r <= '9' }

func lower(b byte) byte {
	if b >= 'A' && b <= 'Z' {
		return b | 0x20
	}
	return b
}

// finish ends the word.
func (t *track) finish() {
	if !t.open {
		return
	}
	t.open, t.held, t.seam = false, false, false
	word := t.text[:t.size]
	weight := uint8(units)
	switch t.sort {
	case single:
		weight = units / 2
	case slight:
		weight = 1
	}
	if !t.plain {
		var room [2 * longest]byte
		word = fold(room[:0], word)
	}
	if len(word) <= 3 && digits(word) {
		t.numbers = noted(t.numbers, word)
		return
	}
	t.add(token{at: t.at, size: uint32(t.end - t.at), word: recordOf(hash(word)), units: weight})
}

func digits(word []byte) bool {
	for _, b := range word {
		if !digit(rune(b)) {
			return false
		}
	}
	return true
}

// hash is that of a word in lower case.
func hash(word []byte) uint64 {
	h := uint64(seed)
	for len(word) >= 8 {
		h = mix(h, binary.LittleEndian.Uint64(word))
		word = word[8:]
	}
	var last [8]byte
	copy(last[:], word)
	return mix(h, binary.LittleEndian.Uint64(last[:]))
}

// fold appends a word without compatibility forms and case.
func fold(to, word []byte) []byte {
	var room [2 * longest]byte
	if norm.NFKC.QuickSpan(word) < len(word) {
		word = norm.NFKC.Append(room[:0], word...)
	}
	for i := 0; i < len(word); {
		r, n := utf8.DecodeRune(word[i:])
		i += n
		switch r {
		case 'ß', 'ẞ':
			to = append(to, "ss"...)
		case 'ς':
			to = utf8.AppendRune(to, 'σ')
		default:
			to = utf8.AppendRune(to, unicode.ToLower(r))
		}
	}
	return to
}
