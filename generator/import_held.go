package generator

import (
	"crypto/sha256"
	"encoding/hex"
	"path"

	"briefbook/generator/internal/article"
	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/intake"
	"briefbook/generator/internal/shingle"
)

// holding is what the book has of one source.
type holding struct {
	sums     []string // SHA-256 of its original: as it is, as its card says
	text     bool     // whether it is at hand; then
	key      textKey
	shingles shingle.Set
}

// readHolding reads a source of the book. What cannot be read is not held; a build tells of it.
func (m *Importer) readHolding(disk *intake.Disk, f intake.File) holding {
	data, err := disk.ReadFile(f.Path)
	if err != nil {
		return holding{}
	}
	if f.Raw {
		return m.hold(disk, f.Path, data)
	}
	meta, _, _ := intake.ReadMeta(diag.NewSource(f.Path, string(data)), f)
	var h holding
	if name := meta.Card.Original; name != "" {
		if data, err := disk.ReadFile(path.Join("originals", name)); err == nil {
			h = m.hold(disk, path.Join("originals", name), data)
		}
	}
	if meta.Card.SHA256 != "" {
		h.sums = append(h.sums, meta.Card.SHA256)
	}
	return h
}

// hold takes a captured file of the book and cleans it as a build does, unless an earlier import has.
func (m *Importer) hold(disk *intake.Disk, name string, data []byte) holding {
	h := holding{sums: []string{sumOf(data)}}
	if book.IsDocument(name) {
		var err error
		name += book.TextExt
		if data, err = disk.ReadFile(name); err != nil {
			return h
		}
	}
	decided, err := disk.ReadFile(name + book.LinesExt)
	if err != nil {
		decided = nil
	}
	h.text, h.key = true, m.known.key(name, data, decided)
	var ok bool
	if h.shingles, ok = m.known.of(h.key); ok {
		return h
	}
	var over article.Lines
	if decided != nil {
		over, _ = article.ReadLines(diag.NewSource(name+book.LinesExt, string(decided)))
	}
	h.shingles = shingle.Of(article.Clean(data, path.Base(name), over).Paragraphs)
	return h
}

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
