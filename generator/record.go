package generator

import (
	"encoding/binary"
	"strings"

	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/memo"
)

// A record is what is remembered of a build from one process to the next: everything it read, what it made and
// what it reported. It is the last step of the graph, kept on disk: if all it asked for still reads the same,
// and the output is still as it left it, there is nothing to do.
type record struct {
	Program     string // fingerprint of the program and its options
	Leaves      []memo.Leaf
	Output      string // fingerprint of the output folder
	Pages       int
	Files       int
	Diagnostics []Diagnostic
}

func (r *record) summary() Summary { return Summary{Pages: r.Pages, Unchanged: r.Files} }

// recordMark begins a record; another form of record needs another mark.
const recordMark = "briefbook record 2\n"

// bytes writes a record: numbers as varints, strings with their length before them. (encoding/gob would do as well,
// and cost every start of the program its preparations.)
func (r *record) bytes() []byte {
	b := []byte(recordMark)
	number := func(n int) { b = binary.AppendVarint(b, int64(n)) }
	text := func(s string) {
		number(len(s))
		b = append(b, s...)
	}
	text(r.Program)
	text(r.Output)
	number(r.Pages)
	number(r.Files)
	number(len(r.Leaves))
	for _, l := range r.Leaves {
		text(l.Name)
		dir := 0
		if l.Dir {
			dir = 1
		}
		number(dir)
		b = append(b, l.Sum[:]...)
	}
	number(len(r.Diagnostics))
	for _, d := range r.Diagnostics {
		for _, s := range []string{d.File, d.Code, d.Text, d.Hint, d.Excerpt} {
			text(s)
		}
		for _, n := range []int{d.Line, d.Column, int(d.Level), d.Width} {
			number(n)
		}
	}
	return b
}

// readRecord reads a record, or says that there is none.
func readRecord(data []byte) (*record, bool) {
	in := recordReader{strings.TrimPrefix(string(data), recordMark), true}
	if len(in.rest) == len(data) {
		return nil, false
	}
	r := &record{Program: in.text(), Output: in.text(), Pages: in.number(), Files: in.number()}
	r.Leaves = make([]memo.Leaf, in.count())
	for i := range r.Leaves {
		l := &r.Leaves[i]
		l.Name, l.Dir = in.text(), in.number() == 1
		copy(l.Sum[:], in.take(len(l.Sum)))
	}
	r.Diagnostics = make([]Diagnostic, in.count())
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		for _, s := range []*string{&d.File, &d.Code, &d.Text, &d.Hint, &d.Excerpt} {
			*s = in.text()
		}
		d.Line, d.Column = in.number(), in.number()
		d.Level, d.Width = diag.Level(in.number()), in.number()
	}
	return r, in.whole && in.rest == ""
}

// recordReader reads what bytes has written. After the first thing that is missing it reads nothing.
type recordReader struct {
	rest  string
	whole bool // nothing was missing so far
}

func (in *recordReader) take(n int) string {
	if n < 0 || n > len(in.rest) {
		in.rest, in.whole = "", false
		return ""
	}
	s := in.rest[:n]
	in.rest = in.rest[n:]
	return s
}

func (in *recordReader) text() string { return in.take(in.number()) }

func (in *recordReader) number() int {
	head := in.rest[:min(len(in.rest), binary.MaxVarintLen64)]
	n, size := binary.Varint([]byte(head))
	if size <= 0 {
		in.take(-1)
		return 0
	}
	in.take(size)
	return int(n)
}

// count is how many things follow; each takes a byte at least.
func (in *recordReader) count() int {
	n := in.number()
	if n < 0 || n > len(in.rest) {
		in.take(-1)
		return 0
	}
	return n
}
