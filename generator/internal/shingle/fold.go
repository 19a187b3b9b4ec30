package shingle

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// length is how many words make a shingle.
const length = 5

// FNV-1a, whose values are the same on every machine and in every run.
const offset, prime = 0xcbf29ce484222325, 0x100000001b3

// A Set is the different shingles of a text, each as 64 bits, in ascending order. The same text has the same ones on
// every machine.
type Set []uint64

// Of gives the shingles of a text.
func Of(paragraphs []string) Set {
	size := 0
	for _, p := range paragraphs {
		size += len(p)
	}
	words := make([]uint64, 0, size/5+1)
	for _, p := range paragraphs {
		words = fold(words, p)
	}
	if len(words) == 0 {
		return nil
	}
	// Shingles are written over the words that are no longer needed.
	if len(words) < length {
		words[0] = mix(words, uint64(len(words)))
		return words[:1]
	}
	for i := range len(words) - length + 1 {
		words[i] = mix(words[i:i+length], length)
	}
	words = words[:len(words)-length+1]
	slices.Sort(words)
	return slices.Compact(words)
}

// mix is the hash of words in their order.
func mix(words []uint64, seed uint64) uint64 {
	h := offset ^ seed
	for _, w := range words {
		h = (h ^ w) * prime
		h ^= h >> 29 // else the high bits of a word would reach only the high bits of the sum
	}
	return h
}

// fold appends the hashes of the words of a text.
func fold(words []uint64, text string) []uint64 {
	if !ascii(text) {
		text = norm.NFKC.String(text)
	}
	h, open := uint64(offset), false
	end := func() {
		if open {
			words = append(words, h)
			h, open = offset, false
		}
	}
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c >= 'A' && c <= 'Z':
				c |= 0x20
			case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			default:
				end()
				continue
			}
			h, open = (h^uint64(c))*prime, true
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			end()
			h, open = (h^uint64(r))*prime, true
			end()
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			var b [utf8.UTFMax]byte
			for _, c := range b[:utf8.EncodeRune(b[:], unicode.ToLower(r))] {
				h = (h ^ uint64(c)) * prime
			}
			open = true
		case unicode.Is(unicode.Cf, r): // a soft hyphen or a zero-width mark stands within a word
		default:
			end()
		}
	}
	end()
	return words
}

func ascii(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
