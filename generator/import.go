package generator

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"briefbook/generator/internal/accession"
	"briefbook/generator/internal/book"
	"briefbook/generator/internal/capture"
	"briefbook/generator/internal/intake"
	"briefbook/generator/internal/shingle"
)

// ImportOptions say into which book to import. The zero value imports into ./content.
type ImportOptions struct {
	Content   string // folder of the book; "content"
	Originals string // folder of captured texts; Content/originals
	Dir       string // relative names are relative to it, all of them; "" is the working directory
	DryRun    bool   // find out everything and write nothing
	Cache     string // folder that remembers what the texts of books are like; "" forgets
}

// ImportSummary counts what an import did.
type ImportSummary struct {
	Imported int     `json:"imported"` // with DryRun, would have been
	Held     int     `json:"held"`     // the same bytes were in the book already
	Near     int     `json:"near"`     // of the imported: share half of their words or more with another
	Failed   int     `json:"failed"`
	Skipped  int     `json:"skipped"` // in folders: hidden, or of no known format
	Left     int     `json:"left"`    // not looked at, because the work was broken off
	Seconds  float64 `json:"seconds"`
}

// An Importer takes captured files into a book. It writes a card and a copy of the untouched file for each, and
// replaces nothing. Call Find, as often as there are names, then Run once.
type Importer struct {
	o      ImportOptions
	finder finder
	folder accession.Folder
	reader capture.Reader

	taken accession.Taken
	sums  map[string]book.ID // of what is held, by SHA-256
	index shingle.Index      // of what is held
	known *recollection
}

var (
	// ErrNoBook says that a folder to import into is not the content folder of a book.
	ErrNoBook = errors.New("not the content folder of a book")
	// ErrNoEntry says that the folders of a book take nothing in: the disk is full, or they are not ours to write to.
	ErrNoEntry = errors.New("nothing can be written into the book")
)

// NewImporter returns an Importer, or an error that wraps ErrUsage. A dry run needs no book: without one, nothing
// is held.
func NewImporter(o ImportOptions) (*Importer, error) {
	m := &Importer{o: o, sums: map[string]book.ID{}}
	m.o.Content = cmp.Or(o.Content, "content")
	m.o.Originals = cmp.Or(o.Originals, filepath.Join(m.o.Content, "originals"))
	place := m.place(m.o.Content)
	m.folder = accession.Folder{
		Articles:  filepath.Join(place, book.Article.Folder()),
		Originals: m.place(m.o.Originals),
	}
	if err := isContent(place); err != nil {
		if o.DryRun && o.Content == "" && errors.Is(err, fs.ErrNotExist) {
			return m, nil
		}
		return nil, fmt.Errorf("%w: %s: %w", ErrUsage, m.o.Content, err)
	}
	return m, nil
}

// isContent reports why a folder cannot be imported into: it has neither a book.yaml nor a folder of pages.
func isContent(place string) error {
	info, err := os.Stat(place)
	switch {
	case err != nil:
		return fmt.Errorf("%w: %w", ErrNoBook, cause(err))
	case !info.IsDir():
		return fmt.Errorf("%w: not a folder", ErrNoBook)
	}
	names := []string{"book.yaml"}
	for _, k := range book.Kinds {
		names = append(names, k.Folder())
	}
	for _, name := range names {
		if _, err := os.Stat(filepath.Join(place, name)); err == nil {
			return nil
		}
	}
	return ErrNoBook
}

// place is a name as the user gave it, seen from Dir.
func (m *Importer) place(name string) string {
	if m.o.Dir == "" || filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(m.o.Dir, name)
}

// Find adds a file, or all files of a folder, to what Run imports, and returns how many files that are now. What
// cannot be found is counted too: Run reports it.
func (m *Importer) Find(name string) int {
	m.finder.named(name, m.place(name))
	return len(m.finder.list)
}

// importBudget is how many bytes of files are under way at a time.
const importBudget = 64 << 20

// Run imports the files and hands each record to visit, in the order of the files. A file that cannot be imported
// is told in its record and keeps no other from being imported. The error is that of visit, the context's, or
// one that keeps everything from being imported; the summary holds what was done until then.
func (m *Importer) Run(ctx context.Context, progress func(Progress), visit func(*Imported) error) (ImportSummary, error) {
	start := time.Now()
	files := m.finder.list
	sum := ImportSummary{Skipped: m.finder.skipped, Left: len(files)}
	unlock, err := m.lock(ctx, progress)
	if err != nil {
		return sum, err
	}
	defer unlock()
	if !m.o.DryRun {
		m.folder.Sweep()
	}
	if err := m.readBook(ctx, progress); err != nil {
		return sum, err
	}
	told := stage(progress, "importing", len(files))
	sizes := make([]int64, len(files))
	for i, f := range files {
		sizes[i] = f.size
	}
	err = queue[*candidate]{
		sizes: sizes, limit: importBudget,
		do: func(i int) *candidate { return m.examine(ctx, files[i]) },
		take: func(i int, c *candidate) error {
			if err := m.admit(c); err != nil {
				return err
			}
			sum.count(&c.Imported.Import)
			if told != nil {
				told(i + 1)
			}
			return visit(c.Imported)
		},
	}.run(ctx)
	if !m.o.DryRun {
		m.known.write()
	}
	sum.Seconds = time.Since(start).Seconds()
	return sum, err
}

func (s *ImportSummary) count(o *Outcome) {
	s.Left--
	switch o.Status {
	case StatusFailed:
		s.Failed++
		return
	case StatusHeld:
		s.Held++
		return
	}
	s.Imported++
	if len(o.Near) > 0 {
		s.Near++
	}
}

// manyArticles is how many sources a book has when it is worth while to remember what their texts are like.
const manyArticles = 200

// readBook finds out what the book holds: ids, and the texts of its sources.
func (m *Importer) readBook(ctx context.Context, progress func(Progress)) error {
	content := m.place(m.o.Content)
	disk := intake.NewDisk(map[string]string{"content": content, "originals": m.folder.Originals})
	tree, _ := intake.Walk(disk)
	var articles []intake.File
	for _, f := range tree.Files {
		m.taken.Add(f.ID)
		if f.Kind == book.Article {
			articles = append(articles, f)
		}
	}
	if len(articles)+len(m.finder.list) >= manyArticles {
		m.known = recollect(m.o.Cache, content)
	}
	told := stage(progress, "reading the book", len(articles))
	err := queue[holding]{
		sizes: make([]int64, len(articles)), limit: importBudget,
		do: func(i int) holding { return m.readHolding(disk, articles[i]) },
		take: func(i int, h holding) error {
			for _, sum := range h.sums {
				if _, ok := m.sums[sum]; !ok {
					m.sums[sum] = articles[i].ID
				}
			}
			if h.text {
				m.index.Add(string(articles[i].ID), h.shingles)
				m.known.add(h.key, h.shingles)
			}
			if told != nil {
				told(i + 1)
			}
			return nil
		},
	}.run(ctx)
	if err == nil && !m.o.DryRun {
		m.known.settle()
	}
	return err
}
