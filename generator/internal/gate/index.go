package gate

import "math/bits"

// window is how many words make a place where a run may begin.
const window = 6

// The hash of a window is a polynomial of base; lead is its power for the word that falls out.
const (
	wrap = 1 << 64
	base = 0xd6e8feb86659fd93
	lead = base * base % wrap * base % wrap * base % wrap * base % wrap * base % wrap
)

// Index is what is to be kept in. It does not change and may be used by many goroutines.
type Index struct {
	sources []Source
	starts  []uint32 // place of the first word of each source; one more for the end
	pages   []uint32 // a source that begins at or before the first place of each page, none between them
	filter  []uint64 // two bits for each window
	shift   uint8    // of a key, for the filter
	heads   []uint32 // where the places of each bucket of windows begin; one more for the end
	mask    uint64   // of a key, for the bucket
	places  []uint32 // of windows, by bucket, in order
}

// A page is so many places, as a power of two.
const pageBits = 8

// most is how many places of one window are compared: boilerplate stands in thousands of originals.
const most = 64

// New makes an index. The order of the sources decides which one is named when several have the same words. Their
// Words are kept, not copied.
func New(sources []Source) *Index {
	x := &Index{sources: sources, starts: make([]uint32, len(sources)+1)}
	total := uint32(0)
	for i, s := range sources {
		x.starts[i] = total
		total += uint32(len(s.Words.list))
	}
	x.starts[len(sources)] = total
	x.page(total)
	filter, buckets := max(bits.Len32(total/6), 1), 1<<bits.Len32(total/8)
	x.filter, x.shift = make([]uint64, 1<<filter), uint8(64-filter)
	x.heads, x.mask = make([]uint32, buckets+2), uint64(buckets-1)
	// A bucket's size is kept two behind it, so that its head, kept one behind it, can move while it is filled.
	x.each(func(key uint64, _ uint32) {
		x.filter[key>>x.shift] |= filterBits(key)
		x.heads[key&x.mask+2]++
	})
	for i := 2; i < len(x.heads); i++ {
		x.heads[i] += x.heads[i-1]
	}
	x.places = make([]uint32, x.heads[buckets+1])
	x.each(func(key uint64, place uint32) {
		head := &x.heads[key&x.mask+1]
		x.places[*head] = place
		*head++
	})
	return x
}

// page notes where to look for the source of a place.
func (x *Index) page(total uint32) {
	x.pages = make([]uint32, total>>pageBits+1)
	source := 0
	for p := range x.pages {
		for source+1 < len(x.sources) && x.starts[source+1] <= uint32(p)<<pageBits {
			source++
		}
		x.pages[p] = uint32(source)
	}
}

// each calls do for every window.
func (x *Index) each(do func(key uint64, place uint32)) {
	for i, s := range x.sources {
		h, n, list := uint64(0), 0, s.Words.list
		for j, w := range list {
			if w&hashed == 0 {
				h, n = 0, 0
				continue
			}
			h = h*base + uint64(w>>8)
			if n == window {
				h -= uint64(list[j-window]>>8) * lead
			} else {
				n++
			}
			if n == window {
				do(scramble(h), x.starts[i]+uint32(j-window+1))
			}
		}
	}
}

// scramble makes a key of the hash of a window: the filter takes its upper bits, the buckets its lower ones.
func scramble(h uint64) uint64 {
	h ^= h >> 32
	h *= prime
	return h ^ h>>29
}

func filterBits(key uint64) uint64 { return 1<<(key>>24&63) | 1<<(key>>30&63) | 1<<(key>>36&63) }

// match is where a run may stand in a source.
type match struct {
	source int
	first  int // word of the source
	back   int // words of the run before the window
}

// find looks for the window that ends with the last of the words, which are followed back as far as they stand there.
func (x *Index) find(words []token, key uint64) (best match, ok bool) {
	bucket := key & x.mask
	places, found := x.places[x.heads[bucket]:x.heads[bucket+1]], 0
	for _, place := range places {
		s := int(x.pages[place>>pageBits])
		for x.starts[s+1] <= place {
			s++
		}
		list, first := x.sources[s].Words.list, int(place-x.starts[s])
		if !same(list[first:first+window], words[len(words)-window:]) {
			continue
		}
		back := 0
		for i, j := first-1, len(words)-window-1; i >= 0 && j >= 0 && !words[j].isBreak() && (list[i]^words[j].word)&hashed == 0; i, j = i-1, j-1 {
			back++
		}
		if !ok || back > best.back {
			best, ok = match{s, first - back, back}, true
		}
		if found++; found == most {
			break
		}
	}
	return best, ok
}

func same(list []record, words []token) bool {
	for i, w := range list {
		if (w^words[i].word)&hashed != 0 {
			return false
		}
	}
	return true
}
