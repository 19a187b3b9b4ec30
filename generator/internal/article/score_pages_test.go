package article

import (
	"compress/gzip"
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"

	"briefbook/generator/internal/book"
)

var (
	pagesFolder = flag.String("pages", "", "folder of pages with their articles: html/KEY.html.gz and ground-truth.json")
	pagesShow   = flag.String("showpage", "", "with -pages: print what is made of the pages of the first half whose key begins with this")
	pagesWorst  = flag.Int("worstpages", 0, "with -pages: name that many of the worst pages of the first half")
	pagesOut    = flag.String("predictions", "", "with -pages: write what was found to this file, for the corpus's own script")
)

// TestScorePages scores what is taken for the article of a page on a folder of pages, as the script evaluate.py of the
// article extraction benchmark of Scrapinghub does it: shares of runs of four words, every page counting
// alike. Rules are made looking at the first half of the pages only.
func TestScorePages(t *testing.T) {
	t.Parallel()
	if *pagesFolder == "" {
		t.Skip("no folder of pages was named: -pages FOLDER")
	}
	predictions := pages{}
	scorePages(t, readPages(t, *pagesFolder, "ground-truth.json"), view{*pagesShow, *pagesWorst}, func(key string) *book.Original {
		o := Clean(readZipped(t, filepath.Join(*pagesFolder, "html", key+".html.gz")), "x.html", Lines{})
		predictions[key] = answer{reading(o)}
		return o
	})
	if *pagesOut != "" {
		out, err := json.Marshal(predictions)
		if err == nil {
			err = os.WriteFile(*pagesOut, out, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func readZipped(t *testing.T, name string) []byte {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}
