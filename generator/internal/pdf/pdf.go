// Package pdf reads the words of a PDF and where they stand on its pages, for those who have no pdftotext.
//
// It owns the way from bytes to lines of text: objects, filters, fonts, the drawing of text, and the order in which
// a page's columns are read. It draws nothing, knows nothing of paragraphs, and decrypts nothing. What it cannot
// tell, it says: a code whose character no table of the file gives comes out as U+FFFD, never as a guess.
//
// The files are other people's, and may be broken or hostile. Three habits keep that harmless. The table of
// contents of the file (its xref) is not trusted: objects are found by looking for them, from the first byte to the
// last, and a later one replaces an earlier one, which is what an honest table says too. Every byte that is looked at,
// unpacked or drawn is paid for out of one allowance per file, so that work is bounded by its size whatever the
// objects say of each other. And nothing recurses deeper than a small number.
//
//	f, err := pdf.Open(raw)
//	lines, err := f.Lines(ctx)
//
// The format is ISO 32000-1; "9.4" in a comment is a section of it.
package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
)

// ErrEncrypted says that a PDF is encrypted.
var ErrEncrypted = errors.New("encrypted")

// ErrTooMuch says that a PDF asks for more work than its size allows.
var ErrTooMuch = errors.New("it unpacks to more than a text can be")

var errNoPages = errors.New("it has no pages")

// allowance is how many bytes may be looked at, beyond a few times the size of the file. Text of a thousand pages
// with its fonts unpacks to about a tenth of it.
const allowance = 256 << 20

// File is an open PDF. It is for one goroutine.
type File struct {
	raw   []byte
	at    map[int]place // where each object stands
	held  map[int]any   // the objects that were read
	left  int           // of the allowance
	fonts map[int]*font

	trailer dict
	pages   []page
}

// place is where an object stands: behind "12 0 obj" in the file, or in an object stream.
type place struct {
	in []byte
	at int
}

// Open finds the objects and pages of a PDF. It keeps raw.
func Open(raw []byte) (*File, error) { return open(raw, allowance+8*len(raw)) }

// open opens a PDF that may cost so much.
func open(raw []byte, left int) (*File, error) {
	f := &File{raw: raw, at: map[int]place{}, held: map[int]any{}, fonts: map[int]*font{}, left: left}
	if !bytes.Contains(raw[:min(len(raw), 1024)], []byte("%PDF-")) {
		return nil, errors.New("it is no PDF")
	}
	f.find()
	if f.trailer["Encrypt"] != nil {
		return nil, ErrEncrypted
	}
	f.leaf()
	switch {
	case f.left < 0:
		return nil, ErrTooMuch
	case len(f.pages) == 0:
		return nil, errNoPages
	}
	return f, nil
}

// Pages is how many pages the file has.
func (f *File) Pages() int { return len(f.pages) }

// Lines reads all pages. Lines come in the order in which a reader takes them; running heads and page numbers are
// among them.
func (f *File) Lines(ctx context.Context) ([]Line, error) {
	var out []Line
	block := 0
	for i, p := range f.pages {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("read page %d: %w", i+1, err)
		}
		words := f.draw(p)
		if f.left < 0 {
			return nil, fmt.Errorf("read page %d: %w", i+1, ErrTooMuch)
		}
		lines := arrange(i+1, words)
		for j := range lines {
			lines[j].Block += block
		}
		if len(lines) > 0 {
			block = lines[len(lines)-1].Block
		}
		out = append(out, lines...)
	}
	return out, nil
}

// spend takes n bytes from the allowance and reports whether it lasts.
func (f *File) spend(n int) bool {
	f.left -= n
	return f.left >= 0
}
