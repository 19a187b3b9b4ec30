package accession

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

// Replace puts data in the place of a file that the tool keeps in the content folder, in one step; a folder for it is made
// if need be. It reports whether the file differed; an equal one is not touched.
func Replace(name string, data []byte) (changed bool, err error) {
	if had, err := os.ReadFile(name); err == nil && bytes.Equal(had, data) {
		return false, nil
	}
	if real, err := filepath.EvalSymlinks(name); err == nil { // a link stays a link
		name = real
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return false, fmt.Errorf("make the folder %s: %w", filepath.Base(filepath.Dir(name)), cause(err))
	}
	f, err := unnamed(filepath.Dir(name))
	if err != nil {
		return false, fmt.Errorf("replace %s: %w", filepath.Base(name), cause(err))
	}
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		_ = os.Remove(f.Name())
		return false, fmt.Errorf("replace %s: %w", filepath.Base(name), cause(err))
	}
	return true, nil
}
