package site

import (
	"cmp"
	"slices"

	"briefbook/generator/internal/book"
)

// Matrix is who is named in the sources of which chapter.
type Matrix struct {
	Blocks []MatrixBlock // as many chapters at a time as fit beside each other
	Left   int           // people not shown
}

// MatrixBlock is a table of some chapters.
type MatrixBlock struct {
	Caption  string
	Chapters []MatrixHead
	Rows     []MatrixRow
}

// MatrixHead is the head of a column.
type MatrixHead struct{ Href, Number, Title, Span string }

// MatrixRow is one person.
type MatrixRow struct {
	Href, Name string
	Cells      []MatrixCell
	All        int // in all chapters
}

// MatrixCell is a number of paragraphs, and how dark it is set.
type MatrixCell struct {
	Href  string
	Count int
	Level int // 1 to 4, 0 for none
	Of    string
}

const (
	matrixRows    = 60
	matrixColumns = 8
	matrixMost    = 48 // chapters
)

// matrix counts, for people, the paragraphs of each chapter's sources that name them. Of more people than it holds it
// keeps those named most; they stand in the order of the list.
func (s *sheet) matrix(people []book.Head) *Matrix {
	chapters := s.lib.Chapters()
	chapters = chapters[:min(len(chapters), matrixMost)]
	if len(chapters) == 0 {
		return nil
	}
	column := make(map[book.ID]int, len(chapters))
	for i, c := range chapters {
		column[c.ID] = i
	}
	var rows []MatrixRow
	most := 0
	for _, h := range people {
		row := MatrixRow{Href: s.href(h), Name: h.Title, Cells: make([]MatrixCell, len(chapters))}
		for i, n := range book.SourcesOf(s.lib.NamedAt(h.ID)) {
			k, ok := column[n.On.Chapter]
			if !ok {
				continue
			}
			cell := &row.Cells[k]
			if cell.Count == 0 {
				cell.Href = row.Href + "#at-linked"
				if i < inPage {
					cell.Href = row.Href + "#" + mentionsIn(n.On.Chapter)
				}
				cell.Of = h.Title + " in chapter " + ordinal(chapters[k].Number)
			}
			cell.Count += n.Paragraphs()
			row.All += n.Paragraphs()
			most = max(most, cell.Count)
		}
		if row.All > 0 {
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	v := &Matrix{Left: max(0, len(rows)-matrixRows)}
	rows = mostNamed(rows)
	for _, row := range rows {
		for i := range row.Cells {
			if n := row.Cells[i].Count; n > 0 {
				row.Cells[i].Level = 1 + (n-1)*4/most
			}
		}
	}
	for from := 0; from < len(chapters); from += matrixColumns {
		v.Blocks = append(v.Blocks, s.matrixBlock(chapters, rows, from))
	}
	return v
}

// mostNamed keeps as many rows as the matrix holds, in their order.
func mostNamed(rows []MatrixRow) []MatrixRow {
	if len(rows) <= matrixRows {
		return rows
	}
	at := make([]int, len(rows))
	for i := range at {
		at[i] = i
	}
	slices.SortStableFunc(at, func(a, b int) int { return cmp.Compare(rows[b].All, rows[a].All) })
	at = at[:matrixRows]
	slices.Sort(at)
	kept := make([]MatrixRow, len(at))
	for i, k := range at {
		kept[i] = rows[k]
	}
	return kept
}

// matrixBlock is the table of the chapters from one on.
func (s *sheet) matrixBlock(chapters []book.ChapterHead, rows []MatrixRow, from int) MatrixBlock {
	to := min(from+matrixColumns, len(chapters))
	b := MatrixBlock{Caption: "In how many paragraphs of the sources of each chapter a person is named"}
	if len(chapters) > matrixColumns {
		b.Caption += ": chapters " + ordinal(chapters[from].Number) + " to " + ordinal(chapters[to-1].Number)
	}
	for _, c := range chapters[from:to] {
		b.Chapters = append(b.Chapters, MatrixHead{Href: s.href(c.Head), Number: ordinal(c.Number), Title: c.Title, Span: s.span(c.From, c.To)})
	}
	for _, row := range rows {
		row.Cells = row.Cells[from:to]
		b.Rows = append(b.Rows, row)
	}
	return b
}
