package generator

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"path/filepath"
	"syscall"

	"briefbook/generator/internal/accession"
	"briefbook/generator/internal/book"
	"briefbook/generator/internal/shingle"
)

// admit compares a candidate with what is held, gives it an id and writes it. It runs for one file after the
// other, in their order, so that the same files get the same ids every time.
func (m *Importer) admit(c *candidate) error {
	defer func() { c.files = accession.Files{} }() // the bytes are not needed any more
	if c.Import.Status == StatusFailed {
		return nil
	}
	if id, ok := m.sums[*c.SHA256]; ok {
		c.Import.Status, c.Import.ID = StatusHeld, orNull(string(id))
		return nil
	}
	for _, n := range m.index.Near(c.shingles) {
		c.Import.Near = append(c.Import.Near, near(n))
	}
	id, err := m.write(c)
	switch {
	case errors.Is(err, ErrNoEntry):
		return fmt.Errorf("import %s: %w", c.File, err)
	case err != nil:
		c.fail(err)
		return nil
	}
	m.taken.Add(id)
	m.sums[*c.SHA256] = id
	m.index.Add(string(id), c.shingles)
	m.known.add(c.key, c.shingles)

	out := &c.Import
	out.Status = StatusImported
	if m.o.DryRun {
		out.Status = StatusDryRun
	}
	out.ID = orNull(string(id))
	out.Card = orNull(filepath.Join(m.o.Content, book.Article.Folder(), accession.CardName(id)))
	out.Original = orNull(filepath.Join(m.o.Originals, accession.OriginalName(id, c.source.Ext)))
	c.remark()
	return nil
}

func near(n shingle.Match) Near {
	kinship := "version"
	if n.Containment >= shingle.Same {
		kinship = "same"
	}
	return Near{n.Name, math.Round(n.Containment*1000) / 1000, kinship}
}

// write puts the candidate into the book under the first id that is free, or finds that id only.
func (m *Importer) write(c *candidate) (book.ID, error) {
	stem := accession.Stem(c.source)
	for {
		id := m.taken.Free(stem)
		if m.o.DryRun {
			return id, nil
		}
		c.files.Card = accession.Compose(id, c.source)
		err := m.folder.Keep(id, c.files)
		switch {
		case lasting(err):
			return id, fmt.Errorf("%w: %w", ErrNoEntry, err)
		case !errors.Is(err, accession.ErrTaken):
			return id, err
		}
		m.taken.Add(id) // by a file that is no page of the book
	}
}

// lasting reports whether an error is not one file's: no other would get into the book either.
func lasting(err error) bool {
	for _, fault := range []error{fs.ErrPermission, syscall.ENOSPC, syscall.EDQUOT, syscall.EROFS, syscall.ENOTDIR, syscall.EIO} {
		if errors.Is(err, fault) {
			return true
		}
	}
	return false
}
