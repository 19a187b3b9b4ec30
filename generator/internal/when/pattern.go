package when

import (
	"math/bits"
	"slices"
	"strings"
)

// rule is a form of words and what it comes to. A pattern is a row of terms: a word, "last|next" for one of several,
// "<month>" for a token of a class; terms in [brackets] may be missing. Marks of punctuation are words too.
// Of the rules that match at a place the longest wins, of equals the first; one that declines leaves it to the next.
type rule struct {
	pattern string
	read    func(*reader, match) (reading, bool)
}

// match is where a rule matched: tokens of the sentence and what its classes took.
type match struct {
	first, end int
	taken      [8]take
	n          int
}

// take is a token that a class of a pattern took.
type take struct {
	class class
	at    int
}

// at is the token that the k-th occurrence of a class, or of one of several, took, from 0; -1 when there is none.
func (m match) at(c class, k int) int {
	for _, t := range m.taken[:m.n] {
		if t.class&c != 0 {
			if k == 0 {
				return t.at
			}
			k--
		}
	}
	return -1
}

// has reports whether a class took a token.
func (m match) has(c class) bool { return m.at(c, 0) >= 0 }

// grammar is the rules of one language, ready to match.
type grammar struct {
	lexicon
	rules []rule
	nodes []node
	words map[word][]int // edges of the first node by word
	kinds [32][]int      // edges of the first node by class
}

// node is a state of matching; an edge leads on from it.
type node struct {
	edges []branch
	rules []int // that end here
}

type branch struct {
	term  string
	words []word
	class class
	to    int
}

// compile makes a grammar of a lexicon and rules.
func compile(l lexicon, rules []rule) *grammar {
	g := &grammar{lexicon: l, rules: rules, nodes: make([]node, 1, 2000), words: map[word][]int{}}
	ids := map[string]word{}
	for i, r := range rules {
		for _, at := range g.insert([]int{0}, strings.Fields(spaced(r.pattern)), ids) {
			if !slices.Contains(g.nodes[at].rules, i) {
				g.nodes[at].rules = append(g.nodes[at].rules, i)
			}
		}
	}
	for name, id := range ids {
		e := l.entries[name]
		e.word = id
		l.entries[name] = e
	}
	for _, alias := range [][2]string{{"’", "'"}, {"‘", "'"}, {"–", "-"}, {"‑", "-"}, {"〜", "~"}, {"～", "~"}} {
		e := l.entries[alias[0]]
		e.word = ids[alias[1]]
		l.entries[alias[0]] = e
	}
	for i, b := range g.nodes[0].edges {
		for _, w := range b.words {
			g.words[w] = append(g.words[w], i)
		}
		for c := b.class; c != 0; c &= c - 1 {
			bit := bits.TrailingZeros32(uint32(c))
			g.kinds[bit] = append(g.kinds[bit], i)
		}
	}
	return g
}

// spaced sets brackets of a pattern apart.
func spaced(pattern string) string {
	return strings.NewReplacer("[", " [ ", "]", " ] ").Replace(pattern)
}

// insert adds a row of terms behind some nodes and gives the nodes where it ends.
func (g *grammar) insert(from []int, terms []string, ids map[string]word) []int {
	for len(terms) > 0 {
		term := terms[0]
		terms = terms[1:]
		if term == "[" {
			n := group(terms)
			behind := g.insert(slices.Clone(from), terms[:n], ids)
			for _, at := range behind {
				if !slices.Contains(from, at) {
					from = append(from, at)
				}
			}
			terms = terms[n+1:]
			continue
		}
		for i, at := range from {
			from[i] = g.step(at, term, ids)
		}
	}
	return from
}

// group is how many terms stand before the bracket that closes the group they are in.
func group(terms []string) int {
	depth := 1
	for i, term := range terms {
		switch term {
		case "[":
			depth++
		case "]":
			depth--
		}
		if depth == 0 {
			return i
		}
	}
	panic("when: a bracket of a pattern is not closed")
}

// step is the node that a term leads to from another; it is made when there is none.
func (g *grammar) step(from int, term string, ids map[string]word) int {
	for _, b := range g.nodes[from].edges {
		if b.term == term {
			return b.to
		}
	}
	b := branch{term: term, to: len(g.nodes)}
	for _, name := range strings.Split(term, "|") {
		if len(name) > 2 && name[0] == '<' {
			b.class |= className(name[1 : len(name)-1])
			continue
		}
		if ids[name] == 0 {
			ids[name] = word(len(ids) + 1)
		}
		b.words = append(b.words, ids[name])
	}
	g.nodes = append(g.nodes, node{})
	g.nodes[from].edges = append(g.nodes[from].edges, b)
	return b.to
}

// search collects the matches that begin at one token.
type search struct {
	g      *grammar
	tokens []token
	found  []hit
	m      match
}

// hit is a rule and where it matched.
type hit struct {
	rule int
	match
}

// from finds the matches that begin at a token, the longest first.
func (s *search) from(i int) []hit {
	s.found = s.found[:0]
	s.m = match{first: i}
	t := &s.tokens[i]
	edges := s.g.nodes[0].edges
	if t.word != 0 {
		for _, k := range s.g.words[t.word] {
			s.along(&edges[k], i)
		}
	}
	c := t.class
	if t.countEnd > 0 {
		c |= count
	}
	if t.yearEnd > 0 {
		c |= year
	}
	for ; c != 0; c &= c - 1 {
		for _, k := range s.g.kinds[bits.TrailingZeros32(uint32(c))] {
			s.along(&edges[k], i)
		}
	}
	if len(s.found) > 1 {
		slices.SortStableFunc(s.found, func(a, b hit) int {
			if a.end != b.end {
				return b.end - a.end
			}
			return a.rule - b.rule
		})
	}
	return s.found
}

// along follows an edge at a token, and all edges behind it.
func (s *search) along(b *branch, i int) {
	if i >= len(s.tokens) {
		return
	}
	t := &s.tokens[i]
	if t.word != 0 && slices.Contains(b.words, t.word) {
		s.visit(b.to, i+1)
	}
	if b.class == 0 {
		return
	}
	hit, next := t.class&b.class, i+1
	if b.class&count != 0 && t.countEnd > 0 {
		hit, next = count, t.countEnd
	}
	if b.class&year != 0 && t.yearEnd > 0 {
		hit, next = year, t.yearEnd
	}
	if hit == 0 || s.m.n == len(s.m.taken) {
		return
	}
	s.m.taken[s.m.n] = take{b.class, i}
	s.m.n++
	s.visit(b.to, next)
	s.m.n--
}

// visit notes the rules that end at a node and goes on from it.
func (s *search) visit(at, i int) {
	n := &s.g.nodes[at]
	s.m.end = i
	for _, r := range n.rules {
		s.found = append(s.found, hit{r, s.m})
	}
	for k := range n.edges {
		s.along(&n.edges[k], i)
	}
}
