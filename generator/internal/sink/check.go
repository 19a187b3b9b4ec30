package sink

import (
	"crypto/sha256"
	"io"
	"os"
)

// Check reports whether the files of the manifest are in the output with the right bytes, for the part-th of
// so many parts, counted from 0. Run the parts in goroutines of your own: when one finds a difference the
// others stop early. False without a complete manifest.
//
//	for part := range 2 {
//		go func() { intact <- s.Check(part, 2) }()
//	}
func (s *Sink) Check(part, parts int) bool {
	if !s.was.complete {
		return false
	}
	order := s.was.order
	buf := s.buffers.Get().(*[]byte)
	defer s.buffers.Put(buf)
	for _, path := range order[len(order)*part/parts : len(order)*(part+1)/parts] {
		if s.torn.Load() {
			return false
		}
		if !s.intact(path, s.was.files[path], *buf) {
			s.torn.Store(true)
			return false
		}
	}
	return true
}

// Intact is Check of the whole book. A true answer says that a build which would make the book of the same
// Sum has nothing to do.
func (s *Sink) Intact() bool { return s.Check(0, 1) }

// intact compares one file with the manifest.
func (s *Sink) intact(path string, want file, buf []byte) bool {
	name := s.in(path)
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() != want.size {
		return false
	}
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	if want.size <= int64(len(buf)) {
		if _, err := io.ReadFull(f, buf[:want.size]); err != nil {
			return false
		}
		return sha256.Sum256(buf[:want.size]) == want.sum
	}
	h := sha256.New()
	if _, err := io.CopyBuffer(h, f, buf); err != nil {
		return false
	}
	return [sha256.Size]byte(h.Sum(nil)) == want.sum
}
