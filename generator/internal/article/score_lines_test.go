package article

import (
	"flag"
	"path/filepath"
	"testing"

	"briefbook/generator/internal/book"
)

var (
	linesFolder = flag.String("lines", "", "folder of pages with their articles: ground-truth.json and output/html-text.json")
	linesShow   = flag.String("show", "", "with -lines: print what is made of the pages of the first half whose key begins with this")
	linesWorst  = flag.Int("worst", 0, "with -lines: name that many of the worst pages of the first half")
)

// TestScoreLines scores the line rules on a folder of pages that were flattened to text, menus, comments and
// footers included. Rules are made looking at the first half of the pages only.
func TestScoreLines(t *testing.T) {
	t.Parallel()
	if *linesFolder == "" {
		t.Skip("no folder of pages was named: -lines FOLDER")
	}
	truth, flat := readPages(t, *linesFolder, "ground-truth.json"), readPages(t, *linesFolder, filepath.Join("output", "html-text.json"))
	scorePages(t, truth, view{*linesShow, *linesWorst}, func(key string) *book.Original {
		return Clean([]byte(flat[key].Body), "x.txt", Lines{})
	})
}
