// Package memo remembers what every step of a build read and what it made, so that a later build redoes only
// the steps whose inputs differ. A full build is a build with an empty [Store]; there is no second code path.
//
// A step is asked for by [Key] with the function that makes it. While it runs it asks, through its [Run], for
// files, listings and other steps; every answer is recorded together with its fingerprint. A file that is not
// there is recorded as faithfully as one that is. A step may ask for a [Part] of another step's value: then it
// depends on that part alone.
//
//	func title(r *memo.Run, name string) Title {
//		return memo.Get(r, memo.Key{Kind: kindTitle, Name: name}, func(r *memo.Run) Title {
//			text, err := r.ReadFile(name)
//			…
//		})
//	}
//
// [Store.Look] starts a round: it compares the files it is pointed at (or all of them) with what was read, and
// climbs from those that differ to the steps that asked for them, lowest kind first. A step whose remade value
// has an equal fingerprint stops the climb. No step is told what changed. Kinds are ranks: a step may ask only
// for lower kinds, so there are no cycles, and when a step is remade everything it can ask for is settled.
// Kinds declared lazy are not remade by Look; they are marked and remade when somebody asks.
//
// Diagnostics that a step reports are kept with it and told again in every round in which the step is part of
// the book. A step that nobody asks for any more is forgotten with everything only it had asked for.
//
// The room starts no goroutine. [Store.Ask] may be called from several goroutines at once, Look from one while
// no other call is under way.
package memo

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"math"
	"sync"

	"briefbook/generator/internal/diag"
)

// A Sum is the fingerprint of a value: equal sums mean equal values.
type Sum [16]byte

// SumOf fingerprints bytes (SHA-256, cut to 128 bits).
func SumOf(data []byte) Sum {
	h := sha256.Sum256(data)
	return Sum(h[:16])
}

// A Kind is a class of steps and their rank. Kinds start at 1.
type Kind uint8

// A Key names a step.
type Key struct {
	Kind Kind
	Name string
}

// A Value is what a step makes. It must not change once made.
type Value interface{ Sum() Sum }

// A Parted value can be depended on by parts. A part is named by any comparable value; a part that is not there
// has a sum too.
type Parted interface {
	Value
	PartSum(part any) Sum
}

// A Store holds the steps of a book from one round to the next.
type Store struct {
	files fs.FS
	lazy  func(Kind) bool

	mu    sync.Mutex
	steps map[Key]*node
	leafs map[leafKey]*node
	ran   int
}

// New returns an empty store over files. Steps of the kinds for which lazy is true are remade only when asked
// for from outside; such a step may not be asked for by another. A nil lazy means none.
func New(files fs.FS, lazy func(Kind) bool) *Store {
	if lazy == nil {
		lazy = func(Kind) bool { return false }
	}
	return &Store{files: files, lazy: lazy, steps: map[Key]*node{}, leafs: map[leafKey]*node{}}
}

// A node is a step, or a leaf: a file or a listing.
type node struct {
	key   Key
	leaf  *leafState // nil for a step
	make  func(*Run) Value
	ready chan struct{} // open while somebody's asking has the step run; nil otherwise

	value Value
	sum   Sum
	asks  []*node // whatever it asked for, once each
	diags []diag.Diagnostic

	users  []edge
	refs   int // live steps that ask for it, plus one when pinned
	gen    uint32
	pinned bool
	dirty  bool
	gone   bool
}

// An edge says that user saw sum when it asked for a node (or for a part of its value). It counts only while
// user is of the same generation: a step that was remade has asked anew.
type edge struct {
	user *node
	gen  uint32
	part any
	sum  Sum
}

func (e edge) live() bool { return !e.user.gone && e.user.gen == e.gen }

// A Run is one step's view of the world. It belongs to the goroutine that runs the step.
type Run struct {
	store *Store
	node  *node
	asked map[*node]struct{}
	asks  []*node
	diags []diag.Diagnostic
}

// Report keeps diagnostics with the step.
func (r *Run) Report(list ...diag.Diagnostic) { r.diags = append(r.diags, list...) }

// Get returns the value of the step named key, running do only when there is none yet.
func Get[T Value](r *Run, key Key, do func(*Run) T) T {
	n := r.ask(key, func(r *Run) Value { return do(r) })
	r.depend(n, nil, n.sum)
	return n.value.(T)
}

// Part is Get for a step of whose value only one part matters: the caller is remade when the sum of that part
// differs, and only then. pick takes the part out of the value.
func Part[T Parted, P any](r *Run, key Key, do func(*Run) T, part any, pick func(T) P) P {
	n := r.ask(key, func(r *Run) Value { return do(r) })
	v := n.value.(T)
	if !r.node.gone {
		r.depend(n, part, v.PartSum(part))
	}
	return pick(v)
}

func (r *Run) ask(key Key, do func(*Run) Value) *node {
	if key.Kind >= r.node.key.Kind {
		panic(fmt.Sprintf("memo: %v asks upward for %v", r.node.key, key))
	}
	if r.store.lazy(key.Kind) {
		panic(fmt.Sprintf("memo: %v asks for the lazy %v", r.node.key, key))
	}
	return r.store.settled(key, do)
}

// depend records that the running step has seen sum.
func (r *Run) depend(n *node, part any, sum Sum) {
	if r.node.gone {
		return
	}
	s := r.store
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(n.users) == cap(n.users) {
		n.compact()
	}
	n.users = append(n.users, edge{r.node, r.node.gen, part, sum})
	// A long list of asks gets a set; a short one is searched.
	if r.asked == nil && len(r.asks) < 16 {
		for _, a := range r.asks {
			if a == n {
				return
			}
		}
	} else {
		if r.asked == nil {
			r.asked = make(map[*node]struct{}, 64)
			for _, a := range r.asks {
				r.asked[a] = struct{}{}
			}
		}
		if _, ok := r.asked[n]; ok {
			return
		}
		r.asked[n] = struct{}{}
	}
	r.asks = append(r.asks, n)
	n.refs++
}

// compact drops dead edges before the slice would grow, so that a step remade a thousand times leaves one.
func (n *node) compact() {
	live := n.users[:0]
	for _, e := range n.users {
		if e.live() {
			live = append(live, e)
		}
	}
	clear(n.users[len(live):])
	n.users = live
}

// Ask returns the value of a step to the outside world and pins the step: it stays until [Store.Drop].
func Ask[T Value](s *Store, key Key, do func(*Run) T) T {
	n := s.settled(key, func(r *Run) Value { return do(r) })
	s.mu.Lock()
	defer s.mu.Unlock()
	if !n.pinned {
		n.pinned = true
		n.refs++
	}
	return n.value.(T)
}

// Prepare makes a step ahead of time, so that one that is about to ask for many finds them made. It pins
// nothing.
func Prepare[T Value](s *Store, key Key, do func(*Run) T) {
	s.settled(key, func(r *Run) Value { return do(r) })
}

// Outside returns a Run that asks without being remembered, of a kind above all others: for work that is done
// once and thrown away.
func (s *Store) Outside() *Run {
	return &Run{store: s, node: &node{key: Key{Kind: math.MaxUint8}, gone: true}}
}

// Drop unpins a step that was asked for from outside and forgets what nobody else needs.
func (s *Store) Drop(key Key) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if n := s.steps[key]; n != nil && n.pinned {
		n.pinned = false
		s.release(n)
	}
}

// settled returns the step, running it first if it is new, or lazy and marked. Goroutines that ask at once
// share one run.
func (s *Store) settled(key Key, do func(*Run) Value) *node {
	s.mu.Lock()
	n := s.steps[key]
	for n != nil && n.ready != nil {
		ready := n.ready
		s.mu.Unlock()
		<-ready
		s.mu.Lock()
		n = s.steps[key]
	}
	if n != nil && !(n.dirty && s.lazy(key.Kind)) {
		s.mu.Unlock()
		return n
	}
	if n == nil {
		n = &node{key: key, make: do}
		s.steps[key] = n
	}
	n.gen++
	n.ready = make(chan struct{})
	s.mu.Unlock()
	s.run(n)
	s.mu.Lock()
	close(n.ready)
	n.ready = nil
	s.mu.Unlock()
	return n
}

// run makes n's value and takes over what the run asked and reported.
func (s *Store) run(n *node) {
	r := &Run{store: s, node: n}
	value := n.make(r)
	sum := value.Sum()
	s.mu.Lock()
	defer s.mu.Unlock()
	before := n.asks
	n.value, n.sum, n.asks, n.diags = value, sum, r.asks, r.diags
	n.dirty = false
	s.ran++
	for _, a := range before {
		s.release(a)
	}
}

// release takes one reference away and forgets the node, and what only it asked for, with the last.
func (s *Store) release(n *node) {
	n.refs--
	if n.refs > 0 || n.gone {
		return
	}
	n.gone = true
	if n.leaf != nil {
		delete(s.leafs, n.leaf.leafKey)
	} else {
		delete(s.steps, n.key)
	}
	for _, a := range n.asks {
		s.release(a)
	}
	n.asks, n.users, n.value = nil, nil, nil
}

// Diagnostics returns what the steps of the book have reported, sorted.
func (s *Store) Diagnostics() []diag.Diagnostic {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []diag.Diagnostic
	for _, n := range s.steps {
		if len(n.diags) > 0 && s.wanted(n) {
			all = append(all, n.diags...)
		}
	}
	return diag.Sort(all)
}

// wanted reports whether a step is part of the book: a lazy step that is marked may never be made again, or ask
// for other things then, and does not count for what it had asked for.
func (s *Store) wanted(n *node) bool {
	if n.pinned || n.refs == 0 { // asked for from outside
		return true
	}
	for _, e := range n.users {
		if e.live() && !(e.user.dirty && s.lazy(e.user.key.Kind)) && s.wanted(e.user) {
			return true
		}
	}
	return false
}

// Ran returns how many steps have run since the last call: what a round has cost.
func (s *Store) Ran() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := s.ran
	s.ran = 0
	return n
}
