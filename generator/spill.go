package generator

import (
	"io"
	"sync"

	"briefbook/generator/internal/sink"
)

// An output takes the bytes of one file: Close when they are all there, abandon when they cannot be made.
type output interface {
	io.WriteCloser
	abandon()
}

// nowhere is the output of a check.
type nowhere struct{}

func (nowhere) Write(p []byte) (int, error) { return len(p), nil }
func (nowhere) Close() error                { return nil }
func (nowhere) abandon()                    {}

// spillAt is the size from which a file is no longer held in memory: pages are some kilobytes, the printed book
// of a large corpus is tens of megabytes.
const spillAt = 1 << 20

// A spill collects one output file and hands it to the sink: in one piece, or as a stream once it grows large.
type spill struct {
	out    *sink.Sink
	path   string
	held   *[]byte
	stream io.WriteCloser
}

var buffers = sync.Pool{New: func() any { b := make([]byte, 0, 64<<10); return &b }}

func newSpill(out *sink.Sink, path string) *spill {
	held := buffers.Get().(*[]byte)
	*held = (*held)[:0]
	return &spill{out: out, path: path, held: held}
}

// Write implements io.Writer.
func (s *spill) Write(p []byte) (int, error) {
	*s.held = append(*s.held, p...)
	if len(*s.held) < spillAt {
		return len(p), nil
	}
	if err := s.flush(); err != nil {
		return 0, err
	}
	return len(p), nil
}

func (s *spill) flush() error {
	if s.stream == nil {
		stream, err := s.out.Create(s.path)
		if err != nil {
			return err
		}
		s.stream = stream
	}
	_, err := s.stream.Write(*s.held)
	*s.held = (*s.held)[:0]
	return err
}

// Close hands over what is left.
func (s *spill) Close() error {
	defer buffers.Put(s.held)
	if s.stream == nil {
		return s.out.Put(s.path, *s.held)
	}
	if err := s.flush(); err != nil {
		return err
	}
	return s.stream.Close()
}

// abandon gives the buffer back without handing anything over. A stream is left to the sink's Discard.
func (s *spill) abandon() { buffers.Put(s.held) }
