package changes

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"briefbook/generator/internal/book"
)

// Record is an edition of a book as it is put on record: what it stated when it came out, a line for each statement,
// in reading order, made for a version control system to show and merge.
//
//	briefbook edition 1
//	number: 2
//	edition: Second edition
//	as of: 2021-07-29
//
//	talks	page#chapter	The talks · 2014
//	talks	event#june-talks	12 June 2014, planned: Envoys meet at the [[bridge]] [@herald-2014 ¶2]	bridge
//
//	end
//
// Fields are parted by tabs: the page; what it is, with its key; the text; where its words link to, if anywhere. A file
// without the last line was cut off.
type Record struct {
	Number  int    // of the record among those of the book, from 1 in the order in which they were made
	Edition string // its name, may be ""
	AsOf    string // EDTF, may be ""
	Items   []Item
}

const (
	recordMark = "briefbook edition 1"
	recordEnd  = "end"
)

// Bytes writes a record.
func (r *Record) Bytes() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\nnumber: %d\n", recordMark, r.Number)
	for _, f := range [...]struct{ name, value string }{{"edition", r.Edition}, {"as of", r.AsOf}} {
		if v := oneLine(f.value); v != "" {
			fmt.Fprintf(&b, "%s: %s\n", f.name, v)
		}
	}
	last := book.ID("")
	for i := range r.Items {
		it := &r.Items[i]
		if it.Page != last {
			b.WriteByte('\n')
			last = it.Page
		}
		b.WriteString(string(it.Page) + "\t" + it.What)
		if it.Key != "" {
			b.WriteString("#" + oneLine(it.Key))
		}
		b.WriteString("\t" + oneLine(it.Text))
		if it.Links != "" {
			b.WriteString("\t" + oneLine(it.Links))
		}
		b.WriteByte('\n')
	}
	b.WriteString("\n" + recordEnd + "\n")
	return []byte(b.String())
}

// Read reads a record. The error says which line is none of a record's, or that the last ones are missing.
func Read(data []byte) (*Record, error) {
	rest := strings.TrimPrefix(string(data), "\uFEFF")
	r := &Record{}
	first, rest, _ := strings.Cut(rest, "\n")
	if strings.TrimSpace(first) != recordMark {
		return nil, errors.New("it does not begin with \"" + recordMark + "\"")
	}
	whole, ended := false, false
	for n := 2; rest != ""; n++ {
		var line string
		line, rest, _ = strings.Cut(rest, "\n")
		line = strings.TrimSuffix(line, "\r")
		switch {
		case line == "":
			whole = true
		case ended:
			return nil, fmt.Errorf("line %d: it stands behind the end", n)
		case line == recordEnd && whole:
			ended = true
		case !whole:
			if err := r.field(line); err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
		default:
			i, err := item(line)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
			r.Items = append(r.Items, i)
		}
	}
	if !ended {
		return nil, errors.New("it is cut off: its last line is not \"" + recordEnd + "\"")
	}
	return r, nil
}

// field reads a line of the head.
func (r *Record) field(line string) (err error) {
	name, value, ok := strings.Cut(line, ":")
	value = oneLine(value)
	switch {
	case ok && name == "number":
		if r.Number, err = strconv.Atoi(value); err != nil || r.Number < 1 {
			return errors.New("the number is none")
		}
	case ok && name == "edition":
		r.Edition = value
	case ok && name == "as of":
		r.AsOf = value
	default:
		return errors.New("it is none of number, edition and as of")
	}
	return nil
}

// item reads a line with a statement.
func item(line string) (Item, error) {
	f := strings.Split(line, "\t")
	for n := range f {
		f[n] = oneLine(f[n])
	}
	if len(f) < 3 || len(f) > 4 || f[0] == "" || f[1] == "" || f[1][0] == '#' {
		return Item{}, errors.New("a statement is a page, what it is, a text and links, with tabs between")
	}
	i := Item{Page: book.ID(f[0]), Text: f[2]}
	i.What, i.Key, _ = strings.Cut(f[1], "#")
	i.What, i.Key = strings.TrimSpace(i.What), strings.TrimSpace(i.Key)
	if len(f) == 4 {
		i.Links = f[3]
	}
	if i.isHead() {
		i.Title, _, _ = strings.Cut(i.Text, separator)
	}
	return i, nil
}

// Same reports whether two states of a book are the same.
func Same(a, b []Item) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Page != b[i].Page || !a[i].same(&b[i]) {
			return false
		}
	}
	return true
}
