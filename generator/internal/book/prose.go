package book

import (
	"sort"

	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/edtf"
)

// Prose is the running text of a page as a check of its wording reads it: block by block, in order, every word with
// its place. It is made while the page is parsed and is let go after the check.
type Prose struct {
	Source  *diag.Source
	Blocks  []Block
	Remarks []Remark
}

// Block is a run of text without a break: a paragraph, a heading, a cell of a table.
type Block struct {
	// Text is without markup. Citations and footnote marks leave nothing; code, pictures, addresses and links
	// without words leave U+FFFC.
	Text   string
	Seams  []Seam    // at least one, in order
	Quoted []Stretch // of Text: quotations that a citation follows, marks included, in order

	Heading   bool
	Cited     bool // words of a source, all of them: a block quote that ends in a citation
	Judgement bool // within a [!JUDGEMENT]
	Role      SectionRole

	// Of the item of an event; Date is zero in any other block.
	Date    edtf.Date
	State   State
	Working string
}

// Seam says that from byte At on a text stands at byte Source of the file, up to the next seam.
type Seam struct{ At, Source int }

// Stretch is a range of bytes.
type Stretch struct{ Start, End int }

// Place is the byte of the file at which byte i of the text stands.
func (b *Block) Place(i int) int {
	k := sort.Search(len(b.Seams), func(k int) bool { return b.Seams[k].At > i }) - 1
	return b.Seams[max(k, 0)].Source + i - b.Seams[max(k, 0)].At
}

// Span is a range of the text as a place in the file.
func (p *Prose) Span(b *Block, start, end int) diag.Span {
	last := max(start, end-1)
	return p.Source.Span(b.Place(start), b.Place(last)+end-last)
}

// Remark is an HTML comment. It speaks of the paragraph it stands in, or of the block that follows it; at the end of
// a list item or of an alert, of all of that.
type Remark struct {
	Text     string // between the marks
	At       diag.Span
	From, To int // of Blocks
}
