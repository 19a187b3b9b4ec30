package generator

import (
	"crypto/sha256"
	"encoding/hex"
	"path"

	"briefbook/generator/internal/article"
	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/intake"
)

// holding is what the book has of one source.
type holding struct {
	sums       []string // SHA-256 of its original: as it is, as its card says
	paragraphs []string
}

// readHolding reads a source of the book. What cannot be read is not held; a build tells of it.
func readHolding(disk *intake.Disk, f intake.File) holding {
	data, err := disk.ReadFile(f.Path)
	if err != nil {
		return holding{}
	}
	if f.Raw {
		return hold(disk, f.Path, data)
	}
	meta, _, _ := intake.ReadMeta(diag.NewSource(f.Path, string(data)), f)
	var h holding
	if name := meta.Card.Original; name != "" {
		if data, err := disk.ReadFile(path.Join("originals", name)); err == nil {
			h = hold(disk, path.Join("originals", name), data)
		}
	}
	if meta.Card.SHA256 != "" {
		h.sums = append(h.sums, meta.Card.SHA256)
	}
	return h
}

// hold cleans a captured file of the book as a build does.
func hold(disk *intake.Disk, name string, data []byte) holding {
	h := holding{sums: []string{sumOf(data)}}
	if book.IsDocument(name) {
		var err error
		name += book.TextExt
		if data, err = disk.ReadFile(name); err != nil {
			return h
		}
	}
	var over article.Lines
	if decided, err := disk.ReadFile(name + book.LinesExt); err == nil {
		over, _ = article.ReadLines(diag.NewSource(name+book.LinesExt, string(decided)))
	}
	h.paragraphs = article.Clean(data, path.Base(name), over).Paragraphs
	return h
}

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
