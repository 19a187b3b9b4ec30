package shingle

// table maps shingles to the texts that have them. Most shingles stand in one text: its number stands in the table
// itself. Those of several texts lead to a chain of links, and those of many to a set of bits.
type table struct {
	keys   []uint64 // as many as a power of two; 0 is a free place
	values []value
	used   int
	links  []link
	free   int32 // the first of the links that a set has made free, one more than its number
	sets   [][]uint64
}

// value is the number of a text (only), or of a link (chain), or of a set (many), in two bits and thirty.
type value uint32

const (
	only  value = 0 << 30
	chain value = 1 << 30
	many  value = 2 << 30
	kind  value = 3 << 30
)

// link is one of a chain of texts, from the newest to the oldest.
type link struct {
	text uint32
	next int32 // one more than the number of the next link, 0 at the end
	size int32 // how many there are from here on
}

// chainLimit is how long a chain may be among so many texts: half as large in memory as a set.
func chainLimit(texts uint32) int32 { return int32(32 + texts/192) }

// at is the place of a key in the table, or the free place where it belongs.
func (t *table) at(key uint64) int {
	mask := uint64(len(t.keys) - 1)
	// The low bits alone would do but for the key being a product: the high ones are mixed better.
	for i := (key ^ key>>32) & mask; ; i = (i + 1) & mask {
		if t.keys[i] == key || t.keys[i] == 0 {
			return int(i)
		}
	}
}

// add notes that a text has a shingle. Texts come in ascending order, and each shingle of one once.
func (t *table) add(key uint64, text uint32) {
	if 4*t.used >= 3*len(t.keys) {
		t.grow()
	}
	key = max(key, 1)
	i := t.at(key)
	if t.keys[i] == 0 {
		t.keys[i], t.values[i] = key, only|value(text)
		t.used++
		return
	}
	v := t.values[i]
	n := uint32(v &^ kind)
	switch v & kind {
	case only:
		if n == text {
			return
		}
		first := t.link(link{text: n, size: 1})
		t.values[i] = chain | value(t.link(link{text, first + 1, 2}))
	case chain:
		newest := t.links[n]
		switch {
		case newest.text == text:
		case newest.size < chainLimit(text):
			t.values[i] = chain | value(t.link(link{text, int32(n) + 1, newest.size + 1}))
		default:
			t.sets = append(t.sets, t.set(int32(n), text))
			t.values[i] = many | value(len(t.sets)-1)
		}
	case many:
		t.sets[n] = with(t.sets[n], text)
	}
}

// link keeps a link and gives its number.
func (t *table) link(l link) int32 {
	if t.free > 0 {
		n := t.free - 1
		t.free = t.links[n].next
		t.links[n] = l
		return n
	}
	t.links = append(t.links, l)
	return int32(len(t.links) - 1)
}

// set makes a set of a chain and one more text, and frees the links.
func (t *table) set(n int32, text uint32) []uint64 {
	bits := with(nil, text)
	for n++; n > 0; {
		l := &t.links[n-1]
		bits = with(bits, l.text)
		n, l.next, t.free = l.next, t.free, n
	}
	return bits
}

func with(bits []uint64, text uint32) []uint64 {
	for len(bits) <= int(text/64) {
		bits = append(bits, 0)
	}
	bits[text/64] |= 1 << (text % 64)
	return bits
}

// grow doubles the table.
func (t *table) grow() {
	keys, values := t.keys, t.values
	size := max(1024, 2*len(keys))
	t.keys, t.values = make([]uint64, size), make([]value, size)
	for i, key := range keys {
		if key != 0 {
			j := t.at(key)
			t.keys[j], t.values[j] = key, values[i]
		}
	}
}

// count counts a shingle for every text that has it.
func (t *table) count(key uint64, to *tally) {
	if len(t.keys) == 0 {
		return
	}
	i := t.at(max(key, 1))
	if t.keys[i] == 0 {
		return
	}
	v := t.values[i]
	n := uint32(v &^ kind)
	switch v & kind {
	case only:
		to.one(n)
	case chain:
		for next := int32(n) + 1; next > 0; {
			l := t.links[next-1]
			to.one(l.text)
			next = l.next
		}
	case many:
		to.many(t.sets[n])
	}
}
