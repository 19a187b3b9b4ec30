package shingle

import "math/bits"

// tally counts for every text how many shingles it shares. What comes text by text is counted in counts; what comes
// as sets of bits, in planes: bit i of plane p is worth 2^p for text i, so that one addition serves 64 texts.
type tally struct {
	counts  []uint32
	touched []uint32 // the texts with a count
	planes  [][]uint64
}

func (t *tally) begin(texts int) {
	for _, i := range t.touched {
		t.counts[i] = 0
	}
	t.touched = t.touched[:0]
	for len(t.counts) < texts {
		t.counts = append(t.counts, 0)
	}
	for _, p := range t.planes {
		clear(p)
	}
}

func (t *tally) one(text uint32) {
	if t.counts[text] == 0 {
		t.touched = append(t.touched, text)
	}
	t.counts[text]++
}

// many adds one for every text of a set.
func (t *tally) many(set []uint64) {
	for i, carry := range set {
		for p := 0; carry != 0; p++ {
			if p == len(t.planes) {
				t.planes = append(t.planes, nil)
			}
			for len(t.planes[p]) <= i {
				t.planes[p] = append(t.planes[p], make([]uint64, len(set)-len(t.planes[p]))...)
			}
			t.planes[p][i], carry = t.planes[p][i]^carry, t.planes[p][i]&carry
		}
	}
}

// each tells the texts with a count.
func (t *tally) each(tell func(text, count int)) {
	words := 0
	for _, p := range t.planes {
		words = max(words, len(p))
	}
	for i := range words {
		var some uint64
		for _, p := range t.planes {
			if i < len(p) {
				some |= p[i]
			}
		}
		for ; some != 0; some &= some - 1 {
			text := uint32(64*i + bits.TrailingZeros64(some))
			n := uint32(0)
			for p, plane := range t.planes {
				if i < len(plane) {
					n |= uint32(plane[i]>>(text%64)&1) << p
				}
			}
			if t.counts[text] == 0 {
				t.touched = append(t.touched, text)
			}
			t.counts[text] += n
		}
	}
	for _, text := range t.touched {
		tell(int(text), int(t.counts[text]))
	}
}
