package generator

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// The internal edition goes into no folder that is published as it is, whatever leads there.
func TestInternalIsNotPublished(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "content", "notes"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"public", "www"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("www", filepath.Join(dir, "link")); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	for out, refused := range map[string]bool{
		"public": true, "Public": true, "public/notes": true, "docs": true, "docs/book": true, "gh-pages": true, "_site": true,
		"public_html": true, "link": true, "link/below": true, "../www": true,
		".internal": false, "for-the-office": false, "documents": false,
	} {
		o := Options{Content: filepath.Join(dir, "content"), Out: filepath.Join(dir, out), Edition: Internal}
		g, err := New(o)
		if err == nil {
			_, _, err = g.Build(t.Context(), nil)
		}
		if errors.Is(err, ErrUsage) != refused || err != nil != refused {
			t.Errorf("%s: %v", out, err)
		}
		if left, err := os.ReadDir(filepath.Join(dir, "www")); err != nil || len(left) > 0 {
			t.Fatalf("%s: something was written: %v %v", out, left, err)
		}
	}
}
