package memo

import (
	"container/heap"
	"crypto/sha256"
	"errors"
	"io/fs"
	"path"
	"strings"
	"time"
)

type leafKey struct {
	name string
	dir  bool
}

// leafState is what was last seen of a file or a listing.
type leafState struct {
	leafKey
	size  int64
	mtime time.Time
	seen  time.Time
}

// ReadFile reads a file; the step depends on its bytes, or on its absence. The bytes are the caller's to read,
// not to change, and are not kept.
func (r *Run) ReadFile(name string) ([]byte, error) {
	now := time.Now()
	data, err := fs.ReadFile(r.store.files, name)
	r.dependLeaf(leafKey{name, false}, fileSum(data, err), now)
	return data, err
}

// ReadDir lists a folder by name; the step depends on which names there are and which of them are folders.
func (r *Run) ReadDir(name string) ([]fs.DirEntry, error) {
	now := time.Now()
	list, err := fs.ReadDir(r.store.files, name)
	r.dependLeaf(leafKey{name, true}, listSum(list, err), now)
	return list, err
}

func (r *Run) dependLeaf(key leafKey, sum Sum, now time.Time) {
	s := r.store
	s.mu.Lock()
	n := s.leafs[key]
	if n == nil {
		n = &node{leaf: &leafState{leafKey: key}, sum: sum}
		n.leaf.seen = now
		s.leafs[key] = n
	}
	s.mu.Unlock()
	r.depend(n, nil, sum)
}

// Everywhere points [Store.Look] at all that was ever read.
var Everywhere []string

// Look starts a round: it compares files with what the steps have read of them and remakes what differs. names
// are the places to look at, as paths within the store's files: a name stands for the file, for the listings of
// itself and of its folder (or the nearest one above that was read), and for all that was read below it when it
// is a folder. [Everywhere] (nil) compares
// everything. It reports whether anything read has changed.
func (s *Store) Look(names []string) bool {
	var queue dirtyQueue
	changed := false
	for _, n := range s.suspects(names) {
		if s.differs(n) {
			changed = true
			s.spread(n, &queue)
		}
	}
	heap.Init(&queue)
	for queue.Len() > 0 {
		n := heap.Pop(&queue).(*node)
		if n.gone || !n.dirty {
			continue
		}
		before := n.sum
		s.remake(n)
		if n.sum != before {
			var more dirtyQueue
			s.spread(n, &more)
			for _, m := range more {
				heap.Push(&queue, m)
			}
		}
	}
	return changed
}

// suspects are the leaves that names point at.
func (s *Store) suspects(names []string) []*node {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []*node
	if names == nil {
		for _, n := range s.leafs {
			out = append(out, n)
		}
		return out
	}
	seen := map[*node]bool{}
	add := func(key leafKey) bool {
		n := s.leafs[key]
		if n != nil && !seen[n] {
			seen[n] = true
			n.leaf.seen = time.Time{} // pointed at: the file itself must be read, its date proves nothing
			out = append(out, n)
		}
		return n != nil
	}
	var folders []string
	for _, name := range names {
		file := add(leafKey{name, false})
		if !file || !s.stayed(name) {
			// A new folder shows in the nearest listing above it that anybody has read.
			for dir := path.Dir(name); !add(leafKey{dir, true}) && dir != "."; {
				dir = path.Dir(dir)
			}
		}
		if add(leafKey{name, true}) || !file {
			folders = append(folders, name+"/")
		}
	}
	if len(folders) == 0 {
		return out
	}
	for key := range s.leafs {
		for _, f := range folders {
			if strings.HasPrefix(key.name, f) || f == "./" {
				add(key)
			}
		}
	}
	return out
}

// stayed reports whether a file that was read is still a file: then its folder lists it as before.
func (s *Store) stayed(name string) bool {
	if s.leafs[leafKey{name, false}].sum == absent {
		return false
	}
	info, err := fs.Stat(s.files, name)
	return err == nil && !info.IsDir()
}

// settle is how old a file's date must have been when it was read for an equal date and size to prove equal
// bytes: file systems keep dates in steps of some milliseconds, some of two seconds.
const settle = 3 * time.Second

// differs compares a leaf with the disk and keeps what it sees.
func (s *Store) differs(n *node) bool {
	l := n.leaf
	now := time.Now()
	var sum Sum
	if l.dir {
		list, err := fs.ReadDir(s.files, l.name)
		sum = listSum(list, err)
	} else {
		info, err := fs.Stat(s.files, l.name)
		if err == nil && !l.mtime.IsZero() && info.ModTime().Equal(l.mtime) && info.Size() == l.size &&
			l.seen.Sub(l.mtime) > settle {
			return false
		}
		data, err := fs.ReadFile(s.files, l.name)
		sum = fileSum(data, err)
		l.seen = now
		l.mtime = time.Time{}
		if err == nil && info != nil {
			l.mtime, l.size = info.ModTime(), info.Size()
		}
	}
	if sum == n.sum {
		return false
	}
	n.sum = sum
	return true
}

// spread marks the steps that saw something else of n than it is now. Lazy ones are only marked.
func (s *Store) spread(n *node, queue *dirtyQueue) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n.compact()
	parts, _ := n.value.(Parted)
	for _, e := range n.users {
		if e.user.dirty {
			continue
		}
		sum := n.sum
		if e.part != nil {
			sum = parts.PartSum(e.part)
		}
		if sum == e.sum {
			continue
		}
		e.user.dirty = true
		if !s.lazy(e.user.key.Kind) {
			*queue = append(*queue, e.user)
		}
	}
}

// remake runs a marked step again. Edges of its former run die with its former generation.
func (s *Store) remake(n *node) {
	n.gen++
	s.run(n)
}

// dirtyQueue is a heap of marked steps, lowest kind first.
type dirtyQueue []*node

func (q dirtyQueue) Len() int           { return len(q) }
func (q dirtyQueue) Less(i, j int) bool { return q[i].key.Kind < q[j].key.Kind }
func (q dirtyQueue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }

// Push implements heap.Interface.
func (q *dirtyQueue) Push(x any) { *q = append(*q, x.(*node)) }

// Pop implements heap.Interface.
func (q *dirtyQueue) Pop() any {
	old := *q
	n := old[len(old)-1]
	*q = old[:len(old)-1]
	return n
}

// Dirty reports whether a step would be remade if it were asked for. A step that is not there is.
func (s *Store) Dirty(key Key) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := s.steps[key]
	return n == nil || n.dirty
}

func fileSum(data []byte, err error) Sum {
	if err != nil {
		return errSum(err)
	}
	return SumOf(data)
}

func listSum(list []fs.DirEntry, err error) Sum {
	if err != nil {
		return errSum(err)
	}
	h := sha256.New()
	for _, e := range list {
		h.Write([]byte(e.Name()))
		h.Write([]byte{0, byte(e.Type() >> 24), byte(e.Type() >> 16), 1})
	}
	return Sum(h.Sum(nil)[:16])
}

// absent is the fingerprint of what is not there.
var absent = Sum{1}

func errSum(err error) Sum {
	if errors.Is(err, fs.ErrNotExist) {
		return absent
	}
	return SumOf([]byte(err.Error()))
}

// A Leaf is a file or listing that a build has read, with its fingerprint.
type Leaf struct {
	Name string
	Dir  bool
	Sum  Sum
}

// Leaves lists everything the steps of the book have read, absent files included, in no particular order. As
// long as all of them still verify, a build would make the same bytes and report the same diagnostics.
func (s *Store) Leaves() []Leaf {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make([]Leaf, 0, len(s.leafs))
	for key, n := range s.leafs {
		out = append(out, Leaf{key.name, key.dir, n.sum})
	}
	return out
}

// Verify reports whether a leaf reads today as it did.
func (l Leaf) Verify(files fs.FS) bool {
	if l.Dir {
		list, err := fs.ReadDir(files, l.Name)
		return listSum(list, err) == l.Sum
	}
	data, err := fs.ReadFile(files, l.Name)
	return fileSum(data, err) == l.Sum
}
