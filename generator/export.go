package generator

import (
	"context"
	"io"

	"briefbook/generator/internal/export"
)

// Format is an exchange format of the bibliography.
type Format = export.Format

// Formats lists the exchange formats: "csl-json", "bibtex", "ris".
var Formats = export.Formats

// Export writes the sources of the book by tab, in a format that reference managers read, and gives what there is to
// tell the author. A mistake in the content does not keep the others from being exported. Nothing else is written.
func (g *Generator) Export(ctx context.Context, format Format, w io.Writer) ([]Diagnostic, error) {
	if err := g.settle(ctx, nil); err != nil {
		return nil, err
	}
	if err := format.Write(w, export.All(library{g.steps, g.store.Outside()})); err != nil {
		return nil, err
	}
	return g.store.Diagnostics(), ctx.Err()
}
