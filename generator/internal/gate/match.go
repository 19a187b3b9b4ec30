package gate

import "sync"

// matcher finds the runs of one sequence.
type matcher struct {
	index    *Index
	declared *Declared
	found    func(Run)
	place    *placement // nil where places do not matter
	hash     uint64     // of the window
	n        int        // words in the window
	hits     [batch]place

	list    []record // of the source that the run follows; nil when there is no run
	next    int      // word of it that would go on
	first   int      // word of it that the run begins with
	source  int
	run     []token
	covered []bool
	size    Run // what there was of the run before the words in run
}

// matchers are used again, as lexers are.
var matchers = sync.Pool{New: func() any { return new([3]matcher) }}

// newMatchers gives one for each depth of a lexer.
func newMatchers(x *Index, d *Declared, found func(Run), p *placement) *[3]matcher {
	list := matchers.Get().(*[3]matcher)
	for i := range list {
		m := &list[i]
		m.index, m.declared, m.found, m.place = x, d, found, p
		m.hash, m.n, m.list = 0, 0, nil
	}
	return list
}

// releaseMatchers gives them back. What they hold of the text is let go.
func releaseMatchers(list *[3]matcher) {
	for i := range list {
		m := &list[i]
		m.index, m.declared, m.found, m.place, m.list = nil, nil, nil, nil, nil
	}
	matchers.Put(list)
}

// longestRun is how many words of a run are weighed together.
const longestRun = 4096

// read implements reader. The filter is asked for all words first: none of these loads waits for the one before it.
func (m *matcher) read(words []token, from int) {
	for hits := m.ask(words, from); ; {
		if m.list != nil {
			if from = m.follow(words, from); from == len(words) {
				return
			}
		}
		for len(hits) > 0 && int(hits[0].last) < from {
			hits = hits[1:]
		}
		if len(hits) == 0 {
			return
		}
		from = int(hits[0].last) + 1
		m.begin(words[:from], hits[0].key)
	}
}

// place is a window that may stand in an original: its last word.
type place struct {
	key  uint64
	last int32
}

// ask gives the windows ending with each word from one on that pass the filter.
func (m *matcher) ask(words []token, from int) []place {
	hash, n, hits := m.hash, m.n, 0
	filter, shift := m.index.filter, m.index.shift&63
	for i := from; i < len(words); i++ {
		w := words[i].word
		if w&hashed == 0 {
			hash, n = 0, 0
			continue
		}
		hash = hash*base + uint64(w>>8)
		if n == window {
			hash -= uint64(words[i-window].word>>8) * lead
		} else if n++; n < window {
			continue
		}
		key := scramble(hash)
		bits := filterBits(key)
		m.hits[hits&(batch-1)] = place{key, int32(i)}
		if filter[key>>shift]&bits == bits {
			hits++
		}
	}
	m.hash, m.n = hash, n
	return m.hits[:hits]
}

// follow goes on with a run from a word on, and says with which it ended: that is not part of it.
func (m *matcher) follow(words []token, from int) int {
	for i := from; i < len(words); i++ {
		w := words[i].word
		if w&hashed == 0 || (m.list[m.next]^w)&hashed != 0 {
			m.close(w)
			return i
		}
		m.next++
		if len(m.run) == longestRun {
			m.weigh()
			m.run, m.first = m.run[:0], m.next-1
		}
		m.run = append(m.run, words[i])
	}
	return len(words)
}

// begin looks for the original that has the last words, and follows it.
func (m *matcher) begin(words []token, key uint64) {
	at, ok := m.index.find(words, key)
	if !ok {
		return
	}
	m.list, m.source, m.first = m.index.sources[at.source].Words.list, at.source, at.first
	length := at.back + window
	m.next = m.first + length
	m.run = append(m.run[:0], words[len(words)-length:]...)
	m.size = Run{Source: m.index.sources[at.source].ID, Start: m.run[0].at}
}

// close ends the run before a word that the original does not have there.
func (m *matcher) close(next record) {
	m.size.End = m.run[len(m.run)-1].end()
	after := shared(next, m.list[m.next]) * units
	m.size.All += after
	m.size.Words += after
	m.weigh()
	m.list = nil
	m.size.All /= units
	m.size.Words /= units
	if m.size.Words >= Warn {
		m.found(m.size)
	}
}

// weigh adds the words of the run, in units, to its size.
func (m *matcher) weigh() {
	sum := 0
	for i := range m.run {
		sum += m.weight(i)
	}
	m.size.All += sum
	m.size.Words += sum
	if m.size.Words < Warn*units {
		return
	}
	m.covered = append(m.covered[:0], make([]bool, len(m.run))...)
	m.declared.cover(m.run, m.covered, m.place)
	for i := range m.run {
		if m.covered[i] {
			m.size.Words -= m.weight(i)
		}
	}
}

// weight is that of word i of the run with the short numbers before it, in units.
func (m *matcher) weight(i int) int {
	return int(m.run[i].units) + shared(m.run[i].word, m.list[m.first+i])*units
}
