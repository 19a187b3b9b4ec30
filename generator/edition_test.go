package generator

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Beside a record that cannot be read, nothing is compared and none is added: another would be taken for the last.
func TestBrokenRecordIsNotPassedOver(t *testing.T) {
	t.Parallel()
	dir := lay(t, map[string]string{
		"content/book.yaml":     "title: Records\nedition: Second\nas_of: 2020-01-01\n",
		"content/notes/rain.md": "---\ntitle: Rain\n---\nIt rains.\n",
	})
	content := filepath.Join(dir, "content")
	record := func(name string) error {
		g, err := New(Options{Content: content})
		if err != nil {
			t.Fatal(err)
		}
		_, err = g.Record(t.Context(), RecordOptions{Name: name})
		return err
	}
	for _, name := range []string{"First", "Second"} {
		if err := record(name); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Diff(t.Context(), DiffOptions{Content: content}); err != nil {
		t.Fatal(err)
	}
	first := filepath.Join(content, "editions", "first.txt")
	if err := os.WriteFile(first, []byte("<<<<<<< HEAD\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := Diff(t.Context(), DiffOptions{Content: content})
	for what, err := range map[string]error{"diff": err, "record again": record("First"), "record another": record("Third")} {
		if err == nil || !strings.Contains(err.Error(), "content/editions/first.txt: the record of an edition cannot be read") {
			t.Errorf("%s: %v", what, err)
		}
	}
	if list, err := os.ReadDir(filepath.Dir(first)); err != nil || len(list) != 2 {
		t.Errorf("records: %v %v", list, err)
	}
}
