package generator

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// A copy of a book without its manifest is known by its front page, and a build over it works.
func TestMark(t *testing.T) {
	t.Parallel()
	dir := lay(t, nil)
	mustBuild(t, at(dir))
	front, err := os.ReadFile(filepath.Join(dir, "public", "index.html"))
	if err != nil || !bytes.Contains(front, mark) {
		t.Fatalf("the front page does not say %s (%v)", mark, err)
	}
	if err := os.Remove(filepath.Join(dir, "public", ".briefbook.json")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "public", "404.html"), []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if sum, _ := mustBuild(t, at(dir)); sum.Written == 0 {
		t.Errorf("%+v", sum)
	}
}
