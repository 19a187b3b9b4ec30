package capture

import (
	"context"
	"errors"
	"fmt"

	"briefbook/generator/internal/pdf"
)

var errEncrypted = fmt.Errorf("%w: the PDF is encrypted; save a copy without a password", ErrNoText)

// pdf takes the text out of a PDF: with pdftotext where that is there and answers, else on our own.
func (r *Reader) pdf(ctx context.Context, raw []byte) (Document, error) {
	file, err := pdf.Open(raw)
	var doc Document
	if err == nil {
		i := file.Info()
		doc.Info = Info{Title: i.Title, Author: i.Author, Created: i.Created, Modified: i.Modified}
	}
	advice := "; install poppler-utils, whose pdftotext reads more"
	if r.tool.find(ctx, r.Look) {
		advice = ""
		lines, pages, asked := r.tool.lines(ctx, raw)
		if asked == nil {
			doc.Text, doc.By = prose(lines), r.tool.name
			return doc, judge(doc.Text, pages, advice)
		}
		if !errors.Is(asked, errTool) { // what it cannot read, we may
			return Document{}, asked
		}
	}
	switch {
	case errors.Is(err, pdf.ErrEncrypted):
		return Document{}, fmt.Errorf("%w%s", errEncrypted, advice)
	case err != nil:
		return Document{}, fmt.Errorf("%w: the PDF is broken: %w%s", ErrNoText, err, advice)
	}
	lines, err := file.Lines(ctx)
	if ctx.Err() != nil {
		return Document{}, err
	}
	if err != nil {
		return Document{}, fmt.Errorf("%w: %w%s", ErrNoText, err, advice)
	}
	doc.Text, doc.By = prose(lines), "pdf"
	return doc, judge(doc.Text, file.Pages(), advice)
}

// judge refuses what is no text.
func judge(text string, pages int, advice string) error {
	switch what := trouble(text, pages); what {
	case "":
		return nil
	case scanned:
		return fmt.Errorf("%w: %s", ErrNoText, what)
	default:
		return fmt.Errorf("%w: the PDF's text cannot be read, %s%s", ErrNoText, what, advice)
	}
}
