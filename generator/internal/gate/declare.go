package gate

// piece is how many words of a declaration are enough to tell that they are of it.
const piece = 5

// Declared are words that may be published: quotations, and what stands on a card: titles, publishers, names, days,
// addresses. The zero value is empty and ready. It may be read by many goroutines.
type Declared struct {
	pieces map[uint64]edge     // five words
	shorts map[uint64]struct{} // whole declarations of fewer
}

// edge says whether a piece begins a declaration, and whether it ends one.
type edge uint8

const (
	begins edge = 1 << iota
	ends
)

// Add declares words. Fewer than five do not count by themselves.
func (d *Declared) Add(text string) { d.AddWords(Text([]byte(text), "")) }

// AddWords declares all words of a text: those of an original that may be published in full, for what another has of
// it may be published, too.
func (d *Declared) AddWords(words Words) {
	if d.pieces == nil {
		d.pieces, d.shorts = map[uint64]edge{}, map[uint64]struct{}{}
	}
	list := words.list
	for len(list) > 0 {
		n := 0
		for n < len(list) && list[n]&hashed != 0 {
			n++
		}
		if n > 0 && n < piece {
			d.shorts[hashOf(list[:n])] = struct{}{}
		}
		for i := 0; i+piece <= n; i++ {
			e := d.pieces[hashOf(list[i:i+piece])]
			if i == 0 {
				e |= begins
			}
			if i+piece == n {
				e |= ends
			}
			d.pieces[hashOf(list[i:i+piece])] = e
		}
		list = list[min(n+1, len(list)):]
	}
}

// hashOf is that of words in a row, without the short numbers before them.
func hashOf(list []record) uint64 {
	h := uint64(len(list))
	for _, w := range list {
		h = mix(h, uint64(w>>8))
	}
	return h
}

// cover marks the words that may be published: by their place, where that is known, or because they stand in a
// declaration.
func (d *Declared) cover(words []token, covered []bool, p *placement) {
	if d != nil && len(d.pieces) > 0 {
		for i := 0; i+piece <= len(words); i++ {
			if _, ok := d.pieces[hashOfTokens(words[i:i+piece])]; ok {
				for j := range piece {
					covered[i+j] = true
				}
			}
		}
		if p != nil {
			d.whole(words, covered, p)
		}
		d.beside(words, covered)
	}
	if p != nil {
		p.excuse(words, covered)
	}
}

// whole takes back the marks of words in a row that are not a declaration from its beginning to its end, or do not stand
// apart from the words around them.
func (d *Declared) whole(words []token, covered []bool, p *placement) {
	for i := 0; i < len(covered); i++ {
		start := i
		for i < len(covered) && covered[i] {
			i++
		}
		if start == i {
			continue
		}
		first, last := d.pieces[hashOfTokens(words[start:start+piece])], d.pieces[hashOfTokens(words[i-piece:i])]
		if first&begins == 0 || last&ends == 0 || !p.before(int(words[start].at)) || !p.after(int(words[i-1].end())) {
			clear(covered[start:i])
		}
	}
}

func hashOfTokens(words []token) uint64 {
	h := uint64(len(words))
	for _, w := range words {
		h = mix(h, uint64(w.word>>8))
	}
	return h
}

// beside marks short declarations beside other declared words, at most one word apart from them.
func (d *Declared) beside(words []token, covered []bool) {
	if len(d.shorts) == 0 {
		return
	}
	for i := 1; i < len(words); i++ { // behind
		if covered[i-1] && !covered[i] && !d.short(words, covered, i) && i+1 < len(words) && !covered[i+1] {
			d.short(words, covered, i+1)
		}
	}
	for i := len(words) - 2; i >= 0; i-- { // before
		if covered[i+1] && !covered[i] && !d.shortBefore(words, covered, i) && i > 0 && !covered[i-1] {
			d.shortBefore(words, covered, i-1)
		}
	}
}

// short marks a short declaration that begins with word i.
func (d *Declared) short(words []token, covered []bool, i int) bool {
	for n := min(piece-1, len(words)-i); n > 0; n-- {
		if d.mark(words[i:i+n], covered[i:i+n]) {
			return true
		}
	}
	return false
}

// shortBefore marks a short declaration that ends with word i.
func (d *Declared) shortBefore(words []token, covered []bool, i int) bool {
	for n := min(piece-1, i+1); n > 0; n-- {
		if d.mark(words[i+1-n:i+1], covered[i+1-n:i+1]) {
			return true
		}
	}
	return false
}

func (d *Declared) mark(words []token, covered []bool) bool {
	if _, ok := d.shorts[hashOfTokens(words)]; !ok {
		return false
	}
	for i := range covered {
		covered[i] = true
	}
	return true
}
