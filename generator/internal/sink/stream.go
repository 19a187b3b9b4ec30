package sink

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"os"
)

// Create adds a file too large to hold in memory. What is written goes to the work folder and is compared
// with the output on Close, whose error counts. A writer that is not closed keeps the book from being
// committed.
func (s *Sink) Create(path string) (io.WriteCloser, error) {
	if err := s.claim(path); err != nil {
		return nil, s.fail(err)
	}
	f, err := s.stagedFile(path)
	if err != nil {
		return nil, s.fail(err)
	}
	return &stream{sink: s, path: path, file: f, buf: bufio.NewWriterSize(f, 256<<10), hash: sha256.New()}, nil
}

// stream is one file on its way to the staged tree.
type stream struct {
	sink   *Sink
	path   string
	file   *os.File
	buf    *bufio.Writer
	hash   hash.Hash
	size   int64
	closed bool
}

// Write adds to the file.
func (w *stream) Write(p []byte) (int, error) {
	n, err := w.buf.Write(p)
	w.hash.Write(p[:n])
	w.size += int64(n)
	if err != nil {
		err = w.sink.fail(fmt.Errorf("write %s: %w; %s is as it was", w.path, reason(err), w.sink.shown))
	}
	return n, err
}

// Close ends the file and drops the staged copy when the output has the same bytes. A second Close does
// nothing.
func (w *stream) Close() error {
	if w.closed {
		return nil
	}
	w.closed = true
	err := w.buf.Flush()
	if cerr := w.file.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return w.sink.fail(fmt.Errorf("write %s: %w; %s is as it was", w.path, reason(err), w.sink.shown))
	}
	f := file{size: w.size, staged: true}
	w.hash.Sum(f.sum[:0])
	same, err := w.sink.same(w.path, f.size, func(r io.Reader) (bool, error) {
		h := sha256.New()
		_, err := io.Copy(h, r)
		return [sha256.Size]byte(h.Sum(nil)) == f.sum, err
	})
	if err != nil {
		return w.sink.fail(err)
	}
	if same {
		f.staged = false
		if err := os.Remove(w.sink.staged(w.path)); err != nil {
			return w.sink.fail(fmt.Errorf("drop the copy of %s: %w", w.path, reason(err)))
		}
	}
	w.sink.record(w.path, f)
	return nil
}
