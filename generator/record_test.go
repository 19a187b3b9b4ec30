package generator

import (
	"reflect"
	"testing"

	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/memo"
)

func TestRecord(t *testing.T) {
	t.Parallel()
	whole := record{
		Program: "abc internal https://example.org/", Output: "0f", Pages: 300, Files: 0,
		Leaves: []memo.Leaf{{Name: "notes/ä.md", Sum: memo.SumOf([]byte("a"))}, {Name: "notes", Dir: true}, {}},
		Diagnostics: []Diagnostic{
			{File: "notes/ä.md", Line: 7, Column: 70000, Level: diag.Error, Code: "dead-link", Text: "no page\nof that id", Hint: "h", Excerpt: "x\x00", Width: 3},
			{},
		},
	}
	data := whole.bytes()
	if got, ok := readRecord(data); !ok || !reflect.DeepEqual(*got, whole) {
		t.Errorf("%+v, %v", got, ok)
	}
	for i := range data {
		if _, ok := readRecord(data[:i]); ok {
			t.Errorf("the first %d of %d bytes are taken for a record", i, len(data))
		}
	}
	if _, ok := readRecord(append(data, 0)); ok {
		t.Error("a record with more behind it is taken for one")
	}
	empty := record{Leaves: []memo.Leaf{}, Diagnostics: []Diagnostic{}}
	if got, ok := readRecord(empty.bytes()); !ok || !reflect.DeepEqual(*got, empty) {
		t.Errorf("%+v, %v", got, ok)
	}
}

func FuzzRecord(f *testing.F) {
	f.Add([]byte(recordMark))
	f.Add((&record{Program: "p", Leaves: []memo.Leaf{{Name: "n"}}, Diagnostics: []Diagnostic{{Code: "c"}}}).bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		r, ok := readRecord(data)
		if !ok {
			return
		}
		if again, ok := readRecord(r.bytes()); !ok || !reflect.DeepEqual(r, again) {
			t.Errorf("%+v became %+v", r, again)
		}
	})
}
