package gate

import "math/bits"

// A record is one word in 32 bits: 24 of its hash, which is never 0, and 8 that tell the short numbers before it: how
// many (two bits), and a bit for each of them, one of six. A record whose hash is 0 is a break: what
// stands before and after it does not belong together.
type record = uint32

const hashed = 0xffffff00

// units make a word: a Han character is two, a letter of Thai is one.
const units = 4

// token is a word where it stands.
type token struct {
	at    int64 // its first byte
	size  uint32
	word  record
	units uint8
}

func (t *token) isBreak() bool { return t.word&hashed == 0 }

func (t *token) end() int64 { return t.at + int64(t.size) }

// noted adds a short number to those noted before a word.
func noted(numbers uint8, number []byte) uint8 {
	v := uint32(0)
	for _, b := range number {
		v = v*10 + uint32(b-'0')
	}
	return min(numbers>>6+1, 3)<<6 | numbers&0x3f | 1<<(v*0x9e3779b1>>24%6)
}

// shared is how many of the short numbers between two words a text has in common with an original. There may be
// marks of the text's own among them.
func shared(text, original record) int {
	both := text & original & 0x3f
	if both == original&0x3f {
		return int(min(text>>6&3, original>>6&3))
	}
	return bits.OnesCount32(both)
}

// The hash of a word: eight bytes at a time, in lower case.
const (
	seed  = 0x2545f4914f6cdd1d
	prime = 0x9e3779b97f4a7c15
)

func mix(h, v uint64) uint64 {
	h = (h ^ v) * prime
	return h ^ h>>32
}

// recordOf makes the record of a word of a hash; the numbers are left out.
func recordOf(h uint64) record {
	h *= prime
	r := record(h>>32) & hashed
	if r == 0 {
		return 1 << 8
	}
	return r
}
